"""Paints a card in the gallery from what the model looks up."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from closet_app.services.records import Card
from closet_app.ui.closet.model import CardModel, Index
from closet_app.ui.theme.shades import theme
from closet_app.ui.thumbs import Thumbs, weight
from closet_app.ui.widgets.item_card import CardFace, CardState, paint_card, photo_rect

Flag = QStyle.StateFlag
PAINTED_LIMIT = 16 * 1024 * 1024
"""Bytes of painted cards kept; a screen of 20 at 187 × 274 takes 4 MB."""


class CardDelegate(QStyledItemDelegate):
    """One card; its photo is wished for when it is not there yet."""

    def __init__(self, model: CardModel, thumbs: Thumbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbs = thumbs
        self._painted = PaintedCards()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, face = self._model.card(index.row()), self._model.face(index.row())
        state = CardState(
            selected=bool(option.state & Flag.State_Selected),
            current=bool(option.state & Flag.State_HasFocus),
            hover=bool(option.state & Flag.State_MouseOver),
            loading=card is None,
        )
        if card is None or face is None:
            paint_card(painter, option.rect, _NO_FACE, state)
            return
        shown = self._with_photo(card, face, photo_rect(option.rect).size(), painter)
        size, ratio = option.rect.size(), painter.device().devicePixelRatioF()
        painter.drawPixmap(option.rect.topLeft(), self._painted.get(shown, state, size, ratio))

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return option.rect.size()

    def _with_photo(self, card: Card, face: CardFace, size: QSize, painter: QPainter) -> CardFace:
        if card.photo is None:
            return face
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._thumbs.get(card.photo, round(max(size.width(), size.height()) * ratio))
        if pixmap is not None:
            return replace(face, pixmap=pixmap)
        if self._thumbs.is_missing(card.photo):
            return replace(face, photo_missing=True)
        return face


class PaintedCards:
    """Cards as they were painted last, for the frames of a scroll that show them again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._bytes = 0

    def get(self, face: CardFace, state: CardState, size: QSize, ratio: float) -> QPixmap:
        """The whole card; painted now unless it is kept."""
        photo = 0 if face.pixmap is None else face.pixmap.cacheKey()
        words = replace(face, pixmap=None)
        key = (words, photo, state, size.width(), size.height(), ratio, theme())
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._draw(face, state, size, ratio)
            self._bytes += weight(found)
            while self._bytes > PAINTED_LIMIT and len(self._kept) > 1:
                self._bytes -= weight(self._kept.popitem(last=False)[1])
        else:
            self._kept.move_to_end(key)
        return found

    def _draw(self, face: CardFace, state: CardState, size: QSize, ratio: float) -> QPixmap:
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        paint_card(painter, QRect(QPoint(0, 0), size), face, state)
        painter.end()
        return made


_NO_FACE = CardFace("", "", "", "draft", "")
