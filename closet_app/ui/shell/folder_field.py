"""A field that shows a folder and lets another be chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from closet_app.ui.asking import Asking
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.field_box import FieldBox, IconMark
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import say


def say_folder(folder: Path) -> str:
    """The last two parts, as one says them: “Documents, Closet”."""
    return ", ".join(part for part in folder.parts[-2:] if part != folder.anchor)


class FolderField(FieldBox):
    """`changed` carries the folder that was chosen."""

    changed = Signal(object)

    def __init__(
        self, label: str, asking: Asking, *, change: str = "", parent: QWidget | None = None
    ) -> None:
        self.line = QLineEdit()
        super().__init__(label, self.line, parent=parent)
        self._asking = asking
        self._folder = Path()
        self.line.setReadOnly(True)
        self._mark = IconMark("folder-open", "ink2", 16, self.line)
        self._change = Button(
            change or say("Change"), "link", pressed=self.choose, parent=self.line
        )
        self._place()
        self.watch_editor()

    @property
    def folder(self) -> Path:
        """The folder shown."""
        return self._folder

    def set_folder(self, folder: Path) -> None:
        """Show `folder` without reporting it."""
        self._folder = folder
        self.line.setText(say_folder(folder))
        self.line.setCursorPosition(0)
        set_tooltip(self.line, str(folder))
        self.set_error("")

    def choose(self) -> None:
        """Ask for another folder."""
        chosen = self._asking.folder(self.window(), self.label, str(self._folder.parent))
        if chosen is not None:
            self.set_folder(chosen)
            self.changed.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self._change.adjustSize()
        self.line.setTextMargins(px(22), 0, self._change.width() + px(8), 0)
        middle = self.line.height() / 2
        self._mark.move(px(10), round(middle - self._mark.height() / 2))
        left = self.line.width() - self._change.width() - px(8)
        self._change.move(left, round(middle - self._change.height() / 2))
