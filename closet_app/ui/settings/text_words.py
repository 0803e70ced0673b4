"""For which orders a card text is, in words."""

from __future__ import annotations

from closet_app.domain.card_texts import Audience, CardText, Season
from closet_app.services.closet import Closet
from closet_app.services.shop import marketplaces
from closet_app.ui.words import mark, say

AUDIENCES: dict[Audience, str] = {
    Audience.ANY: mark("Every buyer"),
    Audience.FIRST: mark("First orders"),
    Audience.RETURNING: mark("Returning buyers"),
}
SEASONS: dict[str, str] = {
    "": mark("All year"),
    Season.SPRING: mark("Spring"),
    Season.SUMMER: mark("Summer"),
    Season.FALL: mark("Fall"),
    Season.WINTER: mark("Winter"),
    Season.HOLIDAYS: mark("The holidays, from November 20"),
}

Options = list[tuple[object, str]]


def audience_options() -> Options:
    """Who a text may be for."""
    return [(audience.value, say(words)) for audience, words in AUDIENCES.items()]


def season_options() -> Options:
    """When a text may be printed."""
    return [(str(season), say(words)) for season, words in SEASONS.items()]


def marketplace_options(closet: Closet, kept: str = "") -> Options:
    """Everywhere, then where the shop sells; what a text names already is among them."""
    names = {each.id: each.name for each in closet.book.marketplaces}
    sold_on = [each.marketplace for each in marketplaces(closet) if each.enabled]
    shown = dict.fromkeys([*sold_on, *([kept] if kept else [])])
    return [("", say("Everywhere")), *((each, names.get(each, each)) for each in shown)]


def say_when(closet: Closet, text: CardText) -> str:
    """“First orders · eBay · Winter”; “Every order” for one without conditions."""
    names = {each.id: each.name for each in closet.book.marketplaces}
    parts = [
        say(AUDIENCES[text.audience]) if text.audience is not Audience.ANY else "",
        names.get(text.marketplace, text.marketplace),
        say(SEASONS.get(text.season, text.season)) if text.season else "",
    ]
    return " · ".join(part for part in parts if part) or say("Every order")
