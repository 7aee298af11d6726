"""When a crowd has turned against the brand, the machine falls silent there."""

from pressroom.domain.decision import Reason
from pressroom.domain.decision_context import DecisionContext
from pressroom.domain.likeness import likeness
from pressroom.domain.reply_policy import Brake


def why_braked(context: DecisionContext, brake: Brake) -> Reason | None:
    """Why no answer goes out under this post by itself; None where the thread is calm.

    Three signs: the share of negative comments, their speed, and answers of ours that sound
    the same. More anger never loosens the brake.
    """
    mood = context.mood
    if mood.comments >= brake.comments and mood.negative / mood.comments >= brake.negative_share:
        told = f"{mood.negative} of the last {mood.comments} comments here are negative."
        return Reason(rule="brake.pile-on", text=told)
    usual = max(1.0, float(mood.negative_hour_before))
    if mood.negative_this_hour >= max(brake.negatives_per_hour, brake.speed_up * usual):
        told = (
            f"{mood.negative_this_hour} negative comments within the hour, after"
            f" {mood.negative_hour_before} in the one before."
        )
        return Reason(rule="brake.velocity", text=told)
    newest = context.recent_replies[:2]
    if len(newest) == 2 and likeness(*newest) >= brake.likeness:
        told = "Our last two answers here say nearly the same."
        return Reason(rule="brake.sameness", text=told)
    return None
