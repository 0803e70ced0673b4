"""Commands that make a closet: new, sample, demo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from closet_app.cli import values
from closet_app.cli.options import Today
from closet_app.cli.session import remember, session_of
from closet_app.cli.telling import progress, say

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is empty or not there.")]


def new(
    context: typer.Context,
    folder: Folder,
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="Name of the shop.")] = "",
    country: Annotated[
        str, typer.Option("--country", metavar="CC", help="Where the shop is, like US or DE.")
    ] = "US",
) -> None:
    """Make an empty closet in DIR."""
    from closet_app.domain.countries import country_code
    from closet_app.services.beginning import Answers, begin

    code = country_code(country)
    if not code:
        raise values.wrong("--country", f"There is no country “{country}”.")
    require_room(folder)
    around = session_of(context).around
    begin(Answers(name, code, folder), around.resources, around.clock).close()
    remember(context, folder)
    say(f"Made a closet in {folder}")


def sample(context: typer.Context, folder: Folder, today: Today = None) -> None:
    """Make the sample closet in DIR. A shop of 130 items and 60 orders to look around in."""
    from closet_app.services import gallery
    from closet_app.services.beginning import open_sample

    around = session_of(context).around
    clock = values.clock(around.clock, today)
    require_room(folder)
    with progress() as bar:
        closet = open_sample(folder, around.resources, clock, bar)
    count = gallery.counts(closet).items
    closet.close()
    remember(context, folder)
    say(f"Made the sample closet in {folder} ({count} items)")


def demo(
    context: typer.Context,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="An empty folder, or one to be made.")
    ] = Path("closet-demo"),
    today: Today = None,
) -> None:
    """Show it all. Builds the sample closet in DIR, sells three items, prints and exports."""
    from closet_app.cli.demo import show

    around = session_of(context).around
    require_room(out)
    show(out, around.resources, values.clock(around.clock, today))


def require_room(folder: Path) -> None:
    """Raises UserError unless `folder` can become a new closet."""
    from closet_app.errors import UserError
    from closet_app.services.beginning import Home, look_at
    from closet_app.wording import tr

    words = {
        Home.CLOSET: tr("There is a closet in {folder} already."),
        Home.FULL: tr("{folder} holds other files."),
    }.get(look_at(folder))
    if words:
        raise UserError(
            words.format(folder=folder),
            safe=tr("Nothing was changed."),
            remedy=tr("Choose an empty folder."),
        )


COMMANDS: dict[str, Callable[..., None]] = {"new": new, "sample": sample, "demo": demo}
SETTINGS: dict[str, dict[str, Any]] = {}
