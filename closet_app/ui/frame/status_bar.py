"""The foot of the window: where the data lives, whether it is saved, and long work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from closet_app.ui.jobs import Step, Ticket
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.text import PlainLabel, set_tooltip
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class StatusFact:
    """One fact with its icon; `more` is said when the mouse rests on it."""

    icon: str
    words: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """Facts at the left and the one at the right, such as "Fees checked Nov 3, 2025"."""

    left: tuple[StatusFact, ...] = ()
    right: str = ""


class _FactLabel(QWidget):
    def __init__(self, fact: StatusFact) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(IconMark(fact.icon, "muted", 14))
        row.addWidget(PlainLabel(fact.words, role="small", tone="muted"))
        set_tooltip(self, fact.more)
        self.setAccessibleName(fact.words)


class _WorkStrip(QWidget):
    """The oldest named work under way: words, bar, Stop."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel("", role="small", tone="ink2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        fix(self._bar, width=140)
        self._stop = Button(say("Stop"), "link", size="small", pressed=self.stopped.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        row.addWidget(PlainLabel(say("You can keep working"), role="small", tone="muted"))

    def show_work(self, ticket: Ticket, step: Step | None, waiting: int) -> None:
        words = step.words if step is not None and step.words else ticket.name
        more = say(" and {count} more", count=waiting) if waiting else ""
        self._words.setText(words + more)
        self._bar.setMaximum(step.total if step is not None else 0)
        self._bar.setValue(step.done if step is not None else 0)
        self._bar.setAccessibleName(words)


class StatusBar(QFrame):
    """28 px of facts; named work takes their place while it runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusbar")
        fix(self, height=28)
        self._ticket: Ticket | None = None
        self._facts = QWidget()
        self._fact_row = QHBoxLayout(self._facts)
        self._fact_row.setContentsMargins(0, 0, 0, 0)
        self._fact_row.setSpacing(px(20))
        self._work = _WorkStrip()
        self._work.hide()
        self._work.stopped.connect(self._stop)
        self._right = PlainLabel("", role="small", tone="muted")
        self._fact, self._note = "", ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(92), 0, px(14), 0)
        self._row.addWidget(self._facts)
        self._row.addWidget(self._work)
        self._row.addStretch(1)
        self._row.addWidget(self._right)

    def set_inset(self, left: int) -> None:
        """Where the facts begin; pages without a rail begin further left."""
        self._row.setContentsMargins(px(left), 0, px(14), 0)

    def show_facts(self, facts: StatusFacts) -> None:
        """Show other facts."""
        while (item := self._fact_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for fact in facts.left:
            self._fact_row.addWidget(_FactLabel(fact))
        self._fact = facts.right
        self.show_note(self._note)

    def show_note(self, words: str) -> None:
        """Say this at the right in place of the usual fact; nothing brings that back."""
        self._note = words
        self._right.setText(words or self._fact)

    def show_activity(self, rows: Sequence[tuple[Ticket, Step | None]]) -> None:
        """Show the named work under way, or the facts when there is none."""
        self._work.setVisible(bool(rows))
        self._facts.setVisible(not rows)
        self._ticket = rows[0][0] if rows else None
        if rows:
            self._work.show_work(*rows[0], waiting=len(rows) - 1)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
