"""The seller's own item numbers: `JL-0412`, the next free one, and when two are the same."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from closet_app.domain.text import clean_line, fold
from closet_app.errors import InvalidValueError

LONGEST_SKU = 40
MOST_DIGITS = 12
DEFAULT_PATTERN = "{0000}"

_PATTERN = re.compile(r"(?P<before>[^{}]*)\{(?P<zeros>0+)\}(?P<after>[^{}]*)")


@dataclass(frozen=True, slots=True)
class SkuPattern:
    """How item numbers look: `JL-{0000}` is JL-0001, JL-0002 … and JL-10000 after JL-9999.

    Raises InvalidValueError unless there is exactly one counter of zeros in braces.
    """

    pattern: str = DEFAULT_PATTERN

    def __post_init__(self) -> None:
        found = _PATTERN.fullmatch(clean_line(self.pattern))
        if found is None or len(found["zeros"]) > MOST_DIGITS:
            raise InvalidValueError(
                f"“{clean_line(self.pattern)}” is no pattern for item numbers.",
                field="sku_pattern",
                remedy="Put the counter in braces, one zero for each digit, like JL-{0000}.",
            )
        if len(self.number(1)) > LONGEST_SKU:
            raise InvalidValueError(
                f"Item numbers of this pattern are longer than {LONGEST_SKU} letters.",
                field="sku_pattern",
                remedy="Shorten the words around the counter.",
            )

    def number(self, count: int) -> str:
        """The item number of the `count`-th piece."""
        before, zeros, after = self._parts
        return f"{before}{count:0{len(zeros)}d}{after}"

    def count_of(self, sku: str) -> int | None:
        """The counter inside `sku`; None when it is not of this pattern."""
        before, _, after = (fold(part) for part in self._parts)
        folded = sku_key(sku).replace(" ", "")
        before, after = before.replace(" ", ""), after.replace(" ", "")
        digits = folded.removeprefix(before).removesuffix(after)
        fits = folded == before + digits + after and digits.isascii() and digits.isdigit()
        return int(digits) if fits and len(digits) <= MOST_DIGITS else None

    @property
    def _parts(self) -> tuple[str, str, str]:
        found = _PATTERN.fullmatch(clean_line(self.pattern))
        return (found["before"], found["zeros"], found["after"]) if found else ("", "", "")


def sku_key(sku: str) -> str:
    """The form in which two item numbers are the same (NFC, case and spaces folded)."""
    return fold(sku)


def next_free(pattern: SkuPattern, taken: Collection[str]) -> str:
    """The number after the highest of this pattern in `taken`; gaps are not filled again.

    A number that was given away may stand on a printed label, so it never comes back.
    """
    counts = [count for sku in taken if (count := pattern.count_of(sku)) is not None]
    return next_after(pattern, max(counts, default=0), taken)


def next_after(pattern: SkuPattern, highest: int, taken: Collection[str] = ()) -> str:
    """The first number of `pattern` after the counter `highest` that is not in `taken`."""
    keys = {sku_key(sku) for sku in taken}
    count = highest + 1
    while sku_key(pattern.number(count)) in keys:
        count += 1
    return pattern.number(count)


def require_sku(sku: str) -> str:
    """`sku` as it is kept; raises InvalidValueError when it is empty or too long."""
    kept = clean_line(sku)
    if not sku_key(kept):
        raise InvalidValueError(
            "A piece needs an item number.", field="sku", remedy="Type one or take the next free."
        )
    if len(kept) > LONGEST_SKU:
        raise InvalidValueError(
            f"Item numbers have at most {LONGEST_SKU} letters.", field="sku", remedy="Shorten it."
        )
    return kept
