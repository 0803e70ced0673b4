"""What the photos show: said on the board and below it, offered in fields, waved away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from closet_app.domain.boxes import Box
from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.photo import tags
from closet_app.photo.looks import (
    ColorShare,
    Fault,
    Measures,
    Quality,
    Reading,
    Shot,
)
from closet_app.photo.text_nets import WHAT_IS_MISSING, TextNets
from closet_app.services import history, looks, photo_findings, photos, pieces
from closet_app.services.changed import Changed
from closet_app.services.photo_findings import PhotoFindings, TagRead
from tests.closets import add
from tests.ui.editor_stage import Stage, add_with_photos, line_of, stage

WHERE = Box(0.2, 0.2, 0.8, 0.8)
SHARP = Quality(0.2, 0.5, 0.6, 0.0, 0.0, 48)
BLURRED = Quality(0.01, 0.5, 0.6, 0.0, 0.0, 48, (Fault.BLURRY,))
DARK = Quality(0.2, 0.1, 0.2, 0.0, 0.0, 48, (Fault.TOO_DARK,))
CREAM = ColorShare("Cream", "#F1E7D0", 0.61)
RUST = ColorShare("Red", "#8C3A2B", 0.32)
BLACK = ColorShare("Black", "#222222", 0.02)


@pytest.fixture(scope="module")
def shared(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("findings") / "closet") as made:
        yield made


@pytest.fixture
def desk(shared: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from shared.serve(qtbot)


def seen(quality: Quality, fingerprint: str, *colors: ColorShare) -> Measures:
    return Measures(quality, colors, (), fingerprint, WHERE, Shot.FRONT)


def look(desk: Stage, item_id: int, *measures: Measures) -> list[int]:
    """Note what was seen on the photos of a piece; returns their ids."""
    from closet_app.photo.measuring import Measured

    shown = pieces.piece(desk.closet, item_id).photos
    looks.keep_measures(
        desk.closet,
        {
            photo.ref.sha256: Measured(each, bytes(1024))
            for photo, each in zip(shown, measures, strict=True)
        },
    )
    for photo in shown:
        looks.keep_reading(desk.closet, photo.ref.sha256, Reading())
    return [photo.ref.id for photo in shown]


@pytest.fixture
def piece(desk: Stage, tmp_path: Path) -> list[int]:
    """A piece with a good, a blurred and a dark photo; the first two are nearly the same."""
    item_id = add_with_photos(desk.closet, tmp_path)
    ids = look(
        desk,
        item_id,
        seen(SHARP, "00ff00ff00ff00ff", CREAM, RUST, BLACK),
        seen(BLURRED, "00ff00ff00ff00fe"),
        seen(DARK, "f0f0f0f0f0f0f0f0"),
    )
    desk.open(item_id)
    return [item_id, *ids]


def hints(desk: Stage) -> list[tuple[str, str]]:
    return [(row.hint.words, row.hint.verb) for row in desk.page.view.findings.hints.rows]


def test_shortcomings_stand_on_the_photo_and_below_with_one_thing_to_do(
    desk: Stage, piece: list[int]
) -> None:
    faces = [tile.face for tile in desk.page.view.photos.board.tiles]
    assert [face.hint for face in faces] == ["", "Blurry", "Too dark"]
    assert [face.hint_icon for face in faces][2] == "sun"
    assert hints(desk)[:3] == [
        ("Photo 2 looks blurry", "Leave out"),
        ("Photo 3 is too dark", "Brighten…"),
        ("Photos 1 and 2 are nearly the same; 1 is sharper", "Leave out 2"),
    ]


def test_leaving_out_takes_the_hint_away_and_undo_brings_it_back(
    desk: Stage, piece: list[int]
) -> None:
    rows = desk.page.view.findings.hints.rows
    QTest.mouseClick(rows[0].verb, Qt.MouseButton.LeftButton)
    desk.settle()
    assert [photo.left_out for photo in desk.piece().photos] == [False, True, False]
    assert hints(desk)[0][0] == "Photo 2 is too dark"
    desk.desk.undo()
    desk.settle()
    assert hints(desk)[0][0] == "Photo 2 looks blurry"


def test_a_hint_that_was_waved_away_stays_away(desk: Stage, piece: list[int]) -> None:
    row = desk.page.view.findings.hints.rows[0]
    row.dismissed.emit(row.hint.key)
    desk.settle()
    assert "blurry" not in hints(desk)[0][0]
    assert history.undo_words(desk.closet) == "Dismissed a suggestion"


def test_missing_shots_are_named_by_the_category(desk: Stage, piece: list[int]) -> None:
    assert hints(desk)[-1] == ("Missing: tag", "")
    desk.type("category", "Dresses")
    desk.type("category", "Accessories")
    assert hints(desk)[-1][0].startswith("Front")


def test_what_could_not_be_looked_for_is_said_once(
    desk: Stage, piece: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tags, "NETS", TextNets(tmp_path))
    for photo in desk.piece().photos:
        looks.keep_reading(desk.closet, photo.ref.sha256, Reading(missing=tags.NETS.missing))
    desk.open(piece[0])
    desk.page.refresh(Changed("", items=frozenset({piece[0]})))
    desk.settle()
    said = [words for words, _verb in hints(desk)]
    assert said.count(WHAT_IS_MISSING) == 1
    assert "Missing: tag" in said, "all else is said as ever"


def test_colors_are_shown_with_their_share_and_taken_as_one_step(
    desk: Stage, piece: list[int]
) -> None:
    part = desk.page.view.findings.colors
    assert [(chip.seen.name, round(chip.seen.share * 100)) for chip in part.chips] == [
        ("Cream", 61),
        ("Red", 32),
    ]
    QTest.mouseClick(part.use, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.facts().colors == ("Cream", "Red")
    assert not part.use.isVisible()


def tag(desk: Stage, piece: list[int]) -> PhotoFindings:
    """What a tag would say: brand, material and a size."""
    sha256 = desk.piece().photos[0].ref.sha256
    read = tuple(
        Suggestion(field, value, 0.9, Origin.TAG, sha256, WHERE)
        for field, value in (("brand", "Madewell"), ("size", "M"), ("material", "100% cotton"))
    )
    return PhotoFindings(
        piece[0],
        suggestions={each.field: each for each in read},
        matching=frozenset({"brand"}),
        tag=TagRead(piece[1], sha256, WHERE, read),
    )


def show(desk: Stage, findings: PhotoFindings) -> None:
    desk.page.view.looking.found.emit(findings)
    desk.settle()


def test_what_the_tag_says_is_used_together(desk: Stage, piece: list[int]) -> None:
    show(desk, tag(desk, piece))
    card = desk.page.view.findings.tag
    assert card.words.text() == "Madewell, M, 100% cotton"
    assert card.crop.is_shown
    QTest.mouseClick(card.use, Qt.MouseButton.LeftButton)
    desk.settle()
    facts = desk.facts()
    assert (facts.brand, facts.size, facts.material) == ("Madewell", "M", "100% cotton")
    desk.desk.undo()
    desk.settle()
    assert desk.facts().brand == ""


def test_one_thing_is_chosen_from_the_tag_or_none_of_it(desk: Stage, piece: list[int]) -> None:
    show(desk, tag(desk, piece))
    card = desk.page.view.findings.tag
    rows = card.menu().actions()
    assert [row.text() for row in rows][:3] == [
        "Brand: Madewell",
        "Size: M",
        "Material: 100% cotton",
    ]
    rows[2].trigger()
    desk.settle()
    assert (desk.facts().brand, desk.facts().material) == ("", "100% cotton")
    rows[-1].trigger()
    desk.settle()
    with_dismissed = photo_findings.findings(desk.closet, piece[0])
    assert with_dismissed.tag is None


def test_a_blank_field_offers_what_was_read_and_tab_takes_it(desk: Stage, piece: list[int]) -> None:
    show(desk, tag(desk, piece))
    field = desk.page.view.form.input("material")
    assert field is not None
    line = line_of(field.box.editor)
    assert line.property("state") == "suggested"
    assert line.placeholderText() == "100% cotton"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    desk.settle()
    assert desk.facts().material == "100% cotton"


def test_backspace_waves_an_offer_away(desk: Stage, piece: list[int]) -> None:
    show(desk, tag(desk, piece))
    field = desk.page.view.form.input("material")
    assert field is not None
    line = line_of(field.box.editor)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    desk.settle()
    assert line.property("state") != "suggested"
    assert desk.facts().material == ""
    assert history.undo_words(desk.closet) == "Dismissed a suggestion"


def test_a_field_that_says_something_offers_nothing_and_may_match(
    desk: Stage, piece: list[int]
) -> None:
    desk.type("brand", "Madewell")
    show(desk, tag(desk, piece))
    field = desk.page.view.form.input("brand")
    assert field is not None
    assert field.box.hint == "matches tag"
    assert line_of(field.box.editor).property("state") != "suggested"
    assert "brand" not in desk.page.view.suggested.offered


def test_photos_that_nobody_looked_at_are_looked_at_quietly(desk: Stage, tmp_path: Path) -> None:
    file = tmp_path / "new.png"
    Image.new("RGB", (60, 48), (90, 10, 120)).save(file)
    item_id = add(desk.closet)
    photos.add_photos(desk.closet, item_id, [file])
    desk.open(item_id)
    looking = desk.page.view.looking
    assert looking.patience.isActive()
    looking.patience.stop()
    looking.look()
    desk.qtbot.waitUntil(desk.jobs.is_idle)
    assert photo_findings.findings(desk.closet, item_id).unseen == 0
    assert not looking.patience.isActive()
