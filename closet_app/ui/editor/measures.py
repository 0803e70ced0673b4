"""Measurements: the drawing of the garment, one field for each measure, and the weight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.fields import FIELD
from closet_app.domain.item import ItemFacts, Measurement
from closet_app.domain.measurements import Measure, MeasureSet
from closet_app.domain.units import Length
from closet_app.ui.editor.controls import Talk, line_input
from closet_app.ui.editor.drawing import MeasureDrawing
from closet_app.ui.editor.inputs import FieldInput
from closet_app.ui.editor.span_layout import SpanLayout
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say
from closet_app.wording import parse_length, say_length

SPAN, NARROW = 4, 280
WEIGHT = "weight"


class MeasurePanel(QWidget):
    """`committed` carries the field's key and all measurements, or the weight."""

    committed = Signal(str, object)
    wrong = Signal(str)

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self._unit = talk.manner.length_unit
        self._set: MeasureSet | None = None
        self._kept: tuple[Measurement, ...] = ()
        self._inputs: dict[str, FieldInput] = {}
        self.drawing = MeasureDrawing()
        self.units = Segmented(
            [Segment("in", say("inches")), Segment("cm", say("cm"))], name=say("Unit of length")
        )
        self.units.set_value(self._unit)
        self._weight = self._weight_input()
        self._build()
        self.units.changed.connect(self._on_unit)

    def _build(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(px(8))
        heading.addWidget(PlainLabel(say(FIELD["measurements"].words), role="section"))
        heading.addWidget(PlainLabel(say(FIELD["measurements"].hint), tone="muted"), 1)
        heading.addWidget(self.units)
        self._grid = SpanLayout(narrow=NARROW)
        below = QHBoxLayout()
        below.setSpacing(px(16))
        below.addWidget(self.drawing, 0, Qt.AlignmentFlag.AlignTop)
        fields = QWidget(self)
        fields.setLayout(self._grid)
        below.addWidget(fields, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addLayout(heading)
        rows.addLayout(below)

    @property
    def inputs(self) -> tuple[FieldInput, ...]:
        """The measures in order, then the weight."""
        return (*self._inputs.values(), self._weight)

    def show_facts(self, facts: ItemFacts) -> None:
        """Show what was measured of a piece, on the drawing of its kind."""
        measures = self._talk.manner.taxonomy.measures
        wanted = measures.set_for(facts.department, facts.category, facts.subcategory)
        self._kept = facts.measurements
        self._offer(wanted, facts.measurements)
        lengths = {one.name: one.length for one in facts.measurements}
        for key, field in self._inputs.items():
            field.show(lengths.get(key))
        self._weight.show(facts.weight)

    def _offer(self, wanted: MeasureSet, kept: tuple[Measurement, ...]) -> None:
        """Fields of the garment's measures, and of others that were measured before."""
        others = [
            one.name for one in kept if one.name not in {each.key for each in wanted.measures}
        ]
        keys = [*(one.key for one in wanted.measures), *others]
        if wanted is not self._set:
            self._set = wanted
            self.drawing.show_set(wanted)
        if keys != list(self._inputs):
            self._make_fields(wanted, keys)

    def _make_fields(self, wanted: MeasureSet, keys: list[str]) -> None:
        known = {one.key: one for one in wanted.measures}
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old is not self._weight.box:
                old.hide()
                old.deleteLater()
        self._inputs = {key: self._measure_input(key, known.get(key)) for key in keys}
        for field in (*self._inputs.values(), self._weight):
            self._grid.add(field.box, SPAN)
            field.box.show()

    def _measure_input(self, key: str, measure: Measure | None) -> FieldInput:
        words = self._talk.manner.taxonomy.measures.words_of(key)
        empty = say("optional") if measure is None or measure.is_optional else ""
        box = LineField(words, empty=empty, unit=self._unit)
        box.line.installEventFilter(self)
        box.line.setProperty("measure", key)
        made = FieldInput(key, box, lambda: self._read(box.text), lambda it: self._put(box, it))
        box.line.textEdited.connect(made.on_edited)
        box.line.editingFinished.connect(made.on_left)
        made.committed.connect(self._on_measured)
        made.wrong.connect(lambda _key: self.wrong.emit("measurements"))
        return made

    def _weight_input(self) -> FieldInput:
        box = LineField(say(FIELD[WEIGHT].words), empty=say("optional"))
        made = line_input(WEIGHT, box, self._talk)
        made.committed.connect(self.committed)
        made.wrong.connect(self.wrong)
        return made

    def _read(self, text: str) -> Length | None:
        return parse_length(text, self._unit) if text.strip() else None

    def _put(self, box: LineField, value: object) -> None:
        box.set_text(say_length(value, self._unit) if isinstance(value, Length) else "")

    def _on_measured(self, key: str, length: object) -> None:
        measured = {one.name: one for one in self._kept}
        if isinstance(length, Length):
            measured[key] = Measurement(key, length)
        else:
            measured.pop(key, None)
        order = list(self._inputs)
        self._kept = tuple(sorted(measured.values(), key=lambda one: order.index(one.name)))
        self.committed.emit("measurements", self._kept)

    def _on_unit(self, unit: str) -> None:
        flushed = [field.flush() for field in self._inputs.values()]
        self._unit = unit
        for field, right in zip(self._inputs.values(), flushed, strict=True):
            box = field.box
            if isinstance(box, LineField):
                box.set_unit(unit)
            if right:
                self._show_again(field)

    def _show_again(self, field: FieldInput) -> None:
        lengths = {one.name: one.length for one in self._kept}
        field.show(lengths.get(field.key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.drawing.light(str(watched.property("measure")))
        return super().eventFilter(watched, event)
