"""A camera of this computer: its live picture, and stills as JPEG bytes."""

from __future__ import annotations

import io
import sys
from types import TracebackType
from typing import Self

from PIL import Image

from closet_app.errors import MachineError

WIDTH, HEIGHT = 1920, 1080
"""Asked for, since cameras open at 640 × 480 where no tag can be read; each gives what it has."""
STILL_QUALITY = 95

_BACKENDS = {"win32": "CAP_DSHOW", "darwin": "CAP_AVFOUNDATION", "linux": "CAP_V4L2"}
"""What OpenCV calls the way to the cameras of each system."""


class Camera:
    """An open camera; `which` is its number, or a film or numbered pictures in its place.

    Raises MachineError when there is none, or another program holds it.
    """

    def __init__(self, which: int | str = 0) -> None:
        import cv2

        # What OpenCV says of a missing camera is said here, in words.
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
        way = _BACKENDS.get(sys.platform, "CAP_ANY") if isinstance(which, int) else "CAP_ANY"
        self._capture = cv2.VideoCapture(which, getattr(cv2, way))
        if not self._capture.isOpened():
            raise MachineError(
                "There is no camera that Closet can use.",
                remedy="Plug one in, or close the program that is using it, and look again.",
            )
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH)
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT)

    @property
    def is_open(self) -> bool:
        """Whether it is held by this program."""
        return bool(self._capture.isOpened())

    def look(self) -> Image.Image:
        """What it sees now, in RGB; waits for the next picture.

        Raises MachineError when it was unplugged.
        """
        import cv2

        seen, frame = self._capture.read()
        if not seen:
            raise MachineError(
                "The camera shows nothing any more.", remedy="Plug it in, and look again."
            )
        return Image.fromarray(cv2.cvtColor(frame, cv2.COLOR_BGR2RGB))

    def close(self) -> None:
        """Let other programs have it."""
        self._capture.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def still_of(picture: Image.Image) -> bytes:
    """A picture as the bytes of a JPEG, to be taken in as a photo."""
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=STILL_QUALITY, subsampling=0)
    return packed.getvalue()
