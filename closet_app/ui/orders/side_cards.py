"""Listings to take down, and the parcel's weight and size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.units import Weight
from closet_app.services.order_files import labels_of, parcel_photos_of
from closet_app.services.records import OrderView, TakeDown
from closet_app.ui.orders.speech import Speech
from closet_app.ui.orders.work import OrderWork
from closet_app.ui.parcels.files_part import FilesPart
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.badges import MarketplaceBadge
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import PlainLabel, set_state, set_tooltip
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import WeightField
from closet_app.ui.words import say
from closet_app.wording import parse_weight, say_weight


class TakeDownRow(QWidget):
    """One listing that is still up; `visited` carries its address."""

    ticked = Signal(int, bool)
    visited = Signal(str)

    def __init__(self, task: TakeDown, name: str) -> None:
        super().__init__()
        words = say("{marketplace} · {number}", marketplace=name, number=task.sku)
        self.box = QCheckBox(words.replace("&", "&&"))
        self.box.setChecked(task.done)
        self.box.setAccessibleName(say("Taken down from {place}", place=words))
        set_state(self.box, "quiet", task.done)
        set_tooltip(self.box, task.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.box, 1)
        if task.url and not task.done:
            visit = Button(say("Open"), "link", pressed=lambda: self.visited.emit(task.url))
            visit.setAccessibleName(say("Open the listing: {place}", place=words))
            row.addWidget(visit)
        row.addWidget(MarketplaceBadge(task.marketplace, name, side=18, listed=not task.done))
        fix(self, height=32)
        self.box.clicked.connect(lambda on: self.ticked.emit(task.id, on))


class TakeDownCard(Card):
    """Where sold pieces are still offered."""

    def __init__(self, work: OrderWork) -> None:
        super().__init__()
        self._work = work
        self.heading = PlainLabel("", role="section", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addWidget(self.heading)
        self.body.addLayout(self._column)
        self._shown: tuple[TakeDown, ...] = ()

    def show_order(self, view: OrderView, speech: Speech) -> None:
        """Show what is to be taken down for another order; the card goes when all is down."""
        self.setVisible(not all(task.done for task in view.take_downs))
        self.heading.setText(take_down_words(view.take_downs, speech))
        if view.take_downs == self._shown:
            return
        self._shown = view.take_downs
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for task in sorted(view.take_downs, key=lambda task: task.done):
            row = TakeDownRow(task, speech.name(task.marketplace))
            row.ticked.connect(self._work.take_down)
            row.visited.connect(self._work.desk.asking.visit)
            self._column.addWidget(row)


def take_down_words(tasks: Sequence[TakeDown], speech: Speech) -> str:
    """“Take down from eBay, Mercari”; what is said when all are down."""
    places = dict.fromkeys(speech.name(task.marketplace) for task in tasks if not task.done)
    if not places:
        return say("Taken down everywhere")
    return say("Take down from {places}", places=", ".join(places))


class ParcelCard(Card):
    """Weight and size of the parcel, kept when a field is left."""

    def __init__(self, work: OrderWork) -> None:
        super().__init__()
        self._work = work
        self._order_id = 0
        self.weight: WeightField[Weight] = WeightField(say("Weight"), self._read, self._write)
        self.parcel = LineField(say("Parcel"))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.weight, 5)
        row.addWidget(self.parcel, 8)
        self.files = FilesPart(work.desk, compact=True)
        self.body.addLayout(row)
        self.body.addWidget(self.files)
        self.weight.committed.connect(self._keep_weight)
        self.parcel.changed.connect(lambda text: work.edit(self._order_id, parcel=text))

    def show_order(self, view: OrderView, speech: Speech) -> None:
        """Show another order's parcel; what is being typed into the same one stays."""
        same = view.id == self._order_id
        self._order_id = view.id
        imperial = speech.manner.length_unit == "in"
        self.weight.line.setPlaceholderText(say("2 lb 3 oz") if self._unit == "lb" else "900 g")
        self.parcel.line.setPlaceholderText("14 × 10 × 4 in" if imperial else "35 × 25 × 10 cm")
        closet = self._work.desk.closet
        labels, photos = labels_of(closet, view.id), parcel_photos_of(closet, view.id)
        self.files.show_files(view.id, labels, photos)
        if not (same and self.weight.line.hasFocus()):
            known = view.weight_words
            self.weight.set_value(parse_weight(known, self._unit) if known else None)
        if not (same and self.parcel.line.hasFocus()):
            self.parcel.set_text(view.parcel)

    @property
    def _unit(self) -> str:
        return self._work.speech.manner.weight_unit

    def _read(self, text: str) -> Weight:
        return parse_weight(text, self._unit)

    def _write(self, weight: Weight) -> str:
        return say_weight(weight, self._unit)

    def _keep_weight(self, weight: Weight | None) -> None:
        milligrams = None if weight is None else weight.milligrams
        self._work.edit(self._order_id, weight_mg=milligrams)
