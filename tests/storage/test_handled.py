"""Analyses and decisions: typed in, typed out, and made of the text that is there now."""

import asyncio
from datetime import timedelta

from pressroom.clock import ManualClock
from pressroom.domain.analysis import AnalysisRecord, Refinement
from pressroom.domain.comment import Comment, seen
from pressroom.domain.decision import Decision, HandledComment
from pressroom.domain.provenance import Provenance
from pressroom.storage.analyses import analyses_of, save_analyses
from pressroom.storage.comment_changes import apply_changes
from pressroom.storage.comments import take_waiting
from pressroom.storage.handled import (
    decide_again,
    handled_by,
    handled_of,
    list_handled,
    move,
    move_all,
    record_decisions,
)
from pressroom.storage.store import Store
from tests.comments import NOON, a_comment, a_decision, an_analysis, told


async def _on_record(store: Store, *comments: Comment) -> None:
    async with store.write() as session:
        await apply_changes(session, [seen(comment, NOON) for comment in comments])


async def _edit(store: Store, comment: Comment) -> None:
    async with store.write() as session:
        await apply_changes(session, [seen(comment, NOON + timedelta(hours=1))])


async def test_an_analysis_reads_back_whole_with_what_a_model_added(store: Store) -> None:
    """Each verdict names its evidence; a model's stands beside the rules' and replaces nothing."""
    comment = a_comment()
    await _on_record(store, comment)
    rules = an_analysis(comment)
    refined = rules.model_copy(
        update={
            "refinement": Refinement(
                sentiment="mixed",
                intent="question",
                is_toxic=False,
                needs_reply=True,
                why="It asks politely.",
                provenance=Provenance(made_by="gemini", why="gemini answered", model="m"),
                refined_at=NOON,
            )
        }
    )

    async with store.write() as session:
        assert await save_analyses(session, {comment.ref: rules}) == [comment.ref]
    async with store.read() as session:
        before = await analyses_of(session, [comment.ref, a_comment(2).ref])
    async with store.write() as session:
        await save_analyses(session, {comment.ref: refined})
    async with store.read() as session:
        after = await analyses_of(session, [comment.ref])

    assert before == {comment.ref: rules}
    assert after == {comment.ref: refined}


async def test_what_was_made_of_an_earlier_text_is_not_kept(store: Store) -> None:
    """The comment was edited or deleted while it was being thought about."""
    edited, gone, fine = a_comment(1), a_comment(2), a_comment(3)
    await _on_record(store, edited, gone, fine)
    await _edit(store, a_comment(1, message="something else"))
    async with store.write() as session:
        await apply_changes(session, [told(gone, "remove")])
    records: dict = {c.ref: an_analysis(c) for c in (edited, gone, fine)}

    async with store.write() as session:
        kept = await save_analyses(session, records)
        decided = await record_decisions(session, [a_decision(c) for c in (edited, gone, fine)])

    assert kept == decided == [fine.ref]


async def test_a_decision_is_made_once(store: Store) -> None:
    """Two workers that were handed the same comment must not both answer it."""
    comment = a_comment()
    await _on_record(store, comment)
    first = a_decision(comment)
    other = first.model_copy(
        update={"decision": Decision(action="ignore", mode="auto", reasons=())}
    )

    async def decide(handled: HandledComment) -> int:
        made = await store.transact(lambda session: record_decisions(session, [handled]))
        return len(made)

    counts = await asyncio.gather(*(decide(handled) for handled in (first, other) * 3))

    assert sum(counts) == 1
    async with store.read() as session:
        found = await handled_of(session, [comment.ref])
    assert found[comment.ref] in (first, other)


async def test_a_decision_reads_back_whole(store: Store) -> None:
    """Reasons, draft and findings are what a person in the inbox decides by."""
    comment = a_comment()
    await _on_record(store, comment)
    handled = a_decision(comment)
    async with store.write() as session:
        await record_decisions(session, [handled])
        assert await take_waiting(session, timedelta(minutes=1)) == []

    async with store.read() as session:
        assert await handled_of(session, [comment.ref]) == {comment.ref: handled}
        assert await handled_by(session, "nothing") is None


async def test_a_record_moves_on_once(store: Store) -> None:
    """Two people press the button; one answer goes out."""
    comment = a_comment()
    await _on_record(store, comment)
    key = "reply:facebook:222_1"
    async with store.write() as session:
        await record_decisions(session, [a_decision(comment)])

    async def approve() -> bool:
        return await store.transact(
            lambda session: move(
                session,
                comment.ref,
                status="planned",
                expected=("waiting",),
                response="We open at nine.",
                effect_key=key,
            )
        )

    won = await asyncio.gather(*(approve() for _ in range(6)))

    assert sum(won) == 1
    async with store.read() as session:
        found = await handled_by(session, key)
    assert found is not None
    assert (found.status, found.response) == ("planned", "We open at nine.")
    assert found.draft == a_decision(comment).draft


async def test_the_inbox_of_people_is_sorted_by_urgency_and_deadline(store: Store) -> None:
    """Who opens it in the morning sees first what burns."""
    comments = [a_comment(n) for n in range(1, 6)]
    await _on_record(store, *comments)
    given = [
        ("low", NOON),
        ("high", None),
        ("urgent", NOON + timedelta(hours=2)),
        ("high", NOON + timedelta(hours=3)),
        ("high", NOON + timedelta(hours=1)),
    ]
    made = [
        a_decision(
            comment,
            decision=Decision(
                action="escalate", mode="review", reasons=(), priority=priority, answer_by=answer_by
            ),
        )
        for comment, (priority, answer_by) in zip(comments, given, strict=True)
    ]
    async with store.write() as session:
        await record_decisions(session, made)

    async with store.read() as session:
        listed = await list_handled(session)
        thread = await list_handled(session, thread=comments[1].thread)
        done = await list_handled(session, status=("done", "planned"))

    assert [h.comment_id for h in listed] == ["222_3", "222_5", "222_4", "222_2", "222_1"]
    assert [h.comment_id for h in thread] == ["222_2"]
    assert done == []


async def test_an_edited_comment_is_decided_anew_unless_the_answer_is_on_its_way(
    store: Store, clock: ManualClock
) -> None:
    """A draft to the old text would be wrong; a second answer would be worse."""
    comments = [a_comment(1), a_comment(2)]
    await _on_record(store, *comments)
    async with store.write() as session:
        await record_decisions(session, [a_decision(comment) for comment in comments])
        await move(session, comments[1].ref, status="planned", expected=("waiting",))
    edited = [a_comment(n, message=f"edited {n}") for n in (1, 2)]
    for comment in edited:
        await _edit(store, comment)

    async with store.write() as session:
        stale = await decide_again(session, a_decision(comments[0]))
        anew = [await decide_again(session, a_decision(comment)) for comment in edited]
        waiting = await take_waiting(session, timedelta(minutes=1))

    assert not stale
    assert anew == [True, False]
    assert waiting == []


def test_an_analysis_record_needs_no_refinement() -> None:
    """With the model off nothing is missing."""
    assert AnalysisRecord.model_validate(an_analysis(a_comment()).model_dump()).refinement is None


async def test_many_records_move_at_once_and_only_those_that_stand_where_expected(
    store: Store,
) -> None:
    """What a person has decided meanwhile stays as it is."""
    here, waiting, unknown = a_comment(1), a_comment(2), a_comment(3)
    await _on_record(store, here, waiting, unknown)
    async with store.write() as session:
        decided = [a_decision(one, status="decided") for one in (here, waiting)]
        await record_decisions(session, decided)
        await move(session, waiting.ref, status="waiting", expected=("decided",))

    async with store.write() as session:
        refs = [here.ref, waiting.ref, unknown.ref]
        await move_all(session, refs, status="done", expected="decided")

    async with store.read() as session:
        found = await handled_of(session, [here.ref, waiting.ref, unknown.ref])
    assert {ref: record.status for ref, record in found.items()} == {
        here.ref: "done",
        waiting.ref: "waiting",
    }
