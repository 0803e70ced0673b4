"""Small pictures of where something was read on a photo."""

from __future__ import annotations

from closet_app.domain.boxes import Box
from closet_app.services.closet import Closet


def crop_of(closet: Closet, sha256: str, box: Box, longest: int) -> bytes:
    """The JPEG of a place on the upright original, no side over `longest` pixels.

    Raises NotFoundError when the original is gone, PhotoError when it is damaged.
    """
    from closet_app.photo.crops import crop_jpeg

    return crop_jpeg(closet.photos.path_of(sha256), box, longest)
