"""Who bought: name, address in the form of her country, and what the seller noted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.addresses import address_lines
from closet_app.services.records import Buyer, OrderView
from closet_app.ui.orders.copy_button import CopyButton
from closet_app.ui.orders.doors import OrderDoors
from closet_app.ui.orders.faces import ordinal
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import line_height
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Card, Note
from closet_app.ui.widgets.table_row import paint_initials
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.words import say


class Initials(QWidget):
    """The first letters of a name on a round ground."""

    def __init__(self, side: int = 36) -> None:
        super().__init__()
        self._words = ""
        fix(self, width=side, height=side)

    def show_name(self, words: str) -> None:
        """Show another name's letters."""
        self._words = words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_initials(QPainter(self), self.rect(), self._words)


class AddressLines(QWidget):
    """An address line by line: letters of other fonts are taller than one label would allow."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: tuple[str, ...] = ()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show another address; without one, say so."""
        if lines and lines == self._lines:
            return
        self._lines = lines
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines or (say("No address yet"),):
            label = PlainLabel(line, tone="ink" if lines else "muted", wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            label.setMinimumHeight(line_height("body"))
            self._column.addWidget(label)

    def text(self) -> str:
        """The shown lines."""
        return "\n".join(self._lines)


class BuyerCard(Card):
    """One buyer, or the way to name one."""

    def __init__(self, doors: OrderDoors) -> None:
        super().__init__()
        self._initials = Initials()
        self.name = ElidedLabel("", role="body-strong")
        self._facts = ElidedLabel("", role="small", tone="muted")
        self.edit_button = Button("", size="small", pressed=doors.edit_buyer)
        self.address = AddressLines()
        self.copy_button = CopyButton(say("Copy address"), "secondary", icon="copy")
        self._note = Note("", "accent")
        self._copied = ""
        self._build()
        self.copy_button.clicked.connect(lambda: self.copy_button.copy(self._copied))

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self._facts)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._initials)
        row.addLayout(names, 1)
        row.addWidget(self.edit_button)
        self.body.addLayout(row)
        self.body.addWidget(self.address)
        self.body.addWidget(self.copy_button)
        self.body.addWidget(self._note)

    def show_order(self, view: OrderView, speech: Speech) -> None:
        """Show another order's buyer."""
        buyer = view.buyer
        lines = postal_lines(buyer, speech.home)
        self._copied = "\n".join(lines)
        self._initials.setVisible(buyer is not None)
        self.edit_button.setText(say("Edit") if buyer else say("Add buyer"))
        self.edit_button.updateGeometry()
        self.name.setText(_name(buyer))
        self._facts.setText(_facts(buyer))
        self._facts.setVisible(buyer is not None)
        below_name = lines[1:] if buyer and lines[:1] == (buyer.name,) else lines
        self.address.show_lines(below_name)
        self.address.setVisible(buyer is not None)
        self.copy_button.setVisible(bool(below_name))
        self._show_note(buyer)

    def _show_note(self, buyer: Buyer | None) -> None:
        self._note.say(buyer.notes if buyer else "")
        self._note.setVisible(bool(buyer and buyer.notes))
        self._initials.show_name(_name(buyer))


def postal_lines(buyer: Buyer | None, home: str) -> tuple[str, ...]:
    """Name and address as they are written on a parcel; nothing without a street or a town."""
    if buyer is None:
        return ()
    address = buyer.address
    if not any((address.line1, address.line2, address.city, address.postal_code, address.region)):
        return ()
    return address_lines(address, home)


def _name(buyer: Buyer | None) -> str:
    return (buyer.name or buyer.handle) if buyer else say("Buyer not named")


def _facts(buyer: Buyer | None) -> str:
    if buyer is None:
        return ""
    handle = f"@{buyer.handle.removeprefix('@')}" if buyer.handle and buyer.name else ""
    nth = ordinal(buyer.order_count) if buyer.order_count else ""
    return " · ".join(part for part in (handle, nth) if part)
