"""Inks, pens and types of printed pieces, from the print part of the design tokens."""

from __future__ import annotations

from closet_app.printing.text.fitting import Style

INK = "#1C191A"
GREY = "#555555"
BERRY = "#8C2F4B"
BERRY_STITCH = "#B88A98"
HAND = "#3A2A2E"
CODE = "#111111"
CARD_CODE = "#3A1420"
HAIRLINE = "#C9C5C2"
STITCH = "#77706C"
BLACK = "#000000"

STITCH_DASH = (6.0, 4.0)

SHOP_NAME = Style("title", 24, 13, 28, INK)
TAGLINE = Style("text", 10.5, 8, 14, GREY)
PIECE_TITLE = Style("strong", 15, 11, 18, INK)
SMALL = Style("text", 10.5, 8, 15.6, GREY)
SMALL_STRONG = Style("strong", 10.5, 8, 14, INK)
BUYER_NAME = Style("strong", 14, 9, 18, INK)
BODY_STRONG = Style("strong", 12, 9, 15, INK)
BODY = Style("text", 12, 8.5, 17.5, INK)
PRICE = Style("medium", 12, 8.5, 15, INK)
PAID = Style("strong", 14, 9, 18, INK)
PROMISE = Style("strong", 14, 10, 18, INK)
NOTE = Style("text", 11.5, 9, 17, GREY)
TAX = Style("text", 10.5, 8, 15, GREY)
GIFT_NOTE = Style("hand", 20, 14, 23, INK)
SIGNATURE = Style("hand", 27, 14, 30, INK)

GREETING = Style("hand", 33, 13, 38, HAND)
LETTER = Style("hand", 22.5, 18, 26.4, HAND)
SIGN_OFF = Style("hand", 22.5, 14, 27.8, HAND)
CARD_SMALL = Style("text", 10, 6.8, 13, GREY)
HAND_TITLE = Style("hand", 27, 16, 30, BERRY)
BACK_TITLE = Style("strong", 11.5, 8.5, 14, INK)
BACK_TEXT = Style("text", 10, 8, 14.7, GREY)
BACK_PRICE = Style("medium", 12, 8.5, 14, INK)
BACK_STRONG = Style("strong", 10, 8, 14.7, INK)

LABEL_NUMBER = Style("bold", 15, 9, 17, BLACK)
CELL_NUMBER = Style("bold", 13, 9, 15, BLACK)
LABEL_TEXT = Style("text", 8.5, 7, 10.8, BLACK)
LABEL_PRICE = Style("bold", 11, 8, 13, BLACK)
CELL_PRICE = Style("strong", 8.5, 7, 10.8, BLACK)
STRIP_NUMBER = Style("bold", 10, 5, 11, BLACK)
STRIP_TEXT = Style("text", 7, 5.5, 8.5, BLACK)
STRIP_PRICE = Style("strong", 7.5, 5, 9, BLACK)

SENDER_NAME = Style("strong", 11.5, 8, 14.7, BLACK)
SENDER_LINE = Style("text", 11.5, 8, 14.7, BLACK)
POSTAGE = Style("text", 9, 7, 11.5, BLACK)
SHIP_TO = Style("text", 10.5, 8, 14, BLACK)
ADDRESS_NAME = Style("bold", 21, 12, 26.5, BLACK)
ADDRESS_LINE = Style("medium", 18, 10, 26.5, BLACK)
ADDRESS_ORDER = Style("bold", 15, 9, 18, BLACK)
ADDRESS_FACT = Style("text", 11, 8, 16.4, BLACK)
