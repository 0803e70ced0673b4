"""Watches the chosen folder for as long as the closet is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.services.changed import Changed
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import BEHIND, Ticket


class FolderWatch(QObject):
    """Begins anew whenever the seller chose another folder; what arrives is told to every page."""

    _arrived = Signal(object)
    _told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._folder: Path | None = None
        self._ticket: Ticket | None = None
        self._arrived.connect(self._on_arrived)
        self._told.connect(self._on_told)
        desk.watch_changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Watch the folder of the settings, or none."""
        folder = self._desk.choices.settings.watched_folder
        if folder == self._folder:
            return
        self.stop()
        self._folder = folder
        if folder is not None:
            self._ticket = self._desk.jobs.run(
                lambda progress: self._watch(folder, progress), owner=self, lane=BEHIND
            )

    def stop(self) -> None:
        """Watch no more."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = None

    def _watch(self, folder: Path, progress: Progress) -> None:
        from closet_app.services.intake.watching import Watcher

        Watcher(self._desk.closet, folder, self._arrived.emit, self._told.emit).run(progress)

    def _on_arrived(self, changed: Changed) -> None:
        """Photos that came by themselves were no command: there is nothing to undo."""
        self._desk.tell(changed, quiet=True)
        if changed and not changed.problems:
            self._desk.toast(changed.label, icon="images")

    def _on_told(self, sentence: str) -> None:
        if sentence:
            self._desk.toast(sentence, icon="triangle-alert")
