"""What the system says about this run, read without loading the commands."""

from __future__ import annotations

import os
from pathlib import Path

CLOSET_DIR = "CLOSET_DIR"


def named_by_system() -> Path | None:
    """The folder of the closet in CLOSET_DIR."""
    named = os.environ.get(CLOSET_DIR, "").strip()
    return Path(named) if named else None
