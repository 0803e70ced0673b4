"""What the print dialog asks of its services."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from closet_app.domain.addresses import Address
from closet_app.services import history, order_views, orders, print_orders, prints, shop
from closet_app.services.closet import Closet
from closet_app.services.print_pages import TextTooLongError
from closet_app.services.prints import NothingToPrintError, PieceKind, PrintRequest
from tests.closets import add, sell

HOME = Address(line1="221 Alder Court", city="Riverbend", region="OR", postal_code="97000")
CARD = "card-iso-a6"
LINE = 40
"""Letters of one line: where words break is not known before they are typed."""


@pytest.fixture
def two_orders(closet: Closet) -> tuple[int, int]:
    """One order with an address and one without."""
    shop.edit_shop(closet, owner="Maya", card_note="thank you for giving {pieces} a second life!")
    first, second = add(closet, "Satin shirt"), add(closet, "Bootcut jeans")
    return (
        sell(closet, [first], ["26"], buyer_name="Renata Okafor", address=HOME),
        sell(closet, [second], ["38"], buyer_name="Carmen Ruiz"),
    )


def test_orders_are_named_with_the_note_their_card_will_say(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    orders.edit_order(closet, two_orders[1], note="hello Carmen", gift=True)
    renata, carmen = print_orders.orders_to_print(closet, two_orders)
    assert (renata.buyer, renata.number, renata.pieces, renata.gift) == (
        "Renata Okafor", 1001, 1, False,
    )  # fmt: skip
    assert renata.note == "thank you for giving the satin shirt a second life!"
    assert (carmen.note, carmen.own_note, carmen.gift) == ("hello Carmen", True, True)


def test_a_note_of_the_length_there_is_room_for_fits_and_twice_as_much_does_not(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    order_id = two_orders[0]
    text = "we walked to the post office with it "
    room = print_orders.note_room(closet, order_id, CARD, text)
    assert room > 0

    def card(note: str) -> PrintRequest:
        notes = ((order_id, note),)
        return PrintRequest(kind=PieceKind.CARD, ids=two_orders, stock=CARD, notes=notes)

    fitting = text + (text * 40)[: room - LINE]
    assert prints.print_bytes(closet, card(fitting))[1].pages == 2
    with pytest.raises(TextTooLongError, match="order 1001") as refused:
        prints.print_bytes(closet, card(fitting * 2))
    assert refused.value.facts["order_id"] == order_id
    assert print_orders.note_room(closet, order_id, CARD, fitting * 2) < 0


def test_each_order_has_its_own_note(
    closet: Closet, two_orders: tuple[int, int], tmp_path: Path
) -> None:
    request = PrintRequest(
        kind=PieceKind.CARD, ids=two_orders, notes=((two_orders[1], "hello Carmen"),)
    )
    prints.print_to(closet, request, tmp_path / "cards.pdf")
    first, second = (page.extract_text() for page in PdfReader(tmp_path / "cards.pdf").pages)
    assert "a second life!" in " ".join(first.split())
    assert "hello Carmen" in second


def test_several_pieces_become_one_file_without_what_cannot_be_printed(
    closet: Closet, two_orders: tuple[int, int], tmp_path: Path
) -> None:
    out = tmp_path / "all.pdf"
    kinds = (PieceKind.SLIP, PieceKind.CARD, PieceKind.ADDRESS)
    wanted = [PrintRequest(kind=kind, ids=two_orders[1:]) for kind in kinds]
    run = prints.print_all_to(closet, wanted, out)
    sizes = [[float(each) for each in page.mediabox[2:]] for page in PdfReader(out).pages]
    assert run.pages == len(sizes) == 2
    assert sizes[0] == pytest.approx((612, 792))
    assert [problem.why for problem in run.problems] == [
        "Carmen Ruiz has no address, so that label is left out."
    ]
    with pytest.raises(NothingToPrintError, match="Carmen Ruiz has no address"):
        prints.print_all_to(closet, wanted[2:], tmp_path / "none.pdf")
    assert not (tmp_path / "none.pdf").exists()


def test_printing_ticks_the_steps_of_all_orders_as_one_undoable_step(
    closet: Closet, two_orders: tuple[int, int]
) -> None:
    def ticked(order_id: int) -> set[str]:
        return {step.key for step in order_views.order(closet, order_id).packing if step.done}

    print_orders.tick_printed(closet, {two_orders[0]: ("slip",)})
    changed = print_orders.tick_printed(closet, dict.fromkeys(two_orders, ("slip", "card")))
    assert changed.orders == set(two_orders)
    assert [ticked(each) for each in two_orders] == [{"slip", "card"}] * 2
    history.undo(closet)
    assert [ticked(each) for each in two_orders] == [{"slip"}, set()]
    again = print_orders.tick_printed(closet, {two_orders[0]: ("slip",)})
    assert not again


def test_a_stock_can_be_made_the_usual_one(closet: Closet) -> None:
    prints.use_stock(closet, PieceKind.SLIP, "a4")
    assert prints.stocks_for(closet, PieceKind.SLIP)[0].id == "a4"
    assert prints.usual_stock(closet, PieceKind.ADDRESS) == "address-4x6"
    with pytest.raises(Exception, match="does not suit"):
        prints.use_stock(closet, PieceKind.CARD, "a4")
