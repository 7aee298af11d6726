"""How each rule of `limits.RULES` is looked at: one small function for each kind of limit."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from pressroom.domain.effects import PublishOrder
from pressroom.domain.media import MediaFile
from pressroom.domain.weighted_length import addresses_in, weighted_length


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule does not hold; `seen` says what was found there."""

    seen: str
    media_index: int | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at: the order, and what the rules need to know beside it."""

    order: PublishOrder
    limit: float
    hashtags: tuple[str, ...] = ()
    banned_words: tuple[str, ...] = ()


Check = Callable[[Subject], Iterator[Hit]]

HASHTAG = re.compile(r"(?<![\w/&#])#(?=\w*[^\W\d])\w+")
MENTION = re.compile(r"(?<![\w.@/])@\w[\w.]*")
CASHTAG = re.compile(r"(?<![\w$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?!\w)")
_BROKEN_HASHTAG = re.compile(r"(?<!\S)(?:##+\S*|#\w+[^\w\s,.;:!?)\]}\"'”’…#]+\w\S*)")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def is_control(char: str) -> bool:
    """Whether *char* is a control character, a lone surrogate or no character at all."""
    if char == "\n":
        return False
    category = unicodedata.category(char)
    return category in {"Cc", "Cs"} or char == "\ufeff" or ord(char) & 0xFFFE == 0xFFFE


def utf16_units(text: str) -> int:
    """The length of *text* as JavaScript and most platforms' servers count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_web_address(link: str) -> bool:
    """Whether *link* is a whole http address."""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host and not re.search(r"\s", link)


def link_in(order: PublishOrder) -> bool:
    """Whether the order's link stands in its text."""
    return order.link in order.text


def _count(seen: float, subject: Subject) -> Iterator[Hit]:
    if seen > subject.limit:
        yield Hit(f"{seen:g}, at most {subject.limit:g}")


def _empty(subject: Subject) -> Iterator[Hit]:
    order = subject.order
    link = order.link if order.platform == "facebook" else ""
    if not order.text.strip() and not order.media and not link:
        yield Hit("no text and no picture")


def _form(subject: Subject) -> Iterator[Hit]:
    if not unicodedata.is_normalized("NFC", subject.order.text):
        yield Hit("some letters are written in parts")


def _controls(subject: Subject) -> Iterator[Hit]:
    found = sorted({f"U+{ord(c):04X}" for c in subject.order.text if is_control(c)})
    if found:
        yield Hit(", ".join(found))


def _bidi(subject: Subject) -> Iterator[Hit]:
    found = sorted({f"U+{ord(c):04X}" for c in BIDI.findall(subject.order.text)})
    if found:
        yield Hit(", ".join(found))


def _spaces(subject: Subject) -> Iterator[Hit]:
    if subject.order.text != subject.order.text.strip():
        yield Hit("space at the beginning or the end")


def _hashtag_form(subject: Subject) -> Iterator[Hit]:
    planned = (f"#{tag.lstrip('#')}" for tag in subject.hashtags)
    wrong = [tag for tag in planned if not HASHTAG.fullmatch(tag)]
    wrong += [m.group() for m in _BROKEN_HASHTAG.finditer(subject.order.text)]
    for tag in dict.fromkeys(wrong):
        yield Hit(tag)


def _banned(subject: Subject) -> Iterator[Hit]:
    text = unicodedata.normalize("NFC", subject.order.text).casefold()
    for word in subject.banned_words:
        wanted = unicodedata.normalize("NFC", word).casefold().strip()
        if wanted and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text):
            yield Hit(word)


def _link_form(subject: Subject) -> Iterator[Hit]:
    if subject.order.link and not is_web_address(subject.order.link):
        yield Hit(subject.order.link)


def _link_in_text(subject: Subject) -> Iterator[Hit]:
    if subject.order.link and not link_in(subject.order):
        yield Hit(subject.order.link)


def _link_own(subject: Subject) -> Iterator[Hit]:
    if is_web_address(subject.order.link):
        host = urlsplit(subject.order.link).hostname or ""
        if re.search(r"(^|\.)(facebook\.com|fb\.com|fb\.me|fb\.watch)$", host):
            yield Hit(subject.order.link)


def _link_with_media(subject: Subject) -> Iterator[Hit]:
    if subject.order.link and subject.order.media:
        yield Hit(subject.order.link)


def _caption_link(subject: Subject) -> Iterator[Hit]:
    for address in addresses_in(subject.order.text):
        yield Hit(address.text)


def _gif_alone(subject: Subject) -> Iterator[Hit]:
    media = subject.order.media
    if len(media) > subject.limit and any(m.media_type == "image/gif" for m in media):
        yield Hit(f"{len(media)} pictures, one of them a GIF")


def _media_min(subject: Subject) -> Iterator[Hit]:
    if len(subject.order.media) < subject.limit:
        yield Hit("no picture")


def _one_ratio(subject: Subject) -> Iterator[Hit]:
    media = subject.order.media
    for index, item in enumerate(media):
        if abs(item.aspect_ratio - media[0].aspect_ratio) > 0.01:
            yield Hit(f"{item.width_px}×{item.height_px}", index)


def _each(wrong: Callable[[MediaFile, float], str]) -> Check:
    """A check of every picture; *wrong* says what it sees, or nothing."""

    def look(subject: Subject) -> Iterator[Hit]:
        for index, item in enumerate(subject.order.media):
            seen = wrong(item, subject.limit)
            if seen:
                yield Hit(seen, index)

    return look


def _type_outside(*allowed: str) -> Check:
    return _each(lambda item, _: "" if item.media_type in allowed else item.media_type)


def _is_gif(item: MediaFile) -> bool:
    return item.media_type == "image/gif"


def _bytes_over(item: MediaFile, limit: float) -> str:
    return f"{item.size_bytes} bytes, at most {limit:.0f}" if item.size_bytes > limit else ""


def _size(item: MediaFile) -> str:
    return f"{item.width_px}×{item.height_px}"


_ALT_LENGTH = _each(
    lambda m, limit: f"{len(m.alt_text)}, at most {limit:g}" if len(m.alt_text) > limit else ""
)

CHECKS: Mapping[str, Check] = {
    "any.empty": _empty,
    "any.text.form": _form,
    "any.text.controls": _controls,
    "any.text.bidi": _bidi,
    "any.text.spaces": _spaces,
    "any.hashtag.form": _hashtag_form,
    "any.banned": _banned,
    "any.alt.missing": _each(lambda m, _: "" if m.alt_text.strip() else "none"),
    "any.link.form": _link_form,
    "x.text.weight": lambda s: _count(weighted_length(s.order.text), s),
    "x.cashtags": lambda s: _count(len(set(CASHTAG.findall(s.order.text))), s),
    "x.link.in_text": _link_in_text,
    "x.media.count": lambda s: _count(len(s.order.media), s),
    "x.media.bytes": _each(lambda m, limit: "" if _is_gif(m) else _bytes_over(m, limit)),
    "x.gif.bytes": _each(lambda m, limit: _bytes_over(m, limit) if _is_gif(m) else ""),
    "x.gif.alone": _gif_alone,
    "x.alt.length": _ALT_LENGTH,
    "instagram.caption.length": lambda s: _count(utf16_units(s.order.text), s),
    "instagram.hashtags": lambda s: _count(len(HASHTAG.findall(s.order.text)), s),
    "instagram.mentions": lambda s: _count(len(MENTION.findall(s.order.text)), s),
    "instagram.link.dead": _caption_link,
    "instagram.link.in_text": _link_in_text,
    "instagram.media.min": _media_min,
    "instagram.media.count": lambda s: _count(len(s.order.media), s),
    "instagram.media.type": _type_outside("image/jpeg"),
    "instagram.media.bytes": _each(_bytes_over),
    "instagram.media.ratio.min": _each(lambda m, low: _size(m) if m.aspect_ratio < low else ""),
    "instagram.media.ratio.max": _each(lambda m, high: _size(m) if m.aspect_ratio > high else ""),
    "instagram.media.width.min": _each(lambda m, low: _size(m) if m.width_px < low else ""),
    "instagram.media.width.max": _each(lambda m, high: _size(m) if m.width_px > high else ""),
    "instagram.carousel.ratio": _one_ratio,
    "instagram.alt.length": _ALT_LENGTH,
    "facebook.text.length": lambda s: _count(utf16_units(s.order.text), s),
    "facebook.link.own": _link_own,
    "facebook.link.with_media": _link_with_media,
    "facebook.media.count": lambda s: _count(len(s.order.media), s),
    "facebook.media.type": _type_outside("image/jpeg", "image/png", "image/gif"),
    "facebook.media.bytes": _each(_bytes_over),
    "facebook.media.bytes.safe": _each(_bytes_over),
}
