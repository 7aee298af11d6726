"""Gemini's front: models, token counts and generated content, with its errors and its blocks."""

import base64
import hashlib
import json
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime

from pressroom.simulator.gemini_comments import judge_comments
from pressroom.simulator.gemini_errors import api_error, bad_key, gone_model, no_key, quota
from pressroom.simulator.gemini_request import Wanted, read_wanted
from pressroom.simulator.gemini_schema import fill
from pressroom.simulator.gemini_text import Writer
from pressroom.simulator.images import draw
from pressroom.simulator.simulation import Operation, Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject, Refused

TEXT_MODELS: dict[str, date | None] = {
    "gemini-3.8-flash": None,
    "gemini-3.7-flash": None,
    "gemini-3.6-flash": None,
    "gemini-3.5-flash": None,
    "gemini-3.5-flash-lite": None,
    "gemini-3.1-flash-lite": date(2027, 5, 7),
    "gemini-3.1-pro-preview": None,
    "gemini-2.5-pro": date(2026, 12, 1),
    "gemini-2.5-flash": date(2026, 12, 1),
}
"""Models that write, and the day they are switched off."""
IMAGE_MODELS = ("gemini-3.1-flash-image", "gemini-3-pro-image")
LONG_SIDE = 640
RATIOS = frozenset({"1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"})
CATEGORIES = ("HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT")


def route(sim: Simulation, call: Call) -> Operation:
    """The operation that a path of Gemini's means."""
    tail = call.path.removeprefix("/v1beta/models").removeprefix("/v1/models").lstrip("/")
    model, _, verb = tail.partition(":")
    table: dict[tuple[str, str], tuple[str, Callable[[], Answer]]] = {
        ("POST", "generateContent"): ("generate", lambda: generate(sim, call, model)),
        ("POST", "streamGenerateContent"): ("stream", lambda: stream(sim, call, model)),
        ("POST", "countTokens"): ("count_tokens", lambda: count_tokens(sim, call, model)),
        ("GET", ""): ("read_model", lambda: read_model(sim, model))
        if model
        else ("list_models", lambda: list_models(sim, call)),
    }
    name, handler = table.get((call.method, verb), ("unknown_path", _unknown))
    return Operation("gemini", name, _guarded(sim, call, handler))


def _guarded(
    sim: Simulation, call: Call, handler: Callable[[], Answer]
) -> Callable[[], Awaitable[Answer]]:
    async def act() -> Answer:
        headers = {"server-timing": "gfet4t7; dur=120"}
        try:
            _admit(sim, call)
            answer = handler()
        except Refused as refused:
            answer = refused.answer
        return Answer(answer.status, answer.body, {**headers, **answer.headers}, answer.media_type)

    return act


def list_models(sim: Simulation, call: Call) -> Answer:
    """GET /v1beta/models, in pages."""
    names = [name for name in (*TEXT_MODELS, *IMAGE_MODELS) if _alive(sim, name)]
    size = int(call.query.get("pageSize", call.query.get("page_size", "50")))
    start = int(call.query.get("pageToken", call.query.get("page_token", "0")) or 0)
    body: JsonObject = {"models": [_model(name) for name in names[start : start + size]]}
    if start + size < len(names):
        body["nextPageToken"] = str(start + size)
    return Answer(body=body)


def read_model(sim: Simulation, model: str) -> Answer:
    """GET /v1beta/models/{model}."""
    if not _alive(sim, model):
        raise gone_model(model, "getModel")
    return Answer(body=_model(model))


def count_tokens(sim: Simulation, call: Call, model: str) -> Answer:
    """POST …:countTokens."""
    if not _alive(sim, model):
        raise gone_model(model, "countTokens")
    wanted = read_wanted(call, counting=True)
    tokens = wanted.prompt_tokens
    return Answer(
        body={
            "totalTokens": tokens,
            "promptTokensDetails": [{"modality": "TEXT", "tokenCount": tokens}],
        }
    )


def generate(sim: Simulation, call: Call, model: str) -> Answer:
    """POST …:generateContent: structured, plain, a function call, or a picture."""
    if not _alive(sim, model):
        raise gone_model(model, "generateContent")
    _meter(sim, model)
    wanted = read_wanted(call)
    parts = _parts(sim, wanted, model)
    return Answer(body=response(sim, wanted, model, parts))


def stream(sim: Simulation, call: Call, model: str) -> Answer:
    """POST …:streamGenerateContent: the same answer in two pieces."""
    whole = generate(sim, call, model).body
    assert isinstance(whole, dict)  # noqa: S101 - generate always answers with an object
    pieces = _split(whole)
    if call.query.get("alt") == "sse":
        text = "".join(f"data: {json.dumps(piece)}\r\n\r\n" for piece in pieces)
        return Answer(200, text, media_type="text/event-stream")
    return Answer(body=pieces)


def response(
    sim: Simulation, wanted: Wanted, model: str, parts: list[JsonObject], reason: str = "STOP"
) -> JsonObject:
    """The whole answer around some parts, with its token counts."""
    said = "".join(str(part.get("text", "")) for part in parts)
    tokens = max(1, len(said) // 4) if said else 1290 if parts else 0
    if said and wanted.max_tokens is not None and tokens > wanted.max_tokens and reason == "STOP":
        parts, tokens, reason = (
            [{"text": said[: wanted.max_tokens * 4]}],
            wanted.max_tokens,
            "MAX_TOKENS",
        )
    thinking = 20 + len(wanted.prompt) % 60
    candidate: JsonObject = {"finishReason": reason, "index": 0}
    if parts or reason in {"STOP", "MAX_TOKENS"}:
        candidate["content"] = {"role": "model", "parts": parts} if parts else {"role": "model"}
    candidates = [candidate]
    digest = hashlib.sha256(f"{sim.config.seed}{model}{wanted.prompt}".encode()).hexdigest()
    return {
        "candidates": candidates,
        "usageMetadata": {
            "promptTokenCount": wanted.prompt_tokens,
            "candidatesTokenCount": tokens,
            "totalTokenCount": wanted.prompt_tokens + tokens + thinking,
            "promptTokensDetails": [{"modality": "TEXT", "tokenCount": wanted.prompt_tokens}],
            "thoughtsTokenCount": thinking,
        },
        "modelVersion": model,
        "responseId": digest[:22],
    }


def ratings(*, high: bool = False) -> list[JsonObject]:
    """Safety ratings of a prompt or an answer."""
    found: list[JsonObject] = [
        {"category": f"HARM_CATEGORY_{name}", "probability": "NEGLIGIBLE"} for name in CATEGORIES
    ]
    if high:
        found[0] = {"category": "HARM_CATEGORY_HARASSMENT", "probability": "HIGH", "blocked": True}
    return found


def _parts(sim: Simulation, wanted: Wanted, model: str) -> list[JsonObject]:
    writer = Writer(wanted.prompt, sim.config.seed, sim.now(), wanted.instruction)
    if "IMAGE" in wanted.modalities or model in IMAGE_MODELS:
        if model not in IMAGE_MODELS:
            raise api_error(
                400, f"Model {model} does not support the requested response modalities: image,text"
            )
        return _picture_parts(wanted, writer)
    if wanted.schema is not None:
        value = judge_comments(wanted.schema, wanted.prompt) or fill(wanted.schema, writer)
        return [{"text": json.dumps(value, ensure_ascii=False)}]
    if wanted.function is not None:
        schema = (
            wanted.function.get("parameters")
            or wanted.function.get("parametersJsonSchema")
            or {"type": "object"}
        )
        args = fill(schema, writer)
        return [{"functionCall": {"name": wanted.function.get("name", ""), "args": args}}]
    if wanted.as_json:
        return [{"text": json.dumps({"text": writer.text("text", "", None)}, ensure_ascii=False)}]
    return [{"text": writer.text("text", "", None)}]


def _picture_parts(wanted: Wanted, writer: Writer) -> list[JsonObject]:
    ratio = wanted.aspect_ratio or "1:1"
    if ratio not in RATIOS:
        raise api_error(
            400, f"aspect_ratio must be one of {', '.join(sorted(RATIOS))}, got {ratio}"
        )
    across, up = (int(side) for side in ratio.split(":"))
    scale = LONG_SIDE / max(across, up)
    content = draw(round(across * scale), round(up * scale), wanted.prompt)
    picture = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(content).decode()}}
    if "TEXT" in wanted.modalities or not wanted.modalities:
        return [{"text": writer.text("scene", "", 200)}, picture]
    return [picture]


def _split(whole: JsonObject) -> list[JsonObject]:
    parts = whole["candidates"][0].get("content", {}).get("parts", [])
    text = parts[0].get("text", "") if parts else ""
    if len(text) < 2:
        return [whole]
    half = len(text) // 2
    first = json.loads(json.dumps(whole))
    first["candidates"][0]["content"]["parts"] = [{"text": text[:half]}]
    del first["candidates"][0]["finishReason"]
    last = json.loads(json.dumps(whole))
    last["candidates"][0]["content"]["parts"] = [{"text": text[half:]}, *parts[1:]]
    return [first, last]


def _admit(sim: Simulation, call: Call) -> None:
    key = call.headers.get("x-goog-api-key") or call.query.get("key")
    if key is None:
        raise no_key()
    if key != sim.config.accounts.gemini_key or sim.token_states.get(key, "ok") != "ok":
        raise bad_key()


def _meter(sim: Simulation, model: str) -> None:
    limit = sim.config.gemini_requests_per_minute
    if limit is None:
        return
    window = sim.meter.fixed(f"gemini:{model}", sim.now(), 60.0, limit)
    if not window.allowed:
        raise quota(model, max(1.0, window.reset_at - sim.now()), limit=limit)


def _alive(sim: Simulation, model: str) -> bool:
    if model in IMAGE_MODELS:
        return True
    if model not in TEXT_MODELS:
        return False
    last = TEXT_MODELS[model]
    return last is None or datetime.fromtimestamp(sim.now(), UTC).date() < last


def _model(name: str) -> JsonObject:
    version = re.search(r"\d+(?:\.\d+)?", name)
    return {
        "name": f"models/{name}",
        "baseModelId": name,
        "version": version.group() if version else "1",
        "displayName": name.replace("-", " ").title(),
        "description": "A simulated model.",
        "inputTokenLimit": 1_048_576,
        "outputTokenLimit": 65_536,
        "supportedGenerationMethods": ["generateContent", "countTokens"],
        "temperature": 1,
        "maxTemperature": 2,
        "topP": 0.95,
        "topK": 64,
        "thinking": name not in IMAGE_MODELS,
    }


def _unknown() -> Answer:
    raise api_error(404, "Requested entity was not found.")
