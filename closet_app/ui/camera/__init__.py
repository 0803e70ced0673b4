"""A live camera in a dialog: to photograph with, or to hold a code in front of."""

from __future__ import annotations

from closet_app.ui.camera.dialog import CameraDialog

__all__ = ["CameraDialog"]
