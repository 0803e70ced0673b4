"""Keeps the strips above the gallery: listings to take down, the way to the first sale."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from closet_app.services.records import TakeDown
from closet_app.ui.behind import sharing, shop, tasks
from closet_app.ui.closet.gallery_pane import GalleryPane
from closet_app.ui.closet.strips import STEPS
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ

Waits = tuple[tuple[TakeDown, ...], frozenset[str] | None]


class Waiting(QObject):
    """Reads what waits in the background; a tick is a command that can be undone."""

    def __init__(self, desk: Desk, pane: GalleryPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._has_served = False
        pane.take_downs.ticked.connect(self._tick)
        pane.first_steps.dismissed.connect(self._dismiss)

    def look(self) -> None:
        """Read what waits now."""
        closet, has_served = self._desk.closet, self._has_served

        def work(_progress: object) -> Waits:
            hidden = has_served or shop.shop(closet).first_steps_hidden
            return tasks.open_take_downs(closet), None if hidden else sharing.first_steps(closet)

        self._desk.jobs.run(work, owner=self, done=self._show, lane=READ)

    def _show(self, found: Waits) -> None:
        downs, done = found
        self._pane.take_downs.show_tasks(downs, self._pane.model.speech)
        self._has_served = done is None or len(done) == len(STEPS)
        steps = [replace(step, is_done=done is None or step.key in done) for step in STEPS]
        self._pane.first_steps.show_steps(steps)

    def _tick(self, task_id: int) -> None:
        self._desk.command(lambda: tasks.tick_take_down(self._desk.closet, task_id))

    def _dismiss(self) -> None:
        closet = self._desk.closet
        self._desk.command(lambda: shop.edit_shop(closet, first_steps_hidden=True))
