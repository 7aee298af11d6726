"""The Graph API's front: versions, node kinds, and which operation a path means."""

import inspect
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeAlias

from pressroom.simulator import (
    facebook,
    facebook_comments,
    facebook_reads,
    graph_account,
    graph_insights,
    instagram,
    instagram_reads,
)
from pressroom.simulator.graph_access import admit, usage_headers
from pressroom.simulator.graph_batch import Batch
from pressroom.simulator.graph_errors import graph_error, missing_object
from pressroom.simulator.graph_params import check_params
from pressroom.simulator.simulation import Operation, Simulation, System
from pressroom.simulator.wire import Answer, Call, JsonObject, Refused

VERSION = re.compile(r"v(\d+)\.(\d+)$")
EXPIRES: dict[str, date | None] = {
    "v21.0": date(2027, 1, 21),
    "v22.0": date(2027, 5, 20),
    "v23.0": date(2027, 10, 8),
    "v24.0": date(2028, 2, 18),
    "v25.0": date(2028, 7, 29),
    "v26.0": None,
}
"""Versions that were ever live in this world, and their last day."""

Handler: TypeAlias = Callable[[Simulation, Call, str], Answer | Awaitable[Answer]]


@dataclass(frozen=True)
class Route:
    """What one method on one edge of one kind of node does."""

    system: System
    name: str
    handler: Handler
    takes: str
    """The entry of the parameter table."""
    scope: str | None = None
    """The permission that the token must have."""
    needs_page: bool = False
    """Whether only the Page's own token will do."""


def _fb(
    name: str, handler: Handler, takes: str = "", scope: str | None = None, *, page: bool = False
) -> Route:
    return Route("facebook", name, handler, takes or name, scope, page)


def _ig(name: str, handler: Handler, takes: str = "", scope: str | None = None) -> Route:
    return Route("instagram", name, handler, takes or name, scope)


_PUBLISH, _ENGAGE, _READ = "pages_manage_posts", "pages_manage_engagement", "pages_read_engagement"
_IG_PUBLISH, _IG_TALK = "instagram_content_publish", "instagram_manage_comments"

ROUTES: dict[tuple[str, str, str], Route] = {
    ("root", "GET", "debug_token"): _fb("debug_token", graph_account.debug_token),
    ("root", "GET", "oauth"): _fb("exchange_token", graph_account.exchange_token),
    ("me", "GET", ""): _fb("read_me", graph_account.read_me),
    ("user", "GET", ""): _fb("read_me", graph_account.read_me),
    ("me", "GET", "accounts"): _fb("list_accounts", graph_account.list_accounts),
    ("user", "GET", "accounts"): _fb("list_accounts", graph_account.list_accounts),
    ("page", "GET", ""): _fb("read_page", graph_account.read_page),
    ("page", "POST", "feed"): _fb("create_post", facebook.create_post, "", _PUBLISH, page=True),
    ("page", "POST", "photos"): _fb("upload_photo", facebook.upload_photo, "", _PUBLISH, page=True),
    ("page", "GET", "feed"): _fb("list_feed", facebook_reads.list_live, "", _READ),
    ("page", "GET", "posts"): _fb("list_posts", facebook_reads.list_live, "", _READ),
    ("page", "GET", "published_posts"): _fb("list_published", facebook_reads.list_live, "", _READ),
    ("page", "GET", "scheduled_posts"): _fb(
        "list_scheduled", facebook_reads.list_scheduled, "", _READ
    ),
    ("page", "GET", "visitor_posts"): _fb("list_visitors", facebook_reads.list_nothing),
    ("page", "GET", "tagged"): _fb("list_visitors", facebook_reads.list_nothing),
    ("page", "GET", "photos"): _fb("list_photos", facebook_reads.list_photos),
    ("page", "GET", "ratings"): _fb("list_ratings", graph_account.list_ratings),
    ("page", "GET", "insights"): _fb(
        "read_page_insights", graph_insights.page_insights, "", "read_insights"
    ),
    ("page", "POST", "messages"): _fb(
        "private_reply", facebook_comments.private_reply, "", "pages_messaging"
    ),
    ("page", "POST", "subscribed_apps"): _fb(
        "subscribe_app", graph_account.subscribe_app, "", "pages_manage_metadata"
    ),
    ("page", "GET", "subscribed_apps"): _fb("list_subscribed", graph_account.list_subscribed),
    ("page", "DELETE", "subscribed_apps"): _fb("unsubscribe_app", graph_account.unsubscribe_app),
    ("page", "GET", "instagram_accounts"): _fb("list_instagram", graph_account.list_instagram),
    ("post", "GET", ""): _fb("read_post", facebook_reads.read_post),
    ("post", "POST", ""): _fb("update_post", facebook.update_post, "", _PUBLISH, page=True),
    ("post", "DELETE", ""): _fb("delete_post", facebook.delete_post, "", _PUBLISH, page=True),
    ("post", "GET", "insights"): _fb(
        "read_insights", graph_insights.post_insights, "", "read_insights"
    ),
    ("post", "GET", "attachments"): _fb("read_attachments", facebook_reads.list_attachments),
    ("post", "GET", "reactions"): _fb("list_reactions", facebook_reads.list_reactions),
    ("post", "GET", "likes"): _fb("list_reactions", facebook_reads.list_reactions),
    ("post", "GET", "comments"): _fb("list_comments", facebook_comments.list_comments),
    ("post", "POST", "comments"): _fb(
        "create_comment", facebook_comments.create_comment, "", _ENGAGE, page=True
    ),
    ("comment", "GET", ""): _fb("read_comment", facebook_comments.read_comment),
    ("comment", "POST", ""): _fb(
        "update_comment", facebook_comments.update_comment, "", _ENGAGE, page=True
    ),
    ("comment", "DELETE", ""): _fb(
        "delete_comment", facebook_comments.delete_comment, "", _ENGAGE, page=True
    ),
    ("comment", "GET", "comments"): _fb(
        "list_answers", facebook_comments.list_answers, "list_comments"
    ),
    ("comment", "POST", "comments"): _fb(
        "reply_comment", facebook_comments.reply_comment, "create_comment", _ENGAGE, page=True
    ),
    ("photo", "GET", ""): _fb("read_photo", facebook_reads.read_photo),
    ("photo", "DELETE", ""): _fb("delete_photo", facebook.delete_photo, "", _PUBLISH, page=True),
    ("ig_user", "GET", ""): _ig("read_account", instagram_reads.read_account),
    ("ig_user", "POST", "media"): _ig(
        "create_container", instagram.create_container, "", _IG_PUBLISH
    ),
    ("ig_user", "POST", "media_publish"): _ig(
        "publish_container", instagram.publish_container, "", _IG_PUBLISH
    ),
    ("ig_user", "GET", "media"): _ig("list_media", instagram_reads.list_media),
    ("ig_user", "GET", "content_publishing_limit"): _ig("read_limit", instagram.read_limit),
    ("ig_user", "GET", "insights"): _ig("read_account_insights", graph_insights.account_insights),
    ("ig_user", "GET", "tags"): _ig("list_tags", facebook_reads.list_nothing),
    ("ig_user", "GET", "stories"): _ig("list_stories", facebook_reads.list_nothing),
    ("ig_user", "POST", "mentions"): _ig("mention", instagram_reads.mention, "", _IG_TALK),
    ("ig_user", "POST", "messages"): _ig("private_reply", facebook_comments.private_reply),
    ("container", "GET", ""): _ig("read_container", instagram.read_container),
    ("media", "GET", ""): _ig("read_media", instagram_reads.read_media),
    ("media", "POST", ""): _ig("update_media", instagram_reads.update_media, "", _IG_TALK),
    ("media", "DELETE", ""): _ig("delete_media", instagram_reads.delete_media, "", _IG_PUBLISH),
    ("media", "GET", "children"): _ig("list_children", instagram_reads.list_children),
    ("media", "GET", "insights"): _ig("read_insights", graph_insights.media_insights),
    ("media", "GET", "comments"): _ig("list_comments", instagram_reads.list_comments),
    ("media", "POST", "comments"): _ig(
        "create_comment", instagram_reads.create_comment, "comment_on_media", _IG_TALK
    ),
    ("ig_comment", "GET", ""): _ig("read_comment", instagram_reads.read_comment),
    ("ig_comment", "POST", ""): _ig(
        "update_comment", instagram_reads.hide_comment, "hide_comment", _IG_TALK
    ),
    ("ig_comment", "DELETE", ""): _ig(
        "delete_comment", instagram_reads.delete_comment, "hide_comment", _IG_TALK
    ),
    ("ig_comment", "GET", "replies"): _ig("list_replies", instagram_reads.list_replies),
    ("ig_comment", "POST", "replies"): _ig(
        "reply_comment", instagram_reads.reply_comment, "answer_comment", _IG_TALK
    ),
}


def route(sim: Simulation, call: Call) -> Operation:
    """The operation that a Graph path means; an unknown one is refused when it runs."""
    segments = list(call.segments)
    if segments and VERSION.match(segments[0]):
        segments = segments[1:]
    if not segments and call.method == "POST" and "batch" in call.params:
        return _operation(sim, call, _fb("batch", _run_batch), "")
    if not segments and "ids" in call.query:
        return _operation(sim, call, _fb("read_ids", _read_ids), "")
    node = segments[0] if segments else ""
    edge = "/".join(segments[1:])
    if node in {"debug_token", "oauth"}:
        return _operation(sim, call, ROUTES["root", "GET", node], "")
    kind, node_id = kind_of(sim, call, node)
    found = ROUTES.get((kind, call.method, edge))
    if found is None:
        return Operation("facebook", "unknown_path", _refusing(sim, call, kind, node, edge))
    return _operation(sim, call, found, node_id)


def kind_of(sim: Simulation, call: Call, node: str) -> tuple[str, str]:
    """What sort of node an id names, and its full id; ("", id) for one that is not there."""
    accounts, world = sim.config.accounts, sim.world
    if node == "me":
        token = call.params.get("access_token") or call.bearer() or ""
        return (
            ("page", accounts.page_id) if token == accounts.page_token else ("me", accounts.user_id)
        )
    named = {accounts.page_id: "page", accounts.instagram_id: "ig_user", accounts.user_id: "user"}
    if node in named:
        return named[node], node
    full = node if node in world.posts["facebook"] else f"{accounts.page_id}_{node}"
    post, media = world.posts["facebook"].get(full), world.posts["instagram"].get(node)
    comment, asset = world.comments.get(node), world.assets.get(node)
    by_kind = {
        "post": post is not None and post.standing != "deleted",
        "comment": comment is not None and not comment.deleted,
        "container": node in world.containers,
        "media": media is not None and media.standing != "deleted",
        "photo": asset is not None and asset.platform == "facebook",
    }
    kind = next((kind for kind, there in by_kind.items() if there), "")
    if kind == "comment" and comment is not None and comment.platform == "instagram":
        kind = "ig_comment"
    return kind, full if kind == "post" else node


def served_version(sim: Simulation, call: Call) -> str:
    """The version that answers: the asked one, or the oldest live one if that has expired.

    Raises:
        Refused: The version was never released (code 2500).
    """
    today = datetime.fromtimestamp(sim.now(), UTC).date()
    live = [name for name, last in EXPIRES.items() if last is None or today < last]
    first = call.segments[0] if call.segments else ""
    asked = VERSION.match(first)
    if asked is None or first in live:
        return first if asked else live[0]
    if int(asked[1]) > max(int(name[1:-2]) for name in live):
        raise graph_error(2500, f"Unknown path components: /{first}")
    return live[0]


def _operation(sim: Simulation, call: Call, found: Route, node_id: str) -> Operation:
    async def act() -> Answer:
        headers: JsonObject = {}
        try:
            headers = {"facebook-api-version": served_version(sim, call)}
            admit(sim, call, found.name, found.scope, needs_page=found.needs_page)
            headers.update(usage_headers(sim, call, found.system))
            check_params(call, found.takes)
            outcome = found.handler(sim, call, node_id)
            answer = await outcome if inspect.isawaitable(outcome) else outcome
        except Refused as refused:
            answer = refused.answer
        return Answer(answer.status, answer.body, {**headers, **answer.headers}, answer.media_type)

    return Operation(found.system, found.name, act)


def _refusing(
    sim: Simulation, call: Call, kind: str, node: str, edge: str
) -> Callable[[], Awaitable[Answer]]:
    async def act() -> Answer:
        try:
            headers = {"facebook-api-version": served_version(sim, call)}
            admit(sim, call, "unknown_path", None, needs_page=False)
            if kind and edge:
                raise graph_error(2500, f"Unknown path components: /{edge}")
            raise missing_object(node or "0", call.method.lower())
        except Refused as refused:
            return Answer(
                refused.answer.status, refused.answer.body, {**headers, **refused.answer.headers}
            )

    return act


async def _run_batch(sim: Simulation, call: Call, node_id: str) -> Answer:
    """POST /?batch=[…]: many calls in one."""
    del node_id
    return await Batch(sim, call, lambda inner: route(sim, inner)).run()


async def _read_ids(sim: Simulation, call: Call, node_id: str) -> Answer:
    """GET /?ids=a,b: one object per id; one unknown id fails all."""
    del node_id
    found: JsonObject = {}
    for wanted in call.query["ids"].split(","):
        kind, full = kind_of(sim, call, wanted.strip())
        reader = ROUTES.get((kind, "GET", ""))
        if reader is None:
            raise graph_error(
                803,
                f"(#803) Some of the aliases you requested do not exist: {wanted.strip()}",
                status=404,
            )
        outcome = reader.handler(sim, call, full)
        answer = await outcome if inspect.isawaitable(outcome) else outcome
        found[wanted.strip()] = answer.body
    return Answer(body=found)
