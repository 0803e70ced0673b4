"""Rows of a sheet as they came, with what is wrong with each, as a file to put them right in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from closet_app.domain.progress import SILENT, Progress
from closet_app.exchange.columns import Column
from closet_app.exchange.csv_out import unguarded
from closet_app.exchange.own_format import WHY
from closet_app.exchange.rows_in import is_guarded
from closet_app.exchange.sheet import SheetRow, shown_text
from closet_app.exchange.tables_in import Sheet
from closet_app.exchange.tables_out import write_table


def write_rows(
    path: Path,
    sheet: Sheet,
    why: Mapping[int, str],
    *,
    currency: str,
    progress: Progress = SILENT,
) -> int:
    """Write the rows whose line is in `why`, their reason in one more column; returns how many.

    Reading the file back gives the same cells. Raises as `Sheet.rows` and `write_table`.
    """
    places = [at for at, heading in enumerate(sheet.headings) if heading != WHY]
    columns = [Column(str(at), sheet.headings[at]) for at in places]
    return write_table(
        path,
        (*columns, Column("why", WHY)),
        _texts(sheet, places, why, progress),
        currency=currency,
        total=len(why),
    )


def _texts(
    sheet: Sheet, places: list[int], why: Mapping[int, str], progress: Progress
) -> Iterator[tuple[str, ...]]:
    guarded = is_guarded(sheet)
    for row in sheet.rows(progress):
        if isinstance(row, SheetRow) and row.line in why:
            texts = [shown_text(cell) for cell in row.cells]
            texts += [""] * (len(sheet.headings) - len(texts))
            bare = [unguarded(text) if guarded else text for text in texts]
            yield (*(bare[at] for at in places), why[row.line])
