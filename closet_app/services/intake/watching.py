"""A folder that a phone syncs into: what is new there comes in by itself, each file once.

The files themselves are only read. A file is taken when two looks have found it the same and its
header is that of a photo; one that is still incomplete is looked at again once it has changed.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from closet_app.db import intake as stored
from closet_app.domain.progress import Progress
from closet_app.errors import MachineError, PhotoError, UserError
from closet_app.photo.decode import probe
from closet_app.photo.sources import LARGEST_FILE
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.intake.arriving import FileState
from closet_app.services.intake.beginning import arrive
from closet_app.services.intake.gathering import files_inside
from closet_app.wording import say_error, tr

LOOK_EVERY = 2.0
"""Seconds between two looks while something is new; a file that is the same then is complete."""
IDLE_LOOK = 15.0
"""Seconds between two looks that nothing has called for: network folders tell of no change."""
_WAKE = 500
"""Milliseconds after which waiting looks whether it was stopped."""

_NOT_HERE = getattr(stat, "FILE_ATTRIBUTE_OFFLINE", 0x1000) | 0x400000 | 0x40000
"""Windows' marks of files that a cloud drive would fetch only when they are read."""

ON_THE_WAY = frozenset(
    {".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".opdownload"}
)
"""Endings of files that a browser or a phone sync still writes; they get their names afterwards."""

Tell = Callable[[str], object]
Arrived = Callable[[Changed], object]


@dataclass(slots=True)
class Watcher:
    """Watches `folder`; `arrived` is told of photos that came in, `tell` what is in the way.

    `tell` gets an empty sentence once that is over.
    """

    closet: Closet
    folder: Path
    arrived: Arrived
    tell: Tell
    _before: dict[Path, FileState] = field(default_factory=dict)
    _refused: dict[Path, FileState] = field(default_factory=dict)
    _told: str = ""

    def run(self, progress: Progress) -> None:
        """Watch until `progress` stops it by CancelledError."""
        words = tr("Watching {folder}").format(folder=self.folder.name)
        looked, noticed = -IDLE_LOOK, False
        for is_noticed in _wakes(self.folder, progress, words):
            noticed = noticed or is_noticed
            wait = LOOK_EVERY if noticed or self._before or self._told else IDLE_LOOK
            if time.monotonic() - looked >= wait:
                self.look(progress)
                looked, noticed = time.monotonic(), False

    def look(self, progress: Progress) -> Changed:
        """One look: take in what is new and has been the same since the look before."""
        try:
            found = self._states()
        except OSError:
            self._say(_gone(self.folder))
            return Changed("")
        self._say("")
        ready = [path for path, state in found.items() if self._before.get(path) == state]
        self._before = {path: state for path, state in found.items() if path not in ready}
        photos = [path for path in ready if self._is_photo(path, found[path])]
        return self._take(photos, found, progress) if photos else Changed("")

    def _take(
        self, photos: Sequence[Path], found: dict[Path, FileState], progress: Progress
    ) -> Changed:
        try:
            changed = arrive(self.closet, {path: found[path] for path in photos}, progress)
        except UserError as error:
            changed = Changed("", problems=error.facts.get("problems", ()))
        except MachineError as error:
            self._say(say_error(error))
            return Changed("")
        self._note(photos, found, changed.problems)
        # A file that was only touched is here already; nobody asked for it, so nobody is told.
        told = replace(changed, problems=tuple(p for p in changed.problems if not p.is_mild))
        if told or told.problems:
            self.arrived(told)
        return changed

    def _note(
        self, photos: Sequence[Path], found: dict[Path, FileState], problems: Sequence[Problem]
    ) -> None:
        """Remember what came in; what was refused is tried again once it has changed."""
        refused = {problem.name for problem in problems if not problem.is_mild}
        with self.closet.database.transaction() as connection:
            for path in photos:
                if path.name in refused:
                    self._refused[path] = found[path]
                else:
                    stored.note_seen(connection, path, *found[path])

    def _states(self) -> dict[Path, FileState]:
        """Size and time of every file that was neither taken in nor refused as it is now."""
        with self.closet.database.read() as connection:
            seen = stored.seen_files(connection, self.folder)
        os.scandir(self.folder).close()
        return {
            path: state
            for path, state in _files(self.folder)
            if state not in (seen.get(str(path)), self._refused.get(path))
        }

    def _is_photo(self, path: Path, state: FileState) -> bool:
        try:
            probe(path)
        except PhotoError:
            self._refused[path] = state
            return False
        return True

    def _say(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            self.tell(sentence)


def note_present(closet: Closet, folder: Path) -> int:
    """Count everything that lies in `folder` now as taken in; returns how many files that are."""
    files = list(_files(folder))
    with closet.database.transaction() as connection:
        for path, state in files:
            stored.note_seen(connection, path, *state)
    return len(files)


def _files(folder: Path) -> Iterator[tuple[Path, FileState]]:
    """Regular files that are whole here, below the size limit; links and pipes are none."""
    for path in files_inside(folder, []):
        if path.suffix.casefold() in ON_THE_WAY:
            continue
        try:
            facts = path.lstat()
        except OSError:
            continue
        if _is_taken(facts):
            yield path, (facts.st_size, facts.st_mtime_ns)


def _is_taken(facts: os.stat_result) -> bool:
    if not stat.S_ISREG(facts.st_mode) or not 0 < facts.st_size <= LARGEST_FILE:
        return False
    elsewhere = getattr(facts, "st_file_attributes", 0) & _NOT_HERE
    # A file of some size without a block on the disk is one that is not downloaded yet.
    is_hollow = getattr(facts, "st_blocks", 1) == 0 and facts.st_size > LEAST_HOLLOW
    return not elsewhere and not is_hollow


LEAST_HOLLOW = 4_096
"""Bytes: smaller files may lie in the folder's own entry and need no block."""


def _gone(folder: Path) -> str:
    words = tr("The watched folder {folder} is not there. Closet goes on when it is back.")
    return words.format(folder=folder)


def _wakes(folder: Path, progress: Progress, words: str) -> Iterator[bool]:
    """Wakes twice a second, with True when the system tells of a change; ends by CancelledError.

    Where the system cannot watch, as in a folder that is gone, it only wakes.
    """
    from watchfiles import watch

    while True:
        try:
            for changes in watch(
                folder,
                watch_filter=None,
                rust_timeout=_WAKE,
                yield_on_timeout=True,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                progress.step(0, 0, words)
                yield bool(changes)
                if not folder.is_dir():
                    break
        except (OSError, RuntimeError):
            yield False
        progress.step(0, 0, words)
        time.sleep(_WAKE / 1_000)
