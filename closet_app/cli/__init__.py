"""The `closet` command: the same services as the window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from types import TracebackType

from closet_app.cli.system import named_by_system
from closet_app.errors import CancelledError, ClosetError
from closet_app.services.surroundings import Surroundings

COULD_NOT = 1


def run(argv: Sequence[str], around: Surroundings) -> int:
    """Do what the words after `closet` say; returns 0 done, 1 could not, 2 wrong words."""
    if not argv:
        # The window comes up a tenth of a second sooner without the commands.
        return around.open_window(around, named_by_system())
    from closet_app.cli.application import command
    from closet_app.cli.session import Session
    from closet_app.cli.telling import note, speak_every_script

    speak_every_script()
    try:
        command()(list(argv), prog_name="closet", obj=Session(around))
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(done.code is not None)
    except CancelledError:
        return COULD_NOT
    except ClosetError as error:
        from closet_app.wording import say_error

        note(say_error(error))
        return COULD_NOT
    return 0


def tell_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """What is left to say about a fault of ours: one sentence, and the rest into the log.

    For `sys.excepthook`, so that no command ever ends in a traceback.
    """
    from closet_app.paths import log_folder

    file = log_folder() / "closet.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=file, encoding="utf-8", format="%(asctime)s %(message)s")
        logging.getLogger("closet").error("closet", exc_info=(kind, fault, trace))
        where = f" The details are in {file}."
    except OSError:
        where = ""
    sys.stderr.write(f"Closet made a mistake and stopped. Nothing half done was kept.{where}\n")
