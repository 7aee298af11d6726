"""Comments and what happens to them, made up for the tests of every room."""

from datetime import UTC, datetime, timedelta
from typing import Any

from pressroom.domain.analysis import (
    AnalysisRecord,
    CommentAnalysis,
    Language,
    Purpose,
    ReplyNeed,
    Sentiment,
    Spam,
    Toxicity,
)
from pressroom.domain.comment import ChangeVerb, Comment, CommentChange
from pressroom.domain.decision import (
    Decision,
    HandledComment,
    Reason,
    ReplyDraft,
    ReplyProposal,
)
from pressroom.domain.provenance import Provenance

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PAGE = "106728097004746"


def a_comment(number: int = 1, **given: Any) -> Comment:
    """The comment of that number, below one post of the Page."""
    values: dict[str, Any] = {
        "platform": "facebook",
        "comment_id": f"222_{number}",
        "account": PAGE,
        "platform_post_id": f"{PAGE}_222",
        "author_id": f"45{number}",
        "author_name": "Jane Example",
        "message": f"What are your opening hours? ({number})",
        "created_time": NOON + timedelta(minutes=number),
    }
    return Comment(**{**values, **given})


def told(
    comment: Comment,
    verb: ChangeVerb = "add",
    *,
    after: timedelta = timedelta(0),
    only_id: bool = False,
    **given: Any,
) -> CommentChange:
    """What a webhook tells of *comment*, so long after it was written."""
    values: dict[str, Any] = {
        "verb": verb,
        "platform": comment.platform,
        "comment_id": comment.comment_id,
        "account": comment.account,
        "at": comment.created_time + after,
        "comment": None if only_id or verb == "remove" else comment,
    }
    return CommentChange(**{**values, **given})


def an_analysis(comment: Comment) -> AnalysisRecord:
    """Some verdict about *comment*."""
    return AnalysisRecord(
        analysis=CommentAnalysis(
            sentiment=Sentiment(label="negative", score=-0.6, confidence=0.8),
            toxicity=Toxicity(is_toxic=False, score=0.1),
            spam=Spam(is_spam=False, score=0.0),
            language=Language(code="en", confidence=0.9),
            purpose=Purpose(intent="complaint", confidence=0.7),
            reply_need=ReplyNeed(needed=True, confidence=0.9, why="asks"),
            keywords=("hours",),
            version="1",
        ),
        message_sha=comment.message_sha,
        analysed_at=NOON,
    )


def a_decision(comment: Comment, **given: Any) -> HandledComment:
    """The decision to answer *comment*, with a draft that quotes it."""
    values: dict[str, Any] = {
        "platform": comment.platform,
        "comment_id": comment.comment_id,
        "thread": comment.thread,
        "decision": Decision(
            action="reply",
            mode="review",
            reasons=(Reason(rule="question", text="It asks.", words=(comment.message,)),),
            priority="high",
            answer_by=NOON + timedelta(hours=4),
        ),
        "status": "waiting",
        "draft": ReplyDraft(
            proposal=ReplyProposal(text=f"You asked: {comment.message}", language="en"),
            provenance=Provenance(made_by="fallback", why="no model", reason="model-off"),
        ),
        "message_sha": comment.message_sha,
        "handled_at": NOON,
        "updated_at": NOON,
    }
    return HandledComment(**{**values, **given})
