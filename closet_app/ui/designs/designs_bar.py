"""The bar above the page: back, and what can be done with designs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from closet_app.ui.designs.studio import Studio
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.words import say

IN_MENU = (
    "design.rename", "design.up", "design.down", "design.export", "", "design.delete",
)  # fmt: skip


class DesignsBar(PageBar):
    """The one primary button makes the design in hand the usual one."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(say("Card designs"))
        self._studio = studio
        self._actions = studio.desk.actions
        self.back = IconButton(
            "arrow-left", say("Back"), keys="Esc", pressed=self._doing("design.back")
        )
        self.take_in = Button(
            say("Import…"), "ghost", icon="upload", pressed=self._doing("design.import")
        )
        self.copy = Button(say("Make a copy"), icon="copy", pressed=self._doing("design.copy"))
        self.use = Button(say("Use for my cards"), "primary", pressed=self._doing("design.use"))
        self.more = IconButton("ellipsis", say("More"))
        self._build()
        studio.shown.connect(self._show)
        studio.listed.connect(self._show)

    def _build(self) -> None:
        self.add_left(self.back)
        for button in (self.take_in, self.copy, self.use, self.more):
            self.add_right(button)
        menu = rounded_menu(QMenu(self))
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.more.setMenu(menu)

    def _doing(self, action_id: str) -> Callable[[], object]:
        return self._actions.action(action_id).trigger

    def _show(self) -> None:
        usual = self._studio.is_usual
        self.use.setText(say("Used for my cards") if usual else say("Use for my cards"))
        self.use.set_icon_name("check" if usual else "")
        self.use.setEnabled(not usual)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for action_id in IN_MENU:
            if not action_id:
                menu.addSeparator()
            else:
                menu.addAction(self._actions.action(action_id))
