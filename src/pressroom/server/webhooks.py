"""Meta's webhooks: answered in milliseconds, and everything they tell on disk before the 200.

    GET  /webhook/facebook     the challenge, when the address is subscribed
    POST /webhook/facebook     a delivery; /webhook/instagram is the same for Instagram

Whoever sends what Meta did not sign learns nothing but that it is not taken. When the database
cannot be written the answer is 503, and Meta sends the delivery again, for 36 hours.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pressroom.domain.comment import CommentChange
from pressroom.errors import SettingsError, StoreError
from pressroom.platforms.incoming import read_delivery
from pressroom.platforms.signature import SIGNATURE_HEADER, is_signed, is_token
from pressroom.settings import Settings
from pressroom.storage.inbox import put_in
from pressroom.storage.store import Store

T = TypeVar("T")

_log = logging.getLogger(__name__)

PATIENCE = timedelta(seconds=4)
"""Meta waits five seconds: what takes longer here is given up, and sent again by Meta."""
READ_PATIENCE = timedelta(seconds=10)
"""How long a sender may take over its body."""
MAX_CHALLENGE_CHARS = 200

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@dataclass(frozen=True, slots=True)
class Door:
    """What is needed to take deliveries in."""

    store: Store
    secrets: tuple[SecretStr, ...]
    """The apps' secrets: Facebook's and, where it has one of its own, Instagram's."""
    facebook_token: SecretStr | None = None
    instagram_token: SecretStr | None = None
    page_id: str = ""
    """Deliveries about another Page are not for us; with none named all are taken."""
    max_bytes: int = 2_000_000
    patience: timedelta = PATIENCE
    heard: Callable[[], None] = lambda: None
    """Called after something new is in the inbox: a wake-up call and nothing more."""


def open_door(
    settings: Settings, store: Store, *, heard: Callable[[], None] = lambda: None
) -> Door:
    """The door that *settings* describe.

    Raises:
        SettingsError: There is no app secret to check signatures with, or no verify token.
    """
    facebook, instagram = settings.facebook, settings.instagram
    secrets = [s for s in (facebook.app_secret, instagram.app_secret) if s is not None]
    if not secrets:
        raise SettingsError(
            "facebook.app_secret is not set: nothing could tell Meta's webhooks from forged ones.",
            field="facebook.app_secret",
            fix="Copy it from the app's basic settings at developers.facebook.com.",
        )
    token = facebook.verify_token or instagram.verify_token
    if token is None:
        raise SettingsError(
            "facebook.verify_token is not set: Meta could not subscribe the webhook address.",
            field="facebook.verify_token",
            fix="Choose any word, set it here, and type it again where Meta asks for it.",
        )
    return Door(
        store=store,
        secrets=tuple(dict.fromkeys(secrets)),
        facebook_token=token,
        instagram_token=instagram.verify_token or token,
        page_id=facebook.page_id,
        max_bytes=settings.listening.max_delivery_bytes,
        heard=heard,
    )


def webhook_app(door: Door) -> Starlette:
    """An app with the webhook addresses and nothing else."""
    return Starlette(routes=webhook_routes(door))


def webhook_routes(door: Door) -> list[Route]:
    """The webhook addresses, for an app that has others too."""

    def routes(platform: str, token: SecretStr | None) -> list[Route]:
        async def subscribe(request: Request) -> Response:
            return _challenge(request, token)

        async def deliver(request: Request) -> Response:
            return await _take_in(request, door)

        path = f"/webhook/{platform}"
        return [
            Route(path, subscribe, methods=["GET"]),
            Route(path, deliver, methods=["POST"]),
        ]

    return [
        *routes("facebook", door.facebook_token),
        *routes("instagram", door.instagram_token),
    ]


def _challenge(request: Request, token: SecretStr | None) -> Response:
    query = request.query_params
    challenge = query.get("hub.challenge", "")
    asked = query.get("hub.mode") == "subscribe" and 0 < len(challenge) <= MAX_CHALLENGE_CHARS
    if not asked or not is_token(query.get("hub.verify_token"), token):
        _log.warning("a webhook subscription was refused")
        return _answer(403, "forbidden")
    return _answer(200, challenge)


async def _take_in(request: Request, door: Door) -> Response:
    body = await _read(request, door.max_bytes)
    if isinstance(body, Response):
        return body
    if not is_signed(body, request.headers.get(SIGNATURE_HEADER), door.secrets):
        _log.warning("a delivery of %d bytes without a good signature was refused", len(body))
        return _answer(403, "forbidden")
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return _answer(400, "bad request")
    try:
        news, ignored = await _in_time(_keep(document, door), door.patience)
    except (StoreError, TimeoutError) as err:
        _log.error("a delivery could not be kept, Meta will repeat it: %s", type(err).__name__)
        return _answer(503, "try again", {"Retry-After": "30"})
    _log.info("a delivery: %d changes are news, %d are about something else", news, ignored)
    if news:
        door.heard()
    return _answer(200, "ok")


async def _in_time(work: Coroutine[Any, Any, T], patience: timedelta) -> T:
    """The result of *work*, if it is there in time.

    Work that is late is left to come to an end by itself: a database driver that is broken
    off answers only when the database does, and what it writes late is known as a copy.

    Raises:
        TimeoutError: It is not.
    """
    task = asyncio.create_task(work)
    done, _ = await asyncio.wait({task}, timeout=patience.total_seconds())
    if not done:
        _late.add(task)
        task.add_done_callback(_end)
        raise TimeoutError
    return task.result()


_late: set[asyncio.Task[Any]] = set()
"""What is left to itself, held here because nobody else holds it."""


def _end(task: asyncio.Task[Any]) -> None:
    _late.discard(task)
    if not task.cancelled() and task.exception() is not None:
        _log.warning("a late delivery was not kept: %s", type(task.exception()).__name__)


async def _keep(document: object, door: Door) -> tuple[int, int]:
    """How many changes are now in the inbox, and how many were not for us."""

    async with door.store.read() as session:
        now = await door.store.now(session)
    delivery = read_delivery(document, now)
    ours = [change for change in delivery.changes if _is_for(change, door.page_id)]
    news = await door.store.transact(lambda session: put_in(session, ours)) if ours else 0
    return news, delivery.ignored + len(delivery.changes) - len(ours)


def _is_for(change: CommentChange, page_id: str) -> bool:
    # Instagram knows an account by several ids; what is told of another than the one that is
    # set still came signed with our app's secret.
    return change.platform != "facebook" or not page_id or change.account in ("", page_id)


async def _read(request: Request, max_bytes: int) -> bytes | Response:
    """The body, or the answer to one that is too long or never ends."""
    told = request.headers.get("content-length", "0")
    if told.isdecimal() and int(told[:20]) > max_bytes:
        return _answer(413, "too large")
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(READ_PATIENCE.total_seconds()):
            async for part in request.stream():
                size += len(part)
                if size > max_bytes:
                    return _answer(413, "too large")
                parts.append(part)
    except (TimeoutError, ClientDisconnect):
        return _answer(408, "too slow")
    return b"".join(parts)


def _answer(status: int, text: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(text, status_code=status, headers=_HEADERS | (headers or {}))


def addresses(base_url: str) -> Sequence[str]:
    """The addresses to enter where Meta asks for a callback URL."""
    return [f"{base_url}/webhook/{platform}" for platform in ("facebook", "instagram")]
