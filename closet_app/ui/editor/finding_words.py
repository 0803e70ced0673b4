"""What photos show, in words: shortcomings with the one thing to do about each, and shots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from closet_app.services.records import Fault, Shot
from closet_app.ui.words import mark, say, say_many


@dataclass(frozen=True, slots=True)
class FaultWords:
    """A shortcoming: short on the photo, as a sentence below, and what can be done (`act`)."""

    short: str
    sentence: str
    icon: str
    act: str
    verb: str


LEAVE_OUT, BRIGHTEN, FRAME, CUT_OUT = "leave_out", "brighten", "frame", "cut_out"

FAULTS = {
    Fault.BLURRY: FaultWords(
        mark("Blurry"), mark("Photo {number} looks blurry"),
        "triangle-alert", LEAVE_OUT, mark("Leave out"),
    ),
    Fault.TOO_DARK: FaultWords(
        mark("Too dark"), mark("Photo {number} is too dark"),
        "sun", BRIGHTEN, mark("Brighten…"),
    ),
    Fault.TOO_BRIGHT: FaultWords(
        mark("Too bright"), mark("Photo {number} is too bright"),
        "sun", BRIGHTEN, mark("Darken…"),
    ),
    Fault.TOO_SMALL: FaultWords(
        mark("Too small"), mark("Photo {number} is too small to list"),
        "triangle-alert", LEAVE_OUT, mark("Leave out"),
    ),
    Fault.TILTED: FaultWords(
        mark("Tilted"), mark("Photo {number} looks tilted"),
        "rotate-cw", FRAME, mark("Straighten…"),
    ),
    Fault.CLUTTERED: FaultWords(
        mark("Busy background"), mark("Photo {number} has a busy background"),
        "image", CUT_OUT, mark("Cut out…"),
    ),
}  # fmt: skip

_SHOTS: Mapping[str, str] = {
    Shot.FRONT: mark("front"),
    Shot.BACK: mark("back"),
    "sole": mark("the sole"),
    Shot.TAG: mark("tag"),
    Shot.DETAIL: mark("a detail"),
    Shot.FLAW: mark("the flaw"),
}


def say_covered(shots: Sequence[str]) -> str:
    """“Front, back, tag and a detail are covered”, “Front is covered”."""
    names = _listed(shots, say("and"))
    return say_many("{shots} is covered", "{shots} are covered", len(shots), shots=names)


def say_missing(shots: Sequence[str]) -> str:
    """“Missing: back and tag”."""
    names = _listed(shots, say("and"))
    return say("Missing: {shots}", shots=names[:1].lower() + names[1:])


def _listed(shots: Sequence[str], word: str) -> str:
    names = [say(_SHOTS[shot]) for shot in shots]
    words = f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)
    return words[:1].upper() + words[1:]
