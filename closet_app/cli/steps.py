"""Commands about what was done: undo, redo, history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import opened
from closet_app.cli.telling import say, say_json, table

MOST = 50


def undo(context: typer.Context, closet: ClosetDir = None) -> None:
    """Take back the last command."""
    from closet_app.services import history

    with opened(context, closet) as shop:
        say(f"Undone: {history.undo(shop).label}")


def redo(context: typer.Context, closet: ClosetDir = None) -> None:
    """Do again what was undone last."""
    from closet_app.services import history

    with opened(context, closet) as shop:
        say(f"Done again: {history.redo(shop).label}")


def show_history(
    context: typer.Context,
    sku: Annotated[str | None, typer.Argument(metavar="SKU")] = None,
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """What was done. The last commands, or all that happened to one item, newest first."""
    from closet_app.services import history, items
    from closet_app.wording import say_when

    with opened(context, closet) as shop:
        now = shop.clock.now()
        lines = (
            history.recent(shop, MOST)
            if sku is None
            else history.item_history(shop, items.by_sku(shop, sku))
        )
    if as_json:
        say_json(
            [
                {"at": each.at.isoformat(), "words": each.words, "undone": each.is_undone}
                for each in lines
            ]
        )
        return
    rows = [
        (say_when(each.at, now), each.words + (" (undone)" if each.is_undone else ""))
        for each in lines
    ]
    say(table(("When", "What"), rows))


COMMANDS: dict[str, Callable[..., None]] = {"undo": undo, "redo": redo, "history": show_history}
SETTINGS: dict[str, dict[str, Any]] = {}
