"""What follows by itself while a stock is described."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from closet_app.services.stocks import StockDraft
from closet_app.ui.stocks.lines import SWITCHES, fills_page, holds_cells


def arranged(draft: StockDraft, before: StockDraft) -> StockDraft:
    """`draft` with what its form does not show brought in line with what it does.

    A label as large as the page follows the page; a page that is divided for the first time is
    divided evenly; a single column or row has no pitch of its own.
    """
    draft = _without_strangers(draft)
    if not holds_cells(draft):
        return _whole_page(draft)
    is_untouched = fills_page(before) and _cell(draft) == _cell(before)
    if is_untouched and draft.columns * draft.rows == 1:
        return _whole_page(draft)
    return _pitched(_divided(draft) if is_untouched else draft)


def centred(draft: StockDraft) -> StockDraft:
    """The same labels in the middle of the page."""
    across = (draft.columns - 1) * draft.pitch_x + draft.cell_width
    down = (draft.rows - 1) * draft.pitch_y + draft.cell_height
    return replace(
        draft,
        left=max(0.0, round((draft.page_width - across) / 2, 4)),
        top=max(0.0, round((draft.page_height - down) / 2, 4)),
    )


def _cell(draft: StockDraft) -> tuple[float, float]:
    return draft.cell_width, draft.cell_height


def _without_strangers(draft: StockDraft) -> StockDraft:
    off: dict[str, Any] = {line.name: False for line in SWITCHES if draft.kind not in line.kinds}
    counts: dict[str, Any] = {} if holds_cells(draft) else {"columns": 1, "rows": 1}
    return replace(draft, **off, **counts)


def _whole_page(draft: StockDraft) -> StockDraft:
    return replace(
        draft,
        left=0.0,
        top=0.0,
        cell_width=draft.page_width,
        cell_height=draft.page_height,
        pitch_x=draft.page_width,
        pitch_y=draft.page_height,
    )


def _divided(draft: StockDraft) -> StockDraft:
    width = round(draft.page_width / draft.columns, 4)
    height = round(draft.page_height / draft.rows, 4)
    return replace(draft, cell_width=width, cell_height=height, pitch_x=width, pitch_y=height)


def _pitched(draft: StockDraft) -> StockDraft:
    return replace(
        draft,
        pitch_x=draft.pitch_x if draft.columns > 1 else draft.cell_width,
        pitch_y=draft.pitch_y if draft.rows > 1 else draft.cell_height,
    )
