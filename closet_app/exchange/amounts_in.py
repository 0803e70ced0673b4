"""Amounts as spreadsheets spell them: words, lots and the decimal mark of a whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError
from closet_app.exchange.sheet import Cell, cell_text
from closet_app.wording.money import parse_money


class DecimalMark(StrEnum):
    """What parts units from cents where a single mark before three digits could be either."""

    POINT = "."
    COMMA = ","


@dataclass(frozen=True, slots=True)
class ReadMoney:
    """An amount, or None for "not known", with a warning when it was not plainly written."""

    money: Money | None
    warning: str = ""


FREE = frozenset({"free", "gift", "gifted", "freebie", "nothing", "gratis", "무료", "無料"})
NOTHING = frozenset({"-", "--", "---", "–", "—", "n/a", "na", "none", "nil", "null"})
UNKNOWN = re.compile(r"\?+|unknown|not sure|no idea|tbd|forgot|unsure", re.IGNORECASE)
LOT = re.compile(r"(\d{1,4})\s*(?:for|/)\s*(?=[^\d\s])(.+)|(\d{1,4})\s+for\s+(.+)", re.IGNORECASE)
NUMBER = re.compile(r"\d[\d.,'\s]*|[.,]\d+")
EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


def read_money(cell: Cell, currency: str, mark: DecimalMark) -> ReadMoney:
    """The amount in a cell.

    Raises InvalidValueError for what is no amount, is in another currency, is below zero, or
    has more decimals than `currency`.
    """
    text = cell_text(cell).strip()
    if not text or text.casefold() in NOTHING:
        return ReadMoney(None)
    if text.casefold().rstrip("!. ") in FREE:
        return ReadMoney(Money.zero(currency))
    if UNKNOWN.fullmatch(text):
        return ReadMoney(None, f"“{text}” was left empty: the amount is not known.")
    typed_number = not isinstance(cell, str)
    used = DecimalMark.POINT if typed_number else mark
    lot = None if typed_number else LOT.fullmatch(text)
    return _share(lot, currency, used) if lot else ReadMoney(_amount(text, currency, used))


def could_be_either(text: str) -> bool:
    """Whether a number such as 1,234 or 1.234 means one thing or a thousand times as much."""
    return EITHER.fullmatch(_number_in(text)) is not None


def shown_mark(text: str) -> DecimalMark | None:
    """The decimal mark that a number shows beyond doubt: 12,50 or 1.234,56 or 0.99."""
    number = _number_in(text)
    at = max(number.rfind("."), number.rfind(","))
    if at < 0 or EITHER.fullmatch(number) or number.count(number[at]) > 1:
        return None
    both = "." in number and "," in number
    return DecimalMark(number[at]) if both or len(number) - at - 1 in {1, 2} else None


def guess_mark(texts: Iterable[str], usual: DecimalMark) -> tuple[DecimalMark, bool]:
    """The decimal mark of a file, and whether that is beyond doubt."""
    seen = dict.fromkeys(DecimalMark, 0)
    doubtful = False
    for text in texts:
        mark = shown_mark(text)
        if mark:
            seen[mark] += 1
        doubtful = doubtful or could_be_either(text)
    if seen[DecimalMark.POINT] == seen[DecimalMark.COMMA]:
        return usual, not doubtful
    most = max(DecimalMark, key=lambda mark: seen[mark])
    return most, not doubtful or min(seen.values()) == 0


def _share(lot: re.Match[str], currency: str, mark: DecimalMark) -> ReadMoney:
    count, price = int(lot[1] or lot[3]), _amount(lot[2] or lot[4], currency, mark)
    if count == 0:
        raise InvalidValueError(f"“{lot[0]}” is not an amount.")
    each = price.part(1 / Decimal(count))
    return ReadMoney(each, f"“{lot[0]}” was read as {each.major} for each piece.")


def _amount(text: str, currency: str, mark: DecimalMark) -> Money:
    money = parse_money(text, currency, from_file=True, decimal_mark=mark.value)
    if money.minor < 0:
        raise InvalidValueError(f"“{text[:40]}” is below zero.")
    return money


def _number_in(text: str) -> str:
    found = NUMBER.search(text)
    return found[0].strip() if found else ""
