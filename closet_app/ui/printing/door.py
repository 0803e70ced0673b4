"""The way to the print dialog.

PDF, fonts and shaping take a third of a second to load: that is done off the interface
thread, the first time something is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.ui.printing.dialog import PrintDialog

DIALOG = "closet_app.ui.printing.dialog"

Then = Callable[["PrintDialog"], object]


def print_labels(desk: Desk, item_ids: Sequence[int], then: Then | None = None) -> None:
    """Show a label for each piece; `then` gets the dialog."""
    if item_ids:
        _when_loaded(desk, lambda: _show(desk, "label", {"ids": tuple(item_ids)}, then))


def print_bins(desk: Desk, bins: Sequence[str], then: Then | None = None) -> None:
    """Show a label for each bin; `then` gets the dialog."""
    if bins:
        _when_loaded(desk, lambda: _show(desk, "bin", {"bins": tuple(bins)}, then))


def _when_loaded(desk: Desk, show: Callable[[], object]) -> None:
    if DIALOG in sys.modules:
        show()
        return
    desk.jobs.run(
        lambda _progress: import_module(DIALOG),
        owner=desk,
        done=lambda _module: show(),
        lane=READ,
        name=say("Opening the print dialog"),
    )


def _show(desk: Desk, piece: str, of: Mapping[str, Any], then: Then | None) -> None:
    """One dialog, however often the keys were pressed while it was loaded."""
    if QApplication.activeModalWidget() is not None:
        return
    from closet_app.services.prints import PieceKind, PrintRequest
    from closet_app.ui.printing.dialog import open_print

    dialog = open_print(desk, PrintRequest(**{"ids": (), **of}, kind=PieceKind(piece)))
    if then is not None:
        then(dialog)
