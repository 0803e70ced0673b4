"""Writes what was typed field by field, each an undoable step of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from closet_app.domain.fields import FieldValue
from closet_app.domain.item import ItemFacts
from closet_app.errors import ClosetError, UserError
from closet_app.services import items
from closet_app.ui.desk import Desk

SAVED, SAVING, REFUSED = "saved", "saving", "refused"


class Saver(QObject):
    """Knows the facts as they will be once everything under way is written.

    `settled` comes when nothing is under way; `refused` carries field and sentence;
    `state_changed` one of the three states.
    """

    settled = Signal()
    refused = Signal(str, str)
    state_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._item = 0
        self._under_way = 0
        self._state = SAVED
        self.facts = ItemFacts()

    @property
    def is_busy(self) -> bool:
        """Whether something typed is not written yet."""
        return self._under_way > 0

    @property
    def state(self) -> str:
        """Saved, saving or refused."""
        return self._state

    def begin(self, item_id: int, facts: ItemFacts) -> None:
        """Write to this piece from now on."""
        if item_id != self._item:
            self._show(SAVED)
        self._item, self.facts = item_id, facts

    def save(self, values: Mapping[str, FieldValue]) -> None:
        """Write those of `values` that are new, as one step."""
        changed: dict[str, Any] = {
            key: value for key, value in values.items() if value != getattr(self.facts, key)
        }
        if not changed:
            self._show(SAVING if self.is_busy else SAVED)
            return
        item_id, closet = self._item, self._desk.closet
        self.facts = replace(self.facts, **changed)
        self._under_way += 1
        self._show(SAVING)
        self._desk.command(
            lambda: items.edit(closet, (item_id,), changed),
            then=lambda _changed: self._end(SAVED),
            failed=lambda why: self._fail(item_id, next(iter(changed)), why),
            quiet=True,
        )

    def hold_back(self) -> None:
        """Something typed cannot be taken."""
        self._show(REFUSED)

    def _fail(self, item_id: int, key: str, why: ClosetError) -> None:
        if isinstance(why, UserError) and item_id == self._item:
            self.refused.emit(getattr(why, "field", "") or key, str(why))
        else:
            self._desk.tell_trouble(why)
        self._end(REFUSED)

    def _end(self, state: str) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._show(state)
            self.settled.emit()

    def _show(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)
