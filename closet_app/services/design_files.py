"""Card designs as files to share: one small archive of TOML and PNG pictures, nothing else."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from closet_app.domain.filenames import safe_name
from closet_app.errors import UserError
from closet_app.exchange.safe_files import whole_file
from closet_app.photo.sources import PhotoBytes
from closet_app.printing.designs import LARGEST_FILE, Design, read_design, write_design
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.design_pictures import take_picture
from closet_app.services.designs import find_design, free_name, save_design
from closet_app.wording import tr

SUFFIX = ".closetdesign"
LARGEST_ARCHIVE = 24 << 20
LARGEST_PICTURE = 20 << 20
_TOML = "design.toml"
_PICTURES = ("picture", "logo")
_ENCRYPTED = 0x1
_UNIX = 3
_DAY = (2020, 1, 1, 0, 0, 0)
"""Files in the archive carry one day, so that the same design is the same bytes."""


def file_name_of(design: Design) -> str:
    """A name to propose for the file of a design."""
    return safe_name(design.name, fallback="card design") + SUFFIX


def export_design(closet: Closet, design_id: str, out: Path) -> Path:
    """Write a design with its pictures into one file and return its path.

    A folder gets a file of the design's name. Raises NotFoundError, and MachineError for what
    the disk refuses.
    """
    design = find_design(closet, design_id)
    target = out / file_name_of(design) if out.is_dir() else out
    pictures = {key: path for key in _PICTURES if (path := getattr(design, key))}
    members = {f"{key}.png": path.read_bytes() for key, path in pictures.items()}
    shared = replace(
        design,
        id=_shared_id(design),
        picture=Path("picture.png") if design.picture else None,
        logo=Path("logo.png") if design.logo else None,
    )
    with whole_file(target) as temporary, ZipFile(temporary, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_info(_TOML), write_design(shared))
        for name, data in sorted(members.items()):
            archive.writestr(_info(name), data)
    return target


def import_design(closet: Closet, path: Path) -> tuple[str, Changed]:
    """Take in a design from a file of `export_design`, or a bare TOML without pictures.

    A name that is taken gets a number. Raises UserError for everything that is no such file:
    nothing is unpacked to disk, and no member is read past its limit.
    """
    text, pictures = _read(path)
    design = read_design(text)
    wanted = {key: getattr(design, key) for key in _PICTURES if getattr(design, key)}
    if {picture.name for picture in wanted.values()} != set(pictures):
        raise _refused(path, tr("Its pictures are not those it names."))
    taken = {
        key: take_picture(closet, PhotoBytes(picture.name, pictures[picture.name]))
        for key, picture in wanted.items()
    }
    fresh = replace(
        design,
        name=free_name(closet, design.name),
        picture=taken.get("picture"),
        logo=taken.get("logo"),
    )
    return save_design(closet, fresh)


def _shared_id(design: Design) -> str:
    return "shared" if design.id.startswith("own-") else design.id


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _DAY)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    return info


def _read(path: Path) -> tuple[str, Mapping[str, bytes]]:
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise _refused(path, tr("It is no file."))
        if facts.st_size > LARGEST_ARCHIVE:
            raise _refused(path, tr("It is larger than 24 MB."))
        if path.suffix.lower() == ".toml":
            with path.open("rb") as file:
                return _text(path, file.read(LARGEST_FILE + 1)), {}
        with ZipFile(path) as archive:
            return _unpacked(path, archive)
    except OSError as error:
        raise UserError(tr("{name} cannot be read.").format(name=path.name)) from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _refused(path, tr("It is damaged.")) from error


def _unpacked(path: Path, archive: ZipFile) -> tuple[str, Mapping[str, bytes]]:
    """The members by name; what a member declares is checked before, what it holds while read."""
    members = archive.infolist()
    names = [info.filename for info in members]
    known = {_TOML, *(f"{key}.png" for key in _PICTURES)}
    if len(set(names)) < len(names) or not set(names) <= known or _TOML not in names:
        raise _refused(path, tr("It holds files that do not belong there."))
    held = {info.filename: _member(path, archive, info) for info in members}
    return _text(path, held.pop(_TOML)), held


def _member(path: Path, archive: ZipFile, info: ZipInfo) -> bytes:
    limit = LARGEST_FILE if info.filename == _TOML else LARGEST_PICTURE
    mode = info.external_attr >> 16 if info.create_system == _UNIX else 0
    is_plain = stat.S_IFMT(mode) in {0, stat.S_IFREG} and info.orig_filename == info.filename
    is_packed_so = info.compress_type in {ZIP_STORED, ZIP_DEFLATED}
    if info.flag_bits & _ENCRYPTED or not is_plain or not is_packed_so:
        raise _refused(path, tr("It holds files that do not belong there."))
    with archive.open(info) as file:
        data = file.read(limit + 1)
    if len(data) > limit or len(data) != info.file_size:
        raise _refused(path, tr("One of its files is too large."))
    return data


def _text(path: Path, data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise _refused(path, tr("One of its files is too large."))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise _refused(path, tr("It is damaged.")) from error


def _refused(path: Path, why: str) -> UserError:
    words = tr("{name} is no card design that can be taken in.").format(name=path.name)
    return UserError(
        f"{words} {why}",
        safe=tr("Nothing was changed."),
        remedy=tr("Export it again in Closet and choose that file."),
    )
