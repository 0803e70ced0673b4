"""Changing the texts of thank-you cards: every change is one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from closet_app.db.ledger import Ledger
from closet_app.db.parcel_records import CardTextRecord
from closet_app.domain.card_texts import (
    LONGEST_BODY,
    Audience,
    CardText,
    Season,
    guessed_language,
    require_fields,
)
from closet_app.domain.text import clean_line, clean_text, fold, require_length
from closet_app.errors import InvalidValueError, NotFoundError, UserError
from closet_app.services.card_texts import SHOP_NOTE, language_of, texts
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.shipped_texts import text_tables
from closet_app.services.shop import shop
from closet_app.services.writing import Writing, writing
from closet_app.wording import tr

LONGEST_NAME, LONGEST_SIGN_OFF = 60, 120


def languages(closet: Closet) -> tuple[tuple[str, str], ...]:
    """The languages a text may be in, as code and own name: English, others, the shop's own."""
    tables = text_tables(closet.reference.folder).values()
    known = {table.language: table.name for table in tables}
    own = language_of(shop(closet))
    known.setdefault(own, own)
    return tuple(known.items())


def suggested_language(country: str) -> str:
    """The language a buyer of that country may like; only ever a suggestion, empty for none."""
    return guessed_language(country)


def add_text(closet: Closet, text: CardText) -> tuple[int, Changed]:
    """Keep a text as the seller's own, last of all; returns its id.

    Raises InvalidValueError, naming the field, for one that is empty, too long, or names a field
    that there is not.
    """
    record = _record(closet, text)
    with writing(closet, tr("Added the card text “{name}”").format(name=record.name)) as step:
        text_id = _add(step, record)
    return text_id, step.changed


def edit_text(closet: Closet, text: CardText) -> tuple[int, Changed]:
    """Let the text of that id be this one from now on; returns its id.

    One of the program's becomes an own one, which stands in its place under its name and
    language. Raises as `add_text`, and NotFoundError.
    """
    record = _record(closet, text)
    with writing(closet, tr("Changed the card text “{name}”").format(name=record.name)) as step:
        text_id = _put(closet, step, record, text.id)
    return text_id, step.changed


def enable_text(closet: Closet, text_id: int, *, on: bool) -> tuple[int, Changed]:
    """Use a text or leave it out; leaving out one of the program's keeps an own copy of it."""
    text = next((each for each in texts(closet) if each.id == text_id), None)
    if text is None:
        raise NotFoundError(tr("This card text is not there any more."))
    return edit_text(closet, replace(text, enabled=on))


def move_text(closet: Closet, text_id: int, to: int) -> Changed:
    """Move an own text to place `to` among the own ones, 0 being the first."""
    with writing(closet, tr("Moved a card text")) as step:
        moving = step.ledger.get(CardTextRecord, _own(text_id))
        others = [each for each in _in_order(step.ledger) if each.id != text_id]
        place = max(0, min(to, len(others)))
        _number(step.ledger, [*others[:place], moving, *others[place:]])
    return step.changed


def delete_text(closet: Closet, text_id: int) -> Changed:
    """Forget an own text; the one of the program whose place it took is there again."""
    with writing(closet, tr("Deleted a card text")) as step:
        step.ledger.delete(step.ledger.get(CardTextRecord, _own(text_id)))
        _number(step.ledger, _in_order(step.ledger))
    return step.changed


def _put(closet: Closet, step: Writing, record: CardTextRecord, text_id: int) -> int:
    if text_id <= SHOP_NOTE:
        _require_shipped(closet, text_id)
        return _add(step, record)
    before = step.ledger.get(CardTextRecord, text_id)
    _require_free([each for each in _in_order(step.ledger) if each.id != text_id], record)
    step.ledger.put(replace(record, id=before.id, position=before.position))
    return text_id


def _add(step: Writing, record: CardTextRecord) -> int:
    own = _in_order(step.ledger)
    _require_free(own, record)
    return step.ledger.add(replace(record, position=len(own)))


def _require_free(others: Sequence[CardTextRecord], record: CardTextRecord) -> None:
    same = (fold(record.name), record.language)
    if same in {(fold(each.name), each.language) for each in others}:
        raise InvalidValueError(
            tr("There is a card text called “{name}” already.").format(name=record.name),
            remedy=tr("Choose another name."),
            field="name",
        )


def _record(closet: Closet, text: CardText) -> CardTextRecord:
    body = require_length(clean_text(text.body), LONGEST_BODY, "body")
    if not body:
        raise InvalidValueError(tr("Type what the card says."), field="body")
    sign_off = require_length(clean_line(text.sign_off), LONGEST_SIGN_OFF, "sign_off")
    name = require_length(clean_line(text.name), LONGEST_NAME, "name")
    if not name:
        raise InvalidValueError(tr("A card text needs a name."), field="name")
    _require_known(closet, text)
    return CardTextRecord(
        name=name,
        language=text.language,
        marketplace=text.marketplace,
        audience=Audience(text.audience).value,
        season=text.season,
        body=require_fields(body),
        sign_off=require_fields(sign_off, "sign_off"),
        enabled=text.enabled,
    )


def _require_known(closet: Closet, text: CardText) -> None:
    if text.language not in dict(languages(closet)):
        raise InvalidValueError(
            tr("There are no words of cards in that language yet."), field="language"
        )
    if text.season and text.season not in set(Season):
        raise InvalidValueError(tr("There is no such season."), field="season")
    if text.marketplace:
        closet.book.find(text.marketplace)


def _require_shipped(closet: Closet, text_id: int) -> None:
    tables = text_tables(closet.reference.folder).values()
    if not any(text.id == text_id for table in tables for text in table.texts):
        raise NotFoundError(tr("This card text is not there any more."))


def _own(text_id: int) -> int:
    if text_id <= SHOP_NOTE:
        raise UserError(
            tr("This text comes with Closet and stays where it is."),
            remedy=tr("Leave it out instead."),
        )
    return text_id


def _in_order(ledger: Ledger) -> list[CardTextRecord]:
    return sorted(ledger.where(CardTextRecord), key=lambda each: (each.position, each.id))


def _number(ledger: Ledger, records: Sequence[CardTextRecord]) -> None:
    for position, record in enumerate(records):
        ledger.put(replace(record, position=position))
