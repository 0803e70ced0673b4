"""Values, dates and errors in words, and typed words back to values.

Everything here is plain text: whatever a seller or a file wrote is shown as it stands.
"""

from closet_app.wording.catalog import counted, tr, use_translations
from closet_app.wording.dates import (
    parse_date,
    say_age,
    say_date,
    say_days,
    say_month,
    say_time,
    say_when,
)
from closet_app.wording.money import Cents, parse_money, say_keep, say_money, say_plain
from closet_app.wording.numbers import decimal_mark_of

__all__ = [
    "Cents",
    "counted",
    "decimal_mark_of",
    "parse_date",
    "parse_money",
    "say_age",
    "say_date",
    "say_days",
    "say_keep",
    "say_money",
    "say_month",
    "say_plain",
    "say_time",
    "say_when",
    "tr",
    "use_translations",
]
