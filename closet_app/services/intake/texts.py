"""What was typed for a piece to be: checked by its field, kept so that it reads the same anywhere.

Texts are kept as files hold them, with plain decimals and ISO days, and shown as the shop writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from closet_app.db.intake_records import IntakeGroupRecord
from closet_app.db.records import ItemRecord
from closet_app.domain.fields import FIELD, Field, FieldValue, Kind
from closet_app.errors import InvalidValueError
from closet_app.services.closet import Closet
from closet_app.services.item_facts import facts_of, with_facts
from closet_app.services.manners import manner_of
from closet_app.wording import Manner, parse_field, say_field, tr, write_field

_SAID_DIFFERENTLY = frozenset({Kind.MONEY, Kind.DATE, Kind.WEIGHT, Kind.MEASUREMENTS, Kind.CHOICE})


class Texts:
    """Texts of fields to and from values, in the manner of one shop."""

    def __init__(self, manner: Manner) -> None:
        self._typed = manner
        self._kept = replace(manner, from_file=True, decimal_mark=".", day_first=False)

    def kept(self, key: str, typed: str) -> str:
        """What is stored of a typed text, empty for nothing; raises InvalidValueError."""
        if not typed.strip():
            return ""
        value = parse_field(_field(key), typed, self._typed)
        record = with_facts(ItemRecord(), {key: value}, self._typed.currency)
        return self.written(key, getattr(facts_of(record, self._typed.currency), key))

    def written(self, key: str, value: FieldValue) -> str:
        """What is stored of a value."""
        return write_field(_field(key), value, self._kept)

    def value(self, key: str, kept: str) -> FieldValue:
        """The value of a stored text."""
        return parse_field(_field(key), kept, self._kept)

    def shown(self, key: str, kept: str) -> str:
        """A stored text as the shop writes it; one that no longer reads is shown as it stands."""
        field = _field(key)
        if field.kind not in _SAID_DIFFERENTLY:
            return kept
        try:
            return say_field(field, self.value(key, kept), self._typed)
        except InvalidValueError:
            return kept


def texts_of(closet: Closet) -> Texts:
    """The texts of this shop today."""
    return Texts(manner_of(closet))


def filled(group: IntakeGroupRecord, texts: Mapping[str, str]) -> IntakeGroupRecord:
    """`group` with these stored texts in their fields; an empty one clears its field."""
    facts = {**dict(group.facts), **texts}
    return replace(group, facts=tuple((key, text) for key, text in facts.items() if text))


def words_of(keys: Iterable[str]) -> str:
    """“brand, size”, for a label."""
    return ", ".join(tr(_field(key).words).lower() for key in keys)


def _field(key: str) -> Field:
    if key not in FIELD:
        raise InvalidValueError(tr("A piece has no field “{key}”.").format(key=key), field=key)
    return FIELD[key]
