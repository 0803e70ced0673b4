"""An intake as the page and the command line see it: groups of photos on their way to drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from closet_app.domain.money import Money
from closet_app.domain.suggestions import Suggestion
from closet_app.photo.looks import Fault
from closet_app.services.records.pieces import PhotoRef


class WarningKind(StrEnum):
    """What an intake warns of; none of it stands in the way of a draft."""

    NEARLY_SAME = "nearly_same"
    HERE_ALREADY = "here_already"
    FAULT = "fault"
    SCREENSHOT = "screenshot"
    MISSING_SHOT = "missing_shot"
    LEFT_FROM_TAG = "left_from_tag"


@dataclass(frozen=True, slots=True)
class IntakeWarning:
    """One warning: `words` in a sentence, the photos it is about (the better one first).

    `item_id` is the piece that may be the same. `key` is what its dismissal is remembered by.
    Of photos that are nearly the same the first is `better_lit`, or else sharper.
    """

    key: str
    kind: WarningKind
    group_id: int
    words: str
    photo_ids: tuple[int, ...] = ()
    item_id: int | None = None
    seconds_apart: int | None = None
    better_lit: bool = False


@dataclass(frozen=True, slots=True)
class IntakePhoto:
    """A photo in its place; `seam` is how likely a new piece begins with it, 0 to 1.

    A `settled` seam was decided by the seller and is not doubted again.
    """

    ref: PhotoRef
    seam: float
    settled: bool
    left_out: bool
    width: int
    height: int
    original_name: str
    taken_at: datetime | None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class IntakeGroup:
    """One piece to be: its photos in order, the first not left out its cover.

    `facts` is what was filled in, by field, as typed; `given` what stands in a blank field
    because it is the same for all (a share of the receipt, a bin); `confidence`, 0 to 1, is that
    of its least certain seam. `ready` means that it has a title, and nothing doubtful is left.
    """

    id: int
    number: int
    photos: tuple[IntakePhoto, ...]
    facts: Mapping[str, str]
    given: Mapping[str, str]
    suggestions: Mapping[str, Suggestion]
    warnings: tuple[IntakeWarning, ...]
    confidence: float
    ready: bool


@dataclass(frozen=True, slots=True)
class SharedFacts:
    """The same for all: `each` is the share of the receipt of a group whose cost is blank."""

    source: str = ""
    acquired_on: date | None = None
    receipt: Money | None = None
    bin: str = ""
    each: Money | None = None
    blanks: int = 0


@dataclass(frozen=True, slots=True)
class IntakeView:
    """A whole intake. `unread` counts the photos whose tags and colors are still being read."""

    id: int
    name: str
    started_at: datetime
    shared: SharedFacts
    groups: tuple[IntakeGroup, ...]
    unread: int
    missing: tuple[str, ...] = field(default=())

    @property
    def photo_count(self) -> int:
        """Photos of all groups, those left out among them."""
        return sum(len(group.photos) for group in self.groups)

    @property
    def ready_count(self) -> int:
        """Groups that are ready."""
        return sum(group.ready for group in self.groups)

    @property
    def warnings(self) -> tuple[IntakeWarning, ...]:
        """The warnings of all groups, in order."""
        return tuple(warning for group in self.groups for warning in group.warnings)
