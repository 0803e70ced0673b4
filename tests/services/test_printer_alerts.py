"""Why a printer stopped is read from what the system answers."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from closet_app.services.printer_alerts import alert_of, read_alert

ANSWER = """printer Zebra disabled since Mon Nov 23 09:00:00 2026 -
\tUnplugged or turned off
\tForm mounted:
\tAlerts: {alerts}
\tConnection: direct
"""


@pytest.mark.parametrize(
    ("alerts", "meaning"),
    [
        ("media-empty-error", "empty"),
        ("job-printing media-jam-warning", "jam"),
        ("cover-open,marker-supply-low", "open"),
        ("offline-report", "offline"),
        ("none", ""),
        ("", ""),
    ],
)
def test_the_first_known_reason_counts(alerts: str, meaning: str) -> None:
    assert read_alert(ANSWER.format(alerts=alerts)) == meaning


@pytest.mark.skipif(os.name == "nt", reason="there are no CUPS queues on Windows")
def test_the_system_is_asked_for_that_printer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "lpstat"
    tool.write_text(
        f'#!/bin/sh\n[ "$3" = Zebra ] && printf "{ANSWER.format(alerts="media-jam")}"\n'
    )
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert alert_of("Zebra") == "jam"
    assert alert_of("Other") == ""
    assert alert_of("-h") == ""


def test_a_system_without_queues_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert alert_of("Zebra") == ""
