"""What is wrong with an order before it is sent, and the order with what is safe put right.

Pure: nothing is read or written. A picture that has to change comes out as `ImageFix`, which
the renderer carries out; then the order is checked again.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import regex  # type: ignore[import-untyped]  # it ships no types

from pressroom.domain.checks import (
    BIDI,
    CHECKS,
    HASHTAG,
    Subject,
    is_control,
    link_in,
    utf16_units,
)
from pressroom.domain.effects import PublishOrder
from pressroom.domain.limits import Autofix, Rule, Severity, rule, rules_for
from pressroom.domain.media import MediaType
from pressroom.domain.platform import TITLES
from pressroom.domain.weighted_length import (
    ELLIPSIS,
    addresses_in,
    shorten_to_weight,
    weighted_length,
)


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that an order breaks, and what to do about it."""

    rule_id: str
    severity: Severity
    field: str
    """`text`, `link`, `media` or `media[0]`."""
    message: str
    fix: str
    source: str
    autofix: Autofix = ""
    """`text`: `repair` puts it right; `image`: the renderer does, by `ImageFix`."""


@dataclass(frozen=True, slots=True)
class ImageFix:
    """What a picture must become: work for the renderer."""

    media_index: int
    media_type: MediaType
    max_bytes: int
    min_width: int = 1
    max_width: int | None = None
    """None: any width."""
    min_ratio: float = 0.0
    """Width by height; pad the picture, do not crop it."""
    max_ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Repaired:
    """An order with what is safe put right."""

    order: PublishOrder
    fixes: list[str]
    """What was changed, one line each, for a person."""
    image_work: list[ImageFix]


def check(
    order: PublishOrder,
    *,
    hashtags: Sequence[str] = (),
    banned_words: Sequence[str] = (),
    limits: Mapping[str, float] | None = None,
) -> list[Violation]:
    """What is wrong with *order*, errors first; empty means that it may go.

    *hashtags* are those that were planned (with or without #), *limits* sets a rule's limit
    otherwise by its id.

    Raises:
        KeyError: *limits* names a rule that does not exist.
    """
    overrides = _known(limits)
    found: list[Violation] = []
    for each in rules_for(order.platform):
        limit = overrides.get(each.id, each.limit)
        subject = Subject(order, limit, tuple(hashtags), tuple(banned_words))
        for hit in CHECKS[each.id](subject):
            place = each.field if hit.media_index is None else f"media[{hit.media_index}]"
            found.append(_violation(each, place, hit.seen, order))
    return sorted(found, key=lambda violation: violation.severity != "error")


def repair(order: PublishOrder, *, limits: Mapping[str, float] | None = None) -> Repaired:
    """*order* with its text cleaned and cut to size, and the work its pictures need.

    Afterwards `check` finds no error whose `autofix` is `text`. Nothing is changed that is
    right already, and what a person must decide is left as it is.

    Raises:
        KeyError: *limits* names a rule that does not exist.
    """
    overrides = _known(limits)
    fixes: list[str] = []
    text = _clean(order.text, fixes)
    order = _place_link(order.model_copy(update={"text": text}), fixes)
    text = _fit(order, overrides, fixes)
    order = order.model_copy(update={"text": text})
    return Repaired(order, fixes, _image_work(order, overrides))


def _known(limits: Mapping[str, float] | None) -> dict[str, float]:
    return {rule(rule_id).id: limit for rule_id, limit in (limits or {}).items()}


def _violation(each: Rule, place: str, seen: str, order: PublishOrder) -> Violation:
    title = "" if each.platform == "any" else f"{TITLES[order.platform]}: "
    message = f"{title}{each.what} ({seen})."
    return Violation(each.id, each.severity, place, message, each.fix, each.source, each.autofix)


def _clean(text: str, fixes: list[str]) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    steps: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("removed control characters", lambda t: "".join(c for c in t if not is_control(c))),
        ("removed bidi control characters", lambda t: BIDI.sub("", t)),
        ("normalised the text to NFC", lambda t: unicodedata.normalize("NFC", t)),
        ("trimmed the text", str.strip),
    )
    if lines != text:
        fixes.append("unified line ends and tabs")
    for name, step in steps:
        changed = step(lines)
        if changed != lines:
            fixes.append(name)
        lines = changed
    return lines


def _place_link(order: PublishOrder, fixes: list[str]) -> PublishOrder:
    """The order with its link in the text where the platform has no other place for it."""
    if not order.link or (order.platform == "facebook" and not order.media):
        return order
    text = order.text
    if not link_in(order):
        fixes.append("put the link into the text")
        text = f"{text} {order.link}".strip()
    elif order.platform == "facebook":
        fixes.append("left the link preview out, the link is in the text")
    link = order.link if order.platform != "facebook" else ""
    return order.model_copy(update={"text": text, "link": link})


def _fit(order: PublishOrder, limits: Mapping[str, float], fixes: list[str]) -> str:
    text = order.text
    if order.platform == "instagram":
        text = _drop_hashtags(text, int(_limit("instagram.hashtags", limits)), fixes)
        room = int(_limit("instagram.caption.length", limits))
        return _cut(text, room, utf16_units, _shorten_to_units, fixes)
    if order.platform == "x":
        room = int(_limit("x.text.weight", limits))
        return _cut(text, room, weighted_length, shorten_to_weight, fixes)
    return text


def _drop_hashtags(text: str, keep: int, fixes: list[str]) -> str:
    """*text* without its last hashtags, as many as are over *keep*."""
    found = list(HASHTAG.finditer(text))
    for match in reversed(found[max(keep, 0) :]):
        before, after = text[: match.start()], text[match.end() :]
        text = before.rstrip(" ") + after if not after[:1].strip() else before + after.lstrip(" ")
        fixes.append(f"left out {match.group()}")
    # What stood around a hashtag may read as another one now that it is gone.
    if len(HASHTAG.findall(text)) > max(keep, 0) and found:
        return _drop_hashtags(text, keep, fixes)
    return text.strip()


def _cut(
    text: str,
    room: int,
    measure: Callable[[str], int],
    shorten: Callable[[str, int], str],
    fixes: list[str],
) -> str:
    """*text* in *room*: hashtags at the end go first, then words; the last link stays."""
    while measure(text) > room and (last := _closing_hashtag(text)):
        text = text[: last.start()].rstrip()
        fixes.append(f"left out {last.group().strip()} to make room")
    if measure(text) <= room:
        return text
    fixes.append(f"shortened the text to {room}")
    links = addresses_in(text)
    if links:
        link = links[-1]
        head = f"{text[: link.start].rstrip()} {text[link.end :].strip()}".strip()
        left = room - measure(f" {link.text}")
        short = f"{shorten(head, left)} {link.text}".strip()
        if left > measure(ELLIPSIS) and measure(short) <= room:
            return short
    return shorten(text, room).strip()


def _closing_hashtag(text: str) -> re.Match[str] | None:
    """The hashtag that *text* ends with, where words come before it."""
    match = re.search(r"\s#\w+$", text)
    return match if match and text[: match.start()].strip() else None


def _shorten_to_units(text: str, max_units: int) -> str:
    """*text* in at most *max_units* UTF-16 units, cut between words, never inside a character."""
    if utf16_units(text) <= max_units:
        return text
    room, kept = max_units - utf16_units(ELLIPSIS), ""
    for piece in regex.findall(r"\X", text):
        if utf16_units(kept + piece) > room:
            break
        kept += piece
    if re.search(r"\s", kept) and not text[len(kept) :][:1].isspace():
        kept = re.sub(r"(?<!\s)\s++\S*+$", "", kept) or kept
    return kept.rstrip(" \n,;:-–—") + ELLIPSIS if max_units > 0 else ""


def _limit(rule_id: str, limits: Mapping[str, float]) -> float:
    return limits.get(rule_id, rule(rule_id).limit)


def _image_work(order: PublishOrder, limits: Mapping[str, float]) -> list[ImageFix]:
    """What the renderer has to do, one entry for each picture that breaks a rule it can mend."""
    broken = {v.field for v in check(order, limits=limits) if v.autofix == "image"}
    indexes = [n for n in range(len(order.media)) if f"media[{n}]" in broken]
    return [_image_fix(order, index, limits) for index in indexes]


def _image_fix(order: PublishOrder, index: int, limits: Mapping[str, float]) -> ImageFix:
    now: MediaType = order.media[index].media_type
    if order.platform == "x":
        return ImageFix(index, now, int(_limit("x.media.bytes", limits)))
    if order.platform == "facebook":
        kind: MediaType = "image/jpeg" if now == "image/webp" else now
        return ImageFix(index, kind, int(_limit("facebook.media.bytes.safe", limits)))
    return ImageFix(
        media_index=index,
        media_type="image/jpeg",
        max_bytes=int(_limit("instagram.media.bytes", limits)),
        min_width=int(_limit("instagram.media.width.min", limits)),
        max_width=int(_limit("instagram.media.width.max", limits)),
        min_ratio=_limit("instagram.media.ratio.min", limits),
        max_ratio=_limit("instagram.media.ratio.max", limits),
    )
