"""The photo desk: a photo's edit shown, kept, copied to others, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import gcd

from closet_app.db.ledger import reading
from closet_app.db.records import PhotoRecord
from closet_app.domain.boxes import WHOLE, Box
from closet_app.domain.cropping import around, shape_in
from closet_app.photo.framing import Framing
from closet_app.photo.recipe import AS_IT_CAME, Recipe
from closet_app.photo.rules import shipped_rules
from closet_app.photo.strokes import Stroke
from closet_app.services.changed import Changed, Problem
from closet_app.services.close_ups import kept_backgrounds
from closet_app.services.closet import Closet
from closet_app.services.photo_sets import subjects_of
from closet_app.services.recipe_words import say_edit
from closet_app.services.writing import writing
from closet_app.wording import counted, tr

__all__ = ["Framing"]
ALIKE = 0.01
"""By how much of its ratio a shape may differ and still be that shape."""
CLOSE_ENOUGH = 1.05
"""A 12 MP photo is decoded to 1008 or 504 pixels; making those smaller takes as long as an edit."""
LOOKED_AT = 1_000
"""Pixels of the long side on which light and white are read."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels to be painted: three bytes each, row by row, without gaps."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class CropShape:
    """A shape, width to height, and the marketplaces that show photos so."""

    key: str
    ratio: tuple[int, int]
    marketplaces: tuple[str, ...]


def preview(closet: Closet, sha256: str, recipe: Recipe, longest: int) -> Picture:
    """An edited photo, its long side about `longest` pixels or less, without a file of its own.

    A cut-out whose model is missing keeps its background. Raises NotFoundError without the
    original, PhotoError when it is damaged.
    """
    image = closet.darkroom.develop(sha256, recipe, longest)
    if max(image.size) > longest * CLOSE_ENOUGH:
        image = image.copy()
        image.thumbnail((longest, longest), reducing_gap=2.0)
    shown = image.convert("RGB")
    return Picture(shown.width, shown.height, shown.tobytes())


def crop_shapes(closet: Closet) -> tuple[CropShape, ...]:
    """The shapes of the marketplaces' photos, those of most marketplaces first."""
    found: dict[tuple[int, int], list[str]] = {}
    for rule in shipped_rules().values():
        if rule.copy.width and rule.copy.height:
            common = gcd(rule.copy.width, rule.copy.height)
            ratio = (rule.copy.width // common, rule.copy.height // common)
            found.setdefault(ratio, []).append(closet.book.find(rule.marketplace).name)
    ordered = sorted(found.items(), key=lambda each: -len(each[1]))
    return tuple(
        CropShape(f"{across}:{down}", (across, down), tuple(names))
        for (across, down), names in ordered
    )


def set_recipe(closet: Closet, photo_id: int, recipe: Recipe) -> Changed:
    """Keep an edit of a photo, as one step; the original stays as it came.

    An edit that is kept already is no step.
    """
    before = _recipe_of(closet, photo_id)
    if before == recipe:
        return Changed("")
    with writing(closet, say_edit(before, recipe)) as step:
        photo = step.ledger.get(PhotoRecord, photo_id)
        step.ledger.put(replace(photo, recipe="" if recipe == AS_IT_CAME else recipe.to_json()))
    return step.changed


def shape_of(closet: Closet, recipe: Recipe, width: int, height: int) -> CropShape | None:
    """The marketplaces' shape to which a photo of that size is cropped; None for any other."""
    if recipe.crop is None:
        return None
    across, down = Framing.of(recipe, width, height).size
    found = (
        shape
        for shape in crop_shapes(closet)
        if abs(across * shape.ratio[1] / (down * shape.ratio[0]) - 1) < ALIKE
    )
    return next(found, None)


def copy_recipe(closet: Closet, photo_id: int, to: Iterable[int]) -> Changed:
    """Show other photos in the light, the white, the background and the shape of this one.

    A marketplace's shape is put about the garment of each. Turns, any other crop and strokes of
    each are its own, since each was taken another way; where nothing else is to be copied a
    sentence says so, as it does of close-ups, which keep their background.
    """
    wanted = tuple(to)
    with reading(closet.database) as ledger:
        model = ledger.get(PhotoRecord, photo_id)
        others = ledger.many(PhotoRecord, wanted)
    edits = _copied(closet, model, others)
    if not any(edits[photo.id] != Recipe.from_json(photo.recipe) for photo in others):
        return Changed("", problems=(_nothing_to_copy(),))
    words = ("Copied the edit to {n} photo", "Copied the edit to {n} photos")
    with writing(closet, counted(len(wanted), *words)) as step:
        for photo in step.ledger.many(PhotoRecord, wanted):
            step.ledger.put(replace(photo, recipe=edits[photo.id].to_json()))
    if not Recipe.from_json(model.recipe).cuts_out:
        return step.changed
    return replace(step.changed, problems=kept_backgrounds(closet, others))


def _nothing_to_copy() -> Problem:
    words = tr(
        "Nothing to copy: light, white, background and the shape of a crop are copied, "
        "turns and strokes stay with their photo."
    )
    return Problem("", words, is_mild=True)


def _copied(closet: Closet, model: PhotoRecord, others: Sequence[PhotoRecord]) -> dict[int, Recipe]:
    recipe = Recipe.from_json(model.recipe)
    shape = shape_of(closet, recipe, model.width, model.height)
    subjects = subjects_of(closet, {photo.sha256 for photo in others}) if shape else {}
    edits = {}
    for photo in others:
        edit = recipe.shared_with_others(Recipe.from_json(photo.recipe))
        if shape is not None:
            whole = Framing.of(edit, photo.width, photo.height).uncropped()
            subject = whole.box_to_shown(subjects.get(photo.sha256, WHOLE))
            edit = replace(edit, crop=around(subject, shape_in(shape.ratio, *whole.size)))
        edits[photo.id] = edit
    return edits


def reset(closet: Closet, photo_id: int) -> Changed:
    """Show a photo as it came."""
    return set_recipe(closet, photo_id, AS_IT_CAME)


def subject_of(closet: Closet, sha256: str) -> Box:
    """Where the garment is on the upright original; the whole photo while nobody looked."""
    return subjects_of(closet, {sha256}).get(sha256, WHOLE)


def fitting_light(closet: Closet, sha256: str) -> int:
    """The light in which a photo is neither dark nor washed out; raises as `preview`."""
    from closet_app.photo.exposure import fitting_light as light_of

    return light_of(closet.darkroom.develop(sha256, AS_IT_CAME, LOOKED_AT))


def balance_from(closet: Closet, sha256: str, patch: Box) -> tuple[float, float, float]:
    """The white balance that makes `patch` of the upright original gray.

    Raises InvalidValueError where nothing gray or white can be, else as `preview`.
    """
    from closet_app.photo.light import gains_of

    return gains_of(closet.darkroom.develop(sha256, AS_IT_CAME, LOOKED_AT), patch)


def with_stroke(
    recipe: Recipe, points: Sequence[tuple[float, float]], radius: float, *, adds: bool
) -> Recipe:
    """The edit with one more stroke of the repair brush along `points` of the original.

    `radius` is a fraction of its longer side. Raises InvalidValueError when there are too many.
    """
    return recipe.with_stroke(Stroke.through(points, radius, adds=adds))


def missing_for_cut_out(closet: Closet) -> str:
    """Why garments cannot be cut out here; empty when they can."""
    if closet.eyes.can_cut_out:
        return ""
    return " ".join(closet.eyes.missing[-1:])


def before(recipe: Recipe) -> Recipe:
    """The same part of the photo without anything done to its pixels; else the whole as it came."""
    plain = replace(recipe, light=0, balance=None, background="", strokes=())
    return AS_IT_CAME if plain == recipe else plain


def _recipe_of(closet: Closet, photo_id: int) -> Recipe:
    with reading(closet.database) as ledger:
        return Recipe.from_json(ledger.get(PhotoRecord, photo_id).recipe)


def framed_size(recipe: Recipe, width: int, height: int) -> tuple[int, int]:
    """Pixels of a turned and straightened photo before it is cropped."""
    return Framing.of(recipe, width, height).uncropped().size
