"""How a post looks on X: rewritten text, entities, metrics and the two vocabularies."""

import hashlib
import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from pressroom.simulator.crowd import handle_of
from pressroom.simulator.growth import numbers
from pressroom.simulator.records import Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.weighted import addresses
from pressroom.simulator.wire import Call, JsonObject
from pressroom.simulator.x_access import Caller
from pressroom.simulator.x_problems import field_not_authorized

OWN_DAYS = 30 * 86400.0
COMMON_FIELDS = frozenset(
    [
        "article",
        "attachments",
        "card_uri",
        "community_id",
        "context_annotations",
        "conversation_id",
        "created_at",
        "display_text_range",
        "edit_controls",
        "entities",
        "geo",
        "id",
        "lang",
        "matched_media_notes",
        "media_metadata",
        "non_public_metrics",
        "note_request_suggestions",
        "organic_metrics",
        "paid_partnership",
        "possibly_sensitive",
        "promoted_metrics",
        "public_metrics",
        "reply_settings",
        "scopes",
        "source",
        "text",
        "suggested_source_links",
        "suggested_source_links_with_counts",
        "withheld",
    ]
)
OLD_FIELDS = COMMON_FIELDS | {
    "author_id",
    "edit_history_tweet_ids",
    "in_reply_to_user_id",
    "note_tweet",
    "referenced_tweets",
}
NEW_FIELDS = COMMON_FIELDS | {"article_title", "note_post"}
"""Fields that a request may name; authors and references come unasked in the new vocabulary."""
PRIVATE = ("non_public_metrics", "organic_metrics")


@dataclass(frozen=True)
class Words:
    """The names of the things that were renamed in August 2026."""

    edit_history: str
    reposts: str
    referenced: str
    posts: str
    included: str


OLD = Words("edit_history_tweet_ids", "retweet_count", "referenced_tweets", "tweet_count", "tweets")
NEW = Words("edit_history_post_ids", "repost_count", "referenced_posts", "post_count", "posts")


def vocabulary(call: Call) -> Words:
    """The vocabulary that the request speaks: post.fields asks for the new one."""
    return NEW if "post.fields" in call.query else OLD


def tweet_view(sim: Simulation, call: Call, caller: Caller, tweet: Post) -> JsonObject:
    """A post with the fields that the request names."""
    words = vocabulary(call)
    asked = _asked(call)
    text, entities = _rewrite(tweet)
    history = list(tweet.versions) or [tweet.id]
    view: JsonObject = {"id": tweet.id, "text": text, words.edit_history: history}
    answered = sim.world.posts["x"].get(tweet.reply_to or "")
    values: JsonObject = {
        "author_id": tweet.author_id,
        "created_at": moment_text(tweet.live_at or tweet.created_at),
        "conversation_id": tweet.conversation_id or tweet.id,
        "public_metrics": _public_metrics(sim, tweet, words),
        "entities": entities or None,
        "attachments": {"media_keys": [media_key(a) for a in tweet.asset_ids]}
        if tweet.asset_ids
        else None,
        words.referenced: _referenced(tweet),
        "in_reply_to_user_id": answered.author_id if answered else None,
        "lang": "en",
        "possibly_sensitive": False,
        "reply_settings": "everyone",
        "source": "pressroom",
    }
    if _may_see_private(sim, caller, tweet):
        values["non_public_metrics"] = _private_metrics(sim, tweet)
        values["organic_metrics"] = _private_metrics(sim, tweet)
    if "author_id" in call.query.get("expansions", ""):
        asked.add("author_id")
    if words is NEW and asked:
        asked |= {"author_id", words.referenced, "in_reply_to_user_id"}
    view.update({name: values[name] for name in asked if values.get(name) is not None})
    return view


def tweet_errors(sim: Simulation, call: Call, caller: Caller, tweet: Post) -> list[JsonObject]:
    """What the request asked for and this caller may not see."""
    if _may_see_private(sim, caller, tweet):
        return []
    return [
        field_not_authorized(tweet.id, f"{name}.impression_count")
        for name in PRIVATE
        if name in _asked(call)
    ]


def includes(sim: Simulation, call: Call, tweets: list[Post]) -> JsonObject:
    """The expanded authors and media of some posts."""
    wanted = call.query.get("expansions", "")
    found: JsonObject = {}
    if "author_id" in wanted and tweets:
        authors = dict.fromkeys(tweet.author_id for tweet in tweets)
        found["users"] = [user_view(sim, call, author) for author in authors]
    keys = [asset_id for tweet in tweets for asset_id in tweet.asset_ids]
    if "attachments.media_keys" in wanted and keys:
        found["media"] = [_media_view(sim, call, asset_id) for asset_id in keys]
    return found


def user_view(sim: Simulation, call: Call, user_id: str) -> JsonObject:
    """A user with the fields that the request names."""
    accounts = sim.config.accounts
    own = user_id == accounts.x_user_id
    name, handle = (accounts.x_name, accounts.x_username) if own else handle_of(user_id)
    view: JsonObject = {"id": user_id, "name": name, "username": handle}
    posted = sum(1 for tweet in sim.world.live_posts("x") if tweet.author_id == user_id)
    values = {
        "created_at": "2015-06-01T09:00:00.000Z",
        "description": "",
        "protected": False,
        "verified": own,
        "public_metrics": {
            "followers_count": sim.config.audience if own else 150,
            "following_count": 90,
            "listed_count": 3,
            **dict.fromkeys(_post_counts(call), posted),
        },
    }
    asked = [part for part in call.query.get("user.fields", "").split(",") if part in values]
    view.update({part: values[part] for part in asked})
    return view


def _post_counts(call: Call) -> tuple[str, ...]:
    """What the number of posts is called; a request that speaks no vocabulary gets both names."""
    if not {"post.fields", "tweet.fields"} & set(call.query):
        return OLD.posts, NEW.posts
    return (vocabulary(call).posts,)


def shown_text(tweet: Post) -> str:
    """The text as X gives it back: addresses shortened, HTML escaped, a link for the media."""
    return _rewrite(tweet)[0]


def addressed(sim: Simulation, text: str, reply_to: str | None, author_id: str) -> str:
    """What X puts in front of an answer: the name of whoever is answered, unless it is there."""
    answered = sim.world.posts["x"].get(reply_to or "")
    if answered is None or answered.author_id == author_id:
        return ""
    accounts = sim.config.accounts
    own = answered.author_id == accounts.x_user_id
    name = f"@{accounts.x_username if own else handle_of(answered.author_id)[1]}"
    return "" if text.lower().startswith(name.lower()) else f"{name} "


def media_key(asset_id: str) -> str:
    """The key of a medium in attachments."""
    return f"3_{asset_id}"


def moment_text(moment: float) -> str:
    """A time as X writes it."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _asked(call: Call) -> set[str]:
    both = f"{call.query.get('tweet.fields', '')},{call.query.get('post.fields', '')}"
    return {name.strip() for name in both.split(",") if name.strip()}


def _rewrite(tweet: Post) -> tuple[str, JsonObject]:
    pieces: list[str] = []
    urls: list[JsonObject] = []
    at = 0
    length = 0
    words = f"{tweet.addressed}{tweet.text}"
    for match in addresses(words):
        before = html.escape(words[at : match.start()], quote=False)
        short = _short_link(match.group())
        length += len(before)
        full = (
            match.group() if match.group().lower().startswith("http") else f"http://{match.group()}"
        )
        urls.append(
            {
                "start": length,
                "end": length + len(short),
                "url": short,
                "expanded_url": full,
                "display_url": full.split("://", 1)[1][:30],
            }
        )
        pieces += [before, short]
        length += len(short)
        at = match.end()
    pieces.append(html.escape(words[at:], quote=False))
    text = "".join(pieces)
    if tweet.asset_ids:
        short = _short_link(f"media:{tweet.id}")
        start = len(text) + 1 if text else 0
        text = f"{text} {short}".strip()
        page = f"https://x.com/i/status/{tweet.id}/photo/1"
        urls.append(
            {
                "start": start,
                "end": start + len(short),
                "url": short,
                "expanded_url": page,
                "display_url": "pic.x.com",
                "media_key": media_key(tweet.asset_ids[0]),
            }
        )
    entities: JsonObject = {"urls": urls} if urls else {}
    for kind, sign, label in (("hashtags", "#", "tag"), ("mentions", "@", "username")):
        found = [
            {"start": m.start(), "end": m.end(), label: m[1]}
            for m in re.finditer(rf"(?<!\w){sign}(\w+)", text)
        ]
        if found:
            entities[kind] = found
    return text, entities


def _short_link(address: str) -> str:
    letters = hashlib.sha256(address.encode()).hexdigest()[:10]
    return f"https://t.co/{letters}"


def _referenced(tweet: Post) -> list[JsonObject] | None:
    found = []
    if tweet.reply_to:
        found.append({"type": "replied_to", "id": tweet.reply_to})
    if tweet.quote_of:
        found.append({"type": "quoted", "id": tweet.quote_of})
    return found or None


def _public_metrics(sim: Simulation, tweet: Post, words: Words) -> JsonObject:
    gathered = numbers(sim.config, tweet, sim.now())
    quotes = sum(1 for other in sim.world.live_posts("x") if other.quote_of == tweet.id)
    return {
        words.reposts: gathered.shares,
        "reply_count": len(sim.world.replies_to(tweet.id)),
        "like_count": gathered.reactions,
        "quote_count": quotes,
        "bookmark_count": gathered.saves,
        "impression_count": gathered.impressions,
    }


def _private_metrics(sim: Simulation, tweet: Post) -> JsonObject:
    gathered = numbers(sim.config, tweet, sim.now())
    return {
        "impression_count": gathered.impressions,
        "url_link_clicks": gathered.clicks,
        "user_profile_clicks": gathered.profile_visits,
        "engagements": gathered.reactions + gathered.shares + gathered.clicks,
    }


def _may_see_private(sim: Simulation, caller: Caller, tweet: Post) -> bool:
    young = sim.now() - tweet.created_at <= OWN_DAYS
    return caller.kind == "user" and tweet.author_id == caller.user_id and young


def _media_view(sim: Simulation, call: Call, asset_id: str) -> JsonObject:
    view: JsonObject = {"media_key": media_key(asset_id), "type": "photo"}
    asset = sim.world.assets.get(asset_id)
    if asset is None:
        return view
    values: JsonObject = {
        "width": asset.width,
        "height": asset.height,
        "alt_text": asset.alt_text or None,
        "url": f"https://pbs.sim.invalid/media/{asset_id}.jpg",
    }
    asked = call.query.get("media.fields", "").split(",")
    view.update({name: values[name] for name in asked if values.get(name) is not None})
    return view
