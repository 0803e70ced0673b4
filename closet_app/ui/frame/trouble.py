"""Says what the machine refused, what is safe and what to do next."""

from __future__ import annotations

import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from closet_app.errors import ClosetError
from closet_app.ui.jobs import UnexpectedError
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.dialogs import TitledDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class TroubleDialog(TitledDialog):
    """A failure in three sentences; `again` offers to try once more."""

    def __init__(self, error: ClosetError, parent: QWidget | None, *, again: bool = False) -> None:
        super().__init__(error.what, parent, width=380)
        for sentence in (error.safe, error.remedy):
            if sentence:
                self.body.addWidget(PlainLabel(sentence, tone="muted", wrap=True))
        details = error_details(error)
        if details:
            self._add_details(details)
        self.close_button = self.add_verb(say("Close"), "secondary", self.reject)
        if again:
            self.add_verb(say("Try again"), "primary", self.accept)

    def _add_details(self, details: str) -> None:
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setAccessibleName(say("Details"))
        box.setMinimumHeight(px(160))
        box.hide()

        def show() -> None:
            box.setVisible(not box.isVisible())
            self.adjustSize()

        self.body.addWidget(box)
        self.verbs.insertWidget(0, Button(say("Details"), "link", pressed=show))
        clipboard = QGuiApplication.clipboard()
        copy = Button(say("Copy report"), "ghost", pressed=lambda: clipboard.setText(details))
        self.verbs.insertWidget(1, copy)


def error_details(error: ClosetError) -> str:
    """The traceback of a fault of ours; nothing for failures that are understood."""
    fault = error.facts.get("fault") if isinstance(error, UnexpectedError) else None
    if not isinstance(fault, BaseException):
        return ""
    return "".join(traceback.format_exception(fault))
