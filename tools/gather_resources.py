"""Fetch the fonts and icons of `resources/*/SOURCES.toml`, cut them, and compare their hashes.

`--record` writes the hashes of what was made into the tables instead of comparing them;
of files drawn here only the hash is kept.
Run as `python -m tools.gather_resources`. Needs pip and npm on PATH; works in a temporary folder.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import tomli_w

from tools.cut_font import cut_font

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
FOLDERS = ("fonts", "icons", "models")

Table = dict[str, Any]


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch(package: Table, folder: Path) -> Path:
    """Download one archive from its registry by name and version."""
    name, version = package["name"], package["version"]
    if package["registry"] == "PyPI":
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--dest", str(folder), f"{name}=={version}"]
    else:
        command = [
            "npm",
            "pack",
            "--silent",
            "--pack-destination",
            str(folder),
            f"{name}@{version}",
        ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(folder.iterdir())


def unpack(archive: Path, folder: Path) -> None:
    """Open a wheel (a zip) or an npm archive."""
    if archive.suffix == ".whl":
        shutil.unpack_archive(archive, folder, "zip")
    else:
        shutil.unpack_archive(archive, folder, "gztar", filter="data")


def write_licence(package: Table, folder: Path) -> None:
    """Copy the licence text, headed by its copyright line where the archive leaves that out."""
    text = (folder / package["licence_source"]).read_text(encoding="utf-8").strip() + "\n"
    copyright_line = package.get("copyright")
    if copyright_line:
        text = f"{copyright_line}\n\n{text}"
    (RESOURCES / "LICENSES" / package["licence_file"]).write_text(text, encoding="utf-8")


def make_file(entry: Table, source: Path, target: Path) -> None:
    """Copy a file as it is, or cut a font when the entry names a family."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if "family" in entry and entry.get("cut", True):
        cut_font(source, target, entry["family"], entry["style"], entry.get("axes", {}))
    else:
        shutil.copyfile(source, target)


def gather(name: str, scratch: Path, *, record: bool) -> list[str]:
    """Make every file of one table; returns what differs from it."""
    table_file = RESOURCES / name / "SOURCES.toml"
    table = tomllib.loads(table_file.read_text(encoding="utf-8"))
    differences = []
    for number, package in enumerate(table["package"]):
        download, opened = scratch / f"{number}.in", scratch / f"{number}.out"
        download.mkdir(parents=True)
        unpack(fetch(package, download), opened)
        write_licence(package, opened)
        for entry in package["file"]:
            target = RESOURCES / name / entry["file"]
            make_file(entry, opened / entry["source"], target)
            made = sha256(target)
            if record:
                entry["sha256"] = made
            elif entry.get("sha256") != made:
                differences.append(f"{name}/{entry['file']}: {made}")
    for entry in table.get("drawn", []):
        entry["sha256"] = sha256(RESOURCES / name / entry["file"])
    if record:
        table_file.write_text(tomli_w.dumps(table), encoding="utf-8")
    return differences


def main() -> int:
    """Gather the named folders; exit 1 when a file differs from its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=FOLDERS)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    differences: list[str] = []
    for name in options.folders:
        with tempfile.TemporaryDirectory() as scratch:
            differences += gather(name, Path(scratch), record=options.record)
    print("\n".join(differences) or "All files are as listed.")
    return 1 if differences else 0


if __name__ == "__main__":
    raise SystemExit(main())
