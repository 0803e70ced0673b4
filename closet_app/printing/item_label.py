"""The label on a piece or its bag: number, words, price and bin, and a code to scan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Slot
from closet_app.printing.stock import Kind, Stock
from closet_app.printing.text.fitting import Style, fit_address, fit_line, fit_lines, resized
from closet_app.printing.values import ItemLabel

_STANDS = 1.15
_LARGEST = 2.2
_SHORTEST_DETAIL = 4
_HEAD_AIR = 4


class LabelField(StrEnum):
    """What an item label can show."""

    NUMBER = "number"
    TITLE = "title"
    BRAND = "brand"
    SIZE = "size"
    PRICE = "price"
    BIN = "bin"
    DATE = "date"
    CODE = "code"


USUAL_FIELDS = frozenset(LabelField) - {LabelField.DATE}


@dataclass(frozen=True, slots=True)
class LabelGeometry:
    """One design for a cell of `width` × `height` points; other cells scale it.

    It is legible down to `least` of its size. A `stacked` one has the price in a row of its own.
    """

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
    text: Style = styles.LABEL_TEXT
    stacked: bool = False
    least: float = 0.66
    gap: float = 6
    number_lines: int = 1


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
    stacked=True,
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
STRIP = LabelGeometry(
    width=126,
    height=36,
    code=Box(8, 4.5, 27, 27),
    text_x=42,
    right=6,
    number_y=13.7,
    number=styles.STRIP_NUMBER,
    title_drop=9,
    title_lines=1,
    detail_drop=0.6,
    price_y=31,
    price=styles.STRIP_PRICE,
    text=styles.STRIP_TEXT,
    least=0.9,
)
SQUARE = LabelGeometry(
    width=70,
    height=70,
    code=Box(17, 7.5, 36, 36),
    text_x=7.5,
    right=7.5,
    number_y=54,
    number=styles.STRIP_NUMBER,
    title_drop=8,
    title_lines=0,
    detail_drop=0,
    price_y=62.5,
    price=styles.STRIP_PRICE,
    text=styles.STRIP_TEXT,
    least=0.9,
)
TINY = LabelGeometry(
    width=70.8,
    height=36.8,
    code=Box(6, 6, 24.6, 24.6),
    text_x=36,
    right=3.5,
    number_y=17,
    number=styles.STRIP_NUMBER,
    title_drop=9,
    title_lines=0,
    detail_drop=0,
    price_y=28,
    price=styles.STRIP_PRICE,
    text=styles.STRIP_TEXT,
    least=0.0,
)
_GEOMETRIES = ((ROLL, CELL), (STRIP, SQUARE, TINY))


def draw_item_label(
    area: Area, label: ItemLabel, stock: Stock, fields: frozenset[LabelField] = USUAL_FIELDS
) -> None:
    """The label in its cell; without a readable code the words take its place."""
    area.paper.begin(label.sku)
    shown = CellWords.of(label, fields)
    draw_in_cell(area, shown, _GEOMETRIES, thermal=stock.kind is Kind.ROLL)


def draw_in_cell(
    area: Area,
    shown: CellWords,
    geometries: tuple[tuple[LabelGeometry, ...], ...],
    *,
    thermal: bool,
) -> None:
    """Words and a code in the richest geometry that stays legible; an upright cell is turned.

    `geometries` are the wide designs first, then the small ones from the richest to the plainest.
    """
    if area.height > area.width * _STANDS:
        with area.turned(Box(0, 0, area.width, area.height), 90) as lying:
            _Drawing.on(lying, geometries).draw(shown, thermal=thermal)
        return
    _Drawing.on(area, geometries).draw(shown, thermal=thermal)


@dataclass(frozen=True, slots=True)
class CellWords:
    """A label's words once the fields are chosen; `head` is the large one."""

    head: str
    title: str = ""
    detail: str = ""
    price: str = ""
    bin: str = ""
    code: str = ""

    @classmethod
    def of(cls, label: ItemLabel, fields: frozenset[LabelField]) -> CellWords:
        """Without its number a label begins with its title."""
        chosen = {field: getattr(label, name) for field, name in _SOURCES.items()}
        said = {field: text if field in fields else "" for field, text in chosen.items()}
        parts = [said[LabelField.BRAND], said[LabelField.SIZE], said[LabelField.DATE]]
        if not (label.brand or label.size) and fields & {LabelField.BRAND, LabelField.SIZE}:
            parts = [label.detail, said[LabelField.DATE]]
        number, title = said[LabelField.NUMBER], said[LabelField.TITLE]
        return cls(
            head=number or title,
            title=title if number else "",
            detail=", ".join(filter(None, parts)),
            price=said[LabelField.PRICE],
            bin=said[LabelField.BIN],
            code=said[LabelField.CODE],
        )


_SOURCES = {
    LabelField.NUMBER: "sku",
    LabelField.TITLE: "title",
    LabelField.BRAND: "brand",
    LabelField.SIZE: "size",
    LabelField.PRICE: "price",
    LabelField.BIN: "bin",
    LabelField.DATE: "date",
    LabelField.CODE: "code",
}


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A geometry at the size of a cell, centred in its height."""

    area: Area
    geometry: LabelGeometry
    unit: float
    top: float

    @classmethod
    def on(cls, area: Area, geometries: tuple[tuple[LabelGeometry, ...], ...]) -> _Drawing:
        """The richest geometry that stays legible in the area."""
        wide, small = geometries
        geometry = max(wide, key=lambda each: _unit(each, area))
        if _unit(geometry, area) < geometry.least:
            geometry = next(each for each in small if _unit(each, area) >= each.least)
        unit = min(_LARGEST, _unit(geometry, area))
        return cls(area, geometry, unit, (area.height - geometry.height * unit) / 2)

    def draw(self, shown: CellWords, *, thermal: bool) -> None:
        """Code, number, title, and below them the detail, the price and the bin."""
        geometry, unit = self.geometry, self.unit
        box = geometry.code
        place = Box(box.x * unit, self.top + box.y * unit, box.width * unit, box.height * unit)
        drawn = self.area.code(shown.code, place, styles.BLACK, thermal=thermal)
        left = (geometry.text_x if drawn else min(geometry.text_x, box.x)) * unit
        width = self.area.width - geometry.right * unit - left
        self._draw_head(shown.head, left, width)
        title = self._slot(left, geometry.number_y + geometry.title_drop, width)
        text = self._style(geometry.text)
        after = self.area.lines(shown.title, text, title, self._title_lines(shown.title, width))
        price = self._slot(left, geometry.price_y, width)
        if geometry.stacked:
            below = Slot(left, after + geometry.detail_drop * unit, width)
            self.area.line(shown.detail, text, below)
            self._price_and_bin(shown, price)
        else:
            self._price_and_detail(shown, price)

    def _draw_head(self, head: str, left: float, width: float) -> None:
        """The number in one line, or a longer name in several that end where one would."""
        style, slot = (
            self._style(self.geometry.number),
            self._slot(left, self.geometry.number_y, width),
        )
        made = fit_line(head, style, width)
        if self.geometry.number_lines > 1 and made.size <= style.size / 2:
            half = replace(style, size=style.size / 2, leading=style.leading / 2)
            room = (self.geometry.number_y - _HEAD_AIR) * self.unit - half.size
            made = fit_address((head,), half, width, room)
            slot = replace(slot, y=slot.y - made.height)
        self.area.fitted(made, style.ink, slot)

    def _style(self, style: Style) -> Style:
        return resized(style, self.unit)

    def _slot(self, left: float, y: float, width: float) -> Slot:
        return Slot(left, self.top + y * self.unit, width)

    def _title_lines(self, title: str, width: float) -> int:
        """A title that fits one line leaves the second to nobody."""
        most = self.geometry.title_lines
        made = fit_lines(title, self._style(self.geometry.text), width, max(1, most))
        return min(most, max(1, len(made.lines)))

    def _price_and_bin(self, shown: CellWords, slot: Slot) -> None:
        price, gap = self._style(self.geometry.price), self.geometry.gap * self.unit
        used = self.area.line(shown.price, price, Slot(slot.x, slot.y, slot.width * 0.58))
        left = slot.x + (used + gap if used else 0)
        room = slot.x + slot.width - left
        self.area.line(shown.bin, price, Slot(left, slot.y, room, Align.RIGHT))

    def _price_and_detail(self, shown: CellWords, slot: Slot) -> None:
        price, right = self._style(self.geometry.price), slot.x + slot.width
        for text in (shown.price, shown.bin):
            room = min(right - slot.x, slot.width * 0.4)
            used = self.area.line(text, price, Slot(right - room, slot.y, room, Align.RIGHT))
            right -= used + self.geometry.gap * self.unit if used else 0
        style, room = self._style(self.geometry.text), right - slot.x
        if room >= _SHORTEST_DETAIL * style.size:
            self.area.line(shown.detail, style, Slot(slot.x, slot.y, room))


def _unit(geometry: LabelGeometry, area: Area) -> float:
    return min(area.width / geometry.width, area.height / geometry.height)
