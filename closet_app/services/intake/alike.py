"""Pieces that an intake may show again: those with the very photo, and those that look alike."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from closet_app.db.intake import pieces_with_original
from closet_app.db.items import newest_item_id, read_items
from closet_app.db.records import ItemRecord, PhotoRecord
from closet_app.photo.looks import Shot
from closet_app.services.closet import Closet
from closet_app.services.intake.seen import Seen
from closet_app.services.similar import here_already

OF_EACH = 2
"""Photos of a group that are compared with all pieces; the cover and one more tell enough."""
MOST_KEPT = 8_192

_Key = tuple[Path, int, str]
_kept: OrderedDict[_Key, int | None] = OrderedDict()
_turn = Lock()


@dataclass(frozen=True, slots=True)
class AlikePiece:
    """A piece outside Trash that a photo may show; `same_photo` when it has that very photo."""

    item: ItemRecord
    same_photo: bool


def alike_pieces(
    closet: Closet, groups: Iterable[Sequence[PhotoRecord]], seen: Seen
) -> dict[str, tuple[AlikePiece, ...]]:
    """The pieces that photos of these groups may show, by SHA-256.

    Looking alike is worked out once for each photo, until there is another piece.
    """
    shown = [[photo for photo in photos if not photo.left_out] for photos in groups]
    telling = [photo.sha256 for photos in shown for photo in _telling(photos, seen)]
    with closet.database.read() as connection:
        same = pieces_with_original(
            connection, (photo.sha256 for photos in shown for photo in photos)
        )
        newest = newest_item_id(connection)
    alike = _alike(closet, [sha for sha in telling if sha not in same], newest) if newest else {}
    with closet.database.read() as connection:
        ids = sorted({*alike.values(), *(item_id for ids in same.values() for item_id in ids)})
        items = {each.id: each for each in read_items(connection, ids) if not each.deleted_at}
    found = {sha: [(item_id, True) for item_id in ids] for sha, ids in same.items()}
    found |= {sha: [(item_id, False)] for sha, item_id in alike.items()}
    return {
        sha: tuple(AlikePiece(items[each], is_same) for each, is_same in pairs if each in items)
        for sha, pairs in found.items()
    }


def _telling(photos: Sequence[PhotoRecord], seen: Seen) -> list[PhotoRecord]:
    """The first photos that show more than a tag; ones nobody looked at cannot be compared."""
    looked = [(photo, seen.measures(photo.sha256)) for photo in photos]
    return [photo for photo, one in looked if one and one.shot is not Shot.TAG][:OF_EACH]


def _alike(closet: Closet, originals: Sequence[str], newest: int) -> Mapping[str, int]:
    keys = {sha: (closet.folder, newest, sha) for sha in originals}
    with _turn:
        known = {sha: _kept[key] for sha, key in keys.items() if key in _kept}
    asked = [sha for sha in originals if sha not in known]
    here = here_already(closet, asked) if asked else {}
    fresh = {sha: here[sha].item_id if sha in here else None for sha in asked}
    with _turn:
        _kept.update((keys[sha], item_id) for sha, item_id in fresh.items())
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    found = {**known, **fresh}
    return {sha: item_id for sha, item_id in found.items() if item_id is not None}
