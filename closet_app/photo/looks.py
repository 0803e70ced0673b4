"""What is seen on a photo, as values: the quick measures, and the slower reading.

Every `Box` is in fractions of the upright, unedited photo.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from closet_app.domain.boxes import Box


class Fault(StrEnum):
    """What a buyer would mind about a photo, the worst first."""

    BLURRY = "blurry"
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    TOO_SMALL = "too_small"
    TILTED = "tilted"
    CLUTTERED = "cluttered"


class Shot(StrEnum):
    """What a photo seems to show; a draft's shot list is checked against these."""

    FRONT = "front"
    BACK = "back"
    TAG = "tag"
    DETAIL = "detail"
    FLAW = "flaw"


@dataclass(frozen=True, slots=True)
class ColorShare:
    """A listed color or shade with its share of the garment, 0 to 1, and the color as measured."""

    name: str
    hex: str
    share: float


@dataclass(frozen=True, slots=True)
class Likely:
    """A guess with its confidence, 0 to 1."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a photo is; `faults` are what the thresholds of `quality` say of the numbers.

    `sharpness` is comparable between photos of one garment only; `brightness` and `contrast` are
    0 to 1, `tilt` in degrees clockwise, `clutter` the share of busy background, `shortest` the
    short side in pixels.
    """

    sharpness: float
    brightness: float
    contrast: float
    tilt: float
    clutter: float
    shortest: int
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """What is measured while a photo is taken in, some milliseconds each.

    `fingerprint` are 64 bits of a perceptual hash as 16 hexadecimal digits, `lab` the color
    palette of the likely garment as (L, a, b, share), `subject` where the garment is.
    """

    quality: Quality
    colors: tuple[ColorShare, ...]
    lab: tuple[tuple[float, float, float, float], ...]
    fingerprint: str
    subject: Box
    shot: Shot
    categories: tuple[Likely, ...] = ()
    departments: tuple[Likely, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text on a tag, in reading order.

    `height` is that of its letters as a fraction of the photo's longer side: that of `box` also
    holds the tilt.
    """

    text: str
    confidence: float
    box: Box
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Code:
    """A barcode or QR code; `format` is QR, EAN-13, UPC-A or another of ZXing."""

    format: str
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """What takes longer and follows behind: text, codes, and the colors of the cut-out garment.

    `missing` names what could not be looked for (a model that is not there), as a sentence.
    """

    lines: tuple[TextLine, ...] = ()
    codes: tuple[Code, ...] = ()
    colors: tuple[ColorShare, ...] = ()
    subject: Box | None = None
    missing: tuple[str, ...] = field(default=())
