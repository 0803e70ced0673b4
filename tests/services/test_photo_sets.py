"""Photos on their way out, a folder for each marketplace."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PIL import Image

from closet_app.domain.boxes import Box
from closet_app.domain.item import ItemFacts
from closet_app.errors import CancelledError, MachineError, NotFoundError, UserError
from closet_app.photo.decode import probe
from closet_app.photo.recipe import Recipe
from closet_app.services import items, photo_desk, photos, pieces
from closet_app.services.closet import Closet
from closet_app.services.photo_places import marketplaces_of
from closet_app.services.photo_sets import PhotoSetOrder, write_photo_sets
from tests.closets import PHOTOS, add
from tests.stopping import StopsAfter

PHONE = Path(__file__).parents[1] / "data" / "photos" / "phone.heic"
BOTH = ("poshmark", "mercari")


@pytest.fixture
def ids(closet: Closet) -> tuple[int, ...]:
    """A dress with three photos, one of a phone, and a hat with one."""
    dress = ItemFacts(title="Midi dress")
    board = (PHOTOS / "dress-01.jpg", PHONE, PHOTOS / "dress-02.jpg")
    one = items.add_item(closet, dress, board)[0]
    return one, items.add_item(closet, ItemFacts(title="Hat"), [PHOTOS / "hat-01.jpg"])[0]


def in_folder(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_each_marketplace_has_a_folder_of_its_shape(
    closet: Closet, ids: tuple[int, ...], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    made = write_photo_sets(closet, PhotoSetOrder(ids, BOTH, out))
    wanted = ("JL-0001-1.jpg", "JL-0001-2.jpg", "JL-0001-3.jpg", "JL-0002-1.jpg")
    assert [(each.marketplace, each.folder, each.files) for each in made.sets] == [
        (name, out / name, wanted) for name in BOTH
    ]
    assert (made.zip_file, made.problems) == (None, ())
    for name, shape in (("poshmark", 1080 / 1350), ("mercari", 1)):
        for file in wanted:
            facts = probe(out / name / file)
            assert facts.width / facts.height == pytest.approx(shape, abs=0.01)
            assert (facts.has_gps, facts.taken_at, facts.camera) == (False, None, "")
    assert in_folder(tmp_path / "out") == sorted(
        [*BOTH, *(f"{name}/{file}" for name in BOTH for file in wanted)]
    )


def test_what_is_there_already_is_never_touched(
    closet: Closet, ids: tuple[int, ...], tmp_path: Path
) -> None:
    out, packed = tmp_path / "out", tmp_path / "out.zip"
    (out / "Mercari").mkdir(parents=True)
    (out / "Mercari" / "JL-0001-1.jpg").write_bytes(b"mine")
    packed.write_bytes(b"mine too")
    made = write_photo_sets(closet, PhotoSetOrder(ids[1:], ("mercari",), out, packed))
    assert made.sets[0].folder == out / "mercari (2)"
    assert made.zip_file == tmp_path / "out (2).zip"
    assert (out / "Mercari" / "JL-0001-1.jpg").read_bytes() == b"mine"
    assert packed.read_bytes() == b"mine too"


def test_a_zip_alone_holds_every_folder(
    closet: Closet, ids: tuple[int, ...], tmp_path: Path
) -> None:
    target = tmp_path / "sets" / "photos.zip"
    made = write_photo_sets(closet, PhotoSetOrder(ids[1:], BOTH, zip_file=target))
    assert [each.folder for each in made.sets] == [None, None]
    with zipfile.ZipFile(target) as packed:
        assert packed.namelist() == ["poshmark/JL-0002-1.jpg", "mercari/JL-0002-1.jpg"]
        assert packed.testzip() is None
    assert in_folder(tmp_path / "sets") == ["photos.zip"]


def test_a_zip_that_cannot_be_written_takes_the_folders_back(
    closet: Closet, ids: tuple[int, ...], tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    order = PhotoSetOrder(ids[1:], BOTH, tmp_path / "out", tmp_path / "file" / "out.zip")
    with pytest.raises(MachineError):
        write_photo_sets(closet, order)
    assert not (tmp_path / "out").exists()


def test_stopping_leaves_nothing_behind(
    closet: Closet, ids: tuple[int, ...], tmp_path: Path
) -> None:
    order = PhotoSetOrder(ids, BOTH, tmp_path / "out", tmp_path / "out.zip")
    with pytest.raises(CancelledError):
        write_photo_sets(closet, order, StopsAfter(40))
    assert in_folder(tmp_path / "out") == []
    assert not (tmp_path / "out.zip").exists()


def test_a_damaged_photo_is_named_once_and_the_rest_is_written(
    closet: Closet, ids: tuple[int, ...], tmp_path: Path
) -> None:
    ref = pieces.piece(closet, ids[0]).photos[1].ref
    original = closet.photos.path_of(ref.sha256)
    original.chmod(0o600)
    original.write_bytes(original.read_bytes()[:900])
    closet.darkroom.framing(ref.sha256, Recipe())
    made = write_photo_sets(closet, PhotoSetOrder(ids, BOTH, tmp_path / "out"))
    assert [each.name for each in made.problems] == ["JL-0001-2 (phone.heic)"]
    assert made.sets[1].files == ("JL-0001-1.jpg", "JL-0001-3.jpg", "JL-0002-1.jpg")


def test_photos_beyond_the_form_and_those_left_out_stay_here(
    closet: Closet, tmp_path: Path
) -> None:
    board = [PHOTOS / f"dress-{number:02d}.jpg" for number in range(1, 11)]
    item_id = items.add_item(closet, ItemFacts(title="Dress"), board)[0]
    photos.leave_out(closet, pieces.piece(closet, item_id).photos[0].ref.id)
    made = write_photo_sets(closet, PhotoSetOrder((item_id,), ("depop",), tmp_path / "out"))
    assert len(made.sets[0].files) == 8
    assert made.sets[0].over == 1


def test_a_photo_goes_out_as_it_was_edited(
    closet: Closet, ids: tuple[int, ...], tmp_path: Path
) -> None:
    ref = pieces.piece(closet, ids[1]).photos[0].ref
    before = closet.photos.path_of(ref.sha256).read_bytes()
    photo_desk.set_recipe(
        closet, ref.id, Recipe(turns=1, crop=Box(0, 0, 0.5, 1), background="#336699")
    )
    write_photo_sets(closet, PhotoSetOrder(ids[1:], ("ebay",), tmp_path / "out"))
    with Image.open(tmp_path / "out" / "ebay" / "JL-0002-1.jpg") as copy:
        corner = copy.convert("RGB").getpixel((1, 1))
    assert isinstance(corner, tuple)
    assert all(abs(one - other) < 8 for one, other in zip(corner, (51, 102, 153), strict=True))
    assert closet.photos.path_of(ref.sha256).read_bytes() == before


def test_a_piece_without_photos_and_a_closed_folder_are_told(
    closet: Closet, ids: tuple[int, ...], tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="no photo to write"):
        write_photo_sets(closet, PhotoSetOrder((add(closet),), BOTH, tmp_path / "out"))
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MachineError, match="cannot be written"):
        write_photo_sets(closet, PhotoSetOrder(ids, BOTH, tmp_path / "file" / "out"))


def test_marketplaces_are_named_by_id_name_or_all(closet: Closet) -> None:
    assert marketplaces_of(closet, "Poshmark, ebay,poshmark") == ("poshmark", "ebay")
    assert len(marketplaces_of(closet, "all")) == 10
    assert marketplaces_of(closet, "Shopify") == ("shopify",)
    with pytest.raises(UserError, match="named"):
        marketplaces_of(closet, " , ")
    with pytest.raises(NotFoundError):
        marketplaces_of(closet, "fleabay")
