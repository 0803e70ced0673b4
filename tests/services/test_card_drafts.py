"""The card beside the note that is being typed."""

from __future__ import annotations

import pytest

from closet_app.services import orders, prints, shop
from closet_app.services.card_drafts import CardDrafts
from closet_app.services.closet import Closet
from closet_app.services.print_pages import TextTooLongError
from closet_app.services.prints import PieceKind, PrintRequest
from tests.closets import add, sell


@pytest.fixture
def order_id(closet: Closet) -> int:
    """An order whose card has a note of its own."""
    shop.edit_shop(closet, owner="Maya")
    made = sell(closet, [add(closet, "Satin shirt")], ["26"], buyer_name="Renata Okafor")
    orders.edit_order(closet, made, note="as it is kept")
    return made


def request(order_id: int, note: str) -> PrintRequest:
    return PrintRequest(kind=PieceKind.CARD, ids=(order_id,), stock="card-iso-a6", note=note)


def test_each_key_makes_the_card_that_would_be_printed(closet: Closet, order_id: int) -> None:
    drafts = CardDrafts(closet)
    for note in ("t", "th", "thank you {pieces}", ""):
        wished = request(order_id, note)
        assert drafts.make(wished) == prints.print_bytes(closet, wished)


def test_a_note_that_is_too_long_names_its_order_and_the_next_key_prints(
    closet: Closet, order_id: int
) -> None:
    drafts = CardDrafts(closet)
    with pytest.raises(TextTooLongError, match="The note of order 1001 is too long"):
        drafts.make(request(order_id, "and thank you again " * 60))
    assert drafts.make(request(order_id, "thank you"))[1].pages == 1


def test_another_design_is_drawn_anew(closet: Closet, order_id: int) -> None:
    drafts = CardDrafts(closet)
    plain, _ = drafts.make(request(order_id, "thank you"))
    bold = PrintRequest(
        kind=PieceKind.CARD, ids=(order_id,), stock="card-iso-a6", note="thank you", design="bold"
    )
    assert drafts.make(bold)[0] == prints.print_bytes(closet, bold)[0] != plain
