"""Pieces from a spreadsheet: the file, its columns, its rows, and one step to take them in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from closet_app.errors import ClosetError
from closet_app.services.changed import Changed
from closet_app.services.imports import ReadOptions
from closet_app.ui.asking import SHEETS
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.importing.bring_button import BringButton
from closet_app.ui.importing.bringing import Bringing
from closet_app.ui.importing.head import StepsHead
from closet_app.ui.importing.reading import Reading
from closet_app.ui.importing.row_columns import voice_of
from closet_app.ui.importing.rows_pane import RowsPane
from closet_app.ui.importing.side_pane import SidePane
from closet_app.ui.importing.start_pane import StartPane
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.frames import Note, dropped_files
from closet_app.ui.words import say

NAME = "import"
SIDE_WIDTH, SIDE_SHARE = 400, 33


class ImportPage(Page):
    """Opened for a file, or for none to have one chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_stale = False
        self._again_words, self._choose_words = say("Open it again"), say("Choose another file")
        self._opens_again = False
        self.reading = Reading(desk.closet, desk.jobs, self)
        self.bringing = Bringing(desk, self.reading, self)
        self.head = StepsHead(self.reading)
        self.problem = Note("", "bad", title=" ")
        self.start = StartPane(self.choose)
        self.side = SidePane(self.reading, desk.closet)
        self.rows = RowsPane(self.reading, voice_of(desk.closet))
        self.other = Button(self._choose_words, pressed=self.choose)
        self.bring = BringButton(self.reading, self.bringing, self.bring_in)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self._bar = PageBar(say("Import a spreadsheet"))
        go = self._desk.navigator.go
        back = IconButton("arrow-left", say("Back to Closet"), pressed=lambda: go("closet"))
        self._bar.add_left(back)
        self._bar.add_right(self.other)
        self._bar.add_right(self.bring)
        self._stack = QStackedWidget(self)
        self.work = QSplitter(Qt.Orientation.Horizontal, self._stack)
        self.work.setChildrenCollapsible(False)
        self.work.setHandleWidth(1)
        self.work.addWidget(self.side)
        self.work.addWidget(self.rows)
        self.work.setStretchFactor(1, 1)
        kept = self._desk.choices.settings.panes.get(NAME)
        side = min(px(SIDE_WIDTH), self._desk.window.width() * SIDE_SHARE // 100)
        self.work.setSizes(list(kept or (side, self._desk.window.width() - side)))
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.work)
        around = QVBoxLayout()
        around.setContentsMargins(px(16), px(12), px(16), px(12))
        around.addWidget(self.problem)
        self._around = QWidget()
        self._around.setLayout(around)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self._around):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        for hidden in (self._around, self.other):
            hidden.hide()

    def _connect(self) -> None:
        self.reading.opened.connect(self._on_opened)
        self.reading.started.connect(self._around.hide)
        self.reading.refused.connect(lambda error: self.tell(error, self._choose_words))
        self.reading.failed.connect(lambda error: self.tell(error, self._again_words))
        self.bringing.refused.connect(self.tell)
        self.start.dropped.connect(self._open_first)
        self.side.changed.connect(lambda options: self.open(self.reading.path, options))
        self.rows.save_asked.connect(self.bringing.save_broken)
        self.rows.again_asked.connect(self.reading.read_rows)
        self.problem.acted.connect(self._on_problem_acted)
        self.work.splitterMoved.connect(lambda _at, _pane: self._remember_widths())
        actions = self._desk.actions
        actions.connect_action("import.choose", self.choose)
        actions.connect_action("import.bring_in", self.bring_in)
        actions.connect_action("import.next_unknown", self.side.columns.go_to_unknown)

    def title(self) -> str:
        return say("Import")

    def top_bar(self) -> QWidget:
        return self._bar

    def panes(self) -> list[QWidget]:
        is_start = self._stack.currentWidget() is self.start
        return [self.start] if is_start else [self.side, self.rows.view]

    def enter(self, what: object = None) -> None:
        if isinstance(what, Path):
            self.open(what)
        else:
            self._read_again_if_stale()
            if not self.reading.is_open or self.bringing.is_done:
                QTimer.singleShot(0, self, self.choose)
        self._is_stale = False
        self._focus()

    def refresh(self, changed: object) -> None:
        if not isinstance(changed, Changed) or not self.reading.is_open:
            return
        if changed.shop:
            self.rows.voice = voice_of(self._desk.closet)
        self._is_stale = self._is_stale or bool(changed.items or changed.shop)
        if self.isVisible() and not self.bringing.is_busy:
            self._read_again_if_stale()

    def open(self, path: Path, options: ReadOptions | None = None) -> None:
        """Show what is in a file."""
        self.bringing.forget()
        self.reading.open(path, options)

    def choose(self) -> None:
        """Ask for a file and show what is in it."""
        kinds = f"{say('Spreadsheets')} ({SHEETS});;{say('All files')} (*)"
        title = say("Import a spreadsheet")
        self._open_first(self._desk.asking.open_files(self._desk.window, title, kinds))

    def bring_in(self) -> None:
        """Take the new pieces in, once what has to be asked is answered."""
        if self.reading.is_unsettled:
            self.side.ask()
            self._desk.toast(say("Answer the question about the file first."), icon="info")
        else:
            self.bringing.bring_in()

    def tell(self, error: ClosetError, way_on: str = "") -> None:
        """Say in place why a file cannot be read or taken in, with the words of a way on."""
        rest = " ".join(filter(None, (error.safe, error.remedy)))
        self._opens_again = way_on == self._again_words
        self.problem.say(rest, title=error.what, action=way_on)
        self._around.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._open_first(dropped_files(event))

    def _read_again_if_stale(self) -> None:
        """Rows that were new may be here by now."""
        if self._is_stale:
            self._is_stale = False
            self.reading.read_rows()

    def _open_first(self, files: list[Path]) -> None:
        if files:
            self.open(files[0])

    def _on_problem_acted(self) -> None:
        if self._opens_again:
            self.open(self.reading.path, self.reading.options)
        else:
            self.choose()

    def _remember_widths(self) -> None:
        choices = self._desk.choices
        choices.change(panes={**choices.settings.panes, NAME: tuple(self.work.sizes())})

    def _focus(self) -> None:
        is_start = self._stack.currentWidget() is self.start
        (self.start.choose if is_start else self.rows.view).setFocus()

    def _on_opened(self) -> None:
        self.other.show()
        if self._stack.currentWidget() is self.start:
            self._stack.setCurrentWidget(self.work)
            self._focus()
