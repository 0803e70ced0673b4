from __future__ import annotations

import io
from dataclasses import replace

import pytest

from closet_app.printing.cards.sides import suits
from closet_app.printing.designs import design_ids, load_design
from closet_app.printing.documents import Printed, make_cards
from closet_app.printing.stock import load_stock
from closet_app.printing.text.fitting import Style, TextTooLongError, fit_note
from closet_app.printing.values import Card, CardBack, CardPiece
from tests.printing.pieces import NOTE, SHOP, card, ink, words_of

STOCKS = ("card-iso-a6", "card-us-a6", "card-4x6")
LETTER_260 = (
    "thank you so much for your order and your kind words. I steamed both pieces this morning "
    "and checked every seam twice. The cardigan came from a friend who knits, and it has only "
    "known careful hands. If anything is not right, write me first and I will gladly help."
)


def made(*cards: Card, stock: str = "card-iso-a6") -> tuple[bytes, Printed]:
    out = io.BytesIO()
    printed = make_cards(cards, load_stock(stock), out)
    return out.getvalue(), printed


def test_front_and_back_follow_each_other() -> None:
    pdf, printed = made(card(kept_until="Dec 6"), card())
    assert printed.pages == 4
    front, back = words_of(pdf, 0), words_of(pdf, 1)
    assert "Dear Renata," in front
    assert "thank you for giving these three a second life!" in front
    assert "Warmly, Maya" in front
    assert "Order 1047. Packed on Nov 22 with paper, not plastic." in front
    assert "Goes well with your shirt" in back
    assert "Leather chukka boot Clarks, US 8" in back
    assert "Scan to see all three" in back
    assert "Kept for you until Dec 6." in back
    assert "Kept for you" not in words_of(pdf, 3)


@pytest.mark.parametrize(
    ("pieces", "words"), [(1, "Scan to see it"), (2, "Scan to see both"), (4, "all three")]
)
def test_the_back_counts_its_pieces_up_to_three(pieces: int, words: str) -> None:
    back = words_of(made(card(pieces=pieces))[0], 1)
    assert words in back
    assert "Belt" not in back


def test_a_card_without_a_back_is_one_page() -> None:
    assert made(card(pieces=0))[1].pages == 1


def test_a_back_without_a_title_or_link_uses_the_plain_one_and_the_shops() -> None:
    plain = card()
    assert plain.back is not None
    pdf, printed = made(replace(plain, back=replace(plain.back, title="", link="")))
    assert "Goes well with it" in words_of(pdf, 1)
    assert printed.warnings == ()


@pytest.mark.parametrize("stock", STOCKS)
def test_two_hundred_and_sixty_letters_fit_every_card(stock: str) -> None:
    assert len(LETTER_260) >= 260
    pdf, _ = made(card(LETTER_260), stock=stock)
    assert "write me first and I will gladly help." in words_of(pdf)


@pytest.mark.parametrize("stock", STOCKS)
def test_a_note_that_is_too_long_asks_to_be_shortened(stock: str) -> None:
    with pytest.raises(TextTooLongError, match=r"too long for this card\. Shorten it by about"):
        made(card(NOTE * 6), stock=stock)


@pytest.mark.parametrize("stock", STOCKS)
@pytest.mark.parametrize("note", [NOTE, LETTER_260, "감사합니다 " * 20, "شكراً جزيلاً " * 12])
def test_the_letter_stays_between_sprig_and_stitch(stock: str, note: str) -> None:
    pdf, _ = made(card(note, shop=replace(SHOP, name="unbreakable" * 9)), stock=stock)
    seen = ink(pdf, dpi=72)
    assert not seen[:, :18].any()
    assert not seen[:, -18:].any()
    height, width = seen.shape
    unit = max(1.0, min(width / 297.6, height / 419.5))
    assert not seen[height - int(56 * unit) : height - int(51 * unit)].any()
    assert seen[height - int(51 * unit) : height - int(46 * unit)].any()


def test_a_leftward_note_is_written_from_the_right() -> None:
    seen = ink(made(card("شكراً جزيلاً", pieces=0))[0], dpi=72)[160:185]
    assert seen[:, 200:].any()
    assert not seen[:, :100].any()


def test_paragraphs_of_a_note_stay_apart() -> None:
    one, two = (ink(made(card(note))[0], dpi=72) for note in ("One. Two.", "One.\n\nTwo."))
    assert two[170:260].any(axis=1).sum() > one[170:260].any(axis=1).sum()


LONG = "Wilhelmina-Konstantinopoulou"


@pytest.mark.parametrize("design_id", design_ids())
@pytest.mark.parametrize("stock_id", ["card-iso-a6", "card-us-a1", "card-us-a2-folded"])
def test_a_long_name_is_never_cut_short(design_id: str, stock_id: str) -> None:
    design, stock = load_design(design_id), load_stock(stock_id)
    if not suits(design, stock):
        return
    told = replace(
        card(),
        greeting=f"Dear {LONG},",
        facts=(("first name", LONG), ("owner", "Maya")),
    )
    out = io.BytesIO()
    made = make_cards([told], stock, out, design=design)
    said = "".join(words_of(out.getvalue(), page) for page in range(made.pages)).replace(" ", "")
    assert LONG in said
    assert "…" not in said


def test_no_note_ends_in_a_lone_word() -> None:
    style = Style("text", 11, 8, 16, "#000000")
    for width in range(120, 220, 7):
        made = fit_note(NOTE, style, width, 400)
        assert made.lines[-1].width * made.size > 0.25 * width


def test_a_heading_names_the_piece_however_long_its_name() -> None:
    name = "Satin leopard-print shirt with pearl buttons"
    back = CardBack((CardPiece("Belt", "", ""),), f"Goes well with your {name}")
    said = words_of(made(replace(card(), back=back))[0], 1)
    assert name.replace(" ", "") in said.replace(" ", "")


def test_a_heading_that_no_two_lines_hold_is_the_general_one() -> None:
    back = CardBack((CardPiece("Belt", "", ""),), "Goes well with your " + "long shirt " * 12)
    assert "Goes well with it" in words_of(made(replace(card(), back=back))[0], 1)
