"""What is known around each comment of a batch, kept up while the batch is decided about.

The hundredth comment of a delivery has to see what was decided about the first: caps and
brakes count what this very run is about to send.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from pressroom.analysis.names import is_abusive_name
from pressroom.domain.analysis import AnalysisRecord
from pressroom.domain.comment import Comment, CommentRef
from pressroom.domain.decision import Decision, FactMatch
from pressroom.domain.decision_context import DecisionContext, ThreadMood
from pressroom.domain.freeze import Freeze
from pressroom.domain.platform import Platform
from pressroom.domain.reply_rules import told_of
from pressroom.storage.alone import count_alone_since
from pressroom.storage.comments import threads_of
from pressroom.storage.freezes import list_freezes
from pressroom.storage.pauses import paused_platforms
from pressroom.storage.store import Session
from pressroom.storage.surroundings import (
    Answered,
    answers_under,
    asked_to_stop,
    moods_under,
)
from pressroom.storage.threads import taken_over_among

HOUR = timedelta(hours=1)
"""What a cap per hour counts back."""
_RECENT = 5

Post = tuple[Platform, str]


@dataclass
class Surroundings:
    """All that is known around a batch; `note` adds what is decided meanwhile."""

    now: datetime
    threads: Mapping[CommentRef, str]
    answers: dict[Post, list[Answered]] = field(default_factory=dict)
    """Our answers under each post, the newest first."""
    moods: Mapping[Post, ThreadMood] = field(default_factory=dict)
    stopped: set[tuple[Platform, str]] = field(default_factory=set)
    held: frozenset[str] = frozenset()
    alone_this_hour: int = 0
    paused: frozenset[Platform] = frozenset()
    freezes: Sequence[Freeze] = ()
    """Those that are on."""

    def around(
        self, comment: Comment, record: AnalysisRecord, answer: FactMatch | None
    ) -> DecisionContext:
        """What the rules look at beside *comment* itself."""
        thread = self.threads[comment.ref]
        here = self.answers.get(_post_of(comment), [])
        return DecisionContext(
            facts=replace(
                told_of(comment),
                asked_to_stop=(comment.platform, comment.author_id) in self.stopped,
            ),
            answer=answer,
            refinement=record.refinement,
            taken_over=thread in self.held,
            frozen=self._is_frozen(comment),
            live_topics=tuple(topic for one in self.freezes for topic in one.scope.topics),
            name_is_abusive=is_abusive_name(comment.author_name),
            replies_to_author_on_post=sum(
                bool(comment.author_id) and a.author == comment.author_id for a in here
            ),
            replies_this_hour=self.alone_this_hour,
            replies_in_thread=sum(a.alone and a.thread == thread for a in here),
            mood=self.moods.get(_post_of(comment), ThreadMood()),
            recent_replies=tuple(a.text for a in here[:_RECENT]),
            read_at=self.now,
        )

    def note(self, comment: Comment, decision: Decision, text: str = "") -> None:
        """Count what is decided about *comment* for those that come after it."""
        if any(reason.rule == "stop" for reason in decision.reasons):
            self.stopped.add((comment.platform, comment.author_id))
        if not decision.acts_alone or decision.action == "hide":
            return
        self.alone_this_hour += 1
        self.answers.setdefault(_post_of(comment), []).insert(
            0,
            Answered(
                comment.platform,
                comment.platform_post_id,
                self.threads[comment.ref],
                comment.author_id,
                text,
                self.now,
                alone=True,
            ),
        )

    def recent_texts(self, comment: Comment) -> tuple[str, ...]:
        """Our latest answers under the comment's post, the newest first."""
        return tuple(a.text for a in self.answers.get(_post_of(comment), []) if a.text)

    def _is_frozen(self, comment: Comment) -> bool:
        about = [comment.message]
        return comment.platform in self.paused or any(
            one.scope.covers(comment.platform, comment.account, about) for one in self.freezes
        )


async def read_surroundings(
    session: Session, comments: Sequence[Comment], now: datetime
) -> Surroundings:
    """What is on record around these comments."""
    threads = await threads_of(session, comments)
    answers: dict[Post, list[Answered]] = {}
    for answer in await answers_under(session, comments):
        answers.setdefault((answer.platform, answer.post), []).append(answer)
    return Surroundings(
        now=now,
        threads=threads,
        answers=answers,
        moods=await moods_under(session, comments, now),
        stopped=await asked_to_stop(session, comments),
        held=await taken_over_among(session, threads.values()),
        alone_this_hour=await count_alone_since(session, now - HOUR),
        paused=await paused_platforms(session),
        freezes=await list_freezes(session, on=True),
    )


def in_order(comments: Iterable[Comment]) -> list[Comment]:
    """Comments as they were written, so that the first to ask is the first to be answered."""
    return sorted(comments, key=lambda comment: (comment.created_time, comment.ref))


def _post_of(comment: Comment) -> Post:
    return (comment.platform, comment.platform_post_id)
