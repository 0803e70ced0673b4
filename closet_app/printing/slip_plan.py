"""How a packing slip is divided: its measures, its address blocks, its lines page by page."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.printing import styles
from closet_app.printing.area import Box
from closet_app.printing.party import PartyBlock, PartyStyle, fit_party
from closet_app.printing.stock import Stock
from closet_app.printing.text.fitting import Fitted, fit_lines
from closet_app.printing.values import Party, Slip, SlipLine

_MARK = Box(50.5, 43.5, 40, 45)


@dataclass(frozen=True, slots=True)
class SlipGeometry:
    """Where everything lies, in points from the page's top left, foot measured from below."""

    side: float = 46.8
    mark: Box = _MARK
    name_x: float = 90
    name_y: float = 68
    tagline_y: float = 83.5
    heading_width: float = 190
    piece_y: float = 64
    heading_y: float = 79.8
    head_rule: float = 104.6
    party_label: float = 29.7
    party_name: float = 49.6
    party_least: float = 36.3
    party_room: float = 170
    party_foot: float = 22
    sender_at: float = 0.584
    party_gap: float = 18
    row: float = 63.2
    least_row: float = 33
    photo: tuple[float, float] = (42, 48)
    photo_x: float = 25.2
    photo_air: float = 15.2
    least_photo_air: float = 5
    text_x: float = 79.2
    tick: float = 12.6
    price_width: float = 84
    tail_title: float = 24.8
    tail_first: float = 41.3
    tail_gap: float = 30
    totals_width: float = 180
    totals_first: float = 26.3
    totals_pitch: float = 19
    paid_rule: float = 10.3
    paid_drop: float = 30
    tail_air: float = 14
    care_lines: int = 6
    message_lines: int = 5
    tax_first: float = 20
    tax_pitch: float = 15
    foot_rule: float = 145
    foot_code: float = 125
    code: float = 81
    code_inset: float = 3
    foot_text_x: float = 104
    promise: float = 106.5
    note: float = 88.5
    note_lines: int = 4
    foot_text_width: float = 222
    signature_width: float = 172
    signature: float = 70
    turn: float = 4.5
    page_number: float = 30
    lines_per_page: int = 8


GEOMETRY = SlipGeometry()
_BUYER = PartyStyle(styles.BUYER_NAME, styles.BODY, 18.8)
_SENDER = PartyStyle(styles.BODY_STRONG, styles.BODY, 18.3)


@dataclass(frozen=True, slots=True)
class Parties:
    """Buyer and sender, fitted."""

    buyer: PartyBlock
    sender: PartyBlock

    @property
    def foot(self) -> float:
        """Where the lines begin, in points from the page's top."""
        highest = max(self.buyer.height, self.sender.height, GEOMETRY.party_least)
        return GEOMETRY.head_rule + GEOMETRY.party_name + highest + GEOMETRY.party_foot


def fitted_parties(slip: Slip, stock: Stock, tax_number: str = "") -> Parties:
    """Buyer and sender side by side; the higher one decides where the lines begin.

    `tax_number` is the sender's last line, already said.
    """
    geometry = GEOMETRY
    inner = stock.width - 2 * geometry.side
    sender_x = inner * geometry.sender_at
    shop = Party(slip.shop.name, (*slip.shop.address, *filter(None, (tax_number,))))
    return Parties(
        fit_party(slip.buyer, _BUYER, sender_x - geometry.party_gap, geometry.party_room),
        fit_party(shop, _SENDER, inner - sender_x, geometry.party_room),
    )


def planned_pages(
    slip: Slip, stock: Stock, parties: Parties
) -> list[tuple[tuple[SlipLine, ...], float]]:
    """The lines of each page with their row height; the last page keeps room for the totals."""
    geometry, tail = GEOMETRY, _tail_height(slip, stock.width)
    head = parties.foot
    foot = stock.height - geometry.foot_rule - tail
    bottom = stock.height - geometry.foot_rule / 2
    plan: list[tuple[tuple[SlipLine, ...], float]] = []
    left = slip.lines
    while True:
        whole = min(geometry.lines_per_page, int((foot - head) / geometry.least_row))
        if len(left) <= whole or not left:
            plan.append((left, _row(foot - head, len(left))))
            return plan
        most = int((bottom - head) / geometry.least_row)
        count = max(1, min(geometry.lines_per_page, most, len(left) - 1))
        plan.append((left[:count], _row(bottom - head, count)))
        left, head = left[count:], geometry.head_rule


def _row(room: float, count: int) -> float:
    return min(GEOMETRY.row, room / max(1, count))


def _tail_height(slip: Slip, page_width: float) -> float:
    totals = 0.0 if slip.gift else _totals_height(slip)
    return max(totals, tail_words(slip, page_width).height) + GEOMETRY.tail_air


def _totals_height(slip: Slip) -> float:
    geometry, height = GEOMETRY, 0.0
    if slip.totals or slip.paid:
        height = geometry.totals_first + len(slip.totals) * geometry.totals_pitch
        height += geometry.paid_drop if slip.paid else 0
    if slip.invoice and slip.invoice.rows:
        height += geometry.tax_first + len(slip.invoice.rows) * geometry.tax_pitch
    return height


@dataclass(frozen=True, slots=True)
class TailWords:
    """The gift's message over the care text, fitted to the width that the totals leave."""

    message: Fitted | None
    care: Fitted | None

    @property
    def care_top(self) -> float:
        """How far below the lines the care text's part begins, in points."""
        if not self.message:
            return 0.0
        return GEOMETRY.tail_first + len(self.message.lines) * self.message.leading

    @property
    def height(self) -> float:
        """What both take, in points."""
        if not self.care:
            return self.care_top
        return self.care_top + GEOMETRY.tail_first + len(self.care.lines) * self.care.leading


def tail_words(slip: Slip, page_width: float) -> TailWords:
    """The message and the care text of a slip; the message of a gift takes the whole width."""
    geometry, width = GEOMETRY, care_width(page_width)
    message = care = None
    if slip.gift and slip.message.strip():
        wide = page_width - 2 * geometry.side
        message = fit_lines(slip.message, styles.GIFT_NOTE, wide, geometry.message_lines)
    if slip.care:
        care = fit_lines(slip.care, styles.SMALL, width, geometry.care_lines)
    return TailWords(message, care)


def care_width(page_width: float) -> float:
    """What the totals leave for the care text, in points."""
    return page_width - 2 * GEOMETRY.side - GEOMETRY.totals_width - GEOMETRY.tail_gap
