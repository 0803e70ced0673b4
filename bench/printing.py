"""A thousand packing slips against a bare ReportLab canvas drawing the same, unshaped."""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import segno
from PIL import Image, ImageFilter
from reportlab.pdfgen.canvas import Canvas

from closet_app.printing.art import Art
from closet_app.printing.documents import make_slips
from closet_app.printing.paper import Paper
from closet_app.printing.phrases import load_phrases
from closet_app.printing.sheet import Layout
from closet_app.printing.slip import draw_slip
from closet_app.printing.stock import load_stock
from closet_app.printing.text.layout import Line
from closet_app.printing.values import Party, Shop, Slip, SlipLine, TotalRow

_SLIPS = 1_000
_PHOTOS = 120
_GOAL = 2.0
_ROUNDS = 3
_PIECES = ("Satin leopard-print shirt", "Bootcut jeans, indigo", "Two-strap leather slide")
_STREETS = ("Alder Court", "Birch Lane", "Cedar Road", "Dogwood Way", "Elm Street")
_FIRST = ("Renata", "Zoë", "Søren", "Ines", "Łucja", "Maud", "Tessa", "Björn")
_LAST = ("Okafor", "Núñez", "Lindqvist", "Brennan", "Šimić", "Moreau", "Adeyemi")


class _Recorder(Paper):
    """Notes what a slip draws, in ReportLab's own terms."""

    def __init__(self, size: tuple[float, float]) -> None:
        super().__init__("Record", load_phrases())
        self.size = size
        self.texts: list[tuple[str, float, float, float, str]] = []
        self.pictures: list[tuple[float, float, float, float, Path | None]] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.photos: dict[str, Path] = {}

    def write(
        self,
        line: Line,
        size: float,
        ink: str,
        at: tuple[float, float],
        turn: float,
        outline: float = 0.0,
    ) -> None:
        super().write(line, size, ink, at, turn, outline)
        text = "".join(str(text) for run in line.runs for _, text in run.parts)
        self.texts.append((line.runs[0].font, size, at[0], self.size[1] - at[1], text))

    def place(self, art: Art, x: float, y: float, width: float) -> None:
        super().place(art, x, y, width)
        height = width * art.height / art.width
        picture = (x, self.size[1] - y - height, width, height, self.photos.get(art.name))
        self.pictures.append(picture)

    def stroke(
        self,
        points: tuple[float, float, float, float],
        pen: float,
        ink: str,
        dash: tuple[float, ...],
    ) -> None:
        super().stroke(points, pen, ink, dash)
        x1, y1, x2, y2 = points
        self.rules.append((x1, self.size[1] - y1, x2, self.size[1] - y2))


def measure() -> list[dict[str, Any]]:
    """Seconds for a thousand slips, the bare canvas's seconds, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        code = Path(folder) / "code.png"
        segno.make_qr("https://juniper.example/new", error="m").save(str(code), scale=8)
        rounds = [_measured(Path(folder, str(number)), number, code) for number in range(_ROUNDS)]
        ours, bare = map(statistics.median, zip(*rounds, strict=True))
    return [
        {
            "name": "1,000 packing slips",
            "value": round(ours, 2),
            "unit": "s",
            "floor": round(bare, 2),
            "ratio": round(ours / bare, 2),
            "goal": _GOAL,
        }
    ]


def _measured(folder: Path, number: int, code: Path) -> tuple[float, float]:
    """One round with photos and orders of its own, so that nothing is remembered."""
    stock = load_stock("letter")
    slips = _slips(_photos(folder), number * _SLIPS)
    ours = _seconds(lambda: make_slips(slips, stock, io.BytesIO()))
    pages = _recorded(slips, (stock.width, stock.height))
    return ours, _seconds(lambda: _bare(pages, code))


def _photos(folder: Path) -> list[Path]:
    folder.mkdir()
    made = []
    for number in range(_PHOTOS):
        noise = Image.effect_noise((64, 85), 90).resize((384, 512))
        path = folder / f"photo-{number}.jpg"
        noise.filter(ImageFilter.GaussianBlur(2)).convert("RGB").save(path, quality=85)
        made.append(path)
    return made


def _slips(photos: list[Path], first: int) -> list[Slip]:
    shop = Shop(
        "Juniper Lane",
        "pre-loved clothes, packed by hand",
        ("PO Box 88", "Millbrook, WA 98000"),
        signature="thank you! Maya",
        promise="Not quite right? Write me first.",
        note="Message juniper.lane on eBay within 14 days and I will make it good.",
        link="https://juniper.example/new",
    )
    return [_slip(number, shop, photos) for number in range(first, first + _SLIPS)]


def _slip(number: int, shop: Shop, photos: list[Path]) -> Slip:
    lines = tuple(
        SlipLine(
            f"{_PIECES[at]} {number % 37}",
            f"Zara, size {at + number % 9}",
            f"${20 + number % 50 + at}.00",
            photos[(number * 3 + at) % len(photos)],
        )
        for at in range(3)
    )
    name = f"{_FIRST[number % len(_FIRST)]} {_LAST[number % len(_LAST)]}"
    street = f"{number + 100} {_STREETS[number % len(_STREETS)]}, Apt {number % 12}"
    return Slip(
        order=str(1000 + number),
        heading=f"Order {1000 + number} on eBay, Nov {number % 28 + 1}, 2025",
        shop=shop,
        buyer=Party(name, (street, f"Riverbend, OR {97000 + number % 900}")),
        lines=lines,
        totals=(TotalRow("Items", f"${90 + number % 50}.00"), TotalRow("Shipping", "$6.50")),
        paid=f"${96 + number % 50}.50",
        care="Shirt: wash cool inside out, hang to dry. Slides: wipe with a dry cloth.",
    )


def _recorded(slips: list[Slip], size: tuple[float, float]) -> list[_Recorder]:
    """One record a slip, with the photo paths the bare canvas draws itself."""
    stock = load_stock("letter")
    records = []
    for slip in slips:
        record = _Recorder(size)
        for line in slip.lines:
            art = record.art.photo(line.photo, 42, 48) if line.photo else None
            if art and line.photo:
                record.photos[art.name] = line.photo
        draw_slip(record, slip, Layout(stock))
        records.append(record)
    return records


def _bare(pages: list[_Recorder], code: Path) -> None:
    canvas: Any = Canvas(io.BytesIO(), pagesize=pages[0].size)
    for page in pages:
        for font, size, x, y, text in page.texts:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        for x, y, width, height, path in page.pictures:
            canvas.drawImage(str(path or code), x, y, width, height)
        for rule in page.rules:
            canvas.line(*rule)
        canvas.showPage()
    canvas.save()


def _seconds(work: Any) -> float:  # noqa: ANN401  any call without arguments
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    for row in measure():
        print(row)
