"""One account's way to X: calls with a token that is renewed in time, and its own recent posts."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx

from pressroom.clock import Clock
from pressroom.domain.effects import NotSent, Outcome, Sent
from pressroom.errors import ChannelError, ChannelRefused
from pressroom.platforms.answers import Finding, object_of, objects_in
from pressroom.platforms.matching import normalise_shown
from pressroom.platforms.usage import UsageHook, read_x_usage
from pressroom.platforms.wire import Answer, Call, Wire
from pressroom.platforms.x_codes import classify_x
from pressroom.platforms.x_tokens import Alone, KeepTokens, LatestTokens, TokenKeeper, XTokens

PAGE_SIZE = 100
MAX_PAGES = 4

WRITE_SCOPE = "tweet.read, tweet.write, users.read and media.write"
READ_SCOPE = "tweet.read and users.read"


class XApi:
    """Calls to X in the name of one account; whoever shares it shares its tokens."""

    def __init__(  # noqa: PLR0913 - each is a part that a host may bring
        self,
        *,
        account: str,
        tokens: XTokens,
        client: httpx.AsyncClient,
        clock: Clock,
        client_id: str = "",
        keep_tokens: KeepTokens | None = None,
        latest_tokens: LatestTokens | None = None,
        alone: Alone | None = None,
        on_usage: UsageHook | None = None,
    ) -> None:
        self.account = account
        self._clock = clock
        self._on_usage = on_usage
        self._is_ours = False
        self._wire = Wire(client, observe=self._observe)
        self._keeper = TokenKeeper(
            tokens, client_id, self._wire, clock, keep_tokens, latest_tokens, alone
        )

    @property
    def base_url(self) -> str:
        """The platform's address."""
        return self._wire.base_url

    async def send(self, call: Call) -> Answer:
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

    async def post(self, call: Call) -> Outcome:
        """What came of a visible call that makes a post. It is never repeated here."""
        answer = await self.act(call)
        if not isinstance(answer, Answer):
            return answer
        data = answer.body.get("data")
        post = str(data.get("id") or "") if answer.accepted and isinstance(data, dict) else ""
        if post:
            return Sent(post, permalink_of(post), answer.trace())
        return self.classify(answer, WRITE_SCOPE).outcome("visible")

    async def act(self, call: Call) -> Answer | Outcome:
        """The answer to a visible call, made once, not even again after a 401.

        An outcome where the token stood in the way, so that nothing can have happened.
        """
        trouble = await self._renew_if_due()
        if trouble is not None:
            return trouble.preparing()
        used = self._keeper.access
        answer = await self._send_once(call)
        if answer.status == 401 and self._keeper.can_refresh:
            trouble = await self._keeper.refresh(used)
            if trouble is None:
                why = "X: the access token had ended; there is a new one now."
                return NotSent(why, timedelta(0), answer.trace("401"))
            return trouble.preparing()
        return answer

    async def own_posts(self, start: datetime, fields: str) -> list[dict[str, Any]] | Finding:
        """What the account has posted since *start*, newest first; its answers too."""
        body = {"start_time": start.strftime("%Y-%m-%dT%H:%M:%SZ"), "tweet.fields": fields}
        return await self.listed("x.posts", f"/2/users/{self.account}/tweets", body)

    async def listed(
        self, operation: str, path: str, body: Mapping[str, Any]
    ) -> list[dict[str, Any]] | Finding:
        """The posts of a list, page after page; a finding where it cannot be read whole."""
        posts: list[dict[str, Any]] = []
        token = ""
        for _ in range(MAX_PAGES):
            asked = {"max_results": PAGE_SIZE, **body}
            if token:
                asked["pagination_token"] = token
            answer = await self.send(Call(operation, "GET", path, asked, "query"))
            page = _page_of(answer)
            if page is None:
                return self.read_failure(answer)
            posts += page
            token = str(answer.body["meta"].get("next_token") or "")
            if not token:
                return posts
        return Finding("unclear", "X: the list is too long to be read whole.", answer)

    async def whoami(self) -> str:
        """The account's name, as `@name`.

        Raises:
            ChannelUnavailable: X could not be reached.
            ChannelRefused: The credentials are not good, or another account's.
        """
        answer = await self.send(Call("x.whoami", "GET", "/2/users/me", {}, "query"))
        user = answer.body.get("data")
        if not answer.accepted or not isinstance(user, dict) or not user.get("id"):
            raise self.read_failure(answer).error()
        name = f"@{user.get('username') or user['id']}"
        if str(user["id"]) != self.account:
            raise ChannelRefused(
                f"X: the token belongs to {name} (id {user['id']}), not to user {self.account}.",
                fix="Set twitter.user_id to that id, or use a token of the other account.",
            )
        return name

    async def not_ours(self) -> str:
        """Why the token is not known to be the account's; empty once it is. Asked once."""
        if not self._is_ours:
            try:
                await self.whoami()
            except ChannelError as err:
                return str(err)
            self._is_ours = True
        return ""

    def classify(self, answer: Answer, scope: str) -> Finding:
        """What an answer that is no success means; *scope* is what the call needs."""
        return classify_x(answer, self._clock.now(), scope)

    def read_failure(self, answer: Answer) -> Finding:
        """What an answer without data means: X tells a missing post with 200 and `errors`."""
        if answer.accepted and answer.body.get("errors"):
            why = f"X: {_first_detail(answer.body)}"
            return Finding("gone", why, answer, "200", "Check the id and whose post it is.")
        return self.classify(answer, READ_SCOPE)

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

    async def _observe(self, answer: Answer) -> None:
        if self._on_usage is not None:
            now = self._clock.now()
            for reading in read_x_usage(answer.headers, self.account, answer.operation, now):
                await self._on_usage(reading)


def permalink_of(post: str) -> str:
    """The address under which a person sees the post, whoever wrote it."""
    return f"https://x.com/i/status/{post}"


def shown_text(post: Mapping[str, Any]) -> str:
    """A post's words as X shows them, its short links put back."""
    urls = objects_in(object_of(post.get("entities")).get("urls"))
    return normalise_shown(str(post.get("text", "")), urls)


def answered_post(post: Mapping[str, Any]) -> str:
    """The id of the post that *post* answers; empty where it answers none."""
    others = objects_in(post.get("referenced_tweets") or post.get("referenced_posts") or [])
    return next((str(o.get("id", "")) for o in others if o.get("type") == "replied_to"), "")


def _page_of(answer: Answer) -> list[dict[str, Any]] | None:
    """A page of a list; `meta` must be there, or an empty answer would pass for no posts."""
    meta, data = answer.body.get("meta"), answer.body.get("data", [])
    if not answer.accepted or not isinstance(meta, dict) or not isinstance(data, list):
        return None
    return [post for post in data if isinstance(post, dict)]


def _first_detail(body: Mapping[str, Any]) -> str:
    first = next(iter(objects_in(body.get("errors"))), {})
    return str(first.get("detail") or "the post cannot be read.")
