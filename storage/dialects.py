"""Everything that differs between databases; no other module may ask which one it is."""

import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

from pressroom.clock import Clock
from pressroom.errors import SchemaBehind, StoreError
from pressroom.storage.compacting import compact
from pressroom.storage.private import make_private

_NOW_SQL = {
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')",
    "postgresql": "SELECT clock_timestamp()",
    "mysql": "SELECT utc_timestamp(6)",
    "mariadb": "SELECT utc_timestamp(6)",
}

# Serialisation failures and deadlocks: the whole transaction may be run again.
_AGAIN = frozenset({"40001", "40P01"})
_AGAIN_MYSQL = frozenset({1020, 1205, 1213})

UPGRADE = "Run: pressroom db upgrade"
"""What brings the schema up to date."""

_MIGRATION_LOCK = 7_367_737_001  # any number that nobody else takes in this database


async def session_now(session: AsyncSession) -> datetime:
    """The time for leases and records: the store's own clock, else the database's."""
    clock: Clock | None = session.info.get("clock")
    return clock.now() if clock else await database_now(await session.connection())


async def database_now(connection: AsyncConnection) -> datetime:
    """The database's clock, aware and in UTC: the one clock that all processes share."""
    sql = _NOW_SQL[connection.dialect.name]
    value = (await connection.execute(sa.text(sql))).scalar_one()
    instant = datetime.fromisoformat(value) if isinstance(value, str) else value
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def open_engine(url: URL, *, writes: bool, patience: timedelta) -> AsyncEngine:
    """An engine for *url* with the settings that make it safe.

    On SQLite: WAL, foreign keys, full synchronous commits, and `BEGIN IMMEDIATE` for the
    writing engine, without which read-modify-write loses updates in silence (measured:
    330 of 600). It writes through one connection: tasks of a process then queue in order
    here, not in SQLite's busy wait, which is neither ordered nor awake. Elsewhere: READ
    COMMITTED and connections tested before use.
    """
    if url.get_backend_name() == "sqlite":
        size = {"pool_size": 1, "max_overflow": 0} if writes else {"pool_size": 5}
        engine = create_async_engine(url, **size)
        _prepare_sqlite(engine, "BEGIN IMMEDIATE" if writes else "BEGIN", patience)
        return engine
    return create_async_engine(
        url,
        pool_size=5,
        max_overflow=10,
        pool_pre_ping=True,
        pool_recycle=1800,
        isolation_level="READ COMMITTED",
    )


# What is deleted is overwritten: people have a right to be gone from the file as well.
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def _prepare_sqlite(engine: AsyncEngine, begin: str, patience: timedelta) -> None:
    wait = f"busy_timeout={patience // timedelta(milliseconds=1)}"

    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver's own transaction handling is off
        cursor = connection.cursor()
        try:
            for pragma in (wait, *_PRAGMAS):
                cursor.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()  # nobody else knows of it yet, and it has a thread
            raise
        cursor.close()

    def on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    def on_invalidate(connection: Any, *_: Any) -> None:
        # Closing it is not enough when a task is cancelled in the middle: SQLite holds the
        # transaction of a closed connection, and with it everybody else, for as long as a
        # statement of it is referenced, be it by the traceback of the cancellation.
        with suppress(Exception):
            connection.rollback()

    def before_connect(*_: Any) -> None:
        make_private(Path(engine.url.database or ""))

    event.listen(engine.sync_engine, "do_connect", before_connect)
    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", on_begin)
    event.listen(engine.sync_engine, "invalidate", on_invalidate)


def may_run_again(error: DBAPIError) -> bool:
    """Whether the transaction that failed did nothing and may be run again from its start."""
    original = error.orig
    if getattr(original, "sqlstate", None) in _AGAIN or getattr(original, "pgcode", "") in _AGAIN:
        return True
    args = getattr(original, "args", ())
    if args and args[0] in _AGAIN_MYSQL:
        return True
    return "database is locked" in str(original)


def skip_locked(statement: sa.Select[Any], dialect: str, *, of: Any = None) -> sa.Select[Any]:
    """*statement* with row locks that pass over rows another worker holds.

    *of* names the table to lock where the statement joins several (MariaDB cannot choose
    and locks them all). It only spares collisions: the conditional update that follows is
    what is right. SQLite has one writer at a time and needs none.
    """
    return statement if dialect == "sqlite" else statement.with_for_update(skip_locked=True, of=of)


async def insert_new(
    session: AsyncSession, table: sa.Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert *rows* in one statement; one whose primary key is there already stays as it is."""
    await _insert(session, table, rows, replaced=())


async def insert_or_replace(
    session: AsyncSession, table: sa.Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert *rows* in one statement; one whose primary key is there already is overwritten."""
    keys = {column.name for column in table.primary_key}
    replaced = tuple(name for name in rows[0] if name not in keys) if rows else ()
    await _insert(session, table, rows, replaced=replaced)


async def _insert(
    session: AsyncSession,
    table: sa.Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    replaced: tuple[str, ...],
) -> None:
    if not rows:
        return
    dialect = (await session.connection()).dialect.name
    keys = [column.name for column in table.primary_key]
    statement: sa.Insert
    if dialect in ("mysql", "mariadb"):
        made = mysql.insert(table)
        # Setting a key to itself changes nothing, and unlike IGNORE hides no other error.
        change = {name: made.inserted[name] for name in replaced} or {keys[0]: table.c[keys[0]]}
        statement = made.on_duplicate_key_update(change)
    else:
        common = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
        statement = (
            common.on_conflict_do_update(
                index_elements=keys, set_={name: common.excluded[name] for name in replaced}
            )
            if replaced
            else common.on_conflict_do_nothing(index_elements=keys)
        )
    await session.execute(statement, [dict(row) for row in rows])


def is_absent(url: URL) -> bool:
    """Whether the database is a file that does not exist: opening it would make it."""
    return (
        url.get_backend_name() == "sqlite"
        and url.database is not None
        and not Path(url.database).exists()
    )


@asynccontextmanager
async def migrating(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection in a transaction that no other process can migrate beside.

    SQLite and PostgreSQL undo a migration that fails; MariaDB and MySQL commit each
    statement of a schema change as it comes, so theirs may stop half way.
    """
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            guard = _without_foreign_keys(connection)
        elif engine.dialect.name == "postgresql":
            guard = _advisory_lock(connection)
        else:
            guard = _named_lock(connection)
        async with guard:
            yield connection
            await connection.commit()


@asynccontextmanager
async def _without_foreign_keys(connection: AsyncConnection) -> AsyncIterator[None]:
    # A table is altered on SQLite by dropping it, which its foreign keys would forbid; they
    # can be switched only outside a transaction. `BEGIN IMMEDIATE` is the lock.
    driver: Any = (await connection.get_raw_connection()).driver_connection
    await driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        await connection.rollback()
        await driver.execute("PRAGMA foreign_keys=ON")


@asynccontextmanager
async def _advisory_lock(connection: AsyncConnection) -> AsyncIterator[None]:
    # Released by the database when the transaction ends, whichever way.
    await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
    yield


@asynccontextmanager
async def _named_lock(connection: AsyncConnection) -> AsyncIterator[None]:
    # These locks are the whole server's, not one database's.
    name = sa.func.concat(f"{_MIGRATION_LOCK}:", sa.func.database())
    taken = await connection.execute(sa.select(sa.func.get_lock(name, 600)))
    if taken.scalar_one() != 1:
        raise StoreError(
            "another process has been migrating this database for ten minutes.",
            fix="Wait until it is done, or end it, and try again.",
        )
    try:
        yield
    finally:
        await connection.execute(sa.select(sa.func.release_lock(name)))
        await connection.commit()


def compact_database(url: URL) -> bool:
    """Whether the database is a file, and was written anew without what was deleted from it.

    A server reuses its pages in its own time.

    Raises:
        StoreError: Another process works in the file.
    """
    if url.get_backend_name() != "sqlite" or url.database is None:
        return False
    try:
        compact(Path(url.database))
    except sqlite3.Error as err:
        raise StoreError(
            f"the database file cannot be compacted: {err}.",
            fix="End what else uses it, and try again.",
        ) from err
    return True


_TROUBLE: dict[str, tuple[str, str]] = {
    "unable to open database file": (
        "the database file cannot be opened",
        "Make sure that its folder exists and that you may write to it.",
    ),
    "readonly database": (
        "the database file is read-only",
        "Make sure that you may write to it and to its folder.",
    ),
    "disk is full": ("the disk is full", "Make room and run the command again."),
    "No space left on device": ("the server's disk is full", "Make room on the server."),
    "disk I/O error": (
        "the disk refused to read or write the database",
        "Look at the disk: it may be full, failing or mounted from elsewhere.",
    ),
    "file is not a database": (
        "the file is no database",
        "Name another file in database_url.",
    ),
    "disk image is malformed": (
        "the database file is damaged",
        "Restore it from a backup.",
    ),
}
_NO_TABLE = frozenset({"42P01", "42703"})
_NO_TABLE_MYSQL = frozenset({1054, 1146})
_NO_ACCESS_MYSQL = frozenset({1044, 1045, 1049, 1130, 2002, 2003, 2005})


def explain(error: Exception, url: URL) -> StoreError | None:
    """What an operator can do about *error*; None where it is not the database's condition."""
    if isinstance(error, sa.exc.TimeoutError) or (
        isinstance(error, DBAPIError) and may_run_again(error)
    ):
        return StoreError(
            "the database stayed busy.", fix="End what holds it, or run the command again."
        )
    # A password may stand in the query as well, which SQLAlchemy would show.
    name = url.set(query={}).render_as_string(hide_password=True)
    # Errors about a value repeat that value: what somebody wrote must not be read as a sign.
    link: BaseException | None = error
    while link is not None and not isinstance(link, IntegrityError | DataError):
        cause = link.orig if isinstance(link, DBAPIError) and link.orig else link
        problem = _condition(cause, name)
        if problem is not None:
            return problem
        # SQLite undoes a transaction when the disk is full; undoing it once more then fails
        # and hides why. What was being handled meanwhile is the reason.
        link = link.__context__ if isinstance(link, DBAPIError) else None
    return None


def _condition(cause: BaseException, name: str) -> StoreError | None:
    text = str(cause).partition("\n")[0]
    code = cause.args[0] if cause.args else None
    lacking = "no such table" in text or "no such column" in text
    if lacking or _state(cause) in _NO_TABLE or code in _NO_TABLE_MYSQL:
        return SchemaBehind("the database lacks a table or column.", fix=UPGRADE)
    for sign, (what, fix) in _TROUBLE.items():
        if sign in text:
            return StoreError(f"{what} ({name}).", fix=fix)
    unreached = isinstance(cause, OSError) or code in _NO_ACCESS_MYSQL
    if unreached or _is_refused(cause):
        return StoreError(
            f"the database cannot be reached ({name}): {text}.",
            fix="Check that it runs, and the address, name and password in database_url.",
        )
    return None


def _state(error: BaseException) -> str:
    return str(getattr(error, "sqlstate", None) or "")


def _is_refused(error: BaseException) -> bool:
    # Class 28 is a wrong name or password, 3D a database that does not exist, 08 and 57P a
    # connection that could not be made or was ended by the server.
    return _state(error)[:2] in ("28", "3D", "08") or _state(error).startswith("57P")
