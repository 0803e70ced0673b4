"""How a photo is edited on its way out; the original stays as it came."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields

from closet_app.errors import InvalidValueError

FULL_TURN = 4


@dataclass(frozen=True, slots=True)
class Recipe:
    """An edit as a value: `turns` quarter turns clockwise after the photo stands upright."""

    turns: int = 0

    def __post_init__(self) -> None:
        if self.turns not in range(FULL_TURN):
            raise InvalidValueError("A photo is turned by 0 to 3 quarter turns.", field="turns")

    @classmethod
    def from_json(cls, text: str) -> Recipe:
        """Read what `to_json` wrote; empty text is the unedited photo.

        Raises InvalidValueError for broken text and for edits this version does not know, since a
        photo shown without its crop could show what the seller cut away.
        """
        values = _values(text)
        if set(values) - {field.name for field in fields(cls)}:
            what = "This photo was edited with a newer version of Closet."
            raise InvalidValueError(what, field="recipe", remedy="Update Closet to show this edit.")
        turns = values.get("turns", 0)
        if type(turns) is not int:
            raise _broken()
        return cls(turns=turns)

    def to_json(self) -> str:
        """The canonical text: keys in order, no spaces, values at rest left out."""
        values = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(values, sort_keys=True, separators=(",", ":"))

    @property
    def key(self) -> str:
        """Sixteen hexadecimal digits that only this edit has, for the names of thumbnails."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]

    def turned(self, quarters: int = 1) -> Recipe:
        """The recipe with so many more quarter turns clockwise; negative ones turn back."""
        return Recipe(turns=(self.turns + quarters) % FULL_TURN)


AS_IT_CAME = Recipe()


def _values(text: str) -> dict[str, object]:
    try:
        values = json.loads(text or "{}")
    except ValueError as error:
        raise _broken() from error
    if not isinstance(values, dict):
        raise _broken()
    return values


def _broken() -> InvalidValueError:
    return InvalidValueError("The edit of this photo cannot be read.", field="recipe")
