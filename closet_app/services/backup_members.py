"""What a backup may hold: its list, the database, photos, files of orders, and nothing else."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from closet_app.db.engine import DATABASE_NAME
from closet_app.domain.filenames import fold_name, safe_name
from closet_app.photo.store import is_name_of_original
from closet_app.services.file_store import is_name_of_file
from closet_app.services.opening import FOUND
from closet_app.wording import tr

MANIFEST = "manifest.json"
FORMAT, VERSION = "closet backup", 1
LARGEST_MANIFEST = 256 << 20
HEADER = 30
"""Bytes of the shortest local header of a member."""
ENCRYPTED = 0x1
UNIX = 3
SHA256_FIGURES = frozenset("0123456789abcdef")


class RefusedError(Exception):
    """Why a file is no backup that can be trusted, as a sentence."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a backup as its manifest names it."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; nothing of the computer it was made on."""

    made_at: str
    version: str
    schema: int
    files: tuple[Member, ...]

    def to_json(self) -> bytes:
        """The bytes of the manifest's own file."""
        whole = {"format": FORMAT, "format_version": VERSION, **asdict(self)}
        return json.dumps(whole, indent=1, ensure_ascii=False).encode()


def read_manifest(archive: ZipFile) -> Manifest:
    """The manifest of an archive whose members were found harmless; raises RefusedError."""
    info = next((each for each in archive.infolist() if each.filename == MANIFEST), None)
    if info is None or info.file_size > LARGEST_MANIFEST:
        raise RefusedError(tr("It was not made by Closet."))
    with archive.open(info) as file:
        return parse_manifest(file.read(LARGEST_MANIFEST))


def parse_manifest(data: bytes) -> Manifest:
    """The manifest in `data`; raises RefusedError when it is none of ours."""
    try:
        table = json.loads(data)
        if table["format"] != FORMAT:
            raise RefusedError(tr("It was not made by Closet."))
        if table["format_version"] > VERSION:
            raise RefusedError(tr("It was made by a newer version of Closet."))
        files = tuple(_member(each) for each in table["files"])
        return Manifest(str(table["made_at"]), str(table["version"]), int(table["schema"]), files)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RefusedError(tr("Its list of files cannot be read.")) from error


def require_harmless(archive: ZipFile) -> Sequence[ZipInfo]:
    """The members of `archive`; raises RefusedError for names, kinds and sizes that are not ours.

    Every check takes time in proportion to the number of members, however they were made up.
    """
    members = archive.infolist()
    for info in members:
        _require_plain(info)
    if len({fold_name(info.filename) for info in members}) < len(members):
        raise RefusedError(tr("It holds two files of the same name."))
    _require_apart(members)
    return members


def require_listed(members: Iterable[ZipInfo], manifest: Manifest) -> None:
    """Raises RefusedError unless the manifest names exactly these members with their sizes."""
    held = {info.filename: info.file_size for info in members if info.filename != MANIFEST}
    listed = {each.name: each.size for each in manifest.files}
    if held != listed or len(listed) < len(manifest.files):
        raise RefusedError(tr("Its files are not those on its list."))
    if DATABASE_NAME not in listed:
        raise RefusedError(tr("It holds no closet."))


def found_photo_name(name: str) -> str:
    """The name in a backup of a file among the found photos."""
    return f"{FOUND}/{safe_name(name)}"


def _member(row: dict[str, object]) -> Member:
    name, size, sha256 = row["name"], row["size"], row["sha256"]
    known = isinstance(name, str) and isinstance(size, int) and isinstance(sha256, str)
    if not known or not int(str(size)) >= 0 or set(str(sha256)) - SHA256_FIGURES:
        raise ValueError(row)
    return Member(str(name), int(str(size)), str(sha256))


def _require_plain(info: ZipInfo) -> None:
    if info.orig_filename != info.filename or not _is_ours(info.filename):
        raise RefusedError(tr("It holds a file that does not belong there."))
    if info.flag_bits & ENCRYPTED:
        raise RefusedError(tr("It is encrypted."))
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise RefusedError(tr("It is packed in a way that Closet does not use."))
    mode = info.external_attr >> 16 if info.create_system == UNIX else 0
    is_file = stat.S_IFMT(mode) in {0, stat.S_IFREG}
    if not is_file or mode & (stat.S_ISUID | stat.S_ISGID | stat.S_ISVTX):
        raise RefusedError(tr("It holds something that is no plain file."))


def _is_ours(name: str) -> bool:
    if name in {MANIFEST, DATABASE_NAME}:
        return True
    parts = PurePosixPath(name).parts
    if "/".join(parts) != name:
        return False
    match parts:
        case ("photos", folder, original):
            return is_name_of_original(original) and folder == original[:2]
        case ("files", folder, file):
            return is_name_of_file(file) and folder == file[:2]
        case (found, plain) if found == FOUND:
            return safe_name(plain) == plain
    return False


def _require_apart(members: Sequence[ZipInfo]) -> None:
    """Members that share bytes are how a small file becomes endless."""
    end = 0
    for info in sorted(members, key=lambda each: each.header_offset):
        if info.header_offset < end:
            raise RefusedError(tr("Its files lie over each other."))
        end = info.header_offset + HEADER + len(info.orig_filename) + info.compress_size
