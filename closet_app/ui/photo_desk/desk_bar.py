"""The top bar of the desk: back, which photo it is, compare, and what concerns the whole edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from closet_app.services import history
from closet_app.services.records import Photo, Piece
from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel, set_tooltip
from closet_app.ui.words import say


class DeskBar(QWidget):
    """Says which photo of which piece lies there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.back = IconButton("arrow-left", say("Back to the piece"), pressed=self._run("back"))
        self.title = ElidedLabel("", role="page")
        self.place = PlainLabel("", tone="muted")
        self.undo = IconButton("undo-2", say("Undo"), pressed=desk.undo)
        self.compare = Button(say("Before"), "ghost", icon="eye", keys=say("Space"))
        words = say("Hold to see the photo as it was, click to keep it so")
        set_tooltip(self.compare, words, say("Space"))
        self.copy = self._button("copy", say("Copy to the others"), "copy")
        self.reset = self._button("reset", say("Original"), "refresh-ccw")
        self.done = Button(say("Done"), "primary", pressed=self._run("back"))
        self._build()

    def _run(self, name: str) -> Callable[[], object]:
        return lambda: self._desk.actions.action(f"desk.{name}").trigger()

    def _button(self, name: str, words: str, icon: str) -> Button:
        row = find_action(f"desk.{name}")
        made = Button(words, icon=icon, pressed=self._run(name))
        set_tooltip(made, say(row.words), say_keys(row.keys[0]) if row.keys else "")
        return made

    def _build(self) -> None:
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addWidget(self.place)
        row.addStretch(1)
        for button in (self.undo, self.compare, self.copy, self.reset):
            row.addWidget(button)
        edge = Divider(Qt.Orientation.Vertical)
        fix(edge, height=28)
        row.addWidget(edge)
        row.addWidget(self.done)

    def show_photo(self, piece: Piece, photo: Photo, *, is_edited: bool) -> None:
        """Show the photo's number among those of the piece, and what can be done."""
        self.title.setText(piece.facts.title or piece.facts.sku)
        self.title.updateGeometry()
        shown = [each.ref.id for each in piece.photos if not each.left_out]
        if photo.ref.id in shown:
            number = shown.index(photo.ref.id) + 1
            self.place.setText(say("Photo {number} of {count}", number=number, count=len(shown)))
        else:
            self.place.setText(say("Photo left out"))
        self.copy.setEnabled(is_edited and len(piece.photos) > 1)
        self.reset.setEnabled(is_edited)
        self.compare.setEnabled(is_edited)
        words = history.undo_words(self._desk.closet)
        self.undo.setEnabled(bool(words))
        set_tooltip(self.undo, say("Undo: {what}", what=words) if words else say("Undo"), "Ctrl Z")
