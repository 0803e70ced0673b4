"""The language a parcel's pieces are printed in: the buyer's, else the shop's."""

from __future__ import annotations

from closet_app.printing.phrases import Phrases, languages, load_phrases, phrases_for
from closet_app.services.card_texts import language_of
from closet_app.services.records import OrderView, Shop


def language_for(shop: Shop, order: OrderView | None) -> str:
    """What an order's buyer reads where pieces can be printed in it, else the shop's own."""
    wished = order.buyer.language if order and order.buyer else ""
    return wished if wished in languages() else language_of(shop)


def words_for(shop: Shop, order: OrderView | None = None) -> Phrases:
    """The words of an order's pieces; of the shop's own without an order."""
    return words_in(shop, language_for(shop, order))


def words_in(shop: Shop, language: str) -> Phrases:
    """The words of a language, else the shop's, else English."""
    return phrases_for(language, phrases_for(language_of(shop), load_phrases()))


def locale_for(shop: Shop, language: str) -> str:
    """How days are written amid words of a language."""
    return shop.locale if language == language_of(shop) else language
