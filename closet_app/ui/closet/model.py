"""One model for gallery and table: ids in order, and the cards behind the rows looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from closet_app.services.records import Card
from closet_app.ui.closet.columns import COLUMNS
from closet_app.ui.closet.faces import Speech, face_of, spoken
from closet_app.ui.closet.pages import CardPages, ReadCards
from closet_app.ui.widgets.item_card import CardFace
from closet_app.ui.widgets.text import plain_tooltip
from closet_app.ui.words import say

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
ID_ROLE = int(ROLE.UserRole) + 1

_NOWHERE = QModelIndex()
_FACES_KEPT = 2048


class CardModel(QAbstractTableModel):
    """Rows are pieces, columns those of the table; the gallery shows the first one.

    `data` only looks up. Whoever asks for another order calls `show_ids`.
    """

    def __init__(self, read: ReadCards, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = CardPages(read)
        self._speech = speech
        self._ids: list[int] = []
        self._row_of: dict[int, int] | None = {}
        self._faces: dict[int, tuple[Card, CardFace]] = {}
        self.is_selected: Callable[[int], bool] = lambda _row: False

    @property
    def ids(self) -> list[int]:
        """The pieces in order; not to be changed."""
        return self._ids

    @property
    def speech(self) -> Speech:
        """How the shop says prices and days."""
        return self._speech

    def set_speech(self, speech: Speech) -> None:
        """Say everything in another way from now on."""
        self._speech = speech
        self._faces.clear()
        self._tell_rows(range(len(self._ids)))

    def show_ids(self, ids: list[int]) -> bool:
        """Show these pieces; True when rows were replaced rather than added at the end."""
        known = len(self._ids)
        if ids == self._ids:
            return False
        if 0 < known < len(ids) and ids[:known] == self._ids:
            self._append(ids)
            return False
        self.beginResetModel()
        self._ids, self._row_of = ids, None
        self._pages.forget()
        self.endResetModel()
        return True

    def row_of(self, item_id: int) -> int | None:
        """The row of a piece; None when it is not shown."""
        if self._row_of is None:
            self._row_of = {each: row for row, each in enumerate(self._ids)}
        return self._row_of.get(item_id)

    def index_of(self, item_id: int) -> QModelIndex:
        """The first cell of a piece; invalid when it is not shown."""
        row = self.row_of(item_id)
        return _NOWHERE if row is None else self.index(row, 0)

    def card(self, row: int) -> Card | None:
        """The card in a row; None when the piece is no more."""
        return self._pages.card(self._ids, row)

    def face(self, row: int) -> CardFace | None:
        """The words of the card in a row, without its photo."""
        card = self.card(row)
        if card is None:
            return None
        kept = self._faces.get(card.id)
        if kept is not None and kept[0] is card:
            return kept[1]
        if len(self._faces) >= _FACES_KEPT:
            self._faces.clear()
        face = face_of(card, self._speech)
        self._faces[card.id] = (card, face)
        return face

    def forget(self, item_ids: Iterable[int]) -> None:
        """Read these pieces again, since they have changed."""
        rows = [row for each in item_ids if (row := self.row_of(each)) is not None]
        self._pages.forget_rows(rows)
        self._tell_rows(rows)

    def forget_all(self) -> None:
        """Read every piece again when it is next looked at."""
        self._pages.forget()
        self._tell_rows(range(len(self._ids)))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        say_it = _SAY.get(role)
        card = self.card(index.row()) if say_it is not None else None
        if say_it is None or card is None:
            return None
        return say_it(self, card, index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return None
        if role == ROLE.DisplayRole:
            return say(COLUMNS[section].words)
        return _side(section) if role == ROLE.TextAlignmentRole else None

    def words(self, card: Card, index: Index) -> str:
        """What a cell says."""
        return COLUMNS[index.column()].say(card, self._speech)

    def said(self, card: Card, index: Index) -> str:
        """What a screen reader says: the whole card in the first cell."""
        if index.column():
            return self.words(card, index)
        return spoken(card, self._speech, selected=self.is_selected(index.row()))

    def _append(self, ids: list[int]) -> None:
        known = len(self._ids)
        self._pages.forget_from(known)
        self.beginInsertRows(_NOWHERE, known, len(ids) - 1)
        self._ids, self._row_of = ids, None
        self.endInsertRows()

    def _tell_rows(self, rows: Sequence[int]) -> None:
        if rows:
            last = len(COLUMNS) - 1
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), last))


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if COLUMNS[column].right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_SAY: dict[int, Callable[[CardModel, Card, Index], object]] = {
    int(ROLE.DisplayRole): lambda model, card, index: model.words(card, index),
    int(ROLE.ToolTipRole): lambda model, card, index: plain_tooltip(model.words(card, index)),
    int(ROLE.AccessibleTextRole): lambda model, card, index: model.said(card, index),
    int(ROLE.TextAlignmentRole): lambda _model, _card, index: _side(index.column()),
}
