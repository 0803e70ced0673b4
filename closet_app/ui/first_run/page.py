"""The welcome: three ways in, three questions, and the way to the first sale."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from closet_app.paths import default_closet
from closet_app.services.reference import read_reference
from closet_app.ui.asking import SHEETS
from closet_app.ui.first_run.answers import Questions
from closet_app.ui.first_run.beginning import Beginning
from closet_app.ui.first_run.pictures import Beside, DropPicture, PhotosPicture, TablePicture
from closet_app.ui.first_run.steps import ExampleCard, FirstSteps, example
from closet_app.ui.first_run.way_card import Choice, WayCard
from closet_app.ui.frame.page import Page
from closet_app.ui.frame.rail import BrandMark
from closet_app.ui.frame.status_bar import StatusFact, StatusFacts
from closet_app.ui.shell.doors import Doors
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program

_PANEL, _BESIDE_FROM = 432, 1180


class FirstRunPage(Page):
    """Entered with the folder to propose, or None.

    Its halves stand below each other where there is no room beside.
    """

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._doors = Doors(program)
        self.questions = Questions(program.asking, program.jobs, default_closet())
        self._beginning = Beginning(program, self.questions)
        self._beginning.busy.connect(self._show_busy)
        self._build()
        program.jobs.run(_load_services, owner=self)

    def title(self) -> str:
        return ""

    def panes(self) -> list[QWidget]:
        return [self._ways, self.questions, self._side]

    def enter(self, what: object = None) -> None:
        if isinstance(what, Path):
            self.questions.folder.set_folder(what)
        private = StatusFact("lock", say("Private: nothing leaves this computer"))
        later = say("You can change all of this later in Settings")
        self._program.window.status.show_facts(StatusFacts((private,), later))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= px(_BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)
        self._side.setMinimumWidth(px(_PANEL) if beside else 0)
        self._side.setMaximumWidth(px(_PANEL) if beside else 16_777_215)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "canvas")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._left = QWidget()
        self._side = self._make_side()
        self._fill_left()
        self._halves.addWidget(self._left, 1)
        self._halves.addWidget(Divider(Qt.Orientation.Vertical))
        self._halves.addWidget(self._side)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(area)

    def _fill_left(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(px(64), px(49), px(56), px(32))
        column.setSpacing(0)
        column.addWidget(BrandMark(34))
        column.addSpacing(px(22))
        claim = say("Know what you have,\nwhat it cost, and what you keep.")
        column.addWidget(PlainLabel(claim, role="welcome", wrap=True))
        column.addSpacing(px(10))
        lead = say("Everything stays on this computer. No account, and it works without internet.")
        column.addWidget(PlainLabel(lead, role="lead", tone="muted", wrap=True))
        column.addSpacing(px(31))
        self._ways = self._make_ways()
        column.addWidget(self._ways)
        column.addSpacing(px(24))
        column.addWidget(self.questions)
        column.addSpacing(px(16))
        column.addLayout(self._make_backup_line())
        column.addStretch(1)

    def _make_ways(self) -> QWidget:
        drop = DropPicture()
        drop.area.dropped.connect(self._beginning.start_empty)
        empty = WayCard(
            drop,
            say("Start empty"),
            say("Drop phone photos here, for one piece or one piece each."),
            Choice(say("Choose photos"), self._choose_photos, "camera"),
            also=Choice(say("Or type in your first one"), self._beginning.start_typing),
        )
        bring = WayCard(
            TablePicture(),
            say("Bring in your listings"),
            say(
                "Use your spreadsheet, or the CSV file a marketplace lets you download. "
                "Nothing is changed over there."
            ),
            Choice(say("Import a spreadsheet"), self._choose_sheet, "upload"),
            primary=True,
        )
        look = WayCard(
            PhotosPicture(),
            say("Look around first"),
            say("A made-up closet with 130 pieces, 60 orders and a year of sales. "
                "Delete it any time."),
            Choice(say("Open the sample closet"), self._beginning.open_sample, "eye"),
        )  # fmt: skip
        return Beside(empty, bring, look)

    def _make_backup_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(IconMark("archive", "muted", 14))
        row.addWidget(PlainLabel(say("Had Closet before?"), role="small", tone="muted"))
        open_backup = Button(
            say("Open a backup"), "link", size="small", pressed=self._doors.open_backup
        )
        row.addWidget(open_backup)
        row.addStretch(1)
        return row

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setProperty("ground", "surface")
        column = QVBoxLayout(side)
        column.setContentsMargins(px(36), px(44), px(36), px(28))
        column.setSpacing(0)
        column.addWidget(PlainLabel(say("Your first sale"), role="money-field", wrap=True))
        column.addSpacing(px(4))
        waits = say("Seven small steps. This list waits for you in Closet.")
        column.addWidget(PlainLabel(waits, tone="muted", wrap=True))
        column.addSpacing(px(20))
        column.addWidget(FirstSteps())
        column.addStretch(1)
        around = self._program.around
        book = read_reference(around.resources).book
        column.addWidget(ExampleCard(example(book, around.clock.today())))
        return side

    def _choose_photos(self) -> None:
        photos = self._program.asking.choose_photos(self)
        if photos:
            self._beginning.start_empty(photos)

    def _choose_sheet(self) -> None:
        kinds = f"{say('Spreadsheets')} ({SHEETS})"
        files = self._program.asking.open_files(self, say("Import a spreadsheet"), kinds)
        if files:
            self._beginning.bring_in(files[0])

    def _show_busy(self, busy: bool) -> None:
        self._left.setEnabled(not busy)


def _load_services(_progress: object) -> None:
    """While the seller reads, so that her first click finds them loaded."""
    import closet_app.services.beginning
    import closet_app.ui.shell.furnishing  # noqa: F401 - loaded for its effect
