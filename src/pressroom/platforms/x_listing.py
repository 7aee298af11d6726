"""What people write to an account on X: the conversations below its posts, and its mentions.

An edited post gets a new id and keeps its history. We know it by the first one, so that an
edit is not taken for another post. X shows no hiding and lists conversations for seven days.
"""

import html
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence, Set
from datetime import UTC, datetime, timedelta
from typing import Any

from pressroom.clock import Clock
from pressroom.domain.comment import Comment
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Readings
from pressroom.errors import ChannelError
from pressroom.platforms.answers import Finding, count_of, object_of, objects_in
from pressroom.platforms.comment_reading import ASK_AGAIN, LIST_MAX_PAGES, id_of, only, text_of
from pressroom.platforms.matching import parse_time
from pressroom.platforms.wire import Answer, Call
from pressroom.platforms.x_codes import classify_x

READ_SCOPE = "tweet.read and users.read"
SEARCH_REACH = timedelta(days=7) - timedelta(minutes=5)
"""How far back X searches, less the time that passes on the way there."""
PAGE_SIZE = 100
_EPOCH_MS = 1_288_834_974_657
"""When X began to count the milliseconds that are in its ids."""
_FIELDS = {
    "tweet.fields": (
        "created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,text,"
        "note_tweet,entities,attachments,public_metrics"
    ),
    "expansions": "author_id,attachments.media_keys",
    "user.fields": "username",
    "media.fields": "alt_text,type",
}

Send = Callable[[Call], Awaitable[Answer]]
"""Sends a reading call with the account's credentials on it."""


class XListing:
    """One account, as a `CommentSource`."""

    platform: Platform = "x"

    def __init__(self, *, user_id: str, send: Send, clock: Clock) -> None:
        self.account = user_id
        self._send = send
        self._clock = clock
        self._handle = ""
        self._ask_again_at = clock.now()

    async def names(self) -> frozenset[str]:
        """The account's id and handle; the id alone while X does not tell the handle."""
        if not self._handle and self._clock.now() >= self._ask_again_at:
            self._ask_again_at = self._clock.now() + ASK_AGAIN
            answer = await self._send(Call("x.handle", "GET", "/2/users/me", {}, "query"))
            user = object_of(answer.body.get("data")) if answer.accepted else {}
            if id_of(user.get("id")) == self.account:
                self._handle = text_of(user.get("username")).lower()
        return frozenset({self.account, self._handle} - {""})

    async def comments(
        self, platform_post_id: str, since: datetime | None = None
    ) -> AsyncIterator[Comment]:
        """The conversation below a post, ours too, the newest first; of the last seven days."""
        query = {"query": f"conversation_id:{platform_post_id}", **self._window(since)}
        async for comment in self._listed("x.conversation", "/2/tweets/search/recent", query):
            if comment.comment_id != platform_post_id:
                yield comment.model_copy(update={"place": "comment"})

    async def mentions(self, since: datetime | None = None) -> AsyncIterator[Comment]:
        """Posts that name the account, the newest first."""
        start = {"start_time": _written(since)} if since is not None else {}
        path = f"/2/users/{self.account}/mentions"
        async for comment in self._listed("x.mentions", path, start):
            yield comment.model_copy(update={"summoned": True})  # X itself says so

    async def read(self, comment_ids: Sequence[str]) -> Readings:
        """Those posts as they are now, in their last version."""
        found: dict[str, Comment] = {}
        gone: set[str] = set()
        unread: dict[str, ChannelError] = {}
        for start in range(0, len(comment_ids), PAGE_SIZE):
            chunk = list(comment_ids[start : start + PAGE_SIZE])
            newer = await self._look_up(chunk, found, gone, unread)
            if newer:  # an earlier version's id opens what it said then
                await self._look_up(list(newer), found, gone, unread)
            for last, first in newer.items():
                if last in gone:
                    gone.add(first)
                    found.pop(first, None)
        return Readings(tuple(found.values()), frozenset(gone), unread)

    async def comment(self, comment_id: str) -> Comment | None:
        """The post as it is now; None where it is gone."""
        return only(await self.read([comment_id]))

    async def _look_up(
        self,
        ids: Sequence[str],
        found: dict[str, Comment],
        gone: set[str],
        unread: dict[str, ChannelError],
    ) -> dict[str, str]:
        """Sort *ids* into the three; what it gives are newer versions: last id → first id."""
        call = Call("x.lookup", "GET", "/2/tweets", {"ids": ",".join(ids), **_FIELDS}, "query")
        answer = await self._send(call)
        if not answer.accepted:
            error = self._classify(answer).error()
            unread.update(dict.fromkeys(ids, error))
            return {}
        newer: dict[str, str] = {}
        there: set[str] = set()
        for post in objects_in(answer.body.get("data")):
            comment = self._comment(post, answer.body)
            there.add(id_of(post.get("id")))
            if comment is not None:
                found[comment.comment_id] = comment
            history = _history(post)
            if history and history[-1] not in ids and history[-1] != post.get("id"):
                newer[history[-1]] = history[0]
        errors = objects_in(answer.body.get("errors"))
        lost = {id_of(error.get("value")) for error in errors if _says_gone(error)}
        missing = [own_id for own_id in ids if own_id not in there]
        for own_id in missing:
            if own_id in lost:
                gone.add(own_id)
            else:
                unread[own_id] = Finding("unclear", "X did not answer for it.", answer).error()
        return newer

    async def _listed(
        self, operation: str, path: str, query: Mapping[str, Any]
    ) -> AsyncIterator[Comment]:
        token = ""
        known = {""}
        for _ in range(LIST_MAX_PAGES):
            more = {"pagination_token": token} if token else {}
            body = {"max_results": PAGE_SIZE, **query, **_FIELDS, **more}
            answer = await self._send(Call(operation, "GET", path, body, "query"))
            meta = answer.body.get("meta")
            if not answer.accepted or not isinstance(meta, dict):
                raise self._classify(answer).error()
            for post in objects_in(answer.body.get("data")):
                comment = self._comment(post, answer.body)
                if comment is not None:
                    yield comment
            token = text_of(meta.get("next_token"))
            if not token:
                return
            if token in known:
                break
            known.add(token)
        raise Finding("unclear", "X: the list is too long to be read whole.", answer).error()

    def _window(self, since: datetime | None) -> dict[str, str]:
        if since is None:
            return {}
        return {"start_time": _written(max(since, self._clock.now() - SEARCH_REACH))}

    def _classify(self, answer: Answer) -> Finding:
        return classify_x(answer, self._clock.now(), READ_SCOPE)

    def _comment(self, post: Mapping[str, Any], body: Mapping[str, Any]) -> Comment | None:
        own_id, written = id_of(post.get("id")), parse_time(post.get("created_at"))
        if not own_id or written is None:
            return None
        history = _history(post) or [own_id]
        author_id = id_of(post.get("author_id"))
        conversation = id_of(post.get("conversation_id"))
        answered = _answered(post)
        is_edited = len(history) > 1
        return Comment(
            platform="x",
            comment_id=history[0],
            account=self.account,
            platform_post_id=conversation,
            parent_id="" if answered == conversation else answered,
            author_id=author_id,
            author_name=_names(body).get(author_id, ""),
            message=_message(post),
            permalink=f"https://x.com/i/status/{own_id}",
            likes=count_of(object_of(post.get("public_metrics")).get("like_count")),
            created_time=_moment_of(history[0], written) if is_edited else written,
            place="comment" if self._is_below_us(post) else "mention",
            edited_at=written if is_edited else None,
            is_ours=author_id == self.account,
            attachment=_attachment(post, body),
            summoned=self._summons(post),
        )

    def _summons(self, post: Mapping[str, Any]) -> bool | None:
        """Whether the post's mentions hold our account; None where that cannot be told.

        It cannot while X has not told our handle, nor of a quote, whose author is not shown.
        """
        if _names_us(post, {self.account}, {self._handle} - {""}):
            return True
        return False if self._handle and not _quotes(post) else None

    def _is_below_us(self, post: Mapping[str, Any]) -> bool:
        return id_of(post.get("in_reply_to_user_id")) == self.account


def _says_gone(error: Mapping[str, Any]) -> bool:
    """Whether a post was deleted, or shut away from us: X wants it deleted here in both cases."""
    problem = text_of(error.get("type")).rpartition("/")[2]
    return problem in ("resource-not-found", "not-authorized-for-resource")


def _history(post: Mapping[str, Any]) -> list[str]:
    ids = post.get("edit_history_tweet_ids") or post.get("edit_history_post_ids")
    return [id_of(own_id) for own_id in ids] if isinstance(ids, list) else []


def _answered(post: Mapping[str, Any]) -> str:
    others = objects_in(post.get("referenced_tweets") or post.get("referenced_posts"))
    return next((id_of(o.get("id")) for o in others if o.get("type") == "replied_to"), "")


def _quotes(post: Mapping[str, Any]) -> bool:
    others = objects_in(post.get("referenced_tweets") or post.get("referenced_posts"))
    return any(other.get("type") == "quoted" for other in others)


def _names_us(post: Mapping[str, Any], ids: Set[str], handles: Set[str]) -> bool:
    """Whether a mention is of us; a long post's lie beside its whole text, and may lie in both."""
    long = object_of(post.get("note_tweet") or post.get("note_post"))
    return any(
        id_of(mention.get("id")) in ids or text_of(mention.get("username")).lower() in handles
        for entities in (object_of(post.get("entities")), object_of(long.get("entities")))
        for mention in objects_in(entities.get("mentions"))
    )


def _message(post: Mapping[str, Any]) -> str:
    """The words as their writer wrote them: whole, entities undone, short links put back."""
    long = object_of(post.get("note_tweet") or post.get("note_post"))
    text = text_of(long.get("text")) or text_of(post.get("text"))
    entities = object_of(long.get("entities") or post.get("entities"))
    plain = html.unescape(text)
    for link in objects_in(entities.get("urls")):
        short, target = text_of(link.get("url")), text_of(link.get("expanded_url"))
        if short:
            plain = plain.replace(short, "" if "media_key" in link else target or short)
    return plain.strip()


def _names(body: Mapping[str, Any]) -> dict[str, str]:
    users = objects_in(object_of(body.get("includes")).get("users"))
    return {id_of(user.get("id")): text_of(user.get("username")) for user in users}


def _attachment(post: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    keys = object_of(post.get("attachments")).get("media_keys")
    media = {
        id_of(m.get("media_key")): m
        for m in objects_in(object_of(body.get("includes")).get("media"))
    }
    shown = [media.get(id_of(key), {}) for key in keys] if isinstance(keys, list) else []
    parts = [
        ": ".join(part for part in (text_of(m.get("type")), text_of(m.get("alt_text"))) if part)
        for m in shown
    ]
    return "; ".join(part for part in parts if part)


def _moment_of(own_id: str, otherwise: datetime) -> datetime:
    """When the post of this id was made, which is in the id."""
    if not own_id.isdecimal() or int(own_id) >> 22 == 0:
        return otherwise
    return datetime.fromtimestamp(((int(own_id) >> 22) + _EPOCH_MS) / 1000, UTC)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
