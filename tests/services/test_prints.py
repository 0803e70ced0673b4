"""Printed pieces from real orders and pieces."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from closet_app.domain.addresses import Address
from closet_app.domain.item import ItemFacts
from closet_app.domain.units import Weight
from closet_app.errors import UserError
from closet_app.services import items, orders, prints, shop
from closet_app.services.closet import Closet
from closet_app.services.prints import PieceKind, PrintRequest
from tests.closets import PHOTOS, add, sell, usd

HOME = Address(line1="221 Alder Court", city="Riverbend", region="OR", postal_code="97000")


@pytest.fixture
def order_id(closet: Closet) -> int:
    """An order of two pieces, one with a photo, and a whole address."""
    shop.edit_shop(closet, owner="Maya", card_note="thank you for giving {pieces} a second life!")
    facts = ItemFacts(title="Satin shirt", brand="Zara", size="S", cost_price=usd(5))
    first, _ = items.add_item(closet, facts, [PHOTOS / "shirt-01.jpg"])
    second = add(closet, "Bootcut jeans, indigo")
    return sell(
        closet, [first, second], ["26", "38"], discount=usd("6.40"), shipping=usd("6.50"),
        own_label=True, buyer_name="Renata Okafor", address=HOME,
    )  # fmt: skip


def words_of(path: Path) -> str:
    """Everything that can be read in a PDF file."""
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_slip_says_what_was_paid(closet: Closet, order_id: int, tmp_path: Path) -> None:
    out = tmp_path / "slip.pdf"
    run = prints.print_to(closet, PrintRequest(kind=PieceKind.SLIP, ids=(order_id,)), out)
    words = words_of(out)
    assert run.pages == 1
    for part in ("Renata Okafor", "221 Alder Court", "Satin shirt", "$38.00", "$64.10", "1001"):
        assert part in words


def test_a_gift_slip_says_no_price(closet: Closet, order_id: int, tmp_path: Path) -> None:
    out = tmp_path / "slip.pdf"
    prints.print_to(closet, PrintRequest(kind=PieceKind.SLIP, ids=(order_id,), gift=True), out)
    assert "$" not in words_of(out)
    orders.edit_order(closet, order_id, gift=True)
    prints.print_to(closet, PrintRequest(kind=PieceKind.SLIP, ids=(order_id,)), out)
    assert "$" not in words_of(out)


def test_a_card_fills_in_its_note_by_look_up(closet: Closet, order_id: int, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    back = add(closet, "Leather baker cap")
    asked = PrintRequest(kind=PieceKind.CARD, ids=(order_id,), back_items=(back,))
    assert prints.print_to(closet, asked, out).pages == 2
    words = " ".join(words_of(out).split())
    assert "Dear Renata," in words
    assert "the satin shirt and one more a second life" in words
    assert "Leather baker cap" in words


def test_a_note_is_text_and_never_a_format(closet: Closet, order_id: int, tmp_path: Path) -> None:
    note = "{0.__class__} %s {unknown} <b>you</b>"
    out = tmp_path / "card.pdf"
    asked = PrintRequest(kind=PieceKind.CARD, ids=(order_id,), note=note)
    prints.print_to(closet, asked, out)
    assert "<b>you</b>" in " ".join(words_of(out).split())


def test_a_fourth_piece_does_not_fit_the_back(closet: Closet, order_id: int) -> None:
    back = tuple(add(closet, f"Piece {number}") for number in range(4))
    with pytest.raises(UserError):
        prints.print_bytes(
            closet, PrintRequest(kind=PieceKind.CARD, ids=(order_id,), back_items=back)
        )


def test_an_address_label_says_what_the_parcel_weighs(
    closet: Closet, order_id: int, tmp_path: Path
) -> None:
    orders.edit_order(closet, order_id, weight_mg=Weight.of(35, "oz").milligrams)
    out = tmp_path / "label.pdf"
    prints.print_to(closet, PrintRequest(kind=PieceKind.ADDRESS, ids=(order_id,)), out)
    assert "2 pieces, 2 lb 3 oz" in words_of(out)


def test_an_order_without_address_leaves_out_one_label_and_says_so(
    closet: Closet, order_id: int
) -> None:
    homeless = sell(closet, [add(closet)], ["34"], buyer_name="Carmen Ruiz")
    asked = PrintRequest(kind=PieceKind.ADDRESS, ids=(order_id, homeless))
    _, run = prints.print_bytes(closet, asked)
    assert run.pages == 1
    assert "Carmen Ruiz has no address" in run.problems[0].why
    with pytest.raises(UserError):
        prints.print_bytes(closet, PrintRequest(kind=PieceKind.ADDRESS, ids=(homeless,)))


def test_labels_begin_in_the_wanted_cell_and_come_in_copies(closet: Closet, tmp_path: Path) -> None:
    ids = tuple(add(closet, f"Piece {number}") for number in range(3))
    asked = PrintRequest(kind=PieceKind.LABEL, ids=ids, stock="avery-5160", start_cell=29, copies=2)
    out = tmp_path / "labels.pdf"
    assert prints.print_to(closet, asked, out).pages == 2
    assert words_of(out).count("JL-0003") == 2


def test_each_piece_offers_only_stock_it_fits(closet: Closet) -> None:
    offered = {kind: [stock.id for stock in prints.stocks_for(closet, kind)] for kind in PieceKind}
    every = {
        kind: {stock.id for stock in prints.stocks_for(closet, kind, every=True)}
        for kind in PieceKind
    }
    assert offered[PieceKind.SLIP] == ["letter", "a4"]
    assert offered[PieceKind.CARD][0] == "card-iso-a6"
    assert offered[PieceKind.ADDRESS][0] == "address-4x6"
    assert offered[PieceKind.LABEL][0] == "label-2.25x1.25"
    assert {"avery-5160", "dymo-30334", "avery-l7160"} <= set(offered[PieceKind.LABEL])
    assert "avery-5161" in every[PieceKind.LABEL] - set(offered[PieceKind.LABEL])
    assert "round-8293" not in every[PieceKind.LABEL]
    assert "letter" not in every[PieceKind.CARD] | every[PieceKind.ADDRESS]
    assert all(set(offered[kind]) <= every[kind] for kind in PieceKind)


def test_a_run_that_fails_leaves_the_file_that_was_there(closet: Closet, tmp_path: Path) -> None:
    out = tmp_path / "slip.pdf"
    out.write_text("older")
    with pytest.raises(UserError):
        prints.print_to(closet, PrintRequest(kind=PieceKind.SLIP, ids=()), out)
    assert out.read_text() == "older"
    assert list(tmp_path.glob("*.pdf*")) == [out]
