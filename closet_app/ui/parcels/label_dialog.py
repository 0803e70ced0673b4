"""Asks which order each of several labels is for; what a label tells is chosen already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from closet_app.services.label_places import PlacedLabels
from closet_app.services.records.packing import PackOrder
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say, say_many

NO_ORDER = 0
MOST_SEEN = 6
"""Labels beyond these are scrolled to."""


class LabelDialog(FormDialog):
    """A row for each label, with every order that waits."""

    def __init__(self, placed: PlacedLabels, in_hand: int, parent: QWidget | None) -> None:
        super().__init__(
            say_many("Which order is this label for?", "Which order is each label for?",
                     len(placed.labels)),
            act="", keep=say("Leave them out"), width=480, parent=parent,
        )  # fmt: skip
        self._placed = placed
        orders = [(NO_ORDER, say("No order"))]
        orders += [(each.id, say_order(each)) for each in placed.waiting]
        self.fields = [ComboField(each.path.name, orders) for each in placed.labels]
        self._build()
        for field, label in zip(self.fields, placed.labels, strict=True):
            field.set_value(label.order_id or NO_ORDER)
            field.changed.connect(lambda _chosen: self._count())
        self._say_what_is_told(in_hand)
        self._count()

    def _build(self) -> None:
        self.words = PlainLabel("", tone="muted", wrap=True)
        self.body.addWidget(self.words)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, px(8), 0)
        rows.setSpacing(px(10))
        for field in self.fields:
            rows.addWidget(field)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        tall = inside.sizeHint().height()
        area.setFixedHeight(min(tall, round(tall * MOST_SEEN / len(self.fields))))
        self.body.addWidget(area)

    def chosen(self) -> list[tuple[int, Path]]:
        """The orders that were chosen, by id, with their labels."""
        pairs = zip(self.fields, self._placed.labels, strict=True)
        found = ((field.value(), label.path) for field, label in pairs)
        return [
            (order_id, path) for order_id, path in found if isinstance(order_id, int) and order_id
        ]

    def _say_what_is_told(self, in_hand: int) -> None:
        told = [each.order_id for each in self._placed.labels if each.order_id]
        other = next((each for each in self._placed.waiting if each.id in told), None)
        if len(self.fields) == 1 and other is not None and other.id != in_hand:
            words = say("Its words tell of {order}, which is not in hand.", order=say_order(other))
        elif told:
            words = say("Those whose words tell of an order have it chosen.")
        else:
            words = say("Their words tell of no order.")
        self.words.setText(words)

    def _count(self) -> None:
        count = len(self.chosen())
        self.act_button.setText(say_many("Attach {count} label", "Attach {count} labels", count))
        self.act_button.setEnabled(count > 0)


def say_order(order: PackOrder) -> str:
    """“Renata Okafor, order 1047”."""
    return say("{buyer}, order {number}", buyer=order.buyer, number=order.number)
