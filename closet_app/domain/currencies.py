"""Each living currency by its own digits, as CLDR counts them; a test compares with babel."""

from __future__ import annotations

DEFAULT_DIGITS = 2
DIGITS = {
    **dict.fromkeys(
        (
            "AFN", "ALL", "BIF", "CLP", "DJF", "GNF", "IQD", "IRR", "ISK", "JPY",
            "KMF", "KPW", "KRW", "LAK", "LBP", "MGA", "MMK", "PYG", "RSD", "RWF",
            "SOS", "SYP", "UGX", "VND", "VUV", "XAF", "XOF", "XPF", "YER",
        ),
        0,
    ),
    **dict.fromkeys(("BHD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}  # fmt: skip


def digits_of(currency: str) -> int:
    """How many decimals one unit of `currency` has."""
    return DIGITS.get(currency, DEFAULT_DIGITS)


def minor_per_major(currency: str) -> int:
    """How many minor units make one unit of `currency`: 100, 1 or 1000."""
    return int("1" + "0" * digits_of(currency))
