"""Posts and their versions: saved once, revised while they may be, never taken back once live."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressroom.domain.post import PlatformPostStatus, roll_up
from pressroom.errors import InputError
from pressroom.storage.posts import (
    get_platform_post,
    get_post,
    list_platform_posts,
    list_posts,
    record_outcome,
    revise_platform_post,
    save_post,
    schedule_platform_post,
)
from pressroom.storage.store import Store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
GONE_OUT = ("publishing", "unknown", "published")


async def test_a_post_reads_back_whole(store: Store, make_post) -> None:
    """Everything that was decided must be there when another process goes on."""
    post = make_post()

    async with store.write() as session:
        await save_post(session, post)

    async with store.read() as session:
        assert await get_post(session, "post-1") == post
        assert await get_platform_post(session, "post-1-x") == post.platform_posts[2]
        assert await get_post(session, "nothing") is None
        assert await get_platform_post(session, "nothing") is None


async def test_saving_again_changes_nothing(store: Store, make_post) -> None:
    """A node that runs again after a crash must not undo what came since."""
    post = make_post()
    async with store.write() as session:
        await save_post(session, post)
        await schedule_platform_post(session, "post-1-x", NOON)

    async with store.write() as session:
        await save_post(session, post.model_copy(update={"title": "Autumn"}))

    async with store.read() as session:
        found = await get_post(session, "post-1")
    assert found is not None
    assert (found.title, found.status) == ("Summer", "scheduled")


async def test_of_writers_at_once_the_first_wins(store: Store, make_post) -> None:
    """Two workers resume the same run: one post, one set of versions."""
    post = make_post()

    async def save(title: str) -> None:
        await store.transact(
            lambda session: save_post(session, post.model_copy(update={"title": title}))
        )

    await asyncio.gather(*(save(f"title {number}") for number in range(6)))

    async with store.read() as session:
        (found,) = await list_posts(session)
    assert found.title.startswith("title")
    assert found.platform_posts == post.platform_posts


async def test_posts_that_share_a_picture_keep_their_own_words(store: Store, make_post) -> None:
    """The same bytes are one record; where they lie and what they show is told per post."""
    first, second = make_post("post-1"), make_post("post-2")
    retold = first.platform_posts[0].media[0].model_copy(update={"alt_text": "Other words"})
    version = second.platform_posts[0].model_copy(update={"media": (retold,)})
    second = second.model_copy(update={"platform_posts": (version,)})

    async with store.write() as session:
        await save_post(session, first)
        await save_post(session, second)

    async with store.read() as session:
        assert await get_post(session, "post-1") == first
        assert await get_post(session, "post-2") == second


async def test_lists_are_newest_first_and_can_be_narrowed(store: Store, make_post) -> None:
    """`pressroom posts` shows what happened last, of one state or one platform."""
    async with store.write() as session:
        for number in range(3):
            await save_post(session, make_post(f"p{number}", NOON + timedelta(hours=number)))
        await record_outcome(session, "p0-facebook", status="failed", note="refused")

    async with store.read() as session:
        assert [post.id for post in await list_posts(session, limit=2)] == ["p2", "p1"]
        assert [post.id for post in await list_posts(session, status="draft")] == ["p2", "p1", "p0"]
        assert await list_posts(session, status="published") == []
        on_x = await list_platform_posts(session, platform="x", limit=2)
        assert [version.id for version in on_x] == ["p2-x", "p1-x"]
        (failed,) = await list_platform_posts(session, status="failed")
        assert (failed.id, failed.note) == ("p0-facebook", "refused")


async def test_a_revision_raises_the_number_once(store: Store, make_post, picture) -> None:
    """An approval is of one revision; doing the same change again must not void it."""
    other = picture.model_copy(update={"sha256": "b" * 64})
    change = {"text": "New words", "link": "https://example.org", "media": (other, picture)}
    async with store.write() as session:
        await save_post(session, make_post())

    for _ in range(2):
        async with store.write() as session:
            revised = await revise_platform_post(session, "post-1-x", **change)

    assert revised.revision == 2
    assert revised.media == (other, picture)
    assert revised.hashtags == ("summer", "sea")
    async with store.read() as session:
        assert await get_platform_post(session, "post-1-x") == revised


async def test_what_is_scheduled_shows_what_was_planned(store: Store, make_post, picture) -> None:
    """A draft of an earlier try gives way whole, in the transaction that plans the effect."""
    other = picture.model_copy(update={"sha256": "b" * 64})
    async with store.write() as session:
        await save_post(session, make_post())
        draft = await get_platform_post(session, "post-1-x")
    change = {"text": "New words", "link": "https://e.example", "hashtags": ("new",)}
    content = draft.model_copy(update={**change, "media": (other, picture)})

    async with store.write() as session:
        scheduled = await schedule_platform_post(session, "post-1-x", NOON, content=content)

    assert scheduled == content.model_copy(update={"status": "scheduled", "publish_at": NOON})
    async with store.read() as session:
        assert await get_platform_post(session, "post-1-x") == scheduled


@pytest.mark.parametrize("status", GONE_OUT)
async def test_what_may_be_live_can_no_longer_be_changed(
    sqlite_store: Store, make_post, status: PlatformPostStatus
) -> None:
    """The record must say what readers see, also while nobody knows whether they see it."""
    async with sqlite_store.write() as session:
        await save_post(session, make_post())
        await record_outcome(session, "post-1-x", status=status)

    for change in (
        lambda session: revise_platform_post(session, "post-1-x", text="New words"),
        lambda session: schedule_platform_post(session, "post-1-x", NOON),
    ):
        with pytest.raises(InputError, match=status) as caught:
            await sqlite_store.transact(change)
        assert caught.value.field == "platform_post"


async def test_a_version_that_does_not_exist_is_named(sqlite_store: Store) -> None:
    """A mistyped id gets one line, not a traceback."""
    with pytest.raises(InputError, match="nothing"):
        await sqlite_store.transact(
            lambda session: record_outcome(session, "nothing", status="failed")
        )


async def test_a_post_follows_its_versions(store: Store, make_post) -> None:
    """The post's own status is what lists and dashboards show."""
    steps: list[tuple[str, PlatformPostStatus, str]] = [
        ("facebook", "scheduled", "scheduled"),
        ("facebook", "published", "partly_published"),
        ("instagram", "published", "partly_published"),
        ("x", "cancelled", "published"),
    ]
    async with store.write() as session:
        await save_post(session, make_post())

    for platform, status, expected in steps:
        async with store.write() as session:
            await record_outcome(session, f"post-1-{platform}", status=status)
        async with store.read() as session:
            found = await get_post(session, "post-1")
        assert found is not None
        assert found.status == expected


async def test_versions_that_settle_at_once_roll_up_together(store: Store, make_post) -> None:
    """Each worker sees only its own change: without a lock the post would stay half published."""
    async with store.write() as session:
        await save_post(session, make_post())

    async def settle(platform: str) -> None:
        await store.transact(
            lambda session: record_outcome(session, f"post-1-{platform}", status="published")
        )

    await asyncio.gather(*(settle(platform) for platform in ("facebook", "instagram", "x")))

    async with store.read() as session:
        found = await get_post(session, "post-1")
    assert found is not None
    assert found.status == "published"


REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["facebook", "instagram", "x"]),
        st.sampled_from(get_args(PlatformPostStatus)),
        st.sampled_from(["", "ref-1", "ref-2"]),
    ),
    max_size=8,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(reports=REPORTS, number=st.uuids())
async def test_published_never_goes_back(sqlite_store: Store, make_post, reports, number) -> None:
    """Late and repeated reports come in any order; what is live is live."""
    post_id = str(number)[:20]
    live: dict[str, str] = {}
    async with sqlite_store.write() as session:
        await save_post(session, make_post(post_id))

    for platform, status, ref in reports:
        async with sqlite_store.write() as session:
            version = await record_outcome(
                session, f"{post_id}-{platform}", status=status, platform_post_id=ref
            )
            found = await get_post(session, post_id)

        if platform in live:
            assert version.status == "published"
            assert live[platform] in ("", version.platform_post_id)
        if version.status == "published":
            live[platform] = version.platform_post_id
        assert found is not None
        assert found.status == roll_up(each.status for each in found.platform_posts)
        assert all(
            each.status == "published" for each in found.platform_posts if each.platform in live
        )
