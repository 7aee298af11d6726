"""Comments, analyses and brands for the tests of what is decided about them."""

from datetime import UTC, datetime
from typing import Any

from pressroom.domain.analysis import (
    CommentAnalysis,
    Intent,
    Language,
    Purpose,
    Refinement,
    ReplyNeed,
    Sentiment,
    SentimentLabel,
    Spam,
    Toxicity,
    ToxicityKind,
)
from pressroom.domain.brand import Brand
from pressroom.domain.comment import Comment
from pressroom.domain.decide import decide
from pressroom.domain.decision import Decision, FactMatch
from pressroom.domain.decision_context import DecisionContext
from pressroom.domain.provenance import Provenance
from pressroom.domain.reply_policy import ReplyPolicy

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
BRAND = Brand(name="Crumb & Co", facts=("We bake in Leith.",), handles={"x": "crumb"})
PRAISE = "Love your bread, best in town!"
HOURS = FactMatch(text="We open at 8.", language="en", score=0.9)


def comment(text: str = PRAISE, **changes: Any) -> Comment:
    told = {"platform": "facebook", "comment_id": "c1", "message": text, "created_time": NOW}
    return Comment.model_validate(told | changes)


def analysis(
    intent: Intent = "praise",
    sentiment: SentimentLabel | None = None,
    confidence: float = 0.9,
    **changes: Any,
) -> CommentAnalysis:
    feelings: dict[Intent, SentimentLabel] = {"praise": "positive", "complaint": "negative"}
    label = sentiment or feelings.get(intent, "neutral")
    plain = CommentAnalysis(
        sentiment=Sentiment(label=label, score=0.0, confidence=confidence),
        toxicity=Toxicity(is_toxic=False, score=0.0),
        spam=Spam(is_spam=False, score=0.0),
        language=Language(code="en", confidence=0.95),
        purpose=Purpose(intent=intent, confidence=confidence),
        reply_need=ReplyNeed(needed=intent not in ("praise", "other"), confidence=0.9, why=""),
    )
    return plain.model_copy(update=changes)


def toxic(*kinds: ToxicityKind, score: float = 0.95) -> Toxicity:
    return Toxicity(is_toxic=True, score=score, kinds=kinds)


def second(
    intent: Intent = "praise", sentiment: SentimentLabel = "positive", **changes: Any
) -> Refinement:
    told = {
        "sentiment": sentiment,
        "intent": intent,
        "is_toxic": False,
        "needs_reply": False,
        "why": "so it reads",
        "provenance": Provenance(made_by=changes.pop("made_by", "gemini"), why=""),
        "refined_at": NOW,
    }
    return Refinement.model_validate(told | changes)


def decided(
    of: Comment | None = None,
    seen: CommentAnalysis | None = None,
    brand: Brand = BRAND,
    **context: Any,
) -> Decision:
    return decide(of or comment(), seen or analysis(), DecisionContext(**context), brand, NOW)


def policy(**changes: Any) -> Brand:
    return BRAND.model_copy(update={"replies": ReplyPolicy.model_validate(changes)})


def rules(decision: Decision) -> list[str]:
    return [reason.rule for reason in decision.reasons]
