"""Lengths of the piece, measured on the photo beside something whose size is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from closet_app.domain.item import Measurement
from closet_app.domain.measuring_plane import KNOWN_SIZES, Plane
from closet_app.domain.units import Length
from closet_app.errors import InvalidValueError
from closet_app.services import items
from closet_app.services.manners import manner_of
from closet_app.ui.desk import Desk
from closet_app.ui.photo_desk.measure_row import MeasureRow
from closet_app.ui.photo_desk.ruler_layer import RulerLayer, Shape
from closet_app.ui.photo_desk.tool import OnDesk, Tool
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField, LineField
from closet_app.ui.words import mark, say
from closet_app.wording import parse_length, say_length

KNOWN, TAPE = "known", "tape"
_SIZES = {
    "a4": mark("A4 sheet"),
    "letter": mark("Letter sheet"),
    "us_quarter": mark("US quarter"),
    "euro": mark("1 euro coin"),
    "uk_pound": mark("UK pound coin"),
    TAPE: mark("Tape or ruler"),
}
_FIRST_SHEET = ((0.35, 0.4), (0.6, 0.4), (0.6, 0.6), (0.35, 0.6))


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn on a photo, in places of its original, with what known size and what next."""

    shapes: Mapping[str, Shape]
    known: str
    tape: str
    following: str


class MeasureTool(Tool):
    """`measured` carries all measurements of the piece, some of them new."""

    measured = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sizes = {size.key: size for size in KNOWN_SIZES}
        self._drawings: dict[int, Drawing] = {}
        self.layer: RulerLayer = RulerLayer()
        self.known = ComboField(
            say("What lies beside it"), [(key, say(words)) for key, words in _SIZES.items()]
        )
        self.tape = LineField(say("Length of your line"), empty=say("10 in"))
        self.how = PlainLabel("", role="small", tone="muted", wrap=True)
        self.units = Segmented(
            [Segment("in", say("inches")), Segment("cm", say("cm"))], name=say("Unit of length")
        )
        self.measure_rows: dict[str, MeasureRow] = {}
        self._group = QButtonGroup(self)
        self.use_all = Button(say("Use all"), icon="check", pressed=self._use_all)
        self._build()
        self._connect()

    def _build(self) -> None:
        for part in (self.known, self.tape, self.how):
            self.rows.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say("Measurements"), role="body-strong"), 1)
        head.addWidget(self.units)
        self.rows.addSpacing(px(8))
        self.rows.addLayout(head)
        self._place = self.rows.count()
        self.rows.addWidget(self.use_all)
        self.tape.hide()

    def _connect(self) -> None:
        self.known.changed.connect(lambda _key: self._begin_known())
        self.tape.edited.connect(lambda _text: self._measure())
        self.units.changed.connect(lambda _unit: self._measure())
        self.layer.moved.connect(lambda _key: self._measure())
        self.layer.settled.connect(self._on_settled)
        self.layer.removed.connect(lambda _key: self._measure())

    def begin(self) -> None:
        self.units.set_value(manner_of(self._desk.closet).length_unit)
        if self.known.value() is None:
            self.known.set_value("letter" if self.units.value() == "in" else "a4")
        if KNOWN not in self.layer.shapes:
            self._begin_known()

    def show_photo(self, on_desk: OnDesk) -> None:
        """What was drawn stays on the garment however the photo is turned or cropped."""
        was = self.on_desk
        super().show_photo(on_desk)
        is_another = was is None or was.photo.ref.id != on_desk.photo.ref.id
        if was is not None and (is_another or was.framing != on_desk.framing):
            self._put_away(was)
        if is_another or (was is not None and was.framing != on_desk.framing):
            self._take_out(on_desk)
        self._keep_rows(on_desk)
        self._measure()

    def _put_away(self, was: OnDesk) -> None:
        way = was.framing.to_original
        shapes = {key: shape.at(way) for key, shape in self.layer.shapes.items()}
        known = str(self.known.value() or "")
        self._drawings[was.photo.ref.id] = Drawing(
            shapes, known, self.tape.text, self.layer.drawing
        )

    def _take_out(self, on_desk: OnDesk) -> None:
        self.layer.clear()
        drawing = self._drawings.get(on_desk.photo.ref.id)
        if drawing is None or not drawing.known:
            self._begin_known()
            return
        self.known.set_value(drawing.known)
        self.tape.set_text(drawing.tape)
        self._begin_known()
        way = on_desk.framing.to_shown
        for key, shape in drawing.shapes.items():
            self.layer.show_shape(key, shape.at(way))
        self._draw(drawing.following)

    def _keep_rows(self, on_desk: OnDesk) -> None:
        facts = on_desk.piece.facts
        book = manner_of(self._desk.closet).taxonomy.measures
        wanted = book.set_for(facts.department, facts.category, facts.subcategory).measures
        if [measure.key for measure in wanted] == list(self.measure_rows):
            return
        for row in self.measure_rows.values():
            self._group.removeButton(row.choose)
            row.hide()
            row.deleteLater()
        self.measure_rows = {}
        for place, measure in enumerate(wanted):
            row = MeasureRow(measure.key, book.words_of(measure.key))
            row.choose.clicked.connect(lambda _on=False, key=measure.key: self._draw(key))
            row.used.connect(self._use)
            self._group.addButton(row.choose)
            self.rows.insertWidget(self._place + place, row)
            self.measure_rows[measure.key] = row

    def _begin_known(self) -> None:
        """Ask for the known size: a sheet lies there to be dragged, a line is drawn."""
        key = str(self.known.value())
        size = self._sizes.get(key)
        self.tape.setVisible(key == TAPE)
        self.layer.show_shape(KNOWN, None)
        if size is not None and size.is_sheet:
            corners = tuple(QPointF(*corner) for corner in _FIRST_SHEET)
            self.layer.show_shape(KNOWN, Shape(corners, is_known=True))
            self.how.setText(
                say(
                    "Drag the corners onto the corners of the sheet. "
                    "The photo may be taken at an angle."
                )
            )
        elif key == TAPE:
            self.how.setText(
                say(
                    "Type a length, then draw a line along it on the photo. "
                    "Right when it was taken from straight above."
                )
            )
        else:
            self.how.setText(
                say(
                    "Draw a line straight across the coin. "
                    "Right when it was taken from straight above."
                )
            )
        self._draw(KNOWN)
        self._measure()

    def _draw(self, key: str) -> None:
        self.layer.drawing = key
        self.layer.beside_sheet = next(iter(self._waiting()), "")
        for name, row in self.measure_rows.items():
            row.choose.setChecked(name == key)
        self.layer.changed.emit()

    def _on_settled(self, key: str) -> None:
        """After the known size the first measure is next, then the one that is not drawn yet."""
        if key == self.layer.drawing:
            drawn = self.layer.shapes
            is_sheet = key == KNOWN and len(drawn[KNOWN].points) > 2
            waiting = self._waiting()
            if waiting and not is_sheet:
                self._draw(waiting[0])
        self._measure()

    def _waiting(self) -> list[str]:
        """Measures that are not drawn yet."""
        return [name for name in self.measure_rows if name not in self.layer.shapes]

    def plane(self) -> Plane | None:
        """What the known size says of the photo; None until it does."""
        shape = self.layer.shapes.get(KNOWN)
        if shape is None or self.on_desk is None:
            return None
        points = [self._pixels(point) for point in shape.points]
        size = self._sizes.get(str(self.known.value()))
        try:
            if size is not None and size.is_sheet:
                return Plane.from_sheet(points, size)
            across = Length(round(size.width * 1_000)) if size else self._tape_length()
            return Plane.from_length(points[0], points[1], across)
        except (InvalidValueError, IndexError):
            return None

    def _tape_length(self) -> Length:
        return parse_length(self.tape.text, self.units.value())

    def _pixels(self, place: QPointF) -> tuple[float, float]:
        if self.on_desk is None:
            return 0.0, 0.0
        x, y = self.on_desk.framing.to_original(place.x(), place.y())
        return x * self.on_desk.photo.width, y * self.on_desk.photo.height

    def lengths(self) -> dict[str, Length]:
        """What the drawn lines measure."""
        plane, found = self.plane(), {}
        for key, shape in self.layer.shapes.items():
            if plane is not None and key in self.measure_rows:
                start, end = (self._pixels(point) for point in shape.points)
                try:
                    found[key] = plane.length(start, end)
                except InvalidValueError:
                    continue
        return found

    def _measure(self) -> None:
        lengths, unit = self.lengths(), self.units.value()
        known = say(_SIZES[str(self.known.value())]) if self.plane() else ""
        words = {key: say_length(each, unit, with_unit=True) for key, each in lengths.items()}
        named = {key: f"{self.measure_rows[key].words} {said}" for key, said in words.items()}
        self.layer.say({**named, KNOWN: known})
        for key, row in self.measure_rows.items():
            row.show_length(words.get(key, ""))
        self.use_all.setEnabled(bool(lengths))

    def _use(self, key: str) -> None:
        length = self.lengths().get(key)
        if length is not None:
            self._keep({key: length})

    def _use_all(self) -> None:
        self._keep(self.lengths())

    def _keep(self, lengths: Mapping[str, Length]) -> None:
        if self.on_desk is None:
            return
        kept = {one.name: one for one in self.on_desk.piece.facts.measurements}
        kept |= {key: Measurement(key, self._rounded(each)) for key, each in lengths.items()}
        closet, item_id = self._desk.closet, self.on_desk.piece.id
        order = list(self.measure_rows)
        values = tuple(
            sorted(
                kept.values(), key=lambda one: order.index(one.name) if one.name in order else 99
            )
        )
        self._desk.command(lambda: items.edit(closet, (item_id,), {"measurements": values}))

    def _rounded(self, length: Length) -> Length:
        """What is shown is what is kept: an eighth of an inch, or a millimetre."""
        unit = self.units.value()
        return parse_length(say_length(length, unit), unit)
