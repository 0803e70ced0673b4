"""Searches that were given a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from closet_app.errors import InvalidValueError, NotFoundError
from closet_app.services import history, stock, views
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.views import LONGEST_NAME
from tests.closets import TODAY, add


def _names(closet: Closet) -> list[str]:
    return [view.name for view in views.views(closet)]


def _save(closet: Closet, *names: str) -> list[int]:
    return [views.save_view(closet, name, f"brand:{name}")[0] for name in names]


def test_a_search_is_kept_under_a_name(closet: Closet) -> None:
    view_id, changed = views.save_view(closet, "  Dear ones ", "price:>100 -brand:gap", "price_up")

    (kept,) = views.views(closet)
    assert (kept.id, kept.name, kept.sort) == (view_id, "Dear ones", "price_up")
    assert kept.query == "price:>100 -brand:gap"
    assert changed.views
    assert changed.label == "Saved the view “Dear ones”"


def test_views_keep_the_order_they_are_put_in(closet: Closet) -> None:
    first, second, third = _save(closet, "One", "Two", "Three")
    views.move_view(closet, third, 0)
    views.move_view(closet, first, 99)
    assert _names(closet) == ["Three", "Two", "One"]

    views.delete_view(closet, second)
    assert _names(closet) == ["Three", "One"]
    views.save_view(closet, "Four", "")
    assert _names(closet) == ["Three", "One", "Four"]


def test_every_change_of_a_view_can_be_undone_and_done_again(closet: Closet) -> None:
    first, second = _save(closet, "One", "Two")
    views.rename_view(closet, first, "Uno")
    views.update_view(closet, first, "bin:B-04", "bin")
    views.move_view(closet, first, 1)
    views.delete_view(closet, second)
    after = views.views(closet)
    states = [after]
    for _step in range(4):
        history.undo(closet)
        states.append(views.views(closet))

    assert [[view.name for view in state] for state in states] == [
        ["Uno"], ["Two", "Uno"], ["Uno", "Two"], ["Uno", "Two"], ["One", "Two"],
    ]  # fmt: skip
    assert states[3][0].query == "brand:One"
    for _step in range(4):
        history.redo(closet)
    assert views.views(closet) == after


@pytest.mark.parametrize("name", ["over 90 days", "OVER 90 DAYS", " Over 90  days"])
def test_two_views_cannot_have_one_name(closet: Closet, name: str) -> None:
    _save(closet, "Over 90 days")

    with pytest.raises(InvalidValueError, match="already"):
        views.save_view(closet, name, "age:>90")
    assert _names(closet) == ["Over 90 days"]


def test_a_view_may_be_spelled_another_way(closet: Closet) -> None:
    (view_id,) = _save(closet, "drafts")
    views.rename_view(closet, view_id, "Drafts")

    assert _names(closet) == ["Drafts"]


@pytest.mark.parametrize("name", ["", "  ", "\n", "x" * (LONGEST_NAME + 1)])
def test_a_view_needs_a_name_that_fits(closet: Closet, name: str) -> None:
    with pytest.raises(InvalidValueError):
        views.save_view(closet, name, "age:>90")
    assert views.views(closet) == ()


def test_views_are_counted(closet: Closet) -> None:
    old, _new = add(closet, "Old tee"), add(closet, "New tee")
    stock.mark_listed(closet, [old], ["ebay"], TODAY - timedelta(days=100))
    aged, drafts = (views.save_view(closet, name, name)[0] for name in ("age:>90", "status:draft"))

    assert views.count_views(closet, views.views(closet)) == {aged: 1, drafts: 1}


def test_what_is_shown_is_a_view_however_it_is_written(closet: Closet) -> None:
    view_id, _changed = views.save_view(closet, "Dear ones", "price:>=100 brand:gap", "price_up")

    for text in ("price:>=100 brand:gap", "Price:100.. label:gap"):
        found = views.view_of(closet, text, "price_up")
        assert found is not None
        assert found.id == view_id
    assert views.view_of(closet, "price:>=100 brand:gap", "newest") is None
    assert views.view_of(closet, "price:>=100", "price_up") is None


def test_a_day_like_today_goes_on_with_the_calendar(closet: Closet) -> None:
    views.save_view(closet, "Added today", "added:today")
    tomorrow = replace(closet, clock=fixed_clock(TODAY + timedelta(days=1)))
    add(closet, "Tee")

    (view,) = views.views(closet)
    assert list(views.count_views(closet, [view]).values()) == [1]
    assert list(views.count_views(tomorrow, [view]).values()) == [0]


def test_a_view_that_is_gone_cannot_be_changed(closet: Closet) -> None:
    (view_id,) = _save(closet, "One")
    views.delete_view(closet, view_id)

    changes: tuple[Callable[[], object], ...] = (
        lambda: views.rename_view(closet, view_id, "Uno"),
        lambda: views.update_view(closet, view_id, "bin:B-04", "bin"),
        lambda: views.move_view(closet, view_id, 0),
        lambda: views.delete_view(closet, view_id),
    )
    for change in changes:
        with pytest.raises(NotFoundError):
            change()
