"""The words of `print run` as pieces with their stocks, cells and copies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from closet_app.cli import values

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.services.print_kinds import PieceKind
    from closet_app.services.print_pages import Stock
    from closet_app.services.print_runs import Backs, PiecePlan
    from closet_app.services.run_saving import Form

V = TypeVar("V")
BETWEEN = ","
SHEET = "sheet"
MOST_COPIES, MOST_DIGITS = 99, 3
RESOLUTIONS_OF_PICTURES = range(36, 601)
BACKS = {"behind": "behind", "apart": "apart", "apart-from-last": "apart_from_last"}


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed; stocks, starts, skips and copies may name the piece they are for."""

    pieces: str
    design: str
    stocks: Sequence[str]
    starts: Sequence[str]
    skips: Sequence[str]
    copies: Sequence[str]
    back: bool = True
    gift: bool | None = None
    invoice: bool = False

    def with_slips(self, *, back: bool, gift: bool | None, invoice: bool) -> Said:
        """The same with what slips and cards show."""
        return replace(self, back=back, gift=gift, invoice=invoice)


def plans_of(shop: Closet, said: Said) -> tuple[PiecePlan, ...]:
    """The pieces in the order they were named; raises typer.BadParameter."""
    from closet_app.services.print_runs import PiecePlan

    kinds = _kinds(said.pieces)
    if said.design:
        _require_design(shop, kinds, said.design)
    stocks = _stocks(shop, kinds, said)
    copies = _each(kinds, "--copies", said.copies, partial(_number, option="--copies"))
    skips = _skips(stocks, said)
    return tuple(
        PiecePlan(
            kind=kind,
            stock=stock.id,
            design=said.design,
            copies=copies.get(kind, 1),
            skip=skips[kind],
            back=said.back,
            gift=said.gift,
            invoice=said.invoice,
        )
        for kind, stock in stocks.items()
    )


def backs_of(way: str) -> Backs:
    """How backs come out; raises typer.BadParameter."""
    from closet_app.services.print_runs import Backs

    if way not in BACKS:
        raise values.wrong("--backs", f"There is no “{way}”. Choose from {', '.join(BACKS)}.")
    return Backs(BACKS[way])


def form_of(form: str, dpi: int) -> Form:
    """The kind of file, that so many dots to the inch suit; raises typer.BadParameter."""
    from closet_app.services.raw_labels import RESOLUTIONS
    from closet_app.services.run_saving import Form

    known = [each.value for each in Form]
    if form not in known:
        raise values.wrong("--as", f"There is no “{form}”. Choose from {', '.join(known)}.")
    if dpi and Form(form) is Form.PDF:
        raise values.wrong(
            "--dpi", "A PDF has no dots to the inch; say --as png, zpl, epl or tspl."
        )
    allowed = RESOLUTIONS_OF_PICTURES if Form(form) is Form.PNG else RESOLUTIONS
    if dpi and dpi not in allowed:
        first, last = allowed[0], allowed[-1]
        words = f"{first} to {last}" if Form(form) is Form.PNG else ", ".join(map(str, allowed))
        raise values.wrong("--dpi", f"{dpi} is not one of {words}.")
    return Form(form)


def _kinds(text: str) -> tuple[PieceKind, ...]:
    names = [name.strip().lower() for name in text.split(BETWEEN) if name.strip()]
    if not names:
        raise values.wrong("--pieces", f"Name at least one piece of {', '.join(_known())}.")
    return tuple(dict.fromkeys(_kind("--pieces", name) for name in names))


def _kind(option: str, name: str) -> PieceKind:
    from closet_app.services.print_kinds import PieceKind

    if name not in _known():
        known = ", ".join(_known())
        raise values.wrong(option, f"There is no piece “{name}”. Choose from {known}.")
    return PieceKind(name)


def _known() -> list[str]:
    from closet_app.services.print_kinds import PieceKind

    return [kind.value for kind in PieceKind]


def _each(
    kinds: Sequence[PieceKind],
    option: str,
    typed: Sequence[str],
    read: Callable[[str], V],
    unnamed: Sequence[PieceKind] | None = None,
) -> dict[PieceKind, V]:
    """What was typed for each piece; for all, or all `unnamed`, where it names none."""
    general: dict[PieceKind, V] = {}
    found: dict[PieceKind, V] = {}
    for text in typed:
        name, sign, value = text.rpartition("=")
        if not sign:
            general.update(dict.fromkeys(kinds if unnamed is None else unnamed, read(value)))
            continue
        kind = _kind(option, name.strip().lower())
        if kind not in kinds:
            raise values.wrong(option, f"“{kind.value}” is not among the pieces of this run.")
        found[kind] = read(value)
    return {**general, **found}


def _stocks(shop: Closet, kinds: Sequence[PieceKind], said: Said) -> dict[PieceKind, Stock]:
    """The stock of each kind: the one named for it, one that suits it, or the usual one."""
    from closet_app.services.card_papers import stock_for
    from closet_app.services.print_stocks import stocks_for
    from closet_app.services.stocks import find_stock

    offered = {kind: [each.id for each in stocks_for(shop, kind, every=True)] for kind in kinds}
    found = {kind: find_stock(shop, stock_for(shop, kind, said.design)) for kind in kinds}
    for text in sorted(said.stocks, key=lambda text: "=" in text):  # those that name a piece win
        name, sign, stock_id = text.rpartition("=")
        stock = values.read("--stock", partial(find_stock, shop, stock_id))
        asked = list(_each(kinds, "--stock", [f"{name}="], str)) if sign else kinds
        suited = [kind for kind in asked if stock.id in offered[kind]]
        if not suited:
            some = ", ".join(offered[asked[0]])
            words = f"{stock.name} does not suit “{asked[0].value}”. Choose from {some}."
            raise values.wrong("--stock", words)
        found.update(dict.fromkeys(suited, stock))
    return found


def _skips(stocks: Mapping[PieceKind, Stock], said: Said) -> dict[PieceKind, frozenset[int]]:
    """The cells that stay empty, from 0: those before the first free one, and the spoiled."""
    starts = _cells_of(stocks, "--start", said.starts)
    spoiled = _cells_of(stocks, "--skip", said.skips)
    found = {}
    for kind, stock in stocks.items():
        before = range(max(starts.get(kind, [1])) - 1)
        cells = frozenset(before) | {cell - 1 for cell in spoiled.get(kind, [])}
        if cells and len(cells) >= stock.per_page:
            raise values.wrong("--skip", f"No label of this sheet of {stock.name} is free.")
        found[kind] = cells
    return found


def _cells_of(
    stocks: Mapping[PieceKind, Stock], option: str, typed: Sequence[str]
) -> dict[PieceKind, list[int]]:
    """Numbers of labels, from 1, each checked against its sheet."""
    shared = [kind for kind, stock in stocks.items() if stock.per_page > 1]
    sheets = [kind for kind in shared if stocks[kind].kind == SHEET] or shared
    if typed and not shared:
        raise values.wrong(option, "None of these pieces is printed on a sheet of several.")
    read = partial(_cells, option=option)
    found = _each(list(stocks), option, typed, read, unnamed=sheets)
    for kind, cells in found.items():
        name, last = stocks[kind].name, stocks[kind].per_page
        if max(cells) > last:
            words = f"{name} has labels 1 to {last}; {max(cells)} is not one of them."
            raise values.wrong(option, words)
    return found


def _cells(text: str, option: str) -> list[int]:
    numbers = [_number(part, option) for part in text.split(BETWEEN) if part.strip()]
    if not numbers or (option == "--start" and len(numbers) > 1):
        raise values.wrong(option, f"“{text}” is not a number of a label.")
    return numbers


def _number(text: str, option: str) -> int:
    stripped = text.strip()
    is_plain = stripped.isdecimal() and stripped.isascii() and len(stripped) <= MOST_DIGITS
    number = int(stripped) if is_plain else 0
    if number < 1:
        raise values.wrong(option, f"“{text}” is not a number from 1.")
    if option == "--copies" and number > MOST_COPIES:
        raise values.wrong(option, f"At most {MOST_COPIES} copies are printed.")
    return number


def _require_design(shop: Closet, kinds: Sequence[PieceKind], design: str) -> None:
    from closet_app.services.designs import find_design
    from closet_app.services.print_kinds import PieceKind

    if PieceKind.CARD not in kinds:
        raise values.wrong("--design", "Only cards have a design, and this run has none.")
    values.read("--design", lambda: find_design(shop, design))
