"""The bar of the page: what became of the photos, undo, grouping again, adding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy

from closet_app.services.records.intake import IntakeView
from closet_app.ui.desk import Desk
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.intake.speech import say_became
from closet_app.ui.theme.icons import icon
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import ElidedLabel
from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.ui.intake.incoming import Incoming
    from closet_app.ui.intake.page_commands import PageCommands


class IntakeBar(PageBar):
    """Title and words at the left, three actions at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Intake"))
        self._undo_action = desk.actions.action("undo")
        self.words = ElidedLabel("", tone="muted")
        self.undo = IconButton(
            "undo-2", say("Undo"), keys=say("Ctrl Z"), pressed=self._undo_action.trigger
        )
        self.again = Button(say("Group again…"), icon="refresh-cw")
        self.add = Button(say("Add photos"), icon="plus", pressed=self.open_adding)
        self.adding = rounded_menu(QMenu(self))
        self._build()

    def _build(self) -> None:
        self.title.setSizePolicy(*_AS_WIDE_AS_IT_IS)
        self.row.setStretchFactor(self.title, 0)
        self.add_right(self.words)
        self.row.setStretchFactor(self.words, 1)
        for part in (self.undo, self.again, self.add):
            self.add_right(part)
        self._undo_action.enabledChanged.connect(self.undo.setEnabled)
        self.undo.setEnabled(self._undo_action.isEnabled())

    def fill(self, commands: PageCommands, incoming: Incoming) -> None:
        """Let the buttons do their work."""
        self.again.clicked.connect(lambda _checked=False: commands.ask_grouping())
        for words, name, do in (
            (say("Choose photos…"), "image-plus", incoming.choose_photos),
            (say("Choose a folder…"), "folder-open", incoming.choose_folder),
            (say("Paste"), "clipboard", incoming.paste),
            (say("Take photos…"), "camera", incoming.photograph),
            (say("Watch a folder…"), "eye", commands.watch),
        ):
            action = QAction(icon(name, "ink2"), words, self.adding)
            action.triggered.connect(lambda _checked=False, do=do: do())
            self.adding.addAction(action)
        self.adding.addSeparator()
        self._discard = QAction(
            icon("trash-2", "bad-ink"), say("Throw this intake away…"), self.adding
        )
        self._discard.triggered.connect(lambda _checked=False: commands.ask_discard())
        self.adding.addAction(self._discard)

    def show_view(self, view: IntakeView | None) -> None:
        """Say what became of the photos."""
        has_groups = view is not None and bool(view.groups)
        self.words.setText(say_became(view) if view is not None and has_groups else "")
        self.again.setVisible(has_groups)
        self.undo.setVisible(has_groups)
        self.add.setVisible(has_groups)

    def open_adding(self) -> None:
        """The ways in which photos come."""
        corner = self.add.rect().bottomRight()
        self.adding.popup(self.add.mapToGlobal(corner) - _left_of(self.adding) + _below(px(4)))


def _left_of(menu: QMenu) -> QPoint:
    return QPoint(menu.sizeHint().width(), 0)


def _below(by: int) -> QPoint:
    return QPoint(0, by)


_AS_WIDE_AS_IT_IS = (QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
