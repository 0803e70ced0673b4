"""The pieces that look alike as cards, the likest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from closet_app.services.records import Card
from closet_app.services.similar import Alike, say_likeness
from closet_app.ui.closet.faces import Speech, face_of, spoken
from closet_app.ui.closet.model import Index
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.item_card import (
    DESIGN_SIZE,
    CardFace,
    CardState,
    paint_card,
)
from closet_app.ui.widgets.text import plain_tooltip
from closet_app.ui.words import say
from closet_app.wording import say_date

Flag = QStyle.StateFlag
GAP = 12


class AlikeModel(QAbstractListModel):
    """Holds what was found; its photos are those that look alike, not the covers."""

    def __init__(self, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self.found: tuple[Alike, ...] = ()

    def show(self, found: Sequence[Alike]) -> None:
        """Show other pieces."""
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt asks for many kinds
        if not index.isValid():
            return None
        alike = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return alike.card.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{alike.card.title}\n{self.spoken(alike)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{spoken(alike.card, self._speech, selected=False)}, {self.spoken(alike)}"
        return None

    def words(self, alike: Alike) -> str:
        """“very alike · sold for $27.50”, or the brand where it was not sold."""
        rest = " · ".join(part for part in (alike.card.brand, alike.card.size) if part)
        if alike.sold_for is not None:
            rest = say("sold for {amount}", amount=self._speech.price(alike.sold_for))
        likeness = say_likeness(alike.likeness)
        return f"{likeness} · {rest}" if rest else likeness

    def spoken(self, alike: Alike) -> str:
        """The whole of it, with the day of the sale."""
        day = alike.sold_on
        when = say_date(day, self._speech.today, locale=self._speech.locale) if day else ""
        return ", ".join(part for part in (self.words(alike), when) if part)

    def face(self, row: int) -> CardFace:
        """The card's words, without its photo."""
        alike = self.found[row]
        face = face_of(alike.card, self._speech)
        price = alike.sold_for or alike.card.asking
        return replace(face, detail=self.words(alike), price_text=self._speech.price(price))


class AlikeDelegate(QStyledItemDelegate):
    """A card of the gallery with its likeness in words."""

    def __init__(self, model: AlikeModel, thumbs: Thumbs, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbs = thumbs

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = CardState(
            current=bool(option.state & Flag.State_HasFocus),
            hover=False,
        )
        card, face = self._model.found[index.row()].card, self._model.face(index.row())
        box = option.rect.adjusted(0, 0, -px(GAP), -px(GAP))
        paint_card(painter, box, self._with_photo(card, index.row(), face, box.size()), state)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(DESIGN_SIZE.width() + GAP), px(DESIGN_SIZE.height() + GAP))

    def _with_photo(self, card: Card, row: int, face: CardFace, size: QSize) -> CardFace:
        photo = self._model.found[row].photo
        pixmap = self._thumbs.get(photo, max(size.width(), size.height()))
        if pixmap is not None:
            return replace(face, pixmap=pixmap)
        return replace(face, photo_missing=self._thumbs.is_missing(photo))


class AlikeView(QListView):
    """Cards in rows; `opened` carries the id of a piece."""

    opened = Signal(int)

    def __init__(self, model: AlikeModel, thumbs: Thumbs) -> None:
        super().__init__()
        self._model = model
        self.setProperty("ground", "canvas")
        self.setModel(model)
        self.setItemDelegate(AlikeDelegate(model, thumbs, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(say("Pieces that look alike"))
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        thumbs.arrived.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        self.opened.emit(self._model.found[row].item_id)
