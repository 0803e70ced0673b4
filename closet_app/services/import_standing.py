"""Where an imported piece can stand in this closet: what its row claims, made possible."""

from __future__ import annotations

from dataclasses import replace

from closet_app.domain.item import ItemFacts
from closet_app.domain.status import SOLD_STATUSES, ItemStatus
from closet_app.errors import InvalidValueError, NotFoundError
from closet_app.exchange.candidates import ListedAt, Standing
from closet_app.services.closet import Closet
from closet_app.services.listings import safe_link
from closet_app.wording import tr

Fitted = tuple[ItemFacts, Standing, tuple[str, ...]]
"""The piece, where it will stand, and a sentence for everything that was changed for it."""


def fitted(closet: Closet, facts: ItemFacts, standing: Standing) -> Fitted:
    """A row's piece and standing without what this closet cannot hold."""
    remarks: list[str] = []
    listings: dict[str, ListedAt] = {}
    for each in standing.listings:
        made = _listing(closet, each, remarks)
        if made is not None:
            listings.setdefault(made.marketplace, made)
    found = replace(standing, listings=tuple(listings.values()))
    status = _status(found)
    if status in SOLD_STATUSES:
        remarks.append(tr("Its sale is not in this list, so it is kept as archived."))
        return _sold(facts, found), _as_archived(found), tuple(remarks)
    reason = found.archive_reason if status is ItemStatus.ARCHIVED else None
    return facts, replace(found, status=status, archive_reason=reason), tuple(remarks)


def _status(standing: Standing) -> ItemStatus:
    if standing.status is not None:
        return standing.status
    is_live = any(each.state == "live" for each in standing.listings)
    return ItemStatus.LISTED if is_live else ItemStatus.DRAFT


def _sold(facts: ItemFacts, standing: Standing) -> ItemFacts:
    if standing.sold_on is None:
        return replace(facts, quantity=0)
    words = tr("Sold on {day}").format(day=standing.sold_on.isoformat())
    return replace(facts, quantity=0, notes="\n".join(filter(None, (facts.notes, words))))


def _as_archived(standing: Standing) -> Standing:
    ended = (
        replace(each, state="ended") if each.state == "live" else each for each in standing.listings
    )
    return replace(standing, status=ItemStatus.ARCHIVED, archive_reason=None, listings=tuple(ended))


def _listing(closet: Closet, claimed: ListedAt, remarks: list[str]) -> ListedAt | None:
    try:
        marketplace = closet.book.find(claimed.marketplace).id
    except NotFoundError:
        words = tr("“{name}” is no marketplace known here, so it was left out.")
        remarks.append(words.format(name=claimed.marketplace[:40]))
        return None
    try:
        url = safe_link(claimed.url)
    except InvalidValueError:
        remarks.append(tr("The link of its listing is no web address, so it was left out."))
        url = ""
    return replace(claimed, marketplace=marketplace, url=url)
