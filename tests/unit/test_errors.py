from __future__ import annotations

from pathlib import Path

import pytest

from closet_app import errors
from closet_app.errors import (
    CancelledError,
    ClosetBusyError,
    ClosetError,
    DamagedClosetError,
    InvalidValueError,
    MachineError,
    NewerClosetError,
    NotFoundError,
    PhotoError,
    UserError,
)


def test_an_error_reads_what_happened_then_what_is_safe_then_what_to_do() -> None:
    error = MachineError(
        "The disk is full.", safe="Your closet is as it was.", remedy="Free some room."
    )
    assert str(error) == "The disk is full. Your closet is as it was. Free some room."


def test_an_error_without_remedy_says_only_what_happened() -> None:
    assert str(UserError("This piece is sold already.")) == "This piece is sold already."


def test_facts_travel_as_data() -> None:
    assert NotFoundError("No piece has this number.", sku="JL-0412").facts == {"sku": "JL-0412"}


def test_an_invalid_value_names_its_field() -> None:
    error = InvalidValueError("A price needs digits.", field="asking", remedy="Type 34.")
    assert (error.field, error.remedy, error.safe) == ("asking", "Type 34.", "")


def test_a_photo_error_names_its_file() -> None:
    error = PhotoError(Path("IMG_2231.HEIC"), "IMG_2231.HEIC is damaged.", safe="It is left out.")
    assert error.path == Path("IMG_2231.HEIC")
    assert str(error) == "IMG_2231.HEIC is damaged. It is left out."


@pytest.mark.parametrize(
    ("kind", "family"),
    [
        (InvalidValueError, UserError),
        (NotFoundError, UserError),
        (PhotoError, UserError),
        (ClosetBusyError, MachineError),
        (NewerClosetError, MachineError),
        (DamagedClosetError, MachineError),
    ],
)
def test_each_error_belongs_to_who_can_mend_it(
    kind: type[ClosetError], family: type[ClosetError]
) -> None:
    assert issubclass(kind, family)


def test_stopping_is_neither_the_sellers_fault_nor_the_machines() -> None:
    assert not isinstance(CancelledError(), UserError | MachineError)


def test_every_error_of_the_module_has_one_root() -> None:
    kinds = [value for value in vars(errors).values() if isinstance(value, type)]
    ours = [kind for kind in kinds if kind.__module__ == errors.__name__]
    assert ours
    assert all(issubclass(kind, ClosetError) for kind in ours)


def test_braces_and_markup_in_a_sentence_stay_plain_text() -> None:
    hostile = "{0} <b>%s</b>"
    assert str(UserError(hostile)) == hostile
