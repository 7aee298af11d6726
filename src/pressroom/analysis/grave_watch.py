"""Whether one comment alone is reason for an alarm: a death, an injury, a threat, a scandal."""

from datetime import datetime

from pressroom.domain.alarm import Alarm
from pressroom.domain.analysis import CommentAnalysis

SURE = 0.5
"""The confidence from which a crisis signal alarms; what comes below it is still read by people.

Judgement: a false alarm costs a glance, a missed one the first hour of a crisis.
"""


def grave_alarm(
    series: str,
    comment_id: str,
    said_at: datetime,
    analysis: CommentAnalysis,
    *,
    sure: float = SURE,
) -> Alarm | None:
    """The alarm that a comment raises by what it says; none where it says nothing grave.

    One is enough: there is no window, no cooldown and nothing to remember. The same comment gives
    the same `Alarm.key`, so that analysing it twice alarms once.
    """
    purpose = analysis.purpose
    if purpose.intent != "crisis_signal" or purpose.confidence < sure:
        return None
    signs = tuple(one.what for one in purpose.evidence)
    words = tuple(word for one in purpose.evidence for word in one.words)
    return Alarm(
        kind="grave_comment",
        series=series,
        since=said_at,
        at=said_at,
        expected=0.0,
        usual_up_to=0.0,
        seen=1.0,
        ratio=1.0,
        probability=purpose.confidence,
        tone="hostile" if analysis.sentiment.label == "negative" else "unknown",
        evidence=words,
        subject=comment_id,
        why=(
            f"A comment speaks of {', '.join(dict.fromkeys(signs)) or 'something grave'}"
            f" ({purpose.confidence:.0%} sure); one such comment is enough."
        ),
    )
