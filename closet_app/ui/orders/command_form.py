"""A form that closes when its command is done, and says in place why it could not be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from closet_app.errors import ClosetError, UserError
from closet_app.services.changed import Changed
from closet_app.ui.desk import Desk
from closet_app.ui.widgets.dialogs import FormDialog


class CommandForm(FormDialog):
    """Subclasses answer `work`, which is run off the interface thread."""

    def __init__(
        self, desk: Desk, title: str, *, act: str, keep: str = "", width: int = 420
    ) -> None:
        parent: QWidget = desk.window
        super().__init__(title, act=act, keep=keep, width=width, parent=parent)
        self.desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def work(self) -> Callable[[], Changed]:
        """The command; raises UserError when the form is not fit for it."""
        return lambda: Changed("")

    def submit(self) -> None:
        """Check, run the command, close when it is done."""
        problem = self.check()
        self.show_problem(problem)
        if problem:
            return
        try:
            work = self.work()
        except UserError as wrong:
            self.show_problem(str(wrong))
            return
        self.act_button.setEnabled(False)
        self.desk.command(work, then=self.finish, failed=self._on_failed, quiet=self.is_quiet())

    def reject(self) -> None:
        """Close without the command; one that is under way is waited for."""
        if self.act_button.isEnabled():
            super().reject()

    def is_quiet(self) -> bool:
        """Whether `finish` says what was done instead of the usual toast."""
        return False

    def finish(self, _changed: Changed) -> None:
        """The command is done."""
        self.accept()

    def _on_failed(self, error: ClosetError) -> None:
        self.act_button.setEnabled(True)
        if isinstance(error, UserError):
            self.show_problem(str(error))
        else:
            self.desk.tell_trouble(error)
