"""The bar above: back, a test page, and what saves or begins a paper of one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.stocks.bench import NEW, StockBench
from closet_app.ui.widgets.buttons import Button, IconButton, Kind
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.words import say

IN_MENU = ("stocks.copy", "stocks.drop", "stocks.delete")


class StocksBar(PageBar):
    """*Save* is primary while something is not saved, else *Describe a paper*."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Papers and labels"))
        self._desk = desk
        back = desk.actions.action("stocks.back").trigger
        self.back = IconButton("arrow-left", say("Back"), keys="Esc", pressed=back)
        self.ruler = Button(say("Test page"), "ghost", icon="printer")
        self.new = self._button("stocks.new", "plus")
        self.save = self._button("stocks.save", "")
        self.more = IconButton("ellipsis", say("More"))
        self.add_left(self.back)
        for button in (self.ruler, self.new, self.save, self.more):
            self.add_right(button)
        menu = rounded_menu(QMenu(self))
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.more.setMenu(menu)

    def show_bench(self, bench: StockBench, *, is_right: bool) -> None:
        """Offer what can be done with the stock in hand."""
        actions = self._desk.actions
        allowed = {
            "stocks.save": bench.is_unsaved and is_right,
            "stocks.copy": bench.current != NEW,
            "stocks.drop": bench.is_unsaved,
            "stocks.delete": bench.is_own,
        }
        for action_id, is_allowed in allowed.items():
            actions.set_enabled(action_id, is_allowed)
        self.ruler.setEnabled(is_right)
        self.save.setVisible(bench.is_own)
        self.save.setEnabled(allowed["stocks.save"])
        first: Kind = "secondary" if bench.is_unsaved else "primary"
        self.save.set_kind("primary" if bench.is_unsaved else "secondary")
        self.new.set_kind(first)

    def _button(self, action_id: str, icon: str) -> Button:
        row = find_action(action_id)
        keys = "" if icon else say_keys(row.keys[0])
        trigger = self._desk.actions.action(action_id).trigger
        return Button(say(row.words), icon=icon, keys=keys, pressed=trigger)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for action_id in IN_MENU:
            action = self._desk.actions.action(action_id)
            if action.isEnabled():
                menu.addAction(action)
