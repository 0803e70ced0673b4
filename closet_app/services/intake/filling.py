"""The blanks of pieces to be: typed, taken from a suggestion or from above, or waved away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from closet_app.db.intake_records import IntakeGroupRecord
from closet_app.db.ledger import Ledger, reading
from closet_app.domain.suggestions import Suggestion
from closet_app.errors import NotFoundError, UserError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake.board import Board, open_intake
from closet_app.services.intake.texts import filled, texts_of, words_of
from closet_app.services.intake.viewing import view
from closet_app.services.records.intake import IntakeGroup
from closet_app.services.writing import writing
from closet_app.wording import tr


def set_facts(closet: Closet, group_id: int, typed: Mapping[str, str]) -> Changed:
    """Fill in fields of one piece as typed; an empty text clears its field.

    Raises InvalidValueError, which names the field; nothing is changed then.
    """
    texts = texts_of(closet)
    kept = {key: texts.kept(key, text) for key, text in typed.items()}
    label = tr("Filled in {fields} in Intake").format(fields=words_of(typed))
    with writing(closet, label) as step:
        step.ledger.put(filled(_open_group(step.ledger, group_id), kept))
    return step.changed


def same_as_above(closet: Closet, group_id: int, fields: Sequence[str]) -> Changed:
    """Fill in these fields as they are filled in for the piece above; its blanks change nothing.

    Raises UserError when there is nothing above, or nothing filled in.
    """
    label = tr("Filled in {fields} as above").format(fields=words_of(fields))
    with writing(closet, label) as step:
        board = Board.of_group(step.ledger, group_id)
        row = board.row(group_id)
        above = dict(board.piles[row - 1].group.facts) if row else {}
        taken = {key: above[key] for key in fields if above.get(key)}
        if not taken:
            raise UserError(tr("Nothing is filled in above."), safe=tr("Nothing was changed."))
        step.ledger.put(filled(board.piles[row].group, taken))
    return step.changed


def use(closet: Closet, group_id: int, field: str) -> Changed:
    """Make the suggestion for a field its value; raises NotFoundError when there is none."""
    suggestion = _group(closet, group_id).suggestions.get(field)
    if suggestion is None:
        raise NotFoundError(tr("There is nothing suggested for this field any more."))
    return use_value(closet, group_id, suggestion)


def use_value(closet: Closet, group_id: int, suggestion: Suggestion) -> Changed:
    """Make this suggestion the value of its field."""
    return set_facts(closet, group_id, {suggestion.field: suggestion.value})


def dismiss(closet: Closet, group_id: int, key: str) -> Changed:
    """Wave a suggestion or a warning away by its key; it does not come back."""
    with writing(closet, tr("Waved a hint away")) as step:
        group = _open_group(step.ledger, group_id)
        dismissed = tuple(dict.fromkeys((*group.dismissed, key)))
        step.ledger.put(replace(group, dismissed=dismissed))
    return step.changed


def _open_group(ledger: Ledger, group_id: int) -> IntakeGroupRecord:
    group = ledger.get(IntakeGroupRecord, group_id)
    open_intake(ledger, group.intake_id)
    return group


def _group(closet: Closet, group_id: int) -> IntakeGroup:
    with reading(closet.database) as ledger:
        intake_id = ledger.get(IntakeGroupRecord, group_id).intake_id
    return next(group for group in view(closet, intake_id).groups if group.id == group_id)
