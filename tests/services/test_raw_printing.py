"""Labels sent to a print queue as they are, through tools that stand in for the system's."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from closet_app.errors import MachineError, NotFoundError
from closet_app.services.raw_printing import raw_queues, send_raw

pytestmark = pytest.mark.skipif(os.name == "nt", reason="CUPS is not of Windows")

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
