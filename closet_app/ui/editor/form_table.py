"""Every field of the form as data: its section, control, width of twelve, and words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from closet_app.domain.fields import FIELD
from closet_app.ui.words import mark, say


class Control(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    LONG_LINE = "long_line"
    AREA = "area"
    CHOICE = "choice"
    OPEN_CHOICE = "open_choice"
    COLORS = "colors"
    DATE = "date"
    AMOUNT = "amount"
    COST_TOTAL = "cost_total"


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: `span` of twelve columns; `words` and `hint` replace those of the field table.

    `empty` stands in the field until something is typed.
    """

    key: str
    span: int
    control: Control = Control.LINE
    words: str = ""
    empty: str = ""
    hint: str = ""
    lines: int = 3

    @property
    def label(self) -> str:
        """The words above the field."""
        known = FIELD.get(self.key)
        return say(self.words or (known.words if known else ""))

    @property
    def beside(self) -> str:
        """The words at the right of the label."""
        known = FIELD.get(self.key)
        return say(self.hint or (known.hint if known else ""))


ABOUT: tuple[Cell, ...] = (
    Cell("title", 12, Control.LONG_LINE, empty=mark("Breton boatneck tee, cream and rust")),
    Cell("brand", 5, empty=mark("Brand")),
    Cell("category", 4, Control.OPEN_CHOICE),
    Cell("department", 3, Control.OPEN_CHOICE),
    Cell("subcategory", 5, Control.OPEN_CHOICE),
    Cell("size_system", 4, Control.OPEN_CHOICE),
    Cell("size", 3, Control.OPEN_CHOICE),
    Cell("condition", 4, Control.CHOICE),
    Cell("material", 8, empty=mark("100% cotton")),
    Cell("colors", 5, Control.COLORS),
    Cell("style_words", 7, empty=mark("striped, nautical, casual")),
    Cell("description", 12, Control.AREA, lines=4),
)

ORIGIN: tuple[Cell, ...] = (
    Cell("source", 5, Control.OPEN_CHOICE),
    Cell("acquired_on", 4, Control.DATE),
    Cell("cost_price", 3, Control.AMOUNT),
    Cell("cost_tax", 3, Control.AMOUNT),
    Cell("cost_inbound", 3, Control.AMOUNT, words=mark("Shipping in")),
    Cell("cost_cleaning", 3, Control.AMOUNT),
    Cell("cost_total", 3, Control.COST_TOTAL, words=mark("Cost together")),
    Cell("bin", 3),
    Cell("sku", 3),
    Cell("quantity", 2),
    Cell("upc", 4),
    Cell("flaws", 12, Control.AREA, lines=2),
    Cell("tags", 4, empty=mark("spring, bundle")),
    Cell("ownership", 5, Control.CHOICE),
    Cell("original_price", 3, Control.AMOUNT),
    Cell("notes", 12, Control.AREA, lines=2),
)
