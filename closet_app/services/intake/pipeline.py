"""Photos on their way in, stage by stage, several at a time and kept slice by slice.

read → store → upright → thumbnails → measure → group. The first stage reads only headers and
gives the order; the next four share one decode of each photo, which `closet_app.photo` names in
`stages`; grouping runs on what is stored after every slice. Suggestions are not a stage of their
own: they follow from what is stored, and from what `reading` adds behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError, MachineError, PhotoError
from closet_app.photo.batch import WORKERS, side_by_side
from closet_app.photo.keeping import Keeping
from closet_app.photo.measuring import Measured
from closet_app.photo.sources import Source
from closet_app.photo.store import StoredPhoto
from closet_app.services.closet import Closet
from closet_app.services.looks import swatches
from closet_app.wording import tr

SLICE = 25
"""Photos kept in one transaction: a stop or a crash loses less than ten seconds of work."""
AHEAD = 8
"""Photos under way beyond the one that is waited for, so that no thread idles."""

Taken = StoredPhoto | PhotoError
KeepSlice = Callable[[Sequence[Taken]], object]


@dataclass(slots=True)
class Line:
    """Takes photos through the stages of one decode; `keep` is told of each slice."""

    closet: Closet
    keep: KeepSlice
    progress: Progress
    keeping: Keeping = field(init=False)

    def __post_init__(self) -> None:
        closet = self.closet
        self.keeping = Keeping(closet.thumbnails, closet.eyes, swatches(closet))

    def run(self, sources: Sequence[Source]) -> None:
        """Take in all of `sources` in their order.

        What was stored before a refusal of the disk, or before it was stopped, is kept; raises
        MachineError and CancelledError afterwards.
        """
        words = tr("Copying and looking at photos")
        slice_: list[Taken] = []
        with self._kept_at_the_end(slice_), _in_order(self._take, sources) as taken:
            self.progress.step(0, len(sources), words)
            for done, one in enumerate(taken, start=1):
                slice_.append(one)
                if len(slice_) >= SLICE:
                    self._keep(slice_)
                self.progress.step(done, len(sources), words)

    def measured(self, photos: Sequence[StoredPhoto]) -> dict[str, Measured | None]:
        """What was measured on these photos, handed over once."""
        found = self.keeping.measured
        return {one.sha256: found.pop(one.sha256) for one in photos if one.sha256 in found}

    def _take(self, source: Source) -> Taken:
        try:
            return self.closet.photos.take_in(source, self.keeping)
        except PhotoError as refused:
            return refused

    @contextmanager
    def _kept_at_the_end(self, slice_: list[Taken]) -> Iterator[None]:
        try:
            yield
        except (CancelledError, MachineError):
            self._keep(slice_)
            raise
        self._keep(slice_)

    def _keep(self, slice_: list[Taken]) -> None:
        if slice_:
            taken = list(slice_)
            slice_.clear()
            self.keep(taken)


@contextmanager
def _in_order(
    take: Callable[[Source], Taken], sources: Sequence[Source]
) -> Iterator[Iterator[Taken]]:
    """What `take` makes of each source, in order, while the next ones are under way."""
    with side_by_side(), ThreadPoolExecutor(WORKERS, thread_name_prefix="intake") as workers:
        try:
            yield _results(workers, take, sources)
        except BaseException:
            workers.shutdown(wait=True, cancel_futures=True)
            raise


def _results(
    workers: ThreadPoolExecutor, take: Callable[[Source], Taken], sources: Sequence[Source]
) -> Iterator[Taken]:
    under_way: list[Future[Taken]] = []
    for source in sources:
        under_way.append(workers.submit(take, source))
        if len(under_way) > AHEAD:
            yield under_way.pop(0).result()
    for future in under_way:
        yield future.result()
