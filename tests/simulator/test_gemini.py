"""Gemini: answers that fit their schema and speak of the subject."""

import base64
import json
import random
import re
from typing import Any

import httpx
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.simulator.gemini_pattern import match_of
from pressroom.simulator.gemini_schema import fill
from pressroom.simulator.gemini_text import Writer
from pressroom.simulator.images import inspect
from tests.simulator.gemini_asking import IDEAS, KEY, MODEL, PROMPT, ask, structured, text_of


def test_a_structured_answer_fits_and_speaks_of_the_subject(client: httpx.Client) -> None:
    """The live path can be run end to end: what comes back parses and reads like copy."""
    answer = ask(client, structured(IDEAS))
    value = json.loads(text_of(answer))

    jsonschema.validate(value, IDEAS, format_checker=jsonschema.FormatChecker())
    assert len(value["ideas"]) == 5
    assert "pring roast launch" in value["ideas"][0]["headline"]
    assert len({idea["headline"] for idea in value["ideas"]}) == 5
    assert {idea["platform"] for idea in value["ideas"]} == {"facebook", "instagram", "x"}
    assert all(len(idea["angle"]) <= 90 for idea in value["ideas"])
    assert answer.json()["usageMetadata"]["totalTokenCount"] > 0


def test_the_same_request_gives_the_same_answer(client: httpx.Client) -> None:
    """Runs can be repeated; other prompts give other words."""
    first, second = (text_of(ask(client, structured(IDEAS))) for _ in range(2))
    other = text_of(ask(client, structured(IDEAS), prompt=PROMPT.replace("coffee", "tea")))

    assert first == second
    assert other != first


def test_the_own_schema_format_is_understood(client: httpx.Client) -> None:
    """google-genai sends Gemini's subset with types in capitals and counts as text."""
    schema = {
        "type": "OBJECT",
        "properties": {
            "caption": {"type": "STRING", "maxLength": "100"},
            "tags": {
                "type": "ARRAY",
                "items": {"type": "STRING"},
                "minItems": "2",
                "maxItems": "2",
            },
            "tone": {"type": "STRING", "enum": ["warm", "plain"], "nullable": True},
        },
        "required": ["caption"],
        "propertyOrdering": ["tags", "caption", "tone"],
    }
    config = {"response_mime_type": "application/json", "response_schema": schema}

    value = json.loads(text_of(ask(client, config)))

    assert list(value) == ["tags", "caption", "tone"]
    assert len(value["tags"]) == 2
    assert len(value["caption"]) <= 100
    assert value["tone"] in {"warm", "plain"}


def schemas() -> st.SearchStrategy[dict[str, Any]]:
    leaves = st.one_of(
        st.tuples(st.integers(0, 40), st.integers(0, 200)).map(
            lambda p: {"type": "string", "minLength": p[0], "maxLength": p[0] + p[1] + 1}
        ),
        st.tuples(st.integers(-5, 5), st.integers(0, 9)).map(
            lambda p: {"type": "integer", "minimum": p[0], "maximum": p[0] + p[1]}
        ),
        st.tuples(st.floats(-2, 2), st.floats(0.01, 9)).map(
            lambda p: {"type": "number", "minimum": p[0], "maximum": p[0] + p[1]}
        ),
        st.just({"type": "boolean"}),
        st.just({"enum": ["a", "b", None]}),
        st.just({"type": "string", "format": "date"}),
        st.just({"type": ["string", "null"]}),
    )
    names = st.sampled_from(
        ["headline", "caption", "hashtags", "score", "why", "alt_text", "odd", "url"]
    )

    def grown(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
        arrays = st.tuples(inner, st.integers(0, 3), st.integers(0, 3)).map(
            lambda p: {"type": "array", "items": p[0], "minItems": p[1], "maxItems": p[1] + p[2]}
        )
        objects = st.dictionaries(names, inner, max_size=4).map(
            lambda p: {"type": "object", "properties": p, "required": list(p)}
        )
        return st.one_of(
            arrays, objects, st.lists(inner, min_size=1, max_size=2).map(lambda p: {"anyOf": p})
        )

    return st.recursive(leaves, grown, max_leaves=8)


@settings(max_examples=150, deadline=None)
@given(schemas(), st.text(max_size=80))
def test_every_answer_fits_its_schema(schema: dict[str, Any], prompt: str) -> None:
    """Whatever an agent asks for, the shape of the answer is right."""
    value = fill(schema, Writer(prompt, 7, 1_795_000_000.0))

    jsonschema.validate(value, schema)


PATTERNS = [
    r"^#[0-9a-fA-F]{6}$",
    r"^[a-z0-9-]+$",
    r"^\d{4}-\d{2}$",
    r"^(yes|no)$",
    r"^[^\s@]+@x\.com$",
    r"^v\d+(\.\d+)?$",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_simple_patterns_are_met(pattern: str) -> None:
    """Fields with a pattern get a text that matches it."""
    assert re.search(pattern, match_of(pattern, random.Random(1)))  # noqa: S311 - no secret


def test_comments_are_judged_by_their_words(client: httpx.Client) -> None:
    """An angry comment is not called positive, so that a demo makes sense."""
    schema = {
        "type": "object",
        "properties": {
            "sentiment": {"enum": ["positive", "neutral", "negative"]},
            "polarity": {"type": "number", "minimum": -1, "maximum": 1},
            "is_spam": {"type": "boolean"},
        },
    }

    def judge(comment: str) -> dict[str, Any]:
        prompt = f"Judge the comment.\n<comment>{comment}</comment>"
        return dict(json.loads(text_of(ask(client, structured(schema), prompt=prompt))))

    angry, glad = (
        judge("Terrible, it broke and nobody answers"),
        judge("I love it, thank you, great"),
    )
    assert (angry["sentiment"], glad["sentiment"]) == ("negative", "positive")
    assert angry["polarity"] < 0 < glad["polarity"]


def test_a_forced_function_is_called(client: httpx.Client) -> None:
    """langchain's function calling method reads a functionCall part."""
    declared = {
        "name": "Cap",
        "parameters": {
            "type": "OBJECT",
            "properties": {"caption": {"type": "STRING"}},
            "required": ["caption"],
        },
    }
    calling = {"functionCallingConfig": {"mode": "ANY", "allowedFunctionNames": ["Cap"]}}

    answer = ask(client, tools=[{"functionDeclarations": [declared]}], toolConfig=calling)

    called = answer.json()["candidates"][0]["content"]["parts"][0]["functionCall"]
    assert called["name"] == "Cap"
    assert called["args"]["caption"]


def test_a_picture_is_a_real_picture(client: httpx.Client) -> None:
    """An image model answers with PNG bytes of the asked shape."""
    config = {"responseModalities": ["TEXT", "IMAGE"], "imageConfig": {"aspectRatio": "16:9"}}

    answer = ask(client, config, model="/v1beta/models/gemini-3.1-flash-image")

    parts = answer.json()["candidates"][0]["content"]["parts"]
    picture = inspect(base64.b64decode(parts[1]["inlineData"]["data"]))
    assert parts[0]["text"]
    assert picture is not None
    assert (picture.mime, picture.width / picture.height) == (
        "image/png",
        pytest.approx(16 / 9, 0.01),
    )


def test_a_stream_gives_the_same_words(client: httpx.Client) -> None:
    """Server-sent events, put together, are the plain answer."""
    body = {"contents": [{"parts": [{"text": PROMPT}]}]}

    whole = text_of(ask(client, prompt=PROMPT))
    streamed = client.post(f"{MODEL}:streamGenerateContent?alt=sse", headers=KEY, json=body)

    pieces = [
        json.loads(line[6:]) for line in streamed.text.splitlines() if line.startswith("data: ")
    ]
    assert len(pieces) == 2
    assert "".join(p["candidates"][0]["content"]["parts"][0]["text"] for p in pieces) == whole


def test_models_come_in_pages(client: httpx.Client) -> None:
    """Names are checked against the list, page after page."""
    names: list[str] = []
    token = ""
    while True:
        params = {"pageSize": "4", "pageToken": token}
        answer = client.get("/v1beta/models", headers=KEY, params=params).json()
        names += [model["name"] for model in answer["models"]]
        token = answer.get("nextPageToken", "")
        if not token:
            break

    assert "models/gemini-3.8-flash" in names
    assert len(names) == len(set(names)) == 11
