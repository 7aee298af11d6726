"""An act the world can see, what may come of it, and the payload that an approval is bound to."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform

EffectKind = Literal["publish", "reply", "hide", "private_reply", "crisis_response"]

EffectStatus = Literal[
    "ready",  # planned and waiting: for its time, its approval, its turn
    "sending",  # a worker holds the lease and may be calling
    "unknown",  # the call may have taken effect; only reading tells
    "sent",  # it is live, its reference is known
    "failed",  # refused for good; nothing is live
    "review",  # a person must decide; nothing happens by itself
    "cancelled",  # withdrawn before it was sent
]
FINAL: frozenset[EffectStatus] = frozenset({"sent", "failed", "cancelled"})
SETTLED: frozenset[EffectStatus] = FINAL | {"review"}
"""Statuses in which nothing more happens by itself."""


class PublishOrder(BaseModel):
    """Exactly what is to be published, where and by whom: the payload of a `publish` effect.

    Two orders are the same post if and only if their `payload_sha` is the same.
    """

    model_config = ConfigDict(frozen=True)

    platform: Platform
    account: str
    """The platform's id of our page, profile or user."""
    text: str
    link: str = ""
    """A link attached to the post itself (Facebook); on the others it is part of the text."""
    media: tuple[MediaFile, ...] = ()
    reference: str = ""
    """Our own id of the platform post."""

    def payload(self) -> dict[str, Any]:
        """The order as plain JSON, media by content and not by place."""
        plain = self.model_dump(mode="json")
        for item in plain["media"]:
            del item["path"]
        return plain

    def payload_sha(self) -> str:
        """What an approval is bound to."""
        return sha_of(self.payload())


class ReplyOrder(BaseModel):
    """Exactly what is answered to one comment: the payload of `reply` and `private_reply`.

    It holds the hash of the comment and not its words: those may have to be forgotten.
    """

    model_config = ConfigDict(frozen=True)

    platform: Platform
    account: str
    comment_id: str
    thread: str
    """The conversation that the comment belongs to (`Comment.thread`)."""
    text: str
    kind: Literal["reply", "private_reply"] = "reply"
    comment_sha: str = ""
    """`wording.sha_of_words` of the comment that was answered; empty where nobody knows it."""

    @property
    def top_comment_id(self) -> str:
        """The platform's id of the comment that the conversation began with."""
        return self.thread.partition(":")[2] or self.comment_id

    @property
    def media(self) -> tuple[MediaFile, ...]:
        """None: an answer is words."""
        return ()

    def payload(self) -> dict[str, Any]:
        """The order as plain JSON."""
        return self.model_dump(mode="json")

    def payload_sha(self) -> str:
        """What an approval is bound to."""
        return sha_of(self.payload())


class HideOrder(BaseModel):
    """Which comment is hidden, or shown again: the payload of a `hide` effect."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    account: str
    comment_id: str
    thread: str
    hidden: bool = True
    """False shows a comment again that was hidden."""

    @property
    def media(self) -> tuple[MediaFile, ...]:
        """None: nothing is said."""
        return ()

    def payload(self) -> dict[str, Any]:
        """The order as plain JSON."""
        return self.model_dump(mode="json")

    def payload_sha(self) -> str:
        """What an approval is bound to."""
        return sha_of(self.payload())


AnswerOrder = ReplyOrder | HideOrder
"""What is done about a comment where everybody, or its author, can see it."""


def reply_key(platform: Platform, comment_id: str) -> str:
    """The key of answering this comment: the same for a public and a private answer.

    One comment gets one answer, whichever way; X demands so, and people expect it.
    """
    return f"reply:{platform}:{comment_id}"


def hide_key(platform: Platform, comment_id: str, *, hidden: bool = True) -> str:
    """The key of hiding this comment, or of showing it again: each happens once."""
    return f"{'hide' if hidden else 'unhide'}:{platform}:{comment_id}"


def sha_of(payload: dict[str, Any]) -> str:
    """The SHA-256 of *payload* in canonical JSON, as 64 hex digits."""
    text = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class WireTrace:
    """What was seen on the wire, for the audit: never a token, never more than an excerpt."""

    operation: str = ""
    http_status: int | None = None
    platform_code: str = ""
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """It is live."""

    platform_ref: str
    permalink: str = ""
    trace: WireTrace = field(default_factory=WireTrace)


@dataclass(frozen=True, slots=True)
class NotSent:
    """It is certain that nothing happened; the same order may be tried again later."""

    why: str
    retry_after: timedelta | None = None
    trace: WireTrace = field(default_factory=WireTrace)


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform said no for good; nothing is live."""

    why: str
    fix: str = ""
    trace: WireTrace = field(default_factory=WireTrace)


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may be live or not."""

    why: str
    trace: WireTrace = field(default_factory=WireTrace)


Outcome = Sent | NotSent | Refused | Unknown


@dataclass(frozen=True, slots=True)
class Held:
    """Nothing was sent, and a person must look before anything is."""

    why: str
    trace: WireTrace = field(default_factory=WireTrace)


Draft = dict[str, Any]
"""What was prepared invisibly on the platform (container id, media ids …): plain JSON."""

Prepared = Draft | Sent | NotSent | Refused | Held
"""A draft, from which the visible call can be made; else what makes that call needless, vain
or wrong: it is live already, it cannot be now, or never, or a person must look first."""

FORGOTTEN: Draft = {"forgotten": True}
"""Something may have been prepared and sent, and its ids are lost: only lists tell of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """The platform shows it; `copies` counts how often."""

    platform_ref: str
    permalink: str = ""
    copies: int = 1
    trace: WireTrace = field(default_factory=WireTrace)


@dataclass(frozen=True, slots=True)
class Absent:
    """The platform does not show it.

    `conclusive` is True where the platform itself guarantees that it was not published
    (an Instagram container that still says FINISHED, a Facebook draft that is not
    published); otherwise it may still appear, and one look proves nothing.
    """

    conclusive: bool = False
    trace: WireTrace = field(default_factory=WireTrace)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The platform could not be read; nothing is known that was not known before."""

    why: str
    retry_after: timedelta | None = None
    trace: WireTrace = field(default_factory=WireTrace)


Sighting = Found | Absent | Unreadable


class Effect(BaseModel):
    """A row of the ledger, as the rest of the house sees it."""

    model_config = ConfigDict(frozen=True)

    key: str
    kind: EffectKind
    platform: Platform
    account: str
    status: EffectStatus
    payload: dict[str, Any]
    payload_sha: str
    requires_approval: bool = False
    not_before: AwareDatetime | None = None
    expires_at: AwareDatetime | None = None
    attempt: int = 0
    fence: int = 0
    first_try_at: AwareDatetime | None = None
    draft: Draft = {}
    platform_ref: str = ""
    permalink: str = ""
    note: str = ""
    thread: str = ""
    """The conversation that it answers or hides something of; empty for what is no answer."""
    run_id: str = ""
    frozen_at: AwareDatetime | None = None
    """When the freeze that holds it began; None where none does, or a person has looked."""
    material: dict[str, Any] = Field(default={}, exclude=True, repr=False)
    """Where the payload's files lie on this machine; no part of what was approved or shown."""
