from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage

from closet_app.paths import resources
from closet_app.services import gallery, intake
from closet_app.services.closet import is_closet
from closet_app.services.reference import read_reference
from closet_app.services.shop import shop
from closet_app.ui.first_run.answers import country_of
from closet_app.ui.first_run.page import FirstRunPage
from closet_app.ui.first_run.pictures import SHOWN, PhotosPicture
from closet_app.ui.first_run.steps import STEPS, ExampleCard, FirstSteps, example
from closet_app.ui.first_run.way_card import WayCard
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.dialogs import ConfirmDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.wording import say_money
from tests.closets import PHOTOS, TODAY, new_closet
from tests.sample_shop import sample_folder, sample_home
from tests.ui.program_stage import Stage, stage

__all__ = ["sample_folder", "sample_home", "stage"]


@pytest.fixture
def welcome(stage: Stage, tmp_path: Path) -> FirstRunPage:
    """The first page of a new seller, her folder proposed."""
    stage.program.window.resize(1440, 900)
    stage.start(None, "first_run")
    page = stage.page(FirstRunPage)
    page.questions.folder.set_folder(tmp_path / "Closet")
    return page


def press(page: FirstRunPage, words: str) -> None:
    button = next(each for each in page.findChildren(Button) if each.text() == words)
    button.click()


def words_of(page: FirstRunPage) -> str:
    return " ".join(label.text() for label in page.findChildren(PlainLabel))


def test_the_welcome_stands_alone_and_offers_three_ways(
    stage: Stage, welcome: FirstRunPage
) -> None:
    assert not stage.program.window.rail.isVisible()
    cards = welcome.findChildren(WayCard)
    assert [card.accessibleName() for card in cards] == [
        "Start empty",
        "Bring in your listings",
        "Look around first",
    ]
    assert len({card.width() for card in cards}) == 1
    assert [card.button.kind for card in cards] == ["secondary", "primary", "secondary"]
    assert len(welcome.findChildren(FirstSteps)) == 1
    assert len(STEPS) == 7


def test_the_example_is_reckoned_by_the_rule_book() -> None:
    sale = example(read_reference(resources()).book, TODAY)
    assert say_money(sale.keep) == "$20.30"
    assert say_money(sale.fee.total) == "$6.80"


def test_the_example_says_every_part(welcome: FirstRunPage) -> None:
    card = welcome.findChild(ExampleCard)
    assert isinstance(card, ExampleCard)
    said = [label.text() for label in card.findChildren(PlainLabel)]
    assert said == [
        "Bought for $6, listed at $34, Poshmark takes $6.80, packing $0.90",
        "You keep $20.30",
    ]


def test_the_shown_photos_are_those_of_the_sample() -> None:
    assert all((PHOTOS / f"{name}.jpg").is_file() for name in SHOWN)
    picture = PhotosPicture(Path("nowhere"))
    picture.resize(285, 172)
    assert not picture.grab().isNull()


def test_each_picture_is_drawn_in_full(welcome: FirstRunPage) -> None:
    for card in welcome.findChildren(WayCard):
        image = card.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        colors = {image.pixel(x, y) for x in range(30, 250, 7) for y in range(20, 160, 7)}
        assert len(colors) > 1


def test_the_halves_stand_below_each_other_in_a_narrow_window(
    stage: Stage, welcome: FirstRunPage
) -> None:
    side = welcome.panes()[2]
    assert side.mapTo(welcome, side.rect().topLeft()).x() > 900
    stage.program.window.resize(1100, 720)
    stage.qtbot.waitUntil(lambda: side.mapTo(welcome, side.rect().topLeft()).x() < 10)


def test_every_country_is_offered_with_its_money(welcome: FirstRunPage) -> None:
    box = welcome.questions.country.box
    offered = [box.itemText(row) for row in range(box.count())]
    assert "United States, $" in offered
    assert "South Korea, ₩" in offered
    assert len(offered) == 249
    assert offered == sorted(offered, key=str.casefold) or "Åland Islands, €" in offered


def test_the_country_follows_the_system() -> None:
    assert country_of(QLocale("de_AT")) == "AT"
    assert country_of(QLocale.c()) == "US"


def test_an_empty_closet_begins_with_what_was_answered(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path
) -> None:
    welcome.questions.shop_name.set_text("Été à Paris")
    welcome.questions.country.set_value("FR")
    press(welcome, "Or type in your first one")
    stage.qtbot.waitUntil(lambda: stage.program.desk is not None)
    stage.settle()
    own = shop(stage.desk.closet)
    assert (own.name, own.currency, own.units, own.slip_stock, own.sku_pattern) == (
        "Été à Paris", "EUR", "metric", "a4", "EAP-{0000}",
    )  # fmt: skip
    assert stage.desk.closet.folder == tmp_path / "Closet"
    assert gallery.counts(stage.desk.closet).items == 1
    assert stage.program.window.rail.isVisible()
    assert stage.saved().last_closet == tmp_path / "Closet"


def test_photos_chosen_at_the_start_go_to_intake(stage: Stage, welcome: FirstRunPage) -> None:
    stage.answers.files = [PHOTOS / "dress-01.jpg", PHOTOS / "dress-02.jpg"]
    press(welcome, "Choose photos")
    stage.wait_for("intake")
    kept = intake.unfinished(stage.desk.closet)
    assert kept is not None
    assert intake.view(stage.desk.closet, kept).photo_count == 2
    assert shop(stage.desk.closet).name == "My closet"


def test_a_spreadsheet_goes_on_to_the_import(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path
) -> None:
    sheet = tmp_path / "stock.csv"
    sheet.write_text("title,price\nBreton tee,34\n", encoding="utf-8")
    stage.answers.files = [sheet]
    press(welcome, "Import a spreadsheet")
    stage.wait_for("import")


def test_closing_the_file_dialog_begins_nothing(stage: Stage, welcome: FirstRunPage) -> None:
    press(welcome, "Choose photos")
    press(welcome, "Import a spreadsheet")
    stage.settle()
    assert stage.place == "first_run"


def test_a_closet_in_the_folder_is_offered(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path
) -> None:
    new_closet(tmp_path / "Closet", name="The old one").close()
    press(welcome, "Or type in your first one")
    stage.dialog(ConfirmDialog).accept()
    stage.wait_for("closet")
    assert shop(stage.desk.closet).name == "The old one"


def test_a_folder_with_other_files_gets_one_of_its_own(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path
) -> None:
    full = tmp_path / "Documents"
    full.mkdir()
    (full / "letter.txt").write_text("hello", encoding="utf-8")
    welcome.questions.folder.set_folder(full)
    press(welcome, "Or type in your first one")
    stage.dialog(ConfirmDialog).accept()
    stage.qtbot.waitUntil(lambda: stage.program.desk is not None)
    stage.settle()
    assert is_closet(full / "Closet")
    assert (full / "letter.txt").read_text(encoding="utf-8") == "hello"


def test_another_folder_can_be_chosen_instead(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path
) -> None:
    new_closet(tmp_path / "Closet").close()
    stage.answers.folders = [tmp_path / "Elsewhere"]
    press(welcome, "Or type in your first one")
    stage.dialog(ConfirmDialog).reject()
    assert welcome.questions.folder.folder == tmp_path / "Elsewhere"
    assert welcome.questions.folder.line.text().endswith("Elsewhere")


def test_a_folder_that_cannot_be_used_is_said_under_it(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    welcome.questions.folder.set_folder(tmp_path / "file")
    press(welcome, "Or type in your first one")
    assert "cannot be used" in welcome.questions.folder.error


def test_the_sample_opens_beside_the_folder_of_her_own(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path, sample_folder: Path
) -> None:
    promised = words_of(welcome)
    home = sample_folder.rename(tmp_path / "Closet sample")
    press(welcome, "Open the sample closet")
    stage.wait_for("closet")
    assert stage.desk.closet.folder == home
    assert shop(stage.desk.closet).is_sample
    assert f"{gallery.counts(stage.desk.closet).items} pieces, 60 orders" in promised
    assert not (tmp_path / "Closet").exists()


def test_a_stopped_sample_leaves_no_folder(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path
) -> None:
    press(welcome, "Open the sample closet")
    stage.qtbot.waitUntil((tmp_path / "Closet sample").exists)
    status = stage.program.window.status
    stop = next(each for each in status.findChildren(Button) if each.text() == "Stop")
    stop.click()
    stage.settle()
    assert not (tmp_path / "Closet sample").exists()
    assert stage.place == "first_run"


def test_trouble_while_beginning_is_told_and_the_page_works_on(
    stage: Stage, welcome: FirstRunPage, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    welcome.questions.folder.set_folder(tmp_path / "file" / "Closet")
    press(welcome, "Or type in your first one")
    stage.settle()
    assert stage.program.desk is None
