"""Write every page of the window as PNG files, light and dark, in three sizes.

python -m tools.screenshots --out DIR [--only NAME…] [--closet DIR]
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from closet_app.ui.printing.printers import Found, Printers
from tools.screenshots.studio import Studio


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pictures; returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    reader = argparse.ArgumentParser(description="Pictures of every page.")
    reader.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    reader.add_argument("--only", nargs="*", default=[], help="names of pictures")
    reader.add_argument("--closet", type=Path, help="where the sample is kept between runs")
    wanted = reader.parse_args(argv)
    wanted.out.mkdir(parents=True, exist_ok=True)
    Printers.find = _two_printers  # type: ignore[assignment, method-assign]  # the same on every computer
    with tempfile.TemporaryDirectory() as scratch:
        studio = Studio(Path(scratch), wanted.closet or Path(scratch) / "closet")
        for file in studio.shoot(wanted.only, wanted.out):
            print(file)
    return 0


def _two_printers(_printers: Printers) -> Found:
    names = ("Office inkjet", "4 × 6 thermal")
    return Found(names, names[0], frozenset(names[:1]))


if __name__ == "__main__":
    raise SystemExit(main())
