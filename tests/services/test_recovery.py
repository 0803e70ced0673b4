from __future__ import annotations

from pathlib import Path

import pytest

from closet_app.errors import ClosetBusyError, DamagedClosetError, UserError
from closet_app.paths import resources
from closet_app.services import gallery
from closet_app.services.backups import daily
from closet_app.services.clock import fixed_clock
from closet_app.services.opening import open_closet
from closet_app.services.recovery import open_newest_copy
from tests.closets import TODAY, add, new_closet

CLOCK = fixed_clock(TODAY)
RUBBISH = b"x" * 5000


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A closet with a good daily copy of one piece whose database is damaged now."""
    closet = new_closet(tmp_path / "closet")
    add(closet)
    daily(closet)
    add(closet)
    closet.close()
    for name in ("closet.db", "closet.db-wal"):
        (closet.folder / name).write_bytes(RUBBISH)
    return closet.folder


def test_the_newest_whole_copy_becomes_the_closet(damaged: Path) -> None:
    (damaged / "backups" / "closet-2026-11-23.db").write_bytes(RUBBISH)
    with pytest.raises(DamagedClosetError):
        open_closet(damaged, resources())
    found = open_newest_copy(damaged, CLOCK)
    closet = open_closet(damaged, resources())
    assert gallery.counts(closet).items == 1
    closet.close()
    assert found.made_at.tzinfo is not None
    assert (found.kept_aside / "closet.db").read_bytes() == RUBBISH
    assert (found.kept_aside / "closet.db-wal").read_bytes() == RUBBISH
    assert (damaged / "backups" / "closet-2026-11-22.db").exists()


def test_without_a_good_copy_nothing_is_changed(damaged: Path) -> None:
    for copy in (damaged / "backups").iterdir():
        copy.write_bytes(RUBBISH)
    with pytest.raises(UserError, match="no good daily backup"):
        open_newest_copy(damaged, CLOCK)
    assert (damaged / "closet.db").read_bytes() == RUBBISH
    assert not list(damaged.glob("Damaged*"))


def test_a_closet_that_is_open_is_left_alone(tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "closet")
    daily(closet)
    with pytest.raises(ClosetBusyError):
        open_newest_copy(closet.folder, CLOCK)
    closet.close()
