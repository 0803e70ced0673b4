"""The desk on which the card in hand lies, as it would be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from closet_app.services.design_previews import DrawnCard
from closet_app.services.prints import PieceKind
from closet_app.ui.designs.card_places import places
from closet_app.ui.designs.live_preview import Room
from closet_app.ui.printing.page_painting import paint_caption, paint_edge
from closet_app.ui.printing.sheets import CAPTION, Sheet
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.frames import stitch_pen
from closet_app.ui.words import say

MARGIN = 20
LEAST = (240, 200)


class CardView(QWidget):
    """Paints the sides with their captions; `resized` tells that there is another room for them.

    What is seen stays until its successor is drawn, in its new place at once.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sides: tuple[QImage, ...] = ()
        self.drawn: DrawnCard | None = None
        self._paper = ""
        self._names: tuple[str, ...] = ()
        self.setAccessibleName(say("The card as it would be printed"))
        self.setMinimumSize(*LEAST)

    def room(self) -> Room:
        """How much of the desk the sides may take."""
        width, height = (self._within(side) for side in (self.width(), self.height()))
        return Room(width, height, px(CAPTION), self.devicePixelRatioF())

    def show_card(self, drawn: DrawnCard, sides: Sequence[QImage], paper: str, whose: str) -> None:
        """Show these sides of a card on `paper`, made for `whose` order."""
        self.drawn, self.sides, self._paper = drawn, tuple(sides), paper
        folded = (say("Outside"), say("Inside"))
        self._names = folded if drawn.folded else (say("Front"), say("Back"))
        seen = ", ".join(self._names[: len(self.sides)])
        self.setAccessibleDescription(f"{whose}, {paper}: {seen}")
        self.update()

    def rects(self) -> list[QRect]:
        """Where the sides lie now."""
        if self.drawn is None:
            return []
        size = (self.drawn.width, self.drawn.height)
        room = self.room()
        laid = places(size, len(self.sides), room.width, room.height, room.caption)
        return [rect.translated(px(MARGIN), px(MARGIN) // 2) for rect in laid]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, rect in enumerate(self.rects()):
            paint_caption(painter, rect, self._sheet(place))
            painter.fillRect(rect, QColor("white"))
            side = self.sides[place]
            painter.drawImage(QRectF(rect), side, QRectF(side.rect()))
            if self.drawn is not None and self.drawn.folded:
                painter.setPen(stitch_pen(QColor("#8A8078")))
                middle = rect.center().x() + 0.5
                painter.drawLine(QLineF(middle, rect.top(), middle, rect.bottom()))
            paint_edge(painter, rect, marked=False)

    def _within(self, side: int) -> int:
        return max(1, side - 2 * px(MARGIN))

    def _sheet(self, place: int) -> Sheet:
        """What the caption says: which side, and of the first one the paper."""
        title = self._names[place] if place < len(self._names) else ""
        detail = self._paper if place == 0 else ""
        return Sheet(PieceKind.CARD, place, 0, 0.0, 0.0, title, detail)
