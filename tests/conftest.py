"""What tests of every room share: a clock that stands still and migrated databases.

SQLite always runs. PostgreSQL and MariaDB run where a server answers; elsewhere their tests
are skipped by name, and in CI (`CI=true`) they fail instead. The servers' addresses can be
set with PRESSROOM_TEST_POSTGRESQL and PRESSROOM_TEST_MARIADB.
"""

import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from hypothesis import settings
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from pressroom.clock import ManualClock
from pressroom.storage.store import Store, parse_url
from pressroom.storage.tables import metadata
from pressroom.storage.upgrade import upgrade
from tests.newsroom import Newsroom, open_newsroom

# How long an example takes says more about the machine's other work than about the example.
settings.register_profile("pressroom", deadline=None)
settings.load_profile("pressroom")

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

SERVERS = {
    "postgresql": os.environ.get(
        "PRESSROOM_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres"
    ),
    "mariadb": os.environ.get("PRESSROOM_TEST_MARIADB", "mysql://root@127.0.0.1:3306/mysql"),
}
DATABASES = [
    "sqlite",
    pytest.param("postgresql", marks=pytest.mark.server),
    pytest.param("mariadb", marks=pytest.mark.server),
]


@pytest.fixture(scope="session", autouse=True)
def _seldom_collected() -> None:
    """Look for garbage less often: half a million objects of imported modules never become any."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands at noon until a test moves it."""
    return ManualClock(NOON)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file as the real migration leaves it, to copy."""
    path = tmp_path_factory.mktemp("template") / "pressroom.db"
    _upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def server_url() -> Iterator[Callable[[str], str]]:
    """The address of this session's own, migrated database on the server of that name."""
    with _open_databases() as make:
        urls: dict[str, str] = {}

        def url_of(name: str) -> str:
            if name not in urls:
                urls[name] = make(name)
                _upgrade(urls[name])
            return urls[name]

        yield url_of


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    """The address of a migrated SQLite file of this test's own."""
    path = tmp_path / "pressroom.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database, on each kind in turn."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    url_of: Callable[[str], str] = request.getfixturevalue("server_url")
    return url_of(request.param)


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table, on each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    with _open_databases() as make:
        yield make(request.param)


@pytest.fixture
async def sqlite_store(sqlite_url: str, clock: ManualClock) -> AsyncIterator[Store]:
    """An open, migrated store in a file, on the still clock."""
    async with Store(sqlite_url, clock=clock) as store:
        yield store


@pytest.fixture
async def store(database_url: str, clock: ManualClock) -> AsyncIterator[Store]:
    """An open, migrated, empty store on each kind of database in turn, on the still clock."""
    async with Store(database_url, clock=clock) as store:
        yield store
        async with store.write() as session:
            for table in reversed(metadata().sorted_tables):
                await session.execute(table.delete())


def _upgrade(url: str) -> None:
    async def run() -> None:
        async with Store(url) as store:
            await upgrade(store)

    asyncio.run(run())


@contextmanager
def _open_databases() -> Iterator[Callable[[str], str]]:
    made: list[tuple[URL, str]] = []

    def make(server: str) -> str:
        admin = parse_url(make_url(SERVERS[server]))
        name = f"pressroom_test_{uuid4().hex[:12]}"
        options = " CHARACTER SET latin1" if server == "mariadb" else ""  # the worst default
        _admin_or_skip(server, admin, f"CREATE DATABASE {name}{options}")
        made.append((admin, name))
        return admin.set(database=name).render_as_string(hide_password=False)

    try:
        yield make
    finally:
        for admin, name in made:
            asyncio.run(_execute(admin, f"DROP DATABASE {name}"))


def _admin_or_skip(server: str, admin: URL, sql: str) -> None:
    try:
        asyncio.run(_execute(admin, sql))
    except (OSError, ImportError, sa.exc.DBAPIError) as err:
        missing = f"no {server} server answers at {admin.host}:{admin.port}: {err}"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)


async def _execute(admin: URL, sql: str) -> None:
    engine = create_async_engine(admin, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(sa.text(sql))
    finally:
        await engine.dispose()


@pytest.fixture
def newsroom(tmp_path: Path, clock: ManualClock) -> Iterator[Newsroom]:
    """Simulated platforms and a folder, in which time stands until a test moves it."""
    with open_newsroom(tmp_path / "home", clock=clock) as opened:
        yield opened


@pytest.fixture
def live_newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """Simulated platforms and a folder in the machine's own time, for several processes."""
    with open_newsroom(tmp_path / "home", clock=None) as opened:
        yield opened


@pytest.fixture(scope="session")
def contracts() -> Path:
    """The folder of wire contracts beside the checkout, or a skip that says what is missing."""
    named = os.environ.get("PRESSROOM_SHARED")
    root = Path(__file__).resolve().parents[1]
    places = [Path(named)] if named else [root.parent / "shared", root.parents[1] / "shared"]
    for place in places:
        if (place / "contracts" / "sdk_recordings.json").exists():
            return place / "contracts"
    pytest.skip("shared/contracts is not beside the checkout (or set PRESSROOM_SHARED)")
