"""Every sentence of the window reaches the translators."""

from __future__ import annotations

import ast
import gettext
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tools.translations import OTHER_SAY, PACKAGE, spoken_arguments, template

MADE_UP = (ast.JoinedStr, ast.BinOp)


@pytest.fixture(scope="module")
def made() -> bytes:
    return template()


def test_the_template_holds_the_sentences_of_window_services_and_errors(made: bytes) -> None:
    said = [message.id for message in read_po(BytesIO(made)) if message.id]
    sentences = {words for one in said for words in ([one] if isinstance(one, str) else one)}
    assert len(sentences) > 1_000
    assert ("{count} packing slip", "{count} packing slips") in said
    assert {
        "Mark sold…",  # a table of commands
        "Moved {n} items to Trash",  # a plural that is handed on
        "Sold, to pack",  # a table of statuses
        "Choose an empty folder.",  # the remedy of an error
        "Found at",  # a field
        "what you keep",  # a key of the search language
        "ISO A6 card",  # a stock
        "Korea",  # nothing is said by part of a name
    } - sentences == {"Korea"}


def test_the_template_can_be_translated(made: bytes, tmp_path: Path) -> None:
    german = read_po(BytesIO(made), locale="de")
    german["Search"].string = "Suchen"
    file = tmp_path / "closet.mo"
    with file.open("wb") as out:
        write_mo(out, german)
    with file.open("rb") as source:
        assert gettext.GNUTranslations(source).gettext("Search") == "Suchen"


def test_the_template_names_no_day_and_no_line(made: bytes) -> None:
    assert b"Date" not in made.split(b"#:")[0]
    assert b".py:" not in made


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    assert [place for place, argument in _spoken() if _is_made_up(argument)] == []


def _spoken() -> Iterator[tuple[str, ast.expr]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        package = file.relative_to(PACKAGE).parts[0]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            for argument in spoken_arguments(node):
                if not (package in OTHER_SAY and getattr(node.func, "id", "") == "say"):
                    yield f"{file.relative_to(PACKAGE)}:{node.lineno}", argument


def _is_made_up(argument: ast.expr) -> bool:
    is_formatted = (
        isinstance(argument, ast.Call)
        and isinstance(argument.func, ast.Attribute)
        and argument.func.attr in {"format", "join", "replace"}
    )
    return is_formatted or isinstance(argument, MADE_UP)
