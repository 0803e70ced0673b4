"""What the cells of a column look like, for headings that do not say or say the wrong thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from closet_app.domain.fields import Kind
from closet_app.domain.taxonomy import Taxonomy
from closet_app.exchange.dates_in import looks_like_day
from closet_app.exchange.targets import LISTED_SINCE, MARKETPLACES, SOLD_ON, STATUS, TARGET, Target
from closet_app.exchange.words_in import NO, YES, condition_of, is_department, status_of, word_key

ENOUGH = 0.8
_AMOUNT = re.compile(r"\(?-?[$€£¥₩]?\s*\d[\d.,' ]*\)?[$€£¥₩]?|free|\?+", re.IGNORECASE)
_SKU = re.compile(r"[A-Z]{1,4}[-_ ]?\d{2,6}|0\d{2,5}")
_LINK = re.compile("https?://", re.IGNORECASE)
_IF_AMOUNTS = {"acquired_on": "cost_price", LISTED_SINCE: "asking", MARKETPLACES: "asking"}
_IF_DAYS = {"cost_price": "acquired_on", "asking": LISTED_SINCE, STATUS: SOLD_ON}
_MARKETS = frozenset({
    "ebay", "poshmark", "posh", "mercari", "depop", "etsy", "whatnot", "vinted", "grailed",
    "facebook", "facebook marketplace", "fb", "fbmp", "shopify", "tiktok", "tiktok shop", "curtsy",
    "kidizen", "the realreal", "vestiaire", "offerup", "local", "in person",
})  # fmt: skip


def fits(target: Target, cells: Sequence[str]) -> Target | None:
    """`target`, or the one that its cells show instead: a “Bought” column of amounts is a cost.

    None when they are neither.
    """
    if not cells or target.kind not in {Kind.DATE, Kind.MONEY} | {TARGET[STATUS].kind}:
        return target
    days, amounts = _share(cells, looks_like_day), _share(cells, is_amount)
    if target.kind is Kind.DATE and amounts > ENOUGH and days < ENOUGH:
        return TARGET.get(_IF_AMOUNTS.get(target.key, ""))
    if target.kind is Kind.MONEY and days > ENOUGH and amounts < ENOUGH:
        return TARGET.get(_IF_DAYS.get(target.key, ""))
    return _fitting_status(cells, days) if target.key == STATUS else target


def _fitting_status(cells: Sequence[str], days: float) -> Target | None:
    """A “Sold” or “Listed” column may hold yes and no, words, days, marketplaces or amounts."""
    if days > ENOUGH:
        return TARGET[SOLD_ON]
    if _share(cells, is_market) > ENOUGH:
        return None
    return TARGET[STATUS] if _share(cells, is_status) > ENOUGH else None


def meant_by_content(cells: Sequence[str], taxonomy: Taxonomy) -> str | None:
    """The field that only these cells can mean; None in doubt (days and amounts say too little)."""
    if not cells:
        return None
    claims = (key for key, claim in _claims(taxonomy) if _share(cells, claim) > ENOUGH)
    return next(claims, None)


def is_amount(text: str) -> bool:
    """Whether a cell reads as an amount of money."""
    return _AMOUNT.fullmatch(text) is not None


def is_market(text: str) -> bool:
    """Whether every word between commas names a marketplace."""
    names = [word_key(part) for part in re.split("[,;/|]", text)]
    return any(names) and all(name in _MARKETS for name in names if name)


def is_status(text: str) -> bool:
    """Whether the cell says where a piece stands."""
    key = word_key(text)
    return key in YES | NO or status_of(text, "") is not None


def says_nothing(samples: Sequence[str]) -> bool:
    """Whether a column is empty, or holds only yes and no or addresses of web pages."""
    return all(word_key(text) in YES | NO or _LINK.match(text) for text in samples)


def _claims(taxonomy: Taxonomy) -> tuple[tuple[str, Callable[[str], bool]], ...]:
    return (
        ("condition", lambda text: len(text) > 1 and condition_of(text, taxonomy) is not None),
        ("department", lambda text: len(text) > 1 and is_department(text, taxonomy)),
        ("colors", lambda text: taxonomy.palette.named(text) is not None),
        (MARKETPLACES, is_market),
        (STATUS, lambda text: status_of(text, "") is not None),
        ("sku", lambda text: _SKU.fullmatch(text) is not None),
    )


def _share(cells: Sequence[str], claim: Callable[[str], bool]) -> float:
    return sum(claim(cell) for cell in cells) / len(cells)
