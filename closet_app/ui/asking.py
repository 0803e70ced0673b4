"""The system's file dialogs, apart from everything that loads slowly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.services.camera import Camera

PICTURES = "*.jpg *.jpeg *.png *.webp *.avif *.heic *.heif *.tif *.tiff *.gif *.bmp"
SHEETS = "*.csv *.tsv *.txt *.xlsx"
BACKUPS = "*.zip"


class Asking:
    """The system's file dialogs, folders and cameras; tests put their own answers in its place."""

    def open_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Files to read; none when the dialog was closed."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
        return [Path(name) for name in names]

    def choose_photos(self, parent: QWidget) -> list[Path]:
        """Photos to read."""
        return self.open_files(parent, say("Choose photos"), f"{say('Photos')} ({PICTURES})")

    def save_file(self, parent: QWidget, title: str, proposed: str, kinds: str) -> Path | None:
        """A file to write; the system has asked before one is replaced."""
        name, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
        return Path(name) if name else None

    def folder(self, parent: QWidget, title: str, start: str = "") -> Path | None:
        """A folder."""
        name = QFileDialog.getExistingDirectory(parent, title, start)
        return Path(name) if name else None

    def show(self, path: Path) -> None:
        """Show a folder, or the folder of a file, in the system's file manager."""
        folder = path if path.is_dir() else path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def open_camera(self, which: int) -> Camera:
        """A camera of this computer; called off the interface thread, raises MachineError."""
        from closet_app.services.camera import open_camera

        return open_camera(which)

    def visit(self, link: str) -> None:
        """Open a web address that was checked when it was kept."""
        QDesktopServices.openUrl(QUrl(link))
