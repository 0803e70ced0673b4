"""A recipe applied to pixels, always in the same order; see `Recipe`."""

from __future__ import annotations

from PIL import Image

from closet_app.photo.framing import Framing
from closet_app.photo.recipe import AS_IT_CAME, Recipe

_TURNS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}


_LONGEST_STRAIGHTENED = 32_767


def edited(image: Image.Image, recipe: Recipe, mask: Image.Image | None = None) -> Image.Image:
    """The upright `image` as `recipe` wants it.

    `mask` ("L", of the image's size) is the garment's outline before repairs; without it a photo
    whose recipe cuts out keeps its background, with everything else applied.
    """
    if recipe == AS_IT_CAME:
        return image
    lighted = _in_light(image, recipe)
    if mask is not None and recipe.cuts_out:
        from closet_app.photo.cutout import lifted, on_color, repaired

        whole = lifted(lighted, repaired(mask, recipe.strokes))
        lighted = on_color(whole, recipe.background_hex)
    return _framed(lighted, recipe, Framing.of(recipe, *image.size))


def _in_light(image: Image.Image, recipe: Recipe) -> Image.Image:
    if recipe.balance is None and not recipe.light:
        return image
    from closet_app.photo.light import balanced, lit

    plain = image.convert("RGB")
    if recipe.balance is not None:
        plain = balanced(plain, recipe.balance)
    return lit(plain, recipe.light) if recipe.light else plain


def _framed(image: Image.Image, recipe: Recipe, framing: Framing) -> Image.Image:
    turned = image.transpose(_TURNS[recipe.turns]) if recipe.turns else image
    if recipe.straighten:
        return _straightened(turned, framing)
    if recipe.crop is None:
        return turned
    width, height = framing.size
    left = min(round(recipe.crop.left * turned.width), turned.width - width)
    top = min(round(recipe.crop.top * turned.height), turned.height - height)
    return turned.crop((left, top, left + width, top + height))


def _straightened(image: Image.Image, framing: Framing) -> Image.Image:
    """OpenCV takes a tenth of Pillow's time, but no side of 32,767 pixels."""
    if max(*image.size, *framing.size) >= _LONGEST_STRAIGHTENED:
        return image.transform(
            framing.size,
            Image.Transform.AFFINE,
            framing.from_turned,
            resample=Image.Resampling.BICUBIC,
        )
    import cv2
    import numpy as np

    a, b, c, d, e, f = framing.from_turned
    middles = np.array([[a, b, c + (a + b - 1) / 2], [d, e, f + (d + e - 1) / 2]])
    made = cv2.warpAffine(
        np.asarray(image.convert("RGB")),
        middles,
        framing.size,
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return Image.fromarray(np.asarray(made, np.uint8))
