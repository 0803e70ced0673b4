"""Words compared by the styling rules; the same few hundred come again for every pair."""

from __future__ import annotations

from functools import lru_cache

from closet_app.domain.text import fold


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """`fold`, remembered."""
    return fold(text)
