"""Step 2: what each column means."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services.imports import ColumnUse, Mapping
from closet_app.ui.importing.column_row import ColumnRow, target_choices
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import mark, say, say_many

OFFERED = 40
"""Rows until more are asked for: some files have two thousand columns."""
FIRST, NEXT = 9, 4
"""Rows made at once and at each later turn; one costs some four milliseconds."""
NUMBERS = (
    mark("Two"), mark("Three"), mark("Four"), mark("Five"), mark("Six"), mark("Seven"),
    mark("Eight"), mark("Nine"),
)  # fmt: skip


class ColumnsPart(QWidget):
    """`chosen` carries a column's place and the target's key or None; `seen` a row to show."""

    chosen = Signal(int, object)
    seen = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses: tuple[ColumnUse, ...] = ()
        self._by_seller: Collection[int] = ()
        self._choices = target_choices()
        self.rows: list[ColumnRow] = []
        self._offered = 0
        self._later = QTimer(self, interval=0)
        self._help = Note("", "warn", title=" ", action=say("Show it"))
        self._more = Button("", "link", pressed=self.show_more)
        self._column = QVBoxLayout()
        self._build()
        self._help.acted.connect(self.go_to_unknown)
        self._later.timeout.connect(self._make_next)

    def _build(self) -> None:
        self._column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(10), 0, px(10), 0)
        head.setSpacing(px(8))
        head.addWidget(PlainLabel(say("Columns"), role="section"))
        head.addWidget(self._help)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(10), 0, px(10), 0)
        foot.addWidget(self._more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        for part in (head, self._column, foot):
            whole.addLayout(part)

    def show_columns(self, mapping: Mapping) -> None:
        """Show the columns of another table."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._uses, self._by_seller = mapping.columns, ()
        self._offered = 0
        self.show_more()
        self._make_rows(FIRST)

    def show_mapping(self, mapping: Mapping, by_seller: Collection[int]) -> None:
        """Show what the same columns mean now, and which of them the seller chose."""
        self._uses, self._by_seller = mapping.columns, by_seller
        self._refresh()

    def show_more(self) -> None:
        """Offer the next columns."""
        self._offered = min(self._offered + OFFERED, len(self._uses))
        self._later.start()
        self._refresh()

    def go_to_unknown(self) -> bool:
        """Put the focus on the next column that needs help; False when none does."""
        places = [use.at for use in self._unknown()]
        if not places:
            return False
        here = next((at for at, row in enumerate(self.rows) if row.field.box.hasFocus()), -1)
        at = next((place for place in places if place > here), places[0])
        self._make_rows(at + 1)
        self._refresh()
        self.seen.emit(self.rows[at])
        focus_by_keyboard(self.rows[at].field.box)
        return True

    def _make_next(self) -> None:
        self._make_rows(min(len(self.rows) + NEXT, self._offered))
        if len(self.rows) >= self._offered:
            self._later.stop()

    def _make_rows(self, count: int) -> None:
        for use in self._uses[len(self.rows) : count]:
            row = ColumnRow(use, self._choices)
            row.chosen.connect(self.chosen)
            self.rows.append(row)
            self._column.addWidget(row)
            row.show_use(use, chosen=use.at in self._by_seller)
        self._offered = max(self._offered, len(self.rows))

    def _refresh(self) -> None:
        for row, use in zip(self.rows, self._uses, strict=False):
            row.show_use(use, chosen=use.at in self._by_seller)
        left = len(self._uses) - self._offered
        self._more.setText(say_many("Show {count} more column", "Show {count} more columns", left))
        self._more.setVisible(left > 0)
        self._ask_for_help()

    def _ask_for_help(self) -> None:
        unknown = self._unknown()
        self._help.setVisible(bool(unknown))
        if unknown:
            words = say("Choose what “{heading}” means.", heading=short(unknown[0].heading))
            self._help.say(words, title=help_words(len(unknown)))

    def _unknown(self) -> list[ColumnUse]:
        return [use for use in self._uses if use.needs_help and use.at not in self._by_seller]


def help_words(count: int) -> str:
    """“Two columns need your help.”, in words up to nine."""
    spoken = NUMBERS[count - 2] if 2 <= count < len(NUMBERS) + 2 else ""
    return say_many(
        "One column needs your help.",
        "{number} columns need your help.",
        count,
        number=say(spoken) if spoken else f"{count:,}",
    )


def short(text: str) -> str:
    """A heading that fits into a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


LONGEST = 40
