"""What the nets see on a photo: its likeness vector, the garment's outline, the kind of garment."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PIL import Image

from closet_app.photo.nets import Net
from closet_app.wording import tr

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from closet_app.photo.garment_head import GarmentHead
    from closet_app.photo.looks import Likely

LIKENESS, OUTLINE, HEAD = "efficientnet_lite0.onnx", "u2netp.onnx", "categories.npz"
MOST_CATEGORIES = 3
DEPARTMENT_SURE = 0.75
"""A department is named above this alone: but for dresses and skirts the shape does not tell."""

_LIKENESS_SIDE = 224
_WHITE = (255, 255, 255)


class Eyes:
    """The nets of `folder`, loaded when first asked; threads may share them.

    Without a file its answers are None or empty, and `missing` says so.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._likeness = Net(folder / LIKENESS, "emb", threads=1)
        self._outline = Net(folder / OUTLINE, "1959")
        self._lock = Lock()
        self._head_read = False
        self._head: GarmentHead | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """A sentence for each thing that cannot be done, and how to bring it back."""
        found = []
        if self._likeness.is_missing or self._lacks_head():
            found.append(
                tr(
                    "Closet cannot suggest categories or find similar pieces: a model is missing. "
                    "Install Closet again to bring it back."
                )
            )
        if self._outline.is_missing:
            found.append(
                tr(
                    "Closet cannot cut out garments: a model is missing. "
                    "Install Closet again to bring it back."
                )
            )
        return tuple(found)

    @property
    def can_cut_out(self) -> bool:
        """Whether the model of `mask` is there."""
        return not self._outline.is_missing

    def embed(self, image: Image.Image) -> NDArray[np.float32] | None:
        """The likeness vector of an upright photo: 256 numbers of length 1."""
        head = self._garments()
        if head is None:
            return None
        seen = self._likeness.run(_likeness_planes(image))
        return None if seen is None else head.vector(seen[0])

    def outline(self, image: Image.Image) -> NDArray[np.float32] | None:
        """Roughly where the garment is on an upright photo: 320 × 320 shares, 0 to 1."""
        from closet_app.photo.cutout import outline_planes

        found = self._outline.run(outline_planes(image))
        return None if found is None else found[0, 0]

    def mask(self, image: Image.Image) -> Image.Image | None:
        """Where the garment is on an upright photo: "L", of the photo's size, soft at the edge."""
        from closet_app.photo.cutout import refined

        found = self.outline(image)
        return None if found is None else refined(image, found)

    def categories(self, vector: NDArray[np.float32] | None) -> tuple[Likely, ...]:
        """The three likeliest kinds of garment, with confidences that hold."""
        head = self._garments()
        return () if head is None or vector is None else head.categories(vector, MOST_CATEGORIES)

    def departments(self, vector: NDArray[np.float32] | None) -> tuple[Likely, ...]:
        """The department, where the kind of garment tells it."""
        head = self._garments()
        if head is None or vector is None:
            return ()
        likely = head.department_likelihoods(vector)
        return tuple(each for each in likely if each.confidence >= DEPARTMENT_SURE)

    def _garments(self) -> GarmentHead | None:
        with self._lock:
            if not self._head_read:
                from closet_app.photo.garment_head import read_head

                self._head = read_head(self._folder / HEAD)
                self._head_read = True
            return self._head

    def _lacks_head(self) -> bool:
        with self._lock:
            known = self._head_read
        return self._garments() is None if known else not (self._folder / HEAD).is_file()


def _likeness_planes(image: Image.Image) -> NDArray[np.float32]:
    """The photo in the middle of a white square of 224 pixels, as the net was taught."""
    import numpy as np

    plain = image.convert("RGB")
    side = max(plain.size)
    square = Image.new("RGB", (side, side), _WHITE)
    square.paste(plain, ((side - plain.width) // 2, (side - plain.height) // 2))
    small = square.resize(
        (_LIKENESS_SIDE, _LIKENESS_SIDE), Image.Resampling.BICUBIC, reducing_gap=3.0
    )
    planes = np.asarray(small).transpose(2, 0, 1)[None]
    scaled: NDArray[np.float32] = np.subtract(planes, 127, dtype=np.float32, order="C")
    scaled /= 128
    return scaled
