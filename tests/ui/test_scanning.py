"""Codes from a camera, a photo, the clipboard and a scanner that types."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import segno
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.photo.camera import Camera
from closet_app.services import items, pieces
from closet_app.ui.scanning import scan
from closet_app.ui.scanning.dialog import ScanDialog
from closet_app.ui.widgets.dialogs import ConfirmDialog
from tests.closets import add
from tests.ui.closet_stage import Chosen, Stage, stage

UPC = "036000291452"


class OneCamera(Chosen):
    """A computer whose camera shows one picture for ever."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Image.Image | None = None

    def open_camera(self, which: int) -> Camera:
        return Still(self.shown) if self.shown and which == 0 else Camera("no camera")


class Still(Camera):
    def __init__(self, picture: Image.Image) -> None:
        self._picture = picture

    def look(self) -> Image.Image:
        return self._picture

    def close(self) -> None:
        """There is nothing to let go of."""


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with stage(tmp_path / "closet", qtbot) as made:
        made.desk.asking = made.asking = OneCamera()
        yield made


def _code(text: str) -> Image.Image:
    packed = BytesIO()
    segno.make_qr(text).save(packed, kind="png", scale=6, border=6)
    return Image.open(packed).convert("RGB")


def _file(folder: Path, text: str) -> Path:
    path = folder / "code.png"
    _code(text).save(path)
    return path


def _choose(shown: Stage, path: Path) -> None:
    scan(shown.desk)
    dialog = shown.dialog(ScanDialog)
    shown.asking.photos = [path]
    dialog.choose()
    shown.settle()


def test_the_label_of_a_piece_in_front_of_the_camera_opens_it(shown: Stage) -> None:
    item_id = add(shown.closet, "Breton tee")
    shown.open()
    assert isinstance(shown.asking, OneCamera)
    shown.asking.shown = _code(pieces.piece(shown.closet, item_id).facts.sku)

    scan(shown.desk)
    shown.qtbot.waitUntil(lambda: shown.editor.entered == [item_id])

    shown.settle()
    assert QApplication.activeModalWidget() is None


def test_the_label_on_a_photo_opens_its_piece(shown: Stage, tmp_path: Path) -> None:
    item_id = add(shown.closet, "Breton tee")
    shown.open()
    _choose(shown, _file(tmp_path, pieces.piece(shown.closet, item_id).facts.sku))

    assert shown.editor.entered == [item_id]


def test_of_two_labels_the_one_in_the_middle_counts(shown: Stage, tmp_path: Path) -> None:
    ids = [add(shown.closet, title) for title in ("Aside", "In front")]
    shown.open()
    photo = Image.new("RGB", (900, 900), "white")
    for item_id, place in zip(ids, ((0, 0), (330, 330)), strict=True):
        photo.paste(_code(pieces.piece(shown.closet, item_id).facts.sku), place)
    photo.save(tmp_path / "two.png")
    _choose(shown, tmp_path / "two.png")

    assert shown.editor.entered == [ids[1]]


def test_a_copied_label_opens_its_piece(shown: Stage, tmp_path: Path) -> None:
    item_id = add(shown.closet, "Breton tee")
    shown.open()
    sku = pieces.piece(shown.closet, item_id).facts.sku
    scan(shown.desk)
    dialog = shown.dialog(ScanDialog)
    dialog.paste()
    assert dialog.words.text() == "There is no picture to paste."

    QGuiApplication.clipboard().setImage(QImage(str(_file(tmp_path, sku))))
    dialog.paste()
    shown.settle()
    QGuiApplication.clipboard().clear()

    assert shown.editor.entered == [item_id]


def test_a_barcode_shows_every_piece_that_has_it(shown: Stage, tmp_path: Path) -> None:
    for title in ("First", "Second"):
        add(shown.closet, title, upc=UPC)
    add(shown.closet, "Another")
    shown.open()
    _choose(shown, _file(tmp_path, UPC))

    assert shown.desk.navigator.place == "closet"
    assert shown.titles() == ["Second", "First"]


def test_a_new_barcode_becomes_a_new_piece_that_has_it(shown: Stage, tmp_path: Path) -> None:
    shown.open()
    _choose(shown, _file(tmp_path, UPC))
    question = shown.dialog(ConfirmDialog)
    question.accept()
    shown.settle()

    (made,) = shown.editor.entered
    assert isinstance(made, int)
    assert pieces.piece(shown.closet, made).facts.upc == UPC


def test_a_code_of_another_kind_is_said(shown: Stage, tmp_path: Path) -> None:
    shown.open()
    _choose(shown, _file(tmp_path, "hello"))

    assert shown.toast() == "No piece has the code “hello”."


def test_a_photo_without_a_code_is_said_and_the_dialog_stays(shown: Stage, tmp_path: Path) -> None:
    shown.open()
    path = tmp_path / "plain.png"
    Image.new("RGB", (200, 200), "white").save(path)
    _choose(shown, path)

    dialog = shown.dialog(ScanDialog)
    assert dialog.words.text() == "There is no code on this photo."
    dialog.reject()
    shown.settle()


def test_a_scanner_that_types_a_number_and_enter_opens_the_piece(shown: Stage) -> None:
    item_id = add(shown.closet, "Breton tee")
    add(shown.closet, "Another")
    shown.open()
    sku = pieces.piece(shown.closet, item_id).facts.sku

    _type(shown, sku.lower())

    assert _opened(shown) == [item_id]


def test_a_typed_barcode_opens_the_only_piece_that_has_it(shown: Stage) -> None:
    item_id = add(shown.closet, "Jeans", upc=UPC)
    shown.open()

    _type(shown, UPC)

    assert _opened(shown) == [item_id]


def test_words_and_enter_stay_a_search(shown: Stage) -> None:
    items.edit(shown.closet, [add(shown.closet, "Breton tee")], {"brand": "Madewell"})
    shown.open()

    _type(shown, "breton")

    assert shown.editor.entered == []
    assert shown.titles() == ["Breton tee"]


def _opened(shown: Stage) -> list[int]:
    """The pieces that were opened in the editor, without their neighbours there."""
    return [entered[0] for entered in shown.editor.entered if isinstance(entered, tuple)]


def _type(shown: Stage, words: str) -> None:
    line = shown.page.bar.search.line
    line.setFocus()
    shown.qtbot.keyClicks(line, words)
    shown.qtbot.keyClicks(line, "\r")
    shown.settle()
