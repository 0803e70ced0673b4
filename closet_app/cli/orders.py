"""Commands about an order: order, refund, return."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli import values
from closet_app.cli.options import AsJson, ClosetDir, Number
from closet_app.cli.session import opened
from closet_app.cli.telling import say, say_json, table

if TYPE_CHECKING:
    from closet_app.domain.profit import LineProfit
    from closet_app.services.records import OrderLine, OrderView

PARTS = ("price", "discount", "shipping", "fee", "postage", "supplies", "refund", "cost", "profit")


def order(
    context: typer.Context, number: Number, as_json: AsJson = False, closet: ClosetDir = None
) -> None:
    """Show one order. Its items, and what became of the money."""
    from closet_app.services import order_views
    from closet_app.services.manners import manner_of

    with opened(context, closet) as shop:
        view = order_views.order(shop, order_views.by_number(shop, number))
        manner = manner_of(shop)
    if as_json:
        say_json(as_facts(view))
        return
    from closet_app.wording import say_date, say_line_state

    buyer = f" · {view.buyer.name or view.buyer.handle}" if view.buyer else ""
    day = say_date(view.sold_on, manner.today, locale=manner.locale)
    say(f"Order {view.number} · {view.marketplace} · {say_line_state(view.status)} · {day}{buyer}")
    say(order_table(view, manner.locale))


def refund(
    context: typer.Context,
    number: Number,
    amount: Annotated[str, typer.Option("--amount", metavar="A", help="What you give back.")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE")] = None,
    reason: Annotated[str, typer.Option("--reason")] = "",
    closet: ClosetDir = None,
) -> None:
    """Record money given back to the buyer."""
    from closet_app.services import order_steps, order_views
    from closet_app.services.manners import manner_of

    with opened(context, closet) as shop:
        manner = manner_of(shop)
        money = values.money(amount, manner, "--amount")
        day = values.day(on, manner, "--on")
        order_id = order_views.by_number(shop, number)
        say(order_steps.refund(shop, order_id, money.minor, day, reason).label)


def take_back(
    context: typer.Context,
    number: Number,
    skus: Annotated[
        list[str] | None, typer.Argument(metavar="SKU", help="Some of its items; else all.")
    ] = None,
    restock: Annotated[
        bool, typer.Option("--restock", help="Put them into stock again, their cost given back.")
    ] = False,
    closet: ClosetDir = None,
) -> None:
    """Record items that came back."""
    from closet_app.services import order_steps, order_views

    with opened(context, closet) as shop:
        view = order_views.order(shop, order_views.by_number(shop, number))
        lines = _lines(view, skus or ())
        say(order_steps.return_lines(shop, view.id, lines, to_stock=restock).label)


def as_facts(view: OrderView) -> dict[str, Any]:
    """What `closet order --json` says; the totals stand beside the lines and in `totals`."""
    charged = view.fee_charged
    totals = _parts(view.profit.totals)
    return {
        "number": view.number,
        "status": view.status.value,
        "currency": view.currency,
        "marketplace": view.marketplace,
        "marketplace_number": view.marketplace_number,
        "buyer": view.buyer.name if view.buyer else "",
        "handle": view.buyer.handle if view.buyer else "",
        "sold_on": view.sold_on.isoformat(),
        "ship_by": view.ship_by.isoformat() if view.ship_by else None,
        "shipped_on": view.shipped_on.isoformat() if view.shipped_on else None,
        "delivered_on": view.delivered_on.isoformat() if view.delivered_on else None,
        "cancelled_on": view.cancelled_on.isoformat() if view.cancelled_on else None,
        "own_label": view.own_label,
        "tracking": view.tracking,
        "lines": [_line(each) for each in view.lines],
        **totals,
        "totals": totals,
        "shipping_received_minor": view.profit.totals.shipping_received.minor,
        "tax_minor": view.tax.minor,
        "fee_expected_minor": view.fee_expected.minor,
        "fee_charged_minor": None if charged is None else charged.minor,
        "payout_minor": view.profit.payout.minor,
        "take_down": [
            {"sku": each.sku, "marketplace": each.marketplace, "done": each.done}
            for each in view.take_downs
        ],
    }


def order_table(view: OrderView, locale: str) -> str:
    """Each item's part of everything, and the totals below."""
    headings = (
        "Number", "Title", "Price", "Discount", "Shipping", "Fee", "Postage", "Supplies", "Refund",
        "Paid", "Keep",
    )  # fmt: skip
    rows = [(each.sku, each.title, *_said(each.profit, locale)) for each in view.lines]
    rows.append(("", "Total", *_said(view.profit.totals, locale)))
    return table(headings, rows, right=range(2, len(headings)))


def _line(line: OrderLine) -> dict[str, Any]:
    return {
        "sku": line.sku,
        "title": line.title,
        "state": line.state.value,
        "restocked": line.restocked,
        "cost_known": line.cost_known,
        **_parts(line.profit),
    }


def _parts(share: LineProfit) -> dict[str, int]:
    return {f"{name}_minor": getattr(share, name).minor for name in PARTS}


def _said(share: LineProfit, locale: str) -> tuple[str, ...]:
    from closet_app.wording import say_money

    names = ("shipping_received" if name == "shipping" else name for name in PARTS)
    return tuple(say_money(getattr(share, name), locale=locale) for name in names)


def _lines(view: OrderView, skus: Sequence[str]) -> list[int]:
    """The lines of these numbers; of two equal ones the first that is not back yet."""
    from closet_app.domain.sku import sku_key
    from closet_app.errors import NotFoundError
    from closet_app.wording import tr

    chosen: list[int] = []
    for sku in skus:
        found = (
            line.id
            for line in view.lines
            if sku_key(line.sku) == sku_key(sku) and line.id not in chosen
        )
        line_id = next(found, None)
        if line_id is None:
            words = tr("There is no item {sku} in order {number}.")
            raise NotFoundError(words.format(sku=sku, number=view.number))
        chosen.append(line_id)
    return chosen


COMMANDS: dict[str, Callable[..., None]] = {"order": order, "refund": refund, "return": take_back}
SETTINGS: dict[str, dict[str, Any]] = {}
