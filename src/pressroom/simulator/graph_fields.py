"""Graph's reading language: `fields=a,b{c}.limit(5)`, lists that page, and its forms of time."""

import base64
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlencode

from pressroom.simulator.graph_errors import bad_parameter, graph_error
from pressroom.simulator.wire import Call, JsonObject

TOKEN = re.compile(r"[A-Za-z0-9_]+|[{}(),.]|[^\s{}(),.]+")
MAX_LIMIT = 100


@dataclass
class Field:
    """One wanted field with its arguments and the fields wanted below it."""

    name: str
    arguments: dict[str, str] = field(default_factory=dict)
    below: list["Field"] = field(default_factory=list)


def parse_fields(text: str) -> list[Field]:
    """The fields that a `fields` parameter names.

    Raises:
        Refused: The text is not in Graph's language (code 2500).
    """
    tokens = TOKEN.findall(text)
    wanted, rest = _read_list(tokens, 0)
    if rest != len(tokens):
        raise graph_error(
            2500, f"Syntax error \"Expected end of string instead of '{tokens[rest]}'.\""
        )
    return wanted


def _read_list(tokens: Sequence[str], at: int) -> tuple[list[Field], int]:
    wanted: list[Field] = []
    while at < len(tokens) and tokens[at] not in {"}", ")"}:
        if tokens[at] == ",":
            at += 1
            continue
        item = Field(tokens[at])
        at += 1
        while at < len(tokens) and tokens[at] in {"{", "."}:
            if tokens[at] == "{":
                item.below, at = _read_list(tokens, at + 1)
                at += 1
            else:
                at = _read_modifier(tokens, at, item)
        wanted.append(item)
    return wanted, at


def _read_modifier(tokens: Sequence[str], at: int, item: Field) -> int:
    if at + 2 >= len(tokens) or tokens[at + 2] != "(":
        raise graph_error(
            2500, "Syntax error in the fields parameter: a modifier needs parentheses."
        )
    close = at + 3
    while close < len(tokens) and tokens[close] != ")":
        close += 1
    item.arguments[tokens[at + 1]] = "".join(tokens[at + 3 : close])
    return close + 1


def read_node(
    kind: str,
    getters: dict[str, Callable[[Field], object]],
    wanted: list[Field],
    default: Sequence[str],
) -> JsonObject:
    """The named fields of a node; a getter that gives None leaves its field out.

    Raises:
        Refused: A field does not exist on this kind of node (code 100).
    """
    chosen = wanted or [Field(name) for name in default]
    found: JsonObject = {}
    for item in chosen:
        getter = getters.get(item.name)
        if getter is None:
            raise bad_parameter(
                f"Tried accessing nonexisting field ({item.name}) on node type ({kind})"
            )
        value = getter(item)
        if value is not None:
            found[item.name] = _only(value, item.below)
    found.setdefault("id", (getters["id"])(Field("id")))
    return found


def _only(value: object, below: list[Field]) -> object:
    """A value with nothing in it but what was asked for below it (and its ids)."""
    if not below or not isinstance(value, dict):
        return value
    if isinstance(value.get("data"), list):
        return {**value, "data": [_only(item, below) for item in value["data"]]}
    kept: JsonObject = {"id": value["id"]} if "id" in value else {}
    for item in below:
        if item.name in value:
            kept[item.name] = _only(value[item.name], item.below)
    return kept


def page_of(
    call: Call, ids: Sequence[str], show: Callable[[str], object], default_limit: int = 25
) -> JsonObject:
    """One page of a list with its cursors, and `next` while there is more."""
    params = call.params
    limit = read_limit(params.get("limit"), default_limit)
    start = 0
    if after := params.get("after"):
        start = _position_after(ids, _open_cursor(after))
    elif before := params.get("before"):
        start = max(0, _position_after(ids, _open_cursor(before)) - 1 - limit)
    shown = list(ids[start : start + limit])
    answer: JsonObject = {"data": [show(item) for item in shown]}
    if shown:
        cursors = {"before": _cursor(shown[0]), "after": _cursor(shown[-1])}
        answer["paging"] = {"cursors": cursors}
        if start + limit < len(ids):
            answer["paging"]["next"] = next_url(
                call, {"after": cursors["after"], "limit": str(limit)}
            )
    return answer


def next_url(call: Call, change: dict[str, str]) -> str:
    """The address of another page of the same call."""
    query = {**call.query, **change}
    if "after" in change:
        query.pop("before", None)
    prefix = f"/{call.prefix}" if call.prefix else ""
    return f"{call.base_url}{prefix}{call.path}?{urlencode(query)}"


def read_limit(text: str | None, default: int = 25) -> int:
    """How many items of a list are wanted, at most a hundred."""
    if text is None:
        return default
    if not text.isdecimal():
        raise bad_parameter("param limit must be an integer.")
    return min(MAX_LIMIT, int(text))


def graph_time(moment: float) -> str:
    """A time as Graph writes it."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")


def read_time(text: str, name: str) -> float:
    """Unix seconds of a time given as unix seconds or ISO-8601.

    Raises:
        Refused: It is neither (code 100).
    """
    if re.fullmatch(r"\d{1,12}(\.\d+)?", text):
        return float(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise bad_parameter(f"param {name} must be a valid timestamp.") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _cursor(item: str) -> str:
    return base64.urlsafe_b64encode(item.encode()).decode().rstrip("=")


def _open_cursor(text: str) -> str:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        raise bad_parameter("Invalid cursor for this edge.") from None


def _position_after(ids: Sequence[str], item: str) -> int:
    try:
        return ids.index(item) + 1
    except ValueError:
        return 0
