"""`batch=`: up to fifty Graph calls in one request, some of them fed by the answers of others.

Each call is carried out in its turn and logged like one that came alone. A fault is met by the
whole request, under the name `facebook.batch`.
"""

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qsl, quote, urlsplit

from pressroom.simulator.graph_errors import bad_parameter, graph_error
from pressroom.simulator.simulation import Operation, Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject, Refused

MOST = 50
METHODS = frozenset({"GET", "POST", "DELETE"})
_RESULT = re.compile(r"\{result=([\w-]+):(\$[^}]*)\}")
_STEP = re.compile(r"\.(\*|[\w-]+)|\[(\*|\d+)\]")
_HANDED_DOWN = ("access_token", "appsecret_proof")

Find = Callable[[Call], Operation]
"""The operation that a call means."""


class Batch:
    """One batch request and what its calls have answered so far."""

    def __init__(self, sim: Simulation, outer: Call, find: Find) -> None:
        self._sim = sim
        self._outer = outer
        self._find = find
        self._named: dict[str, object] = {}

    async def run(self) -> Answer:
        """The answers in order: status, headers and body of each, or null.

        Raises:
            Refused: `batch` is no list of calls, or too long (code 100).
        """
        items = _items(self._outer.params.get("batch", ""))
        wanted = set(_RESULT.findall(json.dumps(items)))
        feeding = {name for name, _ in wanted}
        with_headers = self._outer.params.get("include_headers", "true").lower() != "false"
        answers = [await self._answer(item, feeding, headers=with_headers) for item in items]
        return Answer(body=answers)

    async def _answer(
        self, item: JsonObject, feeding: set[str], *, headers: bool
    ) -> JsonObject | None:
        name = str(item.get("name", ""))
        try:
            call = self._call(item)
        except LookupError:
            return None  # what it was to be fed with failed: it is not carried out
        entry = self._sim.remember(call.described())
        operation = self._find(call)
        entry["operation"] = f"{operation.system}.{operation.name}"
        try:
            answer = await operation.act()
        except Refused as refused:
            answer = refused.answer
        entry["status"] = answer.status
        is_good = answer.status < 400
        if name and is_good:
            self._named[name] = answer.body
        if is_good and item.get("omit_response_on_success", name in feeding):
            return None  # Graph leaves out what only fed another call, unless it is told not to
        shown: JsonObject = {"code": answer.status, "body": json.dumps(answer.body)}
        if headers:
            sent = {"Content-Type": answer.media_type, **answer.headers}
            shown["headers"] = [{"name": n, "value": v} for n, v in sent.items()]
        return shown

    def _call(self, item: JsonObject) -> Call:
        """The call that *item* describes, with what it takes from others filled in.

        Raises:
            LookupError: What it takes is not there.
        """
        method = str(item.get("method", "")).upper()
        if method not in METHODS or not isinstance(item.get("relative_url"), str):
            raise bad_parameter("Each batch call needs a method and a relative_url.")
        target = urlsplit(self._fill(item["relative_url"]))
        outer = self._outer.params
        query = {name: outer[name] for name in _HANDED_DOWN if name in outer}
        if not query and (token := self._outer.bearer()):
            query["access_token"] = token
        query |= dict(parse_qsl(target.query, keep_blank_values=True))
        # Whatever the outer request calls it, the call takes its first file as `source`.
        file = self._outer.files.get(str(item.get("attached_files", "")).split(",")[0].strip())
        return Call(
            method=method,
            segments=[part for part in target.path.split("/") if part],
            query=query,
            form=dict(parse_qsl(self._fill(str(item.get("body", ""))), keep_blank_values=True)),
            files={"source": file} if file is not None else {},
            document=None,
            headers={},
            base_url=self._outer.base_url,
            prefix=self._outer.prefix,
        )

    def _fill(self, text: str) -> str:
        def value(found: re.Match[str]) -> str:
            chosen = list(_walk(self._named[found[1]], found[2]))
            if not chosen:
                raise LookupError(found[0])
            return quote(",".join(str(one) for one in chosen), safe=",")

        return _RESULT.sub(value, text)


def _items(text: str) -> list[JsonObject]:
    try:
        items = json.loads(text)
    except ValueError:
        items = None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad_parameter("Param batch must be an array of objects.")
    if len(items) > MOST:
        raise graph_error(100, f"Too many requests in batch message. Maximum batch size is {MOST}")
    return items


def _walk(value: object, path: str) -> list[object]:
    """What a JSONPath of names, numbers and stars leads to."""
    found = [value]
    for name, index in _STEP.findall(path):
        step = name or index
        inner: list[object] = []
        for one in found:
            if isinstance(one, dict):
                inner += one.values() if step == "*" else [one[step]] if step in one else []
            elif isinstance(one, list):
                inner += one if step == "*" else one[int(step) : int(step) + 1]
        found = inner
    return found
