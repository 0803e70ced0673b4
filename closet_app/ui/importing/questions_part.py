"""What has to be asked once for the whole file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from closet_app.services.closet import Closet
from closet_app.services.import_questions import amount_readings, day_readings
from closet_app.services.imports import Answers, DateOrder, DecimalMark, Questions
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import mark, say

Choice = DateOrder | DecimalMark

BESIDE: Mapping[Choice, str] = {
    DateOrder.MONTH_FIRST: mark("month first"),
    DateOrder.DAY_FIRST: mark("day first"),
    DecimalMark.POINT: mark("a point before the cents"),
    DecimalMark.COMMA: mark("a comma before the cents"),
}


class QuestionCard(Card):
    """One question with two answers; `answered` carries the chosen one."""

    answered = Signal(object)

    def __init__(
        self,
        question: str,
        readings: Sequence[tuple[Choice, str]],
        chosen: Choice | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Choice, QRadioButton] = {}
        self.body.setSpacing(px(4))
        self.body.addWidget(PlainLabel(question, role="label-strong", wrap=True))
        for choice, words in readings:
            self._add(choice, f"{words} ({say(BESIDE[choice])})", is_chosen=choice == chosen)
        hint = say("This counts for the whole file.")
        self.body.addWidget(PlainLabel(hint, role="small", tone="muted", wrap=True))
        self.setAccessibleName(question)

    def _add(self, choice: Choice, words: str, *, is_chosen: bool) -> None:
        button = QRadioButton(words.replace("&", "&&"))
        button.setChecked(is_chosen)
        button.clicked.connect(lambda: self.answered.emit(choice))
        self._group.addButton(button)
        self.buttons[choice] = button
        self.body.addWidget(button)


class QuestionsPart(QWidget):
    """The questions of the open file; `answered` carries a `DateOrder` or a `DecimalMark`."""

    answered = Signal(object)

    def __init__(self, closet: Closet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closet = closet
        self._asked = Questions()
        self.cards: list[QuestionCard] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(px(10), 0, px(10), 0)
        self._rows.setSpacing(px(10))

    def show_questions(self, asked: Questions, answers: Answers) -> None:
        """Ask what is not certain; what was answered stays to be changed."""
        if asked == self._asked:
            return
        self._asked = asked
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [
            card
            for card in (self._day_card(asked, answers), self._amount_card(asked, answers))
            if card is not None
        ]
        for card in self.cards:
            card.answered.connect(self.answered)
            self._rows.addWidget(card)
        self.setVisible(bool(self.cards))

    def focus_first(self) -> None:
        """Put the focus on the first answer of the first question."""
        if self.cards:
            focus_by_keyboard(next(iter(self.cards[0].buttons.values())))

    def _day_card(self, asked: Questions, answers: Answers) -> QuestionCard | None:
        if asked.date_order_certain or not asked.date_examples:
            return None
        example = asked.date_examples[0]
        question = say("Which day is {example}?", example=example)
        readings = day_readings(self._closet, example)
        return QuestionCard(question, [*readings.items()], answers.date_order)

    def _amount_card(self, asked: Questions, answers: Answers) -> QuestionCard | None:
        if asked.decimal_certain or not asked.decimal_examples:
            return None
        example = asked.decimal_examples[0]
        question = say("How much is {example}?", example=example)
        readings = amount_readings(self._closet, example)
        return QuestionCard(question, [*readings.items()], answers.decimal)
