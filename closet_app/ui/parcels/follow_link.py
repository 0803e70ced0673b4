"""The way to the carrier's page of a parcel."""

from __future__ import annotations

from collections.abc import Callable

from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import say


class FollowLink(Button):
    """Opens where the carrier follows the number; gone while nobody knows where that is."""

    def __init__(self, visit: Callable[[str], object]) -> None:
        super().__init__(say("Follow it"), "link", icon="external-link")
        self._link = ""
        self.clicked.connect(lambda _checked=False: visit(self._link))
        self.hide()

    def show_link(self, link: str, carrier: str) -> None:
        """Show the way to another parcel, or none."""
        self._link = link
        self.setVisible(bool(link))
        words = say("Follow it with {carrier}", carrier=carrier) if carrier else say("Follow it")
        self.setAccessibleName(words)
        set_tooltip(self, words)
