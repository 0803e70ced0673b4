"""What is printed once for all orders of a run: the pull list, and labels of their bins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from closet_app.domain.bins import walking_key
from closet_app.printing.pull_sheet import PullSheet
from closet_app.printing.values import BinLabel
from closet_app.services.bin_labels import bins_in_use
from closet_app.services.closet import Closet
from closet_app.services.pack_station import pull_list
from closet_app.services.print_extras import bin_label_of
from closet_app.services.print_kinds import PieceKind
from closet_app.services.pull_sheet import pull_sheet_of
from closet_app.services.records import OrderView, Shop
from closet_app.wording import tr

Whole = PullSheet | BinLabel


def wholes_of(
    kind: PieceKind, closet: Closet, own: Shop, orders: Sequence[OrderView]
) -> tuple[Whole, ...]:
    """The pieces of one kind of `OF_RUNS`; none where there is nothing of it."""
    return tuple(_WHOLES[kind](closet, own, orders))


def said_nothing(kind: PieceKind) -> str:
    """Why there is none of a kind."""
    return _NOTHING[kind]()


def _pull(closet: Closet, own: Shop, orders: Sequence[OrderView]) -> Iterator[Whole]:
    stops = pull_list(closet, {order.id for order in orders})
    if stops:
        yield pull_sheet_of(closet, own, stops)


def _bins(closet: Closet, _own: Shop, orders: Sequence[OrderView]) -> Iterator[Whole]:
    held = {each.value: each.count for each in bins_in_use(closet)}
    named = {line.bin for order in orders for line in order.lines if line.bin}
    for name in sorted(named, key=walking_key):
        yield bin_label_of(name, held.get(name, 0))


_WHOLES: Mapping[PieceKind, Callable[[Closet, Shop, Sequence[OrderView]], Iterator[Whole]]] = {
    PieceKind.PULL: _pull,
    PieceKind.BIN: _bins,
}
_NOTHING: Mapping[PieceKind, Callable[[], str]] = {
    PieceKind.PULL: lambda: tr("There is nothing to pull for these orders."),
    PieceKind.BIN: lambda: tr("None of these pieces has a bin."),
}
