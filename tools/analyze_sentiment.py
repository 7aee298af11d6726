"""What texts mean, by rules and weights that ship with pressroom: no network, no model."""

import asyncio
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pressroom.analysis.comment_analysis import analyse
from pressroom.domain.analysis import CommentAnalysis
from pressroom.tools.ports import Ports

MOST_TEXTS = 1000


class SentimentInput(BaseModel):
    """Texts to be understood."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    texts: tuple[str, ...] = Field(
        min_length=1, max_length=MOST_TEXTS, description="Comments, each on its own."
    )


class SentimentResult(BaseModel):
    """What each text means, in their order."""

    model_config = ConfigDict(frozen=True)

    analyses: tuple[CommentAnalysis, ...]
    made_by: Literal["rule"] = "rule"
    """Rules and weights that ship with pressroom; no model was asked."""


async def analyze_sentiment(request: SentimentInput, ports: Ports) -> SentimentResult:
    """Say of each text how its writer feels, what they want, and whether it is toxic or spam.

    Sentiment is positive, neutral, negative, mixed or unknown, with a score from -1 to 1 and a
    calibrated confidence; intent is praise, question, complaint, request, crisis_signal or
    other. Every verdict names the words it rests on. Needs no network and no model.
    """
    del ports  # pure: nothing is read and nothing is kept

    def work() -> tuple[CommentAnalysis, ...]:
        return tuple(analyse(text) for text in request.texts)

    return SentimentResult(analyses=await asyncio.to_thread(work))
