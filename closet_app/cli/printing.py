"""Commands that print: slips, cards, address labels and item labels, all as PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from closet_app.cli import values
from closet_app.cli.options import ClosetDir
from closet_app.cli.print_run import run
from closet_app.cli.session import opened
from closet_app.cli.telling import progress, say, say_problems

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.services.prints import PieceKind, PrintRequest

PDF = ".pdf"
Orders = Annotated[list[int], typer.Argument(metavar="ORDER", help="Numbers of orders.")]
Out = Annotated[Path, typer.Option("--out", metavar="FILE.pdf", help="The PDF to write.")]
StockId = Annotated[
    str, typer.Option("--stock", metavar="ID", help="Paper, card or labels; else the shop's.")
]
Gift = Annotated[
    bool | None, typer.Option("--gift/--no-gift", help="Without prices; else as the order says.")
]


def slip(
    context: typer.Context,
    orders: Orders,
    out: Out,
    stock: StockId = "",
    gift: Gift = None,
    closet: ClosetDir = None,
) -> None:
    """Packing slips."""
    values.ending(out, PDF)
    with opened(context, closet) as shop:
        _print(shop, "slip", out, stock, ids=_order_ids(shop, orders), gift=gift)


def card(
    context: typer.Context,
    orders: Orders,
    out: Out,
    stock: StockId = "",
    back: Annotated[
        list[str] | None,
        typer.Option("--back", metavar="SKU", help="An item for the back, up to three times."),
    ] = None,
    closet: ClosetDir = None,
) -> None:
    """Thank-you cards."""
    values.ending(out, PDF)
    with opened(context, closet) as shop:
        items = _item_ids(shop, back or ())
        _print(shop, "card", out, stock, ids=_order_ids(shop, orders), back_items=items)


def address(
    context: typer.Context,
    orders: Orders,
    out: Out,
    stock: StockId = "",
    closet: ClosetDir = None,
) -> None:
    """Address labels."""
    values.ending(out, PDF)
    with opened(context, closet) as shop:
        _print(shop, "address", out, stock, ids=_order_ids(shop, orders))


def label(
    context: typer.Context,
    skus: Annotated[list[str], typer.Argument(metavar="SKU", help="Numbers of items.")],
    out: Out,
    stock: StockId = "",
    start: Annotated[
        int, typer.Option("--start", metavar="N", min=1, help="First free label of the sheet.")
    ] = 1,
    closet: ClosetDir = None,
) -> None:
    """Item labels."""
    values.ending(out, PDF)
    with opened(context, closet) as shop:
        _print(shop, "label", out, stock, ids=_item_ids(shop, skus), start_cell=start)


def _print(shop: Closet, kind: str, out: Path, stock: str, **wanted: object) -> None:
    from closet_app.services.prints import PieceKind, PrintRequest, print_to
    from closet_app.wording import counted

    piece = PieceKind(kind)
    _require_stock(shop, piece, stock)
    request: PrintRequest = PrintRequest(kind=piece, stock=stock, **wanted)  # type: ignore[arg-type]  # fields named above
    with progress() as bar:
        run = print_to(shop, request, out, bar)
    say_problems(run.problems)
    say(f"Wrote {out} ({counted(run.pages, '{n} page', '{n} pages')})")


def _require_stock(shop: Closet, kind: PieceKind, stock: str) -> None:
    from closet_app.services.prints import stocks_for

    known = [each.id for each in stocks_for(shop, kind)]
    if stock and stock not in known:
        raise values.wrong("--stock", f"There is no “{stock}”. Choose from {', '.join(known)}.")


def _order_ids(shop: Closet, numbers: Sequence[int]) -> tuple[int, ...]:
    from closet_app.services.order_views import by_number

    return tuple(by_number(shop, number) for number in numbers)


def _item_ids(shop: Closet, skus: Sequence[str]) -> tuple[int, ...]:
    from closet_app.services.items import by_sku

    return tuple(by_sku(shop, sku) for sku in skus)


COMMANDS: dict[str, Callable[..., None]] = {
    "run": run,
    "slip": slip,
    "card": card,
    "address": address,
    "label": label,
}
