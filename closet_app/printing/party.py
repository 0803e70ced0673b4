"""A name and address set as one block: one edge, every line whole if it can be."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.printing.area import Align, Area, Slot, common_edge
from closet_app.printing.phrases import RemarkKind
from closet_app.printing.text.fitting import Fitted, Style, fit_address
from closet_app.printing.values import Party


@dataclass(frozen=True, slots=True)
class PartyBlock:
    """The fitted name and lines; `drop` leads from the name's last baseline to the lines."""

    name: Fitted
    lines: Fitted
    name_ink: str
    line_ink: str
    edge: Align
    drop: float

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not (self.name.lines or self.lines.lines)

    @property
    def height(self) -> float:
        """From the name's baseline to the last one, in points."""
        return self.name.height + (self.drop + self.lines.height if self.lines.lines else 0.0)


@dataclass(frozen=True, slots=True)
class PartyStyle:
    """The types of a block, and the step from name to lines in points."""

    name: Style
    lines: Style
    drop: float


def fit_party(party: Party, style: PartyStyle, width: float, height: float) -> PartyBlock:
    """The block within `width`, its last baseline at most `height` below the first."""
    name = fit_address((party.name,), style.name, width, style.name.leading * 1.3)
    room = height - name.height - style.drop
    lines = fit_address(party.lines, style.lines, width, room)
    drop = style.drop * lines.size / style.lines.size
    edge = common_edge(party.name, *party.lines)
    return PartyBlock(name, lines, style.name.ink, style.lines.ink, edge, drop)


def draw_party(area: Area, block: PartyBlock, x: float, y: float, width: float) -> None:
    """The block with the name's first baseline at `y`."""
    area.fitted(block.name, block.name_ink, Slot(x, y, width, block.edge))
    below = y + block.name.height + block.drop
    area.fitted(block.lines, block.line_ink, Slot(x, below, width, block.edge))
    if not (block.name.whole and block.lines.whole):
        area.paper.note(RemarkKind.ADDRESS_CUT)
