"""Asks how the photos are to be sorted anew."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class RegroupDialog(FormDialog):
    """`keeps_settled` says whether the seller's own seams stay."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Group the photos again?"), act=say("Group again"), parent=parent)
        words = say(
            "Closet looks at all photos anew. What you filled in stays with the piece "
            "that has most of its photos, and you can undo this."
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self._keep = QCheckBox(say("Keep the seams I decided myself"))
        self._keep.setChecked(True)
        self.body.addWidget(self._keep)

    @property
    def keeps_settled(self) -> bool:
        """Whether the seller's own decisions stay."""
        return self._keep.isChecked()
