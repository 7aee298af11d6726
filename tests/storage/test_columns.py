"""Values read back as they were written, on every database."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from pressroom.domain.comment import Comment, seen
from pressroom.domain.run import Run
from pressroom.storage.comment_changes import apply_changes
from pressroom.storage.comments import recent_comments
from pressroom.storage.runs import RunRow, accept_run, get_run, list_runs
from pressroom.storage.store import Store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def _run(thread_id: str, at: datetime = NOON, **given: object) -> Run:
    return Run.model_validate(
        {"thread_id": thread_id, "graph": "content", "input": {}, "created_at": at}
        | {"updated_at": at}
        | given
    )


async def test_every_character_reads_back(store: Store) -> None:
    """Emoji and letters beyond the basic plane are in most comments."""
    written = "🚨 𝔘𝔫𝔦 👨‍👩‍👧 café Ünïcode 漢字 \u200d ' \" \\ % _"
    comment = Comment(platform="x", comment_id="1", message=written, created_time=NOON)
    run = _run("t", input={"text": written, "list": [1, 2.5, None, True]})

    async with store.write() as session:
        await apply_changes(session, [seen(comment, NOON)])
        await accept_run(session, run)
    async with store.read() as session:
        assert await recent_comments(session, NOON) == [comment]
        assert await get_run(session, "t") == run


async def test_keys_keep_case_and_accents_apart(store: Store) -> None:
    """MariaDB's default collation takes `A` for `a`: two runs would be one."""
    keys = ["thread", "Thread", "thréad", "𝔱hread"]

    async with store.write() as session:
        accepted = [await accept_run(session, _run(key)) for key in keys]
    async with store.read() as session:
        found = {run.thread_id for run in await list_runs(session)}

    assert accepted == [True] * 4
    assert found == set(keys)


async def test_microseconds_survive_and_sort(store: Store) -> None:
    """Readings of one post can be a millisecond apart; the newest must be found."""
    instants = [NOON, NOON + timedelta(microseconds=1), NOON + timedelta(microseconds=999_999)]

    async with store.write() as session:
        for number, instant in enumerate(instants):
            await accept_run(session, _run(f"t{number}", instant))
    async with store.read() as session:
        newest_first = [run.created_at for run in await list_runs(session)]
        later = await session.scalars(
            sa.select(RunRow.thread_id).where(RunRow.created_at > instants[1])
        )

        assert newest_first == instants[::-1]
        assert list(later) == ["t2"]


@pytest.mark.parametrize("fold", [0, 1])
async def test_an_ambiguous_local_time_keeps_its_instant(store: Store, fold: int) -> None:
    """In the hour that comes twice in autumn a schedule must not move by an hour."""
    local = datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=ZoneInfo("Europe/Berlin"))

    async with store.write() as session:
        await accept_run(session, _run("t", local.astimezone(UTC), wake_at=local))
    async with store.read() as session:
        run = await get_run(session, "t")

    assert run is not None
    assert run.wake_at == local.astimezone(UTC)
    assert run.wake_at.tzinfo is UTC


async def test_a_naive_time_is_refused(store: Store) -> None:
    """A time without a zone is somebody's local time: storing it would be guessing."""
    naive = NOON.replace(tzinfo=None)

    with pytest.raises(StatementError, match="without a zone"):
        async with store.read() as session:
            await session.execute(sa.select(RunRow).where(RunRow.created_at < naive))


async def test_what_no_database_takes_is_replaced_in_prose(store: Store) -> None:
    """One comment with a NUL or half an emoji must not stop the batch it came in."""
    strange = Comment(platform="x", comment_id="1", message="a\x00b\ud83dc", created_time=NOON)

    async with store.write() as session:
        await apply_changes(session, [seen(strange, NOON)])
    async with store.read() as session:
        (found,) = await recent_comments(session, NOON)

    assert found.message == "a\ufffdb\ufffdc"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    value=st.dictionaries(
        st.text(st.characters(), max_size=8),
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats(allow_nan=False)
            | st.text(st.characters(), max_size=8),
            lambda inner: st.lists(inner, max_size=3),
            max_leaves=8,
        ),
        max_size=4,
    )
)
async def test_any_json_reads_back_exactly(sqlite_store: Store, value: dict[str, object]) -> None:
    """Payloads are hashed: a value that comes back changed would void its approval."""
    async with sqlite_store.write() as session:
        await session.execute(sa.delete(RunRow))
        await accept_run(session, _run("t", input=value))
    async with sqlite_store.read() as session:
        run = await get_run(session, "t")

    assert run is not None
    assert run.input == value
