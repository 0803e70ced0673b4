"""The form of the design in hand, made of the table: only what its drawing uses is there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services.design_fields import Design, hard_to_read, offers
from closet_app.services.designs import is_own
from closet_app.ui.designs.form_fields import Made, make_field
from closet_app.ui.designs.form_table import FORM, FieldRow, SectionRows
from closet_app.ui.designs.studio import Studio
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.words import say

WIDTH, PAD, COLUMNS = 336, 16, 12


@dataclass(frozen=True, slots=True)
class _Part:
    """One section on the form."""

    widget: QWidget
    grid: QGridLayout
    made: tuple[Made, ...]


class DesignForm(ColumnScroll):
    """Shows what is kept; a field that is being typed in stays as it is."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._offered: frozenset[str] = frozenset()
        self.shipped = Note(
            say("This design comes with Closet and stays as it is. Change anything, and a copy of "
                "your own is made."),
            action=say("Make a copy"),
            below=True,
        )  # fmt: skip
        self.weak = Note("", "warn")
        self._parts = [self._part(section) for section in FORM]
        self.fields = {made.row.key: made for part in self._parts for made in part.made}
        self._build()
        self.shipped.acted.connect(studio.copy)
        studio.shown.connect(self._show)
        studio.drafted.connect(self._warn)
        studio.refused.connect(self._blame)

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("The design in hand"))
        fix(self, width=WIDTH)
        for note in (self.shipped, self.weak):
            note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        column = QVBoxLayout(inside)
        column.setSpacing(px(14))
        column.addWidget(self.shipped)
        for part in self._parts:
            column.addWidget(part.widget)
        column.addStretch(1)
        self.hold(inside, QMargins(PAD, 14, PAD, PAD))

    def _part(self, section: SectionRows) -> _Part:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        if section.title:
            column.addWidget(Divider())
            column.addWidget(PlainLabel(say(section.title), role="section"))
        if section.words:
            words = PlainLabel(say(section.words), role="small", tone="muted", wrap=True)
            column.addWidget(words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(10))
        for place in range(COLUMNS):
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        if any(row.key.startswith("inks.") for row in section.rows):
            column.addWidget(self.weak)
            self.weak.hide()
        made = tuple(make_field(row, self._studio) for row in section.rows)
        for each in made:
            each.widget.setParent(widget)
        return _Part(widget, grid, made)

    def _show(self) -> None:
        design = self._studio.kept
        if design is None:
            return
        self.shipped.setVisible(not is_own(design.id) and not self._studio.is_own)
        offered = frozenset(key for key in self.fields if offers(design, key))
        if offered != self._offered:
            self._offered = offered
            for part in self._parts:
                self._lay(part)
        for made in self.fields.values():
            if made.row.key in offered:
                made.show(design)
                made.blame("")
        self._warn()

    def _lay(self, part: _Part) -> None:
        """Put what is offered into rows of twelve columns, without gaps."""
        row, column = 0, 0
        for made in part.made:
            part.grid.removeWidget(made.widget)
            is_there = made.row.key in self._offered
            made.widget.setVisible(is_there)
            if not is_there:
                continue
            if column + made.row.share > COLUMNS:
                row, column = row + 1, 0
            part.grid.addWidget(made.widget, row, column, 1, made.row.share)
            column += made.row.share
        part.widget.setVisible(any(made.row.key in self._offered for made in part.made))

    def _warn(self) -> None:
        """Say which words would be hard to read."""
        design = self._studio.draft
        weak = hard_to_read(design) if design is not None else ()
        words = " ".join(_say_weak(self.fields[key].row, design) for key in weak if design)
        self.weak.say(words)
        self.weak.setVisible(bool(words))

    def _blame(self, key: str, sentence: str) -> None:
        if key in self.fields:
            self.fields[key].blame(sentence)


def _say_weak(row: FieldRow, design: Design) -> str:
    if row.key == "inks.code":
        return say("Phones may not read a code in this color.")
    if row.key == "inks.paper":
        return say("White words are hard to read on this paper.")
    ground = say("on white") if design.inks.paper.upper() == "#FFFFFF" else say("on this paper")
    return say("“{what}” is hard to read {ground}.", what=say(row.label), ground=ground)
