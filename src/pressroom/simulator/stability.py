"""Stability's front: v1 and v2beta, with real pictures of the asked size."""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable

from pressroom.simulator.images import draw, inspect
from pressroom.simulator.simulation import Operation, Simulation
from pressroom.simulator.stability_errors import refuse
from pressroom.simulator.wire import Answer, Call, JsonObject, Refused

SDXL = ("stable-diffusion-xl-1024-v1-0", "stable-diffusion-xl-1024-v0-9")
OTHER = ("stable-diffusion-v1-6",)
SDXL_SIZES = (
    (1024, 1024),
    (1152, 896),
    (1216, 832),
    (1344, 768),
    (1536, 640),
    (640, 1536),
    (768, 1344),
    (832, 1216),
    (896, 1152),
)
STYLES = frozenset(
    [
        "3d-model",
        "analog-film",
        "anime",
        "cinematic",
        "comic-book",
        "digital-art",
        "enhance",
        "fantasy-art",
        "isometric",
        "line-art",
        "low-poly",
        "modeling-compound",
        "neon-punk",
        "origami",
        "photographic",
        "pixel-art",
        "tile-texture",
    ]
)
V1_KEYS = frozenset(
    [
        "text_prompts",
        "height",
        "width",
        "cfg_scale",
        "clip_guidance_preset",
        "sampler",
        "samples",
        "seed",
        "steps",
        "style_preset",
        "extras",
    ]
)
RATIO_SIZES = {
    "21:9": (1536, 640),
    "16:9": (1344, 768),
    "3:2": (1216, 832),
    "5:4": (1152, 896),
    "1:1": (1024, 1024),
    "4:5": (896, 1152),
    "2:3": (832, 1216),
    "9:16": (768, 1344),
    "9:21": (640, 1536),
}
MIMES = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}
MAX_REQUEST = 10 * 1024 * 1024
CREDITS = {"core": 3, "ultra": 8, "sd3": 6}
ENGINE = re.compile(r"/v1/generation/([^/]+)/(text-to-image|image-to-image)$")
V2 = re.compile(r"/v2beta/stable-image/generate/(core|ultra|sd3)$")


def route(sim: Simulation, call: Call) -> Operation:
    """The operation that a path of Stability's means."""
    v1, v2 = ENGINE.match(call.path), V2.match(call.path)
    if call.method == "POST" and v1:
        engine, kind = v1[1], v1[2]
        handler = _text_to_image if kind == "text-to-image" else _image_to_image
        return _operation(sim, call, kind.replace("-", "_"), lambda: handler(sim, call, engine))
    if call.method == "POST" and v2:
        return _operation(sim, call, v2[1], lambda: _generate(sim, call, v2[1]))
    if call.path == "/v1/engines/list":
        return _operation(sim, call, "list_engines", _engines)
    if call.path == "/v1/user/balance":
        return _operation(sim, call, "balance", lambda: Answer(body={"credits": 1000.0}))
    if call.path == "/v1/user/account":
        account: JsonObject = {"email": "press@example.com", "id": "user-1", "organizations": []}
        return _operation(sim, call, "account", lambda: Answer(body=account))
    return _operation(
        sim, call, "unknown_path", lambda: _raise(refuse(call, 404, "not_found", "Not found"))
    )


def _operation(sim: Simulation, call: Call, name: str, handler: Callable[[], Answer]) -> Operation:
    async def act() -> Answer:
        try:
            _admit(sim, call)
            return handler()
        except Refused as refused:
            return refused.answer

    def run() -> Awaitable[Answer]:
        return act()

    return Operation("stability", name, run)


def filtered(answer: Answer) -> Answer:
    """The same answer as the content filter gives it: still a picture, and not to be used."""
    body = answer.body
    if isinstance(body, dict) and "artifacts" in body:
        artifacts = [
            {**artifact, "finishReason": "CONTENT_FILTERED"} for artifact in body["artifacts"]
        ]
        return Answer(answer.status, {"artifacts": artifacts}, answer.headers)
    if isinstance(body, dict):
        return Answer(answer.status, {**body, "finish_reason": "CONTENT_FILTERED"}, answer.headers)
    headers = {
        k: "CONTENT_FILTERED" if k.lower() == "finish-reason" else v
        for k, v in answer.headers.items()
    }
    return Answer(answer.status, body, headers, answer.media_type)


def _text_to_image(sim: Simulation, call: Call, engine: str) -> Answer:
    _check_engine(call, engine)
    if not isinstance(call.document, dict):
        raise refuse(call, 400, "bad_request", "body: must be a JSON object")
    body = call.document
    for name in body:
        if name not in V1_KEYS:
            raise refuse(call, 400, "bad_request", f"{name}: is not a valid parameter")
    words = _prompts(call, body.get("text_prompts"))
    width, height = body.get("width", 512), body.get("height", 512)
    _check_size(call, engine, width, height)
    samples = _whole(call, body, "samples", 1, 1, 10)
    _whole(call, body, "steps", 30, 10, 50)
    _check_common(call, body)
    seed = _whole(call, body, "seed", 0, 0, 4_294_967_295) or _seed(sim, words)
    return _v1_answer(call, words, (width, height), samples, seed)


def _image_to_image(sim: Simulation, call: Call, engine: str) -> Answer:
    _check_engine(call, engine)
    part = call.files.get("init_image")
    if part is None:
        raise refuse(call, 400, "bad_request", "init_image: is required")
    picture = inspect(part.content)
    if picture is None:
        raise refuse(call, 400, "invalid_mime_type", "init_image: must be a PNG or JPEG image")
    texts = [
        {"text": v}
        for k, v in sorted(call.form.items())
        if re.fullmatch(r"text_prompts\[\d+\]\[text\]", k)
    ]
    words = _prompts(call, texts)
    samples = _whole(call, call.form, "samples", 1, 1, 10)
    seed = _whole(call, call.form, "seed", 0, 0, 4_294_967_295) or _seed(sim, words)
    return _v1_answer(call, words, (picture.width, picture.height), samples, seed)


def _generate(sim: Simulation, call: Call, kind: str) -> Answer:
    form = call.form
    if not call.headers.get("content-type", "").startswith("multipart/form-data"):
        raise refuse(call, 400, "bad_request", "content-type: must be multipart/form-data")
    if sum(len(part.content) for part in call.files.values()) > MAX_REQUEST:
        raise refuse(call, 413, "payload_too_large", "Your request was larger than 10MiB.")
    prompt = form.get("prompt", "")
    if not 1 <= len(prompt) <= 10_000:
        raise refuse(
            call, 400, "bad_request", "prompt: is required and must have 1 to 10000 characters"
        )
    ratio, output = form.get("aspect_ratio", "1:1"), form.get("output_format", "png")
    if ratio not in RATIO_SIZES:
        raise refuse(
            call, 400, "bad_request", f"aspect_ratio: must be one of {', '.join(RATIO_SIZES)}"
        )
    if output not in MIMES:
        raise refuse(call, 400, "bad_request", f"output_format: must be one of {', '.join(MIMES)}")
    if form.get("style_preset", "anime") not in STYLES:
        raise refuse(call, 400, "bad_request", "style_preset: is not a valid preset")
    if _foreign(prompt):
        raise refuse(
            call,
            422,
            "invalid_language",
            "English is the only supported language for this service.",
        )
    seed = _whole(call, form, "seed", 0, 0, 4_294_967_294) or _seed(sim, prompt)
    try:
        content = draw(*RATIO_SIZES[ratio], f"{prompt}|{seed}|{kind}", MIMES[output])
    except RuntimeError as error:
        raise refuse(call, 500, "internal_error", str(error)) from error
    headers = {
        "finish-reason": "SUCCESS",
        "seed": str(seed),
        "x-request-id": hashlib.sha256(content).hexdigest()[:32],
    }
    if "application/json" in call.headers.get("accept", ""):
        body = {
            "image": base64.b64encode(content).decode(),
            "finish_reason": "SUCCESS",
            "seed": seed,
        }
        return Answer(200, body, {"x-request-id": headers["x-request-id"]})
    return Answer(200, content, headers, MIMES[output])


def _v1_answer(call: Call, words: str, size: tuple[int, int], samples: int, seed: int) -> Answer:
    pictures = [draw(*size, f"{words}|{seed + number}") for number in range(samples)]
    if call.headers.get("accept", "").startswith("image/png"):
        if samples != 1:
            raise refuse(
                call, 400, "invalid_samples", "samples: must be 1 when accept is image/png"
            )
        return Answer(
            200, pictures[0], {"Finish-Reason": "SUCCESS", "Seed": str(seed)}, "image/png"
        )
    artifacts = [
        {
            "base64": base64.b64encode(content).decode(),
            "seed": seed + number,
            "finishReason": "SUCCESS",
        }
        for number, content in enumerate(pictures)
    ]
    return Answer(body={"artifacts": artifacts})


def _admit(sim: Simulation, call: Call) -> None:
    key = call.bearer()
    if key is None:
        raise refuse(call, 401, "unauthorized", "missing authorization header")
    if key != sim.config.accounts.stability_key or sim.token_states.get(key, "ok") != "ok":
        raise refuse(call, 401, "unauthorized", "Incorrect API key provided")


def _check_engine(call: Call, engine: str) -> None:
    if engine not in SDXL + OTHER:
        raise refuse(call, 404, "not_found", f"The specified engine (ID {engine}) was not found.")


def _check_size(call: Call, engine: str, width: object, height: object) -> None:
    if engine in SDXL and (width, height) not in SDXL_SIZES:
        allowed = ", ".join(f"{across}x{up}" for across, up in SDXL_SIZES)
        raise refuse(
            call,
            400,
            "invalid_sdxl_v1_dimensions",
            "for stable-diffusion-xl-1024-v0-9 and stable-diffusion-xl-1024-v1-0 the allowed "
            f"dimensions are {allowed}, but we received {width}x{height}",
        )
    for side in (width, height):
        if not isinstance(side, int) or side % 64 or not 320 <= side <= 1536:
            raise refuse(
                call,
                400,
                "invalid_height_or_width",
                "height and width must be multiples of 64, 320 to 1536",
            )


def _check_common(call: Call, body: JsonObject) -> None:
    scale = body.get("cfg_scale", 7)
    if not isinstance(scale, int | float) or not 0 <= scale <= 35:
        raise refuse(call, 400, "bad_request", "cfg_scale: must be between 0 and 35")
    if body.get("style_preset", "anime") not in STYLES:
        raise refuse(call, 400, "bad_request", "style_preset: is not a valid preset")


def _prompts(call: Call, prompts: object) -> str:
    if not isinstance(prompts, list) or not prompts:
        raise refuse(call, 400, "bad_request", "text_prompts: is required")
    texts = [str(item.get("text", "")) if isinstance(item, dict) else "" for item in prompts]
    if any(not 0 < len(text) <= 2000 for text in texts):
        raise refuse(
            call, 400, "invalid_prompts", "text_prompts: each text must have 1 to 2000 characters"
        )
    return " | ".join(texts)


def _whole(
    call: Call, body: JsonObject | dict[str, str], name: str, usual: int, low: int, high: int
) -> int:
    try:
        value = int(body.get(name, usual))
    except (TypeError, ValueError):
        value = low - 1
    if not low <= value <= high:
        raise refuse(call, 400, "bad_request", f"{name}: must be between {low} and {high}")
    return value


def _seed(sim: Simulation, words: str) -> int:
    digest = hashlib.sha256(f"{sim.config.seed}{words}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % 4_294_967_294 or 1


def _foreign(prompt: str) -> bool:
    letters = [letter for letter in prompt if letter.isalpha()]
    return bool(letters) and sum(ord(letter) > 0x24F for letter in letters) * 2 > len(letters)


def _engines() -> Answer:
    found = [
        {"id": engine, "name": engine, "description": engine, "type": "PICTURE"}
        for engine in SDXL + OTHER
    ]
    return Answer(body=found)


def _raise(refused: Refused) -> Answer:
    raise refused
