"""What every tool of the desk has in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services.photo_desk import Framing
from closet_app.services.records import Photo, Piece, Recipe
from closet_app.ui.photo_desk.layer import Layer
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import PlainLabel


@dataclass(frozen=True, slots=True)
class OnDesk:
    """The photo that lies on the desk: its piece, and its edit as it is being worked on."""

    piece: Piece
    photo: Photo
    recipe: Recipe = field(default_factory=Recipe)

    @property
    def framing(self) -> Framing:
        """Where places of the original lie on the edited picture."""
        return Framing.of(self.recipe, self.photo.width, self.photo.height)


class Tool(QWidget):
    """One tool: its controls at the right, its layer over the picture.

    `wanted` carries an edit, and whether it is meant to stay or still being dragged.
    """

    wanted = Signal(object, bool)
    layer: Layer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.on_desk: OnDesk | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(px(8))

    def show_photo(self, on_desk: OnDesk) -> None:
        """Show the photo's edit in the controls and on the layer."""
        self.on_desk = on_desk

    def shown_as(self, recipe: Recipe) -> Recipe:
        """The edit that the picture shows while this tool is used."""
        return recipe

    def on_picture(self) -> None:
        """The picture shows the newest edit now."""

    def begin(self) -> None:
        """The tool was chosen."""

    def end(self) -> None:
        """Another one was."""

    def add_heading(self, words: str) -> PlainLabel:
        """A heading over the next controls."""
        label = PlainLabel(words, role="label", tone="ink2")
        self.rows.addWidget(label)
        return label

    def add_note(self, words: str) -> PlainLabel:
        """A line that explains."""
        label = PlainLabel(words, role="small", tone="muted", wrap=True)
        self.rows.addWidget(label)
        return label
