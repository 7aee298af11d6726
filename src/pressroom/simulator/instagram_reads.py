"""Reading Instagram and talking below its pictures: account, media, comments and replies."""

import re

from pressroom.simulator.crowd import handle_of
from pressroom.simulator.graph_errors import bad_parameter, graph_error, missing_object
from pressroom.simulator.graph_fields import (
    Field,
    graph_time,
    page_of,
    parse_fields,
    read_node,
    read_time,
)
from pressroom.simulator.graph_params import flag
from pressroom.simulator.growth import numbers
from pressroom.simulator.records import Comment, Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject

MAX_COMMENT = 300


def read_account(sim: Simulation, call: Call, account_id: str) -> Answer:
    """GET /{ig account}."""
    accounts = sim.config.accounts
    own = [p for p in sim.world.live_posts("instagram") if p.author_id == account_id]
    getters = {
        "id": lambda _: account_id,
        "ig_id": lambda _: account_id[-10:].lstrip("0") or account_id,
        "username": lambda _: accounts.instagram_username,
        "name": lambda _: accounts.page_name,
        "biography": lambda _: "",
        "followers_count": lambda _: sim.config.audience,
        "follows_count": lambda _: 120,
        "media_count": lambda _: len(own),
        "profile_picture_url": lambda _: f"https://scontent.sim.invalid/{account_id}.jpg",
        "website": lambda _: None,
        "mentioned_comment": lambda f: _mentioned_comment(sim, f),
        "mentioned_media": lambda f: _mentioned_media(sim, f),
    }
    wanted = parse_fields(call.params.get("fields", ""))
    return Answer(body=read_node("IGUser", dict(getters), wanted, ("id",)))


def read_media(sim: Simulation, call: Call, media_id: str) -> Answer:
    """GET /{ig media}."""
    wanted = parse_fields(call.params.get("fields", ""))
    return Answer(body=media_node(sim, sim.world.posts["instagram"][media_id], wanted))


def list_media(sim: Simulation, call: Call, account_id: str) -> Answer:
    """GET /{ig account}/media, newest first."""
    params = call.params
    wanted = parse_fields(params.get("fields", ""))
    since = read_time(params["since"], "since") if "since" in params else 0.0
    until = read_time(params["until"], "until") if "until" in params else float("inf")
    before = min(until, sim.listed_before())
    shown = {
        p.id: p
        for p in sim.world.live_posts("instagram")
        if p.author_id == account_id and since <= (p.live_at or 0.0) <= before
    }
    ids = sorted(shown, key=lambda item: (shown[item].live_at or 0.0, item), reverse=True)
    return Answer(body=page_of(call, ids, lambda item: media_node(sim, shown[item], wanted)))


def list_children(sim: Simulation, call: Call, media_id: str) -> Answer:
    """GET /{ig media}/children: the pictures of a carousel."""
    del call
    return Answer(body=_children(sim, sim.world.posts["instagram"][media_id]) or {"data": []})


def update_media(sim: Simulation, call: Call, media_id: str) -> Answer:
    """POST /{ig media}: comments on or off."""
    if "comment_enabled" not in call.params:
        raise bad_parameter("The parameter comment_enabled is required")
    sim.world.posts["instagram"][media_id].comments_enabled = flag(call, "comment_enabled", True)
    sim.world.changed()
    return Answer(body={"success": True})


def delete_media(sim: Simulation, call: Call, media_id: str) -> Answer:
    """DELETE /{ig media}."""
    del call
    sim.world.posts["instagram"][media_id].standing = "deleted"
    sim.world.changed()
    return Answer(body={"success": True})


def list_comments(sim: Simulation, call: Call, media_id: str) -> Answer:
    """GET /{ig media}/comments: the top level, newest first."""
    top = [c for c in sim.world.comments_of(media_id) if c.parent_id is None]
    return _comment_page(sim, call, top[::-1], 50)


def list_replies(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """GET /{ig comment}/replies."""
    parent = sim.world.comments[comment_id]
    return _comment_page(
        sim,
        call,
        [c for c in sim.world.comments_of(parent.post_id) if c.parent_id == comment_id],
        50,
    )


def create_comment(sim: Simulation, call: Call, media_id: str) -> Answer:
    """POST /{ig media}/comments: the account speaks under its own picture."""
    if not sim.world.posts["instagram"][media_id].comments_enabled:
        raise graph_error(10, "(#10) Comments are disabled for this media", status=400)
    return _add(sim, call, media_id, None)


def reply_comment(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """POST /{ig comment}/replies: an answer to an answer goes to the top comment."""
    comment = sim.world.comments[comment_id]
    if comment.hidden:
        raise bad_parameter("Cannot reply to a hidden comment")
    return _add(sim, call, comment.post_id, comment.parent_id or comment.id)


def hide_comment(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """POST /{ig comment} hide=true or false."""
    if "hide" not in call.params:
        raise bad_parameter("The parameter hide is required")
    sim.world.comments[comment_id].hidden = flag(call, "hide", False)
    sim.world.changed()
    return Answer(body={"success": True})


def delete_comment(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """DELETE /{ig comment}; Instagram tells nobody."""
    del call
    sim.world.comments[comment_id].deleted = True
    sim.world.changed()
    return Answer(body={"success": True})


def read_comment(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """GET /{ig comment}: below our own media only; elsewhere the mention alone opens it."""
    wanted = parse_fields(call.params.get("fields", ""))
    comment = sim.world.comments[comment_id]
    media = sim.world.posts["instagram"].get(comment.post_id)
    if media is not None and media.author_id != sim.config.accounts.instagram_id:
        raise missing_object(comment_id, "get")
    return Answer(body=comment_node(sim, comment, wanted))


def mention(sim: Simulation, call: Call, account_id: str) -> Answer:
    """POST /{ig account}/mentions: an answer where somebody named the account."""
    del account_id
    media_id = call.params.get("media_id", "")
    comment = sim.world.comments.get(call.params.get("comment_id", ""))
    if comment is not None:
        return _add(sim, call, comment.post_id, comment.parent_id or comment.id)
    if media_id not in sim.world.posts["instagram"]:
        raise missing_object(media_id or "0", "post")
    return _add(sim, call, media_id, None)


def media_node(sim: Simulation, post: Post, wanted: list[Field]) -> JsonObject:
    """A media with the wanted fields."""
    gathered = numbers(sim.config, post, sim.now())
    shortcode = f"C{int(post.id) % 62**8:x}" if post.id.isdecimal() else post.id
    getters = {
        "id": lambda _: post.id,
        "ig_id": lambda _: post.id[-12:],
        "caption": lambda _: post.text or None,
        "media_type": lambda _: post.media_type or "IMAGE",
        "media_product_type": lambda _: "FEED",
        "media_url": lambda _: f"https://scontent.sim.invalid/{post.id}.jpg",
        "permalink": lambda _: f"https://www.instagram.com/p/{shortcode}/",
        "shortcode": lambda _: shortcode,
        "timestamp": lambda _: graph_time(post.live_at or post.created_at),
        "username": lambda _: _username(sim, post.author_id),
        "like_count": lambda _: gathered.reactions,
        "comments_count": lambda _: len(sim.world.comments_of(post.id)),
        "alt_text": lambda _: post.alt_text or None,
        "is_comment_enabled": lambda _: post.comments_enabled,
        "is_ai_generated": lambda _: post.made_with_ai,
        "owner": lambda _: {"id": post.author_id},
        "children": lambda _: _children(sim, post),
        "comments": lambda f: {
            "data": [comment_node(sim, c, f.below) for c in sim.world.comments_of(post.id)]
        },
        "thumbnail_url": lambda _: None,
    }
    return read_node("IGMedia", dict(getters), wanted, ("id",))


def comment_node(sim: Simulation, comment: Comment, wanted: list[Field]) -> JsonObject:
    """A comment with the wanted fields."""
    replies = [c for c in sim.world.comments_of(comment.post_id) if c.parent_id == comment.id]
    getters = {
        "id": lambda _: comment.id,
        "text": lambda _: comment.text,
        "timestamp": lambda _: graph_time(comment.created_at),
        "username": lambda _: comment.author_name,
        "from": lambda _: {"id": comment.author_id, "username": comment.author_name},
        "user": lambda _: None,
        "hidden": lambda _: comment.hidden,
        "like_count": lambda _: 0,
        "parent_id": lambda _: comment.parent_id,
        "media": lambda _: {"id": comment.post_id, "media_product_type": "FEED"},
        "replies": lambda f: (
            {"data": [comment_node(sim, r, f.below) for r in replies]} if replies else None
        ),
    }
    return read_node("IGComment", dict(getters), wanted, ("timestamp", "text", "id"))


def _mentioned_comment(sim: Simulation, field: Field) -> JsonObject:
    """A comment in which somebody named the account, wherever it is."""
    comment = sim.world.comments.get(field.arguments.get("comment_id", ""))
    if comment is None or comment.deleted or not _names_us(sim, comment.text):
        raise bad_parameter("The comment does not exist or does not mention this user.")
    return comment_node(sim, comment, field.below)


def _mentioned_media(sim: Simulation, field: Field) -> JsonObject:
    """A media in whose caption somebody named the account."""
    media = sim.world.posts["instagram"].get(field.arguments.get("media_id", ""))
    if media is None or media.standing != "live" or not _names_us(sim, media.text):
        raise bad_parameter("The media does not exist or does not mention this user.")
    return media_node(sim, media, field.below)


def _username(sim: Simulation, author_id: str) -> str:
    accounts = sim.config.accounts
    own = author_id == accounts.instagram_id
    return accounts.instagram_username if own else handle_of(author_id)[1]


def _names_us(sim: Simulation, text: str) -> bool:
    return f"@{sim.config.accounts.instagram_username}" in text


def _comment_page(sim: Simulation, call: Call, found: list[Comment], limit: int) -> Answer:
    wanted = parse_fields(call.params.get("fields", ""))
    before = sim.listed_before()
    shown = {c.id: c for c in found if c.created_at <= before}
    return Answer(
        body=page_of(call, list(shown), lambda item: comment_node(sim, shown[item], wanted), limit)
    )


def _children(sim: Simulation, post: Post) -> JsonObject | None:
    del sim
    if len(post.asset_ids) < 2:
        return None
    return {"data": [{"id": asset_id} for asset_id in post.asset_ids]}


def _add(sim: Simulation, call: Call, media_id: str, parent_id: str | None) -> Answer:
    accounts = sim.config.accounts
    text = call.params.get("message", "")
    _check_text(text)
    comment = Comment(
        "instagram",
        sim.world.new_id("178", 17),
        media_id,
        text,
        accounts.instagram_id,
        accounts.instagram_username,
        sim.now(),
        parent_id=parent_id,
    )
    sim.world.add_comment(comment)
    return Answer(body={"id": comment.id})


def _check_text(text: str) -> None:
    if not text.strip():
        raise bad_parameter("The parameter message is required")
    if len(text) > MAX_COMMENT:
        raise bad_parameter(f"Param message must be no longer than {MAX_COMMENT} characters.")
    if len(re.findall(r"#\w+", text)) > 4:
        raise bad_parameter("Param message must contain at most 4 hashtags.")
    if len(re.findall(r"https?://", text)) > 1:
        raise bad_parameter("Param message must contain at most 1 URL.")
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 3 and all(letter.isupper() for letter in letters):
        raise bad_parameter("Param message must not be all capital letters.")
