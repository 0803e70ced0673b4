"""The parcel: its weight and size, who carries it and the number to follow it by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.units import Weight
from closet_app.services.records.packing import PackOrder
from closet_app.ui.orders.speech import Speech
from closet_app.ui.parcels.follow_link import FollowLink
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import WeightField
from closet_app.ui.words import say
from closet_app.wording import parse_weight, say_weight

NARROW = 560


class ParcelPart(QWidget):
    """Each field is kept when it is left: `edited` carries the order and what changed.

    `tracked` carries the order and its new tracking number; `entered` says that Enter was
    pressed in one of the fields.
    """

    edited = Signal(int, object)
    tracked = Signal(int, str)
    entered = Signal()

    def __init__(self, visit: Callable[[str], object]) -> None:
        super().__init__()
        self._order_id = 0
        self._unit = "lb"
        self._columns = 0
        self.weight: WeightField[Weight] = WeightField(say("Weight"), self._read, self._write)
        self.parcel = LineField(say("Parcel"))
        self.tracking = LineField(say("Tracking number"), empty=say("Paste or scan it here"))
        self.carrier = LineField(say("Carrier"), empty=say("Who carries it"))
        self.limit = Note("", "warn", icon="weight")
        self.doubt = PlainLabel("", role="small", tone="warn", wrap=True)
        self.follow = FollowLink(visit)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(10))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(10))
        rows.addLayout(self._grid)
        line = QHBoxLayout()
        line.addWidget(self.doubt, 1)
        line.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignRight)
        rows.addLayout(line)
        rows.addWidget(self.limit)
        self.arrange(narrow=False)
        self._connect()

    def _connect(self) -> None:
        self.weight.committed.connect(self._keep_weight)
        self.tracking.changed.connect(lambda text: self.tracked.emit(self._order_id, text))
        for name in ("parcel", "carrier"):
            field: LineField = getattr(self, name)
            field.changed.connect(lambda text, name=name: self._keep(**{name: text}))
        for field in self.fields():
            field.line.returnPressed.connect(self.entered)

    def fields(self) -> tuple[LineField, ...]:
        """The fields in reading order."""
        return (self.weight, self.parcel, self.tracking, self.carrier)

    def arrange(self, *, narrow: bool) -> None:
        """Four fields side by side, or two and two."""
        columns = 2 if narrow else 4
        if columns == self._columns:
            return
        self._columns = columns
        shares = (5, 6, 8, 5)
        for at, field in enumerate(self.fields()):
            row, column = divmod(at, columns)
            self._grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate(shares):
            stretch = (share if not narrow else 1) if column < columns else 0
            self._grid.setColumnStretch(column, stretch)

    def show_order(self, order: PackOrder, speech: Speech) -> None:
        """Show another order's parcel; what is being typed into the same one stays."""
        same = order.id == self._order_id
        self._order_id = order.id
        self._unit = speech.manner.weight_unit
        imperial = speech.manner.length_unit == "in"
        self.weight.line.setPlaceholderText(say("2 lb 3 oz") if self._unit == "lb" else "900 g")
        self.parcel.line.setPlaceholderText("14 × 10 × 4 in" if imperial else "35 × 25 × 10 cm")
        guess = order.weight_guess
        self.weight.set_hint(say("pieces {weight}", weight=guess) if guess else "")
        self.doubt.setText(order.tracking_doubt)
        self.doubt.setVisible(bool(order.tracking_doubt))
        self.follow.show_link(order.tracking_link, order.carrier)
        if not (same and self.weight.line.hasFocus()):
            self.weight.set_value(order.weight)
        for field, text in (
            (self.parcel, order.parcel),
            (self.tracking, order.tracking),
            (self.carrier, order.carrier),
        ):
            if not (same and field.line.hasFocus()):
                field.set_text(text)
        self.limit.setVisible(bool(order.over_limit))
        self.limit.say(order.over_limit)

    def _read(self, text: str) -> Weight:
        return parse_weight(text, self._unit)

    def _write(self, weight: Weight) -> str:
        return say_weight(weight, self._unit)

    def _keep_weight(self, weight: Weight | None) -> None:
        self._keep(weight_mg=None if weight is None else weight.milligrams)

    def _keep(self, **fields: object) -> None:
        if self._order_id:
            self.edited.emit(self._order_id, fields)
