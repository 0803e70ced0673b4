"""An intake to look at only: in a closet that is gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from closet_app.services.clock import Clock
from closet_app.services.closet import Closet
from closet_app.services.opening import create_closet
from closet_app.services.records import Shop


@contextmanager
def trial_closet(resources: Path, clock: Clock) -> Iterator[Closet]:
    """A closet of its own in a temporary folder; nothing of it stays."""
    with TemporaryDirectory(prefix="closet-intake-", ignore_cleanup_errors=True) as folder:
        closet = create_closet(Path(folder) / "closet", Shop(name="Intake"), resources, clock)
        try:
            yield closet
        finally:
            closet.close()
