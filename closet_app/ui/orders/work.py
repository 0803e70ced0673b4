"""The shown order, and every change the seller makes to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from closet_app.domain.status import LineState
from closet_app.errors import NotFoundError
from closet_app.services import order_steps, order_views, orders, tasks
from closet_app.services.changed import Changed
from closet_app.services.records import OrderView, PackingStep
from closet_app.ui.desk import Desk
from closet_app.ui.orders.speech import Speech, speech_of
from closet_app.ui.widgets.dialogs import ConfirmDialog, open_modal
from closet_app.ui.words import say, say_many


class OrderWork(QObject):
    """Holds the shown order; `shown` says that it is another one or was read again."""

    shown = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.desk = desk
        self.window = window
        self.speech: Speech = speech_of(desk.closet)
        self.view: OrderView | None = None
        self._asked: set[int] = set()

    @property
    def order_id(self) -> int:
        """The shown order; 0 when none is."""
        return self.view.id if self.view is not None else 0

    def show_order(self, order_id: int) -> None:
        """Read an order and show it; one that is gone shows none."""
        self.speech = speech_of(self.desk.closet)
        try:
            self.view = order_views.order(self.desk.closet, order_id) if order_id else None
        except NotFoundError:
            self.view = None
        self.shown.emit()

    def reload(self) -> None:
        """Read the shown order again."""
        self.show_order(self.order_id)

    def run(self, work: Callable[[int], Changed], *, quiet: bool = False) -> None:
        """Change the shown order."""
        order_id = self.order_id
        if order_id:
            self.desk.command(lambda: work(order_id), quiet=quiet)

    def edit(self, order_id: int, **fields: object) -> None:
        """Keep what was typed into the sheet of an order."""
        closet = self.desk.closet
        self.desk.command(lambda: orders.edit_order(closet, order_id, **fields), quiet=True)

    def tick(self, key: str, done: bool) -> None:
        """Tick a packing step, or take the tick away."""
        closet = self.desk.closet
        self.run(lambda each: order_steps.tick(closet, each, key, done=done), quiet=True)

    def tick_place(self, number: int) -> None:
        """Turn the tick of the packing step at `number`, counted from 1."""
        if self.view is not None and self.can_pack and number <= len(self.view.packing):
            step = self.view.packing[number - 1]
            self.tick(step.key, not step.done)

    def take_down(self, task_id: int, done: bool) -> None:
        """Tick a listing as taken down, or as still up."""
        closet = self.desk.closet
        self.desk.command(lambda: tasks.tick_take_down(closet, task_id, done=done))

    @property
    def can_pack(self) -> bool:
        """Whether the parcel is still here."""
        return self.view is not None and self.view.status in (LineState.SOLD, LineState.PACKED)

    def open_steps(self) -> tuple[PackingStep, ...]:
        """The packing steps that are not ticked."""
        return tuple(step for step in self.view.packing if not step.done) if self.view else ()

    def mark_packed(self) -> None:
        """Mark the order packed; steps that are not ticked are asked about once an order."""
        if self.view is None or self.view.status is not LineState.SOLD:
            return
        left = self.open_steps()
        if not left or self.order_id in self._asked:
            self._pack()
            return
        self._asked.add(self.order_id)
        open_modal(unticked_question(left, self.window), self._pack)

    def mark_delivered(self) -> None:
        """The buyer has the parcel."""
        closet = self.desk.closet
        self.run(lambda each: order_steps.mark_delivered(closet, each))

    def _pack(self) -> None:
        closet = self.desk.closet
        self.run(lambda each: order_steps.mark_packed(closet, each))


def unticked_question(left: tuple[PackingStep, ...], window: QWidget) -> ConfirmDialog:
    """Asks whether a parcel is packed although these steps are open."""
    named = ", ".join(step.words for step in left)
    words = say_many("{count} step is not ticked:", "{count} steps are not ticked:", len(left))
    return ConfirmDialog(
        say("Mark it packed all the same?"),
        f"{words} {named}.",
        act=say("Mark packed"),
        keep=say("Keep packing"),
        danger=False,
        parent=window,
    )
