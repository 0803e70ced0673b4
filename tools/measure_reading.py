"""How well tags are read: the sample's six in all four turns, and drawn ones with known facts.

python -m tools.measure_reading [--drawn N] [--write]

`--write` puts the table into docs/photo.md.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import process_time

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from closet_app.domain.tags import TagFacts
from closet_app.paths import resources
from closet_app.photo.decode import open_upright
from closet_app.photo.tags import read_lines
from closet_app.services.tag_reading import TagReader

DOCS = Path(__file__).resolve().parent.parent / "docs" / "photo.md"
MARKS = "<!-- measured by python -m tools.measure_reading --write -->", "<!-- end of reading -->"
PHOTOS = resources() / "sample" / "photos"
SEED = 2_026
FONTS = ("Inter-SemiBold", "Inter-Regular", "NotoSans-SemiBold", "Fraunces-SemiBold")
CLOTHS = ((96, 108, 128), (150, 128, 104), (60, 62, 66), (176, 92, 84), (214, 206, 190))
BRANDS = (
    "Levi's", "Madewell", "Zara", "H&M", "Patagonia", "Everlane", "Uniqlo", "Banana Republic",
    "The North Face", "COS", "Ganni", "Free People", "Lululemon", "Carhartt", "J.Crew", "Mango",
)  # fmt: skip
SIZES = ("S", "M", "XL", "XXL", "8", "10", "14", "W32 L34", "US 8", "38", "2T", "16W", "ONE SIZE")
BLENDS = {
    "100% COTTON": "100% cotton",
    "97% COTTON 3% ELASTANE": "97% cotton, 3% elastane",
    "60% COTTON 40% POLYESTER": "60% cotton, 40% polyester",
    "55% LINEN 45% VISCOSE": "55% linen, 45% viscose",
    "80% WOOL 20% POLYAMIDE": "80% wool, 20% polyamide",
    "100% SOIE": "100% silk",
    "SHELL 100% NYLON": "Shell 100% nylon",
}
CARE = ("MACHINE WASH COLD", "DO NOT BLEACH", "TUMBLE DRY LOW", "DRY CLEAN ONLY", "HAND WASH")
COUNTRIES = ("VIETNAM", "CHINA", "TURKEY", "PORTUGAL", "INDIA", "BANGLADESH")


@dataclass(frozen=True, slots=True)
class Told:
    """A label: what is printed, and what it means."""

    lines: tuple[str, ...]
    brand: str
    size: str
    material: str
    number: str


@dataclass(slots=True)
class Tally:
    """Right answers of all, and processor seconds."""

    photos: int = 0
    lines: list[bool] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    seconds: float = 0.0

    def row(self, name: str) -> str:
        """One row of the table."""
        shown = (self.lines, self.fields)
        shares = [f"{sum(some)} of {len(some)} ({sum(some) / len(some):.0%})" for some in shown]
        each = f"{self.seconds / self.photos:.1f} s"
        return f"| {name} | {self.photos} | {shares[0]} | {shares[1]} | {each} |"


COTTON = "100% cotton"
SAMPLE = {
    "img-2044": Told(
        ("VANS", "L", "100% COTTON", "MACHINE WASH COLD", "TUMBLE DRY LOW", "DO NOT BLEACH",
         "RN 104692", "MADE IN VIETNAM"), "Vans", "L", COTTON, "RN 104692",
    ),
    "img-2047": Told(
        ("Jack & Jones", "XL", "SHELL 100% POLYESTER", "LINING 100% POLYAMIDE", "MADE IN CHINA"),
        "Jack & Jones", "XL", "Shell 100% polyester, lining 100% polyamide", "",
    ),
    "img-2055": Told(
        ("ESPRIT", "W 29 L 32", "97% COTTON 3% ELASTANE", "MADE IN TURKEY"),
        "Esprit", "W 29 L 32", "97% cotton, 3% elastane", "",
    ),
    "img-2057": Told(
        ("Joules", "10", "95% COTTON 5% ELASTANE", "MADE IN PORTUGAL"),
        "Joules", "10", "95% cotton, 5% elastane", "",
    ),
    "pxl-20251122-182658513": Told(
        ("FRED PERRY", "M", "100% COTTON", "MACHINE WASH 30", "DO NOT TUMBLE DRY", "RN 088215",
         "MADE IN PORTUGAL"), "Fred Perry", "M", COTTON, "RN 088215",
    ),
    "pxl-20251122-182907657": Told(
        ("QUIKSILVER", "M", "100% COTTON", "WASH WITH LIKE COLORS", "WARM IRON", "RN 072316",
         "MADE IN INDIA"), "Quiksilver", "M", COTTON, "RN 072316",
    ),
}  # fmt: skip


def label(chance: Random) -> Told:
    """A believable label of random facts."""
    brand, size = chance.choice(BRANDS), chance.choice(SIZES)
    blend = chance.choice(sorted(BLENDS))
    number = str(chance.randrange(10_000, 160_000))
    care = chance.sample(CARE, 2)
    lines = (
        brand.upper(),
        size,
        blend,
        *care,
        f"RN {number}",
        f"MADE IN {chance.choice(COUNTRIES)}",
    )
    said = {"US 8": "8", "ONE SIZE": "One size"}.get(size, size)
    return Told(lines, brand, said, BLENDS[blend], f"RN {number}")


def photographed(told: Told, chance: Random, hard: str) -> Image.Image:
    """The label on cloth, tilted up to 15° and turned by quarters; `hard` makes it worse."""
    cloth = chance.choice(CLOTHS)
    image = Image.new("RGB", (1_200, 900), cloth)
    pen = ImageDraw.Draw(image)
    pen.rectangle((220, 110, 980, 790), fill=(242, 238, 230))
    font, top = resources() / "fonts" / f"{chance.choice(FONTS)}.ttf", 150
    for at, line in enumerate(told.lines):
        face = ImageFont.truetype(font, 76 if at == 0 else 48 if at == 1 else 34)
        pen.text(((1_200 - pen.textlength(line, face)) / 2, top), line, (44, 42, 48), face)
        top += round(face.size * 1.6)
    image = image.rotate(chance.uniform(-15, 15), Image.Resampling.BICUBIC, fillcolor=cloth)
    image = image.rotate(90 * chance.randrange(4), expand=True)
    return worse(image, chance, hard)


def worse(image: Image.Image, chance: Random, hard: str) -> Image.Image:
    """The photo dimmed and noisy, out of focus, or taken from farther away."""
    if hard == "blurred":
        return image.filter(ImageFilter.GaussianBlur(chance.uniform(1.5, 3.0)))
    if hard == "far away":
        scene = Image.new("RGB", (1_600, 1_600), (188, 176, 160))
        small = image.resize((image.width // 2, image.height // 2), Image.Resampling.BOX)
        scene.paste(small, (chance.randrange(200, 700), chance.randrange(200, 700)))
        return scene
    if hard == "dim and noisy":
        noise = np.random.default_rng(chance.randrange(1_000)).normal(0, 8, (*image.size[::-1], 3))
        dim = np.asarray(image, np.float32) * 0.3 + 10 + noise
        return Image.fromarray(np.clip(dim, 0, 255).astype(np.uint8))
    return image


def measure(image: Image.Image, told: Told, tally: Tally, reader: TagReader) -> None:
    """Read one photo and count what is right."""
    begun = process_time()
    lines = read_lines(image)
    facts = reader.facts(lines)
    tally.seconds += process_time() - begun
    tally.photos += 1
    found = {line.text for line in lines}
    tally.lines += [line in found for line in told.lines]
    tally.fields += list(right(facts, told))


def right(facts: TagFacts, told: Told) -> Iterator[bool]:
    """Whether brand, size, material and RN number are what they should be, if there are any."""
    pairs = (
        (facts.brand, told.brand), (facts.size, told.size), (facts.material, told.material),
        (facts.rn, told.number),
    )  # fmt: skip
    for fact, wanted in pairs:
        if wanted:
            yield fact is not None and fact.value == wanted


def garments() -> Iterator[Path]:
    """The sample's photos without a tag."""
    with (resources() / "sample" / "items.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        yield from (PHOTOS / row["files"] for row in rows if ";" not in row["files"])


def false_finds(reader: TagReader) -> str:
    """How many garments without a tag are given a brand, and how long a look at one takes."""
    photos = list(garments())
    begun = process_time()
    facts = [reader.facts(read_lines(open_upright(path))) for path in photos]
    seconds = (process_time() - begun) / len(photos)
    wrong = sum(fact.size is not None or fact.material is not None for fact in facts)
    found = f"{wrong} with a size or material"
    return f"| garments without a tag | {len(photos)} | | {found} | {seconds:.1f} s |"


def table(drawn: int) -> str:
    """The measured rows."""
    reader = TagReader(resources())
    chance = Random(SEED)  # noqa: S311 - drawn labels, no secrets
    rows = ["| photos | how many | lines right | fields right | processor time each |",
            "| --- | --- | --- | --- | --- |"]  # fmt: skip
    tally = Tally()
    for name, told in SAMPLE.items():
        image = open_upright(PHOTOS / f"{name}.jpg")
        for turn in range(4):
            measure(image.rotate(90 * turn, expand=True), told, tally, reader)
    rows.append(tally.row("the sample’s six tags, in four turns"))
    for hard in ("as drawn", "dim and noisy", "blurred", "far away"):
        tally = Tally()
        for _ in range(drawn):
            told = label(chance)
            measure(photographed(told, chance, hard), told, tally, reader)
        rows.append(tally.row(f"drawn tags, any turn and tilt, {hard}"))
    rows.append(false_finds(reader))
    return "\n".join(rows)


def write(text: str) -> None:
    """Put the table between its marks."""
    page = DOCS.read_text("utf-8")
    before, rest = page.split(MARKS[0])
    after = rest.split(MARKS[1])[1]
    DOCS.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", "utf-8")


def main() -> None:
    """Measure, print, and with --write keep."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--drawn", type=int, default=12)
    words.add_argument("--write", action="store_true")
    asked = words.parse_args()
    found = table(asked.drawn)
    print(found)
    if asked.write:
        write(found)


if __name__ == "__main__":
    main()
