"""What is left in the tables of a comment that is gone: its id, hashes, and not one word."""

from datetime import timedelta

import sqlalchemy as sa

from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment, CommentChange
from pressroom.domain.effects import Found, NotSent, Sent, Unknown, WireTrace
from pressroom.storage.analyses import save_analyses
from pressroom.storage.comment_changes import apply_changes
from pressroom.storage.desk import DeskActionRow
from pressroom.storage.effects import Planned
from pressroom.storage.forgetting import (
    count_open,
    due_to_forget,
    empty_records,
    finish_forgetting,
    refs_of,
)
from pressroom.storage.handled import handled_of, move, record_decisions
from pressroom.storage.inbox import INBOX, put_in
from pressroom.storage.interventions import InterventionRow
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.search import Hit, count_text_columns, search_tables
from pressroom.storage.store import Store
from pressroom.storage.tables import metadata
from pressroom.storage.threads import ThreadRow
from tests.comments import NOON, PAGE, a_comment, a_decision, an_analysis, told

SECRET = 'I am "Zebulon"\nand my café is 🚨 at 12 Quagga Lane'


def _secret(number: int = 1) -> Comment:
    return a_comment(number, message=f"{SECRET} {number}", author_name="Zebulon Quagga")


async def _plant(store: Store, comment: Comment) -> None:
    """Everything that may be kept of *comment*, short of an answer."""
    analysis = an_analysis(comment)
    telling = analysis.analysis.model_copy(update={"keywords": (comment.message,)})
    async with store.write() as session:
        await apply_changes(session, [told(comment)])
        record = analysis.model_copy(update={"analysis": telling})
        await save_analyses(session, {comment.ref: record})
        await record_decisions(session, [a_decision(comment)])
        await put_in(session, [told(comment, "edit", after=timedelta(minutes=1))])


async def _answer(store: Store, comment: Comment) -> tuple[Ledger, str]:
    """An answer to *comment* that quotes it, planned."""
    ledger = Ledger(store, LedgerPolicy())
    key = f"reply:facebook:{comment.comment_id}"
    payload = {"comment_id": comment.comment_id, "text": f"You said {comment.message}"}
    planned = Planned(key, "reply", "facebook", PAGE, payload, run_id="r")
    await ledger.plan(None, planned)
    async with store.write() as session:
        await move(
            session,
            comment.ref,
            status="planned",
            expected=("waiting",),
            response=payload["text"],
            effect_key=key,
        )
    return ledger, key


async def _hits(store: Store) -> list[Hit]:
    async with store.read() as session:
        return await search_tables(
            session, metadata().sorted_tables, [_secret().message, SECRET, "Zebulon Quagga"]
        )


async def _apply(store: Store, *changes: CommentChange) -> None:
    async with store.write() as session:
        await apply_changes(session, changes)


async def test_the_search_finds_a_text_wherever_it_stands(store: Store) -> None:
    """A proof that cannot find what is there proves nothing."""
    await _plant(store, _secret())
    await _answer(store, _secret())

    found = {f"{hit.table}.{hit.column}" for hit in await _hits(store)}

    assert found == {
        "comments.message",
        "comments.author_name",
        "comment_analysis.keywords",
        "comment_analysis.analysis",
        "handled_comments.reasons",
        "handled_comments.draft",
        "handled_comments.response",
        "effects.payload",
        "inbox.body",
    }
    assert count_text_columns(metadata().sorted_tables) > 60


async def test_a_removal_empties_every_table_at_once(store: Store) -> None:
    """Its writer took it back: nothing of it is kept, and nothing comes back later."""
    comment = _secret()
    await _plant(store, comment)
    ledger, key = await _answer(store, comment)
    (claim,) = await ledger.claim(key=key)
    excerpt = f'{{"message": "{comment.author_name}"}}'
    await ledger.settle(claim, Sent("222_9", trace=WireTrace("facebook.reply", 200, "", excerpt)))

    await _apply(store, told(comment, "remove", after=timedelta(hours=1)))
    await _apply(store, told(comment), told(comment, "edit", after=timedelta(hours=2)))

    assert await _hits(store) == []
    effect = await ledger.get(key)
    async with store.read() as session:
        handled = (await handled_of(session, [comment.ref]))[comment.ref]
    assert effect is not None
    assert (effect.status, effect.platform_ref, effect.payload) == ("sent", "222_9", {})
    assert len(effect.payload_sha) == 64
    assert [reason.rule for reason in handled.decision.reasons] == ["question"]
    assert handled.status == "planned"


async def test_an_answer_that_was_not_sent_is_withdrawn(store: Store) -> None:
    """An answer to nothing would be read by everybody else."""
    comment = _secret()
    await _plant(store, comment)
    ledger, key = await _answer(store, comment)

    await _apply(store, told(comment, "remove"))

    effect = await ledger.get(key)
    assert effect is not None
    assert effect.status == "cancelled"
    assert await ledger.claim(key=key) == []
    assert await _hits(store) == []


async def test_an_answer_in_doubt_keeps_its_words_until_it_is_settled(
    store: Store, clock: ManualClock
) -> None:
    """Without them nobody could tell whether it went out; afterwards they go."""
    comment = _secret()
    await _plant(store, comment)
    ledger, key = await _answer(store, comment)
    (claim,) = await ledger.claim(key=key)
    await ledger.settle(claim, Unknown("no answer"))

    await _apply(store, told(comment, "remove"))
    in_doubt = {hit.table for hit in await _hits(store)}
    async with store.read() as session:
        open_answers = await count_open(session, [comment.ref])
        too_early = await due_to_forget(session)
    clock.advance(timedelta(hours=2))
    async with store.write() as session:
        await finish_forgetting(session, await due_to_forget(session))
        still_due = await due_to_forget(session)
    clock.advance(timedelta(hours=2))
    (doubt,) = await ledger.claim_unknown(key=key)
    await ledger.settle_sighting(doubt, Found("222_9"))
    async with store.write() as session:
        due = await due_to_forget(session)
        await finish_forgetting(session, due)
        done = await due_to_forget(session)

    assert in_doubt == {"effects"}
    assert (open_answers, too_early, still_due) == (1, [], [])
    assert due == [comment.ref]
    assert done == []
    assert await _hits(store) == []


async def test_what_is_written_down_late_goes_with_the_second_look(
    store: Store, clock: ManualClock
) -> None:
    """A run that was under way still held the comment in memory."""
    comment = _secret()
    await _plant(store, comment)
    await _apply(store, told(comment, "remove"))
    await store.transact(
        lambda session: put_in(session, [told(comment, "edit", after=timedelta(days=1))])
    )
    assert {hit.table for hit in await _hits(store)} == {"inbox"}

    clock.advance(timedelta(hours=1))
    async with store.write() as session:
        await finish_forgetting(session, await due_to_forget(session))

    assert await _hits(store) == []


async def test_nothing_of_others_is_touched(store: Store) -> None:
    """Erasing one person must not erase the one who answered."""
    gone, kept = _secret(1), _secret(2)
    for comment in (gone, kept):
        await _plant(store, comment)
        await _answer(store, comment)
    before = await _hits(store)

    async with store.write() as session:
        counts = await empty_records(session, [gone.ref])
    await _apply(store, told(gone, "remove"))

    after = {(hit.table, hit.column): hit.rows for hit in await _hits(store)}
    assert after == {(hit.table, hit.column): 1 for hit in before}
    assert counts["comment_analysis"] == counts["handled_comments"] == counts["inbox"] == 1
    assert counts["effects"] == 1


async def test_what_people_noted_about_it_goes_too(store: Store) -> None:
    """Why somebody took the conversation over, and what they made of the draft, quote it."""
    comment = _secret()
    await _apply(store, told(comment))
    thread = str(comment.ref)
    async with store.write() as session:
        await session.execute(
            sa.insert(ThreadRow).values(
                thread=thread, held_by="Mo", held_until=None, since=NOON, reason=SECRET
            )
        )
        await session.execute(
            sa.insert(InterventionRow).values(
                subject=thread, act="released", done_by="Mo", done_at=NOON, reason=SECRET
            )
        )
        edited = {
            "platform": comment.platform,
            "comment_id": comment.comment_id,
            "thread": thread,
            "verb": "edit",
            "by": "Mo",
            "at": NOON,
            "made_by": "fallback",
            "intent": "question",
            "language": "en",
        }
        words = dict.fromkeys(("reason", "proposed", "final"), SECRET)
        await session.execute(sa.insert(DeskActionRow).values({**edited, **words}))
    before = {hit.table for hit in await _hits(store)}

    await _apply(store, told(comment, "remove"))

    assert before >= {"threads", "interventions", "desk_actions"}
    assert await _hits(store) == []


async def test_a_refused_answer_loses_its_words_too(store: Store) -> None:
    """Whatever became of it."""
    comment = _secret()
    await _plant(store, comment)
    ledger, key = await _answer(store, comment)
    (claim,) = await ledger.claim(key=key)
    await ledger.settle(claim, NotSent(f"busy with {SECRET}"))

    await _apply(store, told(comment, "remove"))

    assert await _hits(store) == []


async def test_a_persons_comments_are_found_by_id_and_by_handle(store: Store) -> None:
    """On record and still in the inbox; a Facebook name is no handle, others have it too."""
    by_id = a_comment(1, author_id="77", author_name="Ann")
    by_handle = a_comment(2, platform="instagram", author_id="", author_name="Ann_Other")
    waiting = a_comment(3, author_id="77")
    namesake = a_comment(4, author_id="78", author_name="Ann")
    await _apply(store, told(by_id), told(by_handle), told(namesake))
    await store.transact(lambda session: put_in(session, [told(waiting)]))

    async with store.read() as session:
        assert await refs_of(session, "facebook", "77") == [by_id.ref, waiting.ref]
        assert await refs_of(session, "instagram", "@ann_other") == [by_handle.ref]
        assert await refs_of(session, "facebook", "@Ann") == []


async def test_the_inbox_keeps_its_hashes(store: Store) -> None:
    """They are what keeps a copy of the first webhook from being news."""
    comment = _secret()
    await _plant(store, comment)
    await _apply(store, told(comment, "remove"))

    again = await store.transact(
        lambda session: put_in(session, [told(comment, "edit", after=timedelta(minutes=1))])
    )

    assert again == 0
    async with store.read() as session:
        rows = (await session.execute(sa.select(INBOX.c.body, INBOX.c.dedupe))).all()
    assert [row.body for row in rows] == [""]
    assert all(len(row.dedupe) == 64 for row in rows)
