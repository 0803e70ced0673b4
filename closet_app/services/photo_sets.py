"""Photos of pieces as each marketplace wants them: one folder for each, named by number."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from closet_app.domain.boxes import Box
from closet_app.domain.filenames import fold_name, safe_name, unique_name
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import MachineError, UserError
from closet_app.photo.copies import CopyJob, PhotoPick, write_sets
from closet_app.photo.disk import UNFINISHED
from closet_app.photo.rules import PhotoRule, shipped_rules
from closet_app.services import looks
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.pieces import pieces
from closet_app.wording import tr


@dataclass(frozen=True, slots=True)
class PhotoSetOrder:
    """Which pieces for which marketplaces, and where to: a folder, a zip, or both."""

    item_ids: tuple[int, ...]
    marketplaces: tuple[str, ...]
    folder: Path | None = None
    zip_file: Path | None = None


@dataclass(frozen=True, slots=True)
class PhotoSet:
    """The photos for one marketplace; `folder` is where they lie, None when only in the zip.

    `files` are their names, `over` how many photos its form does not take.
    """

    marketplace: str
    folder: Path | None
    files: tuple[str, ...]
    over: int


@dataclass(frozen=True, slots=True)
class PhotoSets:
    """What was written, and each photo that has something amiss."""

    sets: tuple[PhotoSet, ...]
    zip_file: Path | None
    problems: tuple[Problem, ...]


def write_photo_sets(
    closet: Closet, order: PhotoSetOrder, progress: Progress = SILENT
) -> PhotoSets:
    """Write a folder for each marketplace, or a zip of them, whole or not at all.

    A folder or zip that is there already is never touched: the new one gets a free name.
    Raises UserError when there is no photo, MachineError, CancelledError.
    """
    outgoing = _outgoing(closet, order.item_ids)
    if not any(each.picks for each in outgoing):
        raise UserError(tr("There is no photo to write."))
    place = order.folder or (order.zip_file or Path()).absolute().parent
    following = _Following(progress, len(outgoing))
    rules = [shipped_rules()[marketplace] for marketplace in order.marketplaces]
    files: list[list[str]] = [[] for _ in rules]
    problems: list[Problem] = []
    with _staging(place) as staged:
        for each in outgoing:
            made, refused = write_sets(
                closet.darkroom, each.picks, _jobs(staged, each, rules), following
            )
            following.next()
            for names, copies in zip(files, made, strict=True):
                names += [copy.path.name for copy in copies]
            problems += [Problem(each.names[one.number - 1], str(one.error)) for one in refused]
        sets = [
            PhotoSet(rule.marketplace, None, tuple(names), _over(outgoing, rule))
            for rule, names in zip(rules, files, strict=True)
        ]
        return _placed(staged, sets, tuple(dict.fromkeys(problems)), order)


def _jobs(staged: Path, outgoing: _Outgoing, rules: Sequence[PhotoRule]) -> list[CopyJob]:
    stem = safe_name(outgoing.sku)
    return [CopyJob(staged / rule.marketplace, stem, rule.copy, rule.most) for rule in rules]


@dataclass(frozen=True, slots=True)
class _Outgoing:
    """The photos of one piece in their order, and what each is called when it is named."""

    sku: str
    picks: tuple[PhotoPick, ...]
    names: tuple[str, ...]


def _outgoing(closet: Closet, item_ids: Sequence[int]) -> list[_Outgoing]:
    shown = pieces(closet, item_ids)
    subjects = subjects_of(closet, {each.ref.sha256 for piece in shown for each in piece.photos})
    found = []
    for piece in shown:
        photos = [photo for photo in piece.photos if not photo.left_out]
        picks = (
            PhotoPick(photo.ref.sha256, photo.ref.recipe, subjects.get(photo.ref.sha256))
            for photo in photos
        )
        names = (
            f"{piece.facts.sku}-{number} ({photo.original_name})".removesuffix(" ()")
            for number, photo in enumerate(photos, start=1)
        )
        found.append(_Outgoing(piece.facts.sku, tuple(picks), tuple(names)))
    return found


def subjects_of(closet: Closet, originals: Collection[str]) -> dict[str, Box]:
    """Where the garment is on each photo that was looked at; the cut-out knows best."""
    found: dict[str, Box] = {}
    for sha256, look in looks.looks(closet, originals).items():
        if look.measures is not None:
            found[sha256] = look.measures.subject
        if look.reading is not None and look.reading.subject is not None:
            found[sha256] = look.reading.subject
    return found


class _Following:
    """One progress over many pieces."""

    def __init__(self, progress: Progress, parts: int) -> None:
        self._progress, self._parts, self._done = progress, parts, 0

    def step(self, done: int, total: int, _words: str) -> None:
        """Called for each photo of a piece, which is one part of all."""
        share = 100 * (self._done + done / max(total, 1)) / max(self._parts, 1)
        self._progress.step(round(share), 100, tr("Writing photos"))

    def next(self) -> None:
        """One piece is done for one marketplace."""
        self._done += 1


@contextmanager
def _staging(place: Path) -> Iterator[Path]:
    """A folder beside the target that is gone afterwards, whatever happens."""
    was_there = os.path.isdir(place)  # noqa: PTH112 - answers for names that no folder can have
    staged = place / f".{uuid4().hex}{UNFINISHED}"
    try:
        staged.mkdir(parents=True)
    except OSError as why:
        raise _refused(place) from why
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)
        if not was_there:
            with suppress(OSError):
                place.rmdir()  # nothing was written into it


def _placed(
    staged: Path, sets: list[PhotoSet], problems: tuple[Problem, ...], order: PhotoSetOrder
) -> PhotoSets:
    """Everything at its place at once; what is there already goes back when the rest cannot."""
    with ExitStack() as back:
        part = order.zip_file and _zipped(staged, sets, order.zip_file, back)
        placed = sets
        if order.folder is not None:
            placed = [_moved(staged, each, order.folder, back) for each in sets]
        zipped = part and order.zip_file and _let_stand(part, order.zip_file)
        back.pop_all()
    return PhotoSets(tuple(placed), zipped, problems)


def _moved(staged: Path, made: PhotoSet, target: Path, back: ExitStack) -> PhotoSet:
    folder = _free(target, made.marketplace)
    if made.files:
        try:
            (staged / made.marketplace).rename(folder)
        except OSError as why:
            raise _refused(target) from why
        back.callback(folder.rename, staged / made.marketplace)
    return replace(made, folder=folder)


def _zipped(staged: Path, sets: Sequence[PhotoSet], target: Path, back: ExitStack) -> Path:
    """One zip of a folder for each marketplace; photos do not get smaller by packing."""
    part = target.absolute().parent / f".{uuid4().hex}{UNFINISHED}"
    back.callback(_take_away, part)
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(part, "x", zipfile.ZIP_STORED) as packed:
            for each in sets:
                for name in each.files:
                    packed.write(staged / each.marketplace / name, f"{each.marketplace}/{name}")
    except OSError as why:
        raise _refused(part.parent) from why
    return part


def _take_away(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _let_stand(part: Path, target: Path) -> Path:
    try:
        free = _free(part.parent, target.stem, target.suffix or ".zip")
        part.rename(free)
    except OSError as why:
        raise _refused(part.parent) from why
    return free


def _free(folder: Path, name: str, suffix: str = "") -> Path:
    taken = {fold_name(path.name) for path in folder.iterdir()}
    return folder / unique_name(name, taken, suffix=suffix)


def _over(outgoing: Sequence[_Outgoing], rule: PhotoRule) -> int:
    return sum(max(0, len(each.picks) - rule.most) for each in outgoing) if rule.most else 0


def _refused(place: Path) -> MachineError:
    return MachineError(
        tr("The photos cannot be written into {folder}.").format(folder=place),
        safe=tr("Your photos are as they were."),
        remedy=tr(
            "Is there room on the disk, and may you write there? Else choose another folder."
        ),
    )
