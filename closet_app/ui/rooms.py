"""The program with everything in it; what is not on the screen yet is not loaded yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closet_app.services.surroundings import Surroundings
from closet_app.ui.asking import Asking
from closet_app.ui.frame.page import Page
from closet_app.ui.shell.choices import KeptChoices
from closet_app.ui.shell.program import CLOSED, FIRST_RUN, Program, Rooms
from closet_app.ui.theme.keeper import ThemeKeeper

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.ui.desk import Desk


def make_program(
    around: Surroundings,
    choices: KeptChoices,
    keeper: ThemeKeeper,
    asking: Asking | None = None,
) -> Program:
    """The program in its window, not yet shown."""
    rooms = Rooms({CLOSED: _closed_page, FIRST_RUN: _first_run_page}, _furnish, _load, _finish)
    return Program(around, choices, keeper, rooms, asking)


def _closed_page(program: Program) -> Page:
    from closet_app.ui.shell.closed_page import ClosedPage

    return ClosedPage(program)


def _first_run_page(program: Program) -> Page:
    from closet_app.ui.first_run import make_page

    return make_page(program)


def _furnish(program: Program, closet: Closet) -> Desk:
    from closet_app.ui.shell.furnishing import furnish

    return furnish(program, closet)


def _load() -> None:
    from closet_app.ui.behind import load

    load("closet_app.ui.shell.finishing")


def _finish(program: Program, desk: Desk) -> None:
    from closet_app.ui.shell.finishing import finish

    finish(program, desk)
