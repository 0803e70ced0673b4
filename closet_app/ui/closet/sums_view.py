"""The inspector's view of several pieces, or of the whole closet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services.records import Totals
from closet_app.ui.closet.faces import Speech
from closet_app.ui.closet.facts_grid import Fact, FactsGrid
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class SumsView(QWidget):
    """A heading, sums one below the other, and facts under a second heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PlainLabel("", role="section", wrap=True)
        self._line = PlainLabel("", tone="muted", wrap=True)
        self._sums = FactsGrid(columns=1)
        self._second = PlainLabel("", role="body-strong")
        self._facts = FactsGrid(columns=1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(16), px(16), px(20))
        rows.setSpacing(px(12))
        for widget in (self._heading, self._line, self._sums, self._second, self._facts):
            rows.addWidget(widget)
        rows.addStretch(1)

    def show_sums(self, heading: str, line: str, totals: Totals | None, speech: Speech) -> None:
        """Show a heading, a line under it and the sums, once they are known."""
        self._heading.setText(heading)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._sums.setVisible(totals is not None)
        if totals is not None:
            self._sums.show_facts(
                [
                    (say("Items"), f"{totals.count:,}"),
                    (say("Asking"), speech.price(totals.asking)),
                    (say("To keep if all sell"), speech.keep(totals.keep)),
                ]
            )

    def show_facts(self, heading: str, facts: Sequence[Fact]) -> None:
        """Show facts under a second heading; none hides it."""
        self._second.setText(heading)
        self._second.setVisible(bool(facts))
        self._facts.setVisible(bool(facts))
        self._facts.show_facts(facts)
