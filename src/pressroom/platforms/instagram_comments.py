"""Comments below our Instagram posts, answered in public or once in private, and hidden.

An answer hangs below the top comment of its conversation. Instagram may keep back who wrote a
comment, so our own are known by the account's id or by its name.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

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
    ReplyOrder,
    Sent,
    Sighting,
    WireTrace,
)
from pressroom.domain.ports import WireRequest
from pressroom.platforms.answers import Finding, object_of
from pressroom.platforms.comment_sights import (
    flag_of,
    sighting_of_hiding,
    unread,
    unseen,
    wordless,
)
from pressroom.platforms.graph import GraphApi, failed, id_in
from pressroom.platforms.matching import parse_time
from pressroom.platforms.private_replies import PRIVATE_WINDOW, private_call, send_private
from pressroom.platforms.wire import Answer, Call

COMMENT_SCOPE = "instagram_manage_comments"
PRIVATE_SCOPE = "instagram_manage_messages (and pages_messaging)"
COMMENT_FIELDS = "id,text,timestamp,username,from,hidden,parent_id"
ANSWER_FIELDS = "id,text,timestamp,username,from"
PAGE_SIZE = 50


class InstagramComments:
    """The comments on one account's posts, as `Answering`."""

    def __init__(self, api: GraphApi, clock: Clock) -> None:
        self._api = api
        self._clock = clock
        self._username = ""

    def preview(self, order: AnswerOrder) -> Sequence[WireRequest]:
        """The one request that `send` makes."""
        return [self._call(order).shown(self._api.base_url)]

    async def look(self, order: AnswerOrder) -> Look:
        """The comment; for an answer also what the account has said in its conversation."""
        answer = await self._read(order.comment_id)
        if failed(answer):
            return unseen(self._api.classify(answer, COMMENT_SCOPE))
        username = await self._own_username()
        if isinstance(username, Finding):
            return unread(username)
        if isinstance(order, HideOrder):
            return self._sight(answer, username, ())
        own = await self._own_answers(_top_of(answer.body, order.comment_id), username)
        return unseen(own) if isinstance(own, Finding) else self._sight(answer, username, own)

    async def send(self, order: AnswerOrder, *, again: bool) -> Outcome:
        """The comment answered, hidden or shown again, with one call."""
        call = self._call(order)
        if isinstance(order, ReplyOrder) and order.kind == "private_reply":
            return await send_private(self._api, call, PRIVATE_SCOPE, again=again)
        answer = await self._api.send(call)
        if isinstance(order, HideOrder):
            if not failed(answer) and answer.body.get("success") is True:
                return Sent("", trace=answer.trace())
        elif id_in(answer):
            # A comment has no address of its own on Instagram.
            return Sent(id_in(answer), trace=answer.trace())
        return self._api.classify(answer, COMMENT_SCOPE).outcome("visible")

    async def find(
        self, order: AnswerOrder, spoken: Collection[Spoken], since: timedelta
    ) -> Sighting:
        """Whether the answer is there, or the comment is hidden.

        A private answer shows nowhere. It is absent in good faith: what was sent all the
        same is refused the second time.
        """
        del since  # a conversation is short enough to be read whole
        if isinstance(order, ReplyOrder) and order.kind == "private_reply":
            return Absent()
        answer = await self._read(order.comment_id)
        finding = self._api.classify(answer, COMMENT_SCOPE) if failed(answer) else None
        if finding is not None and finding.kind != "gone":
            return unread(finding)
        if isinstance(order, HideOrder):
            if finding is not None:
                return Absent(trace=wordless(answer))
            return sighting_of_hiding(order, answer, answer.body.get("hidden"))
        top = order.top_comment_id if finding else _top_of(answer.body, order.comment_id)
        return await self._find_answer(order, top, spoken)

    async def _find_answer(
        self, order: ReplyOrder, top: str, spoken: Collection[Spoken]
    ) -> Sighting:
        username = await self._own_username()
        if isinstance(username, Finding):
            return unread(username)
        own = await self._own_answers(top, username)
        if isinstance(own, Finding):
            return Absent(trace=wordless(own.answer)) if own.kind == "gone" else unread(own)
        return sighting_of(order, own, spoken, WireTrace("instagram.answers", 200))

    def _call(self, order: AnswerOrder) -> Call:
        if isinstance(order, HideOrder):
            return self._api.post("hide", order.comment_id, hide=order.hidden)
        if order.kind == "private_reply":
            return private_call(self._api, order)
        return self._api.post("reply", order.comment_id, "replies", message=order.text)

    async def _read(self, comment: str) -> Answer:
        return await self._api.send(self._api.get("comment", comment, fields=COMMENT_FIELDS))

    async def _own_username(self) -> str | Finding:
        """The account's name, asked once: without it our own comments might pass for others'."""
        if not self._username:
            answer = await self._api.send(
                self._api.get("username", self._api.account, fields="username")
            )
            if failed(answer) or not answer.body.get("username"):
                return self._api.classify(answer, COMMENT_SCOPE)
            self._username = str(answer.body["username"])
        return self._username

    async def _own_answers(self, top: str, username: str) -> tuple[OwnAnswer, ...] | Finding:
        call = self._api.get("answers", top, "replies", fields=ANSWER_FIELDS)
        own: list[OwnAnswer] = []
        async for item in self._api.items(call, PAGE_SIZE):
            if isinstance(item, Finding):
                return item
            if self._is_ours(item, username):
                at = parse_time(item.get("timestamp"))
                own.append(OwnAnswer(str(item.get("id") or ""), str(item.get("text") or ""), at))
        return tuple(own)

    def _sight(self, answer: Answer, username: str, own: Collection[OwnAnswer]) -> CommentSight:
        node = answer.body
        written = parse_time(node.get("timestamp"))
        return CommentSight(
            text=str(node.get("text") or ""),
            created_at=written,
            is_ours=self._is_ours(node, username),
            is_hidden=flag_of(node.get("hidden")),
            takes_private_reply=(
                written is not None and self._clock.now() - written < PRIVATE_WINDOW
            ),
            top=str(node.get("parent_id") or ""),
            own=tuple(own),
            trace=wordless(answer),
        )

    def _is_ours(self, node: dict[str, Any], username: str) -> bool:
        author = object_of(node.get("from"))
        if str(author.get("id")) == self._api.account:
            return True
        name = author.get("username") or node.get("username")
        return str(name).casefold() == username.casefold()


def _top_of(node: dict[str, Any], comment: str) -> str:
    return str(node.get("parent_id") or comment)
