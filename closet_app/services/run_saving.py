"""A made run as files to keep: one PDF of everything, one file a stock, or a picture a page."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from PIL import Image

from closet_app.domain.filenames import fold_name, safe_name, unique_name
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import MachineError, UserError
from closet_app.printing.joining import TITLE, join
from closet_app.printing.preview import page_size, render_page
from closet_app.printing.saving import deliver
from closet_app.printing.stock import Kind
from closet_app.services.print_kinds import PieceKind
from closet_app.services.raw_labels import RESOLUTIONS, Language, RawWay, labels_of
from closet_app.services.run_records import MadeRun, RunFile
from closet_app.wording import tr

__all__ = ["PICTURE_DPI", "Form", "SavedFile", "check_place", "save_files", "save_pdf",
           "save_pictures"]  # fmt: skip

PICTURE_DPI = 300
_POINTS = 72
_PART = ".closet-"


class Form(StrEnum):
    """What files of a run are: pages, pictures, or what label printers read themselves.

    In a printer's language only rolls of labels are written; all else stays PDF.
    """

    PDF = "pdf"
    PNG = "png"
    ZPL = "zpl"
    EPL = "epl"
    TSPL = "tspl"


@dataclass(frozen=True, slots=True)
class SavedFile:
    """One file as it was written: the ids of its stocks, what is in it, and its pages."""

    path: Path
    stocks: tuple[str, ...]
    kinds: tuple[PieceKind, ...]
    pages: int


def check_place(out: Path, *, replace: bool = False) -> None:
    """Try that a file or folder `out` can be written, before anything is made.

    Raises UserError for a file that is there already, and MachineError.
    """
    if out.exists() and not out.is_dir() and not replace:
        raise _is_there(out)
    folder = out if out.is_dir() else out.parent
    if folder.exists() or out.suffix:
        try:
            with tempfile.NamedTemporaryFile(prefix=_PART, dir=folder):
                return
        except OSError as error:
            raise _refused(out.name, error) from error


def save_pdf(made: MadeRun, path: Path) -> SavedFile:
    """Write all files of the run into one PDF, whole or not at all."""
    deliver(join([file.pdf for file in made.files], TITLE), path)
    stocks = tuple(dict.fromkeys(file.stock.id for file in made.files))
    kinds = tuple(dict.fromkeys(kind for file in made.files for kind in file.kinds))
    return SavedFile(path, stocks, kinds, sum(file.pages for file in made.files))


def save_files(
    made: MadeRun,
    folder: Path,
    form: Form = Form.PDF,
    dpi: int = 0,
    *,
    replace: bool = False,
    progress: Progress = SILENT,
) -> tuple[SavedFile, ...]:
    """Write one file for each stock into `folder`, or a picture of each page: all or none.

    Raises UserError for a name that is taken unless it is to be replaced, and MachineError.
    """
    with _staged(folder, replace=replace) as stage:
        if form is Form.PNG:
            return _pictures(made, stage, progress, dpi or PICTURE_DPI, set())
        saved = []
        for done, file in enumerate(made.files):
            progress.step(done, len(made.files), tr("Saving files"))
            suffix, data = _written(file, form, dpi)
            path = stage / f"{_stem(file)}.{suffix}"
            deliver(data, path)
            saved.append(_saved(stage, path, file, file.pages))
        return tuple(saved)


def save_pictures(
    made: MadeRun, folder: Path, progress: Progress = SILENT, dpi: int = PICTURE_DPI
) -> tuple[Path, ...]:
    """Write every page as a PNG picture into `folder`; what is there already is not replaced."""
    taken = {fold_name(path.name) for path in folder.iterdir()} if folder.is_dir() else set()
    with _staged(folder) as stage:
        saved = _pictures(made, stage, progress, dpi, taken)
    return tuple(each.path for each in saved)


def _pictures(
    made: MadeRun, stage: Path, progress: Progress, dpi: int, taken: Collection[str]
) -> tuple[SavedFile, ...]:
    """A picture of each page under a name that is free."""
    pages = [(file, page) for file in made.files for page in range(file.pages)]
    saved = []
    for done, (file, page) in enumerate(pages):
        progress.step(done, len(pages), tr("Saving pictures"))
        path = stage / unique_name(f"{_stem(file)} {page + 1}", taken, suffix=".png")
        _save_picture(file, page, path, dpi)
        saved.append(_saved(stage, path, file, 1))
    return tuple(saved)


def _save_picture(file: RunFile, page: int, path: Path, dpi: int) -> None:
    width, _height = page_size(file.pdf, page)
    pixels = render_page(file.pdf, page, width_px=round(width / _POINTS * dpi))
    size = (pixels.width, pixels.height)
    image, out = Image.frombytes("RGBA", size, pixels.rgba).convert("RGB"), BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi))
    deliver(out.getvalue(), path)


def _written(file: RunFile, form: Form, dpi: int) -> tuple[str, bytes]:
    """The file's ending and bytes."""
    if form is Form.PDF or file.stock.kind is not Kind.ROLL:
        return Form.PDF.value, file.pdf
    way = RawWay(Language(form.value), dpi or RESOLUTIONS[0])
    return form.value, b"".join(labels_of(file.pdf, file.stock, way))


def _saved(stage: Path, path: Path, file: RunFile, pages: int) -> SavedFile:
    return SavedFile(stage.parent / path.name, (file.stock.id,), file.kinds, pages)


def _stem(file: RunFile) -> str:
    kinds = "-".join(kind.value for kind in file.kinds)
    backs = " backs" if file.is_backs else ""
    return safe_name(f"{kinds} {file.stock.name}{backs}", fallback="page")


@contextmanager
def _staged(folder: Path, *, replace: bool = False) -> Iterator[Path]:
    """A hidden folder whose files all move up into `folder` when the block ends well."""
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=_PART, dir=folder))
    except OSError as error:
        raise _refused(folder.name, error) from error
    try:
        yield stage
        _move_up(stage, folder, replace=replace)
    except OSError as error:
        raise _refused(folder.name, error) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()  # only when nothing came into it


def _move_up(stage: Path, folder: Path, *, replace: bool) -> None:
    found = sorted(stage.iterdir())
    taken = next((folder / each.name for each in found if (folder / each.name).exists()), None)
    if taken is not None and not replace:
        raise _is_there(taken)
    for each in found:
        each.replace(folder / each.name)


def _is_there(path: Path) -> UserError:
    return UserError(
        tr("There is a file {name} already.").format(name=path.name),
        safe=tr("It was not touched."),
        remedy=tr("Choose another name."),
    )


def _refused(name: str, error: OSError) -> MachineError:
    return MachineError(
        tr("{name} could not be saved: {why}.").format(name=name, why=error.strerror or error),
        safe=tr("Nothing half-written was left behind."),
        remedy=tr("Choose another folder, or make room."),
        reason=str(error),
    )
