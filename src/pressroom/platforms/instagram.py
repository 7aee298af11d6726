"""An Instagram account: a picture or a carousel, through a container that publishes once.

A container is invisible and says itself whether it was published, so every doubt has an exact
answer. Its id is in the draft before the one visible call is made. Another way of posting is
taken only where the container says that nothing went out: then a new container is made.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

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
    Unknown,
    Unreadable,
)
from pressroom.domain.insights import Insights
from pressroom.domain.platform import Platform
from pressroom.domain.ports import MediaHost, WireRequest
from pressroom.domain.wording import normalise
from pressroom.errors import SettingsError
from pressroom.platforms.answers import Finding, count_of, object_of, objects_in
from pressroom.platforms.graph import GraphApi, failed, id_in
from pressroom.platforms.instagram_comments import InstagramComments
from pressroom.platforms.matching import parse_time
from pressroom.platforms.usage import UsageHook
from pressroom.platforms.wire import Answer, Call

LOOK_BACK_MARGIN = timedelta(seconds=60)
"""Added to every look back, for clocks that disagree."""
POLL_EVERY = timedelta(seconds=60)
POLL_AT_MOST = timedelta(minutes=5)
"""How often, and for how long, Instagram wants to be asked whether a container is ready."""
QUOTA_NEAR = 0.8
"""From this share of the quota on, it is read again before each post."""
QUOTA_WAIT = timedelta(hours=1)

PUBLISH_SCOPE = "instagram_content_publish (and instagram_basic, pages_read_engagement)"
INSIGHTS_SCOPE = "instagram_manage_insights"
METRICS = (("views", "reach", "likes", "comments", "saved", "shares", "total_interactions"),)


class InstagramChannel:
    """One professional account, as a `Channel`."""

    platform: Platform = "instagram"

    def __init__(
        self,
        *,
        ig_user_id: str,
        token: SecretStr,
        media_host: MediaHost,
        client: httpx.AsyncClient,
        clock: Clock,
        app_secret: SecretStr | None = None,
        version: str = "v25.0",
        on_usage: UsageHook | None = None,
    ) -> None:
        self.account = ig_user_id
        self._host = media_host
        self._clock = clock
        self._quota: tuple[int, int] | None = None
        self._api = GraphApi(
            platform="instagram",
            account=ig_user_id,
            token=token,
            app_secret=app_secret,
            version=version,
            client=client,
            on_usage=on_usage,
        )
        self.answering = InstagramComments(self._api, clock)

    def preview(self, order: PublishOrder) -> Sequence[WireRequest]:
        """The requests that `prepare` and `publish` would send, in their order."""
        urls = self._shown_urls(order)
        children = [f"{{child {n}}}" for n, _ in enumerate(urls, 1)]
        calls: list[Call] = []
        if len(urls) > 1:
            calls += [
                self._child_call(order, n, url, note=f"its answer's id is {child}")
                for n, (url, child) in enumerate(zip(urls, children, strict=True))
            ]
        note = "its answer's id is {container}"
        calls.append(self._container_call(order, urls, children, note))
        calls.append(self._status_call("{container}"))
        calls.append(self._publish_call("{container}", "sent when the container is FINISHED"))
        return [call.shown(self._api.base_url) for call in calls]

    async def prepare(self, order: PublishOrder, draft: Draft) -> Draft | NotSent | Refused:
        """A container for the post, with its id in the draft.

        *draft* is completed in place too, so that a step that fails keeps the steps before it.
        A container that is expired, broken or stuck was not published, and a new one is made.
        """
        if not order.media:
            return Refused("Instagram: a post needs a picture.", "Add one to the post.")
        if draft.get("container"):
            kept = await self._keep(draft)
            if kept is not None:
                return kept
        full = await self._quota_left()
        if full is not None:
            return full
        try:
            urls = [await self._host.host(media) for media in order.media]
        except SettingsError as err:
            return Refused(f"Instagram: {err.message}", err.fix)
        return await self._make_container(order, urls, draft)

    async def publish(self, order: PublishOrder, draft: Draft) -> Outcome:
        """The container published, if it is ready; `NotSent` with a time while it is not.

        Only a container that `prepare` saw ready, and whose draft says so, is published: so
        one that was never tried can be told from one that is just being published.
        """
        container = str(draft.get("container", ""))
        if not container or not draft.get("ready"):
            return NotSent("Instagram: no container is ready yet.", POLL_EVERY)
        status = await self._status(container)
        if isinstance(status, Finding):
            return status.preparing()
        state = status.body.get("status_code")
        if state == "PUBLISHED":
            return await self._sent_before(order, draft)
        if state != "FINISHED":
            wait = POLL_EVERY if state == "IN_PROGRESS" else None
            return NotSent(f"Instagram: the container is {state}.", wait, status.trace())
        answer = await self._api.send(self._publish_call(container))
        media = id_in(answer)
        if not media:
            return self._api.classify(answer, PUBLISH_SCOPE).outcome("visible")
        if self._quota:
            self._quota = (self._quota[0] + 1, self._quota[1])
        return Sent(media, await self._permalink(media), answer.trace())

    async def find(self, order: PublishOrder, draft: Draft, since: timedelta) -> Sighting:
        """Whether the container was published, in its own words; then the post it became."""
        container = str(draft.get("container", ""))
        if not container:
            return await self._find_without_container(order, draft, since)
        status = await self._status(container)
        if isinstance(status, Finding):
            if status.kind in {"gone", "stale"}:
                return Absent(trace=status.answer.trace(status.code))
            return status.unreadable()
        state = status.body.get("status_code")
        if state == "PUBLISHED":
            return await self._find_media(order, since)
        if state in {"FINISHED", "EXPIRED", "ERROR"} or not draft.get("ready"):
            return Absent(conclusive=True, trace=status.trace(str(state)))
        why = f"Instagram: the container is {state}, it may be going out now."
        return Unreadable(why, POLL_EVERY, status.trace(str(state)))

    async def insights(self, platform_post_id: str) -> Insights:
        """The post's figures; what Instagram has no data for yet is None."""
        fields = "id,like_count,comments_count"
        answer = await self._api.send(self._api.get("counts", platform_post_id, fields=fields))
        if failed(answer):
            raise self._api.classify(answer, INSIGHTS_SCOPE).error()
        values, missing = await self._api.metrics(platform_post_id, METRICS, INSIGHTS_SCOPE)
        for metric, count in (("likes", "like_count"), ("comments", "comments_count")):
            number = count_of(answer.body.get(count))
            if metric in missing and number is not None:
                values[metric] = number
        return Insights(
            platform="instagram",
            platform_post_id=platform_post_id,
            fetched_at=self._clock.now(),
            likes=values.get("likes"),
            comments=values.get("comments"),
            shares=values.get("shares"),
            saves=values.get("saved"),
            views=values.get("views"),
            reach=values.get("reach"),
            missing=tuple(name for name in missing if name not in values),
        )

    async def whoami(self) -> str:
        """The account's name, as `@name`."""
        answer = await self._api.send(self._api.get("whoami", self.account, fields="id,username"))
        if failed(answer):
            raise self._api.classify(answer, PUBLISH_SCOPE).error()
        return f"@{answer.body.get('username') or self.account}"

    async def quota(self) -> tuple[int, int] | None:
        """How many posts of the rolling day are used, and how many there are; None if unread."""
        fields = "quota_usage,config"
        path = (self.account, "content_publishing_limit")
        answer = await self._api.send(self._api.get("quota", *path, fields=fields))
        entry = next(iter(objects_in(answer.body.get("data"))), {})
        used = count_of(entry.get("quota_usage"))
        total = count_of(object_of(entry.get("config")).get("quota_total"))
        self._quota = (used, total) if used is not None and total else None
        return self._quota

    def _shown_urls(self, order: PublishOrder) -> list[str]:
        try:
            return [self._host.url_of(media) for media in order.media]
        except SettingsError as err:
            return [f"<{err.message} {err.fix}>".replace(" >", ">") for _ in order.media]

    def _child_call(self, order: PublishOrder, index: int, url: str, note: str = "") -> Call:
        body: dict[str, Any] = {"image_url": url, "is_carousel_item": True}
        if order.media[index].alt_text:
            body["alt_text"] = order.media[index].alt_text
        path = self._api.path(self.account, "media")
        return Call("instagram.child", "POST", path, body, note=note)

    def _container_call(
        self, order: PublishOrder, urls: Sequence[str], children: Sequence[str], note: str = ""
    ) -> Call:
        body: dict[str, Any] = {}
        if len(urls) > 1:
            body |= {"media_type": "CAROUSEL", "children": ",".join(children)}
        else:
            body["image_url"] = urls[0] if urls else ""
            if order.media and order.media[0].alt_text:
                body["alt_text"] = order.media[0].alt_text
        if order.text:
            body["caption"] = order.text
        if any(media.ai_generated for media in order.media):
            body["is_ai_generated"] = True
        path = self._api.path(self.account, "media")
        return Call("instagram.container", "POST", path, body, note=note)

    def _status_call(self, container: str) -> Call:
        return self._api.get("status", container, fields="status_code,status")

    def _publish_call(self, container: str, note: str = "") -> Call:
        path = self._api.path(self.account, "media_publish")
        return Call("instagram.publish", "POST", path, {"creation_id": container}, note=note)

    async def _make_container(
        self, order: PublishOrder, urls: Sequence[str], draft: Draft
    ) -> Draft | NotSent | Refused:
        children: list[str] = []
        if len(urls) > 1:
            made = await self._make_children(order, urls, draft)
            if not isinstance(made, list):
                return made
            children = made
        answer = await self._api.send(self._container_call(order, urls, children))
        container = id_in(answer)
        if not container:
            finding = self._api.classify(answer, PUBLISH_SCOPE)
            if finding.kind in {"stale", "gone"}:
                draft.pop("children", None)
            return finding.preparing()
        draft |= {"container": container, "made_at": self._clock.now().isoformat()}
        kept = await self._keep(draft)
        why = "Instagram could not process the pictures; a new container has to be made."
        return kept if kept is not None else NotSent(why, POLL_EVERY)

    async def _make_children(
        self, order: PublishOrder, urls: Sequence[str], draft: Draft
    ) -> list[str] | NotSent | Refused:
        made: dict[str, str] = draft.setdefault("children", {})
        for index, url in enumerate(urls):
            key = f"{index}:{order.media[index].sha256}"
            if key in made:
                continue
            answer = await self._api.send(self._child_call(order, index, url))
            child = id_in(answer)
            if not child:
                return self._api.classify(answer, PUBLISH_SCOPE).preparing()
            made[key] = child
        return [made[f"{n}:{media.sha256}"] for n, media in enumerate(order.media)]

    async def _keep(self, draft: Draft) -> Draft | NotSent | Refused | None:
        """The draft, if its container is still good; None, with the draft emptied, if not."""
        status = await self._status(str(draft["container"]))
        if isinstance(status, Finding):
            if status.kind not in {"gone", "stale"}:
                return status.preparing()
            draft.clear()
            return None
        state = status.body["status_code"]
        if state in {"FINISHED", "PUBLISHED"}:
            draft["ready"] = True
            return dict(draft)
        if state == "IN_PROGRESS" and draft.get("ready"):
            why = "Instagram: the container may be going out now."
            return NotSent(why, POLL_EVERY, status.trace(state))
        if state == "IN_PROGRESS" and not self._is_stuck(draft):
            return dict(draft)
        draft.clear()
        return None

    def _is_stuck(self, draft: Draft) -> bool:
        made: datetime | None = parse_time(draft.get("made_at"))
        return made is None or self._clock.now() - made > POLL_AT_MOST

    async def _status(self, container: str) -> Answer | Finding:
        answer = await self._api.send(self._status_call(container))
        if failed(answer) or not isinstance(answer.body.get("status_code"), str):
            return self._api.classify(answer, PUBLISH_SCOPE)
        return answer

    async def _quota_left(self) -> NotSent | None:
        """None while there is room; an unreadable quota closes nothing, the platform decides."""
        if self._quota is None or self._quota[0] >= QUOTA_NEAR * self._quota[1]:
            await self.quota()
        if self._quota and self._quota[0] >= self._quota[1]:
            used, total = self._quota
            return NotSent(f"Instagram: {used} of {total} posts of the day are used.", QUOTA_WAIT)
        return None

    async def _sent_before(self, order: PublishOrder, draft: Draft) -> Outcome:
        made: datetime | None = parse_time(draft.get("made_at"))
        since = self._clock.now() - made if made else timedelta(days=1)
        seen = await self._find_media(order, since)
        if isinstance(seen, Found):
            return Sent(seen.platform_ref, seen.permalink, seen.trace)
        return _not_listed_yet(seen)

    async def _find_without_container(
        self, order: PublishOrder, draft: Draft, since: timedelta
    ) -> Sighting:
        if not draft.get("forgotten"):  # without a container nothing can have been published
            return Absent(conclusive=True)
        hits = await self._listed(order, since)
        if isinstance(hits, Unreadable):
            return hits
        if hits and not normalise(order.text):
            return Unreadable("Instagram: there is a post without a caption; it may be this one.")
        return _found(hits) if hits else Absent()

    async def _find_media(self, order: PublishOrder, since: timedelta) -> Found | Unreadable:
        hits = await self._listed(order, since)
        if isinstance(hits, Unreadable):
            return hits
        why = "Instagram: the container is published, but the list does not show the post yet."
        return _found(hits) if hits else Unreadable(why, POLL_EVERY)

    async def _listed(
        self, order: PublishOrder, since: timedelta
    ) -> list[dict[str, Any]] | Unreadable:
        """The posts with this caption since then, newest first."""
        cutoff = self._clock.now() - since - LOOK_BACK_MARGIN
        call = self._api.get(
            "media", self.account, "media", fields="id,caption,timestamp,permalink"
        )
        hits: list[dict[str, Any]] = []
        async for media in self._api.items(call):
            if isinstance(media, Finding):
                return media.unreadable()
            taken = parse_time(media.get("timestamp"))
            if taken is not None and taken < cutoff:
                break
            if normalise(str(media.get("caption") or "")) == normalise(order.text):
                hits.append(media)
        return hits

    async def _permalink(self, media: str) -> str:
        """The post's address; empty where it cannot be read, which says nothing about the post."""
        try:
            async with asyncio.timeout(5):
                answer = await self._api.send(self._api.get("permalink", media, fields="permalink"))
        except TimeoutError:
            return ""
        return "" if failed(answer) else str(answer.body.get("permalink") or "")


def _found(hits: Sequence[dict[str, Any]]) -> Found:
    newest = hits[0]
    return Found(str(newest.get("id", "")), str(newest.get("permalink", "")), len(hits))


def _not_listed_yet(seen: Sighting) -> Outcome:
    why = seen.why if isinstance(seen, Unreadable) else "Instagram: the post is not listed."
    return Unknown(why, seen.trace)
