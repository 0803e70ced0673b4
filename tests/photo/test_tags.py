"""Text on tags: all that is printed, whichever way up it was photographed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from closet_app.domain.boxes import Box
from closet_app.photo import text_nets
from closet_app.photo.decode import open_upright
from closet_app.photo.looks import TextLine
from closet_app.photo.reading import read
from closet_app.photo.tags import in_reading_order, read_lines
from closet_app.photo.text_nets import (
    WHAT_IS_MISSING,
    Recognized,
    TextNets,
    TextReaderMissingError,
)
from closet_app.photo.text_places import Place, direction, turned
from tests.photo.drawn_tags import dim_and_noisy, drawn_tag
from tests.photo.samples import PHOTOS

PRINTED = {
    "img-2044": (
        "VANS", "L", "100% COTTON", "MACHINE WASH COLD", "TUMBLE DRY LOW", "DO NOT BLEACH",
        "RN 104692", "MADE IN VIETNAM",
    ),
    "img-2047": (
        "Jack & Jones", "XL", "SHELL 100% POLYESTER", "LINING 100% POLYAMIDE", "MADE IN CHINA",
    ),
    "img-2055": ("ESPRIT", "W 29 L 32", "97% COTTON 3% ELASTANE", "MADE IN TURKEY"),
    "img-2057": ("Joules", "10", "95% COTTON 5% ELASTANE", "MADE IN PORTUGAL"),
    "pxl-20251122-182658513": (
        "FRED PERRY", "M", "100% COTTON", "MACHINE WASH 30", "DO NOT TUMBLE DRY", "RN 088215",
        "MADE IN PORTUGAL",
    ),
    "pxl-20251122-182907657": (
        "QUIKSILVER", "M", "100% COTTON", "WASH WITH LIKE COLORS", "WARM IRON", "RN 072316",
        "MADE IN INDIA",
    ),
}  # fmt: skip
SOLD = ("MARNI", "IT 42", "70% VIRGIN WOOL", "30% POLYAMIDE", "DRY CLEAN ONLY", "MADE IN ITALY")


def texts(lines: tuple[TextLine, ...]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)


@pytest.mark.parametrize("name", PRINTED)
def test_every_line_of_a_tag_is_read_in_order(name: str) -> None:
    lines = read_lines(open_upright(PHOTOS / f"{name}.jpg"))

    assert texts(lines) == PRINTED[name]
    tops = [(line.box.top + line.box.bottom) / 2 for line in lines]
    assert tops == sorted(tops)
    assert lines[0].height > 0.9 * max(line.height for line in lines)


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_tag_photographed_sideways_or_upside_down_reads_the_same(quarter: int) -> None:
    tag = drawn_tag(SOLD, tilt=11).rotate(90 * quarter, expand=True)

    lines = read_lines(tag)

    assert texts(lines) == SOLD
    middle = [((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in map(_box, lines)]
    first, last = middle[0], middle[-1]
    runs = {1: first[0] < last[0], 2: first[1] > last[1], 3: first[0] > last[0]}
    assert runs[quarter]


def test_a_dim_noisy_photo_of_a_tag_is_read() -> None:
    assert texts(read_lines(dim_and_noisy(drawn_tag(SOLD, tilt=-4)))) == SOLD


@pytest.mark.parametrize(
    ("font", "printed"),
    [
        ("NotoSansJP-Regular", ("BEAMS", "サイズ M", "表地 綿 100%", "裏地 ポリエステル 100%")),
        ("NotoSans-Regular", ("Jacadi", "TAILLE 6 ANS", "100% COTON", "FABRIQUÉ AU MAROC")),
    ],
)
def test_tags_in_other_languages_are_read(font: str, printed: tuple[str, ...]) -> None:
    said = texts(read_lines(drawn_tag(printed, font)))

    assert [_bare(line) for line in said] == [_bare(line) for line in printed]


def test_a_garment_without_text_says_nothing() -> None:
    assert read_lines(open_upright(PHOTOS / "dress-05.jpg")) == ()
    assert read_lines(Image.new("RGB", (300, 200), "white")) == ()


def test_lines_side_by_side_are_read_from_the_left() -> None:
    places = [
        Place(200, 52, 90, 20, 0, 0.9), Place(60, 48, 90, 20, 0, 0.9), Place(100, 10, 90, 20, 0, 1),
    ]  # fmt: skip
    read_there = [(place, Recognized(word, 1)) for place, word in zip(places, "cba", strict=True)]

    assert [said.text for _, said in in_reading_order(read_there)] == ["a", "b", "c"]


@pytest.mark.parametrize("degrees", [-80, -30, 0, 12, 44, 89])
def test_the_direction_of_words_is_that_of_the_longest(degrees: float) -> None:
    words = [Place(0, 0, 100, 10, degrees, 1), Place(0, 0, 12, 10, degrees + 50, 1)]

    assert direction(words) == pytest.approx(degrees, abs=0.01)


def test_turning_loses_no_corner() -> None:
    white = np.full((40, 90, 3), 255, np.uint8)

    level, _ = turned(white, 30)

    assert level.shape[0] >= 90 * 0.5 + 40 * 0.86
    assert level.shape[1] >= 90 * 0.86 + 40 * 0.5


def test_without_the_nets_a_reading_says_what_is_missing(tmp_path: Path) -> None:
    nets = TextNets(tmp_path)
    assert nets.missing == (WHAT_IS_MISSING,)
    with pytest.raises(TextReaderMissingError, match="Tags cannot be read"):
        read_lines(drawn_tag(SOLD), nets)


def test_nets_that_are_no_nets_are_missing_once_they_were_tried(tmp_path: Path) -> None:
    for name in (text_nets.FINDER, text_nets.READER):
        (tmp_path / name).write_bytes(b"no net at all")
    nets = TextNets(tmp_path)
    before = nets.missing
    with pytest.raises(TextReaderMissingError):
        read_lines(drawn_tag(SOLD), nets)
    assert (before, nets.missing) == ((), (WHAT_IS_MISSING,))


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (40, 40), (2_400, 18)])
def test_a_reading_survives_any_shape(size: tuple[int, int]) -> None:
    reading = read(Image.effect_noise(size, 90).convert("RGB"), None, ())

    assert reading.colors == ()
    assert reading.codes == ()


ALONE = """
import socket, sys
class Shut(socket.socket):
    def connect(self, *_):
        raise AssertionError("a connection was tried")
socket.socket = Shut
from pathlib import Path
from closet_app.photo.decode import open_upright
from closet_app.photo.tags import read_lines
lines = read_lines(open_upright(Path(sys.argv[1])))
print(lines[0].text, sorted({"requests", "urllib3", "http.client", "rapidocr"} & set(sys.modules)))
"""


def test_reading_loads_no_module_that_could_reach_a_network() -> None:
    nowhere = {
        **os.environ,
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "HTTP_PROXY": "http://127.0.0.1:9",
    }
    ran = subprocess.run(
        [sys.executable, "-c", ALONE, str(PHOTOS / "img-2055.jpg")],
        capture_output=True, text=True, env=nowhere, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip

    assert ran.stdout.split() == ["ESPRIT", "[]"]
    assert ran.stderr == ""


def _box(line: TextLine) -> Box:
    return line.box


def _bare(text: str) -> str:
    return text.replace(" ", "").replace("É", "E")
