"""Photos on their way in, stage by stage, several at a time and kept slice by slice.

read → store → upright → thumbnails → measure → group. The first stage reads only headers and
gives the order; the next four share one decode of each photo, which `closet_app.photo` names in
`stages`; grouping runs on what is stored after every slice. Suggestions are not a stage of their
own: they follow from what is stored, and from what `reading` adds behind.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError, MachineError, NotFoundError, PhotoError
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
    slice_: list[Taken] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        closet = self.closet
        self.keeping = Keeping(closet.thumbnails, closet.eyes, swatches(closet))

    def run(self, sources: Sequence[Source]) -> None:
        """Take in all of `sources` in their order.

        What was stored before a refusal of the disk, or before it was stopped, is kept; raises
        MachineError and CancelledError afterwards.
        """
        words = tr("Copying and looking at photos")
        with self._kept_at_the_end(), self._in_order(sources) as taken:
            self.progress.step(0, len(sources), words)
            for done, one in enumerate(taken, start=1):
                self.slice_.append(one)
                if len(self.slice_) >= SLICE:
                    self._keep()
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
    def _kept_at_the_end(self) -> Iterator[None]:
        try:
            yield
        except CancelledError:
            self._keep()
            raise
        except MachineError:
            # A full disk has no room for the rows of its photos until one of them goes again.
            if self.slice_:
                self._withdraw([self.slice_.pop()])
            self._keep()
            raise
        self._keep()

    def _keep(self) -> None:
        """Keep the slice; photos whose rows the disk refuses are not left behind without any."""
        taken = list(self.slice_)
        self.slice_.clear()
        if not taken:
            return
        try:
            self.keep(taken)
        except MachineError:
            self._withdraw(taken)
            raise
        self.kept.update(_hashes(taken))

    def _withdraw(self, photos: Sequence[Taken]) -> None:
        """Take photos out again, unless the same bytes are kept under another name."""
        needed = self.kept.union(_hashes(self.slice_))
        for one in photos:
            if isinstance(one, StoredPhoto) and one.sha256 not in needed:
                with suppress(MachineError, NotFoundError):
                    self.closet.photos.withdraw(one)

    @contextmanager
    def _in_order(self, sources: Sequence[Source]) -> Iterator[Iterator[Taken]]:
        """What becomes of each source, in order, while the next ones are under way.

        Those that nobody waits for any more leave nothing behind.
        """
        under_way: deque[Future[Taken]] = deque()
        with side_by_side(), ThreadPoolExecutor(WORKERS, thread_name_prefix="intake") as workers:
            try:
                yield self._results(workers, under_way, sources)
            except BaseException:
                workers.shutdown(wait=True, cancel_futures=True)
                self._withdraw([each.result() for each in under_way if _has_come(each)])
                raise

    def _results(
        self,
        workers: ThreadPoolExecutor,
        under_way: deque[Future[Taken]],
        sources: Sequence[Source],
    ) -> Iterator[Taken]:
        for source in sources:
            under_way.append(workers.submit(self._take, source))
            if len(under_way) > AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _hashes(photos: Sequence[Taken]) -> set[str]:
    return {one.sha256 for one in photos if isinstance(one, StoredPhoto)}


def _has_come(future: Future[Taken]) -> bool:
    return not future.cancelled() and future.exception() is None
