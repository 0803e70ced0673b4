"""What a command is run in: the surroundings, and the closet it works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from closet_app.cli.system import named_by_system
from closet_app.cli.telling import note
from closet_app.services.surroundings import Surroundings

if TYPE_CHECKING:
    from closet_app.services.closet import Closet


@dataclass(slots=True)
class Session:
    """One run of `closet`; `folder` is what stood behind --closet before the command."""

    around: Surroundings
    folder: Path | None = None


def session_of(context: typer.Context) -> Session:
    """The session of this run."""
    found = context.obj
    if not isinstance(found, Session):
        raise TypeError(found)
    return found


def chosen_folder(context: typer.Context, given: Path | None = None) -> Path | None:
    """The folder named on the command line, or by CLOSET_DIR."""
    return given or session_of(context).folder or named_by_system()


@contextmanager
def opened(context: typer.Context, given: Path | None) -> Iterator[Closet]:
    """The closet named, else that of CLOSET_DIR, else the one opened last; closed afterwards.

    Raises UserError when there is none to open, and as `open_closet`.
    """
    from closet_app.services.opening import open_closet

    around = session_of(context).around
    folder = chosen_folder(context, given) or around.settings.last_closet
    if folder is None:
        raise _no_closet()
    closet = open_closet(folder, around.resources, around.clock)
    try:
        _begin_day(closet)
        yield closet
    finally:
        closet.close()


def remember(context: typer.Context, folder: Path) -> None:
    """Make this the closet that was opened last; it is made whether that can be kept or not."""
    from closet_app.errors import MachineError
    from closet_app.settings import save_settings
    from closet_app.wording import say_error

    around = session_of(context).around
    kept = replace(around.settings, last_closet=folder.absolute())
    try:
        save_settings(around.settings_file, kept)
    except MachineError as error:
        note(say_error(error))


def _no_closet() -> Exception:
    from closet_app.errors import UserError
    from closet_app.wording import tr

    return UserError(
        tr("There is no closet to work on yet."),
        remedy=tr("Make one with “closet new DIR”, or name one with --closet DIR."),
    )


def _begin_day(closet: Closet) -> None:
    """The first start of a day copies the database; a disk that refuses must not stop work."""
    from closet_app.errors import MachineError
    from closet_app.services.backups import daily
    from closet_app.wording import say_error

    try:
        daily(closet)
    except MachineError as error:
        note(say_error(error))
