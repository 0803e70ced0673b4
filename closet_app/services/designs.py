"""Card designs: those of the program and the seller's own, whose pictures are originals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from closet_app.db.ledger import Ledger, reading
from closet_app.db.parcel_records import CardDesignRecord
from closet_app.db.records import ShopRecord
from closet_app.domain.text import clean_line, fold, require_length
from closet_app.errors import ClosetError, InvalidValueError, NotFoundError, UserError
from closet_app.printing.designs import Design, design_ids, load_design, read_design, write_design
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.shop import shop
from closet_app.services.writing import writing
from closet_app.wording import tr

OWN = "own-"
"""Ids of the seller's own designs begin with this."""
LONGEST_NAME = 60
_NUMBERED = re.compile(r" \(\d{1,3}\)$")


def all_designs(closet: Closet) -> tuple[Design, ...]:
    """The seller's own designs in their order, then those of the program."""
    with reading(closet.database) as ledger:
        own = tuple(_readable(closet, _in_order(ledger)))
    return (*own, *map(load_design, design_ids()))


def find_design(closet: Closet, design_id: str = "") -> Design:
    """The design of that id, or the shop's usual one; raises NotFoundError.

    Pictures are paths of originals; one that is missing is none.
    """
    if not design_id:
        return _usual(closet)
    if not is_own(design_id):
        return load_design(design_id)
    with reading(closet.database) as ledger:
        return _design(closet, _record(ledger, design_id))


def is_own(design_id: str) -> bool:
    """Whether the seller made this design."""
    return design_id.startswith(OWN)


def usual_design(closet: Closet) -> str:
    """The id of the design that the shop's cards are printed with."""
    return _usual(closet).id


def save_design(closet: Closet, design: Design, design_id: str = "") -> tuple[str, Changed]:
    """Keep a design as a new one, or in place of the own one `design_id`; returns its id.

    Its pictures are those `take_picture` gave. Raises InvalidValueError for a name that is empty,
    too long or taken, and for what no design can be.
    """
    name = _checked(design.name)
    with writing(closet, tr("Saved the card design “{name}”").format(name=name)) as step:
        own = _in_order(step.ledger)
        record = _record(step.ledger, design_id) if design_id else None
        _require_free([each for each in own if record is None or each.id != record.id], name)
        before = record or CardDesignRecord(position=len(own))
        after = replace(before, name_key=fold(name), design=_written(closet, design, name))
        if record is not None:
            step.ledger.put(after)
        row_id = after.id or step.ledger.add(after)
    return f"{OWN}{row_id}", step.changed


def copy_design(closet: Closet, design_id: str, name: str = "") -> tuple[str, Changed]:
    """A design of the seller's own with the looks of another, under a free name."""
    design = find_design(closet, design_id)
    called = name or free_name(closet, design.name)
    return save_design(closet, replace(design, name=called))


def rename_design(closet: Closet, design_id: str, name: str) -> Changed:
    """Give an own design another name; raises as `save_design`, and NotFoundError."""
    design = find_design(closet, _own(design_id))
    return save_design(closet, replace(design, name=name), design_id)[1]


def move_design(closet: Closet, design_id: str, to: int) -> Changed:
    """Move an own design to place `to` among the own ones, 0 being the first."""
    name = find_design(closet, _own(design_id)).name
    with writing(closet, tr("Moved the card design “{name}”").format(name=name)) as step:
        moving = _record(step.ledger, design_id)
        others = [each for each in _in_order(step.ledger) if each.id != moving.id]
        place = max(0, min(to, len(others)))
        _number(step.ledger, [*others[:place], moving, *others[place:]])
    return step.changed


def delete_design(closet: Closet, design_id: str) -> Changed:
    """Forget an own design; cards are printed with the program's first one where it was usual."""
    name = find_design(closet, _own(design_id)).name
    with writing(closet, tr("Deleted the card design “{name}”").format(name=name)) as step:
        step.ledger.delete(_record(step.ledger, design_id))
        _number(step.ledger, _in_order(step.ledger))
        own_shop = step.ledger.get(ShopRecord, 1)
        if own_shop.card_design == design_id:
            step.ledger.put(replace(own_shop, card_design=""))
    return step.changed


def free_name(closet: Closet, name: str) -> str:
    """`name`, with a number when a design is called that already."""
    return free_among([each.name for each in all_designs(closet)], name)


def free_among(names: Iterable[str], name: str) -> str:
    """`name`, with a number when it is one of `names` already."""
    taken = {fold(each) for each in names}
    candidate, count = name, 1
    base = _NUMBERED.sub("", name) if fold(name) in taken else name
    while fold(candidate) in taken:
        count += 1
        candidate = f"{base[: LONGEST_NAME - 6]} ({count})"
    return candidate


def _usual(closet: Closet) -> Design:
    wanted = shop(closet).card_design
    try:
        return find_design(closet, wanted or design_ids()[0])
    except ClosetError:
        return load_design(design_ids()[0])


def _readable(closet: Closet, records: Iterable[CardDesignRecord]) -> Iterator[Design]:
    """A row that some other program damaged does not keep the others from being used."""
    for record in records:
        try:
            yield _design(closet, record)
        except ClosetError:
            continue


def _design(closet: Closet, record: CardDesignRecord) -> Design:
    design = replace(read_design(record.design), id=f"{OWN}{record.id}")
    return replace(
        design,
        picture=_original(closet, design.picture),
        logo=_original(closet, design.logo),
    )


def _original(closet: Closet, name: Path | None) -> Path | None:
    try:
        return closet.photos.path_of(name.stem) if name else None
    except ClosetError:
        return None


def _written(closet: Closet, design: Design, name: str) -> str:
    """The TOML of a design; raises InvalidValueError when a picture is no original."""
    for picture in filter(None, (design.picture, design.logo)):
        if _original(closet, picture) is None:
            raise InvalidValueError(
                tr("The picture {name} is not in the closet.").format(name=picture.name),
                field="picture",
                remedy=tr("Choose the picture again."),
            )
    text = write_design(replace(design, id="own", name=name))
    read_design(text)
    return text


def _record(ledger: Ledger, design_id: str) -> CardDesignRecord:
    number = design_id.removeprefix(OWN)
    found = None
    if is_own(design_id) and number.isdecimal() and number.isascii():
        found = ledger.find(CardDesignRecord, int(number))
    if found is None:
        raise NotFoundError(
            tr("There is no card design called {design}.").format(design=design_id),
            remedy=tr("Choose another design."),
        )
    return found


def _own(design_id: str) -> str:
    if not is_own(design_id):
        raise UserError(
            tr("This design comes with Closet and stays as it is."), remedy=tr("Make a copy of it.")
        )
    return design_id


def _in_order(ledger: Ledger) -> list[CardDesignRecord]:
    return sorted(ledger.where(CardDesignRecord), key=lambda each: (each.position, each.id))


def _number(ledger: Ledger, records: Sequence[CardDesignRecord]) -> None:
    for position, record in enumerate(records):
        ledger.put(replace(record, position=position))


def _checked(name: str) -> str:
    called = require_length(clean_line(name), LONGEST_NAME, "name")
    if not called:
        raise InvalidValueError(tr("A design needs a name."), field="name")
    return called


def _require_free(others: Sequence[CardDesignRecord], name: str) -> None:
    shipped = {fold(load_design(each).name) for each in design_ids()}
    if fold(name) in shipped | {each.name_key for each in others}:
        raise InvalidValueError(
            tr("There is a design called “{name}” already.").format(name=name),
            remedy=tr("Choose another name."),
            field="name",
        )
