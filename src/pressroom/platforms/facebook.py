"""A Facebook Page: text, link, photos, scheduled posts and their figures.

In `draft` mode (the default) `prepare` makes the post unpublished and `publish` only turns it
live: the end state is the same however often that is asked, and reading one id settles any
doubt. In `direct` mode `publish` posts in one call, and doubt is settled by reading the Page's
list of posts.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import httpx
from pydantic import SecretStr

from pressroom.clock import Clock
from pressroom.domain.effects import (
    Absent,
    Draft,
    Found,
    NotSent,
    Outcome,
    PublishOrder,
    Refused,
    Sent,
    Sighting,
    Unreadable,
)
from pressroom.domain.insights import Insights
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform
from pressroom.domain.ports import WireRequest
from pressroom.domain.wording import normalise
from pressroom.platforms.answers import Finding, count_of, object_of, objects_in
from pressroom.platforms.facebook_comments import FacebookComments
from pressroom.platforms.graph import GraphApi, failed, id_in
from pressroom.platforms.matching import parse_time
from pressroom.platforms.usage import UsageHook
from pressroom.platforms.wire import Answer, Call

Mode = Literal["draft", "direct"]

LOOK_BACK_MARGIN = timedelta(seconds=60)
"""Added to every look back, for clocks that disagree."""
STAGED_LIFE = timedelta(hours=20)
"""Facebook drops staged photos after about a day; older ones are staged again."""
SOONEST, LATEST = timedelta(minutes=10), timedelta(days=30)
"""How far ahead Facebook schedules by itself."""

PUBLISH_SCOPE = "pages_manage_posts and pages_read_engagement (task CREATE_CONTENT)"
INSIGHTS_SCOPE = "read_insights (task ANALYZE)"
COUNTS = "id,reactions.summary(total_count).limit(0),comments.summary(true).limit(0),shares"
METRICS = (("post_media_view", "post_clicks"), ("post_total_media_view_unique",))
"""Groups that are asked together; the last may fail on some Pages and stands alone."""
POST_FIELDS = (
    "id,message,created_time,permalink_url,attachments{target{id},subattachments{target{id}}}"
)


class FacebookChannel:
    """One Page, as a `Channel`."""

    platform: Platform = "facebook"

    def __init__(
        self,
        *,
        page_id: str,
        page_token: SecretStr,
        client: httpx.AsyncClient,
        clock: Clock,
        app_secret: SecretStr | None = None,
        version: str = "v25.0",
        mode: Mode = "draft",
        on_usage: UsageHook | None = None,
    ) -> None:
        self.account = page_id
        self._mode = mode
        self._clock = clock
        self._api = GraphApi(
            platform="facebook",
            account=page_id,
            token=page_token,
            app_secret=app_secret,
            version=version,
            client=client,
            on_usage=on_usage,
        )
        self.answering = FacebookComments(self._api, clock)

    def preview(self, order: PublishOrder) -> Sequence[WireRequest]:
        """The requests that `prepare` and `publish` would send, in their order."""
        photos = [f"{{photo {n}}}" for n, _ in enumerate(order.media, 1)]
        calls = [
            self._stage_call(media, note=f"its answer's id is {photo}")
            for media, photo in zip(order.media, photos, strict=True)
        ]
        if self._mode == "draft":
            calls.append(self._feed_call(order, photos, published=False))
            note = "{post} is the id that the call before it answers"
            calls.append(self._live_call("{post}", note))
        else:
            calls.append(self._feed_call(order, photos))
        return [call.shown(self._api.base_url) for call in calls]

    async def prepare(self, order: PublishOrder, draft: Draft) -> Draft | NotSent | Refused:
        """The staged photos and, in `draft` mode, the unpublished post.

        *draft* is completed in place too, so that a step that fails keeps the steps before it.
        """
        if self._mode == "draft" and draft.get("post"):
            kept = await self._still_there(draft)
            if kept is not None:
                return kept
        trouble = await self._stage(order, draft)
        if trouble is not None:
            return trouble
        if self._mode == "draft":
            call = self._feed_call(order, _photo_ids(order, draft), published=False)
            answer = await self._api.send(call)
            post = id_in(answer)
            if not post:
                return self._photos_refused(answer, draft)
            draft["post"] = post
        return dict(draft)

    async def publish(self, order: PublishOrder, draft: Draft) -> Outcome:
        """The post turned live (`draft`), or posted (`direct`), with one call."""
        if self._mode == "direct":
            photos = _photo_ids(order, draft)
            if len(photos) < len(order.media):
                return NotSent("Facebook: not all photos are staged; prepare the post first.")
            return await self._post(self._feed_call(order, photos))
        post = str(draft.get("post", ""))
        if not post:
            return NotSent("Facebook: there is no draft yet; it has to be prepared first.")
        answer = await self._api.send(self._live_call(post))
        if not failed(answer) and answer.body.get("success") is True:
            return Sent(post, permalink_of(post), answer.trace())
        finding = self._api.classify(answer, PUBLISH_SCOPE)
        if finding.kind == "gone":
            why = "Facebook: the draft is gone; it has to be prepared again."
            return NotSent(why, trace=answer.trace(finding.code))
        return finding.outcome("visible")

    async def schedule(self, order: PublishOrder, draft: Draft, at: datetime) -> Outcome:
        """The post handed to Facebook's own scheduler, for 10 minutes to 30 days ahead.

        Only on request: pressroom keeps its own schedule, which can still be stopped.
        """
        ahead = at - self._clock.now()
        if not SOONEST <= ahead <= LATEST:
            why = "Facebook schedules only 10 minutes to 30 days ahead."
            return Refused(why, "Choose such a time, or let pressroom keep the schedule.")
        trouble = await self._stage(order, draft, temporary=True)
        if trouble is not None:
            return trouble
        call = self._feed_call(order, _photo_ids(order, draft), published=False, at=at)
        return await self._post(call)

    async def find(self, order: PublishOrder, draft: Draft, since: timedelta) -> Sighting:
        """Whether the post is live: by its id in `draft` mode, else by the Page's list."""
        is_lost = bool(draft.get("forgotten")) and not draft.get("post")
        if self._mode == "draft" and not is_lost:
            return await self._find_draft(draft)
        cutoff = self._clock.now() - since - LOOK_BACK_MARGIN
        photos = set(_photo_ids(order, draft))
        hits: list[dict[str, Any]] = []
        async for post in self._listed("published_posts", POST_FIELDS):
            if isinstance(post, Finding):
                return post.unreadable()
            created = parse_time(post.get("created_time"))
            if created is not None and created < cutoff:
                break
            if _is_same(order, photos, post):
                hits.append(post)
        if hits and is_lost and not message_of(order):
            return Unreadable("Facebook: there is a post without text, and it may be this one.")
        return _sighting(hits)

    async def find_scheduled(self, order: PublishOrder, at: datetime) -> Sighting:
        """Whether the post waits in Facebook's own scheduler for the time *at*."""
        hits: list[dict[str, Any]] = []
        async for post in self._listed("scheduled_posts", "id,message,scheduled_publish_time"):
            if isinstance(post, Finding):
                return post.unreadable()
            same_text = normalise(str(post.get("message", ""))) == normalise(message_of(order))
            if same_text and _is_at(post.get("scheduled_publish_time"), at):
                hits.append(post)
        return _sighting(hits)

    async def insights(self, platform_post_id: str) -> Insights:
        """The post's figures: counts from its fields, views and clicks from insights."""
        answer = await self._api.send(self._api.get("counts", platform_post_id, fields=COUNTS))
        if failed(answer):
            raise self._api.classify(answer, INSIGHTS_SCOPE).error()
        counts = {
            "reactions": _summary_count(answer, "reactions"),
            "comments": _summary_count(answer, "comments"),
            "shares": _count_in(answer.body.get("shares"), "count"),
        }
        values, missing = await self._api.metrics(platform_post_id, METRICS, INSIGHTS_SCOPE)
        return Insights(
            platform="facebook",
            platform_post_id=platform_post_id,
            fetched_at=self._clock.now(),
            likes=counts["reactions"],
            comments=counts["comments"],
            shares=counts["shares"],
            views=values.get("post_media_view"),
            reach=values.get("post_total_media_view_unique"),
            clicks=values.get("post_clicks"),
            missing=tuple([k for k, v in counts.items() if v is None] + missing),
        )

    async def whoami(self) -> str:
        """The Page's name."""
        answer = await self._api.send(self._api.get("whoami", self.account, fields="id,name"))
        if failed(answer):
            raise self._api.classify(answer, PUBLISH_SCOPE).error()
        return str(answer.body.get("name") or self.account)

    def _stage_call(self, media: MediaFile, *, temporary: bool = False, note: str = "") -> Call:
        body: dict[str, Any] = {"published": False}
        if temporary:
            body["temporary"] = True
        if media.alt_text:
            body["alt_text_custom"] = media.alt_text
        path = self._api.path(self.account, "photos")
        return Call("facebook.photos", "POST", path, body, "multipart", media, note=note)

    def _feed_call(
        self,
        order: PublishOrder,
        photos: Sequence[str],
        *,
        published: bool = True,
        at: datetime | None = None,
    ) -> Call:
        body: dict[str, Any] = {}
        if message_of(order):
            body["message"] = message_of(order)
        if order.link and not order.media:
            body["link"] = order.link
        if photos:
            body["attached_media"] = [{"media_fbid": photo} for photo in photos]
        if not published:
            body["published"] = False
        if at is not None:
            body["scheduled_publish_time"] = int(at.timestamp())
        return self._api.post("feed", self.account, "feed", **body)

    def _live_call(self, post: str, note: str = "") -> Call:
        path = self._api.path(post)
        return Call("facebook.publish", "POST", path, {"is_published": True}, note=note)

    async def _post(self, call: Call) -> Outcome:
        answer = await self._api.send(call)
        post = id_in(answer)
        if post:
            return Sent(post, permalink_of(post), answer.trace())
        return self._api.classify(answer, PUBLISH_SCOPE).outcome("visible")

    async def _stage(
        self, order: PublishOrder, draft: Draft, *, temporary: bool = False
    ) -> NotSent | Refused | None:
        staged: dict[str, Any] = draft.setdefault("photos", {}) if order.media else {}
        for media in order.media:
            if _is_fresh(staged.get(media.sha256), self._clock.now()):
                continue
            answer = await self._api.send(self._stage_call(media, temporary=temporary))
            photo = id_in(answer)
            if not photo:
                return self._api.classify(answer, PUBLISH_SCOPE).preparing()
            staged[media.sha256] = {"id": photo, "at": self._clock.now().isoformat()}
        return None

    async def _still_there(self, draft: Draft) -> Draft | NotSent | Refused | None:
        answer = await self._read_post(str(draft["post"]))
        if not failed(answer):
            return dict(draft)
        finding = self._api.classify(answer, PUBLISH_SCOPE)
        if finding.kind != "gone":
            return finding.preparing()
        draft.clear()
        return None

    def _photos_refused(self, answer: Answer, draft: Draft) -> NotSent | Refused:
        finding = self._api.classify(answer, PUBLISH_SCOPE)
        if finding.code == "100/1366051":
            draft.pop("photos", None)
            why = "Facebook: the staged photos are used up; they have to be staged again."
            return NotSent(why, trace=answer.trace(finding.code))
        return finding.preparing()

    async def _find_draft(self, draft: Draft) -> Sighting:
        post = str(draft.get("post", ""))
        if not post:  # without its id the draft cannot have been turned live
            return Absent(conclusive=True)
        answer = await self._read_post(post)
        if not failed(answer) and isinstance(answer.body.get("is_published"), bool):
            if answer.body["is_published"]:
                link = str(answer.body.get("permalink_url") or permalink_of(post))
                return Found(post, link, trace=answer.trace())
            return Absent(conclusive=True, trace=answer.trace())
        finding = self._api.classify(answer, PUBLISH_SCOPE)
        if finding.kind == "gone":  # deleted, or never kept: not live, but nobody vouches for it
            return Absent(trace=answer.trace(finding.code))
        return finding.unreadable()

    async def _read_post(self, post: str) -> Answer:
        return await self._api.send(
            self._api.get("post", post, fields="id,is_published,permalink_url")
        )

    def _listed(self, edge: str, fields: str) -> AsyncIterator[dict[str, Any] | Finding]:
        return self._api.items(self._api.get(edge, self.account, edge, fields=fields))


def permalink_of(post: str) -> str:
    """The address under which a person sees the post."""
    return f"https://www.facebook.com/{post}"


def message_of(order: PublishOrder) -> str:
    """The post's text; the link joins it where photos take the place of a link preview."""
    if order.media and order.link and order.link not in order.text:
        return f"{order.text}\n{order.link}".strip()
    return order.text


def _photo_ids(order: PublishOrder, draft: Draft) -> list[str]:
    staged = draft.get("photos", {})
    return [str(staged[m.sha256]["id"]) for m in order.media if m.sha256 in staged]


def _is_fresh(staged: dict[str, Any] | None, now: datetime) -> bool:
    made = parse_time(staged.get("at")) if staged else None
    return made is not None and now - made < STAGED_LIFE


def _is_same(order: PublishOrder, photos: set[str], post: dict[str, Any]) -> bool:
    if normalise(str(post.get("message") or "")) != normalise(message_of(order)):
        return False
    shown = _attached(post)
    if not photos or not shown:
        return bool(message_of(order)) or bool(order.link) or not photos
    if not photos.isdisjoint(shown):
        return True
    # An album may be shown by an id of its own only: then the text alone has to decide.
    return len(shown) < len(photos) and bool(message_of(order))


def _attached(post: dict[str, Any]) -> set[str]:
    """The ids of the pictures that a post shows, an album's own id left out where it lists them."""
    ids: set[str] = set()
    for entry in _data_of(post.get("attachments")):
        inner = _data_of(entry.get("subattachments")) or [entry]
        targets = (e.get("target") for e in inner)
        ids |= {str(t["id"]) for t in targets if isinstance(t, dict) and "id" in t}
    return ids


def _data_of(node: object) -> list[dict[str, Any]]:
    return objects_in(object_of(node).get("data"))


def _is_at(shown: object, at: datetime) -> bool:
    if isinstance(shown, int | float):
        return int(shown) == int(at.timestamp())
    when = parse_time(shown)
    return when is not None and when == at.astimezone(UTC).replace(microsecond=0)


def _sighting(hits: list[dict[str, Any]]) -> Sighting:
    if not hits:
        return Absent()
    oldest = hits[-1]
    post = str(oldest.get("id", ""))
    if not post:
        return Unreadable("Facebook: the list shows the post without its id.")
    return Found(post, str(oldest.get("permalink_url") or permalink_of(post)), copies=len(hits))


def _summary_count(answer: Answer, edge: str) -> int | None:
    return _count_in(object_of(answer.body.get(edge)).get("summary"), "total_count")


def _count_in(node: object, key: str) -> int | None:
    return count_of(object_of(node).get(key))
