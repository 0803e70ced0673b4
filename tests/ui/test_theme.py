"""Tokens become palette, style sheet, fonts, icons and signs."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from closet_app.paths import resources
from closet_app.ui.actions import ACTIONS
from closet_app.ui.frame.top_bar import TopBar
from closet_app.ui.theme.focus import FocusRing, draws_own_focus, focus_by_keyboard
from closet_app.ui.theme.fonts import font, line_height, text_width
from closet_app.ui.theme.icons import has_icon, icon, icon_pixmap
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.theme.shades import color, make_contrast_theme, make_theme, px, theme
from closet_app.ui.theme.signs import Tick, paint_check, paint_radio, paint_switch
from closet_app.ui.theme.styling import style_sheet
from closet_app.ui.theme.tokens import tokens
from closet_app.ui.widgets.buttons import Button, IconButton

TEXT_ON_GROUND = [
    *(("ink", ground) for ground in ("canvas", "surface", "rail", "sunken", "hover")),
    *(("ink2", ground) for ground in ("canvas", "rail", "neutral-soft")),
    *(("muted", ground) for ground in ("canvas", "surface", "rail", "sunken", "accent-soft")),
    *(("accent-ink", ground) for ground in ("canvas", "surface", "accent-soft")),
    *(("on-accent", ground) for ground in ("accent", "accent-h", "accent-press")),
    *((f"{tone}-ink", "surface") for tone in ("ok", "warn", "bad", "info")),
    *((f"{tone}-ink", f"{tone}-soft") for tone in ("ok", "warn", "bad", "info")),
    ("bulk-ink", "bulk"),
    ("bulk-mut", "bulk"),
    ("on-bad", "bad"),
    ("tag-ink", "tagbg"),
]


def luminance(shade: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_every_text_passes_aa_on_its_ground(shade: str, ink: str, ground: str) -> None:
    shown = make_theme("dark" if shade == "dark" else "light")
    assert contrast(shown.color(ink), shown.color(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_field_edges_and_focus_reach_three_to_one(name: str) -> None:
    shown = make_theme("dark" if name == "dark" else "light")
    for mark in ("hem", "accent-ink", "ok", "warn", "bad", "info"):
        assert contrast(shown.color(mark), shown.color("surface")) >= 3.0


def test_the_style_sheet_knows_every_colour_it_names() -> None:
    written = style_sheet(make_theme("dark"))
    assert "@" not in re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)


def test_text_size_grows_fonts_and_controls_together(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    before = (font("body").pixelSize(), field.sizeHint().height(), px(32))
    keeper.set_text_size(150)
    assert before == (13, 32, 32)
    assert (font("body").pixelSize(), px(32), px(1)) == (20, 48, 1)
    assert field.minimumHeight() >= 45
    assert line_height("body") == 27


def test_fixed_sizes_follow_the_text_size(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    assert bar.height() == 56
    keeper.set_text_size(150)
    assert bar.height() == 84


def test_motion_can_be_off(keeper: ThemeKeeper) -> None:
    keeper.set_moves(False)
    assert not theme().moves
    keeper.set_moves(True)
    assert theme().moves


def test_an_odd_text_size_becomes_the_nearest_designed_one(keeper: ThemeKeeper) -> None:
    keeper.set_text_size(1000)
    assert keeper.text_size == 150


def test_wearing_dark_changes_palette_and_colours_at_once(
    keeper: ThemeKeeper, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keeper.changed):
        keeper.wear("dark")
    assert theme().shade == "dark"
    assert QApplication.palette().color(QPalette.ColorRole.Window) == color("canvas")
    assert color("canvas").name() == "#1b1817"


def test_the_system_wish_follows_the_system(keeper: ThemeKeeper) -> None:
    keeper.wear("system")
    scheme = QApplication.styleHints().colorScheme()
    expected = "dark" if scheme == Qt.ColorScheme.Dark else "light"
    assert theme().shade == expected


def test_high_contrast_drops_soft_grounds_and_keeps_lines() -> None:
    system = QPalette(QColor("black"))
    system.setColor(QPalette.ColorRole.Window, QColor("black"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    shown = make_contrast_theme("dark", system)
    assert shown.high_contrast
    assert {shown.css(role) for role in ("ok-soft", "accent-soft", "surface")} == {"#000000"}
    assert {shown.css(role) for role in ("line", "line2", "hem", "muted")} == {"#ffff00"}


def test_figures_are_as_wide_as_each_other(keeper: ThemeKeeper) -> None:
    assert text_width("1111", "body") == text_width("8888", "body")


def test_the_bundled_font_is_used(keeper: ThemeKeeper) -> None:
    assert QApplication.font().family() == "Inter"
    assert len(list((resources() / "fonts").glob("Inter-*.ttf"))) == 4


@pytest.mark.parametrize("name", sorted({action.icon for action in ACTIONS if action.icon}))
def test_every_icon_of_the_action_table_is_bundled(name: str) -> None:
    assert has_icon(name)


def is_drawn_in(image: QImage, ink: QColor) -> bool:
    """Thin strokes are never quite opaque: compare the strongest pixel, roughly."""
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    strongest = max((image.pixelColor(x, y) for x, y in spots), key=QColor.alpha)
    parts = zip(strongest.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index]
    return strongest.alpha() > 100 and all(abs(one - other) < 8 for one, other in parts)


def test_an_icon_takes_the_colour_of_its_role_and_of_its_state(keeper: ThemeKeeper) -> None:
    plain = icon("plus", "ink", chosen_role="accent-ink")
    rest = plain.pixmap(QSize(16, 16))
    chosen = plain.pixmap(QSize(16, 16), QIcon.Mode.Normal, QIcon.State.On)
    off = plain.pixmap(QSize(16, 16), QIcon.Mode.Disabled, QIcon.State.Off)
    assert is_drawn_in(rest.toImage(), color("ink"))
    assert is_drawn_in(chosen.toImage(), color("accent-ink"))
    assert is_drawn_in(off.toImage(), color("muted"))


def test_an_icon_follows_the_theme_without_being_made_again(keeper: ThemeKeeper) -> None:
    kept = icon("plus", "ink")
    keeper.wear("dark")
    assert is_drawn_in(kept.pixmap(QSize(16, 16)).toImage(), color("ink"))


def test_icons_are_sharp_on_dense_screens_and_cached(keeper: ThemeKeeper) -> None:
    twice = icon_pixmap("plus", "ink", 16, 2.0)
    assert (twice.width(), twice.deviceIndependentSize().width()) == (32, 16)
    assert icon_pixmap("plus", "ink", 16, 2.0).cacheKey() == twice.cacheKey()


def test_an_unknown_icon_paints_nothing(keeper: ThemeKeeper) -> None:
    assert not has_icon("no-such-icon")
    assert not is_drawn_in(icon_pixmap("no-such-icon", "ink", 16).toImage(), color("ink"))


def drawn(side: int = 36) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap, QPainter(pixmap)


@pytest.mark.parametrize(("tick", "ground"), [(Tick.OFF, "surface"), (Tick.ON, "accent")])
def test_a_check_is_filled_only_when_it_is_on(keeper: ThemeKeeper, tick: Tick, ground: str) -> None:
    pixmap, painter = drawn()
    paint_check(painter, QRectF(0, 0, 16, 16), tick)
    painter.end()
    assert pixmap.toImage().pixelColor(3, 4) == color(ground)


def test_a_check_on_a_photo_has_a_white_ground_in_dark_too(keeper: ThemeKeeper) -> None:
    keeper.wear("dark")
    pixmap, painter = drawn()
    paint_check(painter, QRectF(0, 0, 20, 20), Tick.OFF, on_photo=True)
    painter.end()
    assert pixmap.toImage().pixelColor(10, 10) == QColor("white")


def test_a_switch_knob_moves_from_left_to_right(keeper: ThemeKeeper) -> None:
    pixmap, painter = drawn()
    paint_switch(painter, QRectF(0, 0, 36, 20), 1.0)
    painter.end()
    assert pixmap.toImage().pixelColor(26, 10) == color("on-accent")
    assert pixmap.toImage().pixelColor(8, 10) == color("accent")


def test_a_choice_that_is_off_is_greyed_when_disabled(keeper: ThemeKeeper) -> None:
    pixmap, painter = drawn()
    paint_radio(painter, QRectF(0, 0, 16, 16), on=False, enabled=False)
    painter.end()
    assert pixmap.toImage().pixelColor(8, 8) == color("sunken")


@pytest.fixture
def two_buttons(qtbot: QtBot, keeper: ThemeKeeper) -> tuple[QWidget, Button, Button]:
    window = QWidget()
    column = QVBoxLayout(window)
    first, second = Button("First"), Button("Second")
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, first, second


def ring_of(window: QWidget) -> FocusRing | None:
    rings = window.findChildren(FocusRing)
    return next((ring for ring in rings if ring.isVisible()), None)


def test_the_ring_appears_when_tab_brings_the_focus_and_not_for_the_mouse(
    qtbot: QtBot, two_buttons: tuple[QWidget, Button, Button]
) -> None:
    window, first, second = two_buttons
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring_of(window) is None
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    ring = ring_of(window)
    assert ring is not None
    assert ring.widget() is second
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring_of(window) is None


def test_the_ring_can_be_asked_for(two_buttons: tuple[QWidget, Button, Button]) -> None:
    window, _first, second = two_buttons
    focus_by_keyboard(second)
    ring = ring_of(window)
    assert ring is not None
    edge = window.grab().toImage().pixelColor(ring.geometry().center().x(), ring.y() + 1)
    assert edge == color("accent-ink")


def test_the_ring_comes_back_after_its_window_is_gone(
    qtbot: QtBot, two_buttons: tuple[QWidget, Button, Button]
) -> None:
    window, first, _second = two_buttons
    other = QWidget()
    only = Button("Only", parent=other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    focus_by_keyboard(only)
    assert ring_of(other) is not None
    with qtbot.waitSignal(other.destroyed):
        other.deleteLater()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focus_by_keyboard(first)
    qtbot.waitUntil(lambda: ring_of(window) is not None)


def test_fields_draw_their_own_edge(qtbot: QtBot) -> None:
    field, button = QLineEdit(), IconButton("x", "Close")
    qtbot.addWidget(field)
    qtbot.addWidget(button)
    assert draws_own_focus(field)
    assert not draws_own_focus(button)


def test_marketplaces_and_statuses_use_known_colours() -> None:
    looks = tokens().pills.values()
    roles = {role for look in looks for role in (look.dot, look.ground, look.outline, look.ink)}
    assert roles - {""} <= set(tokens().light)
