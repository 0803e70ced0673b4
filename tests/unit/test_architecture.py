from __future__ import annotations

import ast
import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
PACKAGE = ROOT / "closet_app"
TABLES = ("fonts", "icons", "models")


def modules_after(statement: str) -> set[str]:
    """Top-level modules loaded by a fresh interpreter that runs `statement`."""
    script = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def imports_of(path: Path) -> set[str]:
    """Every module named by an import statement of one file."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def sources(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / name / "SOURCES.toml").read_text(encoding="utf-8"))


def listed_hashes(name: str) -> dict[str, str]:
    table = sources(name)
    entries = [entry for package in table["package"] for entry in package["file"]]
    return {entry["file"]: entry["sha256"] for entry in [*entries, *table.get("drawn", [])]}


def test_every_service_module_loads_without_qt() -> None:
    loaded = modules_after(
        "import importlib, pkgutil, closet_app.services as services\n"
        "for module in pkgutil.walk_packages(services.__path__, 'closet_app.services.'):\n"
        "    importlib.import_module(module.name)"
    )
    assert "closet_app" in loaded
    assert not loaded & {"PySide6", "shiboken6"}


def test_the_command_line_and_the_database_load_no_tables() -> None:
    loaded = modules_after("import closet_app.app, closet_app.db.engine, closet_app.db.search")
    assert "closet_app" in loaded
    assert not loaded & {"alembic", "numpy", "sqlalchemy", "sqlmodel"}


def test_the_domain_is_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names - {"sqlite3", "tkinter"}
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (PACKAGE / "domain").rglob("*.py")
        for name in imports_of(path)
        if name.partition(".")[0] not in allowed
        and not name.startswith(("closet_app.domain", "closet_app.errors"))
    }
    assert strangers == set()


def test_a_void_qt_call_keeps_its_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("JL-0412")
    assert abs(sys.getrefcount(None) - before) < 50


@pytest.mark.parametrize("name", TABLES)
def test_each_shipped_file_is_the_one_of_its_table(name: str) -> None:
    folder = RESOURCES / name
    shipped = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "SOURCES.toml"
    }
    assert shipped == listed_hashes(name)


@pytest.mark.parametrize("name", TABLES)
def test_each_package_ships_its_licence(name: str) -> None:
    texts = {package["licence_file"] for package in sources(name)["package"]}
    missing = {text for text in texts if not (RESOURCES / "LICENSES" / text).read_text("utf-8")}
    assert missing == set()


def test_the_lock_names_no_address() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "://" in line or line.startswith("--")] == []
    assert any("--hash=sha256:" in line for line in lines)


def test_no_layer_imports_a_gpl_part_of_qt() -> None:
    gpl = ("PySide6.QtCharts", "PySide6.QtGraphs", "PySide6.QtDataVisualization")
    users = [str(path) for path in PACKAGE.rglob("*.py") if imports_of(path) & set(gpl)]
    assert users == []
