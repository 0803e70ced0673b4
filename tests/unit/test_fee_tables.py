"""Fee tables as files: what is misspelt or does not fit together is refused by name."""

from __future__ import annotations

from datetime import date

import pytest

from closet_app.domain.fees import RuleBook
from closet_app.errors import InvalidValueError, UserError
from tests.unit.fee_book import FOLDER

CLASSES = (FOLDER / "classes.toml").read_text("utf-8")
RULE = """
    id = "stall"
    name = "Stall"
    letter = "S"
    fill = "#000000"
    order = 1
    [[rule]]
    id = "stall"
    source = "the market"
    checked_on = 2026-01-01
    [[rule.charge]]
    name = "Fee"
    base = ["items"]
"""


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("id = ", "Invalid value"),
        ('id = "stall"\nname = "Stall"', "reason"),
        (RULE + 'persent = "10"', "does not know persent"),
        (RULE + 'percent = "ten"', "cannot be read"),
        (RULE + 'bands = [{ up_to = "5", percent = "1" }]', "last band has none"),
        (RULE + 'bands = [{ up_to = "5" }, { up_to = "5" }, {}]', "must rise"),
        (RULE + "by_parts = true\nfixed = '1'", "without fixed amounts"),
        (RULE.replace('"items"', '"everything"'), "everything"),
        (RULE.replace("[[rule]]", "[[rule]]\nvariant = 'moon'"), "moon"),
        ('reason = ""\nid = "stall"', "needs a reason"),
    ],
)
def test_a_table_that_is_misspelt_is_refused_with_its_name(text: str, wrong: str) -> None:
    with pytest.raises(InvalidValueError, match=r"stall\.toml cannot be read") as refused:
        RuleBook.from_toml({"stall.toml": text}, CLASSES)
    assert wrong in str(refused.value)


def test_a_class_table_that_does_not_fit_together_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="fee classes"):
        RuleBook.from_toml({}, CLASSES.replace('class = "coins"', 'class = "stamps"'))


def test_a_day_without_a_rule_is_refused_with_a_way_out() -> None:
    table = """
        id = "stall"
        name = "Stall"
        letter = "S"
        fill = "#000000"
        order = 1
        [[rule]]
        id = "stall"
        from = 2026-01-01
        source = "the market"
        checked_on = 2026-01-01
    """
    book = RuleBook.from_toml({"stall.toml": table}, CLASSES)
    with pytest.raises(UserError, match=r"no rule of Stall for this day.*Type the fee"):
        book.rule_for("stall", date(2025, 12, 31))
    assert book.checked_on == date(2026, 1, 1)
