"""Commands for card designs: what there is, out as one file, and in again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import opened
from closet_app.cli.telling import say, say_json, table

DesignId = Annotated[str, typer.Argument(metavar="ID", help="A design as `design list` names it.")]


def list_designs(context: typer.Context, as_json: AsJson = False, closet: ClosetDir = None) -> None:
    """Card designs: your own, then those that come with Closet."""
    from closet_app.services import designs

    with opened(context, closet) as shop:
        found = designs.all_designs(shop)
        usual = designs.usual_design(shop)
    if as_json:
        say_json(
            [
                {
                    "id": each.id,
                    "name": each.name,
                    "drawing": str(each.drawing),
                    "shape": str(each.shape),
                    "own": designs.is_own(each.id),
                    "usual": each.id == usual,
                }
                for each in found
            ]
        )
        return
    rows = [
        (each.id, each.name, str(each.shape), "usual" if each.id == usual else "") for each in found
    ]
    say(table(("ID", "Name", "Shape", ""), rows))


def export_design(
    context: typer.Context,
    design_id: DesignId,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file, or a folder.")],
    closet: ClosetDir = None,
) -> None:
    """Write a design with its pictures into one file that can be shared."""
    from closet_app.services import design_files

    with opened(context, closet) as shop:
        say(f"Wrote {design_files.export_design(shop, design_id, out)}")


def import_design(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A file of `design export`.")],
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Take in a design from a file. Nothing in it is run, and nothing but pictures is kept."""
    from closet_app.services import design_files, designs

    with opened(context, closet) as shop:
        design_id, _ = design_files.import_design(shop, path)
        name = designs.find_design(shop, design_id).name
    if as_json:
        say_json({"id": design_id, "name": name})
    else:
        say(f"Took in “{name}” as {design_id}")


COMMANDS: dict[str, Callable[..., None]] = {
    "list": list_designs,
    "export": export_design,
    "import": import_design,
}
