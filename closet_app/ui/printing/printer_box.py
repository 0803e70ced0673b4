"""Which printer the labels go to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.printers import ROLES, Found, Printers, likely, role_of
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say


class PrinterBox(QWidget):
    """Two printers are remembered; `found` says that the system answered."""

    found = Signal()

    def __init__(self, desk: Desk, printers: Printers) -> None:
        super().__init__()
        self._desk = desk
        self._printers = printers
        self._known: Found | None = None
        self._needed = ""
        self.fields = {role: ComboField(say(words)) for role, words in ROLES.items()}
        self.looking = PlainLabel(say("Looking for printers"), role="small", tone="muted")
        self.none = Note(
            say("No printer is set up on this computer. A PDF can be printed anywhere."), "info"
        )
        self._build()
        for role, field in self.fields.items():
            field.changed.connect(lambda name, role=role: self._remember(role, str(name)))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Divider())
        column.addSpacing(px(6))
        column.addWidget(PlainLabel(say("Printer"), role="section"))
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self.looking)
        column.addWidget(self.none)
        self._show()

    @property
    def can_print(self) -> bool:
        """Whether there is a printer at all."""
        return self._known is not None and bool(self._known.names)

    @property
    def is_without_printer(self) -> bool:
        """Whether the system has answered that there is none."""
        return self._known is not None and not self._known.names

    def look(self) -> None:
        """Ask the system for its printers, off the interface thread."""
        self._desk.jobs.run(
            lambda _progress: self._printers.find(), owner=self, done=self._on_found, lane=READ
        )

    def show_part(self, part: Part) -> None:
        """Offer the printer that the part needs."""
        self._needed = "" if part.is_empty else role_of(part.stock)
        self._show()

    def printer_for(self, part: Part) -> str:
        """The printer a part goes to."""
        return str(self.fields[role_of(part.stock)].value() or "")

    def _on_found(self, found: Found) -> None:
        self._known = found
        kept = self._desk.choices.settings.printers
        for role, field in self.fields.items():
            field.set_options([(name, name) for name in found.names])
            wanted = kept.get(role, "")
            is_there = wanted in found.names
            field.set_value(wanted if is_there else likely(role, found))
            gone = say("{printer} is not there", printer=wanted)
            field.set_hint("" if is_there or not wanted else gone, "warn")
        self._show()
        self.found.emit()

    def _remember(self, role: str, name: str) -> None:
        kept = self._desk.choices.settings.printers
        self.fields[role].set_hint("")
        self._desk.choices.change(printers={**kept, role: name})

    def _show(self) -> None:
        for role, field in self.fields.items():
            field.setVisible(self.can_print and role == self._needed)
        self.looking.setVisible(self._known is None)
        self.setVisible(bool(self._needed))
        self.none.setVisible(self.is_without_printer)
