"""The pieces of orders as plain values, each by the one function of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from closet_app.domain.names import is_visible
from closet_app.errors import ClosetError
from closet_app.printing import values
from closet_app.printing.cards.letter import fit_letter
from closet_app.printing.cards.sides import letter_frame
from closet_app.printing.design import HAND_NOTE, Design
from closet_app.printing.foreign import Foreign
from closet_app.printing.preview import page_count
from closet_app.printing.stock import Stock
from closet_app.printing.text.clean import clean
from closet_app.printing.text.fitting import TextTooLongError
from closet_app.services.card_texts import Note, note_for, notes_for
from closet_app.services.closet import Closet
from closet_app.services.matches import Match, matches, matches_of
from closet_app.services.order_files import label_pages, labels_of
from closet_app.services.order_views import orders
from closet_app.services.pieces import pieces
from closet_app.services.print_extras import (
    care_card_of,
    care_text,
    inside,
    invoice_of,
    return_party,
    sticker_of,
    style_card_of,
)
from closet_app.services.print_kinds import LeftOut, PieceKind
from closet_app.services.print_language import language_for, locale_for
from closet_app.services.print_values import (
    address_label_of,
    card_of,
    has_address,
    item_label_of,
    slip_of,
)
from closet_app.services.records import OrderView, Piece, Shop
from closet_app.wording import say_date, tr

Value = (
    values.Slip
    | values.Card
    | values.AddressLabel
    | values.ItemLabel
    | values.CareCard
    | values.StyleCard
    | values.Sticker
    | values.Party
    | Foreign
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How pieces are made: `gift` None follows each order; an `invoice` is a slip with tax lines.

    The back of a card shows `back_items`, or with `matching` what goes with each order;
    `note` replaces the text of every card, `notes` that of single orders.
    """

    stock: Stock
    design: Design = HAND_NOTE
    gift: bool | None = None
    back_items: tuple[int, ...] = ()
    matching: bool = False
    note: str | None = None
    notes: Mapping[int, str] = field(default_factory=dict)
    with_price: bool = True
    with_bin: bool = True
    invoice: bool = False

    def with_design(self, design: Design) -> Options:
        """The same in another design."""
        return replace(self, design=design)


@dataclass(frozen=True, slots=True)
class Known:
    """What was read of an order together with others.

    A note only where cards are printed, matches only where they are shown; `pieces` are those of
    all these orders, by id.
    """

    view: OrderView
    pieces: Mapping[int, Piece]
    note: Note | None = None
    matches: tuple[Match, ...] | None = None


def read_together(
    closet: Closet, order_ids: Sequence[int], *, with_notes: bool, with_matches: bool
) -> tuple[Known, ...]:
    """What the pieces of some orders are made from; raises NotFoundError."""
    views = orders(closet, order_ids)
    notes = notes_for(closet, order_ids) if with_notes else [None] * len(views)
    found = matches_of(closet, order_ids) if with_matches else [None] * len(views)
    wanted = [each for view in views for each in inside(view)]
    wanted += [match.item_id for going in found for match in going or ()]
    held = {each.id: each for each in pieces(closet, wanted)}
    return tuple(
        Known(view, held, note, going)
        for view, note, going in zip(views, notes, found, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """One order that is asked for its pieces; what is not `known` of it is read."""

    closet: Closet
    shop: Shop
    view: OrderView
    options: Options
    known: Known | None = None

    def parcel(self) -> tuple[Piece, ...]:
        """The pieces that are in it."""
        return self.pieces(inside(self.view))

    def pieces(self, ids: Sequence[int]) -> tuple[Piece, ...]:
        """Any pieces, in their order; ids of none are left out."""
        held = self.known.pieces if self.known else {}
        if all(each in held for each in ids):
            return tuple(held[each] for each in ids)
        return pieces(self.closet, ids)

    def matches(self) -> tuple[Match, ...]:
        """What goes well with it."""
        found = self.known.matches if self.known else None
        return matches(self.closet, self.view.id) if found is None else found

    def note(self) -> Note:
        """What its card says."""
        known = self.known.note if self.known else None
        return known or note_for(self.closet, self.view.id)


class LeaveOutError(Exception):
    """This piece of this order cannot be printed; `why` goes into the run's problems."""

    def __init__(self, why: LeftOut) -> None:
        super().__init__(why.why)
        self.why = why


def values_of(kind: PieceKind, asked: Asked) -> tuple[Value, ...]:
    """The pieces of one kind for one order; raises LeaveOutError where there can be none."""
    return tuple(_VALUES[kind](asked))


def _slip(asked: Asked) -> Iterator[Value]:
    shop, view, options = asked.shop, asked.view, asked.options
    slip = slip_of(asked.closet, shop, view, gift=options.gift)
    care = care_text(asked.parcel(), language_for(shop, view))
    invoice = invoice_of(shop, view) if options.invoice else None
    yield replace(slip, care=care, invoice=invoice)


def _card(asked: Asked) -> Iterator[Value]:
    card = card_value(asked)
    design, stock = asked.options.design, asked.options.stock
    try:
        fit_letter(card, design, letter_frame(card, design, stock))
    except TextTooLongError as long:
        words = tr("The note of order {number} is about {letters} letters too long.")
        why = words.format(number=asked.view.number, letters=long.facts["surplus"])
        raise LeaveOutError(left_out(asked.view, why)) from long
    yield card


def card_value(asked: Asked) -> values.Card:
    """The card of one order, whether or not its note fits."""
    closet, view, options = asked.closet, asked.view, asked.options
    note = asked.note()
    found = asked.matches() if options.matching else ()
    shown = options.back_items or tuple(match.item_id for match in found)
    body = options.notes.get(view.id, note.body if options.note is None else options.note)
    note = replace(note, body=body)
    card = card_of(closet, asked.shop, view, note, asked.pieces(shown))
    held = next((match.kept_until for match in found if match.kept_until), None)
    if card.back is not None and held is not None and not options.back_items:
        locale = locale_for(asked.shop, note.language)
        until = say_date(held, closet.clock.today(), weekday=False, locale=locale)
        card = replace(card, back=replace(card.back, kept_until=until))
    return card


def _address(asked: Asked) -> Iterator[Value]:
    if not has_address(asked.view):
        raise LeaveOutError(no_address(asked.view))
    yield address_label_of(asked.shop, asked.closet, asked.view)


def _labels(asked: Asked) -> Iterator[Value]:
    options = asked.options
    for piece in asked.parcel():
        yield item_label_of(asked.shop, piece, price=options.with_price, place=options.with_bin)


def _postage(asked: Asked) -> Iterator[Value]:
    view = asked.view
    if not labels_of(asked.closet, view.id):
        words = tr("Order {number} has no label of its marketplace yet.")
        raise LeaveOutError(left_out(view, words.format(number=view.number)))
    try:
        pdf = label_pages(asked.closet, view.id)
    except ClosetError as broken:
        raise LeaveOutError(left_out(view, broken.what)) from broken
    yield from (Foreign(pdf, page) for page in range(page_count(pdf)))


def _return(asked: Asked) -> Iterator[Value]:
    sender = return_party(asked.shop)
    if not is_visible("".join((sender.name, *sender.lines))):
        words = tr("Your shop has no name or address yet, so its return label is left out.")
        raise LeaveOutError(left_out(asked.view, words))
    yield sender


def _care(asked: Asked) -> Iterator[Value]:
    card = care_card_of(asked.closet, asked.shop, asked.view, asked.parcel())
    if card is None:
        words = tr("No fabric is known of order {number}, so its care card is left out.")
        raise LeaveOutError(left_out(asked.view, words.format(number=asked.view.number)))
    yield card


def _style(asked: Asked) -> Iterator[Value]:
    closet, view = asked.closet, asked.view
    found = asked.matches()
    going = list(zip(found, asked.pieces([each.item_id for each in found]), strict=True))
    card = style_card_of(closet, asked.shop, view, asked.parcel(), going)
    if card is None:
        words = tr("Nothing goes well with order {number}, so its style card is left out.")
        raise LeaveOutError(left_out(view, words.format(number=view.number)))
    yield card


def _sticker(asked: Asked) -> Iterator[Value]:
    yield sticker_of(asked.closet, asked.shop)


def left_out(view: OrderView, why: str) -> LeftOut:
    """An order of which one piece is left out."""
    return LeftOut(str(view.number), why, order_id=view.id)


def no_address(view: OrderView) -> LeftOut:
    """What is said of an order whose address label cannot be printed."""
    known = clean(view.buyer.name) if view.buyer else ""
    number = tr("The buyer of order {number}").format(number=view.number)
    name = known if is_visible(known) else number
    words = tr("{name} has no address, so that label is left out.").format(name=name)
    return left_out(view, words)


_VALUES: dict[PieceKind, Callable[[Asked], Iterator[Value]]] = {
    PieceKind.SLIP: _slip,
    PieceKind.CARD: _card,
    PieceKind.ADDRESS: _address,
    PieceKind.LABEL: _labels,
    PieceKind.POSTAGE: _postage,
    PieceKind.RETURN: _return,
    PieceKind.CARE: _care,
    PieceKind.STYLE: _style,
    PieceKind.STICKER: _sticker,
}
