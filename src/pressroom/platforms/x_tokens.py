"""The user tokens of X: they live two hours, and the refresh token works once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import SecretStr

from pressroom.clock import Clock
from pressroom.errors import SettingsError
from pressroom.platforms.answers import Finding
from pressroom.platforms.wire import Answer, Call, Wire
from pressroom.platforms.x_codes import classify_x

_LOG = logging.getLogger(__name__)

REFRESH_EARLY = timedelta(minutes=2)
_SIGN_IN = "Sign in to X again and set the new access and refresh tokens."


@dataclass(frozen=True, slots=True)
class XTokens:
    """A pair of tokens; without a refresh token the access token simply ends."""

    access: SecretStr
    refresh: SecretStr | None = None
    expires_at: datetime | None = None


KeepTokens = Callable[[XTokens], Awaitable[None]]
"""Writes the new pair away at once: the old refresh token is already worth nothing.

Raises `SettingsError` where it cannot: the pair is then held in memory and written later.
"""

LatestTokens = Callable[[], XTokens]
"""The newest pair that any process has kept."""


Alone = Callable[[], AbstractAsyncContextManager[None]]
"""A block in which no other process exchanges the same tokens, and new ones have room.

Raises `SettingsError` on entering where they have none: nothing is exchanged then.
"""


class TokenKeeper:
    """Holds the current pair and exchanges it, one exchange at a time."""

    def __init__(
        self,
        tokens: XTokens,
        client_id: str,
        wire: Wire,
        clock: Clock,
        keep: KeepTokens | None,
        latest: LatestTokens | None = None,
        alone: Alone | None = None,
    ) -> None:
        self._tokens = tokens
        self._client_id = client_id
        self._wire = wire
        self._clock = clock
        self._keep = keep
        self._latest = latest
        self._alone: Alone = alone or nullcontext
        self._lock = asyncio.Lock()
        self._is_kept = True
        self._past: set[str] = set()
        """Access tokens that newer ones have taken the place of."""
        self._exchanges: set[asyncio.Future[Finding | None]] = set()
        """Held here, or the loop might forget one that nobody waits for any more."""

    @property
    def access(self) -> str:
        """The access token to use now."""
        return self._tokens.access.get_secret_value()

    @property
    def can_refresh(self) -> bool:
        """Whether a new pair can be had without a person."""
        return self._tokens.refresh is not None and bool(self._client_id)

    @property
    def is_due(self) -> bool:
        """Whether the access token is about to end."""
        ends = self._tokens.expires_at
        return ends is not None and self._clock.now() + REFRESH_EARLY >= ends

    async def keep_again(self) -> None:
        """Write down the pair that could not be kept when it came, if that works now."""
        if not self._is_kept and await self._keep_alone() is None:
            _LOG.warning("The new tokens of X are kept now.")

    async def close(self) -> None:
        """Try a last time to keep what is held in memory only, and say so where it is lost."""
        trouble = None if self._is_kept else await self._keep_alone()
        if trouble is not None:
            _LOG.critical("%s They end with this process. %s", trouble.message, _SIGN_IN)

    async def _keep_alone(self) -> SettingsError | None:
        async with self._lock:
            try:
                async with self._alone():
                    return await self._try_to_keep()
            except SettingsError as err:
                return err

    def secrets(self) -> tuple[str, ...]:
        """What must not be seen in anything that is remembered."""
        refresh = self._tokens.refresh
        return (self.access, refresh.get_secret_value()) if refresh else (self.access,)

    async def refresh(self, used: str) -> Finding | None:
        """None once a newer pair than *used* is in place; otherwise why there is none.

        Cancelling it does not break the exchange off: its answer is the only copy of the new
        pair, and the old one is used up.
        """
        exchange = asyncio.ensure_future(self._exchange(used))
        self._exchanges.add(exchange)
        exchange.add_done_callback(self._exchanges.discard)
        return await asyncio.shield(exchange)

    async def _exchange(self, used: str) -> Finding | None:
        async with self._lock:
            try:
                async with self._alone():
                    return await self._exchange_alone(used)
            except SettingsError as err:  # no room for new tokens: the old ones are not spent
                why = f"{err.message}; {err.fix}" if err.fix else err.message
                answer = Answer("x.token", failure="never left", excerpt=why)
                return Finding("never left", why, answer)

    async def _exchange_alone(self, used: str) -> Finding | None:
        if self.access != used or self._adopt(used):  # another task or process was faster
            return None
        old = self._tokens.refresh
        if old is None:
            return None
        body = {
            "grant_type": "refresh_token",
            "refresh_token": old.get_secret_value(),
            "client_id": self._client_id,
        }
        call = Call("x.token", "POST", "/2/oauth2/token", body)
        answer = await self._wire.send(call, {}, self.secrets())
        finding = await self._take(answer, old)
        # A process without the lock (another system, another machine's disk) was faster.
        return None if finding is not None and self._adopt(used) else finding

    def _adopt(self, used: str) -> bool:
        """Whether a newer pair than *used*, kept by another process, is in place now."""
        if self._latest is None:
            return False
        newest = self._latest()
        access = newest.access.get_secret_value()
        if access == used or access in self._past:
            return False
        self._replace_with(newest)
        return True

    def _replace_with(self, tokens: XTokens) -> None:
        self._past.add(self.access)
        self._tokens = tokens

    async def _take(self, answer: Answer, old: SecretStr) -> Finding | None:
        access = answer.body.get("access_token")
        if not answer.accepted or not isinstance(access, str) or not access:
            finding = classify_x(_without_tokens(answer), self._clock.now())
            if finding.kind == "request":  # invalid_grant: used up, or taken back
                return Finding("token", finding.why, finding.answer, finding.code, _SIGN_IN)
            return finding
        self._replace_with(
            XTokens(
                access=SecretStr(access),
                refresh=SecretStr(str(answer.body.get("refresh_token") or old.get_secret_value())),
                expires_at=self._expiry(answer.body.get("expires_in")),
            )
        )
        self._is_kept = False
        trouble = await self._try_to_keep()
        if trouble is not None:
            _LOG.error(
                "%s They are held in memory, and written as soon as that works:"
                " do not stop this process before.",
                trouble,
            )
        return None

    async def _try_to_keep(self) -> SettingsError | None:
        """None once the pair in use is written down; otherwise why it is not."""
        if self._keep is not None and not self._is_kept:
            try:
                await self._keep(self._tokens)
            except SettingsError as err:
                return err
        self._is_kept = True
        return None

    def _expiry(self, seconds: object) -> datetime | None:
        if isinstance(seconds, int | float) and 0 < seconds < 10**8:
            return self._clock.now() + timedelta(seconds=seconds)
        return None


def _without_tokens(answer: Answer) -> Answer:
    """*answer* without its excerpt: what came with tokens is not remembered."""
    return Answer(answer.operation, answer.status, answer.body, answer.headers, answer.failure)
