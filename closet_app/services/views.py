"""Searches that the seller gave a name, in their own order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from closet_app.db.intake_records import SavedViewRecord
from closet_app.db.ledger import Ledger, reading
from closet_app.db.sorting import Sort
from closet_app.domain.query import Query
from closet_app.domain.text import clean_line, fold
from closet_app.errors import InvalidValueError
from closet_app.services import gallery
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.records import SavedView
from closet_app.services.writing import writing
from closet_app.wording import tr

LONGEST_NAME = 60
"""Letters of a name: as wide as the menu of views may be."""


def views(closet: Closet) -> tuple[SavedView, ...]:
    """All saved views in the seller's order."""
    with reading(closet.database) as ledger:
        return tuple(_view(record) for record in _in_order(ledger))


def view_of(closet: Closet, query: str, sort: str) -> SavedView | None:
    """The first saved view that shows just this, however its search is written."""
    wanted = (_meant(closet, query), _known_sort(sort))
    saved = views(closet)
    return next((each for each in saved if (_meant(closet, each.query), each.sort) == wanted), None)


def count_views(closet: Closet, shown: Sequence[SavedView]) -> dict[int, int]:
    """How many pieces each of these views shows, by its id."""
    return {each.id: len(gallery.find(closet, each.query)) for each in shown}


def save_view(
    closet: Closet, name: str, query: str, sort: str = Sort.NEWEST
) -> tuple[int, Changed]:
    """Keep a search under a name, last of all; returns its id.

    Raises InvalidValueError for a name that is empty, too long or taken.
    """
    called = _checked(name)
    with writing(closet, tr("Saved the view “{name}”").format(name=called)) as step:
        others = _in_order(step.ledger)
        _require_free(others, called)
        record = SavedViewRecord(
            position=len(others), name=called, query=_kept(query), sort=_known_sort(sort)
        )
        view_id = step.ledger.add(record)
    return view_id, step.changed


def rename_view(closet: Closet, view_id: int, name: str) -> Changed:
    """Give a view another name; raises as `save_view`, and NotFoundError."""
    called = _checked(name)
    with writing(closet, tr("Renamed a view to “{name}”").format(name=called)) as step:
        record = step.ledger.get(SavedViewRecord, view_id)
        _require_free([each for each in _in_order(step.ledger) if each.id != view_id], called)
        step.ledger.put(replace(record, name=called))
    return step.changed


def update_view(closet: Closet, view_id: int, query: str, sort: str) -> Changed:
    """Let a view show another search from now on; raises NotFoundError."""
    name = _name_of(closet, view_id)
    with writing(closet, tr("Changed the view “{name}”").format(name=name)) as step:
        record = step.ledger.get(SavedViewRecord, view_id)
        step.ledger.put(replace(record, query=_kept(query), sort=_known_sort(sort)))
    return step.changed


def move_view(closet: Closet, view_id: int, to: int) -> Changed:
    """Move a view to place `to`, 0 being the first; raises NotFoundError."""
    name = _name_of(closet, view_id)
    with writing(closet, tr("Moved the view “{name}”").format(name=name)) as step:
        moving = step.ledger.get(SavedViewRecord, view_id)
        others = [each for each in _in_order(step.ledger) if each.id != view_id]
        place = max(0, min(to, len(others)))
        _number(step.ledger, [*others[:place], moving, *others[place:]])
    return step.changed


def delete_view(closet: Closet, view_id: int) -> Changed:
    """Forget a view; its pieces stay. Raises NotFoundError."""
    name = _name_of(closet, view_id)
    with writing(closet, tr("Deleted the view “{name}”").format(name=name)) as step:
        step.ledger.delete(step.ledger.get(SavedViewRecord, view_id))
        _number(step.ledger, _in_order(step.ledger))
    return step.changed


def _in_order(ledger: Ledger) -> list[SavedViewRecord]:
    found = ledger.where(SavedViewRecord)
    return sorted(found, key=lambda record: (record.position, record.id))


def _number(ledger: Ledger, records: Sequence[SavedViewRecord]) -> None:
    for position, record in enumerate(records):
        ledger.put(replace(record, position=position))


def _view(record: SavedViewRecord) -> SavedView:
    return SavedView(record.id, record.name, record.query, _known_sort(record.sort))


def _name_of(closet: Closet, view_id: int) -> str:
    with reading(closet.database) as ledger:
        return ledger.get(SavedViewRecord, view_id).name


def _kept(query: str) -> str:
    """As it was typed: “added:today” means another day tomorrow."""
    return clean_line(query)


def _meant(closet: Closet, query: str) -> Query:
    return gallery.read_query(closet, query)


def _known_sort(sort: str) -> str:
    return sort if sort in set(Sort) else Sort.NEWEST.value


def _checked(name: str) -> str:
    called = clean_line(name)
    if not called:
        raise InvalidValueError(tr("A view needs a name."), field="name")
    if len(called) > LONGEST_NAME:
        raise InvalidValueError(
            tr("A name of a view has at most {most} letters.").format(most=LONGEST_NAME),
            field="name",
        )
    return called


def _require_free(others: Sequence[SavedViewRecord], name: str) -> None:
    if fold(name) in {fold(each.name) for each in others}:
        raise InvalidValueError(
            tr("There is a view called “{name}” already.").format(name=name),
            remedy=tr("Choose another name, or change that view."),
            field="name",
        )
