"""How much a card still has room for."""

from __future__ import annotations

from closet_app.printing.cards.back import MOST_PIECES
from closet_app.printing.cards.letter import MOST_LETTERS, letters_left_in
from closet_app.printing.cards.sides import letter_frame
from closet_app.printing.design import HAND_NOTE, Design
from closet_app.printing.stock import Stock
from closet_app.printing.values import Card

__all__ = ["MOST_LETTERS", "MOST_PIECES", "letters_left"]


def letters_left(card: Card, stock: Stock, design: Design = HAND_NOTE) -> int:
    """About how many more letters like the note's own fit at its smallest writing.

    Below zero it is about how many are too many.
    """
    return letters_left_in(card, design, letter_frame(card, design, stock))
