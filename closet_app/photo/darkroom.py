"""Stored photos as their recipes want them; what was used last stays at hand."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from PIL import Image

from closet_app.photo.decode import open_upright, probe
from closet_app.photo.edits import edited
from closet_app.photo.framing import Framing
from closet_app.photo.outlines import Outlines
from closet_app.photo.recipe import AS_IT_CAME, Recipe
from closet_app.photo.store import PhotoStore

AT_HAND = 3
"""Pictures kept of each kind: the photo on the desk, the one before, the one after."""
ENOUGH_TO_OUTLINE = 640
"""Pixels of the long side of a copy on which a garment is looked for alone."""
LARGEST_AT_HAND = 4_000_000
"""Pixels; a larger picture, wanted once for an upload, is not kept."""


class Darkroom:
    """Develops originals of `store`; threads may share it. Without outlines nothing is cut out."""

    def __init__(self, store: PhotoStore, outlines: Outlines | None = None) -> None:
        self._store = store
        self._outlines = outlines
        self._upright = _AtHand()
        self._masks = _AtHand()

    def develop(
        self, sha256: str, recipe: Recipe = AS_IT_CAME, at_least: int | None = None
    ) -> Image.Image:
        """The edited photo, about `at_least` pixels long or more where the original has them.

        Raises NotFoundError without an original, PhotoError when it is damaged, MachineError.
        """
        wanted = _before_crop(recipe, at_least)
        key = (sha256, wanted)
        image = self._upright.get(key) or self._upright.keep(
            key, open_upright(self._store.path_of(sha256), at_least=wanted)
        )
        mask = self._mask(sha256, image) if recipe.cuts_out else None
        return edited(image, recipe, mask)

    def framing(self, sha256: str, recipe: Recipe) -> Framing:
        """Where the places of the whole photo lie on its edited one; raises as `develop`."""
        if recipe.crop is None and not recipe.straighten and not recipe.turns:
            return Framing(1, 1)
        facts = probe(self._store.path_of(sha256))
        return Framing.of(recipe, facts.width, facts.height)

    def is_filled(self, sha256: str) -> bool:
        """Whether the cloth fills a photo, which keeps its background; raises as `develop`."""
        if self._outlines is None:
            return False
        image = open_upright(self._store.path_of(sha256), at_least=ENOUGH_TO_OUTLINE)
        return self._outlines.is_filled(sha256, image)

    def keeps_promise(self, recipe: Recipe) -> bool:
        """Whether all of `recipe` can be done here: a cut-out needs its model."""
        return not recipe.cuts_out or (self._outlines is not None and self._outlines.can_be_had)

    def doable(self, recipe: Recipe) -> Recipe:
        """`recipe`, or all of it but the cut-out while that cannot be made."""
        return recipe if self.keeps_promise(recipe) else recipe.not_cut_out()

    def _mask(self, sha256: str, image: Image.Image) -> Image.Image | None:
        key = (sha256, image.size)
        found = self._masks.get(key)
        if found is None and self._outlines is not None:
            found = self._outlines.mask(sha256, image)
            return found and self._masks.keep(key, found)
        return found


class _AtHand:
    """The newest few results by their key."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[object, Image.Image] = OrderedDict()

    def get(self, key: object) -> Image.Image | None:
        """The picture of `key` when it was used lately."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: object, picture: Image.Image) -> Image.Image:
        """Have `picture` at hand, unless it is a large one; returns it."""
        if picture.width * picture.height <= LARGEST_AT_HAND:
            with self._lock:
                self._kept[key] = picture
                while len(self._kept) > AT_HAND:
                    self._kept.popitem(last=False)
        return picture


def _before_crop(recipe: Recipe, at_least: int | None) -> int | None:
    """A crop shows a part of the photo, which must be so much larger."""
    if at_least is None or recipe.crop is None:
        return at_least
    return round(at_least / max(recipe.crop.width, recipe.crop.height))
