from __future__ import annotations

import hashlib
import io
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pypdf
import pytest

from closet_app.errors import CancelledError, MachineError, UserError
from closet_app.printing.documents import make_cards, make_slips
from closet_app.printing.stock import load_stock
from closet_app.printing.text.fitting import TextTooLongError
from tests.printing.pieces import NOTE, card, slip

LETTER = load_stock("letter")


def test_a_file_appears_whole_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    make_slips([slip()], LETTER, path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.read_bytes().rstrip().endswith(b"%%EOF")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder's own rules hold")
def test_names_and_addresses_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    path.touch(0o644)
    make_slips([slip()], LETTER, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_refused_note_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(b"old")
    with pytest.raises(TextTooLongError):
        make_cards([card(), card(NOTE * 9)], load_stock("card-iso-a6"), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"slips\.pdf could not be saved.*Choose another"):
        make_slips([slip()], LETTER, tmp_path / "gone" / "slips.pdf")


def test_a_name_taken_by_a_folder_leaves_no_part_behind(tmp_path: Path) -> None:
    (tmp_path / "slips.pdf").mkdir()
    with pytest.raises(MachineError):
        make_slips([slip()], LETTER, tmp_path / "slips.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["slips.pdf"]


def test_the_run_reports_each_piece_and_can_be_stopped(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    make_slips([slip()] * 3, LETTER, io.BytesIO(), lambda done, total: seen.append((done, total)))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        make_slips([slip()] * 3, LETTER, tmp_path / "slips.pdf", stop)
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_print_is_said() -> None:
    with pytest.raises(UserError, match="Nothing was chosen"):
        make_slips([], LETTER, io.BytesIO())


def test_the_file_carries_no_personal_metadata() -> None:
    out = io.BytesIO()
    make_slips([slip()], LETTER, out)
    facts = pypdf.PdfReader(out).metadata
    assert facts is not None
    assert facts.title == "Packing slips"
    assert not facts.author
    assert not any("Renata" in str(value) for value in facts.values())


def test_every_font_is_embedded() -> None:
    out = io.BytesIO()
    make_slips([slip()], LETTER, out)
    objects = pypdf.PdfReader(out).pages[0].get("/Resources")
    fonts = cast("dict[str, Any]", objects)["/Font"].get_object()
    used = [font.get_object() for name, font in fonts.items() if "+" in name]
    assert len(used) >= 4
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in used)


def test_importing_the_values_loads_no_pdf_library() -> None:
    code = (
        "import sys, closet_app.printing.values, closet_app.printing.stock;"
        "sys.exit(any(name in sys.modules for name in ('reportlab', 'PIL', 'pypdfium2')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_two_files_made_one_after_the_other_do_not_share_state() -> None:
    digests = []
    for _ in range(2):
        out = io.BytesIO()
        make_cards([card()], load_stock("card-iso-a6"), out)
        digests.append(hashlib.sha256(out.getvalue()).hexdigest())
    assert digests[0] == digests[1]
