"""Publishing on Instagram: containers from downloaded JPEGs, their status, and publishing once."""

import hashlib
import re

from pressroom.simulator.fetch import FetchError, fetch
from pressroom.simulator.graph_errors import bad_parameter, graph_error, instagram_error
from pressroom.simulator.graph_fields import Field, parse_fields, read_node
from pressroom.simulator.graph_params import flag, text_list
from pressroom.simulator.images import inspect
from pressroom.simulator.records import Asset, Container, Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject

DAY = 86400.0
MAX_BYTES = 8 * 1024 * 1024
MIN_RATIO, MAX_RATIO = 0.8, 1.91
MAX_CAPTION, MAX_MENTIONS = 2200, 20
MEDIA_TYPES = frozenset({"IMAGE", "CAROUSEL", "REELS", "STORIES", "VIDEO"})
STATUS_WORDS = {
    "FINISHED": "Finished: Media has been uploaded and it is ready to be published.",
    "IN_PROGRESS": "In Progress: Media is still being processed.",
    "PUBLISHED": "Published: Media has been successfully published.",
    "EXPIRED": "Expired: The container was not published within 24 hours and has expired.",
}


async def create_container(sim: Simulation, call: Call, account_id: str) -> Answer:
    """POST /{ig account}/media: a container of one picture, or of two to ten others."""
    del account_id
    params = call.params
    media_type = params.get("media_type", "IMAGE").upper()
    if media_type not in MEDIA_TYPES:
        raise instagram_error(2207023, params["media_type"])
    _check_caption(sim, params.get("caption", ""))
    _check_daily_containers(sim)
    if media_type == "CAROUSEL":
        container = _carousel(sim, call)
    elif "video_url" in params:
        raise graph_error(352, "The video format is not supported.", subcode=2207026, status=400)
    else:
        container = await _single(sim, call, media_type)
    sim.world.containers[container.id] = container
    sim.world.changed()
    return Answer(body={"id": container.id})


def read_container(sim: Simulation, call: Call, container_id: str) -> Answer:
    """GET /{container}: where it stands."""
    wanted = parse_fields(call.params.get("fields", ""))
    return Answer(body=container_node(sim, sim.world.containers[container_id], wanted))


def container_node(sim: Simulation, container: Container, wanted: list[Field]) -> JsonObject:
    """A container with the wanted fields."""
    code = status_of(sim, container)
    words = STATUS_WORDS.get(
        code, f"Error: Media upload has failed with error code {container.error_subcode}"
    )
    getters = {
        "id": lambda _: container.id,
        "status_code": lambda _: code,
        "status": lambda _: words,
    }
    return read_node("IGContainer", dict(getters), wanted, ("id",))


def status_of(sim: Simulation, container: Container) -> str:
    """PUBLISHED, ERROR, EXPIRED, IN_PROGRESS or FINISHED."""
    age = sim.now() - container.created_at
    if container.media_id is not None:
        return "PUBLISHED"
    if container.error_subcode is not None:
        return "ERROR"
    if age > sim.config.instagram_container_life.total_seconds():
        return "EXPIRED"
    if age < sim.config.instagram_processing.total_seconds():
        return "IN_PROGRESS"
    return "FINISHED"


def publish_container(sim: Simulation, call: Call, account_id: str) -> Answer:
    """POST /{ig account}/media_publish: shows the container to the world, once."""
    creation_id = call.params.get("creation_id")
    if not creation_id:
        raise bad_parameter("The parameter creation_id is required")
    container = sim.world.containers.get(creation_id)
    if container is None:
        raise instagram_error(2207006, f"media-id = {creation_id}")
    standing = status_of(sim, container)
    if standing in {"PUBLISHED", "EXPIRED"}:
        raise instagram_error(2207008, creation_id)
    if standing != "FINISHED":
        raise instagram_error(2207027)
    if container.is_carousel_item:
        raise instagram_error(2207006, f"media-id = {creation_id}")
    if published_lately(sim) >= sim.config.instagram_posts_per_day:
        raise instagram_error(2207042)
    now = sim.now()
    media = Post(
        "instagram",
        sim.world.new_id("179", 17),
        container.caption,
        account_id,
        now,
        asset_ids=_assets_of(sim, container),
        media_type="CAROUSEL_ALBUM" if container.media_type == "CAROUSEL" else "IMAGE",
        alt_text=container.alt_text,
        made_with_ai=container.made_with_ai,
    )
    sim.world.posts["instagram"][media.id] = media
    container.media_id = media.id
    sim.world.go_live(media, now)
    return Answer(body={"id": media.id})


def read_limit(sim: Simulation, call: Call, account_id: str) -> Answer:
    """GET /{ig account}/content_publishing_limit."""
    del account_id
    getters = {
        "quota_usage": lambda _: published_lately(sim),
        "config": lambda _: {
            "quota_total": sim.config.instagram_posts_per_day,
            "quota_duration": 86400,
        },
        "id": lambda _: None,
    }
    wanted = parse_fields(call.params.get("fields", ""))
    node = read_node("ContentPublishingLimit", dict(getters), wanted, ("quota_usage",))
    node.pop("id", None)
    return Answer(body={"data": [node]})


def published_lately(sim: Simulation) -> int:
    """How many posts were published within the last day."""
    since = sim.now() - DAY
    posts = sim.world.posts["instagram"].values()
    return sum(1 for post in posts if not post.by_hand and (post.live_at or 0.0) > since)


async def _single(sim: Simulation, call: Call, media_type: str) -> Container:
    params = call.params
    url = params.get("image_url")
    if not url:
        raise bad_parameter("The parameter image_url is required")
    child = flag(call, "is_carousel_item", False)
    if child and params.get("caption"):
        raise bad_parameter("Param caption is not supported for carousel items")
    try:
        content = await fetch(sim.config, url)
    except FetchError:
        raise instagram_error(2207052, url) from None
    asset = _check_picture(sim, content)
    sim.world.assets[asset.id] = asset
    return Container(
        sim.world.new_id("180", 17),
        params.get("caption", ""),
        media_type,
        sim.now(),
        asset_ids=[asset.id],
        is_carousel_item=child,
        alt_text=params.get("alt_text", ""),
        made_with_ai=flag(call, "is_ai_generated", False),
    )


def _carousel(sim: Simulation, call: Call) -> Container:
    children = text_list(call.params.get("children", ""))
    if not 2 <= len(children) <= 10:
        raise instagram_error(2207028)
    for child_id in children:
        child = sim.world.containers.get(child_id)
        if child is None or not child.is_carousel_item:
            raise instagram_error(2207006, f"media-id = {child_id}")
        if status_of(sim, child) in {"EXPIRED", "PUBLISHED"}:
            raise instagram_error(2207008, child_id)
    return Container(
        sim.world.new_id("180", 17),
        call.params.get("caption", ""),
        "CAROUSEL",
        sim.now(),
        children=children,
        made_with_ai=flag(call, "is_ai_generated", False),
    )


def _check_picture(sim: Simulation, content: bytes) -> Asset:
    if len(content) > MAX_BYTES:
        raise instagram_error(2207004)
    picture = inspect(content)
    if picture is None:
        raise instagram_error(2207005, "unknown")
    if picture.mime != "image/jpeg":
        raise instagram_error(2207005, picture.mime.partition("/")[2].upper())
    ratio = picture.width / picture.height
    if not MIN_RATIO - 0.005 <= ratio <= MAX_RATIO + 0.005:
        raise instagram_error(2207009, f"{ratio:.3f}")
    digest = hashlib.sha256(content).hexdigest()
    new_id = sim.world.new_id("181", 17)
    size = len(content)
    return Asset(
        "instagram", new_id, picture.mime, size, picture.width, picture.height, digest, sim.now()
    )


def _check_caption(sim: Simulation, caption: str) -> None:
    if len(caption) > MAX_CAPTION:
        raise instagram_error(2207010, len(caption))
    if len(re.findall(r"#\w+", caption)) > sim.config.instagram_max_hashtags:
        raise instagram_error(2207040, sim.config.instagram_max_hashtags)
    if len(re.findall(r"(?<!\w)@[\w.]+", caption)) > MAX_MENTIONS:
        raise instagram_error(2207040, MAX_MENTIONS)


def _check_daily_containers(sim: Simulation) -> None:
    since = sim.now() - DAY
    made = sum(1 for container in sim.world.containers.values() if container.created_at > since)
    if made >= sim.config.instagram_containers_per_day:
        raise instagram_error(2207042)


def _assets_of(sim: Simulation, container: Container) -> list[str]:
    if not container.children:
        return list(container.asset_ids)
    return [
        asset for child in container.children for asset in sim.world.containers[child].asset_ids
    ]
