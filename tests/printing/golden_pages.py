"""Pages that were looked at and found right: names of every script on every kind of piece.

`python -m tests.printing.golden_pages` draws them anew; look at each before it is kept.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from closet_app.printing.designs import load_design
from closet_app.printing.documents import (
    make_address_labels,
    make_cards,
    make_item_labels,
    make_slips,
    make_stickers,
)
from closet_app.printing.preview import page_count, render_page
from closet_app.printing.stock import load_stock
from closet_app.printing.values import Party, SlipLine, Sticker
from tests.printing.pieces import NAMES, SHOP, address_label, card, grey, item_label, slip

FOLDER = Path(__file__).parent / "golden"
ACROSS = 6
Page = NDArray[np.uint8]
EVERYBODY = tuple(NAMES.values())


def slips() -> bytes:
    lines = tuple(SlipLine(name, f"{script}, {name}", "$26.00") for script, name in NAMES.items())
    out = io.BytesIO()
    told = replace(slip(buyer=Party(NAMES["Arabic"], (NAMES["Hindi"], "1 Street"))), lines=lines)
    make_slips([told], load_stock("letter"), out)
    return out.getvalue()


def cards(design_id: str) -> bytes:
    written = [
        replace(
            card(f"{name}! {name} {name}, {name}.", pieces=0),
            greeting=f"{name},",
            facts=(("first name", name), ("owner", "Maya")),
        )
        for name in EVERYBODY
    ]
    out = io.BytesIO()
    make_cards(written, load_stock("card-iso-a6"), out, design=load_design(design_id))
    return out.getvalue()


def labels() -> bytes:
    made = [
        replace(item_label(name), title=f"{name} {script}", brand=name)
        for script, name in NAMES.items()
    ]
    out = io.BytesIO()
    make_item_labels(made, load_stock("avery-5160"), out)
    return out.getvalue()


def addresses() -> bytes:
    made = [address_label(Party(name, (name, f"{name} 12"))) for name in EVERYBODY]
    out = io.BytesIO()
    make_address_labels(made, load_stock("avery-5163"), out)
    return out.getvalue()


def seals() -> bytes:
    made = [Sticker(replace(SHOP, name=name), name) for name in EVERYBODY]
    out = io.BytesIO()
    make_stickers(made, load_stock("round-2in"), out)
    return out.getvalue()


PAGES: dict[str, tuple[Callable[[], bytes], int]] = {
    "slips": (slips, 55),
    "hand-notes": (partial(cards, "hand_note"), 42),
    "bold-cards": (partial(cards, "bold"), 36),
    "stitched-cards": (partial(cards, "stitched"), 42),
    "item-labels": (labels, 70),
    "address-labels": (addresses, 50),
    "seals": (seals, 50),
}
"""What draws each golden picture, and its dots to the inch."""


def drawn(name: str) -> Page:
    """All pages of a piece as one grey picture."""
    make, dpi = PAGES[name]
    pdf = make()
    return montage([grey(render_page(pdf, page, dpi=dpi)) for page in range(page_count(pdf))])


def montage(pages: Sequence[Page]) -> Page:
    """Pages of one size side by side, row under row."""
    height, width = pages[0].shape
    rows = -(-len(pages) // ACROSS)
    whole = np.full((rows * height, min(len(pages), ACROSS) * width), 255, np.uint8)
    for number, page in enumerate(pages):
        row, column = divmod(number, ACROSS)
        whole[row * height : (row + 1) * height, column * width : (column + 1) * width] = page
    used = np.flatnonzero((whole < 255).any(axis=1))
    return whole[: used[-1] + 9]


def kept(name: str) -> Page:
    """The picture that was found right."""
    return np.asarray(Image.open(FOLDER / f"{name}.png").convert("L"))


def distance(one: Page, other: Page) -> tuple[float, float]:
    """How far two pictures are apart in shades: on the whole, and at most in any spot of 5 dots."""
    if one.shape != other.shape:
        return 255.0, 255.0
    gaps = np.abs(_blurred(one) - _blurred(other))
    return float(gaps.mean()), float(gaps.max())


def _blurred(page: Page) -> NDArray[np.float32]:
    soft = page.astype(np.float32)
    for axis in (0, 1):
        soft = np.mean([np.roll(soft, step, axis) for step in range(-2, 3)], axis=0)
    return soft


def main() -> None:
    """Draw every picture and keep it."""
    FOLDER.mkdir(exist_ok=True)
    for name in PAGES:
        picture = Image.fromarray(drawn(name)).quantize(16)
        picture.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
