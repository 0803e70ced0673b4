"""Several PDF files as one, in order."""

from __future__ import annotations

import io
from collections.abc import Sequence

TITLE = "Packing run"
"""Of files with everything for some parcels."""


def join(files: Sequence[bytes], title: str) -> bytes:
    """All pages of all files; each page keeps its own size. A single file stays as it is."""
    from pypdf import PdfWriter

    if len(files) == 1:
        return files[0]
    writer = PdfWriter()
    for file in files:
        writer.append(io.BytesIO(file), import_outline=False)
    writer.add_metadata({"/Title": title, "/Creator": "Closet"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
