"""The card designs as small cards: each is a page of its own PDF, made for the shown order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from closet_app.domain.progress import Progress
from closet_app.services import designs
from closet_app.services.card_papers import stock_of
from closet_app.services.closet import Closet
from closet_app.services.design_previews import card_of_order
from closet_app.services.designs import is_own
from closet_app.services.print_pages import Stock
from closet_app.services.prints import PieceKind
from closet_app.services.stocks import find_stock
from closet_app.ui.designs.live_preview import face_of
from closet_app.ui.jobs import READ, Ticket
from closet_app.ui.print_room.room import Room
from closet_app.ui.theme.fonts import font, line_height
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.arrow_button import ArrowButton, click_next
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.words import say

PICTURE, GAP = (60, 84), 7
"""Four designs and the edge of the fifth one are seen."""


@dataclass(frozen=True, slots=True)
class Face:
    """One design by id and name, and the card it is printed on unless another one is chosen."""

    id: str
    name: str
    paper: Stock


@dataclass(frozen=True, slots=True)
class Drawn:
    """Every design, how its card looks where it can be drawn, and the id of the usual one."""

    faces: tuple[Face, ...]
    pictures: Mapping[str, QImage]
    usual: str


class DesignStrip(QScrollArea):
    """Chooses the design of all cards of the run; arrow keys move along the tiles.

    `laid` tells that there are other tiles.
    """

    laid = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.tiles: list[DesignTile] = []
        self._faces: tuple[Face, ...] = ()
        self._known: frozenset[str] = frozenset()
        self._usual = self._before = ""
        self._group = QButtonGroup(self)
        self._ticket: Ticket | None = None
        self._row = QHBoxLayout()
        self._build()
        for signal in (room.read, room.turned):
            signal.connect(self.read)
        room.chosen.connect(lambda kind: self.read() if kind is PieceKind.CARD else None)
        room.redesigned.connect(self._tick)

    def _build(self) -> None:
        self.setAccessibleName(say("Card design"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        inside = QWidget()
        inside.setProperty("ground", "")
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(px(GAP))
        self._row.addStretch(1)
        self.setWidget(inside)
        self.setFixedHeight(px(PICTURE[1]) + px(4) + line_height("label") + 4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel goes along the designs, until their end."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        bar.setValue(before - (event.angleDelta().y() or event.angleDelta().x()))
        event.setAccepted(bar.value() != before)

    def read(self) -> None:
        """Ask for the designs, then draw each with the note of the shown order."""
        order = self._room.order
        if order is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        closet, paper = self._room.desk.closet, self._room.choices[PieceKind.CARD].paper
        order_id, width = order.id, round(px(PICTURE[0] - 8) * self.devicePixelRatioF())
        self._ticket = self._room.desk.jobs.run(
            lambda progress: _drawn(closet, order_id, paper, width, progress),
            owner=self,
            done=self._show,
            failed=lambda _error: None,
            lane=READ,
        )

    def _show(self, drawn: Drawn) -> None:
        if drawn.faces != self._faces:
            self._lay(drawn.faces)
        for tile in self.tiles:
            tile.show_picture(drawn.pictures.get(tile.face.id))
        self._choose(drawn)
        self._tick()

    def _choose(self, drawn: Drawn) -> None:
        """A design made meanwhile is chosen; else one that is gone gives way to the usual one."""
        known = {face.id: face for face in drawn.faces}
        made = [each for each in drawn.faces if is_own(each.id) and each.id not in self._known]
        is_other = drawn.usual != self._usual and bool(self._usual)
        wanted = known.get(self._room.design)
        if made and self._known:
            self._before, wanted = self._room.design, made[-1]
        elif is_other:
            wanted = known[drawn.usual]
        elif wanted is None:
            wanted = known.get(self._before) or known[drawn.usual]
        self._known, self._usual = frozenset(known), drawn.usual
        self._room.redesign(wanted.id, wanted.paper)

    def _lay(self, faces: Sequence[Face]) -> None:
        for tile in self.tiles:
            self._group.removeButton(tile)
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._faces = tuple(faces)
        self.tiles = [DesignTile(face) for face in faces]
        for place, tile in enumerate(self.tiles):
            self._group.addButton(tile)
            self._row.insertWidget(place, tile)
            tile.clicked.connect(partial(self._pick, tile.face))
        self.laid.emit()

    def _pick(self, face: Face, _on: bool = False) -> None:
        self._room.redesign(face.id, face.paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not click_next(self.tiles, event):
            super().keyPressEvent(event)

    def _tick(self) -> None:
        for tile in self.tiles:
            tile.setChecked(tile.face.id == self._room.design)
            if tile.isChecked():
                self.ensureWidgetVisible(tile, px(GAP), 0)


def _drawn(closet: Closet, order_id: int, paper: Stock, width: int, progress: Progress) -> Drawn:
    """Each design on the paper in hand, or on one of its own shape."""
    card = card_of_order(closet, order_id)
    faces, pictures = [], {}
    for design in designs.all_designs(closet):
        own = find_stock(closet, stock_of(closet, design))
        faces.append(Face(design.id, design.name, own))
        stock = paper if paper.folded is own.folded else own
        plain = replace(card, note="")
        for said in (card, plain):
            image = face_of(said, design, stock, width, progress)
            if image is not None:
                pictures[design.id] = image
                break
    return Drawn(tuple(faces), pictures, designs.usual_design(closet))


class DesignTile(ArrowButton):
    """One design: its card over its name."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self._picture: QImage | None = None
        self.setCheckable(True)
        self.setText(face.name)
        self.setAccessibleName(face.name)
        self.setProperty("focusRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_picture(self, picture: QImage | None) -> None:
        """Show the card as it would be printed; nothing when it cannot be on this paper."""
        self._picture = picture
        self.setEnabled(picture is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(PICTURE[0]), px(PICTURE[1]) + px(4) + line_height("label"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        frame = QRectF(0, 0, self.width(), px(PICTURE[1]))
        painter.setPen(QPen(color("accent-ink"), 2) if on else QPen(color("line2"), 1))
        painter.setBrush(color("sunken"))
        inside = 1.0 if on else 0.5
        painter.drawRoundedRect(frame.adjusted(inside, inside, -inside, -inside), px(7), px(7))
        self._paint_card(painter, frame)
        role = "label-strong" if on else "label"
        painter.setFont(font(role))
        painter.setPen(color("accent-ink" if on else "ink2" if self.isEnabled() else "muted"))
        words = QRect(0, px(PICTURE[1]) + px(4), self.width(), line_height("label"))
        shown = elided(self.face.name, words.width(), role)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_card(self, painter: QPainter, frame: QRectF) -> None:
        room = frame.adjusted(px(5), px(5), -px(5), -px(5))
        if self._picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("neutral-soft"))
            painter.drawRect(room)
            return
        size = self._picture.size().toSizeF()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(room.topLeft(), size)
        box.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, QColor("white"))
        painter.drawImage(box, self._picture)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
