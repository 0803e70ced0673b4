"""Builds what the program stands on and hands it to the command line; free of Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from closet_app.paths import resources, settings_file
from closet_app.printing.label_trial import WORD, answer_trial
from closet_app.services.surroundings import Surroundings
from closet_app.settings import load_settings


def main(argv: Sequence[str] | None = None) -> int:
    """Run `closet` with these words, or those of the command line; returns the exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words == [WORD]:
        return answer_trial()
    from closet_app.cli import run, tell_fault

    sys.excepthook = tell_fault
    file = settings_file()
    around = Surroundings(file, load_settings(file).settings, resources(), _open_window)
    return run(words, around)


def _open_window(around: Surroundings, folder: Path | None) -> int:
    """Qt is loaded only here."""
    from closet_app.ui.start import open_window

    return open_window(around, folder)
