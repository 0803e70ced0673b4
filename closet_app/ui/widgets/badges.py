"""Status pills, marketplace badges and price tags, painted alike in widgets and in views."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import font, sized_font, text_width
from closet_app.ui.theme.shades import color, px, theme
from closet_app.ui.theme.tokens import BadgeLook, tokens

LONG_LISTED_DAYS = 91
"""From this age a listed pill turns amber."""


def pill_look(status: str, age_days: int | None = None) -> str:
    """The token name of a status' colours; listed pieces change with age."""
    if status == "listed" and age_days is not None and age_days >= LONG_LISTED_DAYS:
        return "listed_old"
    return status if status in tokens().pills else "draft"


def pill_width(words: str) -> int:
    """How wide a pill with `words` is."""
    return text_width(words, "pill") + 2 * px(7) + px(6) + px(5)


def paint_pill(painter: QPainter, rect: QRect, status: str, words: str) -> None:
    """Paint a pill at the left of `rect`, centred in its height, elided to its width."""
    look = tokens().pills[pill_look(status)]
    width = min(pill_width(words), rect.width())
    top = rect.top() + (rect.height() - px(20)) // 2
    box = QRectF(rect.left(), top, width, px(20))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = look.outline or ("line" if theme().high_contrast else "")
    painter.setPen(QPen(color(outline), 1) if outline else Qt.PenStyle.NoPen)
    painter.setBrush(color(look.ground) if look.ground else Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if outline else box
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    _paint_dot(painter, box, look.dot, ring=look.ring)
    room = box.adjusted(px(7) + px(6) + px(5), 0, -px(6), 0)
    painter.setPen(color(look.ink))
    painter.setFont(font("pill"))
    if width < pill_width(words):
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(room.width())
        )
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


def _paint_dot(painter: QPainter, box: QRectF, role: str, *, ring: bool) -> None:
    centre = QPointF(box.left() + px(7) + px(6) / 2, box.center().y())
    radius = px(6) / 2
    if ring:
        painter.setPen(QPen(color(role), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius -= 0.5
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(role))
    painter.drawEllipse(centre, radius, radius)


def badge_look(marketplace: str) -> BadgeLook:
    """Letter and colours; an unknown one gets its first letter, a count itself, on grey."""
    known = tokens().badges.get(marketplace)
    if known is not None:
        return known
    grey = tokens().light["muted"]
    letters = marketplace if marketplace.startswith("+") else (marketplace[:1] or "?").upper()
    return BadgeLook(letters, grey, grey, "")


def paint_badge(
    painter: QPainter, rect: QRectF, marketplace: str, *, listed: bool = True, ring: bool = False
) -> None:
    """A lettered square: filled when listed there, outlined when not, ringed on photos."""
    look = badge_look(marketplace)
    dark = theme().shade == "dark"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = 5 * rect.width() / 20
    if ring:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5, radius + 1.5)
    edge = look.outline_dark if listed and dark else ("" if listed else theme().css("line2"))
    painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
    fill = QColor(look.fill_dark if dark else look.fill)
    painter.setBrush(fill if listed else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if edge else rect, radius, radius)
    painter.setPen(QColor("white") if listed else color("muted"))
    painter.setFont(sized_font(max(round(rect.height() * 0.5), px(11)), 700 if listed else 600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, look.letter)
    painter.restore()


def price_tag_width(words: str, height: int) -> int:
    """How wide a tag of `height` is around `words`."""
    return round(_nose(height) + 0.36 * height + _tag_text(words, height) + 0.34 * height)


def paint_price_tag(
    painter: QPainter, left: float, top: float, height: int, words: str, *, berry: bool = False
) -> int:
    """Paint a hang tag with its left tip at `left`; returns its width."""
    width = price_tag_width(words, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.setPen(Qt.PenStyle.NoPen if berry else QPen(color("tagline"), 1))
    painter.setBrush(color("accent" if berry else "tagbg"))
    painter.drawPath(tag_path(width, height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("on-accent" if berry else "tag-hole"))
    nose = _nose(height)
    painter.drawEllipse(QPointF(0.98 * nose, height / 2), 0.095 * height, 0.095 * height)
    size = round(0.5 * height)
    painter.setFont(sized_font(size, 700))
    painter.setPen(color("on-accent" if berry else "tag-ink"))
    painter.drawText(QPointF(nose + 0.36 * height, height / 2 + 0.36 * size), words)
    painter.restore()
    return width


@lru_cache(maxsize=256)
def tag_path(w: float, h: float) -> QPainterPath:
    """The outline of the hang tag, `w` × `h`, tip at the left."""
    n, r = _nose(h), 0.19 * h
    path = QPainterPath(QPointF(n, 0.5))
    path.lineTo(w - r, 0.5)
    path.quadTo(w - 0.5, 0.5, w - 0.5, 0.5 + r)
    path.lineTo(w - 0.5, h - r - 0.5)
    path.quadTo(w - 0.5, h - 0.5, w - r, h - 0.5)
    path.lineTo(n, h - 0.5)
    path.quadTo(0.62 * n, h - 0.5, 0.42 * n, h - 0.55 * n)
    path.lineTo(1.2, 0.6 * h)
    path.quadTo(0.2, h / 2, 1.2, 0.4 * h)
    path.lineTo(0.42 * n, 0.55 * n)
    path.quadTo(0.62 * n, 0.5, n, 0.5)
    path.closeSubpath()
    return path


def _nose(height: float) -> float:
    return 0.42 * height


@lru_cache(maxsize=512)
def _tag_text(words: str, height: int) -> float:
    return QFontMetricsF(sized_font(round(0.5 * height), 700)).horizontalAdvance(words)


class StatusPill(QWidget):
    """A status in a pill, such as "Listed 12 d"."""

    def __init__(
        self, status: str = "draft", words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._status = status
        self._words = words
        self.show_status(status, words)

    def show_status(self, status: str, words: str, age_days: int | None = None) -> None:
        """Show another status; `age_days` decides the amber of long listed pieces."""
        self._status = pill_look(status, age_days)
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._words), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_pill(QPainter(self), self.rect(), self._status, self._words)


class MarketplaceBadge(QWidget):
    """A marketplace's letter; filled where the piece is listed."""

    def __init__(
        self,
        marketplace: str,
        name: str,
        *,
        side: int = 20,
        listed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marketplace = marketplace
        self._listed = listed
        fix(self, width=side, height=side)
        self.setAccessibleName(name)

    def show_marketplace(self, marketplace: str, name: str) -> None:
        """Show the badge of another marketplace."""
        self._marketplace = marketplace
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QRectF(self.rect()), self._marketplace, listed=self._listed)


class PriceTag(QWidget):
    """A price on a hang tag: white as on photos, berry in the inspector."""

    def __init__(
        self, words: str, height: int = 34, *, berry: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._height = height
        self._berry = berry
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def set_words(self, words: str) -> None:
        """Show another price."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(price_tag_width(self._words, px(self._height)), px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_price_tag(QPainter(self), 0, 0, px(self._height), self._words, berry=self._berry)
