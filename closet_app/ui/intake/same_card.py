"""What is the same for all pieces: told in four lines, changed in a small form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.records.intake import IntakeView, SharedFacts
from closet_app.ui.desk import Desk
from closet_app.ui.editor.completions import Completion
from closet_app.ui.editor.controls import Talk
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel, set_tooltip
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import DateField, MoneyField
from closet_app.ui.words import mark, say, say_many
from closet_app.wording import say_date, say_money

_LINES = (
    ("source", mark("Found at")),
    ("acquired_on", mark("Date")),
    ("receipt", mark("Receipt total")),
    ("each", mark("Shared where blank")),
    ("bin", mark("Bin")),
)


class SameCard(Card):
    """`kept` carries the new values by name."""

    kept = Signal(object)

    def __init__(self, desk: Desk, talk: Talk) -> None:
        super().__init__()
        self._talk = talk
        self._heading = PlainLabel("", role="body-strong")
        self.change = Button(say("Change"), "link", pressed=self.open_form)
        self._facts = QWidget()
        self._values: dict[str, ElidedLabel] = {}
        self._names: dict[str, PlainLabel] = {}
        self.form = SameForm(desk, talk)
        self._shared = SharedFacts()
        self._build()
        self.form.closed.connect(self._close)
        self.form.kept.connect(self.kept)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.change)
        self.body.addLayout(top)
        grid = QGridLayout(self._facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(5))
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(_LINES):
            name = self._names[key] = PlainLabel(say(words), role="small", tone="muted")
            value = self._values[key] = ElidedLabel("", role="label")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.form)
        self.form.hide()

    def show_view(self, view: IntakeView) -> None:
        """Show what is the same; a form that is open stays as it is."""
        count = len(view.groups)
        self._heading.setText(say_many("Same for this one", "Same for all {count}", count))
        self._shared = shared = view.shared
        manner = self._talk.manner
        day = shared.acquired_on
        said = {
            "source": shared.source,
            "acquired_on": say_date(day, manner.today, locale=manner.locale) if day else "",
            "receipt": self._money(shared.receipt),
            "each": say("{amount} each", amount=self._money(shared.each)) if shared.each else "",
            "bin": shared.bin,
        }
        for key, label in self._values.items():
            label.setText(said[key] or "–")
            is_shown = bool(said[key]) or key not in ("bin", "each")
            label.setVisible(is_shown)
            self._names[key].setVisible(is_shown)
        words = say_many(
            "Goes into {count} piece without a cost; every cent is given out.",
            "Goes into {count} pieces without a cost; every cent is given out.",
            shared.blanks,
        )
        set_tooltip(self._values["each"], words if shared.blanks else "")

    def _money(self, amount: object) -> str:
        return self._talk.words("cost_price", amount) if amount is not None else ""  # type: ignore[arg-type]  # a Money

    def open_form(self) -> None:
        """Change what is the same."""
        self.form.show_shared(self._shared)
        self._show_form(is_open=True)
        focus_by_keyboard(self.form.source.line)

    def open_again(self) -> None:
        """Show the form with what was typed, since it was not taken."""
        self._show_form(is_open=True)

    def _close(self) -> None:
        focused: QWidget | None = QApplication.focusWidget()
        had_focus = focused is not None and self.form.isAncestorOf(focused)
        self._show_form(is_open=False)
        if had_focus:
            self.change.setFocus()

    def _show_form(self, *, is_open: bool) -> None:
        self.form.setVisible(is_open)
        self._facts.setVisible(not is_open)
        self.change.setVisible(not is_open)


class SameForm(QWidget):
    """Four fields; `kept` carries their values by name, `closed` when nothing is to be changed."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, talk: Talk) -> None:
        super().__init__()
        self.source = LineField(say("Found at"), empty=say("Goodwill, Alder St"))
        self.day: DateField = DateField(
            say("Date"),
            lambda text: talk.read("acquired_on", text),  # type: ignore[arg-type, return-value]  # the field of a day
            lambda day: talk.words("acquired_on", day),
        )
        self.receipt = MoneyField(
            say("Receipt total"),
            lambda text: talk.read("cost_price", text),
            lambda amount: say_money(amount, locale=talk.manner.locale),
        )
        self.bin = LineField(say("Bin"), empty=say("B-05"))
        Completion(desk, "source", self.source.line)
        Completion(desk, "bin", self.bin.line)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        for field in (self.source, self.day, self.receipt, self.bin):
            rows.addWidget(field)
            line = field.line
            line.returnPressed.connect(self.keep)
        rows.addWidget(
            PlainLabel(
                say("The total is shared over the pieces without a cost of their own."),
                role="small",
                tone="muted",
                wrap=True,
            )
        )
        verbs = QHBoxLayout()
        self.keep_button = Button(say("Keep"), size="small", pressed=self.keep)
        verbs.addWidget(self.keep_button)
        verbs.addWidget(Button(say("Leave as it was"), "ghost", size="small", pressed=self.leave))
        verbs.addStretch(1)
        rows.addLayout(verbs)

    def show_shared(self, shared: SharedFacts) -> None:
        """Show the values as they are."""
        self.source.set_text(shared.source)
        self.day.set_value(shared.acquired_on)
        self.receipt.set_value(shared.receipt)
        self.bin.set_text(shared.bin)

    def keep(self) -> None:
        """Take the values, when all of them can be read."""
        if not (self.day.is_valid and self.receipt.is_valid):
            return
        self.kept.emit(
            {
                "source": self.source.text.strip(),
                "acquired_on": self.day.value(),
                "receipt": self.receipt.value(),
                "bin": self.bin.text.strip(),
            }
        )
        self.closed.emit()

    def leave(self) -> None:
        """Change nothing."""
        self.closed.emit()
