"""Palette and style sheet generated from a theme."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtGui import QPalette

from closet_app.paths import resources
from closet_app.ui.theme.shades import Theme
from closet_app.ui.theme.tokens import TypeRole, tokens

_ROLE = re.compile(r"@([a-z][a-z0-9-]*)")
_LENGTH = re.compile(r"\b(\d+)px")

_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on-accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Link: "accent-ink",
    QPalette.ColorRole.LinkVisited: "accent-ink",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line2",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "hem",
    QPalette.ColorRole.Shadow: "ink",
    QPalette.ColorRole.Accent: "accent",
}

_DISABLED = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
)


def palette(shown: Theme) -> QPalette:
    """The QPalette of a theme; disabled text is muted, never fainter than it can be read."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, shown.color(name))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, shown.color("muted"))
    return made


def style_sheet(shown: Theme) -> str:
    """The one style sheet of the window, with colours and lengths filled in."""
    written = _ROLE.sub(lambda found: shown.css(found[1]), _template())
    written = _LENGTH.sub(lambda found: f"{shown.px(int(found[1]))}px", written)
    return written + _type_rules(shown)


@cache
def _template() -> str:
    return (resources() / "theme" / "closet.qss").read_text(encoding="utf-8")


def _type_rules(shown: Theme) -> str:
    rules = (_type_rule(shown, name, role) for name, role in tokens().type_roles.items())
    return "\n".join(rules)


def _type_rule(shown: Theme, name: str, role: TypeRole) -> str:
    pixels = shown.px(role.size)
    spacing = f" letter-spacing: {role.tracking * pixels:.2f}px;" if role.tracking else ""
    where = f'QLabel[role="{name}"], QAbstractButton[role="{name}"]'
    return f"{where} {{ font-size: {pixels}px; font-weight: {role.weight};{spacing} }}"
