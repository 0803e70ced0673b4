"""Labels on their way to their orders: tried one after the other, kept in the order they came."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from closet_app.errors import ClosetError
from closet_app.services import order_files
from closet_app.services.label_places import PlacedLabels, place_labels
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ, Ticket
from closet_app.ui.parcels.label_dialog import LabelDialog
from closet_app.ui.widgets.dialogs import open_modal
from closet_app.ui.words import say


class LabelLine(QObject):
    """Labels are looked at where reading runs, so that ticks do not wait for it, then kept.

    Where one tells of another order than that in hand, or several tell of none, the seller is
    asked. Stopping the look at one has stopped those that wait behind it. `dialog` is what asks.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._waiting: deque[tuple[int, tuple[Path, ...]]] = deque()
        self._ticket: Ticket | None = None
        self.dialog: LabelDialog | None = None

    def add(self, order_id: int, files: Iterable[Path]) -> None:
        """Put files behind those that wait already; `order_id` is the order in hand."""
        if self._ticket is not None and self._ticket.is_cancelled:
            self._ticket = None
            self._waiting.clear()
        chosen = tuple(files)
        if chosen:
            self._waiting.append((order_id, chosen))
        if self._ticket is None:
            self._look()

    def _look(self) -> None:
        if not self._waiting:
            self._ticket = None
            return
        order_id, files = self._waiting.popleft()
        closet = self._desk.closet
        self._ticket = self._desk.jobs.run(
            lambda progress: place_labels(closet, files, order_id, progress),
            owner=self,
            done=lambda placed: self._on_placed(order_id, placed),
            failed=self._refuse,
            lane=READ,
            name=say("Looking at the labels"),
        )

    def _on_placed(self, order_id: int, placed: PlacedLabels) -> None:
        for error in placed.refused:
            self._desk.tell_trouble(error)
        if placed.all_of(order_id):
            self._keep([(order_id, each.path) for each in placed.labels])
        else:
            dialog = self.dialog = LabelDialog(placed, order_id, self._parent.window())
            open_modal(dialog, lambda: self._keep(dialog.chosen()))
        self._look()

    def _keep(self, wanted: Sequence[tuple[int, Path]]) -> None:
        closet = self._desk.closet
        if len(wanted) == 1:
            ((order_id, path),) = wanted
            self._desk.command(lambda: order_files.attach_label(closet, order_id, path))
        elif wanted:
            self._desk.command(lambda: order_files.attach_labels(closet, wanted))

    def _refuse(self, error: ClosetError) -> None:
        self._desk.tell_trouble(error)
        self._look()
