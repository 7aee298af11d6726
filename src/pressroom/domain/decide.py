"""What is to be done about one comment: rules that no model overrules, in their order.

Everything that keeps the machine from acting is looked for here, in the comment itself; what
would let it act (the fact that answers, a second opinion) is given in. So whatever a caller
forgets, the answer is more cautious, never less.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from pressroom.domain.analysis import CommentAnalysis
from pressroom.domain.brand import Brand
from pressroom.domain.ceilings import FROZEN, ceilings
from pressroom.domain.comment import Comment
from pressroom.domain.comment_case import CommentCase
from pressroom.domain.decision import Action, Decision, Mode, Priority, Reason, ReplyKind
from pressroom.domain.decision_context import DecisionContext
from pressroom.domain.languages import Spoken
from pressroom.domain.never_auto import (
    TOPIC_NAMES,
    NeverAuto,
    NeverAutoTopic,
    find_never_auto,
    find_topic,
)
from pressroom.domain.pile_on import why_braked
from pressroom.domain.reading import Reading
from pressroom.domain.reply_policy import MODES

PRIORITIES: dict[NeverAutoTopic, Priority] = {
    "injury": "urgent",
    "threat": "urgent",
    "self-harm": "urgent",
    "minors": "urgent",
    "live-crisis": "urgent",
    "doxxing": "high",
    "legal": "high",
    "press": "high",
    "discrimination": "high",
    "data-breach": "high",
    "regulator": "high",
    "language": "normal",
}
"""How soon a person should look."""

_ORDER: tuple[Priority, ...] = ("low", "normal", "high", "urgent")
_HURTS = frozenset({"threat", "harassment"})
"""Abuse that may need help or the police, and not only to be out of sight."""
_FEW_WORDS = 6
"""Thanks and cheers of fewer words are alike without any campaign."""


def decide(
    comment: Comment,
    analysis: CommentAnalysis,
    context: DecisionContext,
    brand: Brand,
    now: datetime,
    *,
    reading: Reading | None = None,
) -> Decision:
    """What is to be done about *comment*, with every reason.

    *reading* is the comment's text where somebody has read it already; one of another text is
    not taken. The same input gives the same decision. The order: what needs nothing, the never-auto
    list, the abusive, spam and campaigns, what the platform forbids, and last how automatic an
    answer may be: the least that any rule allows.
    """
    case = CommentCase(comment, analysis, context, brand, now, reading)
    decisions = (rule(case) for rule in _RULES)
    return next((found for found in decisions if found is not None), None) or _answer(case)


def _settled(case: CommentCase) -> Decision | None:
    if case.comment.is_ours:
        return _ignore(case, "own", "It is our own.")
    if case.context.facts.is_deleted:
        return _ignore(case, "deleted", "It was deleted.")
    if case.context.handled:
        return _ignore(case, "handled", "It has been dealt with already.")
    return None


def _never_auto(case: CommentCase) -> Decision | None:
    found = [
        one
        for one in find_never_auto(case.reading, case.context.live_topics)
        if not _is_ours(one, case.brand)
    ]
    reasons = [_because(one) for one in found]
    for topic in case.policy.hands_off:
        if words := find_topic(case.reading, topic):
            told = f"The brand file keeps the machine's hands off {topic!r}."
            reasons.append(Reason(rule="never-auto.hands-off", text=told, words=words))
    topics: list[NeverAutoTopic] = [one.topic for one in found]
    if case.spoken is Spoken.NO:
        topics.append("language")
        reasons.append(_because(NeverAuto("language", ())))
    if not reasons:
        return None
    priority = _highest([PRIORITIES[topic] for topic in topics] or ["high"])
    if set(topics) == {"doxxing"} and case.analysis.spam.is_spam:
        priority = "low"  # a number to call is what spam is made of
    return _escalate(case, reasons, priority, mode="off")


def _is_ours(found: NeverAuto, brand: Brand) -> bool:
    """Whether all that was found is the brand's own address, number or mailbox."""
    ours = brand.own_words.casefold()
    return found.topic == "doxxing" and all(one.casefold() in ours for one in found.words)


def _because(found: NeverAuto) -> Reason:
    text = f"It touches on {TOPIC_NAMES[found.topic]}."
    if found.topic == "language":
        text = "It is written in a language that the brand does not speak."
    return Reason(rule=f"never-auto.{found.topic}", text=text, words=found.words)


def _silenced(case: CommentCase) -> Decision | None:
    if case.context.taken_over:
        return _ignore(case, "takeover", "A person has taken over this thread.")
    asked = case.context.facts.asked_to_stop
    if not asked and all(one.kind != "stop" for one in case.cautions):
        return None
    told = "The writer asks not to be answered."
    meant = _meant(case)
    if meant in ("complaint", "request") or case.meaning.is_crisis:
        return _escalate(case, [Reason(rule="stop", text=told)], "normal", mode="off")
    return _ignore(case, "stop", told)


def _abuse(case: CommentCase) -> Decision | None:
    toxicity = case.analysis.toxicity
    if not toxicity.is_toxic:
        return None
    words = tuple(word for one in toxicity.evidence for word in one.words)
    kinds = ", ".join(toxicity.kinds) or "abuse"
    reason = Reason(rule="toxic", text=f"It is abusive ({kinds}).", words=words)
    if _HURTS & set(toxicity.kinds):
        return _escalate(case, [reason], "high", mode="off")
    if _meant(case) in ("complaint", "request", "question") or case.meaning.is_crisis:
        told = "Behind the abuse is something that a person should hear."
        why = Reason(rule="toxic.complaint", text=told)
        return _escalate(case, [reason, why], "normal", mode="off")
    if set(toxicity.kinds) == {"profanity"}:
        return None  # a strong word is not abuse; the answer waits for a person all the same
    return _hide(case, reason, case.policy.hide.toxic, toxicity.score) or _escalate(
        case, [reason], "normal", mode="off"
    )


def _meant(case: CommentCase) -> ReplyKind:
    """What it is without its tone: abuse and `stop` are unhappy in any case."""
    return "other" if case.meaning.told_by_tone else case.meaning.kind


def _spam(case: CommentCase) -> Decision | None:
    spam = case.analysis.spam
    if not spam.is_spam:
        return None
    words = tuple(word for one in spam.evidence for word in one.words)
    reason = Reason(rule="spam", text="It is spam.", words=words)
    return _hide(case, reason, case.policy.hide.spam, spam.score) or _ignore(
        case, reason.rule, reason.text
    )


def _hide(case: CommentCase, reason: Reason, mode: Mode, score: float) -> Decision | None:
    """Hidden, by itself or once a person says so; None where it is not ours to hide."""
    if mode == "off" or case.comment.place == "mention" or case.comment.is_hidden:
        return None
    if case.context.facts.can_hide is False:
        return None
    reasons = [reason]
    allowed: Mode = _least(mode, case.policy.mode)
    if allowed == "auto" and score < case.policy.floors.hide:
        told = f"The verdict is not sure enough to act alone ({score:.2f})."
        reasons.append(Reason(rule="floor.hide", text=told))
        allowed = "review"
    if allowed == "auto" and case.context.frozen:
        reasons.append(FROZEN)
        allowed = "review"
    return _decision(case, "hide", allowed, reasons, "low", score)


def _crisis(case: CommentCase) -> Decision | None:
    if not case.meaning.is_crisis:
        return None
    words = tuple(word for one in case.analysis.purpose.evidence for word in one.words)
    reason = Reason(rule="crisis-signal", text="It may be the first sign of a crisis.", words=words)
    return _escalate(case, [reason], "high", mode="off")


def _campaign(case: CommentCase) -> Decision | None:
    copy, bound = case.analysis.near_copy, case.policy.brake.campaign
    short_praise = case.meaning.kind == "praise" and len(case.text.split()) < _FEW_WORDS
    if copy.of != "many_accounts" or copy.copies + 1 < bound or short_praise:
        return None
    first = copy.earliest in ("", case.comment.comment_id)
    told = f"{copy.copies} other comments say the same: it looks like a campaign."
    reason = Reason(rule="brake.campaign", text=told)
    return _escalate(case, [reason], "high" if first else "low", mode="off")


def _needless(case: CommentCase) -> Decision | None:
    """What nobody waits for an answer to."""
    repeat = case.analysis.near_copy.of == "same_account"
    if repeat and case.analysis.near_copy.earliest not in ("", case.comment.comment_id):
        return _ignore(case, "repeat", "The same account said the same before.")
    wordless = not any(char.isalpha() for char in case.comment.message)
    if wordless and not (case.waits and case.meaning.wants_answer):
        return _ignore(case, "wordless", "It holds no words.")
    if not case.waits or case.meaning.wants_answer or "?" in case.reading.text:
        return None  # whoever writes a question mark may ask something, whatever it was taken for
    return _ignore(case, "no-answer-needed", case.analysis.reply_need.why or "Nothing is asked.")


def _forbidden(case: CommentCase) -> Decision | None:
    """What the platform keeps us from answering."""
    channel = case.permission.channel
    if channel == "public" or (channel == "private" and case.waits):
        return None
    reason = Reason(rule=f"platform.{case.permission.rule}", text=case.permission.reason)
    # Somebody waits for an answer that may not be given here: people have other ways.
    if case.waits and case.meaning.kind != "other":
        return _escalate(case, [reason], "normal", mode="off")
    return _ignore(case, reason.rule, reason.text)


def _braked(case: CommentCase) -> Decision | None:
    brake = why_braked(case.context, case.policy.brake)
    if brake is None:
        return None
    if case.waits:
        return _escalate(case, [brake], "high", mode="review")
    return _ignore(case, brake.rule, brake.text)


def _switched_off(case: CommentCase) -> Decision | None:
    if case.said_enough and not case.waits:
        return _ignore(case, "cap.user", "This person was thanked under this post already.")
    if _allowed(case) == "off":
        return _ignore(case, "mode.off", f"Answers to this kind ({case.meaning.kind}) are off.")
    return None


_RULES: tuple[Callable[[CommentCase], Decision | None], ...] = (
    _settled,
    _never_auto,
    _silenced,
    _abuse,
    _spam,
    _crisis,
    _campaign,
    _needless,
    _forbidden,
    _braked,
    _switched_off,
)


def _answer(case: CommentCase) -> Decision:
    """An answer, as automatic as every rule allows."""
    lowered = list(ceilings(case))
    allowed = _allowed(case)
    mode = _least(allowed, *(ceiling for ceiling, _ in lowered))
    reasons = [Reason(rule=f"kind.{case.meaning.kind}", text=case.meaning.why)]
    reasons += [reason for _, reason in lowered]
    if allowed != "auto":
        told = f"The brand file says {allowed} for this kind."
        reasons.append(Reason(rule=f"mode.{allowed}", text=told))
    priority: Priority = "normal" if case.waits else "low"
    if case.permission.public:
        return _decision(case, "reply", mode, reasons, priority, case.meaning.confidence)
    told = case.permission.reason
    reasons.append(Reason(rule=f"platform.{case.permission.rule}", text=told))
    decision = _decision(case, "private_reply", mode, reasons, priority, case.meaning.confidence)
    ends = [moment for moment in (decision.answer_by, case.permission.expires_at) if moment]
    return decision.model_copy(update={"answer_by": min(ends) if decision.answer_by else None})


def _allowed(case: CommentCase) -> Mode:
    """What the brand file allows for this kind."""
    modes = case.policy.modes.model_dump()
    return _least(modes[case.meaning.kind], case.policy.mode)


def _least(*modes: Mode) -> Mode:
    return min(modes, key=MODES.index)


def _highest(priorities: list[Priority]) -> Priority:
    return max(priorities, key=_ORDER.index)


def _ignore(case: CommentCase, rule: str, text: str) -> Decision:
    return _decision(case, "ignore", "off", [Reason(rule=rule, text=text)], "low", 1.0)


def _escalate(
    case: CommentCase, reasons: list[Reason], priority: Priority, *, mode: Mode
) -> Decision:
    return _decision(case, "escalate", mode, reasons, priority, case.meaning.confidence)


def _decision(
    case: CommentCase,
    action: Action,
    mode: Mode,
    reasons: list[Reason],
    priority: Priority,
    confidence: float,
) -> Decision:
    waits = action == "escalate" or (action != "ignore" and mode == "review")
    hours = case.policy.deadlines_hours.hours(priority)
    return Decision(
        action=action,
        mode=mode,
        reasons=tuple(reasons),
        priority=priority,
        answer_by=case.now + timedelta(hours=hours) if waits else None,
        confidence=confidence,
        kind=case.meaning.kind,
        language=case.language,
    )
