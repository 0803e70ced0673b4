"""On which card a design is printed: one that is flat or folded as the design is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from closet_app.errors import NotFoundError
from closet_app.printing.design import Design, Shape
from closet_app.printing.designs import load_design
from closet_app.services.card_papers import fits, papers_of, stock_for, stock_of, use_design
from closet_app.services.closet import Closet
from closet_app.services.designs import find_design, save_design
from closet_app.services.print_kinds import PieceKind
from closet_app.services.shop import edit_shop, shop
from closet_app.services.stocks import find_stock

FOLDED_A2, FOLDED_A6 = "card-us-a2-folded", "card-iso-a6-folded"


def own_design(closet: Closet, shape: Shape, drawing: str = "hand_note") -> Design:
    """A design of the seller's own of this shape."""
    draft = replace(load_design(drawing), name=f"Mine, {shape}", shape=shape)
    return find_design(closet, save_design(closet, draft)[0])


def test_a_folded_design_has_the_folded_card_of_the_country(closet: Closet) -> None:
    folded = own_design(closet, Shape.FOLDED)
    assert stock_of(closet, folded) == FOLDED_A2
    edit_shop(closet, country="DE")
    assert stock_of(closet, folded) == FOLDED_A6
    assert [each.folded for each in papers_of(closet, folded)[:1]] == [True]


def test_the_usual_card_is_taken_where_it_has_the_shape(closet: Closet) -> None:
    edit_shop(closet, card_stock="card-4x6")
    assert stock_for(closet, PieceKind.CARD, "stitched") == "card-4x6"
    assert stock_for(closet, PieceKind.CARD, "photo") == FOLDED_A2
    edit_shop(closet, card_stock="card-a7-folded")
    assert stock_for(closet, PieceKind.CARD, "photo") == "card-a7-folded"
    assert stock_for(closet, PieceKind.CARD, "postcard") == "card-us-a6"


def test_a_card_named_beside_the_usual_design_stays_unless_the_design_is_one_s_own(
    closet: Closet,
) -> None:
    edit_shop(closet, card_stock=FOLDED_A2)
    assert stock_for(closet, PieceKind.CARD) == FOLDED_A2
    edit_shop(closet, card_design=own_design(closet, Shape.FLAT).id)
    assert stock_for(closet, PieceKind.CARD) == "card-us-a6"


@pytest.mark.parametrize("shape", list(Shape))
def test_the_design_that_is_used_brings_a_card_of_its_shape(closet: Closet, shape: Shape) -> None:
    edit_shop(closet, card_stock="card-4x6")
    design = own_design(closet, shape)
    use_design(closet, design.id)
    stock = find_stock(closet, shop(closet).card_stock)
    assert fits(design, stock)
    assert (stock.id == "card-4x6") is (shape is Shape.FLAT)
    assert stock_for(closet, PieceKind.CARD) == stock.id


def test_a_shop_that_named_no_card_names_none_for_a_flat_design(closet: Closet) -> None:
    before = shop(closet).card_stock
    use_design(closet, "ribbon")
    assert shop(closet).card_stock == before
    with pytest.raises(NotFoundError):
        use_design(closet, "own-404")
