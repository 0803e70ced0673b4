"""Sized JPEG copies for a marketplace: fresh sRGB pixels, free of place, camera and time."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from closet_app.domain.boxes import Box
from closet_app.domain.cropping import around, shape_in
from closet_app.domain.filenames import fold_name, safe_name, unique_name
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.photo import refusals
from closet_app.photo.darkroom import Darkroom
from closet_app.photo.disk import Disk, write_whole
from closet_app.photo.recipe import AS_IT_CAME, Recipe
from closet_app.photo.rules import CopyRule

QUALITIES = (90, 84, 78, 70, 60)
_SMALLER = 0.85
_LEAST_SIDE = 64
_GAP = 3.0
WHITE = "#ffffff"
_SAFE = "The originals are as they were."

Part = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""


@dataclass(frozen=True, slots=True)
class PhotoPick:
    """A stored photo with the edit in which it goes out.

    `subject` is where the garment is on the upright original: a shape that needs cutting is cut
    about it.
    """

    sha256: str
    recipe: Recipe = AS_IT_CAME
    subject: Box | None = None


@dataclass(frozen=True, slots=True)
class SizedCopy:
    """A copy that was written."""

    path: Path
    width: int
    height: int
    bytes: int


@dataclass(frozen=True, slots=True)
class CopyProblem:
    """What is amiss with the photo of place `number`; there may be a copy of it all the same."""

    number: int
    error: UserError


@dataclass(frozen=True, slots=True)
class CopyJob:
    """Where copies go: `folder`/`stem`-1.jpg and on, each by `rule`, the first `most` (0 all).

    Numbers of ten or more photos have two digits, so that they sort by name.
    """

    folder: Path
    stem: str
    rule: CopyRule
    most: int = 0

    def takes(self, photos: int) -> int:
        """How many of so many photos it copies."""
        return min(photos, self.most) if self.most else photos


def write_copies(
    darkroom: Darkroom,
    picks: Sequence[PhotoPick],
    job: CopyJob,
    progress: Progress = SILENT,
    disk: Disk | None = None,
) -> tuple[list[SizedCopy], list[CopyProblem]]:
    """Write each photo's copy in order; missing and damaged ones are named and left out.

    One whose garment cannot be cut out here is written with its own background, and named.

    Files that are in the folder already are never replaced. Raises MachineError, CancelledError.
    """
    (made,), problems = write_sets(darkroom, picks, [job], progress, disk)
    return made, problems


def write_sets(
    darkroom: Darkroom,
    picks: Sequence[PhotoPick],
    jobs: Sequence[CopyJob],
    progress: Progress = SILENT,
    disk: Disk | None = None,
) -> tuple[list[list[SizedCopy]], list[CopyProblem]]:
    """As `write_copies` for several jobs, with a list of copies for each.

    Every photo is decoded and edited once, and each problem told once.
    """
    made: list[list[SizedCopy]] = [[] for _ in jobs]
    problems: list[CopyProblem] = []
    names = [_names_in(job.folder) for job in jobs]
    total = max((job.takes(len(picks)) for job in jobs), default=0)
    for number, pick in enumerate(picks[:total], start=1):
        progress.step(number - 1, total, "Writing copies")
        wanted = [at for at, job in enumerate(jobs) if number <= job.takes(len(picks))]
        try:
            shown = _developed(darkroom, pick, [jobs[at].rule for at in wanted])
        except UserError as error:
            problems.append(CopyProblem(number, error))
            continue
        if not darkroom.keeps_promise(pick.recipe):
            problems.append(CopyProblem(number, _not_cut_out()))
        for at in wanted:
            job = jobs[at]
            name = _numbered(job.stem, number, job.takes(len(picks)), names[at])
            made[at].append(_write_copy(shown, job.rule, job.folder / name, disk or Disk()))
    progress.step(total, total, "Writing copies")
    return made, problems


def sized(
    image: Image.Image, rule: CopyRule, subject: Box | None = None, paper: str = WHITE
) -> Image.Image:
    """`image` in the shape and size of `rule`, in new pixels that carry nothing else.

    Cut about `subject`, a place on the image; `paper` (#rrggbb) fills what a shape adds.
    """
    if rule.mode == "fit":
        return _resized(image, _fitting(image.size, rule))
    frame = _frame(image.size, rule)
    if rule.mode == "pad":
        return _padded(image, frame, paper)
    return _covered(image, frame, _cut_to(image.size, frame, subject))


def packed(image: Image.Image, max_bytes: int = 0) -> tuple[bytes, Image.Image]:
    """`image` as JPEG of at most `max_bytes`, at the best quality and then size that fits."""
    while True:
        for quality in QUALITIES:
            data = _jpeg(image, quality)
            if not max_bytes or len(data) <= max_bytes or max(image.size) <= _LEAST_SIDE:
                return data, image
        image = _resized(image, _times(image.size, _SMALLER))


@dataclass(frozen=True, slots=True)
class _Developed:
    """An edited photo, large enough for every rule; `paper` is the background it was put on."""

    picture: Image.Image
    subject: Box | None
    paper: str


def _developed(darkroom: Darkroom, pick: PhotoPick, rules: Sequence[CopyRule]) -> _Developed:
    recipe = darkroom.doable(pick.recipe)
    sides = [max(rule.longest, rule.width, rule.height) for rule in rules]
    picture = darkroom.develop(pick.sha256, recipe, max(sides) * 2 if all(sides) else None)
    subject = pick.subject
    if subject is not None:
        subject = darkroom.framing(pick.sha256, recipe).box_to_shown(subject)
    return _Developed(picture, subject, recipe.background_hex)


def _write_copy(shown: _Developed, rule: CopyRule, target: Path, disk: Disk) -> SizedCopy:
    cut = sized(shown.picture, _for_paper(rule, shown.paper), shown.subject, shown.paper or WHITE)
    data, image = packed(cut, rule.max_bytes)
    with refusals.machine_told(target.parent, safe=_SAFE):
        write_whole(target, data, disk)
    return SizedCopy(target, image.width, image.height, len(data))


def _names_in(folder: Path) -> set[str]:
    with refusals.machine_told(folder, safe=_SAFE):
        folder.mkdir(parents=True, exist_ok=True)
        return {fold_name(path.name) for path in folder.iterdir()}


def _numbered(stem: str, number: int, count: int, taken: Collection[str]) -> str:
    shown = str(number).zfill(len(str(count)))
    return unique_name(f"{safe_name(stem, fallback='photo')}-{shown}", taken, suffix=".jpg")


def _for_paper(rule: CopyRule, paper: str) -> CopyRule:
    """On a plain background nothing needs to be cut off: there is more of it."""
    return replace(rule, mode="pad") if rule.mode == "cover" and paper else rule


def _not_cut_out() -> UserError:
    return UserError(
        "This photo kept its background: the model that cuts out garments is missing.",
        remedy="Install Closet again to bring it back.",
    )


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
    plain = image.copy() if size == image.size else _lanczos(image, size)
    plain.info = {}
    return plain


def _padded(image: Image.Image, frame: tuple[int, int], paper_color: str) -> Image.Image:
    inner = _times(image.size, min(frame[0] / image.width, frame[1] / image.height))
    paper = Image.new("RGB", frame, paper_color)
    place = ((frame[0] - inner[0]) // 2, (frame[1] - inner[1]) // 2)
    paper.paste(_resized(image, inner), place)
    return paper


def _cut_to(size: tuple[int, int], frame: tuple[int, int], subject: Box | None) -> Part:
    """The part of the photo with the frame's shape: about the garment, else less off the top."""
    if subject is None:
        share = min(size[0] / frame[0], size[1] / frame[1])
        width, height = frame[0] * share, frame[1] * share
        left, top = (size[0] - width) / 2, (size[1] - height) / 3
        return _within(size, (left, top, left + width, top + height))
    box = around(subject, shape_in(frame, *size))
    return _within(
        size,
        (box.left * size[0], box.top * size[1], box.right * size[0], box.bottom * size[1]),
    )


def _within(size: tuple[int, int], part: Part) -> Part:
    """The part without the hair's breadth by which its sums may leave the photo."""
    width, height = size
    left, top, right, bottom = part
    return max(0.0, left), max(0.0, top), min(right, float(width)), min(bottom, float(height))


def _covered(image: Image.Image, frame: tuple[int, int], part: Part) -> Image.Image:
    return _lanczos(image, frame, part)


def _lanczos(image: Image.Image, size: tuple[int, int], part: Part | None = None) -> Image.Image:
    """Averaged down to three times the size first, which cannot be told and takes a third."""
    return image.resize(size, Image.Resampling.LANCZOS, box=part, reducing_gap=_GAP)
