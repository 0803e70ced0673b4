"""What a reader takes for one character: a letter with its marks, a family emoji, a conjunct."""

from __future__ import annotations

import unicodedata

_ZWJ = "\u200d"
_VIRAMA = 9
_SPACING_LETTERS = frozenset("\u0e33\u0eb3")
_EMOJI_STYLE = "\ufe0f"


def clusters(text: str) -> list[str]:
    """The text cut where no reader would object (after Unicode annex 29)."""
    found: list[str] = []
    for char in text:
        if found and _joins(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def is_emoji_like(cluster: str) -> bool:
    """Whether the cluster asks for the emoji font: styled, joined, toned or pictographic."""
    first = ord(cluster[0])
    return _EMOJI_STYLE in cluster or first >= 0x1F000 or (_ZWJ in cluster and first >= 0x2190)


def _joins(before: str, char: str) -> bool:
    code, last = ord(char), before[-1]
    if code < 0x300 or last == " " or char == " ":
        return False
    if unicodedata.category(char)[0] == "M" or char in _SPACING_LETTERS:
        return True
    if char in "\u200c\u200d" or 0x1F3FB <= code <= 0x1F3FF:
        return True
    if last == _ZWJ:
        return code >= 0x2190 or unicodedata.combining(before[-2:][0]) == _VIRAMA
    if unicodedata.combining(last) == _VIRAMA:
        return unicodedata.category(char) == "Lo"
    return _joins_flag(before, code) or _joins_syllable(ord(last), code)


def _joins_flag(before: str, code: int) -> bool:
    return len(before) == 1 and _is_flag_letter(ord(before)) and _is_flag_letter(code)


def _is_flag_letter(code: int) -> bool:
    return 0x1F1E6 <= code <= 0x1F1FF


def _joins_syllable(last: int, code: int) -> bool:
    starts = 0x1100 <= last <= 0x11FF or 0xA960 <= last <= 0xA97C or 0xAC00 <= last <= 0xD7FB
    return starts and (0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FB)
