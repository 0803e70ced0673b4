from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from closet_app.photo.fingerprints import (
    MOMENT,
    SAME_FRAMING,
    SAME_MOMENT,
    distance,
    fingerprint_of,
    nearly_same,
)
from closet_app.photo.samples import sample_of
from tests.photo.samples import NEARLY_SAME, RETAKEN, measured, opened, pieces, session


def fingerprint(image: Image.Image) -> str:
    return fingerprint_of(sample_of(image).gray)


def test_in_a_session_one_framing_is_told_and_no_other_pair_of_photos() -> None:
    pairs = {
        (one, other): distance(measured(one).fingerprint, measured(other).fingerprint)
        for one, other in combinations(session(), 2)
    }
    same = {pair for pair, apart in pairs.items() if apart <= SAME_FRAMING}
    assert set(NEARLY_SAME) <= same <= {*NEARLY_SAME, *RETAKEN}
    moment = {pair for pair, apart in pairs.items() if apart <= SAME_MOMENT}
    assert moment == {*NEARLY_SAME, *RETAKEN}


def test_no_two_pieces_of_a_closet_look_the_same() -> None:
    prints = [measured(name).fingerprint for name in pieces(3)]
    assert min(distance(one, other) for one, other in combinations(prints, 2)) > SAME_MOMENT


@pytest.mark.parametrize("name", ["dress-03", "hat-09", "shirt-11"])
def test_size_light_and_compression_keep_the_fingerprint(name: str) -> None:
    photo = opened(name)
    plain = fingerprint(photo)
    larger = photo.resize((photo.width * 3, photo.height * 3), Image.Resampling.BICUBIC)
    darker = Image.fromarray((np.asarray(photo) * 0.6).astype(np.uint8))
    assert distance(plain, fingerprint(larger)) <= 4
    assert distance(plain, fingerprint(darker)) <= 4
    assert distance(plain, fingerprint(photo.rotate(90, expand=True))) > SAME_MOMENT


def test_a_plain_picture_has_no_bits() -> None:
    assert fingerprint(Image.new("RGB", (90, 120), (200, 10, 10))) == "0" * 16


def test_photos_of_one_moment_may_differ_more() -> None:
    one, other = "0" * 16, f"{2**10 - 1:016x}"
    assert distance(one, other) == 10
    assert not nearly_same(one, other)
    assert nearly_same(one, other, -MOMENT)
    assert not nearly_same(one, other, MOMENT + 1)
    assert nearly_same(one, f"{2**8 - 1:016x}", 86_400)
