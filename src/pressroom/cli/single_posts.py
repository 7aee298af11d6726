"""Posts of the publish tool, which belong to no run: what came of one, told like a run's."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.content_runs import ContentResult, ContentStatus
    from pressroom.domain.effects import EffectStatus


async def result_of(room: "Pressroom", name: str) -> "ContentResult":
    """The result of the run *name*, or of the one post that has this key, in the same shape.

    Raises:
        InputError: There is neither.
    """
    from pressroom.content_runs import ContentResult
    from pressroom.tools.decide import waiting_effects

    effect = await room.ports.ledger.get(name)
    if effect is None:
        return await room.content.result(name)
    waits = bool(await waiting_effects(name, room.ports))
    return ContentResult(
        thread_id=name,
        status=_STATUSES.get(effect.status, "waiting"),
        waiting_for=(f"approval:{name}",) if waits else (),
        post=await room.post(str(effect.payload["reference"])),
        effects=(effect,),
    )


_STATUSES: "dict[EffectStatus, ContentStatus]" = {
    "sent": "done",
    "failed": "failed",
    "cancelled": "rejected",
}
