"""The schema gets to where this version needs it, once, and says when it is not there."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from pressroom.domain.comment import CommentRef
from pressroom.errors import SchemaBehind
from pressroom.storage.comment_changes import apply_changes
from pressroom.storage.comments import get_comment
from pressroom.storage.store import Store
from pressroom.storage.tables import metadata
from pressroom.storage.upgrade import check, current, differences, downgrade, head, upgrade
from tests.comments import a_comment, told

UPGRADE = """
import asyncio, sys
from pressroom.storage.store import Store
from pressroom.storage.upgrade import check, upgrade

async def main():
    async with Store(sys.argv[1]) as store:
        await upgrade(store)
        await check(store)
"""

SEED_INDEXES = [
    ("posts", "status"),
    ("posts", "created_at"),
    ("platform_posts", "platform"),
    ("engagements", "platform_post_id"),
    ("comments", "created_time"),
    ("comment_analysis", "sentiment"),
    ("ab_tests", "status"),
]


async def test_there_and_back_and_there_again(empty_url: str) -> None:
    """The migration must make exactly the tables that the code declares, on every database."""
    async with Store(empty_url) as store:
        assert await current(store) is None

        await upgrade(store)
        await check(store)
        assert await current(store) == head()
        assert await differences(store) == []

        await downgrade(store)
        assert await current(store) is None
        assert len(await differences(store)) >= len(metadata().tables)

        await upgrade(store)
        await check(store)
        assert await differences(store) == []


async def test_comments_of_the_first_release_are_kept_and_learn_more(empty_url: str) -> None:
    """What is on record must live on, and give way to whatever the platform says next."""
    ref = CommentRef("facebook", "1")
    known = a_comment(comment_id="1", message="told now")
    async with Store(empty_url) as store:
        await upgrade(store)
        await downgrade(store, "0001")
        async with store.write() as session:
            await session.execute(
                sa.text(
                    "INSERT INTO comments (platform, comment_id, account, platform_post_id,"
                    " parent_id, author_id, author_name, message, permalink, created_time)"
                    " VALUES ('facebook', '1', '', '', '', '', 'Ann', 'told then', '',"
                    " '2026-03-02 12:00:00')"
                )
            )
        await upgrade(store)

        async with store.read() as session:
            before = await get_comment(session, ref)
        async with store.write() as session:
            await apply_changes(session, [told(known)])
            after = await get_comment(session, ref)

    assert before is not None
    assert (before.message, before.author_name, before.place) == ("told then", "Ann", "comment")
    assert after is not None
    assert after.message == "told now"


async def test_processes_that_upgrade_at_once_do_it_once(empty_url: str, run_together) -> None:
    """Two workers start on a fresh machine; none of them may find half a schema."""
    await run_together(UPGRADE, empty_url, processes=2)

    async with Store(empty_url) as store:
        assert await differences(store) == []


async def test_a_database_without_tables_is_behind(empty_url: str) -> None:
    """Workers refuse to start on what they cannot use, and say what to type."""
    async with Store(empty_url) as store:
        with pytest.raises(SchemaBehind) as caught:
            await check(store)

    assert caught.value.fix == "Run: pressroom db upgrade"


async def test_an_older_revision_is_behind(sqlite_store: Store) -> None:
    """After an update of the package the old schema must be noticed before it is used."""
    await _set_revision(sqlite_store, None)

    with pytest.raises(SchemaBehind) as caught:
        await check(sqlite_store)

    assert caught.value.fix == "Run: pressroom db upgrade"


async def test_a_newer_revision_is_left_alone(sqlite_store: Store) -> None:
    """After a roll-back of the package its old code must not touch a newer schema."""
    await _set_revision(sqlite_store, "9999")

    for step in (check, upgrade, downgrade):
        with pytest.raises(SchemaBehind, match="9999"):
            await step(sqlite_store)

    assert await current(sqlite_store) == "9999"


async def test_asking_makes_no_file(tmp_path: Path) -> None:
    """`pressroom doctor` and `db current` only look."""
    path = tmp_path / "none.db"

    async with Store(f"sqlite:///{path}") as store:
        assert await current(store) is None

    assert not path.exists()


async def test_a_table_that_lost_a_column_shows(sqlite_store: Store) -> None:
    """`pressroom db check` is only worth something if it sees what is wrong."""
    async with sqlite_store.write() as session:
        await session.execute(sa.text("ALTER TABLE campaigns DROP COLUMN budget"))

    (line,) = await differences(sqlite_store)

    assert "campaigns" in line
    assert "budget" in line


async def test_a_failed_upgrade_leaves_nothing_on_sqlite(tmp_path: Path) -> None:
    """A table of somebody else's in the way must not leave half a schema behind."""
    async with Store(f"sqlite:///{tmp_path / 'taken.db'}") as store:
        async with store.write() as session:
            await session.execute(sa.text("CREATE TABLE runs (id INTEGER)"))

        with pytest.raises(sa.exc.DBAPIError, match="runs"):
            await upgrade(store)

        async with store.read() as session:
            names = await session.scalars(sa.text("SELECT name FROM sqlite_master"))
            assert list(names) == ["runs"]
            assert await session.scalar(sa.text("PRAGMA foreign_keys")) == 1


@pytest.mark.parametrize(("table", "column"), SEED_INDEXES)
async def test_the_promised_look_ups_have_an_index(
    sqlite_store: Store, table: str, column: str
) -> None:
    """These are the columns by which lists and dashboards look."""
    async with sqlite_store.read() as session:
        question = f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = 'x'"  # noqa: S608
        plan = (await session.execute(sa.text(question))).all()

    assert "USING" in plan[0].detail
    assert "INDEX" in plan[0].detail


async def _set_revision(store: Store, revision: str | None) -> None:
    async with store.write() as session:
        await session.execute(sa.text("DELETE FROM alembic_version"))
        if revision:
            await session.execute(
                sa.text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision}
            )
