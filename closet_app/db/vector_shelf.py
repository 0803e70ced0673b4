"""The vectors of all looks as one matrix, narrow enough to be multiplied in a moment."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, func, select

from closet_app.db.looks import LOOK
from closet_app.db.parts import parts_of

Vector: TypeAlias = NDArray[np.float32]
Matrix: TypeAlias = NDArray[np.float32]

VECTOR = 256
"""Numbers of a vector, float16 in the table."""
NARROW = 64
"""Principal directions that are kept in memory: 100 MB for 400,000 photos."""
SAMPLE = 4_096
"""Vectors that the principal directions are taken from."""
CANDIDATES = 512
"""Photos whose whole vectors are compared: those that are likest along the principal directions."""
_AT_ONCE = 8_192
_TOGETHER = 8
_SLACK = 1_024
_BYTES = 2 * VECTOR


class VectorShelf:
    """All vectors along their principal directions; whole ones are read when they may be near.

    Not safe for threads; `Vectors` locks it.
    """

    def __init__(self, version: int) -> None:
        self._version = version
        self._basis: Matrix | None = None
        self._ids: NDArray[np.int64] = np.zeros(0, np.int64)
        self._narrow: Matrix = np.zeros((0, NARROW), np.float32)
        self._count = self._sampled = 0

    def __len__(self) -> int:
        return self._count

    def load(self, connection: Connection) -> None:
        """Read every vector, some thousand at a time."""
        self._basis, self._count, last = None, 0, 0
        while True:
            query = self._query().where(LOOK.c.id > last).order_by(LOOK.c.id).limit(_AT_ONCE)
            rows = [(int(row_id), bytes(packed)) for row_id, packed in connection.execute(query)]
            if not rows:
                return
            last = rows[-1][0]
            self._add(rows)

    def update(self, connection: Connection, originals: Collection[str]) -> None:
        """Read the vectors of these originals; one that is here already stays as it is."""
        known = set(self._ids[: self._count].tolist())
        rows: list[tuple[int, bytes]] = []
        for part in parts_of(sorted(originals)):
            found = connection.execute(self._query().where(LOOK.c.sha256.in_(part)))
            rows += [(row_id, packed) for row_id, packed in found if row_id not in known]
        if self._sampled < min(SAMPLE, (self._count + len(rows)) // 2):
            self.load(connection)
        else:
            self._add(rows)

    def nearest(
        self, connection: Connection, vectors: Sequence[Vector], most: int
    ) -> list[list[tuple[str, float]]]:
        """For each of `vectors` the SHA-256 and cosine of the likest originals, in order."""
        basis = self._basis
        if basis is None:
            return [[] for _vector in vectors]
        found = []
        for start in range(0, len(vectors), _TOGETHER):
            asked = np.stack(vectors[start : start + _TOGETHER])
            near = (asked @ basis) @ self._narrow[: self._count].T
            for vector, row in zip(asked, near, strict=True):
                found.append(self._ranked(connection, vector, row, most))
        return found

    def _ranked(
        self, connection: Connection, vector: Vector, near: Vector, most: int
    ) -> list[tuple[str, float]]:
        wanted = min(max(CANDIDATES, 2 * most), self._count)
        best = np.argpartition(near, self._count - wanted)[self._count - wanted :]
        names, whole = self._whole(connection, self._ids[best].tolist())
        if not names:
            return []
        cosines = whole @ vector
        order = np.argsort(-cosines, kind="stable")[:most]
        return [(names[at], float(cosines[at])) for at in order]

    def _whole(self, connection: Connection, ids: Sequence[int]) -> tuple[list[str], Matrix]:
        names: list[str] = []
        packed: list[bytes] = []
        for part in parts_of(ids):
            query = select(LOOK.c.sha256, LOOK.c.vector).where(LOOK.c.id.in_(part))
            for sha256, vector in connection.execute(query):
                names.append(sha256)
                packed.append(vector)
        return names, _matrix(packed)

    def _add(self, rows: Sequence[tuple[int, bytes]]) -> None:
        if not rows:
            return
        whole = _matrix([packed for _row_id, packed in rows])
        if self._basis is None:
            self._basis = principal(whole[:SAMPLE])
            self._sampled = min(len(rows), SAMPLE)
        self._make_room(self._count + len(rows))
        place = slice(self._count, self._count + len(rows))
        self._ids[place] = [row_id for row_id, _packed in rows]
        self._narrow[place] = whole @ self._basis
        self._count += len(rows)

    def _make_room(self, size: int) -> None:
        width = 0 if self._basis is None else self._basis.shape[1]
        if size <= len(self._ids) and self._narrow.shape[1] == width:
            return
        room = size + size // 4 + _SLACK
        ids, narrow = np.zeros(room, np.int64), np.zeros((room, width), np.float32)
        if self._count:
            ids[: self._count] = self._ids[: self._count]
            narrow[: self._count] = self._narrow[: self._count]
        self._ids, self._narrow = ids, narrow

    def _query(self) -> Select[Any]:
        seen = (LOOK.c.measured_by == self._version) & (func.length(LOOK.c.vector) == _BYTES)
        return select(LOOK.c.id, LOOK.c.vector).where(seen)


def principal(sample: Matrix) -> Matrix:
    """The directions in which the rows of `sample` reach furthest, as columns; at most `NARROW`."""
    _values, directions = np.linalg.eigh(sample.T @ sample)
    return np.ascontiguousarray(directions[:, ::-1][:, :NARROW])


def _matrix(packed: Sequence[bytes]) -> Matrix:
    whole = np.frombuffer(b"".join(packed), np.float16).reshape(len(packed), VECTOR)
    return whole.astype(np.float32)
