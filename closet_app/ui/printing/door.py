"""The way to the print dialog.

PDF, fonts and shaping take a third of a second to load: that is done off the interface
thread, the first time something is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.ui.printing.dialog import PrintDialog

DIALOG = "closet_app.ui.printing.dialog"
WHOLE_ORDER = ("slip", "card", "address")
LABEL = "label"

EditBuyer = Callable[[Desk, int, QWidget], QDialog]
Then = Callable[["PrintDialog"], object]


def print_orders(
    desk: Desk,
    order_ids: Sequence[int],
    pieces: Sequence[str] = WHOLE_ORDER,
    *,
    edit_buyer: EditBuyer | None = None,
    then: Then | None = None,
) -> None:
    """Show what is printed for orders; `then` gets the dialog."""
    _when_loaded(desk, lambda: _show(desk, pieces, order_ids, edit_buyer, then))


def print_labels(desk: Desk, item_ids: Sequence[int], then: Then | None = None) -> None:
    """Show a label for each piece; `then` gets the dialog."""
    _when_loaded(desk, lambda: _show(desk, (LABEL,), item_ids, None, then))


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


def _show(
    desk: Desk,
    pieces: Sequence[str],
    ids: Sequence[int],
    edit_buyer: EditBuyer | None,
    then: Then | None,
) -> None:
    """One dialog, however often the keys were pressed while it was loaded."""
    if QApplication.activeModalWidget() is not None or not ids:
        return
    from closet_app.services.prints import PieceKind, PrintRequest
    from closet_app.ui.printing.dialog import open_print

    requests = [PrintRequest(kind=PieceKind(piece), ids=tuple(ids)) for piece in pieces]
    dialog = open_print(desk, requests, edit_buyer=edit_buyer)
    if then is not None:
        then(dialog)
