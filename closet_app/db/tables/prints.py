"""The seller's own designs, stocks and card texts, and what was printed."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from closet_app.db.tables.base import NEVER_REUSED, Row, key, one_of, switch, whole, words
from closet_app.db.types import Instant

AUDIENCES = ("any", "first", "returning")
OUTCOMES = ("saved", "printed", "stopped")


class CardDesign(Row, table=True):
    """A card design of the seller's own as TOML; its pictures are originals in the photo store."""

    __tablename__ = "card_design"
    __table_args__ = (NEVER_REUSED,)

    id: int = key()
    name_key: str = words(unique=True)
    position: int = whole()
    design: str = words()


class OwnStock(Row, table=True):
    """A paper, card or label stock the seller described, as TOML like the shipped ones."""

    __tablename__ = "own_stock"
    __table_args__ = (NEVER_REUSED,)

    id: int = key()
    name_key: str = words(unique=True)
    stock: str = words()


class CardText(Row, table=True):
    """A thank-you note with {fields}; an empty `marketplace` or `season` suits all."""

    __tablename__ = "card_text"
    __table_args__ = (one_of("audience", AUDIENCES), NEVER_REUSED)

    id: int = key()
    position: int = whole()
    name: str = words()
    language: str = words("en")
    marketplace: str = words()
    audience: str = words("any")
    season: str = words()
    body: str = words()
    sign_off: str = words()
    enabled: bool = switch(on=True)


class PrintRun(Row, table=True):
    """One run that left the program, so that it can be printed again; a log, never recorded."""

    __tablename__ = "print_run"
    __table_args__ = (one_of("outcome", OUTCOMES), NEVER_REUSED)

    id: int = key()
    at: datetime = Field(sa_type=Instant)
    label: str = words()
    requests: str = words()
    printer: str = words()
    pages: int = whole()
    done_pages: int = whole()
    outcome: str = words("saved")
