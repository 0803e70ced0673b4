"""The print dialog for labels: their pages at the left, what can be chosen at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from closet_app.services import gallery
from closet_app.services.prints import PrintRequest
from closet_app.ui.desk import Desk
from closet_app.ui.printing.header import Header
from closet_app.ui.printing.names import file_name
from closet_app.ui.printing.output import Output
from closet_app.ui.printing.pages_view import PagesView
from closet_app.ui.printing.paging import Paging
from closet_app.ui.printing.plan import Plan
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.running import Running
from closet_app.ui.printing.side import Side
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import EmptyState
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say

LARGEST = QSize(1360, 900)
SMALLEST = QSize(900, 560)
AROUND = 48
KEYS = ("print.all", "print.save", "print.next", "print.previous")


def open_print(
    desk: Desk, request: PrintRequest, *, printers: Printers | None = None
) -> PrintDialog:
    """Show what `request` prints."""
    dialog = PrintDialog(desk, request, printers or Printers())
    dialog.open()
    return dialog


class PrintDialog(QDialog):
    """Joins plan, pages and controls; it closes when everything was printed or saved."""

    def __init__(self, desk: Desk, request: PrintRequest, printers: Printers) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._sku = ""
        self.plan = Plan(desk.closet, desk.jobs, request, self)
        self.header = Header()
        self.pages = PagesView(desk.jobs)
        self.side = Side(desk, self.plan, printers)
        self.paging = Paging(self.plan, self.pages, self.header, self.side, self)
        output = Output(desk, printers, self)
        self.running = Running(desk, self.plan, self.side, output, self._proposed_name)
        self._build()
        self._connect()
        self.side.remarks.follows = self.pages
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
            say("There is no label to print."),
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
        self.side.options.changed.connect(lambda name, value: self.plan.change(**{name: value}))
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
        cards = gallery.cards(self._desk.closet, self.plan.part.request.ids[:1])
        if cards:
            self._sku = cards[0].sku
            self.paging.show_piece(cards[0].title or cards[0].sku)

    def _on_closet_changed(self, _changed: object) -> None:
        """A price or a bin may be another now."""
        self.plan.make_again()

    def _proposed_name(self) -> str:
        return file_name(self.plan.part.request, self._sku)

    def reject(self) -> None:
        """Esc stops what is under way; a second one closes."""
        if self.running.output.is_busy:
            self.running.output.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Let go of the keys, and go."""
        self._desk.changed.disconnect(self._on_closet_changed)
        self.plan.stop()
        for action_id in KEYS:
            self._desk.actions.release(action_id)
        super().done(result)
        self.deleteLater()
