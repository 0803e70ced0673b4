"""The way to the first sale in seven steps, joined by stitches, and what one sale leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.fees import RuleBook
from closet_app.domain.money import Money
from closet_app.domain.profit import Quote, SaleTerms, quote
from closet_app.ui.theme.fonts import sized_font
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.badges import PriceTag
from closet_app.ui.widgets.frames import Card, stitch_pen
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import mark, say
from closet_app.wording import say_money


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step: what to do, in a few more words, and how long it takes."""

    title: str
    words: str
    time: str = ""


STEPS = (
    FirstStep(
        mark("Photograph three things"),
        mark("Front, back and the tag. Phone photos are fine."),
        mark("5 min"),
    ),
    FirstStep(
        mark("Drop the photos"),
        mark("One piece at a time, or one piece for each photo."),
        mark("1 min"),
    ),
    FirstStep(
        mark("Say what you paid"), mark("Without it there is no true profit."), mark("1 min")
    ),
    FirstStep(
        mark("Copy the listing"), mark("Title and text for each marketplace."), mark("3 min")
    ),
    FirstStep(mark("Mark it sold"), mark("Type the price and who bought it."), mark("10 sec")),
    FirstStep(mark("Pack and print"), mark("A slip, a label and a thank-you card."), mark("2 min")),
    FirstStep(mark("See what you kept"), mark("After fees, postage and supplies.")),
)

_DOT, _PITCH = 28, 64


class StepRow(QWidget):
    """A numbered dot, its stitch to the next one, and the words."""

    def __init__(self, number: int, step: FirstStep, *, last: bool = False) -> None:
        super().__init__()
        self._number = number
        self._last = last
        self.setMinimumHeight(px(_PITCH if not last else 44))
        heading = QHBoxLayout()
        heading.setSpacing(px(8))
        heading.addWidget(PlainLabel(say(step.title), role="body-strong", wrap=True), 1)
        heading.addWidget(PlainLabel(say(step.time), role="small", tone="muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(44), px(2), 0, px(8))
        column.setSpacing(px(4))
        column.addLayout(heading)
        column.addWidget(PlainLabel(say(step.words), tone="muted", wrap=True))
        column.addStretch(1)
        self.setAccessibleName(f"{number}. {say(step.title)}. {say(step.words)}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(_DOT)
        if not self._last:
            painter.setPen(stitch_pen(color("hem")))
            middle = side / 2 + 0.5
            painter.drawLine(QPointF(middle, side + 1), QPointF(middle, self.height()))
        dot = QRectF(0.5, 0.5, side - 1, side - 1)
        first = self._number == 1
        painter.setPen(Qt.PenStyle.NoPen if first else QPen(color("hem"), 1))
        painter.setBrush(color("accent" if first else "surface"))
        painter.drawEllipse(dot)
        painter.setFont(sized_font(px(13), 600))
        painter.setPen(color("on-accent" if first else "ink2"))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(self._number))


class FirstSteps(QWidget):
    """All seven."""

    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for number, step in enumerate(STEPS, start=1):
            rows.addWidget(StepRow(number, step, last=number == len(STEPS)))


EXAMPLE_PAID, EXAMPLE_ASKED, EXAMPLE_PACKING = "6", "34", "0.90"


def example(book: RuleBook, today: date) -> Quote:
    """What a tee bought for $6 and sold for $34 on Poshmark leaves, by today's rule."""
    return quote(
        book,
        SaleTerms(
            marketplace="poshmark",
            on=today,
            price=Money.of(EXAMPLE_ASKED, "USD"),
            cost=Money.of(EXAMPLE_PAID, "USD"),
            supplies=Money.of(EXAMPLE_PACKING, "USD"),
        ),
    )


class ExampleCard(Card):
    """One sale in three lines, with its price on a tag."""

    def __init__(self, sale: Quote) -> None:
        super().__init__(look="sunken", pad=16)
        asked = say_money(Money.of(EXAMPLE_ASKED, "USD"), cents="auto")
        told = say(
            "Bought for {paid}, listed at {asked}, {marketplace} takes {fee}, packing {packing}",
            paid=say_money(Money.of(EXAMPLE_PAID, "USD"), cents="auto"),
            asked=asked,
            marketplace="Poshmark",
            fee=say_money(sale.fee.total),
            packing=say_money(Money.of(EXAMPLE_PACKING, "USD")),
        )
        words = QVBoxLayout()
        words.setSpacing(px(3))
        words.addWidget(PlainLabel(told, role="small", tone="muted", wrap=True))
        keep = say("You keep {amount}", amount=say_money(sale.keep))
        words.addWidget(PlainLabel(keep, role="body-strong", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addLayout(words, 1)
        row.addWidget(PriceTag(asked, 34))
        self.body.addLayout(row)
