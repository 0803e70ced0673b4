"""The printers of this computer; Qt's printing is loaded when they are first asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from closet_app.errors import MachineError
from closet_app.services.print_pages import HIGHEST_DPI, Kind, Stock
from closet_app.services.printer_alerts import alert_of
from closet_app.services.raw_labels import raw_queues, send_raw
from closet_app.ui.words import mark, say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PAPER, LABELS = "paper", "labels"
ROLES = {PAPER: mark("Paper and cards"), LABELS: mark("Labels")}
"""Two printers are remembered, by what lies in them."""
LABELLING = re.compile(
    r"label|thermal|zebra|zpl|dymo|rollo|munbyn|\bQL-|4\s*[x×]\s*6|tsc|epl", re.IGNORECASE
)
"""Words in the names of printers that print labels."""
BY_HAND = "by_hand"
"""The printer whose cards the seller turns herself, remembered beside the two."""
LAST_ON_TOP = "last_on_top"
"""The printer that lays the last page on top of the stack."""

_SAME = 4.0
"""Points by which a printer's own measure of a page may differ from ours."""


@dataclass(frozen=True, slots=True)
class Found:
    """Printers by name, the system's usual one, and what some of them can.

    `two_sided` print both sides themselves, `raw` take labels in their own language.
    """

    names: tuple[str, ...] = ()
    usual: str = ""
    two_sided: frozenset[str] = frozenset()
    raw: frozenset[str] = frozenset()


def likely(role: str, found: Found) -> str:
    """The printer to begin with: for labels one whose name speaks of them, else the usual one."""
    names = (name for name in found.names if role == LABELS and LABELLING.search(name))
    return next(names, found.usual)


def role_of(stock: Stock) -> str:
    """Which printer a stock lies in: rolls in the label printer, sheets in the other."""
    return LABELS if stock.kind is Kind.ROLL else PAPER


class Printers:
    """Asks the system; tests put printers of their own in its place."""

    def find(self) -> Found:
        """The printers there are; it may take seconds while the network is asked."""
        try:
            from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
        except ImportError:
            return Found()
        names = tuple(QPrinterInfo.availablePrinterNames())
        usual = QPrinterInfo.defaultPrinterName()
        long_side = QPrinter.DuplexMode.DuplexLongSide
        two_sided = frozenset(
            name
            for name in names
            if long_side in QPrinterInfo.printerInfo(name).supportedDuplexModes()
        )
        raw = frozenset(raw_queues()) & frozenset(names)
        return Found(names, usual if usual in names else next(iter(names), ""), two_sided, raw)

    def open(self, name: str) -> QPrinter:
        """A printer to draw on; raises MachineError when it is gone."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            raise printer_gone(name)
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)

    def send_raw(self, name: str, label: bytes, title: str) -> None:
        """Put one label into the printer's queue as it is; raises ClosetError."""
        send_raw(name, [label], title)

    def alert(self, name: str) -> str:
        """Why a printer stopped, where the system says."""
        return alert_of(name)


def printer_gone(name: str) -> MachineError:
    """The printer does not answer."""
    return MachineError(
        say("{printer} is not there.", printer=name),
        remedy=say("Turn it on or choose another printer."),
    )


def set_up(printer: QPrinter, stock: Stock, *, title: str, both_sides: bool) -> None:
    """Page size, resolution and margins; raises MachineError when the stock does not fit."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    printer.setDocName(title)
    printer.setCreator("Closet")
    printer.setFullPage(True)
    printer.setResolution(best_dpi(printer.resolution(), printer.supportedResolutions()))
    if not any(_take(printer, stock, turned=turned) for turned in (False, True)):
        raise MachineError(
            say("{printer} has no {stock}.", printer=printer.printerName(), stock=stock.name),
            remedy=say("Choose another printer, or save a PDF and print that."),
        )
    long_side = QPrinter.DuplexMode.DuplexLongSide
    if both_sides and long_side in QPrinterInfo(printer).supportedDuplexModes():
        printer.setDuplex(long_side)


def best_dpi(usual: int, supported: list[int]) -> int:
    """The finest resolution of at most 600 dots to the inch."""
    coarse = [each for each in supported if 150 <= each <= HIGHEST_DPI]
    return max(coarse, default=min(usual, HIGHEST_DPI))


def _take(printer: QPrinter, stock: Stock, *, turned: bool) -> bool:
    """Ask for the stock, upright or as a page lying on its side, and look what was taken."""
    size = QSizeF(stock.width, stock.height)
    wanted = QPageSize(size.transposed() if turned else size, QPageSize.Unit.Point, stock.name)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if turned else upright)
    printer.setPageSize(wanted)
    taken = printer.pageLayout().fullRectPoints().size()
    wide, tall = abs(taken.width() - stock.width), abs(taken.height() - stock.height)
    return wide <= _SAME and tall <= _SAME
