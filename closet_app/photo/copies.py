"""Sized JPEG copies for a marketplace: fresh sRGB pixels, free of place, camera and time."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from closet_app.domain.filenames import fold_name, safe_name, unique_name
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.photo import refusals
from closet_app.photo.decode import open_upright
from closet_app.photo.disk import Disk, write_whole
from closet_app.photo.edits import edited
from closet_app.photo.recipe import AS_IT_CAME, Recipe
from closet_app.photo.rules import CopyRule
from closet_app.photo.store import PhotoStore

QUALITIES = (90, 84, 78, 70, 60)
_SMALLER = 0.85
_LEAST_SIDE = 64
_WHITE = (255, 255, 255)
_SAFE = "The originals are as they were."


@dataclass(frozen=True, slots=True)
class PhotoPick:
    """A stored photo with the edit in which it goes out."""

    sha256: str
    recipe: Recipe = AS_IT_CAME


@dataclass(frozen=True, slots=True)
class SizedCopy:
    """A copy that was written."""

    path: Path
    width: int
    height: int
    bytes: int


@dataclass(frozen=True, slots=True)
class CopyJob:
    """Where copies go: `folder`/`stem`-01.jpg and on, each by `rule`."""

    folder: Path
    stem: str
    rule: CopyRule


def write_copies(
    store: PhotoStore,
    picks: Sequence[PhotoPick],
    job: CopyJob,
    progress: Progress = SILENT,
    disk: Disk | None = None,
) -> tuple[list[SizedCopy], list[UserError]]:
    """Write each photo's copy in order; missing and damaged ones are named and left out.

    Files that are in the folder already are never replaced. Raises MachineError, CancelledError.
    """
    made: list[SizedCopy] = []
    problems: list[UserError] = []
    taken = _names_in(job.folder)
    for number, pick in enumerate(picks, start=1):
        progress.step(number - 1, len(picks), "Writing copies")
        target = job.folder / _numbered(job.stem, number, taken)
        try:
            made.append(_write_copy(store, pick, job.rule, target, disk or Disk()))
        except UserError as problem:
            problems.append(problem)
    progress.step(len(picks), len(picks), "Writing copies")
    return made, problems


def sized(image: Image.Image, rule: CopyRule) -> Image.Image:
    """`image` in the shape and size of `rule`, in new pixels that carry nothing else."""
    if rule.mode == "fit":
        return _resized(image, _fitting(image.size, rule))
    frame = _frame(image.size, rule)
    return _padded(image, frame) if rule.mode == "pad" else _covered(image, frame)


def packed(image: Image.Image, max_bytes: int = 0) -> tuple[bytes, Image.Image]:
    """`image` as JPEG of at most `max_bytes`, at the best quality and then size that fits."""
    while True:
        for quality in QUALITIES:
            data = _jpeg(image, quality)
            if not max_bytes or len(data) <= max_bytes or max(image.size) <= _LEAST_SIDE:
                return data, image
        image = _resized(image, _times(image.size, _SMALLER))


def _write_copy(
    store: PhotoStore, pick: PhotoPick, rule: CopyRule, target: Path, disk: Disk
) -> SizedCopy:
    longest = max(rule.longest, rule.width, rule.height)
    original = open_upright(store.path_of(pick.sha256), at_least=longest * 2 or None)
    data, image = packed(sized(edited(original, pick.recipe), rule), rule.max_bytes)
    with refusals.machine_told(target.parent, safe=_SAFE):
        write_whole(target, data, disk)
    return SizedCopy(target, image.width, image.height, len(data))


def _names_in(folder: Path) -> set[str]:
    with refusals.machine_told(folder, safe=_SAFE):
        folder.mkdir(parents=True, exist_ok=True)
        return {fold_name(path.name) for path in folder.iterdir()}


def _numbered(stem: str, number: int, taken: Collection[str]) -> str:
    return unique_name(f"{safe_name(stem, fallback='photo')}-{number:02d}", taken, suffix=".jpg")


def _jpeg(image: Image.Image, quality: int) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality, optimize=True, progressive=False)
    return stream.getvalue()


def _fitting(size: tuple[int, int], rule: CopyRule) -> tuple[int, int]:
    shares = [1.0]
    if rule.longest:
        shares.append(rule.longest / max(size))
    if rule.width and rule.height:
        shares += [rule.width / size[0], rule.height / size[1]]
    return _at_least(_times(size, min(shares)), rule)


def _frame(size: tuple[int, int], rule: CopyRule) -> tuple[int, int]:
    """The rule's shape, as large as the photo fills without being made larger."""
    shares = (size[0] / rule.width, size[1] / rule.height)
    share = max(shares) if rule.mode == "pad" else min(shares)
    return _at_least(_times((rule.width, rule.height), min(1.0, share)), rule)


def _at_least(size: tuple[int, int], rule: CopyRule) -> tuple[int, int]:
    return _times(size, max(1.0, rule.least_longest / max(size)))


def _times(size: tuple[int, int], share: float) -> tuple[int, int]:
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    plain = image.copy() if size == image.size else image.resize(size, Image.Resampling.LANCZOS)
    plain.info = {}
    return plain


def _padded(image: Image.Image, frame: tuple[int, int]) -> Image.Image:
    inner = _times(image.size, min(frame[0] / image.width, frame[1] / image.height))
    paper = Image.new("RGB", frame, _WHITE)
    place = ((frame[0] - inner[0]) // 2, (frame[1] - inner[1]) // 2)
    paper.paste(_resized(image, inner), place)
    return paper


def _covered(image: Image.Image, frame: tuple[int, int]) -> Image.Image:
    """Cut to the frame's shape, as much from the left as from the right, less from the top."""
    share = min(image.width / frame[0], image.height / frame[1])
    width, height = frame[0] * share, frame[1] * share
    left, top = (image.width - width) / 2, (image.height - height) / 3
    return image.resize(
        frame, Image.Resampling.LANCZOS, box=(left, top, left + width, top + height)
    )
