"""What the photo desk is opened for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """A photo of a piece, and the tool that is wanted for it; empty for the one used last."""

    item_id: int
    photo_id: int
    tool: str = ""
