"""What a check of the closet found."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from closet_app.services.backups import CheckFacts, CheckReport
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.dialogs import TitledDialog
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many
from closet_app.wording import say_bytes


class CheckDialog(TitledDialog):
    """Everything is right, or the list of what is not, which can be copied."""

    def __init__(self, report: CheckReport, parent: QWidget | None) -> None:
        count = len(report.problems)
        title = say("Everything is right.")
        if count:
            title = say_many("{count} thing is wrong.", "{count} things are wrong.", count)
        super().__init__(title, parent, width=520)
        if report.facts is not None:
            self.body.addWidget(PlainLabel(_say_facts(report.facts), tone="muted", wrap=True))
        if count:
            self._list(report)
        self.close_button = self.add_verb(say("Close"), "secondary", self.accept)

    def _list(self, report: CheckReport) -> None:
        found = QPlainTextEdit("\n".join(problem.words for problem in report.problems))
        found.setReadOnly(True)
        found.setAccessibleName(say("What is wrong"))
        found.setMinimumHeight(px(180))
        self.body.addWidget(found)
        advice = say("Nothing was changed. A backup from before may have what is missing.")
        self.body.addWidget(Note(advice, "warn"))


def _say_facts(facts: CheckFacts) -> str:
    return say(
        "{items} pieces, {orders} orders and {photos} photos ({size}) were looked at. "
        "{free} are free on this drive.",
        items=facts.items,
        orders=facts.orders,
        photos=facts.photos,
        size=say_bytes(facts.photo_bytes),
        free=say_bytes(facts.free_bytes),
    )
