from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from closet_app.photo.looks import Fault, Quality, Shot
from closet_app.photo.measuring import measure
from closet_app.photo.quality import better_of, least_longest, quality_of
from closet_app.photo.samples import sample_of
from closet_app.photo.subject import subject_of
from tests.photo.samples import BLURRED, DARK, measured, opened, pieces, session

SHIRT = "shirt-07"


def quality(image: Image.Image, size: tuple[int, int] = (3000, 4000)) -> Quality:
    sample = sample_of(image)
    return quality_of(sample, subject_of(sample.lab), Shot.FRONT, size)


def lit(image: Image.Image, stops: float) -> Image.Image:
    light = (np.asarray(image) / 255) ** 2.2 * 2**stops
    return Image.fromarray((np.clip(light, 0, 1) ** (1 / 2.2) * 255).astype(np.uint8))


def test_of_a_session_the_blurred_and_the_dark_photos_are_told_and_no_others() -> None:
    told = {name: measured(name).quality.faults for name in session()}
    assert {name for name, faults in told.items() if Fault.BLURRY in faults} == set(BLURRED)
    assert {name for name, faults in told.items() if Fault.TOO_DARK in faults} == set(DARK)
    assert all(len(faults) == 1 for name, faults in told.items() if name in (*BLURRED, *DARK))
    assert [name for name, faults in told.items() if faults] == sorted((*BLURRED, *DARK))


def test_photos_of_a_closet_are_hardly_ever_doubted() -> None:
    faults = [fault for name in pieces(3) for fault in measured(name).quality.faults]
    assert set(faults) <= {Fault.TOO_SMALL, Fault.CLUTTERED, Fault.TILTED}
    assert sum(fault is not Fault.TOO_SMALL for fault in faults) <= 2


@pytest.mark.parametrize(
    ("name", "times"),
    [("dress-01", 1), ("shorts-03", 2), ("hat-08", 1), ("t-shirt-11", 3), ("skirt-07", 2)],
)
def test_blur_shows_at_any_size_and_in_any_light(name: str, times: int) -> None:
    photo = opened(name)
    photo = photo.resize((photo.width * times, photo.height * times), Image.Resampling.BICUBIC)
    assert Fault.BLURRY not in quality(photo).faults
    radius = 3 * max(photo.size) / 520
    blurred = photo.filter(ImageFilter.GaussianBlur(radius))
    assert Fault.BLURRY in quality(blurred).faults
    assert Fault.BLURRY in quality(lit(blurred, -1.5)).faults


@pytest.mark.parametrize("stops", [-1.5, -1, 0.5])
def test_sharpness_does_not_depend_on_light(stops: float) -> None:
    photo = opened("longsleeve-10")
    assert quality(lit(photo, stops)).sharpness == pytest.approx(quality(photo).sharpness, rel=0.15)


def test_nothing_to_see_is_not_called_blurry() -> None:
    assert quality(Image.new("RGB", (300, 400), (128, 128, 128))).faults == ()


def test_a_garment_that_is_burnt_out_is_too_bright() -> None:
    photo = opened("longsleeve-07")
    assert Fault.TOO_BRIGHT not in quality(photo).faults
    assert Fault.TOO_BRIGHT in quality(lit(photo, 3)).faults


def test_a_white_garment_on_white_is_not_too_bright() -> None:
    photo = Image.new("RGB", (600, 800), "white")
    ImageDraw.Draw(photo).rectangle((150, 150, 450, 650), fill=(236, 234, 230))
    assert Fault.TOO_BRIGHT not in quality(photo).faults


def test_what_a_marketplace_refuses_is_too_small() -> None:
    photo = opened(SHIRT)
    assert least_longest() == 500
    assert Fault.TOO_SMALL in quality(photo, (375, 499)).faults
    assert Fault.TOO_SMALL not in quality(photo, (300, 500)).faults
    assert quality(photo, (300, 500)).shortest == 300


def test_a_patterned_rug_is_clutter_and_boards_are_not() -> None:
    assert Fault.CLUTTERED in measured("shoes-03").quality.faults
    assert Fault.CLUTTERED in measured("t-shirt-05").quality.faults
    for name in ("dress-01", "shorts-03", "skirt-03", "shirt-09", "shorts-10"):
        assert Fault.CLUTTERED not in measured(name).quality.faults


def room(turned: float) -> Image.Image:
    """A plain garment under a rail, beside the frame of a door."""
    photo = Image.new("RGB", (900, 1200), (205, 205, 200))
    draw = ImageDraw.Draw(photo)
    draw.rectangle((350, 350, 600, 950), fill=(60, 90, 150))
    draw.rectangle((160, -200, 180, 1400), fill=(120, 110, 100))
    draw.rectangle((-200, 160, 1100, 175), fill=(70, 70, 70))
    turned_photo = photo.rotate(-turned, Image.Resampling.BICUBIC, fillcolor=(205, 205, 200))
    return turned_photo.crop((80, 80, 820, 1120))


@pytest.mark.parametrize("degrees", [-6, 5])
def test_a_leaning_room_is_tilted_by_its_angle(degrees: float) -> None:
    seen = quality(room(degrees))
    assert seen.tilt == pytest.approx(degrees, abs=1)
    assert Fault.TILTED in seen.faults


def test_an_upright_room_is_not_tilted() -> None:
    assert quality(room(0)).tilt == pytest.approx(0, abs=0.7)
    assert Fault.TILTED not in quality(room(0)).faults


def test_what_is_around_a_close_up_does_not_count() -> None:
    sample = sample_of(room(6))
    subject = subject_of(sample.lab)
    seen = quality_of(sample, subject, Shot.DETAIL, (3000, 4000))
    assert (seen.tilt, seen.clutter) == (0, 0)


@pytest.mark.parametrize("name", ["img-2063", "pxl-20251122-182748162"])
def test_of_two_photos_of_one_framing_the_sharper_is_kept(name: str) -> None:
    sharp = measured(name).quality
    blurred = measured(
        dict(zip(("img-2063", "pxl-20251122-182748162"), BLURRED, strict=True))[name]
    )
    assert better_of(sharp, blurred.quality) == 0
    assert better_of(blurred.quality, sharp) == 1


def test_a_well_lit_photo_is_kept_rather_than_a_sharper_dark_one() -> None:
    lit = measured("img-2059").quality
    dark = replace(measured(DARK[0]).quality, sharpness=1.0)
    assert better_of(lit, dark) == 0
    assert better_of(dark, lit) == 1


def test_of_two_that_are_as_sharp_the_larger_is_kept_else_the_first() -> None:
    photo = opened(SHIRT)
    small, large = (
        measure(photo, size, None, ()).measures.quality for size in ((600, 800), (3000, 4000))
    )
    assert better_of(small, large) == 1
    assert better_of(large, small) == 0
    assert better_of(large, large) == 0
