"""K-means with the same answer for the same pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.lab import Floats

_ROUNDS, _STILL = 10, 0.005


def clustered(points: Floats, count: int) -> tuple[NDArray[np.intp], Floats]:
    """The cluster of each row, and at most `count` centers."""
    import cv2

    rows = np.ascontiguousarray(points, dtype=np.float32)
    if len(rows) <= count:
        return np.arange(len(rows)), rows
    cv2.setRNGSeed(0)
    until = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_COUNT, _ROUNDS, _STILL)
    start = np.zeros((len(rows), 1), dtype=np.int32)
    _, labels, centers = cv2.kmeans(rows, count, start, until, 1, cv2.KMEANS_PP_CENTERS)
    return np.asarray(labels, dtype=np.intp).ravel(), np.asarray(centers, dtype=np.float32)
