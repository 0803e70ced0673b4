"""The words of other programs and of sellers for conditions, departments and statuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from closet_app.domain.item import Condition, Ownership
from closet_app.domain.status import ItemStatus
from closet_app.domain.taxonomy import Taxonomy
from closet_app.domain.text import fold

_Key = TypeVar("_Key")

YES = frozenset({"yes", "y", "x", "true", "1", "ja", "si", "sí", "oui", "예", "✓", "✔", "☑"})
NO = frozenset({"no", "n", "false", "0", "-", "--", "", "nein", "non", "아니요"})

_CONDITIONS = {
    Condition.NEW_WITH_TAGS: (
        "new with tag", "new with tags box", "new with box", "brand new with tags", "with tags",
    ),
    Condition.NEW_WITHOUT_TAGS: (
        "new without tag", "new without tags box", "new no tags", "new with imperfections",
    ),
    Condition.LIKE_NEW: (
        "excellent used condition", "used like new", "pre owned like new", "preowned excellent",
        "worn once", "mint", "near mint",
    ),
    Condition.VERY_GOOD: (
        "very good used condition", "used very good", "very gently used", "pre owned very good",
    ),
    Condition.GOOD: ("good used condition", "preowned good"),
    Condition.FAIR: (
        "play worn", "worn out", "heavily worn", "very worn", "preowned fair", "as is", "flawed",
        "distressed",
    ),
}  # fmt: skip
"""Words of exports beside the aliases that the taxonomy knows."""
_STATUSES = {
    ItemStatus.DRAFT: ("draft", "drafts", "unlisted", "not listed", "to list", "death pile",
                       "to be listed", "unsold", "inactive", "new"),
    ItemStatus.LISTED: ("listed", "active", "live", "for sale", "available", "published",
                        "on sale", "relisted"),
    ItemStatus.ON_HOLD: ("on hold", "hold", "held", "reserved", "pending", "paused"),
    ItemStatus.SOLD: ("sold", "packed", "shipped", "delivered", "completed", "complete",
                      "sold out", "paid"),
    ItemStatus.RETURNED: ("returned", "return"),
    ItemStatus.ARCHIVED: ("archived", "archive", "donated", "kept", "keep", "lost", "trashed",
                          "thrown away", "removed", "delisted", "deleted", "personal use"),
}  # fmt: skip
_STATUS_OF_HEADING = {
    "sold": ItemStatus.SOLD,
    "is sold": ItemStatus.SOLD,
    "sold y n": ItemStatus.SOLD,
    "archived": ItemStatus.ARCHIVED,
    "listed": ItemStatus.LISTED,
    "active": ItemStatus.LISTED,
    "available": ItemStatus.LISTED,
}
_OWNERSHIP = {
    "personal": Ownership.PERSONAL,
    "own": Ownership.PERSONAL,
    "my own": Ownership.PERSONAL,
    "private": Ownership.PERSONAL,
    "business": Ownership.BUSINESS,
    "stock": Ownership.BUSINESS,
    "resale": Ownership.BUSINESS,
}


def word_key(text: str) -> str:
    """Letters and figures only, folded: “Pre-Owned – Good” is “pre owned good”."""
    return " ".join(re.findall(r"[^\W_]+", fold(text).replace("'", "").replace("’", "")))


def condition_of(text: str, taxonomy: Taxonomy) -> Condition | None:
    """The condition that a word of any marketplace means, where that is clear."""
    key = word_key(text)
    return taxonomy.conditions.named(text) or taxonomy.conditions.named(key) or _CONDITION.get(key)


def is_department(text: str, taxonomy: Taxonomy) -> bool:
    """Whether the text names a department of the taxonomy."""
    return taxonomy.departments.department_named(text) in taxonomy.departments.names


def ownership_of(text: str, heading: str) -> Ownership | None:
    """Whose piece it was; a “Personal” column may say only yes or no."""
    key = word_key(text)
    if key in YES | NO and word_key(heading) in {"personal", "business"}:
        says_personal = (key in YES) == (word_key(heading) == "personal")
        return Ownership.PERSONAL if says_personal else Ownership.BUSINESS
    return _OWNERSHIP.get(key)


def status_of(text: str, heading: str) -> ItemStatus | None:
    """Where the piece stands; a “SOLD?” column may say only yes or x."""
    key = word_key(text) or text.strip()
    if key in YES:
        return _STATUS_OF_HEADING.get(word_key(heading))
    return None if key in NO else _STATUS.get(key)


def _turned(table: Mapping[_Key, tuple[str, ...]]) -> dict[str, _Key]:
    return {word: key for key, words in table.items() for word in words}


_CONDITION = _turned(_CONDITIONS)
_STATUS = _turned(_STATUSES)
