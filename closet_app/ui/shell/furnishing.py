"""Puts an opened closet into the window: what the first painting needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.ui.desk import Desk
from closet_app.ui.shell.pages import HOME, register_pages

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program


def furnish(program: Program, closet: Closet) -> Desk:
    """The desk of `closet`, its window with all pages and showing the first one."""
    window = program.window
    desk = Desk(closet, window, program.jobs, program.choices, program.asking)
    window.set_shop(gallery.front(closet).name)
    window.set_bare(False)
    register_pages(desk)
    desk.navigator.go(HOME)
    return desk
