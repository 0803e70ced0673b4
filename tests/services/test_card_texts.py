"""Which text a card gets, what its fields stand for, and how texts are changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from closet_app.db.ledger import reading
from closet_app.db.parcel_records import CardTextRecord
from closet_app.db.records import OrderRecord
from closet_app.domain.card_texts import Audience, CardText, fields_in
from closet_app.errors import InvalidValueError, NotFoundError, UserError
from closet_app.paths import resources
from closet_app.services import buyers, history, orders, shop
from closet_app.services.card_text_book import (
    add_text,
    delete_text,
    edit_text,
    enable_text,
    languages,
    move_text,
    suggested_language,
)
from closet_app.services.card_texts import (
    note_for,
    note_with,
    remember_text,
    sample_note,
    texts,
)
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.opening import open_closet
from closet_app.services.order_steps import cancel
from closet_app.services.shipped_texts import text_tables
from closet_app.services.writing import writing
from tests.closets import add, sell

ALL = tuple(text_tables(resources()).values())
SUMMER = date(2026, 7, 1)
OWN = CardText(0, "Mine", "en", "Thanks for {pieces}!", "Love, {owner}")


@pytest.fixture(autouse=True)
def owner(closet: Closet) -> None:
    shop.edit_shop(closet, owner="Maya")


def buy(closet: Closet, *titles: str, buyer: str = "Renata Okafor", **more: str) -> int:
    ids = [add(closet, title) for title in titles or ("Breton boatneck tee",)]
    return sell(closet, ids, ["20"] * len(ids), buyer_name=buyer, **more)


def printed(closet: Closet, order_id: int) -> int | None:
    with writing(closet, "Printed") as step:
        remember_text(closet, step.ledger, order_id)
    with reading(closet.database) as ledger:
        return ledger.get(OrderRecord, order_id).card_text_id


def test_a_first_order_gets_a_note_that_names_the_buyer_and_the_pieces(closet: Closet) -> None:
    order = buy(closet, "Breton boatneck tee", "Linen skirt, rust", "Straw hat")
    own, _ = add_text(closet, OWN)
    note = note_for(closet, order)
    assert note.text_id == own
    assert note.greeting == "Dear Renata,"
    assert note.body == "Thanks for the Breton boatneck tee and 2 more!"
    assert (note.sign_off, note.language) == ("Love, Maya", "en")
    assert dict(note.facts)["these"] == "these three"


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (["Linen skirt, rust"], "Thanks for the linen skirt!"),
        (["Zara Mini Dress", "Hat"], "Thanks for the Zara Mini Dress and one more!"),
        (["Panama hat"], "Thanks for the Panama hat!"),
    ],
)
def test_titles_are_said_as_in_a_sentence(closet: Closet, titles: list[str], said: str) -> None:
    add_text(closet, OWN)
    assert note_for(closet, buy(closet, *titles)).body == said


def test_without_any_own_text_the_program_has_one_for_first_and_returning_buyers(
    closet: Closet,
) -> None:
    first = buy(closet)
    names = {text.id: text for text in texts(closet)}
    assert names[note_for(closet, first).text_id or 0].audience is Audience.FIRST
    second = buy(closet)
    assert names[note_for(closet, second).text_id or 0].audience is Audience.RETURNING


def test_a_returning_buyer_never_gets_a_note_again_until_all_were_used(closet: Closet) -> None:
    seen = []
    for _ in range(5):
        order = buy(closet)
        seen.append(printed(closet, order))
        assert note_for(closet, order).text_id == seen[-1]
    assert len(set(seen)) == 5
    seen += [printed(closet, buy(closet)) for _ in range(6)]
    assert all(one != other for one, other in pairwise(seen))


def test_two_orders_of_one_buyer_in_the_same_run_get_two_notes(closet: Closet) -> None:
    first, second, third = buy(closet), buy(closet), buy(closet)
    given = [note_for(closet, each).text_id for each in (first, second, third)]
    assert len(set(given)) == 3
    assert [note_for(closet, each).text_id for each in (third, second, first)] == given[::-1]
    cancel(closet, second)
    assert note_for(closet, third).text_id == given[1]


def test_the_shops_own_note_goes_before_those_of_the_program(closet: Closet) -> None:
    shop.edit_shop(closet, card_note="thank you for {pieces} from {marketplace}!", sign_off="M.")
    note = note_for(closet, buy(closet))
    assert (note.text_id, note.sign_off) == (0, "M.")
    assert note.body == "thank you for the Breton boatneck tee from eBay!"


def test_an_orders_own_note_goes_before_all_and_is_not_remembered(closet: Closet) -> None:
    order = buy(closet)
    orders.edit_order(closet, order, note="Dear {first name}, {it} was my favorite. {oops}")
    note = note_for(closet, order)
    assert note.body == "Dear Renata, it was my favorite. {oops}"
    assert note.text_id is None
    assert printed(closet, order) is None


def test_texts_for_a_marketplace_a_season_and_returning_buyers_go_first(closet: Closet) -> None:
    plain, _ = add_text(closet, OWN)
    depop, _ = add_text(closet, replace(OWN, name="Depop", marketplace="depop"))
    back, _ = add_text(closet, replace(OWN, name="Back", audience=Audience.RETURNING))
    summer, _ = add_text(closet, replace(OWN, name="Summer", season="summer"))
    assert note_for(closet, buy(closet)).text_id == plain
    assert note_for(closet, buy(closet, buyer="June", market="depop")).text_id == depop
    assert note_for(closet, buy(closet)).text_id == back
    closet.close()
    later = open_closet(closet.folder, resources(), fixed_clock(SUMMER))
    try:
        assert note_for(later, buy(later, buyer="Odette")).text_id == summer
        shop.edit_shop(later, country="AU")
        assert note_for(later, buy(later, buyer="Priya")).text_id == plain
    finally:
        later.close()


def test_a_buyer_is_written_to_in_her_language_and_else_in_the_shops(closet: Closet) -> None:
    shop.edit_shop(closet, card_note="thank you!")
    order = buy(closet, buyer="김하늘")
    with reading(closet.database) as ledger:
        buyer_id = ledger.get(OrderRecord, order).buyer_id or 0
    assert note_for(closet, order).language == "en"
    buyers.edit_buyer(closet, buyer_id, language="ko")
    note = note_for(closet, order)
    assert (note.language, note.greeting) == ("ko", "김하늘 님께,")
    assert note.sign_off.endswith("Maya 드림")
    buyers.edit_buyer(closet, buyer_id, language="pl")
    assert note_for(closet, order).body == "thank you!"
    assert buyers.buyer(closet, buyer_id).language == "pl"


@pytest.mark.parametrize(
    ("country", "language"), [("KR", "ko"), ("at", "de"), ("MX", "es"), ("JP", ""), ("", "")]
)
def test_the_language_of_a_country_is_only_suggested(country: str, language: str) -> None:
    assert suggested_language(country) == language


def test_an_order_without_a_buyer_is_greeted_without_a_name(closet: Closet) -> None:
    assert note_for(closet, sell(closet, [add(closet)], ["20"])).greeting == "Hello,"
    with pytest.raises(NotFoundError):
        note_for(closet, 99)


@pytest.mark.parametrize("name", ["{shop} {owner}", "%s {0.__class__}", "{first name}", "{{}}"])
def test_a_hostile_name_or_title_stays_the_text_it_is(closet: Closet, name: str) -> None:
    add_text(closet, replace(OWN, body="{name}|{piece}|{shop}"))
    body = note_for(closet, buy(closet, name, buyer=name)).body
    assert body == f"{name}|{name}|Juniper Lane"


def test_texts_are_added_edited_moved_left_out_and_deleted_and_each_is_undone(
    closet: Closet,
) -> None:
    first, changed = add_text(closet, OWN)
    assert changed.shop
    second, _ = add_text(closet, replace(OWN, name="Second"))
    move_text(closet, second, 0)
    assert own_names(closet) == ["Second", "Mine"]
    edit_text(closet, replace(OWN, id=first, name="First", body="{shop}"))
    assert own_names(closet) == ["Second", "First"]
    enable_text(closet, second, on=False)
    assert note_for(closet, buy(closet)).text_id == first
    history.undo(closet)
    delete_text(closet, second)
    assert own_names(closet) == ["First"]
    history.undo(closet)
    assert own_names(closet) == ["Second", "First"]


def own_names(closet: Closet) -> list[str]:
    return [text.name for text in texts(closet) if text.id > 0]


def test_a_text_of_the_program_is_copied_when_it_is_edited_and_back_when_the_copy_goes(
    closet: Closet,
) -> None:
    shipped = texts(closet)[0]
    with reading(closet.database) as ledger:
        assert not ledger.where(CardTextRecord)
    own, _ = edit_text(closet, replace(shipped, body="Changed"))
    assert own > 0
    assert shipped.id not in {text.id for text in texts(closet)}
    delete_text(closet, own)
    assert texts(closet)[0] == shipped
    off, _ = enable_text(closet, shipped.id, on=False)
    assert note_for(closet, buy(closet)).text_id not in {off, shipped.id}
    for change in (lambda: delete_text(closet, -101), lambda: move_text(closet, -101, 0)):
        with pytest.raises(UserError, match="comes with Closet"):
            change()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"body": ""}, "body"),
        ({"body": "x" * 1_201}, "body"),
        ({"body": "Hi {fist name}"}, "body"),
        ({"body": "{0.__class__}"}, "body"),
        ({"sign_off": "{nobody}"}, "sign_off"),
        ({"name": " "}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"language": "xx"}, "language"),
        ({"season": "monsoon"}, "season"),
    ],
)
def test_a_text_that_cannot_be_is_refused_by_its_field(
    closet: Closet, change: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        add_text(closet, replace(OWN, **change))  # type: ignore[arg-type]  # texts
    assert refused.value.field == field


def test_an_unknown_field_is_named_with_those_there_are(closet: Closet) -> None:
    with pytest.raises(InvalidValueError, match=r"no field \{fist name\}") as refused:
        add_text(closet, replace(OWN, body="Hi {fist name}"))
    assert "{first name}" in str(refused.value.remedy)


def test_a_name_is_used_once_in_a_language(closet: Closet) -> None:
    add_text(closet, OWN)
    add_text(closet, replace(OWN, language="de"))
    second, _ = add_text(closet, replace(OWN, name="Second"))
    for change in (lambda: add_text(closet, OWN), lambda: rename(closet, second)):
        with pytest.raises(InvalidValueError, match="already"):
            change()


def rename(closet: Closet, text_id: int) -> None:
    edit_text(closet, replace(OWN, id=text_id, name="MINE"))


@pytest.mark.parametrize("table", ALL, ids=[table.language for table in ALL])
def test_the_texts_of_the_program_fill_every_field(closet: Closet, table: object) -> None:
    found = [text for text in texts(closet) if text in getattr(table, "texts", ())]
    assert len(found) >= 5
    assert {Audience.FIRST, Audience.RETURNING} <= {text.audience for text in found}
    for text in found:
        note = sample_note(closet, text)
        assert not fields_in(note.body + note.greeting + note.sign_off)
        assert "  " not in note.body


def test_ids_of_the_programs_texts_are_given_once_and_languages_name_themselves(
    closet: Closet,
) -> None:
    ids = [text.id for text in texts(closet)]
    assert len(set(ids)) == len(ids)
    assert max(ids) < 0
    assert languages(closet)[0] == ("en", "English")
    assert {code for code, _ in languages(closet)} == {"en", "de", "es", "fr", "ko"}


def test_any_text_can_be_seen_as_the_card_of_an_order(closet: Closet) -> None:
    order = buy(closet, "Breton boatneck tee", "Straw hat")
    orders.edit_order(closet, order, note="A note of its own")
    note = note_with(closet, replace(OWN, body="{first name}, {pieces} for you"), order)
    assert note.body == "Renata, the Breton boatneck tee and one more for you"
    assert note.sign_off == "Love, Maya"
    with pytest.raises(NotFoundError):
        note_with(closet, OWN, order + 1)


def test_a_shop_without_a_name_never_speaks_of_it(closet: Closet) -> None:
    shop.edit_shop(closet, name="", owner="")
    for number in range(6):
        told = note_for(closet, sell(closet, [add(closet, f"Tee {number}")], ["20"]))
        assert "  " not in told.body
        assert " ," not in told.body
        assert " ." not in told.body
