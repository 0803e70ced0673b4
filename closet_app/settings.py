"""What one person chose for this computer: theme, window places, last closet; kept as TOML.

Facts of the shop are in its closet, not here.
"""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomli_w

from closet_app.errors import MachineError

VERSION = 1
TEXT_SIZES = (90, 100, 115, 130, 150)
LARGEST_FILE = 1_000_000
_LARGEST_PLACE = 100_000
_COLOR = re.compile(r"#[0-9a-f]{6}")


class Theme(StrEnum):
    """Light, dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where a window stood, in logical pixels; it is checked against the screens when used."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices; `panes` are splitter sizes, `columns` shown table columns, by page.

    `printers` remembers one printer's name for "paper" and one for "labels", which of them is
    turned "by_hand" or lays the "last_on_top", and by "raw:" and its name the language and the
    dots to the inch of one that takes labels as they are; `nudges` are
    what `services.printer_settings` keeps of each printer and stock. `watched_folder` is where new
    photos come in from by themselves; `places` is where a page was left,
    `shop_color` the background of cut-out photos that was used last, as #rrggbb.
    """

    last_closet: Path | None = None
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    single_letter_keys: bool = True
    motion: bool = True
    windows: Mapping[str, WindowPlace] = field(default_factory=dict)
    panes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    printers: Mapping[str, str] = field(default_factory=dict)
    nudges: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    shop_color: str = ""
    watched_folder: Path | None = None
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and where a file that could not be used was moved, if one was."""

    settings: Settings
    kept_aside: Path | None = None


def load_settings(path: Path) -> LoadedSettings:
    """The settings in `path`; defaults when there are none or they cannot be used.

    A damaged file or one of a newer version is renamed and kept; a single value that makes no
    sense is replaced by its default.
    """
    try:
        table = _read(path)
    except OSError:
        return LoadedSettings(Settings())
    except ValueError:
        return LoadedSettings(Settings(), _keep_aside(path))
    return LoadedSettings(_settings(table))


def save_settings(path: Path, settings: Settings) -> None:
    """Write `settings` so that `path` is either the old or the new file, never half of one.

    Raises MachineError when the folder cannot be written.
    """
    data = tomli_w.dumps(_table(settings)).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as refused:
        raise MachineError(
            "Your settings could not be saved.",
            safe="Everything in your closet is untouched.",
            remedy=f"Check that there is room and that you may write to {path.parent}.",
        ) from refused


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _read(path: Path) -> Mapping[str, Any]:
    """The file's table; raises ValueError when it is damaged, huge or newer."""
    if not path.exists():
        return {}
    if path.stat().st_size > LARGEST_FILE:
        raise ValueError(path)
    table = tomllib.loads(path.read_bytes().decode())
    version = table.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise ValueError(path)
    return table


def _keep_aside(path: Path) -> Path | None:
    number = 1
    while (aside := path.with_name(f"{path.stem}-old-{number}{path.suffix}")).exists():
        number += 1
    try:
        return path.rename(aside)
    except OSError:
        return None


def _settings(table: Mapping[str, Any]) -> Settings:
    closet = table.get("last_closet")
    theme = table.get("theme")
    text_size = table.get("text_size")
    letters, motion = table.get("single_letter_keys"), table.get("motion")
    return Settings(
        last_closet=_folder(closet),
        theme=Theme(theme) if theme in tuple(Theme) else Theme.SYSTEM,
        text_size=text_size if text_size in TEXT_SIZES else 100,
        single_letter_keys=letters if isinstance(letters, bool) else True,
        motion=motion if isinstance(motion, bool) else True,
        windows=_windows(table.get("windows")),
        panes=_lists(table.get("panes"), int),
        columns=_lists(table.get("columns"), str),
        printers=_texts(table.get("printers")),
        nudges=_lists(table.get("nudges"), int),
        shop_color=_color(table.get("shop_color")),
        watched_folder=_folder(table.get("watched_folder")),
        places=_lists(table.get("places"), int),
    )


def _folder(found: object) -> Path | None:
    usable = isinstance(found, str) and bool(found.strip()) and "\0" not in found
    return Path(str(found)) if usable else None


def _color(found: object) -> str:
    return found if isinstance(found, str) and _COLOR.fullmatch(found) else ""


def _windows(found: object) -> dict[str, WindowPlace]:
    rows = _rows(found).items()
    return {name: place for name, row in rows if (place := _window(_rows(row)))}


def _window(row: Mapping[str, Any]) -> WindowPlace | None:
    x, y, width, height = (_pixels(row.get(part)) for part in ("x", "y", "width", "height"))
    if x is None or y is None or not (width and height) or min(width, height) < 1:
        return None
    return WindowPlace(x, y, width, height, maximized=row.get("maximized") is True)


def _pixels(found: object) -> int | None:
    return found if isinstance(found, int) and abs(found) <= _LARGEST_PLACE else None


def _lists(found: object, kind: type[Any]) -> dict[str, tuple[Any, ...]]:
    return {
        name: tuple(row)
        for name, row in _rows(found).items()
        if isinstance(row, list) and all(type(entry) is kind for entry in row)
    }


def _texts(found: object) -> dict[str, str]:
    return {name: row for name, row in _rows(found).items() if isinstance(row, str)}


def _rows(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _table(settings: Settings) -> dict[str, Any]:
    windows = {
        name: {
            "x": place.x,
            "y": place.y,
            "width": place.width,
            "height": place.height,
            "maximized": place.maximized,
        }
        for name, place in settings.windows.items()
    }
    table: dict[str, Any] = {
        "version": VERSION,
        "theme": settings.theme.value,
        "text_size": settings.text_size,
        "single_letter_keys": settings.single_letter_keys,
        "motion": settings.motion,
        "windows": windows,
        "panes": {name: list(sizes) for name, sizes in settings.panes.items()},
        "columns": {name: list(columns) for name, columns in settings.columns.items()},
        "printers": dict(settings.printers),
        "nudges": {name: list(nudge) for name, nudge in settings.nudges.items()},
        "shop_color": settings.shop_color,
        "places": {name: list(place) for name, place in settings.places.items()},
    }
    if settings.last_closet is not None:
        table["last_closet"] = str(settings.last_closet)
    if settings.watched_folder is not None:
        table["watched_folder"] = str(settings.watched_folder)
    return table
