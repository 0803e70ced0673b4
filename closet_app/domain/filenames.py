"""File names made of any text, valid on Windows, macOS and Linux alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 120
"""Bytes of UTF-8 in a name; file systems take 255, folders above it and suffixes need room."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_SPACES = re.compile(r"\s+")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*", re.IGNORECASE
)
_JOINERS = "\u200c\u200d"
_OUTSIDE = " ._-~" + _JOINERS


def safe_name(text: str, *, fallback: str = "untitled", longest: int = LONGEST) -> str:
    """Turn `text` into one path component of at most `longest` UTF-8 bytes, NFC.

    Separators and signs that Windows forbids become hyphens; control and direction signs go.
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFC", text) if _is_kept(sign))
    joined = _SPACES.sub(" ", _FORBIDDEN.sub("-", plain)).strip(_OUTSIDE)
    cut = _shorten(joined, longest - 1).rstrip(_OUTSIDE)
    name = _off_reserved(cut)
    return name or fallback


def unique_name(name: str, taken: Collection[str], *, suffix: str = "") -> str:
    """`name` + `suffix`, numbered when `taken` (folded by `fold_name`) has it already."""
    candidate, count = name + suffix, 1
    while fold_name(candidate) in taken:
        count += 1
        candidate = f"{name} ({count}){suffix}"
    return candidate


def fold_name(name: str) -> str:
    """The form in which two names are one file on a case-insensitive disk."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _is_kept(sign: str) -> bool:
    category = unicodedata.category(sign)
    return sign in _JOINERS or sign.isspace() or category not in {"Cc", "Cf", "Cs", "Cn", "Co"}


def _shorten(text: str, longest: int) -> str:
    if len(text.encode()) <= longest:
        return text
    cut = text.encode()[:longest].decode(errors="ignore")
    whole = len(cut)
    while whole and _continues(text[whole]):
        whole -= 1
    return cut[:whole] or cut


def _continues(sign: str) -> bool:
    return unicodedata.combining(sign) > 0 or sign in _JOINERS or "\ufe00" <= sign <= "\ufe0f"


def _off_reserved(name: str) -> str:
    stem, dot, rest = name.partition(".")
    return f"{stem}_{dot}{rest}" if _RESERVED.fullmatch(stem) else name
