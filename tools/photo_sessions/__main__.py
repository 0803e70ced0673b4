"""Write a made-up intake session as JPEG files with camera data, and truth.json beside them.

python -m tools.photo_sessions --out DIR [--photos 124] [--long-side 2016] [--seed 1]
    [--phones one|after|shared|apart] [--clock right|ahead|reset] [--times exif|some|none]
    [--common-room] [--similar 0.1] [--tags 0.6] [--pauses 0.03] [--swaps 0.08] [--retakes 0.08]
    [--within 7] [--between 35] [--first-number 2041]
"""

from __future__ import annotations

import argparse
import json
from dataclasses import fields
from pathlib import Path

import numpy as np
from PIL import Image

from tools.photo_sessions.garments import garments
from tools.photo_sessions.scenario import Knobs, Likes, Planned, plan_session
from tools.photo_sessions.shots import draw_shot

_CHOICES = {
    "phones": ("one", "after", "shared", "apart"),
    "clock": ("right", "ahead", "reset"),
    "times": ("exif", "some", "none"),
    "names": ("IMG", "DSC", "PXL"),
}
_MAKE, _MODEL, _CAMERA_IFD = 0x010F, 0x0110, 0x8769
_TAKEN, _SUBSECOND, _OFFSET = 0x9003, 0x9291, 0x9011


def main() -> None:
    """Draw the session that the options describe."""
    parser = argparse.ArgumentParser(prog="python -m tools.photo_sessions", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--long-side", type=int, default=2016)
    for knob in fields(Knobs):
        name = "--" + knob.name.replace("_", "-")
        if isinstance(knob.default, bool):
            parser.add_argument(name, action="store_true")
        else:
            parser.add_argument(
                name, type=type(knob.default), default=knob.default, choices=_CHOICES.get(knob.name)
            )
    asked = parser.parse_args()
    knobs = Knobs(**{knob.name: getattr(asked, knob.name) for knob in fields(Knobs)})
    write_session(knobs, asked.seed, asked.out, asked.long_side)


def write_session(knobs: Knobs, seed: int, out: Path, long_side: int) -> None:
    """Write the photos of a session and their truth into `out`, which may exist."""
    out.mkdir(parents=True, exist_ok=True)
    plan = plan_session(knobs, _all_garments(), seed)
    for photo in plan:
        _write(photo, out, long_side)
    truth = {"photos": [_told(photo) for photo in plan]}
    (out / "truth.json").write_text(json.dumps(truth, indent=1) + "\n", encoding="utf-8")


def _all_garments() -> Likes:
    """Every garment; those of one category count as alike, so that none need be measured."""
    found = garments()
    categories = np.array([garment.category for garment in found])
    apart = (categories[:, None] != categories[None]).astype(np.float64)
    np.fill_diagonal(apart, np.inf)
    return Likes(found, apart)


def _write(photo: Planned, out: Path, long_side: int) -> None:
    shown = photo.shown
    image = Image.fromarray(draw_shot(shown.garment, shown.kind, shown.room, shown.seed))
    scale = long_side / max(image.size)
    size = round(image.width * scale), round(image.height * scale)
    large = image.resize(size, Image.Resampling.BICUBIC)
    large.save(out / photo.name, "JPEG", quality=90, exif=_exif(photo))


def _exif(photo: Planned) -> Image.Exif:
    exif = Image.Exif()
    if photo.clock is None:
        return exif
    exif[_MAKE], _, exif[_MODEL] = photo.camera.partition(" ")
    camera = exif.get_ifd(_CAMERA_IFD)
    camera[_TAKEN] = f"{photo.clock:%Y:%m:%d %H:%M:%S}"
    camera[_SUBSECOND] = f"{photo.clock.microsecond // 1000:03d}"
    offset = f"{photo.clock:%z}"
    camera[_OFFSET] = f"{offset[:3]}:{offset[3:]}"
    return exif


def _told(photo: Planned) -> dict[str, object]:
    return {
        "file": photo.name,
        "piece": photo.piece + 1,
        "garment": photo.shown.garment.name,
        "kind": photo.shown.kind,
        "taken": photo.taken.isoformat(),
    }


if __name__ == "__main__":
    main()
