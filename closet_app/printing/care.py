"""What a buyer does to keep a fabric well, by the words of its material."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from closet_app import paths
from closet_app.domain.text import fold

_FIRST_LANGUAGE = "en"
_APART = re.compile(r"[\W\d_]+")
_NOT_FABRIC = frozenset({"id", "words", "whole"})


@dataclass(frozen=True, slots=True)
class _Fabric:
    words: tuple[str, ...]
    whole: frozenset[str]
    care: dict[str, str]

    def is_in(self, material: str) -> bool:
        return any(word in material for word in self.words) or not self.whole.isdisjoint(
            _APART.split(material)
        )


def care_of(material: str, language: str = _FIRST_LANGUAGE) -> str:
    """How to care for a material such as “80 % cotton, 20 % wool”; empty when it is not known.

    Of several fabrics the most delicate decides; what a language lacks is said in English.
    """
    known = fold(material)
    for taken, meant in _MISLEADING.items():
        known = known.replace(taken, meant)
    short = language.replace("_", "-").partition("-")[0].lower()
    fabric = next((each for each in _fabrics() if known and each.is_in(known)), None)
    return (fabric.care.get(short) or fabric.care[_FIRST_LANGUAGE]) if fabric else ""


def care_words(pieces: Iterable[tuple[str, str]], language: str = _FIRST_LANGUAGE) -> str:
    """Care for several pieces (name, material) as one text: “Shirt, tee: wash cool. …”."""
    names: dict[str, list[str]] = {}
    for name, material in pieces:
        care = care_of(material, language)
        if care:
            names.setdefault(care, []).append(name)
    return " ".join(f"{', '.join(dict.fromkeys(each))}: {care}." for care, each in names.items())


# Words that hold the name of another fabric.
_MISLEADING = {"baumwoll": "cotton ", "cotton wool": "cotton"}


@cache
def _fabrics() -> tuple[_Fabric, ...]:
    path = paths.resources() / "print" / "care.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        _Fabric(
            words=tuple(map(fold, each["words"])),
            whole=frozenset(map(fold, each.get("whole", ()))),
            care={key: text for key, text in each.items() if key not in _NOT_FABRIC},
        )
        for each in table["fabric"]
    )
