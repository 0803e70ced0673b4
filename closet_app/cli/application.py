"""The commands of `closet`, gathered from their topics; nothing heavy is loaded for --help."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

import typer
from typer.main import get_command

from closet_app import __version__
from closet_app.cli import (
    closets,
    designs,
    files,
    finding,
    intake,
    keeping,
    looking,
    orders,
    packing,
    photographs,
    pieces,
    printing,
    selling,
    steps,
    stocks,
)
from closet_app.cli.options import ClosetDir
from closet_app.cli.session import chosen_folder, session_of
from closet_app.cli.telling import say

HELP = "A private, offline closet for people who resell clothes. Alone it opens the window."
EPILOG = (
    "Exit codes: 0 done, 1 could not, 2 wrong words. While the window has the closet open, "
    "commands that need it say so and end with 1."
)
PLAIN = {"rich_markup_mode": None, "add_completion": False, "pretty_exceptions_enable": False}


@cache
def command() -> Callable[..., Any]:
    """`closet` with all its commands, made ready once; it ends by SystemExit."""
    return get_command(_make_app())


def _make_app() -> typer.Typer:
    app = typer.Typer(help=HELP, epilog=EPILOG, **PLAIN)  # type: ignore[arg-type]  # options named above
    app.callback(invoke_without_command=True)(_begin)
    for topic in (closets, pieces, intake, finding, looking, photographs, selling, orders, steps):
        for name, command in topic.COMMANDS.items():
            settings = topic.SETTINGS.get(name, {})
            app.command(name, **settings)(command)
    for name, (words, commands) in GROUPS.items():
        group = typer.Typer(help=words, no_args_is_help=True, **PLAIN)  # type: ignore[arg-type]  # see above
        group.callback()(_begin_group)
        for own_name, command in commands.items():
            group.command(own_name, **SETTINGS.get((name, own_name), {}))(command)
        app.add_typer(group, name=name)
    app.add_typer(packing.group(PLAIN), name="pack")
    for name, command in keeping.COMMANDS.items():
        app.command(name)(command)
    return app


SETTINGS: dict[tuple[str, str], Any] = {("export", "items"): pieces.SETTINGS["list"]}
GROUPS = {
    "print": ("Print slips, cards and labels as PDF.", printing.COMMANDS),
    "stock": ("List papers and labels, and show what is known of one.", stocks.COMMANDS),
    "design": ("List and share card designs.", designs.COMMANDS),
    "import": ("Take in a spreadsheet.", files.IMPORTS),
    "export": ("Write spreadsheets.", files.EXPORTS),
}


def _begin(
    context: typer.Context,
    closet: ClosetDir = None,
    version: Annotated[bool, typer.Option("--version", help="Say the version.")] = False,
) -> None:
    session_of(context).folder = closet
    if version:
        say(f"closet {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        around = session_of(context).around
        raise typer.Exit(around.open_window(around, chosen_folder(context)))


def _begin_group(context: typer.Context, closet: ClosetDir = None) -> None:
    session = session_of(context)
    session.folder = closet or session.folder
