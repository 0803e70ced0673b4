"""Where a piece is offered, and the text and photos to offer it with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from closet_app.db.records import ItemRecord, ListingRecord
from closet_app.domain.money import Money
from closet_app.domain.status import ItemStatus, change_status
from closet_app.domain.text import clean_line
from closet_app.errors import InvalidValueError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.stock import put_on_marketplace
from closet_app.services.writing import writing
from closet_app.wording import tr

SAFE_SCHEMES = ("http", "https")


def set_listing(
    closet: Closet,
    item_id: int,
    marketplace: str,
    *,
    url: str = "",
    price: Money | None = None,
    since: date | None = None,
) -> Changed:
    """Say that a piece is live on one marketplace, with its link, price and day."""
    name = closet.book.find(marketplace).name
    link = safe_link(url)
    day = since or closet.clock.today()
    with writing(closet, tr("Listed on {marketplace}").format(marketplace=name)) as step:
        item = step.ledger.get(ItemRecord, item_id)
        change_status(ItemStatus(item.status), ItemStatus.LISTED)
        put_on_marketplace(step.ledger, item, marketplace, day, link)
        listing = step.ledger.first(ListingRecord, item_id=item_id, marketplace=marketplace)
        if listing is not None:
            minor = item.asking_minor if price is None else price.minor
            step.ledger.put(replace(listing, price_minor=minor, since=since or listing.since))
        listed = replace(item, own_status="listed", listed_since=item.listed_since or day)
        step.ledger.put(listed)
    return step.changed


def end_listing(closet: Closet, item_id: int, marketplace: str) -> Changed:
    """Say that a piece is not offered there any more; it stays listed in the closet."""
    name = closet.book.find(marketplace).name
    with writing(closet, tr("Taken down from {marketplace}").format(marketplace=name)) as step:
        listing = step.ledger.first(ListingRecord, item_id=item_id, marketplace=marketplace)
        if listing is not None and listing.state == "live":
            today = closet.clock.today()
            step.ledger.put(replace(listing, state="ended", ended_on=today))
    return step.changed


def safe_link(url: str) -> str:
    """`url` as it is kept; raises InvalidValueError unless it is empty or a web address."""
    link = clean_line(url)
    if not link:
        return ""
    parts = urlsplit(link if ":" in link.split("/", maxsplit=1)[0] else f"https://{link}")
    if parts.scheme not in SAFE_SCHEMES or not parts.hostname or parts.username:
        raise InvalidValueError(
            tr("That is not a web address."),
            field="url",
            remedy=tr("Paste the link of the listing, beginning with https."),
        )
    return parts.geturl()
