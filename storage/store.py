"""The open database: short transactions for writing, another engine for reading."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Self, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker

from pressroom.clock import Clock
from pressroom.errors import SettingsError
from pressroom.storage.dialects import (
    compact_database,
    explain,
    may_run_again,
    migrating,
    open_engine,
    session_now,
)

T = TypeVar("T")

_TRIES = 5

Session = AsyncSession
"""An open transaction, for those who hand it on and need not know what it is."""


class Store:
    """One database, opened. Close it, or use it as an async context manager.

    `write()` is for everything that must be whole; keep network calls out of it.
    `read()` never waits for writers on SQLite.
    """

    def __init__(
        self,
        url: str | URL,
        *,
        clock: Clock | None = None,
        patience: timedelta = timedelta(seconds=15),
    ) -> None:
        """*clock* replaces the database's clock: for tests and replays only.

        *patience* is how long a writer waits for another process that holds a SQLite file;
        servers have a setting of their own for that.

        Raises:
            SettingsError: *url* is no database URL that pressroom can use.
        """
        self.url = parse_url(url)
        self._writing: AsyncEngine = open_engine(self.url, writes=True, patience=patience)
        self._reading: AsyncEngine = open_engine(self.url, writes=False, patience=patience)
        self._write_sessions = async_sessionmaker(
            self._writing, expire_on_commit=False, info={"clock": clock}
        )
        self._read_sessions = async_sessionmaker(
            self._reading, expire_on_commit=False, info={"clock": clock}
        )

    @property
    def dialect(self) -> str:
        """The database's name as SQLAlchemy says it."""
        return self._writing.dialect.name

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A transaction that commits when the block ends and rolls back when it raises.

        Raises:
            StoreError: The database cannot be reached or written; `fix` says what to do.
        """
        async with self._explained(), self._transaction() as session:
            yield session

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[AsyncSession]:
        async with self._write_sessions() as session, session.begin():
            await self._connect(session)
            yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session for reading what is committed; what it writes is undone.

        Raises:
            StoreError: The database cannot be reached or read; `fix` says what to do.
        """
        async with self._explained(), self._read_sessions() as session:
            await self._connect(session)
            yield session

    @asynccontextmanager
    async def migrate(self) -> AsyncIterator[AsyncConnection]:
        """A connection that changes the schema, alone among all processes.

        Raises:
            StoreError: The database cannot be reached or written; `fix` says what to do.
        """
        async with self.write():
            pass  # says what is wrong where it cannot be written at all
        async with self._explained(), migrating(self._writing) as connection:
            yield connection

    async def _connect(self, session: AsyncSession) -> None:
        try:
            await session.connection()
        except DBAPIError:
            raise  # may be worth another try; explained where nobody tries again
        except Exception as err:  # a driver's own errors come unwrapped from connecting
            problem = explain(err, self.url)
            if problem is None:
                raise
            raise problem from err

    @asynccontextmanager
    async def _explained(self) -> AsyncIterator[None]:
        try:
            yield
        except DBAPIError as err:
            problem = explain(err, self.url)
            if problem is None:
                raise
            raise problem from err

    async def transact(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """The result of *work* in one transaction, run again when a deadlock undid it.

        Raises:
            StoreError: The database cannot be reached or written, or stayed busy.
        """
        async with self._explained():
            for attempt in range(1, _TRIES):
                try:
                    async with self._transaction() as session:
                        return await work(session)
                except DBAPIError as err:
                    if not may_run_again(err):
                        raise
                # A random pause parts two transactions that would collide again.
                await asyncio.sleep(random.uniform(0, 0.02 * attempt))  # noqa: S311
            async with self._transaction() as session:
                return await work(session)

    async def now(self, session: AsyncSession) -> datetime:
        """The time that leases and due times are compared with: the database's clock."""
        return await session_now(session)

    async def ping(self) -> None:
        """Ask the database for its time, to prove that it answers."""
        async with self.read() as session:
            await session.execute(sa.text("SELECT 1"))

    async def compact(self) -> bool:
        """Whether what was deleted is out of the database's file too; a server does that itself.

        Raises:
            StoreError: Another process works in the file.
        """
        return await asyncio.to_thread(compact_database, self.url)

    async def close(self) -> None:
        """Close every connection."""
        await self._reading.dispose()
        await self._writing.dispose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


_DRIVERS = {
    "sqlite": ("sqlite", "aiosqlite"),
    "postgresql": ("postgresql", "asyncpg", "psycopg"),
    "postgres": ("postgresql", "asyncpg", "psycopg"),
    "mysql": ("mysql", "asyncmy", "aiomysql"),
    "mariadb": ("mysql", "asyncmy", "aiomysql"),
}
"""The dialect behind each name, its driver, and others that may be asked for."""

_FIX = "Use one like sqlite:///pressroom.db, postgresql://… or mysql://…."


def parse_url(url: str | URL) -> URL:
    """*url* with the async driver that pressroom uses for that database.

    Raises:
        SettingsError: It is no database URL, or of a database pressroom cannot use.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as err:
        # The text is not repeated: a URL that cannot be read may still hold a password.
        raise SettingsError(
            "the database URL cannot be read.", field="database_url", fix=_FIX
        ) from err
    name, _, wanted = parsed.drivername.partition("+")
    if name not in _DRIVERS:
        raise SettingsError(
            f"database {parsed.drivername!r} is not supported.", field="database_url", fix=_FIX
        )
    dialect, *drivers = _DRIVERS[name]
    driver = wanted if wanted in drivers else drivers[0]
    parsed = parsed.set(drivername=f"{dialect}+{driver}")
    if dialect == "mysql" and "charset" not in parsed.query:
        return parsed.update_query_dict({"charset": "utf8mb4"})
    if dialect == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise SettingsError(
            "a SQLite database needs a file: one in memory would be empty on each connection.",
            field="database_url",
            fix="Use one like sqlite:///pressroom.db.",
        )
    return parsed
