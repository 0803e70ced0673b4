"""Draw every component in every state, light and dark, as PNG files.

python tools/component_sheet.py FOLDER
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QWidget

from closet_app.paths import resources
from closet_app.ui.theme.keeper import ThemeKeeper, Wish
from closet_app.ui.theme.signs import Tick, paint_check
from closet_app.ui.widgets.age_histogram import AgeHistogram
from closet_app.ui.widgets.badges import MarketplaceBadge, PriceTag, StatusPill, paint_pill
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.charts import KeepBar, KeepParts, WaterfallChart, WaterfallStep
from closet_app.ui.widgets.chip_grid import ChipGrid
from closet_app.ui.widgets.choices import Segment, Segmented, Switch
from closet_app.ui.widgets.frames import EmptyState, Note, Offer, StitchedDropArea
from closet_app.ui.widgets.item_card import CardFace, CardState, paint_card
from closet_app.ui.widgets.mark_rows import Swatch, SwatchRow
from closet_app.ui.widgets.offer_slider import OfferRange, OfferSlider
from closet_app.ui.widgets.photo_thumb import PhotoThumb, ThumbFace
from closet_app.ui.widgets.progress import ProgressStrip
from closet_app.ui.widgets.search_box import SearchBox
from closet_app.ui.widgets.table_row import (
    RowState,
    paint_photo,
    paint_row_ground,
    paint_row_ring,
    paint_text,
)
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField, LineField
from closet_app.ui.widgets.timeline import HistoryList, HistoryRow, Timeline, TimelineStep
from closet_app.ui.widgets.toast import Toast

SIZE = QSize(1440, 1480)


def _photo(place: int) -> QPixmap:
    files = sorted((resources() / "sample" / "photos").glob("*.jpg"))
    return QPixmap(str(files[place * 13 % len(files)]))


class _Drawn(QWidget):
    """A widget whose painting is a function."""

    def __init__(self, paint: Callable[[QPainter, QRect], None]) -> None:
        super().__init__()
        self._paint = paint

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt names it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self.rect())


class Sheet(QWidget):
    """All components at the places of the design's own sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedSize(SIZE)
        self._buttons()
        self._signs()
        self._fields()
        self._rows()
        self._messages()
        self._cards()
        self._charts()
        self._choices()

    def put(self, widget: QWidget, left: int, top: int, width: int = 0, height: int = 0) -> None:
        """Place `widget` at its own size or the given one."""
        widget.setParent(self)
        hint = widget.sizeHint()
        tall = widget.heightForWidth(width) if width and widget.hasHeightForWidth() else 0
        widget.setGeometry(left, top, width or hint.width(), height or max(hint.height(), tall))
        widget.show()

    def head(self, words: str, left: int, top: int) -> None:
        """A group's name."""
        self.put(PlainLabel(words, role="label-strong", tone="muted"), left, top)

    def _buttons(self) -> None:
        self.put(PlainLabel("Component sheet", role="page"), 28, 14)
        self.head("Buttons", 28, 60)
        off = Button("Print all", "primary")
        off.setEnabled(False)
        pressed = Button("Print all", "primary")
        pressed.setDown(True)
        row: Sequence[QWidget] = (
            Button("Print all", "primary"),
            pressed,
            off,
            Button("Copy", size="small", icon="copy"),
            Button("Next item", "primary", keys="PgDn"),
        )
        for left, button in zip((28, 113, 198, 283, 366), row, strict=True):
            self.put(button, left, 88)
        second: Sequence[QWidget] = (
            Button("Reprice", icon="tag"),
            Button("Undo", "ghost", icon="undo-2"),
            Button("End show", "danger"),
            IconButton("ellipsis", "More", kind="secondary"),
        )
        for left, button in zip((28, 137, 340, 439), second, strict=True):
            self.put(button, left, 154)

    def _signs(self) -> None:
        self.head("Ticks, choices, switches", 28, 232)
        on, part = QCheckBox(), QCheckBox()
        on.setChecked(True)
        part.setCheckState(Qt.CheckState.PartiallyChecked)
        chosen, switched = QRadioButton(), Switch("on")
        chosen.setChecked(True)
        switched.setChecked(True)
        row = (QCheckBox(), on, part, QRadioButton(), chosen)
        for left, sign in zip((28, 58, 88, 118, 148), row, strict=True):
            self.put(sign, left, 258)
        self.put(Switch("off"), 178, 260)
        self.put(switched, 228, 260)
        self.head("Status pills", 28, 296)
        pills = (
            ("draft", "Draft"),
            ("listed", "Listed 12 d"),
            ("listed_old", "Listed 104 d"),
            ("to_pack", "To pack"),
            ("shipped", "Shipped"),
            ("delivered", "Delivered"),
            ("returned", "Returned"),
            ("on_hold", "On hold"),
        )
        places = ((28, 324), (88, 324), (179, 324), (278, 324), (355, 324), (28, 351), (113, 351))
        for (left, top), (status, words) in zip((*places, (196, 351)), pills, strict=True):
            self.put(StatusPill(status, words), left, top)
        self.head("Marketplace badges and price tags", 28, 388)
        for place, code in enumerate(("poshmark", "ebay", "mercari", "depop", "vinted")):
            self.put(MarketplaceBadge(code, code), 28 + 30 * place, 416)
        for place, code in enumerate(("poshmark", "ebay")):
            self.put(MarketplaceBadge(code, code, listed=False), 178 + 30 * place, 416)
        for left, height, words in ((28, 22, "$34"), (85, 26, "$34")):
            self.put(PriceTag(words, height, berry=False), left, 464 - height // 2)
        self.put(PriceTag("$148"), 149, 464 - 17)

    def _fields(self) -> None:
        self.head("Fields", 556, 60)
        rest, empty, wrong = (
            LineField("Rest"),
            LineField("Empty", empty="Brand"),
            LineField("Error"),
        )
        rest.set_text("Madewell")
        wrong.set_text("3×4")
        wrong.set_error("Type a price, like 34 or 34.50")
        self.focused = LineField("Focus")
        self.focused.set_text("Madewell")
        offered = LineField("Suggested")
        offered.suggest("100% cotton")
        choice = ComboField("Choice", [(1, "Very good")])
        choice.set_value(1)
        places = ((556, 88), (700, 88), (844, 88), (556, 152), (700, 152), (844, 152))
        fields = (rest, self.focused, empty, wrong, offered, choice)
        for (left, top), field in zip(places, fields, strict=True):
            self.put(field, left, top, 132)

    def _rows(self) -> None:
        self.head("Table rows: rest, hover, selected, current", 556, 262)
        states = (
            RowState(),
            RowState(hover=True),
            RowState(selected=True),
            RowState(selected=True, current=True),
        )
        for place, state in enumerate(states):
            self.put(
                _Drawn(partial(_row, place=place, state=state)), 556, 290 + 40 * place, 420, 40
            )

    def _messages(self) -> None:
        self.head("Messages inside a page", 1016, 60)
        stopped = Note(
            "Printer is out of labels. 3 of 7 printed.", "warn", action="Go on from label 4"
        )
        damaged = Note(
            "IMG_2231.HEIC is damaged. The other 123 photos are fine.",
            "bad",
            title="This photo cannot be opened",
            action="Leave out",
        )
        self.put(stopped, 1016, 88, 396)
        self.put(Note("8 slips and 8 cards printed.", "ok"), 1016, 140, 396)
        self.put(damaged, 1016, 184, 396)
        self.head("After an action, undo for 8 seconds", 1016, 300)
        self.put(Toast("Moved 3 items to bin B-05", action="Undo", acted=self.update), 1016, 328)
        self.put(Toast("Title copied", icon="copy"), 1016, 378)
        self.head("Long work never blocks the window", 1016, 432)
        strip = ProgressStrip()
        strip.show_step("Copying photos, 61 of 124", 61, 124, "about 20 s")
        self.put(strip, 1016, 456, 396)

    def _cards(self) -> None:
        self.head("Item card, 187 × 274", 28, 500)
        for place, (face, state) in enumerate(_card_states()):
            self.put(
                _Drawn(partial(paint_card, face=face, state=state)), 28 + 199 * place, 528, 187, 274
            )

    def _charts(self) -> None:
        self.head("Where the money went", 28, 830)
        chart = WaterfallChart()
        chart.show_steps(
            (
                WaterfallStep("Items", "$94.00", 9400, "in"),
                WaterfallStep("Bundle 10%", "−$9.40", -940, "out"),
                WaterfallStep("Shipping paid", "+$6.50", 650, "in"),
                WaterfallStep("eBay fee", "−$12.79", -1279, "out"),
                WaterfallStep("Label", "−$7.38", -738, "out"),
                WaterfallStep("Supplies", "−$1.45", -145, "out"),
                WaterfallStep("Cost of goods", "−$19.00", -1900, "cost"),
                WaterfallStep("You keep", "$50.48", 5048, "keep"),
            )
        )
        self.put(chart, 28, 850, 704, 190)
        timeline = Timeline()
        timeline.show_steps(
            (
                TimelineStep("Sold", "Thu, Nov 20, 8:14 PM", "done"),
                TimelineStep("Packing", "4 of 7 steps", "now"),
                TimelineStep("Shipped", "add tracking", "later"),
                TimelineStep("Delivered", "about Nov 28", "later"),
            )
        )
        self.put(timeline, 28, 1060, 704)
        self.head("What you keep", 770, 830)
        bar = KeepBar()
        bar.show_parts(KeepParts(2030, 600, 90, 680), "keep $20.30")
        self.put(bar, 770, 858, 240, 8)
        slider = OfferSlider(lambda minor: f"${minor // 100}", "Offer")
        slider.show_range(OfferRange(1000, 3800, 1800, 2200), 2600)
        self.put(slider, 770, 880, 360)
        history = HistoryList()
        history.show_rows(
            (
                HistoryRow("Price $38 → $34", "Nov 18"),
                HistoryRow("3 likes on Poshmark", "Nov 14"),
                HistoryRow("Bought at Goodwill, Alder St", "Nov 8"),
            )
        )
        self.put(history, 770, 930, 300)

    def _choices(self) -> None:
        box = SearchBox("Add a word or a filter, like brand:madewell")
        box.set_query(["department:Women", "price:$20–150"], "")
        self.put(box, 28, 1140, 640)
        words = Segmented([Segment("in", "inches"), Segment("cm", "cm")], name="Units")
        icons = Segmented(
            [Segment("grid", "Gallery", "layout-grid"), Segment("rows", "Table", "rows-3")],
            name="View",
        )
        self.put(words, 700, 1140)
        self.put(icons, 820, 1140)
        chips = ChipGrid("Size")
        chips.show_chips([(size, size) for size in ("XS", "S", "M", "L", "XL")], ["M"])
        self.put(chips, 28, 1200, 180)
        shades = [Swatch(fill, fill, fill) for fill in ("#221E1F", "#FFFFFF", "#A8452B", "#33507F")]
        self.put(SwatchRow("Color", shades), 28, 1240, 180, 24)
        ages = AgeHistogram("Age", ("0", "30", "60", "90", "120+"))
        ages.show_counts((26, 24, 27, 22, 17, 14, 14, 9, 10, 8, 5, 6))
        self.put(ages, 240, 1200)
        empty = EmptyState(
            "package",
            "Nothing to pack",
            "When you mark something sold, it waits here.",
            [Offer("Mark something sold", self.update)],
        )
        self.put(empty, 460, 1200, 240, 220)
        self.put(StitchedDropArea("Drop photos here"), 720, 1200, 240, 130)
        faces = (
            ThumbFace("Front", _photo(1), is_cover=True),
            ThumbFace("Back", _photo(2), 2, hint="Blurry"),
            ThumbFace("Add a photo", is_slot=True),
        )
        for place, face in enumerate(faces):
            self.put(PhotoThumb(face), 980 + 130 * place, 1200, 120, 120)


def _card_states() -> list[tuple[CardFace, CardState]]:
    dress = CardFace(
        "Embroidered tunic dress",
        "Johnny Was · M",
        "$64",
        "listed",
        "Listed 41 d",
        "$41.30",
        badges=("poshmark", "ebay"),
        pixmap=_photo(0),
    )
    tee = CardFace(
        "Breton boatneck tee",
        "Madewell · M",
        "$34",
        "listed",
        "Listed 12 d",
        "$20.30",
        badges=("poshmark", "ebay", "mercari"),
        pixmap=_photo(3),
    )
    old = CardFace(
        "Floral crop evening jacket with a long name",
        "Karen Millen · US 6",
        "$78",
        "listed_old",
        "Listed 104 d",
        "−$49.50",
        keep_negative=True,
        badges=("poshmark", "ebay"),
        pixmap=_photo(4),
    )
    missing = CardFace("Denim mini skirt", "Guess · US 6", "", "draft", "Draft", photo_missing=True)
    return [
        (dress, CardState()),
        (dress, CardState(selected=True)),
        (tee, CardState(selected=True, current=True)),
        (old, CardState()),
        (dress, CardState(loading=True)),
        (missing, CardState()),
        (tee, CardState(hover=True)),
    ]


def _row(painter: QPainter, rect: QRect, place: int, state: RowState) -> None:
    paint_row_ground(painter, rect, state)
    tick = Tick.ON if state.selected else Tick.OFF
    paint_check(painter, QRect(11, 12, 16, 16).toRectF(), tick)
    paint_photo(painter, QRect(44, 4, 30, 31), _photo(place))
    paint_text(painter, QRect(86, 0, 86, 40), "Embroidered tunic dress", "body-strong")
    paint_pill(painter, QRect(183, 0, 110, 40), "listed", "Listed 41 d")
    paint_text(painter, QRect(290, 0, 47, 40), "$64", right=True)
    paint_text(painter, QRect(340, 0, 69, 40), "$41.30", "body-strong", "ok-ink", right=True)
    if state.current:
        paint_row_ring(painter, rect, first=True, last=True)


def main() -> None:
    """Write components.png and components-dark.png into the named folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    keeper = ThemeKeeper(app)
    shades: tuple[tuple[Wish, str], ...] = (("light", ""), ("dark", "-dark"))
    for shade, suffix in shades:
        keeper.wear(shade)
        sheet = Sheet()
        sheet.show()
        sheet.activateWindow()
        sheet.focused.line.setFocus()
        app.processEvents()
        sheet.grab().save(str(folder / f"components{suffix}.png"))
        sheet.close()


if __name__ == "__main__":
    main()
