"""One exchange with a platform: a call goes out, an `Answer` comes back, no exception does."""

import asyncio
import hashlib
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal
from urllib.parse import quote, quote_plus

import httpx

from pressroom.domain.effects import WireTrace
from pressroom.domain.media import MediaFile
from pressroom.domain.ports import WireRequest
from pressroom.platforms.http import base_url_of, deadline_of

logger = logging.getLogger(__name__)

Encoding = Literal["form", "json", "multipart", "query"]
Failure = Literal["never left", "lost"]
"""`never left`: no byte of the request reached the platform; `lost`: it may have."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
EXCERPT_CHARS = 300
UPLOAD_PATIENCE = 3
"""How many deadlines an upload may take: it is invisible, and a picture is megabytes."""

_NEVER_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a platform, before its credentials are added."""

    operation: str
    """Our name for it, as the audit shows it: `facebook.feed`."""
    method: str
    path: str
    body: Mapping[str, Any] = field(default_factory=dict)
    encoding: Encoding = "form"
    media: MediaFile | None = None
    """The picture that goes along as a file."""
    part: str = "source"
    """The name of the file's part."""
    note: str = ""
    """What a value in braces stands for, where the call is only shown."""

    def shown(self, base_url: str) -> WireRequest:
        """The call as a person may see it: the whole URL, the body as sent, no credential."""
        body = dict(form_fields(self.body)) if self.encoding != "json" else dict(self.body)
        if self.media is not None:
            body[self.part] = f"<{self.media.path.name}, {self.media.size_bytes} bytes>"
        return WireRequest(self.method, base_url + self.path, body, self.encoding, self.note)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status with JSON, or why there is none."""

    operation: str
    status: int | None = None
    body: dict[str, Any] = field(default_factory=dict)
    """Empty where the answer is no JSON object."""
    headers: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None
    excerpt: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the platform said yes in words that can be read."""
        return self.status is not None and 200 <= self.status < 300 and bool(self.body)

    def trace(self, code: str = "") -> WireTrace:
        """The answer for the audit."""
        return WireTrace(self.operation, self.status, code, self.excerpt)


Observer = Callable[[Answer], Awaitable[None]]


class Wire:
    """Sends calls over one client and keeps secrets out of whatever is remembered of them."""

    def __init__(self, client: httpx.AsyncClient, *, observe: Observer | None = None) -> None:
        self._client = client
        self._observe = observe
        self._deadline = deadline_of(client)
        self.base_url = base_url_of(client)

    async def send(
        self, call: Call, headers: Mapping[str, str], secrets: tuple[str, ...]
    ) -> Answer:
        """The answer to *call*, within the deadline; whatever goes wrong is in the answer."""
        patience = UPLOAD_PATIENCE if call.media is not None else 1
        answer = await self._exchange(call, headers, secrets, self._deadline * patience)
        logger.debug("%s: %s", call.operation, answer.status or answer.failure)
        if self._observe is not None:
            await self._tell(self._observe, answer)
        return answer

    async def _exchange(
        self, call: Call, headers: Mapping[str, str], secrets: tuple[str, ...], deadline: timedelta
    ) -> Answer:
        try:
            arguments = await asyncio.to_thread(_arguments, call)
        except OSError as err:
            name = call.media.path.name if call.media else "a file"
            why = f"{name} cannot be sent: {err.strerror or err}"
            return Answer(call.operation, failure="never left", excerpt=why)
        try:
            async with asyncio.timeout(deadline.total_seconds()):
                response = await self._client.request(
                    call.method, call.path, headers=dict(headers), **arguments
                )
        except _NEVER_LEFT as err:
            return Answer(call.operation, failure="never left", excerpt=type(err).__name__)
        except (httpx.HTTPError, httpx.StreamError, httpx.CookieConflict, TimeoutError) as err:
            return Answer(call.operation, failure="lost", excerpt=type(err).__name__)
        return _read(call.operation, response, secrets)

    @staticmethod
    async def _tell(observe: Observer, answer: Answer) -> None:
        try:
            await observe(answer)
        except Exception:
            logger.warning("the usage hook failed after %s", answer.operation, exc_info=True)


def form_fields(body: Mapping[str, Any]) -> dict[str, str]:
    """*body* as forms and queries carry it: lists and objects as JSON text, yes as `true`."""
    return {key: _form_value(value) for key, value in body.items()}


def scrub(text: str, secrets: tuple[str, ...]) -> str:
    """*text* with every secret, plain or percent-encoded, replaced by asterisks."""
    for secret in secrets:
        for spelling in {secret, quote(secret, safe=""), quote_plus(secret)}:
            if spelling:
                text = text.replace(spelling, "***")
    return text


def _form_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return str(value)


def _arguments(call: Call) -> dict[str, Any]:
    if call.encoding == "json":
        return {"json": dict(call.body)}
    if call.encoding == "query":
        return {"params": form_fields(call.body)}
    if call.media is None:
        return {"data": form_fields(call.body)}
    content = call.media.path.read_bytes()
    if hashlib.sha256(content).hexdigest() != call.media.sha256:
        # Looked at once more with the very bytes that go out: a person approved the others.
        raise OSError("its content changed after it was planned")
    file = (call.media.path.name, content, call.media.media_type)
    return {"data": form_fields(call.body), "files": {call.part: file}}


def _read(operation: str, response: httpx.Response, secrets: tuple[str, ...]) -> Answer:
    try:
        parsed = response.json()
    except ValueError:  # broken JSON, or bytes that are no text
        parsed = None
    body = _storable(parsed) if isinstance(parsed, dict) else {}
    if not response.is_success or "error" in body:
        body = _scrub_all(body, secrets)  # platforms like to quote the token they refuse
    return Answer(
        operation=operation,
        status=response.status_code,
        body=body,
        headers=response.headers,
        excerpt=_storable(scrub(response.text[: EXCERPT_CHARS * 4], secrets)[:EXCERPT_CHARS]),
    )


def _storable(value: Any) -> Any:
    """*value* with U+FFFD for what no database takes: NUL, and half of a surrogate pair.

    An outcome that cannot be written down leaves its post in doubt for ever.
    """
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return value


def _scrub_all(value: Any, secrets: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        return scrub(value, secrets)
    if isinstance(value, list):
        return [_scrub_all(item, secrets) for item in value]
    if isinstance(value, dict):
        return {key: _scrub_all(item, secrets) for key, item in value.items()}
    return value
