"""Meta's webhooks: verified once, signed, escaped as Meta escapes, delivered in the background."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

import httpx

from pressroom.simulator.graph_fields import graph_time
from pressroom.simulator.records import Comment, Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import JsonObject

CHALLENGE = "1158201444"
ATTEMPTS = 5
FIRST_WAIT = 0.1
TIMEOUT = 5.0
MOST_CHANGES = 1000


class VerificationError(ValueError):
    """The address did not give the challenge back; the text says what it did."""


@dataclass
class Hook:
    """Where webhooks go, and how badly they behave."""

    url: str = ""
    verify_token: str = ""
    fields: list[str] = field(default_factory=lambda: ["feed", "comments", "mentions"])
    batch_size: int = 1
    """Changes in one delivery."""
    duplicate: int = 0
    """Extra copies of every delivery."""
    reorder: bool = False
    """Whether what waits is delivered newest first."""
    drop_every: int = 0
    """Every n-th change is lost; 0 loses none."""
    hold: bool = False
    """Whether deliveries wait for a flush."""


@dataclass(frozen=True)
class Change:
    """One thing to tell: of which object, which account, which field, and what."""

    object: str
    owner_id: str
    field: str
    value: JsonObject


class Courier:
    """Collects what happens in the world and carries it to the hook."""

    def __init__(self, sim: Simulation) -> None:
        self.sim = sim
        self.hook: Hook | None = None
        self.waiting: list[Change] = []
        self.delivered: list[JsonObject] = []
        self.failed = 0
        self._seen = 0
        self._task: asyncio.Task[None] | None = None

    async def subscribe(self, hook: Hook) -> None:
        """Do the GET challenge and, if it is answered, deliver to the hook from now on.

        Raises:
            VerificationError: The address gave another answer, or none.
        """
        query = {
            "hub.mode": "subscribe",
            "hub.challenge": CHALLENGE,
            "hub.verify_token": hook.verify_token,
        }
        try:
            async with _client(hook.url) as client:
                answer = await client.get(hook.url, params=query)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise VerificationError(
                f"url: {hook.url} did not answer the challenge ({type(error).__name__})"
            ) from error
        if answer.status_code != 200 or answer.text.strip() != CHALLENGE:
            raise VerificationError(
                f"url: {hook.url} answered the challenge with {answer.status_code}"
            )
        self.hook = hook

    def observe(self, what: str, record: Post | Comment, verb: str) -> None:
        """Note what happened, if the hook wants to hear of it."""
        if isinstance(record, Comment):
            for change in self._comment_changes(record, verb):
                self.note(change)
        elif what == "post" and record.platform == "facebook":
            self.note(self._post_change(record))

    def note(self, change: Change) -> None:
        """Queue a change, and start carrying unless the hook holds."""
        if self.hook is None or change.field not in self.hook.fields:
            return
        self._seen += 1
        if self.hook.drop_every and self._seen % self.hook.drop_every == 0:
            return
        self.waiting.append(change)
        if not self.hook.hold:
            self._start()

    async def flush(self) -> JsonObject:
        """Deliver everything that waits and say how it went."""
        if self._task is not None and not self._task.done():
            await self._task
        await self._carry()
        return {
            "delivered": len(self.delivered),
            "failed": self.failed,
            "waiting": len(self.waiting),
        }

    def described(self) -> JsonObject:
        """The hook and what was delivered to it so far."""
        hook = asdict(self.hook) if self.hook else None
        if hook:
            hook.pop("verify_token")
        return {
            "hook": hook,
            "delivered": len(self.delivered),
            "failed": self.failed,
            "waiting": len(self.waiting),
        }

    def _start(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        if self._task is None or self._task.done():
            self._task = loop.create_task(self._carry())

    async def _carry(self) -> None:
        while self.hook is not None and self.waiting:
            queue, self.waiting = self.waiting, []
            if self.hook.reorder:
                queue.reverse()
            size = min(MOST_CHANGES, max(1, self.hook.batch_size))
            for start in range(0, len(queue), size):
                for document in _documents(queue[start : start + size], self.sim.now()):
                    for _ in range(1 + self.hook.duplicate):
                        await self._deliver(self.hook, document)

    async def _deliver(self, hook: Hook, document: JsonObject) -> None:
        body = escape(document)
        secret = self.sim.config.accounts.app_secret
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "facebookexternalua",
            **sign(body, secret),
        }
        async with _client(hook.url) as client:
            for attempt in range(ATTEMPTS):
                try:
                    answer = await client.post(hook.url, content=body, headers=headers)
                except httpx.HTTPError:
                    answer = None
                if answer is not None and answer.is_success:
                    self.delivered.append(document)
                    return
                await asyncio.sleep(FIRST_WAIT * 2**attempt)
        self.failed += 1

    def _comment_changes(self, comment: Comment, verb: str) -> Iterable[Change]:
        accounts = self.sim.config.accounts
        if comment.platform == "facebook":
            yield Change("page", accounts.page_id, "feed", self._feed_comment(comment, verb))
            return
        if verb != "add":
            return
        value: JsonObject = {
            "id": comment.id,
            "from": {"id": comment.author_id, "username": comment.author_name},
            "media": {"id": comment.post_id, "media_product_type": "FEED"},
            "text": comment.text,
        }
        if comment.parent_id:
            value["parent_id"] = comment.parent_id
        yield Change("instagram", accounts.instagram_id, "comments", value)
        named = f"@{accounts.instagram_username}" in comment.text
        if named and comment.author_id != accounts.instagram_id:
            mention = {"media_id": comment.post_id, "comment_id": comment.id}
            yield Change("instagram", accounts.instagram_id, "mentions", mention)

    def _feed_comment(self, comment: Comment, verb: str) -> JsonObject:
        post = self.sim.world.posts["facebook"].get(comment.post_id)
        value: JsonObject = {
            "from": {"id": comment.author_id, "name": comment.author_name},
            "post_id": comment.post_id,
            "comment_id": comment.id,
            "created_time": int(comment.created_at),
            "item": "comment",
            "parent_id": comment.parent_id or comment.post_id,
            "verb": verb,
        }
        if verb != "remove":
            value["message"] = comment.text
        if verb == "add" and post is not None:
            value["post"] = {
                "status_type": "added_photos" if post.asset_ids else "mobile_status_update",
                "is_published": post.standing == "live",
                "updated_time": graph_time(self.sim.now()),
                "permalink_url": f"https://www.facebook.com/{post.id}",
                "promotion_status": "inactive",
                "id": post.id,
            }
        return value

    def _post_change(self, post: Post) -> Change:
        accounts = self.sim.config.accounts
        value: JsonObject = {
            "from": {"id": accounts.page_id, "name": accounts.page_name},
            "message": post.text,
            "post_id": post.id,
            "created_time": int(post.live_at or post.created_at),
            "item": "photo" if post.asset_ids else "status",
            "published": 1,
            "verb": "add",
        }
        return Change("page", accounts.page_id, "feed", value)


def _client(url: str) -> httpx.AsyncClient:
    # Certificates are read only where they are needed: reading them takes 0.1 s.
    return httpx.AsyncClient(timeout=TIMEOUT, trust_env=False, verify=url.startswith("https:"))


def escape(document: JsonObject) -> bytes:
    """A body as Meta writes it: every letter outside ASCII as \\uXXXX, every slash escaped."""
    return json.dumps(document, separators=(",", ":")).replace("/", "\\/").encode("ascii")


def sign(body: bytes, app_secret: str) -> dict[str, str]:
    """Both signature headers of a body."""
    key = app_secret.encode()
    return {
        "X-Hub-Signature-256": f"sha256={hmac.new(key, body, hashlib.sha256).hexdigest()}",
        "X-Hub-Signature": f"sha1={hmac.new(key, body, hashlib.sha1).hexdigest()}",
    }


def _documents(changes: list[Change], now: float) -> list[JsonObject]:
    """One document for each object that the changes are about."""
    documents: dict[str, JsonObject] = {}
    for change in changes:
        document = documents.setdefault(change.object, {"object": change.object, "entry": []})
        entry = next((e for e in document["entry"] if e["id"] == change.owner_id), None)
        if entry is None:
            entry = {"id": change.owner_id, "time": int(now), "changes": []}
            document["entry"].append(entry)
        entry["changes"].append({"field": change.field, "value": change.value})
    return list(documents.values())
