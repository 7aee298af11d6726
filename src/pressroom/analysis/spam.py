"""Whether a comment advertises, begs or deceives: by rules, which hold on any channel.

Models trained on one channel's spam fail on another's (measured: F1 of 52 and 19 across YouTube
and SMS), so nothing here was learned from either.
"""

import math
import re
from collections.abc import Iterator, Sequence

from pressroom.analysis.rules import rule_set
from pressroom.analysis.tokens import LINK, plain, tokenise
from pressroom.domain.analysis import Evidence, Spam

SPAM_FROM = 0.5
_STEEPNESS = 4.0
_ENOUGH = 0.6
"""Points at which a comment is as likely spam as not."""

_LINK = re.compile(
    r"https?://([^\s/?#\"<>]{1,255})[^\s\"<>]*|www\.([^\s/?#\"<>]{1,255})\S*", re.IGNORECASE
)
_BARE_DOMAIN = re.compile(
    r"(?<![\w@.])((?:[a-z0-9-]{2,40}\.){1,3}(?:com|net|org|info|biz|ru|shop|store|online|site|xyz|top|club|vip|io|co|me|tv|"
    r"link|live|pro|app|tk|ml|cc|pl|de|fr|es|it|br|vn|in|uk|us|ly|gl|gg))(?![\w.-]*@)(?:/[^\s]*|(?![\w-]))",
    re.IGNORECASE,
)
_SPACED_DOMAIN = re.compile(
    r"\b[a-z0-9-]{3,30}\s{0,2}(?:\.\s{1,2}|\s{1,2}\.\s{0,2}|\(dot\)|\[dot\]|\sdot\s)(?:com|net|org|ru|info|co)\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\w\.[a-z]")
_SPACED_END = re.compile(r"(?:\.\s|\s\.\s?|\bdot\b\W?\s?)(?:com|net|org|ru|info|co)\b")
_CLEAN = Spam(is_spam=False, score=0.03)
_OF_PLATFORMS = frozenset(
    [
        "t.co",
        "twitter.com",
        "x.com",
        "pic.twitter.com",
        "facebook.com",
        "fb.com",
        "fb.me",
        "instagram.com",
        "instagr.am",
        "youtube.com",
        "youtu.be",
        "m.youtube.com",
        "m.facebook.com",
        "wikipedia.org",
        "en.wikipedia.org",
    ]
)
"""Where platforms keep pictures, quotations and links to their own posts."""
_ALSO_WORDS = (
    ".it",
    ".in",
    ".me",
    ".us",
    ".de",
    ".es",
    ".co",
    ".is",
    ".live",
    ".pro",
    ".top",
    ".club",
    ".app",
    ".shop",
    ".link",
    ".tv",
    ".store",
)
_SHARED_POST = re.compile(r"youtu\.be/|youtube\.com/watch|/status/|/posts?/|/p/|/reel|wikipedia")
_PHONE = re.compile(r"(?<![\w/.,$£€-])\+?\d[\d\s().-]{6,17}\d(?![\w/])")
_FOREIGN_LETTER = re.compile("[^\x00-\x7f]")
_SOUNDS_LIKE_A_QUESTION = re.compile(r"\?|\b(?:refund|my order|not working|error|broken|arrived)\b")
_SHOUT = re.compile(r"\b[A-Z]{3,}\b")
_MONEY_FACE = re.compile("[💰💵💸🤑🎁🎉💋🔞👉👇🔥✅📲📩🍑🍆]")


def find_spam(text: str, *, own_hosts: Sequence[str] = ()) -> Spam:
    """Whether *text* is spam; links to *own_hosts* (the brand's own, `acme.example`) are none."""
    prepared = plain(text)
    return spam_of(prepared, tokenise(prepared), text, own_hosts=own_hosts)


def spam_of(
    prepared: str, tokens: Sequence[str], text: str, *, own_hosts: Sequence[str] = ()
) -> Spam:
    """The same for a *text* that `tokens.plain` and `tokens.tokenise` have read."""
    signs = [*_rules(prepared, tokens), *_links(prepared, tokens, text, own_hosts)]
    signs += _numbers(text, tokens)
    if not signs:
        return _CLEAN
    signs += _noise(text)
    points = sum(points for points, _ in signs)
    score = 1 / (1 + math.exp(-_STEEPNESS * (points - _ENOUGH)))
    return Spam(
        is_spam=score >= SPAM_FROM, score=round(score, 4), evidence=tuple(sign for _, sign in signs)
    )


def _rules(prepared: str, tokens: Sequence[str]) -> Iterator[tuple[float, Evidence]]:
    for rule, match in rule_set("spam_rules").found(prepared, tokens):
        yield rule.points, Evidence(what=rule.what, words=(match[0],))


def _links(
    prepared: str, tokens: Sequence[str], text: str, own: Sequence[str]
) -> Iterator[tuple[float, Evidence]]:
    for match in _LINK.finditer(text) if LINK in tokens else ():
        host = (match[1] or match[2] or "").lower().removeprefix("www.")
        if _FOREIGN_LETTER.search(host) or host.startswith("xn--"):
            yield 1.2, Evidence(what="a link whose name imitates another", words=(match[0],))
        elif not _is_harmless(host, match[0], own):
            weight = 0.5 if _is_shared_post(host, match[0]) else _weight_of_link(prepared)
            yield weight, Evidence(what="a link", words=(match[0],))
        else:
            continue
        return
    bare = _BARE_DOMAIN.finditer(_LINK.sub(" ", text)) if _DOTTED.search(prepared) else ()
    for match in bare:
        host = match[1].lower()
        if host.endswith(_ALSO_WORDS) and "/" not in match[0]:
            continue  # a full stop without a space behind it
        if not _is_harmless(host, match[0], own):
            yield _weight_of_link(prepared) - 0.1, Evidence(what="a link", words=(match[0],))
            return
    spaced = _SPACED_DOMAIN.search(text) if _SPACED_END.search(prepared) else None
    if spaced and not spaced[0].lower().startswith(("amazon", "google")):
        yield 0.8, Evidence(what="a link that hides from filters", words=(spaced[0],))


def _is_harmless(host: str, link: str, own: Sequence[str]) -> bool:
    if any(host == one or host.endswith("." + one) for one in own):
        return True
    if host in ("t.co", "pic.twitter.com"):
        return True
    return _is_shared_post(host, link) and "t=" in link  # a moment of the video talked of


def _is_shared_post(host: str, link: str) -> bool:
    return host in _OF_PLATFORMS and bool(_SHARED_POST.search(link))


def _weight_of_link(prepared: str) -> float:
    """A link alone is likely an advertisement; beside a question or a complaint it is proof."""
    return 0.5 if _SOUNDS_LIKE_A_QUESTION.search(prepared) else 1.1


def _numbers(text: str, tokens: Sequence[str]) -> Iterator[tuple[float, Evidence]]:
    number = _PHONE.search(text) if any(map(str.isdigit, tokens)) else None
    if number and sum(map(str.isdigit, number[0])) >= 8:
        yield 0.5, Evidence(what="a telephone number", words=(number[0].strip(),))


def _noise(text: str) -> Iterator[tuple[float, Evidence]]:
    """What proves nothing alone."""
    if len(_MONEY_FACE.findall(text)) >= 2:
        yield 0.2, Evidence(what="attention-seeking emoji")
    if len(_SHOUT.findall(text)) >= 5:
        yield 0.15, Evidence(what="shouting")
