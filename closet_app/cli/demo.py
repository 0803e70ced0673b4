"""The demo: a shop from the shipped photos, one sale from price to paper, and what was kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from closet_app.cli.orders import order_table
from closet_app.cli.telling import progress, say, table

if TYPE_CHECKING:
    from closet_app.services.clock import Clock
    from closet_app.services.closet import Closet

BUYER, HANDLE = "Marisol Vega-Kim", "marisol.wears"
ADDRESS = "2118 Alder Street, Apt 4; Riverbend, OR 97000"
PIECES = 3
BUNDLE, SHIPPING = Decimal("0.10"), "6.49"
Written = tuple[str, Path, str]


def show(out: Path, resources: Path, clock: Clock) -> None:
    """Do it all in `out` and say what was written and what was kept."""
    from closet_app.services.order_views import order
    from closet_app.services.sample import make_sample
    from closet_app.wording import say_bytes, say_money

    with progress() as bar:
        made = make_sample(out, resources, clock, bar)
    with closing(made) as closet:
        order_id, sold, others = _sell(closet)
        view = order(closet, order_id)
        written = [*_printed(closet, order_id, sold, others, out), *_exported(closet, out)]
    say(f"Sold order {view.number} on {closet.book.find(view.marketplace).name}")
    say(order_table(view, "en_US"))
    say("")
    rows = [(what, str(path), size, say_bytes(path.stat().st_size)) for what, path, size in written]
    say(table(("What", "File", "Holds", "Size"), rows))
    say("")
    say(f"Kept of this order: {say_money(view.profit.totals.profit)}")


def _sell(closet: Closet) -> tuple[int, list[int], list[int]]:
    """Sell the three newest listed pieces in one order; returns it, them, and what is left."""
    from closet_app.domain.addresses import address_from_text
    from closet_app.domain.money import Money, total_of
    from closet_app.services import gallery, orders
    from closet_app.services.records import NewSale

    found = gallery.find(closet, "status:listed on:poshmark has:cost has:price")
    ids, others = found[:PIECES], found[PIECES : 2 * PIECES]
    assumed = orders.sale_defaults(closet, ids, "poshmark")
    sale = NewSale(
        item_ids=tuple(ids),
        prices=assumed.prices,
        marketplace="poshmark",
        sold_on=closet.clock.today(),
        discount=total_of(assumed.prices, closet.currency).part(BUNDLE),
        shipping=Money.of(SHIPPING, closet.currency),
        buyer_name=BUYER,
        buyer_handle=HANDLE,
        address=address_from_text(ADDRESS, "US"),
    )
    return orders.sell(closet, sale)[0], ids, others


def _printed(
    closet: Closet, order_id: int, sold: Sequence[int], others: Sequence[int], out: Path
) -> Iterator[Written]:
    from closet_app.services.prints import PieceKind, PrintRequest, print_to
    from closet_app.wording import counted

    jobs = (
        ("Packing slip", "slip.pdf", PieceKind.SLIP, (order_id,), ()),
        ("Thank-you card", "card.pdf", PieceKind.CARD, (order_id,), tuple(others)),
        ("Address label", "address.pdf", PieceKind.ADDRESS, (order_id,), ()),
        ("Item labels", "labels.pdf", PieceKind.LABEL, tuple(sold), ()),
    )
    for what, name, kind, ids, back in jobs:
        path = out / name
        run = print_to(closet, PrintRequest(kind=kind, ids=ids, back_items=back), path)
        yield what, path, counted(run.pages, "{n} page", "{n} pages")


def _exported(closet: Closet, out: Path) -> Iterator[Written]:
    from closet_app.services import exports
    from closet_app.wording import counted

    year = closet.clock.today().year
    items, sales, summary = (out / f"{name}.csv" for name in ("items", "sales", "summary"))
    counts = (
        ("Items", items, exports.export_items(closet, items)),
        ("Sales", sales, exports.export_sales(closet, sales, year)),
        ("The year", summary, exports.export_summary(closet, summary, year)),
    )
    for what, path, rows in counts:
        yield what, path, counted(rows, "{n} row", "{n} rows")
