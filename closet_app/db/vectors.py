"""Which originals look alike: the vectors of all looks, searched in memory."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from closet_app.db.engine import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from closet_app.db.vector_shelf import Vector, VectorShelf


class Vectors:
    """Finds the likest originals of one open database; may be used by several threads.

    The first search reads every vector; afterwards only those that were noted since.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.Lock()
        self._noting = threading.Lock()
        self._fresh: set[str] = set()
        self._version = 0
        self._shelf: VectorShelf | None = None

    def note(self, originals: Iterable[str]) -> None:
        """Read the vectors of these originals before the next search, since they were kept."""
        with self._noting:
            self._fresh.update(originals)

    def nearest(
        self, vectors: Sequence[Vector], most: int, *, version: int
    ) -> list[list[tuple[str, float]]]:
        """For each of `vectors` the likest originals with their cosine, the likest first.

        Only vectors made by measures of `version` are compared.
        """
        with self._turn, self._database.read() as connection:
            return self._ready(connection, version).nearest(connection, vectors, most)

    def _ready(self, connection: Connection, version: int) -> VectorShelf:
        from closet_app.db.vector_shelf import VectorShelf

        with self._noting:
            fresh, self._fresh = self._fresh, set()
        try:
            if self._shelf is None or self._version != version:
                self._version, self._shelf = version, None
                shelf = VectorShelf(version)
                shelf.load(connection)
                self._shelf = shelf
            elif fresh:
                self._shelf.update(connection, fresh)
        except BaseException:
            self._shelf = None
            raise
        return self._shelf
