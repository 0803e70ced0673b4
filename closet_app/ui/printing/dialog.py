"""The print dialog: the pages themselves at the left, what can be chosen at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from closet_app.services import gallery
from closet_app.services.print_orders import PrintedOrder, orders_to_print
from closet_app.services.prints import PieceKind, PrintRequest
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.card_options import CardOptions
from closet_app.ui.printing.header import Header
from closet_app.ui.printing.names import file_name
from closet_app.ui.printing.output import Output
from closet_app.ui.printing.pages_view import PagesView
from closet_app.ui.printing.paging import Paging
from closet_app.ui.printing.plan import Plan
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.running import Doors, EditBuyer, Running
from closet_app.ui.printing.side import Side
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import EmptyState
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say

__all__ = ["PrintDialog", "PrintRequest", "open_print", "order_requests"]

LARGEST = QSize(1360, 900)
SMALLEST = QSize(900, 560)
AROUND = 48
KEYS = ("print.all", "print.save", "print.next", "print.previous")
WHOLE_ORDER = (PieceKind.SLIP, PieceKind.CARD, PieceKind.ADDRESS)


def order_requests(order_ids: Sequence[int]) -> tuple[PrintRequest, ...]:
    """All that is printed for orders: packing slip, card and address label."""
    ids = tuple(order_ids)
    return tuple(PrintRequest(kind=kind, ids=ids) for kind in WHOLE_ORDER)


def open_print(
    desk: Desk,
    request: PrintRequest | Sequence[PrintRequest],
    *,
    printers: Printers | None = None,
    edit_buyer: EditBuyer | None = None,
) -> PrintDialog:
    """Show what `request` prints; several requests, each of another kind, are one run.

    `edit_buyer` opens an order's buyer above the dialog, where an address is missing.
    """
    requests = (request,) if isinstance(request, PrintRequest) else tuple(request)
    dialog = PrintDialog(desk, requests, printers or Printers(), edit_buyer)
    dialog.open()
    return dialog


class PrintDialog(QDialog):
    """Joins plan, pages and controls; it closes when everything was printed or saved."""

    def __init__(
        self,
        desk: Desk,
        requests: Sequence[PrintRequest],
        printers: Printers,
        edit_buyer: EditBuyer | None = None,
    ) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._sku = ""
        self.plan = Plan(desk.closet, desk.jobs, requests, self)
        self.header = Header()
        self.pages = PagesView(desk.jobs)
        self.side = Side(desk, self.plan, printers)
        self.paging = Paging(self.plan, self.pages, self.header, self.side, self)
        output = Output(desk, printers, self)
        doors = Doors(self._proposed_name, edit_buyer)
        self.running = Running(desk, self.plan, self.side, output, doors)
        self._build()
        self._connect()
        ticks = [check.box for check in self.side.run.checks.values()]
        self.side.remarks.follows = ticks[-1] if ticks else self.pages
        self._read()

    def _build(self) -> None:
        self.setWindowTitle(say("Print"))
        self.setModal(True)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addWidget(self._desk_of_pages(), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Divider(Qt.Orientation.Vertical))
        row.addWidget(self.side)
        self.setMinimumSize(SMALLEST)
        room = self._desk.window.size() - QSize(AROUND, AROUND)
        self.resize(room.boundedTo(LARGEST * (px(100) / 100)).expandedTo(SMALLEST))
        focus_by_keyboard(self.pages)

    def _desk_of_pages(self) -> QStackedWidget:
        """The pages, or a word where there are none."""
        nothing = EmptyState(
            "printer",
            say("Nothing to print."),
            say("Tick a piece, or put right what is missing."),
            framed=False,
        )
        nothing.setProperty("ground", "sunken")
        nothing.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        stack = QStackedWidget()
        stack.addWidget(self.pages)
        stack.addWidget(nothing)
        self.pages.current_changed.connect(
            lambda _place: stack.setCurrentIndex(0 if self.pages.sheets else 1)
        )
        return stack

    def _connect(self) -> None:
        for options in self.side.options.values():
            kind = options.kind
            options.changed.connect(
                lambda name, value, kind=kind: self.plan.change(kind, **{name: value})
            )
        self.side.run.turned.connect(self.plan.turn)
        self.running.output.finished.connect(self.accept)
        self._desk.changed.connect(self._on_closet_changed)
        verbs = (
            self.running.print_all,
            self.running.save,
            lambda: self.pages.step(1),
            lambda: self.pages.step(-1),
        )
        for action_id, verb in zip(KEYS, verbs, strict=True):
            self._desk.actions.connect_action(action_id, verb, within=self)

    def _read(self) -> None:
        """Everything that takes time begins off the interface thread."""
        self.plan.start()
        self.side.printers.look()
        self._read_orders()
        labels = [part.request for part in self.plan.parts() if not _of_orders(part.request)]
        cards = gallery.cards(self._desk.closet, labels[0].ids[:1]) if labels else []
        if cards:
            self._sku = cards[0].sku
            self.paging.show_piece(cards[0].title or cards[0].sku)

    def _read_orders(self) -> None:
        asked = [part.request.ids for part in self.plan.parts() if _of_orders(part.request)]
        if asked:
            closet, ids = self._desk.closet, asked[0]
            self._desk.jobs.run(
                lambda progress: orders_to_print(closet, ids, progress),
                owner=self,
                done=self._on_orders,
                lane=READ,
            )

    def _on_orders(self, found: tuple[PrintedOrder, ...]) -> None:
        self.paging.show_orders(found)

    def _on_closet_changed(self, _changed: object) -> None:
        """An address was added, a note kept: pages and names may be others now."""
        self.plan.make_again()
        self._read_orders()

    def _proposed_name(self) -> str:
        return file_name(self.plan.printed(), self.paging.orders, self._sku)

    def reject(self) -> None:
        """Esc stops what is under way; a second one closes."""
        if self.running.output.is_busy:
            self.running.output.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Keep the note, let go of the keys, and go."""
        card = self.side.options.get(PieceKind.CARD)
        if card is not None and isinstance(card.own, CardOptions):
            card.own.keep()
        self._desk.changed.disconnect(self._on_closet_changed)
        self.plan.stop()
        for action_id in KEYS:
            self._desk.actions.release(action_id)
        super().done(result)
        self.deleteLater()


def _of_orders(request: PrintRequest) -> bool:
    return request.kind is not PieceKind.LABEL
