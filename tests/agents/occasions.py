"""Comments to be answered, as tests of the community agent need them."""

from datetime import UTC, datetime
from typing import Any

from pressroom.agents.occasion import Occasion
from pressroom.analysis.fact_matching import match_fact
from pressroom.domain.brand import Brand
from pressroom.domain.comment import Comment
from pressroom.domain.decision import Decision, Mode, Reason, ReplyKind
from pressroom.evals.harbour import HARBOUR

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def occasion(
    text: str = "Love this place!",
    kind: ReplyKind = "praise",
    language: str = "en",
    mode: Mode = "auto",
    brand: Brand = HARBOUR,
    **changes: Any,
) -> Occasion:
    """One, with what differs from a plain comment of praise on Instagram."""
    told = {
        "platform": "instagram",
        "comment_id": "c1",
        "author_name": "Maren Holm",
        "message": text,
        "created_time": NOON,
    }
    comment = Comment.model_validate(told | changes.pop("comment", {}))
    decision = Decision(
        action=changes.pop("action", "reply"),
        mode=mode,
        reasons=(Reason(rule="test", text="test"),),
        kind=kind,
        language=language,
    )
    answer = match_fact(text, brand, language) if kind == "answered_question" else None
    return Occasion(comment, decision, brand, changes.pop("answer", answer), **changes)


def replies(brand: Brand = HARBOUR, **changes: Any) -> Brand:
    """*brand* with another policy."""
    policy = brand.replies.model_dump() | changes
    return brand.model_copy(update={"replies": type(brand.replies).model_validate(policy)})
