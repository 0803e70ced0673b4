"""Pieces to print, and what a page shows: ink, words and codes."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdf
import zxingcpp
from numpy.typing import NDArray
from PIL import Image

from closet_app.printing.preview import Pixels, render_page
from closet_app.printing.values import (
    AddressLabel,
    Card,
    CardBack,
    CardPiece,
    ItemLabel,
    Party,
    Shop,
    Slip,
    SlipLine,
    TotalRow,
)

SHOP = Shop(
    name="Juniper Lane",
    tagline="pre-loved clothes, packed by hand",
    address=("PO Box 88", "Millbrook, WA 98000"),
    signature="thank you! Maya",
    promise="Not quite right? Write me first.",
    note="Message juniper.lane on eBay within 14 days and I will make it good.",
    link="https://juniper.example/new",
)
RENATA = Party("Renata Okafor", ("221 Alder Court, Apt 3", "Riverbend, OR 97000"))
NAMES = {
    "Korean": "김서연",
    "Japanese": "佐藤 さくら",
    "Chinese": "王小明",
    "Arabic": "ليلى الحسن",
    "Hebrew": "נועה לוי",
    "Thai": "สุภาพร ใจดี",
    "Hindi": "प्रिया शर्मा",
    "Emoji": "Mia 🌸 👩‍👩‍👧 👍🏽",
    "Accents": "Zoë Łucja Šimić Đặng",
    "Cyrillic": "Олена Ковальчук",
    "Greek": "Ελένη Παπαδοπούλου",
}
MORE_NAMES = {
    "Bengali": "অনন্যা চক্রবর্তী",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Gujarati": "ભાર્ગવી પટેલ",
    "Tamil": "தமிழ்ச்செல்வி",
    "Telugu": "శ్రీలక్ష్మి",
    "Kannada": "ಲಕ್ಷ್ಮಿ",
    "Malayalam": "ശ്രീക്കുട്ടി",
    "Sinhala": "ක්‍ෂමා",
    "Lao": "ສົມສັກ",
    "Burmese": "မောင်မောင်",
    "Khmer": "សុខ ស្រី",
    "Georgian": "ნინო ბერიძე",
    "Armenian": "Արամ Խաչատրյան",
    "Amharic": "አበበ ቢቂላ",
    "Traditional": "陳怡君 龔瀅",
    "Fancy": "\U0001d4e1\U0001d4ee\U0001d4f7\U0001d4ea\U0001d4fd\U0001d4ea Ⓡ ｱｲ",
}
"""Names in scripts that have no place on the golden pages."""
NOTE = (
    "thank you for giving these three a second life! The shirt danced at two weddings. "
    "I hope it finds a third with you."
)


def photo(
    folder: Path, name: str = "shirt.jpg", color: tuple[int, int, int] = (140, 47, 75)
) -> Path:
    """A small JPEG of one colour."""
    path = folder / name
    Image.new("RGB", (300, 400), color).save(path)
    return path


def slip_line(number: int = 1, picture: Path | None = None) -> SlipLine:
    return SlipLine(f"{number}. Satin shirt", "Zara, size S", f"${20 + number}.00", picture)


def slip(*, lines: int = 3, buyer: Party = RENATA, shop: Shop = SHOP, gift: bool = False) -> Slip:
    return Slip(
        order="1047",
        heading="Order 1047 on eBay, Nov 20, 2025",
        shop=shop,
        buyer=buyer,
        lines=tuple(slip_line(number) for number in range(1, lines + 1)),
        totals=(TotalRow("Items", "$94.00"), TotalRow("Shipping", "$6.50")),
        paid="$91.10",
        care="Shirt: wash cool inside out, hang to dry.",
        gift=gift,
    )


def card(note: str = NOTE, *, pieces: int = 3, kept_until: str = "", shop: Shop = SHOP) -> Card:
    names = ("Leather chukka boot", "Chunky rust turtleneck", "Leather baker cap", "Belt")
    back = CardBack(
        tuple(CardPiece(name, "Clarks, US 8", "$54") for name in names[:pieces]),
        "Goes well with your shirt",
        "https://juniper.example/look/1047",
        kept_until,
    )
    return Card(
        shop,
        "Dear Renata,",
        note,
        "Warmly, Maya",
        "Order 1047. Packed on Nov 22 with paper, not plastic.",
        back if pieces else None,
        "1047",
    )


def item_label(sku: str = "JL-0412", code: str = "JL-0412") -> ItemLabel:
    return ItemLabel(sku, "Breton boatneck tee", "Madewell, M", "$34", "B-04", code)


def address_label(receiver: Party = RENATA, code: str = "1047") -> AddressLabel:
    sender = Party(SHOP.name, SHOP.address)
    return AddressLabel(sender, receiver, "1047", code, ("3 pieces, 2 lb 3 oz", "Ship by Mon"))


def words_of(pdf: bytes, page: int = 0) -> str:
    return " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[page].extract_text().split())


def grey(pixels: Pixels) -> NDArray[np.uint8]:
    """The page's lightness, one row a line."""
    rows = np.frombuffer(pixels.rgba, np.uint8).reshape(pixels.height, pixels.width, 4)
    darkest: NDArray[np.uint8] = np.minimum(np.minimum(rows[..., 0], rows[..., 1]), rows[..., 2])
    return darkest


def ink(pdf: bytes, page: int = 0, dpi: float = 100) -> NDArray[np.bool_]:
    """Where the page is not white."""
    return grey(render_page(pdf, page, dpi=dpi)) < 200


def codes_on(pdf: bytes, page: int, dpi: float) -> list[str]:
    """Texts of the QR codes a phone finds on the page."""
    found = zxingcpp.read_barcodes(np.ascontiguousarray(grey(render_page(pdf, page, dpi=dpi))))
    return sorted(code.text for code in found if "QR" in str(code.format))
