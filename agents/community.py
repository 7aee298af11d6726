"""The community agent: an answer to a comment, in the brand's voice, as a proposal."""

from pathlib import Path

from pressroom.agents.occasion import Occasion
from pressroom.agents.propose import Task, propose
from pressroom.agents.replies import compose_reply
from pressroom.agents.reply_checks import LIMITS, PRIVATE_LIMIT, check_reply
from pressroom.domain.decision import ReplyDraft, ReplyProposal
from pressroom.domain.ports import Model
from pressroom.errors import ModelAnswerInvalid

_MARGIN = 0.8
"""Models count badly; an answer that is too long is lost."""
_KINDS = {
    "praise": "kind words: thank for them",
    "answered_question": "a question that the given fact answers",
    "question": "a question that no fact answers: say that it is being looked into",
    "request": "a request: say that it has arrived and is being looked into",
    "complaint": "a complaint: thank for it, take it seriously, admit and promise nothing",
    "other": "something that deserves a friendly word",
}


async def draft_reply(
    occasion: Occasion, model: Model | None, *, prompts: Path | None = None
) -> ReplyDraft:
    """A proposed answer, who wrote it, and what its checks found.

    The writer's name is not shown to the model. An answer of the model's that a check stumbles
    over is not used: the fallback answers, and its provenance says why.
    """
    task = Task(
        prompt="community/reply",
        answer=ReplyProposal,
        fallback=lambda: compose_reply(occasion),
        accept=lambda proposal: accept_reply(proposal, occasion),
        variables=_variables(occasion),
        temperature=0.6,
        max_output_tokens=1024,
        about=(str(occasion.comment.ref),),
    )
    made = await propose(task, model, prompts=prompts)
    own = made.provenance.made_by in ("gemini", "cache")  # then it has passed its checks already
    findings = () if own else check_reply(made.value.text, occasion)
    return ReplyDraft(proposal=made.value, provenance=made.provenance, findings=findings)


def accept_reply(proposal: ReplyProposal, occasion: Occasion) -> ReplyProposal:
    """*proposal* as it may be used, signed as the brand signs.

    Raises:
        ModelAnswerInvalid: A check stumbles over it.
    """
    text = " ".join(proposal.text.split())
    sign = occasion.brand.replies.sign_off.strip()
    if sign and text and not text.endswith(sign):
        text = f"{text} {sign}"
    if findings := check_reply(text, occasion):
        first = findings[0]
        words = f" ({', '.join(first.words)[:60]})" if first.words else ""
        raise ModelAnswerInvalid(f"{first.check}: {first.message}{words}", reason="rule")
    told = [fact for fact in _facts(occasion) if fact.rstrip(".") in text]
    return proposal.model_copy(
        update={"text": text, "language": occasion.language, "facts_used": tuple(told)}
    )


def _facts(occasion: Occasion) -> list[str]:
    answer = [occasion.answer.text] if occasion.answer else []
    return [*answer, *occasion.brand.facts]


def _variables(occasion: Occasion) -> dict[str, object]:
    brand, comment = occasion.brand, occasion.comment
    limit = PRIVATE_LIMIT if occasion.is_private else LIMITS[comment.platform]
    room = limit - len(brand.replies.sign_off) - 1
    fact = occasion.answer.text if occasion.answer else ""
    return {
        "kind": _KINDS[occasion.decision.kind],
        "language": occasion.language,
        "max_chars": min(int(_MARGIN * room), 500),
        "tone": brand.replies.tone,
        "fact": fact if occasion.decision.kind == "answered_question" else "",
        "word_for_word": occasion.is_automatic,
        "brand": {
            "name": brand.name,
            "voice": brand.voice,
            "facts": brand.facts,
            "words never used": brand.banned_words,
        },
        "comment": comment.message[:1000],
        "post": occasion.post[:500],
        "recent": [text[:200] for text in occasion.recent[:6]],
    }
