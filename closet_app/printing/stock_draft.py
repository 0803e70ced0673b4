"""A stock as a seller describes it: lengths in her unit, checked, and kept as TOML."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

import tomli_w

from closet_app.errors import InvalidValueError
from closet_app.printing.stock import POINTS, Kind, Stock, stock_of

LARGEST_FILE = 16 * 1024
"""The most bytes of a described stock."""
LONGEST_NAME = 60
_SMALLEST, _LARGEST = 0.25 * 72, 48 * 72
"""Points: a quarter inch, and four feet of a roll."""
_MOST = 100
_SLACK = 0.05
"""Points that figures are off when they are rounded to a thousandth of an inch."""
_FARTHEST = 1_000_000
_WORDS = frozenset({"name", "unit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StockDraft:
    """What can be set of a stock; lengths in `unit` (in, mm or pt) from the page's top left.

    For a page that is one label or card, the cell may be left as large as the page.
    """

    name: str = ""
    kind: Kind = Kind.SHEET
    unit: str = "in"
    page_width: float = 8.5
    page_height: float = 11.0
    columns: int = 1
    rows: int = 1
    left: float = 0.0
    top: float = 0.0
    cell_width: float = 8.5
    cell_height: float = 11.0
    pitch_x: float = 8.5
    pitch_y: float = 11.0
    corner: float = 0.0
    margin: float = 0.0625
    folded: bool = False
    crop: bool = False
    turned: bool = False
    continuous: bool = False

    def stock(self, stock_id: str = "") -> Stock:
        """The stock as it is printed on; check the draft first."""
        return stock_of(stock_id, _table(self))

    def in_unit(self, unit: str) -> StockDraft:
        """The same stock measured in another unit, to a ten thousandth."""
        factor = POINTS[self.unit] / POINTS[unit]
        lengths = {name: round(getattr(self, name) * factor, 4) for name in _LENGTHS}
        return replace(self, unit=unit, **lengths)

    def check(self) -> None:
        """Raise InvalidValueError for the first thing that cannot be, naming its field."""
        _check_name(self)
        _check_numbers(self)
        _check_page(self)
        _check_cells(self)

    def trouble(self) -> InvalidValueError | None:
        """What `check` raises, to be said while the draft is typed."""
        try:
            self.check()
        except InvalidValueError as wrong:
            return wrong
        return None


_LENGTHS = (
    "page_width", "page_height", "left", "top", "cell_width", "cell_height",
    "pitch_x", "pitch_y", "corner", "margin",
)  # fmt: skip
_SWITCHES = ("folded", "crop", "turned", "continuous")


def read_draft(text: str) -> StockDraft:
    """The draft that `write_draft` wrote; raises InvalidValueError for any other text."""
    if len(text.encode("utf-8", "replace")) > LARGEST_FILE:
        raise InvalidValueError("This description of a stock is too long.")
    try:
        table = tomllib.loads(text)
        known = {each.name for each in fields(StockDraft)}
        words = {key: str(table[key]) for key in _WORDS & table.keys()}
        draft = StockDraft(**{key: words.get(key, table[key]) for key in table if key in known})
        draft = replace(draft, kind=Kind(draft.kind))
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidValueError("This is not the description of a stock.") from error
    draft.check()
    return draft


def write_draft(draft: StockDraft) -> str:
    """The draft as TOML."""
    return tomli_w.dumps({**asdict(draft), "kind": str(draft.kind)})


def draft_of(stock: Stock, unit: str = "in") -> StockDraft:
    """A stock described, to begin one's own from it."""
    names = ("left", "top", "cell_width", "cell_height", "pitch_x", "pitch_y", "corner", "margin")
    exact = StockDraft(
        name=stock.name,
        kind=stock.kind,
        unit="pt",
        page_width=stock.width,
        page_height=stock.height,
        columns=stock.columns,
        rows=stock.rows,
        **{name: getattr(stock, name) for name in (*names, *_SWITCHES)},
    )
    return exact.in_unit(unit)


def _table(draft: StockDraft) -> dict[str, Any]:
    cell = {
        "size": [draft.cell_width, draft.cell_height],
        "columns": draft.columns,
        "rows": draft.rows,
        "left": draft.left,
        "top": draft.top,
        "pitch": [draft.pitch_x, draft.pitch_y],
        "corner": draft.corner,
    }
    return {
        "name": draft.name,
        "kind": str(draft.kind),
        "unit": draft.unit,
        "page": [draft.page_width, draft.page_height],
        "margin": draft.margin,
        "source": "described by the seller",
        "cell": cell,
        **{name: getattr(draft, name) for name in _SWITCHES},
    }


def _check_name(draft: StockDraft) -> None:
    if not draft.name.strip():
        raise InvalidValueError("Give the stock a name.", field="name")
    if len(draft.name) > LONGEST_NAME:
        raise InvalidValueError(f"A name has at most {LONGEST_NAME} letters.", field="name")


def _check_numbers(draft: StockDraft) -> None:
    if draft.unit not in POINTS:
        raise InvalidValueError("Lengths are in inches or millimetres.", field="unit")
    for name in _LENGTHS:
        value = getattr(draft, name)
        usable = isinstance(value, int | float) and not isinstance(value, bool)
        if not usable or not 0 <= value <= _FARTHEST:
            raise InvalidValueError("A length is a number from 0 up.", field=name)
    for name in ("columns", "rows"):
        count = getattr(draft, name)
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= _MOST:
            raise InvalidValueError(f"There are 1 to {_MOST} labels in a row.", field=name)
    for name in _SWITCHES:
        if not isinstance(getattr(draft, name), bool):
            raise InvalidValueError("This is either on or off.", field=name)


def _check_page(draft: StockDraft) -> None:
    unit = POINTS[draft.unit]
    for name in ("page_width", "page_height", "cell_width", "cell_height"):
        length = getattr(draft, name) * unit
        what = "page" if name.startswith("page") else "label"
        if length < _SMALLEST:
            raise InvalidValueError(f"The {what} is smaller than a quarter inch.", field=name)
        if length > _LARGEST:
            raise InvalidValueError(f"The {what} is longer than 48 inches.", field=name)


def _check_cells(draft: StockDraft) -> None:
    slack = _SLACK / POINTS[draft.unit]
    if draft.columns > 1 and draft.pitch_x + slack < draft.cell_width:
        raise InvalidValueError("Labels of one row overlap.", field="pitch_x")
    if draft.rows > 1 and draft.pitch_y + slack < draft.cell_height:
        raise InvalidValueError("Labels of one column overlap.", field="pitch_y")
    right = draft.left + (draft.columns - 1) * draft.pitch_x + draft.cell_width
    bottom = draft.top + (draft.rows - 1) * draft.pitch_y + draft.cell_height
    if right > draft.page_width + slack:
        raise InvalidValueError("Labels leave the page on the right.", field="left")
    if bottom > draft.page_height + slack:
        raise InvalidValueError("Labels leave the page at the bottom.", field="top")
    side = min(draft.cell_width, draft.cell_height)
    if draft.margin * 2 >= side:
        raise InvalidValueError("The safe margin leaves no room to print.", field="margin")
    if draft.corner * 2 > side + slack:
        raise InvalidValueError("Corners are rounder than a label is wide.", field="corner")
