"""Values, dates and errors in words, and typed words back to values.

Everything here is plain text: whatever a seller or a file wrote is shown as it stands.
"""

from closet_app.wording.catalog import counted, tr, use_translations
from closet_app.wording.chips import Chip, say_chip
from closet_app.wording.dates import (
    parse_date,
    say_age,
    say_date,
    say_days,
    say_month,
    say_time,
    say_when,
)
from closet_app.wording.kit import form_colors, form_condition, say_listing
from closet_app.wording.manner import Manner, currency_of, is_day_first, locale_of, units_of
from closet_app.wording.money import Cents, parse_money, say_keep, say_money, say_plain
from closet_app.wording.numbers import decimal_mark_of
from closet_app.wording.places import (
    country_choices,
    say_country_money,
    say_currency,
    say_currency_sign,
)
from closet_app.wording.problems import say_error, say_problem
from closet_app.wording.units import (
    parse_length,
    parse_measure,
    parse_percent,
    parse_weight,
    say_bytes,
    say_length,
    say_percent,
    say_weight,
    write_length,
    write_weight,
)
from closet_app.wording.values import (
    parse_field,
    parse_measurements,
    say_field,
    say_measurements,
    write_field,
)
from closet_app.wording.words import (
    condition_words,
    parse_ownership,
    say_condition,
    say_line_state,
    say_ownership,
    say_pill,
    say_reason,
    say_status,
)

__all__ = [
    "Cents",
    "Chip",
    "Manner",
    "condition_words",
    "counted",
    "country_choices",
    "currency_of",
    "decimal_mark_of",
    "form_colors",
    "form_condition",
    "is_day_first",
    "locale_of",
    "parse_date",
    "parse_field",
    "parse_length",
    "parse_measure",
    "parse_measurements",
    "parse_money",
    "parse_ownership",
    "parse_percent",
    "parse_weight",
    "say_age",
    "say_bytes",
    "say_chip",
    "say_condition",
    "say_country_money",
    "say_currency",
    "say_currency_sign",
    "say_date",
    "say_days",
    "say_error",
    "say_field",
    "say_keep",
    "say_length",
    "say_line_state",
    "say_listing",
    "say_measurements",
    "say_money",
    "say_month",
    "say_ownership",
    "say_percent",
    "say_pill",
    "say_plain",
    "say_problem",
    "say_reason",
    "say_status",
    "say_time",
    "say_weight",
    "say_when",
    "tr",
    "units_of",
    "use_translations",
    "write_field",
    "write_length",
    "write_weight",
]
