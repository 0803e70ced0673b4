"""What is said of an intake: rows, photos, suggestions, for eyes and for screen readers."""

from __future__ import annotations

from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.services.records import Fault
from closet_app.services.records.intake import (
    IntakeGroup,
    IntakePhoto,
    IntakeView,
    WarningKind,
)
from closet_app.ui.intake.doubts import is_doubtful
from closet_app.ui.intake.field_table import USUAL
from closet_app.ui.words import mark, say, say_many

_ORIGINS = {
    Origin.TAG: mark("{value}, from tag"),
    Origin.PHOTO: mark("{value}, from photo"),
    Origin.BARCODE: mark("{value}, from barcode"),
    Origin.FACTS: mark("{value}"),
    Origin.SIMILAR: mark("{value}, from similar pieces"),
}

FAULTS = {
    Fault.BLURRY: mark("looks blurry"),
    Fault.TOO_DARK: mark("looks too dark"),
    Fault.TOO_BRIGHT: mark("looks too bright"),
    Fault.TOO_SMALL: mark("looks too small"),
    Fault.TILTED: mark("looks tilted"),
    Fault.CLUTTERED: mark("looks cluttered"),
}
BADGES = {
    Fault.BLURRY: mark("Blurry?"),
    Fault.TOO_DARK: mark("Dark?"),
    Fault.TOO_BRIGHT: mark("Bright?"),
    Fault.TOO_SMALL: mark("Small"),
    Fault.TILTED: mark("Tilted?"),
    Fault.CLUTTERED: mark("Busy?"),
}
"""A fault in one word, for the badge on a photo."""


def say_suggestion(suggestion: Suggestion) -> str:
    """A suggested value with where it was read from."""
    return say(_ORIGINS[suggestion.origin], value=suggestion.value)


def say_became(view: IntakeView) -> str:
    """How many photos became how many items."""
    photos = say_many("{count} photo", "{count} photos", view.photo_count)
    items = say_many("{count} item", "{count} items", len(view.groups))
    return say("{photos} became {items}", photos=photos, items=items)


def say_ready(view: IntakeView) -> str:
    """How many of the items are ready."""
    return say("{done} of {total} ready", done=view.ready_count, total=len(view.groups))


def state_of(group: IntakeGroup) -> str:
    """Whether a row is ready, has something to look at, or is open."""
    if group.ready:
        return "ready"
    asks = any(warning.kind is not WarningKind.MISSING_SHOT for warning in group.warnings)
    return "doubt" if asks or is_doubtful(group) else "open"


_STATES = {
    "ready": mark("ready"),
    "doubt": mark("something to look at"),
    "open": mark("not ready yet"),
}


def say_state(group: IntakeGroup) -> str:
    """The state of a row in words."""
    return say(_STATES[state_of(group)])


def say_group(group: IntakeGroup) -> str:
    """A whole row for screen readers."""
    shown = sum(not photo.left_out for photo in group.photos)
    parts = [
        say("Item {number}", number=group.number),
        say_many("{count} photo", "{count} photos", shown),
        *(_say_fact(group, place.key, place.label) for place in USUAL),
        say_state(group),
        *(warning.words for warning in group.warnings),
    ]
    return ", ".join(part for part in parts if part)


def _say_fact(group: IntakeGroup, key: str, label: str) -> str:
    value = group.facts.get(key) or group.given.get(key)
    if value:
        return f"{label} {value}"
    suggestion = group.suggestions.get(key)
    if suggestion is None:
        return ""
    return say("{label}, suggested: {words}", label=label, words=say_suggestion(suggestion))


def say_photo(group: IntakeGroup, place: int) -> str:
    """The photo at the caret for screen readers."""
    photo = group.photos[place]
    parts = [
        say("Photo {place} of {count}", place=place + 1, count=len(group.photos)),
        say("cover") if place == cover_of(group) else "",
        *say_hints(photo),
        say("item {number}", number=group.number),
    ]
    return ", ".join(part for part in parts if part)


def say_hints(photo: IntakePhoto) -> list[str]:
    """What a buyer would mind, and that it is left out."""
    left_out = [say("left out")] if photo.left_out else []
    return [*left_out, *(say(FAULTS[fault]) for fault in photo.faults)]


def cover_of(group: IntakeGroup) -> int | None:
    """The place of the first photo that is not left out."""
    places = (place for place, photo in enumerate(group.photos) if not photo.left_out)
    return next(places, None)
