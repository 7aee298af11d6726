"""Comments on record: whatever arrives, in whatever order, by however many workers."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment, CommentChange, seen
from pressroom.domain.effects import Sent
from pressroom.storage.comment_changes import Heard, Ours, apply_changes
from pressroom.storage.comments import (
    comments_by,
    comments_under,
    get_comment,
    get_comments,
    is_removed,
    let_go,
    load_states,
    longest_unread,
    newest_mention,
    note_read,
    recent_comments,
    replies_to,
    take_waiting,
    threads_of,
)
from pressroom.storage.effects import Planned
from pressroom.storage.forgotten import remember_forgotten
from pressroom.storage.handled import record_decisions
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.store import Store
from tests.comments import NOON, PAGE, a_comment, a_decision, told

LEASE = timedelta(minutes=1)


async def _apply(store: Store, *changes: CommentChange, ours: Ours | None = None) -> Heard:
    return await store.transact(lambda session: apply_changes(session, changes, ours=ours))


async def _waiting(store: Store) -> list[str]:
    taken = await store.transact(lambda session: take_waiting(session, LEASE))
    return [comment.comment_id for comment in taken]


async def _known(store: Store, comment: Comment) -> Comment | None:
    async with store.read() as session:
        return await get_comment(session, comment.ref)


async def test_a_comment_reads_back_as_it_was_told(store: Store) -> None:
    """Every field counts: place, hiding, attachments and times decide what is done about it."""
    comment = a_comment(
        place="mention",
        attachment="photo: a broken cup",
        parent_id="222_9",
        permalink="https://www.facebook.com/222_1",
        likes=3,
        is_hidden=True,
        edited_at=NOON + timedelta(hours=1),
        message="🚨 'x' \\ %_ \u200d",
    )

    await _apply(store, seen(comment, NOON))

    assert await _known(store, comment) == comment


async def test_workers_at_once_hear_of_it_once(store: Store) -> None:
    """Two deliveries of the same comments are worked off at the same moment in two processes."""
    delivery = [told(a_comment(n)) for n in range(30)]

    heard = await asyncio.gather(
        *(_apply(store, *order) for order in (delivery, delivery[::-1], delivery[:9], delivery))
    )

    new = [ref for one in heard for ref in one.new]
    assert len(new) == len(set(new)) == 30
    async with store.read() as session:
        assert await recent_comments(session, NOON) == [a_comment(n) for n in range(29, -1, -1)]
        assert len(await recent_comments(session, NOON, 5)) == 5


async def test_what_is_told_again_later_is_no_news(store: Store) -> None:
    """Only what is new, or says something new, is to be thought about."""
    comment = a_comment()
    edited = told(a_comment(message="Sunday?"), "edit", after=timedelta(minutes=1))

    first = await _apply(store, told(comment))
    again = await _apply(store, told(comment), told(comment, "hide"))
    changed = await _apply(store, edited)
    gone = await _apply(store, told(comment, "remove"), told(comment))
    still_gone = await _apply(store, told(comment), edited, told(comment, "remove"))

    assert first == Heard(new=(comment.ref,))
    assert again == Heard()
    assert changed == Heard(changed=(comment.ref,))
    assert gone == Heard(removed=(comment.ref,))
    assert still_gone == Heard()
    async with store.read() as session:
        assert await is_removed(session, comment.ref)
        assert await get_comments(session, [comment.ref]) == {}


async def test_two_platforms_may_use_the_same_id(store: Store) -> None:
    """Ids are unique on their platform and nowhere else."""
    both = [a_comment(comment_id="7"), a_comment(comment_id="7", platform="x")]

    heard = await _apply(store, *(told(comment) for comment in both))

    assert len(heard.new) == 2


@pytest.mark.parametrize(
    ("author_id", "author_name"), [(PAGE, ""), ("", "Sim_Brand"), ("other", "@sim_brand")]
)
async def test_our_own_words_are_known_by_id_and_by_handle(
    store: Store, author_id: str, author_name: str
) -> None:
    """An account that answers itself does so for ever; Instagram may leave out either sign."""
    echo = a_comment(author_id=author_id, author_name=author_name)

    heard = await _apply(store, told(echo), ours={"facebook": frozenset({PAGE, "sim_brand"})})

    known = await _known(store, echo)
    assert known is not None
    assert known.is_ours
    assert heard == Heard()
    assert await _waiting(store) == []


async def test_our_own_words_are_known_by_what_the_ledger_sent(store: Store) -> None:
    """Where the platform hides who wrote it, the reference of our own answer still tells."""
    echo = a_comment(author_id="", author_name="")
    ledger = Ledger(store, LedgerPolicy())
    planned = Planned(
        key="reply:facebook:222_9", kind="reply", platform="facebook", account=PAGE, payload={}
    )
    await ledger.plan(None, planned)
    (claim,) = await ledger.claim(key=planned.key)
    await ledger.settle(claim, Sent(echo.comment_id))

    heard = await _apply(store, told(echo))

    assert heard == Heard()
    assert await _waiting(store) == []


async def test_what_waits_is_handed_to_one_worker_and_comes_back_if_it_dies(
    store: Store, clock: ManualClock
) -> None:
    """Between the inbox and the decision nothing may be lost, and nobody be asked twice."""
    await _apply(store, told(a_comment(1)), told(a_comment(2)))

    first, second = await _waiting(store), await _waiting(store)
    clock.advance(LEASE)
    again = await _waiting(store)
    async with store.write() as session:
        await record_decisions(session, [a_decision(a_comment(1))])
        await let_go(session, [a_comment(2).ref])
    last = await _waiting(store)

    assert sorted(first) == sorted(again) == ["222_1", "222_2"]
    assert second == []
    assert last == ["222_2"]


async def test_an_edited_comment_waits_anew(store: Store, clock: ManualClock) -> None:
    """Praise that turns into a threat after it was decided about must be looked at again."""
    await _apply(store, told(a_comment()))
    await _waiting(store)
    async with store.write() as session:
        await record_decisions(session, [a_decision(a_comment())])

    await _apply(store, told(a_comment(message="I will sue"), "edit", after=timedelta(minutes=5)))

    assert await _waiting(store) == ["222_1"]


async def test_nobody_is_asked_about_what_is_old_hidden_from_us_or_gone(store: Store) -> None:
    """A first listing brings years of comments; an answer after weeks surprises everyone."""
    old = a_comment(1, created_time=NOON - timedelta(days=30))
    from_a_file = a_comment(2, created_time=NOON - timedelta(days=30))
    unknown = a_comment(3)
    gone = a_comment(4)

    await _apply(
        store,
        seen(old, NOON),
        told(from_a_file, source="file"),
        told(unknown, "hide", only_id=True),
        told(gone),
    )
    await _apply(store, told(gone, "remove"))

    assert await _waiting(store) == ["222_2"]


async def test_a_comment_first_heard_of_by_its_hiding_waits_once_its_text_is_known(
    store: Store,
) -> None:
    """The first webhook may be the one that was lost."""
    await _apply(store, told(a_comment(), "hide", only_id=True))
    before = await _waiting(store)

    heard = await _apply(store, seen(a_comment(is_hidden=True), NOON))

    assert before == []
    assert heard.new == (a_comment().ref,)
    assert await _waiting(store) == ["222_1"]


async def test_what_a_forgotten_person_wrote_before_is_not_taken_in_again(store: Store) -> None:
    """A later listing of the post would bring it all back; what they write now is new."""
    before, after = a_comment(1, author_id="9"), a_comment(2, author_id="9")
    async with store.write() as session:
        await remember_forgotten(session, "facebook", "9")

    await _apply(
        store,
        seen(before.model_copy(update={"created_time": NOON - timedelta(hours=1)}), NOON),
        told(after),
    )

    assert await _known(store, before) is None
    assert await _known(store, after) == after


async def test_people_posts_and_threads_are_looked_up(store: Store) -> None:
    """Once per user and post, near copies and takeovers all ask these questions."""
    top = a_comment(1, author_id="a")
    below = a_comment(2, author_id="b", parent_id="222_1")
    deeper = a_comment(3, author_id="a", parent_id="222_2")
    elsewhere = a_comment(4, author_id="a", platform_post_id="other", place="mention")
    await _apply(store, *(told(comment) for comment in (top, below, deeper, elsewhere)))

    async with store.read() as session:
        assert await comments_by(session, "facebook", "a") == [elsewhere, deeper, top]
        assert await comments_under(session, "facebook", f"{PAGE}_222") == [top, below, deeper]
        assert await replies_to(session, top.ref) == [below]
        assert set((await threads_of(session, [top, below, deeper])).values()) == {"facebook:222_1"}
        assert await newest_mention(session, "facebook") == elsewhere.created_time
        assert await newest_mention(session, "x") is None


async def test_what_was_read_longest_ago_is_read_next(store: Store) -> None:
    """X tells nobody of deletions: every comment has to be looked at again from time to time."""
    comments = [a_comment(n) for n in range(1, 5)]
    await _apply(store, *(told(comment) for comment in comments))
    await _apply(store, told(comments[3], "remove"))
    async with store.write() as session:
        await note_read(session, [comments[0].ref], NOON + timedelta(hours=1))

    async with store.read() as session:
        due = await longest_unread(
            session, "facebook", since=NOON, unread=NOON + timedelta(hours=2), limit=10
        )
        fresh = await longest_unread(
            session, "facebook", since=NOON, unread=NOON + timedelta(minutes=5), limit=10
        )
        states = await load_states(session, [comments[0].ref])

    assert [ref.comment_id for ref in due] == ["222_2", "222_3", "222_1"]
    assert [ref.comment_id for ref in fresh] == ["222_2", "222_3"]
    assert states[comments[0].ref].fetched_at == NOON + timedelta(hours=1)


async def test_the_result_is_the_same_whatever_the_batches(
    store: Store, clock: ManualClock
) -> None:
    """One delivery of five or five of one, in either direction: the same record."""
    comment = a_comment()
    events: Sequence[CommentChange] = [
        told(comment),
        told(a_comment(message="second"), "edit", after=timedelta(seconds=1)),
        told(comment, "hide", after=timedelta(seconds=2), only_id=True),
        seen(a_comment(message="third", likes=4), NOON + timedelta(minutes=3)),
        told(a_comment(message="fourth"), "edit", after=timedelta(minutes=9)),
    ]
    copy = [change.model_copy(update={"comment_id": "222_b"}) for change in events[::-1]]

    await _apply(store, *events)
    for change in copy:
        await _apply(store, change)

    async with store.read() as session:
        one, other = (await load_states(session, [comment.ref, copy[0].ref])).values()
    assert other.to_comment().model_copy(update={"comment_id": comment.comment_id}) == (
        one.to_comment()
    )
    assert one.message == "third"
