"""Cameras of this computer, as screens use them."""

from __future__ import annotations

from closet_app.photo.camera import Camera, still_of

__all__ = ["Camera", "open_camera", "still_of"]


def open_camera(which: int = 0) -> Camera:
    """The camera with this number; raises MachineError when there is none."""
    return Camera(which)
