"""Cameras of this computer, loaded when one is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

    from closet_app.photo.camera import Camera


def open_camera(which: int = 0) -> Camera:
    """The camera with this number; raises MachineError when there is none."""
    from closet_app.photo.camera import Camera

    return Camera(which)


def still_of(picture: Image.Image) -> bytes:
    """What a camera saw as the bytes of a JPEG."""
    from closet_app.photo.camera import still_of

    return still_of(picture)
