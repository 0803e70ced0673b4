"""`closet photos` and `closet cutout`: photos as marketplaces want them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli import values
from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import opened, session_of
from closet_app.cli.telling import note, progress, say, say_json, say_problems

if TYPE_CHECKING:
    from closet_app.services.photo_sets import PhotoSets


def photos(
    context: typer.Context,
    skus: Annotated[list[str], typer.Argument(metavar="SKU…", help="Numbers of items.")],
    marketplaces: Annotated[
        str, typer.Option("--for", metavar="M[,M]", help="Marketplaces, or all.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where the folders are made.")
    ] = None,
    zip_file: Annotated[
        Path | None, typer.Option("--zip", metavar="FILE", help="One zip of all folders.")
    ] = None,
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Write photos for marketplaces: one folder for each, in its size, shape and number."""
    from closet_app.services import photo_sets
    from closet_app.services.items import by_sku
    from closet_app.services.photo_places import marketplaces_of

    if out is None and zip_file is None:
        raise values.wrong("--out", "Say where to: --out DIR, --zip FILE, or both.")
    with opened(context, closet) as shop, progress() as bar:
        order = photo_sets.PhotoSetOrder(
            tuple(dict.fromkeys(by_sku(shop, sku) for sku in skus)),
            values.read("--for", lambda: marketplaces_of(shop, marketplaces)),
            out,
            zip_file,
        )
        made = photo_sets.write_photo_sets(shop, order, bar)
    if as_json:
        say_json(_as_json(made))
    else:
        say_problems(made.problems)
        _say_sets(made)
    if made.problems:
        raise typer.Exit(1)


def cutout(
    context: typer.Context,
    photo: Annotated[Path, typer.Argument(metavar="PHOTO", readable=False, help="A photo file.")],
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="A name that ends in .png, .webp or .jpg.")
    ],
    background: Annotated[
        str,
        typer.Option("--background", metavar="COLOR", help="none, white, linen or #rrggbb."),
    ] = "none",
    as_json: AsJson = False,
) -> None:
    """Cut the garment out of a photo. Needs no closet."""
    from closet_app.services.cutouts import checked_background, cut_out

    resources = session_of(context).around.resources
    behind = values.read("--background", lambda: checked_background(background))
    made = cut_out(resources, photo, out, behind)
    if as_json:
        size = {"width": made.width, "height": made.height}
        say_json({"file": str(made.path), **size, "garment_share": made.share})
    else:
        say(f"Wrote {made.path} ({made.width} × {made.height})")


def _as_json(made: PhotoSets) -> dict[str, Any]:
    return {
        "sets": [
            {
                "marketplace": each.marketplace,
                "folder": None if each.folder is None else str(each.folder),
                "files": list(each.files),
                "left_over": each.over,
            }
            for each in made.sets
        ],
        "zip": None if made.zip_file is None else str(made.zip_file),
        "problems": [{"photo": each.name, "why": each.why} for each in made.problems],
    }


def _say_sets(made: PhotoSets) -> None:
    from closet_app.wording import counted

    for each in made.sets:
        wrote = counted(len(each.files), "{n} photo", "{n} photos")
        say(f"Wrote {each.folder or each.marketplace} ({wrote})")
        if each.over:
            more = counted(each.over, "{n} photo", "{n} photos")
            note(f"{each.marketplace}: {more} more than it takes left out.")
    if made.zip_file is not None:
        say(f"Wrote {made.zip_file}")


COMMANDS: dict[str, Callable[..., None]] = {"photos": photos, "cutout": cutout}
SETTINGS: dict[str, Any] = {}
