"""What grouping knows of one photo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.looks import Measures, Shot

Vector = NDArray[np.float32]
Lab = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A photo as far as grouping looks at it.

    `taken_at` without a zone is taken as local time of this computer. `vector` is a unit vector
    of `Eyes.embed`, `lab` the palette of the garment in OKLab as (L, a, b, share). `index` is the
    caller's own; it decides only between photos that are alike in everything else.
    """

    name: str
    taken_at: datetime | None = None
    camera: str = ""
    vector: Vector | None = None
    lab: tuple[Lab, ...] = ()
    shot: Shot = Shot.FRONT
    fingerprint: str = ""
    index: int = 0


def frame_of(
    name: str,
    taken_at: datetime | None,
    camera: str,
    measures: Measures | None,
    vector: Vector | None,
    *,
    index: int = 0,
) -> Frame:
    """The frame of a measured photo; without `measures` only time, name and vector speak."""
    if measures is None:
        return Frame(name, taken_at, camera, vector, index=index)
    return Frame(
        name,
        taken_at,
        camera,
        vector,
        measures.lab,
        measures.shot,
        measures.fingerprint,
        index,
    )
