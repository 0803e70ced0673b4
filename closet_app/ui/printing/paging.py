"""Keeps pages, options and plan in step."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject

from closet_app.ui.jobs import Step
from closet_app.ui.printing.header import Header
from closet_app.ui.printing.names import say_run
from closet_app.ui.printing.pages_view import PagesView
from closet_app.ui.printing.plan import Plan
from closet_app.ui.printing.sheets import sheets_of
from closet_app.ui.printing.side import Side
from closet_app.ui.words import say

PATIENCE_MS = 1000
"""Making pages is quiet for a second; then the header counts."""


class Paging(QObject):
    """Follows the plan and the marked page."""

    def __init__(
        self, plan: Plan, pages: PagesView, header: Header, side: Side, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._plan, self._pages, self._header, self._side = plan, pages, header, side
        self._piece = ""
        self._waited = QElapsedTimer()
        self._connect()
        self._show_sheets()
        self._show_name()

    def show_piece(self, title: str) -> None:
        """Name the one piece whose label is printed."""
        self._piece = title
        self._show_name()

    def _connect(self) -> None:
        pages, header = self._pages, self._header
        self._plan.changed.connect(self._on_plan)
        self._plan.progressed.connect(self._on_step)
        pages.current_changed.connect(lambda place: header.show_page(place, len(pages.sheets)))
        header.previous.clicked.connect(lambda _checked=False: pages.step(-1))
        header.next.clicked.connect(lambda _checked=False: pages.step(1))
        header.nearer.clicked.connect(lambda _checked=False: pages.zoom(1))
        header.farther.clicked.connect(lambda _checked=False: pages.zoom(-1))
        header.fit.clicked.connect(lambda _checked=False: pages.fit())
        pages.zoomed.connect(self._show_zoom)

    def _on_plan(self) -> None:
        self._side.options.show_part(self._plan.part)
        self._side.run.show_part(self._plan.part)
        self._show_sheets()
        if self._plan.is_settled:
            self._show_name()

    def _show_sheets(self) -> None:
        if not self._plan.is_settled and not self._waited.isValid():
            self._waited.start()
        self._pages.show_sheets(sheets_of(self._plan.part))
        self._show_zoom()

    def _show_zoom(self) -> None:
        self._header.fit.setEnabled(not self._pages.is_fitted)

    def _on_step(self, step: Step) -> None:
        if self._waited.isValid() and self._waited.elapsed() > PATIENCE_MS:
            words = say(
                "{work}, {done} of {total}", work=step.words, done=step.done, total=step.total
            )
            self._header.facts.setText(words)

    def _show_name(self) -> None:
        self._waited.invalidate()
        self._header.name(say_run(self._plan.part.request, self._piece), "")
