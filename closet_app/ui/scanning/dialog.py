"""The camera watching for a code; a photo or a copied picture will do as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from closet_app.errors import ClosetError
from closet_app.services import scanning
from closet_app.services.records import Source
from closet_app.services.scanning import Scanned
from closet_app.ui.camera import CameraDialog
from closet_app.ui.clipboard import copied_photo
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.scanning.outcome import open_scanned
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.words import say


class ScanDialog(CameraDialog):
    """Closes with the first code that it sees, and opens what that names."""

    def __init__(self, desk: Desk) -> None:
        closet = desk.closet
        super().__init__(
            desk,
            None,
            lambda picture: scanning.scan_picture(picture, closet) or None,
            found=self._on_scanned,
            title=say("Scan a code"),
            hint=say("Hold a label of Closet or a barcode in front of the camera."),
        )
        self._desk = desk
        self.choose_button = Button(say("Choose a photo…"), icon="image", pressed=self.choose)
        self.paste_button = Button(say("Paste"), icon="clipboard", pressed=self.paste)
        self.verbs.insertWidget(2, self.choose_button)
        self.verbs.insertWidget(3, self.paste_button)

    def choose(self) -> None:
        """Ask for a photo with a code on it."""
        files = self._desk.choose_photos(self)
        if files:
            self._read(lambda: files[0])

    def paste(self) -> None:
        """Read the code on a copied picture."""
        photo = copied_photo()
        if photo is None:
            self.words.setText(say("There is no picture to paste."))
        else:
            self._read(photo)

    def _read(self, source: Callable[[], Source]) -> None:
        closet = self._desk.closet
        self._desk.jobs.run(
            lambda _progress: scanning.scan(source(), closet),
            owner=self,
            done=self._on_read,
            failed=self._tell,
            lane=READ,
        )

    def _on_read(self, found: Sequence[Scanned]) -> None:
        if found:
            self.accept()
            open_scanned(self._desk, found)
        else:
            self.words.setText(say("There is no code on this photo."))

    def _tell(self, error: ClosetError) -> None:
        self.words.setText(str(error))

    def _on_scanned(self, found: object) -> None:
        if isinstance(found, tuple):
            open_scanned(self._desk, found)
