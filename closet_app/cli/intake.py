"""`closet intake`: photos become pieces, to look at or as drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli import values
from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import opened, session_of
from closet_app.cli.telling import note, progress, say, say_json, say_problems, table

if TYPE_CHECKING:
    from closet_app.domain.progress import Progress
    from closet_app.services.changed import Problem
    from closet_app.services.closet import Closet
    from closet_app.services.records.intake import IntakeGroup, IntakeView


Photos = Annotated[
    list[Path],
    typer.Argument(metavar="DIR|FILES…", readable=False, help="Folders or photos of one session."),
]
Create = Annotated[
    bool, typer.Option("--create", help="Make the drafts in the closet and say their numbers.")
]
Source = Annotated[
    str | None, typer.Option("--source", metavar="TEXT", help="Where all of it was found.")
]
AcquiredOn = Annotated[
    str | None, typer.Option("--acquired-on", metavar="DATE", help="When it was found.")
]
ReceiptTotal = Annotated[
    str | None,
    typer.Option(
        "--receipt-total", metavar="AMOUNT", help="What was paid for all, shared to the cent."
    ),
]
BinName = Annotated[
    str | None, typer.Option("--bin", metavar="TEXT", help="Where all of it will lie.")
]


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of the photos; `created` are the numbers of the drafts, `missing` sentences."""

    groups: Sequence[IntakeGroup]
    problems: Sequence[Problem]
    created: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def intake(
    context: typer.Context,
    photos: Photos,
    *,
    create: Create = False,
    source: Source = None,
    acquired_on: AcquiredOn = None,
    receipt_total: ReceiptTotal = None,
    bin_name: BinName = None,
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Group the photos of a session into items, read their tags and suggest facts.

    Nothing is kept without --create, and no closet is needed.
    """
    from closet_app.errors import UserError

    given = {
        "source": source,
        "acquired_on": acquired_on,
        "receipt": receipt_total,
        "bin": bin_name,
    }
    shared = {key: text for key, text in given.items() if text is not None}
    _check_shared(shared, create=create)
    _check_there(photos, as_json=as_json)
    with _closet(context, closet, create=create) as shop, progress() as bar:
        try:
            seen = _taken(shop, photos, shared, bar, create=create)
        except UserError as error:
            if as_json:
                say_json(_json(Seen((), error.facts.get("problems", ()))))
            raise
    _say(seen, create=create, as_json=as_json)


def _check_shared(shared: dict[str, str], *, create: bool) -> None:
    if shared and not create:
        option = {"acquired_on": "--acquired-on", "receipt": "--receipt-total"}
        name = next(iter(shared))
        raise values.wrong(option.get(name, f"--{name}"), "This needs --create.")


def _check_there(photos: Sequence[Path], *, as_json: bool) -> None:
    from closet_app.services.changed import Problem

    absent = [Problem(str(path), f"{path} does not exist.") for path in photos if _is_absent(path)]
    if absent and as_json:
        say_json(_json(Seen((), absent)))
    if absent:
        raise values.wrong("DIR|FILES…", absent[0].why)


def _is_absent(path: Path) -> bool:
    """Whether nothing is there; what may not be looked at is named with the photos."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


@contextmanager
def _closet(context: typer.Context, given: Path | None, *, create: bool) -> Iterator[Closet]:
    """The seller's closet when drafts are made, else one that is gone afterwards."""
    from closet_app.services.intake.trial import trial_closet

    around = session_of(context).around
    chosen = opened(context, given) if create else trial_closet(around.resources, around.clock)
    with chosen as shop:
        yield shop


def _taken(
    shop: Closet,
    photos: Sequence[Path],
    shared: dict[str, str],
    bar: Progress,
    *,
    create: bool,
) -> Seen:
    from closet_app.services import intake as session

    known = _known(shop, shared)
    intake_id, changed = session.begin(shop, photos, bar)
    problems = [*changed.problems, *session.read_behind(shop, intake_id, bar)]
    view = session.view(shop, intake_id)
    if known:
        session.share(shop, intake_id, **known)
    created = _created(shop, view) if create else ()
    return Seen(view.groups, problems, created, shop.eyes.missing)


def _known(shop: Closet, shared: dict[str, str]) -> dict[str, Any]:
    """What is the same for all, read before a photo is touched."""
    from closet_app.services.manners import manner_of

    manner = manner_of(shop)
    read: dict[str, Callable[[str], Any]] = {
        "acquired_on": lambda text: values.day(text, manner, "--acquired-on"),
        "receipt": lambda text: values.money(text, manner, "--receipt-total"),
    }
    return {key: read.get(key, str)(text) for key, text in shared.items()}


def _created(shop: Closet, view: IntakeView) -> tuple[str, ...]:
    from closet_app.services import intake as session
    from closet_app.services import pieces

    changed = session.create_drafts(shop, view.id)
    return tuple(piece.facts.sku for piece in pieces.pieces(shop, sorted(changed.items)))


def _say(seen: Seen, *, create: bool, as_json: bool) -> None:
    for sentence in seen.missing:
        note(sentence)
    if as_json:
        said = _json(seen)
        say_json({**said, "created": list(seen.created)} if create else said)
        return
    say_problems(seen.problems)
    say(_table(seen))


def _json(seen: Seen) -> dict[str, Any]:
    return {
        "groups": [_group(group) for group in seen.groups],
        "problems": [{"file": each.name, "why": each.why} for each in seen.problems],
    }


def _group(group: IntakeGroup) -> dict[str, Any]:
    return {
        "files": [photo.original_name for photo in group.photos],
        "confidence": round(group.confidence, 3),
        "suggestions": {
            field: {
                "value": each.value,
                "confidence": round(each.confidence, 3),
                "from": each.origin.value,
            }
            for field, each in group.suggestions.items()
        },
        "warnings": [warning.words for warning in group.warnings],
    }


def _table(seen: Seen) -> str:
    numbers = iter(seen.created)
    rows = [
        (
            next(numbers, str(group.number)),
            str(len(group.photos)),
            _files(group),
            f"{group.confidence:.0%}",
            ", ".join(each.value for each in group.suggestions.values()),
            " ".join(warning.words for warning in group.warnings),
        )
        for group in seen.groups
    ]
    headings = ("Item", "Photos", "Files", "Sure", "Suggested", "Look at")
    return table(headings, rows, right=(1, 3))


def _files(group: IntakeGroup) -> str:
    names = [photo.original_name for photo in group.photos]
    return names[0] if len(names) == 1 else f"{names[0]} … {names[-1]}"


COMMANDS: dict[str, Callable[..., None]] = {"intake": intake}
SETTINGS: dict[str, dict[str, Any]] = {}
