"""The marketplaces that photos can be written for."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.fees import Marketplace
from closet_app.errors import NotFoundError, UserError
from closet_app.photo.rules import shipped_rules
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.wording import tr

ALL = "all"


@dataclass(frozen=True, slots=True)
class SetChoice:
    """A marketplace that photos can be written for; its form takes `most`, 0 any number."""

    marketplace: str
    name: str
    most: int
    is_sold_on: bool


def choices_of(closet: Closet) -> tuple[SetChoice, ...]:
    """Every marketplace with a photo rule, those on which the shop sells first."""
    sold_on = gallery.sold_on(closet)
    found = [
        SetChoice(place, _name_of(closet, place), rule.most, is_sold_on=place in sold_on)
        for place, rule in shipped_rules().items()
    ]
    return tuple(sorted(found, key=lambda choice: not choice.is_sold_on))


def _name_of(closet: Closet, place: str) -> str:
    """Some take photos whose fees nobody knows."""
    try:
        return closet.book.find(place).name
    except NotFoundError:
        return place.capitalize()


def marketplaces_of(closet: Closet, words: str) -> tuple[str, ...]:
    """Ids of `poshmark,eBay`, or of every marketplace with a photo rule for `all`.

    Raises NotFoundError for one that does not exist, UserError for one without a rule.
    """
    rules = shipped_rules()
    if words.strip().casefold() == ALL:
        return tuple(rules)
    named = [_place_of(closet, word.strip()) for word in words.split(",") if word.strip()]
    if not named:
        raise UserError(tr("No marketplace is named."))
    return tuple(dict.fromkeys(named))


def _place_of(closet: Closet, word: str) -> str:
    if word.casefold() in shipped_rules():
        return word.casefold()
    found = closet.book.find(word)
    if found.id not in shipped_rules():
        raise _no_rule(found)
    return found.id


def _no_rule(marketplace: Marketplace) -> UserError:
    known = ", ".join(shipped_rules())
    return UserError(
        tr("Closet does not know what photos {marketplace} wants.").format(
            marketplace=marketplace.name
        ),
        remedy=tr("Choose from {known}.").format(known=known),
    )
