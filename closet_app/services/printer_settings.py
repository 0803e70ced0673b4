"""What is remembered of this computer's printers: which two are used, and how each pulls askew."""

from __future__ import annotations

from dataclasses import dataclass, replace

from closet_app.errors import InvalidValueError
from closet_app.printing.sheet import Layout
from closet_app.printing.stock import Kind, Stock
from closet_app.settings import Settings
from closet_app.wording import tr

PAPER, LABELS = "paper", "labels"
"""Two printers are remembered, by what lies in them."""
FARTHEST = 10_000
"""Micrometres that a print may be moved."""
SMALLEST, LARGEST = 0.9, 1.1
_WHOLE = 100_000
"""Scales are kept as whole hundred thousandths."""
_TENTH_MM = 100
"""Older settings keep two numbers, in tenths of a millimetre."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """How the print on one stock is moved (micrometres right and down) and stretched."""

    x: int = 0
    y: int = 0
    scale_x: float = 1.0
    scale_y: float = 1.0


STRAIGHT = Nudge()


def role_of(stock: Stock) -> str:
    """Which printer a stock lies in: rolls in the label printer, all else in the other."""
    return LABELS if stock.kind is Kind.ROLL else PAPER


def printer_for(settings: Settings, role: str) -> str:
    """The remembered printer's name, empty when none was chosen."""
    return settings.printers.get(role, "")


def remember_printer(settings: Settings, role: str, printer: str) -> Settings:
    """The settings with another printer for what lies in it."""
    return replace(settings, printers={**settings.printers, role: printer})


def nudge_of(settings: Settings, printer: str, stock_id: str) -> Nudge:
    """How this printer's print on this stock is moved, else how any printer's is."""
    for key in (_key(printer, stock_id), stock_id):
        kept = _nudge(settings.nudges.get(key, ()))
        if kept is not None:
            return kept
    return STRAIGHT


def keep_nudge(settings: Settings, printer: str, stock_id: str, nudge: Nudge) -> Settings:
    """The settings with this nudge; raises InvalidValueError for one that is out of reach."""
    for name in ("x", "y"):
        if abs(getattr(nudge, name)) > FARTHEST:
            raise InvalidValueError(tr("A print can be moved by at most 10 mm."), field=name)
    for name in ("scale_x", "scale_y"):
        if not SMALLEST <= getattr(nudge, name) <= LARGEST:
            raise InvalidValueError(tr("A print can be 90 to 110 % of its size."), field=name)
    scales = (round(each * _WHOLE) for each in (nudge.scale_x, nudge.scale_y))
    kept = (nudge.x, nudge.y, *scales)
    return replace(settings, nudges={**settings.nudges, _key(printer, stock_id): kept})


def layout_of(stock: Stock, nudge: Nudge, skip: frozenset[int] = frozenset()) -> Layout:
    """Where things go on a stock in a printer that is nudged so."""
    return Layout(stock, skip, (nudge.x, nudge.y), (nudge.scale_x, nudge.scale_y))


def _key(printer: str, stock_id: str) -> str:
    return f"{stock_id}@{printer}" if printer else stock_id


def _nudge(kept: tuple[int, ...]) -> Nudge | None:
    if len(kept) == 2:  # noqa: PLR2004  right and down, as older settings have it
        right, down = (_within(each * _TENTH_MM) for each in kept)
        return Nudge(right, down)
    if len(kept) == 4:  # noqa: PLR2004  and both scales
        right, down = map(_within, kept[:2])
        wide, tall = (min(max(each / _WHOLE, SMALLEST), LARGEST) for each in kept[2:])
        return Nudge(right, down, wide, tall)
    return None


def _within(moved: int) -> int:
    return min(max(moved, -FARTHEST), FARTHEST)
