"""A made run as files to keep: one PDF of everything, or a picture of each page."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from closet_app.domain.filenames import safe_name
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import MachineError
from closet_app.printing.joining import join
from closet_app.printing.preview import page_size, render_page
from closet_app.printing.saving import deliver
from closet_app.services.run_records import MadeRun, RunFile
from closet_app.wording import tr

PICTURE_DPI = 300
_POINTS = 72


def save_pdf(made: MadeRun, path: Path) -> None:
    """Write all files of the run into one PDF, whole or not at all."""
    deliver(join([file.pdf for file in made.files]), path)


def save_pictures(
    made: MadeRun, folder: Path, progress: Progress = SILENT, dpi: int = PICTURE_DPI
) -> tuple[Path, ...]:
    """Write every page as a PNG picture into `folder`; what is there already is not replaced."""
    pages = [(file, page) for file in made.files for page in range(file.pages)]
    saved = []
    for done, (file, page) in enumerate(pages):
        progress.step(done, len(pages), tr("Saving pictures"))
        path = _free(folder, f"{_stem(file)} {page + 1}")
        _save(file, page, path, dpi)
        saved.append(path)
    return tuple(saved)


def _save(file: RunFile, page: int, path: Path, dpi: int) -> None:
    width, _height = page_size(file.pdf, page)
    pixels = render_page(file.pdf, page, width_px=round(width / _POINTS * dpi))
    size = (pixels.width, pixels.height)
    image = Image.frombytes("RGBA", size, pixels.rgba).convert("RGB")
    try:
        image.save(path, "PNG", dpi=(dpi, dpi))
    except OSError as refused:
        raise MachineError(
            tr("{name} could not be saved.").format(name=path.name),
            remedy=tr("Choose another folder, or make room."),
        ) from refused


def _stem(file: RunFile) -> str:
    kinds = "-".join(kind.value for kind in file.kinds)
    return safe_name(f"{kinds} {file.stock.name}", fallback="page")


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.png", 2
    while path.exists():
        path, number = folder / f"{stem} ({number}).png", number + 1
    return path
