"""What people write to a Page, as Facebook lists it: comments, answers, and posts that tag it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from pressroom.clock import Clock
from pressroom.domain.comment import Comment
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Readings
from pressroom.platforms.answers import Finding, count_of, object_of
from pressroom.platforms.comment_reading import (
    LIST_MAX_PAGES,
    LIST_PAGE,
    id_of,
    only,
    read_each,
    text_of,
)
from pressroom.platforms.comment_sights import flag_of
from pressroom.platforms.graph import GraphApi, failed
from pressroom.platforms.matching import parse_time

READ_SCOPE = "pages_read_user_content and pages_read_engagement"
COMMENT_FIELDS = (
    "id,message,from,created_time,parent{id},is_hidden,can_comment,can_reply_privately,can_hide,"
    "like_count,permalink_url,attachment{type,title}"
)
TAGGED_FIELDS = "id,message,from,created_time,permalink_url"


class FacebookListing:
    """One Page, as a `CommentSource`."""

    platform: Platform = "facebook"

    def __init__(self, api: GraphApi, clock: Clock) -> None:
        self.account = api.account
        self._api = api
        self._clock = clock

    async def names(self) -> frozenset[str]:
        """The Page's id; its name is no sign, because anybody may be called so."""
        return frozenset({self.account})

    async def comments(
        self, platform_post_id: str, since: datetime | None = None
    ) -> AsyncIterator[Comment]:
        """All comments under a post, answers among them (`filter=stream`), the oldest first."""
        params: dict[str, Any] = {
            "filter": "stream",
            "order": "chronological",
            "fields": COMMENT_FIELDS,
        }
        if since is not None:
            params["since"] = int(since.timestamp())
        call = self._api.get("comments", platform_post_id, "comments", **params)
        async for item in self._api.items(call, LIST_PAGE, LIST_MAX_PAGES):
            if isinstance(item, Finding):
                raise item.error()
            comment = self._comment(item, platform_post_id)
            if comment is not None:
                yield comment

    async def mentions(self, since: datetime | None = None) -> AsyncIterator[Comment]:
        """Posts of others that tag the Page, the newest first."""
        call = self._api.get("tagged", self.account, "tagged", fields=TAGGED_FIELDS)
        async for item in self._api.items(call, LIST_PAGE, LIST_MAX_PAGES):
            if isinstance(item, Finding):
                raise item.error()
            post = self._comment(item, id_of(item.get("id")), place="mention")
            if post is None:
                continue
            if since is not None and post.created_time < since:
                return
            yield post

    async def read(self, comment_ids: Sequence[str]) -> Readings:
        """Those comments as they are now."""
        return await read_each(comment_ids, self._read)

    async def comment(self, comment_id: str) -> Comment | None:
        """The comment as it is now; None where it is gone."""
        return only(await self.read([comment_id]))

    async def _read(self, comment_id: str) -> Comment | None:
        call = self._api.get("comment", comment_id, fields=f"{COMMENT_FIELDS},object{{id}}")
        answer = await self._api.send(call)
        if not failed(answer):
            post = id_of(object_of(answer.body.get("object")).get("id"))
            found = self._comment(answer.body, post or self._post_of(comment_id))
            if found is not None:
                return found
        finding = self._api.classify(answer, READ_SCOPE)
        if finding.kind == "gone":
            return None
        raise finding.error()

    def _post_of(self, comment_id: str) -> str:
        """The post of a comment, whose id begins with the post's number."""
        number, _, own = comment_id.partition("_")
        return f"{self.account}_{number}" if own else ""

    def _comment(
        self, node: Mapping[str, Any], post: str, *, place: str = "comment"
    ) -> Comment | None:
        comment_id, created = id_of(node.get("id")), parse_time(node.get("created_time"))
        if not comment_id or created is None:
            return None
        author = object_of(node.get("from"))
        author_id = id_of(author.get("id"))
        return Comment(
            platform="facebook",
            comment_id=comment_id,
            account=self.account,
            platform_post_id=post,
            parent_id=id_of(object_of(node.get("parent")).get("id")),
            author_id=author_id,
            author_name=text_of(author.get("name")),
            message=text_of(node.get("message")),
            permalink=text_of(node.get("permalink_url")),
            likes=count_of(node.get("like_count")),
            created_time=created,
            place="mention" if place == "mention" else "comment",
            is_hidden=node.get("is_hidden") is True,
            is_ours=author_id == self.account,
            attachment=_attachment(object_of(node.get("attachment"))),
            can_reply=flag_of(node.get("can_comment")),
            can_reply_privately=flag_of(node.get("can_reply_privately")),
            can_hide=flag_of(node.get("can_hide")),
        )


def _attachment(attachment: Mapping[str, Any]) -> str:
    """The kind of what is attached, and what Facebook says is on it."""
    parts = (text_of(attachment.get("type")), text_of(attachment.get("title")))
    return ": ".join(part for part in parts if part)
