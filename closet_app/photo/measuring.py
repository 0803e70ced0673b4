"""All quick measures of one photo, from the pixels that taking it in has decoded already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from closet_app.photo.fingerprints import fingerprint_of
from closet_app.photo.lab import Floats
from closet_app.photo.looks import Likely, Measures
from closet_app.photo.palette import Swatches, named, palette_of
from closet_app.photo.quality import quality_of
from closet_app.photo.samples import Sample, sample_of
from closet_app.photo.shot_looks import likely_shot
from closet_app.photo.shots import shot_of
from closet_app.photo.subject import subject_of

MEASURED_BY = 4
"""Stored beside measures; those of an older version are measured anew."""


class Sight(Protocol):
    """What the nets see; None or nothing when a model is missing."""

    def embed(self, image: Image.Image) -> NDArray[np.float32] | None: ...

    def categories(self, vector: NDArray[np.float32]) -> Sequence[Likely]: ...

    def departments(self, vector: NDArray[np.float32]) -> Sequence[Likely]: ...


@dataclass(frozen=True, slots=True)
class Measured:
    """Measures with the likeness vector: float16 in bytes, empty without its model."""

    measures: Measures
    vector: bytes


def measure(
    image: Image.Image, size: tuple[int, int], eyes: Sight | None, swatches: Swatches
) -> Measured:
    """Measure an upright RGB copy of a photo whose whole size is `size`."""
    return measure_sample(sample_of(image), size, eyes, swatches)


def measure_sample(
    sample: Sample, size: tuple[int, int], eyes: Sight | None, swatches: Swatches
) -> Measured:
    """As `measure`, from the copies that are made already."""
    subject = subject_of(sample.lab)
    palette = palette_of(sample.lab, subject.likely)
    vector = eyes.embed(Image.fromarray(sample.rgb)) if eyes else None
    shot = likely_shot(vector) or shot_of(sample, subject)
    measures = Measures(
        quality=quality_of(sample, subject, shot, size),
        colors=named(palette, swatches),
        lab=_rows(palette),
        fingerprint=fingerprint_of(sample.gray),
        subject=subject.box,
        shot=shot,
        categories=tuple(eyes.categories(vector)) if eyes and vector is not None else (),
        departments=tuple(eyes.departments(vector)) if eyes and vector is not None else (),
    )
    return Measured(measures, _packed(vector))


def vector_of(packed: bytes) -> NDArray[np.float32] | None:
    """The likeness vector that `Measured.vector` holds; None when there is none."""
    return np.frombuffer(packed, dtype=np.float16).astype(np.float32) if packed else None


def _rows(palette: Floats) -> tuple[tuple[float, float, float, float], ...]:
    rounded = [[round(value, 4) for value in row] for row in palette.tolist()]
    return tuple((light, a, b, share) for light, a, b, share in rounded)


def _packed(vector: NDArray[np.float32] | None) -> bytes:
    return b"" if vector is None else vector.astype(np.float16).tobytes()
