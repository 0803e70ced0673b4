"""The words printed on pieces, one table a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from closet_app import paths

_FIRST_LANGUAGE = "en"


class RemarkKind(StrEnum):
    """What a run tells the seller about a piece that could not be printed as meant."""

    MISSING_LETTER = "missing_letter"
    MISSING_LETTERS = "missing_letters"
    MISSING_PHOTO = "missing_photo"
    MISSING_LOGO = "missing_logo"
    CODE_TOO_LONG = "code_too_long"
    ADDRESS_CUT = "address_cut"
    TEXT_CUT = "text_cut"


@dataclass(frozen=True, slots=True)
class Remark:
    """One such thing: `subject` is the order or item number, `sentence` is ready to show."""

    kind: RemarkKind
    subject: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's words; what it lacks is said in English."""

    words: dict[str, str]
    remarks: dict[str, str]

    def say(self, key: str, **facts: object) -> str:
        """The phrase with its facts filled in."""
        return _filled(self.words[key], facts)

    def remark(self, kind: RemarkKind, subject: str, detail: str = "") -> Remark:
        """The remark in this language."""
        facts = {"subject": subject, "detail": detail}
        return Remark(kind, subject, _filled(self.remarks[kind], facts))


@cache
def load_phrases(language: str = _FIRST_LANGUAGE) -> Phrases:
    """The words of a language such as “en”."""
    base = _table(_FIRST_LANGUAGE)
    own = base if language == _FIRST_LANGUAGE else _table(language)
    return Phrases(
        {**base["words"], **own.get("words", {})}, {**base["remarks"], **own.get("remarks", {})}
    )


@cache
def languages() -> tuple[str, ...]:
    """The languages pieces can be printed in."""
    return tuple(sorted(path.stem for path in (paths.resources() / "print").glob("??.toml")))


def phrases_for(language: str, otherwise: Phrases) -> Phrases:
    """The words of a language or locale such as “de” or “de-AT”, else the others."""
    short = language.replace("_", "-").partition("-")[0].lower()
    return load_phrases(short) if short in languages() else otherwise


def _table(language: str) -> dict[str, dict[str, str]]:
    path = paths.resources() / "print" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _filled(template: str, facts: Mapping[str, object]) -> str:
    """Only the template's own braces are filled, so a name with braces stays as typed."""
    parts = template.split("{")
    return parts[0] + "".join(
        str(facts.get(name, "")) + rest
        for name, _, rest in (part.partition("}") for part in parts[1:])
    )
