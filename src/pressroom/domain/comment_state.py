"""What is known of a comment, as a join of facts: the order in which they came makes no difference.

`join` is commutative, associative and idempotent, so that webhooks delivered twice, late or
in any order, and any number of listings between them, end in the same state. What may change
(text, visibility, name, likes) carries a stamp of what it rests on, and the greater stamp
wins: a reading of the platform beats any event, a later reading an earlier one, an edit the
first text. What never changes is filled in by whoever knows it. A removal beats everything
for good and leaves nothing that somebody wrote.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pressroom.domain.comment import (
    ChangeSource,
    Comment,
    CommentChange,
    CommentPlace,
    CommentRef,
    sha_of_message,
)
from pressroom.domain.platform import Platform

_SHOWN_BY = frozenset({"facebook", "instagram"})
"""Platforms that show whether a comment is hidden; X does not, there only our own acts tell."""
_PLACES: tuple[CommentPlace, ...] = ("mention", "comment", "live")
"""From the vaguest to the most exact: a mention below our own post is a comment."""


@dataclass(frozen=True, slots=True)
class CommentState:
    """Everything that is known of one comment."""

    platform: Platform
    comment_id: str
    account: str
    platform_post_id: str
    parent_id: str
    author_id: str
    author_name: str
    message: str
    permalink: str
    likes: int | None
    created_time: datetime
    is_time_exact: bool
    place: CommentPlace
    edited_at: datetime | None
    is_hidden: bool
    is_ours: bool
    attachment: str
    can_reply: bool | None
    can_reply_privately: bool | None
    can_hide: bool | None
    summoned: bool | None
    text_stamp: str
    """What the text rests on; empty where nothing has told the text yet."""
    author_stamp: str
    shown_stamp: str
    fetched_at: datetime | None
    """When it was last read from the platform itself."""
    removed_at: datetime | None
    heard_at: datetime
    """When we first heard of it, and by which way."""
    heard_from: ChangeSource

    @property
    def ref(self) -> CommentRef:
        """Its platform and id."""
        return CommentRef(self.platform, self.comment_id)

    @property
    def has_text(self) -> bool:
        """Whether it is known what it says: before, nothing can be made of it."""
        return bool(self.text_stamp) and self.removed_at is None

    @property
    def message_sha(self) -> str:
        """The SHA-256 of its text."""
        return sha_of_message(self.message)

    def to_comment(self) -> Comment:
        """The comment as the rest of the house sees it."""
        # Field by field and unchecked: every value came through the same type before.
        return Comment.model_construct(
            **{name: getattr(self, name) for name in Comment.model_fields}
        )


def fact_of(change: CommentChange, heard_at: datetime) -> CommentState:
    """What *change*, heard of at *heard_at*, tells of its comment, as a state of its own."""
    told = change.comment
    read = told if change.verb == "seen" else None
    stamp = _stamp(change)
    has_text = told is not None and change.verb != "remove"
    named = told is not None and bool(told.author_id or told.author_name)
    state = CommentState(
        platform=change.platform,
        comment_id=change.comment_id,
        account=change.account or (told.account if told else ""),
        platform_post_id=told.platform_post_id if told else "",
        parent_id=told.parent_id if told else "",
        author_id=told.author_id if told else "",
        author_name=told.author_name if told else "",
        message=told.message if told else "",
        permalink=told.permalink if told else "",
        likes=read.likes if read else None,
        created_time=told.created_time if told else change.at,
        is_time_exact=told.is_time_exact if told else False,
        place=told.place if told else "mention",
        edited_at=_edited_at(change),
        is_hidden=_is_hidden(change),
        is_ours=told.is_ours if told else False,
        attachment=told.attachment if told else "",
        can_reply=read.can_reply if read else None,
        can_reply_privately=read.can_reply_privately if read else None,
        can_hide=read.can_hide if read else None,
        summoned=read.summoned if read else None,
        text_stamp=stamp if has_text else "",
        author_stamp=stamp if named else "",
        shown_stamp=stamp if _tells_hiding(change) else "",
        fetched_at=change.at if change.verb == "seen" else None,
        removed_at=change.at if change.verb == "remove" else None,
        heard_at=heard_at,
        heard_from=change.source,
    )
    return _erased(state) if state.removed_at else state


def join(one: CommentState, other: CommentState) -> CommentState:
    """Everything that either of the two knows of the same comment."""
    text = max(one, other, key=_text_key)
    author = max(one, other, key=_author_key)
    shown = max(one, other, key=lambda s: (s.shown_stamp, s.is_hidden))
    reading = max(one, other, key=_reading_key)
    # An exact time beats a guess; of two the earlier is nearer to the truth.
    dated = min(one, other, key=lambda s: (not s.is_time_exact, s.created_time))
    first = min(one, other, key=lambda s: (s.heard_at, s.heard_from))
    removals = [s.removed_at for s in (one, other) if s.removed_at]
    state = CommentState(
        platform=one.platform,
        comment_id=one.comment_id,
        account=max(one.account, other.account),
        platform_post_id=max(one.platform_post_id, other.platform_post_id),
        parent_id=max(one.parent_id, other.parent_id),
        author_id=author.author_id,
        author_name=author.author_name,
        message=text.message,
        permalink=max(one.permalink, other.permalink),
        likes=reading.likes,
        created_time=dated.created_time,
        is_time_exact=dated.is_time_exact,
        place=max(one.place, other.place, key=_PLACES.index),
        edited_at=_later(one.edited_at, other.edited_at),
        is_hidden=shown.is_hidden,
        is_ours=one.is_ours or other.is_ours,
        attachment=text.attachment,
        can_reply=reading.can_reply,
        can_reply_privately=reading.can_reply_privately,
        can_hide=reading.can_hide,
        summoned=reading.summoned,
        text_stamp=text.text_stamp,
        author_stamp=author.author_stamp,
        shown_stamp=shown.shown_stamp,
        fetched_at=reading.fetched_at,
        removed_at=min(removals) if removals else None,
        heard_at=first.heard_at,
        heard_from=first.heard_from,
    )
    return _erased(state) if removals else state


def agrees(change: CommentChange, state: CommentState) -> bool:
    """Whether *state*, once read from the platform, says already what *change* tells.

    An event that disagrees with a reading may be older or newer than it, and webhooks do not
    tell: only reading again does.
    """
    if change.verb in ("hide", "unhide"):
        return state.is_hidden == (change.verb == "hide")
    return change.comment is not None and change.comment.message == state.message


def without_content(state: CommentState, removed_at: datetime) -> CommentState:
    """*state* as a comment that is gone: it stays gone whatever is heard of it later."""
    return _erased(replace(state, removed_at=removed_at))


def _erased(state: CommentState) -> CommentState:
    """What may be kept of a comment that is gone: that it was there, and nothing it said."""
    return replace(
        state,
        author_id="",
        author_name="",
        message="",
        permalink="",
        likes=None,
        edited_at=None,
        is_hidden=False,
        attachment="",
        can_reply=None,
        can_reply_privately=None,
        can_hide=None,
        summoned=None,
        text_stamp="",
        author_stamp="",
        shown_stamp="",
        fetched_at=None,
    )


def _stamp(change: CommentChange) -> str:
    """A text that sorts as the change's weight: first words, then events, then readings."""
    told = change.comment
    if change.verb == "add" and told is not None:
        # The first words are as old as the comment, whenever they were delivered.
        return f"a{_sortable(told.created_time)}"
    return f"{'s' if change.verb == 'seen' else 'e'}{_sortable(change.at)}"


def _sortable(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")


def _edited_at(change: CommentChange) -> datetime | None:
    told = change.comment.edited_at if change.comment else None
    return _later(told, change.at if change.verb == "edit" else None)


def _tells_hiding(change: CommentChange) -> bool:
    shows = change.verb == "seen" and change.platform in _SHOWN_BY
    return shows or change.verb in ("hide", "unhide")


def _is_hidden(change: CommentChange) -> bool:
    if change.verb == "seen" and change.platform in _SHOWN_BY:
        return change.comment is not None and change.comment.is_hidden
    return change.verb == "hide"


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(one, other) if one and other else one or other


def _text_key(state: CommentState) -> tuple[str, str, str]:
    return state.text_stamp, state.message, state.attachment


def _author_key(state: CommentState) -> tuple[str, str, str]:
    return state.author_stamp, state.author_id, state.author_name


_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def _reading_key(state: CommentState) -> tuple[datetime, int, tuple[int, ...]]:
    """The later reading; of two at one moment any, as long as it is always the same one."""
    flags = (state.can_reply, state.can_reply_privately, state.can_hide, state.summoned)
    order = tuple(-1 if flag is None else int(flag) for flag in flags)
    return state.fetched_at or _NEVER, -1 if state.likes is None else state.likes, order
