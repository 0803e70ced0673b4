"""What a card says: in the gallery, in the table and to a screen reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from closet_app.domain.money import Money
from closet_app.domain.status import ItemStatus
from closet_app.services.records import Card
from closet_app.ui.widgets.badges import pill_look
from closet_app.ui.widgets.item_card import CardFace
from closet_app.ui.words import say, say_many
from closet_app.wording import say_days, say_keep, say_money, say_pill, say_status


@dataclass(frozen=True, slots=True)
class Speech:
    """How this shop says things today; `names` are the marketplaces' own."""

    locale: str
    today: date
    names: Mapping[str, str]

    def price(self, amount: Money | None) -> str:
        """A price without cents when it is whole; empty when there is none."""
        return "" if amount is None else say_money(amount, cents="auto", locale=self.locale)

    def amount(self, amount: Money | None) -> str:
        """An amount to the cent; empty when there is none."""
        return "" if amount is None else say_money(amount, locale=self.locale)

    def total(self, amount: Money) -> str:
        """A sum of many pieces, in whole units."""
        return say_money(amount, cents="never", locale=self.locale)

    def keep(self, amount: Money | None) -> str:
        """What is kept; empty when it is not known."""
        return "" if amount is None else say_keep(amount, locale=self.locale)

    def name(self, marketplace: str) -> str:
        """A marketplace's name, or its code when the book does not know it."""
        return self.names.get(marketplace, marketplace)


def days_listed(card: Card, today: date) -> int | None:
    """For how many days a listed piece has been listed."""
    if card.status is not ItemStatus.LISTED or card.listed_since is None:
        return None
    return max((today - card.listed_since).days, 0)


def title_of(card: Card) -> str:
    """The title, or what stands for it until there is one."""
    return card.title or say("No title yet")


def detail_of(card: Card) -> str:
    """Brand and size ("Madewell · M"), and how many when there are several."""
    several = say_many("{count} piece", "{count} pieces", card.quantity)
    parts = (card.brand, card.size, several if card.quantity > 1 else "")
    return " · ".join(part for part in parts if part) or card.sku


def face_of(card: Card, speech: Speech) -> CardFace:
    """The card's words, without its photo."""
    days = days_listed(card, speech.today)
    return CardFace(
        title=title_of(card),
        detail=detail_of(card),
        price_text=speech.price(card.asking),
        pill_status=pill_look(card.status.value, days),
        pill_words=say_pill(card.status.value, days),
        keep_text=speech.keep(card.keep),
        keep_negative=card.keep is not None and card.keep.minor < 0,
        badges=card.listed_on,
        photo_missing=False,
    )


def spoken(card: Card, speech: Speech, *, selected: bool) -> str:
    """The whole card in one sentence for a screen reader."""
    parts = (
        title_of(card),
        card.brand,
        card.size,
        speech.price(card.asking),
        _status_said(card, speech),
        say("keep {amount}", amount=speech.keep(card.keep)) if card.keep else "",
        say("selected") if selected else "",
    )
    return ", ".join(part for part in parts if part)


def _status_said(card: Card, speech: Speech) -> str:
    days = days_listed(card, speech.today)
    places = join_names([speech.name(place) for place in card.listed_on])
    if days is None:
        return say_status(card.status.value).lower()
    if not places:
        return say("listed {days}", days=say_days(days))
    return say("listed {days} on {places}", days=say_days(days), places=places)


def join_names(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "Poshmark, eBay and Mercari"."""
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
