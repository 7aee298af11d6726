"""Reading X: single posts, timelines, mentions and search, in the vocabulary of the request."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from pressroom.simulator.crowd import handle_of
from pressroom.simulator.records import Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject
from pressroom.simulator.x_access import Caller
from pressroom.simulator.x_problems import invalid, not_found, problem
from pressroom.simulator.x_shape import ID
from pressroom.simulator.x_view import includes, tweet_errors, tweet_view, user_view

KNOWN_QUERY = frozenset(
    [
        "ids",
        "max_results",
        "since_id",
        "until_id",
        "start_time",
        "end_time",
        "pagination_token",
        "next_token",
        "exclude",
        "tweet.fields",
        "post.fields",
        "user.fields",
        "media.fields",
        "poll.fields",
        "place.fields",
        "expansions",
        "query",
        "sort_order",
        "command",
        "media_id",
        "days",
        "usage.fields",
        "media_category",
    ]
)
SEARCH_SECONDS = 7 * 86400.0


def read_tweet(sim: Simulation, call: Call, caller: Caller, tweet_id: str) -> Answer:
    """GET /2/tweets/{id}; one that is gone gives 200 with only errors."""
    _check_id("id", tweet_id)
    tweet = _visible(sim, tweet_id)
    if tweet is None:
        return Answer(body={"errors": [not_found(tweet_id)]})
    body: JsonObject = {"data": tweet_view(sim, call, caller, tweet)}
    errors = tweet_errors(sim, call, caller, tweet)
    return Answer(body=_with_extras(sim, call, body, [tweet], errors))


def read_tweets(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """GET /2/tweets?ids=: what is there in data, what is not in errors."""
    ids = [item for item in call.query.get("ids", "").split(",") if item]
    if not 1 <= len(ids) <= 100:
        raise invalid(
            {"ids": call.query.get("ids", "")},
            "The number of values in the `ids` query parameter must be between 1 and 100",
        )
    for item in ids:
        _check_id("ids", item)
    found = [tweet for item in ids if (tweet := _visible(sim, item)) is not None]
    there = {tweet.id for tweet in found}
    errors = [not_found(item, "ids") for item in ids if item not in there]
    for tweet in found:
        errors += tweet_errors(sim, call, caller, tweet)
    body: JsonObject = (
        {"data": [tweet_view(sim, call, caller, tweet) for tweet in found]} if found else {}
    )
    return Answer(body=_with_extras(sim, call, body, found, errors))


def user_tweets(sim: Simulation, call: Call, caller: Caller, user_id: str) -> Answer:
    """GET /2/users/{id}/tweets, newest first."""
    _check_user(sim, user_id)
    before = sim.listed_before()
    without_replies = "replies" in call.query.get("exclude", "")
    own = [
        tweet
        for tweet in sim.world.live_posts("x")
        if tweet.author_id == user_id
        and (tweet.live_at or 0.0) <= before
        and not (without_replies and tweet.reply_to)
    ]
    return _listing(sim, call, caller, own, low=5, default=10)


def mentions(sim: Simulation, call: Call, caller: Caller, user_id: str) -> Answer:
    """GET /2/users/{id}/mentions, newest first."""
    _check_user(sim, user_id)
    before = sim.listed_before()
    name = f"@{sim.config.accounts.x_username}".lower()
    found = [
        tweet
        for tweet in sim.world.live_posts("x")
        if tweet.author_id != user_id
        and name in tweet.text.lower()
        and (tweet.live_at or 0.0) <= before
    ]
    return _listing(sim, call, caller, found, low=5, default=10)


def search(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """GET /2/tweets/search/recent: words, from:, to:, conversation_id:, is:, and -not."""
    query = call.query.get("query", "")
    if not query.strip():
        raise invalid({"query": query}, "The `query` query parameter can not be empty")
    before, since = sim.listed_before(), sim.now() - SEARCH_SECONDS
    found = [
        tweet
        for tweet in sim.world.live_posts("x")
        if since <= (tweet.live_at or 0.0) <= before and _matches(sim, tweet, query)
    ]
    return _listing(sim, call, caller, found, low=10, default=10)


def quote_tweets(sim: Simulation, call: Call, caller: Caller, tweet_id: str) -> Answer:
    """GET /2/tweets/{id}/quote_tweets."""
    found = [tweet for tweet in sim.world.live_posts("x") if tweet.quote_of == tweet_id]
    return _listing(sim, call, caller, found, low=10, default=10)


def me(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """GET /2/users/me."""
    return Answer(body={"data": user_view(sim, call, caller.user_id)})


def usage(sim: Simulation, call: Call, caller: Caller, _: str) -> Answer:
    """GET /2/usage/tweets."""
    del call, caller
    count = sum(
        1
        for tweet in sim.world.posts["x"].values()
        if tweet.author_id == sim.config.accounts.x_user_id
    )
    data = {
        "cap_reset_day": 1,
        "project_cap": "2000000",
        "project_id": "1",
        "project_usage": str(count),
    }
    return Answer(body={"data": data})


def _listing(
    sim: Simulation, call: Call, caller: Caller, tweets: Iterable[Post], *, low: int, default: int
) -> Answer:
    query = call.query
    size = _page_size(query.get("max_results"), low, default)
    chosen = sorted(_within(query, tweets), key=lambda tweet: int(tweet.id), reverse=True)
    token = query.get("pagination_token") or query.get("next_token")
    start = _open_token(token) if token else 0
    page = chosen[start : start + size]
    meta: JsonObject = {"result_count": len(page)}
    body: JsonObject = {}
    if page:
        meta["newest_id"], meta["oldest_id"] = page[0].id, page[-1].id
        body["data"] = [tweet_view(sim, call, caller, tweet) for tweet in page]
    if start + size < len(chosen):
        meta["next_token"] = f"p{start + size:x}"
    if start:
        meta["previous_token"] = f"p{max(0, start - size):x}"
    errors = [error for tweet in page for error in tweet_errors(sim, call, caller, tweet)]
    body = _with_extras(sim, call, body, page, errors)
    body["meta"] = meta
    return Answer(body=body)


def _within(query: dict[str, str], tweets: Iterable[Post]) -> Iterable[Post]:
    for name in ("since_id", "until_id"):
        if name in query:
            _check_id(name, query[name])
    since_id, until_id = int(query.get("since_id", 0)), int(query.get("until_id", 2**63))
    start, end = _moment(query, "start_time", 0.0), _moment(query, "end_time", float("inf"))
    for tweet in tweets:
        if tweet.versions and tweet.versions[-1] != tweet.id:
            continue  # lists show an edited post in its last version
        if since_id < int(tweet.id) < until_id and start <= (tweet.live_at or 0.0) <= end:
            yield tweet


def _moment(query: dict[str, str], name: str, usual: float) -> float:
    text = query.get(name)
    if text is None:
        return usual
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        raise invalid({name: text}, f"The `{name}` query parameter is no RFC3339 time") from None


def _matches(sim: Simulation, tweet: Post, query: str) -> bool:
    terms = re.findall(r'-?(?:\w+:)?"[^"]+"|\S+', query)
    return all(_has(sim, tweet, term.removeprefix("-")) != term.startswith("-") for term in terms)


def _has(sim: Simulation, tweet: Post, term: str) -> bool:
    name, _, value = term.partition(":")
    value = value.strip('"').lstrip("@").lower()
    operators: dict[str, Callable[[], bool]] = {
        "conversation_id": lambda: tweet.conversation_id == value,
        "from": lambda: _is_by(sim, tweet, value),
        "to": lambda: _is_by(sim, sim.world.posts["x"].get(tweet.reply_to or ""), value),
        "in_reply_to_tweet_id": lambda: tweet.reply_to == value,
        "is": lambda: {"reply": tweet.reply_to, "quote": tweet.quote_of}.get(value) is not None,
        "lang": lambda: True,
    }
    if name in operators and value:
        return operators[name]()
    return term.strip('"').lower() in tweet.text.lower()


def _is_by(sim: Simulation, tweet: Post | None, who: str) -> bool:
    if tweet is None:
        return False
    accounts = sim.config.accounts
    handle = handle_of(tweet.author_id)[1]
    if tweet.author_id == accounts.x_user_id:
        handle = accounts.x_username
    return who in {tweet.author_id, handle.lower()}


def _with_extras(
    sim: Simulation, call: Call, body: JsonObject, tweets: list[Post], errors: list[JsonObject]
) -> JsonObject:
    extra = includes(sim, call, tweets)
    if extra:
        body["includes"] = extra
    if errors:
        body["errors"] = errors
    return body


def _visible(sim: Simulation, tweet_id: str) -> Post | None:
    tweet = sim.world.posts["x"].get(tweet_id)
    return tweet if tweet is not None and tweet.standing == "live" else None


def _page_size(text: str | None, low: int, default: int) -> int:
    if text is None:
        return default
    if not text.isdecimal() or not low <= int(text) <= 100:
        raise invalid(
            {"max_results": text},
            f"The `max_results` query parameter value [{text}] is not between {low} and 100",
        )
    return int(text)


def _open_token(token: str) -> int:
    if not re.fullmatch(r"p[0-9a-f]+", token):
        raise invalid(
            {"pagination_token": token}, "The `pagination_token` query parameter is not valid"
        )
    return int(token[1:], 16)


def _check_id(name: str, value: str) -> None:
    if not ID.match(value):
        raise invalid({name: value}, f"The `{name}` query parameter value [{value}] is not valid")


def _check_user(sim: Simulation, user_id: str) -> None:
    _check_id("id", user_id)
    strangers = {tweet.author_id for tweet in sim.world.live_posts("x")}
    if user_id != sim.config.accounts.x_user_id and user_id not in strangers:
        raise problem(
            404,
            "Not Found Error",
            f"Could not find user with id: [{user_id}].",
            "https://api.x.com/2/problems/resource-not-found",
        )
