"""What Meta's webhooks tell of comments: every change of every entry, whatever else is in them.

A Page tells of comments in the field `feed` with `item` comment, Instagram in `comments`,
`live_comments` and `mentions`. Any part may be missing or of another kind than documented:
what can be used is used, what cannot is counted, and nothing raises.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pressroom.domain.comment import ChangeSource, ChangeVerb, Comment, CommentChange, CommentPlace
from pressroom.platforms.answers import object_of, objects_in

MAX_ID_CHARS = 150
"""Longer than any platform's; an effect's key still has room for its kind and platform."""

_VERBS: dict[str, ChangeVerb] = {
    "add": "add",
    "edited": "edit",
    "edit": "edit",
    "update": "edit",
    "remove": "remove",
    "delete": "remove",
    "hide": "hide",
    "unhide": "unhide",
}
"""Facebook's verbs for what happens to a comment; the others are about people and posts."""

_INSTAGRAM_PLACES: dict[str, CommentPlace] = {"comments": "comment", "live_comments": "live"}
_ATTACHMENTS = ("photo", "video", "link", "sticker")
_ID = re.compile(r"[\w.:-]+")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_EARLIEST, _LATEST = 1_000_000_000, 100_000_000_000
"""Seconds between 2001 and a far future; what is greater is milliseconds."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one delivery told."""

    changes: tuple[CommentChange, ...] = ()
    ignored: int = 0
    """How many of its changes are about something else, or name no comment."""


def read_delivery(
    document: object, received_at: datetime, source: ChangeSource = "webhook"
) -> Delivery:
    """What *document*, the JSON of a delivery that came at *received_at*, tells of comments."""
    kind = object_of(document).get("object")
    changes: list[CommentChange] = []
    ignored = 0
    for entry in objects_in(object_of(document).get("entry")):
        account = _id(entry.get("id"))
        sent_at = _time(entry.get("time")) or received_at
        for item in objects_in(entry.get("changes")):
            value = object_of(item.get("value"))
            told = None
            if kind == "page" and item.get("field") == "feed":
                told = _facebook(value, account, sent_at, source)
            elif kind == "instagram":
                told = _instagram(str(item.get("field")), value, account, sent_at, source)
            if told is None:
                ignored += 1
            else:
                changes.append(told)
    return Delivery(tuple(changes), ignored)


def is_delivery(document: object) -> bool:
    """Whether *document* has the form of a webhook's delivery."""
    return isinstance(document, dict) and "object" in document and "entry" in document


def _facebook(
    value: Mapping[str, Any], account: str, sent_at: datetime, source: ChangeSource
) -> CommentChange | None:
    verb = _VERBS.get(str(value.get("verb")))
    comment_id = _id(value.get("comment_id"))
    if value.get("item") != "comment" or verb is None or not comment_id:
        return None
    created = _time(value.get("created_time"))
    message = value.get("message")
    attachment = next((name for name in _ATTACHMENTS if value.get(name)), "")
    comment = None
    if verb != "remove" and (isinstance(message, str) or attachment):
        author = object_of(value.get("from"))
        author_id, post_id = _id(author.get("id")), _id(value.get("post_id"))
        parent_id = _id(value.get("parent_id"))
        comment = Comment(
            platform="facebook",
            comment_id=comment_id,
            account=account,
            platform_post_id=post_id,
            parent_id="" if _is_post(parent_id, post_id) else parent_id,
            author_id=author_id,
            author_name=_text(author.get("name")),
            message=_text(message),
            permalink=_text(value.get("permalink_url")),
            created_time=created or sent_at,
            is_time_exact=created is not None,
            is_ours=bool(account) and author_id == account,
            attachment=attachment,
        )
    # Facebook tells when the comment was written with every verb. When it was edited, hidden
    # or removed is told by nothing but the time of sending.
    at = created if verb == "add" and created else sent_at
    return CommentChange(
        verb=verb,
        platform="facebook",
        comment_id=comment_id,
        account=account,
        at=at,
        comment=comment,
        source=source,
    )


def _instagram(
    field: str, value: Mapping[str, Any], account: str, sent_at: datetime, source: ChangeSource
) -> CommentChange | None:
    comment = None
    if field == "mentions":
        # Without a comment it is the caption of a picture that names us.
        comment_id = _id(value.get("comment_id")) or _id(value.get("media_id"))
    elif field in _INSTAGRAM_PLACES:
        comment_id = _id(value.get("id"))
        if comment_id and isinstance(value.get("text"), str):
            comment = _instagram_comment(comment_id, field, value, account, sent_at)
    else:
        return None
    if not comment_id:
        return None
    return CommentChange(
        verb="add",
        platform="instagram",
        comment_id=comment_id,
        account=account,
        at=comment.created_time if comment else sent_at,
        comment=comment,
        source=source,
    )


def _instagram_comment(
    comment_id: str, field: str, value: Mapping[str, Any], account: str, sent_at: datetime
) -> Comment:
    author, media = object_of(value.get("from")), object_of(value.get("media"))
    author_id = _id(author.get("id"))
    created = _time(value.get("created_time"))
    return Comment(
        platform="instagram",
        comment_id=comment_id,
        account=account,
        platform_post_id=_id(media.get("id")),
        parent_id=_id(value.get("parent_id")),
        author_id=author_id,
        author_name=_text(author.get("username")).removeprefix("@"),
        message=_text(value.get("text")),
        created_time=created or sent_at,
        is_time_exact=created is not None,
        place=_INSTAGRAM_PLACES[field],
        is_ours=bool(account) and account in (author_id, _id(author.get("self_ig_scoped_id"))),
    )


def _is_post(parent_id: str, post_id: str) -> bool:
    """Whether what a comment hangs below is the post itself: a comment at the top."""
    return parent_id == post_id or parent_id == post_id.rpartition("_")[2]


def _id(value: object) -> str:
    """*value* as an id; empty where it is none that anything could be kept under."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    try:
        text = str(value).strip()
    except ValueError:  # a number of thousands of digits
        return ""
    return text if len(text) <= MAX_ID_CHARS and _ID.fullmatch(text) else ""


def _text(value: object) -> str:
    """*value* as a text that every database takes; empty where it is none."""
    return _UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) else ""


def _time(value: object) -> datetime | None:
    """The instant of unix seconds or milliseconds, or of a time with an offset."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and not value.isdecimal():
        return _written_time(value)
    try:
        seconds = float(value)  # type: ignore[arg-type]  # whatever it is, it may not be a number
    except (TypeError, ValueError, OverflowError):
        return None
    if seconds >= _LATEST:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC) if _EARLIEST <= seconds < _LATEST else None


def _written_time(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
