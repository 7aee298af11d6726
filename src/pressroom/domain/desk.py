"""What people do at the desk where comments wait for them, and what they see there."""

from datetime import datetime, timedelta
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from pressroom.domain.analysis import AnalysisRecord
from pressroom.domain.comment import Comment, CommentRef
from pressroom.domain.decision import HandledComment, ReplyPermission
from pressroom.domain.platform import Platform

DeskVerb = Literal["approve", "edit", "reject", "hide", "take_over", "release"]
"""What a person may do: send the proposed answer, send other words, leave it unanswered, hide
the comment, answer the whole thread themselves from now on, give it back."""

DECIDING: frozenset[DeskVerb] = frozenset({"approve", "edit", "reject", "hide"})
"""The verbs that end a comment's waiting; it is done by one person, once."""


class DeskAction(BaseModel):
    """A line of the desk's book: who did what about which comment, and when."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    comment_id: str
    thread: str
    verb: DeskVerb
    by: str
    at: AwareDatetime
    reason: str = ""
    proposed: str = ""
    """The answer that lay there, if one did."""
    final: str = ""
    """The words that were sent instead or as they were; empty where nothing is."""
    made_by: str = ""
    """Who had written the proposal: gemini, fallback …"""
    intent: str = ""
    language: str = ""

    @property
    def ref(self) -> CommentRef:
        """The comment's platform and id."""
        return CommentRef(self.platform, self.comment_id)

    @property
    def is_correction(self) -> bool:
        """Whether a person wrote other words than were proposed: something to learn from."""
        return bool(self.proposed and self.final) and self.proposed != self.final


class DeskItem(BaseModel):
    """One comment that waits for a person, with all they need to decide."""

    model_config = ConfigDict(frozen=True)

    comment: Comment
    record: HandledComment
    analysis: AnalysisRecord | None = None
    thread: tuple[Comment, ...] = ()
    """The conversation so far, ours too, oldest first."""
    permission: ReplyPermission | None = None
    """Whether and where it may still be answered, as it stands now."""
    held_by: str = ""
    """The person who has taken the thread over; empty while nobody has."""
    actions: tuple[DeskAction, ...] = ()
    """What people have done about it, oldest first."""

    def age(self, now: datetime) -> timedelta:
        """How long the comment has been there."""
        return now - self.comment.created_time

    def is_late(self, now: datetime) -> bool:
        """Whether somebody should have looked by *now*."""
        due = self.record.decision.answer_by
        return due is not None and due < now
