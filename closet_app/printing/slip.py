"""The packing slip: who gets what, what it cost, and what to do when it is not right."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.printing import styles
from closet_app.printing.area import (
    HAIRLINE,
    RULE,
    STITCH,
    Align,
    Area,
    Box,
    Pen,
    Slot,
    common_edge,
)
from closet_app.printing.marks import SPRIG
from closet_app.printing.paper import Paper
from closet_app.printing.party import PartyBlock, PartyStyle, draw_party, fit_party
from closet_app.printing.stock import Cell, Stock
from closet_app.printing.text.fitting import Style, fit_line, fit_lines
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
_TICK_PEN = Pen(1.0, styles.INK, corner=2.2)


@dataclass(frozen=True, slots=True)
class _Parties:
    buyer: PartyBlock
    sender: PartyBlock

    @property
    def foot(self) -> float:
        """Where the lines begin, in points from the page's top."""
        highest = max(self.buyer.height, self.sender.height, GEOMETRY.party_least)
        return GEOMETRY.head_rule + GEOMETRY.party_name + highest + GEOMETRY.party_foot


def draw_slip(paper: Paper, slip: Slip, stock: Stock) -> None:
    """The slip's pages: lines that do not fit go on to pages marked “2 of 2”."""
    paper.subject = slip.order
    parties = _parties(slip, stock)
    plan = _planned(slip, stock, parties)
    for number, (lines, row) in enumerate(plan, start=1):
        paper.open_page(stock.width, stock.height)
        page = _SlipPage(Area(paper, Cell(0, 0, stock.width, stock.height)), slip, parties)
        page.draw(lines, row, number, len(plan))
        paper.close_page()


def _parties(slip: Slip, stock: Stock) -> _Parties:
    """Buyer and sender side by side; the higher one decides where the lines begin."""
    geometry = GEOMETRY
    inner = stock.width - 2 * geometry.side
    sender_x = inner * geometry.sender_at
    shop = Party(slip.shop.name, slip.shop.address)
    return _Parties(
        fit_party(slip.buyer, _BUYER, sender_x - geometry.party_gap, geometry.party_room),
        fit_party(shop, _SENDER, inner - sender_x, geometry.party_room),
    )


def _planned(
    slip: Slip, stock: Stock, parties: _Parties
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
    geometry = GEOMETRY
    totals = 0.0
    if not slip.gift and (slip.totals or slip.paid):
        totals = geometry.totals_first + len(slip.totals) * geometry.totals_pitch
        totals += geometry.paid_drop if slip.paid else 0
    care = 0.0
    if slip.care:
        room = fit_lines(slip.care, styles.SMALL, _care_width(page_width), geometry.care_lines)
        care = geometry.tail_first + len(room.lines) * styles.SMALL.leading
    return max(totals, care) + geometry.tail_air


def _care_width(page_width: float) -> float:
    return page_width - 2 * GEOMETRY.side - GEOMETRY.totals_width - GEOMETRY.tail_gap


@dataclass(frozen=True, slots=True)
class _SlipPage:
    area: Area
    slip: Slip
    parties: _Parties

    @property
    def _inner(self) -> float:
        return self.area.width - 2 * GEOMETRY.side

    @property
    def _right(self) -> float:
        return self.area.width - GEOMETRY.side

    def draw(self, lines: tuple[SlipLine, ...], row: float, number: int, pages: int) -> None:
        """One page: the parties on the first, totals and foot on the last."""
        self._head()
        top = GEOMETRY.head_rule
        if number == 1:
            self._draw_parties()
            top = self.parties.foot
            self.area.rule(GEOMETRY.side, top, self._inner)
        for line in lines:
            self._line(line, top, row)
            top += row
            self.area.rule(GEOMETRY.side, top, self._inner, HAIRLINE)
        if number == pages:
            self._tail(top)
            self._foot()
        if pages > 1:
            self._page_number(number, pages)

    def _say(self, key: str, **facts: object) -> str:
        return self.area.paper.phrases.say(key, **facts)

    def _head(self) -> None:
        geometry, shop = GEOMETRY, self.slip.shop
        self.area.logo_or_mark(shop.logo, SPRIG, styles.INK, geometry.mark)
        width = self._right - geometry.name_x - geometry.heading_width - 12
        self.area.line(shop.name, styles.SHOP_NAME, Slot(geometry.name_x, geometry.name_y, width))
        self.area.line(
            shop.tagline, styles.TAGLINE, Slot(geometry.name_x, geometry.tagline_y, width)
        )
        left = self._right - geometry.heading_width
        for text, style, y in (
            (self._say("packing_slip"), styles.PIECE_TITLE, geometry.piece_y),
            (self.slip.heading, styles.SMALL, geometry.heading_y),
        ):
            self.area.line(text, style, Slot(left, y, geometry.heading_width, Align.RIGHT))
        self.area.rule(geometry.side, geometry.head_rule, self._inner)

    def _draw_parties(self) -> None:
        geometry, top = GEOMETRY, GEOMETRY.head_rule
        sender_x = geometry.side + self._inner * geometry.sender_at
        for label, block, x, width in (
            (
                "packed_for",
                self.parties.buyer,
                geometry.side,
                sender_x - geometry.side - geometry.party_gap,
            ),
            ("from", self.parties.sender, sender_x, self._right - sender_x),
        ):
            slot = Slot(x, top + geometry.party_label, width)
            self.area.line(self._say(label), styles.SMALL, slot)
            draw_party(self.area, block, x, top + geometry.party_name, width)

    def _line(self, line: SlipLine, top: float, row: float) -> None:
        geometry, middle = GEOMETRY, top + row / 2
        half = geometry.tick / 2
        self.area.frame(Box(geometry.side, middle - half, geometry.tick, geometry.tick), _TICK_PEN)
        self._photo(line, middle, row)
        left = geometry.side + geometry.text_x
        width = self._right - left - geometry.price_width - 10
        edge = common_edge(line.title, line.title, line.detail)
        self.area.line(line.title, styles.BODY_STRONG, Slot(left, middle - 1.6, width, edge))
        self.area.line(line.detail, styles.SMALL, Slot(left, middle + 12, width, edge))
        self._price(line, middle)

    def _photo(self, line: SlipLine, middle: float, row: float) -> None:
        width, height = GEOMETRY.photo
        air = max(GEOMETRY.least_photo_air, min(GEOMETRY.photo_air, row - height))
        scale = min(1.0, (row - air) / height)
        x = GEOMETRY.side + GEOMETRY.photo_x + width * (1 - scale) / 2
        box = Box(x, middle - height * scale / 2, width * scale, height * scale)
        self.area.photo(line.photo, box)

    def _price(self, line: SlipLine, middle: float) -> None:
        left = self._right - GEOMETRY.price_width
        numbers = " · ".join(part for part in (line.sku, line.bin) if part)
        price = "" if self.slip.gift else line.price
        y = middle + (-1.6 if price and numbers else 4.2)
        self.area.line(price, styles.PRICE, Slot(left, y, GEOMETRY.price_width, Align.RIGHT))
        y = middle + (12 if price else 4.2)
        self.area.line(numbers, styles.SMALL, Slot(left, y, GEOMETRY.price_width, Align.RIGHT))

    def _tail(self, top: float) -> None:
        if self.slip.care:
            width = _care_width(self.area.width)
            at = Slot(GEOMETRY.side, top + GEOMETRY.tail_title, width)
            self.area.line(self._say("care"), styles.SMALL_STRONG, at)
            first = Slot(GEOMETRY.side, top + GEOMETRY.tail_first, width)
            self.area.lines(self.slip.care, styles.SMALL, first, GEOMETRY.care_lines)
        if not self.slip.gift:
            self._totals(top)

    def _totals(self, top: float) -> None:
        y = top + GEOMETRY.totals_first
        for row in self.slip.totals:
            self._total(row.label, row.amount, y, styles.BODY)
            y += GEOMETRY.totals_pitch
        if not self.slip.paid:
            return
        y -= GEOMETRY.totals_pitch
        if self.slip.totals:
            left = self._right - GEOMETRY.totals_width
            self.area.rule(left, y + GEOMETRY.paid_rule, GEOMETRY.totals_width, RULE)
            y += GEOMETRY.paid_drop
        self._total(self._say("paid"), self.slip.paid, y, styles.PAID)

    def _total(self, label: str, amount: str, y: float, style: Style) -> None:
        left, width = self._right - GEOMETRY.totals_width, GEOMETRY.totals_width
        fitted = fit_line(amount, style, width * 0.6)
        self.area.line(label, style, Slot(left, y, width - fitted.width - 8))
        self.area.fitted(fitted, style.ink, Slot(left, y, width, Align.RIGHT))

    def _foot(self) -> None:
        shop, geometry, height = self.slip.shop, GEOMETRY, self.area.height
        code = self.slip.code or shop.link
        if not (shop.promise or shop.note or shop.signature or code):
            return
        self.area.rule(geometry.side, height - geometry.foot_rule, self._inner, STITCH)
        box = Box(
            geometry.side + geometry.code_inset,
            height - geometry.foot_code,
            geometry.code,
            geometry.code,
        )
        drawn = self.area.code(code, box, styles.CODE)
        left = geometry.side + (geometry.foot_text_x if drawn else 0)
        self._promise(left, bool(drawn) and code == shop.link)
        self._signature()

    def _promise(self, left: float, scannable: bool) -> None:  # noqa: FBT001
        geometry, height = GEOMETRY, self.area.height
        width = geometry.side + geometry.foot_text_x + geometry.foot_text_width - left
        if not self.slip.shop.signature:
            width = self._right - left
        y = height - geometry.promise
        self.area.line(self.slip.shop.promise, styles.PROMISE, Slot(left, y, width))
        most = geometry.note_lines - int(scannable)
        slot = Slot(left, height - geometry.note, width)
        after = self.area.lines(self.slip.shop.note, styles.NOTE, slot, most)
        if scannable:
            self.area.line(self._say("scan_shop"), styles.NOTE, Slot(left, after, width))

    def _signature(self) -> None:
        width = GEOMETRY.signature_width
        slot = Slot(
            self._right - width,
            self.area.height - GEOMETRY.signature,
            width - 7,
            Align.RIGHT,
            GEOMETRY.turn,
        )
        self.area.line(self.slip.shop.signature, styles.SIGNATURE, slot)

    def _page_number(self, number: int, pages: int) -> None:
        text = self._say("page_of", page=number, pages=pages)
        y = self.area.height - GEOMETRY.page_number
        self.area.line(text, styles.SMALL, Slot(self._right - 100, y, 100, Align.RIGHT))
