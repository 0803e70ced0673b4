"""The address label: large enough to read from a step away, and clearly not postage."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.printing import styles
from closet_app.printing.area import Align, Area, Box, Pen, Slot
from closet_app.printing.party import PartyStyle, draw_party, fit_party
from closet_app.printing.stock import Kind, Stock
from closet_app.printing.text.fitting import fit_lines, resized
from closet_app.printing.values import AddressLabel, Party

_POSTAGE_WORDS = 2
_WHOLE = (252.0, 330.0)
"""The smallest cell, in points, that has room for sender, postage and order."""
_COMPACT = (252.0, 80.0)
_STANDS = 1.15
_SENDER_FROM = 100.0
_CODE_FROM = (250.0, 72.0)
_LARGEST = 1.6


_CODE = Box(23.7, 82.6, 60.5, 60.5)


@dataclass(frozen=True, slots=True)
class AddressGeometry:
    """In points from the top left; the foot with the code is measured from below."""

    side: float = 20.7
    sender_y: float = 29.9
    sender_gap: float = 12
    sender_air: float = 8
    postage: float = 69
    postage_top: float = 20.9
    head_rule: float = 107.6
    ship_to_y: float = 134
    name_y: float = 162
    foot_rule: float = 98.3
    foot_air: float = 12
    code: Box = _CODE
    text_x: float = 99.4
    order: float = 63.5
    first_fact: float = 48.9
    facts: int = 3
    pen: float = 1.4


GEOMETRY = AddressGeometry()
_SENDER = PartyStyle(styles.SENDER_NAME, styles.SENDER_LINE, styles.SENDER_LINE.leading)
_RECEIVER = PartyStyle(styles.ADDRESS_NAME, styles.ADDRESS_LINE, styles.ADDRESS_LINE.leading)
_RULE = Pen(GEOMETRY.pen, styles.BLACK)
_POSTAGE = Pen(1.0, styles.BLACK, dash=styles.STITCH_DASH)


def draw_address_label(area: Area, label: AddressLabel, stock: Stock) -> None:
    """The label in its cell, in pure black; a small cell has the receiver alone."""
    area.paper.begin(label.order or label.receiver.name, label.language)
    thermal = stock.kind is Kind.ROLL
    if area.width >= _WHOLE[0] and area.height >= _WHOLE[1]:
        _draw_whole(area, label, thermal=thermal)
    elif area.height > area.width * _STANDS:
        with area.turned(Box(0, 0, area.width, area.height), 90) as lying:
            _draw_compact(lying, label, thermal=thermal)
    else:
        _draw_compact(area, label, thermal=thermal)


def draw_return_label(area: Area, sender: Party, stock: Stock) -> None:
    """The sender alone, as large as the cell allows."""
    area.paper.begin(sender.name)
    air = max(stock.margin, 4.0)
    if area.height > area.width * _STANDS:
        with area.turned(Box(0, 0, area.width, area.height), 90) as lying:
            draw_party_in(
                lying, sender, Box(air, air, lying.width - 2 * air, lying.height - 2 * air)
            )
    else:
        draw_party_in(area, sender, Box(air, air, area.width - 2 * air, area.height - 2 * air))


def draw_party_in(area: Area, party: Party, box: Box, least: float = 0.3) -> None:
    """A party in the middle of a box's height, in type that suits the box."""
    lines = 1 + max(1, len(party.lines))
    unit = min(box.height / (lines * styles.ADDRESS_LINE.leading), box.width / _COMPACT[0] * 1.4)
    unit = max(least, min(_LARGEST, unit))
    style = PartyStyle(
        resized(styles.ADDRESS_NAME, unit), resized(styles.ADDRESS_LINE, unit), 26.5 * unit
    )
    room = box.height - style.name.size * 0.8 - style.lines.size * 0.25
    block = fit_party(party, style, box.width, room)
    rise, fall = block.name.size * 0.72, block.lines.size * 0.22
    y = box.y + (box.height - block.height - rise - fall) / 2 + rise
    draw_party(area, block, box.x, y, box.width)


def _draw_whole(area: Area, label: AddressLabel, *, thermal: bool) -> None:
    _draw_sender(area, label)
    _draw_postage(area)
    area.rule(GEOMETRY.side, GEOMETRY.head_rule, _inner(area), _RULE)
    _draw_receiver(area, label)
    area.rule(GEOMETRY.side, area.height - GEOMETRY.foot_rule, _inner(area), _RULE)
    _draw_foot(area, label, thermal=thermal)


def _draw_compact(area: Area, label: AddressLabel, *, thermal: bool) -> None:
    """The receiver, the sender in one line above where there is room, the code at the right."""
    air = max(6.0, min(14.0, area.height * 0.09))
    inner = area.width - 2 * air
    drawn = 0.0
    if label.code and area.width >= _CODE_FROM[0] and area.height >= _CODE_FROM[1]:
        side = min(60.0, area.height * 0.5)
        box = Box(area.width - air - side - 6, (area.height - side) / 2, side, side)
        drawn = area.code(label.code, box, styles.BLACK, thermal=thermal)
    top = air
    if area.height >= _SENDER_FROM:
        sender = ", ".join((label.sender.name, *label.sender.lines))
        small = resized(styles.SENDER_LINE, 0.75)
        area.line(sender, small, Slot(air, air + 7, inner))
        area.rule(air, air + 13, inner, Pen(0.75, styles.BLACK))
        top = air + 18
    width = inner - (drawn + 22 if drawn else 0)
    draw_party_in(area, label.receiver, Box(air, top, width, area.height - top - air))


def _inner(area: Area) -> float:
    return area.width - 2 * GEOMETRY.side


def _draw_sender(area: Area, label: AddressLabel) -> None:
    width = _inner(area) - GEOMETRY.postage - GEOMETRY.sender_gap
    room = GEOMETRY.head_rule - GEOMETRY.sender_air - GEOMETRY.sender_y
    block = fit_party(label.sender, _SENDER, width, room)
    draw_party(area, block, GEOMETRY.side, GEOMETRY.sender_y, width)


def _draw_postage(area: Area) -> None:
    side = GEOMETRY.postage
    left = area.width - GEOMETRY.side - side
    area.frame(Box(left, GEOMETRY.postage_top, side, side), _POSTAGE)
    words = area.paper.phrases.say("postage")
    made = fit_lines(words, styles.POSTAGE, side * 0.75, _POSTAGE_WORDS)
    y = GEOMETRY.postage_top + side / 2 + styles.POSTAGE.size * 0.36
    y -= (len(made.lines) - 1) * styles.POSTAGE.leading / 2
    area.fitted(made, styles.POSTAGE.ink, Slot(left, y, side, Align.CENTRE))


def _draw_receiver(area: Area, label: AddressLabel) -> None:
    side, width = GEOMETRY.side, _inner(area)
    ship_to = area.paper.phrases.say("ship_to")
    area.line(ship_to, styles.SHIP_TO, Slot(side, GEOMETRY.ship_to_y, width))
    room = area.height - GEOMETRY.foot_rule - GEOMETRY.foot_air - GEOMETRY.name_y
    block = fit_party(label.receiver, _RECEIVER, width, room)
    draw_party(area, block, side, GEOMETRY.name_y, width)


def _draw_foot(area: Area, label: AddressLabel, *, thermal: bool) -> None:
    foot, height = GEOMETRY.code, area.height
    box = Box(foot.x, height - foot.y, foot.width, foot.height)
    drawn = area.code(label.code, box, styles.BLACK, thermal=thermal)
    left = GEOMETRY.text_x if drawn else GEOMETRY.side
    width = area.width - GEOMETRY.side - left
    order = area.paper.phrases.say("order", number=label.order) if label.order else ""
    area.line(order, styles.ADDRESS_ORDER, Slot(left, height - GEOMETRY.order, width))
    for number, fact in enumerate(label.facts[: GEOMETRY.facts]):
        y = height - GEOMETRY.first_fact + number * styles.ADDRESS_FACT.leading
        area.line(fact, styles.ADDRESS_FACT, Slot(left, y, width))
