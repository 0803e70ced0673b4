"""The card of the design editor: whose it is, and its sides as they are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from closet_app.errors import UserError
from closet_app.printing.design import Shape
from closet_app.printing.designs import design_ids, load_design
from closet_app.printing.preview import page_size
from closet_app.services.card_papers import papers_of
from closet_app.services.closet import Closet
from closet_app.services.design_previews import Content, card_for, draw_card
from closet_app.services.stocks import find_stock
from tests.closets import add, sell

A6 = (298, 420)


def test_without_an_order_a_card_is_made_up(closet: Closet) -> None:
    card = card_for(closet, Content.ORDER)
    assert card.greeting == "Dear Renata,"
    assert card.back is not None
    assert len(card.back.pieces) == 3


def test_the_card_is_that_of_the_newest_order(closet: Closet) -> None:
    for name in ("Hollis Tran", "Priya Nair"):
        sell(closet, [add(closet)], ["34"], buyer_name=name)
    assert card_for(closet, Content.ORDER).greeting == "Dear Priya,"


@pytest.mark.parametrize("content", list(Content))
@pytest.mark.parametrize("design_id", design_ids())
def test_every_design_holds_every_content(closet: Closet, design_id: str, content: Content) -> None:
    design = load_design(design_id)
    stock = papers_of(closet, design)[0]
    drawn = draw_card(card_for(closet, content), design, stock)
    assert drawn.pages == 2
    assert drawn.folded is (design.shape is Shape.FOLDED)


def test_a_korean_buyer_is_thanked_in_korean(closet: Closet) -> None:
    card = card_for(closet, Content.KOREAN)
    assert card.language == "ko"
    assert dict(card.facts)["first name"] == "남궁아름다운별"


def test_one_card_is_shown_of_four_on_a_sheet_and_postcards_lie(closet: Closet) -> None:
    card = card_for(closet, Content.ORDER)
    four = find_stock(closet, "card-iso-a6-4up")
    upright = draw_card(card, load_design("hand_note"), four)
    assert (round(upright.width), round(upright.height)) == A6
    lying = draw_card(card, load_design("postcard"), four)
    assert (round(lying.width), round(lying.height)) == A6[::-1]
    assert page_size(lying.pdf, 0) == pytest.approx((lying.width, lying.height), abs=0.1)


def test_papers_follow_the_shape(closet: Closet) -> None:
    flat = load_design("hand_note")
    folded = replace(flat, shape=Shape.FOLDED)
    assert not any(stock.folded for stock in papers_of(closet, flat))
    assert all(stock.folded for stock in papers_of(closet, folded))
    assert papers_of(closet, flat)[0].id == "card-iso-a6"


def test_a_note_that_is_too_long_is_refused_in_a_sentence(closet: Closet) -> None:
    card = replace(card_for(closet, Content.ORDER), note="I hope it finds a third. " * 60)
    with pytest.raises(UserError, match="letters too long for the card"):
        draw_card(card, load_design("hand_note"), find_stock(closet, "card-iso-a6"))
