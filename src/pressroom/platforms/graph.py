"""What Facebook and Instagram share: calls to the Graph API, its lists, its insights.

The token travels in the Authorization header, never in an address, because addresses end up
in logs. With an app secret every call carries `appsecret_proof`.
"""

import hashlib
import hmac
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import httpx
from pydantic import SecretStr

from pressroom.domain.platform import TITLES, Platform
from pressroom.platforms.answers import Finding, count_of, objects_in
from pressroom.platforms.graph_codes import classify_graph
from pressroom.platforms.usage import UsageHook, read_graph_usage
from pressroom.platforms.wire import Answer, Call, Wire

PAGE_SIZE = 25
MAX_PAGES = 8


class GraphApi:
    """One account's way to the Graph API."""

    def __init__(
        self,
        *,
        platform: Platform,
        account: str,
        token: SecretStr,
        app_secret: SecretStr | None,
        version: str,
        client: httpx.AsyncClient,
        on_usage: UsageHook | None,
    ) -> None:
        self.platform = platform
        self.account = account
        self.title = TITLES[platform]
        self._token = token
        self._version = version
        self._proof = _proof(token, app_secret) if app_secret else ""
        self._on_usage = on_usage
        self._dead_metrics: set[str] = set()
        self._wire = Wire(client, observe=self._observe)

    @property
    def base_url(self) -> str:
        """The platform's address."""
        return self._wire.base_url

    def path(self, *parts: str) -> str:
        """The path of a node or an edge, with the version in front; an id stays one segment."""
        return "/" + "/".join([self._version, *(quote(part, safe="{}") for part in parts)])

    def get(self, operation: str, *parts: str, **params: Any) -> Call:
        """A reading call."""
        return Call(f"{self.platform}.{operation}", "GET", self.path(*parts), params, "query")

    def post(self, operation: str, *parts: str, **fields: Any) -> Call:
        """A writing call with a form."""
        return Call(f"{self.platform}.{operation}", "POST", self.path(*parts), fields)

    async def send(self, call: Call) -> Answer:
        """The answer to *call*, with our credentials on it."""
        token = self._token.get_secret_value()
        if self._proof:
            body = {**call.body, "appsecret_proof": self._proof}
            call = _with_body(call, body)
        headers = {"Authorization": f"Bearer {token}"}
        secrets = (token, self._proof) if self._proof else (token,)
        return await self._wire.send(call, headers, secrets)

    def classify(self, answer: Answer, scope: str = "") -> Finding:
        """What an answer that is no success means; *scope* is what the call needs."""
        return classify_graph(answer, self.title, scope)

    async def items(
        self, call: Call, limit: int = PAGE_SIZE, max_pages: int = MAX_PAGES
    ) -> AsyncIterator[dict[str, Any] | Finding]:
        """The entries of a list, page after page; a `Finding` ends it where it cannot be read.

        After *max_pages* pages, or when it leads back to a page that was read, it ends with a
        finding too: what was not looked at is not absent.
        """
        after = ""
        known = {""}
        for _ in range(max_pages):
            body = {**call.body, "limit": limit, **({"after": after} if after else {})}
            answer = await self.send(_with_body(call, body))
            data = answer.body.get("data")
            if failed(answer) or not isinstance(data, list):
                yield self.classify(answer)
                return
            for item in data:
                if isinstance(item, dict):
                    yield item
            after = _next_cursor(answer.body)
            if not after:
                return
            if after in known:
                break
            known.add(after)
        yield Finding("unclear", f"{self.title}: the list is too long to be read whole.", answer)

    async def metrics(
        self, object_id: str, groups: Iterable[Sequence[str]], scope: str
    ) -> tuple[dict[str, int], list[str]]:
        """The object's metrics as numbers, and the names that gave none.

        One dead name fails a whole call with code 100, so on that error the group is asked
        name by name, and the dead ones are never asked again.

        Raises:
            ChannelUnavailable: Not readable now.
            ChannelRefused: Not readable with these credentials.
        """
        values: dict[str, int] = {}
        asked: list[str] = []
        for group in groups:
            asked += group
            living = [name for name in group if name not in self._dead_metrics]
            if living:
                values |= await self._metrics_of(object_id, living, scope)
        return values, [name for name in asked if name not in values]

    async def _metrics_of(self, object_id: str, names: list[str], scope: str) -> dict[str, int]:
        call = self.get("insights", object_id, "insights", metric=",".join(names))
        answer = await self.send(call)
        if not failed(answer):
            return _metric_values(answer.body)
        finding = self.classify(answer, scope)
        code = finding.code.partition("/")[0]
        if code == "10" and "viewers" in finding.why:  # too few people saw it: no figures, no fault
            return {}
        if code != "100" or finding.kind == "gone":
            raise finding.error()
        if len(names) == 1:
            self._dead_metrics.add(names[0])
            return {}
        values: dict[str, int] = {}
        for name in names:
            values |= await self._metrics_of(object_id, [name], scope)
        return values

    async def _observe(self, answer: Answer) -> None:
        if self._on_usage is not None:
            for reading in read_graph_usage(answer.headers, self.platform, self.account):
                await self._on_usage(reading)


def failed(answer: Answer) -> bool:
    """Whether *answer* is anything but a readable success: Graph puts errors under 200 too."""
    return not answer.accepted or "error" in answer.body


def id_in(answer: Answer) -> str:
    """The id that a success carries; empty where it carries none."""
    value = answer.body.get("id")
    return str(value) if isinstance(value, str | int) and not failed(answer) else ""


def _proof(token: SecretStr, app_secret: SecretStr) -> str:
    key, message = app_secret.get_secret_value(), token.get_secret_value()
    return hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest()


def _with_body(call: Call, body: Mapping[str, Any]) -> Call:
    return Call(
        call.operation,
        call.method,
        call.path,
        body,
        call.encoding,
        call.media,
        call.part,
        call.note,
    )


def _next_cursor(body: Mapping[str, Any]) -> str:
    """The cursor of the next page: `next` itself holds a token, so it is never followed."""
    paging = body.get("paging")
    if not isinstance(paging, dict) or not paging.get("next"):
        return ""
    cursors = paging.get("cursors")
    if isinstance(cursors, dict) and cursors.get("after"):
        return str(cursors["after"])
    return parse_qs(urlsplit(str(paging["next"])).query).get("after", [""])[0]


def _metric_values(body: Mapping[str, Any]) -> dict[str, int]:
    values: dict[str, int] = {}
    for entry in objects_in(body.get("data")):
        number = _metric_value(entry)
        if number is not None:
            values[str(entry.get("name"))] = number
    return values


def _metric_value(entry: Mapping[str, Any]) -> int | None:
    total = entry.get("total_value")
    if isinstance(total, dict):
        return count_of(total.get("value"))
    listed = entry.get("values")
    last = listed[-1] if isinstance(listed, list) and listed else None
    return count_of(last.get("value")) if isinstance(last, dict) else None
