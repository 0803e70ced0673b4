"""Saved views on Closet: the button, its menu, and the list in which they are put in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from closet_app.services import stock, views
from closet_app.ui.closet.views_dialogs import ArrangeDialog, NameDialog
from tests.closets import TODAY, add
from tests.ui.closet_stage import Stage, furnish, stage


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """The page on five pieces, no view saved."""
    with stage(tmp_path / "closet", qtbot) as made:
        furnish(made.closet)
        made.open()
        yield made


def _menu(shown: Stage) -> dict[str, QAction]:
    """What the menu offers, by its words; it is closed again."""
    button = shown.page.views_button
    button.open()
    shown.settle()
    found = {action.text(): action for action in button.drop.actions() if action.text()}
    button.drop.close()
    return found


def _choose(shown: Stage, words: str) -> None:
    _menu(shown)[words].trigger()
    shown.settle()


def _save(shown: Stage, name: str, query: str, sort: str = "newest") -> int:
    made: list[int] = []

    def work() -> object:
        view_id, changed = views.save_view(shown.closet, name, query, sort)
        made.append(view_id)
        return changed

    shown.desk.command(work)  # type: ignore[arg-type]  # it returns what the use case does
    shown.settle()
    return made[0]


def _names(shown: Stage) -> list[str]:
    return [view.name for view in views.views(shown.closet)]


def test_without_views_useful_ones_are_offered(shown: Stage) -> None:
    assert list(_menu(shown))[1:4] == ["Over 90 days", "No photos yet", "Drafts without a price"]

    _choose(shown, "Over 90 days")

    assert shown.titles() == ["Embroidered tunic dress"]
    assert _names(shown) == ["Over 90 days"]
    assert shown.page.views_button.text() == "Over 90 days"
    assert shown.toast() == "Saved the view “Over 90 days”"


@pytest.mark.parametrize(("name", "count"), [("No photos yet", 5), ("Drafts without a price", 1)])
def test_what_is_offered_finds_pieces(shown: Stage, name: str, count: int) -> None:
    _choose(shown, name)

    assert len(shown.titles()) == count


def test_a_search_is_saved_with_its_order_and_shown_again(shown: Stage) -> None:
    assert not _menu(shown)["Save this view…"].isEnabled()
    shown.page.searching.show("size:M status:listed", "price_down")
    shown.settle()
    _choose(shown, "Save this view…")
    dialog = shown.dialog(NameDialog)
    dialog.field.line.setText("Medium")
    dialog.submit()
    shown.settle()
    shown.page.searching.show("", "newest")
    shown.settle()
    assert shown.page.views_button.text() == "Saved views"

    _choose(shown, "Medium\t2")

    assert shown.titles() == ["Embroidered tunic dress", "Breton boatneck tee"]
    assert shown.page.pane.head.sort_value == "price_down"
    assert shown.page.views_button.text() == "Medium"
    assert shown.page.views_button.accessibleName() == "Saved views: Medium"
    assert not _menu(shown)["Save this view…"].isEnabled()


def test_the_menu_ticks_the_shown_view_and_counts_all(shown: Stage) -> None:
    _save(shown, "Bin four", "bin:B-04")
    _save(shown, "Drafts", "status:draft")
    shown.search("status:draft")

    rows = _menu(shown)

    assert rows["Drafts\t2"].isChecked()
    assert not rows["Bin four\t2"].isChecked()


def test_a_name_that_is_taken_is_refused_in_the_dialog(shown: Stage) -> None:
    _save(shown, "Drafts", "status:draft")
    shown.search("size:M")
    _choose(shown, "Save this view…")
    dialog = shown.dialog(NameDialog)

    for name in ("", "drafts"):
        dialog.field.line.setText(name)
        dialog.submit()
        assert dialog.isVisible()

    dialog.field.line.setText("Medium")
    dialog.submit()
    shown.settle()
    assert _names(shown) == ["Drafts", "Medium"]


def test_a_view_can_be_let_show_another_search(shown: Stage) -> None:
    _save(shown, "Mine", "status:draft")
    shown.search("status:draft")
    shown.search("status:draft size:M")

    _choose(shown, "Let “Mine” show this search")

    assert views.views(shown.closet)[0].query == "status:draft size:M"
    assert shown.page.views_button.text() == "Mine"


def test_views_are_put_in_order_by_keyboard(shown: Stage) -> None:
    for name in ("One", "Two", "Three"):
        _save(shown, name, f"title:{name}")
    dialog = _arranging(shown)
    dialog.list.setCurrentRow(2)

    for _step in range(2):
        shown.qtbot.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        shown.settle()
    assert _names(shown) == ["Three", "One", "Two"]
    assert not dialog.up.isEnabled()

    shown.press(dialog.down)
    assert _names(shown) == ["One", "Three", "Two"]
    dialog.accept()


def test_a_view_is_renamed_and_deleted_and_comes_back(shown: Stage) -> None:
    _save(shown, "One", "title:one")
    _save(shown, "Two", "title:two")
    dialog = _arranging(shown)
    shown.qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    naming = shown.dialog(NameDialog)
    naming.field.line.setText("Uno")
    naming.submit()
    shown.settle()
    assert _names(shown) == ["Uno", "Two"]

    shown.qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    shown.settle()
    assert _names(shown) == ["Two"]
    dialog.accept()
    shown.desk.undo()
    shown.settle()

    assert list(_menu(shown))[:2] == ["Uno\t0", "Two\t0"]


def test_the_menu_opens_by_key(shown: Stage) -> None:
    shown.run("closet.views")
    shown.settle()

    assert shown.page.views_button.drop.isVisible()
    shown.page.views_button.drop.close()


def test_counts_are_those_of_the_moment_the_menu_opens(shown: Stage) -> None:
    _save(shown, "Old", "age:>90")
    assert "Old\t1" in _menu(shown)
    stock.mark_listed(
        shown.closet, [add(shown.closet, "Old coat")], ["ebay"], TODAY - timedelta(days=200)
    )

    assert "Old\t2" in _menu(shown)


def test_a_long_name_with_an_ampersand_is_shown_as_it_is(shown: Stage) -> None:
    name = "Skirts & dresses that nobody has looked at since spring"
    _save(shown, name, "category:Dresses")
    shown.search("category:Dresses")
    button = shown.page.views_button

    assert button.text().startswith("Skirts && ")
    assert button.text().endswith("…")
    assert button.accessibleName() == f"Saved views: {name}"
    assert button.sizeHint().width() < 240


def _arranging(shown: Stage) -> ArrangeDialog:
    _choose(shown, "Arrange views…")
    return shown.dialog(ArrangeDialog)
