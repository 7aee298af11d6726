"""The comment graph's middle: answers proposed, and held against everything before they may go."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from langgraph.runtime import Runtime

from pressroom.agents.community import draft_reply
from pressroom.agents.occasion import Occasion
from pressroom.agents.replies import compose_reply
from pressroom.agents.reply_checks import check_reply
from pressroom.analysis.fact_matching import match_fact
from pressroom.analysis.toxicity import find_toxicity
from pressroom.domain.comment import Comment, CommentRef, as_read
from pressroom.domain.decision import HandledComment, ReplyDraft
from pressroom.domain.provenance import Provenance
from pressroom.graphs.comments_context import in_order, read_surroundings
from pressroom.graphs.comments_state import Comments, CommentsUpdate, counted, names_of, refs_of
from pressroom.graphs.content_state import plain
from pressroom.storage.analyses import analyses_of
from pressroom.storage.comments import get_comments
from pressroom.storage.handled import handled_of, move
from pressroom.storage.post_texts import texts_of_posts
from pressroom.storage.store import Session
from pressroom.tools.ports import Ports

_AT_ONCE = 4
"""Answers that are being written at the same time; the model's own limits lie beneath."""
_RECENT = 12


async def draft_answers(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """A proposed answer for each comment that is to have one, by Gemini or from courtesies."""
    ports, desk = runtime.context, await _read(state, runtime)
    turns = asyncio.Semaphore(_AT_ONCE)

    async def write(occasion: Occasion) -> ReplyDraft:
        async with turns:
            return await draft_reply(occasion, ports.model)

    wanted = [one for one in desk if one.draft is None]
    drafts = await asyncio.gather(*(write(one.occasion) for one in wanted))
    by_ref = {one.ref: draft for one, draft in zip(wanted, drafts, strict=True)}
    await _keep(by_ref, ports)
    made = counted(draft.provenance.made_by for draft in drafts)
    first = next((d.provenance for d in drafts if d.provenance.made_by == "gemini"), None)
    first = first or (drafts[0].provenance if drafts else None)
    why = f"{made}: {first.why}" if first else "no answer to write"
    credit = first or Provenance(made_by="rule", why=why)
    return {
        "drafted": names_of(by_ref),
        "provenance": {"drafts": plain(credit.model_copy(update={"why": why}))},
    }


async def check_drafts(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """Every draft held against the brand's facts, the platform's limits and our latest answers.

    They were written side by side, so two may have come out alike: then the later one is
    composed anew. What a check still stumbles over goes to a person.
    """
    ports, desk = runtime.context, await _read(state, runtime)
    said: dict[tuple[str, str], list[str]] = {}
    checked: dict[CommentRef, ReplyDraft] = {}
    for one in desk:
        if one.draft is None:
            continue
        here = said.setdefault(one.post, [])
        occasion = one.with_recent(here)
        checked[one.ref] = draft = _checked(one.draft, occasion)
        here.insert(0, draft.proposal.text)
    await _keep(checked, ports)
    stumbled = counted(f.check for d in checked.values() for f in d.findings)
    why = f"{sum(d.is_clean for d in checked.values())} of {len(checked)} clean"
    why = f"{why}; found: {stumbled}" if stumbled else why
    return {"provenance": {"checks": plain(Provenance(made_by="rule", why=why))}}


def _checked(draft: ReplyDraft, occasion: Occasion) -> ReplyDraft:
    """*draft* with what its checks find now, or one composed anew where that finds less."""
    findings = check_reply(draft.proposal.text, occasion)
    if not findings:
        return draft.model_copy(update={"findings": ()})
    composed = compose_reply(occasion)
    again = check_reply(composed.text, occasion)
    if len(again) >= len(findings):
        return draft.model_copy(update={"findings": findings})
    why = f"The answer that was written first did not pass its checks: {findings[0].message}"
    return ReplyDraft(
        proposal=composed,
        provenance=Provenance(made_by="fallback", why=why, reason="rule"),
        findings=again,
    )


class _Case:
    """A comment that gets an answer, with what it is written from."""

    def __init__(self, comment: Comment, record: HandledComment, occasion: Occasion) -> None:
        self.comment = comment
        self.draft = record.draft
        self.occasion = occasion

    @property
    def ref(self) -> CommentRef:
        """The comment's platform and id."""
        return self.comment.ref

    @property
    def post(self) -> tuple[str, str]:
        """Where the answer will stand beside others."""
        return (self.comment.platform, self.comment.platform_post_id)

    def with_recent(self, said: Sequence[str]) -> Occasion:
        """The occasion, with what was said in this run before what was said earlier."""
        recent = (*said, *self.occasion.recent)[:_RECENT]
        return replace(self.occasion, recent=recent)


async def _read(state: Comments, runtime: Runtime[Ports]) -> list[_Case]:
    """The comments of this run that are to be answered, in the order they were written."""
    ports, refs = runtime.context, refs_of(state.decided)
    async with ports.store.read() as session:
        records = await handled_of(session, refs)
        comments = await get_comments(session, refs)
        wanted = [
            comments[ref]
            for ref, record in records.items()
            if ref in comments and record.status == "decided" and record.decision.drafts
        ]
        now = await ports.store.now(session)
        around = await read_surroundings(session, wanted, now)
        texts = await texts_of_posts(session, ((c.platform, c.platform_post_id) for c in wanted))
        analyses = await analyses_of(session, [comment.ref for comment in wanted])
    cases = []
    for comment in in_order(wanted):
        record, analysis = records[comment.ref], analyses.get(comment.ref)
        language = analysis.analysis.language.code if analysis else ""
        occasion = Occasion(
            comment=comment,
            decision=record.decision,
            brand=ports.brand,
            answer=match_fact(as_read(comment.message), ports.brand, language),
            post=texts.get((comment.platform, comment.platform_post_id), ""),
            recent=around.recent_texts(comment)[:_RECENT],
            toxic=_is_toxic,
        )
        cases.append(_Case(comment, record, occasion))
    return cases


def _is_toxic(text: str) -> bool:
    return find_toxicity(text).is_toxic


async def _keep(drafts: Mapping[CommentRef, ReplyDraft], ports: Ports) -> None:
    """Put the drafts on record, each beside its decision."""

    async def write(session: Session) -> None:
        for ref in sorted(drafts):
            await move(session, ref, status="decided", expected=("decided",), draft=drafts[ref])

    if drafts:
        await ports.store.transact(write)
