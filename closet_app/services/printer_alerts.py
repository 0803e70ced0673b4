"""What the system knows of a printer that stopped: out of paper, jammed, open."""

from __future__ import annotations

import os
import shutil
import subprocess

_PATIENCE = 5
_ALERTS = "Alerts:"
KNOWN = {
    "media-empty": "empty",
    "media-needed": "empty",
    "media-jam": "jam",
    "cover-open": "open",
    "door-open": "open",
    "marker-supply-empty": "ink",
    "toner-empty": "ink",
    "offline": "offline",
    "connecting-to-device": "offline",
}
"""Keywords of `printer-state-reasons` (RFC 8011) and what they mean to a seller."""


def alert_of(printer: str) -> str:
    """Why it stopped, as one of the values of `KNOWN`; empty where the system does not say."""
    tool = shutil.which("lpstat")
    if tool is None or not printer or printer.startswith("-"):
        return ""
    try:
        made = subprocess.run(  # noqa: S603  the tool's full path, and words that no shell reads
            [tool, "-l", "-p", printer],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return read_alert(made.stdout.decode("utf-8", "replace"))


def read_alert(answer: str) -> str:
    """The first known reason in the answer of `lpstat -l -p`."""
    lines = (line.strip() for line in answer.splitlines())
    told = " ".join(line.removeprefix(_ALERTS) for line in lines if line.startswith(_ALERTS))
    for word in told.replace(",", " ").split():
        for keyword, meaning in KNOWN.items():
            if word.startswith(keyword):
                return meaning
    return ""
