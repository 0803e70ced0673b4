"""The bar above the room: back, the day, the test page, designs, and what is rarely done."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QSizePolicy

from closet_app.ui.desk import Desk
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.orders.speech import speech_of
from closet_app.ui.print_room.card_section import DESIGNS
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say

IN_MENU = ("room.pictures", "room.history", "room.nudge", "room.raw", "", "room.stocks")


class RoomBar(PageBar):
    """Its menu under the three dots offers what can be done now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Pack and print"))
        self._desk = desk
        back = desk.actions.action("room.back").trigger
        self.back = IconButton("arrow-left", say("Back"), keys="Esc", pressed=back)
        self.date = PlainLabel("", tone="muted")
        self.test = Button(say("Test page"), "ghost", icon="printer")
        self.designs = Button(say("Card designs"), icon="palette")
        self.more = IconButton("ellipsis", say("More"))
        self._build()

    def _build(self) -> None:
        self.add_left(self.back)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.row.setStretch(1, 0)
        self.row.insertWidget(2, self.date, 1)
        for button in (self.test, self.designs, self.more):
            self.add_right(button)
        knows = self._desk.navigator.knows(DESIGNS)
        self.designs.setVisible(knows)
        self.designs.clicked.connect(lambda _on=False: self._desk.navigator.go(DESIGNS))
        test = self._desk.actions.action("room.test").trigger
        self.test.clicked.connect(lambda _on=False: test())
        menu = rounded_menu(QMenu(self))
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.more.setMenu(menu)

    def show_day(self) -> None:
        """Say which day it is."""
        closet = self._desk.closet
        self.date.setText(speech_of(closet).day(closet.clock.today()))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        actions = self._desk.actions
        for action_id in IN_MENU:
            if not action_id:
                menu.addSeparator()
            elif actions.action(action_id).isEnabled():
                menu.addAction(actions.action(action_id))
