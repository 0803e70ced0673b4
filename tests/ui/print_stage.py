"""The print dialog over a whole window, with printers that write files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.addresses import Address
from closet_app.services import order_views, stock
from closet_app.services.prints import PieceKind, PrintRequest
from closet_app.services.shop import edit_shop
from closet_app.settings import Settings
from closet_app.ui.asking import Asking
from closet_app.ui.desk import Desk
from closet_app.ui.frame.geometry import WindowPlace
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.jobs import Jobs
from closet_app.ui.printing.dialog import PrintDialog, open_print
from closet_app.ui.printing.printers import Found, Printers, printer_gone
from tests.closets import add, new_closet, sell

HOME = Address("Renata Okafor", "221 Alder Court", "Apt 3", "Riverbend", "OR", "97000", "US")
SLIP, CARD, ADDRESS, LABEL = PieceKind.SLIP, PieceKind.CARD, PieceKind.ADDRESS, PieceKind.LABEL
INKJET, THERMAL = "Office inkjet", "Thermal labels"


class Jamming(QPrinter):
    """Takes so many pages, then no more."""

    def __init__(self, pages: int) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self._left = pages

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        self._left -= 1
        return self._left > 0 and super().newPage()


class FilePrinters(Printers):
    """Two printers that write a file for each job; `jams_after` pages the next job stops.

    `two_sided` are those that turn the sheets themselves, `raw` those that take `labels`;
    `reason` is why a jammed one stopped.
    """

    def __init__(self, folder: Path, names: Sequence[str] = (INKJET, THERMAL)) -> None:
        self.names = tuple(names)
        self.jams_after = 0
        self.two_sided: tuple[str, ...] = ()
        self.raw: tuple[str, ...] = ()
        self.labels: list[bytes] = []
        self.reason = ""
        self.files: list[Path] = []
        self._folder = folder

    def find(self) -> Found:
        return Found(
            self.names, next(iter(self.names), ""), frozenset(self.two_sided), frozenset(self.raw)
        )

    def send_raw(self, name: str, label: bytes, title: str) -> None:
        assert title
        if name not in self.raw:
            raise printer_gone(name)
        self.labels.append(label)

    def alert(self, _name: str) -> str:
        return self.reason

    def open(self, name: str) -> QPrinter:
        if name not in self.names:
            raise printer_gone(name)
        made = Jamming(self.jams_after) if self.jams_after else QPrinter(HIGH)
        self.jams_after = 0
        self.files.append(self._folder / f"{len(self.files)} {name}.pdf")
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(self.files[-1]))
        return made


HIGH = QPrinter.PrinterMode.HighResolution


class Answers(Asking):
    """Names the file that a test put there, and notes what was shown."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.chosen_folder: Path | None = None
        self.proposed = ""
        self.shown: list[Path] = []

    def save_file(self, _parent: QWidget, _title: str, proposed: str, _kinds: str) -> Path | None:
        self.proposed = proposed
        return self.file

    def folder(self, _parent: QWidget, _title: str, _start: str = "") -> Path | None:
        return self.chosen_folder

    def show(self, path: Path) -> None:
        self.shown.append(path)


class Choices:
    """Settings that are kept while the test runs."""

    def __init__(self) -> None:
        self.settings = Settings()

    def change(self, **values: Any) -> None:
        kept = {name: getattr(self.settings, name) for name in ("printers", "nudges")}
        self.settings = Settings(**{**kept, **values})

    def window_place(self, _name: str) -> WindowPlace | None:
        return None

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Nothing is kept."""


class Stage:
    """Everything a test of the dialog touches."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.closet = new_closet(folder / "closet")
        edit_shop(self.closet, owner="Maya", card_note="thank you for {pieces}!")
        self.window = MainWindow(Choices(), "Juniper Lane")
        self.window.resize(1440, 868)
        self.jobs = Jobs(self.window)
        self.choices, self.answers = Choices(), Answers()
        self.desk = Desk(self.closet, self.window, self.jobs, self.choices, self.answers)
        self.printers = FilePrinters(folder)
        self.window.show()

    def sell(self, name: str = "Renata Okafor", address: Address | None = HOME) -> int:
        """One piece sold, by default to somebody with an address."""
        item = add(self.closet, f"Tee of {name}")
        return sell(self.closet, [item], ["34"], buyer_name=name, address=address)

    def list_pieces(self, *titles: str, categories: Sequence[str] = ()) -> list[int]:
        """Listed pieces, each of its category when these are given."""
        of = list(categories) or ["Tops"] * len(titles)
        pairs = zip(titles, of, strict=True)
        ids = [add(self.closet, title, bin="B-04", category=category) for title, category in pairs]
        stock.mark_listed(self.closet, ids, ["ebay"])
        return ids

    def open(self, request: PrintRequest) -> PrintDialog:
        """The dialog, its pages made."""
        dialog = open_print(self.desk, request, printers=self.printers)
        self.qtbot.waitUntil(dialog.isActiveWindow)
        self.settle(dialog)
        return dialog

    def settle(self, dialog: PrintDialog) -> None:
        """Wait until the pages shown are those that would come out."""

        def is_done() -> bool:
            dialog.pages.viewport().repaint()
            is_shown = dialog.plan.is_settled and dialog.pages.pictures.is_idle()
            return is_shown and self.jobs.is_idle()

        self.qtbot.waitUntil(is_done)

    def rest(self) -> None:
        """Wait until all work is done."""
        self.qtbot.waitUntil(self.jobs.is_idle)

    def key(self, key: Qt.Key, *, control: bool = False) -> None:
        """Press a key where the focus is."""
        held = Qt.KeyboardModifier
        window = QApplication.activeWindow()
        assert window is not None
        at = QApplication.focusWidget() or window
        self.qtbot.keyClick(at, key, held.ControlModifier if control else held.NoModifier)

    def ticked(self, order_id: int) -> set[str]:
        """The packing steps that are done."""
        packing = order_views.order(self.closet, order_id).packing
        return {step.key for step in packing if step.done}

    def toast(self) -> str:
        """What the toast says."""
        shown = self.window.toasts.shown
        return shown.words if shown is not None else ""


@contextmanager
def stage(folder: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A stage that leaves nothing behind."""
    made = Stage(folder, qtbot)
    yield made
    for modal in iter(QApplication.activeModalWidget, None):
        modal.close()
    made.rest()
    assert made.jobs.close()
    made.window.close()
    made.window.deleteLater()
    made.closet.close()
