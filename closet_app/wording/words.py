"""Fixed words of the product: statuses, conditions, reasons, marketplaces' steps."""

from __future__ import annotations

from closet_app.domain.item import Condition, Ownership
from closet_app.domain.status import ArchiveReason, ItemStatus, LineState
from closet_app.domain.text import fold
from closet_app.wording.catalog import tr
from closet_app.wording.dates import say_age

_STATUSES = {
    ItemStatus.DRAFT: "Draft",
    ItemStatus.LISTED: "Listed",
    ItemStatus.ON_HOLD: "On hold",
    ItemStatus.SOLD: "Sold, to pack",
    ItemStatus.PACKED: "Packed",
    ItemStatus.SHIPPED: "Shipped",
    ItemStatus.DELIVERED: "Delivered",
    ItemStatus.RETURNED: "Returned",
    ItemStatus.ARCHIVED: "Archived",
}
_LINE_STATES = {
    LineState.SOLD: "To pack",
    LineState.PACKED: "Packed",
    LineState.SHIPPED: "Shipped",
    LineState.DELIVERED: "Delivered",
    LineState.RETURNED: "Returned",
    LineState.CANCELLED: "Cancelled",
}
_REASONS = {
    ArchiveReason.DONATED: "Donated",
    ArchiveReason.KEPT: "Kept",
    ArchiveReason.LOST: "Lost",
    ArchiveReason.THROWN_AWAY: "Thrown away",
}
_CONDITIONS = {
    Condition.NEW_WITH_TAGS: "New with tags",
    Condition.NEW_WITHOUT_TAGS: "New without tags",
    Condition.LIKE_NEW: "Like new",
    Condition.VERY_GOOD: "Very good",
    Condition.GOOD: "Good",
    Condition.FAIR: "Fair",
}
_OWNERSHIPS = {Ownership.BUSINESS: "Business", Ownership.PERSONAL: "Personal"}


def say_status(status: str) -> str:
    """The status in a facet or a table: “Sold, to pack”."""
    return tr(_STATUSES[ItemStatus(status)])


def say_pill(status: str, days: int | None = None) -> str:
    """The status in a pill: “Listed 12 d”, “To pack”."""
    known = ItemStatus(status)
    words = "To pack" if known is ItemStatus.SOLD else _STATUSES[known]
    if days is None or known is not ItemStatus.LISTED:
        return tr(words)
    return tr("Listed {age}").format(age=say_age(days))


def say_line_state(state: str) -> str:
    """Where a sold piece is: “To pack”, “Shipped”."""
    return tr(_LINE_STATES[LineState(state)])


def say_reason(reason: str) -> str:
    """Why a piece was archived: “Donated”."""
    return tr(_REASONS[ArchiveReason(reason)])


def say_condition(condition: Condition | None) -> str:
    """Our own word: “Very good”; empty when none is chosen."""
    return "" if condition is None else tr(_CONDITIONS[condition])


def condition_words() -> tuple[tuple[Condition, str], ...]:
    """Every condition with its word, best first, for lists to choose from."""
    return tuple((condition, tr(words)) for condition, words in _CONDITIONS.items())


def say_ownership(ownership: Ownership) -> str:
    """“Business” or “Personal”."""
    return tr(_OWNERSHIPS[ownership])


def parse_ownership(text: str) -> Ownership | None:
    """The ownership typed as its word, a part of it or yes/no to “personal”."""
    wanted = fold(text)
    personal = {"personal", "p", "yes", "y", "own", "mine", fold(tr("Personal"))}
    business = {"business", "b", "no", "n", "stock", "", fold(tr("Business"))}
    if wanted in personal:
        return Ownership.PERSONAL
    return Ownership.BUSINESS if wanted in business else None
