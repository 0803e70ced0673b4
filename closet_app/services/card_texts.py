"""Texts of thank-you cards: the seller's own and those of the program, and which an order gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from closet_app.db.ledger import Ledger, reading
from closet_app.db.parcel_records import CardTextRecord
from closet_app.db.records import BuyerRecord, ItemRecord, LineRecord, OrderRecord
from closet_app.domain.card_texts import (
    SOUTHERN,
    Audience,
    CardText,
    Occasion,
    choose,
    fill,
    seasons_of,
)
from closet_app.domain.names import first_name, is_visible
from closet_app.domain.text import fold
from closet_app.services.closet import Closet
from closet_app.services.records import Shop
from closet_app.services.shipped_texts import FIRST_LANGUAGE, TextTable, text_tables
from closet_app.services.shop import read_shop
from closet_app.wording import say_date, tr

SHOP_NOTE = 0
"""Stands for the note of the shop's own settings, which suits every order in its language."""
FactsOf: TypeAlias = Callable[[TextTable], dict[str, str]]
_GONE = ("cancelled", "returned")


@dataclass(frozen=True, slots=True)
class Note:
    """What a card says. `text_id` is None for words written for this order alone.

    `facts` fill the fields of a design's own words.
    """

    text_id: int | None
    greeting: str
    body: str
    sign_off: str
    language: str
    facts: tuple[tuple[str, str], ...] = ()


def texts(closet: Closet) -> tuple[CardText, ...]:
    """Every text: the seller's own in their order, then the program's by language.

    One of the program's is hidden by an own text of its name and language.
    """
    with reading(closet.database) as ledger:
        return _all_texts(closet, ledger)


def note_for(closet: Closet, order_id: int) -> Note:
    """What the card of an order says now; raises NotFoundError.

    The order's own note goes first, then the text it was printed with, then the one its buyer
    should get.
    """
    with reading(closet.database) as ledger:
        return read_note(closet, ledger, order_id)


def notes_for(closet: Closet, order_ids: Sequence[int]) -> tuple[Note, ...]:
    """`note_for` of several orders, in their order, with everything they share read once."""
    with reading(closet.database) as ledger:
        desk = _Desk(closet, ledger)
        return tuple(desk.note(ledger.get(OrderRecord, each)) for each in order_ids)


def read_note(closet: Closet, ledger: Ledger, order_id: int) -> Note:
    """`note_for` inside a step."""
    return _Desk(closet, ledger).note(ledger.get(OrderRecord, order_id))


def remember_text(closet: Closet, ledger: Ledger, order_id: int) -> None:
    """Note inside a step which text an order's card was printed with."""
    order = ledger.get(OrderRecord, order_id)
    note = read_note(closet, ledger, order_id)
    if note.text_id is not None:
        ledger.put(replace(order, card_text_id=note.text_id))


def sample_note(closet: Closet, text: CardText) -> Note:
    """A text as a card would say it to a made-up buyer of three pieces, for the editor."""
    with reading(closet.database) as ledger:
        desk = _Desk(closet, ledger)
        table = desk.table(text.language)
        order = OrderRecord(number=1061, marketplace=text.marketplace or "ebay")
        facts = desk.facts(table, order, tr("Renata Okafor"), [tr("Breton boatneck tee"), "", ""])
        return desk.said(text, table, facts)


def note_with(closet: Closet, text: CardText, order_id: int) -> Note:
    """A text as the card of an order would say it; raises NotFoundError."""
    with reading(closet.database) as ledger:
        return _Desk(closet, ledger).note_with(text, ledger.get(OrderRecord, order_id))


def text_of_record(record: CardTextRecord) -> CardText:
    """One of the seller's own texts."""
    return CardText(
        id=record.id,
        name=record.name,
        language=record.language,
        body=record.body,
        sign_off=record.sign_off,
        marketplace=record.marketplace,
        audience=Audience(record.audience),
        season=record.season,
        enabled=record.enabled,
        position=record.position,
    )


def _all_texts(closet: Closet, ledger: Ledger) -> tuple[CardText, ...]:
    own = sorted(
        map(text_of_record, ledger.where(CardTextRecord)), key=lambda each: (each.position, each.id)
    )
    hidden = {(each.language, fold(each.name)) for each in own}
    tables = text_tables(closet.reference.folder).values()
    shipped = (text for table in tables for text in table.texts)
    return (*own, *(each for each in shipped if (each.language, fold(each.name)) not in hidden))


class _Desk:
    """Everything that notes are written with, read once."""

    def __init__(self, closet: Closet, ledger: Ledger) -> None:
        self._closet, self._ledger = closet, ledger
        self._shop = read_shop(ledger)
        self._tables = text_tables(closet.reference.folder)
        self._texts = (*_all_texts(closet, ledger), *_shop_note(self._shop))
        self._sayable = [text for text in self._texts if _can_be_said(text, self._shop)]
        self._seasons = seasons_of(closet.clock.today(), is_southern=self._shop.country in SOUTHERN)

    def note(self, order: OrderRecord) -> Note:
        """The note of one order."""
        buyer = self._ledger.find(BuyerRecord, order.buyer_id)
        facts_of = self._facts_of(order, buyer)
        text = self._text(order, buyer)
        table = self.table(text.language)
        if order.note:
            own = replace(text, body=order.note, sign_off="")
            return replace(self.said(own, table, facts_of(table)), text_id=None)
        return self.said(text, table, facts_of(table))

    def note_with(self, text: CardText, order: OrderRecord) -> Note:
        """What one order's card would say with a text, whichever it would get."""
        table = self.table(text.language)
        buyer = self._ledger.find(BuyerRecord, order.buyer_id)
        return self.said(text, table, self._facts_of(order, buyer)(table))

    def said(self, text: CardText, table: TextTable, facts: Mapping[str, str]) -> Note:
        """A text with its fields filled."""
        own_sign_off = self._shop.sign_off if table.language == language_of(self._shop) else ""
        sign_off = text.sign_off or own_sign_off or table.words["sign_off"]
        greeting = table.words["greeting"] if facts["first name"] else table.words["hello"]
        return Note(
            text_id=text.id,
            greeting=fill(greeting, facts),
            body=fill(text.body, facts),
            sign_off=fill(sign_off, facts).rstrip(" ,"),
            language=text.language,
            facts=tuple(facts.items()),
        )

    def table(self, language: str) -> TextTable:
        """The words of a language, English where it has none."""
        return self._tables.get(language) or self._tables[FIRST_LANGUAGE]

    def facts(
        self, table: TextTable, order: OrderRecord, name: str, titles: Sequence[str]
    ) -> dict[str, str]:
        """What the fields stand for, in the words of one language."""
        count, first = len(titles), titles[0] if titles else ""
        inner = {"piece": first, "more": str(count - 1), "count": str(count)}
        season = next(iter(sorted(self._seasons - {"holidays"})))
        today = self._closet.clock.today()
        locale = self._shop.locale
        locale = locale if language_of(self._shop) == table.language else table.language
        return {
            "first name": first_name(name),
            "name": name,
            "pieces": fill(table.counted("pieces", count), inner),
            "piece": first,
            "title": first,
            "these": table.counted("these", count),
            "it": table.counted("it", count),
            "count": str(count),
            "shop": self._shop.name,
            "owner": self._shop.owner or self._shop.name,
            "order": str(order.number),
            "marketplace": self._closet.book.find(order.marketplace).name,
            "season": table.words[season],
            "date": say_date(today, today, weekday=False, locale=locale),
        }

    def _facts_of(self, order: OrderRecord, buyer: BuyerRecord | None) -> FactsOf:
        lines = self._ledger.where(LineRecord, order_id=order.id)
        inside = [line for line in lines if line.state not in _GONE] or lines
        inside.sort(key=lambda line: (line.position, line.id))
        items = self._ledger.many(ItemRecord, [line.item_id for line in inside if line.item_id])
        titles = {item.id: (item.title, item.brand) for item in items}
        called = [titles.get(line.item_id or 0, (line.title, "")) for line in inside]
        name = next(filter(is_visible, (buyer.name, buyer.handle)), "") if buyer else ""

        def facts(table: TextTable) -> dict[str, str]:
            plain = [table.amid(title.partition(",")[0].strip(), brand) for title, brand in called]
            return self.facts(table, order, name, plain)

        return facts

    def _text(self, order: OrderRecord, buyer: BuyerRecord | None) -> CardText:
        known = next((each for each in self._texts if each.id == order.card_text_id), None)
        if known is not None:
            return known
        before = self._before(order)
        used = self._used(before, buyer)
        return self._chosen(order, buyer, used, is_returning=bool(before))

    def _before(self, order: OrderRecord) -> list[OrderRecord]:
        """The buyer's earlier orders that were not called off, the oldest first."""
        if order.buyer_id is None:
            return []
        of_buyer = self._ledger.where(OrderRecord, buyer_id=order.buyer_id)
        earlier = (
            each
            for each in of_buyer
            if each.number < order.number and not each.cancelled_on and not each.deleted_at
        )
        return sorted(earlier, key=lambda each: each.number)

    def _used(self, before: Sequence[OrderRecord], buyer: BuyerRecord | None) -> tuple[int, ...]:
        """What the buyer has had, and what waits for her in orders still to be sent."""
        used: list[int] = []
        for place, order in enumerate(before):
            if order.card_text_id is not None:
                used.append(order.card_text_id)
            elif not order.shipped_on and not order.note:
                chosen = self._chosen(order, buyer, tuple(used), is_returning=place > 0)
                used.append(chosen.id)
        return tuple(used)

    def _chosen(
        self,
        order: OrderRecord,
        buyer: BuyerRecord | None,
        used: tuple[int, ...],
        *,
        is_returning: bool,
    ) -> CardText:
        own = language_of(self._shop)
        for language in dict.fromkeys(((buyer.language if buyer else "") or own, own)):
            occasion = Occasion(language, order.marketplace, is_returning, self._seasons, used)
            found = choose(self._sayable, occasion)
            if found is not None:
                return found
        return self.table(FIRST_LANGUAGE).texts[0]


def language_of(shop: Shop) -> str:
    """The language the shop writes in."""
    return shop.locale.partition("_")[0] or FIRST_LANGUAGE


def _can_be_said(text: CardText, shop: Shop) -> bool:
    """Whether a text names only what the shop has given itself."""
    named = {"{shop}": shop.name, "{owner}": shop.owner or shop.name}
    return all(is_visible(name) for field, name in named.items() if field in text.body)


def _shop_note(shop: Shop) -> tuple[CardText, ...]:
    if not shop.card_note:
        return ()
    return (CardText(SHOP_NOTE, tr("The shop's note"), language_of(shop), shop.card_note, rank=1),)
