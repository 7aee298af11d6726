"""Answers and tables against the machine-readable contracts beside the checkout."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

from pressroom.simulator.graph_errors import INSTAGRAM, MESSAGES
from pressroom.simulator.graph_params import TAKES
from pressroom.simulator.images import draw

X_USER = {"Authorization": "Bearer sim-x-token"}
KEY = {"x-goog-api-key": "sim-gemini-key"}
TOKEN = {"access_token": "sim-page-token"}
ME = "2244994945"


def read(contracts: Path, name: str) -> Any:
    return json.loads((contracts / name).read_text())


@pytest.fixture
def fits_x(contracts: Path) -> Callable[[str, Any], None]:
    """Checks a body against a schema of X's specification, down to the names of its fields."""
    components = read(contracts, "x_api_v2_openapi.json")["components"]

    def check(name: str, body: Any) -> None:
        jsonschema.validate(
            body, {"$ref": f"#/components/schemas/{name}", "components": components}
        )
        for key in ("data", "includes"):
            part = components["schemas"][name]["properties"].get(key, {})
            known(part, body.get(key))

    def known(schema: dict[str, Any], value: Any) -> None:
        while "$ref" in schema:
            schema = components["schemas"][schema["$ref"].rpartition("/")[2]]
        if isinstance(value, list):
            for item in value:
                known(schema.get("items", {}), item)
        elif isinstance(value, dict) and "properties" in schema:
            assert set(value) <= set(schema["properties"]), set(value) - set(schema["properties"])
            for key, item in value.items():
                known(schema["properties"][key], item)

    return check


def upload(client: httpx.Client) -> dict[str, Any]:
    files = {"media": ("a.png", draw(64, 64, "a"), "image/png")}
    answer = client.post(
        "/2/media/upload", headers=X_USER, data={"media_category": "tweet_image"}, files=files
    )
    return dict(answer.json())


def test_x_answers_fit_the_specification(
    client: httpx.Client, fits_x: Callable[[str, Any], None]
) -> None:
    """In the new vocabulary, every body is what X's own specification says."""
    media = upload(client)
    body = {
        "text": "See https://example.com #tag @name",
        "media": {"media_ids": [media["data"]["id"]]},
    }
    created = client.post("/2/tweets", headers=X_USER, json=body, params={"post.fields": "id"})
    tweet_id = created.json()["data"]["id"]
    client.post("/_sim/comments", json={"platform": "x", "post_id": tweet_id, "text": "When?"})
    client.post("/_sim/clock", json={"advance_seconds": 3600})
    fields = {
        "post.fields": "public_metrics,non_public_metrics,created_at,conversation_id,entities,"
        "attachments,lang,source,reply_settings,possibly_sensitive",
        "user.fields": "public_metrics,created_at,verified",
        "media.fields": "alt_text,width,height,url",
        "expansions": "author_id,attachments.media_keys",
    }

    def get(path: str, **more: str) -> Any:
        return client.get(path, headers=X_USER, params={**fields, **more}).json()

    fits_x("CreatePostsResponse", created.json())
    fits_x("MediaUploadResponse", media)
    fits_x("GetPostsByIdResponse", get(f"/2/tweets/{tweet_id}"))
    fits_x("GetPostsByIdsResponse", get("/2/tweets", ids=f"{tweet_id},1"))
    fits_x("GetUsersPostsResponse", get(f"/2/users/{ME}/tweets"))
    fits_x("GetUsersMentionsResponse", get(f"/2/users/{ME}/mentions"))
    fits_x("SearchPostsRecentResponse", get("/2/tweets/search/recent", query="When"))
    fits_x("GetUsersMeResponse", get("/2/users/me"))
    fits_x("GetUsageResponse", get("/2/usage/tweets"))
    fits_x("DeletePostsResponse", client.delete(f"/2/tweets/{tweet_id}", headers=X_USER).json())


def test_x_answers_fit_the_specification_before_august(
    client: httpx.Client, contracts: Path
) -> None:
    """In the old vocabulary, the bodies are those of the specification before the renaming."""
    components = read(contracts, "x_api_v2_openapi_2166_tweet_vocabulary.json")["components"]
    created = client.post("/2/tweets", headers=X_USER, json={"text": "Hello #tag"}).json()
    client.post("/_sim/clock", json={"advance_seconds": 3600})
    params = {"tweet.fields": "public_metrics,created_at,conversation_id,entities"}
    listed = client.get(f"/2/users/{ME}/tweets", headers=X_USER, params=params).json()

    for name, body in (
        ("TweetCreateResponse", created),
        ("Get2UsersIdTweetsResponse", listed),
    ):
        jsonschema.validate(
            body, {"$ref": f"#/components/schemas/{name}", "components": components}
        )
    known = components["schemas"]["Tweet"]["properties"]
    assert set(listed["data"][0]) <= set(known)
    assert "retweet_count" in listed["data"][0]["public_metrics"]


def test_x_problems_fit_the_specification(client: httpx.Client, contracts: Path) -> None:
    """Errors have the members that the specification requires."""
    components = read(contracts, "x_api_v2_openapi.json")["components"]
    invalid = client.post("/2/tweets", headers=X_USER, json={"foo": 1}).json()
    missing = client.get("/2/tweets/1", headers=X_USER).json()["errors"][0]

    for name, body in (("InvalidRequestProblem", invalid), ("ResourceNotFoundProblem", missing)):
        jsonschema.validate(
            body, {"$ref": f"#/components/schemas/{name}", "components": components}
        )


def test_x_takes_the_bodies_of_the_specification(contracts: Path) -> None:
    """The hand-written shapes know exactly the names that the specification knows."""
    from pressroom.simulator import x_shape

    schemas = read(contracts, "x_api_v2_openapi.json")["components"]["schemas"]
    pairs = {
        "CreatePostsRequest": x_shape.TWEET,
        "CreatePostsMedia": x_shape.TWEET.fields["media"],
        "CreatePostsReply": x_shape.TWEET.fields["reply"],
        "CreatePostsPoll": x_shape.TWEET.fields["poll"],
        "MediaUploadRequest": x_shape.UPLOAD,
        "InitializeMediaUploadRequest": x_shape.START,
        "AppendMediaUploadRequest": x_shape.APPEND,
        "HidePostsReplyRequest": x_shape.HIDE,
    }

    for name, shape in pairs.items():
        assert set(shape.fields) == set(schemas[name]["properties"]), name
        assert set(shape.required) == set(schemas[name].get("required", [])), name


def test_gemini_answers_fit_the_schemas(client: httpx.Client, contracts: Path) -> None:
    """Bodies are those of the official protos."""
    spec = read(contracts, "gemini_generativelanguage_v1beta.json")
    body = {"contents": [{"role": "user", "parts": [{"text": "Write about tea"}]}]}
    model = "/v1beta/models/gemini-3.8-flash"
    plain = client.post(f"{model}:generateContent", headers=KEY, json=body).json()
    client.post("/_sim/faults", json={"platform": "gemini", "action": "prompt_block"})
    blocked = client.post(f"{model}:generateContent", headers=KEY, json=body).json()
    client.post("/_sim/faults", json={"platform": "gemini", "action": "safety_block"})
    unsafe = client.post(f"{model}:generateContent", headers=KEY, json=body).json()
    counted = client.post(f"{model}:countTokens", headers=KEY, json=body).json()
    models = client.get("/v1beta/models", headers=KEY).json()

    for name, answer in (
        ("GenerateContentResponse", plain),
        ("GenerateContentResponse", blocked),
        ("GenerateContentResponse", unsafe),
        ("CountTokensResponse", counted),
        ("ListModelsResponse", models),
    ):
        schema = {"$ref": f"#/schemas/{name}", "schemas": spec["schemas"]}
        jsonschema.validate(answer, schema)
        assert set(answer) <= set(spec["schemas"][name]["properties"])
    error = client.post("/v1beta/models/gemini-pro:generateContent", headers=KEY, json=body).json()
    jsonschema.validate(
        error,
        {k: v for k, v in spec["errorEnvelope"].items() if k != "$ref"}
        | {"schemas": spec["schemas"]},
    )


EDGES = {
    "create_post": ("Page", "POST", "feed"),
    "upload_photo": ("Page", "POST", "photos"),
    "update_post": ("PagePost", "POST", None),
    "create_comment": ("PagePost", "POST", "comments"),
    "update_comment": ("Comment", "POST", None),
    "private_reply": ("Page", "POST", "messages"),
    "subscribe_app": ("Page", "POST", "subscribed_apps"),
    "list_comments": ("PagePost", "GET", "comments"),
    "list_feed": ("Page", "GET", "posts"),
    "create_container": ("IGUser", "POST", "media"),
    "publish_container": ("IGUser", "POST", "media_publish"),
    "comment_on_media": ("IGMedia", "POST", "comments"),
    "answer_comment": ("IGComment", "POST", "replies"),
    "hide_comment": ("IGComment", "POST", None),
    "update_media": ("IGMedia", "POST", None),
    "mention": ("IGUser", "POST", "mentions"),
}
BEYOND = {"create_container": {"is_ai_generated"}}
"""Parameters that Meta's pages have and its generated specification does not have yet."""


def test_graph_parameters_are_not_invented(contracts: Path) -> None:
    """A parameter that the simulator takes and Meta does not know would hide a client's mistake."""
    nodes = read(contracts, "facebook_graph.json")["nodes"]

    for name, (node, method, edge) in EDGES.items():
        known = next(
            set(api["params"])
            for api in nodes[node]["apis"]
            if (api["method"], api["edge"]) == (method, edge)
        )
        assert set(TAKES[name]) - BEYOND.get(name, set()) <= known, name


def test_graph_errors_are_those_of_the_table(contracts: Path) -> None:
    """Codes and statuses that have a source are the source's."""
    table = read(contracts, "graph_errors.json")
    statuses = {entry["code"]: entry["http"] for entry in table["codes"]}
    instagram = {entry["subcode"]: entry["code"] for entry in table["instagram"]}

    assert {c: s for c, (s, _) in MESSAGES.items() if c in statuses and statuses[c] != s} == {}
    assert {s: c for s, (c, *_) in INSTAGRAM.items() if instagram[s] != c} == {}
