from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from closet_app.domain.query import parse
from closet_app.domain.taxonomy import Taxonomy
from closet_app.paths import resources
from closet_app.wording import Chip, Manner, say_chip


@pytest.fixture(scope="module")
def manner() -> Manner:
    folder = resources() / "taxonomy"
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.toml")}
    return Manner(Taxonomy.from_toml(texts), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("tee", "", "tee"),
        ('"free people"', "", "“free people”"),
        ("-tee", "", "not tee"),
        ("department:Women", "department", "Women"),
        ("size:S,M", "size", "S, M"),
        ("-size:XL", "size", "not XL"),
        ("brand:bre*", "brand", "bre…"),
        ("price:20..150", "price", "$20–150"),
        ("price:20.50..20.99", "price", "$20.50–20.99"),
        ("price:20", "price", "$20"),
        ("price:>=20", "price", "from $20"),
        ("price:<=1500", "price", "up to $1,500"),
        ("keep:-5..10", "keep", "−$5–$10"),
        ("age:>90", "age", "over 90 days"),
        ("age:<=30", "age", "up to 30 days"),
        ("age:31..60", "age", "31–60 days"),
        ("age:1", "age", "1 day"),
        ("photos:0", "photos", "0"),
        ("photos:2..5", "photos", "2–5"),
        ("quantity:>=2", "quantity", "from 2"),
        ("sold:2026", "sold", "2026"),
        ("sold:2026-11", "sold", "November 2026"),
        ("sold:2026-11-08", "sold", "Nov 8"),
        ("sold:2025-11-08..2026-01-03", "sold", "Nov 8, 2025 – Jan 3"),
        ("acquired:>=2026-11-08", "acquired", "from Nov 8"),
        ("acquired:<=2026-11-08", "acquired", "up to Nov 8"),
        ("has:photo", "has", "photo"),
        ("no:cost", "no", "cost"),
    ],
)
def test_each_filter_is_a_chip_in_words(manner: Manner, text: str, key: str, value: str) -> None:
    [term] = parse(text).terms
    assert say_chip(term, manner) == Chip(key, value)


def test_a_sign_behind_the_amount_stands_once(manner: Manner) -> None:
    german = replace(manner, currency="EUR", locale="de_DE")
    [term] = parse("price:20..150").terms
    assert say_chip(term, german) == Chip("price", "20–150\u00a0€")
