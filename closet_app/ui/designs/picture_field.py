"""A picture of a design: as it is kept, and the ways to put another there or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImageReader,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.asking import PICTURES, Asking
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import dropped_files, paint_stitched
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say

SIDE = 64
KINDS = f"{PICTURES} *.svg"


class _Kept(QWidget):
    """The picture on white paper, or a stitched place for one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self.is_over = False
        fix(self, width=SIDE, height=SIDE)
        self.setAccessibleName(name)

    def show_file(self, path: Path | None) -> None:
        """Show the picture in a file, read no larger than it is shown."""
        self._pixmap = _small(path, px(SIDE) * 2) if path is not None else None
        self.setAccessibleDescription("" if path is not None else say("None"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.is_over:
            painter.fillRect(self.rect(), color("accent-soft"))
        if self._pixmap is None or self._pixmap.isNull():
            paint_stitched(painter, self.rect(), color("accent-ink" if self.is_over else "hem"), 8)
            sign = self.rect().adjusted(px(22), px(22), -px(22), -px(22))
            paint_icon(painter, sign, "image", "muted")
            return
        painter.fillRect(self.rect(), Qt.GlobalColor.white)  # paper is never dimmed
        inside = self.rect().adjusted(px(4), px(4), -px(4), -px(4))
        size = self._pixmap.size().scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
        middle = inside.center()
        inside.setSize(size)
        inside.moveCenter(middle)
        painter.drawPixmap(inside, self._pixmap)
        painter.setPen(color("line2"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PictureField(QWidget):
    """`chosen` carries a file that was chosen or dropped; `removed` says there is to be none."""

    chosen = Signal(object)
    removed = Signal()

    def __init__(self, label: str, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._label = label
        self.kept = _Kept(label)
        self.choose = Button(say("Choose…"), size="small", icon="image", pressed=self._ask)
        self.remove = Button(say("Remove"), "ghost", size="small", pressed=self.removed.emit)
        self.wrong = PlainLabel("", role="small", tone="bad", wrap=True)
        self.setAcceptDrops(True)
        self._build()

    def _build(self) -> None:
        self.choose.setAccessibleName(say("Choose: {what}", what=self._label))
        self.remove.setAccessibleName(say("Remove: {what}", what=self._label))
        self.wrong.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(px(6))
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(PlainLabel(self._label, role="label", tone="ink2"))
        words.addLayout(buttons)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.kept)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self.wrong)

    def show_file(self, path: Path | None) -> None:
        """Show what is kept."""
        self.kept.show_file(path)
        self.remove.setVisible(path is not None)

    def set_error(self, sentence: str) -> None:
        """Say why a picture was not taken; an empty sentence takes it away."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(dropped_files(event)) == 1:
            event.acceptProposedAction()
            self._show_over(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(over=False)
        event.acceptProposedAction()
        self.chosen.emit(dropped_files(event)[0])

    def _show_over(self, *, over: bool) -> None:
        self.kept.is_over = over
        self.kept.update()

    def _ask(self) -> None:
        kinds = f"{say('Pictures')} ({KINDS})"
        files = self._asking.open_files(self, say("Choose a picture"), kinds)
        if files:
            self.chosen.emit(files[0])


def _small(path: Path, side: int) -> QPixmap:
    reader = QImageReader(str(path))
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
