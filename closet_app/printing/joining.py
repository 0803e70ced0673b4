"""Several PDF files as one, in order."""

from __future__ import annotations

import io
from collections.abc import Sequence


def join(files: Sequence[bytes]) -> bytes:
    """All pages of all files; each page keeps its own size."""
    from pypdf import PdfWriter

    if len(files) == 1:
        return files[0]
    writer = PdfWriter()
    for file in files:
        writer.append(io.BytesIO(file), import_outline=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
