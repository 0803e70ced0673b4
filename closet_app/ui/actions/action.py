"""One command as menus, shortcuts and the shortcut page know it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One command: its words, its keys (Qt's portable names), the place where it acts.

    `menu` names the menu that holds it. A `told` action is acted on by the control that has
    the focus (arrows in a gallery); it stands on the shortcut page alone.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    where: str = "everywhere"
    icon: str = ""
    menu: str = ""
    told: bool = False
