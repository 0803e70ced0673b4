"""The welcome of a new seller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closet_app.ui.frame.page import Page

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program


def make_page(program: Program) -> Page:
    """The page that asks how to begin."""
    from closet_app.ui.first_run.page import FirstRunPage

    return FirstRunPage(program)
