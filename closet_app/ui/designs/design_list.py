"""The designs at the left: small cards with their names, one's own first."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QVBoxLayout,
    QWidget,
)

from closet_app.services.design_fields import Design
from closet_app.services.designs import is_own, move_design
from closet_app.ui.designs.studio import Studio
from closet_app.ui.designs.thumbnails import Thumbnails
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.kept_rows import Index, KeptRows, choose_row
from closet_app.ui.widgets.list_rows import ListDelegate, dress_list
from closet_app.ui.widgets.table_row import RowState, paint_text
from closet_app.ui.widgets.text import PlainLabel, plain_tooltip
from closet_app.ui.words import say

ROW, PICTURE, LEFT = 84, (60, 68), 14
ROLE = Qt.ItemDataRole


class DesignModel(KeptRows[Design]):
    """Rows are the designs of the shelf; `moved` carries an own one and its place among those."""

    moved = Signal(str, int)

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(lambda design: design.id, parent)
        self._studio = studio

    def read(self) -> None:
        """Show the shelf as it is now."""
        self.keep(self._studio.shelf.designs)

    def is_usual(self, design: Design) -> bool:
        """Whether cards are printed with it."""
        return design.id == self._studio.shelf.usual

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Own designs are drawn up and down; they are let go between rows."""
        design = self.row(index.row()) if index.isValid() else None
        if design is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsDragEnabled if is_own(design.id) else plain

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(self, _source: Index, row: int, _count: int, _target: Index, before: int) -> bool:
        """Tell where a row was let go; the list follows when that is written."""
        design = self.row(row)
        if design is None or not is_own(design.id) or before in {row, row + 1}:
            return False
        self.moved.emit(design.id, before if before < row else before - 1)
        return True

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        design = self.row(index.row())
        if design is None:
            return None
        if role == ROLE.DisplayRole:
            return design.name
        if role == ROLE.ToolTipRole:
            return plain_tooltip(design.name)
        if role == ROLE.AccessibleTextRole:
            usual = say("used for your cards") if self.is_usual(design) else ""
            return ", ".join(filter(None, (design.name, say_origin(design), usual)))
        return None


def say_origin(design: Design) -> str:
    """Whose design it is."""
    return say("Your own") if is_own(design.id) else say("Comes with Closet")


class DesignDelegate(ListDelegate[Design]):
    """The card at the left, name and origin beside it; the usual one says so."""

    def __init__(self, model: DesignModel, thumbs: Thumbnails, parent: QObject) -> None:
        super().__init__(model, ROW, parent, chosen="accent-soft")
        self._model = model
        self._thumbs = thumbs

    def paint_row(self, painter: QPainter, rect: QRect, row: Design, _state: RowState) -> None:
        box = QRectF(rect.left() + px(LEFT), 0, px(PICTURE[0]), px(PICTURE[1]))
        box.moveTop(rect.top() + (rect.height() - box.height()) / 2)
        paint_card(painter, box, self._thumbs.get(row.id))
        self._paint_words(painter, rect, row)

    def _paint_words(self, painter: QPainter, rect: QRect, design: Design) -> None:
        left = rect.left() + px(LEFT + PICTURE[0] + 12)
        usual = self._model.is_usual(design)
        lines = 3 if usual else 2
        top = rect.top() + (rect.height() - lines * px(19)) // 2
        line = QRect(left, top, rect.right() - px(12) - left, px(19))
        paint_text(painter, line, design.name, "body-strong")
        paint_text(painter, line.translated(0, px(19)), say_origin(design), "small", "muted")
        if usual:
            third = line.translated(0, px(38))
            sign = QRect(third.left(), third.top() + px(3), px(13), px(13))
            paint_icon(painter, sign, "check", "ok-ink")
            words = third.adjusted(px(18), 0, 0, 0)
            paint_text(painter, words, say("Used for your cards"), "small", "ok-ink")


def paint_card(painter: QPainter, room: QRectF, image: QImage | None) -> None:
    """A small card in the middle of its room, or a quiet box until it is there."""
    painter.save()
    if image is None:
        box = QRectF(0, 0, room.height() * 0.7, room.height())
        box.moveCenter(room.center())
        painter.fillRect(box, color("neutral-soft"))
    else:
        size = image.size().toSizeF()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(room.topLeft(), size)
        box.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, image)
    painter.setPen(QPen(color("line2"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.restore()


class DesignList(QWidget):
    """Head and rows; the row of the design in hand is the current one."""

    def __init__(self, studio: Studio, thumbs: Thumbnails) -> None:
        super().__init__()
        self._studio = studio
        self._silent = False
        self.model = DesignModel(studio, self)
        self.view = QListView()
        delegate = DesignDelegate(self.model, thumbs, self.view)
        dress_list(self.view, say("Card designs"), self.model, delegate)
        self.hint = PlainLabel(
            say("Drop a design file here to take it in."), role="small", tone="muted", wrap=True
        )
        self._build()
        studio.listed.connect(self._on_listed)
        studio.shown.connect(self._on_shown)
        self.model.moved.connect(self.put_at)
        thumbs.arrived.connect(self.model.repaint)
        self.view.selectionModel().currentChanged.connect(self._on_current)

    def put_at(self, design_id: str, to: int) -> None:
        """Put an own design at place `to` among the own ones, 0 being the first."""
        closet = self._studio.desk.closet
        self._studio.desk.command(lambda: move_design(closet, design_id, to), quiet=True)

    def _build(self) -> None:
        view = self.view
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDropIndicatorShown(True)
        self.hint.setContentsMargins(px(LEFT), px(10), px(LEFT), px(14))
        self.setProperty("ground", "canvas")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(view, 1)
        rows.addWidget(self.hint)

    def _on_listed(self) -> None:
        self._silent = True
        self.model.read()
        self._silent = False
        self._on_shown()

    def _on_shown(self) -> None:
        design = self._studio.kept
        place = self.model.place_of(design.id) if design is not None else -1
        self._silent = True
        choose_row(self.view, place)
        self._silent = False

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        design = self.model.row(current.row())
        if design is not None and not self._silent:
            self._studio.choose(design.id)
