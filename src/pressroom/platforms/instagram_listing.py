"""What people write to an Instagram account, as Instagram lists it.

It lists comments under our own pictures, with the answers below each. Where others name us it
lists nothing: a webhook tells the id, and that comment or caption alone may then be read.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from pressroom.clock import Clock
from pressroom.domain.comment import Comment, CommentPlace
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Readings
from pressroom.platforms.answers import Finding, count_of, object_of, objects_in
from pressroom.platforms.comment_reading import (
    ASK_AGAIN,
    LIST_MAX_PAGES,
    id_of,
    nothing,
    only,
    read_each,
    text_of,
)
from pressroom.platforms.graph import GraphApi, failed
from pressroom.platforms.matching import parse_time
from pressroom.platforms.wire import Answer

READ_SCOPE = "instagram_manage_comments (and instagram_basic, pages_read_engagement)"
PAGE_SIZE = 50
_OWN = "id,text,timestamp,username,from{id,username},hidden,like_count,parent_id"
LIST_FIELDS = f"{_OWN},replies.limit({PAGE_SIZE}){{{_OWN}}}"
COMMENT_FIELDS = f"{_OWN},media{{id}}"
MENTIONED_COMMENT = "id,text,timestamp,username,like_count,media{id}"
MENTIONED_MEDIA = "id,caption,timestamp,username,like_count,permalink"


class InstagramListing:
    """One professional account, as a `CommentSource`."""

    platform: Platform = "instagram"

    def __init__(self, api: GraphApi, clock: Clock) -> None:
        self.account = api.account
        self._api = api
        self._clock = clock
        self._handle = ""
        self._ask_again_at = clock.now()

    async def names(self) -> frozenset[str]:
        """The account's id and handle; the id alone while Instagram does not tell the handle."""
        if not self._handle and self._clock.now() >= self._ask_again_at:
            self._ask_again_at = self._clock.now() + ASK_AGAIN
            answer = await self._api.send(
                self._api.get("handle", self.account, fields="id,username")
            )
            self._handle = "" if failed(answer) else _handle(answer.body.get("username")).lower()
        return frozenset({self.account, self._handle} - {""})

    async def comments(
        self, platform_post_id: str, since: datetime | None = None
    ) -> AsyncIterator[Comment]:
        """The comments under a picture with the answers below each, the newest at the top first.

        Instagram cannot leave out older ones, and an answer may be younger than its comment:
        all are read, and only those *since* then are given.
        """
        call = self._api.get("comments", platform_post_id, "comments", fields=LIST_FIELDS)
        async for item in self._api.items(call, PAGE_SIZE, LIST_MAX_PAGES):
            if isinstance(item, Finding):
                raise item.error()
            async for comment in self._with_answers(item, platform_post_id):
                if since is None or comment.created_time >= since:
                    yield comment

    def mentions(self, since: datetime | None = None) -> AsyncIterator[Comment]:
        """None: Instagram lists no mentions, it tells of each by a webhook."""
        del since
        return nothing()

    async def read(self, comment_ids: Sequence[str]) -> Readings:
        """Those comments as they are now, also where others named us."""
        return await read_each(comment_ids, self._read)

    async def comment(self, comment_id: str) -> Comment | None:
        """The comment as it is now; None where it is gone."""
        return only(await self.read([comment_id]))

    async def _with_answers(self, item: Mapping[str, Any], post: str) -> AsyncIterator[Comment]:
        top = self._comment(item, post)
        if top is None:
            return
        yield top
        shown = object_of(item.get("replies"))
        if not object_of(shown.get("paging")).get("next"):
            for node in objects_in(shown.get("data")):
                answer = self._comment(node, post, parent=top.comment_id)
                if answer is not None:
                    yield answer
            return
        call = self._api.get("replies", top.comment_id, "replies", fields=_OWN)
        async for found in self._api.items(call, PAGE_SIZE, LIST_MAX_PAGES):
            if isinstance(found, Finding):
                raise found.error()
            answer = self._comment(found, post, parent=top.comment_id)
            if answer is not None:
                yield answer

    async def _read(self, comment_id: str) -> Comment | None:
        answer = await self._api.send(self._api.get("comment", comment_id, fields=COMMENT_FIELDS))
        found = self._comment(answer.body, "") if not failed(answer) else None
        if found is not None:
            return found
        if self._is_gone(answer):
            # Below somebody else's picture only the mention itself opens it.
            return await self._read_mention(comment_id)
        raise self._api.classify(answer, READ_SCOPE).error()

    async def _read_mention(self, own_id: str) -> Comment | None:
        """The comment or the caption of this id in which somebody named the account."""
        for name, key, fields in (
            ("mentioned_comment", "comment_id", MENTIONED_COMMENT),
            ("mentioned_media", "media_id", MENTIONED_MEDIA),
        ):
            asked = f"{name}.{key}({own_id}){{{fields}}}"
            answer = await self._api.send(self._api.get(name, self.account, fields=asked))
            node = object_of(answer.body.get(name))
            found = self._comment(node, "", place="mention") if not failed(answer) else None
            if found is not None:
                return found
            if failed(answer) and not self._is_gone(answer):
                raise self._api.classify(answer, READ_SCOPE).error()
        return None

    def _is_gone(self, answer: Answer) -> bool:
        """Whether there is nothing under that id, or nothing that this way would open."""
        finding = self._api.classify(answer, READ_SCOPE)
        return finding.kind == "gone" or finding.code.partition("/")[0] == "100"

    def _comment(
        self,
        node: Mapping[str, Any],
        post: str,
        *,
        parent: str = "",
        place: CommentPlace = "comment",
    ) -> Comment | None:
        comment_id, created = id_of(node.get("id")), parse_time(node.get("timestamp"))
        if not comment_id or created is None:
            return None
        author = object_of(node.get("from"))
        author_id = id_of(author.get("id"))
        name = _handle(author.get("username")) or _handle(node.get("username"))
        caption = node.get("caption") if "text" not in node else node.get("text")
        media = id_of(object_of(node.get("media")).get("id"))
        return Comment(
            platform="instagram",
            comment_id=comment_id,
            account=self.account,
            # A caption that names us is answered below its own picture.
            platform_post_id=post or media or (comment_id if place == "mention" else ""),
            parent_id=id_of(node.get("parent_id")) or parent,
            author_id=author_id,
            author_name=name,
            message=text_of(caption),
            permalink=text_of(node.get("permalink")),
            likes=count_of(node.get("like_count")),
            created_time=created,
            place=place,
            is_hidden=node.get("hidden") is True,
            is_ours=author_id == self.account or bool(name and name.lower() == self._handle),
        )


def _handle(value: object) -> str:
    return text_of(value).removeprefix("@")
