"""Outlines of garments, kept beside the thumbnails so that each is looked for once."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PIL import Image

from closet_app.errors import PhotoError
from closet_app.photo import refusals
from closet_app.photo.decode import open_upright
from closet_app.photo.disk import Disk, write_whole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class OutlineSight(Protocol):
    """Who finds the outline of a garment, small and rough; None without its model."""

    @property
    def can_cut_out(self) -> bool: ...

    def outline(self, image: Image.Image) -> NDArray[np.float32] | None: ...


class Outlines:
    """Rough outlines under `folder`, 20 KB each, whatever size a photo is wanted in."""

    def __init__(self, folder: Path, sight: OutlineSight, disk: Disk | None = None) -> None:
        self._folder = folder
        self._sight = sight
        self._disk = disk or Disk()

    @property
    def can_be_had(self) -> bool:
        """Whether garments can be cut out here."""
        return self._sight.can_cut_out

    def mask(self, sha256: str, image: Image.Image) -> Image.Image | None:
        """The mask of the upright photo `sha256` of which `image` has the pixels, at its size.

        None without the model. Raises MachineError when the outline cannot be kept.
        """
        rough = self._rough(sha256, image)
        if rough is None:
            return None
        from closet_app.photo.cutout import from_picture, refined

        return refined(image, from_picture(rough))

    def is_filled(self, sha256: str, image: Image.Image) -> bool:
        """Whether the cloth fills the photo; False without the model. Raises as `mask`."""
        rough = self._rough(sha256, image)
        if rough is None:
            return False
        from closet_app.photo.cutout import fills, from_picture

        return fills(from_picture(rough))

    def place(self, sha256: str) -> Path:
        """Where an outline lies once it was found."""
        return self._folder / sha256[:2] / f"{sha256}-outline.png"

    def _rough(self, sha256: str, image: Image.Image) -> Image.Image | None:
        rough = self._kept(sha256)
        if rough is None:
            found = self._sight.outline(image)
            if found is None:
                return None
            from closet_app.photo.cutout import as_picture

            rough = as_picture(found)
            self._keep(sha256, rough)
        return rough

    def _kept(self, sha256: str) -> Image.Image | None:
        place = self.place(sha256)
        if not place.is_file():
            return None
        try:
            return open_upright(place).convert("L")
        except PhotoError:
            return None

    def _keep(self, sha256: str, rough: Image.Image) -> None:
        packed = io.BytesIO()
        rough.save(packed, "PNG")
        with refusals.machine_told(self._folder, safe="The photo itself is stored."):
            write_whole(self.place(sha256), packed.getvalue(), self._disk)
