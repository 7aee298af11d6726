"""A refresh token of X works once: what came for it must never be forgotten."""

import asyncio
import logging
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from pressroom.domain.effects import NotSent, Refused, Sent
from pressroom.errors import SettingsError
from pressroom.platforms.http import open_client
from pressroom.platforms.wire import Wire
from pressroom.platforms.x_token_file import TokenFile
from pressroom.platforms.x_tokens import TokenKeeper, XTokens
from tests.disks import small_disk

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


async def test_on_a_full_disk_nothing_is_exchanged(
    sim: Any, x_with: Callable[..., Any], order: Any, tmp_path: Path
) -> None:
    """The refresh token works once: it is not spent before there is room for what comes."""
    sim.token("sim-x-token", "expired")
    with small_disk(tmp_path / "home") as disk:
        path = disk.path / "tokens.json"
        account = channel(x_with, TokenFile(path, CONFIGURED))
        disk.fill()
        outcome = await account.publish(order("x", text="One"), {})
        exchanged = len(sim.requests("x.refresh_token"))
        disk.make_room()
        await account.publish(order("x", text="One"), {})
        sent = await account.publish(order("x", text="One"), {})

        assert isinstance(outcome, NotSent)
        assert "No space left" in outcome.why
        assert exchanged == 0
        assert isinstance(sent, Sent)
        assert TokenFile(path, CONFIGURED).latest() != CONFIGURED


async def test_a_disk_that_fills_up_meanwhile_loses_no_tokens(
    sim: Any, x_with: Callable[..., Any], order: Any, tmp_path: Path
) -> None:
    """The room was taken before: nobody can take it away between the question and the answer."""
    with small_disk(tmp_path / "home") as disk:
        file = TokenFile(disk.path / "tokens.json", CONFIGURED)
        async with file.alone():
            disk.fill()
            await file.keep(XTokens(SecretStr("new"), SecretStr("newer")))

        assert file.latest().access.get_secret_value() == "new"


async def test_tokens_that_cannot_be_kept_are_held_told_and_kept_later(
    sim: Any,
    x_with: Callable[..., Any],
    order: Any,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The folder is gone when the answer comes: the one copy of the new pair is in memory."""
    folder = tmp_path / "home"
    file = TokenFile(folder / "tokens.json", CONFIGURED)
    sim.token("sim-x-token", "expired")

    async def keep(tokens: XTokens) -> None:
        if "took away" not in caplog.text:
            shutil.rmtree(folder)
            folder.write_text("a file where the folder was")
            logging.getLogger("test").warning("took away")
        await file.keep(tokens)

    account = x_with(
        tokens=file.latest(),
        client_id="sim-x-client",
        keep_tokens=keep,
        latest_tokens=file.latest,
        alone=file.alone,
    )
    await account.publish(order("x", text="One"), {})
    first = await account.publish(order("x", text="One"), {})
    told = [record for record in caplog.records if record.levelno >= logging.ERROR]
    folder.unlink()
    second = await account.publish(order("x", text="Two"), {})

    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    assert "do not stop this process" in told[0].getMessage()
    assert file.latest() != CONFIGURED
    assert len(sim.requests("x.refresh_token")) == 1
    assert "newer" not in caplog.text


async def test_tokens_that_end_with_the_process_are_said_to_be_lost(
    clock: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever finds the account locked out tomorrow must find the reason today."""

    async def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"access_token": "new-one", "refresh_token": "newer-one"})

    async def keep(tokens: XTokens) -> None:
        raise SettingsError("the new tokens of X cannot be kept.", fix="Make room.")

    async with open_client(base_url="http://x.test", transport=httpx.MockTransport(answer)) as web:
        keeper = TokenKeeper(CONFIGURED, "client", Wire(web), clock, keep)
        assert await keeper.refresh("sim-x-token") is None
        await keeper.close()

    assert keeper.access == "new-one"
    assert "Sign in to X again" in caplog.records[-1].getMessage()
    assert "new-one" not in caplog.text


async def test_a_pair_in_memory_is_not_replaced_by_an_older_one_in_the_file(
    clock: Any, tmp_path: Path
) -> None:
    """The file still has the pair that was exchanged: taking it over would lock us out."""
    given = iter(range(1, 9))
    file = TokenFile(tmp_path / "tokens.json", CONFIGURED)

    async def answer(request: httpx.Request) -> httpx.Response:
        n = next(given)
        return httpx.Response(200, json={"access_token": f"a{n}", "refresh_token": f"r{n}"})

    async def keep(tokens: XTokens) -> None:
        raise SettingsError("the new tokens of X cannot be kept.")

    async with open_client(base_url="http://x.test", transport=httpx.MockTransport(answer)) as web:
        keeper = TokenKeeper(CONFIGURED, "client", Wire(web), clock, keep, file.latest, file.alone)
        await keeper.refresh("sim-x-token")
        await keeper.refresh("a1")

    assert keeper.access == "a2"


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
