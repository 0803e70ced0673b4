"""Telling a picture of a phone's own screen from a photo, by its name and its shape."""

from __future__ import annotations

import re

from closet_app.db.records import PhotoRecord

_NAME = re.compile(
    r"screen[ _-]?shot|screen[ _-]?capture|bildschirmfoto|capture d.?.cran|captura de pantalla"
    r"|スクリーンショット|스크린샷|屏幕截图|截屏",
    re.IGNORECASE,
)
_SCREENS = frozenset(
    {
        (640, 1136), (750, 1334), (828, 1792), (1080, 1920), (1080, 2160), (1080, 2220),
        (1080, 2280), (1080, 2340), (1080, 2400), (1080, 2408), (1080, 2424), (1080, 2520),
        (1125, 2436), (1170, 2532), (1179, 2556), (1206, 2622), (1242, 2208), (1242, 2688),
        (1260, 2736), (1284, 2778), (1290, 2796), (1320, 2868), (1344, 2992), (1440, 2560),
        (1440, 2960), (1440, 3040), (1440, 3088), (1440, 3120), (1440, 3200),
    }
)  # fmt: skip
"""Pixels of phones' screens, the short side first; no camera takes pictures of these sizes."""


def is_screenshot(photo: PhotoRecord) -> bool:
    """Whether a photo seems to be a screenshot: cameras write no PNG of a screen's exact size."""
    if _NAME.search(photo.original_name):
        return True
    size = (min(photo.width, photo.height), max(photo.width, photo.height))
    return photo.extension == "png" and photo.taken_at is None and size in _SCREENS
