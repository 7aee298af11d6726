"""Every request that our clients send is one that the platforms' published contracts know.

The contracts lie beside the checkout (`../shared/contracts`, or PRESSROOM_SHARED); without
them these tests are skipped, because nothing of them may be copied into this repository.
"""

import json
import os
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pressroom.domain.effects import HideOrder, ReplyOrder
from pressroom.simulator import Accounts

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("PRESSROOM_SHARED") or ROOT.parent / "shared") / "contracts"
AN_HOUR = timedelta(hours=1)

pytestmark = pytest.mark.skipif(
    not (SHARED / "facebook_graph.json").is_file(),
    reason="the contracts are not beside this checkout",
)

EVERYWHERE = {"fields", "limit", "after", "appsecret_proof"}
"""Parameters of the Graph API itself, which no edge lists."""
DOCUMENTED = {"POST /{ig_user_id}/media": {"is_ai_generated"}}
"""In Meta's publishing guide, but not yet in the specification."""
OUTSIDE = {"GET /{container_id}", "POST /{ig_user_id}/messages"}
"""The container node and Instagram's messages, which only the guides describe."""
FIELD_EDGES = {"reactions", "comments", "attachments"}
"""Edges that are read as fields of a node."""
ABOUT_COMMENTS = {
    *(f"facebook.{name}_comment" for name in ("read", "reply", "update")),
    *(f"instagram.{name}_comment" for name in ("read", "reply", "update")),
    "facebook.list_answers",
    "instagram.list_replies",
}
NODES = {"PagePost": "{page_post_id}", "IGMedia": "{ig_media_id}", "IGUser": "{ig_user_id}"}


def contract(name: str) -> Any:
    return json.loads((SHARED / name).read_text())


async def _every_answer(channel: Any, sim: Any) -> None:
    """A comment answered in public, another one in private, a third one hidden."""
    kinds = ("reply", "private_reply") if channel.platform != "x" else ("reply",)
    for kind in (*kinds, "hide"):
        comment = sim.comment(channel.platform, f"A comment for {kind}")
        known = {
            "platform": channel.platform,
            "account": channel.account,
            "comment_id": comment,
            "thread": f"{channel.platform}:{comment}",
        }
        wanted = HideOrder(**known) if kind == "hide" else ReplyOrder(**known, text=kind, kind=kind)
        await channel.answering.look(wanted)
        await channel.answering.send(wanted, again=False)
        await channel.answering.find(wanted, (), AN_HOUR)


async def _everything_on_facebook(channels: Any, order: Any, media: Any, sim: Any) -> None:
    for name in ("facebook", "facebook_direct"):
        channel = channels(name)
        for wanted in (
            order("facebook", f"photos {name}", media=media),
            order("facebook", f"link {name}", link="https://example.org/a"),
        ):
            draft = await channel.prepare(wanted, {})
            await channel.prepare(wanted, dict(draft))
            sent = await channel.publish(wanted, draft)
            await channel.find(wanted, draft, AN_HOUR)
        await channel.insights(sent.platform_ref)
        await channel.whoami()
    await _every_answer(channel, sim)
    later = order("facebook", "later", media=media)
    at = sim.clock.now() + timedelta(hours=1)
    await channel.schedule(later, {}, at)
    await channel.find_scheduled(later, at)


async def _everything_on_instagram(channels: Any, order: Any, media: Any, sim: Any) -> None:
    channel = channels("instagram")
    for wanted in (order("instagram", "one", media=media[:1]), order("instagram", media=media)):
        draft = await channel.prepare(wanted, {})
        sent = await channel.publish(wanted, draft)
        await channel.find(wanted, draft, AN_HOUR)
    await _every_answer(channel, sim)
    await channel.insights(sent.platform_ref)
    await channel.whoami()


async def _everything_on_x(channels: Any, order: Any, media: Any, sim: Any) -> None:
    channel = channels("x")
    wanted = order("x", media=media)
    draft = await channel.prepare(wanted, {})
    sent = await channel.publish(wanted, draft)
    await _every_answer(channel, sim)
    await channel.find(wanted, draft, AN_HOUR)
    await channel.insights(sent.platform_ref)
    await channel.whoami()


@pytest.fixture
def channels(facebook: Any, facebook_direct: Any, instagram: Any, x: Any) -> Callable[[str], Any]:
    return {
        "facebook": facebook,
        "facebook_direct": facebook_direct,
        "instagram": instagram,
        "x": x,
    }.__getitem__


@pytest.fixture
def media(pictures: Any) -> Any:
    first = pictures("a.jpg", alt_text="A café.", ai_generated=True)
    return (first, pictures("b.jpg", shade=9, alt_text="B"))


@pytest.mark.parametrize("run", [_everything_on_facebook, _everything_on_instagram])
async def test_graph_knows_every_parameter_that_is_sent(
    run: Any, channels: Any, order: Any, media: Any, sim: Any
) -> None:
    """A parameter that Graph does not know is dropped in silence: the post would be another."""
    await run(channels, order, media, sim)

    spec = contract("facebook_graph.json")["nodes"]
    known = {
        f"{api['method']} {api['path']}": set(api["params"])
        for node in spec.values()
        for api in node.get("apis", [])
    }
    requests = sim.requests()
    assert len(requests) > 5
    for request in requests:
        endpoint = f"{request['method']} {_template(request['path'], request['operation'])}"
        if endpoint in OUTSIDE:
            continue
        assert endpoint in known, endpoint
        sent = set(request["params"]) - EVERYWHERE
        unknown = sent - known[endpoint] - DOCUMENTED.get(endpoint, set())
        assert not unknown, f"{endpoint}: {unknown}"


@pytest.mark.parametrize("run", [_everything_on_facebook, _everything_on_instagram])
async def test_graph_knows_every_field_that_is_asked_for(
    run: Any, channels: Any, order: Any, media: Any, sim: Any
) -> None:
    """One unknown field fails a whole reading call."""
    await run(channels, order, media, sim)

    spec = contract("facebook_graph.json")["nodes"]
    kinds = {
        "facebook.read_page": "Page",
        "facebook.read_post": "PagePost",
        "facebook.list_published": "PagePost",
        "facebook.list_scheduled": "PagePost",
        "instagram.read_account": "IGUser",
        "instagram.read_media": "IGMedia",
        "instagram.list_media": "IGMedia",
        "facebook.read_comment": "Comment",
        "facebook.list_answers": "Comment",
        "instagram.read_comment": "IGComment",
        "instagram.list_replies": "IGComment",
    }
    looked_at = 0
    for request in sim.requests():
        kind = kinds.get(request["operation"])
        if kind is None or request["method"] != "GET":
            continue
        asked = set(_top_fields(request["params"]["fields"]))
        assert asked <= set(spec[kind]["fields"]) | FIELD_EDGES, request
        looked_at += 1
    assert looked_at > 2


@pytest.mark.parametrize("run", [_everything_on_facebook, _everything_on_instagram])
async def test_only_living_metrics_are_asked_for(
    run: Any, channels: Any, order: Any, media: Any, sim: Any
) -> None:
    """Dead names fail the call; the list of the living is the contract's."""
    await run(channels, order, media, sim)

    metrics = contract("insights_metrics.json")
    living = {*metrics["facebook_post"]["valid"], *metrics["instagram_media"]["FEED"]}
    asked = [r["params"]["metric"].split(",") for r in sim.requests("read_insights")]
    assert asked
    assert {name for group in asked for name in group} <= living


async def test_x_knows_every_body_and_parameter_that_is_sent(
    channels: Any, order: Any, media: Any, sim: Any
) -> None:
    """X refuses unknown keys, so its own schema decides."""
    await _everything_on_x(channels, order, media, sim)

    bodies = contract("x_api_v2_openapi.json")
    queries = contract("x_api_v2_openapi_2166_tweet_vocabulary.json")
    seen = set()
    for request in sim.requests():
        path = _x_template(request["path"])
        method = request["method"].lower()
        seen.add((method, path))
        if request["json"] is not None:
            _validate(bodies, path, method, "application/json", request["json"])
        elif request["files"]:
            form = {**request["params"], **dict.fromkeys(request["files"], "bytes")}
            _validate(bodies, path, method, "multipart/form-data", form)
        else:
            allowed = _query_names(queries, path, method)
            assert set(request["params"]) <= allowed, (path, request["params"])
    assert ("post", "/2/tweets") in seen
    assert ("post", "/2/media/metadata") in seen
    assert ("put", "/2/tweets/{tweet_id}/hidden") in seen
    assert ("get", "/2/tweets/search/recent") in seen


def _template(path: str, operation: str) -> str:
    accounts = Accounts()
    node, *edge = path.removeprefix("/v25.0/").split("/")
    if node == accounts.page_id:
        name = "{page_id}"
    elif node == accounts.instagram_id:
        name = "{ig_user_id}"
    elif operation == "instagram.read_container":
        name = "{container_id}"
    elif operation in ABOUT_COMMENTS:
        name = "{comment_id}" if operation.startswith("facebook") else "{ig_comment_id}"
    else:
        name = "{page_post_id}" if operation.startswith("facebook") else "{ig_media_id}"
    return "/" + "/".join([name, *edge])


def _top_fields(text: str) -> list[str]:
    """The outermost names of a fields expression."""
    depth, names, name = 0, [], ""
    for char in text + ",":
        depth += (char in "{(") - (char in "})")
        if depth == 0 and char == ",":
            names.append(re.match(r"\w+", name).group())  # type: ignore[union-attr]
            name = ""
        else:
            name += char
    return names


def _x_template(path: str) -> str:
    path = re.sub(r"^/2/users/\d+/", "/2/users/{id}/", path)
    path = re.sub(r"^/2/tweets/\d+/hidden$", "/2/tweets/{tweet_id}/hidden", path)
    return re.sub(r"^/2/tweets/\d+$", "/2/tweets/{id}", path)


def _validate(spec: Any, path: str, method: str, kind: str, body: Any) -> None:
    content = spec["paths"][path][method]["requestBody"]["content"][kind]["schema"]
    schema = {**content, "components": spec["components"]}
    jsonschema.Draft202012Validator(schema).validate(body)


def _query_names(spec: Any, path: str, method: str) -> set[str]:
    names = set()
    for parameter in spec["paths"][path][method].get("parameters", []):
        reference = parameter.get("$ref", "").rpartition("/")[2]
        known = spec["components"]["parameters"][reference] if reference else parameter
        names.add(known["name"])
    return names
