"""Search: filters become tokens, suggestions complete them, keys do it all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from closet_app.ui.widgets.search_box import SearchBox, is_token, split_words
from closet_app.ui.widgets.suggestion_list import Suggestion
from closet_app.ui.widgets.token_chip import MoreChip, TokenChip

pytestmark = pytest.mark.usefixtures("keeper")

KNOWN = (
    Suggestion("brand:madewell", "Madewell", 17),
    Suggestion('brand:"made in italy"', "Made in Italy", 4),
    Suggestion("brand:", "brand:", None),
)


def suggest(text: str) -> Sequence[Suggestion]:
    if text.startswith("brand:"):
        typed = text.removeprefix("brand:")
        return [row for row in KNOWN[:2] if row.words.lower().startswith(typed)]
    return [KNOWN[2]] if text and "brand:".startswith(text) else []


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox("Add a word or a filter", suggest=suggest)
    made.resize(640, 34)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.line.setFocus()
    return made


def test_each_letter_is_a_query(qtbot: QtBot, box: SearchBox) -> None:
    queries = list[str]()
    box.query_changed.connect(queries.append)
    qtbot.keyClicks(box.line, "red")
    assert queries == ["r", "re", "red"]


def test_a_finished_filter_becomes_a_token_at_the_next_space(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box.line, "wool brand:madewell ")
    assert box.tokens() == ["brand:madewell"]
    assert box.line.text() == "wool"
    assert box.query() == "brand:madewell wool"


def test_enter_finishes_the_filter_and_submits(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box.line, "-size:XL")
    with qtbot.waitSignal(box.submitted) as submitted:
        qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert submitted.args == ["-size:XL"]
    assert box.tokens() == ["-size:XL"]


def test_tab_takes_the_suggestion_and_goes_on_from_a_key_to_its_values(
    qtbot: QtBot, box: SearchBox
) -> None:
    qtbot.keyClicks(box.line, "br")
    assert box.list.isVisible()
    qtbot.keyClick(box.line, Qt.Key.Key_Tab)
    assert box.line.text() == "brand:"
    assert [row.words for row in box.list.suggestions] == ["Madewell", "Made in Italy"]
    qtbot.keyClick(box.line, Qt.Key.Key_Down)
    qtbot.keyClick(box.line, Qt.Key.Key_Tab)
    assert box.tokens() == ['brand:"made in italy"']
    assert (box.line.text(), box.list.isVisible()) == ("", False)


def test_escape_closes_the_suggestions_only(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box.line, "brand:m")
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.list.isVisible()
    assert box.line.text() == "brand:m"


def test_the_mouse_takes_a_suggestion(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box.line, "brand:m")
    qtbot.mouseClick(box.list, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert box.tokens() == ["brand:madewell"]


def test_backspace_on_an_empty_line_takes_back_the_last_token(qtbot: QtBot, box: SearchBox) -> None:
    box.set_query(["brand:madewell", "size:M"], "")
    with qtbot.waitSignal(box.query_changed) as changed:
        qtbot.keyClick(box.line, Qt.Key.Key_Backspace)
    assert changed.args == ["brand:madewell"]


def test_pressing_a_token_takes_it_away(qtbot: QtBot, box: SearchBox) -> None:
    box.set_query(["brand:madewell", "size:M"], "wool")
    chip = next(chip for chip in box.findChildren(TokenChip) if chip.token == "size:M")
    assert chip.accessibleName() == "Remove the filter size: M"
    assert chip.sizeHint().height() == 24
    with qtbot.waitSignal(box.query_changed) as changed:
        chip.click()
    assert changed.args == ["brand:madewell wool"]


def test_a_filter_is_removed_from_outside(box: SearchBox) -> None:
    box.set_query(["department:Women"], "")
    box.remove_token("department:Women")
    assert box.query() == ""


def test_showing_a_query_reports_nothing(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.assertNotEmitted(box.query_changed):
        box.set_query(["size:M"], "wool")
    assert box.query() == "size:M wool"


@pytest.mark.parametrize(
    ("word", "token"),
    [
        ("brand:madewell", True),
        ("-size:XL", True),
        ("brand:", False),
        (":madewell", False),
        ('brand:"made in', False),
        ("10:30", False),
        ("wool", False),
    ],
)
def test_a_token_is_a_key_a_colon_and_a_value(word: str, token: bool) -> None:
    assert is_token(word) == token


def test_quotes_hold_words_together() -> None:
    assert split_words('wool brand:"made in italy" red') == [
        "wool",
        'brand:"made in italy"',
        "red",
    ]


def test_filters_without_room_are_counted_and_can_still_be_taken_away(
    qtbot: QtBot,
) -> None:
    box = SearchBox("Search")
    qtbot.addWidget(box)
    box.resize(480, 34)
    box.show()
    tokens = [f"brand:Brand{number}" for number in range(8)]
    box.set_query(tokens, "tee")
    chips = box.findChildren(TokenChip)
    shown = [chip.token for chip in chips if chip.isVisible()]
    assert tokens[-len(shown) :] == shown
    assert 1 <= len(shown) < 8
    assert box.line.width() >= 140
    more = box.findChild(MoreChip)
    assert more is not None
    assert more.accessibleName() == f"{8 - len(shown)} more filters"
    more.grab()
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = box.findChild(QMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert box.tokens() == tokens[1:]
    box.resize(1600, 34)
    assert all(chip.isVisible() for chip in box.findChildren(TokenChip) if chip.token in tokens[1:])
    assert not more.isVisible()
