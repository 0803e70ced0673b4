"""Commands of orders and of packing them."""

from __future__ import annotations

from closet_app.ui.actions.action import Action
from closet_app.ui.words import mark

ORDERS = (
    Action("orders.move", mark("Go to another order"), ("Up", "Down"), "orders", told=True),
    Action("orders.ticks", mark("Tick a packing step"), ("1–9",), "orders", told=True),
    *(
        Action(f"orders.tick_{number}", mark("Tick a packing step"), (str(number),), "orders")
        for number in range(1, 10)
    ),
    Action("orders.mark_packed", mark("Mark packed"), ("Ctrl+Return",), "orders", "", "order"),
    Action("orders.mark_shipped", mark("Mark shipped…"), (), "orders", "truck", "order"),
    Action("orders.mark_delivered", mark("Mark delivered"), (), "orders", "", "order"),
    Action("orders.tracking", mark("Tracking number"), ("T",), "orders", "", "order"),
    Action("orders.edit_amounts", mark("Edit amounts…"), (), "orders", "pencil", "order"),
    Action("orders.details", mark("Number and dates…"), (), "orders", "hash", "order"),
    Action("orders.refund", mark("Refund…"), (), "orders", "undo-2", "order"),
    Action("orders.return", mark("Return…"), (), "orders", "package-open", "order"),
    Action("orders.cancel", mark("Cancel the order…"), (), "orders", "x", "order"),
    Action("orders.new", mark("New order"), (), "orders", "plus", "order"),
    Action("orders.pack", mark("Pack"), ("P",), "orders", "package-open", "order"),
)

PACKING = (
    Action("packing.tick", mark("Tick what is next"), ("Space",), "packing", told=True),
    Action("packing.pieces", mark("Tick a piece"), ("1–9",), "packing", told=True),
    Action("packing.tracking", mark("Tracking number"), ("T",), "packing", told=True),
    Action("packing.next", mark("Next order or bin"), ("Down",), "packing", "arrow-down", "view"),
    Action("packing.previous", mark("Previous order or bin"), ("Up",), "packing", "", "view"),
    Action("packing.way", mark("By order or by bin"), ("Ctrl+B",), "packing", "", "view"),
    Action("packing.packed", mark("Mark packed"), ("Ctrl+Return",), "packing", "", "order"),
    Action(
        "packing.shipped",
        mark("Mark shipped"),
        ("Ctrl+Shift+Return",),
        "packing",
        "truck",
        "order",
    ),
    Action(
        "packing.label",
        mark("Attach a shipping label…"),
        ("Ctrl+O",),
        "packing",
        "paperclip",
        "order",
    ),
    Action(
        "packing.photo",
        mark("Photograph the parcel…"),
        ("Ctrl+Shift+P",),
        "packing",
        "camera",
        "order",
    ),
    Action("packing.pull_list", mark("Save the pull list…"), ("Ctrl+L",), "packing", "", "order"),
    Action("packing.back", mark("Back to Orders"), ("Alt+Left",), "packing", "arrow-left", "view"),
)
