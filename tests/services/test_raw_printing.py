"""Labels sent to a print queue as they are, through tools that stand in for the system's."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import numpy as np
import pytest

from closet_app.domain.addresses import Address
from closet_app.errors import MachineError, NotFoundError
from closet_app.printing.thermal.raster import page_raster
from closet_app.services.closet import Closet
from closet_app.services.print_kinds import PieceKind
from closet_app.services.print_runs import PiecePlan, make_run
from closet_app.services.raw_labels import Language, RawWay, labels_of, raw_way, said_way
from closet_app.services.raw_printing import raw_queues, send_raw
from tests.closets import add, sell
from tests.printing.test_thermal import codes_in, dots_of_zpl, unpacked

pytestmark = pytest.mark.skipif(os.name == "nt", reason="CUPS is not of Windows")

HOME = Address(line1="221 Alder Court", city="Riverbend", region="OR", postal_code="97000")
DARK = {Language.ZPL: b"~SD18", Language.EPL: b"\nD9\n", Language.TSPL: b"DENSITY 9\r\n"}
LP = """#!{python}
import json, pathlib, sys
words, data = sys.argv[1:], sys.stdin.buffer.read()
folder = pathlib.Path({folder!r})
if (folder / "refuses").exists():
    print("lp: the roll is empty", file=sys.stderr)
    sys.exit(1)
(folder / "job.json").write_text(json.dumps(words))
(folder / "job.bin").write_bytes(data)
print("request id is Zebra-7 (1 file(s))")
"""
LPSTAT = """#!{python}
print("Zebra\\nOffice inkjet\\n--help")
"""


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of tools that write down what they were given."""
    for name, text in (("lp", LP), ("lpstat", LPSTAT)):
        path = tmp_path / name
        path.write_text(text.format(python=sys.executable, folder=str(tmp_path)))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_queues_are_those_the_system_names(tools: Path) -> None:
    assert raw_queues() == ("Zebra", "Office inkjet", "--help")


def test_labels_arrive_as_they_are_in_one_job(tools: Path) -> None:
    labels = [b"^XA^FO0,0\x00\xff^XZ\n", b"^XA^XZ\n"]
    said = send_raw("Zebra", labels, "7 address labels")
    assert said == "request id is Zebra-7 (1 file(s))"
    assert (tools / "job.bin").read_bytes() == b"".join(labels)
    words = json.loads((tools / "job.json").read_text())
    assert words == ["-d", "Zebra", "-o", "raw", "-t", "7 address labels", "--", "-"]


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("language", list(Language))
def test_the_labels_of_a_run_reach_the_queue_as_the_dots_of_their_pages(
    closet: Closet, tools: Path, language: Language, dpi: int
) -> None:
    order_ids = [
        sell(closet, [add(closet, title)], ["26"], buyer_name=name, address=HOME)
        for title, name in (("Satin shirt", "Renata Okafor"), ("Baker cap", "김서연"))
    ]
    (file,) = make_run(closet, order_ids, [PiecePlan(kind=PieceKind.ADDRESS)]).files
    way = RawWay(language, dpi, darkness=60)
    send_raw("Zebra", labels_of(file.pdf, file.stock, way), "2 address labels")
    sent = (tools / "job.bin").read_bytes()
    assert sent == b"".join(labels_of(file.pdf, file.stock, way))
    rasters = [page_raster(file.pdf, page, dpi) for page in range(2)]
    assert DARK[language] in sent
    if language is Language.ZPL:
        burnt = [dots_of_zpl(label) for label in sent.split(b"~SD18")[1:]]
        for raster, dots in zip(rasters, burnt, strict=True):
            assert np.array_equal(dots, unpacked(raster.rows, raster.stride, raster.width))
        assert [codes_in(dots) for dots in burnt] == [["1001"], ["1002"]]
    else:
        places = [sent.index(raster.inverted()) for raster in rasters]
        assert places == sorted(places)


def test_no_name_or_title_becomes_an_option_or_a_command(tools: Path) -> None:
    send_raw("--help", [b""], "-o fit-to-page; rm -rf ~\n$(touch x)")
    words = json.loads((tools / "job.json").read_text())
    assert words[:2] == ["-d", "--help"]
    assert words[5] == "o fit-to-page; rm -rf ~ $(touch x)"
    assert words[6:] == ["--", "-"]
    assert not (Path.cwd() / "x").exists()


def test_a_queue_that_is_not_there_is_named(tools: Path) -> None:
    with pytest.raises(NotFoundError, match="no printer called Zebra 2"):
        send_raw("Zebra 2", [b"^XA^XZ"], "Labels")


def test_what_the_printer_refuses_is_said_in_a_sentence(tools: Path) -> None:
    (tools / "refuses").touch()
    with pytest.raises(MachineError, match=r"Zebra did not take the labels\. lp: the roll"):
        send_raw("Zebra", [b"^XA^XZ"], "Labels")


def test_without_queues_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert raw_queues() == ()
    with pytest.raises(MachineError) as refused:
        send_raw("Zebra", [b"^XA^XZ"], "Labels")
    assert "driver" in refused.value.remedy


def test_the_way_of_a_printer_is_remembered_with_its_darkness() -> None:
    for way in (RawWay(Language.ZPL), RawWay(Language.TSPL, 300, 80), RawWay(Language.EPL, 600)):
        assert raw_way(said_way("Zebra", way), "Zebra") == way
    assert raw_way(said_way("Zebra", None), "Zebra") is None


@pytest.mark.parametrize(
    ("kept", "way"),
    [
        ("zpl 203", RawWay(Language.ZPL, 203)),
        ("zpl 203 900", RawWay(Language.ZPL, 203, 100)),
        ("zpl 203 dark", RawWay(Language.ZPL, 203)),
        ("zpl 204", None),
        ("pcl 203", None),
        ("", None),
    ],
)
def test_settings_written_by_hand_are_taken_as_far_as_they_go(
    kept: str, way: RawWay | None
) -> None:
    assert raw_way({"raw:Zebra": kept}, "Zebra") == way
