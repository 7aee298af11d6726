"""What the house needs from outside, as small protocols whose docstrings are the contract."""

from collections.abc import AsyncIterator, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel

from pressroom.domain.comment import Comment
from pressroom.domain.content import Artwork
from pressroom.domain.conversation import Look, Spoken
from pressroom.domain.effects import (
    AnswerOrder,
    Draft,
    NotSent,
    Outcome,
    Prepared,
    PublishOrder,
    Refused,
    Sighting,
)
from pressroom.domain.insights import Insights
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform
from pressroom.errors import ChannelError

T = TypeVar("T", bound=BaseModel)
OrderT_contra = TypeVar("OrderT_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class WireRequest:
    """One HTTP request as it would be sent, without its credentials."""

    method: str
    url: str
    body: Mapping[str, Any] = field(default_factory=dict)
    encoding: str = "form"
    """`form`, `json`, `multipart` or `query`."""
    note: str = ""
    """What a value stands for where an earlier answer would supply it."""


class Carrier(Protocol[OrderT_contra]):
    """Carries one sort of order out, as the ledger drives it: prepared, sent once, looked for."""

    async def prepare(self, order: OrderT_contra, draft: Draft) -> Prepared:
        """Do what nobody can see, and look whether the visible call may be made.

        *draft* is what an earlier attempt left. Safe to repeat whatever happened before.
        """
        ...

    async def publish(self, order: OrderT_contra, draft: Draft) -> Outcome:
        """Make the one call that makes it visible. Never retries, never raises for the wire."""
        ...

    async def find(self, order: OrderT_contra, draft: Draft, since: timedelta) -> Sighting:
        """Read the platform: has the order been carried out? Looks back over *since*."""
        ...


class Answering(Protocol):
    """What our account does about the comments that people write to it."""

    def preview(self, order: AnswerOrder) -> Sequence[WireRequest]:
        """Exactly the one request that `send` would make, sending none."""
        ...

    async def look(self, order: AnswerOrder) -> Look:
        """The comment and what our account has said around it, as they stand now.

        Of the calls that it takes, the one that lists our answers comes last. Never raises
        for the wire.
        """
        ...

    async def send(self, order: AnswerOrder, *, again: bool) -> Outcome:
        """Make the one visible call. Never retries, never raises for the wire.

        *again* is True where an earlier call may have got through after all.
        """
        ...

    async def find(
        self, order: AnswerOrder, spoken: Collection[Spoken], since: timedelta
    ) -> Sighting:
        """Read the platform: has the order been carried out? Looks back over *since*.

        What belongs to another record of *spoken* is not what is looked for.
        """
        ...


class Channel(Protocol):
    """One of our accounts on one platform."""

    @property
    def platform(self) -> Platform:
        """The platform it is on."""
        ...

    @property
    def account(self) -> str:
        """The platform's id of the account."""
        ...

    @property
    def answering(self) -> Answering | None:
        """What it does about comments; None where it only publishes."""
        ...

    def preview(self, order: PublishOrder) -> Sequence[WireRequest]:
        """Exactly the requests that `prepare` and `publish` would send, sending none."""
        ...

    async def prepare(self, order: PublishOrder, draft: Draft) -> Draft | NotSent | Refused:
        """Do what nobody can see (upload, container, draft) and return what it left behind.

        *draft* is what an earlier attempt left; what is still good is used again.
        Safe to repeat whatever happened before.
        """
        ...

    async def publish(self, order: PublishOrder, draft: Draft) -> Outcome:
        """Make the one call that makes it visible. Never retries, never raises for the wire."""
        ...

    async def find(self, order: PublishOrder, draft: Draft, since: timedelta) -> Sighting:
        """Read the platform: is the order live? Looks back over *since*."""
        ...

    async def insights(self, platform_post_id: str) -> Insights:
        """The post's figures now.

        Raises:
            ChannelUnavailable: Not readable now; ask later.
            ChannelRefused: Not readable with these credentials, or the post is gone.
        """
        ...

    async def whoami(self) -> str:
        """The account's name as the platform tells it: proof that the credentials work.

        Raises:
            ChannelUnavailable: The platform could not be reached.
            ChannelRefused: The credentials are not good; `fix` says what to do.
        """
        ...


@dataclass(frozen=True, slots=True)
class Readings:
    """What came of asking a platform for single comments."""

    found: tuple[Comment, ...] = ()
    gone: frozenset[str] = frozenset()
    """Ids of comments that are no longer there."""
    unread: Mapping[str, ChannelError] = field(default_factory=dict)
    """Ids that could not be read, each with why: they may be there or not."""


class CommentSource(Protocol):
    """What people write to one of our accounts, as its platform shows it when asked."""

    @property
    def platform(self) -> Platform:
        """The platform it is on."""
        ...

    @property
    def account(self) -> str:
        """The platform's id of the account."""
        ...

    def comments(
        self, platform_post_id: str, since: datetime | None = None
    ) -> AsyncIterator[Comment]:
        """The comments under a post and the answers to them, ours and hidden ones too.

        With *since* only those written from then on, as far as the platform can tell them
        apart. Where the iteration ends by itself the list was whole.

        Raises:
            ChannelUnavailable: Not readable now; what was given until then counts.
            ChannelRefused: Not readable with these credentials, or the post is gone.
        """
        ...

    def mentions(self, since: datetime | None = None) -> AsyncIterator[Comment]:
        """Where others have named the account, as far as the platform lists it.

        Raises:
            ChannelUnavailable: Not readable now; what was given until then counts.
            ChannelRefused: Not readable with these credentials.
        """
        ...

    async def read(self, comment_ids: Sequence[str]) -> Readings:
        """Those comments as they are now. Never raises for the wire."""
        ...

    async def comment(self, comment_id: str) -> Comment | None:
        """The comment as it is now; None where it is gone.

        Raises:
            ChannelUnavailable: Not readable now.
            ChannelRefused: Not readable with these credentials.
        """
        ...

    async def names(self) -> frozenset[str]:
        """What stands as the author of the account's own comments: its id and, where a handle
        belongs to one account only, its handle, in lower case and without `@`."""
        ...


class MediaHost(Protocol):
    """Where a picture is put so that a platform can download it (Instagram takes only URLs)."""

    async def host(self, media: MediaFile) -> str:
        """A public URL of the picture. The same picture always gets the same URL.

        Raises:
            SettingsError: No public address is configured; `fix` says which setting.
        """
        ...

    def url_of(self, media: MediaFile) -> str:
        """The URL that `host` gives, without putting anything there."""
        ...


class Renderer(Protocol):
    """Draws pictures."""

    def render(self, artwork: Artwork, folder: Path) -> tuple[MediaFile, list[str]]:
        """Draw *artwork* into *folder* in the platform's size and format.

        Returns the file and notes on what was changed so that everything fits. The same
        artwork gives the same bytes. It computes for up to a second: call it in a thread.
        """
        ...


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """A rendered prompt and the type of its answer."""

    prompt: str
    """The prompt's stamp, `name@version+hash`."""
    system: str
    user: str
    answer: type[T]
    temperature: float = 0.4
    max_output_tokens: int = 4096
    accept: Callable[[T], T] | None = None
    """What an answer must pass before it counts, beyond its schema: returns the answer as it
    may be used, tidied where that is safe, or raises `ModelAnswerInvalid`. It is pure, and
    accepting twice is accepting once."""
    about: tuple[str, ...] = ()
    """The comments that it rests on, as `platform:id`: a kept answer goes when one of them does."""


@dataclass(frozen=True, slots=True)
class ModelReply(Generic[T]):
    """A checked answer and what it took."""

    value: T
    model: str
    attempts: int
    input_tokens: int
    output_tokens: int
    seconds: float
    from_cache: bool = False


class Model(Protocol):
    """A language model that answers with typed values."""

    async def ask(self, question: Question[T]) -> ModelReply[T]:
        """One checked answer; retries that make sense are already made.

        Raises:
            ModelError: No usable answer; the caller falls back and records `reason`.
        """
        ...


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `count` in any window of length `per`."""

    count: int
    per: timedelta


class Limiter(Protocol):
    """Counts calls over moving windows, shared by all processes that use the same storage."""

    async def take(self, key: str, rates: Sequence[Rate]) -> timedelta | None:
        """Take one permit of *key* within all *rates*, or none at all.

        None means granted; otherwise how long until one may be free.
        """
        ...

    async def close_until(self, key: str, delay: timedelta) -> None:
        """Grant nothing for *key* during *delay*: the platform said that we are throttled."""
        ...


class Cache(Protocol):
    """Keeps plain JSON values for a while; losing them costs time and nothing else."""

    async def get(self, key: str) -> Any | None:
        """The value kept under *key*, or None."""
        ...

    async def put(self, key: str, value: Any, ttl: timedelta) -> None:
        """Keep *value* (plain JSON) under *key* for *ttl*."""
        ...

    async def forget(self, texts: Sequence[str]) -> int:
        """How many values that hold one of *texts* are gone now."""
        ...

    async def compact(self) -> None:
        """Take out of its files what earlier deletions left in them."""
        ...


class Threads(Protocol):
    """What graph runs keep between their steps, by the run's thread."""

    async def holding(self, texts: Sequence[str]) -> list[str]:
        """The threads that hold one of *texts*."""
        ...

    async def delete(self, threads: Iterable[str]) -> None:
        """Forget everything of *threads*: a run that is not over begins again from its input."""
        ...

    async def compact(self) -> None:
        """Take out of its files what earlier deletions left in them."""
        ...


class Ids(Protocol):
    """Makes identifiers."""

    def new(self) -> str:
        """A fresh identifier, sortable by time, of at most 36 characters."""
        ...
