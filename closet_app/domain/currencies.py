"""Each currency by its own digits (ISO 4217); a test compares them with babel."""

from __future__ import annotations

DEFAULT_DIGITS = 2
DIGITS = {
    "BHD": 3, "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "IQD": 0, "ISK": 0, "JOD": 3, "JPY": 0,
    "KMF": 0, "KRW": 0, "KWD": 3, "LYD": 3, "OMR": 3, "PYG": 0, "RWF": 0, "TND": 3, "UGX": 0,
    "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
}  # fmt: skip


def digits_of(currency: str) -> int:
    """How many decimals one unit of `currency` has."""
    return DIGITS.get(currency, DEFAULT_DIGITS)


def minor_per_major(currency: str) -> int:
    """How many minor units make one unit of `currency`: 100, 1 or 1000."""
    return int("1" + "0" * digits_of(currency))
