"""The colors of a piece, from the photos that show it whole and well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from closet_app.domain.colors import Palette
from closet_app.domain.fields import MOST_COLORS
from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.photo.looks import ColorShare, Fault, Measures, Reading, Shot

Seen = tuple[str, Measures | None, Reading | None]
"""A photo's SHA-256, and what is known of it so far."""

_COVER_COUNTS = 2.0
_GUESS_COUNTS = 0.6
"""Of the colors about the guessed garment beside those of the cut-out: the guess is oftener right
in the first color, both together name more of the true ones."""
_SECOND_FROM, _SHADE_FROM = 0.2, 0.35
_MISCOLORED = frozenset({Fault.BLURRY, Fault.TOO_DARK, Fault.TOO_BRIGHT})


def telling_views(photos: Sequence[Seen]) -> list[Seen]:
    """The photos that show the whole piece in good light; without one the best there are."""
    seen = [photo for photo in photos if _both(photo)]
    measured = [(photo, measures) for photo in seen if (measures := photo[1])]
    whole = [(photo, one) for photo, one in measured if one.shot is Shot.FRONT]
    fair = [photo for photo, one in whole if not _MISCOLORED.intersection(one.quality.faults)]
    cloth = [photo for photo, one in measured if one.shot is not Shot.TAG]
    return fair or [photo for photo, _ in whole] or cloth or seen


def colors_together(photos: Sequence[Seen]) -> tuple[ColorShare, ...]:
    """The mean colors of these photos, the largest first; the first photo counts twice."""
    weights = [_COVER_COUNTS if at == 0 else 1.0 for at in range(len(photos))]
    found: dict[str, ColorShare] = {}
    for photo, weight in zip(photos, weights, strict=True):
        for each in _both(photo):
            known = found.get(each.name, replace(each, share=0.0))
            share = known.share + each.share * weight / sum(weights)
            found[each.name] = replace(known, share=share)
    return tuple(sorted(found.values(), key=lambda each: -each.share))


def color_suggestions(palette: Palette, photos: Sequence[Seen]) -> Iterator[Suggestion]:
    """The strongest listed colors of the garment, and the finer words for them."""
    views = telling_views(photos)
    if not views:
        return
    mean = {each.name: each.share for each in colors_together(views)}
    bases: dict[str, float] = {}
    for name, share in mean.items():
        known = palette.named(name)
        base = known.base if known else name
        bases[base] = bases.get(base, 0.0) + share
    strong = sorted(bases, key=lambda name: -bases[name])[:MOST_COLORS]
    named = strong[:1] + [name for name in strong[1:] if bases[name] >= _SECOND_FROM]
    sha256, seen, read = views[0]
    box = (read.subject if read else None) or (seen.subject if seen else None)
    sure = min(0.95, 0.5 + sum(bases[name] for name in named) / 2)
    yield Suggestion("colors", ", ".join(named), round(sure, 3), Origin.PHOTO, sha256, box)
    shades = [name for name in mean if name not in bases and mean[name] >= _SHADE_FROM]
    if shades:
        value, sure = ", ".join(shades[:MOST_COLORS]), min(0.9, 0.4 + mean[shades[0]] / 2)
        yield Suggestion("other_colors", value, round(sure, 3), Origin.PHOTO, sha256, box)


def _both(photo: Seen) -> tuple[ColorShare, ...]:
    """The colors of one photo: those about the guessed garment and of the cut-out, by weight."""
    _, measures, reading = photo
    guessed = measures.colors if measures else ()
    cut_out = reading.colors if reading else ()
    if not guessed or not cut_out:
        return guessed or cut_out
    found: dict[str, ColorShare] = {}
    for colors, counts in ((cut_out, 1 - _GUESS_COUNTS), (guessed, _GUESS_COUNTS)):
        for each in colors:
            known = found.get(each.name)
            share = each.share * counts + (known.share if known else 0.0)
            found[each.name] = replace(known or each, share=share)
    return tuple(found.values())
