"""A typed proposal from one prompt: Gemini's answer, or the fallback's with the reason."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from pressroom.agents.prices import cost_usd
from pressroom.domain.ports import Model, ModelReply, Question
from pressroom.domain.provenance import Made, Provenance
from pressroom.errors import ModelAnswerInvalid, ModelError, PromptError
from pressroom.prompts.loader import load

A = TypeVar("A", bound=BaseModel)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task(Generic[A]):
    """What an agent asks for, and what it does when no usable answer comes."""

    prompt: str
    """The prompt's name, `agent/purpose`."""
    answer: type[A]
    fallback: Callable[[], A]
    """The same kind of answer without a model: pure and deterministic."""
    accept: Callable[[A], A]
    """The answer as it may be used; raises `ModelAnswerInvalid` where it may not."""
    variables: Mapping[str, object] = field(default_factory=dict)
    temperature: float = 0.4
    max_output_tokens: int = 4096
    about: tuple[str, ...] = ()
    """The comments that it rests on, as `platform:id`; see `Question.about`."""


async def propose(task: Task[A], model: Model | None, *, prompts: Path | None = None) -> Made[A]:
    """The answer to *task* and its provenance; it always gives one.

    Without a *model* the fallback answers, and so it does after any `ModelError`; the
    provenance then says why in words and with a short code. *prompts* is a folder whose
    prompts take precedence over the package's.

    Raises:
        PromptError: The prompt and its variables disagree, which is our bug.
    """
    if model is None:
        return Made(
            task.fallback(),
            Provenance(made_by="fallback", why=WORDS["model-off"], reason="model-off"),
        )
    prompt = load(task.prompt, prompts)
    if prompt.answer is not task.answer:
        raise PromptError(
            f"prompt {task.prompt} promises {prompt.head.answer} and is asked for"
            f" {task.answer.__name__}."
        )
    filled = prompt.fill(**task.variables)
    question = Question(
        prompt=filled.stamp,
        system=filled.system,
        user=filled.user,
        answer=task.answer,
        temperature=task.temperature,
        max_output_tokens=task.max_output_tokens,
        accept=task.accept,
        about=task.about,
    )
    reply: ModelReply[A] | None = None
    try:
        reply = await model.ask(question)
        return Made(task.accept(reply.value), _credit(filled.stamp, reply))
    except ModelError as err:
        # No warning: the provenance tells it, to whoever reads the result.
        log.info("%s falls back: %s (%s)", filled.stamp, err.message, err.reason)
        return Made(task.fallback(), _excuse(filled.stamp, err, reply))


def _credit(stamp: str, reply: ModelReply[A]) -> Provenance:
    if reply.from_cache:
        return Provenance(
            made_by="cache",
            why="Gemini answered the same question earlier.",
            prompt=stamp,
            model=reply.model,
            seconds=reply.seconds,
        )
    return Provenance(
        made_by="gemini",
        why="Gemini answered.",
        prompt=stamp,
        model=reply.model,
        attempts=reply.attempts,
        input_tokens=reply.input_tokens,
        output_tokens=reply.output_tokens,
        cost_usd=cost_usd(reply.model, reply.input_tokens, reply.output_tokens),
        seconds=reply.seconds,
    )


def _excuse(stamp: str, err: ModelError, reply: ModelReply[A] | None) -> Provenance:
    words = WORDS.get(err.reason, "Gemini gave no usable answer.")
    detail = f" {err.message}" if isinstance(err, ModelAnswerInvalid) else ""
    spent = (
        {}
        if reply is None
        else _credit(stamp, reply).model_dump(
            include={"model", "attempts", "input_tokens", "output_tokens", "cost_usd", "seconds"}
        )
    )
    return Provenance.model_validate(
        {"attempts": err.attempts}
        | spent
        | {
            "made_by": "fallback",
            "why": f"{words}{detail} ({err.reason})",
            "reason": err.reason,
            "prompt": stamp,
        }
    )


WORDS: dict[str, str] = {
    "model-off": "The language model is switched off.",
    "no-key": "No Gemini key is set.",
    "timeout": "Gemini did not answer in time.",
    "rate-budget": "Our own budget of calls for this minute is used up.",
    "rate-limited": "Gemini asked us to slow down.",
    "quota-day": "The day's quota of Gemini calls is used up.",
    "unavailable": "Gemini is not available.",
    "network": "Gemini could not be reached.",
    "bad-key": "Gemini does not accept the key.",
    "no-such-model": "Gemini has no model of the configured name.",
    "bad-request": "Gemini did not accept the request.",
    "blocked-prompt": "Gemini declined to answer the prompt.",
    "blocked-answer": "Gemini held its answer back as unsafe.",
    "truncated": "Gemini's answer was cut off.",
    "malformed": "Gemini's answer was not readable.",
    "schema": "Gemini's answer had not the agreed form.",
    "rule": "Gemini's answer broke a rule.",
    "breaker-open": "Gemini failed several times just now and is left alone for a while.",
}
"""Why a fallback answered, in words, by the short code of `pressroom.agents.failures.Reason`."""
