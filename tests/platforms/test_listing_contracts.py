"""Everything that is asked for to read comments is something that the platforms know."""

from typing import Any

import pytest

from tests.platforms.conftest import ACCOUNTS, Sim
from tests.platforms.test_contracts import (
    SHARED,
    _query_names,
    _template,
    _top_fields,
    _x_template,
    contract,
)
from tests.platforms.test_listing import People, gather, people, sources

__all__ = ["people", "sources"]

pytestmark = pytest.mark.skipif(
    not (SHARED / "facebook_graph.json").is_file(),
    reason="the contracts are not beside this checkout",
)

EVERYWHERE = {"fields", "limit", "after", "appsecret_proof"}
FIELD_EDGES = {"IGComment": {"replies"}}
"""Edges that are read as fields of a node."""


async def read_everything(platform: str, sources: Any, people: People) -> None:
    """Every reading call that a source makes."""
    source, post = sources(platform), people.post(platform)
    top = people.say(platform, post, "top")
    people.say(platform, post, "below", parent_id=top)
    since = sources(platform)._clock.now()
    await gather(source.comments(post))
    await gather(source.comments(post, since=since))
    await gather(source.mentions(since=since))
    await source.read([top, "178999"])
    await source.names()


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
async def test_graph_knows_what_is_asked_for(
    platform: str, sources: Any, people: People, sim: Sim
) -> None:
    """One unknown field fails the whole call; an unknown parameter is dropped in silence."""
    await read_everything(platform, sources, people)

    spec = contract("facebook_graph.json")["nodes"]
    kinds = {
        "facebook.list_comments": "Comment",
        "facebook.read_comment": "Comment",
        "facebook.list_visitors": "PagePost",
        "instagram.list_comments": "IGComment",
        "instagram.read_comment": "IGComment",
        "instagram.read_account": "IGUser",
    }
    known = {
        f"{api['method']} {api['path']}": set(api["params"])
        for node in spec.values()
        for api in node.get("apis", [])
    }
    looked_at = 0
    for request in sim.requests():
        if request["operation"] not in kinds:
            continue
        node = spec[kinds[request["operation"]]]
        more = FIELD_EDGES.get(kinds[request["operation"]], set())
        asked = set(_top_fields(request["params"]["fields"]))
        assert asked <= {*node["fields"], *more}, request
        path = _template(request["path"], request["operation"])
        if request["operation"].endswith("list_comments"):
            sent = set(request["params"]) - EVERYWHERE
            assert sent <= known[f"GET {path}"], (path, sent)
        looked_at += 1
    assert looked_at >= 4


async def test_x_knows_what_is_asked_for(sources: Any, people: People, sim: Sim) -> None:
    """X refuses a query with a parameter that it does not know."""
    await read_everything("x", sources, people)

    queries = contract("x_api_v2_openapi_2166_tweet_vocabulary.json")
    paths = set()
    for request in sim.requests():
        path = _x_template(request["path"])
        paths.add(path)
        assert set(request["params"]) <= _query_names(queries, path, "get"), request
    assert {"/2/tweets/search/recent", "/2/users/{id}/mentions", "/2/tweets"} <= paths
    assert ACCOUNTS.x_user_id in str(sim.requests())
