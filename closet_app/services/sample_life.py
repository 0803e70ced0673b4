"""A year in the sample shop: pieces are listed, marked down, sold, packed and sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from closet_app.db.ledger import reading
from closet_app.db.records import BuyerRecord
from closet_app.domain.item import ItemFacts
from closet_app.domain.money import Money
from closet_app.domain.pricing import PriceEnding, Reprice
from closet_app.domain.progress import Progress
from closet_app.domain.status import ArchiveReason
from closet_app.domain.units import Percent
from closet_app.services import items, order_steps, stock
from closet_app.services.card_texts import remember_text
from closet_app.services.closet import Closet
from closet_app.services.order_views import order as read_order
from closet_app.services.orders import edit_amounts, sale_defaults, sell
from closet_app.services.records import NewSale
from closet_app.services.sample_parcels import pack, weigh_and_label
from closet_app.services.tasks import open_take_downs, tick_take_down
from closet_app.services.writing import writing
from closet_app.wording import tr

SEED = 412
ORDERS, TO_PACK, ON_THE_WAY = 60, 8, 6
FIRST_TO_PACK = ORDERS - TO_PACK
PREPAID = "poshmark"
TICKED, STILL_LISTED, NEW_TO_A_DRAFT = 4, 1, 3
DRAFTS, HELD, GIVEN_AWAY, TRASHED = 10, 3, 4, 2
MARKETS = ("poshmark", "ebay", "mercari", "depop", "vinted")
WEIGHTS = (9, 7, 5, 3, 3)
SHIPPING = {
    "poshmark": "6.49",
    "ebay": "6.50",
    "mercari": "5.25",
    "depop": "4.49",
    "vinted": "3.99",
}
OWN_LABEL = {"ebay": "7.38", "depop": "4.18"}
CARRIER = {"poshmark": "USPS", "ebay": "USPS", "mercari": "UPS", "depop": "USPS", "vinted": "USPS"}
EVENING = time(20, 14)


@dataclass(slots=True)
class Traveller:
    """A clock that is set to each day of the sample's year."""

    moment: datetime

    def now(self) -> datetime:
        """The moment the story is at."""
        return self.moment


@dataclass(frozen=True, slots=True)
class SampleItem:
    """One piece of the sample."""

    id: int
    facts: ItemFacts


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day; `turn` orders events of the same day."""

    on: date
    turn: int
    happen: Callable[[], object]


def live(
    closet: Closet,
    traveller: Traveller,
    pieces: Sequence[SampleItem],
    now: datetime,
    progress: Progress,
) -> None:
    """Let the year happen up to yesterday evening, day by day, through the same commands."""
    yesterday = now.date() - timedelta(days=1)
    story = Story(closet, pieces, yesterday)
    events = sorted(story.events(), key=lambda event: (event.on, event.turn))
    for done, event in enumerate(events):
        progress.step(done, len(events), tr("Opening the sample closet"))
        traveller.moment = datetime.combine(event.on, EVENING, now.tzinfo)
        event.happen()
    progress.step(len(events), len(events), tr("Opening the sample closet"))


class Story:
    """Who bought what and when, the same each time."""

    def __init__(self, closet: Closet, pieces: Sequence[SampleItem], yesterday: date) -> None:
        self._closet = closet
        self._yesterday = yesterday
        self._random = Random(SEED)  # noqa: S311 - a made-up story, not a secret
        self._pieces = sorted(pieces, key=lambda piece: (piece.facts.acquired_on, piece.id))
        with reading(closet.database) as ledger:
            self._buyers = ledger.where(BuyerRecord)
        self._places: dict[int, tuple[str, ...]] = {}
        self._has_heavy = False

    def events(self) -> Iterator[Event]:
        """Everything that happens, in no order."""
        drafts = {piece.id for piece in self._pieces[-DRAFTS * NEW_TO_A_DRAFT :: NEW_TO_A_DRAFT]}
        in_stock = [piece for piece in self._pieces if piece.id not in drafts]
        for piece in in_stock:
            yield from self._offered(piece)
        sold = self._sold_together(in_stock)
        taken = {piece.id for group in sold for piece in group}
        for at, group in enumerate(sold):
            yield from self._sale(at, group)
        yield from self._odd_ends([piece for piece in in_stock if piece.id not in taken])

    def _offered(self, piece: SampleItem) -> Iterator[Event]:
        listed = self._listed_on(piece)
        count = self._random.choice((1, 2, 2, 3, 3, 4))
        chosen = set(self._random.choices(MARKETS, WEIGHTS, k=count))
        places = tuple(place for place in MARKETS if place in chosen)
        self._places[piece.id] = places
        closet, ids = self._closet, [piece.id]
        yield Event(listed, 1, lambda: stock.mark_listed(closet, ids, places, listed))
        down = listed + timedelta(days=self._random.randint(18, 40))
        if self._random.random() < 0.35 and down < self._yesterday:  # noqa: PLR2004 - a third
            cut = Reprice(percent=Percent(Decimal(-10)), ending=PriceEnding.WHOLE)
            yield Event(down, 2, lambda: self._mark_down(piece.id, cut))

    def _mark_down(self, item_id: int, cut: Reprice) -> None:
        if items.is_in_stock(self._closet, item_id):
            items.reprice(self._closet, [item_id], cut)

    def _listed_on(self, piece: SampleItem) -> date:
        found = piece.facts.acquired_on or self._yesterday
        return min(found + timedelta(days=2), self._yesterday)

    def _sold_together(self, in_stock: Sequence[SampleItem]) -> list[list[SampleItem]]:
        sizes = [1] * (ORDERS - 10) + [2] * 7 + [3] * 3
        self._random.shuffle(sizes)
        sizes[FIRST_TO_PACK] = 3
        old_enough = list(in_stock[:-2])
        left_over = len(old_enough) - sum(sizes)
        for piece in self._random.sample(old_enough, left_over):
            old_enough.remove(piece)
        groups = []
        for size in sizes:
            groups.append(old_enough[:size])
            old_enough = old_enough[size:]
        return groups

    def _sale(self, at: int, group: Sequence[SampleItem]) -> Iterator[Event]:
        sold_on = self._sold_on(at, group)
        buyer = self._buyers[0 if at == FIRST_TO_PACK else at % len(self._buyers)]
        market = self._random.choice(self._places[group[0].id])
        if at == FIRST_TO_PACK:
            market = "ebay"
        ids = tuple(piece.id for piece in group)
        made: list[int] = []
        yield Event(sold_on, 3, lambda: made.append(self._sell(ids, market, sold_on, buyer.id)))
        if at >= FIRST_TO_PACK:
            yield Event(sold_on, 4, lambda: self._tick_some(made[0], at))
            yield Event(sold_on, 5, lambda: self._weigh_some(made[0], market, at))
            return
        yield from self._sent(at, sold_on, market, made)

    def _sold_on(self, at: int, group: Sequence[SampleItem]) -> date:
        listed = max(self._listed_on(piece) for piece in group)
        waiting_from = self._yesterday - timedelta(days=3)
        if at >= FIRST_TO_PACK:
            return max(listed, waiting_from + timedelta(days=(at % TO_PACK) // 2))
        if at >= FIRST_TO_PACK - ON_THE_WAY:
            return max(listed, self._yesterday - timedelta(days=6 - at % 3))
        soon = listed + timedelta(days=self._random.randint(2, 45))
        return min(soon, self._yesterday - timedelta(days=12))

    def _sell(self, ids: tuple[int, ...], market: str, on: date, buyer_id: int) -> int:
        assumed = sale_defaults(self._closet, ids, market)
        currency = self._closet.currency
        total = sum(price.minor for price in assumed.prices)
        off = Decimal("0.10") if len(ids) > 1 else Decimal(0)
        sale = NewSale(
            item_ids=ids,
            prices=assumed.prices,
            marketplace=market,
            marketplace_number=f"{market[:1].upper()}{on:%y%m%d}-{ids[0]:04d}",
            sold_on=on,
            buyer_id=buyer_id,
            discount=Money(total, currency).part(off),
            shipping=Money.of(SHIPPING[market], currency),
            own_label=market in OWN_LABEL,
            postage=Money.of(OWN_LABEL.get(market, "0"), currency),
            supplies=Money.of("1.45" if len(ids) > 1 else "0.90", currency),
            tax=Money(total, currency).part(Decimal("0.07")),
        )
        return sell(self._closet, sale)[0]

    def _sent(self, at: int, sold_on: date, market: str, made: list[int]) -> Iterator[Event]:
        closet, packed = self._closet, sold_on + timedelta(days=1)
        if at % 23 == 11:  # noqa: PLR2004 - now and then a buyer changes her mind
            yield Event(packed, 4, lambda: order_steps.cancel(closet, made[0]))
            return
        tracking = f"9400 1000 0000 {at:04d}"
        carrier = CARRIER[market]
        if at >= FIRST_TO_PACK - ON_THE_WAY:
            yield Event(packed, 3, lambda: pack(closet, made[0]))
        yield Event(packed, 4, lambda: order_steps.mark_packed(closet, made[0]))
        yield Event(
            packed, 5, lambda: order_steps.mark_shipped(closet, made[0], packed, tracking, carrier)
        )
        yield Event(packed, 6, lambda: self._settle_up(made[0]))
        if at >= FIRST_TO_PACK - ON_THE_WAY:
            return
        there = packed + timedelta(days=4)
        yield Event(there, 4, lambda: order_steps.mark_delivered(closet, made[0], there))
        yield from self._regretted(at, there, made)

    def _settle_up(self, order_id: int) -> None:
        with writing(self._closet, tr("Ticked what was printed")) as step:
            remember_text(self._closet, step.ledger, order_id)
        view = read_order(self._closet, order_id)
        edit_amounts(self._closet, order_id, fee_charged=view.fee_expected)
        for task in view.take_downs:
            tick_take_down(self._closet, task.id)

    def _regretted(self, at: int, there: date, made: list[int]) -> Iterator[Event]:
        closet, later = self._closet, there + timedelta(days=3)
        if at % 19 == 7:  # noqa: PLR2004 - a few come back
            yield Event(later, 5, lambda: self._come_back(made[0], later))
        elif at % 17 == 5:  # noqa: PLR2004 - a few get something back
            words = tr("Smaller than described")
            yield Event(later, 5, lambda: order_steps.refund(closet, made[0], 500, later, words))

    def _come_back(self, order_id: int, on: date) -> None:
        view = read_order(self._closet, order_id)
        received = (view.profit.payout + view.profit.totals.fee).minor
        order_steps.refund(self._closet, order_id, received, on, tr("Did not fit"))
        order_steps.return_lines(self._closet, order_id, to_stock=True)
        nothing = Money.zero(self._closet.currency)
        edit_amounts(self._closet, order_id, fee_charged=nothing)

    def _tick_some(self, order_id: int, at: int) -> None:
        steps = read_order(self._closet, order_id).packing
        done = TICKED if at == FIRST_TO_PACK else at % TICKED
        for step in steps[:done]:
            order_steps.tick(self._closet, order_id, step.key, done=True)
        if at < ORDERS - STILL_LISTED:
            for task in read_order(self._closet, order_id).take_downs:
                tick_take_down(self._closet, task.id)

    def _weigh_some(self, order_id: int, market: str, at: int) -> None:
        heavy = market == PREPAID and not self._has_heavy
        self._has_heavy |= heavy
        if heavy or at == FIRST_TO_PACK:
            weigh_and_label(self._closet, order_id, heavy=heavy)

    def _give_away(self, ids: Sequence[int]) -> None:
        stock.archive(self._closet, ids, ArchiveReason.DONATED)
        for task in open_take_downs(self._closet):
            if task.item_id in ids:
                tick_take_down(self._closet, task.id)

    def _odd_ends(self, left: Sequence[SampleItem]) -> Iterator[Event]:
        closet, day = self._closet, self._yesterday
        ids = [piece.id for piece in left]
        held, given = ids[-HELD:], ids[:GIVEN_AWAY]
        gone = ids[GIVEN_AWAY : GIVEN_AWAY + TRASHED]
        yield Event(day, 7, lambda: stock.hold(closet, held))
        yield Event(day, 7, lambda: self._give_away(given))
        yield Event(day, 8, lambda: stock.trash(closet, gone))
