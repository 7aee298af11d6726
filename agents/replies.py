"""An answer composed from courtesies and the brand's own facts, without a model."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from pressroom.agents import wording
from pressroom.agents.courtesy import Courtesy
from pressroom.agents.grounding import without_told
from pressroom.agents.occasion import Occasion
from pressroom.agents.reply_checks import LIMITS, PRIVATE_LIMIT
from pressroom.domain.decision import ReplyProposal
from pressroom.domain.likeness import likeness
from pressroom.domain.weighted_length import weighted_length

_ANSWERS_KEPT = 6
"""How many of our latest answers a new one keeps clear of."""
_ALIKE_BY_CHANCE = 0.25
"""Short thanks share so many letters in any case."""


def compose_reply(occasion: Occasion) -> ReplyProposal:
    """An answer that thanks, or states the fact that was asked for; equal input, equal answer.

    It begins with another of the courtesies for each comment, and keeps clear of those in our
    recent answers. Nothing of the comment's words or its writer's name is in it. In a language
    without courtesies only the brand's own words are used; where there are none the text is empty
    and a person writes.
    """
    kit = occasion.kit
    answer = _fact(occasion)
    if kit is None:
        text = _signed(answer, occasion)
        return _proposal(text if answer else "", occasion, answer)
    drafts = list(_drafts(kit.in_tone(occasion.brand.replies.tone), answer, occasion))
    fitting = [one for one in drafts if _fits(_signed(one, occasion), occasion)] or drafts[:1]
    return _proposal(_signed(_freshest(fitting, occasion), occasion), occasion, answer)


def _freshest(drafts: Sequence[str], occasion: Occasion) -> str:
    """The first of *drafts* that sounds like none of our recent answers, else the least alike."""
    recent = [_core(one, occasion) for one in occasion.recent[:_ANSWERS_KEPT]]
    if not recent:
        return drafts[0]
    closeness: dict[str, float] = {}
    for draft in drafts:
        closeness[draft] = _closest(_core(draft, occasion), recent)
        if closeness[draft] <= _ALIKE_BY_CHANCE:
            return draft
    return min(closeness, key=closeness.__getitem__)


def _proposal(text: str, occasion: Occasion, answer: str) -> ReplyProposal:
    kind = occasion.decision.kind.replace("_", " ")
    return ReplyProposal(
        text=text,
        language=occasion.language,
        facts_used=(answer,) if answer and answer in text else (),
        reason=f"Composed for {kind} in {occasion.language}.",
    )


def _fact(occasion: Occasion) -> str:
    """The brand's words that answer the question, if they are in the language to answer in."""
    answer = occasion.answer
    if occasion.decision.kind != "answered_question" or answer is None:
        return ""
    if answer.language.partition("-")[0] != occasion.language:
        return ""
    return wording.closed(answer.text.strip())


def _drafts(courtesy: Courtesy, answer: str, occasion: Occasion) -> Iterator[str]:
    """Every answer that could be given, in an order that is another for each comment."""
    if answer:
        for lead in _turned(courtesy.lead, occasion, "lead"):
            for close in (*_turned(courtesy.close, occasion, "close"), ""):
                yield _joined(lead, answer, close)
        yield answer
        return
    firsts = _firsts(courtesy, occasion)
    if occasion.decision.kind in ("praise", "other"):
        for first in firsts:
            for more in ("", *_turned(courtesy.praise_more, occasion, "more")):
                yield _joined(first, more)
        return
    contact = occasion.brand.replies.contact.strip()
    reach = courtesy.contact.format(contact=contact) if contact else ""
    for first in firsts:
        for more in ("", *_turned(courtesy.meanwhile, occasion, "meanwhile")):
            yield _joined(first, more, reach)
    yield from firsts  # shorter, where there is no room for more


def _firsts(courtesy: Courtesy, occasion: Occasion) -> Sequence[str]:
    kind = occasion.decision.kind
    rows = {
        "praise": courtesy.praise,
        "question": courtesy.question,
        "answered_question": courtesy.question,
        "request": courtesy.request,
        "complaint": courtesy.complaint,
        "other": courtesy.other,
    }
    return _turned(rows[kind], occasion, "first")


def _turned(row: Sequence[str], occasion: Occasion, part: str) -> tuple[str, ...]:
    """*row*, begun at a place that the comment's id chooses."""
    comment = occasion.comment
    seed = f"{comment.platform}:{comment.comment_id}:{part}"
    at = int.from_bytes(hashlib.sha256(seed.encode("utf-8", "replace")).digest()[:4]) % len(row)
    return (*row[at:], *row[:at])


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _signed(text: str, occasion: Occasion) -> str:
    sign = occasion.brand.replies.sign_off.strip()
    return f"{text} {sign}" if sign and text else text


def _core(text: str, occasion: Occasion) -> str:
    """*text* without the brand's own words, which every answer may share."""
    rest = without_told(text, occasion)
    return rest if any(char.isalpha() for char in rest) else text


def _closest(draft: str, recent: Sequence[str]) -> float:
    """How near *draft* comes to the nearest of *recent*; a shared sentence counts fully."""
    own = _sentences(draft)
    near = 0.0
    for other in recent:
        shared = len(own & _sentences(other)) / len(own) if own else 0.0
        near = max(near, likeness(draft, other), shared)
    return round(near, 3)


def _sentences(text: str) -> set[str]:
    return {one.strip() for one in re.split(r"(?<=[.!?…:])\s+", text) if one.strip()}


def _fits(text: str, occasion: Occasion) -> bool:
    if occasion.is_private:
        return len(text.encode()) <= PRIVATE_LIMIT
    platform = occasion.comment.platform
    size = weighted_length(text) if platform == "x" else len(text)
    return size <= LIMITS[platform]
