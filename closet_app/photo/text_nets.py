"""The two nets that find and read printed text, run by ONNX Runtime.

The weights are those that the rapidocr wheel carries (PP-OCRv6 small, Apache-2.0). They are opened
as files: rapidocr itself, whose set-up may fetch models, is never imported, so that nothing here
can reach a network.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from numpy.typing import NDArray

from closet_app.errors import MachineError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Pixels = NDArray[np.uint8]
"""Height × width × 3, blue first, as the nets were taught."""

THREADS = 2
"""Threads of one net at work; a photo desk beside it stays quick on two cores."""

WHAT_IS_MISSING = "Tags cannot be read: the text recognizer is not installed."

FINDER, READER = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
_STEP = 32  # the finder takes sides in multiples of this
_READ_HEIGHT = 48
_SHORTEST_STRIP = 320
_LONGEST_STRIP = 2_400
_BATCH = 6


class TextReaderMissingError(MachineError):
    """The nets are not there, or do not load; everything else goes on without them."""


@dataclass(frozen=True, slots=True)
class Recognized:
    """What one strip says; `confidence` is the mean over its letters, 0 to 1."""

    text: str
    confidence: float


class TextNets:
    """Finder and reader, loaded when first used; threads may share them."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = Lock()
        self._is_broken = False

    @property
    def missing(self) -> tuple[str, ...]:
        """A sentence when the nets are not there, or turned out not to load; else none."""
        return (WHAT_IS_MISSING,) if self._is_broken or not self._are_there() else ()

    def _are_there(self) -> bool:
        try:
            folder = self._folder or _wheel_folder()
        except TextReaderMissingError:
            return False
        return all((folder / name).is_file() for name in (FINDER, READER))

    def heat(self, pixels: Pixels, longest: int) -> NDArray[np.float32]:
        """How much each place looks like text, 0 to 1, on a copy with that longest side.

        Raises TextReaderMissingError.
        """
        height, width = pixels.shape[:2]
        scale = longest / max(height, width)
        size = (_in_steps(width * scale), _in_steps(height * scale))
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        found = _run(self._session(FINDER), _planes(cv2.resize(pixels, size, interpolation=way)))
        heat: NDArray[np.float32] = found[0, 0]
        return heat

    def read(self, strips: list[Pixels]) -> list[Recognized]:
        """The text of each upright strip, in their order; raises TextReaderMissingError."""
        read: dict[int, Recognized] = {}
        by_length = sorted(range(len(strips)), key=lambda at: _strip_width(strips[at]))
        for start in range(0, len(by_length), _BATCH):
            batch = by_length[start : start + _BATCH]
            read.update(zip(batch, self._read_batch([strips[at] for at in batch]), strict=True))
        return [read[at] for at in range(len(strips))]

    def _read_batch(self, strips: list[Pixels]) -> list[Recognized]:
        widest = max(_SHORTEST_STRIP, *map(_strip_width, strips))
        planes = np.zeros((len(strips), 3, _READ_HEIGHT, widest), np.float32)
        for at, strip in enumerate(strips):
            width = _strip_width(strip)
            planes[at, :, :, :width] = _planes(cv2.resize(strip, (width, _READ_HEIGHT)))[0]
        chances = _run(self._session(READER), planes)
        return [_spelled(one, self._letters) for one in chances]

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        listed = self._session(READER).get_modelmeta().custom_metadata_map["character"]
        return ("", *listed.splitlines(), " ")

    @cached_property
    def _sessions(self) -> dict[str, InferenceSession]:
        return {}

    def _session(self, name: str) -> InferenceSession:
        with self._lock:
            if name not in self._sessions:
                try:
                    self._sessions[name] = _opened((self._folder or _wheel_folder()) / name)
                except TextReaderMissingError:
                    self._is_broken = True
                    raise
            return self._sessions[name]


def _wheel_folder() -> Path:
    """Where the wheel's weights lie; in a bundle they stand beside the program."""
    bundled = getattr(sys, "_MEIPASS", None)
    if bundled:
        return Path(bundled) / "rapidocr" / "models"
    spec = find_spec("rapidocr")
    if spec is None or not spec.origin:
        raise TextReaderMissingError(WHAT_IS_MISSING)
    return Path(spec.origin).parent / "models"


def _opened(path: Path) -> InferenceSession:
    try:
        import onnxruntime
    except ImportError as why:
        raise TextReaderMissingError(WHAT_IS_MISSING) from why
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as why:  # ONNX Runtime's own failures have no common base but this
        raise TextReaderMissingError(WHAT_IS_MISSING) from why


def _run(session: InferenceSession, planes: NDArray[np.float32]) -> NDArray[np.float32]:
    outputs: Any = session.run(None, {session.get_inputs()[0].name: planes})
    found: NDArray[np.float32] = outputs[0]
    return found


def _planes(pixels: NDArray[np.generic]) -> NDArray[np.float32]:
    scaled = pixels.astype(np.float32) / np.float32(127.5) - 1
    return np.ascontiguousarray(scaled.transpose(2, 0, 1)[None])


def _in_steps(side: float) -> int:
    return max(_STEP, round(side / _STEP) * _STEP)


def _strip_width(strip: Pixels) -> int:
    height, width = strip.shape[:2]
    wide: int = round(width * _READ_HEIGHT / height)
    return min(max(wide, _READ_HEIGHT // 4), _LONGEST_STRIP)


def _spelled(chances: NDArray[np.float32], letters: tuple[str, ...]) -> Recognized:
    """The likeliest letter of each column; repeats and the blank (number 0) are no letters."""
    best = chances.argmax(axis=1)
    changes = np.concatenate(([True], best[1:] != best[:-1]))
    taken = np.flatnonzero(changes & (best != 0))
    if taken.size == 0:
        return Recognized("", 0.0)
    sure = chances[taken, best[taken]]
    return Recognized("".join(letters[at] for at in best[taken]), float(sure.mean()))
