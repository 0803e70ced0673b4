"""Failures in sentences: what happened, what is safe, what to do next."""

from __future__ import annotations

from pathlib import Path

from closet_app.domain.fields import FIELD
from closet_app.errors import ClosetError, InvalidValueError
from closet_app.wording.catalog import tr


def say_error(error: ClosetError) -> str:
    """All sentences of `error` in one line, its field named first."""
    sentences = (_what(error), tr(error.safe), tr(error.remedy))
    return " ".join(sentence for sentence in sentences if sentence)


def say_problem(source: Path | str, error: ClosetError) -> str:
    """One line of a list of problems: the file or row, then what is wrong with it."""
    name = source.name if isinstance(source, Path) else source
    return tr("{name}: {problem}").format(name=name, problem=say_error(error))


def _what(error: ClosetError) -> str:
    what = tr(error.what)
    if not isinstance(error, InvalidValueError) or not error.field:
        return what
    field = FIELD.get(error.field)
    words = tr(field.words) if field else error.field
    # A sentence that already begins with the field's name needs no label before it.
    return what if what.startswith(words) else f"{words}: {what}"
