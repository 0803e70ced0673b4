"""A place for files of an order: dropped, chosen or photographed, shown as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services.records.packing import OrderFile
from closet_app.ui.parcels.file_pictures import FilePictures
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.frames import dropped_files, paint_stitched
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel, set_tooltip
from closet_app.ui.words import say

HEIGHT, COMPACT = 96, 38
"""Of a place to drop; a compact one has its icon beside the words."""


class FilePicture(QWidget):
    """One file: its picture whole on the desk's ground, and a button that takes it out."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, file: OrderFile, pictures: FilePictures) -> None:
        super().__init__()
        self.file = file
        self._pictures = pictures
        self._remove = IconButton(
            "x",
            say("Take out {name}", name=file.name),
            kind="secondary",
            size="small",
            pressed=lambda: self.removed.emit(self.file),
            parent=self,
        )
        self.setAccessibleName(file.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tooltip(self, file.name)
        fix(self, width=88, height=HEIGHT)
        pictures.arrived.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        pixmap = self._pictures.get(self.file)
        if pixmap is None:
            name = "file-warning" if self._pictures.is_broken(self.file) else "file-text"
            paint_icon(painter, _middle(self.rect(), px(20)), name, "muted")
            return
        room = self.rect().adjusted(px(6), px(6), -px(6), -px(6))
        size = pixmap.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(room.topLeft(), size)
        box.moveCenter(room.center())
        painter.drawPixmap(box, pixmap)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._remove.resize(self._remove.sizeHint())
        self._remove.move(self.width() - self._remove.width() - px(4), px(4))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit(self.file)


class DropButton(QAbstractButton):
    """Stitched: files are dropped on it, or it is pressed to choose them."""

    dropped = Signal(list)

    def __init__(self, words: str, icon: str, *, compact: bool = False) -> None:
        super().__init__()
        self._icon, self._over, self._compact = icon, False, compact
        self.setText(words)
        self.setAccessibleName(words)
        self.setAcceptDrops(True)
        self.setProperty("focusRadius", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fix(self, height=COMPACT if compact else HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(px(96), self.height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._over or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent-soft" if self._over else "hover"))
            painter.drawRoundedRect(self.rect(), px(8), px(8))
        paint_stitched(painter, self.rect(), color("accent-ink" if self._over else "hem"), px(8))
        painter.setFont(font("small"))
        painter.setPen(color("muted"))
        if self._compact:
            self._paint_beside(painter)
        else:
            self._paint_below(painter)

    def _paint_beside(self, painter: QPainter) -> None:
        side, gap = px(16), px(7)
        words = elided(self.text(), self.width() - side - gap - px(16), "small")
        width = side + gap + text_width(words, "small")
        icon = _middle(self.rect(), side)
        icon.moveLeft((self.width() - width) // 2)
        paint_icon(painter, icon, self._icon, "muted")
        room = self.rect().adjusted(icon.right() + gap, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_below(self, painter: QPainter) -> None:
        room = self.rect().adjusted(px(10), px(10), -px(10), -px(10))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        needed = painter.boundingRect(room, flags, self.text()).height()
        side = px(18)
        top = room.top() + max(0, (room.height() - side - px(6) - needed) // 2)
        icon = QRect(room.center().x() - side // 2, top, side, side)
        paint_icon(painter, icon, self._icon, "muted")
        words = QRect(room.left(), icon.bottom() + px(6), room.width(), needed)
        painter.drawText(words, flags, self.text())

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()


class FileBox(QWidget):
    """Heading, pictures of the files, and a place to drop more.

    `dropped` carries paths, `chosen` asks for the file dialog, `opened` and `removed` a file.
    """

    dropped = Signal(list)
    chosen = Signal()
    opened = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        title: str,
        words: str,
        icon: str,
        pictures: FilePictures,
        *,
        more: Button | None = None,
        compact: bool = False,
    ) -> None:
        super().__init__()
        self._pictures = pictures
        self.pictures: list[FilePicture] = []
        self._compact = compact
        self.drop = DropButton(words, icon, compact=compact)
        self.fact = ElidedLabel("", role="small", tone="muted")
        head_line = QWidget()
        fix(head_line, height=24)
        head = QHBoxLayout(head_line)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(px(8))
        head.addWidget(PlainLabel(title, role="label", tone="ink2"))
        head.addWidget(self.fact, 1)
        if more is not None:
            head.addWidget(more)
        self._row = QHBoxLayout()
        self._row.setSpacing(px(8))
        self._row.addWidget(self.drop, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(2))
        rows.addWidget(head_line)
        head_line.setVisible(not compact)
        rows.addLayout(self._row)
        self.drop.dropped.connect(self.dropped)
        self.drop.clicked.connect(lambda _checked=False: self.chosen.emit())

    def show_files(self, files: Sequence[OrderFile], fact: str = "") -> None:
        """Show these files before the place to drop."""
        self.fact.setText(fact)
        if [each.file for each in self.pictures] == list(files):
            return
        for old in self.pictures:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.pictures = [FilePicture(file, self._pictures) for file in files]
        for place, picture in enumerate(self.pictures):
            picture.opened.connect(self.opened)
            picture.removed.connect(self.removed)
            self._row.insertWidget(place, picture)


def is_pdf(path: Path) -> bool:
    """Whether a file calls itself a PDF."""
    return path.suffix.casefold() == ".pdf"


def _middle(rect: QRect, side: int) -> QRect:
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    return box
