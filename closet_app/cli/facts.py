"""Items for other programs and for people: JSON, CSV and text of the same facts."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from closet_app.domain.fields import FIELDS, Field, Kind
from closet_app.domain.money import Money
from closet_app.wording import say_field, say_money, say_reason, say_status

if TYPE_CHECKING:
    from closet_app.services.catalogue import ListedItem, WholeItem
    from closet_app.services.closet import Closet
    from closet_app.services.records import KeepEstimate

LIST_HEADINGS = ("Number", "Title", "Brand", "Size", "Status", "Asking", "Keep", "Photos", "Bin")


def minor(amount: Money | None) -> int | None:
    """Whole minor units; None when not known."""
    return None if amount is None else amount.minor


def listed_item(item: ListedItem, currency: str) -> dict[str, Any]:
    """One row of `closet list --json`."""
    card = item.card
    return {
        "sku": card.sku,
        "title": card.title,
        "brand": card.brand,
        "category": card.category,
        "size": card.size,
        "condition": card.condition,
        "status": card.status.value,
        "listed_since": card.listed_since.isoformat() if card.listed_since else None,
        "listed_on": list(card.listed_on),
        "bin": card.bin,
        "quantity": card.quantity,
        "asking_minor": minor(card.asking),
        "cost_minor": minor(card.cost),
        "keep_minor": minor(card.keep),
        "currency": currency,
        "photos": item.photos,
    }


def list_csv(items: Sequence[ListedItem], currency: str) -> str:
    """The same rows as CSV: amounts as plain decimals, text that no program takes as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_CSV_HEADINGS)
    writer.writerows(_csv_row(each, currency) for each in items)
    return out.getvalue()


def list_table(
    items: Sequence[ListedItem], locale: str
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows for people."""
    rows: list[tuple[str, ...]] = [
        (
            card.sku, card.title, card.brand, card.size, say_status(card.status),
            _said(card.asking, locale), _said(card.keep, locale), str(item.photos), card.bin,
        )
        for item in items
        for card in [item.card]
    ]  # fmt: skip
    return LIST_HEADINGS, rows


def whole_item(item: WholeItem, currency: str) -> dict[str, Any]:
    """What `closet show --json` says."""
    piece = item.piece
    facts = {name: value for field in FIELDS for name, value in _field(field, piece.facts)}
    return {
        **facts,
        "status": piece.status.value,
        "archive_reason": piece.archive_reason.value if piece.archive_reason else None,
        "listed_since": piece.listed_since.isoformat() if piece.listed_since else None,
        "in_trash": piece.in_trash,
        "added_at": piece.created_at.isoformat(),
        "lowest_asking_minor": minor(piece.lowest_asking),
        "cost_minor": minor(piece.facts.cost),
        "keep_minor": minor(item.card.keep),
        "currency": currency,
        "photos": len(piece.photos),
        "photo_files": [
            {
                "name": photo.original_name,
                "sha256": photo.ref.sha256,
                "width": photo.width,
                "height": photo.height,
                "left_out": photo.left_out,
            }
            for photo in piece.photos
        ],
        "listings": [
            {
                "marketplace": each.marketplace,
                "url": each.url,
                "price_minor": minor(each.price),
                "since": each.since.isoformat() if each.since else None,
                "live": each.live,
            }
            for each in piece.listings
        ],
        "keeps": [_estimate(each) for each in item.estimates],
        "orders": list(item.orders),
    }


def item_text(shop: Closet, item: WholeItem) -> str:
    """What `closet show` says."""
    from closet_app.services.manners import manner_of

    piece, manner = item.piece, manner_of(shop)
    reason = f", {say_reason(piece.archive_reason).lower()}" if piece.archive_reason else ""
    lines = [("Status", say_status(piece.status) + reason)]
    lines += [
        (field.words, said)
        for field in FIELDS
        if (said := say_field(field, getattr(piece.facts, field.key), manner))
    ]
    names = {each.id: each.name for each in shop.book.marketplaces}
    places = ", ".join(names[each.marketplace] for each in piece.listings if each.live)
    lines.append(("Listed on", places or "nowhere"))
    lines.append(("Photos", str(len(piece.photos))))
    lines += [
        (f"Keep on {names[each.marketplace]}", each.why_not or _said(each.keep, manner.locale))
        for each in item.estimates
    ]
    width = max(len(name) for name, _ in lines)
    return "\n".join(f"{name:<{width}}  {_indented(said, width)}" for name, said in lines)


_CSV_HEADINGS = (
    "sku", "title", "brand", "category", "size", "condition", "status", "listed_since",
    "listed_on", "bin", "quantity", "asking", "cost", "keep", "currency", "photos",
)  # fmt: skip


def _csv_row(item: ListedItem, currency: str) -> list[object]:
    from closet_app.services.exports import guarded

    card = item.card
    texts = (card.sku, card.title, card.brand, card.category, card.size)
    amounts = (card.asking, card.cost, card.keep)
    return [
        *(guarded(text) for text in texts),
        card.condition,
        card.status.value,
        card.listed_since or "",
        " ".join(card.listed_on),
        guarded(card.bin),
        card.quantity,
        *("" if amount is None else f"{amount.major:f}" for amount in amounts),
        currency,
        item.photos,
    ]


def _field(field: Field, facts: object) -> list[tuple[str, Any]]:
    value: Any = getattr(facts, field.key)
    match field.kind:
        case Kind.MONEY:
            return [(f"{field.key}_minor", minor(value))]
        case Kind.WEIGHT:
            return [("weight_mg", None if value is None else value.milligrams)]
        case Kind.MEASUREMENTS:
            return [("measurements_um", {each.name: each.length.micrometres for each in value})]
        case Kind.DATE:
            return [(field.key, value.isoformat() if value else None)]
        case Kind.WORDS | Kind.COLORS:
            return [(field.key, list(value))]
        case _:
            return [(field.key, value)]


def _estimate(each: KeepEstimate) -> dict[str, Any]:
    return {
        "marketplace": each.marketplace,
        "listed": each.listed,
        "price_minor": minor(each.price),
        "fee_minor": minor(each.fee.total) if each.fee else None,
        "payout_minor": minor(each.payout) if each.fee else None,
        "keep_minor": minor(each.keep) if each.fee else None,
    }


def _said(amount: Money | None, locale: str) -> str:
    return "" if amount is None else say_money(amount, locale=locale)


def _indented(text: str, width: int) -> str:
    return text.replace("\n", "\n" + " " * (width + 2))
