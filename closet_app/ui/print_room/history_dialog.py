"""What was printed and saved before, each run to be printed again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from closet_app.services import print_log
from closet_app.services.print_log import PRINTED, SAVED, STOPPED, LoggedRun
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.orders.speech import Speech, speech_of
from closet_app.ui.printing.words import say_title
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.dialogs import TitledDialog
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel
from closet_app.ui.words import mark, say

MOST = 60
OUTCOMES = {
    SAVED: mark("saved as a file"),
    PRINTED: mark("printed on {printer}"),
    STOPPED: mark("stopped after page {done} of {total}, {printer}"),
}


class HistoryDialog(TitledDialog):
    """The newest run first; `again` carries the one to be printed once more."""

    again = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(say("Printed before"), parent, width=520)
        self._desk = desk
        self.buttons: list[Button] = []
        self.none = PlainLabel(say("Nothing was printed yet."), tone="muted")
        self._rows = QVBoxLayout()
        self._area = QScrollArea()
        self._build()
        desk.jobs.run(
            lambda _progress: print_log.history(desk.closet, MOST),
            owner=self,
            done=self._show,
            lane=READ,
        )

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "")
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(6), 0)
        column.addLayout(self._rows)
        column.addStretch(1)
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(px(300))
        area.setWidget(inside)
        area.hide()
        self.none.hide()
        self.body.addWidget(self.none)
        self.body.addWidget(area)
        self.add_verb(say("Close"), "secondary", self.reject)

    def _show(self, runs: tuple[LoggedRun, ...]) -> None:
        speech = speech_of(self._desk.closet)
        self.none.setVisible(not runs)
        self._area.setVisible(bool(runs))
        for place, run in enumerate(runs):
            if place:
                self._rows.addWidget(Divider())
            self._rows.addWidget(self._row(run, speech))
        self.adjustSize()

    def _row(self, run: LoggedRun, speech: Speech) -> QWidget:
        whole = QWidget()
        whole.setProperty("ground", "")
        kinds = ", ".join(say_title(plan.kind) for plan in run.pieces)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(f"{speech.when(run.at)} · {run.label}", role="body-strong"))
        words.addWidget(ElidedLabel(f"{kinds}, {said_outcome(run)}", role="small", tone="muted"))
        button = Button(say("Print again"), size="small", pressed=lambda: self._print(run))
        button.setAccessibleName(say("Print again: {run}", run=run.label))
        button.setEnabled(bool(run.pieces))
        self.buttons.append(button)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, px(8), 0, px(8))
        row.setSpacing(px(12))
        row.addLayout(words, 1)
        row.addWidget(button)
        return whole

    def _print(self, run: LoggedRun) -> None:
        self.accept()
        self.again.emit(run)


def said_outcome(run: LoggedRun) -> str:
    """“printed on Office inkjet”."""
    return say(
        OUTCOMES.get(run.outcome, OUTCOMES[PRINTED]),
        printer=run.printer,
        done=run.done_pages,
        total=run.pages,
    )
