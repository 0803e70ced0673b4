"""`closet look` and `closet scan`: what is seen on photos."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from closet_app.cli.options import AsJson, ClosetDir
from closet_app.cli.session import chosen_folder, opened, session_of
from closet_app.cli.telling import note, progress, say, say_json, say_problems

if TYPE_CHECKING:
    from closet_app.domain.boxes import Box
    from closet_app.domain.tags import TagFact, TagFacts
    from closet_app.services.changed import Problem
    from closet_app.services.closet import Closet
    from closet_app.services.looking import Looked
    from closet_app.services.scanning import Scanned

_PLACES = 4
_TAG_FIELDS = ("brand", "size", "department", "material", "rn", "ca", "made_in")
_INDENT = "  "


def look(
    context: typer.Context,
    photos: Annotated[
        list[Path], typer.Argument(metavar="PHOTO…", readable=False, help="Photo files.")
    ],
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Say what is seen on photos: kind of garment, colors, tag, quality, codes.

    Needs no closet; with --closet its own brands are known, too.
    """
    from closet_app.services.looking import look_at_photos

    own = _own_brands(context, closet)
    with progress() as bar:
        around = session_of(context).around
        looked, problems = look_at_photos(around.resources, photos, own_brands=own, progress=bar)
    if as_json:
        say_json({"photos": [_json(one) for one in looked], "problems": _problems_json(problems)})
    else:
        say_problems(problems)
        if looked:
            say("\n\n".join(_text(one) for one in looked))
    if problems:
        raise typer.Exit(1)


def scan(
    context: typer.Context,
    photo: Annotated[
        Path, typer.Argument(metavar="PHOTO", readable=False, help="A photo with a code on it.")
    ],
    as_json: AsJson = False,
    closet: ClosetDir = None,
) -> None:
    """Read barcodes and QR codes on a photo; with a closet also the items they name."""
    from closet_app.errors import PhotoError
    from closet_app.services.scanning import scan as scan_photo

    with _maybe_opened(context, closet) as shop:
        try:
            found = scan_photo(photo, shop)
        except PhotoError:
            if as_json:
                say_json([])
            raise
        skus = _skus(shop, found)
    if as_json:
        say_json([_code_json(each, skus) for each in found])
    elif found:
        say("\n".join(_code_text(each, skus) for each in found))
    else:
        note("There is no code on this photo.")
    if not found:
        raise typer.Exit(1)


@contextmanager
def _maybe_opened(context: typer.Context, given: Path | None) -> Iterator[Closet | None]:
    """The closet that is named, or the one opened last; None when that cannot be opened now."""
    from closet_app.errors import ClosetError
    from closet_app.wording import say_error

    with ExitStack() as held:
        shop = None
        if chosen_folder(context, given) or session_of(context).around.settings.last_closet:
            try:
                shop = held.enter_context(opened(context, given))
            except ClosetError as error:
                if chosen_folder(context, given):
                    raise
                note(say_error(error))
        yield shop


def _own_brands(context: typer.Context, given: Path | None) -> tuple[str, ...]:
    """The brands of the closet that is named; a look at photos opens no other."""
    from closet_app.services.tag_reading import reader_of

    if chosen_folder(context, given) is None:
        return ()
    with opened(context, given) as shop:
        return reader_of(shop).own


def _skus(shop: Closet | None, found: Sequence[Scanned]) -> dict[int, str]:
    from closet_app.services.pieces import pieces

    ids = [item_id for each in found for item_id in each.item_ids]
    return {piece.id: piece.facts.sku for piece in pieces(shop, ids)} if shop and ids else {}


def _problems_json(problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [{"file": each.name, "why": each.why} for each in problems]


def _json(one: Looked) -> dict[str, Any]:
    measures, reading = one.measures, one.reading
    return {
        "file": str(one.path),
        "shot": measures.shot.value,
        "categories": [_likely_json(each) for each in measures.categories],
        "departments": [_likely_json(each) for each in measures.departments],
        "colors": [
            {"name": each.name, "hex": each.hex, "share": round(each.share, _PLACES)}
            for each in reading.colors or measures.colors
        ],
        "quality": {
            each.name: _plain(getattr(measures.quality, each.name))
            for each in fields(measures.quality)
        },
        "tag": _tag_json(one.tag),
        "lines": [
            {
                "text": line.text,
                "confidence": round(line.confidence, _PLACES),
                "box": _box(line.box),
            }
            for line in reading.lines
        ],
        "codes": [
            {"format": code.format, "text": code.text, "box": _box(code.box)}
            for code in reading.codes
        ],
        "missing": list(one.missing),
    }


def _likely_json(likely: Any) -> dict[str, Any]:  # noqa: ANN401 - a `Likely`, which is photo's own
    return {"name": likely.name, "confidence": round(likely.confidence, _PLACES)}


def _plain(value: Any) -> object:  # noqa: ANN401 - a number, or the faults
    if isinstance(value, float):
        return round(value, _PLACES)
    return [each.value for each in value] if isinstance(value, tuple) else value


def _box(box: Box) -> list[float]:
    return [round(side, _PLACES) for side in (box.left, box.top, box.right, box.bottom)]


def _tag_json(tag: TagFacts) -> dict[str, Any]:
    told: dict[str, Any] = {
        name: _fact_json(fact) for name in _TAG_FIELDS if (fact := getattr(tag, name))
    }
    if tag.size_system:
        told["size_system"] = {"value": tag.size_system, "confidence": told["size"]["confidence"]}
    if tag.care:
        sure = round(min(each.confidence for each in tag.care), _PLACES)
        told["care"] = {"value": [each.value for each in tag.care], "confidence": sure}
    return told


def _fact_json(fact: TagFact) -> dict[str, Any]:
    return {"value": fact.value, "confidence": round(fact.confidence, _PLACES)}


def _text(one: Looked) -> str:
    measures, reading = one.measures, one.reading
    kinds = ", ".join(f"{each.name} {each.confidence:.0%}" for each in measures.categories)
    colors = reading.colors or measures.colors
    rows = {
        "Kind": kinds,
        "Colors": ", ".join(f"{each.name} {each.share:.0%}" for each in colors),
        "Tag": _tag_text(one.tag),
        "Text": " / ".join(line.text for line in reading.lines),
        "Codes": ", ".join(f"{code.format} {code.text}" for code in reading.codes),
        "Quality": _quality_text(one),
        "Missing": " ".join(one.missing),
    }
    said = [f"{_INDENT}{name}: {words}" for name, words in rows.items() if words]
    return "\n".join((str(one.path), *said))


def _tag_text(tag: TagFacts) -> str:
    facts = [getattr(tag, name).value for name in _TAG_FIELDS if getattr(tag, name)]
    return ", ".join((*facts, *(each.value for each in tag.care)))


def _quality_text(one: Looked) -> str:
    from closet_app.wording import tr

    words = {
        "blurry": tr("looks blurry"),
        "too_dark": tr("looks too dark"),
        "too_bright": tr("looks too bright"),
        "too_small": tr("is small for a marketplace"),
        "tilted": tr("looks tilted"),
        "cluttered": tr("looks cluttered"),
    }
    return ", ".join(words[fault.value] for fault in one.measures.quality.faults)


def _code_json(each: Scanned, skus: dict[int, str]) -> dict[str, Any]:
    return {
        "format": each.code.format,
        "text": each.code.text,
        "upc": each.upc,
        "skus": [skus[item_id] for item_id in each.item_ids if item_id in skus],
        "box": _box(each.code.box),
    }


def _code_text(each: Scanned, skus: dict[int, str]) -> str:
    named = ", ".join(skus[item_id] for item_id in each.item_ids if item_id in skus)
    return f"{each.code.format}{_INDENT}{each.code.text}" + (f"{_INDENT}{named}" if named else "")


COMMANDS: dict[str, Callable[..., None]] = {"look": look, "scan": scan}
SETTINGS: dict[str, dict[str, Any]] = {}
