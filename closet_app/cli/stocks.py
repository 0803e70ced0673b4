"""Commands for papers and labels: what there is, the facts of one, and its ruler page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli import values
from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import opened
from closet_app.cli.telling import say, say_json, table

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.services.print_pages import Stock

PDF = ".pdf"
KINDS = ("paper", "card", "sheet", "roll")
MICROMETRES = 25_400 / 72
"""In one point."""
StockId = Annotated[str, typer.Argument(metavar="ID", help="A stock as `stock list` names it.")]


def list_stocks(
    context: typer.Context,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help=f"Only {', '.join(KINDS)}.")
    ] = "",
    piece: Annotated[
        str, typer.Option("--piece", metavar="PIECE", help="Only those it can be printed on.")
    ] = "",
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Papers, cards, sheets and rolls: your own, then those that come with Closet."""
    if kind and kind not in KINDS:
        raise values.wrong("--kind", f"There is no “{kind}”. Choose from {', '.join(KINDS)}.")
    with opened(context, closet) as shop:
        found = [each for each in _found(shop, piece) if kind in ("", each.kind)]
    if as_json:
        say_json([_facts(each) for each in found])
        return
    rows = [(each.id, each.name, each.kind.value, _size(each), _cells(each)) for each in found]
    say(table(("ID", "Name", "Kind", "Page", "Each"), rows))


def show_stock(
    context: typer.Context,
    stock_id: StockId,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE.pdf", help="Write its ruler page, to test a printer."),
    ] = None,
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """The measures of one stock, and its ruler page when asked for."""
    from closet_app.services.ruler_pages import save_ruler
    from closet_app.services.stocks import find_stock

    if out is not None:
        values.ending(out, PDF)
    with opened(context, closet) as shop:
        stock = find_stock(shop, stock_id)
        pieces = _pieces_on(shop, stock)
        if out is not None:
            save_ruler(stock, out)
    if as_json:
        facts = {**_facts(stock), **_measures(stock), "pieces": pieces}
        say_json({**facts, "file": None if out is None else str(out)})
        return
    say("\n".join(f"{name:<11}{value}" for name, value in _said(stock, pieces) if value))
    if out is not None:
        say(f"Wrote {out}")


def _found(shop: Closet, piece: str) -> tuple[Stock, ...]:
    from closet_app.services.print_kinds import PieceKind
    from closet_app.services.print_stocks import stocks_for
    from closet_app.services.stocks import all_stocks

    if not piece:
        return all_stocks(shop)
    known = [each.value for each in PieceKind]
    if piece not in known:
        raise values.wrong("--piece", f"There is no “{piece}”. Choose from {', '.join(known)}.")
    return stocks_for(shop, PieceKind(piece), every=True)


def _pieces_on(shop: Closet, stock: Stock) -> list[str]:
    from closet_app.services.print_kinds import PieceKind
    from closet_app.services.print_stocks import stocks_for

    return [
        kind.value
        for kind in PieceKind
        if stock.id in {each.id for each in stocks_for(shop, kind, every=True)}
    ]


def _facts(stock: Stock) -> dict[str, Any]:
    from closet_app.services.print_runs import role_of
    from closet_app.services.stocks import is_own

    return {
        "id": stock.id,
        "name": stock.name,
        "kind": stock.kind.value,
        "also": list(stock.also),
        "own": is_own(stock.id),
        "printer": role_of(stock),
        "width_um": _micrometres(stock.width),
        "height_um": _micrometres(stock.height),
        "per_page": stock.per_page,
    }


def _measures(stock: Stock) -> dict[str, Any]:
    return {
        "columns": stock.columns,
        "rows": stock.rows,
        "cell_width_um": _micrometres(stock.cell_width),
        "cell_height_um": _micrometres(stock.cell_height),
        "left_um": _micrometres(stock.left),
        "top_um": _micrometres(stock.top),
        "pitch_x_um": _micrometres(stock.pitch_x),
        "pitch_y_um": _micrometres(stock.pitch_y),
        "corner_um": _micrometres(stock.corner),
        "margin_um": _micrometres(stock.margin),
        "folded": stock.folded,
        "source": stock.source,
    }


def _said(stock: Stock, pieces: list[str]) -> list[tuple[str, str]]:
    several = stock.per_page > 1
    grid = f"{stock.columns} across, {stock.rows} down" if several else ""
    places = (
        f"{_length(stock.left)} from the left, {_length(stock.top)} from the top; "
        f"every {_length(stock.pitch_x)} across and {_length(stock.pitch_y)} down"
    )
    return [
        ("Name", stock.name),
        ("Kind", stock.kind.value),
        ("Also", ", ".join(stock.also)),
        ("Page", _size(stock)),
        ("Labels", f"{stock.per_page}, {grid}" if several else ""),
        ("Each", _cells(stock)),
        ("Begins", places if several else ""),
        ("Margin", _length(stock.margin)),
        ("For", ", ".join(pieces)),
        ("Source", stock.source),
    ]


def _size(stock: Stock) -> str:
    return _sides(stock.width, stock.height)


def _cells(stock: Stock) -> str:
    return _sides(stock.cell_width, stock.cell_height) if stock.per_page > 1 else ""


def _sides(width: float, height: float) -> str:
    wide, high = (_plain(side / 72) for side in (width, height))
    metric = " × ".join(_plain(_micrometres(side) / 1_000, 1) for side in (width, height))
    return f"{wide} × {high} in ({metric} mm)"


def _length(points: float) -> str:
    return f"{_plain(points / 72, 4)} in"


def _plain(number: float, places: int = 3) -> str:
    return f"{number:.{places}f}".rstrip("0").rstrip(".")


def _micrometres(points: float) -> int:
    return round(points * MICROMETRES)


COMMANDS: dict[str, Callable[..., None]] = {"list": list_stocks, "show": show_stock}
