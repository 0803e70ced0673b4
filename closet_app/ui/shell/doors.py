"""Ways into a closet: another folder, a backup, the newest daily copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from closet_app.domain.progress import Progress
from closet_app.errors import MachineError
from closet_app.ui.asking import BACKUPS
from closet_app.ui.widgets.dialogs import ConfirmDialog, open_modal
from closet_app.ui.words import say
from closet_app.wording import say_when

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.services.recovery import Recovered
    from closet_app.ui.shell.program import Program


class Doors:
    """Asks which closet is meant, then lets the program open it."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def open_another(self) -> None:
        """Open the closet of a folder, or begin one where there is none."""
        window = self._program.window
        folder = self._program.asking.folder(window, say("Open another closet"))
        if folder is not None:
            self.open_folder(folder)

    def open_folder(self, folder: Path) -> None:
        """Open the closet of `folder`; where there is none, offer to begin one."""
        from closet_app.services.closet import is_closet

        if is_closet(folder):
            self._program.open(folder)
            return
        question = ConfirmDialog(
            say("There is no closet in this folder."),
            say("{folder} can become the home of a new closet.", folder=folder),
            act=say("Start a new closet there"),
            keep=say("Leave it"),
            danger=False,
            parent=self._program.window,
        )
        open_modal(question, lambda: self._program.welcome(folder))

    def open_backup(self) -> None:
        """Unpack a backup into an empty folder and open it there; nothing is overwritten."""
        asking, window = self._program.asking, self._program.window
        kinds = f"{say('Backups of Closet')} ({BACKUPS})"
        chosen = asking.open_files(window, say("Open a backup"), kinds)
        if not chosen:
            return
        home = asking.folder(window, say("Choose an empty folder for it"))
        if home is not None:
            self.restore(chosen[0], home)

    def restore(self, backup: Path, home: Path) -> None:
        """Check the backup, unpack it into `home`, and open it."""
        around = self._program.around

        def work(progress: Progress) -> Closet:
            from closet_app.services.backups import restore
            from closet_app.services.opening import open_closet

            restore(backup, home, progress)
            return open_closet(home, around.resources, around.clock)

        self._program.make(work, name=say("Opening the backup"))

    def open_newest_backup(self, folder: Path) -> None:
        """Open the newest daily copy that is whole; the damaged file is kept beside it."""
        around = self._program.around
        found: list[Recovered] = []

        def work(_progress: Progress) -> Closet:
            from closet_app.services.opening import open_closet
            from closet_app.services.recovery import open_newest_copy

            found.append(open_newest_copy(folder, around.clock))
            return open_closet(folder, around.resources, around.clock)

        self._program.make(
            work, then=lambda _desk: self._tell_recovered(found[0]), name=say("Opening the backup")
        )

    def _tell_recovered(self, found: Recovered) -> None:
        when = say_when(found.made_at, self._program.around.clock.now())
        self._program.window.show_trouble(
            MachineError(
                say("Closet opened your backup from {when}.", when=when),
                safe=say("The damaged file is kept in {folder}.", folder=found.kept_aside.name),
                remedy=say("Changes after that backup are missing; look at your newest pieces."),
            )
        )
