"""Where a label is scanned or its number typed, and what it turned out to be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from closet_app.services.records.packing import Checked
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import IconButton
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.frames import Note
from closet_app.ui.words import say


class ScanLine(QLineEdit):
    """`entered` carries a number when Enter is pressed, `left` says Esc."""

    entered = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(say("Scan or type a number"))
        self.setAccessibleName(say("Scan or type a number"))
        self._mark = IconMark("scan-barcode", "muted", 16, self)
        self.setTextMargins(px(22), 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.move(px(10), (self.height() - self._mark.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            text = self.text().strip()
            self.clear()
            if text:
                self.entered.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ScanField(QWidget):
    """`scanned` carries what was typed, `filmed` asks for the camera.

    `left` gives the keys back to the page; `followed` carries the order of a piece that is not
    in the parcel in hand.
    """

    scanned = Signal(str)
    left = Signal()
    followed = Signal(int)
    filmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = ScanLine()
        self.camera = IconButton(
            "camera", say("Scan with the camera"), kind="secondary", pressed=self.filmed.emit
        )
        self.notes = {tone: Note("", tone, below=True) for tone in ("ok", "bad")}
        self.checked: Checked | None = None
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.camera)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(14), px(10), px(14), px(12))
        rows.setSpacing(px(8))
        rows.addLayout(row)
        fix(self.line, height=32)
        for note in self.notes.values():
            rows.addWidget(note)
            note.hide()
            note.acted.connect(self._follow)
        self.line.entered.connect(self.scanned)
        self.line.entered.connect(lambda _text: self.left.emit())
        self.line.left.connect(self.left)

    def begin(self, text: str) -> None:
        """Go on with words whose first letters were typed elsewhere on the page."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.setText(text)

    def tell(self, checked: Checked) -> None:
        """Say what was scanned; a wrong piece in red, with the way to its order."""
        self.checked = checked
        elsewhere = not checked.fits and checked.order_id is not None
        for tone, note in self.notes.items():
            is_meant = (tone == "ok") == checked.fits
            note.setVisible(is_meant)
            if is_meant:
                note.say(checked.words, action=say("Go to that order") if elsewhere else "")
        self.line.setAccessibleDescription(checked.words)

    def forget(self) -> None:
        """Say nothing any more."""
        self.checked = None
        for note in self.notes.values():
            note.hide()

    def _follow(self) -> None:
        if self.checked is not None and self.checked.order_id is not None:
            self.followed.emit(self.checked.order_id)
