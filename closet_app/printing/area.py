"""A rectangle of paper with its own top left corner, where pieces are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from closet_app.printing import styles
from closet_app.printing.art import Art
from closet_app.printing.codes import dark_side, on_dot
from closet_app.printing.marks import Mark
from closet_app.printing.paper import Paper
from closet_app.printing.phrases import RemarkKind
from closet_app.printing.stock import Cell
from closet_app.printing.text.clean import clean
from closet_app.printing.text.direction import embedding_levels, has_right_to_left
from closet_app.printing.text.fitting import Fitted, Style, fit_line, fit_lines, fit_words
from closet_app.printing.text.layout import Line


class Align(Enum):
    """Which edge of its slot a line keeps to; START is the right one for leftward writing."""

    START = 0
    LEFT = 1
    CENTRE = 2
    RIGHT = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """Where text goes: left edge, first baseline and width in points; `turn` in degrees."""

    x: float
    y: float
    width: float
    align: Align = Align.START
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A place within an area, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn."""

    width: float
    ink: str
    corner: float = 0.0
    dash: tuple[float, ...] = ()


RULE = Pen(1.0, styles.INK)
HAIRLINE = Pen(0.75, styles.HAIRLINE)
STITCH = Pen(0.75, styles.STITCH, dash=styles.STITCH_DASH)


@dataclass(frozen=True, slots=True)
class Area:
    """Drawing in points from the area's top left; text is never wider than its slot."""

    paper: Paper
    cell: Cell

    @property
    def width(self) -> float:
        """Width in points."""
        return self.cell.width

    @property
    def height(self) -> float:
        """Height in points."""
        return self.cell.height

    def line(self, text: str, style: Style, slot: Slot) -> float:
        """One line, smaller or elided to fit its slot; returns its width."""
        if not text or slot.width <= 0:
            return 0.0
        return self.fitted(fit_line(text, style, slot.width), style.ink, slot)

    def words(self, text: str, style: Style, slot: Slot, height: float) -> None:
        """Large words on one line, or on two that end on its baseline, `height` points apart."""
        if not text or slot.width <= 0:
            return
        made = fit_words(text, style, slot.width, height)
        self.fitted(made, style.ink, replace(slot, y=slot.y - made.height))

    def lines(self, text: str, style: Style, slot: Slot, most: int) -> float:
        """Up to `most` wrapped lines; returns the baseline after them."""
        if not text or most < 1:
            return slot.y
        made = fit_lines(text, style, slot.width, most)
        self.fitted(made, style.ink, slot)
        return slot.y + len(made.lines) * style.leading

    def fitted(self, made: Fitted, ink: str, slot: Slot, outline: float = 0.0) -> float:
        """Lines already fitted; returns the widest one's width in points.

        With `outline` the letters are drawn as edges with a pen of so many points.
        """
        for number, line in enumerate(made.lines):
            left = self.cell.left + slot.x + _indent(line, made.size, slot)
            at = (left, self.cell.top + slot.y + number * made.leading)
            self.paper.write(line, made.size, ink, at, slot.turn, outline)
        return made.width

    def rule(self, x: float, y: float, width: float, pen: Pen = RULE) -> None:
        """A line to the right."""
        left, top = self.cell.left + x, self.cell.top + y
        self.paper.stroke((left, top, left + width, top), pen.width, pen.ink, pen.dash)

    def upright(self, x: float, y: float, height: float, pen: Pen = RULE) -> None:
        """A line downwards."""
        left, top = self.cell.left + x, self.cell.top + y
        self.paper.stroke((left, top, left, top + height), pen.width, pen.ink, pen.dash)

    def frame(self, box: Box, pen: Pen = HAIRLINE) -> None:
        """An empty box."""
        placed = (self.cell.left + box.x, self.cell.top + box.y, box.width, box.height)
        self.paper.frame(placed, pen.width, pen.ink, corner=pen.corner, dash=pen.dash)

    def paint(self, box: Box, ink: str, corner: float = 0.0) -> None:
        """A filled box."""
        placed = (self.cell.left + box.x, self.cell.top + box.y, box.width, box.height)
        self.paper.paint(placed, ink, corner=corner)

    @contextmanager
    def turned(self, box: Box, turn: float = 0.0) -> Iterator[Area]:
        """A box of this area as an area of its own, turned anticlockwise around its middle."""
        cell = Cell(self.cell.left + box.x, self.cell.top + box.y, box.width, box.height)
        place = self.paper.open_frame(cell, turn)
        yield Area(self.paper, place)
        self.paper.close_frame()

    def photo(self, path: Path | None, box: Box) -> None:
        """The photo cut to the box, or the empty box."""
        art = self.paper.art.photo(path, box.width, box.height) if path else None
        if art:
            self.paper.place(art, self.cell.left + box.x, self.cell.top + box.y, box.width)
            return
        self.frame(box)
        if path:
            self.paper.note(RemarkKind.MISSING_PHOTO, path.name)

    def logo_or_mark(
        self, logo: Path | None, mark: Mark, ink: str, box: Box, *, centred: bool = False
    ) -> None:
        """The shop's logo, else the mark, as large as the box allows, from its left or centred."""
        if logo and self.logo(logo, box, centred=centred):
            return
        self._place_within(self.paper.art.mark(mark, ink), box, centred=centred)

    def logo(self, logo: Path, box: Box, *, centred: bool = True) -> bool:
        """The logo as large as the box allows; False, and a remark, when it is no picture."""
        art = self.paper.art.logo(logo, box.width, box.height)
        if not art:
            self.paper.note(RemarkKind.MISSING_LOGO, logo.name)
            return False
        self._place_within(art, box, centred=centred)
        return True

    def _place_within(self, art: Art, box: Box, *, centred: bool) -> None:
        width = min(box.width, box.height * art.width / art.height)
        height = width * art.height / art.width
        top = self.cell.top + box.y + (box.height - height) / 2
        left = self.cell.left + box.x + ((box.width - width) / 2 if centred else 0)
        self.paper.place(art, left, top, width)

    def code(self, text: str, box: Box, ink: str, *, thermal: bool = False) -> float:
        """A code whose dark square fills the box from its left; returns its side, 0 for none.

        The quiet zone lies outside the box: the piece leaves a fifth of the box free around it.
        """
        if not text:
            return 0.0
        art = self.paper.art.code(text, ink)
        side = dark_side(int(art.width), box.width, thermal=thermal) if art else None
        if not art or not side:
            self.paper.note(RemarkKind.CODE_TOO_LONG)
            return 0.0
        left, top = self.cell.left + box.x, self.cell.top + box.y + (box.height - side) / 2
        if thermal:
            left, top = on_dot(left), on_dot(top)
        self.paper.place(art, left, top, side)
        return side


def _indent(line: Line, size: float, slot: Slot) -> float:
    room = max(0.0, slot.width - line.width * size)
    if slot.align is Align.CENTRE:
        return room / 2
    leftward = slot.align is Align.START and line.leftward
    return room if slot.align is Align.RIGHT or leftward else 0.0


def common_edge(*texts: str) -> Align:
    """One edge for lines that belong together: the one most of them start from."""
    if all(map(str.isascii, texts)):
        return Align.LEFT
    written = [text for text in map(clean, texts) if text]
    leftward = sum(has_right_to_left(text) and embedding_levels(text)[0] for text in written)
    return Align.RIGHT if leftward * 2 > len(written) else Align.LEFT
