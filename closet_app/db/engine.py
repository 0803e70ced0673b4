"""The closet's database: opened under its folder's lock, read by many, written by one."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from closet_app.db.connections import connect
from closet_app.db.faults import spoken
from closet_app.db.lock import FolderLock
from closet_app.db.opening import prepare_file
from closet_app.db.schema import create_file, require_folder
from closet_app.db.touched import Touched

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from closet_app.db.work import UnitOfWork

Clock = Callable[[], datetime]
Listener = Callable[[Touched], None]
DATABASE_NAME = "closet.db"


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class Database:
    """One open closet database; made by `create` or `open`, given back by `close`.

    `read` and `glance` may be used by several threads at once, each with its own connection;
    `write` waits for its turn. A write inside a write of the same thread raises RuntimeError.
    """

    def __init__(self, path: Path, lock: FolderLock, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self._lock = lock
        self._made: Engine | None = None
        self._making = threading.Lock()
        self._glancing: list[sqlite3.Connection] = []
        self._turn = threading.Lock()
        self._writer: int | None = None
        self._listeners: list[Listener] = []

    @classmethod
    def create(cls, path: Path, clock: Clock = now) -> Database:
        """Make the database of a new closet at `path`, whose folder exists.

        Raises UserError when a file is there already, ClosetBusyError and MachineError.
        """
        return cls._under_lock(path.resolve(), clock, create_file)

    @classmethod
    def open(cls, path: Path, clock: Clock = now) -> Database:
        """Open the database at `path`, migrated when it is older.

        Raises NotFoundError, ClosetBusyError, NewerClosetError, DamagedClosetError and
        MachineError; nothing is changed then.
        """
        return cls._under_lock(path.resolve(), clock, prepare_file)

    @classmethod
    def _under_lock(cls, path: Path, clock: Clock, prepare: Callable[[Path], None]) -> Database:
        require_folder(path)
        lock = FolderLock(path.parent)
        try:
            with spoken():
                prepare(path)
            return cls(path, lock, clock)
        except BaseException:
            lock.release()
            raise

    @contextmanager
    def glance(self) -> Iterator[sqlite3.Connection]:
        """What `read` gives, for plain statements: the first painting waits for nothing else."""
        with spoken():
            connection = self._idle_glance() or connect(self.path)
            try:
                connection.execute("BEGIN")
                yield connection
                connection.execute("ROLLBACK")
            except BaseException:
                connection.close()
                raise
            self._glancing.append(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees the closet as it was when the reading began."""
        with spoken(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self, label: str, kind: str = "", onto: int | None = None) -> Iterator[UnitOfWork]:
        """One step of the seller: all of it is kept and recorded, or nothing is.

        `onto` makes it a further part of the step with that id, so that long work is kept in
        parts and taken back in one; raises CancelledError when that step was taken back.
        """
        from sqlmodel import Session

        from closet_app.db.work import UnitOfWork

        with self.transaction() as connection, Session(connection, expire_on_commit=False) as rows:
            work = UnitOfWork(rows, self.clock())
            yield work
            work.finish(connection, label, kind, onto)
        self.announce(work.touched)

    @contextmanager
    def maintain(self, label: str) -> Iterator[Connection]:
        """Unrecorded work on derived or many rows; bulk statements are allowed only here."""
        with self.transaction() as connection:
            yield connection
        self.announce(Touched(label, everything=True))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The one writing connection, inside BEGIN IMMEDIATE; kept when the block ends well."""
        from closet_app.db.pooled import IMMEDIATE

        with self._turn_to_write(), spoken(), self._engine.connect() as plain:
            connection = plain.execution_options(**{IMMEDIATE: True})
            with connection.begin():
                yield connection

    def on_commit(self, listener: Listener) -> None:
        """Tell `listener` what each committed step changed, in the thread that wrote."""
        self._listeners.append(listener)

    def announce(self, touched: Touched) -> None:
        """Tell all listeners."""
        for listener in self._listeners:
            listener(touched)

    def close(self) -> None:
        """Close every connection and let others open the closet; a second call does nothing."""
        while glancing := self._idle_glance():
            glancing.close()
        if self._made is not None:
            self._made.dispose()
        self._lock.release()

    @property
    def _engine(self) -> Engine:
        # SQLAlchemy costs 0.2 s of start-up, and the first cards show without it.
        from closet_app.db.pooled import engine_for

        with self._making:
            self._made = self._made or engine_for(self.path)
            return self._made

    def _idle_glance(self) -> sqlite3.Connection | None:
        with suppress(IndexError):
            return self._glancing.pop()
        return None

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        if self._writer == threading.get_ident():
            raise RuntimeError("a step is already being written in this thread")
        with self._turn:
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = None
