"""Who buys: a known buyer by the first letters of the name, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.addresses import Address, address_from_text
from closet_app.services.records import Buyer
from closet_app.ui.orders.address_fields import written
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text_fields import LineField, MultiLineField
from closet_app.ui.widgets.word_completer import WordCompleter
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class TypedBuyer:
    """A known buyer by `buyer_id`, or what was typed of a new one."""

    buyer_id: int | None = None
    name: str = ""
    handle: str = ""
    address: Address | None = None


class BuyerFields(QWidget):
    """Name with completions, handle, and the address as lines."""

    def __init__(self, known: Sequence[Buyer], home: str) -> None:
        super().__init__()
        self._home = home
        self._known = {buyer.id: buyer for buyer in known}
        self._chosen: Buyer | None = None
        self.name = LineField(say("Buyer"), empty=say("Name, may stay empty"))
        self.handle = LineField(say("Handle"))
        self.address = MultiLineField(
            say("Address"), lines=3, empty=say("Paste all lines, without the name")
        )
        self._build()
        self._complete()

    def _build(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(px(12))
        names.addWidget(self.name, 1)
        names.addWidget(self.handle, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(10))
        rows.addLayout(names)
        rows.addWidget(self.address)

    def _complete(self) -> None:
        """Each suggestion names handle and town, so that two of one name are told apart."""
        by_words = {_words(buyer): buyer.id for buyer in self._known.values()}
        completer = WordCompleter(list(by_words), self.name.line)
        self.name.line.setCompleter(completer)
        # The completer writes the whole suggestion into the line after this signal.
        completer.activated.connect(
            lambda words: QTimer.singleShot(0, self, lambda: self.choose(by_words[words]))
        )

    def choose(self, buyer_id: int) -> None:
        """Take a known buyer."""
        buyer = self._known[buyer_id]
        self._chosen = buyer
        name, handle, address = self._shown(buyer)
        self.name.set_text(name)
        self.handle.set_text(handle)
        self.address.set_text(address)

    def _shown(self, buyer: Buyer) -> tuple[str, str, str]:
        return buyer.name, buyer.handle, written(buyer.address, self._home)

    def value(self) -> TypedBuyer:
        """Who buys, as it stands: known only while nothing of it was typed over."""
        name, handle = self.name.text.strip(), self.handle.text.strip().removeprefix("@")
        text = self.address.text.strip()
        known = self._chosen
        if known is not None and (name, handle, text) == self._shown(known):
            return TypedBuyer(buyer_id=known.id)
        address = address_from_text(text, self._home) if text else None
        return TypedBuyer(None, name, handle, address)


def _words(buyer: Buyer) -> str:
    handle = f"@{buyer.handle.removeprefix('@')}" if buyer.handle else ""
    town = buyer.address.city
    return " · ".join(part for part in (buyer.name, handle, town) if part)
