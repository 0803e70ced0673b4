"""Thumbnails: small JPEGs named by content, edit and size, so that none ever goes stale."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from closet_app.errors import PhotoError
from closet_app.photo import refusals
from closet_app.photo.darkroom import Darkroom
from closet_app.photo.decode import Decoded, open_upright
from closet_app.photo.disk import Disk, write_whole
from closet_app.photo.recipe import AS_IT_CAME, Recipe
from closet_app.photo.shrinking import Copies, halved, shrunk
from closet_app.photo.store import PhotoStore

if TYPE_CHECKING:
    from closet_app.photo.lab import Bytes

LONGEST = 1000
"""Pixels of the long side of the large thumbnail; the card never has more."""
CLOSE_ENOUGH = 1040
"""12 MP sensors decode to 1000, 1008 or 1020 by a quarter; scaling those costs 10 of 35 ms."""
CARD_SHORTEST, CARD_ENOUGH = 374, 392
"""Pixels of the card's short side: the 187 × 190 photo of a card at twice the density.

Half of the large one will do up to the second, for sensors of 4 : 3; measuring needs that half too.
"""
QUALITY = 82

_JPEG_START, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


class ThumbSize(StrEnum):
    """The two sizes in which a photo is kept ready to be shown."""

    CARD = "card"
    LARGE = "large"


class Thumbnails:
    """A cache under `folder`, fed by the originals of `store`; safe to delete at any time."""

    at_least = LONGEST

    def __init__(
        self,
        folder: Path,
        store: PhotoStore,
        disk: Disk | None = None,
        darkroom: Darkroom | None = None,
    ) -> None:
        self.folder = folder
        self._darkroom = darkroom or Darkroom(store)
        self._disk = disk or Disk()

    def get(self, sha256: str, recipe: Recipe = AS_IT_CAME, size: str = ThumbSize.CARD) -> Path:
        """The thumbnail's file, made now when it is missing or broken.

        Raises NotFoundError without an original, PhotoError when that is damaged, MachineError.
        """
        wanted = ThumbSize(size)
        found = self.find(sha256, recipe, wanted)
        return found or self.remake(sha256, recipe, wanted)

    def find(
        self, sha256: str, recipe: Recipe = AS_IT_CAME, size: str = ThumbSize.CARD
    ) -> Path | None:
        """The thumbnail's file when it is there and whole; reads five bytes."""
        place = self.place(sha256, recipe, size)
        return place if _is_whole_jpeg(place) else None

    def remake(self, sha256: str, recipe: Recipe = AS_IT_CAME, size: str = ThumbSize.CARD) -> Path:
        """Make the thumbnail anew, for one that turned out not to open; raises as `get`."""
        larger = self._larger(sha256, recipe) if size == ThumbSize.CARD else None
        if larger is not None:
            self._write(self.place(sha256, recipe, size), scaled(larger, ThumbSize.CARD))
        else:
            self._keep(sha256, recipe, self._darkroom.develop(sha256, recipe, LONGEST))
        return self.place(sha256, recipe, size)

    def keep(self, sha256: str, decoded: Decoded, copies: Copies | None = None) -> None:
        """Make both sizes of the unedited photo from its upright pixels; raises MachineError.

        `copies` of them, when somebody made these.
        """
        self._keep(sha256, AS_IT_CAME, decoded.image, copies)

    def place(self, sha256: str, recipe: Recipe, size: str) -> Path:
        """Where a thumbnail lies once it is made.

        One that cannot be cut out here is that of its recipe without the cut-out.
        """
        made = self._darkroom.doable(recipe)
        return self.folder / sha256[:2] / f"{sha256}-{made.key}-{size}.jpg"

    def _keep(
        self, sha256: str, recipe: Recipe, image: Image.Image, copies: Copies | None = None
    ) -> None:
        large = scaled(image, ThumbSize.LARGE)
        ready = copies if large is image else None
        card = ready.half if ready and _half_will_do(image) else scaled(large, ThumbSize.CARD)
        self._write(self.place(sha256, recipe, ThumbSize.LARGE), ready.whole if ready else large)
        self._write(self.place(sha256, recipe, ThumbSize.CARD), card)

    def _larger(self, sha256: str, recipe: Recipe) -> Image.Image | None:
        place = self.find(sha256, recipe, ThumbSize.LARGE)
        try:
            return open_upright(place) if place else None
        except PhotoError:
            return None

    def _write(self, place: Path, picture: Image.Image | Bytes) -> None:
        packed = _packed(_pixels(picture) if isinstance(picture, Image.Image) else picture)
        with refusals.machine_told(self.folder, safe="The photo itself is stored."):
            write_whole(place, packed, self._disk)


def scaled(image: Image.Image, size: ThumbSize) -> Image.Image:
    """`image` in one of the two sizes, whole and never enlarged; the card's painter crops it."""
    width, height = image.size
    longest = max(width, height)
    wanted, limit = LONGEST, CLOSE_ENOUGH
    if size is ThumbSize.CARD:
        if _half_will_do(image):
            return halved(image)
        wanted = limit = min(LONGEST, -(-CARD_SHORTEST * longest // min(width, height)))
    if longest <= limit:
        return image
    target = (max(1, round(width * wanted / longest)), max(1, round(height * wanted / longest)))
    return shrunk(image, target)


def _packed(pixels: Bytes) -> bytes:
    """A JPEG as Pillow writes it, byte for byte, but without keeping other threads waiting."""
    import cv2

    turned = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    return cv2.imencode(".jpg", turned, (cv2.IMWRITE_JPEG_QUALITY, QUALITY))[1].tobytes()


def _pixels(image: Image.Image) -> Bytes:
    import numpy as np

    return np.asarray(image if image.mode == "RGB" else image.convert("RGB"))


def _half_will_do(image: Image.Image) -> bool:
    return CARD_SHORTEST <= min(image.size) // 2 <= CARD_ENOUGH


def _is_whole_jpeg(path: Path) -> bool:
    """A file whose last write was lost with the power is empty or ends in zeros."""
    try:
        with path.open("rb") as stream:
            start = stream.read(len(_JPEG_START))
            stream.seek(-len(_JPEG_END), io.SEEK_END)
            return start == _JPEG_START and stream.read() == _JPEG_END
    except (OSError, ValueError):
        return False
