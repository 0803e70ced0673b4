"""Codes in front of the camera or on a photo, and what they open."""

from __future__ import annotations

from closet_app.ui.desk import Desk


def scan(desk: Desk) -> None:
    """Watch for a code, and open what it names."""
    from closet_app.ui.scanning.dialog import ScanDialog
    from closet_app.ui.widgets.dialogs import open_modal

    open_modal(ScanDialog(desk), lambda: None)
