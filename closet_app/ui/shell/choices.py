"""This user's settings, kept in their file whenever one changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from closet_app import settings as stored
from closet_app.errors import MachineError
from closet_app.settings import Settings, save_settings
from closet_app.ui.frame.geometry import WindowPlace


class KeptChoices(QObject):
    """Answers the settings, changes them and writes them down.

    `changed` carries the settings after each change; `refused` a file that cannot be written,
    the settings then hold until the window is closed.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, file: Path, settings: Settings) -> None:
        super().__init__()
        self._file = file
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self._settings

    def change(self, **values: Any) -> None:
        """Keep these settings from now on."""
        wanted = replace(self._settings, **values)
        if wanted == self._settings:
            return
        self._settings = wanted
        self._save()
        self.changed.emit(wanted)

    def window_place(self, name: str) -> WindowPlace | None:
        """Where the window stood when it was last closed."""
        kept = self._settings.windows.get(name)
        if kept is None:
            return None
        return WindowPlace(kept.x, kept.y, kept.width, kept.height, kept.maximized)

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Keep where the window stands."""
        kept = stored.WindowPlace(
            place.left, place.top, place.width, place.height, maximized=place.maximized
        )
        self.change(windows={**self._settings.windows, name: kept})

    def _save(self) -> None:
        try:
            save_settings(self._file, self._settings)
        except MachineError as why:
            self.refused.emit(why)
