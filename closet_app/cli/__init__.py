"""The `closet` command: the same services as the window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from closet_app.services.surroundings import Surroundings


def run(argv: Sequence[str], around: Surroundings) -> int:
    """Do what the words after `closet` say; returns the exit code."""
    reader = argparse.ArgumentParser(prog="closet", description="Opens the window.")
    reader.add_argument("--closet", type=Path, metavar="DIR", help="the folder of the closet")
    return around.open_window(around, reader.parse_args(argv).closet)
