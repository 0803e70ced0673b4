from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from closet_app.db.engine import DATABASE_NAME
from closet_app.paths import resources
from closet_app.services import backups, history, items, order_steps
from closet_app.services.clock import fixed_clock
from closet_app.services.closet import Closet
from closet_app.services.opening import open_closet
from closet_app.services.photos import remove_photo
from closet_app.services.pieces import piece
from tests.closets import TODAY, add, sell
from tests.services.backup_files import made, made_once, shop

__all__ = ["made", "made_once", "shop"]


def kinds(closet: Closet) -> set[str]:
    """What kinds of problems a check finds."""
    return {each.kind for each in backups.check(closet).problems}


def original(closet: Closet, item_id: int = 1) -> Path:
    """The file of the first photo of a piece."""
    return closet.photos.path_of(piece(closet, item_id).photos[0].ref.sha256)


def reopened(made: Path, *statements: str) -> Closet:
    """The shop after somebody changed its file by hand."""
    with closing(sqlite3.connect(made.parent / "closet" / DATABASE_NAME)) as connection:
        connection.create_function("search_tokens", -1, lambda *texts: str(texts))
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return open_closet(made.parent / "closet", resources(), fixed_clock(TODAY))


def test_a_sound_closet_has_no_problems_and_says_what_there_is(shop: Closet) -> None:
    report = backups.check(shop)
    assert report.is_sound
    assert report.facts is not None
    assert (report.facts.items, report.facts.orders, report.facts.photos) == (2, 1, 2)
    assert report.facts.photo_bytes > 10_000


def test_a_closet_of_every_kind_of_sale_is_sound(shop: Closet) -> None:
    for end in (order_steps.cancel, lambda c, o: order_steps.return_lines(c, o, to_stock=True)):
        end(shop, sell(shop, [add(shop), add(shop, cost_price=None)], ["30", "0.01"]))
    order_steps.refund(shop, sell(shop, [add(shop)], ["19.99"], own_label=True), 333)
    assert kinds(shop) == set()


def test_a_missing_photo_is_found(shop: Closet) -> None:
    original(shop).unlink()
    assert kinds(shop) == {"photo_missing"}


def test_one_changed_byte_in_a_photo_is_found(shop: Closet) -> None:
    path = original(shop)
    data = bytearray(path.read_bytes())
    data[5_000] ^= 1
    path.chmod(0o644)
    path.write_bytes(bytes(data))
    assert kinds(shop) == {"photo_damaged"}
    assert backups.backup(shop, shop.folder.parent / "b.zip").problems[0].name == path.name


def test_a_file_that_no_piece_names_is_found(shop: Closet) -> None:
    (shop.photos.folder / "ab").mkdir(exist_ok=True)
    (shop.photos.folder / "ab" / "holiday.jpg").write_bytes(b"x")
    (shop.photos.folder / ".DS_Store").write_bytes(b"x")
    report = backups.check(shop)
    assert [each.kind for each in report.problems] == ["photo_stray"]
    assert "holiday.jpg" in report.problems[0].words


def test_a_photo_that_undo_can_bring_back_is_no_stray(shop: Closet) -> None:
    remove_photo(shop, piece(shop, 1).photos[0].ref.id)
    assert kinds(shop) == set()
    history.undo(shop)
    assert kinds(shop) == set()


def test_a_number_filed_wrongly_is_found(made: Path) -> None:
    closet = reopened(made, "UPDATE item SET sku_key = 'other' WHERE id = 2")
    assert "number" in kinds(closet)
    closet.close()


def test_two_numbers_that_are_the_same_are_found(made: Path) -> None:
    closet = reopened(made, "UPDATE item SET sku = 'jl-0001 ' WHERE id = 2")
    assert "number" in kinds(closet)
    closet.close()


def test_a_cost_that_does_not_add_up_is_found(made: Path) -> None:
    change = "UPDATE item SET cost_minor = 5 WHERE id = 2"
    closet = reopened(made, change)
    assert "cost" in kinds(closet)
    closet.close()


def test_a_damaged_daily_backup_is_found(shop: Closet) -> None:
    copy = backups.daily(shop)
    assert copy is not None
    data = bytearray(copy.read_bytes())
    data[4_096:12_288] = b"\xff" * 8_192
    copy.write_bytes(bytes(data))
    assert kinds(shop) == {"backup"}


def test_a_page_of_noise_in_the_database_is_said_and_not_raised(made: Path) -> None:
    path = made.parent / "closet" / DATABASE_NAME
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'order_line'"
        ).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    closet = open_closet(made.parent / "closet", resources(), fixed_clock(TODAY))
    report = backups.check(closet)
    assert "damage" in {each.kind for each in report.problems}
    closet.close()


def test_looking_changes_nothing(shop: Closet) -> None:
    items.edit(shop, [2], {"title": "Before"})
    before = history.recent(shop)
    backups.check(shop)
    assert history.recent(shop) == before
