"""What the print room is opened for."""

from __future__ import annotations

from dataclasses import dataclass

PLACE = "print_room"


@dataclass(frozen=True, slots=True)
class Visit:
    """These orders alone, or everything to pack when there are none; `piece` is shown first."""

    order_ids: tuple[int, ...] = ()
    piece: str = ""
