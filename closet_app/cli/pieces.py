"""Commands about items: add, list, show, edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from closet_app.cli import values
from closet_app.cli.options import SORTS, AsJson, ClosetDir, Sku
from closet_app.cli.session import opened
from closet_app.cli.telling import progress, say, say_json, say_problems, table

Words = Annotated[str | None, typer.Option(metavar="TEXT")]
Amount = Annotated[str | None, typer.Option(metavar="AMOUNT")]


def add(
    context: typer.Context,
    photos: Annotated[list[Path] | None, typer.Argument(metavar="PHOTO", readable=False)] = None,
    *,
    title: Words = None,
    brand: Words = None,
    size: Words = None,
    department: Words = None,
    category: Words = None,
    color: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Once for each, or parted by commas.")
    ] = None,
    condition: Words = None,
    cost: Amount = None,
    price: Amount = None,
    bin_name: Annotated[str | None, typer.Option("--bin", metavar="TEXT")] = None,
    source: Annotated[str | None, typer.Option(metavar="TEXT", help="Where you found it.")] = None,
    acquired_on: Annotated[str | None, typer.Option(metavar="DATE")] = None,
    closet: ClosetDir = None,
) -> None:
    """Add one item with its photos and say its number."""
    from closet_app.domain.item import ItemFacts
    from closet_app.services import items, pieces
    from closet_app.services.manners import manner_of

    typed = {
        "title": title, "brand": brand, "size": size, "department": department,
        "category": category, "color": ", ".join(color) if color else None,
        "condition": condition, "cost": cost, "price": price, "bin": bin_name, "source": source,
        "acquired_on": acquired_on,
    }  # fmt: skip
    with opened(context, closet) as shop:
        given = ((name, text) for name, text in typed.items() if text is not None)
        facts: dict[str, Any] = dict(values.field_values(given, manner_of(shop)))
        spelled = shop.reference.taxonomy.spelled(ItemFacts(**facts))
        with progress() as bar:
            item_id, changed = items.add_item(shop, spelled, photos or (), bar)
        say_problems(changed.problems)
        say(pieces.piece(shop, item_id).facts.sku)


def list_items(
    context: typer.Context,
    query: Annotated[list[str] | None, typer.Argument(metavar="QUERY")] = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="ORDER", help=f"One of {', '.join(SORTS)}.")
    ] = SORTS[0],
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Say it as CSV.")] = False,
    closet: ClosetDir = None,
) -> None:
    """List items. All, or those a search finds, like brand:madewell -size:XL price:20..150."""
    from closet_app.cli import facts
    from closet_app.cli.queries import search_text
    from closet_app.services import catalogue
    from closet_app.services.manners import manner_of

    words = search_text(query or ())
    if sort not in SORTS:
        raise values.wrong("--sort", f"“{sort}” is no order. Choose from {', '.join(SORTS)}.")
    with opened(context, closet) as shop:
        found = catalogue.listed(shop, words, sort)
        currency, locale = shop.currency, manner_of(shop).locale
    if as_json:
        say_json([facts.listed_item(each, currency) for each in found])
    elif as_csv:
        typer.echo(facts.list_csv(found, currency), nl=False)
    else:
        say(table(*facts.list_table(found, locale), right=(5, 6, 7)))


def show(
    context: typer.Context, sku: Sku, as_json: AsJson = False, closet: ClosetDir = None
) -> None:
    """Show one item. Also says what you keep of it on each marketplace."""
    from closet_app.cli import facts
    from closet_app.services import catalogue

    with opened(context, closet) as shop:
        whole = catalogue.whole_item(shop, sku)
        if as_json:
            say_json(facts.whole_item(whole, shop.currency))
        else:
            say(facts.item_text(shop, whole))


def edit(
    context: typer.Context,
    sku: Sku,
    changes: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE")],
    closet: ClosetDir = None,
) -> None:
    """Change an item. Like price=34 bin=B-04 title="Breton tee"; no value clears a field."""
    from dataclasses import replace

    from closet_app.services import items, pieces
    from closet_app.services.manners import manner_of

    pairs = [values.pair(each, "FIELD=VALUE") for each in changes]
    with opened(context, closet) as shop:
        typed: dict[str, Any] = dict(values.field_values(pairs, manner_of(shop)))
        item_id = items.by_sku(shop, sku)
        before = pieces.piece(shop, item_id).facts
        spelled = shop.reference.taxonomy.spelled(replace(before, **typed))
        changed = items.edit(shop, [item_id], {key: getattr(spelled, key) for key in typed})
        say(changed.label if changed else "Nothing was different.")


COMMANDS: dict[str, Callable[..., None]] = {
    "add": add,
    "list": list_items,
    "show": show,
    "edit": edit,
}
SETTINGS: dict[str, dict[str, Any]] = {
    "list": {"context_settings": {"ignore_unknown_options": True}}
}
