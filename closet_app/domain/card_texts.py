"""Texts of thank-you cards: {fields} filled by look-up, and which text an order gets.

There is no format language: a field is a name in braces, what fills it is never read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from closet_app.domain.text import fold
from closet_app.errors import InvalidValueError

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "first name": "The buyer's first name",
        "name": "The buyer's whole name",
        "pieces": "“the Breton boatneck tee and 2 more”",
        "piece": "The first piece, as it is called",
        "title": "The first piece, as it is called",
        "these": "“this piece”, “these two”, “these three”",
        "it": "“it” or “they”",
        "count": "How many pieces",
        "shop": "Your shop's name",
        "owner": "Your name",
        "order": "The order's number",
        "marketplace": "Where it was sold",
        "season": "The season of the year",
        "date": "Today",
    }
)
"""The fields a text may hold, and what each stands for."""

LONGEST_BODY = 1_200
_FIELD = re.compile(r"\{([^{}\n]{1,40})\}")


class Audience(StrEnum):
    """For whose order a text is."""

    ANY = "any"
    FIRST = "first"
    RETURNING = "returning"


class Season(StrEnum):
    """When a text is printed; the holidays go before the season they fall in."""

    SPRING = "spring"
    SUMMER = "summer"
    FALL = "fall"
    WINTER = "winter"
    HOLIDAYS = "holidays"


@dataclass(frozen=True, slots=True)
class CardText:
    """A note with fields. An empty `marketplace` or `season` suits all.

    `rank` puts the seller's own before those that come with the program; a smaller one is taken
    first, `position` decides among equals.
    """

    id: int
    name: str
    language: str
    body: str
    sign_off: str = ""
    marketplace: str = ""
    audience: Audience = Audience.ANY
    season: str = ""
    enabled: bool = True
    rank: int = 0
    position: int = 0

    @property
    def asks(self) -> int:
        """How many conditions it makes: what is meant for fewer orders goes first."""
        return bool(self.marketplace) + bool(self.season) + (self.audience is not Audience.ANY)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a note is for; `used` are the texts this buyer has had, the oldest first."""

    language: str
    marketplace: str
    is_returning: bool
    seasons: frozenset[str]
    used: tuple[int, ...] = ()


def choose(texts: Sequence[CardText], occasion: Occasion) -> CardText | None:
    """The text of an order: one this buyer has not had, else the one had longest ago.

    None when no text in the language suits.
    """
    suiting = sorted(
        (text for text in texts if _suits(text, occasion)),
        key=lambda text: (text.rank, -text.asks, text.position, text.id),
    )
    fresh = next((text for text in suiting if text.id not in occasion.used), None)
    if fresh or not suiting:
        return fresh
    last = {text_id: place for place, text_id in enumerate(occasion.used)}
    return min(suiting, key=lambda text: last[text.id])


def fill(text: str, facts: Mapping[str, str]) -> str:
    """`text` with its fields filled in one pass; what is no field stays as it was typed."""
    return _FIELD.sub(lambda found: facts.get(_named(found[1]), found[0]), text)


def fields_in(text: str) -> tuple[str, ...]:
    """The names in braces, each once, as `FIELDS` spells them where it knows them."""
    return tuple(dict.fromkeys(_named(name) for name in _FIELD.findall(text)))


def require_fields(text: str, field: str = "body") -> str:
    """`text` itself; raises InvalidValueError that names what in braces is no field."""
    unknown = next((name for name in fields_in(text) if name not in FIELDS), None)
    if unknown is None:
        return text
    known = ", ".join(f"{{{name}}}" for name in FIELDS)
    raise InvalidValueError(
        f"There is no field {{{unknown}}}.", field=field, remedy=f"Use one of {known}."
    )


def seasons_of(day: date, *, is_southern: bool) -> frozenset[str]:
    """The season of a day by the month, and the holidays from 20 November to 31 December."""
    shift = 6 if is_southern else 0
    month = (day.month + shift - 1) % 12 + 1
    season = _SEASON_OF_MONTH[month]
    is_festive = (day.month, day.day) >= _HOLIDAYS_BEGIN
    return frozenset({season, Season.HOLIDAYS} if is_festive else {season})


_SEASON_OF_MONTH = {
    month: season
    for season, months in {
        Season.SPRING: (3, 4, 5),
        Season.SUMMER: (6, 7, 8),
        Season.FALL: (9, 10, 11),
        Season.WINTER: (12, 1, 2),
    }.items()
    for month in months
}
_HOLIDAYS_BEGIN = (11, 20)
SOUTHERN = frozenset(
    {
        "AR", "AU", "BO", "BR", "BW", "CL", "FJ", "LS", "MG", "MU", "MW", "MZ", "NA", "NC", "NZ",
        "PE", "PF", "PG", "PY", "SZ", "UY", "VU", "WS", "ZA", "ZM", "ZW",
    }
)  # fmt: skip
"""Countries of the southern half, where summer is in January."""

_READERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            "US", "GB", "IE", "AU", "NZ", "CA", "SG",
        ),
        "es": (
            "ES", "MX", "AR", "CL", "CO", "PE", "UY", "PY", "BO", "EC", "VE", "GT", "CR", "PA",
            "DO", "CU", "HN", "NI", "SV", "PR",
        ),
        "fr": (
            "FR", "BE", "LU", "MC", "SN", "CI",
        ),
        "de": (
            "DE", "AT", "CH", "LI",
        ),
        "ko": (
            "KR", "KP",
        ),
    }
)  # fmt: skip
LANGUAGE_OF: Mapping[str, str] = MappingProxyType(
    {country: language for language, countries in _READERS.items() for country in countries}
)
"""The language most of a country reads, among those with texts; a guess, never a fact."""


def guessed_language(country: str) -> str:
    """The language a buyer of that country may like; empty without a text in it."""
    return LANGUAGE_OF.get(country.strip().upper(), "")


def _suits(text: CardText, occasion: Occasion) -> bool:
    wanted: dict[Audience, Callable[[bool], bool]] = {
        Audience.ANY: lambda _: True,
        Audience.FIRST: lambda is_returning: not is_returning,
        Audience.RETURNING: lambda is_returning: is_returning,
    }
    return (
        text.enabled
        and text.language == occasion.language
        and text.marketplace in {"", occasion.marketplace}
        and text.season in {"", *occasion.seasons}
        and wanted[text.audience](occasion.is_returning)
    )


def _named(name: str) -> str:
    folded = fold(name)
    return folded if folded in FIELDS else name
