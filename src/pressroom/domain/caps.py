"""How much the machine may say by itself, and what says that it has said it."""

from collections.abc import Iterator

from pressroom.domain.decision import Reason
from pressroom.domain.reply_policy import Caps


def caps_reached(
    caps: Caps, *, to_author_on_post: int, within_hour: int, in_thread: int
) -> Iterator[Reason]:
    """Why one more answer would be one too many, given how many there are."""
    if to_author_on_post >= caps.per_user_per_post:
        told = "This person has been answered under this post already."
        yield Reason(rule="cap.user", text=told)
    if within_hour >= caps.per_hour:
        told = f"{within_hour} answers went out by themselves within the hour."
        yield Reason(rule="cap.hour", text=told)
    if in_thread >= caps.per_thread:
        told = f"{in_thread} answers stand in this thread already."
        yield Reason(rule="cap.thread", text=told)
