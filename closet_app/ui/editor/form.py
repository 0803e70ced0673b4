"""The middle column: every fact of a piece in three sections, built from the form table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.domain.item import ItemFacts
from closet_app.ui.desk import Desk
from closet_app.ui.editor.completions import KEYS, Completion
from closet_app.ui.editor.controls import Talk, make_input, value_of
from closet_app.ui.editor.form_table import ABOUT, ORIGIN, Cell
from closet_app.ui.editor.inputs import FieldInput
from closet_app.ui.editor.measures import MeasurePanel
from closet_app.ui.editor.span_layout import SpanLayout
from closet_app.ui.editor.tidying import options_of
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.widgets.text_fields import ComboField, LineField
from closet_app.ui.words import say

SIDE = 24


class ItemForm(QWidget):
    """`committed` carries key and value of a control; `wrong` a key that cannot be read."""

    committed = Signal(str, object)
    wrong = Signal(str)

    def __init__(self, desk: Desk, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._talk = desk, talk
        self._inputs: dict[str, FieldInput] = {}
        self._offered: dict[str, tuple[str, ...]] = {}
        self.measures = MeasurePanel(talk, self)
        self.setAccessibleName(say("Facts of the piece"))
        self._build()
        self.measures.committed.connect(self.committed)
        self.measures.wrong.connect(self.wrong)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(SIDE), px(14), px(SIDE), px(SIDE))
        column.setSpacing(px(14))
        column.addWidget(self._section(ABOUT))
        column.addWidget(Divider())
        column.addWidget(self.measures)
        column.addWidget(Divider())
        column.addWidget(PlainLabel(say("Where it came from"), role="section"))
        column.addWidget(self._section(ORIGIN))
        column.addStretch(1)

    def _section(self, cells: Sequence[Cell]) -> QWidget:
        section = QWidget(self)
        grid = SpanLayout(section)
        for cell in cells:
            made = make_input(cell, self._talk)
            grid.add(made.box, cell.span)
            made.committed.connect(self.committed)
            made.wrong.connect(self.wrong)
            self._inputs[cell.key] = made
            self._offer_words(made)
        return section

    def _offer_words(self, made: FieldInput) -> None:
        box = made.box
        if made.key not in KEYS:
            return
        line = box.box.lineEdit() if isinstance(box, ComboField) else None
        line = box.line if isinstance(box, LineField) else line
        if line is None:
            return
        completion = Completion(self._desk, KEYS[made.key], line)
        # The line takes the words over after this signal, once it has the focus.
        completion.completer.activated.connect(
            lambda _words: QTimer.singleShot(0, made, made.on_chosen)
        )

    @property
    def inputs(self) -> tuple[FieldInput, ...]:
        """Every control with a field of its own, in reading order."""
        return (*self._inputs.values(), *self.measures.inputs)

    def input(self, key: str) -> FieldInput | None:
        """The control of a field; the free colors share that of the colors."""
        shared = "colors" if key == "other_colors" else key
        found = (each for each in self.inputs if each.key == shared)
        return next(found, None)

    def show_facts(self, facts: ItemFacts) -> None:
        """Show a piece, but for what is being typed."""
        self._offer_lists(facts)
        for key, field in self._inputs.items():
            field.show(value_of(facts, key))
        self.measures.show_facts(facts)

    def offer_sources(self, sources: Sequence[str]) -> None:
        """The places to choose from where a piece was found."""
        self._offer("source", tuple(sources))

    def _offer_lists(self, facts: ItemFacts) -> None:
        for key, words in options_of(facts, self._talk.manner.taxonomy).items():
            self._offer(key, words)

    def _offer(self, key: str, words: tuple[str, ...]) -> None:
        """A list that is being typed into is left alone until it is shown next time."""
        field = self._inputs[key]
        if self._offered.get(key) == words or field.is_unsaved:
            return
        if isinstance(field.box, ComboField):
            self._offered[key] = words
            field.box.set_options([(each, each) for each in words])
