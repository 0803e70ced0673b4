"""Commands at the packing table: what to pack, each piece checked, labels, packed and shipped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli.options import AsJson, ClosetDir, Number
from closet_app.cli.session import opened, session_of
from closet_app.cli.telling import note, say, say_json, say_problems, table

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.services.records.packing import (
        PackList,
        PackOrder,
        PackPiece,
        PullPiece,
        PullStop,
    )
    from closet_app.services.records.supplies import Supply
    from closet_app.wording import Manner

Orders = Annotated[list[int], typer.Argument(metavar="ORDER", help="Numbers of orders.")]


def pack(context: typer.Context, as_json: AsJson = False, closet: ClosetDir = None) -> None:
    """What to pack, by bin, and the orders it is for."""
    session = session_of(context)
    session.folder = closet or session.folder
    if context.invoked_subcommand is not None:
        return
    from closet_app.services import pack_station, supplies
    from closet_app.services.manners import manner_of

    with opened(context, None) as shop:
        found, low = pack_station.to_pack(shop), supplies.to_reorder(shop)
        stops, manner = pack_station.stops_of(found.orders), manner_of(shop)
    if as_json:
        say_json(_as_facts(found, stops, low))
        return
    if not found.orders:
        say("Nothing to pack.")
    else:
        tables = (_bins_table(stops) if stops else "", _orders_table(found, manner))
        say("\n\n".join(each for each in tables if each))
    for supply in low:
        note(supply.words)


def check(
    context: typer.Context,
    label: Annotated[str, typer.Argument(metavar="SKU", help="Number, barcode or listing link.")],
    closet: ClosetDir = None,
) -> None:
    """Confirm the item in hand, as scanning its label does."""
    from closet_app.errors import UserError
    from closet_app.services import pack_station

    with opened(context, closet) as shop:
        found = pack_station.check_scanned(shop, label)
    if not found.fits:
        raise UserError(found.words)
    say(found.words)


def attach(
    context: typer.Context,
    number: Number,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The label: PDF, PNG or JPEG.")],
    closet: ClosetDir = None,
) -> None:
    """Keep the marketplace's label with its order."""
    from closet_app.services import order_files

    with opened(context, closet) as shop:
        changed = order_files.attach_label(shop, _order_id(shop, number), file)
    say(changed.label)
    say_problems(changed.problems)


def track(
    context: typer.Context,
    number: Number,
    tracking: Annotated[str, typer.Argument(metavar="TRACKING", help="The tracking number.")],
    carrier: Annotated[str, typer.Option("--carrier", metavar="NAME", help="Else guessed.")] = "",
    closet: ClosetDir = None,
) -> None:
    """Note a tracking number, and say where it is followed."""
    from closet_app.services import parcels

    with opened(context, closet) as shop:
        parcels.set_tracking(shop, _order_id(shop, number), tracking, carrier)
        seen = parcels.look_at_tracking(shop, tracking, carrier)
    say(" ".join(part for part in (seen.carrier, seen.number, seen.link) if part))
    if seen.doubt:
        note(seen.doubt)


def packed(context: typer.Context, orders: Orders, closet: ClosetDir = None) -> None:
    """Mark orders packed."""
    from closet_app.services import order_steps

    _mark(context, orders, closet, order_steps.mark_all_packed)


def shipped(context: typer.Context, orders: Orders, closet: ClosetDir = None) -> None:
    """Mark orders shipped today."""
    from closet_app.services import order_steps

    _mark(context, orders, closet, order_steps.mark_all_shipped)


def group(settings: Mapping[str, Any]) -> typer.Typer:
    """`closet pack` alone and with its commands."""
    made = typer.Typer(help=pack.__doc__, **settings)
    made.callback(invoke_without_command=True)(pack)
    for name, command in COMMANDS.items():
        made.command(name)(command)
    return made


def _mark(
    context: typer.Context,
    orders: Sequence[int],
    closet: Path | None,
    mark: Callable[[Closet, Sequence[int]], Any],
) -> None:
    with opened(context, closet) as shop:
        changed = mark(shop, [_order_id(shop, number) for number in orders])
    if len(changed.problems) < len(orders):
        say(changed.label)
    say_problems(changed.problems)
    if changed.problems:
        raise typer.Exit(1)


def _order_id(shop: Closet, number: int) -> int:
    from closet_app.services import order_views

    return order_views.by_number(shop, number)


def _bins_table(stops: Sequence[PullStop]) -> str:
    rows = [
        (
            stop.bin or "no bin",
            pull.piece.sku,
            pull.piece.title,
            str(pull.number),
            _tick(pull.piece),
        )
        for stop in stops
        for pull in stop.pieces
    ]
    return table(("Bin", "Number", "Title", "Order", "Checked"), rows, right=(3,))


def _orders_table(found: PackList, manner: Manner) -> str:
    from closet_app.wording import say_date

    rows = []
    for each in found.orders:
        day = say_date(each.ship_by, manner.today, locale=manner.locale) if each.ship_by else ""
        size = str(len(each.pieces))
        rows.append((str(each.number), each.buyer, each.marketplace, day, size, _remarks(each)))
    headings = ("Order", "Buyer", "Marketplace", "Ship by", "Items", "Note")
    return table(headings, rows, right=(0, 4))


def _remarks(order: PackOrder) -> str:
    from closet_app.wording import say_line_state

    said = (
        say_line_state(order.status) if order.packed_at else "",
        "Gift, no prices." if order.gift else "",
        "All of it was refunded." if order.refunded else "",
        "Address missing." if order.address_missing else "",
        order.over_limit,
    )
    return " ".join(part for part in said if part)


def _tick(piece: PackPiece) -> str:
    return "yes" if piece.checked else ""


def _as_facts(found: PackList, stops: Sequence[PullStop], low: Sequence[Supply]) -> dict[str, Any]:
    late = {each.id for each in found.late}
    return {
        "today": found.today.isoformat(),
        "bins": [
            {"bin": stop.bin, "pieces": [_pull(each) for each in stop.pieces]} for stop in stops
        ],
        "orders": [_order(each, late=each.id in late) for each in found.orders],
        "reorder": [
            {"name": each.name, "unit": each.unit, "left": each.left, "reorder_at": each.reorder_at}
            for each in low
        ],
    }


def _pull(pull: PullPiece) -> dict[str, Any]:
    piece = pull.piece
    return {"sku": piece.sku, "title": piece.title, "order": pull.number, "checked": piece.checked}


def _order(order: PackOrder, *, late: bool) -> dict[str, Any]:
    return {
        "number": order.number,
        "marketplace": order.marketplace,
        "buyer": order.buyer,
        "status": order.status.value,
        "ship_by": order.ship_by.isoformat() if order.ship_by else None,
        "late": late,
        "gift": order.gift,
        "address_missing": order.address_missing,
        "refunded": order.refunded,
        "weight_mg": order.weight.milligrams if order.weight else None,
        "parcel": order.parcel,
        "over_limit": order.over_limit,
        "tracking": order.tracking,
        "carrier": order.carrier,
        "tracking_link": order.tracking_link,
        "labels": len(order.labels),
        "parcel_photos": len(order.parcel_photos),
        "pieces": [
            {"sku": each.sku, "title": each.title, "bin": each.bin, "checked": each.checked}
            for each in order.pieces
        ],
        "steps": [
            {
                "words": each.words,
                "done": each.done,
                "supply": each.supply,
                "quantity": each.quantity,
                "left": each.left,
                "warning": each.warning,
            }
            for each in order.steps
        ],
    }


COMMANDS: dict[str, Callable[..., None]] = {
    "check": check,
    "label": attach,
    "track": track,
    "packed": packed,
    "shipped": shipped,
}
