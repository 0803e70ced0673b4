"""What every page works with: the open closet, the way to change it, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError, MachineError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.settings import Settings
from closet_app.ui.asking import Asking
from closet_app.ui.behind import history
from closet_app.ui.frame.action_map import ActionMap
from closet_app.ui.frame.navigator import Navigator
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.jobs import WRITE, Jobs, Ticket
from closet_app.ui.words import say, say_many

__all__ = ["Asking", "Choices", "Command", "Desk"]

Command = Callable[[], Changed]


class Choices(Protocol):
    """Who keeps this user's settings."""

    @property
    def settings(self) -> Settings:
        """The settings as they are."""

    def change(self, **values: object) -> None:
        """Keep these settings from now on."""


class Desk(QObject):
    """Runs commands for pages, tells every page what changed, and says what was done.

    `changed` carries each `Changed` on the interface thread; `watch_changed` tells that another
    folder is to be watched for photos, or none.
    """

    changed = Signal(object)
    watch_changed = Signal()

    def __init__(
        self,
        closet: Closet,
        window: MainWindow,
        jobs: Jobs,
        choices: Choices,
        asking: Asking | None = None,
    ) -> None:
        super().__init__(window)
        self.closet = closet
        self.window = window
        self.jobs = jobs
        self.choices = choices
        self.asking = asking or Asking()
        self.changed.connect(window.refresh)
        jobs.troubled.connect(self.tell_trouble)

    @property
    def navigator(self) -> Navigator:
        """Goes from page to page."""
        return self.window.navigator

    @property
    def actions(self) -> ActionMap:
        """The commands of the window."""
        return self.window.commands

    def command(
        self,
        work: Callable[[Progress], Changed] | Command,
        *,
        then: Callable[[Changed], object] | None = None,
        failed: Callable[[ClosetError], object] | None = None,
        name: str = "",
        quiet: bool = False,
        takes_progress: bool = False,
    ) -> Ticket:
        """Run one write use case off the interface thread, one after the other.

        Everybody hears of its `Changed`, then `then`; the toast offers Undo unless `quiet`.
        A sentence goes to `failed`, or is shown. A `name` shows it in the status bar.
        The ticket can stop it.
        """

        def run(progress: Progress) -> Changed:
            return work(progress) if takes_progress else work()  # type: ignore[call-arg]  # told apart by takes_progress

        def done(changed: Changed) -> None:
            self.tell(changed, quiet=quiet)
            if then is not None:
                then(changed)

        return self.jobs.run(
            run, owner=self, done=done, failed=failed or self.tell_trouble, lane=WRITE, name=name
        )

    def tell(self, changed: Changed, *, quiet: bool = False) -> None:
        """Let every page refresh what it shows, and say what was done."""
        if changed:
            self.changed.emit(changed)
        if changed and not quiet:
            self.toast(_with_problems(changed), undo=True)
        elif changed.problems:
            self.toast(_with_problems(changed), icon="triangle-alert")

    def toast(self, words: str, *, icon: str = "check", undo: bool = False) -> None:
        """Say one line at the foot of the page."""
        self.window.toast(words, icon=icon, undo=self.undo if undo else None)

    def undo(self) -> None:
        """Take back the newest command."""
        self.command(
            lambda: history.undo(self.closet),
            then=lambda changed: self.toast(say("Undone: {what}", what=changed.label)),
            quiet=True,
        )

    def redo(self) -> None:
        """Do again what was undone last."""
        self.command(
            lambda: history.redo(self.closet),
            then=lambda changed: self.toast(say("Done again: {what}", what=changed.label)),
            quiet=True,
        )

    def tell_trouble(self, error: ClosetError) -> None:
        """Say a refusal: the seller's own in a line, the machine's in a dialog."""
        if isinstance(error, MachineError):
            self.window.show_trouble(error)
        else:
            self.toast(str(error), icon="triangle-alert")

    def choose_photos(self, parent: QWidget) -> list[Path]:
        """Photos to add."""
        return self.asking.choose_photos(parent)


def _with_problems(changed: Changed) -> str:
    problems: Sequence[object] = changed.problems
    if not problems:
        return changed.label
    first = changed.problems[0]
    more = len(problems) - 1
    rest = say_many(" (and {count} more)", " (and {count} more)", more) if more else ""
    told = f"{first.name}: {first.why}{rest}" if first.name else f"{first.why}{rest}"
    return f"{changed.label}. {told}" if changed.label else told
