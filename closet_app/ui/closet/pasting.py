"""A copied picture becomes a piece."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from closet_app.domain.item import ItemFacts
from closet_app.domain.progress import Progress
from closet_app.errors import MachineError
from closet_app.services.changed import Changed
from closet_app.ui.behind import items
from closet_app.ui.desk import Desk
from closet_app.ui.shell.adding import offer_files
from closet_app.ui.words import say


def paste(desk: Desk) -> None:
    """Make a piece of a copied picture, or take copied files in."""
    data = QGuiApplication.clipboard().mimeData()
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    image = QGuiApplication.clipboard().image()
    if files:
        offer_files(desk, files)
    elif image.isNull():
        desk.toast(say("There is no picture to paste."), icon="clipboard")
    else:
        desk.command(
            lambda progress: add_picture(desk, image, progress),
            name=say("Adding the picture"),
            takes_progress=True,
        )


def add_picture(desk: Desk, image: QImage, progress: Progress) -> Changed:
    """One draft with this picture; raises MachineError when the disk has no room for it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, say("Pasted picture") + ".png")
        if not image.save(str(file)):
            raise MachineError(
                say("The picture could not be written to the disk."),
                safe=say("Nothing was changed."),
                remedy=say("Check that there is room on the disk."),
            )
        return items.add_item(desk.closet, ItemFacts(), [file], progress)[1]
