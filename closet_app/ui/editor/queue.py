"""The pieces that Previous and Next go through."""

from __future__ import annotations

from collections.abc import Sequence


class Queue:
    """A current piece within a list; a piece outside of it stands alone."""

    def __init__(self, current: int = 0, ids: Sequence[int] = ()) -> None:
        self.current = current
        self._ids = list(ids) if current in ids else [current]

    @property
    def has_previous(self) -> bool:
        """Whether there is a piece before the current one."""
        return self._ids.index(self.current) > 0

    @property
    def has_next(self) -> bool:
        """Whether there is a piece after the current one."""
        return self._ids.index(self.current) < len(self._ids) - 1

    def fill(self, ids: Sequence[int]) -> None:
        """Go through these, when the current piece is one of them."""
        if self.current in ids:
            self._ids = list(ids)

    def step(self, by: int) -> bool:
        """Go on; False at the ends."""
        place = self._ids.index(self.current) + by
        if not 0 <= place < len(self._ids):
            return False
        self.current = self._ids[place]
        return True

    def add(self, item_id: int) -> None:
        """Go to a new piece right after the current one."""
        self._ids.insert(self._ids.index(self.current) + 1, item_id)
        self.current = item_id

    def drop(self) -> bool:
        """Leave the current piece out and go to its neighbour; False when none is left."""
        place = self._ids.index(self.current)
        self._ids.pop(place)
        if not self._ids:
            self._ids = [self.current]
            return False
        self.current = self._ids[min(place, len(self._ids) - 1)]
        return True
