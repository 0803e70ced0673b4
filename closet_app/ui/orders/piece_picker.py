"""Finds pieces that can be sold and chooses among them."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.records import Card
from closet_app.ui.desk import Desk
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.shades import px
from closet_app.ui.theme.signs import Tick, paint_check, paint_radio
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.search_box import SearchBox
from closet_app.ui.widgets.table_row import RowState, paint_photo, paint_row_ground, paint_text
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many
from closet_app.wording import say_pill

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
SELLABLE = "status:draft,listed,on_hold"
MOST, ROW = 200, 48
_NOWHERE = QModelIndex()


class PieceModel(QAbstractListModel):
    """Pieces found, with a tick for those chosen; the ticked ones outlive the search."""

    def __init__(self, speech: Speech, *, many: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.many = many
        self.speech = speech
        self.chosen: dict[int, Card] = {}
        self._cards: list[Card] = []

    def show_cards(self, cards: list[Card]) -> None:
        """Show other pieces."""
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def card(self, row: int) -> Card:
        """The piece of a row."""
        return self._cards[row]

    def toggle(self, row: int) -> None:
        """Choose a piece, or leave it out again."""
        card = self._cards[row]
        if card.id in self.chosen:
            del self.chosen[card.id]
        else:
            if not self.many:
                self.chosen.clear()
            self.chosen[card.id] = card
        self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == ROLE.DisplayRole:
            return card.title or card.sku
        if role == ROLE.AccessibleTextRole:
            asking = self.speech.money(card.asking)
            parts = (
                card.title,
                detail_of(card),
                asking,
                say("chosen") if card.id in self.chosen else "",
            )
            return ", ".join(part for part in parts if part)
        return None


def detail_of(card: Card) -> str:
    """Brand, size, number and where it stands."""
    parts = (card.brand, card.size, card.sku, say_pill(card.status.value))
    return " · ".join(part for part in parts if part)


class PieceDelegate(QStyledItemDelegate):
    """Tick, photo, title and detail, asking price."""

    def __init__(self, model: PieceModel, thumbs: Thumbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbs = thumbs

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = self._model.card(index.row())
        chosen = card.id in self._model.chosen
        over = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        state = RowState(selected=chosen, hover=bool(option.state & over))
        rect = option.rect
        paint_row_ground(painter, rect, state)
        self._paint_sign(painter, rect, chosen=chosen)
        side = px(36)
        photo = QRect(rect.left() + px(36), rect.top() + (rect.height() - side) // 2, side, side)
        paint_photo(painter, photo, self._pixmap(card, side, painter))
        price = QRect(rect.right() - px(90), rect.top(), px(80), rect.height())
        paint_text(painter, price, self._model.speech.money(card.asking), right=True)
        left = photo.right() + px(10)
        upper = QRect(left, rect.top() + px(6), price.left() - left - px(8), px(18))
        paint_text(painter, upper, card.title or card.sku, "body-strong")
        paint_text(painter, upper.translated(0, px(17)), detail_of(card), "small", "muted")

    def _paint_sign(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        side = px(16)
        top = rect.top() + (rect.height() - side) // 2
        box = QRectF(rect.left() + px(10), top, side, side)
        if self._model.many:
            paint_check(painter, box, Tick.ON if chosen else Tick.OFF)
        else:
            paint_radio(painter, box, on=chosen)

    def _pixmap(self, card: Card, side: int, painter: QPainter) -> QPixmap | None:
        if card.photo is None:
            return None
        return self._thumbs.get(card.photo, round(side * painter.device().devicePixelRatioF()))


class PiecePicker(QWidget):
    """A search line over the pieces it finds; `changed` says that others are chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, speech: Speech, thumbs: Thumbs, *, many: bool) -> None:
        super().__init__()
        self._desk = desk
        self._thumbs = thumbs
        self.search = SearchBox(say("Find a piece by title, brand, number or bin"), keys="")
        self.model = PieceModel(speech, many=many, parent=self)
        self.view = QListView()
        self.words = PlainLabel("", role="small", tone="muted")
        self._build()
        self._connect()
        self.look()

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(PieceDelegate(self.model, self._thumbs, self.view))
        self.view.setAccessibleName(say("Pieces"))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setMinimumHeight(px(ROW * 6))
        self.view.installEventFilter(self)
        self.search.line.installEventFilter(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addWidget(self.search)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.words)

    def _connect(self) -> None:
        self.search.query_changed.connect(lambda _query: self.look())
        self.view.clicked.connect(lambda index: self._toggle(index.row()))
        self._thumbs.arrived.connect(self.view.viewport().update)

    def chosen(self) -> list[Card]:
        """The chosen pieces in the order they were chosen."""
        return list(self.model.chosen.values())

    def look(self) -> None:
        """Look for what is typed."""
        closet, text = self._desk.closet, self.search.query()
        self._desk.jobs.run(
            lambda _progress: (text, _found(closet, text)), owner=self, done=self._on_found
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if watched is self.search.line and key == Qt.Key.Key_Down:
                self._go_to_list()
                return True
            if watched is self.view and key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
                self._toggle(self.view.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.setCurrentIndex(self.model.index(0))

    def _on_found(self, found: tuple[str, list[Card]]) -> None:
        text, cards = found
        if text == self.search.query():
            self.model.show_cards(cards)
            self._say()

    def _toggle(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.model.toggle(row)
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        count = len(self.model.chosen)
        if count and self.model.many:
            self.words.setText(say_many("{count} item chosen", "{count} items chosen", count))
        elif not self.model.rowCount():
            self.words.setText(say("Nothing in stock matches."))
        else:
            self.words.setText("")


def _found(closet: Closet, text: str) -> list[Card]:
    return gallery.cards(closet, gallery.find(closet, f"{text} {SELLABLE}".strip(), limit=MOST))
