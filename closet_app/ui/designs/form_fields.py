"""One maker for each kind of field: what edits it, how it shows a value, how it says a mistake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from closet_app.errors import InvalidValueError
from closet_app.services.design_fields import (
    LARGEST_SIZE,
    MARKS,
    SMALLEST_SIZE,
    Design,
    Shape,
    usual_words,
    value_of,
)
from closet_app.ui.designs.form_table import MARK_WORDS, FieldRow, Kind
from closet_app.ui.designs.ink_field import InkField
from closet_app.ui.designs.picture_field import PictureField
from closet_app.ui.designs.studio import Studio
from closet_app.ui.designs.type_field import TypeField
from closet_app.ui.widgets.choices import CheckRow, Segment, Segmented
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.widgets.text_fields import ComboField, LineField, MultiLineField
from closet_app.ui.widgets.value_fields import NumberField
from closet_app.ui.words import say

NOTE_LINES = 4
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Made:
    """A field on the form: `show` puts in what a design holds, `blame` says what is wrong."""

    row: FieldRow
    widget: QWidget
    show: Callable[[Design], None]
    blame: Callable[[str], None]


def make_field(row: FieldRow, studio: Studio) -> Made:
    """The field of a row; it types into the studio and keeps what is left there."""
    return _MAKERS[row.kind](row, studio)


def _line(row: FieldRow, studio: Studio) -> Made:
    field = LineField(say(row.label))
    field.line.setMaxLength(row.limit)
    field.edited.connect(lambda text: studio.type(row.key, text))
    field.changed.connect(lambda text: studio.keep(row.key, text))

    def show(design: Design) -> None:
        if row.key not in studio.typed:
            field.set_text(str(value_of(design, row.key)))
        field.line.setPlaceholderText(_placeholder(design, row.key))

    return Made(row, field, show, field.set_error)


def _lines(row: FieldRow, studio: Studio) -> Made:
    field = MultiLineField(say(row.label), lines=NOTE_LINES)
    field.edited.connect(lambda text: studio.type(row.key, text))
    field.changed.connect(lambda text: studio.keep(row.key, text))

    def show(design: Design) -> None:
        if row.key not in studio.typed:
            field.set_text(str(value_of(design, row.key)))
        field.area.setPlaceholderText(_placeholder(design, row.key))

    return Made(row, field, show, field.set_error)


def _ink(row: FieldRow, studio: Studio) -> Made:
    field = InkField(say(row.label))
    field.edited.connect(lambda text: studio.type(row.key, text))
    field.changed.connect(lambda text: studio.keep(row.key, text))

    def show(design: Design) -> None:
        if row.key not in studio.typed:
            field.set_text(str(value_of(design, row.key)))

    return Made(row, field, show, field.set_error)


def _type(row: FieldRow, studio: Studio) -> Made:
    field = TypeField(say(row.label))
    field.changed.connect(lambda chosen: studio.keep(row.key, chosen))
    return Made(
        row, field, lambda design: field.set_value(value_of(design, row.key)), field.set_error
    )


def _size(row: FieldRow, studio: Studio) -> Made:
    """A percentage of the drawing's own size."""
    field: NumberField[int] = NumberField(
        say(row.label), _parse_percent, str, unit="%", required=_size_words()
    )
    field.edited.connect(lambda text: _type_size(studio, row.key, text))
    field.committed.connect(lambda percent: studio.keep(row.key, percent / PERCENT))

    def show(design: Design) -> None:
        if row.key not in studio.typed:
            held = value_of(design, row.key)
            field.set_value(round(float(str(held)) * PERCENT))

    return Made(row, field, show, field.set_error)


def _tick(row: FieldRow, studio: Studio) -> Made:
    field = CheckRow(say(row.label))
    field.toggled.connect(lambda on: studio.keep(row.key, on))

    def show(design: Design) -> None:
        field.set_checked(bool(value_of(design, row.key)))

    return Made(row, field, show, _unblamed)


def _shape(row: FieldRow, studio: Studio) -> Made:
    words = {Shape.FLAT: say("Flat"), Shape.FOLDED: say("Folded")}
    field = Segmented([Segment(str(shape), words[shape]) for shape in Shape])
    field.changed.connect(lambda chosen: studio.keep(row.key, Shape(chosen)))

    def show(design: Design) -> None:
        field.set_value(str(design.shape))

    return Made(row, FieldBox(say(row.label), field), show, _unblamed)


def _mark(row: FieldRow, studio: Studio) -> Made:
    field = ComboField(say(row.label), [(name, say(MARK_WORDS[name])) for name in MARKS])
    field.changed.connect(lambda chosen: studio.keep(row.key, chosen))

    def show(design: Design) -> None:
        field.set_value(design.mark or next(iter(MARKS)))

    return Made(row, field, show, field.set_error)


def _picture(row: FieldRow, studio: Studio) -> Made:
    field = PictureField(say(row.label), studio.desk.asking)
    field.chosen.connect(lambda path: studio.keep_picture(row.key, path))
    field.removed.connect(lambda: studio.keep_picture(row.key, None))

    def show(design: Design) -> None:
        field.show_file(design.picture if row.key == "picture" else design.logo)

    return Made(row, field, show, field.set_error)


_MAKERS: dict[Kind, Callable[[FieldRow, Studio], Made]] = {
    Kind.LINE: _line,
    Kind.LINES: _lines,
    Kind.TYPE: _type,
    Kind.SIZE: _size,
    Kind.INK: _ink,
    Kind.TICK: _tick,
    Kind.SHAPE: _shape,
    Kind.MARK: _mark,
    Kind.PICTURE: _picture,
}


def _placeholder(design: Design, key: str) -> str:
    """What the card says while the field is empty."""
    head, _dot, slot = key.partition(".")
    return usual_words(design, slot) if head == "words" else ""


def _type_size(studio: Studio, key: str, text: str) -> None:
    """Show a size while it is typed, once it is one."""
    try:
        studio.type(key, _parse_percent(text.strip()) / PERCENT)
    except InvalidValueError:
        return


def _parse_percent(text: str) -> int:
    typed = text.removesuffix("%").strip()
    least, most = round(SMALLEST_SIZE * PERCENT), round(LARGEST_SIZE * PERCENT)
    if not (typed.isascii() and typed.isdecimal()) or not least <= int(typed[:4]) <= most:
        raise InvalidValueError(_size_words())
    return int(typed)


def _size_words() -> str:
    least, most = round(SMALLEST_SIZE * PERCENT), round(LARGEST_SIZE * PERCENT)
    return say("Type a number from {least} to {most}.", least=least, most=most)


def _unblamed(_sentence: str) -> None:
    """A choice among what is there cannot be wrong."""
