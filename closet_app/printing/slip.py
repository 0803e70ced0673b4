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
from closet_app.printing.party import draw_party
from closet_app.printing.sheet import Layout
from closet_app.printing.slip_plan import (
    GEOMETRY,
    Parties,
    care_width,
    fitted_parties,
    planned_pages,
    tail_words,
)
from closet_app.printing.stock import Cell
from closet_app.printing.text.fitting import Style, fit_line
from closet_app.printing.values import Slip, SlipLine

_TICK_PEN = Pen(1.0, styles.INK, corner=2.2)


def draw_slip(paper: Paper, slip: Slip, layout: Layout) -> None:
    """The slip's pages: lines that do not fit go on to pages marked “2 of 2”."""
    stock = layout.stock
    paper.begin(slip.order, slip.language)
    parties = fitted_parties(slip, stock, _tax_number(paper, slip))
    plan = planned_pages(slip, stock, parties)
    for number, (lines, row) in enumerate(plan, start=1):
        paper.open_sheet(layout)
        page = _SlipPage(Area(paper, Cell(0, 0, stock.width, stock.height)), slip, parties)
        page.draw(lines, row, number, len(plan))
        paper.close_page()


def _tax_number(paper: Paper, slip: Slip) -> str:
    number = slip.invoice.tax_number if slip.invoice else ""
    return paper.phrases.say("tax_number", number=number) if number else ""


@dataclass(frozen=True, slots=True)
class _SlipPage:
    area: Area
    slip: Slip
    parties: Parties

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
            (self._title(), styles.PIECE_TITLE, geometry.piece_y),
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
            if block.is_empty:
                continue
            slot = Slot(x, top + geometry.party_label, width, block.edge)
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

    def _title(self) -> str:
        invoice = self.slip.invoice
        if invoice is None:
            return self._say("packing_slip")
        return " ".join(filter(None, (self._say("invoice"), invoice.number)))

    def _tail(self, top: float) -> None:
        words = tail_words(self.slip, self.area.width)
        inks = styles.GIFT_NOTE.ink, styles.SMALL.ink
        for key, made, ink, below, width in (
            ("gift_note", words.message, inks[0], top, self._inner),
            ("care", words.care, inks[1], top + words.care_top, care_width(self.area.width)),
        ):
            if made:
                at = Slot(GEOMETRY.side, below + GEOMETRY.tail_title, self._inner)
                self.area.line(self._say(key), styles.SMALL_STRONG, at)
                drop = GEOMETRY.tail_first + made.size - styles.SMALL.size
                self.area.fitted(made, ink, Slot(GEOMETRY.side, below + drop, width))
        if not self.slip.gift:
            self._totals(top)

    def _totals(self, top: float) -> None:
        y = top + GEOMETRY.totals_first
        for row in self.slip.totals:
            self._total(row.label, row.amount, y, styles.BODY)
            y += GEOMETRY.totals_pitch
        if not self.slip.paid:
            return
        if self.slip.totals:
            y -= GEOMETRY.totals_pitch
            left = self._right - GEOMETRY.totals_width
            self.area.rule(left, y + GEOMETRY.paid_rule, GEOMETRY.totals_width, RULE)
            y += GEOMETRY.paid_drop
        self._total(self._say("paid"), self.slip.paid, y, styles.PAID)
        for number, row in enumerate(self.slip.invoice.rows if self.slip.invoice else ()):
            below = y + GEOMETRY.tax_first + number * GEOMETRY.tax_pitch
            self._total(row.label, row.amount, below, styles.TAX)

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
