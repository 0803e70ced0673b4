"""Which pieces are selected, and which one is current: by id, whatever order they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    Signal,
)

from closet_app.ui.closet.model import CardModel

Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Held:
    """What was selected before the rows changed."""

    ids: frozenset[int]
    current: int | None


class Picks(QItemSelectionModel):
    """Selects whole rows, in gallery and table alike. `picked` tells of every change."""

    picked = Signal()

    def __init__(self, model: CardModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self._cards = model
        self._is_quiet = False
        self.is_ticked = False
        """Whether the last change added to the selection or took from it, piece by piece."""
        self.selectionChanged.connect(self._on_changed)
        self.currentChanged.connect(self._on_changed)
        model.is_selected = self.is_row_selected

    def select(  # type: ignore[override]  # both overloads at once
        self, what: QItemSelection | QModelIndex, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        if not self._is_quiet and command != Flag.NoUpdate:
            self.is_ticked = not command & Flag.Clear
        super().select(what, command | Flag.Rows)

    def is_row_selected(self, row: int) -> bool:
        """Whether the piece in `row` is selected."""
        return self.isSelected(self._cards.index(row, 0))

    def rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        ends = sorted((span.top(), span.bottom()) for span in self._spans())
        rows: list[int] = []
        for first, last in ends:
            rows.extend(range(max(first, rows[-1] + 1) if rows else first, last + 1))
        return rows

    def ids(self) -> list[int]:
        """The selected pieces in the order they are shown."""
        shown = self._cards.ids
        return [shown[row] for row in self.rows() if row < len(shown)]

    def count(self) -> int:
        """How many are selected."""
        return sum(span.height() for span in self._spans())

    def current_id(self) -> int | None:
        """The piece the keyboard is on."""
        row = self.currentIndex().row()
        return self._cards.ids[row] if 0 <= row < len(self._cards.ids) else None

    def pick(self, item_ids: Iterable[int], current: int | None = None) -> None:
        """Select exactly these pieces, as far as they are shown."""
        rows = sorted(row for each in item_ids if (row := self._cards.row_of(each)) is not None)
        chosen = QItemSelection()
        last = self._cards.columnCount() - 1
        for first, end in spans(rows):
            chosen.select(self._cards.index(first, 0), self._cards.index(end, last))
        self._is_quiet = True
        index = QModelIndex() if current is None else self._cards.index_of(current)
        self.setCurrentIndex(index, Flag.NoUpdate)
        self.select(chosen, Flag.ClearAndSelect)
        self._is_quiet = False
        self.picked.emit()

    def pick_all(self) -> None:
        """Select every piece, at once: a view's own way asks for each row (0.2 s for 100,000)."""
        last = self._cards.rowCount() - 1
        if last >= 0:
            corners = self._cards.index(0, 0), self._cards.index(last, 0)
            self.select(QItemSelection(*corners), Flag.ClearAndSelect)

    def toggle_row(self, row: int) -> None:
        """Add the piece in `row` to the selection, or take it out; it becomes the current one."""
        index = self._cards.index(row, 0)
        self.setCurrentIndex(index, Flag.Toggle)

    def hold(self) -> Held:
        """What is selected, before other rows are shown."""
        return Held(frozenset(self.ids()), self.current_id())

    def restore(self, held: Held) -> None:
        """Select again what was held, as far as it is still shown."""
        self.pick(held.ids, held.current)

    def _spans(self) -> list[QItemSelectionRange]:
        return self.selection().toList()

    def _on_changed(self, *_what: object) -> None:
        if not self._is_quiet:
            self.picked.emit()


def spans(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring rows as (first, last)."""
    start = previous = None
    for row in rows:
        if start is None or previous is None:
            start = row
        elif row != previous + 1:
            yield start, previous
            start = row
        previous = row
    if start is not None and previous is not None:
        yield start, previous
