"""Where the money of an order went, in words and columns."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.domain.fees import AppliedRule
from closet_app.domain.money import Money
from closet_app.domain.profit import LineProfit, OrderProfit, Step
from closet_app.services.records import OrderView
from closet_app.ui.orders.faces import first_name
from closet_app.ui.orders.speech import Speech
from closet_app.ui.widgets.charts import KeepParts, WaterfallStep
from closet_app.ui.words import mark, say

STEP_WORDS = {
    "items": mark("Items"),
    "discount": mark("Discount"),
    "shipping": mark("Shipping paid"),
    "fee": mark("Fee"),
    "label": mark("Label"),
    "supplies": mark("Supplies"),
    "refund": mark("Refund"),
    "cost": mark("Cost of goods"),
    "keep": mark("You keep"),
}
"""Every step of the waterfall by its key."""


def waterfall_steps(
    steps: Sequence[Step], marketplace: str, pieces: int, speech: Speech
) -> list[WaterfallStep]:
    """The columns of the chart, named for this order."""
    price = steps[0].amount
    return [
        WaterfallStep(
            name=_step_name(step, price, marketplace, pieces, speech),
            words=speech.money(step.amount) if step.key in BASES else speech.signed(step.amount),
            amount=step.amount.minor,
            kind=step.kind.value,
        )
        for step in steps
    ]


BASES = ("items", "keep")


def _step_name(step: Step, price: Money, marketplace: str, pieces: int, speech: Speech) -> str:
    if step.key == "fee":
        return say("{marketplace} fee", marketplace=speech.name(marketplace))
    if step.key == "discount":
        return _discount_name(step.amount, price, pieces)
    return say(STEP_WORDS[step.key])


def _discount_name(discount: Money, price: Money, pieces: int) -> str:
    """“Bundle 10%” when the discount is whole percents of the prices."""
    what = say("Bundle") if pieces > 1 else say("Discount")
    if not price.minor or (100 * discount.minor) % price.minor:
        return what
    return say("{what} {percent}%", what=what, percent=abs(100 * discount.minor // price.minor))


def share_words(view: OrderView, speech: Speech) -> str:
    """“55% of what Renata paid is yours”."""
    totals = view.profit.totals
    paid, keep = totals.buyer_paid, totals.profit
    name = first_name(view.buyer) or say("the buyer")
    if paid.minor <= 0:
        return ""
    if keep.minor < 0:
        lost = speech.money(abs(keep))
        return say(
            "{name} paid {paid}; you are {lost} short",
            name=name,
            paid=speech.money(paid),
            lost=lost,
        )
    percent = (200 * keep.minor + paid.minor) // (2 * paid.minor)
    return say("{percent}% of what {name} paid is yours", percent=percent, name=name)


def keep_parts(profit: OrderProfit) -> KeepParts:
    """What the buyer paid, divided as the keep bar shows it."""
    totals = profit.totals
    spent = totals.postage + totals.supplies + totals.refund
    return KeepParts(totals.profit.minor, totals.cost.minor, spent.minor, totals.fee.minor)


def keep_sentence(totals: LineProfit, speech: Speech) -> str:
    """The keep bar for screen readers."""
    return say(
        "keep {keep}, paid {cost}, label and supplies {spent}, fee {fee}",
        keep=speech.keep(totals.profit),
        cost=speech.money(totals.cost),
        spent=speech.money(totals.postage + totals.supplies),
        fee=speech.money(totals.fee),
    )


def rule_words(rule: AppliedRule, marketplace: str, speech: Speech) -> str:
    """On which rule the expected fee rests: its source and when it was checked."""
    if not rule.source:
        return rule.note
    words = say(
        "Fee by the rules of {marketplace} ({source}), checked {day}.",
        marketplace=speech.name(marketplace),
        source=rule.source,
        day=speech.short_day(rule.checked_on),
    )
    doubt = rule.note or (say("This rule is not verified.") if rule.unverified else "")
    return f"{words} {doubt}".strip()
