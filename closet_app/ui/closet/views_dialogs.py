"""A name for a view, and the list in which views are put in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from closet_app.domain.text import fold
from closet_app.services.records import SavedView
from closet_app.services.views import LONGEST_NAME
from closet_app.ui.closet.saved_views import SavedViews
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.dialogs import FormDialog, TitledDialog, open_modal
from closet_app.ui.widgets.text import PlainLabel, plain_tooltip
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say

VIEW = Qt.ItemDataRole.UserRole
ROW = 30


class NameDialog(FormDialog):
    """What a view is called; names of `others` are taken."""

    def __init__(
        self, title: str, act: str, others: Iterable[SavedView], parent: QWidget | None
    ) -> None:
        super().__init__(title, act=act, keep=say("Leave as is"), width=380, parent=parent)
        self._taken = {fold(view.name) for view in others}
        self.field = LineField(say("Name"))
        self.field.line.setMaxLength(LONGEST_NAME)
        self.body.addWidget(self.field)
        focus_by_keyboard(self.field.line)

    def set_name(self, name: str) -> None:
        """Begin with a name, all of it selected."""
        self.field.set_text(name)
        self.field.line.selectAll()

    def name(self) -> str:
        """What was typed."""
        return self.field.text.strip()

    def check(self) -> str:
        if not self.name():
            return say("A view needs a name.")
        taken = fold(self.name()) in self._taken
        words = say("There is a view called “{name}” already.", name=self.name())
        return words if taken else ""


class ArrangeDialog(TitledDialog):
    """All views: dragged or moved with Alt and the arrows, renamed with F2, deleted with Del."""

    def __init__(self, saved: SavedViews, parent: QWidget | None) -> None:
        super().__init__(say("Saved views"), parent, width=420)
        self._saved = saved
        self.list = QListWidget()
        self.list.setAccessibleName(say("Saved views"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumHeight(px(220))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up = IconButton(
            "arrow-up", say("Move up"), keys="Alt ↑", pressed=lambda: self._step(-1)
        )
        self.down = IconButton(
            "arrow-down", say("Move down"), keys="Alt ↓", pressed=lambda: self._step(1)
        )
        self.rename = Button(say("Rename…"), icon="pencil", pressed=self._rename)
        self.delete = Button(say("Delete"), "danger", icon="trash-2", pressed=self._delete)
        self._build()
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _row: self._show_verbs())
        self.list.model().rowsMoved.connect(self._on_dragged, Qt.ConnectionType.QueuedConnection)
        self.list.itemDoubleClicked.connect(lambda _item: self._rename())
        saved.changed.connect(self._fill)
        self._fill()

    def _build(self) -> None:
        words = say("They stand in the menu in this order.")
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.body.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch(1)
        row.addWidget(self.rename)
        row.addWidget(self.delete)
        self.body.addLayout(row)
        self.add_verb(say("Done"), "primary", self.accept).setDefault(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            acts: dict[tuple[int, bool], Callable[[], object]] = {
                (Qt.Key.Key_Up, True): lambda: self._step(-1),
                (Qt.Key.Key_Down, True): lambda: self._step(1),
                (Qt.Key.Key_F2, False): self._rename,
                (Qt.Key.Key_Delete, False): self._delete,
            }
            act = acts.get((event.key(), alt))
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def current(self) -> SavedView | None:
        """The view that is chosen."""
        chosen = self.list.selectedItems()
        view: SavedView | None = chosen[0].data(VIEW) if chosen else None
        return view

    def _fill(self) -> None:
        if [self.list.item(row).data(VIEW) for row in range(self.list.count())] == [
            *self._saved.all
        ]:
            return
        chosen, row = self.current(), self.list.currentRow()
        self.list.clear()
        for at, view in enumerate(self._saved.all):
            item = QListWidgetItem(view.name)
            item.setData(VIEW, view)
            item.setSizeHint(QSize(0, px(ROW)))
            item.setToolTip(plain_tooltip(f"{view.name}\n{view.query}"))
            self.list.addItem(item)
            row = at if chosen is not None and view.id == chosen.id else row
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._show_verbs()

    def _show_verbs(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.rename.setEnabled(row >= 0)
        self.delete.setEnabled(row >= 0)

    def _step(self, by: int) -> None:
        view, to = self.current(), self.list.currentRow() + by
        if view is not None and 0 <= to < self.list.count():
            self._saved.move(view, to)

    def _on_dragged(self) -> None:
        shown = [self.list.item(row).data(VIEW) for row in range(self.list.count())]
        view = self.current()
        if view is not None and view in shown:
            self._saved.move(view, shown.index(view))

    def _rename(self) -> None:
        view = self.current()
        if view is not None:
            ask_to_rename(self._saved, view, self)

    def _delete(self) -> None:
        view = self.current()
        if view is not None:
            self._saved.delete(view)


def ask_to_save(saved: SavedViews) -> None:
    """Ask for a name for what is searched for."""
    dialog = NameDialog(say("Save this view"), say("Save the view"), saved.all, saved.window)
    open_modal(dialog, lambda: saved.save(dialog.name()))


def ask_to_rename(saved: SavedViews, view: SavedView, parent: QWidget) -> None:
    """Ask for another name."""
    others = [each for each in saved.all if each.id != view.id]
    dialog = NameDialog(say("Rename the view"), say("Rename"), others, parent)
    dialog.set_name(view.name)
    open_modal(dialog, lambda: saved.rename(view, dialog.name()))


def arrange(saved: SavedViews) -> None:
    """Rename, order and delete views in a list."""
    open_modal(ArrangeDialog(saved, saved.window), lambda: None)
