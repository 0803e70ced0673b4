"""Marketplace labels: hostile files are refused by sentence, real ones cut to 4 × 6."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from closet_app.errors import InvalidValueError
from closet_app.printing.label_image import image_label_page, require_label_image
from closet_app.printing.label_pdf import HEIGHT, WIDTH, cuts, label_pages, require_label_pdf
from closet_app.printing.preview import page_size, render_page
from tests.printing.label_drawings import (
    BARCODE,
    LAYOUTS,
    NAME,
    Draw,
    barred,
    label,
    page,
    placed,
    words,
)

Gray = np.ndarray[Any, np.dtype[np.uint8]]


def dark(part: Gray) -> bool:
    """Whether a part of a page is black rather than white."""
    return float(part.mean()) < 128


def gray(pdf: bytes, dpi: float = 72, at: int = 0) -> Gray:
    """A page in shades of gray."""
    shown = render_page(pdf, at, dpi=dpi)
    return np.frombuffer(shown.rgba, np.uint8).reshape(shown.height, shown.width, 4)[:, :, 0]


def pages(*drawn: Draw, size: tuple[float, float] = LETTER) -> bytes:
    """A PDF of several pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for draw in drawn:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_label_comes_out_upright_on_four_by_six(layout: str) -> None:
    made = label_pages(LAYOUTS[layout])
    assert page_size(made, 0) == (WIDTH, HEIGHT)
    assert len(PdfReader(io.BytesIO(made)).pages) == 1
    assert [cut.found for cut in cuts(LAYOUTS[layout])] == [True]
    shown = gray(made)
    assert dark(shown[24:50, 24:50]), "the black corner stands at the upper left"
    assert not dark(shown[-60:-34, -50:-24])
    text = PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert NAME in text
    assert BARCODE in text


@pytest.mark.parametrize("layout", [each for each in LAYOUTS if each != "half a sheet"])
def test_a_label_of_four_by_six_keeps_its_size(layout: str) -> None:
    shown = gray(label_pages(LAYOUTS[layout]), dpi=144)
    bars = np.flatnonzero((shown[600:640] < 128).mean(axis=0) > 0.9)
    inside = bars[(bars > 20) & (bars < 556)]
    assert abs((inside[-1] - inside[0]) / 2 - 229) <= 4


def test_pages_beside_the_label_are_left_out() -> None:
    told = pages(placed(7.25, 6.2, 90), partial(words, top=9))
    assert [cut.page for cut in cuts(told)] == [0]
    assert len(PdfReader(io.BytesIO(label_pages(told))).pages) == 1


def test_a_page_without_a_label_is_made_smaller_as_a_whole() -> None:
    told = page(lambda canvas: canvas.drawString(72, 700, "x") or canvas.drawString(500, 90, "y"))
    (cut,) = cuts(told)
    assert not cut.found
    text = PdfReader(io.BytesIO(label_pages(told))).pages[0].extract_text()
    assert {"x", "y"} <= set(text.split())


def test_a_receipt_below_the_label_is_not_printed() -> None:
    def both(canvas: Canvas) -> None:
        placed(7.25, 6.2, 90)(canvas)
        canvas.rect(90, 60, 420, 280)
        words(canvas, 4.4, 10, left=1.4)

    text = PdfReader(io.BytesIO(label_pages(page(both)))).pages[0]
    assert text["/Resources"]["/XObject"]["/Label"]["/BBox"][1] > 400  # type: ignore[index]  # a dictionary


def on_one_page(*drawn: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for each in drawn:
            each(canvas)

    return draw


@pytest.mark.parametrize(
    "two",
    [
        page(on_one_page(barred(7.25, 6.2, 90), barred(7.25, 0.6, 90))),
        page(on_one_page(barred(8.2, 5.7, 90, 1.2), barred(8.2, 0.2, 90, 1.2))),
        page(on_one_page(barred(0.5, 1), barred(6, 1)), (11 * 72, 8.5 * 72)),
    ],
    ids=["one below the other", "on half sheets", "side by side"],
)
def test_each_label_of_a_page_is_printed(two: bytes) -> None:
    made = PdfReader(io.BytesIO(label_pages(two)))
    assert [cut.found for cut in cuts(two)] == [True, True]
    assert len(made.pages) == 2
    assert all(dark(gray(label_pages(two), at=at)[24:50, 24:50]) for at in (0, 1))


def test_a_slip_above_the_label_is_not_taken_for_it() -> None:
    def slip(canvas: Canvas) -> None:
        canvas.rect(80, 440, 450, 310)
        words(canvas, 10, 14, left=1.4)

    (cut,) = cuts(page(on_one_page(slip, barred(7.25, 0.6, 90))))
    assert cut.found
    assert cut.block.top > 400


@pytest.mark.parametrize("tall", [6.75, 8])
def test_the_tab_of_a_roll_does_not_make_the_label_smaller(tall: float) -> None:
    told = page(
        on_one_page(placed(0, tall - 6), partial(words, top=tall - 6.3, count=2, left=0.3)),
        (4 * 72, tall * 72),
    )
    (cut,) = cuts(told)
    assert cut.found
    assert (cut.block.width, cut.block.height) == (288, 432)


def test_a_frame_larger_than_the_sheet_shows_no_more_than_the_sheet() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(LAYOUTS["upper left of Letter"])))
    writer.pages[0][NameObject("/CropBox")] = RectangleObject((-50, -50, 700, 900))
    out = io.BytesIO()
    writer.write(out)
    assert dark(gray(label_pages(out.getvalue()))[24:50, 24:50])


def scanned(pdf: bytes, paper: int = 255) -> Image.Image:
    """A page as a scanner sees it, on paper so light."""
    shown = gray(pdf, dpi=150).astype(np.float32) * paper / 255
    noise = np.random.default_rng(7).normal(0, 4, shown.shape)
    return Image.fromarray((shown + noise).clip(0, 255).astype(np.uint8))


def test_a_label_is_seen_on_paper_that_was_scanned_gray() -> None:
    picture = ImageReader(scanned(LAYOUTS["upper half of Letter, sideways"], paper=235))
    (cut,) = cuts(page(lambda canvas: canvas.drawImage(picture, 0, 0, *LETTER)))
    assert cut.found
    assert (cut.block.width, cut.block.height) == pytest.approx((432, 289), abs=3)


def test_a_picture_of_a_whole_sheet_is_cut_as_the_sheet_is() -> None:
    out = io.BytesIO()
    scanned(LAYOUTS["upper half of Letter, sideways"]).save(out, "PNG")
    assert dark(gray(image_label_page(out.getvalue()))[26:48, 26:48])


def test_a_file_that_opens_without_a_password_is_printed_whatever_its_locks() -> None:
    made = label_pages(encrypted(""))
    assert dark(gray(made)[24:50, 24:50])
    assert NAME in PdfReader(io.BytesIO(made)).pages[0].extract_text()


def test_the_same_label_gives_the_same_bytes() -> None:
    layout = LAYOUTS["half a sheet"]
    assert label_pages(layout) == label_pages(layout)


def test_nothing_but_the_drawing_is_carried_over() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(LAYOUTS["4 × 6"])))
    action = DictionaryObject({NameObject("/S"): NameObject("/JavaScript")})
    action[NameObject("/JS")] = TextStringObject("app.alert('hello')")
    writer.root_object[NameObject("/OpenAction")] = action
    writer.add_attachment("secret.txt", b"secret")
    writer.add_metadata({"/Author": "Renata Okafor"})
    out = io.BytesIO()
    writer.write(out)
    made = label_pages(out.getvalue())
    assert all(word not in made for word in (b"alert", b"secret", b"Renata Okafor", b"/OpenAction"))


def encrypted(password: str) -> bytes:
    """Locked with a password; an empty one opens it, and copying is forbidden."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(LAYOUTS["4 × 6"])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def endless() -> bytes:
    """A page tree whose root is its own child."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(LAYOUTS["4 × 6"])))
    tree = writer.root_object["/Pages"].get_object()
    kids = tree["/Kids"]  # type: ignore[index]  # a dictionary
    kids.append(writer.root_object.raw_get("/Pages"))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    """Three hundred megabytes of spaces, packed."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(300)) + packer.flush()
    writer = PdfWriter()
    made = writer.add_blank_page(WIDTH, HEIGHT)
    stream = DecodedStreamObject()
    stream._data = packed  # noqa: SLF001 - as a hostile file has it
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    made[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def laughs(levels: int, kind: str = "form") -> bytes:
    """A form that draws ten forms that draw ten forms; or a picture that claims to be immense."""
    writer = PdfWriter()
    made = writer.add_blank_page(WIDTH, HEIGHT)

    def form(data: bytes, child: Any = None) -> Any:  # noqa: ANN401 - PDF objects
        stream = DecodedStreamObject()
        stream.set_data(data)
        stream[NameObject("/Type")] = NameObject("/XObject")
        stream[NameObject("/Subtype")] = NameObject("/Form")
        stream[NameObject("/BBox")] = ArrayObject(NumberObject(each) for each in (0, 0, 288, 432))
        if child is not None:
            stream[NameObject("/Resources")] = holding(child)
        return writer._add_object(stream)  # noqa: SLF001 - as a hostile file has it

    def holding(child: Any) -> DictionaryObject:  # noqa: ANN401 - as above
        named = DictionaryObject({NameObject("/A"): child})
        return DictionaryObject({NameObject("/XObject"): named})

    if kind == "form":
        drawn = form(b"0 0 10 10 re f")
        for _ in range(levels):
            drawn = form(b"/#41 Do % /B\n" * 10, drawn)
    else:
        drawn = form(b"")
        image = drawn.get_object()
        image[NameObject("/Subtype")] = NameObject("/Image")
        image[NameObject("/Width")] = image[NameObject("/Height")] = NumberObject(10**6)
    made[NameObject("/Resources")] = holding(drawn)
    contents = DecodedStreamObject()
    contents.set_data(b"/A Do")
    made[NameObject("/Contents")] = writer._add_object(contents)  # noqa: SLF001 - as above
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def sized(wide: float, tall: float) -> bytes:
    """One page of this size with something on it."""
    return page(lambda canvas: canvas.rect(1, 1, 9, 9), (wide, tall))


def huge_count() -> bytes:
    """Claims a billion pages."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(LAYOUTS["4 × 6"])))
    tree = writer.root_object["/Pages"].get_object()
    assert isinstance(tree, DictionaryObject)
    tree[NameObject("/Count")] = NumberObject(10**9)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


NO_PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>"
REFUSED = {
    "locked": (encrypted("secret"), "locked with a password"),
    "no page": (NO_PAGE, "."),
    "blank": (pages(lambda _: None), "blank"),
    "51 pages": (pages(*[label] * 51), "has 51 pages"),
    "no PDF": (b"%PDF-1.7 and then nothing", "damaged"),
    "cut short": (LAYOUTS["4 × 6"][:300], "damaged"),
    "giant": (sized(20_000, 20_000), "no size"),
    "speck": (sized(10, 10), "no size"),
    "bomb": (bomb(), "."),
    "ten thousand million forms": (laughs(10), "takes too long to draw"),
    "forms without end": (laughs(40), "takes too long to draw"),
    "immense picture": (laughs(0, "picture"), "takes too long to draw"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_printed_is_refused_by_sentence(kind: str) -> None:
    data, said = REFUSED[kind]
    with pytest.raises(InvalidValueError, match=said):
        require_label_pdf(data)


def outcome(data: bytes) -> str:
    """What became of a file; anything but these two is an error of ours."""
    try:
        require_label_pdf(data)
        made = label_pages(data)
    except InvalidValueError:
        return "refused"
    return "printed" if page_size(made, 0) == (WIDTH, HEIGHT) else "spoiled"


def test_forms_in_forms_of_a_real_label_are_no_trouble() -> None:
    assert outcome(laughs(3)) == "printed"


@pytest.mark.parametrize("made", [endless, huge_count])
def test_a_tree_of_pages_that_lies_never_hangs(made: Callable[[], bytes]) -> None:
    data = made()
    assert outcome(data) in {"printed", "refused"}


@pytest.mark.parametrize("at", range(0, 1_600, 100))
def test_a_file_with_a_damaged_place_is_printed_or_refused(at: int) -> None:
    data = bytearray(LAYOUTS["upper left of Letter"])
    data[at : at + 12] = b"\xff<<[/(\x00R 9 "
    assert outcome(bytes(data)) in {"printed", "refused"}


def picture(kind: str, size: tuple[int, int], mode: str = "L") -> bytes:
    """A picture with a dark upper left corner."""
    image = Image.new(mode, size, "white")
    image.paste(0, (0, 0, size[0] // 4, size[1] // 4))
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def test_a_picture_of_a_label_fills_four_by_six() -> None:
    upright = picture("PNG", (800, 1200))
    assert require_label_image(upright) == "png"
    made = image_label_page(upright)
    assert page_size(made, 0) == (WIDTH, HEIGHT)
    shown = gray(made)
    assert dark(shown[8:12, 8:12])
    assert not dark(shown[8:12, -12:-8])
    sideways = picture("JPEG", (1200, 800))
    assert require_label_image(sideways) == "jpg"
    turned = gray(image_label_page(sideways))
    assert dark(turned[8:12, -12:-8])
    assert not dark(turned[8:12, 8:12])
    assert image_label_page(upright) == made


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", picture("PNG", (8, 8))[:60], b"\xff\xd8\xff"]
)
def test_a_broken_picture_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidValueError, match="damaged"):
        require_label_image(data)
