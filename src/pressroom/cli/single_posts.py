"""Posts and answers of the tools, which belong to no run: what came of one, told like a run's."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.content_runs import ContentResult, ContentStatus
    from pressroom.domain.effects import Effect, EffectStatus


async def result_of(room: "Pressroom", name: str) -> "ContentResult":
    """The result of the run *name*, or of what has this key: a post, an answer or a hiding.

    Raises:
        InputError: There is neither.
    """
    from pressroom.content_runs import ContentResult
    from pressroom.tools.decide import waiting_effects

    effect = await room.ports.ledger.get(name)
    if effect is None:
        return await room.content.result(name)
    reference = effect.payload.get("reference")
    waits = bool(await waiting_effects(name, room.ports))
    return ContentResult(
        thread_id=name,
        status=_STATUSES.get(effect.status, "waiting"),
        waiting_for=(f"approval:{name}",) if waits else (),
        title=told(effect),
        post=await room.post(str(reference)) if reference else None,
        effects=(effect,),
    )


def told(effect: "Effect") -> str:
    """What the effect does, in a few words: for what is no post."""
    comment = effect.payload.get("comment_id", "")
    if effect.kind == "hide":
        return f"{'hide' if effect.payload.get('hidden', True) else 'show'} comment {comment}"
    way = "private answer" if effect.kind == "private_reply" else "answer"
    return f"{way} to comment {comment}" if comment else "post"


_STATUSES: "dict[EffectStatus, ContentStatus]" = {
    "sent": "done",
    "failed": "failed",
    "cancelled": "rejected",
}
