"""Photos for cards: wished for while painting, served newest first, kept within bounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from closet_app.domain.progress import SILENT
from closet_app.photo.recipe import Recipe
from closet_app.services import pieces
from closet_app.services.closet import Closet
from closet_app.services.records import PhotoRef
from closet_app.ui import thumbs as thumbs_module
from closet_app.ui.closet.card_delegate import PaintedCards
from closet_app.ui.closet.faces import face_of
from closet_app.ui.jobs import Jobs
from closet_app.ui.thumbs import LARGEST, STEP, Thumbs, Wish, bucket, load, weight
from closet_app.ui.widgets.item_card import CardState
from tests.closets import new_closet
from tests.ui.closet_stage import SPEECH, add_pictured, card

pytestmark = pytest.mark.usefixtures("keeper")
NAMES = ("dress-01", "dress-02", "dress-03", "dress-04", "dress-05", "dress-06")
NOWHERE = PhotoRef(1, "0" * 64, Recipe())


@pytest.fixture(scope="module")
def closet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Closet]:
    opened = new_closet(tmp_path_factory.mktemp("thumbs") / "closet")
    add_pictured(opened, "Six dresses", *NAMES)
    yield opened
    opened.close()


@pytest.fixture
def refs(closet: Closet) -> list[PhotoRef]:
    return [photo.ref for photo in pieces.piece(closet, 1).photos]


@pytest.fixture
def thumbs(closet: Closet, jobs: Jobs) -> Thumbs:
    return Thumbs(closet, jobs, jobs)


def test_a_wish_is_served_and_told(thumbs: Thumbs, refs: list[PhotoRef], qtbot: QtBot) -> None:
    with qtbot.waitSignal(thumbs.arrived) as told:
        assert thumbs.get(refs[0], 190) is None
    assert told.args == [frozenset({refs[0].sha256})]
    pixmap = thumbs.get(refs[0], 190)
    assert pixmap is not None
    assert min(pixmap.width(), pixmap.height()) == 192
    assert thumbs.kept_bytes == weight(pixmap)
    assert thumbs.is_idle


def test_the_newest_wishes_are_served_first(
    closet: Closet, refs: list[PhotoRef], jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbs_module, "TOGETHER", 1)
    monkeypatch.setattr(thumbs_module, "AT_ONCE", 1)
    thumbs = Thumbs(closet, jobs, jobs)
    served: list[str] = []
    thumbs.arrived.connect(served.extend)
    for ref in refs:
        thumbs.get(ref, 100)
    qtbot.waitUntil(lambda: thumbs.is_idle)
    assert served == [ref.sha256 for ref in reversed(refs)]


def test_old_wishes_nobody_looks_at_any_more_are_dropped(
    closet: Closet, refs: list[PhotoRef], jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbs_module, "WAITING", 2)
    thumbs = Thumbs(closet, jobs, jobs)
    for ref in refs:
        thumbs.get(ref, 100)
    qtbot.waitUntil(lambda: thumbs.is_idle)
    assert [thumbs.get(ref, 100) is not None for ref in refs] == [False] * 4 + [True] * 2


def test_memory_stays_bounded_but_never_below_the_screen(
    closet: Closet, refs: list[PhotoRef], jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbs_module, "LIMIT", 1)
    thumbs = Thumbs(closet, jobs, jobs)
    thumbs.expect(2)
    for ref in refs:
        thumbs.get(ref, 100)
    qtbot.waitUntil(lambda: thumbs.is_idle)
    kept = [pixmap for ref in refs if (pixmap := thumbs.get(ref, 100)) is not None]
    assert len(kept) == 4
    assert thumbs.kept_bytes == sum(weight(pixmap) for pixmap in kept)


def test_a_photo_that_is_not_to_be_had_is_not_asked_for_again(thumbs: Thumbs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(thumbs.arrived):
        thumbs.get(NOWHERE, 100)
    assert thumbs.is_missing(NOWHERE)
    assert thumbs.get(NOWHERE, 100) is None
    assert thumbs.is_idle
    thumbs.look_again()
    assert not thumbs.is_missing(NOWHERE)


def test_sizes_go_in_steps_up_to_the_thumbnails_own() -> None:
    assert [bucket(short) for short in (0, 1, 64, 65, 187, 5_000)] == [64, 64, 64, 128, 192, 374]
    assert LARGEST <= 374 < LARGEST + STEP


def test_equal_pixels_are_one_wish(refs: list[PhotoRef]) -> None:
    twin = PhotoRef(99, refs[0].sha256, refs[0].recipe)
    assert Wish(twin, 192).key == Wish(refs[0], 192).key
    turned = PhotoRef(99, refs[0].sha256, Recipe(turns=1))
    assert Wish(turned, 192).key != Wish(refs[0], 192).key


def test_photos_are_decoded_no_larger_than_wished_for(closet: Closet, refs: list[PhotoRef]) -> None:
    ((_, small), (_, large), (_, gone)) = load(
        closet, [Wish(refs[0], 64), Wish(refs[0], 374), Wish(NOWHERE, 64)], SILENT
    )
    assert small is not None
    assert large is not None
    assert min(small.width(), small.height()) == 64
    assert min(large.width(), large.height()) == 374
    assert gone is None


def test_a_card_is_painted_once_for_each_way_it_looks() -> None:
    painted = PaintedCards()
    face, size = face_of(card(1), SPEECH), QSize(187, 274)
    first = painted.get(face, CardState(), size, 1.0)
    again = painted.get(face_of(card(1), SPEECH), CardState(), size, 1.0)
    assert first.cacheKey() == again.cacheKey()
    looks = [
        painted.get(face, CardState(selected=True), size, 1.0),
        painted.get(face, CardState(), QSize(200, 290), 1.0),
        painted.get(face, CardState(), size, 2.0),
        painted.get(face_of(card(1, title="Other"), SPEECH), CardState(), size, 1.0),
    ]
    assert len({first.cacheKey(), *(pixmap.cacheKey() for pixmap in looks)}) == 5
    assert looks[2].size() == size * 2


def test_painted_cards_are_let_go_beyond_their_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("closet_app.ui.closet.card_delegate.PAINTED_LIMIT", 2 * 187 * 274 * 4)
    painted = PaintedCards()
    size = QSize(187, 274)
    shown: list[QPixmap] = [
        painted.get(face_of(card(each), SPEECH), CardState(), size, 1.0) for each in range(4)
    ]
    again = painted.get(face_of(card(0), SPEECH), CardState(), size, 1.0)
    assert again.cacheKey() != shown[0].cacheKey()
    last = painted.get(face_of(card(3), SPEECH), CardState(), size, 1.0)
    assert last.cacheKey() == shown[3].cacheKey()
