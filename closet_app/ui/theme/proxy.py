"""The base style: Fusion with Closet's own check, radio and focus signs."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from closet_app.ui.theme.shades import px
from closet_app.ui.theme.signs import Tick, paint_check, paint_radio

_CHECKS = (
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
)
_UNPAINTED = (
    QStyle.PrimitiveElement.PE_FrameFocusRect,
    QStyle.PrimitiveElement.PE_PanelStatusBar,
)
_SIGN_METRICS = (
    QStyle.PixelMetric.PM_IndicatorWidth,
    QStyle.PixelMetric.PM_IndicatorHeight,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
)
_MENU_ICON = QStyle.PixelMetric.PM_SmallIconSize


class ClosetStyle(QProxyStyle):
    """Paints the signs that style sheets cannot; they also reach check boxes in item views."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in _CHECKS:
            paint_check(painter, _sign_box(option), _tick(option), enabled=_enabled(option))
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            on = bool(option.state & QStyle.StateFlag.State_On)
            paint_radio(painter, _sign_box(option), on=on, enabled=_enabled(option))
        elif element not in _UNPAINTED:
            super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _SIGN_METRICS or metric == _MENU_ICON:
            return px(16)
        return super().pixelMetric(metric, option, widget)


def _sign_box(option: QStyleOption) -> QRectF:
    """The largest square of the designed size at the centre of what the view offers."""
    room = QRectF(option.rect)
    side = min(px(16), room.width(), room.height())
    left = round(room.center().x() - side / 2)
    return QRectF(left, round(room.center().y() - side / 2), side, side)


def _tick(option: QStyleOption) -> Tick:
    if option.state & QStyle.StateFlag.State_NoChange:
        return Tick.PART
    return Tick.ON if option.state & QStyle.StateFlag.State_On else Tick.OFF


def _enabled(option: QStyleOption) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Enabled)
