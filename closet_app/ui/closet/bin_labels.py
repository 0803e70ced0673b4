"""Labels for bins, racks and shelves."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.door import print_bins
from closet_app.ui.words import say


def print_bin_labels(desk: Desk, item_ids: Sequence[int]) -> None:
    """Open the print dialog with a label for each bin of these pieces, or for every bin."""
    closet, ids = desk.closet, tuple(item_ids)

    def work(_progress: object) -> tuple[str, ...]:
        from closet_app.services.bin_labels import bins_of

        return bins_of(closet, ids)

    def done(bins: tuple[str, ...]) -> None:
        print_bins(desk, bins)
        if not bins:
            desk.toast(say("No piece has a bin yet."))

    desk.jobs.run(work, owner=desk, done=done, lane=READ)
