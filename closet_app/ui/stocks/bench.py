"""Which stock is in hand, what was typed of each and not saved yet, and the commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from closet_app.errors import ClosetError, NotFoundError
from closet_app.services import stocks
from closet_app.services.changed import Changed
from closet_app.services.manners import manner_of
from closet_app.services.print_pages import Stock
from closet_app.services.print_stocks import blank_draft
from closet_app.services.stocks import StockDraft, is_own
from closet_app.ui.desk import Desk
from closet_app.ui.words import say

NEW = ""
"""Stands for a stock that was never saved."""
FIRST = "avery-5160"


class StockBench(QObject):
    """`listed` says that the list is another, `opened` that another stock is in hand.

    What is typed stays with its stock until it is saved or dropped; `refused` carries why it
    could not be saved.
    """

    listed = Signal()
    opened = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: dict[str, StockDraft] = {}
        self._kept = StockDraft()
        self._blank = StockDraft()
        self.stocks: tuple[Stock, ...] = ()
        self.current = FIRST
        self.search = ""

    @property
    def unit(self) -> str:
        """What the seller measures paper in."""
        return "mm" if manner_of(self._desk.closet).length_unit == "cm" else "in"

    @property
    def is_own(self) -> bool:
        """Whether the stock in hand can be changed."""
        return self.current == NEW or is_own(self.current)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self.current in self._typed

    @property
    def unsaved(self) -> frozenset[str]:
        """The stocks with something not saved yet."""
        return frozenset(self._typed)

    def read(self) -> None:
        """Read all stocks again; one that is gone is no longer in hand."""
        closet = self._desk.closet
        kept = stocks.all_stocks(closet)
        new = self._typed.get(NEW)
        self.stocks = (*([_listed(new)] if new else []), *kept)
        known = {each.id for each in self.stocks}
        self._typed = {key: draft for key, draft in self._typed.items() if key in known}
        if self.current not in known:
            self.current = next((each.id for each in kept if is_own(each.id)), FIRST)
        self.listed.emit()

    def draft(self) -> StockDraft:
        """The stock in hand as it was typed, else as it is kept."""
        return self._typed.get(self.current) or self._kept

    def open(self, stock_id: str) -> None:
        """Take another stock in hand."""
        self.current = stock_id
        self._show()

    def begin(self) -> None:
        """Begin a stock from an empty sheet, or go on with the one that was begun."""
        closet = self._desk.closet
        if NEW not in self._typed:
            name = stocks.free_name(closet, say("My labels"))
            self._blank = blank_draft(closet, name, self.unit)
            self._typed[NEW] = self._blank
        self.current = NEW
        self.read()
        self._show()

    def type(self, draft: StockDraft) -> None:
        """Note what the form says now."""
        if not self.is_own:
            return
        was_unsaved = self.is_unsaved
        if self.current == NEW or draft != self._kept:
            self._typed[self.current] = draft
        else:
            self._typed.pop(self.current, None)
        if self.current == NEW or was_unsaved != self.is_unsaved:
            self.read()

    def save(self) -> None:
        """Keep what was typed."""
        if self.is_unsaved:
            self._save(self.current)

    def keep(self) -> None:
        """Save everything that was typed and can be printed on; the page is left."""
        for stock_id, draft in tuple(self._typed.items()):
            if draft.trouble() is None and (stock_id != NEW or draft != self._blank):
                self._save(stock_id)

    def copy(self) -> None:
        """Make one like the stock in hand, as the seller's own."""
        closet, stock_id, unit = self._desk.closet, self.current, self.unit
        if stock_id != NEW:
            self._run(lambda: stocks.copy_stock(closet, stock_id, unit))

    def drop(self) -> None:
        """Forget what was typed since the stock was saved."""
        self._typed.pop(self.current, None)
        self.read()
        self._show()

    def delete(self) -> None:
        """Forget the stock in hand."""
        closet, stock_id = self._desk.closet, self.current
        if stock_id == NEW:
            self.drop()
        elif self.is_own:
            self._typed.pop(stock_id, None)
            self._desk.command(lambda: stocks.delete_own_stock(closet, stock_id))

    def follow(self) -> None:
        """Something was written: show it, but never over what is being typed."""
        before = self.current
        self.read()
        if self.current != before or not self.is_unsaved:
            self._show()

    def _show(self) -> None:
        if self.current != NEW:
            self._kept = stocks.draft_of_stock(self._desk.closet, self.current, self.unit)
        self.listed.emit()
        self.opened.emit()

    def _save(self, stock_id: str) -> None:
        closet, draft = self._desk.closet, self._typed[stock_id]
        self._run(lambda: stocks.save_own_stock(closet, draft, stock_id), stock_id)

    def _run(self, work: Callable[[], tuple[str, Changed]], saved: str | None = None) -> None:
        """Run a command that keeps a stock, and take it in hand; `saved` was typed for it."""
        kept: list[str] = []

        def keep() -> Changed:
            stock_id, changed = work()
            kept.append(stock_id)
            return changed

        def done(_changed: Changed) -> None:
            in_hand = saved is None or saved == self.current
            if saved is not None:
                self._typed.pop(saved, None)
            if in_hand:
                self.current = kept[0]
            self.read()
            if in_hand:
                self._show()

        def refuse(error: ClosetError) -> None:
            if saved == self.current and not isinstance(error, NotFoundError):
                self.refused.emit(error)
            else:
                self._desk.tell_trouble(error)

        self._desk.command(keep, then=done, failed=refuse)


def _listed(draft: StockDraft) -> Stock:
    """A stock that was never saved, as the list shows it while its figures are typed."""
    named = replace(draft, name=draft.name or say("Without a name"))
    drawn = named if named.trouble() is None else StockDraft(name=named.name, kind=named.kind)
    return drawn.stock(NEW)
