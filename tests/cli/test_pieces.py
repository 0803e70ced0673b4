from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.cli.conftest import Shell
from tests.closets import PHOTOS


def test_an_added_item_says_its_number_and_keeps_what_was_typed(shop: Shell) -> None:
    number = shop.ok(
        "add", PHOTOS / "dress-03.jpg", PHOTOS / "dress-04.jpg", "--title", "Trench, olive",
        "--brand", "Burberry", "--size", "8", "--department", "womens", "--category",
        "jackets & coats", "--color", "green,gray", "--condition", "very good", "--cost", "$12.50",
        "--price", "140", "--bin", "C-01", "--source", "Goodwill", "--acquired-on", "Nov 2",
    )  # fmt: skip
    facts = shop.json("show", number)
    assert number == "JL-0004"
    assert (facts["department"], facts["category"]) == ("Women", "Jackets & Coats")
    assert facts["colors"] == ["Green", "Gray"]
    assert (facts["cost_price_minor"], facts["asking_minor"]) == (1_250, 14_000)
    assert (facts["acquired_on"], facts["condition"]) == ("2026-11-02", "very_good")
    assert facts["photos"] == 2
    assert [each["name"] for each in facts["photo_files"]] == ["dress-03.jpg", "dress-04.jpg"]


def test_a_file_that_is_no_photo_is_named_and_the_rest_goes_on(shop: Shell, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("not a photo")
    ran = shop("add", tmp_path / "list.txt", PHOTOS / "dress-03.jpg")
    assert (ran.code, ran.out) == (0, "JL-0004\n")
    assert "list.txt" in ran.err
    assert shop.json("show", "JL-0004")["photos"] == 1


def test_a_list_is_found_sorted_and_complete(shop: Shell) -> None:
    found = shop.json("list", "--sort", "price_up")
    assert [each["asking_minor"] for each in found] == [2_800, 3_400, 8_000]
    tee = found[1]
    assert (tee["sku"], tee["bin"], tee["cost_minor"], tee["photos"]) == ("JL-0001", "B-04", 600, 1)
    assert tee["keep_minor"] == 2_120
    assert found[2]["cost_minor"] is None


def test_a_search_takes_words_that_begin_with_a_minus(shop: Shell) -> None:
    def found(*words: str) -> list[str]:
        return [each["sku"] for each in json.loads(shop.ok("list", "--json", *words))]

    assert found("-size:XL") == ["JL-0003", "JL-0001"]
    assert found("brand:free people") == ["JL-0002"]
    assert found("brand:madewell", "-size:XL", "price:20..150") == ["JL-0001"]
    assert found("-tee", "--sort", "title") == ["JL-0003", "JL-0002"]
    assert found("--", "-tee", "-coat") == ["JL-0003"]
    assert found("nothing", "like", "this") == []


def test_a_list_for_people_has_a_row_for_each_item(shop: Shell) -> None:
    shop.ok("edit", "JL-0001", "title=크림 스웨터")
    lines = shop.ok("list").splitlines()
    assert len(lines) == 4
    assert lines[0].split()[:2] == ["Number", "Title"]
    assert "크림 스웨터" in lines[3]
    assert lines[3].index("Madewell") + len("크림스웨터") == lines[0].index("Brand")


def test_a_list_as_csv_has_the_same_facts_and_no_formulas(shop: Shell) -> None:
    shop.ok("edit", "JL-0001", "title==SUM(A1)")
    rows = list(csv.DictReader(io.StringIO(shop.ok("list", "--csv"))))
    assert [row["title"] for row in rows] == ["Slip dress", "Wool coat", "'=SUM(A1)"]
    assert [row["asking"] for row in rows] == ["28.00", "80.00", "34.00"]
    assert [row["cost"] for row in rows] == ["3.50", "", "6.00"]


def test_an_item_is_shown_with_what_it_would_keep(shop: Shell) -> None:
    said = shop.ok("show", "jl-0001")
    assert "Breton tee" in said
    assert "Keep on Poshmark" in said
    assert "$21.20" in said
    keeps = {each["marketplace"]: each for each in shop.json("show", "JL-0001")["keeps"]}
    assert keeps["poshmark"]["fee_minor"] == 680


def test_fields_are_changed_by_any_of_their_names_and_cleared(shop: Shell) -> None:
    said = shop.ok("edit", "JL-0001", "price=36.50", "Title=Breton = boat", "color=red", "bin=")
    facts = shop.json("show", "JL-0001")
    assert said == "Edited 1 item"
    assert (facts["asking_minor"], facts["title"]) == (3_650, "Breton = boat")
    assert (facts["colors"], facts["bin"]) == (["Red"], "")


def test_a_field_nobody_knows_changes_nothing(shop: Shell) -> None:
    ran = shop("edit", "JL-0001", "price=1", "shoe=2")
    assert ran.code == 2
    assert "shoe" in ran.err
    assert shop.json("show", "JL-0001")["asking_minor"] == 3_400


def test_a_number_that_is_taken_is_refused(shop: Shell) -> None:
    ran = shop("edit", "JL-0001", "sku=jl-0002")
    assert ran.code == 1
    assert "taken" in ran.err


def test_the_same_value_again_is_no_step(shop: Shell) -> None:
    assert shop.ok("edit", "JL-0001", "price=34") == "Nothing was different."
    assert shop.ok("history").splitlines()[1].endswith("Added 1 item")


def test_commands_are_taken_back_and_done_again(shop: Shell) -> None:
    shop.ok("edit", "JL-0001", "price=40")
    assert shop.ok("undo").startswith("Undone: ")
    assert shop.json("show", "JL-0001")["asking_minor"] == 3_400
    assert [each["undone"] for each in shop.json("history")][:2] == [True, False]
    assert shop.ok("redo").startswith("Done again: ")
    assert shop.json("show", "JL-0001")["asking_minor"] == 4_000
    assert "$34.00 → $40.00" in shop.ok("history", "JL-0001")
