"""What a scanned code opens: its piece, the pieces of a barcode, or a new piece with it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from closet_app.domain.item import ItemFacts
from closet_app.domain.text import clean_line
from closet_app.services import items
from closet_app.services.changed import Changed
from closet_app.services.scanning import Scanned
from closet_app.ui.desk import Desk
from closet_app.ui.widgets.dialogs import ConfirmDialog, open_modal
from closet_app.ui.words import say

LONGEST_SHOWN = 60


def open_scanned(desk: Desk, found: Sequence[Scanned]) -> None:
    """Open what the codes name: the one of a piece in the picture's middle, else a barcode."""
    known = min((each for each in found if each.item_ids), key=_from_middle, default=None)
    barcode = next((each for each in found if each.upc), None)
    if known is not None:
        _open(desk, known)
    elif barcode is not None:
        _offer_new(desk, barcode.upc)
    elif found:
        text = clean_line(found[0].code.text)[:LONGEST_SHOWN]
        desk.toast(say("No piece has the code “{text}”.", text=text), icon="scan-barcode")
    else:
        desk.toast(say("There is no code on this photo."), icon="scan-barcode")


def _from_middle(scanned: Scanned) -> float:
    box = scanned.code.box
    return math.hypot(box.left + box.right - 1, box.top + box.bottom - 1)


def _open(desk: Desk, scanned: Scanned) -> None:
    if len(scanned.item_ids) > 1 and scanned.upc:
        desk.navigator.go("closet", f"upc:{scanned.upc}")
    else:
        desk.navigator.go("editor", scanned.item_ids[0])


def _offer_new(desk: Desk, upc: str) -> None:
    question = ConfirmDialog(
        say("No piece has the barcode {upc}.", upc=upc),
        say("You can make a new piece with it."),
        act=say("New item"),
        keep=say("Close"),
        danger=False,
        parent=desk.window,
    )
    open_modal(question, lambda: _make(desk, upc))


def _make(desk: Desk, upc: str) -> None:
    made: list[int] = []

    def work() -> Changed:
        item_id, changed = items.add_item(desk.closet, ItemFacts(upc=upc))
        made.append(item_id)
        return changed

    desk.command(work, then=lambda _changed: desk.navigator.go("editor", made[0]))
