"""What this program is, in a few lines."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from closet_app import __version__
from closet_app.ui.desk import Desk
from closet_app.ui.frame.rail import BrandMark
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.dialogs import TitledDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class AboutDialog(TitledDialog):
    """Version, promise, licences."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Closet {version}", version=__version__), desk.window, width=420)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(BrandMark(34))
        words = QVBoxLayout()
        words.setSpacing(px(6))
        for sentence in (
            say("Know what you have, what it cost, and what you keep."),
            say("Private: nothing leaves this computer. Your closet is in {folder}.",
                folder=desk.closet.folder),
            say("Free to use, to study and to change, under the MIT licence."),
        ):  # fmt: skip
            words.addWidget(PlainLabel(sentence, tone="muted", wrap=True))
        row.addLayout(words, 1)
        self.body.addLayout(row)
        licences = desk.closet.reference.folder / "LICENSES"
        self.verbs.insertWidget(
            0, Button(say("Licences"), "link", pressed=lambda: desk.asking.show(licences))
        )
        self.close_button = self.add_verb(say("Close"), "secondary", self.accept)
