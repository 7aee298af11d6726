"""One exchange: an answer whatever happens, and no secret in anything that is kept."""

import asyncio
import logging
import ssl
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from pressroom.clock import ManualClock
from pressroom.domain.effects import NotSent, Refused, Unknown
from pressroom.errors import PressroomError, SettingsError
from pressroom.platforms.http import base_url_of, deadline_of, open_client
from pressroom.platforms.instagram import InstagramChannel
from pressroom.platforms.media_host import FolderMediaHost
from pressroom.platforms.usage import UsageReading
from pressroom.platforms.wire import Call, Wire, scrub
from pressroom.platforms.x_tokens import XTokens

CANARY = "EAAB+canary/token=1"
"""A token with characters that forms and addresses encode."""
CALL = Call("x.post", "POST", "/2/tweets", {"text": "hello"}, "json")

NEVER_LEFT = [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError]
LOST = [
    httpx.ReadTimeout,
    httpx.WriteTimeout,
    httpx.ReadError,
    httpx.WriteError,
    httpx.CloseError,
    httpx.RemoteProtocolError,
    httpx.LocalProtocolError,
    httpx.DecodingError,
    httpx.TooManyRedirects,
]


def client_that(answer: Callable[[httpx.Request], httpx.Response]) -> httpx.AsyncClient:
    return open_client(base_url="https://platform.test", transport=httpx.MockTransport(answer))


def raising(error: type[httpx.HTTPError]) -> httpx.AsyncClient:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error("boom", request=request)

    return client_that(answer)


@pytest.mark.parametrize("error", NEVER_LEFT)
async def test_no_connection_means_that_nothing_left(error: Any) -> None:
    """Not one byte reached the platform: safe to try again at once."""
    answer = await Wire(raising(error)).send(CALL, {}, ())

    assert answer.failure == "never left"


@pytest.mark.parametrize("error", LOST)
async def test_every_other_failure_may_have_acted(error: Any) -> None:
    """Once a connection stood, the platform may have read the request."""
    answer = await Wire(raising(error)).send(CALL, {}, ())

    assert answer.failure == "lost"


async def test_an_answer_that_never_ends_is_cut_off(sim: Any) -> None:
    """The deadline holds over the whole exchange, not only between two bytes."""

    async def trickle(_: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    client = open_client(
        base_url="https://platform.test",
        timeout=timedelta(milliseconds=30),
        connect_timeout=timedelta(milliseconds=20),
        transport=httpx.MockTransport(trickle),
    )

    answer = await Wire(client).send(CALL, {}, ())

    assert answer.failure == "lost"


@pytest.mark.parametrize(
    "content", [b"", b'{"id": "1', b"<html>", b"[1]", b"\xff\xfe", b'"text"', b"null"]
)
async def test_a_body_that_is_no_object_is_no_yes(content: bytes) -> None:
    """Half a document, a proxy's page or a bare value never passes for success."""
    client = client_that(lambda _: httpx.Response(200, content=content))

    answer = await Wire(client).send(CALL, {}, ())

    assert not answer.accepted


async def test_redirects_are_not_followed(x_with: Any, order: Any) -> None:
    """A second request behind our back is how a post goes out twice."""
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(307, headers={"location": "https://elsewhere.test/"})

    answer_ = await Wire(client_that(answer)).send(CALL, {}, ())

    assert answer_.status == 307
    assert len(seen) == 1


async def test_a_failing_hook_does_not_unsend_a_post() -> None:
    """The post is live; a limiter whose disk is full must not hide that."""

    async def hook(_: Any) -> None:
        raise OSError("disk full")

    client = client_that(lambda _: httpx.Response(200, json={"id": "1"}))

    answer = await Wire(client, observe=hook).send(CALL, {}, ())

    assert answer.accepted


def test_a_client_without_an_address_is_refused() -> None:
    """A host that passes its own client learns at once that it needs a base URL."""
    with pytest.raises(SettingsError, match="base URL"):
        base_url_of(httpx.AsyncClient())


def test_the_factory_takes_nothing_from_the_environment(monkeypatch: Any) -> None:
    """A proxy in the environment must not see our tokens."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    client = open_client(base_url="https://platform.test", timeout=timedelta(seconds=7))

    assert client.follow_redirects is False
    assert client.trust_env is False
    assert deadline_of(client) == timedelta(seconds=12)
    assert client._mounts == {}


def test_a_file_that_is_gone_is_nothing_sent(pictures: Any) -> None:
    """A picture deleted under us is a failure before anything left."""
    media = pictures()
    media.path.unlink()
    call = Call("x.upload", "POST", "/2/media/upload", {}, "multipart", media, "media")
    client = client_that(lambda _: httpx.Response(200, json={"id": "1"}))

    answer = asyncio.run(Wire(client).send(call, {}, ()))

    assert answer.failure == "never left"


async def test_what_no_database_takes_is_replaced() -> None:
    """An outcome that cannot be written down would leave its post in doubt for ever."""

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(
            403, content=b'{"detail": "half \\ud83d nul \\u0000", "a": ["\\ud800"]}'
        )

    found = await Wire(client_that(answer)).send(CALL, {}, ())

    assert found.body == {"detail": "half \ufffd nul \ufffd", "a": ["\ufffd"]}


async def test_a_picture_that_changed_after_it_was_planned_never_leaves(
    pictures: Any, x_with: Any, order: Any, sim: Any
) -> None:
    """The bytes that go out are those that a person approved, however late a file changes."""
    media = pictures()
    media.path.write_bytes(b"another picture")

    outcome = await x_with().prepare(order("x", media=(media,)), {})

    assert isinstance(outcome, NotSent)
    assert "changed after it was planned" in outcome.why
    assert sim.requests() == []


def test_secrets_are_scrubbed_in_every_spelling() -> None:
    """A platform may echo the token as it stood in a form or an address."""
    text = f"a {CANARY} b EAAB%2Bcanary%2Ftoken%3D1 c"

    assert scrub(text, (CANARY,)) == "a *** b *** c"


async def test_no_token_leaves_the_headers(
    caplog: pytest.LogCaptureFixture,
    clock: ManualClock,
    facebook_with: Any,
    order: Any,
    pictures: Any,
    media_host: FolderMediaHost,
) -> None:
    """Addresses and logs are copied around: a token must be in none of them, nor in errors."""
    caplog.set_level(logging.DEBUG)
    secret = SecretStr(CANARY)
    urls: list[str] = []

    def echo(request: httpx.Request) -> httpx.Response:
        urls.append(str(request.url))
        words = f"bad token {request.headers.get('authorization')} {request.content[-80:]!r}"
        return httpx.Response(400, json={"error": {"code": 190, "message": words}, "detail": words})

    client = client_that(echo)
    from pressroom.platforms.facebook import FacebookChannel
    from pressroom.platforms.x import XChannel

    channels = [
        FacebookChannel(
            page_id="1", page_token=secret, app_secret=secret, client=client, clock=clock, mode=mode
        )
        for mode in ("draft", "direct")
    ]
    instagram = InstagramChannel(
        ig_user_id="1", token=secret, media_host=media_host, client=client, clock=clock
    )
    tokens = XTokens(secret, SecretStr(CANARY))
    x = XChannel(user_id="1", tokens=tokens, client_id="c", client=client, clock=clock)
    kept: list[str] = []
    draft = {"post": "1_2", "container": "3", "ready": True}
    for channel in [*channels, instagram, x]:
        asked = order(channel.platform, media=(pictures(),))
        kept += [repr(await channel.prepare(asked, {})), repr(await channel.publish(asked, draft))]
        kept += [repr(await channel.find(asked, dict(draft), timedelta(hours=1)))]
        kept += [repr(request) for request in channel.preview(asked)]
        for question in (channel.whoami(), channel.insights("1_2")):
            with pytest.raises(PressroomError) as caught:
                await question
            kept += [str(caught.value), repr(vars(caught.value))]

    everything = "\n".join([*kept, *urls, caplog.text])
    assert urls
    assert "canary" not in everything


async def test_no_failure_of_the_wire_leaves_a_channel(
    clock: ManualClock, order: Any, pictures: Any, media_host: FolderMediaHost
) -> None:
    """Whatever httpx raises, a channel answers with a value of ours."""
    from pressroom.platforms.facebook import FacebookChannel
    from pressroom.platforms.x import XChannel

    for error in [*NEVER_LEFT, *LOST]:
        client = raising(error)
        known: Any = {"client": client, "clock": clock}
        facebook = FacebookChannel(page_id="1", page_token=SecretStr("t"), mode="direct", **known)
        x = XChannel(user_id="1", tokens=XTokens(SecretStr("t")), **known)
        instagram = InstagramChannel(
            ig_user_id="1", token=SecretStr("t"), media_host=media_host, **known
        )
        expected = NotSent if error in NEVER_LEFT else Unknown
        assert isinstance(await facebook.publish(order("facebook"), {}), expected)
        assert isinstance(await x.publish(order("x"), {}), expected)
        prepared = await instagram.prepare(order("instagram", media=(pictures(),)), {})
        assert isinstance(prepared, NotSent)
        for channel in (facebook, x, instagram):
            with pytest.raises(PressroomError):
                await channel.whoami()


async def test_usage_is_told_to_the_host(sim: Any, facebook_with: Any, order: Any) -> None:
    """A limiter learns from the platform's own headers that the account is throttled."""
    readings: list[UsageReading] = []

    async def hook(reading: UsageReading) -> None:
        readings.append(reading)

    channel = facebook_with(on_usage=hook)
    sim.fault("facebook", "update_post", "throttle", seconds=120)
    draft = await channel.prepare(order("facebook"), {})

    outcome = await channel.publish(order("facebook"), draft)

    assert isinstance(outcome, NotSent)
    closing = [r for r in readings if "publish" in r.closes and r.regain]
    assert closing
    assert closing[-1].account == order("facebook").account


async def test_an_upload_of_a_wrong_kind_is_refused_with_a_fix(
    sim: Any, x: Any, order: Any, pictures: Any
) -> None:
    """A refusal while preparing is final, and says what a person can do."""
    sim.fault("x", "upload_media", "refuse", status=400, message="media type unrecognized.")

    outcome = await x.prepare(order("x", media=(pictures(),)), {})

    assert isinstance(outcome, Refused)
    assert outcome.fix


async def test_certificates_are_checked_wherever_there_are_any() -> None:
    """Only a plain address on a test machine goes without; a platform's never does."""
    client = open_client(base_url="https://graph.facebook.com")

    context = client._transport._pool._ssl_context  # type: ignore[attr-defined]

    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    await client.aclose()


async def test_no_token_is_logged_by_the_client_itself(
    caplog: pytest.LogCaptureFixture, sim: Any, facebook: Any, x: Any, order: Any
) -> None:
    """Even with every library at DEBUG, what goes over a real connection is not written down."""
    caplog.set_level(logging.DEBUG)

    await facebook.publish(order("facebook"), await facebook.prepare(order("facebook"), {}))
    await x.publish(order("x"), {})

    assert "httpcore" in {record.name.split(".")[0] for record in caplog.records}
    for token in ("sim-page-token", "sim-x-token", "sim-app-secret"):
        assert token not in caplog.text


@pytest.mark.parametrize("post_id", ["../me/accounts", "1?fields=access_token", "1/insights#"])
async def test_an_id_cannot_lead_to_another_place(
    post_id: str, clock: ManualClock, sim: Any, facebook: Any, x: Any
) -> None:
    """Ids come from people too; one with signs in it stays one segment of the path."""
    for channel in (facebook, x):
        with pytest.raises(PressroomError):
            await channel.insights(post_id)

    for request in sim.requests():
        assert set(request["params"]) <= {"fields", "tweet.fields"}
        assert "access_token" not in request["params"].get("fields", "")
