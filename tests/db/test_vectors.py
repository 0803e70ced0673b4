"""The likest vectors, as comparing every one would find them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from closet_app.db.engine import Database
from closet_app.db.looks import LookRow, forget_looks, write_measures
from closet_app.db.vectors import Vectors

SIDE = 256
Floats = NDArray[np.float32]


def _garments(count: int, seed: int = 7) -> Floats:
    """Unit vectors whose directions count less and less, as those of photos do."""
    random = np.random.default_rng(seed)
    spread = 1 / np.sqrt(1 + np.arange(SIDE))
    made = random.normal(size=(count, SIDE)) * spread
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), np.float32)


def _keep(database: Database, vectors: Floats, first: int = 0, version: int = 1) -> list[str]:
    names = [f"{first + at:064x}" for at in range(len(vectors))]
    rows = [
        LookRow(name, version, "{}", vector.astype(np.float16).tobytes())
        for name, vector in zip(names, vectors, strict=True)
    ]
    with database.transaction() as connection:
        write_measures(connection, rows)
    return names


def _by_comparing_all(names: Sequence[str], vectors: Floats, asked: Floats, most: int) -> list[str]:
    near = vectors.astype(np.float16).astype(np.float32) @ asked
    return [names[at] for at in np.argsort(-near)[:most]]


def test_the_likest_are_those_that_comparing_all_finds(database: Database) -> None:
    vectors = _garments(3_000)
    names = _keep(database, vectors)
    asked = [vectors[11] * 0.8 + vectors[500] * 0.2, *_garments(9, seed=3)]
    found = Vectors(database).nearest(asked, 12, version=1)

    for vector, near in zip(asked, found, strict=True):
        assert [name for name, _cosine in near] == _by_comparing_all(names, vectors, vector, 12)


def test_vectors_that_are_noted_are_found_and_forgotten_ones_are_not(database: Database) -> None:
    vectors = _garments(2_000)
    names = _keep(database, vectors[:3])
    search = Vectors(database)
    search.nearest([vectors[0]], 2, version=1)

    more = _keep(database, vectors[3:], first=3)
    search.note([*more, names[0]])
    assert search.nearest([vectors[40]], 1, version=1)[0][0][0] == more[37]
    assert len(search.nearest([vectors[0]], 9_999, version=1)[0]) == len(vectors)

    with database.transaction() as connection:
        forget_looks(connection, set(more))
    assert search.nearest([vectors[0]], 1, version=1)[0][0][0] in more


def test_vectors_of_another_version_are_not_compared(database: Database) -> None:
    vectors = _garments(20)
    _keep(database, vectors, version=1)
    search = Vectors(database)

    assert len(search.nearest([vectors[0]], 50, version=1)[0]) == 20
    assert search.nearest([vectors[0]], 50, version=2) == [[]]


def test_nothing_is_alike_in_an_empty_closet(database: Database) -> None:
    assert Vectors(database).nearest([_garments(1)[0]], 5, version=1) == [[]]
