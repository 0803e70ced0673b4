"""Questions and forms above the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, Kind
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say

PAD = 18


class TitledDialog(QDialog):
    """Title, body and a row of verbs."""

    def __init__(self, title: str, parent: QWidget | None, *, width: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("ground", "surface")
        self.setModal(True)
        self.setMinimumWidth(px(width))
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(px(PAD), px(PAD), px(PAD), px(PAD))
        self.rows.setSpacing(px(8))
        self.rows.addWidget(PlainLabel(title, role="section", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        self.rows.addLayout(self.body)
        self.verbs = QHBoxLayout()
        self.verbs.setSpacing(px(8))
        self.verbs.setContentsMargins(0, px(8), 0, 0)
        self.verbs.addStretch(1)
        self.rows.addLayout(self.verbs)

    def add_verb(self, words: str, kind: Kind, pressed: Callable[[], object]) -> Button:
        """One more button at the right."""
        button = Button(words, kind, pressed=pressed)
        self.verbs.addWidget(button)
        return button


class ConfirmDialog(TitledDialog):
    """A question, what happens, and verbs; the safe answer has the focus."""

    def __init__(
        self,
        question: str,
        text: str,
        *,
        act: str,
        keep: str,
        danger: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, parent, width=340)
        self.setMaximumWidth(px(520))
        self.body.addWidget(PlainLabel(text, tone="muted", wrap=True))
        self.keep_button = self.add_verb(keep, "secondary", self.reject)
        self.act_button = self.add_verb(act, "destroy" if danger else "primary", self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focus_by_keyboard(self.keep_button)

    def ask(self) -> bool:
        """Wait for the answer; True when the act was chosen."""
        return self.exec() == QDialog.DialogCode.Accepted


class FormDialog(TitledDialog):
    """A form: add fields to `body`; `accepted` comes after `check` found nothing wrong.

    Subclasses override `check`, which returns a sentence to show or an empty text.
    """

    def __init__(
        self,
        title: str,
        *,
        act: str,
        keep: str = "",
        width: int = 420,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, width=width)
        self._problem = Note("", "bad")
        self._problem.hide()
        self.rows.insertWidget(2, self._problem)
        self.keep_button = self.add_verb(keep or say("Close"), "secondary", self.reject)
        self.act_button = self.add_verb(act, "primary", self.submit)
        self.act_button.setDefault(True)

    def check(self) -> str:
        """What keeps the form from being accepted; empty when nothing does."""
        return ""

    def submit(self) -> None:
        """Check, then accept."""
        problem = self.check()
        self.show_problem(problem)
        if not problem:
            self.accept()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong above the verbs; an empty sentence takes it away."""
        self._problem.say(sentence)
        self._problem.setVisible(bool(sentence))


def open_modal(dialog: QDialog, accepted: Callable[[], object]) -> None:
    """Show `dialog` over its window without a second event loop, and delete it afterwards."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(accepted)
    dialog.open()
