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
        return turned.transform(
            framing.size,
            Image.Transform.AFFINE,
            framing.from_turned,
            resample=Image.Resampling.BICUBIC,
        )
    if recipe.crop is None:
        return turned
    width, height = framing.size
    left = min(round(recipe.crop.left * turned.width), turned.width - width)
    top = min(round(recipe.crop.top * turned.height), turned.height - height)
    return turned.crop((left, top, left + width, top + height))
