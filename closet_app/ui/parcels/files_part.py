"""The marketplace's label and the photo of the parcel, kept with the order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services import order_files
from closet_app.services.records import PhotoBytes, Source
from closet_app.services.records.packing import OrderFile
from closet_app.ui.camera import CameraDialog
from closet_app.ui.desk import Desk
from closet_app.ui.parcels.file_box import FileBox, is_pdf
from closet_app.ui.parcels.file_pictures import FilePictures
from closet_app.ui.parcels.label_line import LabelLine
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.words import say

LABELS = "*.pdf *.png *.jpg *.jpeg"


class FilesPart(QWidget):
    """Two boxes side by side; `compact` ones stand one above the other, without headings."""

    def __init__(self, desk: Desk, *, compact: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._order_id = 0
        self._line = LabelLine(desk, self)
        self.dialog: CameraDialog | None = None
        pictures = FilePictures(desk.closet, desk.jobs, self)
        self.labels = FileBox(
            say("Shipping label"),
            say("Add the shipping label") if compact else say("Drop the marketplace’s PDF"),
            "file-text",
            pictures,
            compact=compact,
        )
        self.photos = FileBox(
            say("Parcel photo"),
            say("Add a photo of the parcel") if compact else say("Drop a photo of the parcel"),
            "camera",
            pictures,
            more=Button(say("Camera"), "link", icon="camera", pressed=self.photograph),
            compact=compact,
        )
        row: QBoxLayout = QVBoxLayout(self) if compact else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8 if compact else 16))
        for box in (self.labels, self.photos):
            row.addWidget(box, 1)
            box.removed.connect(self._remove)
            box.opened.connect(self._open)
        self.labels.dropped.connect(self._add_labels)
        self.photos.dropped.connect(self.take)
        self.labels.chosen.connect(self.choose_label)
        self.photos.chosen.connect(self.choose_photo)

    def show_files(
        self, order_id: int, labels: Sequence[OrderFile], photos: Sequence[OrderFile]
    ) -> None:
        """Show the files of an order."""
        self._order_id = order_id
        printed = bool(labels) and all(label.printed_at is not None for label in labels)
        self.labels.show_files(labels, say("printed") if printed else "")
        self.photos.show_files(photos)

    def take(self, files: Sequence[Path]) -> None:
        """Keep dropped files: PDFs as labels, pictures as photos of the parcel."""
        self._add_labels([path for path in files if is_pdf(path)])
        for path in files:
            if not is_pdf(path):
                self._add_photo(path)

    def choose_label(self) -> None:
        """Ask for the marketplace's PDF."""
        title = say("Choose the shipping label")
        self._add_labels(self._desk.asking.open_files(self, title, f"{say('Labels')} ({LABELS})"))

    def choose_photo(self) -> None:
        """Ask for a photo of the parcel."""
        for path in self._desk.choose_photos(self):
            self._add_photo(path)

    def photograph(self) -> None:
        """Take a photo of the parcel with the camera."""
        if self._order_id:
            order_id, name = self._order_id, say("Parcel.jpg")
            self.dialog = CameraDialog(
                self._desk,
                lambda jpeg: self._add_photo(PhotoBytes(name, jpeg), order_id),
                title=say("Photograph the parcel"),
            )
            self.dialog.open()

    def _add_labels(self, files: Sequence[Path]) -> None:
        if self._order_id:
            self._line.add(self._order_id, files)

    def _add_photo(self, source: Source, order_id: int = 0) -> None:
        closet, chosen = self._desk.closet, order_id or self._order_id
        if chosen:
            self._desk.command(lambda: order_files.attach_parcel_photo(closet, chosen, source))

    def _remove(self, file: OrderFile) -> None:
        closet = self._desk.closet
        self._desk.command(lambda: order_files.remove_file(closet, file.id))

    def _open(self, file: OrderFile) -> None:
        closet = self._desk.closet
        self._desk.jobs.run(
            lambda _progress: order_files.path_of(closet, file),
            owner=self,
            done=lambda path: self._desk.asking.visit(path.as_uri()),
            failed=self._desk.tell_trouble,
        )
