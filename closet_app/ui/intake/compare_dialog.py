"""A piece that is coming in beside one that may be the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from closet_app.services.records import PhotoRef, Piece
from closet_app.services.records.intake import IntakeGroup
from closet_app.ui.editor.controls import Talk
from closet_app.ui.intake.field_table import USUAL
from closet_app.ui.intake.warning_cards import Picture, Pixmaps
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.dialogs import TitledDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say

SHOWN = 4
SIZE = (150, 170)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What each answer does: it is another piece, it is the same one, look at that one."""

    another: Callable[[], object]
    same: Callable[[], object]
    opened: Callable[[], object]


class CompareDialog(TitledDialog):
    """Photos and facts of both side by side; the seller says whether they are one piece."""

    def __init__(
        self,
        group: IntakeGroup,
        piece: Piece,
        talk: Talk,
        pixmaps: Pixmaps,
        parent: QWidget,
        verdicts: Verdicts,
    ) -> None:
        super().__init__(say("Is it the same piece?"), parent, width=700)
        self._talk, self._pixmaps = talk, pixmaps
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(10))
        coming = [photo.ref for photo in group.photos if not photo.left_out]
        here = [photo.ref for photo in piece.photos if not photo.left_out]
        mine = {place.key: group.facts.get(place.key, "") for place in USUAL}
        theirs = {
            place.key: talk.words(place.key, getattr(piece.facts, place.key)) for place in USUAL
        }
        number = say("Coming in, item {number}", number=group.number)
        grid.addWidget(self._side(number, coming, mine), 0, 0)
        grid.addWidget(
            self._side(say("Here, {number}", number=piece.facts.sku), here, theirs), 0, 1
        )
        self.body.addLayout(grid)
        self.verbs.insertWidget(0, self._open_button(verdicts.opened))
        self.same = self.add_verb(
            say("Same piece, leave the photos out"), "secondary", self._ending(verdicts.same)
        )
        self.another = self.add_verb(
            say("It’s another one"), "primary", self._ending(verdicts.another)
        )

    def _open_button(self, opened: Callable[[], object]) -> QWidget:
        button = self.add_verb(say("Open the piece"), "ghost", self._ending(opened))
        self.verbs.removeWidget(button)
        return button

    def _ending(self, do: Callable[[], object]) -> Callable[[], object]:
        def end() -> None:
            self.accept()
            do()

        return end

    def repaint_pictures(self) -> None:
        """Photos arrived."""
        for picture in self.findChildren(Picture):
            picture.update()

    def _side(self, title: str, refs: Sequence[PhotoRef], facts: dict[str, str]) -> QWidget:
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(4))
        rows.addWidget(PlainLabel(title, role="body-strong"))
        pictures = QGridLayout()
        pictures.setSpacing(px(6))
        for place, ref in enumerate(refs[:SHOWN]):
            name = say("Photo {place}", place=place + 1)
            picture = Picture(ref, name, self._pixmaps, SIZE, better=False)
            pictures.addWidget(picture, place // 2, place % 2)
        rows.addLayout(pictures)
        for field in USUAL:
            words = say("{label}: {value}", label=field.label, value=facts[field.key] or "–")
            rows.addWidget(PlainLabel(words, role="small", tone="ink2", wrap=True))
        rows.addStretch(1)
        return side
