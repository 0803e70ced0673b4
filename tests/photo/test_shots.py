from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from closet_app.paths import resources
from closet_app.photo.looks import Shot
from closet_app.photo.samples import sample_of
from closet_app.photo.shots import shot_of
from closet_app.photo.subject import subject_of
from tests.photo.samples import CLOSE_UPS, TAGS, measured, pieces, session

FONT = resources() / "fonts" / "Inter-Bold.ttf"
LINES = ("WILLOW & FINCH", "SIZE M", "100% COTTON", "MACHINE WASH COLD", "MADE IN PORTUGAL")


def shot(image: Image.Image) -> Shot:
    sample = sample_of(image)
    return shot_of(sample, subject_of(sample.lab))


def label(
    patch: tuple[int, int, int], ink: tuple[int, int, int], lines: tuple[str, ...]
) -> Image.Image:
    photo = Image.new("RGB", (900, 1200), (120, 60, 70))
    piece = Image.new("RGB", (560, 460), patch)
    draw = ImageDraw.Draw(piece)
    for row, line in enumerate(lines):
        font = ImageFont.truetype(FONT, 44)
        draw.text((280, 70 + 80 * row), line, fill=ink, font=font, anchor="mm")
    turned = piece.convert("RGBA").rotate(4, Image.Resampling.BICUBIC, expand=True)
    photo.paste(turned, (160, 350), turned)
    return photo


@pytest.mark.parametrize(
    ("patch", "ink"),
    [((240, 238, 230), (30, 30, 30)), ((30, 34, 60), (225, 225, 225))],
    ids=["dark on light", "light on dark"],
)
def test_a_sewn_in_label_is_seen_whatever_its_colors(
    patch: tuple[int, int, int], ink: tuple[int, int, int]
) -> None:
    assert shot(label(patch, ink, LINES)) is Shot.TAG
    assert shot(label(patch, ink, ())) is Shot.FRONT


def test_in_a_session_nearly_all_labels_are_seen_without_a_net_and_nothing_else_is() -> None:
    tags = {name for name in session() if measured(name).shot is Shot.TAG}
    assert tags <= set(TAGS)
    assert len(tags) >= len(TAGS) - 1


def test_close_ups_fill_the_photo_and_whole_pieces_hardly_ever() -> None:
    assert all(measured(name).shot is Shot.DETAIL for name in CLOSE_UPS)
    closet = [measured(name).shot for name in pieces(3)]
    assert closet.count(Shot.TAG) == 0
    assert closet.count(Shot.DETAIL) <= 3
