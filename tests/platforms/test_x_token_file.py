"""A refresh token of X works once: what came for it must never be forgotten."""

import asyncio
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from pressroom.domain.effects import Refused, Sent
from pressroom.errors import SettingsError
from pressroom.platforms.http import open_client
from pressroom.platforms.wire import Wire
from pressroom.platforms.x_token_file import TokenFile
from pressroom.platforms.x_tokens import TokenKeeper, XTokens

CONFIGURED = XTokens(SecretStr("sim-x-token"), SecretStr("sim-x-refresh"))


def channel(x_with: Callable[..., Any], file: TokenFile) -> Any:
    """X as `Pressroom.open` builds it."""
    return x_with(
        tokens=file.latest(),
        client_id="sim-x-client",
        keep_tokens=file.keep,
        latest_tokens=file.latest,
        alone=file.alone,
    )


async def test_renewed_tokens_survive_a_restart(
    sim: Any, x_with: Callable[..., Any], order: Any, tmp_path: Path
) -> None:
    """Without the file, the settings' used-up refresh token would lock us out."""
    path = tmp_path / "tokens.json"
    sim.token("sim-x-token", "expired")
    first = channel(x_with, TokenFile(path, CONFIGURED))
    await first.publish(order("x", text="One"), {})

    restarted = channel(x_with, TokenFile(path, CONFIGURED))
    sent = await restarted.publish(order("x", text="Two"), {})

    assert isinstance(sent, Sent)
    assert len(sim.requests("x.refresh_token")) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_process_takes_over_what_another_renewed(
    sim: Any, x_with: Callable[..., Any], order: Any, tmp_path: Path
) -> None:
    """Two processes began with the same pair; only one of them may exchange it."""
    path = tmp_path / "tokens.json"
    sim.token("sim-x-token", "expired")
    one = channel(x_with, TokenFile(path, CONFIGURED))
    other = channel(x_with, TokenFile(path, CONFIGURED))
    await one.publish(order("x", text="One"), {})

    await other.publish(order("x", text="Two"), {})
    sent = await other.publish(order("x", text="Two"), {})

    assert isinstance(sent, Sent)
    assert len(sim.requests("x.refresh_token")) == 1


async def test_new_tokens_in_the_settings_replace_what_was_kept(tmp_path: Path) -> None:
    """A person who signs in again must not be overruled by an old file."""
    path = tmp_path / "tokens.json"
    await TokenFile(path, CONFIGURED).keep(XTokens(SecretStr("old"), SecretStr("older")))

    fresh = XTokens(SecretStr("new"), SecretStr("newer"))

    assert TokenFile(path, fresh).latest() == fresh
    assert TokenFile(path, CONFIGURED).latest().access.get_secret_value() == "old"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"access": 3}', '"x"'])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    """A half-written file of an older version must not stop the start."""
    path = tmp_path / "tokens.json"
    path.write_text(text)

    assert TokenFile(path, CONFIGURED).latest() == CONFIGURED


async def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Tokens that cannot be kept are lost at the next start: somebody must know now."""
    blocked = tmp_path / "file"
    blocked.write_text("")

    with pytest.raises(SettingsError, match="tokens of X cannot be kept"):
        await TokenFile(blocked / "tokens.json", CONFIGURED).keep(CONFIGURED)


async def test_processes_that_renew_at_once_exchange_once(
    sim: Any, x_with: Callable[..., Any], order: Any, tmp_path: Path
) -> None:
    """The loser would be refused before the winner's pair is in the file, and its post fail."""
    path = tmp_path / "tokens.json"
    sim.token("sim-x-token", "expired")
    several = [channel(x_with, TokenFile(path, CONFIGURED)) for _ in range(4)]

    outcomes = await asyncio.gather(
        *(one.publish(order("x", text=f"Post {n}"), {}) for n, one in enumerate(several))
    )

    # Ended tokens are renewed and the post left for the next try; nobody is refused for good.
    assert not any(isinstance(outcome, Refused) for outcome in outcomes)
    assert len(sim.requests("x.refresh_token")) == 1


async def test_a_cancelled_exchange_still_keeps_what_comes(clock: Any, tmp_path: Path) -> None:
    """The answer is the only copy of the new tokens: a deadline must not throw it away."""
    asked, may_answer, kept = asyncio.Event(), asyncio.Event(), asyncio.Event()
    file = TokenFile(tmp_path / "tokens.json", CONFIGURED)

    async def answer(_: httpx.Request) -> httpx.Response:
        asked.set()
        await may_answer.wait()
        return httpx.Response(200, json={"access_token": "new", "refresh_token": "newer"})

    async def keep(tokens: XTokens) -> None:
        await file.keep(tokens)
        kept.set()

    async with open_client(base_url="http://x.test", transport=httpx.MockTransport(answer)) as web:
        keeper = TokenKeeper(CONFIGURED, "client", Wire(web), clock, keep, file.latest, file.alone)
        exchange = asyncio.create_task(keeper.refresh("sim-x-token"))
        await asked.wait()
        exchange.cancel()
        await asyncio.wait([exchange])
        may_answer.set()
        async with asyncio.timeout(10):
            await kept.wait()

    assert exchange.cancelled()
    assert file.latest().access.get_secret_value() == "new"
