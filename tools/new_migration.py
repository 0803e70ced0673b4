"""Draft the next migration from what the models have and the last version had not.

`python -m tools.new_migration "what it does"`; then raise SCHEMA_VERSION and REVISION in
`closet_app/db/schema.py`, edit the draft, and run `python -m tools.freeze_schema`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from closet_app.db.connections import bare_connection
from closet_app.db.migrate import configuration, migrate
from closet_app.db.pooled import engine_for
from closet_app.db.schema import REVISION


def main(words: str) -> None:
    """Write the draft beside the other migrations."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "head.db"
        bare_connection(path, create=True).close()
        migrate(path)
        engine = engine_for(path)
        with engine.connect() as connection:
            number = f"{int(REVISION) + 1:04}"
            command.revision(configuration(connection), words, autogenerate=True, rev_id=number)
        engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1])
