"""Find by photo in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from closet_app.services import looks, stock
from closet_app.services.records import PhotoBytes
from closet_app.ui.frame.page import PageEntry
from closet_app.ui.similar import make_page
from closet_app.ui.similar.page import SimilarPage
from tests.closets import sell
from tests.ui.closet_stage import Stage, add_pictured, photo, stage


class Looked:
    """The stage with the page, on a closet of three pieces."""

    def __init__(self, shown: Stage) -> None:
        self.stage = shown
        closet = shown.closet
        self.hat = add_pictured(closet, "Trilby", "img-2066")
        self.straw = add_pictured(closet, "Straw hat", "hat-11")
        self.shoes = add_pictured(closet, "Mary Janes", "img-2063")
        sell(closet, [self.shoes], ["27.50"], sold_on=date(2026, 11, 3))
        looks.measure_missing(closet, looks.unmeasured_of_pieces(closet))
        shown.window.register(PageEntry("similar", lambda: make_page(shown.desk)))
        shown.open()

    @property
    def page(self) -> SimilarPage:
        found = self.stage.desk.navigator.page("similar")
        assert isinstance(found, SimilarPage)
        return found

    def ask(self, what: object) -> SimilarPage:
        """The page, opened for a photo or a piece and settled."""
        self.stage.desk.navigator.go("similar", what)
        self.stage.settle()
        return self.page

    def found(self) -> list[int]:
        return [each.item_id for each in self.page.model.found]


@pytest.fixture
def looked(tmp_path: Path, qtbot: QtBot) -> Iterator[Looked]:
    with stage(tmp_path / "closet", qtbot) as made:
        yield Looked(made)


def test_pieces_that_look_like_a_photo_stand_in_order_with_words(looked: Looked) -> None:
    page = looked.ask(photo("img-2067"))

    assert looked.found() == [looked.hat, looked.straw, looked.shoes]
    assert page.model.face(0).detail.startswith("very alike")
    assert page.model.face(2).detail == "a little alike · sold for $27.50"
    assert page.model.spoken(page.model.found[2]).endswith("$27.50, Tue, Nov 3")
    assert page.model.face(2).price_text == "$27.50"
    assert page.asked_photo.face.pixmap is not None
    assert page.count.text() == "2 pieces look like it."
    assert page.note.text() == ""


def test_a_piece_is_opened_by_enter_and_escape_goes_back(looked: Looked) -> None:
    page = looked.ask(photo("img-2067"))

    looked.stage.qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert looked.stage.editor.entered == [looked.hat]

    looked.stage.desk.navigator.back()
    looked.stage.settle()
    looked.stage.qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert looked.stage.desk.navigator.place == "closet"


def test_a_photo_is_dropped_on_the_search_line(looked: Looked) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo("img-2067")))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    search = looked.stage.page.bar.search
    assert search.eventFilter(search.line, drop)
    looked.stage.settle()

    assert looked.stage.desk.navigator.place == "similar"
    assert looked.found()[0] == looked.hat


def test_pieces_like_the_chosen_one_are_found_from_its_menu(looked: Looked) -> None:
    looked.stage.pick(looked.hat)
    looked.stage.run("closet.alike")
    looked.stage.settle()

    assert looked.found() == [looked.straw, looked.shoes]


def test_a_copied_picture_is_looked_for(looked: Looked) -> None:
    looked.ask(PhotoBytes("picture.jpg", photo("img-2065").read_bytes()))

    assert looked.found()[0] == looked.shoes


def test_a_picture_or_a_file_is_pasted(looked: Looked) -> None:
    page = looked.ask(None)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    looked.stage.run("similar.paste")
    assert page.nothing.isVisible()
    clipboard.setImage(QImage(str(photo("img-2065"))))
    looked.stage.run("similar.paste")
    looked.stage.settle()
    assert looked.found()[0] == looked.shoes
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(photo("img-2065")))])
    clipboard.setMimeData(copied)
    page.paste()
    looked.stage.settle()
    assert looked.found()[0] == looked.shoes
    clipboard.clear()


def test_what_is_no_photo_is_said_beside_it(looked: Looked, tmp_path: Path) -> None:
    (tmp_path / "note.jpg").write_text("no photo")
    page = looked.ask(tmp_path / "note.jpg")

    assert looked.found() == []
    assert "note.jpg" in page.count.text()
    assert page.asked_photo.face.is_missing


def test_photos_that_nobody_has_seen_yet_are_counted(looked: Looked) -> None:
    add_pictured(looked.stage.closet, "New hat", "hat-01")
    page = looked.ask(photo("img-2067"))

    assert page.note.text() == "1 photo is still to be looked at and cannot be found yet."


def test_without_a_photo_the_page_offers_to_choose_one(looked: Looked) -> None:
    page = looked.ask(None)
    looked.stage.asking.photos = [photo("img-2064")]
    assert page.nothing.isVisible()

    page.choose()
    looked.stage.settle()

    assert looked.found()[0] == looked.shoes


def test_what_is_found_follows_what_is_written(looked: Looked) -> None:
    looked.ask(photo("img-2067"))
    looked.stage.desk.command(lambda: stock.trash(looked.stage.closet, [looked.hat]))
    looked.stage.settle()

    assert looked.found() == [looked.straw, looked.shoes]
