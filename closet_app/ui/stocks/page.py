"""The page “Papers and labels”: all stocks at the left, the form of one, and its drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from closet_app.services.changed import Changed
from closet_app.services.stocks import StockDraft
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.printing.printers import Printers
from closet_app.ui.stocks.bench import StockBench
from closet_app.ui.stocks.form import StockForm
from closet_app.ui.stocks.list_pane import ListPane
from closet_app.ui.stocks.panes import StockPanes
from closet_app.ui.stocks.ruler_dialog import RulerDialog
from closet_app.ui.stocks.stock_pane import DrawingPane, FormPane
from closet_app.ui.stocks.stock_rows import rows_of
from closet_app.ui.stocks.top_bar import StocksBar
from closet_app.ui.words import say


class StocksPage(Page):
    """Entered with the id of a stock, or None for the one that was in hand."""

    def __init__(self, desk: Desk, printers: Printers | None = None) -> None:
        super().__init__(desk.navigator.ground)
        self._desk = desk
        self.printers = printers or Printers()
        self.bench = StockBench(desk, self)
        self.bar = StocksBar(desk)
        self.list = ListPane()
        self.form = StockForm()
        self.beside = FormPane(self.form)
        self.desk_view = DrawingPane()
        self.dialog: QDialog | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(StockPanes(self._desk, self.list, self.beside, self.desk_view, self))

    def _connect(self) -> None:
        bench, form = self.bench, self.form
        bench.listed.connect(self._show_list)
        bench.opened.connect(self._show_stock)
        bench.refused.connect(form.refuse)
        self.list.chosen.connect(bench.open)
        self.list.searched.connect(self._search)
        self.beside.copied.connect(bench.copy)
        form.edited.connect(self._on_edited)
        form.pointed.connect(self.desk_view.drawing.point)
        self.bar.ruler.clicked.connect(lambda _on=False: self.print_shown())
        handlers: dict[str, Callable[[], object]] = {
            "stocks.new": self._begin,
            "stocks.save": self._save,
            "stocks.copy": bench.copy,
            "stocks.drop": bench.drop,
            "stocks.delete": bench.delete,
            "stocks.back": self._go_back,
        }
        for action_id, handler in handlers.items():
            self._desk.actions.connect_action(action_id, handler)

    def title(self) -> str:
        return say("Papers and labels")

    def top_bar(self) -> QWidget:
        return self.bar

    def panes(self) -> list[QWidget]:
        return [self.list, self.beside]

    def enter(self, what: object = None) -> None:
        self.bench.read()
        self.bench.open(what if isinstance(what, str) and what else self.bench.current)
        self.list.view.setFocus()

    def leave(self) -> bool:
        """What was typed is saved, as far as it can be; the rest stays with its stock."""
        self.bench.keep()
        return True

    def refresh(self, changed: object) -> None:
        if isinstance(changed, Changed) and changed.shop and self.isVisible():
            self.bench.follow()

    def focus_search(self) -> bool:
        self.list.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def print_shown(self) -> bool:
        """Ask where the test page of the stock in hand goes."""
        draft = self.form.draft
        if self.form.fault is None:
            stock = replace(draft.stock(self.bench.current), name=draft.name)
            self.dialog = RulerDialog(self._desk, stock, self.printers, self.window())
            self.dialog.open()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self.list.search.set_text("")
        self.bench.search = ""
        self.bench.begin()
        self.form.name.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.name.line.selectAll()

    def _save(self) -> None:
        if self.form.fault is None:
            self.bench.save()

    def _search(self, text: str) -> None:
        self.bench.search = text
        self._show_list()

    def _show_list(self) -> None:
        bench = self.bench
        rows = rows_of(bench.stocks, bench.unit, bench.search, bench.unsaved)
        self.list.show_rows(rows, bench.current)

    def _show_stock(self) -> None:
        bench = self.bench
        self.form.show_draft(bench.draft(), editable=bench.is_own)
        also = next((each.also for each in bench.stocks if each.id == bench.current), ())
        self.beside.show_shipped(shown=not bench.is_own, also=also)

    def _on_edited(self, draft: StockDraft) -> None:
        self.bench.type(draft)
        self.desk_view.show_draft(draft)
        self.bar.show_bench(self.bench, is_right=self.form.fault is None)

    def _go_back(self) -> None:
        if not self._desk.navigator.back():
            self._desk.navigator.go("settings", "printing")
