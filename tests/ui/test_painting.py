"""Every painted control shows the colours of its state, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.ui.frame.page import RailEntry
from closet_app.ui.frame.rail import BrandMark, RailButton
from closet_app.ui.theme.icons import icon
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.theme.shades import color
from closet_app.ui.widgets.age_histogram import AgeHistogram
from closet_app.ui.widgets.calendar_popup import CalendarPopup
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.facet_group import FacetGroup
from closet_app.ui.widgets.frames import (
    Card,
    EmptyState,
    SkeletonRect,
    StitchedDropArea,
)
from closet_app.ui.widgets.mark_rows import BadgeRow, Swatch, SwatchRow
from closet_app.ui.widgets.photo_thumb import PhotoThumb, ThumbFace
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.search_box import SearchBox
from closet_app.ui.widgets.suggestion_list import Suggestion


def check(state: Qt.CheckState) -> QCheckBox:
    box = QCheckBox()
    box.setTristate(True)
    box.setCheckState(state)
    return box


def choice() -> QRadioButton:
    made = QRadioButton("Letter")
    made.setChecked(True)
    return made


def segments() -> Segmented:
    return Segmented([Segment("grid", "Gallery", "layout-grid"), Segment("rows", "Table")])


def ages() -> AgeHistogram:
    made = AgeHistogram("Age", ("0", "120+"))
    made.show_counts((5,) * 12)
    made.choose(6, 11)
    return made


def swatches() -> SwatchRow:
    made = SwatchRow("Color", [Swatch("rust", "Rust", "#A8452B")])
    made.choose(["rust"])
    return made


def places() -> BadgeRow:
    made = BadgeRow("Listed on", [("vinted", "Vinted")])
    made.choose(["vinted"])
    return made


def selected_thumb() -> PhotoThumb:
    made = PhotoThumb(ThumbFace("Photo", number=2), 120)
    made.set_selected(True)
    return made


def folded() -> FacetGroup:
    made = FacetGroup("Brand")
    made.set_folded(True)
    return made


def tokens() -> SearchBox:
    made = SearchBox("Search")
    made.set_query(["brand:madewell"], "")
    return made


def place() -> RailButton:
    made = RailButton(RailEntry("Orders", "package", 3))
    made.setChecked(True)
    made.set_count(8)
    return made


PAINTED: dict[str, tuple[Callable[[], QWidget], str]] = {
    "ticked": (lambda: check(Qt.CheckState.Checked), "accent"),
    "part ticked": (lambda: check(Qt.CheckState.PartiallyChecked), "accent"),
    "not ticked": (lambda: check(Qt.CheckState.Unchecked), "surface"),
    "chosen": (choice, "accent"),
    "segments": (segments, "surface"),
    "old ages": (ages, "warn"),
    "age range": (ages, "accent-ink"),
    "swatch": (swatches, "accent-ink"),
    "badge": (places, "accent-ink"),
    "selected photo": (selected_thumb, "accent-ink"),
    "missing photo": (lambda: PhotoThumb(ThumbFace("Photo", is_missing=True), 120), "neutral-soft"),
    "blurry photo": (lambda: PhotoThumb(ThumbFace("Photo", hint="Blurry"), 120), "warn-soft"),
    "cover": (lambda: PhotoThumb(ThumbFace("Photo", is_cover=True), 120), "accent"),
    "slot": (lambda: PhotoThumb(ThumbFace("Add", is_slot=True), 120), "hem"),
    "folded": (folded, "ink2"),
    "token": (tokens, "accent-soft"),
    "empty page": (lambda: EmptyState("package", "Nothing to pack", "It waits here."), "hem"),
    "drop area": (lambda: StitchedDropArea("Drop photos here"), "hem"),
    "skeleton": (lambda: SkeletonRect(80, 12), "neutral-soft"),
    "chosen card": (lambda: Card(look="chosen"), "accent-ink"),
    "brand": (BrandMark, "accent"),
    "place": (place, "accent"),
}


def shades(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("wish", ["light", "dark"])
@pytest.mark.parametrize(("make", "role"), PAINTED.values(), ids=PAINTED)
def test_a_control_wears_the_colours_of_its_state(
    qtbot: QtBot, keeper: ThemeKeeper, wish: str, make: Callable[[], QWidget], role: str
) -> None:
    keeper.wear("dark" if wish == "dark" else "light")
    widget = make()
    qtbot.addWidget(widget)
    widget.resize(max(widget.sizeHint().width(), 40), max(widget.sizeHint().height(), 20))
    widget.show()
    assert color(role).name() in shades(widget)


def test_the_current_suggestion_is_soft_and_the_rest_is_surface(
    qtbot: QtBot, keeper: ThemeKeeper
) -> None:
    found = [Suggestion("brand:madewell", "Madewell", 17), Suggestion("brand:mango", "Mango", 4)]
    box = SearchBox("Search", suggest=lambda _typed: found)
    box.resize(640, 34)
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClicks(box.line, "brand:m")
    image = box.list.grab().toImage()
    assert image.pixelColor(200, 21) == color("accent-soft")
    assert image.pixelColor(200, 53) == color("surface")
    qtbot.mouseMove(box.list, QPoint(60, 53))
    assert box.list.grab().toImage().pixelColor(200, 53) == color("accent-soft")


def test_a_drop_area_shows_that_it_takes_the_files(
    qtbot: QtBot, keeper: ThemeKeeper, tmp_path: Path
) -> None:
    area = StitchedDropArea("Drop photos here")
    qtbot.addWidget(area)
    area.resize(200, 100)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    no_keys = Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    area.dragEnterEvent(
        QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, left, no_keys)
    )
    assert color("accent-soft").name() in shades(area)


def test_popups_paint_their_own_ground(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = CalendarPopup(parent)
    popup.adjustSize()
    assert popup.grab().toImage().pixelColor(popup.width() // 2, 4) == color("surface")
    menu = rounded_menu(QMenu(parent))
    menu.addAction(icon("trash-2", "bad-ink"), "Move to trash")
    assert menu.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert color("surface").name() in shades(menu)


def test_arrow_keys_choose_among_focused_segments(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    view = segments()
    qtbot.addWidget(view)
    view.show()
    first = view.findChildren(QWidget)[0]
    with qtbot.waitSignal(view.changed) as changed:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert changed.args == ["rows"]
    view.set_words("rows", "Table 8")
    assert view.value() == "rows"
