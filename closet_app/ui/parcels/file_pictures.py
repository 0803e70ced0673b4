"""Files of an order as pictures, made off the interface thread and kept awhile."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services import order_files
from closet_app.services.closet import Closet
from closet_app.services.print_pages import render_page
from closet_app.services.records.packing import PARCEL_PHOTO, OrderFile
from closet_app.ui.jobs import READ, Jobs

WIDTH = 320
"""Pixels across: twice the largest box at the usual text size."""
KEPT = 40


class FilePictures(QObject):
    """Answers the picture of a file or asks for it; `arrived` when another one is there."""

    arrived = Signal()

    def __init__(self, closet: Closet, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._closet, self._jobs = closet, jobs
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._under_way: set[str] = set()

    def get(self, file: OrderFile) -> QPixmap | None:
        """The picture, or None until it has arrived; never when the file cannot be shown."""
        key = file.sha256
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._under_way:
            self._under_way.add(key)
            closet = self._closet
            self._jobs.run(
                lambda progress: picture_of(closet, file, progress),
                owner=self,
                done=lambda image: self._keep(key, QPixmap.fromImage(image)),
                failed=lambda _error: self._keep(key, None),
                lane=READ,
            )
        return None

    def is_broken(self, file: OrderFile) -> bool:
        """Whether there is no picture to be had."""
        return file.sha256 in self._kept and self._kept[file.sha256] is None

    def _keep(self, key: str, pixmap: QPixmap | None) -> None:
        self._under_way.discard(key)
        self._kept[key] = None if pixmap is None or pixmap.isNull() else pixmap
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()


def picture_of(closet: Closet, file: OrderFile, progress: Progress) -> QImage:
    """A label as it comes out of the printer, or the photo; raises ClosetError for neither."""
    progress.step(0, 1, "")
    if file.kind == PARCEL_PHOTO:
        image = QImage(str(order_files.picture_of(closet, file)))
        if image.isNull():
            raise ClosetError(file.name)
        return image
    pixels = render_page(order_files.pages_of(closet, file), 0, width_px=WIDTH)
    row = pixels.width * 4
    page = QImage(pixels.rgba, pixels.width, pixels.height, row, QImage.Format.Format_RGBX8888)
    return page.convertToFormat(QImage.Format.Format_RGB32)
