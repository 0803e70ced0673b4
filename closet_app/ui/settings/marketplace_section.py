"""Where the shop sells, and what it assumes for each sale there."""

from __future__ import annotations

from closet_app.domain.fees import Marketplace
from closet_app.services.records import MarketplaceDefaults
from closet_app.services.shop import marketplaces
from closet_app.ui.desk import Desk
from closet_app.ui.settings.marketplace_card import ClosedCard, MarketplaceCard
from closet_app.ui.settings.section import Section
from closet_app.ui.words import say


class MarketplaceSection(Section):
    """A card for each marketplace; those without known amounts say why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            say("Marketplaces"),
            say("What each takes is in the rule book. What you assume here is proposed for every "
                "new sale, and behind every “you keep”."),
        )  # fmt: skip
        book = desk.closet.book
        self.cards: dict[str, MarketplaceCard] = {}
        for settings in marketplaces(desk.closet):
            card = MarketplaceCard(desk, book.find(settings.marketplace))
            self.cards[settings.marketplace] = card
            self.body.addWidget(card)
        for marketplace in _closed(book.marketplaces):
            self.body.addWidget(ClosedCard(marketplace))
        self.reload()

    def reload(self) -> None:
        kept = {each.marketplace: each for each in marketplaces(self.desk.closet)}
        for name, card in self.cards.items():
            card.show_settings(kept.get(name, MarketplaceDefaults(marketplace=name, enabled=False)))


def _closed(book: tuple[Marketplace, ...]) -> list[Marketplace]:
    return [marketplace for marketplace in book if not marketplace.available]
