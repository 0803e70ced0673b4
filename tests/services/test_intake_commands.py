"""Seams, covers and photos left out: every command does one thing, and Undo takes it back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closet_app.db.intake_records import IntakeRecord
from closet_app.db.records import PhotoRecord
from closet_app.errors import NotFoundError, UserError
from closet_app.services import history, intake
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake.board import APART, Board
from closet_app.services.records.intake import IntakeView, IntakeWarning, WarningKind
from closet_app.services.writing import writing
from tests.closets import new_closet
from tests.services.intakes import laid, now, photo_id, rows, sizes


def lay(closet: Closet, counts: Sequence[int]) -> int:
    """An intake with groups of so many photos, a1 a2 …, b1 b2 …; nobody looked at them."""
    with writing(closet, "Laid out", kind="setup") as step:
        made = step.ledger.add(IntakeRecord(started_at=step.ledger.at))
        board = Board(step.ledger, made)
        for row, count in enumerate(counts):
            photos = [_photo(f"{chr(ord('a') + row)}{at}", at) for at in range(1, count + 1)]
            board.new_pile(row, photos)
        board.save()
    return made


def _photo(name: str, at: int) -> PhotoRecord:
    return PhotoRecord(
        sha256=name.encode().hex().ljust(64, "0"),
        extension="jpg",
        width=300,
        height=400,
        original_name=name,
        seam=900 if at == 1 else 100,
    )


@pytest.fixture
def view(closet: Closet) -> IntakeView:
    """Three groups: a1 a2 a3, b1 b2, c1."""
    return intake.view(closet, lay(closet, (3, 2, 1)))


def group(view: IntakeView, row: int) -> int:
    return view.groups[row].id


Command = Callable[[Closet, IntakeView], Changed]
COMMANDS: dict[str, tuple[Command, list[list[str]]]] = {
    "split": (
        lambda closet, view: intake.split(closet, photo_id(view, "a2")),
        [["a1"], ["a2", "a3"], ["b1", "b2"], ["c1"]],
    ),
    "join": (
        lambda closet, view: intake.join(closet, group(view, 0)),
        [["a1", "a2", "a3", "b1", "b2"], ["c1"]],
    ),
    "move behind": (
        lambda closet, view: intake.move_photos(closet, [photo_id(view, "a2")], group(view, 1)),
        [["a1", "a3"], ["b1", "b2", "a2"], ["c1"]],
    ),
    "move in front": (
        lambda closet, view: intake.move_photos(
            closet, [photo_id(view, "a3"), photo_id(view, "c1")], group(view, 1), 0
        ),
        [["a1", "a2"], ["a3", "c1", "b1", "b2"]],
    ),
    "move within": (
        lambda closet, view: intake.move_photos(closet, [photo_id(view, "a1")], group(view, 0), 2),
        [["a2", "a1", "a3"], ["b1", "b2"], ["c1"]],
    ),
    "take apart": (
        lambda closet, view: intake.take_apart(
            closet, [photo_id(view, "a1"), photo_id(view, "b2")]
        ),
        [["a2", "a3"], ["b1"], ["a1", "b2"], ["c1"]],
    ),
    "make cover": (
        lambda closet, view: intake.make_cover(closet, photo_id(view, "a3")),
        [["a3", "a1", "a2"], ["b1", "b2"], ["c1"]],
    ),
    "leave out": (
        lambda closet, view: intake.leave_out(closet, [photo_id(view, "a1"), photo_id(view, "b1")]),
        [["a1", "a2", "a3"], ["b1", "b2"], ["c1"]],
    ),
    "settle": (
        lambda closet, view: intake.settle(closet, photo_id(view, "a2")),
        [["a1", "a2", "a3"], ["b1", "b2"], ["c1"]],
    ),
    "settle a group": (
        lambda closet, view: intake.settle_group(closet, group(view, 1)),
        [["a1", "a2", "a3"], ["b1", "b2"], ["c1"]],
    ),
    "fill in": (
        lambda closet, view: intake.set_facts(closet, group(view, 0), {"title": "Tee"}),
        [["a1", "a2", "a3"], ["b1", "b2"], ["c1"]],
    ),
    "dismiss": (
        lambda closet, view: intake.dismiss(closet, group(view, 0), "brand=Vans"),
        [["a1", "a2", "a3"], ["b1", "b2"], ["c1"]],
    ),
    "share": (
        lambda closet, view: intake.share(closet, view.id, source="Goodwill", bin="B-05"),
        [["a1", "a2", "a3"], ["b1", "b2"], ["c1"]],
    ),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_one_step_that_undo_takes_back(
    closet: Closet, view: IntakeView, name: str
) -> None:
    command, expected = COMMANDS[name]
    before = rows(closet)
    changed = command(closet, view)
    assert changed.intake
    assert changed.label
    assert laid(now(closet)) == expected
    after = rows(closet)
    assert after != before
    assert history.undo_words(closet) == changed.label
    history.undo(closet)
    assert rows(closet) == before
    history.redo(closet)
    assert rows(closet) == after


def test_what_was_decided_is_settled(closet: Closet, view: IntakeView) -> None:
    intake.split(closet, photo_id(view, "a2"))
    intake.join(closet, group(now(closet), 2))
    groups = now(closet).groups
    assert [(one.seam, one.settled) for one in groups[1].photos] == [(1.0, True), (0.1, False)]
    assert (groups[2].photos[2].seam, groups[2].photos[2].settled) == (0.0, True)


def test_a_moved_photo_and_the_one_behind_the_gap_are_settled(
    closet: Closet, view: IntakeView
) -> None:
    intake.move_photos(closet, [photo_id(view, "a2")], group(view, 1), 1)
    settled = {
        one.original_name: one.settled for group in now(closet).groups for one in group.photos
    }
    assert settled == {"a1": False, "a3": True, "b1": False, "a2": True, "b2": True, "c1": False}


def test_confidence_is_that_of_the_least_certain_seam(closet: Closet, view: IntakeView) -> None:
    first, second, third = now(closet).groups
    assert first.confidence == pytest.approx(0.9)
    assert (second.confidence, third.confidence) == pytest.approx((0.9, 0.9))
    intake.settle_group(closet, second.id)
    assert now(closet).groups[1].confidence == 1.0


def test_a_group_is_ready_with_a_title_and_no_doubtful_seam(
    closet: Closet, view: IntakeView
) -> None:
    with writing(closet, "Doubt") as step:
        doubted = step.ledger.get(PhotoRecord, photo_id(view, "a3"))
        step.ledger.put(replace(doubted, seam=450))
    intake.set_facts(closet, group(view, 0), {"title": "Tee"})
    intake.set_facts(closet, group(view, 1), {"title": "Skirt"})
    assert [each.ready for each in now(closet).groups] == [False, True, False]
    intake.settle(closet, photo_id(view, "a3"))
    assert now(closet).ready_count == 2


def test_joining_keeps_what_both_say(closet: Closet, view: IntakeView) -> None:
    intake.set_facts(closet, group(view, 0), {"title": "Tee"})
    intake.set_facts(closet, group(view, 1), {"title": "Skirt", "brand": "Vans"})
    intake.join(closet, group(view, 0))
    assert now(closet).groups[0].facts == {"title": "Tee", "brand": "Vans"}


def test_what_was_filled_in_goes_along_with_the_last_photo(
    closet: Closet, view: IntakeView
) -> None:
    intake.set_facts(closet, group(view, 2), {"brand": "Vans"})
    intake.move_photos(closet, [photo_id(view, "c1")], group(view, 0))
    assert now(closet).groups[0].facts == {"brand": "Vans"}


def test_a_cover_is_shown_again(closet: Closet, view: IntakeView) -> None:
    intake.leave_out(closet, [photo_id(view, "a3")])
    intake.make_cover(closet, photo_id(view, "a3"))
    assert now(closet).groups[0].photos[0].left_out is False
    intake.leave_out(closet, [photo_id(view, "a1")])
    intake.leave_out(closet, [photo_id(view, "a1")], out=False)
    assert not any(one.left_out for one in now(closet).groups[0].photos)


def test_the_better_of_two_is_kept(closet: Closet, view: IntakeView) -> None:
    pair = (photo_id(view, "a2"), photo_id(view, "a1"))
    warning = IntakeWarning("k", WarningKind.NEARLY_SAME, group(view, 0), "…", pair)
    intake.keep_left(closet, warning)
    out = {one.original_name for one in now(closet).groups[0].photos if one.left_out}
    assert out == {"a1"}


def test_what_cannot_be_is_said(closet: Closet, view: IntakeView) -> None:
    before = rows(closet)
    with pytest.raises(UserError, match="begins at this photo already"):
        intake.split(closet, photo_id(view, "b1"))
    with pytest.raises(UserError, match="no piece behind"):
        intake.join(closet, group(view, 2))
    with pytest.raises(UserError, match="of their own already"):
        intake.take_apart(closet, [photo_id(view, "c1")])
    with pytest.raises(NotFoundError):
        intake.split(closet, 999)
    with pytest.raises(NotFoundError):
        intake.join(closet, 999)
    assert rows(closet) == before


def test_settled_seams_outlive_grouping_again_and_the_others_may_move(
    closet: Closet, view: IntakeView
) -> None:
    intake.settle_group(closet, group(view, 0))
    intake.split(closet, photo_id(view, "b2"))
    intake.group_again(closet, view.id)
    names = [name for group in laid(now(closet)) for name in group]
    assert names == ["a1", "a2", "a3", "b1", "b2", "c1"]
    assert laid(now(closet))[0][:3] == ["a1", "a2", "a3"]
    assert any(group[0] == "b2" for group in laid(now(closet)))
    intake.group_again(closet, view.id, keep_settled=False)
    assert not any(one.settled for group in now(closet).groups for one in group.photos)


def test_discarding_takes_all_and_undo_brings_it_back(closet: Closet, view: IntakeView) -> None:
    before = rows(closet)
    assert intake.discard(closet, view.id).label == "Discarded 6 photos of Intake"
    assert not any(rows(closet)[table] for table in ("intake", "intake_group", "photo"))
    assert intake.unfinished(closet) is None
    history.undo(closet)
    assert rows(closet) == before


def test_a_pile_between_two_others_moves_no_other_row(closet: Closet, view: IntakeView) -> None:
    intake.split(closet, photo_id(view, "a2"))
    with closet.database.read() as connection:
        found = connection.exec_driver_sql("SELECT position FROM intake_group ORDER BY position")
        positions = [row[0] for row in found]
    assert positions == [APART, APART * 3 // 2, APART * 2, APART * 3]


@contextmanager
def _laid_out(counts: Sequence[int]) -> Iterator[Closet]:
    with tempfile.TemporaryDirectory() as folder:
        closet = new_closet(Path(folder))
        lay(closet, counts)
        yield closet
        closet.close()


def _act(closet: Closet, kind: int, one: int, other: int) -> None:
    view = now(closet)
    photos = [photo.ref.id for group in view.groups for photo in group.photos]
    first, second = photos[one % len(photos)], photos[other % len(photos)]
    chosen = list(dict.fromkeys((first, second)))
    target = view.groups[other % len(view.groups)].id
    acts: tuple[Callable[[], Changed], ...] = (
        lambda: intake.split(closet, first),
        lambda: intake.join(closet, target),
        lambda: intake.move_photos(closet, chosen, target, one % 4),
        lambda: intake.take_apart(closet, chosen),
        lambda: intake.make_cover(closet, first),
        lambda: intake.leave_out(closet, chosen, out=bool(other % 2)),
        lambda: intake.group_again(closet, view.id, keep_settled=bool(one % 2)),
        lambda: intake.settle(closet, first),
    )
    try:
        acts[kind]()
    except UserError:
        assert kind in {0, 1, 3}


@settings(max_examples=15)
@given(
    counts=st.lists(st.integers(1, 4), min_size=1, max_size=4),
    acts=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 20), st.integers(0, 20)), max_size=8),
)
def test_whatever_is_done_no_photo_is_lost_and_undo_walks_back(
    counts: list[int], acts: list[tuple[int, int, int]]
) -> None:
    with _laid_out(counts) as closet:
        names = sorted(name for group in laid(now(closet)) for name in group)
        seen = [rows(closet)]
        for act in acts:
            _act(closet, *act)
            view = now(closet)
            assert sorted(name for group in laid(view) for name in group) == names
            assert all(sizes(view))
            if rows(closet) != seen[-1]:
                seen.append(rows(closet))
        for before in reversed(seen[:-1]):
            history.undo(closet)
            assert rows(closet) == before
        assert history.undo_words(closet) == ""
