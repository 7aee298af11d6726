"""What a comment means, each verdict with the evidence it rests on."""

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from pressroom.domain.provenance import Provenance

SentimentLabel = Literal["positive", "neutral", "negative", "mixed", "unknown"]
"""`unknown` is an answer: a language we cannot read, or a text that says nothing."""

ToxicityKind = Literal["insult", "profanity", "threat", "hate", "sexual", "harassment"]

Intent = Literal["praise", "question", "complaint", "request", "crisis_signal", "other"]

CopyOf = Literal["", "many_accounts", "same_account"]
"""Whose text it repeats: of many accounts (a campaign), or of the account itself."""

Share = Field(ge=0.0, le=1.0)


class _Verdict(BaseModel):
    model_config = ConfigDict(frozen=True)


class Evidence(_Verdict):
    """Why a verdict was reached, in words that a person can check against the text."""

    what: str
    """What was found: `negated praise`, `insult`, `asks for money`, `question mark` …"""
    words: tuple[str, ...] = ()
    """The words of the comment that show it, as they stand there."""


class Sentiment(_Verdict):
    """How the writer feels about what is talked of."""

    label: SentimentLabel
    score: float = Field(ge=-1.0, le=1.0)
    """p(positive) - p(negative); 0.0 where it is unknown."""
    confidence: float = Share
    """Calibrated: of the verdicts given with 0.8, about eight in ten are right."""
    evidence: tuple[Evidence, ...] = ()


class Toxicity(_Verdict):
    """Whether it attacks or abuses. No detector of hate speech: doubtful cases go to people."""

    is_toxic: bool
    score: float = Share
    """Calibrated probability that people would call it toxic."""
    kinds: tuple[ToxicityKind, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Spam(_Verdict):
    """Whether it advertises, begs or deceives."""

    is_spam: bool
    score: float = Share
    evidence: tuple[Evidence, ...] = ()


class Language(_Verdict):
    """The language it is written in."""

    code: str
    """ISO 639-1, or `und` where the text does not tell."""
    confidence: float = Share


class Purpose(_Verdict):
    """What the writer wants by it."""

    intent: Intent
    confidence: float = Share
    evidence: tuple[Evidence, ...] = ()


class ReplyNeed(_Verdict):
    """Whether the writer would miss an answer."""

    needed: bool
    confidence: float = Share
    why: str


class NearCopy(_Verdict):
    """Whether the same text was written before, word for word or nearly."""

    of: CopyOf = ""
    copies: int = Field(default=0, ge=0)
    """How many other comments say it."""
    earliest: str = ""
    """The id of the first of them."""


class CommentAnalysis(_Verdict):
    """Everything that the rules make of one comment, without a network."""

    sentiment: Sentiment
    toxicity: Toxicity
    spam: Spam
    language: Language
    purpose: Purpose
    reply_need: ReplyNeed
    keywords: tuple[str, ...] = ()
    near_copy: NearCopy = NearCopy()
    version: str = ""
    """Which rules and weights said so."""


class Refinement(_Verdict):
    """What a model says of a comment that the rules were unsure of; kept beside their verdict."""

    sentiment: SentimentLabel
    intent: Intent
    is_toxic: bool
    needs_reply: bool
    why: str
    provenance: Provenance
    refined_at: AwareDatetime


class AnalysisRecord(_Verdict):
    """What is on record about a comment's meaning: the rules' verdict, a model's beside it."""

    analysis: CommentAnalysis
    refinement: Refinement | None = None
    message_sha: str = ""
    """Of which text: another text since then makes it out of date."""
    analysed_at: AwareDatetime
