"""Comments on a Page, answered in public or once in private, hidden and shown again.

A Page's answer hangs below the top comment of its conversation, whichever comment it was
written to, so the answers below the top one are where an answer is looked for.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
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
    Found,
    HideOrder,
    Outcome,
    ReplyOrder,
    Sent,
    Sighting,
    Unreadable,
)
from pressroom.domain.ports import WireRequest
from pressroom.domain.wording import spoken_words
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

ENGAGE_SCOPE = "pages_manage_engagement (task MODERATE)"
READ_SCOPE = "pages_read_engagement and pages_read_user_content"
PRIVATE_SCOPE = "pages_messaging (task MESSAGING)"
COMMENT_FIELDS = (
    "id,message,from,created_time,parent{id},is_hidden,can_hide,can_comment,can_reply_privately,"
    "private_reply_conversation"
)
ANSWER_FIELDS = "id,message,from,created_time,permalink_url"
PAGE_SIZE = 100
LOOK_BACK_MARGIN = timedelta(seconds=60)
"""Added to every look back, for clocks that disagree."""


class FacebookComments:
    """The comments on one Page, as `Answering`."""

    def __init__(self, api: GraphApi, clock: Clock) -> None:
        self._api = api
        self._clock = clock

    def preview(self, order: AnswerOrder) -> Sequence[WireRequest]:
        """The one request that `send` makes."""
        return [self._call(order).shown(self._api.base_url)]

    async def look(self, order: AnswerOrder) -> Look:
        """The comment; for an answer also what the Page has said in its conversation."""
        answer = await self._read(order.comment_id)
        if failed(answer):
            return unseen(self._api.classify(answer, READ_SCOPE))
        if isinstance(order, HideOrder):
            return self._sight(answer, ())
        own = await self._own_answers(_top_of(answer.body, order.comment_id), order, None)
        return unseen(own) if isinstance(own, Finding) else self._sight(answer, own)

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
            return Sent(id_in(answer), permalink_of(id_in(answer)), answer.trace())
        return self._api.classify(answer, ENGAGE_SCOPE).outcome("visible")

    async def find(
        self, order: AnswerOrder, spoken: Collection[Spoken], since: timedelta
    ) -> Sighting:
        """Whether the answer is there, or the comment is hidden."""
        cutoff = self._clock.now() - since - LOOK_BACK_MARGIN
        answer = await self._read(order.comment_id)
        finding = self._api.classify(answer, READ_SCOPE) if failed(answer) else None
        if finding is not None and finding.kind != "gone":
            return unread(finding)
        if isinstance(order, HideOrder):
            if finding is not None:
                return Absent(trace=wordless(answer))
            return sighting_of_hiding(order, answer, answer.body.get("is_hidden"))
        if order.kind == "private_reply":
            return self._find_private(answer, gone=finding is not None)
        top = order.top_comment_id if finding else _top_of(answer.body, order.comment_id)
        own = await self._own_answers(top, order, cutoff)
        if isinstance(own, Finding):
            return Absent(trace=wordless(own.answer)) if own.kind == "gone" else unread(own)
        return sighting_of(order, own, spoken, wordless(answer))

    def _call(self, order: AnswerOrder) -> Call:
        if isinstance(order, HideOrder):
            return self._api.post("hide", order.comment_id, is_hidden=order.hidden)
        if order.kind == "private_reply":
            return private_call(self._api, order)
        return self._api.post("reply", order.comment_id, "comments", message=order.text)

    async def _read(self, comment: str) -> Answer:
        return await self._api.send(self._api.get("comment", comment, fields=COMMENT_FIELDS))

    async def _own_answers(
        self, top: str, order: ReplyOrder, cutoff: datetime | None
    ) -> tuple[OwnAnswer, ...] | Finding:
        """What the Page has said below *top*, back to *cutoff* or to the beginning.

        Where Facebook keeps the author back, the words decide: whoever repeats an answer of
        ours word for word keeps us from giving it twice, and that is the better mistake.
        """
        call = self._api.get(
            "answers",
            top,
            "comments",
            filter="stream",
            order="reverse_chronological",
            fields=ANSWER_FIELDS,
        )
        wanted = spoken_words(order.text)
        own: list[OwnAnswer] = []
        async for item in self._api.items(call, PAGE_SIZE):
            if isinstance(item, Finding):
                return item
            said_at = parse_time(item.get("created_time"))
            if cutoff is not None and said_at is not None and said_at < cutoff:
                break
            author = object_of(item.get("from")).get("id")
            text = str(item.get("message") or "")
            if str(author) == self._api.account or (not author and spoken_words(text) == wanted):
                own.append(_own_answer(item, text))
        return tuple(own)

    def _sight(self, answer: Answer, own: Collection[OwnAnswer]) -> CommentSight:
        node = answer.body
        author = object_of(node.get("from")).get("id")
        return CommentSight(
            text=str(node.get("message") or ""),
            created_at=parse_time(node.get("created_time")),
            is_ours=str(author) == self._api.account,
            is_hidden=flag_of(node.get("is_hidden")),
            takes_reply=flag_of(node.get("can_comment")) is not False,
            takes_private_reply=flag_of(node.get("can_reply_privately")) is not False,
            can_be_hidden=flag_of(node.get("can_hide")) is not False,
            top=str(object_of(node.get("parent")).get("id") or ""),
            own=tuple(own),
            trace=wordless(answer),
        )

    def _find_private(self, answer: Answer, *, gone: bool) -> Sighting:
        if gone:
            return Absent(trace=wordless(answer))
        allowed = flag_of(answer.body.get("can_reply_privately"))
        if answer.body.get("private_reply_conversation") or allowed is False:
            written: datetime | None = parse_time(answer.body.get("created_time"))
            if not answer.body.get("private_reply_conversation") and (
                written is None or self._clock.now() - written >= PRIVATE_WINDOW
            ):
                why = "Facebook does not tell whether the private answer went out in time"
                return Unreadable(why, trace=wordless(answer))
            return Found("", trace=wordless(answer))
        return Absent(trace=wordless(answer))


def permalink_of(comment: str) -> str:
    """The address under which a person sees the comment."""
    return f"https://www.facebook.com/{comment}"


def _own_answer(item: dict[str, Any], text: str) -> OwnAnswer:
    own_id = str(item.get("id") or "")
    link = str(item.get("permalink_url") or permalink_of(own_id))
    return OwnAnswer(own_id, text, parse_time(item.get("created_time")), permalink=link)


def _top_of(node: dict[str, Any], comment: str) -> str:
    return str(object_of(node.get("parent")).get("id") or comment)
