"""Commands about a sale: quote and sell."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli import values
from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import opened, session_of
from closet_app.cli.telling import note, say, say_json

if TYPE_CHECKING:
    from closet_app.domain.fees import RuleBook
    from closet_app.domain.profit import Quote, SaleTerms
    from closet_app.services.closet import Closet
    from closet_app.services.records import MarketplaceDefaults
    from closet_app.wording import Manner

Market = Annotated[str, typer.Option("--marketplace", metavar="M", help="Its id or name.")]
Amount = Annotated[str | None, typer.Option(metavar="AMOUNT")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Day of the sale; today.")]


def quote(
    context: typer.Context,
    *,
    marketplace: Market,
    price: Annotated[str, typer.Option("--price", metavar="P", help="Price of the item.")],
    discount: Amount = None,
    shipping: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="What the buyer pays for shipping.")
    ] = None,
    tax: Annotated[str | None, typer.Option(metavar="AMOUNT", help="Tax the buyer pays.")] = None,
    fee_class: Annotated[
        str, typer.Option("--class", metavar="CLASS", help="Fee class of the item.")
    ] = "clothing",
    on: On = None,
    cost: Annotated[str | None, typer.Option(metavar="AMOUNT", help="What you paid.")] = None,
    postage: Amount = None,
    supplies: Amount = None,
    own_label: Annotated[
        bool | None,
        typer.Option(
            "--own-label/--marketplace-label", help="Whose label: then shipping is yours."
        ),
    ] = None,
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Say what a sale would leave. With --closet the shop's assumptions fill what is not given."""
    from closet_app.domain import profit

    with ExitStack() as stack:
        book, manner, assumed = _basis(context, closet, marketplace, stack)
        place = values.marketplace(book, marketplace)
        _require_class(book, fee_class)
        given: dict[str, Any] = {
            name: values.maybe_money(text, manner, f"--{name}")
            for name, text in (
                ("discount", discount), ("shipping", shipping), ("tax", tax), ("cost", cost),
                ("postage", postage), ("supplies", supplies),
            )
        }  # fmt: skip
        terms = profit.SaleTerms(
            marketplace=place,
            on=values.day(on, manner, "--on") or manner.today,
            price=values.money(price, manner, "--price"),
            fee_class=fee_class,
            own_label=bool(own_label),
            **given,
        )
        found = profit.quote(book, _assuming(terms, assumed, own_label))
    if as_json:
        say_json(_as_json(found))
    else:
        _say_quote(found, manner)


def sell(
    context: typer.Context,
    skus: Annotated[list[str], typer.Argument(metavar="SKU", help="The items of one order.")],
    *,
    marketplace: Market,
    price: Annotated[
        list[str], typer.Option("--price", metavar="P", help="Once for each item, in order.")
    ],
    on: On = None,
    buyer: Annotated[str, typer.Option(metavar="NAME", help="Name of the buyer.")] = "",
    handle: Annotated[
        str, typer.Option(metavar="NAME", help="What the buyer is called there.")
    ] = "",
    address: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Lines parted by line ends, semicolons or commas."),
    ] = None,
    shipping_charged: Amount = None,
    own_label: Annotated[
        bool | None, typer.Option("--own-label/--marketplace-label", help="Whose label it is.")
    ] = None,
    discount: Amount = None,
    postage: Amount = None,
    supplies: Amount = None,
    tax: Amount = None,
    fee_charged: Amount = None,
    closet: ClosetDir = None,
) -> None:
    """Mark items sold in one order. Says its number; what is not given is as usual there."""
    from closet_app.services import items, order_views, orders
    from closet_app.services.manners import manner_of
    from closet_app.services.records import NewSale

    if len(price) != len(skus):
        raise values.wrong("--price", f"There are {len(skus)} items and {len(price)} prices.")
    with opened(context, closet) as shop:
        manner = manner_of(shop)
        amounts: dict[str, Any] = {
            name: values.maybe_money(text, manner, f"--{name.replace('_', '-')}")
            for name, text in (
                ("discount", discount), ("postage", postage), ("supplies", supplies),
                ("tax", tax), ("fee_charged", fee_charged),
            )
        }  # fmt: skip
        sale = NewSale(
            marketplace=values.marketplace(shop.book, marketplace),
            prices=tuple(values.money(each, manner, "--price") for each in price),
            sold_on=values.day(on, manner, "--on") or manner.today,
            item_ids=tuple(items.by_sku(shop, sku) for sku in skus),
            buyer_name=buyer,
            buyer_handle=handle,
            address=_address(shop, address),
            shipping=values.maybe_money(shipping_charged, manner, "--shipping-charged"),
            own_label=own_label,
            **amounts,
        )
        order_id, _ = orders.sell(shop, sale)
        view = order_views.order(shop, order_id)
        for each in view.take_downs:
            note(f"{each.sku} is still listed on {shop.book.find(each.marketplace).name}.")
        say(str(view.number))


def _basis(
    context: typer.Context, closet: Path | None, marketplace: str, stack: ExitStack
) -> tuple[RuleBook, Manner, MarketplaceDefaults | None]:
    """The rule book, a way of writing, and what the shop assumes there if one was named."""
    from closet_app.services.manners import manner_of
    from closet_app.services.reference import read_reference
    from closet_app.services.shop import marketplaces
    from closet_app.wording import Manner

    session = session_of(context)
    if closet or session.folder:
        shop = stack.enter_context(opened(context, closet))
        place = values.marketplace(shop.book, marketplace)
        known = (each for each in marketplaces(shop) if each.marketplace == place)
        return shop.book, manner_of(shop), next(known, None)
    reference = read_reference(session.around.resources)
    manner = Manner(taxonomy=reference.taxonomy, today=session.around.clock.today())
    return reference.book, manner, None


def _assuming(
    terms: SaleTerms, assumed: MarketplaceDefaults | None, own_label: bool | None
) -> SaleTerms:
    from dataclasses import replace

    from closet_app.domain.units import Percent

    if assumed is None:
        return terms
    filled: dict[str, Any] = {
        name: getattr(assumed, name)
        for name in ("shipping", "postage", "supplies")
        if getattr(terms, name) is None
    }
    if terms.tax is None:
        filled["tax_percent"] = Percent(assumed.tax_percent)
    if own_label is None:
        filled["own_label"] = assumed.own_label
    return replace(terms, **filled)


def _require_class(book: RuleBook, fee_class: str) -> None:
    known = [each.id for each in book.fee_classes]
    if fee_class not in known:
        raise values.wrong(
            "--class", f"There is no fee class “{fee_class}”. Choose from {', '.join(known)}."
        )


def _as_json(found: Quote) -> dict[str, Any]:
    rule = found.fee.rule
    return {
        "marketplace": found.marketplace,
        "currency": found.payout.currency,
        "price_minor": found.terms.price.minor,
        "fee_minor": found.fee.total.minor,
        "parts": [{"name": each.name, "minor": each.money.minor} for each in found.fee.parts],
        "payout_minor": found.payout.minor,
        "keep_minor": found.keep.minor,
        "rule": {
            "id": rule.id,
            "from": rule.start.isoformat() if rule.start else None,
            "source": rule.source,
            "checked_on": rule.checked_on.isoformat(),
            "unverified": rule.unverified,
            "note": rule.note,
        },
    }


def _say_quote(found: Quote, manner: Manner) -> None:
    from closet_app.wording import say_date, say_money

    rule, locale = found.fee.rule, manner.locale
    rows = [
        ("Price", found.terms.price),
        *((each.name, -each.money) for each in found.fee.parts),
        ("Payout", found.payout),
        ("Postage", -found.postage),
        ("Supplies", -found.supplies),
        ("Paid", -found.cost),
        ("You keep", found.keep),
    ]
    always = ("Price", "Payout", "You keep")
    shown = [
        (name, say_money(each, locale=locale)) for name, each in rows if each or name in always
    ]
    width = max(len(name) for name, _ in shown)
    right = max(len(amount) for _, amount in shown)
    for name, amount in shown:
        say(f"{name:<{width}}  {amount:>{right}}")
    since = f" since {say_date(rule.start, manner.today, weekday=False)}" if rule.start else ""
    doubt = "; not verified" if rule.unverified else ""
    say(f"Rule {rule.id}{since}, checked {rule.checked_on.isoformat()}{doubt}")
    if rule.note:
        say(rule.note)


def _address(shop: Closet, text: str | None) -> Any:  # noqa: ANN401 - an Address or None
    from closet_app.domain.addresses import address_from_text
    from closet_app.services.shop import shop as read_shop

    return None if not text else address_from_text(text, read_shop(shop).country)


COMMANDS: dict[str, Callable[..., None]] = {"quote": quote, "sell": sell}
SETTINGS: dict[str, dict[str, Any]] = {}
