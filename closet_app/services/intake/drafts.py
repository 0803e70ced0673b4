"""The end of an intake: every piece to be becomes a draft, in one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from closet_app.db.ledger import Ledger
from closet_app.db.records import PhotoRecord
from closet_app.domain.item import ItemFacts
from closet_app.errors import UserError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake import sharing
from closet_app.services.intake.board import Board, Pile
from closet_app.services.intake.texts import Texts, texts_of
from closet_app.services.items import insert_item
from closet_app.services.numbering import numbers
from closet_app.services.writing import writing
from closet_app.wording import counted, tr


def create_drafts(closet: Closet, intake_id: int) -> Changed:
    """Make a draft of each group, with its photos, its facts and its share of the receipt.

    A group of which every photo is left out makes none; its photos stay with the intake. Undo
    brings the intake back as it was. Raises UserError when there is nothing to make, and
    InvalidValueError for a fact that its field no longer takes.
    """
    texts = texts_of(closet)
    label = counted(_count(closet, intake_id), "Created {n} draft", "Created {n} drafts")
    with writing(closet, label) as step:
        board = Board(step.ledger, intake_id)
        piles = becoming_drafts(board)
        if not piles:
            raise UserError(
                tr("There is no piece to make a draft of."), safe=tr("Nothing was changed.")
            )
        shares = sharing.shares(
            board.intake, [pile.group for pile in piles], texts, closet.currency
        )
        number = numbers(step.ledger)
        # Held by the step, so that each photo is not read again when it is put.
        step.ledger.many(PhotoRecord, (photo.id for pile in piles for photo in pile.photos))
        for pile in piles:
            given = sharing.given(board.intake, pile.group, shares, texts)
            facts = _values(texts, {**given, **dict(pile.group.facts)})
            sku = "" if facts.get("sku") else next(number)
            _hand_over(closet, step.ledger, pile, facts, sku)
        step.ledger.put(replace(board.intake, finished_at=step.ledger.at))
    return step.changed


def becoming_drafts(board: Board) -> list[Pile]:
    """The piles with a photo that is not left out."""
    return [pile for pile in board.piles if any(not photo.left_out for photo in pile.photos)]


def _hand_over(
    closet: Closet, ledger: Ledger, pile: Pile, facts: Mapping[str, Any], sku: str
) -> None:
    spelled = closet.reference.taxonomy.spelled(ItemFacts(**facts))
    item_id = insert_item(closet, ledger, spelled, sku, dismissed=pile.group.dismissed)
    for photo in pile.photos:
        ledger.put(replace(photo, item_id=item_id, group_id=None))
    ledger.put(replace(pile.group, item_id=item_id))


def _values(texts: Texts, kept: Mapping[str, str]) -> dict[str, Any]:
    return {key: texts.value(key, text) for key, text in kept.items()}


def _count(closet: Closet, intake_id: int) -> int:
    """How many drafts there will be, for the label; other writes cannot come in between twice."""
    from closet_app.db.ledger import reading

    with reading(closet.database) as ledger:
        return len(becoming_drafts(Board(ledger, intake_id)))
