"""Keeps pages, options and plan in step: what is marked at the left is edited at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject

from closet_app.services.print_orders import PrintedOrder
from closet_app.services.prints import PieceKind
from closet_app.ui.jobs import Step
from closet_app.ui.printing.card_options import CardOptions
from closet_app.ui.printing.header import Header
from closet_app.ui.printing.names import say_run
from closet_app.ui.printing.pages_view import PagesView
from closet_app.ui.printing.plan import Plan
from closet_app.ui.printing.sheets import sheets_of, sides_of
from closet_app.ui.printing.side import Side
from closet_app.ui.printing.slip_options import SlipOptions
from closet_app.ui.words import say

PATIENCE_MS = 1000
"""Making pages is quiet for a second; then the header counts."""


class Paging(QObject):
    """Follows the plan, the marked page and the chosen kind."""

    def __init__(
        self, plan: Plan, pages: PagesView, header: Header, side: Side, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._plan, self._pages, self._header, self._side = plan, pages, header, side
        self._orders: tuple[PrintedOrder, ...] = ()
        self._piece = ""
        self._marked: tuple[PieceKind, int] | None = None
        self._waited = QElapsedTimer()
        self._connect()
        self._show_sheets()

    @property
    def orders(self) -> tuple[PrintedOrder, ...]:
        """The orders that are printed, once they are known."""
        return self._orders

    def show_orders(self, found: Sequence[PrintedOrder]) -> None:
        """Name the orders and let their notes be edited."""
        self._orders = tuple(found)
        card = self._card()
        if card is not None:
            card.show_orders(found)
        slip = self._side.options.get(PieceKind.SLIP)
        if slip is not None and isinstance(slip.own, SlipOptions) and len(found) == 1:
            gift = self._plan.part(PieceKind.SLIP).request.gift
            slip.own.show_gift(found[0].gift if gift is None else gift)
        self._show_name()

    def show_piece(self, title: str) -> None:
        """Name the one piece whose label is printed."""
        self._piece = title
        self._show_name()

    def _connect(self) -> None:
        self._plan.changed.connect(self._on_plan)
        self._plan.progressed.connect(self._on_step)
        self._pages.current_changed.connect(self._on_page)
        self._side.kind_chosen.connect(self._go_to_kind)
        self._header.previous.clicked.connect(lambda _checked=False: self._pages.step(-1))
        self._header.next.clicked.connect(lambda _checked=False: self._pages.step(1))
        self._header.nearer.clicked.connect(lambda _checked=False: self._pages.zoom(1))
        self._header.farther.clicked.connect(lambda _checked=False: self._pages.zoom(-1))
        self._header.fit.clicked.connect(lambda _checked=False: self._pages.fit())
        self._pages.zoomed.connect(self._show_zoom)
        card = self._card()
        if card is not None:
            card.turned_to.connect(self._go_to_card)

    def _card(self) -> CardOptions | None:
        options = self._side.options.get(PieceKind.CARD)
        return options.own if options and isinstance(options.own, CardOptions) else None

    def _on_plan(self, kind: PieceKind) -> None:
        self._side.options[kind].show_part(self._plan.part(kind))
        self._side.run.show_part(self._plan.part(kind))
        self._show_sheets()
        if self._plan.is_settled():
            self._show_name()

    def _show_sheets(self) -> None:
        if not self._plan.is_settled() and not self._waited.isValid():
            self._waited.start()
        sheets = sheets_of(self._plan.parts())
        self._pages.show_sheets(sheets)
        self._show_zoom()

    def _show_zoom(self) -> None:
        self._header.fit.setEnabled(not self._pages.is_fitted)

    def _on_page(self, place: int) -> None:
        sheets = self._pages.sheets
        self._header.show_page(place, len(sheets))
        if not sheets:
            return
        sheet = sheets[place]
        is_same = (sheet.kind, sheet.page) == self._marked
        self._marked = (sheet.kind, sheet.page)
        if is_same:
            return
        if sheet.kind is not self._side.kind:
            self._side.show_kind(sheet.kind)
        card = self._card()
        if sheet.kind is PieceKind.CARD and card is not None:
            shown = self._plan.part(PieceKind.CARD).shown
            number = sheet.page // sides_of(shown)
            card.turn_to(shown.ids[number % len(shown.ids)])

    def _go_to_kind(self, kind: PieceKind) -> None:
        places = self._places(kind)
        if places and self._pages.current not in places:
            self._pages.set_current(places[0])

    def _go_to_card(self, order_id: int) -> None:
        shown = self._plan.part(PieceKind.CARD).shown
        places = self._places(PieceKind.CARD)
        wanted = shown.ids.index(order_id) * sides_of(shown)
        if wanted < len(places):
            self._pages.set_current(places[wanted])

    def _places(self, kind: PieceKind) -> list[int]:
        sheets = self._pages.sheets
        return [place for place, sheet in enumerate(sheets) if sheet.kind is kind]

    def _on_step(self, step: Step) -> None:
        if self._waited.isValid() and self._waited.elapsed() > PATIENCE_MS:
            words = say(
                "{work}, {done} of {total}", work=step.words, done=step.done, total=step.total
            )
            self._header.facts.setText(words)

    def _show_name(self) -> None:
        self._waited.invalidate()
        requests = [part.request for part in self._plan.parts()]
        self._header.name(*say_run(requests, self._orders, self._piece))
