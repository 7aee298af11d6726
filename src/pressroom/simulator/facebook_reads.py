"""Reading the Page: its posts, photos and lists, with fields, edges inside fields and cursors."""

from collections.abc import Callable, Iterable

from pressroom.simulator.graph_fields import (
    Field,
    graph_time,
    page_of,
    parse_fields,
    read_limit,
    read_node,
    read_time,
)
from pressroom.simulator.graph_insights import facebook_insights
from pressroom.simulator.growth import numbers
from pressroom.simulator.records import Asset, Comment, Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject

Getters = dict[str, Callable[[Field], object]]


def read_post(sim: Simulation, call: Call, post_id: str) -> Answer:
    """GET /{post}."""
    wanted = parse_fields(call.params.get("fields", ""))
    return Answer(body=post_node(sim, sim.world.posts["facebook"][post_id], wanted))


def read_photo(sim: Simulation, call: Call, photo_id: str) -> Answer:
    """GET /{photo}."""
    wanted = parse_fields(call.params.get("fields", ""))
    return Answer(body=photo_node(sim, sim.world.assets[photo_id], wanted))


def list_live(sim: Simulation, call: Call, page_id: str) -> Answer:
    """GET /{page}/feed, /posts and /published_posts: what is live, newest first."""
    before = sim.listed_before()
    found = [
        p for p in sim.world.live_posts("facebook") if (p.live_at or 0.0) <= before and not p.hidden
    ]
    own = [p for p in found if p.author_id == page_id]
    return _listing(sim, call, sorted(own, key=lambda p: (p.live_at or 0.0, p.id), reverse=True))


def list_scheduled(sim: Simulation, call: Call, page_id: str) -> Answer:
    """GET /{page}/scheduled_posts: what waits for its time, the next one first."""
    del page_id
    before = sim.listed_before()
    waiting = [
        p
        for p in sim.world.posts["facebook"].values()
        if p.standing == "scheduled" and p.created_at <= before
    ]
    return _listing(sim, call, sorted(waiting, key=lambda p: (p.scheduled_at or 0.0, p.id)))


def list_nothing(sim: Simulation, call: Call, page_id: str) -> Answer:
    """Lists that stay empty in this world, such as posts of visitors."""
    del sim, call, page_id
    return Answer(body={"data": []})


def list_photos(sim: Simulation, call: Call, page_id: str) -> Answer:
    """GET /{page}/photos: the published ones, newest first."""
    del page_id
    wanted = parse_fields(call.params.get("fields", "id,created_time"))
    photos = {
        a.id: a for a in sim.world.assets.values() if a.platform == "facebook" and a.published
    }
    ids = sorted(photos, key=lambda item: (photos[item].created_at, item), reverse=True)
    return Answer(body=page_of(call, ids, lambda item: photo_node(sim, photos[item], wanted)))


def list_attachments(sim: Simulation, call: Call, post_id: str) -> Answer:
    """GET /{post}/attachments."""
    del call
    return Answer(body=_attachments(sim, sim.world.posts["facebook"][post_id]) or {"data": []})


def list_reactions(sim: Simulation, call: Call, post_id: str) -> Answer:
    """GET /{post}/reactions and /likes: how many; who it was stays hidden."""
    total = numbers(sim.config, sim.world.posts["facebook"][post_id], sim.now()).reactions
    answer: JsonObject = {"data": []}
    if "summary" in call.params:
        answer["summary"] = {"total_count": total}
    return Answer(body=answer)


def post_node(sim: Simulation, post: Post, wanted: list[Field]) -> JsonObject:
    """A post with the wanted fields."""
    accounts = sim.config.accounts
    gathered = numbers(sim.config, post, sim.now())
    shown_at = post.live_at if post.live_at is not None else post.created_at
    getters: Getters = {
        "id": lambda _: post.id,
        "message": lambda _: post.text or None,
        "created_time": lambda _: graph_time(shown_at),
        "updated_time": lambda _: graph_time(post.updated_at or shown_at),
        "permalink_url": lambda _: f"https://www.facebook.com/{post.id}",
        "is_published": lambda _: post.standing == "live",
        "is_hidden": lambda _: post.hidden,
        "is_expired": lambda _: False,
        "scheduled_publish_time": lambda _: int(post.scheduled_at) if post.scheduled_at else None,
        "from": lambda _: {"name": accounts.page_name, "id": accounts.page_id},
        "status_type": lambda _: {"photo": "added_photos", "link": "shared_story"}.get(
            post.media_type, "mobile_status_update"
        ),
        "shares": lambda _: {"count": gathered.shares} if gathered.shares else None,
        "reactions": lambda f: _counted(f, gathered.reactions),
        "likes": lambda f: _counted(f, gathered.likes),
        "comments": lambda f: _comments_inside(sim, post, f),
        "attachments": lambda _: _attachments(sim, post),
        "full_picture": lambda _: _picture_url(post.asset_ids[0]) if post.asset_ids else None,
        "insights": lambda f: facebook_insights(sim, post, f.arguments.get("metric", "")),
        "privacy": lambda _: {"value": "EVERYONE", "description": "Public"},
        "parent_id": lambda _: None,
        "story": lambda _: None,
        "icon": lambda _: None,
        "properties": lambda _: None,
    }
    return read_node("PagePost", getters, wanted, ("created_time", "message", "id"))


def photo_node(sim: Simulation, photo: Asset, wanted: list[Field]) -> JsonObject:
    """A photo with the wanted fields."""
    accounts = sim.config.accounts
    getters: Getters = {
        "id": lambda _: photo.id,
        "created_time": lambda _: graph_time(photo.created_at),
        "updated_time": lambda _: graph_time(photo.created_at),
        "name": lambda _: photo.caption or None,
        "alt_text": lambda _: photo.alt_text or "May be an image",
        "alt_text_custom": lambda _: photo.alt_text or None,
        "width": lambda _: photo.width,
        "height": lambda _: photo.height,
        "link": lambda _: f"https://www.facebook.com/photo.php?fbid={photo.id}",
        "picture": lambda _: _picture_url(photo.id),
        "images": lambda _: [
            {"width": photo.width, "height": photo.height, "source": _picture_url(photo.id)}
        ],
        "source": lambda _: _picture_url(photo.id),
        "page_story_id": lambda _: photo.post_id if photo.published else None,
        "from": lambda _: {"name": accounts.page_name, "id": accounts.page_id},
    }
    return read_node("Photo", getters, wanted, ("created_time", "name", "id"))


def comment_node(sim: Simulation, comment: Comment, wanted: list[Field]) -> JsonObject:
    """A comment of a Page post with the wanted fields."""
    own = comment.author_id == sim.config.accounts.page_id
    answers = [c for c in sim.world.comments_of(comment.post_id) if c.parent_id == comment.id]
    young = sim.now() - comment.created_at <= 7 * 86400
    getters: Getters = {
        "id": lambda _: comment.id,
        "message": lambda _: comment.text,
        "created_time": lambda _: graph_time(comment.created_at),
        "from": lambda _: {"name": comment.author_name, "id": comment.author_id},
        "parent": lambda _: _parent(sim, comment),
        "is_hidden": lambda _: comment.hidden,
        "is_private": lambda _: False,
        "can_hide": lambda _: not own,
        "can_remove": lambda _: True,
        "can_comment": lambda _: not comment.hidden,
        "can_like": lambda _: True,
        "can_reply_privately": lambda _: not own and young and comment.private_reply is None,
        "private_reply_conversation": lambda _: (
            {"id": f"t_{comment.id}"} if comment.private_reply is not None else None
        ),
        "like_count": lambda _: 0,
        "user_likes": lambda _: False,
        "comment_count": lambda _: len(answers),
        "permalink_url": lambda _: (
            f"https://www.facebook.com/{comment.post_id}?comment_id={comment.id}"
        ),
        "attachment": lambda _: None,
        "message_tags": lambda _: None,
        "object": lambda _: {"id": comment.post_id},
        "comments": lambda f: {"data": [comment_node(sim, answer, f.below) for answer in answers]},
    }
    return read_node("Comment", getters, wanted, ("created_time", "from", "message", "id"))


def _listing(sim: Simulation, call: Call, posts: Iterable[Post]) -> Answer:
    params = call.params
    wanted = parse_fields(params.get("fields", ""))
    since = read_time(params["since"], "since") if "since" in params else 0.0
    until = read_time(params["until"], "until") if "until" in params else float("inf")
    chosen = {
        p.id: p for p in posts if since <= (p.live_at or p.scheduled_at or p.created_at) <= until
    }
    return Answer(
        body=page_of(call, list(chosen), lambda item: post_node(sim, chosen[item], wanted))
    )


def _counted(field: Field, total: int) -> JsonObject:
    answer: JsonObject = {"data": []}
    if "summary" in field.arguments:
        answer["summary"] = {"total_count": total, "viewer_reaction": "NONE"}
    return answer


def _comments_inside(sim: Simulation, post: Post, field: Field) -> JsonObject:
    top = [c for c in sim.world.comments_of(post.id) if c.parent_id is None and not c.hidden]
    shown = top[: read_limit(field.arguments.get("limit"))]
    answer: JsonObject = {"data": [comment_node(sim, c, field.below) for c in shown]}
    if "summary" in field.arguments:
        answer["summary"] = {"order": "chronological", "total_count": len(top), "can_comment": True}
    return answer


def _attachments(sim: Simulation, post: Post) -> JsonObject | None:
    if not post.asset_ids:
        if post.link is None:
            return None
        return {
            "data": [
                {
                    "type": "share",
                    "url": post.link,
                    "title": post.link,
                    "target": {"url": post.link},
                }
            ]
        }
    photos = [_attachment(sim, photo_id) for photo_id in post.asset_ids]
    if len(photos) == 1:
        return {"data": photos}
    whole = {**photos[0], "type": "album", "title": "Photos", "target": {"id": post.id}}
    whole["subattachments"] = {"data": photos}
    return {"data": [whole]}


def _attachment(sim: Simulation, photo_id: str) -> JsonObject:
    photo = sim.world.assets.get(photo_id)
    link = f"https://www.facebook.com/photo.php?fbid={photo_id}"
    image = {"width": photo.width if photo else 0, "height": photo.height if photo else 0}
    return {
        "type": "photo",
        "url": link,
        "media": {"image": {**image, "src": _picture_url(photo_id)}},
        "target": {"id": photo_id, "url": link},
    }


def _parent(sim: Simulation, comment: Comment) -> JsonObject | None:
    parent = sim.world.comments.get(comment.parent_id or "")
    if parent is None:
        return None
    return {
        "id": parent.id,
        "message": parent.text,
        "created_time": graph_time(parent.created_at),
        "from": {"name": parent.author_name, "id": parent.author_id},
    }


def _picture_url(photo_id: str) -> str:
    return f"https://scontent.sim.invalid/{photo_id}.jpg"
