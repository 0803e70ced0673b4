"""Render the brand mark at the sizes that desktops ask for: PNG, ICO and ICNS."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = [(size, size) for size in SIZES if size <= 256]  # noqa: PLR2004 - ICO's limit


def draw(mark: QSvgRenderer, size: int, target: Path) -> None:
    """Write one square PNG on a clear ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    mark.render(painter)
    painter.end()
    image.save(str(target))


def main() -> None:
    """Draw all sizes, then pack them for Windows and macOS."""
    application = QGuiApplication([])
    mark = QSvgRenderer(str(ICONS / "closet.svg"))
    folder = ICONS / "app"
    folder.mkdir(exist_ok=True)
    for size in SIZES:
        draw(mark, size, folder / f"closet-{size}.png")
    with Image.open(folder / f"closet-{SIZES[-1]}.png") as largest:
        largest.save(folder / "closet.ico", sizes=WINDOWS_SIZES)
        largest.save(folder / "closet.icns")
    application.quit()


if __name__ == "__main__":
    main()
