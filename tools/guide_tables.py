"""Write the tables of the seller's guide that follow from tables of the program.

`python -m tools.guide_tables` fills the places between `<!-- begin NAME -->` and `<!-- end -->` in
`docs/guide`: keys of the window, the search language, and where the fees were read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from closet_app.domain.fees import FeeBase, Marketplace, RuleBook
from closet_app.domain.money import Money
from closet_app.domain.query import HAS_KEYS, KEYS, KeyKind
from closet_app.paths import resources
from closet_app.services.reference import read_reference
from closet_app.ui.actions import PLACES
from closet_app.ui.frame.shortcut_page import shortcut_rows
from closet_app.wording import say_money

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide"
PLACE = re.compile(r"(<!-- begin (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
EXAMPLE_PRICE = Money.of("34", "USD")
TAKES: Mapping[KeyKind, str] = {
    KeyKind.TEXT: "words",
    KeyKind.MONEY: "an amount",
    KeyKind.DATE: "a day",
    KeyKind.DAYS: "a number of days",
    KeyKind.WHOLE: "a number",
    KeyKind.HAS: "a word from the list below",
}


def filled(text: str) -> str:
    """A page of the guide with its tables written anew."""
    return PLACE.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n{found[3]}", text)


def pages() -> Iterable[Path]:
    """Every page of the guide."""
    return sorted(GUIDE.glob("*.md"))


def main() -> int:
    """Write the tables into the pages."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        page.write_text(filled(text), encoding="utf-8")
    return 0


def _keyboard() -> str:
    rows = shortcut_rows()
    parts = []
    for place, words in PLACES.items():
        here = [(what, _keys(keys)) for where, what, keys in rows if where == place]
        if here:
            parts.append(f"## {words}\n\n{_table(('What', 'Keys'), here)}")
    return "\n".join(parts)


def _keys(keys: Sequence[str]) -> str:
    return " or ".join(f"`{key}`" for key in keys)


def _search_keys() -> str:
    rows = [
        (f"`{key.name}:`", ", ".join(f"`{name}:`" for name in key.aliases), key.words,
         TAKES[key.kind])
        for key in KEYS
    ]  # fmt: skip
    return _table(("Key", "Also", "Looks at", "Takes"), rows)


def _has_words() -> str:
    return ", ".join(f"`{word}`" for word in HAS_KEYS) + ".\n"


def _fees() -> str:
    book = read_reference(resources()).book
    known = [each for each in book.marketplaces if each.available]
    on = max(each.checked_on for each in known)
    headings = ("Marketplace", "Fee of a $34 tee", "Read at", "Checked", "Verified")
    rows = [_fee_row(book, each, on) for each in known]
    closed = [f"- **{each.name}** {each.reason}" for each in book.marketplaces if each.reason]
    return _table(headings, rows) + "\nWithout figures:\n\n" + "\n".join(closed) + "\n"


def _fee_row(book: RuleBook, marketplace: Marketplace, on: date) -> tuple[str, ...]:
    fee = book.expected_fee(FeeBase(marketplace=marketplace.id, on=on, price=EXAMPLE_PRICE))
    verified = f"no. {fee.rule.note}" if fee.rule.unverified else "yes"
    day = fee.rule.checked_on.isoformat()
    return marketplace.name, say_money(fee.total), fee.rule.source, day, verified


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


TABLES: Mapping[str, Callable[[], str]] = {
    "keyboard": _keyboard,
    "search_keys": _search_keys,
    "has_words": _has_words,
    "fees": _fees,
}
"""What stands in each marked place."""


if __name__ == "__main__":
    sys.exit(main())
