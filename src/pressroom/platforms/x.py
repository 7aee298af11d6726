"""An account on X: text, pictures with alt text, and their figures.

X has no key against doubles. It refuses a text that it shows already, and that refusal, like
every lost answer, is settled by reading the account's own posts.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

import httpx

from pressroom.clock import Clock
from pressroom.domain.effects import (
    Absent,
    Draft,
    Found,
    NotSent,
    Outcome,
    PublishOrder,
    Refused,
    Sighting,
    Unreadable,
)
from pressroom.domain.insights import Insights
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform
from pressroom.domain.ports import WireRequest
from pressroom.domain.wording import bare_addresses
from pressroom.platforms.answers import Finding, count_of, object_of, seconds_of
from pressroom.platforms.matching import parse_time
from pressroom.platforms.usage import UsageHook
from pressroom.platforms.wire import Answer, Call
from pressroom.platforms.x_api import (
    WRITE_SCOPE,
    XApi,
    answered_post,
    permalink_of,
    shown_text,
)
from pressroom.platforms.x_replies import XReplies
from pressroom.platforms.x_tokens import Alone, KeepTokens, LatestTokens, XTokens

LOOK_BACK_MARGIN = timedelta(seconds=60)
"""Added to every look back, for clocks that disagree."""
UPLOAD_LIFE_MARGIN = timedelta(minutes=10)
POST_FIELDS = "created_at,text,entities,referenced_tweets"


class XChannel:
    """One account, as a `Channel`."""

    platform: Platform = "x"

    def __init__(  # noqa: PLR0913 - each is a part that a host may bring
        self,
        *,
        user_id: str,
        tokens: XTokens,
        client: httpx.AsyncClient,
        clock: Clock,
        client_id: str = "",
        keep_tokens: KeepTokens | None = None,
        latest_tokens: LatestTokens | None = None,
        alone: Alone | None = None,
        on_usage: UsageHook | None = None,
    ) -> None:
        self.account = user_id
        self._clock = clock
        self._api = XApi(
            account=user_id,
            tokens=tokens,
            client=client,
            clock=clock,
            client_id=client_id,
            keep_tokens=keep_tokens,
            latest_tokens=latest_tokens,
            alone=alone,
            on_usage=on_usage,
        )
        self.answering = XReplies(self._api, clock)

    def preview(self, order: PublishOrder) -> Sequence[WireRequest]:
        """The requests that `prepare` and `publish` would send, in their order."""
        ids = [f"{{media {n}}}" for n, _ in enumerate(order.media, 1)]
        calls: list[Call] = []
        for media, media_id in zip(order.media, ids, strict=True):
            calls.append(_upload_call(media, note=f"its answer's id is {media_id}"))
            if media.alt_text:
                calls.append(_alt_text_call(media_id, media.alt_text))
        calls.append(_post_call(order, ids))
        return [call.shown(self._api.base_url) for call in calls]

    async def prepare(self, order: PublishOrder, draft: Draft) -> Draft | NotSent | Refused:
        """The pictures uploaded, each with its alt text; their ids are in the draft.

        *draft* is completed in place too, so that a step that fails keeps the steps before it.
        """
        uploaded: dict[str, Any] = draft.setdefault("media", {}) if order.media else {}
        for media in order.media:
            if not _is_alive(uploaded.get(media.sha256), self._clock.now()):
                answer = await self._api.send(_upload_call(media))
                entry = self._uploaded(answer)
                if entry is None:
                    return self._api.classify(answer, WRITE_SCOPE).preparing()
                uploaded[media.sha256] = entry
            waiting = await self._finish(media, uploaded[media.sha256])
            if waiting is not None:
                return waiting
        return dict(draft)

    async def publish(self, order: PublishOrder, draft: Draft) -> Outcome:
        """The post made, with one call."""
        uploaded = draft.get("media", {})
        ids = [str(uploaded[m.sha256]["id"]) for m in order.media if m.sha256 in uploaded]
        if len(ids) < len(order.media):
            return NotSent("X: not all pictures are uploaded; prepare the post first.")
        return await self._api.post(_post_call(order, ids))

    async def find(self, order: PublishOrder, draft: Draft, since: timedelta) -> Sighting:
        """Whether the account shows the post; X vouches for nothing, so absence stays open."""
        del draft  # an uploaded picture does not say which post shows it
        start = self._clock.now() - since - LOOK_BACK_MARGIN
        posts = await self._api.own_posts(start, POST_FIELDS)
        if isinstance(posts, Finding):
            return posts.unreadable()
        wanted = bare_addresses(order.text)
        hits = [post for post in posts if shown_text(post) == wanted and not answered_post(post)]
        if not hits:
            # Another account's timeline shows nothing of ours, and that would prove nothing.
            stranger = await self._api.not_ours()
            return Unreadable(stranger) if stranger else Absent()
        oldest = str(hits[-1].get("id", ""))
        return Found(oldest, permalink_of(oldest), copies=len(hits))

    async def insights(self, platform_post_id: str) -> Insights:
        """The post's figures; clicks only while X shows them: own posts, 30 days."""
        body = {"tweet.fields": "public_metrics,non_public_metrics"}
        path = f"/2/tweets/{quote(platform_post_id, safe='')}"
        answer = await self._api.send(Call("x.insights", "GET", path, body, "query"))
        post = answer.body.get("data")
        if not answer.accepted or not isinstance(post, dict):
            raise self._api.read_failure(answer).error()
        return _read_insights(post, platform_post_id, self._clock.now())

    async def whoami(self) -> str:
        """The account's name, as `@name`."""
        return await self._api.whoami()

    async def aclose(self) -> None:
        """Leave nothing behind that only this process knows: tokens that were not kept yet."""
        await self._api.aclose()

    async def send(self, call: Call) -> Answer:
        """The answer to a reading call, with the account's credentials on it."""
        return await self._api.send(call)

    def _uploaded(self, answer: Answer) -> dict[str, Any] | None:
        data = answer.body.get("data")
        if not answer.accepted or not isinstance(data, dict) or not data.get("id"):
            return None
        ends = self._clock.now() + seconds_of(data.get("expires_after_secs"), 86_400)
        return {"id": str(data["id"]), "until": ends.isoformat(), "state": _state_of(data)}

    async def _finish(self, media: MediaFile, entry: dict[str, Any]) -> NotSent | Refused | None:
        """None once X has processed the picture and knows its alt text."""
        if entry.get("state") in {"pending", "in_progress"}:
            trouble = await self._look_at_upload(entry)
            if trouble is not None:
                return trouble
        if not media.alt_text or entry.get("alt_text") == media.alt_text:
            return None
        answer = await self._api.send(_alt_text_call(str(entry["id"]), media.alt_text))
        if not answer.accepted or "data" not in answer.body:
            return self._api.classify(answer, WRITE_SCOPE).preparing()
        entry["alt_text"] = media.alt_text
        return None

    async def _look_at_upload(self, entry: dict[str, Any]) -> NotSent | Refused | None:
        body = {"command": "STATUS", "media_id": entry["id"]}
        answer = await self._api.send(Call("x.upload", "GET", "/2/media/upload", body, "query"))
        data = answer.body.get("data")
        if not answer.accepted or not isinstance(data, dict):
            return self._api.classify(answer, WRITE_SCOPE).preparing()
        entry["state"] = _state_of(data)
        if entry["state"] == "failed":
            return Refused("X could not process the picture.", "Save it anew as JPEG or PNG.")
        if entry["state"] in {"pending", "in_progress"}:
            wait = seconds_of(object_of(data["processing_info"]).get("check_after_secs"), 5)
            return NotSent("X is still processing the picture.", wait)
        return None


def _upload_call(media: MediaFile, note: str = "") -> Call:
    category = "tweet_gif" if media.media_type == "image/gif" else "tweet_image"
    body = {"media_category": category}
    return Call("x.upload", "POST", "/2/media/upload", body, "multipart", media, "media", note)


def _alt_text_call(media_id: str, alt_text: str) -> Call:
    body = {"id": media_id, "metadata": {"alt_text": {"text": alt_text}}}
    return Call("x.alt_text", "POST", "/2/media/metadata", body, "json")


def _post_call(order: PublishOrder, media_ids: Sequence[str]) -> Call:
    body: dict[str, Any] = {"text": order.text}
    if media_ids:
        body["media"] = {"media_ids": list(media_ids)}
    if any(media.ai_generated for media in order.media):
        body["made_with_ai"] = True
    return Call("x.post", "POST", "/2/tweets", body, "json")


def _is_alive(entry: Mapping[str, Any] | None, now: datetime) -> bool:
    until = parse_time(entry.get("until")) if entry else None
    return until is not None and until - now > UPLOAD_LIFE_MARGIN


def _state_of(data: Mapping[str, Any]) -> str:
    return str(object_of(data.get("processing_info")).get("state", ""))


def _read_insights(post: Mapping[str, Any], post_id: str, now: datetime) -> Insights:
    shown, own = (object_of(post.get(key)) for key in ("public_metrics", "non_public_metrics"))
    figures = {
        "like_count": count_of(shown.get("like_count")),
        "reply_count": count_of(shown.get("reply_count")),
        "retweet_count": count_of(shown.get("retweet_count", shown.get("repost_count"))),
        "quote_count": count_of(shown.get("quote_count")),
        "bookmark_count": count_of(shown.get("bookmark_count")),
        "impression_count": count_of(shown.get("impression_count", own.get("impression_count"))),
        "url_link_clicks": count_of(own.get("url_link_clicks")),
    }
    spread = [n for n in (figures["retweet_count"], figures["quote_count"]) if n is not None]
    return Insights(
        platform="x",
        platform_post_id=post_id,
        fetched_at=now,
        likes=figures["like_count"],
        comments=figures["reply_count"],
        shares=sum(spread) if spread else None,
        saves=figures["bookmark_count"],
        views=figures["impression_count"],
        clicks=figures["url_link_clicks"],
        missing=tuple(name for name, value in figures.items() if value is None),
    )
