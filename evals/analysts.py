"""Analyses made by hand, for evaluations of what is done with them."""

from pressroom.domain.analysis import (
    CommentAnalysis,
    Intent,
    Language,
    Purpose,
    ReplyNeed,
    Sentiment,
    SentimentLabel,
    Spam,
    Toxicity,
)

_SCORES: dict[SentimentLabel, float] = {"positive": 0.9, "negative": -0.9}


def analysis_of(
    intent: Intent, sentiment: SentimentLabel, language: str, confidence: float
) -> CommentAnalysis:
    """An analysis that says just this, and nothing bad."""
    asks = intent in ("question", "complaint", "request")
    return CommentAnalysis(
        sentiment=Sentiment(
            label=sentiment, score=_SCORES.get(sentiment, 0.0), confidence=confidence
        ),
        toxicity=Toxicity(is_toxic=False, score=0.0),
        spam=Spam(is_spam=False, score=0.0),
        language=Language(code=language, confidence=0.99),
        purpose=Purpose(intent=intent, confidence=confidence),
        reply_need=ReplyNeed(needed=asks, confidence=confidence, why=""),
        version="by hand",
    )


def taken_in(looks_like: Intent, language: str) -> CommentAnalysis:
    """What an analyst makes of an attack that falls for it wholly."""
    feeling: SentimentLabel = "positive" if looks_like == "praise" else "neutral"
    return analysis_of(looks_like, feeling, language, 0.99)
