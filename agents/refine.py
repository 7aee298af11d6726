"""A second opinion on what the rules are unsure of, asked for in batches and within a budget.

It can confirm a verdict or warn of it (`pressroom.domain.understanding` holds that), and it is
kept beside the rules' own. What the never-auto list says is never asked about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from pressroom.agents.propose import Task, propose
from pressroom.domain.analysis import CommentAnalysis, Intent, Refinement, SentimentLabel
from pressroom.domain.comment import Comment
from pressroom.domain.ports import Model
from pressroom.domain.provenance import Provenance
from pressroom.domain.reply_policy import Floors
from pressroom.errors import ModelAnswerInvalid

BATCH = 20
"""Comments in one question: enough to be cheap, few enough to be judged one by one."""


class SecondLook(BaseModel):
    """What a model says of one comment."""

    model_config = ConfigDict(frozen=True)

    number: int
    sentiment: SentimentLabel
    intent: Intent
    is_toxic: bool
    needs_reply: bool
    why: str = Field(max_length=300)


class SecondLooks(BaseModel):
    """The answer to one batch."""

    model_config = ConfigDict(frozen=True)

    comments: tuple[SecondLook, ...]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A comment whose verdict the rules do not trust."""

    comment: Comment
    analysis: CommentAnalysis


def is_doubtful(analysis: CommentAnalysis, floors: Floors) -> bool:
    """Whether the rules are too unsure of *analysis* to act on it alone."""
    praised = analysis.purpose.intent == "praise"
    feeling = analysis.sentiment.confidence if praised else 1.0
    contradicts = praised and analysis.sentiment.label != "positive"
    return contradicts or min(analysis.purpose.confidence, feeling) < floors.confidence


async def refine(
    doubtful: Sequence[Doubtful],
    model: Model | None,
    *,
    now: datetime,
    max_comments: int = 200,
    prompts: Path | None = None,
) -> list[Refinement]:
    """A second opinion on each of *doubtful*, in their order.

    The first *max_comments* are asked about; the rest, and all where no model answers, get
    the rules' own verdict again, with a provenance that says so.
    """
    asked, left = doubtful[:max_comments], doubtful[max_comments:]
    found: list[Refinement] = []
    for at in range(0, len(asked), BATCH):
        found += await _refine_batch(asked[at : at + BATCH], model, now, prompts)
    spent = Provenance(
        made_by="fallback",
        why=f"The budget of {max_comments} second looks was used up.",
        reason="rate-budget",
    )
    return found + [_own_verdict(one, spent, now) for one in left]


async def _refine_batch(
    batch: Sequence[Doubtful], model: Model | None, now: datetime, prompts: Path | None
) -> list[Refinement]:
    task = Task(
        prompt="community/refine",
        answer=SecondLooks,
        fallback=lambda: SecondLooks(comments=tuple(map(_look, range(1, len(batch) + 1), batch))),
        accept=lambda looks: accept_looks(looks, len(batch)),
        variables={
            "count": len(batch),
            "comments": [
                {"number": number, "text": one.comment.message[:600]}
                for number, one in enumerate(batch, start=1)
            ],
        },
        temperature=0.0,
        about=tuple(str(one.comment.ref) for one in batch),
    )
    made = await propose(task, model, prompts=prompts)
    return [_refinement(look, made.provenance, now) for look in made.value.comments]


def accept_looks(looks: SecondLooks, count: int) -> SecondLooks:
    """*looks* in the order of their numbers, if there is one for each of *count* comments.

    Raises:
        ModelAnswerInvalid: One is missing, there twice, or of no comment that was asked about.
    """
    numbers = sorted(look.number for look in looks.comments)
    if numbers != list(range(1, count + 1)):
        raise ModelAnswerInvalid(
            f"It judged the numbers {numbers[:10]} of {count} comments.", reason="rule"
        )
    return SecondLooks(comments=tuple(sorted(looks.comments, key=lambda look: look.number)))


def _look(number: int, doubtful: Doubtful) -> SecondLook:
    analysis = doubtful.analysis
    return SecondLook(
        number=number,
        sentiment=analysis.sentiment.label,
        intent=analysis.purpose.intent,
        is_toxic=analysis.toxicity.is_toxic,
        needs_reply=analysis.reply_need.needed,
        why="The rules' own verdict.",
    )


def _refinement(look: SecondLook, provenance: Provenance, now: datetime) -> Refinement:
    told = look.model_dump(exclude={"number"})
    return Refinement(**told, provenance=provenance, refined_at=now)


def _own_verdict(doubtful: Doubtful, provenance: Provenance, now: datetime) -> Refinement:
    return _refinement(_look(1, doubtful), provenance, now)
