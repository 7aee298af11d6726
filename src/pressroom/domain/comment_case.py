"""A comment with everything that is looked at when something is decided about it."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from pressroom.domain.analysis import CommentAnalysis
from pressroom.domain.brand import Brand
from pressroom.domain.cautions import Caution, find_cautions
from pressroom.domain.comment import Comment, as_read
from pressroom.domain.decision import ReplyPermission
from pressroom.domain.decision_context import DecisionContext
from pressroom.domain.languages import Spoken, is_spoken
from pressroom.domain.reply_policy import ReplyPolicy
from pressroom.domain.reply_rules import may_reply
from pressroom.domain.understanding import Understanding, understand


@dataclass(frozen=True)
class CommentCase:
    """One comment with all that is looked at; what takes time is found out once, if at all."""

    comment: Comment
    analysis: CommentAnalysis
    context: DecisionContext
    brand: Brand
    now: datetime

    @property
    def policy(self) -> ReplyPolicy:
        """How the brand wants comments treated."""
        return self.brand.replies

    @property
    def text(self) -> str:
        """All that the writer put there: words, and what stands for a picture."""
        return as_read(f"{self.comment.message}\n{self.comment.attachment}".strip())

    @cached_property
    def meaning(self) -> Understanding:
        """What it is to its answer."""
        return understand(self.analysis, self.context, self.policy.floors)

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """Why a person had better look."""
        return find_cautions(self.text, self.brand.handles.values())

    @cached_property
    def spoken(self) -> Spoken:
        """Whether the brand speaks its language."""
        return is_spoken(self.comment.message, self.analysis.language, self.brand.spoken)

    @cached_property
    def permission(self) -> ReplyPermission:
        """Whether and where the platform lets it be answered now."""
        facts = self.context.facts
        approved = facts.ai_replies_approved or self.policy.x_ai_replies_approved
        return may_reply(self.comment, replace(facts, ai_replies_approved=approved), self.now)

    @property
    def waits(self) -> bool:
        """Whether somebody waits for the answer, and does not only deserve thanks."""
        return self.meaning.kind != "praise"

    @property
    def said_enough(self) -> bool:
        """Whether the writer has had as many answers under this post as anyone gets."""
        return self.context.replies_to_author_on_post >= self.policy.caps.per_user_per_post
