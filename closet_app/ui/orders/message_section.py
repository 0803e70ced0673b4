"""What is told and noted with an order: the message, tracking, notes, and whether it is a gift."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from closet_app.domain.status import LineState
from closet_app.services.parcels import look_at_tracking
from closet_app.services.records import OrderView
from closet_app.ui.orders.copy_button import CopyButton
from closet_app.ui.orders.faces import proposed_message
from closet_app.ui.orders.work import OrderWork
from closet_app.ui.parcels.follow_link import FollowLink
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import SwitchField
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField, MultiLineField
from closet_app.ui.words import say


class MessageSection(QWidget):
    """Each field is kept when the seller leaves it."""

    def __init__(self, work: OrderWork) -> None:
        super().__init__()
        self._work = work
        self._order_id = 0
        self.message = LineField("")
        self.tracking = LineField("", empty=say("Paste it here"))
        self.carrier = LineField("", empty=say("Who carries it"))
        self.notes = MultiLineField("", lines=2, empty=say("Only you see these"))
        self.gift = SwitchField(say("Gift: no prices on the slip"))
        self.gift_message = MultiLineField(
            say("Gift message"), lines=2, empty=say("What the buyer wants to say, for the slip")
        )
        self.copy_button = CopyButton(say("Copy"))
        self.follow = FollowLink(work.desk.asking.visit)
        self.doubt = PlainLabel("", role="small", tone="warn", wrap=True)
        self._proposed = ""
        self._sent_parts: tuple[QWidget, ...] = (self.gift,)
        """What a parcel needs; gone when the order is cancelled."""
        self._build()
        self._connect()

    def _build(self) -> None:
        names = (
            (self.message, say("Message when it ships")),
            (self.tracking, say("Tracking number")),
            (self.notes, say("Notes")),
            (self.carrier, say("Carrier")),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(0, 11)
        grid.setColumnStretch(1, 5)
        for place, (field, name) in enumerate(names):
            field.editor.setAccessibleName(name)
            row, column = place // 2 * 3, place % 2
            label = self._label(name, (self.copy_button, self.follow)[place : place + 1])
            grid.addWidget(label, row, column)
            grid.addWidget(field, row + 1, column, Qt.AlignmentFlag.AlignTop)
            if field is not self.notes:
                self._sent_parts += (label, field)
        grid.addWidget(self.doubt, 2, 1)
        grid.setRowMinimumHeight(2, px(8))
        grid.addWidget(self.gift, 6, 0, 1, 2)
        grid.addWidget(self.gift_message, 7, 0, 1, 2)

    def _label(self, name: str, buttons: Sequence[QWidget]) -> QWidget:
        label = QWidget()
        row = QHBoxLayout(label)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(name, role="label", tone="ink2"), 1)
        for button in buttons:
            row.addWidget(button)
        return label

    def _connect(self) -> None:
        for name in ("tracking", "carrier", "notes", "gift_message"):
            field: LineField | MultiLineField = getattr(self, name)
            field.changed.connect(lambda text, name=name: self._keep(**{name: text}))
        self.message.changed.connect(self._keep_message)
        self.gift.changed.connect(lambda on: self._keep(gift=on))
        self.copy_button.clicked.connect(lambda: self.copy_button.copy(self.message.text))

    def show_order(self, view: OrderView) -> None:
        """Show another order; what is being typed into the same one stays."""
        same = view.id == self._order_id
        self._order_id = view.id
        self._proposed = proposed_message(view)
        shown = (
            (self.message, view.message or self._proposed),
            (self.tracking, view.tracking),
            (self.carrier, view.carrier),
            (self.notes, view.notes),
            (self.gift_message, view.gift_message),
        )
        for field, text in shown:
            if not (same and field.editor.hasFocus()):
                field.set_text(text)
        self._show_way(view)
        self.gift.set_value(view.gift)
        for part in self._sent_parts:
            part.setVisible(view.status is not LineState.CANCELLED)
        self.gift_message.setVisible(view.gift and view.status is not LineState.CANCELLED)

    def _show_way(self, view: OrderView) -> None:
        """Where the parcel is followed, and whether its number looks mistyped."""
        seen = look_at_tracking(self._work.desk.closet, view.tracking, view.carrier)
        self.follow.show_link(seen.link, seen.carrier)
        self.doubt.setText(seen.doubt)
        self.doubt.setVisible(bool(seen.doubt))

    def _keep_message(self, text: str) -> None:
        self._keep(message="" if text == self._proposed else text)

    def _keep(self, **fields: object) -> None:
        if self._order_id:
            self._work.edit(self._order_id, **fields)
