"""Publishing on the Page: posts, drafts, scheduled posts and photos, with the Page's own rules."""

import hashlib
from urllib.parse import urlsplit

from pressroom.simulator.fetch import FetchError, fetch
from pressroom.simulator.graph_errors import bad_parameter, graph_error
from pressroom.simulator.graph_fields import read_time
from pressroom.simulator.graph_params import flag, objects
from pressroom.simulator.images import Picture, inspect
from pressroom.simulator.records import Asset, Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call

MAX_MESSAGE = 63_206
MAX_PHOTOS = 10
MAX_PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_TYPES = frozenset({"image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff"})
SOONEST = 600.0
LATEST = 30 * 86400.0


def create_post(sim: Simulation, call: Call, page_id: str) -> Answer:
    """POST /{page}/feed: a post that is live, scheduled or a draft."""
    message = call.params.get("message", "")
    link = call.params.get("link")
    photos = [str(item.get("media_fbid", "")) for item in objects(call, "attached_media")]
    if not message.strip() and not link and not photos:
        raise graph_error(197)
    _check_message(message)
    if link is not None:
        _check_link(link)
    scheduled_at = _schedule(sim, call)
    _check_photos(sim, photos, scheduled=scheduled_at is not None)
    now = sim.now()
    live = flag(call, "published", True)
    if live and not photos:
        _refuse_duplicate(sim, message, link, now)
    post = Post(
        "facebook",
        f"{page_id}_{sim.world.new_id('1221')}",
        message,
        page_id,
        now,
        standing="scheduled" if scheduled_at is not None else "draft",
        scheduled_at=scheduled_at,
        link=link,
        asset_ids=photos,
        media_type="photo" if photos else "link" if link else "status",
    )
    sim.world.posts["facebook"][post.id] = post
    for photo_id in photos:
        sim.world.assets[photo_id].post_id = post.id
    sim.world.changed()
    if live:
        show(sim, post, now)
    return Answer(body={"id": post.id})


def show(sim: Simulation, post: Post, now: float) -> None:
    """Publish a post together with its photos."""
    for photo_id in post.asset_ids:
        sim.world.assets[photo_id].published = True
    sim.world.go_live(post, now)


def update_post(sim: Simulation, call: Call, post_id: str) -> Answer:
    """POST /{post}: edit, hide, move, or publish what is not live; twice is once."""
    post = sim.world.posts["facebook"][post_id]
    now = sim.now()
    message = call.params.get("message")
    if message is not None:
        _check_message(message)
        post.text = message
        post.updated_at = now
    if "scheduled_publish_time" in call.params:
        if post.standing == "live":
            raise bad_parameter("You cannot specify a scheduled publish time on a published post.")
        post.scheduled_at = _within_window(sim, call.params["scheduled_publish_time"])
        post.standing = "scheduled"
    if "is_hidden" in call.params:
        post.hidden = flag(call, "is_hidden", False)
    if flag(call, "is_published", False) and post.standing in {"draft", "scheduled"}:
        post.scheduled_at = None
        show(sim, post, now)
    sim.world.changed()
    return Answer(body={"success": True})


def delete_post(sim: Simulation, call: Call, post_id: str) -> Answer:
    """DELETE /{post}; the truth still knows that it was live."""
    del call
    sim.world.posts["facebook"][post_id].standing = "deleted"
    sim.world.changed()
    return Answer(body={"success": True})


async def upload_photo(sim: Simulation, call: Call, page_id: str) -> Answer:
    """POST /{page}/photos: a photo of its own, or one staged for a post."""
    content = await _photo_bytes(sim, call)
    if len(content) > MAX_PHOTO_BYTES:
        raise graph_error(5101, subcode=1366046)
    picture = inspect(content)
    if picture is None or picture.mime not in PHOTO_TYPES:
        raise graph_error(
            324,
            "(#324) Missing or invalid image file",
            subcode=2069019,
            user_message="Photos should be saved as JPG, PNG, GIF or TIFF files.",
            title="Invalid image file",
        )
    now = sim.now()
    scheduled_at = _schedule(sim, call)
    photo = _keep_photo(sim, call, content, picture)
    if not flag(call, "published", True) and scheduled_at is None:
        return Answer(body={"id": photo.id})
    post = Post(
        "facebook",
        f"{page_id}_{sim.world.new_id('1221')}",
        photo.caption,
        page_id,
        now,
        standing="draft" if scheduled_at is None else "scheduled",
        scheduled_at=scheduled_at,
        asset_ids=[photo.id],
        media_type="photo",
    )
    sim.world.posts["facebook"][post.id] = post
    photo.post_id = post.id
    if scheduled_at is not None:
        return Answer(body={"id": photo.id})
    show(sim, post, now)
    return Answer(body={"id": photo.id, "post_id": post.id})


def delete_photo(sim: Simulation, call: Call, photo_id: str) -> Answer:
    """DELETE /{photo}."""
    del call
    sim.world.assets.pop(photo_id)
    sim.world.changed()
    return Answer(body={"success": True})


async def _photo_bytes(sim: Simulation, call: Call) -> bytes:
    upload = call.files.get("source")
    url = call.params.get("url")
    if upload is not None and url is None:
        return upload.content
    if url is None or upload is not None:
        raise graph_error(324)
    try:
        return await fetch(sim.config, url)
    except FetchError:
        raise graph_error(
            324,
            "(#324) Missing or invalid image file",
            subcode=2069019,
            title="Invalid image address",
            user_message=f"The photo could not be downloaded from {url}.",
        ) from None


def _keep_photo(sim: Simulation, call: Call, content: bytes, picture: Picture) -> Asset:
    params = call.params
    photo = Asset(
        "facebook",
        sim.world.new_id("1222"),
        picture.mime,
        len(content),
        picture.width,
        picture.height,
        hashlib.sha256(content).hexdigest(),
        sim.now(),
        alt_text=params.get("alt_text_custom", ""),
        caption=params.get("caption") or params.get("message") or params.get("name", ""),
        temporary=flag(call, "temporary", False),
    )
    sim.world.assets[photo.id] = photo
    sim.world.changed()
    return photo


def _check_message(message: str) -> None:
    if len(message) > MAX_MESSAGE:
        raise bad_parameter(f"Param message must be no longer than {MAX_MESSAGE} characters.")


def _check_link(link: str) -> None:
    parts = urlsplit(link)
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not host:
        raise graph_error(1500)
    if "." not in host and host != "localhost":
        raise graph_error(1609005)
    if host == "facebook.com" or host.endswith(".facebook.com"):
        raise graph_error(100, "(#100) Cannot post a Facebook.com link", subcode=1609008)


def _check_photos(sim: Simulation, photos: list[str], *, scheduled: bool) -> None:
    if len(photos) > MAX_PHOTOS:
        raise bad_parameter(f"Param attached_media must have at most {MAX_PHOTOS} elements.")
    for photo_id in photos:
        photo = sim.world.assets.get(photo_id)
        if photo is None or photo.platform != "facebook":
            raise bad_parameter(f"Param attached_media: {photo_id} is not a valid photo id.")
        if photo.published or _is_taken(sim, photo):
            raise graph_error(100, "(#100) These photos were already posted.", subcode=1366051)
        if scheduled and not photo.temporary:
            raise bad_parameter("Photos of a scheduled post must be uploaded with temporary=true.")


def _is_taken(sim: Simulation, photo: Asset) -> bool:
    post = sim.world.posts["facebook"].get(photo.post_id or "")
    return post is not None and post.standing != "deleted"


def _schedule(sim: Simulation, call: Call) -> float | None:
    text = call.params.get("scheduled_publish_time")
    if text is None:
        return None
    if flag(call, "published", True):
        raise bad_parameter("You cannot specify a scheduled publish time on a published post.")
    return _within_window(sim, text)


def _within_window(sim: Simulation, text: str) -> float:
    at = read_time(text, "scheduled_publish_time")
    if not sim.now() + SOONEST - 1 <= at <= sim.now() + LATEST + 1:
        raise graph_error(
            100,
            "(#100) The specified scheduled publish time is invalid.",
            title="Invalid time",
            user_message="The time must be between 10 minutes and 30 days from now.",
        )
    return at


def _refuse_duplicate(sim: Simulation, message: str, link: str | None, now: float) -> None:
    since = now - sim.config.facebook_duplicate_window.total_seconds()
    for post in sim.world.live_posts("facebook"):
        recent = (post.live_at or 0.0) > since and not post.asset_ids
        if recent and post.text == message and post.link == link:
            raise graph_error(506)
