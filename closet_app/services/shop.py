"""The shop: what is printed, counted and proposed, and how it sells on each marketplace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from closet_app.db import shop as stored
from closet_app.db.ledger import Ledger, reading
from closet_app.db.records import MarketplaceRecord, ShopRecord
from closet_app.domain.addresses import Address
from closet_app.domain.money import Money
from closet_app.domain.sku import SkuPattern
from closet_app.domain.text import clean_line, clean_text
from closet_app.errors import InvalidValueError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.keep_refresh import refresh_all_keep
from closet_app.services.listings import safe_link
from closet_app.services.records import MarketplaceDefaults, Shop, ShopStep
from closet_app.services.writing import writing
from closet_app.wording import tr

ADDRESS_FIELDS = ("line1", "line2", "city", "region", "postal_code")
SAME_NAMES = {each.name for each in fields(Shop)} & {each.name for each in fields(ShopRecord)}
LONG_TEXTS = {"slip_note", "return_words", "card_note", "sign_off"}


def shop(closet: Closet) -> Shop:
    """The shop as it stands."""
    with closet.database.read() as connection:
        return shop_of(stored.read_shop(connection) or ShopRecord())


def edit_shop(closet: Closet, **changes: object) -> Changed:
    """Set fields of `Shop` by name; raises InvalidValueError for a pattern that cannot be."""
    known = {each.name for each in fields(Shop)} - {"currency", "is_sample"}
    unknown = set(changes) - known
    if unknown:
        raise InvalidValueError(tr("A shop has no {field}.").format(field=min(unknown)))
    if "sku_pattern" in changes:
        SkuPattern(str(changes["sku_pattern"]))
    if "link" in changes:
        changes["link"] = safe_link(str(changes["link"]))
    with writing(closet, tr("Changed the shop")) as step:
        before = step.ledger.get(ShopRecord, 1)
        step.ledger.put(record_of(replace(shop_of(before), **_clean(changes))))  # type: ignore[arg-type]  # names are checked above
    return step.changed


def set_logo(closet: Closet, path: Path | None) -> Changed:
    """Take a picture in as the shop's mark, or go back to the sprig; raises PhotoError."""
    logo = "" if path is None else closet.photos.take_in(path, closet.thumbnails).sha256
    return edit_shop(closet, logo=logo)


def logo_path(closet: Closet) -> Path | None:
    """The shop's own mark, when it has one."""
    sha256 = shop(closet).logo
    return closet.photos.path_of(sha256) if sha256 else None


def marketplaces(closet: Closet) -> tuple[MarketplaceDefaults, ...]:
    """How the shop sells on every marketplace that has amounts, in its order."""
    with reading(closet.database) as ledger:
        settings = sorted(ledger.where(MarketplaceRecord), key=lambda each: each.position)
    return tuple(_defaults(each, closet.currency) for each in settings)


def edit_marketplace(closet: Closet, wanted: MarketplaceDefaults) -> Changed:
    """Set what the shop assumes on one marketplace; what every piece would keep follows."""
    name = closet.book.find(wanted.marketplace).name
    with writing(closet, tr("Changed {marketplace}").format(marketplace=name)) as step:
        found = step.ledger.first(MarketplaceRecord, marketplace=wanted.marketplace)
        before = found or MarketplaceRecord(marketplace=wanted.marketplace, position=99)
        after = _setting(before, wanted)
        if found is None:
            step.ledger.add(after)
        else:
            step.ledger.put(after)
    refresh_all_keep(closet)
    return step.changed


def record_of(shop: Shop) -> ShopRecord:
    """The shop as it is kept."""
    same = {name: getattr(shop, name) for name in SAME_NAMES}
    return ShopRecord(
        **same,
        address_name=shop.address.name,
        logo_photo=shop.logo,
        sample=shop.is_sample,
        **{name: getattr(shop.address, name) for name in ADDRESS_FIELDS},
    )


def shop_of(record: ShopRecord) -> Shop:
    """The shop as screens show it."""
    same = {name: getattr(record, name) for name in SAME_NAMES}
    parts = {name: getattr(record, name) for name in ADDRESS_FIELDS}
    return Shop(
        **same,
        address=Address(name=record.address_name, country=record.country, **parts),
        logo=record.logo_photo,
        is_sample=record.sample,
    )


def read_shop(ledger: Ledger) -> Shop:
    """The shop inside a step."""
    return shop_of(ledger.get(ShopRecord, 1))


def _clean(changes: dict[str, object]) -> dict[str, object]:
    clean = {
        name: _clean_text(name, value) if isinstance(value, str) else value
        for name, value in changes.items()
    }
    steps: Any = clean.get("packing_steps", ())
    return {**clean, "packing_steps": _steps(steps)} if "packing_steps" in clean else clean


def _steps(given: Sequence[Sequence[Any]]) -> tuple[ShopStep, ...]:
    steps = (ShopStep(*each) for each in given)
    clean = tuple(step._replace(words=clean_line(step.words)) for step in steps)
    if any(step.cost_minor < 0 or step.quantity < 1 for step in clean):
        raise InvalidValueError(tr("An amount cannot be below zero."), field="packing_steps")
    return clean


def _clean_text(name: str, text: str) -> str:
    return clean_text(text) if name in LONG_TEXTS else clean_line(text)


def _defaults(record: MarketplaceRecord, currency: str) -> MarketplaceDefaults:
    return MarketplaceDefaults(
        marketplace=record.marketplace,
        enabled=record.enabled,
        handle=record.handle,
        link=record.link,
        own_label=record.own_label,
        shipping=Money(record.shipping_minor, currency),
        tax_percent=Decimal(record.tax_percent or "0"),
        postage=Money(record.postage_minor, currency),
        supplies=Money(record.supplies_minor, currency),
    )


def _setting(before: MarketplaceRecord, wanted: MarketplaceDefaults) -> MarketplaceRecord:
    return replace(
        before,
        enabled=wanted.enabled,
        handle=clean_line(wanted.handle),
        link=safe_link(wanted.link),
        own_label=wanted.own_label,
        shipping_minor=_minor(wanted.shipping),
        tax_percent=str(_percent(wanted.tax_percent)),
        postage_minor=_minor(wanted.postage),
        supplies_minor=_minor(wanted.supplies),
    )


def _minor(amount: Money | None) -> int:
    minor = 0 if amount is None else amount.minor
    if minor < 0:
        raise InvalidValueError(tr("An amount cannot be below zero."))
    return minor


def _percent(value: Decimal) -> Decimal:
    if not 0 <= value <= 100:  # noqa: PLR2004 - a percentage
        raise InvalidValueError(tr("A percentage lies between 0 and 100."), field="tax_percent")
    return value
