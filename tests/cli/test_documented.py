"""`docs/cli.md` says every key that the commands say, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Shell
from tests.sessions import PIECES, shoot

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
ROW = re.compile(r"\| `([^`]+)` \| ([a-z ]+) \|")
KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "list": (list,),
    "null": (type(None),),
}
BY_NAME = {"measurements_um", "groups[].suggestions", "photos[].tag"}


def documented(command: str) -> dict[str, set[str]]:
    """Keys with their types, of one section of the page."""
    section = PAGE.split(f"### `{command} --json`")[1].split("\n### ")[0]
    return {key: set(kind.split(" or ")) for key, kind in ROW.findall(section)}


def said(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    """Every key with its value; lists of plain values count as one value."""
    if isinstance(value, dict):
        for name, inner in value.items():
            shown = "*" if path in BY_NAME else name
            yield from said(inner, f"{path}.{shown}" if path else shown)
    elif isinstance(value, list) and (not path or (value and isinstance(value[0], dict))):
        for inner in value:
            yield from said(inner, f"{path}[]")
    else:
        yield path, value


@pytest.fixture
def full(closet: Shell, sample_folder: Path) -> Shell:
    """A shop in which every list of every command has an entry."""
    sku = closet.json("list", "status:listed", "on:ebay", "on:mercari", "--closet", sample_folder)[
        0
    ]
    closet.ok(
        "edit", sku["sku"], "measurements=chest 20 in", "weight=1 lb", "--closet", sample_folder
    )
    return closet


def words_of(command: str, shop: Shell, folder: Path, tmp_path: Path) -> list[str]:
    """The words that make `command` say as much as it can."""
    at = ["--closet", str(folder)]
    if command == "show":
        found = shop.json("list", "has:measurements", *at)
        shop.ok("sell", found[0]["sku"], "--marketplace", "ebay", "--price", "20", *at)
        return ["show", found[0]["sku"], *at]
    if command == "order":
        return ["order", str(newest_with_take_down(shop, at)), *at]
    if command == "quote":
        return ["quote", "--marketplace", "ebay", "--price", "20"]
    if command == "import items":
        (tmp_path / "list.csv").write_text("Title,Paid\nCoat,5\nHat,x\n\nTOTAL,5\n")
        return ["import", "items", str(tmp_path / "list.csv"), *at]
    if command == "intake":
        photos = shoot(tmp_path / "DCIM", PIECES[:1])
        (tmp_path / "DCIM" / "page.jpg").write_text("<html></html>")
        return ["intake", str(photos[0].parent), "--create", *at]
    if command == "print run":
        waiting = ["--pieces", "slip,postage", "--out", str(tmp_path / "run.pdf"), "--to-pack"]
        return ["print", "run", *waiting, *at]
    if command == "stock show":
        return ["stock", "show", "avery-5160", *at]
    if command == "check":
        (folder / "photos" / "stray.txt").write_text("x")
    return [*command.split(), *at]


def newest_with_take_down(shop: Shell, at: list[str]) -> int:
    for number in range(1_060, 1_000, -1):
        if shop.json("order", str(number), *at)["take_down"]:
            return number
    raise AssertionError(at)


@pytest.mark.parametrize(
    "command",
    [
        "list",
        "show",
        "intake",
        "quote",
        "order",
        "pack",
        "print run",
        "stock list",
        "stock show",
        "history",
        "design list",
        "import items",
        "check",
    ],
)
def test_the_page_names_every_key_with_its_type(
    full: Shell, sample_folder: Path, tmp_path: Path, command: str
) -> None:
    page = documented(command)
    found = full(*words_of(command, full, sample_folder, tmp_path), "--json").json
    keys = set()
    for key, value in said(found):
        keys.add(key)
        allowed = tuple(kind for name in page.get(key, ()) for kind in KINDS[name])
        assert type(value) in allowed, f"{key} is {value!r}"
    assert keys == set(page)


def test_money_stands_in_minor_units_beside_its_currency() -> None:
    for command in ("list", "show", "quote", "order"):
        page = documented(command)
        assert any(key.endswith("currency") for key in page)
        money = {key for key in page if re.search(r"(fee|price|cost|keep|payout|profit)", key)}
        plain = {"lines[].cost_known"}
        listed = {key for key in money - plain if not key.endswith("_minor")}
        assert {key.split(".")[0] for key in listed} <= {"keeps[]"}


def test_every_command_is_on_the_page(closet: Shell) -> None:
    for line in closet.ok("--help").split("Commands:")[1].splitlines():
        if line.startswith("  ") and line[2:3].isalpha() and "  " in line.strip():
            assert f"closet {line.split()[0]}" in PAGE or f"`{line.split()[0]}" in PAGE


@pytest.mark.parametrize("command", ["print run", "stock list", "stock show"])
def test_every_option_is_on_the_page(closet: Shell, command: str) -> None:
    usage = closet.ok(*command.split(), "--help").split("Options:")[1]
    options = set(re.findall(r"--[a-z][a-z-]*", re.sub(r"(?m)^ {6,}.*$", "", usage)))
    general = {"--help", "--closet", "--json"}
    both = {"--no-gift": "--gift", "--back": "--no-back"}
    missing = {each for each in options - general if f"`{both.get(each, each)}" not in PAGE}
    assert options > general - {"--json"}
    assert missing == set()
