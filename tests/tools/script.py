"""A channel that answers by a script, and what tests do with it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from pressroom.domain.effects import (
    Absent,
    Draft,
    Effect,
    NotSent,
    Outcome,
    PublishOrder,
    Refused,
    Sent,
    Sighting,
    WireTrace,
)
from pressroom.domain.insights import Insights
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Channel, WireRequest
from pressroom.storage.ledger import Ledger, Permit
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.tools.effects import (
    drive,
    publish_key,
)

KEY = publish_key("pp-1", 1)
POLICY = LedgerPolicy()
MINUTE = timedelta(minutes=1)
TRACE = WireTrace("POST feed", http_status=200)
Answer = Outcome | Exception | None


@dataclass
class Script:
    """A channel that answers as told, keeps what it was asked, and can hang."""

    publishes: list[Answer] = field(default_factory=lambda: [Sent("7", "https://x.test/7", TRACE)])
    """Answers in turn; None hangs until it is cancelled."""
    prepares: Draft | NotSent | Refused | Exception | None = field(
        default_factory=lambda: {"container": "1"}
    )
    sees: Sighting | Exception = field(default_factory=Absent)
    account: str = "42"
    platform: Platform = "instagram"
    orders_prepared: list[PublishOrder] = field(default_factory=list)
    drafts_seen: list[Draft] = field(default_factory=list)
    drafts_sent: list[Draft] = field(default_factory=list)
    orders_sent: list[PublishOrder] = field(default_factory=list)
    looks: list[tuple[PublishOrder, Draft, timedelta]] = field(default_factory=list)
    calling: asyncio.Event = field(default_factory=asyncio.Event)

    async def prepare(self, order: PublishOrder, draft: Draft) -> Draft | NotSent | Refused:
        """What the script says, over whatever *draft* there is."""
        self.orders_prepared.append(order)
        self.drafts_seen.append(draft)
        if isinstance(self.prepares, Exception):
            raise self.prepares
        if self.prepares is None:
            self.calling.set()
            await asyncio.Event().wait()
        return draft or self.prepares or {}

    async def publish(self, order: PublishOrder, draft: Draft) -> Outcome:
        """The next answer."""
        self.orders_sent.append(order)
        self.drafts_sent.append(draft)
        answer = self.publishes.pop(0)
        self.calling.set()
        if isinstance(answer, Exception):
            raise answer
        if answer is None:
            await asyncio.Event().wait()
            raise AssertionError("unreachable")
        return answer

    async def find(self, order: PublishOrder, draft: Draft, since: timedelta) -> Sighting:
        """What the script sees."""
        self.looks.append((order, draft, since))
        if isinstance(self.sees, Exception):
            raise self.sees
        return self.sees

    def preview(self, order: PublishOrder) -> Sequence[WireRequest]:
        """Nothing: it has no wire."""
        del order
        return []

    async def insights(self, platform_post_id: str) -> Insights:
        """None: nobody reads a script."""
        raise NotImplementedError

    async def whoami(self) -> str:
        """Its name."""
        return "script"


async def drive_one(ledger: Ledger, channel: Script, permit: Permit | None = None) -> Effect:
    return await drive(KEY, ledger=ledger, channels=only(channel), permit=permit)


def only(channel: Script) -> Mapping[Platform, Channel]:
    return {channel.platform: channel}


async def audit(ledger: Ledger) -> list[tuple[str, str]]:
    return [(attempt.phase, attempt.outcome) for attempt in await ledger.attempts(KEY)]
