"""Many photos at once: some are decoded side by side, a broken one is named and left out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager

from PIL import Image

from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import PhotoError
from closet_app.photo.sources import Source
from closet_app.photo.store import PhotoStore, PixelKeeper, StoredPhoto

WORKERS = 4
"""Two work, letting go of the interpreter most of the time, while two wait for it or the disk."""
_TURN = 0.0001
"""Seconds: at Python's own 5 ms an import takes a seventh longer."""
_KEPT_BLOCKS = 2 * WORKERS
WORDS = "Adding photos"


def take_in_all(
    sources: Sequence[Source],
    store: PhotoStore,
    keeper: PixelKeeper,
    progress: Progress = SILENT,
) -> tuple[list[StoredPhoto], list[PhotoError]]:
    """Store each photo and hand its pixels to `keeper`; both lists are in the order of `sources`.

    Raises MachineError at the first refusal of the disk and CancelledError when stopped; photos
    that are stored by then stay in the store and belong to nobody.
    """
    with side_by_side(), ThreadPoolExecutor(WORKERS, thread_name_prefix="photos") as workers:
        futures = [workers.submit(store.take_in, source, keeper) for source in sources]
        try:
            _follow(futures, progress)
        except BaseException:
            workers.shutdown(wait=True, cancel_futures=True)
            raise
    return _results(futures)


@contextmanager
def side_by_side() -> Iterator[None]:
    """Meanwhile threads hand the interpreter on sooner, so that no decoder waits for its start.

    And Pillow keeps the memory of a few photos for the next: fresh memory costs a twentieth.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _TURN))
    Image.core.set_blocks_max(_KEPT_BLOCKS)  # type: ignore[attr-defined]  # typed as Pillow's own
    try:
        yield
    finally:
        Image.core.set_blocks_max(0)  # type: ignore[attr-defined]  # typed as Pillow's own
        sys.setswitchinterval(before)


def _follow(futures: Sequence[Future[StoredPhoto]], progress: Progress) -> None:
    progress.step(0, len(futures), WORDS)
    for done, future in enumerate(as_completed(futures), start=1):
        if not isinstance(future.exception(), PhotoError):
            future.result()
        progress.step(done, len(futures), WORDS)


def _results(
    futures: Iterable[Future[StoredPhoto]],
) -> tuple[list[StoredPhoto], list[PhotoError]]:
    stored: list[StoredPhoto] = []
    problems: list[PhotoError] = []
    for future in futures:
        problem = future.exception()
        if isinstance(problem, PhotoError):
            problems.append(problem)
        else:
            stored.append(future.result())
    return stored, problems
