"""An account on X: text, replies, pictures with alt text, and their figures.

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
    Sent,
    Sighting,
    Unreadable,
)
from pressroom.domain.insights import Insights
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform
from pressroom.domain.ports import WireRequest
from pressroom.errors import ChannelError, ChannelRefused
from pressroom.platforms.answers import Finding, count_of, object_of, objects_in, seconds_of
from pressroom.platforms.matching import normalise_own, normalise_shown, parse_time
from pressroom.platforms.usage import UsageHook, read_x_usage
from pressroom.platforms.wire import Answer, Call, Wire
from pressroom.platforms.x_codes import classify_x
from pressroom.platforms.x_tokens import Alone, KeepTokens, LatestTokens, TokenKeeper, XTokens

LOOK_BACK_MARGIN = timedelta(seconds=60)
"""Added to every look back, for clocks that disagree."""
UPLOAD_LIFE_MARGIN = timedelta(minutes=10)
PAGE_SIZE = 100
MAX_PAGES = 4

WRITE_SCOPE = "tweet.read, tweet.write, users.read and media.write"
READ_SCOPE = "tweet.read and users.read"
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
        self._on_usage = on_usage
        self._is_ours = False
        self._wire = Wire(client, observe=self._observe)
        self._keeper = TokenKeeper(
            tokens, client_id, self._wire, clock, keep_tokens, latest_tokens, alone
        )

    def preview(self, order: PublishOrder) -> Sequence[WireRequest]:
        """The requests that `prepare` and `publish` would send, in their order."""
        ids = [f"{{media {n}}}" for n, _ in enumerate(order.media, 1)]
        calls: list[Call] = []
        for media, media_id in zip(order.media, ids, strict=True):
            calls.append(_upload_call(media, note=f"its answer's id is {media_id}"))
            if media.alt_text:
                calls.append(_alt_text_call(media_id, media.alt_text))
        calls.append(_post_call(order, ids))
        return [call.shown(self._wire.base_url) for call in calls]

    async def prepare(self, order: PublishOrder, draft: Draft) -> Draft | NotSent | Refused:
        """The pictures uploaded, each with its alt text; their ids are in the draft.

        *draft* is completed in place too, so that a step that fails keeps the steps before it.
        """
        uploaded: dict[str, Any] = draft.setdefault("media", {}) if order.media else {}
        for media in order.media:
            if not _is_alive(uploaded.get(media.sha256), self._clock.now()):
                answer = await self._send(_upload_call(media))
                entry = self._uploaded(answer)
                if entry is None:
                    return self._classify(answer, WRITE_SCOPE).preparing()
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
        return await self._post(_post_call(order, ids))

    async def reply(self, text: str, to_post: str) -> Outcome:
        """The reply made, with one call; X refuses it unless that post mentions the account."""
        body = {"text": text, "reply": {"in_reply_to_tweet_id": to_post}}
        return await self._post(Call("x.reply", "POST", "/2/tweets", body, "json"))

    async def find(self, order: PublishOrder, draft: Draft, since: timedelta) -> Sighting:
        """Whether the account shows the post; X vouches for nothing, so absence stays open."""
        del draft  # an uploaded picture does not say which post shows it
        start = self._clock.now() - since - LOOK_BACK_MARGIN
        posts = await self._posts_since(start)
        if isinstance(posts, Finding):
            return posts.unreadable()
        wanted = normalise_own(order.text)
        hits = [post for post in posts if _shown_text(post) == wanted and not _is_reply(post)]
        if not hits:
            # Another account's timeline shows nothing of ours, and that would prove nothing.
            stranger = await self._not_ours()
            return Unreadable(stranger) if stranger else Absent()
        oldest = str(hits[-1].get("id", ""))
        return Found(oldest, permalink_of(oldest), copies=len(hits))

    async def insights(self, platform_post_id: str) -> Insights:
        """The post's figures; clicks only while X shows them: own posts, 30 days."""
        body = {"tweet.fields": "public_metrics,non_public_metrics"}
        path = f"/2/tweets/{quote(platform_post_id, safe='')}"
        answer = await self._send(Call("x.insights", "GET", path, body, "query"))
        post = answer.body.get("data")
        if not answer.accepted or not isinstance(post, dict):
            raise self._read_failure(answer).error()
        return _read_insights(post, platform_post_id, self._clock.now())

    async def whoami(self) -> str:
        """The account's name, as `@name`."""
        answer = await self._send(Call("x.whoami", "GET", "/2/users/me", {}, "query"))
        user = answer.body.get("data")
        if not answer.accepted or not isinstance(user, dict) or not user.get("id"):
            raise self._read_failure(answer).error()
        name = f"@{user.get('username') or user['id']}"
        if str(user["id"]) != self.account:
            raise ChannelRefused(
                f"X: the token belongs to {name} (id {user['id']}), not to user {self.account}.",
                fix="Set twitter.user_id to that id, or use a token of the other account.",
            )
        return name

    async def _not_ours(self) -> str:
        """Why the token is not known to be the account's; empty once it is. Asked once."""
        if not self._is_ours:
            try:
                await self.whoami()
            except ChannelError as err:
                return str(err)
            self._is_ours = True
        return ""

    async def _send(self, call: Call) -> Answer:
        """The answer to a call that may be repeated: an ended token is renewed on the way."""
        trouble = await self._renew_if_due()
        if trouble is not None:
            return trouble.answer
        used = self._keeper.access
        answer = await self._send_once(call)
        if answer.status == 401 and self._keeper.can_refresh:
            trouble = await self._keeper.refresh(used)
            return trouble.answer if trouble is not None else await self._send_once(call)
        return answer

    async def _post(self, call: Call) -> Outcome:
        """What came of the one visible call. It is never repeated here, not even after a 401."""
        trouble = await self._renew_if_due()
        if trouble is not None:
            return trouble.preparing()
        used = self._keeper.access
        answer = await self._send_once(call)
        data = answer.body.get("data")
        post = str(data.get("id") or "") if answer.accepted and isinstance(data, dict) else ""
        if post:
            return Sent(post, permalink_of(post), answer.trace())
        if answer.status == 401 and self._keeper.can_refresh:
            trouble = await self._keeper.refresh(used)
            if trouble is None:
                why = "X: the access token had ended; there is a new one now."
                return NotSent(why, timedelta(0), answer.trace("401"))
            return trouble.preparing()
        return self._classify(answer, WRITE_SCOPE).outcome("visible")

    async def aclose(self) -> None:
        """Leave nothing behind that only this process knows: tokens that were not kept yet."""
        await self._keeper.close()

    async def _renew_if_due(self) -> Finding | None:
        await self._keeper.keep_again()
        if self._keeper.is_due and self._keeper.can_refresh:
            return await self._keeper.refresh(self._keeper.access)
        return None

    async def _send_once(self, call: Call) -> Answer:
        headers = {"Authorization": f"Bearer {self._keeper.access}"}
        return await self._wire.send(call, headers, self._keeper.secrets())

    def _classify(self, answer: Answer, scope: str) -> Finding:
        return classify_x(answer, self._clock.now(), scope)

    def _read_failure(self, answer: Answer) -> Finding:
        """What an answer without data means: X tells a missing post with 200 and `errors`."""
        if answer.accepted and answer.body.get("errors"):
            why = f"X: {_first_detail(answer.body)}"
            return Finding("gone", why, answer, "200", "Check the id and whose post it is.")
        return self._classify(answer, READ_SCOPE)

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
        answer = await self._send(_alt_text_call(str(entry["id"]), media.alt_text))
        if not answer.accepted or "data" not in answer.body:
            return self._classify(answer, WRITE_SCOPE).preparing()
        entry["alt_text"] = media.alt_text
        return None

    async def _look_at_upload(self, entry: dict[str, Any]) -> NotSent | Refused | None:
        body = {"command": "STATUS", "media_id": entry["id"]}
        answer = await self._send(Call("x.upload", "GET", "/2/media/upload", body, "query"))
        data = answer.body.get("data")
        if not answer.accepted or not isinstance(data, dict):
            return self._classify(answer, WRITE_SCOPE).preparing()
        entry["state"] = _state_of(data)
        if entry["state"] == "failed":
            return Refused("X could not process the picture.", "Save it anew as JPEG or PNG.")
        if entry["state"] in {"pending", "in_progress"}:
            wait = seconds_of(object_of(data["processing_info"]).get("check_after_secs"), 5)
            return NotSent("X is still processing the picture.", wait)
        return None

    async def _posts_since(self, start: datetime) -> list[dict[str, Any]] | Finding:
        posts: list[dict[str, Any]] = []
        token = ""
        for _ in range(MAX_PAGES):
            body = {
                "max_results": PAGE_SIZE,
                "start_time": start.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "tweet.fields": POST_FIELDS,
                **({"pagination_token": token} if token else {}),
            }
            path = f"/2/users/{self.account}/tweets"
            answer = await self._send(Call("x.posts", "GET", path, body, "query"))
            page = _page_of(answer)
            if page is None:
                return self._read_failure(answer)
            posts += page
            token = str(answer.body["meta"].get("next_token") or "")
            if not token:
                return posts
        return Finding("unclear", "X: the list is too long to be read whole.", answer)

    async def _observe(self, answer: Answer) -> None:
        if self._on_usage is not None:
            now = self._clock.now()
            for reading in read_x_usage(answer.headers, self.account, answer.operation, now):
                await self._on_usage(reading)


def permalink_of(post: str) -> str:
    """The address under which a person sees the post, whoever wrote it."""
    return f"https://x.com/i/status/{post}"


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


def _page_of(answer: Answer) -> list[dict[str, Any]] | None:
    """A page of a list; `meta` must be there, or an empty answer would pass for no posts."""
    meta, data = answer.body.get("meta"), answer.body.get("data", [])
    if not answer.accepted or not isinstance(meta, dict) or not isinstance(data, list):
        return None
    return [post for post in data if isinstance(post, dict)]


def _shown_text(post: Mapping[str, Any]) -> str:
    urls = objects_in(object_of(post.get("entities")).get("urls"))
    return normalise_shown(str(post.get("text", "")), urls)


def _is_reply(post: Mapping[str, Any]) -> bool:
    others = post.get("referenced_tweets") or post.get("referenced_posts") or []
    return any(other.get("type") == "replied_to" for other in objects_in(others))


def _first_detail(body: Mapping[str, Any]) -> str:
    first = next(iter(objects_in(body.get("errors"))), {})
    return str(first.get("detail") or "the post cannot be read.")


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
