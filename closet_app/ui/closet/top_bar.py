"""The bar above the page: search, undo, saved views, and adding items."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.search_box import SearchBox
from closet_app.ui.widgets.suggestion_list import Suggestion
from closet_app.ui.widgets.token_chip import TokenFace, plain_face
from closet_app.ui.words import say

SEARCH = 640
ADDING = ("new_item", "add_photos", "import_items")


class ClosetBar(QWidget):
    """Search at the left, actions at the right; `left` says that Esc was pressed.

    Whoever knows the closet sets `suggest` and `face` of the search line.
    """

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.suggest: Callable[[str], Sequence[Suggestion] | None] = lambda _typed: ()
        self.face: Callable[[str], TokenFace] = plain_face
        self.search = SearchBox(
            say("Add a word or a filter, like brand:madewell"),
            suggest=self._suggest,
            face=self._face,
        )
        self.photo = IconButton(
            "scan-search",
            say("Find by photo"),
            size="small",
            pressed=desk.actions.action("find_by_photo").trigger,
        )
        self._undo_action: QAction = desk.actions.action("undo")
        self.undo = IconButton("undo-2", say("Undo"), pressed=self._undo_action.trigger)
        self.add = Button(say("Add items"), "primary", icon="plus", pressed=self._open_adding)
        self._build()
        self._undo_action.changed.connect(self._show_undo)
        self._show_undo()

    def _build(self) -> None:
        self._measure()
        self.search.add_tool(self.photo)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(10))
        self._row.addWidget(self.search, 10)
        self._row.addStretch(1)
        self._row.addWidget(self.undo)
        self._row.addWidget(self.add)

    def add_before_adding(self, widget: QWidget) -> None:
        """Put `widget` at the left of the button that adds items."""
        self._row.insertWidget(self._row.indexOf(self.add), widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _suggest(self, typed: str) -> Sequence[Suggestion] | None:
        return self.suggest(typed)

    def _face(self, token: str) -> TokenFace:
        return self.face(token)

    def _measure(self) -> None:
        self.search.setMaximumWidth(px(SEARCH))

    def _show_undo(self) -> None:
        self.undo.setEnabled(self._undo_action.isEnabled())
        self.undo.setToolTip(self._undo_action.toolTip())
        self.undo.setAccessibleDescription(self._undo_action.text())

    def _open_adding(self) -> None:
        menu = self._desk.actions.menu(ADDING, self)
        width = menu.sizeHint().width()
        foot = self.add.mapToGlobal(QPoint(self.add.width() - width, self.add.height() + 4))
        menu.popup(foot)
