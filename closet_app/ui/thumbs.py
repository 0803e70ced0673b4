"""Photos for cards: asked for while painting, decoded off the interface thread, kept awhile."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.records import PhotoRef
from closet_app.ui.jobs import READ, Jobs

LIMIT = 24 * 1024 * 1024
"""Bytes of decoded photos kept: eight screens of cards at 1440 × 900."""
STEP, LARGEST = 64, 374
"""Short sides are asked for in steps, so that a wider window does not decode all again."""
AT_ONCE, TOGETHER, WAITING = 2, 4, 240


@dataclass(frozen=True, slots=True)
class Wish:
    """One photo at one size; equal for equal pixels, whatever piece shows it."""

    ref: PhotoRef
    short: int

    @property
    def key(self) -> tuple[object, ...]:
        """What the pixels depend on: content, edit and size."""
        return (self.ref.sha256, self.ref.recipe, self.short)


Loaded = list[tuple[Wish, QImage | None]]


class Thumbs(QObject):
    """Answers a photo or notes a wish; the newest wishes are served first.

    `arrived` carries the content hashes of wished photos that are there now, or never will be.
    """

    arrived = Signal(object)

    def __init__(self, closet: Closet, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closet = closet
        self._jobs = jobs
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._bytes = 0
        self._least = 0
        self._missing: set[str] = set()
        self._wishes: OrderedDict[tuple[object, ...], Wish] = OrderedDict()
        self._under_way: set[tuple[object, ...]] = set()
        self._running = 0
        self._pump = QTimer(self, singleShot=True, interval=0)
        self._pump.timeout.connect(self._serve)

    def get(self, ref: PhotoRef, short: int) -> QPixmap | None:
        """The photo with a short side of about `short` device pixels, or None and a wish."""
        wish = Wish(ref, bucket(short))
        key = wish.key
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        if ref.sha256 not in self._missing and key not in self._under_way:
            self._wish(key, wish)
        return None

    def is_missing(self, ref: PhotoRef) -> bool:
        """Whether its original is not to be had."""
        return ref.sha256 in self._missing

    def expect(self, count: int) -> None:
        """Never keep fewer than are on the screen at once, lest they chase each other out."""
        self._least = 2 * count

    def look_again(self) -> None:
        """Try photos that were missing once more."""
        self._missing.clear()

    @property
    def is_idle(self) -> bool:
        """Whether every wish was served."""
        return not (self._wishes or self._under_way)

    @property
    def kept_bytes(self) -> int:
        """How much memory the kept photos take."""
        return self._bytes

    def _wish(self, key: tuple[object, ...], wish: Wish) -> None:
        self._wishes[key] = wish
        self._wishes.move_to_end(key)
        if len(self._wishes) > WAITING:
            self._wishes.popitem(last=False)
        if not self._pump.isActive():
            self._pump.start()

    def _serve(self) -> None:
        while self._wishes and self._running < AT_ONCE:
            count = min(TOGETHER, len(self._wishes))
            wishes = [self._wishes.popitem()[1] for _ in range(count)]
            self._under_way |= {wish.key for wish in wishes}
            self._running += 1
            self._jobs.run(
                partial(load, self._closet, wishes),
                owner=self,
                done=self._on_loaded,
                failed=self._on_failed,
                lane=READ,
            )

    def _on_loaded(self, loaded: Loaded) -> None:
        self._running -= 1
        for wish, image in loaded:
            self._under_way.discard(wish.key)
            if image is None:
                self._missing.add(wish.ref.sha256)
            else:
                self._keep(wish.key, QPixmap.fromImage(image))
        self.arrived.emit(frozenset(wish.ref.sha256 for wish, _image in loaded))
        self._serve()

    def _on_failed(self, _error: ClosetError) -> None:
        self._running -= 1
        self._under_way.clear()

    def _keep(self, key: tuple[object, ...], pixmap: QPixmap) -> None:
        self._kept[key] = pixmap
        self._bytes += weight(pixmap)
        while self._bytes > LIMIT and len(self._kept) > self._least:
            _old, dropped = self._kept.popitem(last=False)
            self._bytes -= weight(dropped)


def bucket(short: int) -> int:
    """The size in which a photo of this short side is decoded."""
    return min(-(-max(short, 1) // STEP) * STEP, LARGEST)


def weight(pixmap: QPixmap) -> int:
    """Bytes of a pixmap."""
    return pixmap.width() * pixmap.height() * 4


def load(closet: Closet, wishes: list[Wish], progress: Progress) -> Loaded:
    """Decode wished photos; None stands for one that is not to be had."""
    found: Loaded = []
    for done, wish in enumerate(wishes):
        progress.step(done, len(wishes), "")
        found.append((wish, _decode(closet, wish)))
    return found


def _decode(closet: Closet, wish: Wish) -> QImage | None:
    try:
        path = gallery.thumbnail(closet, wish.ref, "card")
    except ClosetError:
        return None
    reader = QImageReader(str(path))
    size = reader.size()
    shorter = min(size.width(), size.height())
    if shorter > wish.short:
        scaled = QSize(size.width() * wish.short // shorter, size.height() * wish.short // shorter)
        reader.setScaledSize(scaled)
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)
