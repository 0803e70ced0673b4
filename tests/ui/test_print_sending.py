"""Pages on their way to a printer that writes a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from closet_app.errors import CancelledError, MachineError
from closet_app.services.print_pages import load_stock, page_count, page_size, render_page
from closet_app.services.prints import PieceKind, PrintRequest, print_bytes
from closet_app.ui.printing.printers import LABELS, PAPER, Printers, best_dpi, role_of
from closet_app.ui.printing.sending import Batch, Place, Sent, send
from tests.closets import add, new_closet
from tests.ui.print_stage import THERMAL, FilePrinters

ROLL = "label-2.25x1.25"


class Steps:
    """Notes each step; stops the run at one of them."""

    def __init__(self, stop_at: int = -1) -> None:
        self.words: list[str] = []
        self._stop_at = stop_at

    def step(self, _done: int, _total: int, words: str) -> None:
        if len(self.words) == self._stop_at:
            raise CancelledError
        self.words.append(words)


@pytest.fixture
def labels(tmp_path: Path, qapp: QApplication) -> Callable[..., Batch]:
    """A batch of item labels on a roll."""

    def make(count: int, **other: object) -> Batch:
        closet = new_closet(tmp_path / "labels")
        ids = tuple(add(closet, f"Tee {number}") for number in range(count))
        pdf, run = print_bytes(closet, PrintRequest(kind=PieceKind.LABEL, ids=ids, stock=ROLL))
        closet.close()
        wanted: dict[str, object] = {"printer": THERMAL, **other}
        return Batch(PieceKind.LABEL, pdf, run.pages, load_stock(ROLL), title="Labels", **wanted)  # type: ignore[arg-type]

    return make


def shades(pdf: Path | bytes, page: int) -> NDArray[np.int16]:
    """The page as grey, in the dots the printer got."""
    pixels = render_page(pdf, page, dpi=600)
    rows = np.frombuffer(pixels.rgba, np.uint8).reshape(pixels.height, pixels.width, 4)
    grey: NDArray[np.int16] = rows[:, :, :3].mean(axis=2).astype(np.int16)
    return grey


def test_the_printer_receives_the_pages_of_the_preview_in_the_size_of_the_stock(
    labels: Callable[..., Batch], tmp_path: Path
) -> None:
    batch, printers, steps = labels(2), FilePrinters(tmp_path), Steps()
    assert send([batch], printers, steps) == Sent((batch,))
    printed = printers.files[0]
    assert page_count(printed) == 2
    assert page_size(printed, 0) == pytest.approx((162, 90), abs=1)
    for page in range(2):
        ours, theirs = shades(batch.pdf, page), shades(printed, page)
        rows, columns = (min(pair) for pair in zip(ours.shape, theirs.shape, strict=True))
        apart = np.abs(ours[:rows, :columns] - theirs[:rows, :columns])
        assert apart.mean() < 1
    assert steps.words == ["Printing page 1 of 2", "Printing page 2 of 2", "Printing"]


def test_pages_are_drawn_at_no_more_than_600_dots_to_the_inch_in_bands(
    labels: Callable[..., Batch], tmp_path: Path
) -> None:
    printers = FilePrinters(tmp_path)
    send([labels(1)], printers, Steps())
    images = [image.image for image in PdfReader(printers.files[0]).pages[0].images]
    sizes = [image.size for image in images if image is not None]
    assert {width for width, _ in sizes} == {1350}
    assert sum(height for _, height in sizes) == 750
    assert max(height for _, height in sizes) <= 512


@pytest.mark.parametrize(
    ("usual", "supported", "chosen"),
    [(1200, [72], 600), (203, [203], 203), (600, [300, 600, 1200], 600), (300, [], 300)],
)
def test_the_finest_resolution_up_to_600_is_taken(
    usual: int, supported: list[int], chosen: int
) -> None:
    assert best_dpi(usual, supported) == chosen


def test_stopping_keeps_what_was_printed_and_goes_on_from_there(
    labels: Callable[..., Batch], tmp_path: Path
) -> None:
    batch, printers = labels(3), FilePrinters(tmp_path)
    sent = send([batch], printers, Steps(stop_at=2))
    assert (sent.left, sent.trouble) == (Place(0, 2), None)
    assert page_count(printers.files[0]) == 2
    assert send(sent.batches, printers, Steps(), sent.left).left is None
    assert page_count(printers.files[1]) == 1
    assert np.abs(shades(printers.files[1], 0) - shades(batch.pdf, 2)).mean() < 1


def test_a_printer_that_stops_says_so_and_what_is_left(
    labels: Callable[..., Batch], tmp_path: Path
) -> None:
    printers = FilePrinters(tmp_path)
    printers.jams_after = 2
    sent = send([labels(3)], printers, Steps())
    assert sent.left == Place(0, 2)
    assert sent.trouble is not None
    assert sent.trouble.what == "Thermal labels stopped printing."


def test_a_printer_that_is_gone_leaves_everything(
    labels: Callable[..., Batch], tmp_path: Path
) -> None:
    first = labels(1)
    sent = send([first, replace(first, printer="Basement")], FilePrinters(tmp_path), Steps())
    assert sent.left == Place(1, 0)
    assert sent.trouble is not None
    assert "Basement is not there." in str(sent.trouble)


def test_a_back_is_not_printed_without_its_front(
    labels: Callable[..., Batch], tmp_path: Path
) -> None:
    printers = FilePrinters(tmp_path)
    send([labels(4, sides=2)], printers, Steps(), Place(0, 3))
    assert page_count(printers.files[0]) == 2


def test_a_printer_without_the_stock_is_refused_with_a_sentence(
    labels: Callable[..., Batch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.ui.print_stage.QPrinter.setPageSize", lambda *_: False)
    sent = send([labels(1)], FilePrinters(tmp_path), Steps())
    assert sent.trouble is not None
    assert "Label roll 2¼ × 1¼" in sent.trouble.what
    assert "save a PDF" in sent.trouble.remedy


def test_a_machine_without_printers_is_no_trouble(qapp: QApplication) -> None:
    printers = Printers()
    found = printers.find()
    assert found.usual in (*found.names, "")
    with pytest.raises(MachineError, match="Nobody’s printer is not there"):
        printers.open("Nobody’s printer")


def test_rolls_go_to_the_label_printer_and_sheets_to_the_other() -> None:
    assert role_of(load_stock(ROLL)) == role_of(load_stock("address-4x6")) == LABELS
    assert role_of(load_stock("avery-5160")) == role_of(load_stock("card-iso-a6")) == PAPER
