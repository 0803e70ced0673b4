from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from closet_app.paths import resources
from closet_app.photo.eyes import Eyes
from closet_app.photo.looks import Shot
from closet_app.photo.shot_looks import likely_shot

PHOTOS = resources() / "sample" / "photos"


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes(resources() / "models")


@pytest.mark.parametrize(
    ("photo", "shot"),
    [
        ("img-2044.jpg", Shot.TAG),
        ("img-2047.jpg", Shot.TAG),
        ("img-2055.jpg", Shot.TAG),
        ("img-2057.jpg", Shot.TAG),
        ("pxl-20251122-182658513.jpg", Shot.TAG),
        ("pxl-20251122-182907657.jpg", Shot.TAG),
        ("img-2060.jpg", Shot.DETAIL),
        ("img-2069.jpg", Shot.DETAIL),
        ("img-2041.jpg", Shot.FRONT),
        ("img-2048.jpg", Shot.FRONT),
        ("img-2063.jpg", Shot.FRONT),
        ("img-2066.jpg", Shot.FRONT),
    ],
)
def test_labels_and_close_ups_are_told_from_the_whole_piece(
    photo: str, shot: Shot, eyes: Eyes
) -> None:
    with Image.open(PHOTOS / photo) as image:
        assert likely_shot(eyes.embed(image)) is shot


def test_without_the_net_nothing_is_said() -> None:
    assert likely_shot(None) is None
    assert likely_shot(np.ones(8, np.float32)) is None
