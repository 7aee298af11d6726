"""The open database: whole transactions, no lost updates, plain words when it cannot be used."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.clock import ManualClock
from pressroom.errors import SchemaBehind, SettingsError, StoreError
from pressroom.storage.campaigns import CampaignRow, ensure_campaign
from pressroom.storage.posts import get_post
from pressroom.storage.store import Store, parse_url

INCREMENT = """
import asyncio, sys
import sqlalchemy as sa
from pressroom.storage.campaigns import CampaignRow
from pressroom.storage.store import Store

async def raise_budget(session):
    row = await session.get_one(CampaignRow, "counter", with_for_update=True)
    row.budget += 1

async def main():
    async with Store(sys.argv[1]) as store:
        for _ in range(25):
            await store.transact(raise_budget)
"""


async def test_no_update_is_lost_between_processes(
    store: Store, database_url: str, run_together
) -> None:
    """Without an immediate transaction SQLite loses half of these in silence."""
    async with store.write() as session:
        session.add(CampaignRow(id="counter", name="counter", budget=0.0))

    await run_together(INCREMENT, database_url, processes=3)

    async with store.read() as session:
        total = await session.scalar(sa.select(CampaignRow.budget))
    assert total == 75


async def test_a_block_that_raises_leaves_nothing(store: Store) -> None:
    """Half a post must never be on record."""

    async def stumble() -> None:
        async with store.write() as session:
            await ensure_campaign(session, "Summer")
            raise KeyError("stop")

    with pytest.raises(KeyError):
        await stumble()

    async with store.read() as session:
        assert await session.scalar(sa.select(sa.func.count(CampaignRow.id))) == 0


async def test_reading_does_not_wait_for_a_writer(store: Store) -> None:
    """The dashboard must answer while a worker is in the middle of a transaction."""
    async with store.write() as writing:
        await ensure_campaign(writing, "Summer")

        async with store.read() as reading:
            seen = await reading.scalar(sa.select(sa.func.count(CampaignRow.id)))

    assert seen == 0


async def test_two_that_deadlock_both_finish(database_url: str, store: Store) -> None:
    """Servers end a deadlock by undoing one transaction: its work must be done again."""
    import asyncio

    async with store.write() as session:
        session.add_all([CampaignRow(id=one, name=one, budget=0.0) for one in ("a", "b")])
    both_hold_one = asyncio.Barrier(2)
    first_try = {"ab", "ba"}

    def take(order: str):
        async def work(session: AsyncSession) -> None:
            for place, one in enumerate(order):
                row = await session.get_one(CampaignRow, one, with_for_update=True)
                row.budget = (row.budget or 0.0) + 1
                await session.flush()
                if place == 0 and order in first_try and store.dialect != "sqlite":
                    first_try.discard(order)
                    await both_hold_one.wait()

        return work

    await asyncio.gather(store.transact(take("ab")), store.transact(take("ba")))

    async with store.read() as session:
        assert list(await session.scalars(sa.select(CampaignRow.budget))) == [2.0, 2.0]


async def test_a_database_that_somebody_holds_is_named(tmp_path: Path, sqlite_url: str) -> None:
    """A backup tool that keeps the file locked must not end in a traceback."""
    engine = sa.create_engine(sqlite_url)
    impatient = Store(sqlite_url, patience=timedelta(milliseconds=20))
    with engine.connect() as holder:
        holder.exec_driver_sql("BEGIN IMMEDIATE")
        async with impatient.read() as session:  # readers go on
            assert await session.scalar(sa.select(sa.func.count(CampaignRow.id))) == 0

        with pytest.raises(StoreError, match="busy"):
            await impatient.transact(lambda session: ensure_campaign(session, "Summer"))
    await impatient.close()
    engine.dispose()


async def test_foreign_keys_are_real(store: Store) -> None:
    """SQLite ignores foreign keys unless each connection asks for them."""
    from pressroom.storage.engagements import start_tracking

    with pytest.raises(IntegrityError):
        async with store.write() as session:
            await start_tracking(session, "nobody", await store.now(session))


async def test_the_database_tells_the_time_that_processes_share(database_url: str) -> None:
    """Leases compare on one clock; it must be UTC and aware on every database."""
    async with Store(database_url) as store, store.read() as session:
        first = await store.now(session)
        second = await store.now(session)

    assert first.utcoffset() is not None
    assert first.utcoffset().total_seconds() == 0
    assert first <= second


async def test_a_given_clock_replaces_the_databases(store: Store, clock: ManualClock) -> None:
    """Tests and replays move the time themselves."""
    async with store.read() as session:
        assert await store.now(session) == clock.now()


async def test_an_old_schema_is_named_with_its_fix(tmp_path: Path) -> None:
    """A missing table must read as advice, not as a driver's traceback."""
    async with Store(f"sqlite:///{tmp_path / 'new.db'}") as store:
        with pytest.raises(SchemaBehind, match="pressroom db upgrade"):
            async with store.read() as session:
                await get_post(session, "p")


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda folder: folder / "missing" / "pressroom.db", "cannot be opened"),
        (lambda folder: _write(folder / "notes.txt", b"not a database " * 100), "no database"),
    ],
)
async def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, make, complaint: str) -> None:
    """One clear line with the file's name, whatever the driver says."""
    path = make(tmp_path)

    async with Store(f"sqlite:///{path}") as store:
        with pytest.raises(StoreError, match=complaint) as caught:
            await store.ping()

    assert path.name in str(caught.value)
    assert caught.value.fix


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


async def test_a_value_that_sounds_like_trouble_is_only_a_value(store: Store) -> None:
    """Databases repeat a duplicate value in their complaint; it must not be misread."""

    async def twice(session: AsyncSession) -> None:
        for number in "12":
            session.add(CampaignRow(id=number, name="disk is full", budget=None))

    with pytest.raises(IntegrityError):
        await store.transact(twice)


async def test_a_full_disk_is_named(sqlite_store: Store) -> None:
    """SQLite is told the disk ends here; the writer must read that it is full."""
    async with sqlite_store.write() as session:
        pages = await session.scalar(sa.text("PRAGMA page_count"))
        await session.execute(sa.text(f"PRAGMA max_page_count={pages}"))

    async def fill(session: AsyncSession) -> None:
        for number in range(200):
            await ensure_campaign(session, f"{number} " + "x" * 150)

    with pytest.raises(StoreError, match="disk is full"):
        await sqlite_store.transact(fill)


@pytest.mark.parametrize("scheme", ["postgresql", "mysql"])
async def test_a_server_that_is_not_there_is_named_without_its_password(scheme: str) -> None:
    """The line is for an operator, and for a log that others read."""
    async with Store(f"{scheme}://ann:secret@127.0.0.1:9/news") as store:
        with pytest.raises(StoreError, match=r"127\.0\.0\.1:9") as caught:
            await store.ping()

    assert "secret" not in str(caught.value)
    assert "database_url" in caught.value.fix


async def test_a_database_that_does_not_exist_is_named(store: Store, database_url: str) -> None:
    """A typo in the database's name is the most common mistake of all."""
    if store.dialect == "sqlite":
        return  # a new file is made by the upgrade
    async with Store(store.url.set(database="pressroom_nowhere")) as other:
        with pytest.raises(StoreError, match="pressroom_nowhere"):
            await other.ping()


async def test_what_is_our_own_mistake_stays_what_it_is(store: Store) -> None:
    """Wrong SQL is a bug: calling it a database's condition would hide it."""
    with pytest.raises(DBAPIError):
        async with store.read() as session:
            await session.execute(sa.text("SELEC 1"))


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite"),
        ("sqlite+pysqlite:///a.db", "sqlite+aiosqlite"),
        ("postgres://h/d", "postgresql+asyncpg"),
        ("postgresql+psycopg://h/d", "postgresql+psycopg"),
        ("mariadb://h/d", "mysql+asyncmy"),
        ("mysql+pymysql://h/d", "mysql+asyncmy"),
    ],
)
def test_a_url_gets_an_async_driver(url: str, opened: str) -> None:
    """People paste the URL that their other tools use."""
    assert parse_url(url).drivername == opened


@pytest.mark.parametrize("url", ["", "pressroom.db", "oracle://h/d", "sqlite://", "mysql://h:x/d"])
def test_a_url_that_cannot_be_used_is_refused_with_a_fix(url: str) -> None:
    """A typo in the settings must be found when they are read."""
    with pytest.raises(SettingsError) as caught:
        parse_url(url)

    assert caught.value.field == "database_url"
    assert caught.value.fix


async def test_a_new_database_file_is_ours_alone(tmp_path: Path) -> None:
    """Drafts and names of people are nobody else's business on a shared machine."""
    path = tmp_path / "new.db"
    async with Store(f"sqlite:///{path}") as store, store.write() as session:
        await session.execute(sa.text("CREATE TABLE t (a)"))
        modes = _modes_in(tmp_path)

    assert modes.pop("new.db") == 0o600
    assert set(modes.values()) <= {0o600}


async def test_a_database_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    """An operator may have opened it to a group on purpose."""
    path = tmp_path / "shared.db"
    path.touch()
    path.chmod(0o660)
    async with Store(f"sqlite:///{path}") as store:
        await store.ping()

    assert stat.S_IMODE(path.stat().st_mode) == 0o660


def _modes_in(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
