"""Opening photos: what they are, and their pixels upright, each decoded once."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from closet_app.errors import PhotoError
from closet_app.photo import refusals
from closet_app.photo.container import lacks_its_end
from closet_app.photo.facts import PILLOW_FAULTS, PhotoFacts, facts_of
from closet_app.photo.kinds import HEIC, TIFF, PhotoKind
from closet_app.photo.pixels import to_rgb, turned_upright
from closet_app.photo.sources import PhotoBytes, Source, kind_of_stream, opened, path_of_source

MEGAPIXELS = 120
MOST_PIXELS = MEGAPIXELS * 1_000_000

_DNG_VERSION = 50706
_IS_PREVIEW = 254


@dataclass(frozen=True, slots=True)
class Decoded:
    """Upright sRGB pixels with the facts of the whole photo; `image` may be smaller than it."""

    image: Image.Image
    facts: PhotoFacts
    kind: PhotoKind


def probe(source: Path | bytes) -> PhotoFacts:
    """What the header says, without decoding; raises PhotoError for what is no photo."""
    where = source if isinstance(source, Path) else PhotoBytes("photo", source)
    with opened(where) as stream:
        path = path_of_source(where)
        kind = kind_of_stream(stream, path)
        with _faults_told(stream, path, kind), _picture(stream, path, kind) as image:
            return facts_of(image, kind, image.size)


def open_upright(source: Source, *, at_least: int | None = None) -> Image.Image:
    """The whole photo upright in sRGB, as in `decode`."""
    return decode(source, at_least=at_least).image


def decode(source: Source, *, at_least: int | None = None) -> Decoded:
    """Decode `source` once and wholly; raises PhotoError when any of it is missing or broken.

    `at_least`: pixels of the long side that will do; the result is as much larger as the decoder's
    own steps make it (below twice that), or smaller when the photo is.
    """
    with opened(source) as stream:
        return decode_stream(stream, path_of_source(source), at_least=at_least)


def decode_stream(stream: BinaryIO, path: Path, *, at_least: int | None = None) -> Decoded:
    """As `decode`, of a stream that is already open; `path` names it in errors."""
    kind = kind_of_stream(stream, path)
    with _faults_told(stream, path, kind), _picture(stream, path, kind) as image:
        size = image.size
        if at_least:
            image.draft(None, _draft_size(size, at_least))
        image.load()
        facts = facts_of(image, kind, size)
        factor = max(1, max(image.size) // at_least) if at_least else 1
        upright = turned_upright(to_rgb(image, factor), facts.orientation)
        return Decoded(_bare(upright), facts, kind)


def _draft_size(size: tuple[int, int], at_least: int) -> tuple[int, int]:
    longest = max(size)
    return max(1, size[0] * at_least // longest), max(1, size[1] * at_least // longest)


def _bare(image: Image.Image) -> Image.Image:
    """The same pixels in an image that has no file and no metadata."""
    # A file's picture and a plain one may share their pixels; copying them takes up to 2 ms.
    plain = image._new(image.im) if type(image) is not Image.Image else image  # noqa: SLF001
    plain.info = {}
    return plain


@contextmanager
def _picture(stream: BinaryIO, path: Path, kind: PhotoKind) -> Iterator[Image.Image]:
    _prepare_pillow()
    if kind == HEIC:
        _prepare_heic()
    with Image.open(stream, formats=[kind.pillow]) as image:
        if image.width * image.height > MOST_PIXELS:
            raise refusals.too_large(path, f"{MEGAPIXELS} megapixels")
        if kind == TIFF and _is_raw(image):
            raise refusals.not_a_photo(path, "a camera raw file")
        yield image


@contextmanager
def _faults_told(stream: BinaryIO, path: Path, kind: PhotoKind) -> Iterator[None]:
    try:
        yield
    except PhotoError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise refusals.too_large(path, f"{MEGAPIXELS} megapixels") from error
    except MemoryError as error:
        raise refusals.too_large(path, "what this computer has memory for") from error
    except PILLOW_FAULTS as error:
        if "truncated" in str(error).lower() or lacks_its_end(stream, kind):
            raise refusals.cut_short(path) from error
        raise refusals.damaged(path) from error


def _is_raw(image: Image.Image) -> bool:
    """Raw files are TIFF files whose first picture is a small preview."""
    tags = getattr(image, "tag_v2", {})
    return _DNG_VERSION in tags or tags.get(_IS_PREVIEW) == 1


@cache
def _prepare_pillow() -> None:
    from PIL import AvifImagePlugin, TiffImagePlugin, WebPImagePlugin  # noqa: F401 - they register

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.filterwarnings("ignore", module=r"PIL\.")
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


@cache
def _prepare_heic() -> None:
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
