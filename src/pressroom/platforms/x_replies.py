"""Answers on X to those who mentioned the account, and hiding what hangs below its posts.

X lets a self-serve app answer only who mentioned or quoted the account, and says so with a
403. Its search tells what the account has said to somebody in a conversation of the last
seven days; its own list of posts tells what became of a call.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from pressroom.clock import Clock
from pressroom.domain.conversation import (
    CommentSight,
    Look,
    OwnAnswer,
    Spoken,
    sighting_of,
)
from pressroom.domain.effects import (
    Absent,
    AnswerOrder,
    HideOrder,
    Outcome,
    Refused,
    Sent,
    Sighting,
    Unreadable,
    WireTrace,
)
from pressroom.domain.ports import WireRequest
from pressroom.platforms.answers import Finding
from pressroom.platforms.comment_sights import unread, unseen, wordless
from pressroom.platforms.matching import parse_time
from pressroom.platforms.wire import Answer, Call
from pressroom.platforms.x_api import XApi, answered_post, permalink_of, shown_text

LOOK_BACK_MARGIN = timedelta(seconds=60)
"""Added to every look back, for clocks that disagree."""
SEARCHED = timedelta(days=7)
"""How far X's search goes back."""
HIDE_SCOPE = "tweet.read, users.read and tweet.moderate.write"
COMMENT_FIELDS = (
    "author_id,conversation_id,created_at,edit_history_tweet_ids,entities,referenced_tweets,text"
)
ANSWER_FIELDS = "created_at,entities,referenced_tweets,text"


class XReplies:
    """The mentions of one account and the answers to its posts, as `Answering`."""

    def __init__(self, api: XApi, clock: Clock) -> None:
        self._api = api
        self._clock = clock

    def preview(self, order: AnswerOrder) -> Sequence[WireRequest]:
        """The one request that `send` makes."""
        return [_call(order).shown(self._api.base_url)]

    async def look(self, order: AnswerOrder) -> Look:
        """The post; for an answer also what the account has said to its author there."""
        answer = await self._read(order.comment_id)
        post = _post_in(answer)
        if post is None:
            return unseen(self._api.read_failure(answer))
        written = parse_time(post.get("created_at"))
        author = str(post.get("author_id") or "")
        sight = CommentSight(
            created_at=written, is_ours=author == self._api.account, trace=wordless(answer)
        )
        if isinstance(order, HideOrder) or sight.is_ours:
            return sight
        text = await self._latest_text(post)
        if isinstance(text, Finding):
            return unread(text)
        if written is None or self._clock.now() - written >= SEARCHED:
            untold = "X tells for seven days what was said in a conversation, and these are over"
            return CommentSight(created_at=written, untold=untold, trace=wordless(answer))
        own = await self._said_to(author, str(post.get("conversation_id") or ""))
        if isinstance(own, Finding):
            return unread(own)
        return CommentSight(text=text, created_at=written, own=own, trace=wordless(answer))

    async def send(self, order: AnswerOrder, *, again: bool) -> Outcome:
        """The answer given, or the post hidden or shown again, with one call."""
        del again  # X refuses an equal answer by itself, and the list of posts tells whose it is
        if isinstance(order, HideOrder):
            return await self._hide(order)
        if order.kind == "private_reply":
            why = "X has no private answer to a post"
            return Refused(why, "Answer in public, or write by hand.")
        return await self._api.post(_call(order))

    async def find(
        self, order: AnswerOrder, spoken: Collection[Spoken], since: timedelta
    ) -> Sighting:
        """Whether the account shows the answer.

        Whether a post is hidden X does not tell. It is not hidden in good faith: to hide what
        is hidden changes nothing.
        """
        if isinstance(order, HideOrder):
            return Absent(conclusive=True)
        start = self._clock.now() - since - LOOK_BACK_MARGIN
        posts = await self._api.own_posts(start, ANSWER_FIELDS)
        if isinstance(posts, Finding):
            return unread(posts)
        own = [_own_answer(post) for post in posts if answered_post(post) == order.comment_id]
        seen = sighting_of(order, own, spoken, WireTrace("x.posts", 200))
        if isinstance(seen, Absent):
            # Another account's posts show nothing of ours, and that would prove nothing.
            stranger = await self._api.not_ours()
            return Unreadable(stranger) if stranger else seen
        return seen

    async def _hide(self, order: HideOrder) -> Outcome:
        answer = await self._api.act(_call(order))
        if not isinstance(answer, Answer):
            return answer
        data = answer.body.get("data")
        if answer.accepted and isinstance(data, dict) and data.get("hidden") is order.hidden:
            return Sent("", trace=answer.trace())
        return self._api.classify(answer, HIDE_SCOPE).outcome("visible")

    async def _read(self, post: str) -> Answer:
        path = f"/2/tweets/{quote(post, safe='')}"
        body = {"tweet.fields": COMMENT_FIELDS}
        return await self._api.send(Call("x.comment", "GET", path, body, "query"))

    async def _latest_text(self, post: Mapping[str, Any]) -> str | Finding | None:
        """What the post says since it was edited; None where it never was.

        An edited post keeps its first id and gets another one for each version.
        """
        versions = post.get("edit_history_tweet_ids") or post.get("edit_history_post_ids") or []
        latest = str(versions[-1]) if isinstance(versions, list) and versions else ""
        if latest in ("", str(post.get("id"))):
            return None
        answer = await self._read(latest)
        version = _post_in(answer)
        return self._api.read_failure(answer) if version is None else shown_text(version)

    async def _said_to(self, author: str, conversation: str) -> tuple[OwnAnswer, ...] | Finding:
        """What the account has said to *author* in that conversation."""
        query = f"conversation_id:{conversation} from:{self._api.account} to:{author}"
        body = {"query": query, "tweet.fields": ANSWER_FIELDS}
        posts = await self._api.listed("x.answers", "/2/tweets/search/recent", body)
        if isinstance(posts, Finding):
            return posts
        return tuple(_own_answer(post) for post in posts)


def _call(order: AnswerOrder) -> Call:
    if isinstance(order, HideOrder):
        path = f"/2/tweets/{quote(order.comment_id, safe='')}/hidden"
        return Call("x.hide", "PUT", path, {"hidden": order.hidden}, "json")
    body = {"text": order.text, "reply": {"in_reply_to_tweet_id": order.comment_id}}
    return Call("x.reply", "POST", "/2/tweets", body, "json")


def _post_in(answer: Answer) -> dict[str, Any] | None:
    data = answer.body.get("data")
    return data if answer.accepted and isinstance(data, dict) else None


def _own_answer(post: Mapping[str, Any]) -> OwnAnswer:
    own_id = str(post.get("id") or "")
    return OwnAnswer(
        own_id,
        shown_text(post),
        parse_time(post.get("created_at")),
        answers=answered_post(post),
        permalink=permalink_of(own_id),
    )
