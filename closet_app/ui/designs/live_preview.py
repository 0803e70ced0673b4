"""The card of the design in hand: drawn in jobs while it is typed, the newest wish first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError, ClosetError
from closet_app.services.design_fields import Design
from closet_app.services.design_previews import Card, DrawnCard, draw_card
from closet_app.services.print_pages import Stock
from closet_app.services.prints import PieceKind
from closet_app.ui.designs.card_places import fit_scale
from closet_app.ui.jobs import READ, Jobs
from closet_app.ui.printing.pictures import Wish as PageWish
from closet_app.ui.printing.pictures import picture
from closet_app.ui.printing.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Room:
    """What the desk offers the sides and their captions; `ratio` device pixels to each pixel."""

    width: int
    height: int
    caption: int
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class Wish:
    """A design on a paper, saying this, to be seen in this room."""

    design: Design
    card: Card
    stock: Stock
    room: Room


@dataclass(frozen=True, slots=True)
class Shown:
    """The sides as pictures, or why there are none."""

    wish: Wish
    drawn: DrawnCard | None = None
    sides: tuple[QImage, ...] = ()
    error: ClosetError | None = None


def draw_sides(wish: Wish, progress: Progress) -> Shown:
    """Make the pages and their pictures; also on a working thread."""
    try:
        drawn = draw_card(wish.card, wish.design, wish.stock)
    except CancelledError:
        raise
    except ClosetError as error:
        return Shown(wish, error=error)
    room = wish.room
    scale = fit_scale(
        (drawn.width, drawn.height), drawn.pages, room.width, room.height, room.caption
    )
    width = max(1, round(round(drawn.width * scale) * room.ratio))
    return Shown(
        wish, drawn, tuple(_side(drawn, page, width, progress) for page in range(drawn.pages))
    )


def front_of(
    card: Card, design: Design, stock: Stock, width: int, progress: Progress
) -> QImage | None:
    """The first side, so many pixels wide; none where the words do not fit."""
    try:
        drawn = draw_card(card, design, stock)
        return _side(drawn, 0, width, progress)
    except CancelledError:
        raise
    except ClosetError:
        return None


def face_of(
    card: Card, design: Design, stock: Stock, width: int, progress: Progress
) -> QImage | None:
    """The front of a flat card, or the front half of a folded one's outside."""
    image = front_of(card, design, stock, width * (2 if stock.folded else 1), progress)
    if image is None or not stock.folded:
        return image
    half = image.width() // 2
    return image.copy(half, 0, half, image.height())


def _side(drawn: DrawnCard, page: int, width: int, progress: Progress) -> QImage:
    sheet = Sheet(
        kind=PieceKind.CARD,
        page=page,
        serial=0,
        width=drawn.width,
        height=drawn.height,
        title="",
        detail="",
        tinted=True,
        pdf=drawn.pdf,
    )
    return picture(PageWish(sheet, width), progress)


class LivePreview(QObject):
    """At most one drawing is under way; of what is wished meanwhile the newest comes after it."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wish: Wish | None = None
        self._under_way: Wish | None = None
        self.shown: Shown | None = None

    def wish(self, wish: Wish) -> None:
        """Draw this instead."""
        self._wish = wish
        if self._under_way is None and (self.shown is None or self.shown.wish != wish):
            self._draw(wish)

    def is_settled(self) -> bool:
        """Whether what is shown is what was wished for last."""
        seen = self.shown.wish if self.shown is not None else None
        return self._under_way is None and seen == self._wish

    def _draw(self, wish: Wish) -> None:
        self._under_way = wish
        self._jobs.run(
            lambda progress: draw_sides(wish, progress),
            owner=self,
            done=self._on_drawn,
            failed=lambda error: self._on_drawn(Shown(wish, error=error)),
            lane=READ,
        )

    def _on_drawn(self, shown: Shown) -> None:
        self._under_way = None
        self.shown = shown
        if self._wish is not None and self._wish != shown.wish:
            self._draw(self._wish)
        self.changed.emit()
