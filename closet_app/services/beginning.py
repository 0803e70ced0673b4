"""How a new seller begins: an empty closet of her own, or the sample to look around in."""

from __future__ import annotations

import re
import shutil
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.services.clock import Clock
from closet_app.services.closet import Closet, is_closet
from closet_app.services.opening import DEFAULT_PACKING, create_closet, open_closet
from closet_app.services.records import Shop, ShopStep
from closet_app.services.sample import make_sample
from closet_app.wording import currency_of, locale_of, tr, units_of

SAMPLE = "sample"
MOST_INITIALS = 3
LETTER_PAPER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "DO", "SV", "PR"})
UNITS = {("in", "lb"): "imperial", ("cm", "kg"): "metric", ("in", "kg"): "mixed"}
_NOT_OURS = frozenset({".DS_Store", "desktop.ini", "Thumbs.db", ".localized"})
"""What systems put into any folder they show."""


class Home(StrEnum):
    """What a folder is that was chosen for a new closet."""

    FREE = "free"
    CLOSET = "closet"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new seller is asked; `country` is an ISO 3166 code."""

    name: str
    country: str
    folder: Path


def look_at(folder: Path) -> Home:
    """Whether `folder` is free for a closet, has one, or holds other things."""
    if is_closet(folder):
        return Home.CLOSET
    try:
        strangers = {path.name for path in folder.iterdir()} - _NOT_OURS
    except FileNotFoundError:
        return Home.FREE
    except OSError as why:
        raise UserError(
            tr("{folder} cannot be used.").format(folder=folder),
            remedy=tr("Choose another folder."),
        ) from why
    return Home.FULL if strangers else Home.FREE


def begin(answers: Answers, resources: Path, clock: Clock | None = None) -> Closet:
    """Make the closet of a new shop; raises as `create_closet`."""
    return create_closet(answers.folder, shop_for(answers), resources, clock)


def shop_for(answers: Answers) -> Shop:
    """A new shop as sellers of its country keep theirs."""
    country = answers.country
    return Shop(
        name=answers.name,
        country=country,
        currency=currency_of(country),
        locale=locale_of(country),
        units=UNITS.get(units_of(country), "metric"),
        sku_pattern=pattern_for(answers.name),
        packing_steps=DEFAULT_PACKING if country == "US" else _free_steps(),
        slip_stock="letter" if country in LETTER_PAPER else "a4",
    )


def pattern_for(name: str) -> str:
    """Item numbers that begin with the shop's initials: JL-{0000} for Juniper Lane."""
    plain = unicodedata.normalize("NFKD", name).upper()
    initials = re.findall(r"\b[A-Z]", re.sub(r"[^\w\s]|[\u0300-\u036f]", "", plain))
    return f"{''.join(initials[:MOST_INITIALS])}-{{0000}}" if initials else "{0000}"


def sample_home(folder: Path) -> Path:
    """Where the sample closet lives: beside the folder that the seller's own will have."""
    return folder.with_name(f"{folder.name} {SAMPLE}")


def open_sample(
    folder: Path, resources: Path, clock: Clock | None = None, progress: Progress = SILENT
) -> Closet:
    """The sample closet of `folder`, made first where it is not there.

    When making it is stopped or fails, the folder is gone again. Raises UserError when the
    folder holds other things.
    """
    home = look_at(folder)
    if home is Home.CLOSET:
        return open_closet(folder, resources, clock)
    if home is Home.FULL:
        raise UserError(
            tr("{folder} holds other files.").format(folder=folder),
            remedy=tr("Choose another folder."),
        )
    try:
        return make_sample(folder, resources, clock, progress)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _free_steps() -> tuple[ShopStep, ...]:
    """What a sheet of tissue costs is known in dollars only."""
    return tuple(step._replace(cost_minor=0) for step in DEFAULT_PACKING)
