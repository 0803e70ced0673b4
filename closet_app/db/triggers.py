"""The one list of triggers; every migration drops them all and makes them anew."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

SEARCHED = (
    "title", "sku", "brand", "department", "category", "subcategory", "size", "colors",
    "other_colors", "condition", "material", "style_words", "tags", "bin", "source", "notes",
    "flaws", "description",
)  # fmt: skip
"""The columns of a piece in whose words it is found."""

SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE item_search USING fts5("
    "title, words, content='', prefix='1 2', columnsize=0, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* So'\")"
)
"""Holds no text of its own; its words come from the function `search_tokens`."""


def indexed_values(row: str) -> str:
    """What the search table holds of one row of `item`: id, words of the title, all others."""
    title, *others = (f"{row}.{name}" for name in SEARCHED)
    return f"{row}.id, search_tokens({title}), search_tokens({', '.join(others)})"


def _insert(row: str) -> str:
    return f"INSERT INTO item_search(rowid, title, words) VALUES ({indexed_values(row)});"  # noqa: S608 - our own names


def _remove(row: str) -> str:
    columns = "item_search(item_search, rowid, title, words)"
    return f"INSERT INTO {columns} VALUES ('delete', {indexed_values(row)});"  # noqa: S608 - our own names


_COST_PARTS = ("cost_tax_minor", "cost_inbound_minor", "cost_cleaning_minor")
_COST = f"(cost_price_minor{''.join(f' + ifnull({part}, 0)' for part in _COST_PARTS)})"
_COVER = (
    "(SELECT id FROM photo WHERE item_id = {item} AND NOT left_out ORDER BY position, id LIMIT 1)"
)


def _cost(row: str) -> str:
    where = f"id = {row}.id AND cost_minor IS NOT {_COST}"
    return f"UPDATE item SET cost_minor = {_COST} WHERE {where};"  # noqa: S608 - our own names


def _cover(item: str) -> str:
    cover = _COVER.format(item=item)
    where = f"id = {item} AND cover_photo_id IS NOT {cover}"
    return f"UPDATE item SET cover_photo_id = {cover} WHERE {where};"  # noqa: S608 - our own names


def _trigger(name: str, when: str, body: str) -> tuple[str, str]:
    return name, f"CREATE TRIGGER {name} {when} BEGIN {body} END"


TRIGGERS: Final = MappingProxyType(
    dict(
        (
            _trigger("item_search_insert", "AFTER INSERT ON item", _insert("new")),
            _trigger("item_search_delete", "AFTER DELETE ON item", _remove("old")),
            _trigger(
                "item_search_update",
                f"AFTER UPDATE OF {', '.join(SEARCHED)} ON item",
                f"{_remove('old')} {_insert('new')}",
            ),
            _trigger("item_cost_insert", "AFTER INSERT ON item", _cost("new")),
            _trigger(
                "item_cost_update",
                f"AFTER UPDATE OF cost_price_minor, {', '.join(_COST_PARTS)} ON item",
                _cost("new"),
            ),
            _trigger("item_cover_insert", "AFTER INSERT ON item", _cover("new.id")),
            _trigger("photo_cover_insert", "AFTER INSERT ON photo", _cover("new.item_id")),
            _trigger("photo_cover_delete", "AFTER DELETE ON photo", _cover("old.item_id")),
            _trigger(
                "photo_cover_update",
                "AFTER UPDATE OF item_id, position, left_out ON photo",
                f"{_cover('old.item_id')} {_cover('new.item_id')}",
            ),
        )
    )
)
