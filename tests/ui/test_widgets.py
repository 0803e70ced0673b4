"""The controls: what they show, say, and report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QEnterEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.ui.theme.focus import FocusRing
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.theme.shades import color
from closet_app.ui.widgets.age_histogram import AgeHistogram
from closet_app.ui.widgets.badges import (
    MarketplaceBadge,
    PriceTag,
    StatusPill,
    badge_look,
    pill_look,
    price_tag_width,
)
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.charts import KeepBar, KeepParts, WaterfallChart, WaterfallStep
from closet_app.ui.widgets.chip_grid import ChipGrid
from closet_app.ui.widgets.choices import CheckRow, Segment, Segmented, SwitchField
from closet_app.ui.widgets.dialogs import ConfirmDialog, FormDialog
from closet_app.ui.widgets.facet_group import FacetGroup
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.frames import EmptyState, Note, Offer, StitchedDropArea
from closet_app.ui.widgets.mark_rows import BadgeRow, Swatch, SwatchRow
from closet_app.ui.widgets.offer_slider import OfferRange, OfferSlider
from closet_app.ui.widgets.photo_thumb import PhotoThumb, ThumbFace
from closet_app.ui.widgets.progress import ProgressStrip
from closet_app.ui.widgets.timeline import HistoryList, HistoryRow, Timeline, TimelineStep
from closet_app.ui.widgets.toast import ToastHost

pytestmark = pytest.mark.usefixtures("keeper")

LEFT = Qt.MouseButton.LeftButton


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.parametrize(("size", "height"), [("small", 28), ("normal", 32), ("large", 40)])
def test_buttons_have_the_designed_heights(qtbot: QtBot, size: str, height: int) -> None:
    button = Button("Print all", "primary", size=size)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_a_key_chip_and_an_icon_make_a_button_wider(qtbot: QtBot) -> None:
    plain, with_icon, with_key = (
        Button("Next"),
        Button("Next", icon="plus"),
        Button("Next", keys="PgDn"),
    )
    for button in (plain, with_icon, with_key):
        qtbot.addWidget(button)
    assert with_icon.sizeHint().width() == plain.sizeHint().width() + 16 + 7
    assert with_key.sizeHint().width() > plain.sizeHint().width() + 7


def test_a_button_does_what_it_was_given(qtbot: QtBot) -> None:
    pressed = list[str]()
    button = Button("Reprice", pressed=lambda: pressed.append("reprice"))
    qtbot.addWidget(button)
    qtbot.mouseClick(button, LEFT)
    button.setEnabled(False)
    qtbot.mouseClick(button, LEFT)
    assert pressed == ["reprice"]


def test_a_primary_button_is_berry_and_greyed_when_disabled(qtbot: QtBot) -> None:
    button = Button("Print all", "primary")
    qtbot.addWidget(button)
    button.show()
    assert button.grab().toImage().pixelColor(4, 16) == color("accent")
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(4, 16) == color("sunken")


def test_an_icon_alone_has_a_name_and_a_tooltip_with_its_key(qtbot: QtBot) -> None:
    button = IconButton("undo-2", "Undo", keys="Ctrl Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Undo"
    assert button.toolTip() == "Undo  Ctrl Z"
    assert button.sizeHint().width() == 32


def test_segments_move_with_the_arrows(qtbot: QtBot) -> None:
    units = Segmented([Segment("in", "inches"), Segment("cm", "cm")], name="Units")
    qtbot.addWidget(units)
    with qtbot.waitSignal(units.changed) as changed:
        qtbot.keyClick(units, Qt.Key.Key_Right)
    assert changed.args == ["cm"]
    with qtbot.assertNotEmitted(units.changed):
        units.set_value("in")
    assert units.value() == "in"


def test_a_switch_is_turned_by_space_and_says_its_name(qtbot: QtBot) -> None:
    field = SwitchField("Hide prices")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(field.switch, Qt.Key.Key_Space)
    assert changed.args == [True]
    assert field.value()
    assert field.switch.accessibleName() == "Hide prices"


def test_a_check_row_shows_its_count_and_reports_only_the_seller(qtbot: QtBot) -> None:
    row = CheckRow("H&M", "26")
    qtbot.addWidget(row)
    with qtbot.assertNotEmitted(row.toggled):
        row.set_checked(True)
    row.set_fact("27")
    assert row.box.accessibleName() == "H&M"
    assert words_in(row) == ["27"]
    with qtbot.waitSignal(row.toggled) as toggled:
        row.box.click()
    assert toggled.args == [False]


@pytest.mark.parametrize(
    ("status", "days", "look"),
    [
        ("listed", 90, "listed"),
        ("listed", 91, "listed_old"),
        ("on_hold", 200, "on_hold"),
        ("unheard of", None, "draft"),
    ],
)
def test_listed_pieces_turn_amber_at_91_days(status: str, days: int | None, look: str) -> None:
    assert pill_look(status, days) == look


def test_a_pill_names_its_status_and_wears_its_ground(qtbot: QtBot) -> None:
    pill = StatusPill()
    qtbot.addWidget(pill)
    pill.show_status("listed", "Listed 104 d", 104)
    pill.adjustSize()
    assert pill.accessibleName() == "Listed 104 d"
    assert pill.grab().toImage().pixelColor(pill.width() // 2, 2) == color("warn-soft")


def test_a_marketplace_of_the_sellers_own_gets_its_first_letter(qtbot: QtBot) -> None:
    badge = MarketplaceBadge("flea market", "Flea market")
    qtbot.addWidget(badge)
    assert badge_look("flea market").letter == "F"
    assert badge.accessibleName() == "Flea market"


def test_a_badge_is_filled_where_the_piece_is_listed(qtbot: QtBot) -> None:
    for listed in (True, False):
        badge = MarketplaceBadge("ebay", "eBay", listed=listed)
        qtbot.addWidget(badge)
        assert (badge.grab().toImage().pixelColor(3, 10).name() == "#2b5cb8") is listed


def test_a_price_tag_is_as_wide_as_its_recipe(qtbot: QtBot) -> None:
    tag = PriceTag("$34", 26)
    qtbot.addWidget(tag)
    assert tag.sizeHint().width() == price_tag_width("$34", 26)
    assert price_tag_width("$1,148", 26) > price_tag_width("$34", 26)
    tag.set_words("$28")
    assert tag.accessibleName() == "$28"


def test_a_note_says_its_sentence_and_offers_one_action(qtbot: QtBot) -> None:
    note = Note("3 of 7 printed.", "warn", title="Printer is out of labels", action="Go on")
    qtbot.addWidget(note)
    with qtbot.waitSignal(note.acted):
        note.findChild(QPushButton).click()  # type: ignore[union-attr]
    note.say("All printed.", action="")
    assert words_in(note) == ["All printed."]


def test_an_empty_page_offers_its_ways_on(qtbot: QtBot) -> None:
    chosen = list[str]()
    page = EmptyState(
        "shirt",
        "Your closet is empty.",
        "Drop photos anywhere in this window.",
        [Offer("Choose photos", lambda: chosen.append("photos"), "primary")],
    )
    qtbot.addWidget(page)
    page.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert chosen == ["photos"]
    assert page.accessibleName().startswith("Your closet is empty.")


def test_a_drop_area_takes_files_of_this_computer_only(qtbot: QtBot, tmp_path: Path) -> None:
    area = StitchedDropArea("Drop photos here")
    qtbot.addWidget(area)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg")), QUrl("https://example.org/b")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        carried,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(area.dropped) as dropped:
        area.dropEvent(drop)
    assert dropped.args == [[tmp_path / "a.jpg"]]


@pytest.fixture
def area(qtbot: QtBot) -> QWidget:
    place = QWidget()
    place.resize(600, 400)
    qtbot.addWidget(place)
    place.show()
    return place


def test_a_toast_stands_at_the_foot_and_goes_by_itself(qtbot: QtBot, area: QWidget) -> None:
    host = ToastHost(area, stay_ms=30)
    toast = host.show_toast("Title copied")
    assert toast.geometry().bottom() == 400 - 12 - 1
    assert abs(toast.geometry().center().x() - 300) <= 1
    qtbot.waitUntil(lambda: host.shown is None)


def test_a_new_toast_takes_the_place_of_the_old(qtbot: QtBot, area: QWidget) -> None:
    host = ToastHost(area)
    first = host.show_toast("One")
    second = host.show_toast("Two")
    assert host.shown is second
    assert first.isHidden()


def test_undo_on_a_toast_acts_once_and_closes_it(qtbot: QtBot, area: QWidget) -> None:
    undone = list[str]()
    host = ToastHost(area)
    toast = host.show_toast(
        "Moved 3 items to bin B-05", action="Undo", acted=lambda: undone.append("undo")
    )
    toast.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert undone == ["undo"]
    assert host.shown is None


def test_the_mouse_over_a_toast_holds_it(qtbot: QtBot, area: QWidget) -> None:
    host = ToastHost(area, stay_ms=40)
    toast = host.show_toast("Title copied")
    here = QPointF(3, 3)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    later = ToastHost(area, stay_ms=80)
    later.show_toast("Measures the time")
    qtbot.waitUntil(lambda: later.shown is None)
    assert host.shown is toast
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: host.shown is None)


def test_a_toast_keeps_its_place_when_the_window_grows(area: QWidget) -> None:
    host = ToastHost(area)
    toast = host.show_toast("Title copied")
    area.resize(900, 500)
    assert toast.geometry().bottom() == 500 - 12 - 1


def test_the_safe_answer_of_a_question_has_the_focus(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(
        "Delete 3 items?", "They go to Trash.", act="Delete 3 items", keep="Keep them"
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.keep_button.hasFocus)
    ring = dialog.findChild(FocusRing)
    assert ring is not None
    assert ring.widget() is dialog.keep_button
    assert dialog.act_button.kind == "destroy"
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_form_says_what_is_wrong_before_it_is_accepted(qtbot: QtBot) -> None:
    class PriceForm(FormDialog):
        problem = "Type a price first."

        def check(self) -> str:
            return self.problem

    form = PriceForm("Reprice", act="Set the price")
    qtbot.addWidget(form)
    form.show()
    with qtbot.assertNotEmitted(form.accepted):
        form.act_button.click()
    assert "Type a price first." in words_in(form)
    form.problem = ""
    with qtbot.waitSignal(form.accepted):
        form.act_button.click()


def test_progress_says_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    strip = ProgressStrip(can_stop=True)
    qtbot.addWidget(strip)
    strip.show_step("Copying photos, 61 of 124", 61, 124, "about 20 s")
    assert (strip.bar.value(), strip.bar.maximum()) == (61, 124)
    with qtbot.waitSignal(strip.stopped):
        strip.findChild(QPushButton).click()  # type: ignore[union-attr]


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


def test_a_timeline_and_a_history_read_aloud_in_order(qtbot: QtBot) -> None:
    line, history = Timeline(), HistoryList()
    line.show_steps(
        (
            TimelineStep("Sold", "Thu, Nov 20", "done"),
            TimelineStep("Packing", "4 of 7 steps", "now"),
            TimelineStep("Shipped", "add tracking", "later"),
        )
    )
    history.show_rows([HistoryRow("Price $38 → $34", "Nov 18")])
    history.show_rows([HistoryRow("3 likes", "Nov 14"), HistoryRow("Bought", "Nov 8")])
    for widget in (line, history):
        qtbot.addWidget(widget)
        widget.resize(480, 80)
        widget.show()
    assert line.accessibleName() == (
        "Sold: Thu, Nov 20, Packing: 4 of 7 steps, Shipped: add tracking"
    )
    assert line.grab().toImage().pixelColor(8, 2) == color("ok")
    qtbot.waitUntil(lambda: words_in(history) == ["3 likes", "Nov 14", "Bought", "Nov 8"])


def test_a_photo_thumb_is_opened_by_enter_and_says_its_hint(qtbot: QtBot) -> None:
    thumb = PhotoThumb(ThumbFace("Photo 5", number=5, hint="Blurry"), 120)
    qtbot.addWidget(thumb)
    thumb.show()
    assert thumb.accessibleName() == "Photo 5, Blurry"
    with qtbot.waitSignal(thumb.opened):
        qtbot.keyClick(thumb, Qt.Key.Key_Return)
    with qtbot.waitSignal(thumb.pressed):
        qtbot.mouseClick(thumb, LEFT)
    green = QPixmap(60, 60)
    green.fill(Qt.GlobalColor.green)
    thumb.set_pixmap(green)
    assert thumb.grab().toImage().pixelColor(60, 60) == Qt.GlobalColor.green


def test_everything_paints_in_dark_and_at_150_percent(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    keeper.wear("dark")
    keeper.set_text_size(150)
    chart = WaterfallChart()
    chart.show_steps(STEPS)
    widgets = (
        Button("Print", "primary", icon="printer", keys="Ctrl P"),
        StatusPill("draft", "Draft"),
        PriceTag("$34"),
        chart,
        Note("Saved.", "ok"),
    )
    for widget in widgets:
        qtbot.addWidget(widget)
        assert not widget.grab().isNull()
    assert widgets[0].sizeHint().height() == 48
