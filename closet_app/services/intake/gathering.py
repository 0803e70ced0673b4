"""The read stage: which photos there are among what was dropped, and in which order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import PhotoError
from closet_app.photo.decode import probe
from closet_app.photo.facts import PhotoFacts
from closet_app.photo.grouping import Frame, arrange
from closet_app.photo.refusals import shown_name
from closet_app.photo.sources import PhotoBytes, Source, path_of_source
from closet_app.services.changed import Problem
from closet_app.wording import tr

MOVIES = frozenset({".mov", ".mp4", ".m4v", ".3gp", ".avi", ".mkv", ".webm", ".mts", ".mpg"})
SIDECARS = frozenset({".aae", ".xmp", ".json", ".thm", ".lrv", ".lrc", ".pp3", ".dop"})
"""Notes of phones and photo programs that lie beside their photos."""
_JUNK = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
DEEPEST = 32
"""Folders within folders; deeper ones are a mistake, or a trap."""


@dataclass(slots=True)
class Gathered:
    """Photos in the order they were taken, and what else lay there."""

    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def gather(sources: Sequence[Source], progress: Progress = SILENT) -> Gathered:
    """Find the photos of files and folders, folders with all that is in them.

    Movies, such as those of Live Photos, are passed over with a mild word, hidden files and notes
    of phone programs without one; links, pipes, folders that cannot be opened and files that are
    no photos are named.
    """
    gathered = Gathered()
    found = [
        source
        for source in _unfolded(sources, gathered.problems)
        if _ending(source) not in SIDECARS
    ]
    photos = {_stem(source) for source in found if _ending(source) not in MOVIES}
    frames: list[Frame] = []
    wanted: list[Source] = []
    words = tr("Reading photos")
    for done, source in enumerate(found):
        progress.step(done, len(found), words)
        if _ending(source) in MOVIES:
            gathered.problems.append(_passed_over(source, photos))
            continue
        frames.append(_frame(source, len(frames)))
        wanted.append(source)
    progress.step(len(found), len(found), words)
    gathered.sources = [wanted[at] for at in arrange(frames)]
    return gathered


def _unfolded(sources: Sequence[Source], problems: list[Problem]) -> Iterator[Source]:
    for source in dict.fromkeys(sources):
        if isinstance(source, Path) and is_folder(source):
            yield from files_inside(source, problems)
        else:
            yield source


def is_folder(path: Path) -> bool:
    """What may not be looked at is taken for a photo, and named when it is read."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def files_inside(folder: Path, problems: list[Problem], depth: int = 0) -> Iterator[Path]:
    """Every file below `folder` that is not hidden, in order; links and pipes among them."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        problems.append(_closed(folder))
        return
    if depth > DEEPEST:
        problems.append(Problem(shown_name(folder), tr("This folder lies too deep.")))
        return
    for entry in entries:
        if _is_junk(entry):
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from files_inside(path, problems, depth + 1)
        else:
            yield path


def _closed(folder: Path) -> Problem:
    words = tr("The folder {name} cannot be opened.").format(name=shown_name(folder))
    return Problem(shown_name(folder), words)


def _is_junk(entry: os.DirEntry[str]) -> bool:
    """Hidden files, and what systems leave in folders."""
    name = entry.name
    if name.startswith((".", "~$", "._")) or name.casefold() in _JUNK:
        return True
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _passed_over(movie: Source, photos: set[str]) -> Problem:
    """The mild word for a movie; a Live Photo's has the name of its photo."""
    name = shown_name(path_of_source(movie))
    if _stem(movie) in photos:
        words = tr("{name} is the movie of a Live Photo; only its photo is taken in.")
    else:
        words = tr("{name} is a movie; only photos are taken in.")
    return Problem(name, words.format(name=name), is_mild=True)


def _frame(source: Source, index: int) -> Frame:
    """What the header says is enough for the order; one that cannot be read goes by its name."""
    facts = _facts(source)
    name = path_of_source(source).name
    if facts is None:
        return Frame(name, index=index)
    return Frame(name, facts.taken_at, facts.camera, index=index)


def _facts(source: Source) -> PhotoFacts | None:
    try:
        return probe(source.data if isinstance(source, PhotoBytes) else source)
    except PhotoError:
        return None


def _ending(source: Source) -> str:
    return path_of_source(source).suffix.casefold()


def _stem(source: Source) -> str:
    return path_of_source(source).stem.casefold()
