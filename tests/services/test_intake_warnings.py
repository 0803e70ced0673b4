"""What an intake warns of: alike, here already, poor or missing photos; no draft waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from closet_app.domain.boxes import WHOLE
from closet_app.domain.item import ItemFacts
from closet_app.photo.looks import Fault, Likely, Measures, Reading, Shot, TextLine
from closet_app.photo.measuring import Measured, measure
from closet_app.services import intake, items
from closet_app.services.closet import Closet
from closet_app.services.looks import keep_measures, keep_reading, looks, swatches
from closet_app.services.records.intake import IntakeView, IntakeWarning, WarningKind
from tests.closets import PHOTOS
from tests.photo.pictures import exif, packed, written
from tests.services.intakes import blind, now, photo_id


@pytest.fixture
def closet(closet: Closet, tmp_path: Path) -> Closet:
    """Without models: fingerprints and exact photos need none."""
    return blind(closet, tmp_path)


def taken(folder: Path, name: str, image: Image.Image, second: int = 0) -> Path:
    when = f"2026:11:21 10:00:{second:02}"
    return written(folder / name, packed(image, quality=92, exif=exif(taken=when)))


def picture(name: str = "img-2041") -> Image.Image:
    with Image.open(PHOTOS / f"{name}.jpg") as image:
        return image.convert("RGB").resize((600, 800))


def two(folder: Path) -> list[Path]:
    """Two photos of one piece that are not alike, as 2.jpg and 3.jpg."""
    return [taken(folder, f"{at}.jpg", picture(f"img-205{at}"), at) for at in (2, 3)]


def of_kind(view: IntakeView, kind: WarningKind) -> list[IntakeWarning]:
    return [warning for warning in view.warnings if warning.kind is kind]


def said_of(closet: Closet, changes: Mapping[str, Mapping[str, object]]) -> None:
    """Put other measures in place of those of the photos with these names, which are read, too."""
    for group in now(closet).groups:
        for photo in group.photos:
            stem = Path(photo.original_name).stem
            if stem in changes:
                sha256 = photo.ref.sha256
                was = looks(closet, [sha256])[sha256].measures
                assert was is not None
                keep_measures(closet, {sha256: Measured(changed(was, changes[stem]), b"")})
                keep_reading(closet, sha256, None)


def changed(measures: Measures, changes: Mapping[str, object]) -> Measures:
    own = dict(changes)
    faults = own.pop("faults", measures.quality.faults)
    quality = replace(measures.quality, faults=faults)  # type: ignore[arg-type]  # as the test says
    return replace(measures, quality=quality, **own)  # type: ignore[arg-type]  # fields of measures


def test_of_two_that_are_nearly_the_same_the_sharper_comes_first(
    closet: Closet, tmp_path: Path
) -> None:
    sharp = taken(tmp_path, "b.jpg", picture(), 3)
    soft = taken(tmp_path, "a.jpg", picture().filter(ImageFilter.GaussianBlur(3)), 2)
    intake.begin(closet, [soft, sharp])
    view = now(closet)
    (warning,) = of_kind(view, WarningKind.NEARLY_SAME)
    assert warning.photo_ids == (photo_id(view, "b.jpg"), photo_id(view, "a.jpg"))
    assert warning.seconds_apart == 1
    assert warning.words == "2 photos are nearly the same. The left one is sharper."
    intake.keep_left(closet, warning)
    left = [photo.original_name for photo in now(closet).groups[0].photos if photo.left_out]
    assert left == ["a.jpg"]
    assert of_kind(now(closet), WarningKind.NEARLY_SAME) == []


def test_three_of_one_framing_are_one_warning(closet: Closet, tmp_path: Path) -> None:
    files = [
        taken(tmp_path, f"{at}.jpg", picture().filter(ImageFilter.GaussianBlur(at)), at)
        for at in range(3)
    ]
    intake.begin(closet, files)
    (warning,) = of_kind(now(closet), WarningKind.NEARLY_SAME)
    assert len(warning.photo_ids) == 3
    assert "The left one is the sharpest" in warning.words


def test_a_photo_of_a_piece_is_named_with_its_piece(closet: Closet, tmp_path: Path) -> None:
    file = taken(tmp_path, "a.jpg", picture())
    item_id, _ = items.add_item(closet, ItemFacts(title="Plaid flannel"), [file])
    intake.begin(closet, [file])
    (warning,) = of_kind(now(closet), WarningKind.HERE_ALREADY)
    assert warning.item_id == item_id
    assert "JL-0001 Plaid flannel shows the same photo" in warning.words
    intake.dismiss(closet, warning.group_id, warning.key)
    assert of_kind(now(closet), WarningKind.HERE_ALREADY) == []
    assert intake.create_drafts(closet, now(closet).id).label == "Created 1 draft"


def test_a_draft_is_no_other_piece_than_itself(closet: Closet, tmp_path: Path) -> None:
    intake_id, _ = intake.begin(closet, [taken(tmp_path, "a.jpg", picture())])
    intake.create_drafts(closet, intake_id)
    assert of_kind(intake.view(closet, intake_id), WarningKind.HERE_ALREADY) == []


def test_screenshots_are_told_by_name_and_by_shape(closet: Closet, tmp_path: Path) -> None:
    intake.begin(
        closet,
        [
            written(tmp_path / "Screenshot_20261121.jpg", packed(picture())),
            written(tmp_path / "IMG_0002.PNG", packed(picture().resize((1170, 2532)), "PNG")),
            written(tmp_path / "IMG_0003.PNG", packed(picture(), "PNG")),
            taken(tmp_path, "IMG_0004.JPG", picture().resize((1170, 2532))),
        ],
    )
    view = now(closet)
    warned = {each for one in of_kind(view, WarningKind.SCREENSHOT) for each in one.photo_ids}
    assert warned == {photo_id(view, "Screenshot_20261121.jpg"), photo_id(view, "IMG_0002.PNG")}


def test_faults_are_counted_in_words_and_not_those_of_photos_left_out(
    closet: Closet, tmp_path: Path
) -> None:
    intake.begin(
        closet, [taken(tmp_path, f"{at}.jpg", picture(f"img-205{at}"), at) for at in (2, 3)]
    )
    both = (Fault.BLURRY, Fault.TOO_DARK)
    said_of(closet, {"2": {"faults": both[:1]}, "3": {"faults": both}})
    words = [warning.words for warning in of_kind(now(closet), WarningKind.FAULT)]
    assert words == ["2 photos look blurry.", "1 photo looks too dark."]
    assert now(closet).groups[0].photos[0].faults == (Fault.BLURRY,)
    intake.leave_out(closet, [photo_id(now(closet), "3.jpg")])
    words = [warning.words for warning in of_kind(now(closet), WarningKind.FAULT)]
    assert words == ["1 photo looks blurry."]


def missing(closet: Closet) -> str:
    """What a photo is said to be missing of."""
    found = of_kind(now(closet), WarningKind.MISSING_SHOT)
    words = [warning.words for warning in found]
    return words[0].removeprefix("No photo seems to show ") if words else ""


def test_missing_shots_follow_the_category(closet: Closet, tmp_path: Path) -> None:
    intake.begin(closet, two(tmp_path))
    said_of(closet, {"2": {"shot": Shot.FRONT}, "3": {"shot": Shot.FRONT}})
    (group,) = now(closet).groups
    assert missing(closet) == "the tag or a detail yet."
    intake.set_facts(closet, group.id, {"category": "Shoes"})
    assert missing(closet) == ""
    said_of(closet, {"3": {"shot": Shot.TAG}})
    assert missing(closet) == "the sole yet."
    intake.set_facts(closet, group.id, {"category": "Bags"})
    assert missing(closet) == "the back or a detail yet."


def test_a_tag_is_missed_only_when_the_photos_were_read_and_none_has_its_words(
    closet: Closet, tmp_path: Path
) -> None:
    intake.begin(closet, two(tmp_path))
    first, second = (photo.ref.sha256 for photo in now(closet).groups[0].photos)
    keep_reading(closet, first, None)
    assert "tag" not in missing(closet)
    keep_reading(closet, second, Reading())
    assert "tag" in missing(closet)
    lines = tuple(TextLine(words, 0.9, WHOLE) for words in ("VANS", "L", "100% COTTON"))
    keep_reading(closet, second, Reading(lines[:2]))
    assert "tag" in missing(closet)
    keep_reading(closet, second, Reading(lines))
    assert "tag" not in missing(closet)


def test_the_likely_category_tells_what_is_missing_until_one_is_given(
    closet: Closet, tmp_path: Path
) -> None:
    intake.begin(closet, two(tmp_path))
    shoes = {"shot": Shot.FRONT, "categories": (Likely("shoes", 0.8),)}
    said_of(closet, {"2": shoes, "3": shoes})
    assert missing(closet) == ""
    doubtful = {"categories": (Likely("shoes", 0.4),)}
    said_of(closet, {"2": doubtful, "3": doubtful})
    assert missing(closet) == "the tag or a detail yet."


def test_of_three_photos_no_detail_is_asked_for_but_a_tag_and_a_flaw(
    closet: Closet, tmp_path: Path
) -> None:
    intake.begin(closet, [*two(tmp_path), taken(tmp_path, "4.jpg", picture("img-2054"), 5)])
    said_of(closet, {f"{at}": {"shot": Shot.FRONT} for at in (2, 3, 4)})
    assert missing(closet) == "the tag yet."
    said_of(closet, {"4": {"shot": Shot.TAG}})
    assert missing(closet) == ""
    intake.set_facts(closet, now(closet).groups[0].id, {"flaws": "Small hole"})
    assert missing(closet) == "the flaw yet."


def test_a_photo_nobody_looked_at_is_not_doubted(closet: Closet, tmp_path: Path) -> None:
    intake.begin(closet, [taken(tmp_path, "a.jpg", picture())])
    with closet.database.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM photo_look")
    assert now(closet).warnings == ()
    assert measure(picture(), (600, 800), None, swatches(closet)).vector == b""
