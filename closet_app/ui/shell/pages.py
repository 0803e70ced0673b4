"""The pages of the window as one table; a page's package is loaded when it is first visited."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page, PageEntry, RailEntry
from closet_app.ui.words import mark, say


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: its package has `make_page(desk)`; without `words` it is not on the rail.

    `action` is the command that goes there, `within` the rail place that stays lit.
    """

    place: str
    package: str
    words: str = ""
    icon: str = ""
    order: int = 0
    at_foot: bool = False
    action: str = ""
    within: str = ""


HOME = "closet"
"""The first page of an opened closet."""

PAGES = (
    PageRow(HOME, "closet", mark("Closet"), "shirt", 1, action="go_closet"),
    PageRow("editor", "editor", within="closet"),
    PageRow("desk", "photo_desk", within="closet"),
    PageRow("similar", "similar", within="closet"),
    PageRow("intake", "intake", mark("Intake"), "camera", 2, action="go_intake"),
    PageRow("orders", "orders", mark("Orders"), "package", 3, action="go_orders"),
    PageRow("packing", "packing", within="orders"),
    PageRow("print_room", "print_room", within="orders"),
    PageRow("designs", "designs", action="go_designs", within="orders"),
    PageRow("stocks", "stocks", within="orders"),
    PageRow("import", "importing", action="import_items", within="closet"),
    PageRow("trash", "trash", action="go_trash", within="closet"),
    PageRow("settings", "settings", mark("Settings"), "settings", 9, True, action="settings"),
)


SOONEST = ("editor", "orders", "intake", "photo_desk", "settings")
"""Packages in the order in which they are likely to be asked for; the others come after them."""


BUILT_AHEAD = ("editor",)
"""Places whose page is built before it is asked for: the one that takes longest, asked for most."""


def page_modules() -> list[str]:
    """The module of each page, which loads all that it needs; those asked for soonest first."""
    others = [row.package for row in PAGES if row.package not in SOONEST]
    return [f"closet_app.ui.{package}.page" for package in (*SOONEST, *others)]


def register_pages(desk: Desk) -> None:
    """Let the window know every page that is there."""
    for row in PAGES:
        _register(desk, row)


def _register(desk: Desk, row: PageRow) -> None:
    entry = PageEntry(row.place, lambda: _make(desk, row), _rail(row), row.within)
    keys = find_action(row.action).keys if row.action else ()
    desk.window.register(entry, say_keys(keys[0]) if keys else "")
    if row.action:
        desk.actions.connect_action(row.action, lambda: desk.navigator.go(row.place))


def _make(desk: Desk, row: PageRow) -> Page:
    made: Page = import_module(_module(row)).make_page(desk)
    return made


def _module(row: PageRow) -> str:
    return f"closet_app.ui.{row.package}"


def _rail(row: PageRow) -> RailEntry | None:
    return RailEntry(say(row.words), row.icon, row.order, row.at_foot) if row.words else None
