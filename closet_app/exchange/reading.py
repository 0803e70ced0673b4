"""How the rows of one file are to be read: settled once, before the first row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from closet_app.domain.taxonomy import Taxonomy
from closet_app.exchange.amounts_in import DecimalMark
from closet_app.exchange.dates_in import DateOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What the whole file is read by.

    `own` is Closet's own list; `guarded` says that its text cells carry the formula guard
    (CSV does, XLSX does not). `digits` is the usual length of numbers such as 0412.
    """

    currency: str
    today: date
    taxonomy: Taxonomy = field(repr=False)
    date_order: DateOrder = DateOrder.MONTH_FIRST
    decimal: DecimalMark = DecimalMark.POINT
    length_unit: str = "in"
    weight_unit: str = "oz"
    own: bool = False
    guarded: bool = False
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Questions:
    """Whether the file itself leaves no doubt about days and amounts; else the seller is asked.

    `examples` are cells that could mean two things.
    """

    date_order_certain: bool = True
    decimal_certain: bool = True
    date_examples: tuple[str, ...] = ()
    decimal_examples: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether something has to be asked."""
        return not (self.date_order_certain and self.decimal_certain)
