"""Which printers the run goes to, how cards get their backs, and what printing ticks."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.print_runs import LABELS, PAPER
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.printers import BY_HAND, ROLES, Found, Printers, likely
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say


class PrinterSection(QWidget):
    """Two printers are remembered; `found` says that the system answered, `adjust` asks to.

    Cards are turned by hand where the printer has only one side, or where the seller says so.
    """

    found = Signal()
    adjust = Signal()

    def __init__(self, desk: Desk, printers: Printers) -> None:
        super().__init__()
        self._desk = desk
        self.printers = printers
        self.known: Found | None = None
        self._needed: frozenset[str] = frozenset()
        self._has_backs = False
        self.fields = {role: ComboField(say(ROLES[role])) for role in (PAPER, LABELS)}
        self.by_hand = CheckRow(say("Print the backs after turning the stack"))
        self.tick = QCheckBox(say("Tick “printed” on each order"))
        self.tick.setChecked(True)
        self.looking = PlainLabel(say("Looking for printers"), role="small", tone="muted")
        self.none = Note(
            say("No printer is set up on this computer. A PDF can be printed anywhere."), "info"
        )
        self.nudge = Button(
            say("Print lies askew?"), "link", size="small", pressed=self.adjust.emit
        )
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say("Printer"), role="section"))
        head.addStretch(1)
        head.addWidget(self.nudge)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for field in self.fields.values():
            row.addWidget(field, 1)
        column.addLayout(row)
        column.addWidget(self.looking)
        column.addWidget(self.none)
        column.addWidget(self.by_hand)
        column.addWidget(self.tick)

    def _connect(self) -> None:
        for role, field in self.fields.items():
            field.changed.connect(lambda name, role=role: self._remember(role, str(name)))
        self.by_hand.toggled.connect(self._turn_by_hand)

    @property
    def can_print(self) -> bool:
        """Whether there is a printer at all."""
        return self.known is not None and bool(self.known.names)

    @property
    def is_without_printer(self) -> bool:
        """Whether the system has answered that there is none."""
        return self.known is not None and not self.known.names

    @property
    def ticks(self) -> bool:
        """Whether the packing steps are ticked afterwards."""
        return self.tick.isChecked()

    def name(self, role: str) -> str:
        """The printer of a role; empty while none is known."""
        return str(self.fields[role].value() or "")

    def look(self) -> None:
        """Ask the system for its printers, off the interface thread."""
        self._desk.jobs.run(
            lambda _progress: self.printers.find(), owner=self, done=self._on_found, lane=READ
        )

    def show_needs(self, roles: Collection[str], *, has_backs: bool) -> None:
        """Grey the printer that this run does not need."""
        self._needed, self._has_backs = frozenset(roles), has_backs
        self._show()

    def _on_found(self, found: Found) -> None:
        self.known = found
        kept = self._desk.choices.settings.printers
        for role, field in self.fields.items():
            field.set_options([(name, name) for name in found.names])
            wanted = kept.get(role, "")
            is_there = wanted in found.names
            field.set_value(wanted if is_there else likely(role, found))
            gone = say("{printer} is not there", printer=wanted)
            field.set_error(gone if wanted and not is_there else "")
        self._show()
        self.found.emit()

    def _remember(self, role: str, name: str) -> None:
        self.fields[role].set_error("")
        self._keep({role: name})
        self._show()

    def _turn_by_hand(self, on: bool) -> None:
        self._keep({BY_HAND: self.name(PAPER) if on else ""})

    def _keep(self, changed: dict[str, str]) -> None:
        kept = self._desk.choices.settings.printers
        self._desk.choices.change(printers={**kept, **changed})

    def _show(self) -> None:
        one_sided = self.known is not None and self.name(PAPER) not in self.known.two_sided
        for role, field in self.fields.items():
            field.setVisible(self.can_print)
            field.setEnabled(role in self._needed)
        kept = self._desk.choices.settings.printers.get(BY_HAND, "")
        self.by_hand.set_checked(one_sided or kept == self.name(PAPER))
        self.by_hand.setEnabled(not one_sided)
        self.by_hand.setVisible(self.can_print and self._has_backs)
        self.nudge.setVisible(self.can_print)
        self.looking.setVisible(self.known is None)
        self.none.setVisible(self.is_without_printer)
