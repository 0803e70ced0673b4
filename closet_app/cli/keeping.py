"""Commands that keep a closet safe: backup, restore, check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from closet_app.cli import values
from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import opened
from closet_app.cli.telling import progress, say, say_json, say_problems

if TYPE_CHECKING:
    from closet_app.services.backups import CheckReport


def backup(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="ZIP", help="The file to write.")],
    closet: ClosetDir = None,
) -> None:
    """Write everything into one file. A ZIP that is read again to be sure."""
    from closet_app.services import backups
    from closet_app.wording import counted, say_bytes

    values.ending(out, ".zip")
    with opened(context, closet) as shop, progress() as bar:
        made = backups.backup(shop, out, bar)
    say_problems(made.problems)
    photos = counted(made.photos, "{n} photo", "{n} photos")
    say(f"Backed up to {out} ({photos}, {say_bytes(made.bytes)}); every byte was checked")


def restore(
    backup_file: Annotated[Path, typer.Argument(metavar="ZIP", help="A backup.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="An empty folder, or a new one.")],
) -> None:
    """Check and unpack a backup. Into DIR; a closet that is there is never touched."""
    from closet_app.services import backups
    from closet_app.wording import counted

    with progress() as bar:
        made = backups.restore(backup_file, folder, bar)
    say_problems(made.problems)
    photos = counted(made.photos, "{n} photo", "{n} photos")
    say(f"Restored to {folder} ({photos})")


def check(context: typer.Context, as_json: AsJson = False, closet: ClosetDir = None) -> None:
    """Check everything. Database, files, checksums and sums; repairs nothing."""
    report = _report(context, closet)
    if as_json:
        say_json(_as_json(report))
    else:
        _say_report(report)
    if not report.is_sound:
        raise typer.Exit(1)


def _report(context: typer.Context, folder: Path | None) -> CheckReport:
    from closet_app.errors import DamagedClosetError
    from closet_app.services import backups
    from closet_app.wording import say_error

    try:
        with opened(context, folder) as shop, progress() as bar:
            return backups.check(shop, bar)
    except DamagedClosetError as error:
        return backups.CheckReport((backups.CheckProblem("damage", say_error(error)),), None)


def _as_json(report: CheckReport) -> dict[str, object]:
    facts = report.facts
    return {
        "ok": report.is_sound,
        "problems": [{"kind": each.kind, "words": each.words} for each in report.problems],
        "items": facts.items if facts else None,
        "orders": facts.orders if facts else None,
        "photos": facts.photos if facts else None,
        "photo_bytes": facts.photo_bytes if facts else None,
        "free_bytes": facts.free_bytes if facts else None,
        "last_backup": facts.last_backup.isoformat() if facts and facts.last_backup else None,
    }


def _say_report(report: CheckReport) -> None:
    from closet_app.wording import counted, say_bytes

    for each in report.problems:
        say(f"{each.kind}: {each.words}")
    count = len(report.problems)
    said = counted(count, "{n} problem", "{n} problems") if count else "Everything is in order"
    facts = report.facts
    if facts is None:
        say(said)
        return
    parts = (
        counted(facts.items, "{n} item", "{n} items"),
        counted(facts.orders, "{n} order", "{n} orders"),
        counted(facts.photos, "{n} photo", "{n} photos"),
    )
    say(f"{said}: {', '.join(parts)} ({say_bytes(facts.photo_bytes)})")


COMMANDS: dict[str, Callable[..., None]] = {"backup": backup, "restore": restore, "check": check}
