"""The card designs as small cards: each is a page of its own PDF, made for the shown order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
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
from closet_app.errors import CancelledError, ClosetError
from closet_app.services import designs
from closet_app.services.closet import Closet
from closet_app.services.prints import PieceKind
from closet_app.ui.jobs import READ, Ticket
from closet_app.ui.print_room.making import Made, Wish, make
from closet_app.ui.print_room.room import Room
from closet_app.ui.printing.pictures import Wish as PageWish
from closet_app.ui.printing.pictures import picture
from closet_app.ui.printing.sheets import Sheet
from closet_app.ui.theme.fonts import font, line_height
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.arrow_button import ArrowButton, click_next
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.words import say

PICTURE, GAP = (60, 84), 7
"""Four designs and the edge of the fifth one are seen."""
FIRST_SERIAL = -1


@dataclass(frozen=True, slots=True)
class Face:
    """One design by id and name."""

    id: str
    name: str


class DesignStrip(QScrollArea):
    """Chooses the design of all cards of the run; arrow keys move along the tiles."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.tiles: list[DesignTile] = []
        self._faces: tuple[Face, ...] = ()
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
        usual = self._room.plan(PieceKind.CARD)
        ratio = self.devicePixelRatioF()
        width = round(px(PICTURE[0] - 8) * ratio)

        def work(progress: Progress) -> tuple[tuple[Face, ...], dict[str, QImage], str]:
            found = designs.all_designs(closet)
            drawn = {}
            for each in found:
                plan = replace(usual, design=each.id, back=False, skip=frozenset())
                wish = Wish(order.id, plan, paper)
                image = _drawn(wish, width, closet, progress)
                if image is not None:
                    drawn[each.id] = image
            faces = tuple(Face(each.id, each.name) for each in found)
            return faces, drawn, designs.usual_design(closet)

        self._ticket = self._room.desk.jobs.run(work, owner=self, done=self._show, lane=READ)

    def _show(self, answer: tuple[Sequence[Face], dict[str, QImage], str]) -> None:
        faces, drawn, usual = answer
        if tuple(faces) != self._faces:
            self._lay(faces)
        for tile in self.tiles:
            tile.show_picture(drawn.get(tile.face.id))
        if self._room.design not in {face.id for face in faces}:
            self._room.redesign(usual)
        self._tick()

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
            tile.clicked.connect(lambda _on=False, tile=tile: self._room.redesign(tile.face.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not click_next(self.tiles, event):
            super().keyPressEvent(event)

    def _tick(self) -> None:
        for tile in self.tiles:
            tile.setChecked(tile.face.id == self._room.design)
            if tile.isChecked():
                self.ensureWidgetVisible(tile, px(GAP), 0)


def _drawn(wish: Wish, width: int, closet: Closet, progress: Progress) -> QImage | None:
    """The front of one card as a picture; none where the design does not suit the paper."""
    made = _made(closet, wish, progress) or _made(closet, replace(wish, note=""), progress)
    if made is None or not made.pdf:
        return None
    sheet = Sheet(
        kind=wish.kind,
        page=0,
        serial=made.serial,
        width=wish.paper.width,
        height=wish.paper.height,
        title="",
        detail="",
        tinted=True,
        pdf=made.pdf,
    )
    return picture(PageWish(sheet, width), progress)


def _made(closet: Closet, wish: Wish, progress: Progress) -> Made | None:
    try:
        return make(closet, wish, FIRST_SERIAL, progress)
    except CancelledError:
        raise
    except ClosetError:
        return None


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
