"""A recipe applied to pixels."""

from __future__ import annotations

from PIL import Image

from closet_app.photo.recipe import Recipe

_TURNS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}


def edited(image: Image.Image, recipe: Recipe) -> Image.Image:
    """The upright `image` as `recipe` wants it."""
    return image.transpose(_TURNS[recipe.turns]) if recipe.turns else image
