"""What was read from a tag, beside the part of the photo where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from closet_app.domain.fields import FIELD
from closet_app.domain.suggestions import Suggestion
from closet_app.services.photo_findings import TagRead
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.photo_cache import rounded_photo
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say

_TAG_WIDTH, _TAG_HEIGHT = 120, 88
TAG_SHAPE = (4, 3)
"""About the shape in which the place that was read is shown."""


class TagCrop(QWidget):
    """The part of the photo that was read."""

    def __init__(self) -> None:
        super().__init__()
        self._crop: QPixmap | None = None
        self.setAccessibleName(say("What was read"))

    @property
    def is_shown(self) -> bool:
        """Whether the place that was read is there."""
        return self._crop is not None

    def show_crop(self, crop: QPixmap | None) -> None:
        """Show the place that was read, or that it is on its way."""
        self._crop = crop
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_TAG_WIDTH), px(_TAG_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(72), px(_TAG_HEIGHT))

    def _box(self) -> QRect:
        """As wide as there is room, in the shape of what was read."""
        height = self.width() * TAG_SHAPE[1] // TAG_SHAPE[0]
        return QRect(0, 0, self.width(), min(max(height, 1), self.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = float(px(6))
        box = self._box()
        if self._crop is None or self._crop.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("neutral-soft"))
            painter.drawRoundedRect(box, radius, radius)
            return
        ratio = self.devicePixelRatioF()
        crop = rounded_photo(self._crop, box.size(), (radius, radius), ratio)
        painter.drawPixmap(0, 0, crop)


class TagCard(QWidget):
    """What the tag says: `used` carries the suggestions taken, `dismissed` those waved away."""

    used = Signal(object)
    dismissed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._read: tuple[Suggestion, ...] = ()
        self.crop = TagCrop()
        self.words = PlainLabel("", wrap=True)
        self.use = Button(say("Use"), "link", pressed=lambda: self.used.emit(self._read))
        self.choose = Button(say("Choose…"), "ghost", size="small", pressed=self._open_menu)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(IconMark("scan-search", "accent-ink", 14))
        head.addWidget(PlainLabel(say("Read from tag"), role="label-strong", tone="accent"), 1)
        verbs = QHBoxLayout()
        verbs.setSpacing(px(8))
        verbs.addWidget(self.use)
        verbs.addWidget(self.choose)
        verbs.addStretch(1)
        card = _SoftCard()
        rows = QVBoxLayout(card)
        rows.setContentsMargins(px(10), px(8), px(10), px(4))
        rows.setSpacing(px(2))
        rows.addLayout(head)
        rows.addWidget(self.words)
        rows.addLayout(verbs)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.crop, 1)
        row.addWidget(card, 2)

    def show_read(self, tag: TagRead | None) -> None:
        """Show what a tag says; hidden when there is nothing to take."""
        self._read = tag.suggestions if tag else ()
        self.setVisible(tag is not None)
        if tag is not None:
            self.words.setText(", ".join(each.value for each in tag.suggestions))

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.choose.mapToGlobal(QPoint(0, self.choose.height())))

    def menu(self) -> QMenu:
        """One row for each thing that was read, and one to wave all of it away."""
        menu = rounded_menu(QMenu(self))
        for each in self._read:
            name = say(FIELD[each.field].words)
            act = menu.addAction(f"{name}: {each.value}".replace("&", "&&"))
            act.triggered.connect(lambda _checked=False, one=each: self.used.emit((one,)))
        menu.addSeparator()
        act = menu.addAction(say("None of it"))
        act.triggered.connect(lambda: self.dismissed.emit(self._read))
        return menu


class _SoftCard(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent-soft"))
        painter.drawRoundedRect(self.rect(), px(6), px(6))
