"""Comments and their surroundings as evaluations need them: a quiet day at noon."""

from collections.abc import Callable
from datetime import UTC, datetime

from pressroom.analysis.comment_analysis import analyse
from pressroom.domain.analysis import CommentAnalysis
from pressroom.domain.comment import Comment
from pressroom.domain.decision import FactMatch
from pressroom.domain.decision_context import DecisionContext
from pressroom.domain.platform import PLATFORMS
from pressroom.domain.reply_rules import ReplyFacts

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)

Analyst = Callable[[Comment], CommentAnalysis]


def by_rules(comment: Comment) -> CommentAnalysis:
    """What our own analysis makes of *comment*: the analyst of every day."""
    return analyse(comment.message)


def comment_of(
    key: str, text: str, number: int, name: str = "Robin Lake", attachment: str = ""
) -> Comment:
    """A fresh comment with *text* by a new account; *number* goes round the platforms."""
    return Comment(
        platform=PLATFORMS[number % len(PLATFORMS)],
        comment_id=key,
        account="1",
        platform_post_id="p",
        author_id=f"u{number}",
        author_name=name,
        message=text,
        attachment=attachment,
        created_time=NOON,
    )


def calm(answer: FactMatch | None) -> DecisionContext:
    """Nothing around it that speaks against an answer."""
    return DecisionContext(facts=ReplyFacts(summoned=True), answer=answer)
