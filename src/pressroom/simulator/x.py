"""X's front: which operation a path means, and everything that writes posts."""

import hashlib
import inspect
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from pressroom.simulator import x_media, x_reads
from pressroom.simulator.records import Post
from pressroom.simulator.simulation import Operation, Simulation
from pressroom.simulator.weighted import MAX_WEIGHT, addresses, weigh
from pressroom.simulator.wire import Answer, Call, Refused
from pressroom.simulator.x_access import Caller, identify, limit_headers, need_user, refresh
from pressroom.simulator.x_problems import (
    DUPLICATE,
    NOT_ENGAGED,
    NOT_PERMITTED,
    forbidden,
    invalid,
    no_credits,
    problem,
)
from pressroom.simulator.x_shape import HIDE, TWEET, read_body
from pressroom.simulator.x_view import NEW_FIELDS, OLD_FIELDS, addressed, shown_text, vocabulary

PRICE, PRICE_WITH_LINK, PRICE_REPLY = 0.015, 0.20, 0.010

Handler: TypeAlias = Callable[[Simulation, Call, Caller, str], Answer | Awaitable[Answer]]


@dataclass(frozen=True)
class Route:
    """A method and a path of X and what they do."""

    method: str
    path: re.Pattern[str]
    name: str
    handler: Handler
    writes: bool = False


def _route(method: str, path: str, name: str, handler: Handler, *, writes: bool = False) -> Route:
    pattern = re.compile(path.replace("{id}", "([^/]+)") + "$")
    return Route(method, pattern, name, handler, writes)


def create_tweet(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """POST /2/tweets."""
    body = read_body(call, TWEET)
    text = str(body.get("text", ""))
    media_ids = [str(item) for item in body.get("media", {}).get("media_ids", [])]
    quoted = body.get("quote_tweet_id")
    if sum(1 for part in (media_ids, body.get("poll"), quoted) if part) > 1:
        raise invalid({"media": media_ids}, "media, poll and quote_tweet_id are mutually exclusive")
    if not text.strip() and not media_ids and not body.get("poll") and not quoted:
        raise invalid({"text": text}, "Requests to create a Tweet must include text or media")
    _check_length(text)
    _check_media(sim, media_ids)
    reply_to = body.get("reply", {}).get("in_reply_to_tweet_id")
    conversation = _check_reply(sim, caller, reply_to) if reply_to else None
    if quoted and quoted not in sim.world.posts["x"]:
        raise invalid({"quote_tweet_id": quoted}, "The Tweet you are quoting does not exist")
    now = sim.now()
    _refuse_duplicate(sim, text, reply_to, media_ids, now)
    _pay(sim, text, reply=bool(reply_to))
    tweet = Post(
        "x",
        sim.world.tweet_id(now),
        text,
        caller.user_id,
        now,
        asset_ids=media_ids,
        reply_to=reply_to,
        quote_of=quoted,
        conversation_id=conversation,
        made_with_ai=bool(body.get("made_with_ai", False)),
        addressed=addressed(sim, text, reply_to, caller.user_id),
    )
    tweet.conversation_id = conversation or tweet.id
    sim.world.posts["x"][tweet.id] = tweet
    sim.world.go_live(tweet, now)
    words = vocabulary(call)
    data = {"id": tweet.id, "text": shown_text(tweet), words.edit_history: [tweet.id]}
    return Answer(201, {"data": data})


def delete_tweet(sim: Simulation, call: Call, caller: Caller, tweet_id: str) -> Answer:
    """DELETE /2/tweets/{id}: one's own; deleting what is gone answers the same."""
    del call
    tweet = sim.world.posts["x"].get(tweet_id)
    if tweet is not None and tweet.author_id != caller.user_id:
        raise forbidden(NOT_PERMITTED)
    if tweet is not None:
        tweet.standing = "deleted"
        sim.world.changed()
    return Answer(body={"data": {"deleted": True}})


def hide_reply(sim: Simulation, call: Call, caller: Caller, tweet_id: str) -> Answer:
    """PUT /2/tweets/{id}/hidden: only answers in one's own conversation."""
    hidden = bool(read_body(call, HIDE)["hidden"])
    tweet = sim.world.posts["x"].get(tweet_id)
    root = sim.world.posts["x"].get(tweet.conversation_id or "") if tweet else None
    if tweet is None or tweet.standing != "live":
        raise problem(404, "Not Found", f"Could not find tweet with id: [{tweet_id}].")
    if tweet.reply_to is None or root is None or root.author_id != caller.user_id:
        raise forbidden(NOT_PERMITTED)
    tweet.hidden = hidden
    sim.world.changed()
    return Answer(body={"data": {"hidden": hidden}})


ROUTES: tuple[Route, ...] = (
    _route("POST", "/2/tweets", "create_tweet", create_tweet, writes=True),
    _route("DELETE", "/2/tweets/{id}", "delete_tweet", delete_tweet, writes=True),
    _route("PUT", "/2/tweets/{id}/hidden", "hide_reply", hide_reply, writes=True),
    _route("GET", "/2/tweets/search/recent", "search", x_reads.search),
    _route("GET", "/2/tweets/{id}/quote_tweets", "quote_tweets", x_reads.quote_tweets),
    _route("GET", "/2/tweets/{id}", "read_tweet", x_reads.read_tweet),
    _route("GET", "/2/tweets", "read_tweets", x_reads.read_tweets),
    _route("GET", "/2/users/me", "me", x_reads.me),
    _route("GET", "/2/users/{id}/tweets", "user_tweets", x_reads.user_tweets),
    _route("GET", "/2/users/{id}/mentions", "mentions", x_reads.mentions),
    _route("GET", "/2/usage/tweets", "usage", x_reads.usage),
    _route("POST", "/2/media/upload", "upload_media", x_media.upload, writes=True),
    _route("GET", "/2/media/upload", "media_status", x_media.status),
    _route("POST", "/2/media/upload/initialize", "init_media", x_media.start, writes=True),
    _route("POST", "/2/media/upload/{id}/append", "append_media", x_media.append, writes=True),
    _route(
        "POST", "/2/media/upload/{id}/finalize", "finalize_media", x_media.finalize, writes=True
    ),
    _route("POST", "/2/media/metadata", "media_metadata", x_media.metadata, writes=True),
    _route("POST", "/1.1/media/upload.json", "upload_media_v1", x_media.upload_v1, writes=True),
    _route(
        "POST", "/1.1/media/metadata/create.json", "metadata_v1", x_media.metadata_v1, writes=True
    ),
)


def route(sim: Simulation, call: Call) -> Operation:
    """The operation that a path of X means."""
    if call.method == "POST" and call.path == "/2/oauth2/token":

        async def act_refresh() -> Answer:
            return refresh(sim, call)

        return Operation("x", "refresh_token", act_refresh)
    for candidate in ROUTES:
        match = candidate.path.match(call.path)
        if match and candidate.method == call.method:
            return _operation(sim, call, candidate, match[1] if match.groups() else "")

    async def act_unknown() -> Answer:
        raise problem(404, "Not Found", "Not Found")

    return Operation("x", "unknown_path", act_unknown)


def _operation(sim: Simulation, call: Call, found: Route, target: str) -> Operation:
    async def act() -> Answer:
        transaction = hashlib.sha256(f"{sim.request_count}:{call.path}".encode()).hexdigest()[:32]
        headers = {"x-transaction-id": transaction, "x-response-time": "12"}
        try:
            caller = identify(sim, call)
            if found.writes or found.name == "me":
                need_user(caller)
            headers.update(limit_headers(sim, caller, found.name))
            _check_query(call)
            outcome = found.handler(sim, call, caller, target)
            answer = await outcome if inspect.isawaitable(outcome) else outcome
        except Refused as refused:
            answer = refused.answer
        return Answer(answer.status, answer.body, {**headers, **answer.headers}, answer.media_type)

    return Operation("x", found.name, act)


def _check_query(call: Call) -> None:
    for name in call.query:
        if name not in x_reads.KNOWN_QUERY:
            allowed = ", ".join(sorted(x_reads.KNOWN_QUERY))
            raise invalid(
                {name: call.query[name]}, f"The query parameter [{name}] is not one of [{allowed}]"
            )

    for name, known in (("tweet.fields", OLD_FIELDS), ("post.fields", NEW_FIELDS)):
        for value in filter(None, call.query.get(name, "").split(",")):
            if value not in known:
                choices = ", ".join(sorted(known))
                message = f"The `{name}` query parameter value [{value}] is not one of [{choices}]"
                raise invalid({name: value}, message)


def _check_length(text: str) -> None:
    if weigh(text) > MAX_WEIGHT:
        raise forbidden("Your Tweet text is too long. For more information see: https://docs.x.com")


def _check_media(sim: Simulation, media_ids: list[str]) -> None:
    for media_id in media_ids:
        asset = sim.world.assets.get(media_id)
        fresh = asset is not None and sim.now() - asset.created_at <= 86400
        if asset is None or asset.platform != "x" or not asset.finalized or not fresh:
            raise invalid({"media.media_ids": media_id}, "Your media IDs are invalid.")


def _check_reply(sim: Simulation, caller: Caller, tweet_id: str) -> str:
    """The conversation that a reply joins."""
    tweet = sim.world.posts["x"].get(tweet_id)
    if tweet is None or tweet.standing != "live":
        raise forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.")
    conversation = tweet.conversation_id or tweet.id
    if tweet.author_id == caller.user_id or not sim.config.x_self_serve:
        return conversation
    named = f"@{sim.config.accounts.x_username}".lower() in tweet.text.lower()
    quoted = sim.world.posts["x"].get(tweet.quote_of or "")
    answered = sim.world.posts["x"].get(tweet.reply_to or "")
    engaged = any(
        other is not None and other.author_id == caller.user_id for other in (quoted, answered)
    )
    if not named and not engaged:
        raise forbidden(NOT_ENGAGED)
    return conversation


def _refuse_duplicate(
    sim: Simulation, text: str, reply_to: str | None, media_ids: list[str], now: float
) -> None:
    since = now - sim.config.x_duplicate_window.total_seconds()
    own = sim.config.accounts.x_user_id
    if not text.strip() and media_ids:
        return
    for tweet in sim.world.live_posts("x"):
        recent = tweet.author_id == own and (tweet.live_at or 0.0) > since
        if recent and tweet.text.strip() == text.strip() and tweet.reply_to == reply_to:
            raise forbidden(DUPLICATE)


def _pay(sim: Simulation, text: str, *, reply: bool) -> None:
    if sim.world.x_credits is None:
        return
    price = PRICE_WITH_LINK if addresses(text) else PRICE_REPLY if reply else PRICE
    if sim.world.x_credits < price:
        raise no_credits(sim.config.accounts.x_user_id)
    sim.world.x_credits -= price
