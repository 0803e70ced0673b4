"""The command as the system starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

BREAK_IT = """
import sys
import closet_app.services.catalogue as catalogue
from closet_app.app import main
del catalogue.listed
sys.exit(main(sys.argv[1:]))
"""


def closet(*words: str | Path, code: str = "") -> subprocess.CompletedProcess[str]:
    program = ["-c", code] if code else ["-m", "closet_app"]
    return subprocess.run(
        [sys.executable, *program, *map(str, words)], capture_output=True, text=True, check=False
    )


def test_it_runs_from_outside_and_says_json_in_every_script(
    sample_folder: Path, tmp_path: Path
) -> None:
    made = closet("sample", "--help")
    assert made.returncode == 0
    ran = closet("list", "크림", "--json", "--closet", sample_folder)
    assert (ran.returncode, json.loads(ran.stdout), ran.stderr) == (0, [], "")


def test_a_fault_of_ours_is_one_sentence_and_a_log(sample_folder: Path) -> None:
    ran = closet("list", "--closet", sample_folder, code=BREAK_IT)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    log = Path(ran.stderr.split("The details are in ")[1].strip().rstrip("."))
    assert "AttributeError" in log.read_text("utf-8")


def test_help_loads_nothing_heavy() -> None:
    looks = (
        "import sys; from closet_app.app import main; main(['--help']); "
        "print(sorted(set(sys.modules) & {'sqlalchemy', 'numpy', 'PIL', 'cv2', 'reportlab', "
        "'babel', 'openpyxl', 'xlsxwriter', 'rich', 'PySide6', 'alembic', 'pydantic'}))"
    )
    ran = closet(code=looks)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_leaves_early_is_no_fault(sample_folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-m", "closet_app", "list", "--closet", str(sample_folder)],
        stdout=write, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(write)
    assert "Traceback" not in ran.stderr
