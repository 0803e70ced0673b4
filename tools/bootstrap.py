"""Make `.venv` ready to run Closet: system libraries, locked dependencies, Closet itself.

Standard library only. `--check` installs nothing and exits 1 when something is to be done.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "closet-ready"
OLDEST_PYTHON = (3, 11)
# Their absence shows that somebody took .venv apart.
TELLTALES = ("pip", "PySide6", "sqlmodel", "pytest", "ruff", "closet_app")

# The library that is looked for, and the Debian package that brings it.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libcups.so.2": "libcups2",
}
WINDOW_LIBRARIES = {
    # Qt's own message blames the first of these even when another is missing.
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def say(text: str) -> None:
    """Tell the person at the terminal, at once."""
    print(text, flush=True)


def has_library(name: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_libraries(*, window: bool) -> dict[str, str]:
    """Library names and Debian packages that this Linux lacks; other systems bring their own."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = LIBRARIES | (WINDOW_LIBRARIES if window else {})
    return {name: package for name, package in wanted.items() if not has_library(name)}


def missing_venv_package() -> list[str]:
    """Debian cuts ensurepip out of Python; its package has the version in its name."""
    if sys.platform.startswith("linux") and importlib.util.find_spec("ensurepip") is None:
        return [f"python3.{sys.version_info.minor}-venv"]
    return []


def apt_prefix() -> list[str] | None:
    """What to write before apt-get to be allowed to install, or None when we may not."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    allowed = (
        shutil.which("sudo")
        and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
    )
    return ["sudo", "-n", *quiet] if allowed else None


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages, or say the one command that does; whether they are there now."""
    command = f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"
    prefix = apt_prefix()
    if prefix is None:
        say(f"Closet needs some system packages. Type this once, then try again:\n  {command}")
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    for step in (["apt-get", "update", "-q"], install):
        done = subprocess.run([*prefix, *step], capture_output=True, text=True, check=False)
        if done.returncode:
            say(f"{done.stdout}{done.stderr}\nThat did not work. Type this, then try again:")
            say(f"  {command}")
            return False
    return True


def provide_system(*, window: bool) -> bool:
    """Bring in what the system lacks; whether nothing is missing any more."""
    missing = missing_libraries(window=window)
    packages = sorted({*missing.values(), *missing_venv_package()})
    if not packages:
        return True
    if shutil.which("apt-get") is None:
        say("Closet needs these from your system's packages, then try again:")
        say(f"  {' '.join([*missing, *missing_venv_package()])}")
        return False
    return install_packages(packages)


def stamp_text() -> str:
    """What `.venv` was made from; it is made again when this changes."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{lock}\n{ROOT}\n"


def venv_python() -> Path:
    """The interpreter inside `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready() -> bool:
    """Whether `.venv` was finished from this very lock file, in this very place."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == stamp_text()


def is_sound() -> bool:
    """Whether `.venv` was finished once, here, and its Python still starts."""
    if not STAMP.is_file() or str(ROOT) not in STAMP.read_text(encoding="utf-8").splitlines():
        return False
    look = [str(venv_python()), str(Path(__file__)), "--packages"]
    try:
        return subprocess.run(look, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def has_packages() -> bool:
    """Whether the interpreter that runs this finds what the lock brought."""
    return all(importlib.util.find_spec(name) for name in TELLTALES)


def pip_install(*arguments: str) -> None:
    """Run the pip of `.venv` with the user's own configuration."""
    command = [str(venv_python()), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*command, *arguments], check=True, cwd=ROOT)


def make_venv() -> None:
    """Create `.venv` unless a sound one is there, and install into it what the lock names."""
    if not is_sound():
        shutil.rmtree(VENV, ignore_errors=True)
        say(f"Making .venv with Python {sys.version.split()[0]}")
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    STAMP.unlink(missing_ok=True)
    say("Installing the locked dependencies (about 250 MB the first time)")
    pip_install("--require-hashes", "-r", str(LOCK))
    pip_install("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(stamp_text(), encoding="utf-8")


def main() -> int:
    """Exit 0 when everything is there, 1 when something could not be brought in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only look")
    parser.add_argument("--packages", action="store_true", help="only look for packages")
    parser.add_argument("--window", action="store_true", help="a window will be opened, too")
    options = parser.parse_args()
    if options.packages:
        return 0 if has_packages() else 1
    if options.check:
        ready = is_ready() and has_packages() and not missing_libraries(window=options.window)
        return 0 if ready else 1
    if sys.version_info < OLDEST_PYTHON:
        say(f"Closet needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 1
    if not provide_system(window=options.window):
        return 1
    try:
        if not (is_ready() and is_sound()):
            make_venv()
    except subprocess.CalledProcessError:
        say("The dependencies could not be installed; the reason is above. Try again later.")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
