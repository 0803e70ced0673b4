from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from closet_app.domain.boxes import Box
from closet_app.domain.cropping import around, shape_in
from closet_app.domain.progress import SILENT
from closet_app.errors import CancelledError, MachineError, NotFoundError, PhotoError
from closet_app.photo.copies import CopyJob, PhotoPick, sized, write_copies, write_sets
from closet_app.photo.darkroom import Darkroom
from closet_app.photo.decode import probe
from closet_app.photo.outlines import Outlines
from closet_app.photo.recipe import Recipe
from closet_app.photo.rules import CopyRule, Mode
from closet_app.photo.sources import PhotoBytes
from closet_app.photo.store import PhotoStore
from tests.photo.disks import FailingDisk
from tests.photo.pictures import (
    BLUE,
    GREEN,
    HEIC,
    RED,
    YELLOW,
    alike,
    corners_of,
    exif,
    files_in,
    lain,
    noise,
    packed,
    quarters,
    written,
)

XMP = b"<x:xmpmeta exif:GPSLatitude='45,30N'>Maya</x:xmpmeta>"
PRIVATE = packed(
    lain(6, 300, 400),
    exif=exif(6, gps=True, taken="2025:11:22 10:15:26"),
    xmp=XMP,
    comment=b"my bedroom",
)


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


def copies(tmp_path: Path, rule: CopyRule | None = None, stem: str = "JL-0412") -> CopyJob:
    return CopyJob(tmp_path / "out", stem, rule or CopyRule(longest=200))


def test_a_copy_is_free_of_place_time_and_words(store: PhotoStore, tmp_path: Path) -> None:
    for source in (PhotoBytes("one.jpg", PRIVATE), HEIC):
        assert probe(source if isinstance(source, Path) else source.data).has_gps
        pick = PhotoPick(store.take_in(source).sha256)
        made, _ = write_copies(Darkroom(store), [pick], copies(tmp_path))
        data = made[0].path.read_bytes()
        for trace in (b"Exif", b"GPS", b"xmp", b"bedroom", b"Apple", b"ICC_PROFILE", b"2025:"):
            assert trace not in data
        facts = probe(made[0].path)
        assert (facts.has_gps, facts.taken_at, facts.camera) == (False, None, "")


def test_a_copy_is_upright_and_edited(store: PhotoStore, tmp_path: Path) -> None:
    sha256 = store.take_in(PhotoBytes("one.jpg", PRIVATE)).sha256
    picks = [PhotoPick(sha256), PhotoPick(sha256, Recipe(turns=1))]
    made, problems = write_copies(Darkroom(store), picks, copies(tmp_path))
    assert problems == []
    assert [(copy.width, copy.height) for copy in made] == [(150, 200), (200, 150)]
    with Image.open(made[0].path) as plain, Image.open(made[1].path) as turned:
        assert alike(corners_of(plain))
        assert alike(corners_of(turned), (BLUE, RED, YELLOW, GREEN))


def test_copies_are_numbered_and_replace_nothing(store: PhotoStore, tmp_path: Path) -> None:
    picks = [PhotoPick(store.take_in(PhotoBytes("one.jpg", PRIVATE)).sha256)] * 2
    job = copies(tmp_path, stem="../Crème / dress?")
    written(job.folder / "CRÈME - DRESS-2.JPG", b"older")
    made, _ = write_copies(Darkroom(store), picks, job)
    assert [copy.path.name for copy in made] == [
        "Crème - dress-1.jpg",
        "Crème - dress-2 (2).jpg",
    ]
    assert (job.folder / "CRÈME - DRESS-2.JPG").read_bytes() == b"older"


def test_a_broken_or_missing_original_is_named_and_the_rest_goes_on(
    store: PhotoStore, tmp_path: Path
) -> None:
    good = store.take_in(PhotoBytes("good.jpg", PRIVATE)).sha256
    bad = store.take_in(PhotoBytes("bad.png", packed(noise(), "PNG"))).sha256
    store.path_of(bad).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(90))
    picks = [PhotoPick("0" * 64), PhotoPick(bad), PhotoPick(good)]
    made, problems = write_copies(Darkroom(store), picks, copies(tmp_path))
    assert [type(problem.error) for problem in problems] == [NotFoundError, PhotoError]
    assert [problem.number for problem in problems] == [1, 2]
    assert [copy.path.name for copy in made] == ["JL-0412-3.jpg"]


def test_a_full_disk_leaves_no_half_copy(store: PhotoStore, tmp_path: Path) -> None:
    pick = PhotoPick(store.take_in(PhotoBytes("one.jpg", PRIVATE)).sha256)
    disk = FailingDisk("write", OSError(28, "full"))
    with pytest.raises(MachineError, match="disk is full") as caught:
        write_copies(Darkroom(store), [pick], copies(tmp_path), SILENT, disk)
    assert caught.value.safe == "The originals are as they were."
    assert files_in(tmp_path / "out") == []


def test_copying_stops_when_it_is_stopped(store: PhotoStore, tmp_path: Path) -> None:
    class StopAtTwo:
        def step(self, done: int, total: int, words: str) -> None:
            assert (total, words) == (5, "Writing copies")
            if done == 2:
                raise CancelledError

    picks = [PhotoPick(store.take_in(PhotoBytes("one.jpg", PRIVATE)).sha256)] * 5
    with pytest.raises(CancelledError):
        write_copies(Darkroom(store), picks, copies(tmp_path), StopAtTwo())
    assert files_in(tmp_path / "out") == ["JL-0412-1.jpg", "JL-0412-2.jpg"]


def test_several_jobs_take_each_photo_in_their_own_number_and_tell_a_problem_once(
    store: PhotoStore, tmp_path: Path
) -> None:
    sha256 = store.take_in(PhotoBytes("one.jpg", PRIVATE)).sha256
    picks = [PhotoPick("0" * 64), PhotoPick(sha256), PhotoPick(sha256)]
    jobs = [
        CopyJob(tmp_path / "two", "A", CopyRule(longest=50), most=2),
        CopyJob(tmp_path / "all", "A", CopyRule(longest=80)),
    ]
    made, problems = write_sets(Darkroom(store), picks, jobs)
    assert [problem.number for problem in problems] == [1]
    assert files_in(tmp_path / "two") == ["A-2.jpg"]
    assert [copy.path.name for copy in made[1]] == files_in(tmp_path / "all")
    assert {max(copy.width, copy.height) for copy in made[0]} == {50}
    assert {max(copy.width, copy.height) for copy in made[1]} == {80}


def test_a_copy_keeps_within_the_bytes_allowed(store: PhotoStore, tmp_path: Path) -> None:
    values = np.random.default_rng(1).integers(0, 255, (600, 800, 3), np.uint8)
    source = PhotoBytes("noise.png", packed(Image.fromarray(values), "PNG"))
    pick = PhotoPick(store.take_in(source).sha256)
    rule = CopyRule(longest=800, max_bytes=60_000)
    made, _ = write_copies(Darkroom(store), [pick], copies(tmp_path, rule))
    assert made[0].bytes == made[0].path.stat().st_size <= 60_000
    assert 200 < made[0].width < 800


@pytest.mark.parametrize(
    ("rule", "photo", "expected"),
    [
        (CopyRule(longest=1600), (4000, 3000), (1600, 1200)),
        (CopyRule(longest=1600), (400, 300), (400, 300)),
        (CopyRule(longest=1600, least_longest=500), (400, 300), (500, 375)),
        (CopyRule(width=1200, height=1600), (4000, 3000), (1200, 900)),
        (CopyRule(), (400, 300), (400, 300)),
        (CopyRule(width=1080, height=1080, mode="pad"), (4000, 3000), (1080, 1080)),
        (CopyRule(width=1080, height=1080, mode="pad"), (400, 300), (400, 400)),
        (CopyRule(width=1080, height=1350, mode="cover"), (4000, 3000), (1080, 1350)),
        (CopyRule(width=1080, height=1350, mode="cover"), (400, 300), (240, 300)),
        (CopyRule(width=100, height=100, mode="pad", least_longest=500), (400, 300), (500, 500)),
    ],
)
def test_a_copy_has_the_shape_of_its_rule(
    rule: CopyRule, photo: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert sized(quarters(*photo), rule).size == expected


@pytest.mark.parametrize("mode", ["pad", "cover"])
def test_a_shape_adds_white_or_cuts_the_middle(mode: Mode) -> None:
    image = sized(quarters(200, 100), CopyRule(width=100, height=100, mode=mode))
    pixels = np.asarray(image)
    corner, centre = tuple(pixels[2, 50].tolist()), corners_of(image)
    if mode == "pad":
        assert corner == (255, 255, 255)
        assert centre[0] != (255, 255, 255)
    else:
        assert corner != (255, 255, 255)
        assert alike(centre, (RED, GREEN, BLUE, YELLOW))


def test_cutting_a_phone_photo_stays_on_it() -> None:
    """Frames of 1080 × 1350 on 4032 × 3024 end a hair's breadth beside it by plain sums."""
    rule = CopyRule(width=1080, height=1350, mode="cover")
    assert sized(Image.new("RGB", (4032, 3024)), rule).size == (1080, 1350)


def test_cutting_takes_less_from_the_top() -> None:
    image = quarters(100, 400)
    cut = np.asarray(sized(image, CopyRule(width=100, height=100, mode="cover")))
    assert tuple(cut[:, 10].mean(axis=0).round().astype(int).tolist()) == RED


def test_cutting_keeps_the_garment_in_the_middle() -> None:
    image = Image.new("RGB", (400, 100), "white")
    image.paste(RED, (300, 20, 340, 80))
    rule = CopyRule(width=100, height=100, mode="cover")
    cut = np.asarray(sized(image, rule, Box(0.75, 0.2, 0.85, 0.8)))
    columns = np.nonzero(cut[50, :, 1] < 128)[0]
    assert (columns.min(), columns.max()) == (30, 69)


@given(st.floats(0, 0.7), st.floats(0.05, 0.25), st.sampled_from([(300, 400), (400, 300), (9, 7)]))
def test_a_garment_that_fits_is_never_cut(left: float, width: float, size: tuple[int, int]) -> None:
    subject = Box(left, 0.1, left + width, 0.9)
    frame = around(subject, shape_in((4, 5), *size))
    assert frame.left <= subject.left + 1e-9
    assert frame.right >= subject.right - 1e-9


class AllGarment:
    """Sees cloth wherever it looks."""

    can_cut_out = True

    def outline(self, image: Image.Image) -> NDArray[np.float32]:
        assert min(image.size) > 0
        return np.ones((320, 320), np.float32)


def test_on_a_new_background_nothing_is_cut_off(store: PhotoStore, tmp_path: Path) -> None:
    sha256 = store.take_in(PhotoBytes("one.jpg", PRIVATE)).sha256
    darkroom = Darkroom(store, Outlines(tmp_path / "thumbs", AllGarment()))
    rule = CopyRule(width=100, height=100, mode="cover")
    pick = PhotoPick(sha256, Recipe(background="#336699"))
    made, problems = write_copies(darkroom, [pick], copies(tmp_path, rule))
    assert problems == []
    with Image.open(made[0].path) as copy:
        assert copy.size == (100, 100)
        assert np.abs(np.asarray(copy)[50, 3].astype(int) - (51, 102, 153)).max() < 12


def test_a_photo_that_cannot_be_cut_out_goes_out_as_it_is_and_is_named(
    store: PhotoStore, tmp_path: Path
) -> None:
    sha256 = store.take_in(PhotoBytes("one.jpg", PRIVATE)).sha256
    picks = [PhotoPick(sha256), PhotoPick(sha256, Recipe(background="white"))]
    made, problems = write_copies(Darkroom(store), picks, copies(tmp_path))
    assert len(made) == 2
    assert [(each.number, each.error.what) for each in problems] == [
        (2, "This photo kept its background: the model that cuts out garments is missing.")
    ]


def test_ten_photos_sort_by_name(store: PhotoStore, tmp_path: Path) -> None:
    picks = [PhotoPick(store.take_in(PhotoBytes("one.jpg", PRIVATE)).sha256)] * 10
    made, _ = write_copies(Darkroom(store), picks, copies(tmp_path))
    names = [copy.path.name for copy in made]
    assert names == sorted(names)
    assert names[0] == "JL-0412-01.jpg"
