"""A parcel's weight and size, how heavy a label lets it be, and where it is followed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from closet_app.db.ledger import reading
from closet_app.db.records import OrderRecord
from closet_app.domain.carriers import find_carrier, guess_carrier, plain_number
from closet_app.domain.carriers import tracking_link as link_of
from closet_app.domain.label_limits import LabelLimit, limit_of, read_limits
from closet_app.domain.text import clean_line
from closet_app.domain.units import Weight
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.records import Shop
from closet_app.services.shop import read_shop
from closet_app.services.writing import writing
from closet_app.wording import say_weight, tr


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of labels with each marketplace's name."""

    rows: tuple[LabelLimit, ...]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Tracking:
    """A tracking number as carriers take it; the sentence `doubt` when it looks mistyped."""

    number: str
    carrier: str
    link: str
    doubt: str


def set_parcel(closet: Closet, order_id: int, weight: Weight | None, parcel: str) -> Changed:
    """What the packed parcel weighs and measures; the size is the seller's own words."""
    milligrams = weight.milligrams if weight else None
    with writing(closet, tr("Changed the parcel")) as step:
        order = step.ledger.get(OrderRecord, order_id)
        step.ledger.put(replace(order, weight_mg=milligrams, parcel=clean_line(parcel)))
    return step.changed


def set_tracking(closet: Closet, order_id: int, number: str, carrier: str = "") -> Changed:
    """The parcel's tracking number; it tells its carrier when none is given. Empty takes it off."""
    kept = plain_number(number)
    with writing(closet, tr("Changed the tracking number")) as step:
        order = step.ledger.get(OrderRecord, order_id)
        named = clean_line(carrier) or carrier_of(read_shop(step.ledger), kept)
        step.ledger.put(replace(order, tracking=kept, carrier=named))
    return step.changed


def look_at_tracking(closet: Closet, number: str, carrier: str = "") -> Tracking:
    """What a typed or scanned tracking number looks like; nothing is written."""
    with reading(closet.database) as ledger:
        shop = read_shop(ledger)
    named = clean_line(carrier) or carrier_of(shop, number)
    link = link_of(named, number, shop.country)
    doubt = tracking_doubt(shop, number, carrier)
    return Tracking(plain_number(number), named, link, doubt)


def carrier_of(shop: Shop, number: str) -> str:
    """The carrier a number surely is of; empty when its form or check digit leaves doubt."""
    guess = guess_carrier(number, shop.country)
    return guess.carrier.name if guess and not guess.mistyped else ""


def tracking_doubt(shop: Shop, number: str, carrier: str = "") -> str:
    """A sentence when a number has the form of its carrier and its check digit does not fit.

    A number of another form than that of the carrier the seller named is taken as it is.
    """
    guess = guess_carrier(number, shop.country)
    if guess is None or not guess.mistyped:
        return ""
    if carrier and find_carrier(carrier) != guess.carrier:
        return ""
    words = tr("This looks like a {carrier} number with a typing mistake.")
    return words.format(carrier=guess.carrier.name)


def label_limits(closet: Closet) -> Limits:
    """The limits that came with this version."""
    names = {each.id: each.name for each in closet.book.marketplaces}
    return Limits(_shipped(closet.reference.folder / "shipping" / "limits.toml"), names)


def over_limit(limits: Limits, order: OrderRecord, pieces_milligrams: int | None, unit: str) -> str:
    """A sentence when a parcel is too heavy for the marketplace's own label, else nothing.

    What the parcel weighs counts; before it is weighed, what its pieces weigh. With the seller's
    own label there is no limit.
    """
    if order.own_label or order.sold_on is None:
        return ""
    limit = limit_of(limits.rows, order.marketplace, order.sold_on)
    weighed = order.weight_mg
    heavy = pieces_milligrams if weighed is None else weighed
    if limit is None or heavy is None or heavy <= limit.weight.milligrams:
        return ""
    words = _PARCEL if weighed is not None else _PIECES
    said = tr(words).format(
        weight=say_weight(Weight(heavy), unit),
        most=say_weight(limit.weight, unit),
        marketplace=limits.names.get(order.marketplace, order.marketplace),
    )
    return f"{said} {tr(_UPGRADE)}" if limit.upgrade else said


_PARCEL = "This parcel weighs {weight}, and {marketplace}’s label carries {most}."
_PIECES = "The pieces alone weigh {weight}, and {marketplace}’s label carries {most}."
_UPGRADE = "Upgrade the label before it ships."


@lru_cache(maxsize=2)
def _shipped(path: Path) -> tuple[LabelLimit, ...]:
    return read_limits(path.read_text(encoding="utf-8"))
