"""The button of the saved views, with the shown one's name, and the menu below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from closet_app.services.records import SavedView
from closet_app.ui.closet.saved_views import SavedViews
from closet_app.ui.theme.icons import icon
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import say

NAME_WIDTH = 150


class ViewsButton(Button):
    """Says which view is shown, and opens the menu of all."""

    drops = True

    def __init__(self, views: SavedViews) -> None:
        super().__init__(say("Saved views"), icon="bookmark", pressed=self.open)
        self._views = views
        self._rows: dict[int, QAction] = {}
        self.drop = rounded_menu(QMenu(self))
        self._say_shown()
        views.changed.connect(self._on_changed)

    def open(self) -> None:
        """Show the menu below the button, within the window."""
        self._fill(self._views)
        self._views.count()
        foot = self.mapToGlobal(QPoint(0, self.height() + px(4)))
        window = self.window()
        right = window.mapToGlobal(QPoint(window.width() - px(8), 0)).x()
        foot.setX(min(foot.x(), right - self.drop.sizeHint().width()))
        self.drop.popup(foot)

    def _on_changed(self) -> None:
        self._say_shown()
        views = self._views
        if self.drop.isVisible():
            for view in views.all:
                if view.id in self._rows:
                    self._rows[view.id].setText(named(view.name, views.counts.get(view.id)))

    def _say_shown(self) -> None:
        shown = self._views.shown
        name = shown.name if shown else say("Saved views")
        self.setText(elided(name, px(NAME_WIDTH), "button").replace("&", "&&"))
        self.setAccessibleName(say("Saved views: {name}", name=name) if shown else name)
        set_tooltip(self, name if shown else say("Saved views"))
        self.updateGeometry()

    def _fill(self, views: SavedViews) -> None:
        self.drop.clear()
        self._rows = {view.id: self._add_view(views, view) for view in views.all}
        if not views.all:
            self._add_proposals(views)
        self.drop.addSeparator()
        self._add_verbs(views)

    def _add_view(self, views: SavedViews, view: SavedView) -> QAction:
        words = named(view.name, views.counts.get(view.id))
        action = self._add(words, partial(views.show, view))
        action.setCheckable(True)
        action.setChecked(view == views.shown)
        return action

    def _add_proposals(self, views: SavedViews) -> None:
        heading = self.drop.addAction(say("Nothing saved yet. Begin with one of these:"))
        heading.setEnabled(False)
        for proposal in views.proposals:
            self._add(say(proposal.name), partial(views.take, proposal), "bookmark-plus")

    def _add_verbs(self, views: SavedViews) -> None:
        save = self._add(say("Save this view…"), partial(ask_to_save, views), "plus")
        save.setEnabled(views.can_save)
        if views.left is not None:
            words = say("Let “{name}” show this search", name=views.left.name)
            self._add(words.replace("&", "&&"), partial(views.replace, views.left), "replace")
        if views.all:
            self._add(say("Arrange views…"), partial(_arrange, views), "list")

    def _add(self, words: str, act: Callable[[], object], picture: str = "") -> QAction:
        action = self.drop.addAction(words)
        if picture:
            action.setIcon(icon(picture, "ink2"))
        action.triggered.connect(lambda _on=False: act())
        return action


def named(name: str, count: int | None) -> str:
    """A row of the menu: the name, and how many at its end."""
    words = elided(name, px(2 * NAME_WIDTH), "body").replace("&", "&&")
    return words if count is None else f"{words}\t{count:,}"


def ask_to_save(views: SavedViews) -> None:
    """Ask for a name for what is searched for; the dialog is loaded when it is first wanted."""
    from closet_app.ui.closet import views_dialogs

    views_dialogs.ask_to_save(views)


def _arrange(views: SavedViews) -> None:
    from closet_app.ui.closet.views_dialogs import arrange

    arrange(views)
