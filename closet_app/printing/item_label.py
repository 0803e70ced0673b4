"""The label on a piece or its bag: number, words, price and bin, and a code to scan."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Slot
from closet_app.printing.stock import Kind, Stock
from closet_app.printing.text.fitting import Style, fit_lines
from closet_app.printing.values import ItemLabel


@dataclass(frozen=True, slots=True)
class LabelGeometry:
    """One design for a cell of `width` × `height` points; other cells scale it."""

    width: float
    height: float
    code: Box
    text_x: float
    right: float
    number_y: float
    number: Style
    title_drop: float
    title_lines: int
    detail_drop: float
    price_y: float
    price: Style
    gap: float = 6


ROLL = LabelGeometry(
    width=162,
    height=90,
    code=Box(10.8, 17.6, 54.7, 54.7),
    text_x=76,
    right=8.6,
    number_y=23,
    number=styles.LABEL_NUMBER,
    title_drop=14.7,
    title_lines=2,
    detail_drop=0.6,
    price_y=78,
    price=styles.LABEL_PRICE,
)
CELL = LabelGeometry(
    width=189,
    height=72,
    code=Box(11.7, 11.2, 49.6, 49.6),
    text_x=71,
    right=9,
    number_y=28.2,
    number=styles.CELL_NUMBER,
    title_drop=12.4,
    title_lines=1,
    detail_drop=0.8,
    price_y=52.3,
    price=styles.CELL_PRICE,
)


def draw_item_label(area: Area, label: ItemLabel, stock: Stock) -> None:
    """The label in its cell; without a readable code the words take its place."""
    area.paper.begin(label.sku)
    design = ROLL if stock.kind is Kind.ROLL else CELL
    drawn = area.code(label.code, design.code, styles.CODE, thermal=stock.kind is Kind.ROLL)
    left = design.text_x if drawn else design.code.x
    width = area.width - design.right - left
    area.line(label.sku, design.number, Slot(left, design.number_y, width))
    y = design.number_y + design.title_drop
    most = _title_lines(label, design, width)
    after = area.lines(label.title, styles.LABEL_TEXT, Slot(left, y, width), most)
    if design is ROLL:
        area.line(label.detail, styles.LABEL_TEXT, Slot(left, after + design.detail_drop, width))
        _draw_price_and_bin(area, label, design, Slot(left, design.price_y, width))
    else:
        _draw_price_and_detail(area, label, design, Slot(left, design.price_y, width))


def _title_lines(label: ItemLabel, design: LabelGeometry, width: float) -> int:
    """A title that fits one line leaves the second to nobody."""
    made = fit_lines(label.title, styles.LABEL_TEXT, width, design.title_lines)
    return max(1, len(made.lines))


def _draw_price_and_bin(area: Area, label: ItemLabel, design: LabelGeometry, slot: Slot) -> None:
    half = slot.width * 0.58
    used = area.line(label.price, design.price, Slot(slot.x, slot.y, half))
    left = slot.x + (used + design.gap if used else 0)
    room = slot.x + slot.width - left
    area.line(label.bin, design.price, Slot(left, slot.y, room, Align.RIGHT))


def _draw_price_and_detail(area: Area, label: ItemLabel, design: LabelGeometry, slot: Slot) -> None:
    right = slot.x + slot.width
    for text in (label.price, label.bin):
        room = min(right - slot.x, slot.width * 0.4)
        used = area.line(text, design.price, Slot(right - room, slot.y, room, Align.RIGHT))
        right -= used + design.gap if used else 0
    area.line(label.detail, styles.LABEL_TEXT, Slot(slot.x, slot.y, right - slot.x))
