"""Flaws: pins on the photo and their words, which go into the listing's text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.services import pins
from closet_app.services.changed import Changed
from closet_app.services.records import Pin
from closet_app.ui.desk import Desk
from closet_app.ui.photo_desk.pin_layer import PinLayer, ShownPin
from closet_app.ui.photo_desk.tool import OnDesk, Tool
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say


class PinRow(QWidget):
    """One pin: its number, its words, and a way to take it off."""

    named = Signal(int, str)
    removed = Signal(int)

    def __init__(self, pin_id: int) -> None:
        super().__init__()
        self.pin_id = pin_id
        self._number = PlainLabel("", role="label-strong", tone="accent")
        self.field = LineField("", empty=say("small pull"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._number)
        row.addWidget(self.field, 1)
        self.remove = IconButton(
            "x", say("Remove the flaw"), pressed=lambda: self.removed.emit(pin_id)
        )
        row.addWidget(self.remove)
        self.field.changed.connect(lambda words: self.named.emit(pin_id, words))

    def show_pin(self, number: int, pin: Pin) -> None:
        """Show its words, unless others are being typed."""
        self._number.setText(str(number))
        self.field.line.setAccessibleName(say("Flaw {number}", number=number))
        if not self.field.line.hasFocus():
            self.field.set_text(pin.words)


class PinTool(Tool):
    """Click the photo to place a pin, type its word, drag it, Delete takes it off."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.layer: PinLayer = PinLayer()
        self.pin_rows: dict[int, PinRow] = {}
        self._name_next = 0
        self._note = self.add_note(
            say(
                "Click a flaw on the photo and say what it is. Buyers read it in the listing. "
                "Drag a pin to move it."
            )
        )
        self._place = self.rows.count()
        self.add = Button(
            say("Add a flaw"), icon="plus", pressed=lambda: self._add(QPointF(0.5, 0.5))
        )
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.layer.placed.connect(self._add)
        self.layer.shifted.connect(self._move)
        self.layer.removed.connect(self._remove)
        self.layer.naming.connect(self._edit)

    def show_photo(self, on_desk: OnDesk) -> None:
        super().show_photo(on_desk)
        own = [pin for pin in on_desk.piece.pins if pin.photo_id == on_desk.photo.ref.id]
        framing = on_desk.framing
        self.layer.show_pins(
            [
                ShownPin(pin.id, number, QPointF(*framing.to_shown(pin.x, pin.y)), pin.words)
                for number, pin in enumerate(own, start=1)
            ]
        )
        self._keep_rows(own)

    def _keep_rows(self, own: list[Pin]) -> None:
        for gone in set(self.pin_rows) - {pin.id for pin in own}:
            row = self.pin_rows.pop(gone)
            row.hide()
            row.deleteLater()
        for number, pin in enumerate(own, start=1):
            row = self.pin_rows.get(pin.id) or self._make_row(pin.id)
            row.show_pin(number, pin)
        if self._name_next in self.pin_rows:
            pin_id, self._name_next = self._name_next, 0
            self.layer.choose(pin_id)
            QTimer.singleShot(0, self, lambda: self._edit(pin_id))

    def _make_row(self, pin_id: int) -> PinRow:
        row = PinRow(pin_id)
        row.named.connect(self._name)
        row.removed.connect(self._remove)
        self.rows.insertWidget(self._place + len(self.pin_rows), row)
        self.pin_rows[pin_id] = row
        return row

    def _edit(self, pin_id: int) -> None:
        row = self.pin_rows.get(pin_id)
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            row.field.line.selectAll()

    def _add(self, place: QPointF) -> None:
        if self.on_desk is None:
            return
        closet, photo_id = self._desk.closet, self.on_desk.photo.ref.id
        x, y = self.on_desk.framing.to_original(place.x(), place.y())
        made: list[int] = []

        def add() -> Changed:
            pin_id, changed = pins.add_pin(closet, photo_id, x, y)
            made.append(pin_id)
            return changed

        def then(_changed: Changed) -> None:
            self._name_when_shown(made[0])

        self._desk.command(add, then=then, quiet=True)

    def _name_when_shown(self, pin_id: int) -> None:
        self._name_next = pin_id
        if self.on_desk is not None and pin_id in self.pin_rows:
            self.show_photo(self.on_desk)

    def _move(self, pin_id: int, place: QPointF) -> None:
        if self.on_desk is not None:
            closet = self._desk.closet
            x, y = self.on_desk.framing.to_original(place.x(), place.y())
            self._desk.command(lambda: pins.move_pin(closet, pin_id, x, y), quiet=True)

    def _name(self, pin_id: int, words: str) -> None:
        closet = self._desk.closet
        self._desk.command(lambda: pins.name_pin(closet, pin_id, words), quiet=True)

    def _remove(self, pin_id: int) -> None:
        closet = self._desk.closet
        self._desk.command(lambda: pins.remove_pin(closet, pin_id))
