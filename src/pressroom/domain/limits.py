"""What each platform takes, as data: every limit with its source and the day it was checked.

Where documents disagree the value is the safe one and `note` says what the others say. Any
limit can be set otherwise: `check(order, limits={"instagram.hashtags": 30})`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pressroom.domain.platform import Platform

Severity = Literal["error", "warning"]
Autofix = Literal["", "text", "image"]
"""Who can put it right without a person: nobody, a change of text, the renderer."""

CHECKED = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a platform, or good practice, asks of a post."""

    id: str
    platform: Platform | Literal["any"]
    field: Literal["text", "media", "link"]
    what: str
    limit: float
    """The largest (or for a minimum the smallest) value that passes; 0 where there is none."""
    source: str
    fix: str
    severity: Severity = "error"
    autofix: Autofix = ""
    note: str = ""
    checked_on: date = CHECKED


_HOUSE = "pressroom: house rule"
_UNICODE = "unicode.org/reports/tr36 (Unicode security considerations)"
_X_COUNT = "docs.x.com/fundamentals/counting-characters; twitter-text configuration 3"
_X_MEDIA = "docs.x.com/x-api/media"
_X_POSTS = "docs.x.com/x-api/posts (OpenAPI 2.167)"
_IG_MEDIA = "developers.facebook.com/docs/instagram-platform (reference ig-user/media)"
_IG_GUIDE = "developers.facebook.com/docs/instagram-platform/content-publishing"
_FB_PHOTOS = "developers.facebook.com/docs/graph-api/reference/page/photos"
_FB_FEED = "developers.facebook.com/docs/graph-api/reference/page/feed"

RULES: tuple[Rule, ...] = (
    Rule("any.empty", "any", "text", "a post says or shows something", 0, _FB_FEED,
         "Write a text or add a picture."),
    Rule("any.text.form", "any", "text", "the text is in Unicode form NFC", 0, _X_COUNT,
         "Normalise the text to NFC.", "warning", "text"),
    Rule("any.text.controls", "any", "text", "no control characters", 0, _X_COUNT,
         "Remove the control characters.", "error", "text"),
    Rule("any.text.bidi", "any", "text", "no characters that turn the reading direction over", 0,
         _UNICODE, "Remove the bidi control characters.", "error", "text"),
    Rule("any.text.spaces", "any", "text", "no space at the ends", 0, _HOUSE,
         "Trim the text.", "warning", "text"),
    Rule("any.hashtag.form", "any", "text", "hashtags are one word of letters, digits and _", 0,
         "help.instagram.com/351460621611097 (hashtags)",
         "Write the hashtag as one word without signs.", "warning"),
    Rule("any.banned", "any", "text", "none of the brand's banned words", 0,
         "the brand file (banned_words)", "Say it in other words."),
    Rule("any.alt.missing", "any", "media", "every picture has an alt text", 0,
         "w3.org/TR/WCAG22 (1.1.1 non-text content)",
         "Describe the picture for those who cannot see it.", "warning"),
    Rule("any.link.form", "any", "link", "the link is a whole web address", 0, _FB_FEED,
         "Write it like https://example.org/page."),

    Rule("x.text.weight", "x", "text", "weighted length of the text", 280, _X_COUNT,
         "Shorten the text.", "error", "text", "Longer only for Premium accounts."),
    Rule("x.cashtags", "x", "text", "cashtags in one post", 1, "docs.x.com/changelog 2026",
         "Keep one cashtag.", note="Self-serve apps."),
    Rule("x.link.in_text", "x", "link", "the link stands in the text", 0, _X_POSTS,
         "Put the link into the text.", "error", "text"),
    Rule("x.media.count", "x", "media", "pictures in one post", 4, _X_POSTS,
         "Leave pictures out."),
    Rule("x.media.bytes", "x", "media", "bytes of one picture", 5_242_880, _X_MEDIA,
         "Make the picture smaller.", "error", "image"),
    Rule("x.gif.bytes", "x", "media", "bytes of one GIF", 15_728_640, _X_MEDIA,
         "Make the GIF smaller."),
    Rule("x.gif.alone", "x", "media", "a GIF stands alone", 1, _X_MEDIA,
         "Post the GIF without other pictures."),
    Rule("x.alt.length", "x", "media", "characters of an alt text", 1000, _X_POSTS,
         "Shorten the alt text."),

    Rule("instagram.caption.length", "instagram", "text", "characters of the caption", 2200,
         _IG_MEDIA, "Shorten the caption.", "error", "text",
         "Counted in UTF-16 units, the strictest reading of `characters`."),
    Rule("instagram.hashtags", "instagram", "text", "hashtags in the caption", 5, _IG_MEDIA,
         "Leave hashtags out.", "error", "text",
         "The reference says 30; since December 2025 Instagram announces 5."),
    Rule("instagram.mentions", "instagram", "text", "accounts mentioned in the caption", 20,
         _IG_MEDIA, "Mention fewer accounts."),
    Rule("instagram.link.dead", "instagram", "text", "links in a caption cannot be clicked", 0,
         "help.instagram.com (links in captions)", "Say `link in bio` instead.", "warning"),
    Rule("instagram.link.in_text", "instagram", "link", "the link stands in the caption", 0,
         _IG_MEDIA, "Put the link into the caption or leave it out.", "error", "text"),
    Rule("instagram.media.min", "instagram", "media", "pictures at least", 1, _IG_GUIDE,
         "Add a picture."),
    Rule("instagram.media.count", "instagram", "media", "pictures in a carousel", 10, _IG_GUIDE,
         "Leave pictures out."),
    Rule("instagram.media.type", "instagram", "media", "pictures are JPEG", 0, _IG_GUIDE,
         "Convert the picture to JPEG.", "error", "image"),
    Rule("instagram.media.bytes", "instagram", "media", "bytes of one picture", 8_388_608,
         _IG_MEDIA, "Make the picture smaller.", "error", "image"),
    Rule("instagram.media.ratio.min", "instagram", "media", "width by height at least", 0.8,
         _IG_MEDIA, "Pad or crop the picture to 4:5.", "error", "image",
         "3:4 was seen accepted; 4:5 is what the reference says."),
    Rule("instagram.media.ratio.max", "instagram", "media", "width by height", 1.91,
         _IG_MEDIA, "Pad or crop the picture to 1.91:1.", "error", "image"),
    Rule("instagram.media.width.min", "instagram", "media", "width in pixels at least", 320,
         _IG_MEDIA, "Use a larger picture.", "warning", "image", "Smaller ones are scaled up."),
    Rule("instagram.media.width.max", "instagram", "media", "width in pixels", 1440,
         _IG_MEDIA, "Scale the picture down.", "warning", "image", "Wider ones are scaled down."),
    Rule("instagram.carousel.ratio", "instagram", "media", "one ratio in a carousel", 0,
         _IG_GUIDE, "Give all pictures the first one's ratio, or they are cropped to it.",
         "warning"),
    Rule("instagram.alt.length", "instagram", "media", "characters of an alt text", 1000,
         _IG_MEDIA, "Shorten the alt text."),

    Rule("facebook.text.length", "facebook", "text", "characters of the text", 63_206,
         "limit used by several public schedulers", "Shorten the text.",
         note="Meta publishes no figure."),
    Rule("facebook.link.own", "facebook", "link", "the link does not lead to Facebook", 0,
         "error 1609008, reported by public schedulers", "Leave the link out."),
    Rule("facebook.link.with_media", "facebook", "link", "a link preview or pictures, not both",
         0, _FB_FEED, "Put the link into the text.", "error", "text"),
    Rule("facebook.media.count", "facebook", "media", "pictures in one post", 10,
         "limit used by several public schedulers", "Leave pictures out.",
         note="Meta publishes no figure."),
    Rule("facebook.media.type", "facebook", "media", "pictures are JPEG, PNG or GIF", 0,
         _FB_PHOTOS, "Convert the picture to JPEG.", "error", "image"),
    Rule("facebook.media.bytes", "facebook", "media", "bytes of one picture", 10_485_760,
         _FB_PHOTOS, "Make the picture smaller.", "error", "image"),
    Rule("facebook.media.bytes.safe", "facebook", "media", "bytes of one picture, to be safe",
         4_000_000, "developers.facebook.com/docs/graph-api/photo-uploads",
         "Make the picture smaller.", "warning", "image", "Larger ones fail now and then."),
)  # fmt: skip

_BY_ID = {rule.id: rule for rule in RULES}


def rule(rule_id: str) -> Rule:
    """The rule called *rule_id*.

    Raises:
        KeyError: There is none.
    """
    return _BY_ID[rule_id]


def rules_for(platform: Platform) -> tuple[Rule, ...]:
    """The rules that hold on *platform*, those of every platform first."""
    return tuple(r for r in RULES if r.platform in {"any", platform})
