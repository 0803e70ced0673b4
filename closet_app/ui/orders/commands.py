"""The commands of the page, from the action table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QMenu, QWidget

from closet_app.domain.status import LineState
from closet_app.ui.actions import find_action
from closet_app.ui.desk import Desk
from closet_app.ui.frame.action_map import menu_text
from closet_app.ui.orders.doors import OrderDoors
from closet_app.ui.orders.side_pane import NEXT
from closet_app.ui.orders.ways import ways_back
from closet_app.ui.orders.work import OrderWork
from closet_app.ui.widgets.popups import rounded_menu

Handler = Callable[[], object]
TICKS = range(1, 10)
IN_MENU = (
    "orders.mark_packed", "orders.mark_shipped", "orders.mark_delivered", "",
    "orders.edit_amounts", "orders.details", "orders.refund", "orders.return", "orders.cancel",
)  # fmt: skip


def order_menu(desk: Desk, parent: QWidget) -> QMenu:
    """What stands under the three dots: the commands that can be done now."""
    menu = rounded_menu(QMenu(parent))
    menu.aboutToShow.connect(lambda: _fill(menu, desk))
    return menu


def _fill(menu: QMenu, desk: Desk) -> None:
    menu.clear()
    for action_id in IN_MENU:
        if not action_id:
            menu.addSeparator()
        elif desk.actions.action(action_id).isEnabled():
            menu.addAction(desk.actions.action(action_id))


def connect_commands(
    work: OrderWork,
    doors: OrderDoors,
    *,
    new_order: Handler,
    go_to_tracking: Handler,
    pack: Handler,
) -> None:
    """Let menus and keys act on the shown order."""
    desk = work.desk
    handlers: dict[str, Handler] = {
        "orders.mark_packed": doors.advance,
        "orders.mark_shipped": doors.ship,
        "orders.mark_delivered": work.mark_delivered,
        "orders.tracking": go_to_tracking,
        "orders.edit_amounts": doors.edit_amounts,
        "orders.details": doors.edit_details,
        "orders.refund": doors.refund,
        "orders.return": doors.take_back,
        "orders.cancel": doors.cancel,
        "orders.new": new_order,
        "orders.pack": pack,
    }
    for number in TICKS:
        handlers[f"orders.tick_{number}"] = lambda number=number: work.tick_place(number)  # type: ignore[misc]  # the default binds this number
    for action_id, handler in handlers.items():
        desk.actions.connect_action(action_id, handler)
    work.shown.connect(lambda: _allow(work))
    _allow(work)


def _allow(work: OrderWork) -> None:
    """Grey what cannot be done to the shown order; what comes next has the words of its button."""
    desk, view = work.desk, work.view
    status = view.status if view is not None else None
    ways = ways_back(view) if view is not None else None
    allowed = {
        "orders.mark_packed": status in NEXT,
        "orders.mark_shipped": status is LineState.SOLD,
        "orders.mark_delivered": status is LineState.PACKED,
        "orders.details": view is not None,
        "orders.tracking": view is not None,
        "orders.edit_amounts": status not in (None, LineState.CANCELLED),
        "orders.refund": ways is not None and ways.refund,
        "orders.return": ways is not None and ways.take_back,
        "orders.cancel": ways is not None and ways.cancel,
    }
    for action_id, may in allowed.items():
        desk.actions.set_enabled(action_id, may)
    if status in NEXT:
        row = replace(find_action("orders.mark_packed"), words=NEXT[status])
        desk.actions.action(row.id).setText(menu_text(row))
