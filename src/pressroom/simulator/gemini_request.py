"""What a request to Gemini asks for: both spellings are read, unknown names are refused."""

import re
from dataclasses import dataclass
from typing import Any

from pressroom.simulator.gemini_errors import api_error
from pressroom.simulator.wire import Call, JsonObject

TOP = frozenset(
    [
        "contents",
        "model",
        "systemInstruction",
        "generationConfig",
        "safetySettings",
        "tools",
        "toolConfig",
        "cachedContent",
        "labels",
        "generateContentRequest",
        "serviceTier",
        "store",
    ]
)
CONFIG = frozenset(
    [
        "candidateCount",
        "stopSequences",
        "maxOutputTokens",
        "temperature",
        "topP",
        "topK",
        "seed",
        "responseMimeType",
        "responseSchema",
        "responseJsonSchema",
        "presencePenalty",
        "frequencyPenalty",
        "responseLogprobs",
        "logprobs",
        "enableEnhancedCivicAnswers",
        "responseModalities",
        "speechConfig",
        "thinkingConfig",
        "imageConfig",
        "mediaResolution",
        "audioTimestamp",
        "routingConfig",
        "modelSelectionConfig",
        "_responseJsonSchema",
    ]
)
IMAGE_TOKENS = 258


@dataclass(frozen=True)
class Wanted:
    """What one request wants."""

    prompt: str
    instruction: str
    prompt_tokens: int
    schema: JsonObject | None = None
    as_json: bool = False
    function: JsonObject | None = None
    modalities: tuple[str, ...] = ()
    aspect_ratio: str | None = None
    max_tokens: int | None = None


def read_wanted(call: Call, *, counting: bool = False) -> Wanted:
    """The request, checked.

    Raises:
        Refused: It is no JSON object, has unknown names, or asks for two things at once (400).
    """
    if call.broken_json or not isinstance(call.document, dict):
        raise api_error(400, "Invalid JSON payload received. Unexpected token.")
    body = call.document
    if counting and isinstance(get(body, "generateContentRequest"), dict):
        body = get(body, "generateContentRequest")
    _refuse_unknown(body, TOP, "")
    config = get(body, "generationConfig") or {}
    _refuse_unknown(config, CONFIG, " at 'generation_config'")
    contents = _read_contents(body)
    prompt = "\n".join(text for content in contents for text in _texts(content))
    instruction = "\n".join(_texts(get(body, "systemInstruction") or {}))
    pictures = sum(
        1 for content in contents for part in _part_list(content) if get(part, "inlineData")
    )
    tokens = max(1, (len(prompt) + len(instruction)) // 4) + IMAGE_TOKENS * pictures
    image = get(config, "imageConfig") or {}
    limit = get(config, "maxOutputTokens")
    return Wanted(
        prompt=prompt,
        instruction=instruction,
        prompt_tokens=tokens,
        schema=_read_schema(config),
        as_json=get(config, "responseMimeType") == "application/json",
        function=_forced_function(body),
        modalities=tuple(str(item).upper() for item in get(config, "responseModalities") or ()),
        aspect_ratio=get(image, "aspectRatio"),
        max_tokens=int(limit) if limit else None,
    )


def get(body: JsonObject, name: str) -> Any:
    """A field by its camelCase name, in either spelling."""
    if name in body:
        return body[name]
    return body.get(re.sub(r"(?<=[a-z0-9])([A-Z])", lambda m: "_" + m[1].lower(), name))


def _read_contents(body: JsonObject) -> list[JsonObject]:
    contents = get(body, "contents")
    if isinstance(contents, dict):
        contents = [contents]
    if not isinstance(contents, list) or not contents:
        raise api_error(400, "* GenerateContentRequest.contents: contents is not specified\n")
    for content in contents:
        if not isinstance(content, dict) or not _part_list(content):
            raise api_error(
                400,
                "* GenerateContentRequest.contents[0].parts: contents.parts must not be empty.\n",
            )
        if content.get("role") not in {None, "user", "model", "function", "tool"}:
            raise api_error(400, "Please use a valid role: user, model.")
    return contents


def _read_schema(config: JsonObject) -> JsonObject | None:
    own, plain = get(config, "responseSchema"), get(config, "responseJsonSchema")
    if plain is None:
        plain = config.get("_responseJsonSchema")
    if own is not None and plain is not None:
        raise api_error(400, "Only one of response_schema and response_json_schema may be set.")
    schema = own if own is not None else plain
    if schema is None:
        return None
    if get(config, "responseMimeType") not in {"application/json", "text/x.enum"}:
        raise api_error(
            400,
            "response_schema requires response_mime_type application/json",
        )
    if not isinstance(schema, dict):
        raise api_error(400, "Invalid value at 'generation_config.response_schema'")
    return schema


def _forced_function(body: JsonObject) -> JsonObject | None:
    calling = get(get(body, "toolConfig") or {}, "functionCallingConfig") or {}
    if str(calling.get("mode", "AUTO")).upper() != "ANY":
        return None
    allowed = get(calling, "allowedFunctionNames") or []
    for tool in get(body, "tools") or []:
        for declared in get(tool, "functionDeclarations") or []:
            if not allowed or declared.get("name") in allowed:
                return dict(declared)
    return None


def _refuse_unknown(body: JsonObject, known: frozenset[str], where: str) -> None:
    for name in body:
        camel = re.sub(r"_([a-z])", lambda m: m[1].upper(), name.lstrip("_"))
        if camel not in known:
            raise api_error(
                400,
                f'Invalid JSON payload received. Unknown name "{name}"{where}: Cannot find field.',
            )


def _part_list(content: JsonObject) -> list[JsonObject]:
    parts = content.get("parts", [])
    return (
        [parts] if isinstance(parts, dict) else [part for part in parts if isinstance(part, dict)]
    )


def _texts(content: JsonObject) -> list[str]:
    return [str(part["text"]) for part in _part_list(content) if "text" in part]
