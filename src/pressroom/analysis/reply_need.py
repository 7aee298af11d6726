"""Whether the writer of a comment would miss an answer, and why."""

from pressroom.analysis.purpose import Purposes
from pressroom.domain.analysis import ReplyNeed, Spam, Toxicity

_FROM = 0.4
"""An answer too many is a courtesy, an answer too few is silence."""


def reply_need_of(purposes: Purposes, spam: Spam, toxicity: Toxicity) -> ReplyNeed:
    """Whether to answer a comment with these purposes; spam is never answered."""
    if purposes.grave:
        what = " and ".join(found.what for _, found in purposes.grave[:2])
        surest = max(points for points, _ in purposes.grave)
        return ReplyNeed(needed=True, confidence=surest, why=f"It speaks of {what}.")
    if spam.is_spam:
        why = f"It {spam.evidence[0].what}." if spam.evidence else "It advertises."
        return ReplyNeed(needed=False, confidence=spam.score, why=why)
    likely = purposes.likely
    wants = {
        "complaint": "complains",
        "question": "asks something",
        "request": "asks for something",
    }
    strongest = max(wants, key=lambda intent: likely.get(intent, 0.0))  # type: ignore[call-overload]
    sure = likely.get(strongest, 0.0)  # type: ignore[call-overload]
    if sure < _FROM:
        praised = likely.get("praise", 0.0) >= 0.5
        why = "It praises and wants nothing." if praised else "It wants nothing."
        return ReplyNeed(needed=False, confidence=round(1 - sure, 4), why=why)
    if toxicity.is_toxic and strongest == "complaint" and not purposes.signs.is_concrete:
        return ReplyNeed(
            needed=False, confidence=toxicity.score, why="It abuses and names nothing to answer."
        )
    return ReplyNeed(needed=True, confidence=round(sure, 4), why=f"The writer {wants[strongest]}.")
