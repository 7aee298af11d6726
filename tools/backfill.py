"""Comments asked for: what webhooks lost, what nobody tells of, and what is gone.

Whatever a listing shows that is not on record goes into the same inbox as the webhooks do.
Listings are slow, late and cost money; but after a whole one we know what the platform knows.
"""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pressroom.domain.comment import Comment, CommentChange, CommentRef, seen
from pressroom.domain.comment_state import CommentState, fact_of, join
from pressroom.domain.platform import Platform
from pressroom.domain.ports import CommentSource
from pressroom.errors import ChannelError
from pressroom.storage.comments import (
    known_under,
    load_states,
    longest_unread,
    newest_comment,
    newest_mention,
    note_read,
)
from pressroom.storage.inbox import heard_of, put_in
from pressroom.storage.posts import live_posts
from pressroom.tools.fetch_comments import fetch
from pressroom.tools.ports import Ports

CHUNK = 200
"""Comments that are compared with the record at once: a list may be longer than memory."""
OVERLAP = timedelta(minutes=15)
"""How far before the newest known comment a poll looks: lists are late, and not in order."""
ON_ITS_WAY = timedelta(minutes=2)
"""A comment younger than this may still be told by its webhook: that is no gap."""
WEBHOOKS: frozenset[Platform] = frozenset({"facebook", "instagram"})
"""Platforms that tell of comments by themselves."""
FULL_MENTIONS = timedelta(days=7)
READ_PATIENCE = timedelta(minutes=2)
LOOK_UP_AT_MOST = 500
"""Comments that are missing from one list and looked up; the others come with the next list."""


@dataclass(frozen=True, slots=True)
class BackfillReport:
    """What asking the platforms brought."""

    listed: int = 0
    """Comments and mentions that were shown."""
    news: int = 0
    """Changes that are in the inbox now because of it."""
    missed: int = 0
    """Comments among them that a webhook should have told of and did not: the gap."""
    gone: int = 0
    """Comments that are no longer there."""
    unread: tuple[str, ...] = ()
    """Lists that could not be read whole, each with why."""

    def __add__(self, other: "BackfillReport") -> "BackfillReport":
        return BackfillReport(
            self.listed + other.listed,
            self.news + other.news,
            self.missed + other.missed,
            self.gone + other.gone,
            self.unread + other.unread,
        )


_NO_NEWS = {"likes", "edited_at", "is_ours", "place", "permalink"}
"""What a listing may tell differently without anything having happened."""


@dataclass(frozen=True, slots=True)
class Place:
    """A post of ours, as its platform knows it."""

    platform: Platform
    platform_post_id: str


async def backfill(
    ports: Ports,
    *,
    places: Iterable[Place] | None = None,
    follow: timedelta = timedelta(days=14),
    full: bool = False,
) -> BackfillReport:
    """Ask for the comments under our posts and for mentions; what is news is in the inbox then.

    *places* are the posts to look at, by default all that went live within *follow*. Not
    *full*, only newer comments than those on record are asked for. *Full*, each list is read
    whole: then edits and hiding show too, and comments that it lacks are looked up and, where
    the platform says so, gone.

    A list that cannot be read is reported and keeps nothing else from being read.
    """
    async with ports.store.read() as session:
        now = await ports.store.now(session)
        if places is None:
            posts = await live_posts(session, now - follow)
            places = [Place(post.platform, post.platform_post_id) for post in posts]
    report = BackfillReport()
    for place in places:
        if place.platform in ports.sources:
            report += await _Listing(ports, ports.sources[place.platform], now).post(place, full)
    for source in ports.sources.values():
        report += await _Listing(ports, source, now).mentions(full)
    return report


async def look_again(
    ports: Ports, *, follow: timedelta, unread: timedelta, limit: int = 500
) -> BackfillReport:
    """Read comments again one by one that were not read for *unread*: are they still there?

    X and Instagram tell nobody of a deletion, and X demands that it is followed within a day.
    *follow* is how old a comment may be, *limit* how many of each platform are read at most.
    """
    report = BackfillReport()
    for platform, source in ports.sources.items():
        async with ports.store.read() as session:
            now = await ports.store.now(session)
            refs = await longest_unread(
                session, platform, since=now - follow, unread=now - unread, limit=limit
            )
        report += await _Listing(ports, source, now).look_up(refs)
    return report


@dataclass
class _Listing:
    """One account's lists, compared with the record."""

    ports: Ports
    source: CommentSource
    now: datetime
    report: BackfillReport = field(default_factory=BackfillReport)

    async def post(self, place: Place, full: bool) -> BackfillReport:
        async with self.ports.store.read() as session:
            known = await known_under(session, place.platform, place.platform_post_id)
            newest = await newest_comment(session, place.platform, place.platform_post_id)
        since = None if full or newest is None else newest - OVERLAP
        comments = self.source.comments(place.platform_post_id, since)
        listed, whole = await self._compare(comments, f"{place.platform} {place.platform_post_id}")
        if whole and since is None:
            await self.look_up(await self._longest_unread(known - listed))
        return self.report

    async def _longest_unread(self, refs: set[CommentRef]) -> list[CommentRef]:
        """Those of *refs* to look up now: some lists, X's above all, leave out what is older."""
        async with self.ports.store.read() as session:
            states = await load_states(session, refs)
        last = {ref: state.fetched_at or state.heard_at for ref, state in states.items()}
        return sorted(states, key=lambda ref: (last[ref], ref))[:LOOK_UP_AT_MOST]

    async def mentions(self, full: bool) -> BackfillReport:
        async with self.ports.store.read() as session:
            newest = await newest_mention(session, self.source.platform)
        # The newest come first: a list that broke off left out older ones, which a full one heals.
        since = self.now - FULL_MENTIONS if full or newest is None else newest - OVERLAP
        await self._compare(self.source.mentions(since), f"{self.source.platform} mentions")
        return self.report

    async def look_up(self, refs: Sequence[CommentRef]) -> BackfillReport:
        """Ask for single comments, and put what is news or gone into the inbox."""
        platform = self.source.platform
        fetched = await fetch(refs, {platform: self.source}, self.now, READ_PATIENCE)
        found = [change.comment for change in fetched.changes if change.comment]
        await self._put_news(found)
        gone = [change for change in fetched.changes if change.verb == "remove"]
        news = await self.ports.store.transact(lambda session: put_in(session, gone))
        unread = tuple(dict.fromkeys(f"{platform}: {err}" for err in fetched.unread.values()))
        self.report += BackfillReport(listed=len(found), news=news, gone=len(gone), unread=unread)
        return self.report

    async def _compare(
        self, comments: AsyncIterator[Comment], name: str
    ) -> tuple[set[CommentRef], bool]:
        """What was listed, and whether the list was whole."""
        listed: set[CommentRef] = set()
        waiting: list[Comment] = []
        whole = True
        try:
            async for comment in comments:
                listed.add(comment.ref)
                waiting.append(comment)
                if len(waiting) >= CHUNK:
                    await self._put_news(waiting)
                    waiting = []
        except ChannelError as err:
            whole = False
            self.report += BackfillReport(unread=(f"{name}: {err}",))
        await self._put_news(waiting)
        self.report += BackfillReport(listed=len(listed))
        return listed, whole

    async def _put_news(self, comments: Sequence[Comment]) -> None:
        """Put what differs from the record into the inbox; of the rest note that it was read."""
        if not comments:
            return
        refs = [comment.ref for comment in comments]
        async with self.ports.store.read() as session:
            states = await load_states(session, refs)
            told = await heard_of(session, [ref for ref in refs if ref not in states])
        changes: list[CommentChange] = []
        for comment in comments:
            state = states.get(comment.ref)
            change = seen(comment, self.now)
            if state is None or not (state.removed_at or _is_known(change, state)):
                changes.append(change)
        missed = [c for c in comments if self._is_gap(c, states.get(c.ref), told)]
        same = set(refs) - {change.ref for change in changes}

        news = await self.ports.store.transact(lambda session: put_in(session, changes))
        await self.ports.store.transact(lambda session: note_read(session, same, self.now))
        self.report += BackfillReport(news=news, missed=len(missed))

    def _is_gap(self, comment: Comment, state: CommentState | None, told: set[CommentRef]) -> bool:
        late = self.now - comment.created_time > ON_ITS_WAY
        unheard = state is None and comment.ref not in told
        return unheard and late and comment.platform in WEBHOOKS


def _is_known(change: CommentChange, state: CommentState) -> bool:
    """Whether the record would stay as it is, but for what is no news."""
    after = join(state, fact_of(change, state.heard_at))
    before, known = (s.to_comment().model_dump(exclude=_NO_NEWS) for s in (state, after))
    return state.has_text and before == known
