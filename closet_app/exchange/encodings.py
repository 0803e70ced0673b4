"""Which encoding a text file is written in; UTF-8 is assumed until it cannot be."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

CHUNK = 1 << 20
SAMPLE_BYTES = 256 * 1024
SURELY_WESTERN = 0.75
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SOME_ASCII = 0.2
ASCII_TEXT = frozenset(map(chr, range(32, 127))) | frozenset("\t\r\n")
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
WORLD = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "mac_roman",
    "cp932", "euc_jp", "cp949", "big5", "gb18030", "cp874",
]  # fmt: skip
WESTERN = ("cp1252", "mac_roman")
USUAL_WESTERN = frozenset(
    "àáâäåæçèéêëìíîïñòóôöøœùúûüýßÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØŒÚÛÜ’‘“”–—…•™®©°€£¢½¼¾«»¿¡\xa0"
)
MOST_USUAL = frozenset("àáâäåæçèéêëìíîïñòóôöøœùúûüß’“”–—€£°½")
BAD_BYTE = re.compile("[\udc80-\udcff\ufffd]")
_HIGH = re.compile(rb"[\x80-\xff]")
_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_ESCAPED = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec name, and whether some bytes of the file do not fit it."""

    name: str
    bad_bytes: bool = False

    @property
    def errors(self) -> str:
        """The handler that leaves a mark of `BAD_BYTE` in the text instead of stopping."""
        return "replace" if self.name.startswith(("utf-16", "utf-32")) else "surrogateescape"


def encoding_of(path: Path) -> Encoding:
    """How `path` is encoded, by mark, by zero bytes, by being UTF-8, else by its letters."""
    with path.open("rb") as file:
        head = file.read(SAMPLE_BYTES)
    for mark, name in MARKS:
        if head.startswith(mark):
            return checked(path, name)
    wide = _wide(head)
    if wide:
        return checked(path, wide)
    good, bad = _utf8_count(path)
    if bad == 0:
        return Encoding("utf-8")
    # Text in another encoding is almost never UTF-8 by chance (Korean: one letter in eleven).
    if good * 4 > bad:
        return Encoding("utf-8", bad_bytes=True)
    return checked(path, _by_letters(path))


def checked(path: Path, name: str) -> Encoding:
    """`name`, with the knowledge whether every byte of `path` fits it."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeError:
        return Encoding(name, bad_bytes=True)
    return Encoding(name)


def _wide(head: bytes) -> str:
    """The UTF-16 or UTF-32 form whose zero bytes a text without a mark would show."""
    if b"\0" not in head[:4096]:
        return ""
    start = head[: len(head[:4096]) // 4 * 4]
    likeliest = max(WIDE, key=lambda name: _ascii_share(start, name))
    return likeliest if _ascii_share(start, likeliest) > SOME_ASCII else ""


def _ascii_share(start: bytes, name: str) -> float:
    text = start.decode(name, "replace")
    return sum(char in ASCII_TEXT for char in text) / max(len(text), 1)


def _utf8_count(path: Path) -> tuple[int, int]:
    """How many letters beyond ASCII are right UTF-8, and how many bytes are not."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    good = bad = 0
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK)
            text = decoder.decode(chunk, final=not chunk)
            if not text.isascii():
                good += len(_BEYOND_ASCII.findall(text))
                bad += len(_ESCAPED.findall(text))
            if not chunk:
                return good, bad


def _by_letters(path: Path) -> str:
    sample = _lines_beyond_ascii(path)
    western = max(WESTERN, key=lambda name: _western_share(sample, name, MOST_USUAL))
    # Accents stand alone between plain letters; Cyrillic and East Asian bytes stand in rows.
    alone = len(_ALONE.findall(sample)) * 2 > len(_HIGH.findall(sample))
    if alone and _western_share(sample, western, USUAL_WESTERN) > SURELY_WESTERN:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=WORLD).best()
    return best.encoding if best else western


def _western_share(sample: bytes, name: str, usual: frozenset[str]) -> float:
    """Of the letters beyond ASCII, the share that is `usual`."""
    beyond = [char for char in sample.decode(name, "replace") if not char.isascii()]
    return sum(char in usual for char in beyond) / max(len(beyond), 1)


def _lines_beyond_ascii(path: Path) -> bytes:
    kept: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        for line in iter(lambda: file.readline(CHUNK), b""):
            if not line.isascii():
                kept.append(line)
                size += len(line)
            if size > SAMPLE_BYTES:
                break
    return b"".join(kept)
