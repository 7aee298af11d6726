"""What a comment means for its answer, from the rules' verdicts and a second opinion."""

from dataclasses import dataclass

from pressroom.domain.analysis import CommentAnalysis, Intent, Refinement
from pressroom.domain.decision import Reason, ReplyKind
from pressroom.domain.decision_context import DecisionContext
from pressroom.domain.reply_policy import Floors

_CAUTION: tuple[Intent, ...] = (
    "praise",
    "other",
    "question",
    "request",
    "complaint",
    "crisis_signal",
)
"""From what can be thanked for to what must be seen."""
_KINDS: dict[Intent, ReplyKind] = {
    "praise": "praise",
    "other": "other",
    "question": "question",
    "request": "request",
    "complaint": "complaint",
    "crisis_signal": "complaint",
}


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a comment is to its answer."""

    kind: ReplyKind
    is_crisis: bool
    told_by_tone: bool
    """Whether only the tone makes it praise or a complaint, and no purpose was seen."""
    wants_answer: bool
    confidence: float
    """The least of the verdicts that the kind rests on."""
    floor: float
    """What the confidence has to reach."""
    why: str
    doubts: tuple[Reason, ...] = ()
    """What speaks against taking it at its word."""


def understand(
    analysis: CommentAnalysis, context: DecisionContext, floors: Floors, *, praises: bool = False
) -> Understanding:
    """What *analysis* amounts to; a second opinion can confirm it or warn, and no more.

    *praises* says that every word of it is known to be praise. What is unhappy and nothing else
    is a complaint, what only praises is praise: neither is left unheard because its purpose was
    not seen.
    """
    second = _opinion(context)
    intent = _intent(analysis, second, floors)
    kind = _KINDS[intent]
    unhappy = analysis.sentiment.label in ("negative", "mixed")
    told_by_tone = kind == "other" and (unhappy or praises)
    if told_by_tone:
        kind = "complaint" if unhappy else "praise"
    answer = context.answer
    if kind == "question" and answer is not None and answer.score >= floors.answer:
        kind = "answered_question"
    agreed = second is not None and _agree(analysis, second)
    confidence = _confidence(analysis, kind)
    doubts = [*_doubts_of_kind(analysis, context, kind)]
    if second is not None and not agreed:
        told = f"A second look calls it {second.intent}, {second.sentiment}: {second.why}"
        doubts.append(Reason(rule="second-look", text=told[:300]))
    wants = analysis.reply_need.needed or (second is not None and second.needs_reply)
    asks = kind in ("question", "answered_question", "request", "complaint")
    return Understanding(
        kind=kind,
        is_crisis=intent == "crisis_signal",
        told_by_tone=told_by_tone,
        wants_answer=wants or asks,
        confidence=confidence,
        floor=floors.agreed if agreed else floors.confidence,
        why=_why(analysis, kind),
        doubts=tuple(doubts),
    )


def _opinion(context: DecisionContext) -> Refinement | None:
    """The second opinion, if a model gave it; the rules' own verdict again is none."""
    second = context.refinement
    if second is None or second.provenance.made_by not in ("gemini", "cache"):
        return None
    return second


def _intent(analysis: CommentAnalysis, second: Refinement | None, floors: Floors) -> Intent:
    """The more cautious of two opinions; where the rules are unsure, the second counts."""
    first = analysis.purpose.intent
    if second is None:
        return first
    if first != "crisis_signal" and analysis.purpose.confidence < floors.confidence:
        return second.intent
    return max(first, second.intent, key=_CAUTION.index)


def _agree(analysis: CommentAnalysis, second: Refinement) -> bool:
    same = second.intent == analysis.purpose.intent
    feeling = second.sentiment == analysis.sentiment.label
    if analysis.purpose.intent != "praise":
        feeling = second.sentiment not in ("negative", "mixed")
    return same and feeling and not second.is_toxic


def _confidence(analysis: CommentAnalysis, kind: ReplyKind) -> float:
    if kind == "praise":
        return min(analysis.purpose.confidence, analysis.sentiment.confidence)
    return analysis.purpose.confidence


def _doubts_of_kind(
    analysis: CommentAnalysis, context: DecisionContext, kind: ReplyKind
) -> list[Reason]:
    label = analysis.sentiment.label
    if kind == "praise" and label != "positive":
        told = f"It was taken for praise, but its tone is {label}."
        return [Reason(rule="doubt.tone", text=told)]
    if kind != "answered_question":
        return []
    found = []
    if label in ("negative", "mixed"):
        found.append(Reason(rule="doubt.tone", text=f"The question's tone is {label}."))
    answer, code = context.answer, analysis.language.code.partition("-")[0]
    if answer is not None and code not in ("und", answer.language.partition("-")[0]):
        told = "The brand's answer is not written in the language of the question."
        found.append(Reason(rule="doubt.language", text=told))
    return found


def _why(analysis: CommentAnalysis, kind: ReplyKind) -> str:
    words = {
        "praise": "It is praise.",
        "answered_question": "It is a question that the brand's facts answer.",
        "question": "It is a question.",
        "request": "It asks for something to be done.",
        "complaint": "It is a complaint.",
        "other": "Its writer may wait for an answer.",
    }
    return f"{words[kind]} {analysis.reply_need.why}".strip()
