"""The page of intake: rows of photos with their fields, and what is the same for all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from closet_app.services.changed import Changed
from closet_app.services.manners import manner_of
from closet_app.ui.desk import Desk
from closet_app.ui.editor.bringing import brought, may_bring
from closet_app.ui.editor.controls import Talk
from closet_app.ui.frame.page import Page
from closet_app.ui.intake.drop_veil import DropVeil
from closet_app.ui.intake.empty_pane import EmptyPane
from closet_app.ui.intake.incoming import Incoming
from closet_app.ui.intake.page_commands import PageCommands
from closet_app.ui.intake.resting import Resting
from closet_app.ui.intake.rows_pane import RowsPane
from closet_app.ui.intake.side_pane import WIDTH, SidePane
from closet_app.ui.intake.top_bar import IntakeBar
from closet_app.ui.intake.work import IntakeWork
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.frames import Offer
from closet_app.ui.words import say

NAME = "intake"
ROWS_LEAST, SIDE_LEAST = 640, 280
SIDE_MOST = 0.345
"""Of the page, where both do not get what they want."""


class IntakePage(Page):
    """Opened for files to take in, or for the intake that is under way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.navigator.ground)
        self._desk = desk
        talk = Talk(manner_of(desk.closet))
        self._talk = talk
        self.thumbs = Thumbs(desk.closet, desk.jobs, self)
        self.work = IntakeWork(desk, self)
        self.incoming = Incoming(self.work)
        self.bar = IntakeBar(desk)
        self.rows = RowsPane(self.work, talk, self.thumbs)
        self.side = SidePane(desk, talk, self.thumbs.get)
        self.commands = PageCommands(self.work, self.rows, self.side, self.incoming, talk)
        ways = [
            Offer(say("Choose photos"), self.incoming.choose_photos, "primary", "image-plus"),
            Offer(say("Choose a folder"), self.incoming.choose_folder, icon="folder-open"),
            Offer(say("Take photos"), self.incoming.photograph, icon="camera"),
            Offer(say("Watch a folder"), self.commands.watch, icon="eye"),
        ]
        done = [
            Offer(say("Open in Closet"), self.commands.open_drafts, "primary", "shirt"),
            Offer(say("Choose photos"), self.incoming.choose_photos, icon="image-plus"),
        ]
        self.empty = EmptyPane(ways, done)
        self._stack = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self._stack)
        self._veil = DropVeil(self)
        self._resting = Resting(desk, self.work, self.rows)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for pane in (self.rows, self.side):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(0, 1)
        kept = self._desk.choices.settings.panes.get(NAME)
        side = kept[0] if kept else px(WIDTH)
        self._splitter.setSizes([max(self._desk.window.width() - side, px(ROWS_LEAST)), side])
        self._splitter.splitterMoved.connect(lambda _at, _pane: self._remember_width())
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._splitter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)

    def _connect(self) -> None:
        self.work.shown.connect(self._show)
        self.thumbs.arrived.connect(lambda _hashes: self.side.refresh_pictures())
        self.rows.caret.moved.connect(self._show_side)
        self.side.created.connect(self.commands.create)
        self.incoming.refused.connect(self.side.refused.add)
        self.side.same.kept.connect(self.commands.share)
        for begins in (self.incoming.began, self.incoming.ended):
            begins.connect(self._show)
        self.commands.connect_keys()
        self.bar.fill(self.commands, self.incoming)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text in a small window leaves both panes less than they want, side by side."""
        width = event.size().width() - self._splitter.handleWidth()
        side = min(px(SIDE_LEAST), round(width * SIDE_MOST))
        self.side.setMinimumWidth(side)
        self.rows.setMinimumWidth(min(px(ROWS_LEAST), width - side))
        super().resizeEvent(event)

    def title(self) -> str:
        return say("Intake")

    def top_bar(self) -> QWidget:
        return self.bar

    def foot_note(self) -> str:
        return say("Photos copied to this computer") if self.work.view is not None else ""

    def panes(self) -> list[QWidget]:
        return [self.rows.board, self.side] if self.work.view is not None else [self.empty]

    def enter(self, what: object = None) -> None:
        """Take in the files this was opened for, and show the intake under way."""
        self.work.open_unfinished()
        self.incoming.go_on()
        if isinstance(what, tuple):
            self.incoming.take([each for each in what if isinstance(each, Path)])
        if self._stack.currentWidget() is self.empty:
            self.empty.take_focus()
        else:
            self.rows.focus_photos()

    def leave(self) -> bool:
        """What was typed is kept before the page goes."""
        self.rows.live.flush()
        self._resting.remember()
        return True

    def take_photos(self, files: Sequence[Path]) -> bool:
        self.incoming.take(files)
        return True

    def refresh(self, changed: object) -> None:
        """A hidden page reads nothing: it will when it is entered."""
        if not isinstance(changed, Changed):
            return
        if changed.intake:
            self.commands.drafts_made = len(changed.items)
        if changed.shop:
            self._talk.manner = manner_of(self._desk.closet)
        if (changed.intake or changed.items or changed.shop) and self.isVisible():
            self.work.open_unfinished()

    def _show(self) -> None:
        view = self.work.view
        self.bar.show_view(view)
        if self.isVisible():
            self._desk.window.status.show_note(self.foot_note())
        has_rows = view is not None and bool(view.groups)
        are_new = has_rows and self._stack.currentWidget() is self.empty
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._splitter.isAncestorOf(focused)
        self._stack.setCurrentWidget(self._splitter if has_rows else self.empty)
        if view is not None and has_rows:
            self.rows.show_view(view)
            self._resting.restore()
            self._show_side()
            if are_new:
                self.rows.focus_photos()
            self.incoming.read_behind()
        elif self.incoming.is_busy:
            self.empty.show_coming()
        else:
            self._show_nothing()
            if had_focus:
                self.empty.take_focus()

    def _show_nothing(self) -> None:
        self.side.refused.clear()
        if self.commands.drafts_made:
            self.empty.show_done(self.commands.drafts_made)
        else:
            self.empty.show_empty()

    def _show_side(self) -> None:
        view = self.work.view
        if view is not None:
            busy = self.incoming.is_busy
            self.side.show_view(view, self.rows.caret.group, is_coming=busy)

    def _remember_width(self) -> None:
        panes = {**self._desk.choices.settings.panes, NAME: (self._splitter.sizes()[1],)}
        self._desk.choices.change(panes=panes)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_bring(event.mimeData()):
            event.acceptProposedAction()
            self._veil.cover()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        event.acceptProposedAction()
        self.incoming.take_brought(brought(event.mimeData()))
