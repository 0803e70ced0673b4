"""What a buyer typed stands in the window as it is: never as markup, nor as a field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from closet_app.services import orders
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.ui import packing_stage, print_room_stage

pytestmark = pytest.mark.usefixtures("keeper")
NAMES = (
    "<b>Bold</b><img src='file:///etc/hostname'>&amp;",
    "{first name} {0.__class__} %s %(x)s &File",
    "\u202eatanveR\u202c \u2066x",
    "Z\u0334\u0321a\u0337\u0355l\u0336g\u0335o",
    "\u0e2a\u0e38 \U0001f469\u200d\U0001f469\u200d\U0001f467",
    "W" * 480,
    "نועה 12-34 ليلى",
    '=cmd|"/c calc"!A1\x1b[31m',
    "\u200b\u200d",
)


def rich_words(widget: QWidget) -> list[str]:
    """Labels that would read the words of a buyer as markup."""
    plain = Qt.TextFormat.PlainText
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.textFormat() != plain and "<" in label.text() and "Bold" in label.text()
    ]


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[print_room_stage.Stage]:
    with print_room_stage.stage(tmp_path, qtbot) as made:
        yield made


def test_the_print_room_shows_them_all_and_prints_what_can_be(
    room: print_room_stage.Stage,
) -> None:
    for days, name in enumerate(NAMES):
        order_id = room.sell_on(days, name)
        orders.edit_order(room.closet, order_id, note=f"for {name[:80]}", gift_message=name[:200])
    page = room.enter()
    assert len(page.room.orders) == len(NAMES)
    for row in range(len(NAMES)):
        page.list.view.setCurrentIndex(page.list.model.index(row))
        room.settle_room()
        assert room.kinds()
        assert rich_words(room.window) == []


@pytest.fixture(scope="module")
def station(
    keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[packing_stage.Stage]:
    with packing_stage.stage(tmp_path_factory.mktemp("hostile") / "closet") as made:
        yield made


def test_the_pack_station_shows_them_all(station: packing_stage.Stage, qtbot: QtBot) -> None:
    for stage in station.serve(qtbot):
        sold = [stage.sold("B-02", buyer_name=name) for name in NAMES]
        for order_id in sold:
            page = stage.go(order_id)
            assert page.bench.order_id == order_id
            assert rich_words(stage.window) == []
        qtbot.waitUntil(stage.jobs.is_idle)
