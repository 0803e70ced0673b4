"""Every command of the window in one table: it feeds menus, shortcuts and the shortcut page."""

from __future__ import annotations

from closet_app.ui.actions.action import Action
from closet_app.ui.actions.orders import ORDERS, PACKING
from closet_app.ui.actions.photos import DESK, SIMILAR
from closet_app.ui.actions.pieces import CLOSET, EDITOR, IMPORT, INTAKE, TRASH
from closet_app.ui.actions.printing import DESIGNS, PRINT, ROOM, STOCKS
from closet_app.ui.actions.window import EVERYWHERE
from closet_app.ui.words import mark, say

__all__ = ["ACTIONS", "MENUS", "PLACES", "Action", "find_action", "say_keys"]

PLACES = {
    "everywhere": mark("Everywhere"),
    "closet": mark("Closet"),
    "editor": mark("Item editor"),
    "photos": mark("Photos of a piece"),
    "desk": mark("Photo desk"),
    "similar": mark("Find by photo"),
    "intake": mark("Intake"),
    "orders": mark("Orders"),
    "import": mark("Import"),
    "trash": mark("Trash"),
    "packing": mark("Pack"),
    "print_room": mark("Pack and print"),
    "designs": mark("Card designs"),
    "stocks": mark("Papers and labels"),
    "print": mark("Print"),
}
"""Where commands act, in the order of the shortcut page."""

MENUS = {
    "closet": mark("Closet"),
    "edit": mark("Edit"),
    "item": mark("Item"),
    "order": mark("Order"),
    "view": mark("View"),
    "help": mark("Help"),
}
"""The menu bar."""

ACTIONS = (
    *(*EVERYWHERE, *CLOSET, *EDITOR, *DESK, *SIMILAR, *INTAKE, *ORDERS),
    *(*PACKING, *ROOM, *STOCKS, *DESIGNS, *IMPORT, *TRASH, *PRINT),
)
"""All commands, in the order of menus and the shortcut page."""

_KEY_WORDS = {
    "Return": "↵",
    "Space": mark("Space"),
    "Arrows": mark("arrows"),
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "PgDown": "PgDn",
    "-": "−",
}


def say_keys(keys: str) -> str:
    """Keys as chips and menus show them: "Ctrl K", "PgDn", "Ctrl ↵"."""
    parts = keys.split("+")
    if keys.endswith("++"):
        parts = [*parts[:-2], "+"]
    return " ".join(say(_KEY_WORDS.get(part, part)) for part in parts)


def find_action(action_id: str) -> Action:
    """The row of the table; raises KeyError for an unknown id."""
    return _BY_ID[action_id]


_BY_ID = {action.id: action for action in ACTIONS}
