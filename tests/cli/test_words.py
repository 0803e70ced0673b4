from __future__ import annotations

import pytest

from closet_app.cli.queries import search_text
from tests.cli.conftest import Shell

COMMANDS = (
    "new", "sample", "demo", "add", "list", "show", "edit", "quote", "sell", "order", "refund",
    "return", "undo", "redo", "history", "print", "import", "export", "backup", "restore", "check",
)  # fmt: skip


def test_help_names_every_command_and_exit_code(closet: Shell) -> None:
    said = closet.ok("--help")
    for command in COMMANDS:
        assert f"\n  {command} " in said
    assert "0 done, 1 could not, 2 wrong words" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(closet: Shell, command: str) -> None:
    assert "Usage: closet" in closet.ok(command, "--help")


@pytest.mark.parametrize(
    "words",
    [
        "frobnicate", "list --jsno", "list --sort sideways", "show", "add --price abc", "edit A",
        "edit A price", "sell A --marketplace ebay", "sell A B --marketplace ebay --price 1",
        "sell A --marketplace attic --price 1", "quote --marketplace ebay", "quote --price 5",
        "quote --marketplace attic --price 5", "quote --marketplace ebay --price 5 --class hats",
        "quote --marketplace ebay --price -5", "quote --marketplace ebay --price 5 --on someday",
        "order x", "refund 1 --amount", "export items --out list.pdf", "export sales --out x",
        "export sales --out s.csv --year 20x6", "print slip 1 --out slip.txt", "print poster 1",
        "import items x.csv --map title", "import items x.csv --dates sideways",
        "import items x.csv --decimal dot", "backup --out closet.rar", "restore x", "--nope",
        "new x --country Atlantis", "sample x --today yesterday",
    ],
)  # fmt: skip
def test_wrong_words_end_with_2_and_say_why(shop: Shell, words: str) -> None:
    ran = shop(*words.split())
    assert ran.code == 2
    assert ran.out == ""
    assert "Error: " in ran.err


@pytest.mark.parametrize(
    "words",
    [
        "show JL-9999", "edit JL-9999 price=3", "order 77", "refund 77 --amount 1", "return 77",
        "sell JL-9999 --marketplace ebay --price 1", "redo", "history JL-9999",
        "print slip 77 --out slip.pdf", "import items missing.csv", "restore missing.zip there",
        "add nothing.jpg", "new .",
    ],
)  # fmt: skip
def test_what_could_not_be_done_ends_with_1_and_a_sentence(shop: Shell, words: str) -> None:
    ran = shop(*words.split())
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.strip().endswith((".", "item"))
    assert "Traceback" not in ran.err


def test_the_version_is_said(closet: Shell) -> None:
    assert closet.ok("--version").startswith("closet ")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["brand:madewell", "-size:XL"], "brand:madewell -size:XL"),
        (["brand:free people"], 'brand:"free people"'),
        (["-brand:free people", "tee"], '-brand:"free people" tee'),
        (["brand:madewell status:listed"], "brand:madewell status:listed"),
        (["brand:madewell -size:XL"], "brand:madewell -size:XL"),
        (['brand:"free people" tee'], 'brand:"free people" tee'),
        (["denim jacket"], "denim jacket"),
        ([], ""),
    ],
)
def test_a_search_is_put_together_as_it_was_meant(words: list[str], text: str) -> None:
    assert search_text(words) == text
