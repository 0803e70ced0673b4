from __future__ import annotations

from closet_app.photo.copies import sized
from closet_app.photo.rules import CopyRule, load_rules, shipped_rules
from tests.photo.pictures import quarters


def test_every_marketplace_of_the_reference_has_a_rule() -> None:
    rules = load_rules()
    assert {name: rule.most for name, rule in rules.items()} == {
        "poshmark": 16,
        "ebay": 24,
        "mercari": 12,
        "depop": 8,
        "vinted": 20,
        "etsy": 20,
        "facebook": 10,
        "whatnot": 10,
        "grailed": 20,
        "shopify": 250,
    }
    assert shipped_rules() == rules


def test_a_rule_says_where_it_is_from_and_what_is_not_verified() -> None:
    rules = load_rules()
    ebay = rules["ebay"]
    assert ebay.copy == CopyRule(longest=1600, least_longest=500, max_bytes=12_000_000)
    assert (ebay.formats[0], ebay.unverified) == ("JPEG", ())
    assert rules["mercari"].unverified == ("most", "copy.width", "copy.height")
    assert all(rule.source for rule in rules.values())


def test_no_rule_makes_a_copy_beyond_its_size() -> None:
    for rule in load_rules().values():
        for photo in ((4000, 400), (400, 4000), (400, 300)):
            copy = sized(quarters(*photo), rule.copy)
            limit = max(rule.copy.longest, rule.copy.width, rule.copy.height)
            assert max(copy.size) <= limit
            assert max(copy.size) >= rule.copy.least_longest
