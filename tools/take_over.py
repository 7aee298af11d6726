"""People before the machine: a conversation taken over and given back, and all answers stopped."""

from datetime import datetime

from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.platform import Platform, parse_platform
from pressroom.errors import InputError
from pressroom.storage.conversations import Silenced
from pressroom.storage.pauses import pause_answers, paused_platforms, resume_answers
from pressroom.storage.runs import wake_waiting
from pressroom.storage.threads import hold_thread, release_thread, thread_state
from pressroom.tools.ports import Ports


class TakeOverResult(BaseModel):
    """Who has the conversation now, and what that stopped."""

    model_config = ConfigDict(frozen=True)

    thread: str
    held_by: str = ""
    """Empty once it is given back."""
    held_until: AwareDatetime | None = None
    changed: bool
    """False where it stood so before."""
    cancelled: tuple[str, ...] = ()
    """Keys of the answers that will not go out any more."""
    under_way: tuple[str, ...] = ()
    """Keys of what was being sent at that moment, or may have been sent before."""


async def take_over(
    thread: str, by: str, ports: Ports, *, until: datetime | None = None, reason: str = ""
) -> TakeOverResult:
    """Give the conversation to a person: from now on the machine says and hides nothing there.

    What waits is cancelled, and so is what a worker has taken up without having begun its
    call; what was on its way is told. Taking over again changes nothing. With *until* it goes
    back by itself; without, when somebody releases it.

    Raises:
        InputError: Nobody is named, somebody else has it, or there is no such conversation.
    """
    _check(thread)

    async def write(session: AsyncSession) -> TakeOverResult:
        changed = await hold_thread(session, thread, by, until=until, reason=reason)
        silenced = await _silence(session, thread, ports)
        state = await thread_state(session, thread)
        return TakeOverResult(
            thread=thread,
            held_by=state.held_by,
            held_until=state.held_until,
            changed=changed,
            cancelled=silenced.cancelled,
            under_way=silenced.under_way,
        )

    return await ports.store.transact(write)


async def release(thread: str, by: str, ports: Ports, *, reason: str = "") -> TakeOverResult:
    """Give the conversation back: the machine may answer what is written there from now on.

    What was written while a person had it stays theirs. Releasing again changes nothing.

    Raises:
        InputError: Nobody is named, or there is no such conversation.
    """
    _check(thread)

    async def write(session: AsyncSession) -> TakeOverResult:
        # What was planned meanwhile belongs to that time, and must not come alive now.
        silenced = await _silence(session, thread, ports)
        changed = await release_thread(session, thread, by, reason=reason)
        return TakeOverResult(thread=thread, changed=changed, cancelled=silenced.cancelled)

    return await ports.store.transact(write)


async def pause(
    by: str, ports: Ports, *, platform: Platform | None = None, reason: str = ""
) -> frozenset[Platform]:
    """Stop all answers and hidings that nobody approves from now on; where they are stopped now.

    They wait, and go on with `resume`. Without *platform* it holds everywhere.

    Raises:
        InputError: Nobody is named.
    """

    async def write(session: AsyncSession) -> frozenset[Platform]:
        await pause_answers(session, by, platform=platform, reason=reason)
        return await paused_platforms(session)

    return await ports.store.transact(write)


async def resume(
    by: str, ports: Ports, *, platform: Platform | None = None, reason: str = ""
) -> frozenset[Platform]:
    """Let answers go on; where they are still stopped.

    A stop that holds everywhere and one of a single platform end each by itself.

    Raises:
        InputError: Nobody is named.
    """

    async def write(session: AsyncSession) -> frozenset[Platform]:
        await resume_answers(session, by, platform=platform, reason=reason)
        return await paused_platforms(session)

    return await ports.store.transact(write)


async def _silence(session: AsyncSession, thread: str, ports: Ports) -> Silenced:
    """Stop what waits there, and let the runs that wait for it know."""
    silenced = await ports.ledger.silence(session, thread)
    now = await ports.store.now(session)
    for key in silenced.cancelled:
        await wake_waiting(session, f"effect:{key}", now)
    return silenced


def _check(thread: str) -> None:
    platform, _, top = thread.partition(":")
    try:
        parse_platform(platform)
    except ValueError:
        top = ""
    if not top:
        raise InputError(
            f"{thread!r} names no conversation.",
            field="thread",
            fix="Write it as the platform and the top comment's id: facebook:123_456.",
        )
