"""The stages of taking a photo in, by name, so that a failure says how far it came."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from closet_app.errors import ClosetError


class Stage(StrEnum):
    """In their order; from `UPRIGHT` on they share the pixels of one decode."""

    READ = "read"
    UPRIGHT = "upright"
    STORE = "store"
    THUMBNAILS = "thumbnails"
    MEASURE = "measure"


@contextmanager
def during(stage: Stage) -> Iterator[None]:
    """Note `stage` in an error that passes, unless one nearer to its cause did."""
    try:
        yield
    except ClosetError as error:
        error.facts.setdefault("stage", stage)
        raise


def stage_of(error: ClosetError) -> Stage | None:
    """The stage in which `error` happened; None for one from elsewhere."""
    stage = error.facts.get("stage")
    return stage if isinstance(stage, Stage) else None
