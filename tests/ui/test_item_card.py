"""Cards and rows are painted from plain values, within their budget of work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from closet_app.ui.theme.shades import color
from closet_app.ui.widgets.item_card import (
    CardFace,
    CardState,
    card_size,
    check_rect,
    elided,
    find_rect,
    paint_card,
    photo_rect,
)
from closet_app.ui.widgets.photo_cache import cover_crop, forget_photos, rounded_photo
from closet_app.ui.widgets.table_row import (
    RowState,
    paint_initials,
    paint_list_ground,
    paint_photo,
    paint_row_ground,
    paint_row_ring,
    paint_text,
)

pytestmark = pytest.mark.usefixtures("keeper")

CARD = QRect(0, 0, 187, 274)


def green_photo(width: int = 300, height: int = 400) -> QPixmap:
    photo = QPixmap(width, height)
    photo.fill(QColor("#118833"))
    return photo


def face() -> CardFace:
    return CardFace(
        "Breton boatneck tee",
        "Madewell · M",
        "$34",
        "listed",
        "Listed 12 d",
        "$20.30",
        badges=("poshmark", "ebay"),
        pixmap=green_photo(),
    )


def painted(paint: Callable[[QPainter], object], size: QSize = CARD.size()) -> QImage:  # noqa: B008
    pixmap = QPixmap(size)
    pixmap.fill(color("canvas"))
    painter = QPainter(pixmap)
    paint(painter)
    painter.end()
    return pixmap.toImage()


def card(shown: CardFace, state: CardState) -> QImage:
    return painted(lambda painter: paint_card(painter, CARD, shown, state))


def shades(image: QImage, room: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(room.left(), room.right() + 1)
        for y in range(room.top(), room.bottom() + 1)
    }


KEEP_ROW = QRect(100, 240, 80, 24)


def test_the_photo_takes_the_upper_190_pixels() -> None:
    image = card(face(), CardState())
    assert photo_rect(CARD).height() == 190
    assert image.pixelColor(93, 95).name() == "#118833"
    assert image.pixelColor(93, 194) == color("surface")


def test_a_selected_card_is_soft_and_ticked() -> None:
    image = card(face(), CardState(selected=True))
    assert image.pixelColor(93, 194) == color("accent-soft")
    assert image.pixelColor(12, 12) == color("accent")


def test_an_empty_check_appears_under_the_mouse_only() -> None:
    assert card(face(), CardState(hover=True)).pixelColor(18, 18) == QColor("white")
    assert card(face(), CardState()).pixelColor(18, 18).name() == "#118833"


def test_the_current_card_has_a_ring_of_two_pixels() -> None:
    image = card(face(), CardState(current=True))
    assert image.pixelColor(93, 273) == color("accent-ink")
    assert image.pixelColor(93, 272) == color("accent-ink")
    assert image.pixelColor(93, 270) == color("accent-soft")


def test_keep_is_green_and_a_loss_is_red() -> None:
    kept = shades(card(face(), CardState()), KEEP_ROW)
    lost = shades(
        card(replace(face(), keep_text="−$4.10", keep_negative=True), CardState()), KEEP_ROW
    )
    assert color("ok-ink").name() in kept
    assert color("bad-ink").name() in lost
    assert color("ok-ink").name() not in lost


def test_the_word_keep_is_dropped_when_it_does_not_fit() -> None:
    roomy = shades(card(face(), CardState()), QRect(100, 246, 30, 14))
    tight = replace(face(), pill_words="Listed 1,104 d")
    assert len(roomy) > 1
    assert shades(card(tight, CardState()), QRect(118, 246, 14, 14)) == {color("surface").name()}


def test_a_loading_card_shows_bars_and_no_words() -> None:
    image = card(face(), CardState(loading=True))
    assert image.pixelColor(93, 95) == color("neutral-soft")
    assert image.pixelColor(40, 208) == color("neutral-soft")


def test_a_missing_photo_offers_to_find_it() -> None:
    shown = replace(face(), pixmap=None, photo_missing=True, price_text="", badges=())
    image = card(shown, CardState())
    assert color("accent-ink").name() in shades(image, find_rect(CARD))


def test_a_dragged_card_is_seen_through() -> None:
    image = card(face(), CardState(dragged=True))
    assert image.pixelColor(93, 95).name() != "#118833"


def test_the_check_has_a_target_of_24_pixels() -> None:
    assert check_rect(CARD).size() == QSize(24, 24)


@pytest.mark.parametrize("width", [400, 800, 1111, 2560])
def test_cards_fill_the_viewport_without_rest(width: int) -> None:
    size = card_size(width)
    count = (width - 20) // 190
    assert size.width() * count + 12 * (count - 1) + 32 <= width
    assert size.width() >= 178
    assert size.height() - 84 >= size.width()


def test_a_title_is_elided_once_and_kept() -> None:
    long = "Breton boatneck tee, cream and rust stripe"
    shown = elided(long, 100, "body-strong")
    assert shown.endswith("…")
    assert elided(long, 100, "body-strong") is shown
    assert elided("Line one\nline two", 400, "body") == "Line one line two"


def test_a_crop_is_drawn_once_for_a_photo_and_a_size() -> None:
    forget_photos()
    photo = green_photo()
    first = rounded_photo(photo, QSize(187, 190), (10.0, 0.0), 1.0)
    again = rounded_photo(photo, QSize(187, 190), (10.0, 0.0), 1.0)
    assert first.cacheKey() == again.cacheKey()
    assert first.toImage().pixelColor(0, 0).alpha() == 0
    assert first.toImage().pixelColor(0, 189).alpha() == 255


def test_old_crops_make_room_for_new_ones() -> None:
    forget_photos()
    photo = green_photo(8, 8)
    first = rounded_photo(photo, QSize(4, 4), (1.0, 1.0), 1.0).cacheKey()
    for side in range(5, 206):
        rounded_photo(photo, QSize(side, 4), (1.0, 1.0), 1.0)
    assert rounded_photo(photo, QSize(4, 4), (1.0, 1.0), 1.0).cacheKey() != first


@pytest.mark.parametrize(
    ("subject", "left", "top"),
    [((0.5, 0.5), 0, 50), ((0.5, 0.0), 0, 0), ((0.5, 1.0), 0, 100)],
)
def test_a_photo_is_cropped_about_its_subject(
    subject: tuple[float, float], left: int, top: int
) -> None:
    crop = cover_crop(QSize(100, 200), QSize(50, 50), subject)
    assert (crop.left(), crop.top(), crop.width(), crop.height()) == (left, top, 100, 100)


ROW = QRect(0, 0, 200, 40)


@pytest.mark.parametrize(
    ("state", "ground"),
    [
        (RowState(), "surface"),
        (RowState(hover=True), "hover"),
        (RowState(selected=True), "accent-soft"),
    ],
)
def test_rows_wear_their_state(state: RowState, ground: str) -> None:
    image = painted(lambda painter: paint_row_ground(painter, ROW, state), ROW.size())
    assert image.pixelColor(100, 20) == color(ground)
    assert image.pixelColor(100, 39) == color("line")


def test_the_ring_of_a_row_is_closed_at_its_ends() -> None:
    def paint(painter: QPainter) -> None:
        paint_row_ground(painter, ROW, RowState(selected=True, current=True))
        paint_row_ring(painter, ROW, first=True, last=False)

    image = painted(paint, ROW.size())
    assert image.pixelColor(1, 20) == color("accent-ink")
    assert image.pixelColor(198, 20) == color("accent-soft")


def test_the_current_list_row_has_a_berry_bar() -> None:
    image = painted(
        lambda painter: paint_list_ground(painter, ROW, RowState(current=True)), ROW.size()
    )
    assert image.pixelColor(1, 20) == color("accent")
    assert image.pixelColor(100, 20) == color("surface")


def test_small_photos_numbers_and_initials_are_painted() -> None:
    def paint(painter: QPainter) -> None:
        paint_photo(painter, QRect(0, 0, 40, 40), green_photo())
        paint_photo(painter, QRect(50, 0, 40, 40), None)
        paint_initials(painter, QRect(100, 4, 32, 32), "Renata Okafor")
        paint_text(painter, QRect(140, 0, 60, 40), "$41.30", "body-strong", "ok-ink", right=True)

    image = painted(paint, ROW.size())
    assert image.pixelColor(20, 20).name() == "#118833"
    assert image.pixelColor(70, 20) == color("neutral-soft")
    assert image.pixelColor(116, 8) == color("accent-soft")
    assert color("ok-ink").name() in shades(image, QRect(140, 0, 60, 40))
    assert image.pixelColor(70, 20) != Qt.GlobalColor.white
