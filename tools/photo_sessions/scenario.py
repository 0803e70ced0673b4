"""How a session goes: which pieces, which shots, when, with which phones and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal

import numpy as np

from tools.photo_sessions.garments import Garment
from tools.photo_sessions.library import Shown, variants

START = datetime(2025, 11, 22, 10, 14, 7, tzinfo=timezone(timedelta(hours=-8)))
CAMERAS = {"IMG": "Apple iPhone 13", "PXL": "Google Pixel 7", "DSC": "SONY DSC-RX100"}
Phones = Literal["one", "after", "shared", "apart"]
Clock = Literal["right", "ahead", "reset"]
Times = Literal["exif", "some", "none"]


@dataclass(frozen=True, slots=True)
class Knobs:
    """What kind of session it is.

    `within` and `between` are typical seconds between photos of a piece and between pieces.
    `photos_each` is the usual number for a piece, `steady` that it never varies. Shares: `similar`
    pieces follow one that looks like them, `pauses` interrupt a piece for minutes, `swaps` follow
    without a pause, others after `breaks` of up to hours, `retakes` are blurred, dark or double,
    `tags` have a label photographed, of these `tag_first` before all else
    and `two_tags` with a second one.
    `phones` are one, two `after` each other, two that `shared` each piece, or two people `apart`.
    `clock` of the second phone is hours `ahead`, or the first one's is `reset` in the middle.
    In a `blind` session the net that sees likeness is missing.
    """

    photos: int = 124
    within: float = 7.0
    between: float = 35.0
    spread: float = 0.35
    photos_each: float = 3.5
    steady: bool = False
    similar: float = 0.1
    pauses: float = 0.03
    breaks: float = 0.03
    swaps: float = 0.08
    retakes: float = 0.08
    tags: float = 0.6
    tag_first: float = 0.02
    two_tags: float = 0.1
    common_room: bool = False
    phones: Phones = "one"
    clock: Clock = "right"
    times: Times = "exif"
    names: str = "IMG"
    first_number: int = 2041
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """One photo to be: `taken` is the true time, `clock` what the camera notes, if it does."""

    name: str
    piece: int
    shown: Shown
    taken: datetime
    clock: datetime | None
    camera: str


@dataclass(slots=True)
class _Phone:
    names: str
    number: int
    off: timedelta = timedelta()
    taken: list[tuple[float, int, Shown]] = field(default_factory=list)


class Likes:
    """Which garments look like another, so that the next piece can be one of them."""

    def __init__(self, garments: Sequence[Garment], apart: np.ndarray) -> None:
        self.garments = tuple(garments)
        self._nearest = np.argsort(apart, axis=1)

    def drawn(self, drawn: np.random.Generator, before: Sequence[int], *, similar: bool) -> int:
        """A garment that is not among the last pieces, or one much like the very last."""
        recent = set(before[-12:])
        if similar and before:
            near = [int(one) for one in self._nearest[before[-1]] if int(one) not in recent]
            return near[int(drawn.integers(3))]
        free = [one for one in range(len(self.garments)) if one not in recent]
        return free[int(drawn.integers(len(free)))]


def plan_session(knobs: Knobs, likes: Likes, seed: int) -> list[Planned]:
    """The photos of a session in the order they were truly taken."""
    drawn = np.random.default_rng(seed)
    phones = _phones(knobs)
    room = _room(knobs, likes, drawn)
    piece, left = 0, knobs.photos
    before: list[int] = []
    clocks = [0.0, 0.0]
    while left > 0:
        before.append(likes.drawn(drawn, before, similar=drawn.random() < knobs.similar))
        kinds = _kinds(knobs, drawn)[:left]
        garment = likes.garments[before[-1]]
        seed_of_piece = int(drawn.integers(variants(room)))
        shots = [Shown(garment, room, seed_of_piece, kind) for kind in kinds]
        hand = _hand(knobs, piece, knobs.photos - left, drawn)
        at = 0 if hand < 0 else hand if knobs.phones == "apart" else 0
        clocks[at] = _photograph(knobs, phones, hand, (piece, shots, clocks[at]), drawn)
        left -= len(kinds)
        piece += 1
    return _named(knobs, phones, drawn)


def _phones(knobs: Knobs) -> list[_Phone]:
    second = "DSC" if knobs.times == "none" else "PXL"
    ahead = timedelta(hours=9, minutes=3) if knobs.clock == "ahead" else timedelta()
    return [_Phone(knobs.names, knobs.first_number), _Phone(second, 311, ahead)]


def _room(knobs: Knobs, likes: Likes, drawn: np.random.Generator) -> int | None:
    from tools.photo_sessions.library import ROOMS

    rooms = ROOMS[likes.garments[0].held_out]
    return rooms[int(drawn.integers(1, len(rooms)))] if knobs.common_room else None


def _kinds(knobs: Knobs, drawn: np.random.Generator) -> list[str]:
    """The shots of a piece: a front first, as a rule, then what else there is to show."""
    spread = 0.0 if knobs.steady else 1.3
    count = int(np.clip(round(drawn.normal(knobs.photos_each, spread)), 1, 10))
    others = ["angle", "back", "top", "bottom", "side", "detail", "flaw", "detail", "angle"]
    weights = np.array([3, 3, 2, 2, 1.5, 3, 1, 1, 1])
    chosen = drawn.choice(len(others), len(others), replace=False, p=weights / weights.sum())
    kinds = ["front", *(others[place] for place in chosen)][:count]
    if drawn.random() < 0.06 and count > 1:  # noqa: PLR2004 - some begin with a close-up
        kinds[0], kinds[1] = kinds[1], kinds[0]
    if drawn.random() < knobs.tags and count > 1:
        kinds[-1] = "tag"
        if drawn.random() < knobs.two_tags:
            kinds.append("care")
        elif drawn.random() < knobs.tag_first:
            kinds.insert(0, kinds.pop())
        elif count > 2 and drawn.random() < 0.25:  # noqa: PLR2004 - some put it in the middle
            place = int(drawn.integers(1, count - 1))
            kinds[-1], kinds[place] = kinds[place], kinds[-1]
    return [again for kind in kinds for again in _with_retakes(kind, knobs, drawn)]


def _with_retakes(kind: str, knobs: Knobs, drawn: np.random.Generator) -> list[str]:
    if kind != "front" or drawn.random() >= knobs.retakes * 3:
        return [kind]
    retake = ("blurred", "dark", "again")[int(drawn.integers(3))]
    return [retake, kind] if drawn.random() < 0.5 else [kind, retake]  # noqa: PLR2004 - evenly


def _hand(knobs: Knobs, piece: int, done: int, drawn: np.random.Generator) -> int:
    """Which phone photographs the piece, -1 for both."""
    if knobs.phones == "one":
        return 0
    if knobs.phones == "after":
        return int(done > knobs.photos * 0.55)
    if knobs.phones == "apart":
        return int(drawn.random() < 0.5) if piece > 1 else piece  # noqa: PLR2004 - both begin
    return -1


def _photograph(
    knobs: Knobs,
    phones: Sequence[_Phone],
    hand: int,
    what: tuple[int, Sequence[Shown], float],
    drawn: np.random.Generator,
) -> float:
    """Photograph one piece and return when the last of it was taken, in seconds."""
    piece, shots, now = what
    swap = drawn.random() < knobs.swaps
    pause = knobs.within * 1.2 if swap else knobs.between
    now += _pause(pause, knobs.spread + 0.1, drawn)
    if drawn.random() < knobs.breaks:
        now += float(np.exp(drawn.uniform(np.log(120), np.log(7200))))
    broken = int(drawn.integers(1, len(shots))) if len(shots) > 1 else 0
    interrupted = drawn.random() < knobs.pauses
    for place, shot in enumerate(shots):
        if place:
            now += _pause(knobs.within, knobs.spread, drawn)
            if interrupted and place == broken:
                now += drawn.uniform(60, 300)
        close = shot.kind in ("detail", "flaw", "tag", "care")
        phones[int(close) if hand < 0 else hand].taken.append((now, piece, shot))
    return now


def _pause(typical: float, spread: float, drawn: np.random.Generator) -> float:
    return float(max(1.2, typical * np.exp(drawn.normal(0, spread))))


def _named(knobs: Knobs, phones: Sequence[_Phone], drawn: np.random.Generator) -> list[Planned]:
    photos = [photo for phone in phones for photo in _of_phone(knobs, phone, drawn)]
    photos.sort(key=lambda photo: photo.taken)
    if knobs.clock == "reset":
        photos = _reset(photos)
    return photos


def _of_phone(knobs: Knobs, phone: _Phone, drawn: np.random.Generator) -> list[Planned]:
    number, photos = phone.number, []
    for seconds, piece, shown in phone.taken:
        taken = START + timedelta(milliseconds=round(seconds * 1000))
        clock = taken + phone.off
        lost = {"exif": 0.0, "some": 0.2, "none": 1.0}[knobs.times]
        noted = None if drawn.random() < lost else clock
        name = _name(phone.names, number, clock)
        photos.append(
            Planned(name, piece, shown, taken, noted, CAMERAS[phone.names] if noted else "")
        )
        number = number % 9999 + 1 + int(drawn.random() < 0.04)  # noqa: PLR2004 - some deleted
    return photos


def _name(family: str, number: int, clock: datetime) -> str:
    if family == "PXL":
        return f"PXL_{clock.astimezone(UTC):%Y%m%d_%H%M%S}{clock.microsecond // 1000:03d}.jpg"
    return f"IMG_{number:04d}.JPG" if family == "IMG" else f"DSC{number:05d}.JPG"


def _reset(photos: list[Planned]) -> list[Planned]:
    """The clock falls back to the day the camera was made, in the middle."""
    middle = len(photos) // 2
    back = photos[middle].taken - datetime(2019, 1, 1, tzinfo=START.tzinfo)
    return photos[:middle] + [
        replace(photo, clock=photo.clock - back if photo.clock else None)
        for photo in photos[middle:]
    ]
