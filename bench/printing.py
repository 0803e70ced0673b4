"""What goes into a thousand parcels, and 3,000 item labels, against bare ReportLab canvases.

Both sides draw the same pages in the same process and are measured in seconds of the processor,
turn by turn; the middle of the rounds counts.
"""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageFilter

from bench import print_room
from bench.bare_canvas import Recorder, Step, draw_bare
from bench.parcels import address_label, card, item_label, slip
from closet_app.printing.address_label import draw_address_label
from closet_app.printing.area import Area
from closet_app.printing.cards.sheets import TWO_SIDED, draw_cards
from closet_app.printing.design import HAND_NOTE
from closet_app.printing.documents import (
    make_address_labels,
    make_cards,
    make_item_labels,
    make_slips,
)
from closet_app.printing.item_label import draw_item_label
from closet_app.printing.sheet import Layout
from closet_app.printing.slip import draw_slip
from closet_app.printing.stock import Stock, load_stock

ORDERS, LABELS = 1_000, 3_000
PHOTOS = 120
GOAL = 1.5
ROUNDS = 3
LETTER, A6, SHIPPING, ROLL = map(
    load_stock, ("letter", "card-iso-a6", "address-4x6", "label-2.25x1.25")
)


@dataclass(frozen=True, slots=True)
class _Work:
    """Something to be drawn: by us, and step by step for each file of a bare canvas."""

    ours: Callable[[], object]
    bare: Callable[[], Sequence[Recorder]]


def measure() -> list[dict[str, Any]]:
    """Seconds of each work, the bare canvas's seconds, and their ratio; then the preview."""
    with tempfile.TemporaryDirectory() as folder:
        mark = Path(folder, "mark.png")
        Image.new("RGB", (48, 48), "#8A5A44").save(mark)
        photos = _photos(Path(folder))
        figures = [
            _compared(f"{ORDERS:,} orders: slip, card, back, address", _parcels(photos), mark),
            _compared(f"{LABELS:,} item labels", _item_labels, mark),
        ]
    return [*figures, *print_room.measure()]


def _compared(name: str, work: Callable[[int], _Work], mark: Path) -> dict[str, Any]:
    """The middle of some rounds, each with texts of its own, so that nothing is remembered."""
    rounds = []
    for number in range(ROUNDS):
        this = work(number)
        ours = _seconds(this.ours)
        steps = [record.steps for record in this.bare()]
        rounds.append((ours, _seconds(lambda files=steps: _draw(files, mark))))  # type: ignore[misc]  # bound now
    value, floor = (statistics.median(side) for side in zip(*rounds, strict=True))
    shares = {"ratio": value / floor, "goal": GOAL}
    return {
        "name": f"{name} / bare ReportLab",
        "value": value,
        "unit": "s",
        "floor": floor,
        **shares,
    }


def _draw(files: Sequence[Sequence[Step]], mark: Path) -> None:
    for steps in files:
        draw_bare(steps, mark)


def _parcels(photos: Sequence[Path]) -> Callable[[int], _Work]:
    """Slips, cards with their backs and address labels of a thousand orders."""

    def work(number: int) -> _Work:
        numbers = range(number * ORDERS, (number + 1) * ORDERS)
        slips = [slip(each, photos) for each in numbers]
        cards = [card(each, photos) for each in numbers]
        labels = [address_label(each) for each in numbers]

        def ours() -> None:
            make_slips(slips, LETTER, io.BytesIO())
            make_cards(cards, A6, io.BytesIO())
            make_address_labels(labels, SHIPPING, io.BytesIO())

        def bare() -> list[Recorder]:
            first, second = Recorder(), Recorder()
            for each in slips:
                draw_slip(first, each, Layout(LETTER))
            draw_cards(second, cards, Layout(A6), HAND_NOTE, TWO_SIDED)
            return [first, second, _in_cells(labels, SHIPPING, draw_address_label)]

        return _Work(ours, bare)

    return work


def _item_labels(number: int) -> _Work:
    labels = [item_label(each) for each in range(number * LABELS, (number + 1) * LABELS)]
    return _Work(
        lambda: make_item_labels(labels, ROLL, io.BytesIO()),
        lambda: [_in_cells(labels, ROLL, draw_item_label)],
    )


def _in_cells(labels: Sequence[Any], stock: Stock, draw: Callable[..., None]) -> Recorder:
    """Labels of a roll, each on a page of its own."""
    record = Recorder()
    for label in labels:
        record.open_sheet(Layout(stock))
        draw(Area(record, stock.cell(0)), label, stock)
        record.close_page()
    return record


def _photos(folder: Path) -> list[Path]:
    made = []
    for number in range(PHOTOS):
        noise = Image.effect_noise((64, 85), 90).resize((384, 512))
        path = folder / f"photo-{number}.jpg"
        noise.filter(ImageFilter.GaussianBlur(2)).convert("RGB").save(path, quality=85)
        made.append(path)
    return made


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


if __name__ == "__main__":
    for row in measure():
        print(row)
