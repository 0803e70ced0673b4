"""What is printed: the orders, which of them are ticked, and the pieces chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.errors import NotFoundError
from closet_app.services import pack_station
from closet_app.services.closet import Closet
from closet_app.services.print_pages import Stock
from closet_app.services.print_runs import PiecePlan
from closet_app.services.prints import PieceKind
from closet_app.services.records.packing import PackOrder
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.print_room.choices import KINDS, Choice, asked_pieces, usual_choices
from closet_app.ui.printing.room_door import Visit


@dataclass(frozen=True, slots=True)
class _Read:
    """One answer of the closet: the visit it was for, and its orders."""

    visit: Visit
    orders: tuple[PackOrder, ...]


class Room(QObject):
    """Holds the run; every part of the page listens and none knows another.

    `read` says that the orders are others or were read again, `turned` that another one is
    shown, `ticked` that another number of them is printed, `chosen` carries the kind of piece
    whose paper or copies changed, `aimed` the kind whose choices are shown; `redesigned` says
    that cards look otherwise, `turned_back` that their backs are printed or not.
    """

    read = Signal()
    turned = Signal()
    ticked = Signal()
    chosen = Signal(object)
    aimed = Signal(object)
    redesigned = Signal()
    turned_back = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.visit = Visit()
        self.today: date = desk.closet.clock.today()
        self.orders: tuple[PackOrder, ...] = ()
        self.is_read = False
        self.kind = PieceKind.CARD
        self.with_back = True
        self.design = shop(desk.closet).card_design
        self.choices: dict[PieceKind, Choice] = dict(usual_choices(desk.closet))
        self.is_folded = self.choices[PieceKind.CARD].paper.folded
        """Whether cards of the design are, whatever paper is in hand."""
        self._papers: dict[bool, Stock] = {}
        self._current = 0
        self._off: set[int] = set()
        self._before: frozenset[PieceKind] | None = None

    @property
    def order(self) -> PackOrder | None:
        """The order that is shown."""
        return next((each for each in self.orders if each.id == self._current), None)

    @property
    def place(self) -> int:
        """Where the shown order stands, from 0."""
        return next((at for at, each in enumerate(self.orders) if each.id == self._current), 0)

    @property
    def printed(self) -> tuple[PackOrder, ...]:
        """The ticked orders."""
        return tuple(each for each in self.orders if each.id not in self._off)

    @property
    def printed_ids(self) -> tuple[int, ...]:
        """Their ids."""
        return tuple(each.id for each in self.printed)

    @property
    def pieces(self) -> tuple[Choice, ...]:
        """The kinds that are printed."""
        return tuple(each for each in self.choices.values() if each.on)

    def plan(self, kind: PieceKind) -> PiecePlan:
        """What a run is asked for of one kind."""
        return self.choices[kind].plan(self.design, back=self.with_back)

    def plans(self) -> tuple[PiecePlan, ...]:
        """What a run is asked for."""
        return tuple(self.plan(choice.kind) for choice in self.pieces)

    def is_ticked(self, order_id: int) -> bool:
        """Whether the order is printed."""
        return order_id not in self._off

    def open(self, visit: Visit) -> None:
        """Show what `visit` is for; what was unticked in another visit is ticked again."""
        if visit.order_ids != self.visit.order_ids:
            self._off.clear()
            self._current = 0
            self.is_read = False
        self.visit = visit
        self._take_pieces(visit.piece)
        self.read_again()

    def read_again(self) -> None:
        """Ask the closet off the interface thread; the last answer counts."""
        closet, visit = self.desk.closet, self.visit
        self.desk.jobs.run(
            lambda progress: _Read(visit, read_orders(closet, visit.order_ids, progress)),
            owner=self,
            done=self._on_read,
            lane=READ,
        )

    def show(self, order_id: int) -> None:
        """Go to an order."""
        if order_id != self._current and any(each.id == order_id for each in self.orders):
            self._current = order_id
            self.turned.emit()

    def step(self, by: int) -> None:
        """Go to another order; the first and the last one end the way."""
        place = self.place + by
        if 0 <= place < len(self.orders):
            self.show(self.orders[place].id)

    def tick(self, order_ids: Sequence[int], *, on: bool) -> None:
        """Print these orders, or leave them out."""
        before = set(self._off)
        self._off = self._off - set(order_ids) if on else self._off | set(order_ids)
        if self._off != before:
            self.ticked.emit()

    def change(self, kind: PieceKind, **wishes: object) -> None:
        """Choose something else for a kind of piece, by the names of Choice's fields."""
        changed = replace(self.choices[kind], **wishes)  # type: ignore[arg-type]  # named fields
        if changed != self.choices[kind]:
            self.choices[kind] = changed
            self.chosen.emit(kind)

    def turn_back(self, *, on: bool) -> None:
        """Print the backs of cards, or leave them empty."""
        self.with_back = on
        self.turned_back.emit()

    def redesign(self, design: str, paper: Stock) -> None:
        """Let all cards of this run look like that design, on `paper` or one of its shape.

        What is in hand stays when it is flat or folded as `paper` is, else what was so last.
        """
        if (design, paper.folded) == (self.design, self.is_folded):
            return
        self.design, self.is_folded = design, paper.folded
        before = self.choices[PieceKind.CARD].paper
        self._papers[before.folded] = before
        if before.folded is not paper.folded:
            wanted = self._papers.get(paper.folded, paper)
            self.change(PieceKind.CARD, paper=wanted, start=1, spoiled=frozenset())
        self.redesigned.emit()

    def aim(self, kind: PieceKind) -> None:
        """Show the choices of a kind of piece."""
        if kind is not self.kind:
            self.kind = kind
            self.aimed.emit(kind)

    def _take_pieces(self, piece: str) -> None:
        """Print only the piece that was asked for; what was on before comes back afterwards."""
        if self._before is None and piece:
            self._before = frozenset(choice.kind for choice in self.pieces)
        wanted = asked_pieces(PieceKind(piece)) if piece else self._before
        if not piece:
            self._before = None
        if wanted is not None:
            for kind in KINDS:
                self.change(kind, on=kind in wanted)
        if piece:
            self.aim(PieceKind(piece))

    def _on_read(self, answer: _Read) -> None:
        if answer.visit != self.visit:
            return
        self.today = self.desk.closet.clock.today()
        is_first, self.is_read = not self.is_read, True
        self.orders = answer.orders
        if is_first and not self.visit.order_ids:
            self._off |= {each.id for each in self.orders if each.refunded}
        if is_first and not self.visit.piece:
            labelled = bool(self.orders) and all(order.labels for order in self.orders)
            self.change(PieceKind.POSTAGE, on=labelled)
        if self.order is None and self.orders:
            self._current = self.orders[0].id
        self.read.emit()


def read_orders(
    closet: Closet, order_ids: Sequence[int], progress: Progress
) -> tuple[PackOrder, ...]:
    """Everything to pack, or these orders; one that is gone by now is passed over."""
    if not order_ids:
        return pack_station.to_pack(closet).orders
    found = []
    for done, each in enumerate(order_ids):
        progress.step(done, len(order_ids), "")
        try:
            found.append(pack_station.pack_order_of(closet, each))
        except NotFoundError:
            continue
    return tuple(found)
