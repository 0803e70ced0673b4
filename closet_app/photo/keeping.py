"""What is made of the pixels of the one decode while a photo is taken in."""

from __future__ import annotations

from closet_app.errors import MachineError
from closet_app.photo.decode import Decoded
from closet_app.photo.measuring import Measured, Sight, measure_sample
from closet_app.photo.palette import Swatches
from closet_app.photo.samples import sample_of
from closet_app.photo.shrinking import copies_of
from closet_app.photo.stages import Stage, during
from closet_app.photo.thumbnails import Thumbnails


class Keeping:
    """Both thumbnails and all measures of each photo, for `take_in_all`; threads may share it.

    `measured` has them by SHA-256 for every photo that came in fresh; those the closet held
    already are not decoded. `refused` has what the machine would not do for a photo that is safe.
    """

    def __init__(self, thumbnails: Thumbnails, eyes: Sight | None, swatches: Swatches) -> None:
        self.measured: dict[str, Measured] = {}
        self.refused: dict[str, MachineError] = {}
        self._thumbnails = thumbnails
        self._eyes = eyes
        self._swatches = swatches

    @property
    def at_least(self) -> int:
        """Pixels of the long side that will do."""
        return self._thumbnails.at_least

    def keep(self, sha256: str, decoded: Decoded) -> None:
        """Make thumbnails and measures; neither waits for the other to succeed."""
        copies = copies_of(decoded.image)
        try:
            with during(Stage.THUMBNAILS):
                self._thumbnails.keep(sha256, decoded, copies)
        except MachineError as error:
            self.refused[sha256] = error
        size = decoded.facts.width, decoded.facts.height
        with during(Stage.MEASURE):
            sample = sample_of(decoded.image, copies)
            self.measured[sha256] = measure_sample(sample, size, self._eyes, self._swatches)
