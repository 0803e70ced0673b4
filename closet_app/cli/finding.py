"""Commands that look at photos to find pieces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import opened
from closet_app.cli.telling import progress, say, say_json, say_problems, table

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.services.similar import Alike

MOST = 12


def similar(
    context: typer.Context,
    photo: Annotated[
        str, typer.Argument(metavar="PHOTO|SKU", help="A photo, or the number of an item.")
    ],
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, max=500, help="At most so many.")
    ] = MOST,
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Find items that look like a photo or an item; also sold ones, with what they sold for."""
    from closet_app.services import looks
    from closet_app.services.manners import manner_of
    from closet_app.services.similar import find_like

    with opened(context, closet) as shop:
        asked = _asked(shop, photo)
        with progress() as bar:
            problems = looks.measure_missing(shop, looks.unmeasured_of_pieces(shop), bar)
        say_problems(problems)
        found = find_like(shop, asked, limit)
        if as_json:
            say_json([_facts(each, shop.currency) for each in found])
        else:
            say(_text(found, manner_of(shop).locale))


def _asked(shop: Closet, words: str) -> Path | int:
    """The file of that name, else the piece of that number."""
    from closet_app.errors import NotFoundError
    from closet_app.services import items
    from closet_app.wording import tr

    if _may_be_file(Path(words)):
        return Path(words)
    try:
        return items.by_sku(shop, words)
    except NotFoundError as error:
        raise NotFoundError(
            tr("There is neither a photo nor an item “{words}”.").format(words=words)
        ) from error


def _may_be_file(path: Path) -> bool:
    """One in a closed folder counts: reading it says what is wrong."""
    try:
        return path.is_file()
    except OSError as why:
        return isinstance(why, PermissionError)


def _facts(found: Alike, currency: str) -> dict[str, Any]:
    card = found.card
    return {
        "sku": card.sku,
        "title": card.title,
        "brand": card.brand,
        "size": card.size,
        "status": card.status.value,
        "likeness": found.likeness,
        "photo_sha256": found.photo.sha256,
        "asking_minor": None if card.asking is None else card.asking.minor,
        "sold_for_minor": None if found.sold_for is None else found.sold_for.minor,
        "sold_on": found.sold_on.isoformat() if found.sold_on else None,
        "currency": currency,
    }


def _text(found: tuple[Alike, ...], locale: str) -> str:
    from closet_app.services.similar import say_likeness
    from closet_app.wording import say_money, say_status

    if not found:
        return "Nothing looks like it."
    rows = [
        (
            each.card.sku,
            each.card.title,
            each.card.brand,
            say_status(each.card.status),
            f"{each.likeness:.2f}",
            say_likeness(each.likeness),
            "" if each.card.asking is None else say_money(each.card.asking, locale=locale),
            "" if each.sold_for is None else say_money(each.sold_for, locale=locale),
        )
        for each in found
    ]
    headings = ("Number", "Title", "Brand", "Status", "Likeness", "", "Asking", "Sold for")
    return table(headings, rows, right=(4, 6, 7))


COMMANDS: dict[str, Callable[..., None]] = {"similar": similar}
SETTINGS: dict[str, dict[str, Any]] = {}
