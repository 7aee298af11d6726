"""Gemini: its errors, its blocks and answers that are of no use."""

import json
from typing import Any

import httpx
import jsonschema
import pytest

from tests.simulator.gemini_asking import IDEAS, KEY, MODEL, ask, structured, text_of


def test_output_tokens_end_an_answer(client: httpx.Client) -> None:
    """A small limit cuts a structured answer in the middle of its JSON."""
    answer = ask(client, {**structured(IDEAS), "maxOutputTokens": 20})

    assert answer.json()["candidates"][0]["finishReason"] == "MAX_TOKENS"
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads(text_of(answer))


BODIES: list[tuple[dict[str, Any], str]] = [
    ({}, "contents"),
    ({"contents": []}, "contents"),
    ({"contents": [{"parts": []}]}, "parts"),
    ({"contents": [{"parts": [{"text": "x"}]}], "temprature": 1}, "temprature"),
    ({"contents": [{"parts": [{"text": "x"}]}], "generationConfig": {"heat": 1}}, "heat"),
    (
        {"contents": [{"parts": [{"text": "x"}]}], "generationConfig": {"responseSchema": {}}},
        "mime",
    ),
    (
        {
            "contents": [{"parts": [{"text": "x"}]}],
            "generationConfig": {**structured({}), "responseSchema": {}},
        },
        "Only one",
    ),
    ({"contents": [{"role": "boss", "parts": [{"text": "x"}]}]}, "role"),
]


@pytest.mark.parametrize(("body", "word"), BODIES)
def test_a_request_that_cannot_be(client: httpx.Client, body: dict[str, Any], word: str) -> None:
    """400 INVALID_ARGUMENT names what is wrong."""
    answer = client.post(f"{MODEL}:generateContent", headers=KEY, json=body)

    assert answer.status_code == 400
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"
    assert word in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "model", ["gemini-pro", "gemini-1.5-flash", "gemini-2.0-flash", "nonsense"]
)
def test_a_retired_model_is_not_found(client: httpx.Client, model: str) -> None:
    """Old names in old texts must fail loudly."""
    answer = ask(client, model=f"/v1beta/models/{model}")

    assert answer.status_code == 404
    assert (
        f"models/{model} is not found for API version v1beta" in answer.json()["error"]["message"]
    )


def test_a_model_is_switched_off_on_its_day(client: httpx.Client) -> None:
    """gemini-2.5 answers in November 2026 and no more in December."""
    model = "/v1beta/models/gemini-2.5-flash"
    before = ask(client, model=model)
    client.post("/_sim/clock", json={"advance_seconds": 8 * 86400})

    assert (before.status_code, ask(client, model=model).status_code) == (200, 404)


@pytest.mark.parametrize(("headers", "status"), [({}, 403), ({"x-goog-api-key": "wrong"}, 400)])
def test_a_key_is_needed(client: httpx.Client, headers: dict[str, str], status: int) -> None:
    """A wrong key is 400 with its reason, no key is 403."""
    body = {"contents": [{"parts": [{"text": "x"}]}]}

    answer = client.post(f"{MODEL}:generateContent", headers=headers, json=body)

    assert answer.status_code == status
    if status == 400:
        assert answer.json()["error"]["details"][0]["reason"] == "API_KEY_INVALID"


SPOILT = [
    ("safety_block", "SAFETY"),
    ("truncate", "MAX_TOKENS"),
    ("empty", "STOP"),
    ("wrong_schema", "STOP"),
]


@pytest.mark.parametrize(("action", "reason"), SPOILT)
def test_an_answer_can_be_useless(client: httpx.Client, action: str, reason: str) -> None:
    """Each kind of useless answer is 200, and each fails in its own way."""
    client.post("/_sim/faults", json={"platform": "gemini", "action": action}).raise_for_status()

    candidate = ask(client, structured(IDEAS)).json()["candidates"][0]

    parts = candidate.get("content", {}).get("parts", [])
    assert candidate["finishReason"] == reason
    if action in {"truncate", "wrong_schema"}:
        with pytest.raises((ValueError, jsonschema.ValidationError)):
            jsonschema.validate(json.loads(parts[0]["text"]), IDEAS)
    else:
        assert parts == []


def test_a_prompt_can_be_blocked(client: httpx.Client) -> None:
    """A blocked prompt has feedback and no candidates."""
    client.post("/_sim/faults", json={"platform": "gemini", "action": "prompt_block"})

    body = ask(client).json()

    assert body["promptFeedback"]["blockReason"] == "SAFETY"
    assert "candidates" not in body


@pytest.mark.parametrize(("action", "word"), [("retry_info", "PerMinute"), ("quota_day", "PerDay")])
def test_a_quota_says_how_long(client: httpx.Client, action: str, word: str) -> None:
    """Per minute: wait; per day: stop."""
    fault = {"platform": "gemini", "action": action, "seconds": 36}
    client.post("/_sim/faults", json=fault).raise_for_status()

    answer = ask(client)

    details = answer.json()["error"]["details"]
    assert answer.status_code == 429
    assert word in details[0]["violations"][0]["quotaId"]
    assert details[2]["retryDelay"] == "36s"
