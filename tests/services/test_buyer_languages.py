"""What a parcel says to a buyer who reads another language than the shop."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from closet_app.db.ledger import reading
from closet_app.db.records import OrderRecord
from closet_app.domain.addresses import Address
from closet_app.printing.phrases import load_phrases
from closet_app.services import buyers, matches, print_runs, shop, stock
from closet_app.services.closet import Closet
from closet_app.services.order_views import order as order_view
from closet_app.services.print_runs import PiecePlan
from closet_app.services.prints import PieceKind
from tests.closets import add, sell

HOME = Address(line1="Große Bleichen 12", city="Hamburg", postal_code="20354", country="DE")


@pytest.fixture
def order(closet: Closet) -> int:
    shop.edit_shop(closet, owner="Maya", card_note="thank you for your order!")
    item = add(closet, "Satinbluse", material="100 % silk")
    return sell(closet, [item], ["26"], buyer_name="Jörg Lange", address=HOME)


def read_in(closet: Closet, order_id: int, language: str) -> None:
    with reading(closet.database) as ledger:
        buyer_id = ledger.get(OrderRecord, order_id).buyer_id or 0
    buyers.edit_buyer(closet, buyer_id, language=language)


def printed(closet: Closet, order_id: int, *kinds: PieceKind) -> str:
    """All words of the pieces."""
    plans = [PiecePlan(kind=kind) for kind in kinds]
    files = print_runs.make_run(closet, [order_id], plans).files
    pages = (page for file in files for page in PdfReader(io.BytesIO(file.pdf)).pages)
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(
    ("language", "greeting", "note", "slip", "care"),
    [
        ("de", "Hallo Jörg,", "herzlich willkommen", "Lieferschein", "kühl von Hand waschen"),
        ("es", "Jörg", "te doy la bienvenida", "Contenido del paquete", "lavar a mano en frío"),
        ("fr", "Jörg", "votre première commande", "Bon de livraison", "laver à la main à froid"),
        ("ko", "Jörg 님께,", "환영합니다!", "포장 명세서", "찬물에 손세탁"),
    ],
)
def test_slip_card_and_care_are_written_as_the_buyer_reads(
    closet: Closet, order: int, language: str, greeting: str, note: str, slip: str, care: str
) -> None:
    read_in(closet, order, language)
    card = printed(closet, order, PieceKind.CARD)
    assert greeting in card
    assert note in card
    assert "thank you for your order" not in card
    assert "Dear" not in card
    words = printed(closet, order, PieceKind.SLIP)
    assert slip in words
    assert care in words
    assert "Packing slip" not in words
    assert care in printed(closet, order, PieceKind.CARE)


@pytest.mark.parametrize("language", ["", "pl"])
def test_without_a_text_in_her_language_the_shops_own_is_printed(
    closet: Closet, order: int, language: str
) -> None:
    read_in(closet, order, language)
    assert "thank you for your order!" in printed(closet, order, PieceKind.CARD)
    assert "Packing slip" in printed(closet, order, PieceKind.SLIP)


@pytest.mark.parametrize("language", ["de", "es", "fr", "ko"])
def test_no_word_of_the_shops_own_language_stands_between_hers(
    closet: Closet, order: int, language: str
) -> None:
    read_in(closet, order, language)
    words = printed(closet, order, PieceKind.SLIP, PieceKind.CARD)
    own, number = load_phrases(language), order_view(closet, order).number
    assert own.say("items") in words
    assert own.say("signature", name="Maya") in words
    assert own.say("order", number=number) in words
    for english in ("Items", "Shipping", "Order", "thank you", "Goes well"):
        assert english not in words


@pytest.mark.parametrize(
    ("language", "heading"), [("", "Wear it with your Satin tee"), ("de", "Dazu passt: Satin tee")]
)
def test_reasons_of_a_style_card_are_sentences_in_the_shops_language_alone(
    closet: Closet, language: str, heading: str
) -> None:
    tee = add(closet, "Satin tee, navy", colors=("Navy",), size="M")
    for title, category in (("Corduroy skirt", "Skirts"), ("Denim jacket", "Jackets & Coats")):
        made = add(closet, title, category=category, colors=("Brown",), size="M")
        stock.mark_listed(closet, [made], ["ebay"])
    order_id = sell(closet, [tee], ["26"], buyer_name="Jörg Lange", address=HOME)
    read_in(closet, order_id, language)
    words = printed(closet, order_id, PieceKind.STYLE)
    assert heading in words
    first = matches.matches(closet, order_id)[0].reasons[0].rstrip(".")
    assert (f"{first}." in words) == (not language)
