"""Uploading to X: at once, in pieces, by the old v1.1 path, and the alternative text."""

import base64
import binascii
import hashlib

from pressroom.simulator.images import inspect
from pressroom.simulator.records import Asset
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject
from pressroom.simulator.x_access import Caller
from pressroom.simulator.x_problems import invalid, problem
from pressroom.simulator.x_shape import APPEND, CATEGORIES, METADATA, START, UPLOAD, read_body
from pressroom.simulator.x_view import media_key

MAX_BYTES = {
    "tweet_image": 5 * 1024 * 1024,
    "dm_image": 5 * 1024 * 1024,
    "tweet_gif": 15 * 1024 * 1024,
    "dm_gif": 15 * 1024 * 1024,
}
MAX_VIDEO = 512 * 1024 * 1024
EXPIRES_SECONDS = 86400
MAX_ALT_TEXT = 1000


def upload(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """POST /2/media/upload: bytes in multipart, or base64 in JSON."""
    del caller
    content, category = _read_upload(call)
    asset = _keep(sim, content, category)
    return Answer(body={"data": _described(asset)})


def upload_v1(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """POST /1.1/media/upload.json as tweepy sends it."""
    del caller
    part = call.files.get("media")
    text = call.params.get("media_data", "")
    if part is None and not text:
        raise invalid({"media": ""}, "media parameter is missing")
    content = part.content if part else _from_base64(text)
    asset = _keep(sim, content, call.params.get("media_category", "tweet_image"))
    body: JsonObject = {
        "media_id": int(asset.id),
        "media_id_string": asset.id,
        "size": asset.size,
        "expires_after_secs": EXPIRES_SECONDS,
        "image": {"image_type": asset.mime, "w": asset.width, "h": asset.height},
    }
    return Answer(body=body)


def start(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """POST /2/media/upload/initialize: a session for a file in pieces."""
    del caller
    body = read_body(call, START)
    category = str(body.get("media_category", "tweet_image"))
    total = int(body.get("total_bytes", 0))
    _check_size(total, category)
    asset = Asset(
        "x",
        sim.world.tweet_id(sim.now()),
        str(body.get("media_type", "image/png")),
        0,
        0,
        0,
        "",
        sim.now(),
        category=category,
        total_bytes=total,
        finalized=False,
    )
    sim.world.assets[asset.id] = asset
    sim.world.changed()
    return Answer(body={"data": _described(asset)})


def append(sim: Simulation, call: Call, caller: Caller, media_id: str) -> Answer:
    """POST /2/media/upload/{id}/append: one piece; the same piece again changes nothing."""
    del caller
    asset = _session(sim, media_id)
    part = call.files.get("media")
    if part is not None:
        index = call.form.get("segment_index", "")
        if not index.isdecimal() or int(index) > 999:
            raise invalid({"segment_index": index}, "$.segment_index: must be between 0 and 999")
        content = part.content
    else:
        document = read_body(call, APPEND)
        index = str(document["segment_index"])
        content = _from_base64(str(document["media"]))
    asset.segments[index] = len(content)
    asset.sha256 = hashlib.sha256(f"{asset.sha256}{index}".encode() + content).hexdigest()
    sim.world.changed()
    return Answer(body={"data": {"expires_at": int(asset.created_at + EXPIRES_SECONDS)}})


def finalize(sim: Simulation, call: Call, caller: Caller, media_id: str) -> Answer:
    """POST /2/media/upload/{id}/finalize: the pieces become a medium."""
    del call, caller
    asset = _session(sim, media_id)
    asset.size = sum(asset.segments.values())
    if not asset.segments or (asset.total_bytes and asset.size != asset.total_bytes):
        detail = f"Segments have {asset.size} bytes, the file should have {asset.total_bytes}."
        raise invalid({"id": media_id}, detail)
    asset.finalized = True
    sim.world.changed()
    data = _described(asset)
    if asset.mime.startswith("video/"):
        data["processing_info"] = {"state": "succeeded", "progress_percent": 100}
    return Answer(body={"data": data})


def status(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """GET /2/media/upload?command=STATUS&media_id=."""
    del caller
    if call.query.get("command", "STATUS") != "STATUS":
        raise invalid(
            {"command": call.query["command"]}, "The `command` query parameter must be STATUS"
        )
    asset = _session(sim, call.query.get("media_id", ""))
    data = _described(asset)
    state = "succeeded" if asset.finalized else "pending"
    data["processing_info"] = {"state": state, "progress_percent": 100 if asset.finalized else 0}
    return Answer(body={"data": data})


def metadata(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """POST /2/media/metadata: the alternative text."""
    del caller
    body = read_body(call, METADATA)
    asset = _session(sim, str(body["id"]))
    asset.alt_text = str(body.get("metadata", {}).get("alt_text", {}).get("text", ""))
    sim.world.changed()
    associated = {"alt_text": {"text": asset.alt_text}}
    return Answer(body={"data": {"id": asset.id, "associated_metadata": associated}})


def metadata_v1(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """POST /1.1/media/metadata/create.json as tweepy sends it."""
    del caller
    body = call.document if isinstance(call.document, dict) else {}
    asset = _session(sim, str(body.get("media_id", "")))
    asset.alt_text = str(body.get("alt_text", {}).get("text", ""))[:MAX_ALT_TEXT]
    sim.world.changed()
    return Answer(200, b"", media_type="text/plain")


def _read_upload(call: Call) -> tuple[bytes, str]:
    if call.files or call.form:
        part = call.files.get("media")
        category = call.form.get("media_category", "")
        for name in (*call.files, *call.form):
            if name not in {"media", "media_category", "media_type", "shared", "additional_owners"}:
                raise invalid({name: ""}, f"$.{name}: is not defined in the schema")
        if part is None:
            raise invalid({"media": ""}, "$.media: is missing but it is required")
        if category not in CATEGORIES:
            raise invalid(
                {"media_category": category}, "$.media_category: is missing but it is required"
            )
        return part.content, category
    document = read_body(call, UPLOAD)
    return _from_base64(str(document["media"])), str(document["media_category"])


def _keep(sim: Simulation, content: bytes, category: str) -> Asset:
    _check_size(len(content), category)
    picture = inspect(content)
    if picture is None and category in {"tweet_image", "tweet_gif"}:
        raise invalid({"media": "…"}, "media type unrecognized.")
    asset = Asset(
        "x",
        sim.world.tweet_id(sim.now()),
        picture.mime if picture else "application/octet-stream",
        len(content),
        picture.width if picture else 0,
        picture.height if picture else 0,
        hashlib.sha256(content).hexdigest(),
        sim.now(),
        category=category,
    )
    sim.world.assets[asset.id] = asset
    sim.world.changed()
    return asset


def _check_size(size: int, category: str) -> None:
    limit = MAX_BYTES.get(category, MAX_VIDEO)
    if size > limit:
        raise invalid({"media": size}, f"File size exceeds {limit} bytes.")


def _session(sim: Simulation, media_id: str) -> Asset:
    asset = sim.world.assets.get(media_id)
    if asset is None or asset.platform != "x" or sim.now() - asset.created_at > EXPIRES_SECONDS:
        raise problem(404, "Not Found", f"Could not find media with id: [{media_id}].")
    return asset


def _described(asset: Asset) -> JsonObject:
    data: JsonObject = {
        "id": asset.id,
        "media_key": media_key(asset.id),
        "expires_after_secs": EXPIRES_SECONDS,
    }
    if asset.finalized:
        data["size"] = asset.size
        if asset.width:
            data["image"] = {"image_type": asset.mime, "w": asset.width, "h": asset.height}
    return data


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise invalid({"media": "…"}, "$.media: is not valid base64") from None
