"""Commands that read and write spreadsheets: import items, export items, sales and summary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from closet_app.cli import values
from closet_app.cli.options import AsJson, ClosetDir, Year
from closet_app.cli.session import opened
from closet_app.cli.telling import note, progress, say, say_json

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.services.imports import Answers, Mapping, Preview, Sheet

Out = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="A name that ends in .csv or .xlsx.")
]
ENDINGS = (".csv", ".xlsx")
DATES = {"month-first": "month_first", "day-first": "day_first"}
DECIMALS = {"point": ".", "comma": ","}


def import_items(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or XLSX file.")],
    *,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="Which column is which field."),
    ] = None,
    dates: Annotated[
        str | None,
        typer.Option("--dates", metavar="ORDER", help="month-first or day-first, for 01/02/2026."),
    ] = None,
    decimal: Annotated[
        str | None, typer.Option("--decimal", metavar="MARK", help="point or comma, for 1,234.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Take in items. All of a spreadsheet is one step that can be undone."""
    from closet_app.services import imports

    answers = _answers(dates, decimal)
    named = dict(values.pair(each, "--map") for each in columns or ())
    with opened(context, closet) as shop, progress() as bar:
        sheet = imports.read_sheet(file)
        mapping = _mapping(shop, sheet, named)
        found = imports.preview(shop, sheet, mapping, answers, bar)
        takes_in = bool(found.count(imports.RowState.NEW)) and not dry_run
        if takes_in:
            imports.apply(shop, found, bar)
    if as_json:
        say_json(_as_json(found, applied=takes_in))
    else:
        _say_preview(found, mapping)
        say(f"{found.words}{'' if takes_in or not dry_run else '; nothing was taken in'}")
    if _is_all_broken(found):
        raise typer.Exit(1)


def export_items(
    context: typer.Context,
    out: Out,
    query: Annotated[list[str] | None, typer.Argument(metavar="QUERY")] = None,
    closet: ClosetDir = None,
) -> None:
    """Write items. All, or those a search finds, with everything but photos."""
    from closet_app.cli.queries import search_text
    from closet_app.services import exports

    values.ending(out, *ENDINGS)
    with opened(context, closet) as shop, progress() as bar:
        _say_written(out, exports.export_items(shop, out, search_text(query or ()), bar))


def export_sales(
    context: typer.Context, out: Out, year: Year = None, closet: ClosetDir = None
) -> None:
    """Write sales. One row for each sold item with every part of its profit."""
    from closet_app.services import exports

    values.ending(out, *ENDINGS)
    with opened(context, closet) as shop, progress() as bar:
        _say_written(out, exports.export_sales(shop, out, year, bar))


def export_summary(
    context: typer.Context, out: Out, year: Year = None, closet: ClosetDir = None
) -> None:
    """Write the figures. What sales come to, in all, by marketplace, month and ownership."""
    from closet_app.services import exports

    values.ending(out, *ENDINGS)
    with opened(context, closet) as shop, progress() as bar:
        _say_written(out, exports.export_summary(shop, out, year, bar))


def _answers(dates: str | None, decimal: str | None) -> Answers:
    from closet_app.services.imports import Answers, DateOrder, DecimalMark

    if dates is not None and dates not in DATES:
        raise values.wrong("--dates", f"“{dates}” is neither month-first nor day-first.")
    if decimal is not None and decimal not in DECIMALS:
        raise values.wrong("--decimal", f"“{decimal}” is neither point nor comma.")
    return Answers(
        None if dates is None else DateOrder(DATES[dates]),
        None if decimal is None else DecimalMark(DECIMALS[decimal]),
    )


def _mapping(shop: Closet, sheet: Sheet, named: dict[str, str]) -> Mapping:
    from closet_app.services import imports

    guessed = imports.guess(shop, sheet)
    return values.read("--map", lambda: guessed.with_named(named))


def _say_preview(found: Preview, mapping: Mapping) -> None:
    from closet_app.services.imports import RowState

    for row in found.of(RowState.BROKEN):
        note(f"Row {row.line}: {row.why}")
    unknown = ", ".join(column.heading for column in mapping.unknown)
    if unknown:
        note(f"Columns that were not taken in: {unknown}. Use --map FIELD=COLUMN for them.")
    asked = found.questions
    if not asked.date_order_certain:
        example = next(iter(asked.date_examples), "01/02/2026")
        note(f"Days such as {example} were read as usual here; --dates says it otherwise.")
    if not asked.decimal_certain:
        example = next(iter(asked.decimal_examples), "1,234")
        note(f"Amounts such as {example} were read as usual here; --decimal says it otherwise.")


def _as_json(found: Preview, *, applied: bool) -> dict[str, object]:
    from closet_app.services.imports import RowState

    return {
        "file": found.name,
        "applied": applied,
        **{state.value: found.count(state) for state in RowState},
        "date_order_certain": found.questions.date_order_certain,
        "decimal_certain": found.questions.decimal_certain,
        "rows": [
            {
                "line": row.line,
                "state": row.state.value,
                "text": row.text,
                "why": row.why,
                "warnings": list(row.warnings),
            }
            for row in found.rows
        ],
    }


def _is_all_broken(found: Preview) -> bool:
    from closet_app.services.imports import RowState

    good = found.count(RowState.NEW) + found.count(RowState.ALREADY_HERE)
    return not good and found.count(RowState.BROKEN) > 0


def _say_written(out: Path, rows: int) -> None:
    from closet_app.wording import counted

    say(f"Wrote {out} ({counted(rows, '{n} row', '{n} rows')})")


IMPORTS: dict[str, Callable[..., None]] = {"items": import_items}
EXPORTS: dict[str, Callable[..., None]] = {
    "items": export_items,
    "sales": export_sales,
    "summary": export_summary,
}
