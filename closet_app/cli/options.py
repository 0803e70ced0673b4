"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ClosetDir = Annotated[
    Path | None,
    typer.Option(
        "--closet", metavar="DIR", help="Folder of the closet; else CLOSET_DIR, else the last one."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Say it as JSON, for other programs.")]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="Pretend that it is this day.")
]
Year = Annotated[
    int | None,
    typer.Option("--year", metavar="Y", min=1900, max=2199, help="Only sales of this year."),
]
Number = Annotated[int, typer.Argument(metavar="N", help="Number of the order.")]
Sku = Annotated[str, typer.Argument(metavar="SKU", help="Number of the item.")]

SORTS = (
    "newest", "oldest", "price_up", "price_down", "keep_up", "keep_down", "age", "title", "brand",
    "bin", "sku", "changed",
)  # fmt: skip
