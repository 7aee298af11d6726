"""What people do by hand in the world: earlier posts, comments, edits, removals and reactions."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

from pressroom.simulator.records import Comment, Platform, Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.webhooks import Change
from pressroom.simulator.wire import JsonObject
from pressroom.simulator.x_view import addressed

PLATFORMS: tuple[Platform, ...] = get_args(Platform)


class PlanError(ValueError):
    """A control request that cannot be done; the text names the field and the fix."""


def add_post(sim: Simulation, wanted: JsonObject) -> JsonObject:
    """A live post of the account (or of `author_id`) with an optional id and time."""
    platform = _platform(wanted)
    at = _time(wanted.get("created_at"), sim.now())
    author = str(wanted.get("author_id", sim.world.own_id(platform)))
    post = Post(
        platform,
        str(wanted.get("id") or _post_id(sim, platform, at)),
        str(wanted.get("text", "")),
        author,
        at,
        live_at=at,
        first_text=str(wanted.get("text", "")),
        media_type={"facebook": "status", "instagram": "IMAGE", "x": ""}[platform],
        by_hand=True,
        quote_of=wanted.get("quote_of"),
    )
    post.conversation_id = post.id if platform == "x" else None
    sim.world.posts[platform][post.id] = post
    sim.world.changed()
    return {"id": post.id}


def add_comment(sim: Simulation, wanted: JsonObject) -> JsonObject:
    """A comment below `post_id` (or the newest post), optionally an answer to `parent_id`."""
    platform = _platform(wanted)
    post = _post(sim, platform, wanted.get("post_id"))
    text, author = str(wanted["text"]), str(wanted.get("author", "Jane Example"))
    author_id = str(wanted.get("author_id") or 6_000_000 + sum(author.encode()))
    now = sim.now()
    if platform == "x":
        return _add_reply(sim, post, wanted, author_id, now)
    prefix = f"{post.id.rpartition('_')[2]}_" if platform == "facebook" else ""
    comment = Comment(
        platform,
        str(
            wanted.get("id")
            or prefix + sim.world.new_id("9" if prefix else "178", 15 if prefix else 17)
        ),
        post.id,
        text,
        author_id,
        author if platform == "facebook" else author.lower().replace(" ", "_"),
        _time(wanted.get("created_at"), now),
        parent_id=wanted.get("parent_id"),
    )
    sim.world.add_comment(comment)
    return {"id": comment.id, "post_id": post.id, "author_id": author_id}


def comments_of(sim: Simulation, platform: str = "") -> list[JsonObject]:
    """Every comment and answer on *platform* (or on all), the oldest first."""
    below = [
        {
            "platform": comment.platform,
            "id": comment.id,
            "post_id": comment.post_id,
            "parent_id": comment.parent_id,
            "author_id": comment.author_id,
            "text": comment.text,
            "hidden": comment.hidden,
            "live": not comment.deleted,
        }
        for comment in sim.world.comments.values()
    ]
    replies = [
        {
            "platform": "x",
            "id": tweet.id,
            "post_id": tweet.conversation_id,
            "parent_id": tweet.reply_to,
            "author_id": tweet.author_id,
            "text": tweet.text,
            "hidden": tweet.hidden,
            "live": tweet.standing == "live",
        }
        for tweet in sim.world.posts["x"].values()
        if tweet.reply_to is not None
    ]
    return [entry for entry in (*below, *replies) if platform in ("", entry["platform"])]


def edit_comment(sim: Simulation, wanted: JsonObject) -> JsonObject:
    """The comment `id` says something else from now on."""
    comment = sim.world.comments.get(str(wanted["id"]))
    tweet = sim.world.posts["x"].get(str(wanted["id"]))
    if tweet is not None and tweet.standing == "live":
        return _edit_tweet(sim, tweet, str(wanted["text"]))
    if comment is None or comment.deleted:
        raise PlanError(f"id: there is no comment {wanted['id']}")
    comment.text = str(wanted["text"])
    comment.edited_at = sim.now()
    sim.world.listener("comment", comment, "edited")
    sim.world.changed()
    return {"id": comment.id}


def _edit_tweet(sim: Simulation, tweet: Post, text: str) -> JsonObject:
    """A version with an id of its own; the earlier ids still open what they showed."""
    now = sim.now()
    version = replace(tweet, id=sim.world.past_tweet_id(now), text=text, updated_at=now)
    versions = [*(tweet.versions or [tweet.id]), version.id]
    sim.world.posts["x"][version.id] = version
    for own_id in versions:
        sim.world.posts["x"][own_id].versions = versions
    sim.world.changed()
    return {"id": version.id}


def remove_comment(sim: Simulation, wanted: JsonObject) -> JsonObject:
    """The comment or answer `id` is gone."""
    comment = sim.world.comments.get(str(wanted["id"]))
    tweet = sim.world.posts["x"].get(str(wanted["id"]))
    if comment is not None and not comment.deleted:
        comment.deleted = True
        sim.world.listener("comment", comment, "remove")
    elif tweet is not None and tweet.standing == "live":
        tweet.standing = "deleted"
    else:
        raise PlanError(f"id: there is no comment {wanted['id']}")
    sim.world.changed()
    return {"id": wanted["id"]}


def add_reaction(sim: Simulation, wanted: JsonObject) -> Change:
    """The change that a webhook tells when a person reacts to a Page post."""
    post = _post(sim, "facebook", wanted.get("post_id"))
    author = str(wanted.get("author", "Jane Example"))
    value: JsonObject = {
        "from": {"id": str(6_000_000 + sum(author.encode())), "name": author},
        "post_id": post.id,
        "parent_id": post.id,
        "created_time": int(sim.now()),
        "item": "reaction",
        "reaction_type": str(wanted.get("type", "like")),
        "verb": str(wanted.get("verb", "add")),
    }
    return Change("page", sim.config.accounts.page_id, "feed", value)


def _add_reply(
    sim: Simulation, post: Post, wanted: JsonObject, author_id: str, now: float
) -> JsonObject:
    text, name = str(wanted["text"]), f"@{sim.config.accounts.x_username}"
    at = _time(wanted.get("created_at"), now)
    answered = str(wanted.get("parent_id") or post.id)
    by_brand = author_id == sim.config.accounts.x_user_id
    reply = Post(
        "x",
        str(wanted.get("id") or sim.world.past_tweet_id(at)),
        text if by_brand or name.lower() in text.lower() else f"{name} {text}",
        author_id,
        at,
        live_at=at,
        reply_to=answered,
        addressed=addressed(sim, text, answered, author_id) if by_brand else "",
        conversation_id=post.conversation_id or post.id,
        by_hand=True,
    )
    sim.world.posts["x"][reply.id] = reply
    sim.world.changed()
    return {"id": reply.id, "post_id": post.id, "author_id": author_id}


def _platform(wanted: JsonObject) -> Platform:
    for platform in PLATFORMS:
        if wanted.get("platform") == platform:
            return platform
    raise PlanError(f"platform: {wanted.get('platform')!r} is not one of {', '.join(PLATFORMS)}")


def _post(sim: Simulation, platform: Platform, post_id: object) -> Post:
    live = list(sim.world.live_posts(platform))
    if post_id is None:
        own = [
            post
            for post in live
            if post.author_id == sim.world.own_id(platform) and not post.reply_to
        ]
        if not own:
            raise PlanError(f"post_id: there is no live post on {platform} yet")
        return max(own, key=lambda post: (post.live_at or 0.0, post.id))
    for post in live:
        if post.id == str(post_id):
            return post
    raise PlanError(f"post_id: there is no live post {post_id} on {platform}")


def _post_id(sim: Simulation, platform: Platform, at: float) -> str:
    if platform == "facebook":
        return f"{sim.config.accounts.page_id}_{sim.world.new_id('1221')}"
    if platform == "instagram":
        return sim.world.new_id("179", 17)
    return sim.world.past_tweet_id(at)


def _time(value: object, usual: float) -> float:
    if value is None:
        return usual
    if isinstance(value, int | float):
        return float(value)
    moment = datetime.fromisoformat(str(value))
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
