"""Writes tables as CSV or XLSX: whole files only, text never as a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.exchange.columns import Column, Value
from closet_app.exchange.csv_out import write_csv
from closet_app.exchange.safe_files import whole_file
from closet_app.exchange.value_forms import IMPERIAL, Units
from closet_app.exchange.xlsx_out import write_xlsx

WRITERS = {".csv": write_csv, ".xlsx": write_xlsx}


def write_table(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    *,
    currency: str,
    units: Units = IMPERIAL,
    total: int = 0,
    progress: Progress = SILENT,
) -> int:
    """Writes `rows` under the headings of `columns` to `path` and returns their number.

    The ending chooses the form; an existing file is replaced when the new one is whole.
    `currency` is that of bare ints in money columns, `units` are IMPERIAL or METRIC. Raises
    UserError for another ending and for what a workbook cannot hold, MachineError when the disk
    refuses, CancelledError.
    """
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise UserError(
            f"{path.name} ends in neither .csv nor .xlsx.", remedy="Choose one of the two endings."
        )
    with whole_file(path) as temporary:
        return write(temporary, columns, rows, currency, units, _Counted(progress, total))


class _Counted:
    """Knows the number of rows when the caller does."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total = progress, total

    def step(self, done: int, total: int, words: str) -> None:
        self._progress.step(done, max(total, self._total), words)
