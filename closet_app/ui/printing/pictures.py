"""Pages as pictures: asked for while painting, rendered off the interface thread."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services.print_pages import render_page
from closet_app.services.prints import PieceKind
from closet_app.ui.jobs import READ, Jobs
from closet_app.ui.printing.sheets import Sheet

KEPT_BYTES = 96 * 1024 * 1024
"""A Letter page at twice the screen's pixels takes 5 MB; two screens of them are kept."""
MOST_WISHES = 24
PAPER = QColor("#FDFBF7")
"""Cards look like warm paper on the screen; in print, white is the paper."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One page so many device pixels wide."""

    sheet: Sheet
    width: int


class PagePictures(QObject):
    """Answers a page's picture or notes a wish; the newest wishes are served first."""

    arrived = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._kept: OrderedDict[Wish, QImage] = OrderedDict()
        self._latest: OrderedDict[tuple[PieceKind, int], QImage] = OrderedDict()
        self._wishes: OrderedDict[Wish, None] = OrderedDict()
        self._under_way: Wish | None = None
        self._broken: set[Wish] = set()

    def get(self, sheet: Sheet, width: int) -> QImage | None:
        """The page at exactly this width, or None and a wish."""
        wish = Wish(sheet, width)
        found = self._kept.get(wish)
        if found is not None:
            self._kept.move_to_end(wish)
        elif sheet.pdf and wish != self._under_way and wish not in self._broken:
            self._wish(wish)
        return found

    def before(self, sheet: Sheet) -> QImage | None:
        """How the page looked last, at any width, until its picture is there."""
        return self._latest.get((sheet.kind, sheet.page))

    def is_idle(self) -> bool:
        """Whether every page asked for is there."""
        return self._under_way is None and not self._wishes

    def _wish(self, wish: Wish) -> None:
        self._wishes[wish] = None
        self._wishes.move_to_end(wish)
        if len(self._wishes) > MOST_WISHES:
            self._wishes.popitem(last=False)
        if self._under_way is None:
            self._serve()

    def _serve(self) -> None:
        self._under_way = self._wishes.popitem()[0] if self._wishes else None
        wish = self._under_way
        if wish is not None:
            self._jobs.run(
                lambda progress: picture(wish, progress),
                owner=self,
                done=lambda image: self._on_done(wish, image),
                failed=lambda error: self._on_failed(wish, error),
                lane=READ,
            )

    def _on_done(self, wish: Wish, image: QImage) -> None:
        self._kept[wish] = image
        self._remember(wish.sheet, image)
        total = sum(each.sizeInBytes() for each in self._kept.values())
        while total > KEPT_BYTES and len(self._kept) > 1:
            total -= self._kept.popitem(last=False)[1].sizeInBytes()
        self._serve()
        self.arrived.emit()

    def _remember(self, sheet: Sheet, image: QImage) -> None:
        self._latest[sheet.kind, sheet.page] = image
        self._latest.move_to_end((sheet.kind, sheet.page))
        if len(self._latest) > MOST_WISHES:
            self._latest.popitem(last=False)

    def _on_failed(self, wish: Wish, _error: ClosetError) -> None:
        self._broken.add(wish)
        self._serve()


def picture(wish: Wish, progress: Progress) -> QImage:
    """Render one page; also on a working thread."""
    progress.step(0, 1, "")
    pixels = render_page(wish.sheet.pdf, wish.sheet.page, width_px=wish.width)
    row = pixels.width * 4
    raw = QImage(pixels.rgba, pixels.width, pixels.height, row, QImage.Format.Format_RGBX8888)
    image = raw.convertToFormat(QImage.Format.Format_RGB32)
    if wish.sheet.tinted:
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(image.rect(), PAPER)
        painter.end()
    return image
