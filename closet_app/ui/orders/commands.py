"""The commands of the page, from the action table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from closet_app.domain.status import LineState
from closet_app.ui.desk import Desk
from closet_app.ui.orders.ways import ways_back
from closet_app.ui.widgets.popups import rounded_menu

if TYPE_CHECKING:
    from closet_app.ui.orders.page import OrdersPage

TICKS = range(1, 10)
IN_MENU = (
    "orders.mark_packed", "orders.mark_shipped", "orders.mark_delivered", "",
    "orders.edit_amounts", "orders.refund", "orders.return", "orders.cancel",
)  # fmt: skip


def order_menu(desk: Desk, parent: QWidget) -> QMenu:
    """What stands under the three dots: the commands that can be done now."""
    menu = rounded_menu(QMenu(parent))
    for action_id in IN_MENU:
        if action_id:
            menu.addAction(desk.actions.action(action_id))
        else:
            menu.addSeparator()
    return menu


def connect_commands(desk: Desk, page: OrdersPage) -> None:
    """Let menus and keys act on the shown order."""
    work, doors = page.work, page.doors
    handlers: dict[str, Callable[[], object]] = {
        "orders.mark_packed": doors.advance,
        "orders.mark_shipped": doors.ship,
        "orders.mark_delivered": work.mark_delivered,
        "orders.tracking": page.go_to_tracking,
        "orders.edit_amounts": doors.edit_amounts,
        "orders.refund": doors.refund,
        "orders.return": doors.take_back,
        "orders.cancel": doors.cancel,
        "orders.new": page.new_order,
    }
    for number in TICKS:
        handlers[f"orders.tick_{number}"] = lambda number=number: work.tick_place(number)  # type: ignore[misc]  # the default binds this number
    for action_id, handler in handlers.items():
        desk.actions.connect_action(action_id, handler)
    work.shown.connect(lambda: _allow(desk, page))
    _allow(desk, page)


def _allow(desk: Desk, page: OrdersPage) -> None:
    """Grey what cannot be done to the shown order."""
    view = page.work.view
    status = view.status if view is not None else None
    ways = ways_back(view) if view is not None else None
    allowed = {
        "orders.mark_packed": status in (LineState.SOLD, LineState.PACKED, LineState.SHIPPED),
        "orders.mark_shipped": page.work.can_pack,
        "orders.mark_delivered": status is LineState.SHIPPED,
        "orders.tracking": view is not None,
        "orders.edit_amounts": status not in (None, LineState.CANCELLED),
        "orders.refund": ways is not None and ways.refund,
        "orders.return": ways is not None and ways.take_back,
        "orders.cancel": ways is not None and ways.cancel,
    }
    for action_id, may in allowed.items():
        desk.actions.set_enabled(action_id, may)
