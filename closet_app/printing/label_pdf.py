"""Marketplace labels: PDF files looked at before they are kept, and cut to 4 × 6 inches."""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from closet_app.errors import InvalidValueError
from closet_app.printing.label_block import POINTS, Block, Gray, find_labels, ink_box, likeliest
from closet_app.printing.page_space import (
    Matrix,
    as_shown,
    inverse,
    joined,
    point_at,
    rotation_of,
    shown_size,
    turned,
)
from closet_app.printing.pdf_work import require_little_work
from closet_app.printing.preview import PdfiumError, page_letters, render_page, unlocked

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter

MOST_PAGES = 50
WIDTH, HEIGHT = 4 * POINTS, 6 * POINTS
_NEAR = 18.0
"""Points by which a page may differ from 4 × 6 and still be one label as it stands."""
_LARGEST_SIDE, _SMALLEST_SIDE = 60 * POINTS, POINTS
_PRODUCER = "Closet"
_BARS_DPI = 216.0


@dataclass(frozen=True, slots=True)
class CutPage:
    """What of a page becomes one of 4 × 6, and turned by how many quarters.

    `found` is False when no label was seen on it, and all of it is made smaller.
    """

    page: int
    block: Block
    quarters: int
    found: bool


def require_label_pdf(data: bytes) -> int:
    """How many pages a PDF has that can be kept as a label.

    Raises InvalidValueError, by sentence, for one that is encrypted, empty, too long, too large
    a page, or that cannot be drawn.
    """
    with _faults_told():
        data, reader = _opened(data)
        pages = reader.pages
        count = len(pages)
        if not count:
            raise InvalidValueError("This PDF has no page.", field="label")
        if count > MOST_PAGES:
            raise InvalidValueError(
                f"This PDF has {count:,} pages, and labels have at most {MOST_PAGES}.",
                field="label",
                remedy="Attach the label alone.",
            )
        for at in range(count):
            _require_size(pages[at])
        if not any(cut.block.width for cut in cuts(data)):
            raise InvalidValueError("The pages of this PDF are blank.", field="label")
    return count


def cuts(data: bytes) -> tuple[CutPage, ...]:
    """How each page of a kept PDF is cut; pages that are blank are left out.

    When a label was found on some pages, the others hold words beside it and are left out too.
    """
    with _faults_told():
        data, reader = _opened(data)
        seen = [cut for at in range(len(reader.pages)) for cut in _cut(data, reader, at)]
    found = [cut for cut in seen if cut.found]
    return tuple(found or seen)


def label_pages(data: bytes) -> bytes:
    """The labels of a kept PDF as pages of 4 × 6 inches, upright, and nothing but what is drawn.

    A label that is 4 × 6 stays at its own size, so that its bars keep their width; a larger one
    is made smaller. Raises InvalidValueError as `require_label_pdf`.
    """
    from pypdf import PdfWriter

    with _faults_told():
        (data, reader), writer = _opened(data), PdfWriter()
        for cut in cuts(data):
            _draw(writer, reader.pages[cut.page], cut)
        writer.add_metadata({"/Producer": _PRODUCER, "/Title": "Shipping label"})
        out = io.BytesIO()
        writer.write(out)
    return out.getvalue()


def _cut(data: bytes, reader: PdfReader, at: int) -> Iterator[CutPage]:
    """The labels of a page, or all of it that is inked."""
    page = reader.pages[at]
    require_little_work(page)
    gray = _gray(data, at, POINTS)
    inked = ink_box(gray)
    if inked is None:
        return
    labels = _labels(data, at, gray)
    for block in labels or (inked,):
        yield CutPage(at, block, _quarters(data, page, at, block), found=bool(labels))


def _labels(data: bytes, at: int, gray: Gray) -> tuple[Block, ...]:
    """A page of 4 × 6 is one; of several on a page those with bars, else the likeliest one."""
    tall, wide = gray.shape
    short, long = sorted((wide, tall))
    if abs(short - WIDTH) <= _NEAR and abs(long - HEIGHT) <= _NEAR:
        return (Block(0, 0, wide, tall),)
    found = find_labels(gray)
    if len(found) <= 1:
        return found
    bars = _bars(data, at)
    barred = tuple(block for block in found if any(block.holds(*bar) for bar in bars))
    return barred or (likeliest(found),)


def _bars(data: bytes, at: int) -> list[tuple[float, float]]:
    """Where the middle of each barcode of a page lies, in points from the upper left."""
    import zxingcpp

    shrunk = POINTS / _BARS_DPI
    corners = [
        (code.position.top_left, code.position.bottom_right)
        for code in zxingcpp.read_barcodes(_gray(data, at, _BARS_DPI), try_invert=False)
    ]
    return [((a.x + b.x) / 2 * shrunk, (a.y + b.y) / 2 * shrunk) for a, b in corners]


def _gray(data: bytes, at: int, dpi: float) -> Gray:
    pixels = render_page(data, at, dpi=dpi)
    rgba = np.frombuffer(pixels.rgba, np.uint8).reshape(pixels.height, pixels.width, 4)
    darkest: Gray = np.minimum(np.minimum(rgba[..., 0], rgba[..., 1]), rgba[..., 2])
    return darkest


def _quarters(data: bytes, page: PageObject, at: int, block: Block) -> int:
    """Quarter turns clockwise that make the block stand upright, its words if it has any."""
    shown = as_shown(page)
    _, tall = shown_size(page)
    votes: Counter[int] = Counter()
    for x, y, angle in page_letters(data, at):
        across, up = point_at(shown, x, y)
        if block.holds(across, tall - up):
            votes[-(round(angle / (math.pi / 2)) + rotation_of(page) // 90) % 4] += 1
    usual = votes.most_common(1)[0][0] if votes else None
    if usual is not None and (usual % 2 == 1) == block.is_sideways:
        return usual
    return int(block.is_sideways)


def _draw(writer: PdfWriter, page: PageObject, cut: CutPage) -> None:
    """A new page that shows the block of `page` through its own outline and nothing else."""
    from pypdf.generic import (
        ArrayObject,
        DecodedStreamObject,
        DictionaryObject,
        FloatObject,
        NameObject,
    )

    shown = DecodedStreamObject()
    contents = page.get_contents()
    shown.set_data(contents.get_data() if contents is not None else b"")
    resources = page.get("/Resources", DictionaryObject()).get_object()
    shown.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(FloatObject(each) for each in _outline(page, cut)),
            NameObject("/Resources"): resources.clone(writer),
        }
    )
    form = writer._add_object(shown.flate_encode())  # noqa: SLF001 - pypdf has no other way
    made = writer.add_blank_page(WIDTH, HEIGHT)
    names = DictionaryObject({NameObject("/Label"): form})
    made[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): names})
    placed = DecodedStreamObject()
    numbers = " ".join(f"{each:.5f}" for each in _placing(page, cut))
    placed.set_data(f"q {numbers} cm /Label Do Q".encode())
    made[NameObject("/Contents")] = writer._add_object(placed)  # noqa: SLF001 - as above


def _placing(page: PageObject, cut: CutPage) -> Matrix:
    """From the page's own space to 4 × 6: as it is shown, cut out, turned, made to fit."""
    block, (_, tall) = cut.block, shown_size(page)
    to_corner: Matrix = (1, 0, 0, 1, -block.left, -(tall - block.top - block.height))
    turn = turned(cut.quarters, block.width, block.height)
    sides = (block.width, block.height)
    wide, high = sides[::-1] if cut.quarters % 2 else sides
    scale = min(1.0, WIDTH / wide, HEIGHT / high)
    middle = ((WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2)
    return joined(as_shown(page), to_corner, turn, (scale, 0, 0, scale, *middle))


def _outline(page: PageObject, cut: CutPage) -> tuple[float, float, float, float]:
    """The block in the page's own space: left, bottom, right, top."""
    block, (_, tall) = cut.block, shown_size(page)
    back = inverse(as_shown(page))
    low = tall - block.top - block.height
    one = point_at(back, block.left, low)
    other = point_at(back, block.left + block.width, low + block.height)
    (left, right), (bottom, top) = (sorted(pair) for pair in zip(one, other, strict=True))
    return left, bottom, right, top


def _require_size(page: PageObject) -> None:
    if not all(_SMALLEST_SIDE <= side <= _LARGEST_SIDE for side in shown_size(page)):
        raise InvalidValueError("A page of this PDF has no size to print.", field="label")


def _opened(data: bytes) -> tuple[bytes, PdfReader]:
    """The file without the locks that some marketplaces put on theirs, and its reader."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if not reader.is_encrypted:
        return data, reader
    try:
        data = unlocked(data)
    except PdfiumError as asked:
        raise InvalidValueError(
            "This PDF is locked with a password.",
            field="label",
            remedy="Save it without a password, or download the label again.",
        ) from asked
    return data, PdfReader(io.BytesIO(data))


@contextmanager
def _faults_told() -> Iterator[None]:
    """A broken or hostile file fails in many ways; each of them is a file that cannot be used."""
    from pypdf.errors import PyPdfError

    try:
        yield
    except InvalidValueError:
        raise
    except (
        PyPdfError, PdfiumError, ValueError, TypeError, KeyError, IndexError, AttributeError,
        AssertionError, ArithmeticError, RecursionError, MemoryError, NotImplementedError, OSError,
    ) as error:  # fmt: skip
        raise InvalidValueError(
            "This PDF is damaged and cannot be printed.",
            field="label",
            remedy="Download the label again.",
        ) from error
