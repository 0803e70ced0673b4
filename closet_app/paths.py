"""Where things lie: the product's resources and the seller's folders."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs


def resources() -> Path:
    """The folder of shipped data: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).resolve().parent
    bundled = getattr(sys, "_MEIPASS", None)
    places = [package.parent / "resources", package / "resources"]
    if bundled:
        places.insert(0, Path(bundled) / "resources")
    return next((place for place in places if place.is_dir()), places[-1])


def settings_file() -> Path:
    """This user's settings (theme, window places, last closet), TOML."""
    return Path(platformdirs.user_config_dir("Closet", appauthor=False)) / "settings.toml"


def log_folder() -> Path:
    """Where this user's log is written."""
    return Path(platformdirs.user_log_dir("Closet", appauthor=False))


def cache_folder() -> Path:
    """What this machine may forget: it is made again when it is gone."""
    return Path(platformdirs.user_cache_dir("Closet", appauthor=False))


def default_closet() -> Path:
    """The folder proposed for a new closet."""
    return Path(platformdirs.user_documents_dir()) / "Closet"
