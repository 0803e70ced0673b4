"""What the three ways in look like: a place to drop photos, a small table, eight photos."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.paths import resources
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import sized_font
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.frames import StitchedDropArea
from closet_app.ui.widgets.photo_cache import corner_path, rounded_photo
from closet_app.ui.words import mark, say

HEIGHT = 172
_CORNER = 9


class Picture(QFrame):
    """The sunken upper part of a card, its corners round as the card's."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fix(self, height=HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(corner_path(QRectF(self.rect()), (px(_CORNER), 0)), color("sunken"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
        painter.setClipRect(self.rect().adjusted(0, 0, 0, -1))
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """What stands on the ground."""


class DropPicture(Picture):
    """A stitched place where photos can really be dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.area = StitchedDropArea(say("Drop photos here"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(22), px(22), px(22))
        column.addWidget(self.area)


@dataclass(frozen=True, slots=True)
class _Row:
    marketplace: str
    title: str
    size: str
    price: str
    sold: bool


_ROWS = (
    _Row("poshmark", mark("Velvet tee, rust"), "M", "$18", sold=False),
    _Row("ebay", mark("Bootcut jeans"), "W30", "$38", sold=True),
    _Row("mercari", mark("Clarks loafer"), "7.5", "$36", sold=False),
    _Row("depop", mark("Floral bomber"), "M", "$32", sold=False),
    _Row("vinted", mark("Denim mini"), "S", "$22", sold=True),
)
_HEADINGS = (mark("Title"), mark("Size"), mark("Price"), mark("Status"))
_SHARES = (0.13, 0.505, 0.645, 0.805)
"""Where the columns begin, as shares of the table's width."""


class TablePicture(Picture):
    """A few listings as a spreadsheet has them; it runs out at the foot."""

    def draw(self, painter: QPainter) -> None:
        inset, row = px(16), px(26)
        table = QRectF(self.rect()).adjusted(inset + 0.5, px(17) + 0.5, -inset - 0.5, px(7))
        outline = QPainterPath()
        outline.addRoundedRect(table, px(7), px(7))
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(color("surface"))
        painter.drawPath(outline)
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        self._draw_headings(painter, QRectF(table.left(), table.top(), table.width(), row))
        for place, listing in enumerate(_ROWS, start=1):
            line = QRectF(table.left(), table.top() + place * row, table.width(), row)
            _draw_row(painter, line, listing)
        painter.restore()

    def _draw_headings(self, painter: QPainter, line: QRectF) -> None:
        painter.fillRect(line.adjusted(1, 1, -1, 0), color("sunken"))
        painter.setFont(sized_font(px(11), 400))
        painter.setPen(color("muted"))
        for share, words in zip(_SHARES, _HEADINGS, strict=True):
            _write(painter, line, share, say(words))


def _draw_row(painter: QPainter, line: QRectF, listing: _Row) -> None:
    painter.fillRect(QRectF(line.left(), line.top(), line.width(), 1), color("line"))
    side = px(16)
    top = line.top() + (line.height() - side) / 2
    paint_badge(painter, QRectF(line.left() + px(8), top, side, side), listing.marketplace)
    painter.setFont(sized_font(px(11), 400))
    painter.setPen(color("ink"))
    for share, words in zip(
        _SHARES, (say(listing.title), listing.size, listing.price), strict=False
    ):
        _write(painter, line, share, words)
    painter.setPen(color("ok-ink" if listing.sold else "info-ink"))
    _write(painter, line, _SHARES[-1], say("sold") if listing.sold else say("listed"))


def _write(painter: QPainter, line: QRectF, share: float, words: str) -> None:
    left = line.left() + share * line.width()
    following = next((other for other in _SHARES if other > share), 1.0)
    room = QRectF(left, line.top(), (following - share) * line.width() - px(4), line.height())
    fitted = painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideRight, int(room.width()) + 1
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)


SHOWN = (
    "longsleeve-08",
    "dress-01",
    "outwear-07",
    "shoes-12",
    "skirt-05",
    "longsleeve-07",
    "dress-08",
    "shoes-09",
)
"""Eight pieces of the sample closet."""

_ACROSS, _GAP = 4, 6


class PhotosPicture(Picture):
    """Eight photos of the sample closet."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        photos = folder or resources() / "sample" / "photos"
        self._photos = [_small(photos / f"{name}.jpg") for name in SHOWN]

    def draw(self, painter: QPainter) -> None:
        gap, inset = px(_GAP), px(12)
        width = (self.width() - 2 * inset - (_ACROSS - 1) * gap) // _ACROSS
        height = (self.height() - 2 * px(14) - gap) // 2
        ratio = self.devicePixelRatioF()
        for place, photo in enumerate(self._photos):
            row, column = divmod(place, _ACROSS)
            box = QRect(
                inset + column * (width + gap), px(14) + row * (height + gap), width, height
            )
            if not photo.isNull():
                corners = (px(5), px(5))
                painter.drawPixmap(box, rounded_photo(photo, box.size(), corners, ratio))


def _small(file: Path) -> QPixmap:
    """The photo no larger than it is shown, also on dense screens."""
    whole = QPixmap(str(file))
    if whole.isNull():
        return whole
    return whole.scaled(
        QSize(240, 240),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )


class Beside(QWidget):
    """Widgets in a row at equal widths."""

    def __init__(self, *widgets: QWidget, gap: int = 16) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(gap))
        for widget in widgets:
            row.addWidget(widget, 1)
