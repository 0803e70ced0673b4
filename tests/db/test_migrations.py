"""Older closets become this version's, or stay what they were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from closet_app.db import migrate as migrating
from closet_app.db import schema, search_index
from closet_app.db.connections import bare_connection, connect
from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.migrate import MIGRATIONS, configuration, migrate
from closet_app.db.triggers import TRIGGERS
from closet_app.db.undo import undo
from closet_app.errors import DamagedClosetError
from tests.db.samples import add_items, new_closet

RELEASES = Path(__file__).parent / "releases"
HEAD = """
from alembic import op
revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
"""
ADDS_A_COLUMN = """
    import sqlalchemy as sa
    with op.batch_alter_table("item", recreate="always") as item:
        item.add_column(sa.Column("season", sa.String(), server_default="", nullable=False))
"""
FAILS_IN_THE_MIDDLE = """
    op.execute("DELETE FROM item")
    op.execute("CREATE TABLE half (id INTEGER)")
    op.execute("this is no SQL")
"""
BREAKS_A_LINK = """
    op.execute("UPDATE photo SET item_id = 99")
"""


def schema_of(path: Path) -> dict[str, str]:
    """Every table, index and trigger with its statement, spaces made equal."""
    with closing(connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {name: "".join(sql.split()) for name, sql in rows}


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed closet with one piece, while this program is one version ahead of it."""
    database = new_closet(tmp_path)
    add_items(database, {"title": "Breton tee"})
    with database.write("Add a photo") as work:
        work.session.connection().exec_driver_sql(
            "INSERT INTO photo (item_id, sha256) VALUES (1, ?)", ("0" * 64,)
        )
    database.close()
    monkeypatch.setattr(migrating, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    return tmp_path / DATABASE_NAME


def next_step(folder: Path, body: str) -> Path:
    """This program's migrations and one more."""
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    for path in (MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("*.py")):
        target = folder / "migrations" / path.relative_to(MIGRATIONS)
        target.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    head = HEAD.format(revision="next", before=schema.REVISION)
    (versions / "next.py").write_text(head + body, encoding="utf-8")
    return folder / "migrations"


def test_a_migrated_closet_has_the_schema_of_the_models(tmp_path: Path) -> None:
    made, migrated = tmp_path / "made.db", tmp_path / "migrated.db"
    schema.create_file(made)
    bare_connection(migrated, create=True).close()
    migrate(migrated)
    assert schema_of(migrated) == schema_of(made)


def test_the_models_need_no_further_migration(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from closet_app.db.tables import METADATA

    with database.read() as connection:
        options = {"include_name": lambda name, *_: not str(name).startswith("item_search")}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_the_newest_migration_is_the_one_new_closets_carry(database: Database) -> None:
    from alembic.script import ScriptDirectory

    with database.read() as connection:
        scripts = ScriptDirectory.from_config(configuration(connection))
        carried = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    assert scripts.get_current_head() == schema.REVISION == carried


def test_an_older_closet_is_copied_and_then_changed(older: Path, tmp_path: Path) -> None:
    before = schema_of(older)
    copy = migrate(older, next_step(tmp_path, ADDS_A_COLUMN))
    assert schema_of(copy) == before
    with closing(connect(older)) as connection:
        row = connection.execute("SELECT title, season, cover_photo_id FROM item").fetchone()
        assert row == ("Breton tee", "", 1)
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.SCHEMA_VERSION + 1,)


def test_triggers_are_made_anew_by_every_migration(older: Path, tmp_path: Path) -> None:
    migrate(older, next_step(tmp_path, ADDS_A_COLUMN))
    found = schema_of(older)
    assert set(TRIGGERS) <= found.keys()
    with closing(connect(older)) as connection:
        connection.execute("UPDATE item SET title = 'Cardigan'")
        hits = connection.execute(
            "SELECT rowid FROM item_search WHERE item_search MATCH 'cardigan'"
        ).fetchall()
        assert hits == [(1,)]


def test_a_step_that_fails_leaves_no_trace(older: Path, tmp_path: Path) -> None:
    before = schema_of(older)
    with pytest.raises(OperationalError):
        migrate(older, next_step(tmp_path, FAILS_IN_THE_MIDDLE))
    assert schema_of(older) == before
    database = Database.open(older)
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT title FROM item").scalar() == "Breton tee"
    database.close()


def test_a_step_that_breaks_a_link_leaves_no_trace(older: Path, tmp_path: Path) -> None:
    with pytest.raises(DamagedClosetError, match="refer to pieces"):
        migrate(older, next_step(tmp_path, BREAKS_A_LINK))
    with closing(connect(older)) as connection:
        assert connection.execute("SELECT item_id FROM photo").fetchone() == (1,)


@pytest.mark.parametrize("release", sorted(RELEASES.glob("*.sql")), ids=lambda path: path.stem)
def test_a_closet_of_every_released_version_opens(release: Path, tmp_path: Path) -> None:
    path = tmp_path / DATABASE_NAME
    with closing(connect(path, create=True)) as connection:
        connection.executescript(release.read_text(encoding="utf-8"))
    database = Database.open(path)
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT title FROM item").scalar() == "Breton tee, 니트"
        found = connection.exec_driver_sql(
            "SELECT rowid FROM item_search WHERE item_search MATCH '\"트\"*'"
        ).scalar()
    assert found == 1
    assert undo(database).label == "Add a piece"
    database.close()
    schema.create_file(tmp_path / "new.db")
    assert schema_of(path) == schema_of(tmp_path / "new.db")


def test_an_index_cut_by_older_rules_is_written_again(tmp_path: Path) -> None:
    database = new_closet(tmp_path)
    add_items(database, {"title": "Breton tee"})
    database.close()
    path = tmp_path / DATABASE_NAME
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO item_search(item_search) VALUES ('delete-all')")
        connection.execute("UPDATE meta SET value = 'older' WHERE key = ?", (search_index.KEY,))
    database = Database.open(path)
    with database.read() as connection:
        hits = connection.exec_driver_sql(
            "SELECT rowid FROM item_search WHERE item_search MATCH 'breton'"
        ).fetchall()
    database.close()
    assert hits == [(1,)]


def test_an_open_closet_needs_no_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys\nfrom pathlib import Path\nfrom closet_app.db.engine import Database\n"
        "Database.create(Path(sys.argv[1])).close()\nDatabase.open(Path(sys.argv[1])).close()\n"
        "sys.exit(bool({'alembic', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / DATABASE_NAME)], check=False)
    assert done.returncode == 0


def test_the_checks_here_see_a_difference(tmp_path: Path) -> None:
    schema.create_file(tmp_path / "made.db")
    with closing(sqlite3.connect(tmp_path / "made.db")) as connection:
        connection.execute("DROP TRIGGER item_search_insert")
    schema.create_file(tmp_path / "other.db")
    assert schema_of(tmp_path / "made.db") != schema_of(tmp_path / "other.db")
