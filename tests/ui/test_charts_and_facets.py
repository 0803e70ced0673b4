"""Charts, sliders and marks to choose: what they show, say and report."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.ui.theme.shades import color
from closet_app.ui.widgets.age_histogram import AgeHistogram
from closet_app.ui.widgets.charts import KeepBar, KeepParts, WaterfallChart, WaterfallStep
from closet_app.ui.widgets.chip_grid import ChipGrid
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.facet_group import FacetGroup
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.mark_rows import BadgeRow, Swatch, SwatchRow
from closet_app.ui.widgets.offer_slider import OfferRange, OfferSlider

pytestmark = pytest.mark.usefixtures("keeper")

LEFT = Qt.MouseButton.LeftButton


STEPS = (
    WaterfallStep("Items", "$94.00", 9400, "in"),
    WaterfallStep("eBay fee", "−$12.79", -1279, "out"),
    WaterfallStep("Supplies", "−$0.01", -1, "out"),
    WaterfallStep("You keep", "$81.20", 8120, "keep"),
)


def test_the_waterfall_says_its_numbers_and_its_columns_meet(qtbot: QtBot) -> None:
    chart = WaterfallChart()
    qtbot.addWidget(chart)
    chart.resize(600, 190)
    chart.show_steps(STEPS)
    assert chart.accessibleName() == (
        "Items $94.00, eBay fee −$12.79, Supplies −$0.01, You keep $81.20"
    )
    assert chart.spans() == [(0, 9400), (9400, 8121), (8121, 8120), (0, 8120)]
    image = chart.grab().toImage()
    column = [image.pixelColor(600 * 7 // 8, y) for y in range(190)]
    assert color("ok") in column


def test_a_tiny_step_and_a_loss_are_still_drawn(qtbot: QtBot) -> None:
    chart = WaterfallChart()
    qtbot.addWidget(chart)
    chart.resize(600, 190)
    chart.show_steps((*STEPS[:3], WaterfallStep("You keep", "−$5.00", -500, "keep")))
    image = chart.grab().toImage()
    supplies = {image.pixelColor(600 * 5 // 8, y).name() for y in range(190)}
    kept = {image.pixelColor(600 * 7 // 8, y).name() for y in range(190)}
    assert color("warn").name() in supplies
    assert color("bad").name() in kept


def test_the_keep_bar_divides_the_price(qtbot: QtBot) -> None:
    bar = KeepBar()
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.show_parts(KeepParts(50, 25, 0, 25), "keep $17.00 of $34")
    image = bar.grab().toImage()
    assert image.pixelColor(50, 4) == color("ok")
    assert image.pixelColor(125, 4) == color("hem")
    assert image.pixelColor(175, 4) == color("warn")
    assert bar.accessibleName() == "keep $17.00 of $34"


@pytest.fixture
def slider(qtbot: QtBot) -> OfferSlider:
    made = OfferSlider(lambda minor: f"${minor // 100}", "Offer")
    made.resize(300, 38)
    made.show_range(OfferRange(1000, 3800, 1800, 2200), 2600)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("offer", "zone"), [(1700, "bad"), (2100, "warn"), (2200, "ok")])
def test_an_offer_lies_below_cost_below_floor_or_above(
    slider: OfferSlider, offer: int, zone: str
) -> None:
    slider.show_range(OfferRange(1000, 3800, 1800, 2200), offer)
    assert slider.zone() == zone


def test_the_offer_moves_by_keys_and_stays_within_its_ends(
    qtbot: QtBot, slider: OfferSlider
) -> None:
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert moved.args == [2500]
    qtbot.keyClick(slider, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(slider.moved):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 3800
    assert slider.accessibleName() == "Offer: $38"


def test_pressing_the_track_moves_the_offer_there(qtbot: QtBot, slider: OfferSlider) -> None:
    qtbot.mouseClick(slider, LEFT, pos=QPoint(10, 10))
    assert slider.value() == 1000


def test_chips_report_what_is_chosen(qtbot: QtBot) -> None:
    sizes = ChipGrid("Size")
    qtbot.addWidget(sizes)
    sizes.show_chips([("s", "S"), ("m", "M")], ["m"])
    with qtbot.waitSignal(sizes.changed) as changed:
        sizes.findChildren(QPushButton)[0].click()
    assert changed.args == [["s", "m"]]
    sizes.show_chips([("s", "S"), ("m", "M")])
    assert sizes.values() == []


def test_swatches_and_badges_have_names_and_report(qtbot: QtBot) -> None:
    shades = SwatchRow("Color", [Swatch("cream", "Cream", "#EADFCB")])
    places = BadgeRow("Listed on", [("ebay", "eBay")])
    for row in (shades, places):
        qtbot.addWidget(row)
        row.show()
    cream = shades._marks["cream"]  # noqa: SLF001 - the painted mark has no text to find it by
    assert cream.accessibleName() == "Cream"
    with qtbot.waitSignal(shades.changed) as changed:
        cream.click()
    assert changed.args == [["cream"]]
    places.choose(["ebay"])
    assert places.values() == ["ebay"]


def test_an_age_range_is_dragged_and_moved_by_keys(qtbot: QtBot) -> None:
    ages = AgeHistogram("Age", ("0", "30", "60", "90", "120+"))
    ages.resize(240, 50)
    qtbot.addWidget(ages)
    ages.show()
    ages.show_counts(range(12))
    qtbot.mousePress(ages, LEFT, pos=QPoint(45, 10))
    qtbot.mouseMove(ages, QPoint(110, 10))
    qtbot.mouseRelease(ages, LEFT, pos=QPoint(110, 10))
    ages.choose(2, 5)
    qtbot.keyClick(ages, Qt.Key.Key_Right)
    assert ages.chosen() == (3, 5)
    qtbot.keyClick(ages, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert ages.chosen() == (3, 6)
    qtbot.mouseDClick(ages, LEFT)
    assert ages.chosen() == (0, 11)


def test_a_facet_group_folds(qtbot: QtBot) -> None:
    group = FacetGroup("Brand", action="All 64")
    row = CheckRow("Madewell", "17")
    group.body.addWidget(row)
    qtbot.addWidget(group)
    group.show()
    assert row.isVisible()
    group.set_folded(True)
    assert not row.isVisible()
    assert group.is_folded()


def test_widgets_flow_on_to_the_next_line(qtbot: QtBot) -> None:
    box = QWidget()
    flow = FlowLayout(box, gap=4)
    qtbot.addWidget(box)
    for _ in range(3):
        tile = QWidget()
        tile.setFixedSize(40, 20)
        flow.addWidget(tile)
    assert flow.heightForWidth(130) == 20
    assert flow.heightForWidth(90) == 44
    assert flow.heightForWidth(30) == 68
