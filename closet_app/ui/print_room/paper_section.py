"""Paper and copies of the kind of piece that is chosen for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services import prints
from closet_app.services.print_pages import Kind, Stock
from closet_app.services.print_runs import RunPlan
from closet_app.services.prints import USUAL_FIELDS, PieceKind
from closet_app.ui.print_room.choices import Choice
from closet_app.ui.print_room.free_cells import FreeCells
from closet_app.ui.print_room.piece_choices import LabelChoices, SlipChoices
from closet_app.ui.print_room.piece_tabs import PieceTabs
from closet_app.ui.print_room.room import Room
from closet_app.ui.print_room.stock_tiles import StockTiles
from closet_app.ui.printing.paper_box import parse_copies
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.value_fields import NumberField
from closet_app.ui.words import mark, say

EACH = {
    Kind.PAPER: mark("{paper}, one page each"),
    Kind.CARD: mark("{paper}, one card each"),
    Kind.ROLL: mark("{paper}, one label each"),
}

UNLIKE = {True: mark("This design is meant flat."), False: mark("This design is meant folded.")}
"""Said of a card that folds, or does not, where the design is the other."""


class PaperSection(QWidget):
    """Segments of pieces; for the one in hand its papers, copies, and the sheet when it is one.

    `shown` follows new controls.
    """

    shown = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._counts: dict[PieceKind, int] = {}
        self.tabs = PieceTabs(room)
        self.tiles = StockTiles()
        self.explain = PlainLabel("", role="small", tone="muted", wrap=True)
        self.keep = Button("", "link", size="small", pressed=self._make_usual)
        self.copies = NumberField[int]("", parse_copies, str)
        self.cells = FreeCells(room.choices[room.kind].paper)
        self.slip = SlipChoices(room)
        self.label = LabelChoices(room)
        self.sheet = QWidget()
        self.sheet_words = PlainLabel("", role="small", tone="muted", wrap=True)
        self._build()
        self._connect()
        self.show_kind()

    def _build(self) -> None:
        fix(self.copies, width=64)
        self.copies.line.setAccessibleName(say("Copies"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(say("Paper"), role="section"))
        column.addWidget(self.tabs)
        column.addWidget(self.tiles)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.explain, 1)
        row.addWidget(PlainLabel(say("Copies"), role="label"))
        row.addWidget(self.copies)
        column.addLayout(row)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        beside = QHBoxLayout(self.sheet)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(px(12))
        beside.addWidget(self.cells, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.sheet_words, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.sheet)
        column.addWidget(self.slip)
        column.addWidget(self.label)

    def _connect(self) -> None:
        room = self._room
        room.aimed.connect(lambda _kind: self.show_kind())
        room.chosen.connect(lambda _kind: self.show_kind())
        room.redesigned.connect(self.show_kind)
        self.tiles.changed.connect(self._on_stock)
        self.copies.committed.connect(lambda count: room.change(room.kind, copies=count or 1))
        self.cells.changed.connect(
            lambda start, spoiled: room.change(room.kind, start=start, spoiled=spoiled)
        )

    def show_plan(self, plan: RunPlan | None) -> None:
        """Know how many of each come out."""
        self._counts = {row.kind: row.pieces for row in plan.rows} if plan is not None else {}
        self._show_sheet()

    def show_kind(self) -> None:
        """Show what is chosen for the kind in hand."""
        choice = self._room.choices[self._room.kind]
        closet = self._room.desk.closet
        common = prints.stocks_for(closet, choice.kind)
        every = prints.stocks_for(closet, choice.kind, every=True)
        self.tiles.show_stocks(self._offered(common), every, choice.paper)
        if self.copies.value() != choice.copies:
            self.copies.set_value(choice.copies)
        self.explain.setText(self._say_paper(choice))
        is_usual = common[0].id == choice.paper.id if common else True
        is_like = bool(common) and common[0].folded is choice.paper.folded
        self.keep.setVisible(is_like and not is_usual and choice.kind in USUAL_FIELDS)
        self.keep.setText(say("Use it from now on"))
        self.slip.show_choice(choice)
        self.label.show_choice(choice)
        self._show_sheet()
        self.shown.emit()

    def _offered(self, common: Sequence[Stock]) -> Sequence[Stock]:
        """Cards are offered that are flat or folded as their design is; the menu has all."""
        if self._room.kind is not PieceKind.CARD:
            return common
        return [each for each in common if each.folded is self._room.is_folded]

    def _say_paper(self, choice: Choice) -> str:
        paper = choice.paper
        words = EACH.get(paper.kind) if paper.per_page == 1 else None
        said = say(words, paper=paper.name) if words else paper.name
        if choice.kind is PieceKind.CARD and paper.folded is not self._room.is_folded:
            said = f"{said}. {say(UNLIKE[paper.folded])}"
        return said

    def _show_sheet(self) -> None:
        choice = self._room.choices[self._room.kind]
        self.sheet.setVisible(choice.is_sheet)
        if not choice.is_sheet:
            return
        self.cells.show_choice(choice, self._counts.get(choice.kind, 0))
        words = say(
            "First free label: {number} of {total}. Click the sheet to begin elsewhere; "
            "right click a label that is spoiled.",
            number=choice.start,
            total=choice.paper.per_page,
        )
        self.sheet_words.setText(words)

    def _on_stock(self, stock: Stock) -> None:
        self._room.change(self._room.kind, paper=stock, start=1, spoiled=frozenset())

    def _make_usual(self) -> None:
        room = self._room
        closet, kind, stock_id = room.desk.closet, room.kind, room.choices[room.kind].paper.id
        room.desk.command(
            lambda: prints.use_stock(closet, kind, stock_id),
            then=lambda _changed: self.show_kind(),
        )
