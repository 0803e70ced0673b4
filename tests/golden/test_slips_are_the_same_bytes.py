"""The same values give the same file, in another process and after other documents."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path

from closet_app.printing.documents import make_cards, make_slips
from closet_app.printing.stock import load_stock
from closet_app.printing.values import Party
from tests.printing.pieces import NAMES, card, slip

ROOT = Path(__file__).resolve().parents[2]
PRINT_DIGESTS = """
from tests.golden.test_slips_are_the_same_bytes import latin_digest, many_scripts_digest
print(latin_digest(), many_scripts_digest())
"""


def latin_digest() -> str:
    out = io.BytesIO()
    make_slips([slip(), slip(lines=11), slip(gift=True)], load_stock("letter"), out)
    return hashlib.sha256(out.getvalue()).hexdigest()


def many_scripts_digest() -> str:
    out = io.BytesIO()
    buyers = [Party(name, (name, "Street 1")) for name in NAMES.values()]
    make_slips([slip(buyer=buyer) for buyer in buyers], load_stock("a4"), out)
    return hashlib.sha256(out.getvalue()).hexdigest()


def test_two_runs_write_the_same_bytes() -> None:
    first = latin_digest(), many_scripts_digest()
    make_cards([card("شكراً सूती ขอบคุณ 👍🏽 ffi")], load_stock("card-us-a6"), io.BytesIO())
    assert (latin_digest(), many_scripts_digest()) == first


def test_another_process_writes_the_same_bytes() -> None:
    fresh = subprocess.run(
        [sys.executable, "-c", PRINT_DIGESTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    make_cards([card("ขอบคุณ प्रिया")], load_stock("card-us-a6"), io.BytesIO())
    assert fresh.stdout.split() == [latin_digest(), many_scripts_digest()]
