"""Text as a copy editor handles it: sentences, lengths, banned words, near copies, claims."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from pressroom.agents.links import bare, links_in, replace_links, ways_to
from pressroom.agents.offers import amounts_in_words, unfounded
from pressroom.analysis.stopwords import ALL_STOPWORDS
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.likeness import likeness

_ABBREVIATIONS = frozenset(
    {"dr", "mr", "mrs", "ms", "st", "sr", "sra", "prof", "vs", "etc", "ca", "bzw", "nr", "no"}
    | {"tel", "approx", "z.b", "d.h", "u.a", "e.g", "i.e", "p.ej", "ej", "art", "inc", "ltd"}
    | {"co", "dott", "sig"}
)
BULLETS = ("- ", "– ", "• ", "* ", "· ")
"""How a line of a list begins."""
# Begun at the first of several marks only, and never tried again within them: a text that is
# all marks would otherwise be looked at once for each.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'»”’)]*+\s+|[。！？]+[」』”]*|\n+")
_LOOKALIKES = str.maketrans({"＠": "@", "．": ".", "。": ".", "｡": ".", "＃": "#"})
"""Full-width signs that are taken for the common ones."""
_HANDLE = re.compile(r"(?<![\w.])@(\w[\w.]*)")
_HASHTAG = re.compile(r"#(\w+)")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_MONEY_BEFORE = re.compile(r"(?:[€$£¥₫]|\b(?:eur|usd|gbp|vnd)) ?$", re.IGNORECASE)
_MONEY_AFTER = re.compile(
    r"\s{0,2}(?:[%€$£¥₫]|(?:eur|usd|gbp|vnd|euros?|dollars?|pounds?|reais|per ?cent|prozent"
    r"|por ciento|pour cent|per cento|por cento)\b)",
    re.IGNORECASE,
)
# Scripts that put no spaces between words: a banned word is banned wherever it stands.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


# The ranges that X counts as one are those of twitter-text's configuration, version 3.
_HEAVY = re.compile(r"[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")


def sentences(text: str) -> list[str]:
    """The sentences of *text*, in order; a line break ends one, `3.` and `Dr.` do not."""
    found, start = [], 0
    for end in _END.finditer(text):
        if "\n" not in end[0] and not _ends_sentence(text, end):
            continue
        found.append(text[start : end.end()])
        start = end.end()
    found.append(text[start:])
    return [one for one in (" ".join(piece.split()) for piece in found) if one.strip("-–•*· ")]


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    before = text[: end.start()].rsplit(None, 1)[-1:] or [""]
    word = before[0].strip("(\"'«“„")
    short = word.casefold() in _ABBREVIATIONS or re.fullmatch(r"\d{1,2}|[^\W\d_]", word)
    if end[0].startswith(".") and short and (len(word) > 1 or not word.islower()):
        return False
    return not text[end.end() : end.end() + 1].islower()


def join(parts: Sequence[str]) -> str:
    """The sentences in a row, spaced as their script does; an item of a list on its own line."""
    told = [part for part in parts if part]
    gaps = [_gap(before, part) for before, part in zip(["", *told], told, strict=False)]
    return "".join(f"{gap}{part}" for gap, part in zip(gaps, told, strict=True))


def _gap(before: str, part: str) -> str:
    """What stands between two sentences."""
    if not before:
        return ""
    return "\n" if part.startswith(BULLETS) else "" if before.endswith(tuple("。！？")) else " "


def closed(text: str) -> str:
    """*text* with a full stop where it has no mark at its end; items of a list get none."""
    open_ended = text[-1:].isalnum() or text.endswith((")", "”", "»", '"'))
    unspaced = _UNSPACED.search(text) is not None
    return f"{text}." if open_ended and not unspaced and not text.startswith(BULLETS) else text


def weight(text: str) -> int:
    """The length of *text* as X counts it, never less: two for emoji and for CJK characters."""
    composed = unicodedata.normalize("NFC", text)
    return len(composed) + len(_HEAVY.findall(composed))


def fit(parts: Sequence[str], room: int) -> str:
    """As many of the sentences as weigh at most *room*; at least the first, shortened."""
    taken: list[str] = []
    left = room
    for part in parts:
        left -= weight(f"{_gap(taken[-1] if taken else '', part)}{part}")
        if left < 0:
            break
        taken.append(part)
    return join(taken) if taken else shorten(parts[0] if parts else "", room)


def shorten(text: str, room: int) -> str:
    """*text*, or its beginning up to the end of a clause or a word, with an ellipsis."""
    text = " ".join(text.split())
    if weight(text) <= room:
        return text
    cut = _beginning(text, room - weight("…"))
    clause = max(cut.rfind(mark) for mark in (", ", "; ", ": ", " – ", " — "))
    word = cut.rfind(" ")
    if clause > room * 0.6:
        cut = cut[:clause]
    elif word > room * 0.5:
        cut = cut[:word]
    kept = _upto_letter(cut).split(" ")
    while len(kept) > 2 and kept[-1].casefold() in ALL_STOPWORDS:
        kept.pop()  # "Sign up for the…" says less than "Sign up…"
    return _upto_letter(" ".join(kept)) + "…" if cut else ""


def _upto_letter(text: str) -> str:
    """*text* up to its last letter or digit, where it has one: an ellipsis follows no mark."""
    end = len(text)
    while end and unicodedata.category(text[end - 1])[0] not in "LMN":
        end -= 1
    return text[:end] or text


def _beginning(text: str, room: int) -> str:
    """As many characters of *text* as weigh at most *room*."""
    for at, char in enumerate(text):
        room -= weight(char)
        if room < 0:
            return text[:at]
    return text


def contains(text: str, word: str) -> bool:
    """Whether *text* has *word* in it: as a word of its own, in any case."""
    return bool(word.strip()) and _pattern(word).search(_folded(text)) is not None


def banned_in(text: str, banned: Iterable[str]) -> list[str]:
    """The banned words that *text* uses."""
    return [word for word in banned if contains(text, word)]


def without(text: str, banned: Sequence[str]) -> str:
    """*text* without its banned words; the rest stands as it was."""
    out = text
    for _ in range(8):  # taking one out can bring two halves of another together
        found = banned_in(out, banned)
        if not found:
            return out.strip()
        out = unicodedata.normalize("NFC", out)
        for word in found:
            out = _pattern(word).sub("", out)
            if contains(out, word):  # only its folded form matches: the letters themselves go
                out = _pattern(word).sub("", _folded(out))
        out = re.sub(r"[ \t]([,.;:!?])", r"\1", re.sub(r"[ \t]{2,}", " ", out))
    return "" if banned_in(out, banned) else out.strip()


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _pattern(word: str) -> re.Pattern[str]:
    core = re.escape(_folded(word).strip())
    if _UNSPACED.search(word):
        return re.compile(core, re.IGNORECASE)
    return re.compile(rf"(?<!\w){core}(?!\w)", re.IGNORECASE)


NEAR_COPY = 0.6
"""From this likeness on, a reader would call it the same post."""


SAME_TITLE = 0.8
"""Titles share the name of what they are about; from this likeness on they share the rest too."""


def is_near_copy(text: str, others: Iterable[str], bound: float = NEAR_COPY) -> bool:
    """Whether *text* says again what one of *others* said."""
    return any(likeness(text, other) >= bound for other in others)


def words(text: str) -> set[str]:
    """The words of *text* that carry meaning, in lower case: long ones, and no stop words."""
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3} - ALL_STOPWORDS


def covers(text: str, title: str) -> bool:
    """Whether *text* already says most of what *title* says."""
    wanted = words(title) or set(re.findall(r"\w+", title.casefold()))
    return not wanted or len(wanted & set(re.findall(r"\w+", text.casefold()))) >= 0.6 * len(wanted)


def hashtag(text: str) -> str:
    """*text* as a hashtag without `#`: `new bread` is `NewBread`; empty where it has no letter."""
    parts = re.findall(r"\w+", text)
    tag = parts[0] if len(parts) == 1 else "".join(part[:1].upper() + part[1:] for part in parts)
    return tag if any(char.isalpha() for char in tag) and len(tag) <= 40 else ""


def split_hashtags(text: str) -> tuple[str, list[str]]:
    """*text* without hashtags, and the hashtags: those inside a sentence stay as plain words."""
    tags = _HASHTAG.findall(text)
    return _HASHTAG.sub(r"\1", text[: _end_of_prose(text)]).strip(), tags


def _end_of_prose(text: str) -> int:
    """Where the hashtags begin with which *text* ends."""
    end = len(text.rstrip())
    while True:
        at = end
        while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
            at -= 1
        if at in (0, end) or text[at - 1] != "#":
            return end
        end = at - 1
        while end and text[end - 1].isspace():
            end -= 1


def grounds(brief: Brief, brand: Brand) -> str:
    """Everything that may be stated: the brief's and the brand's own words in one text."""
    cta = [brief.cta.text, str(brief.cta.url)] if brief.cta else []
    campaign = [brief.campaign.name] if brief.campaign else []
    ours = [brand.name, brand.website, brand.sign_off, *brand.facts, *brand.hashtags]
    theirs = [brief.title, brief.message, *cta, *campaign, brief.audience]
    handles = [f"@{handle}" for handle in brand.handles.values()]
    return "\n".join([*theirs, *brief.keywords, *brief.hashtags, *ours, *handles])


def invented(text: str, ground: str) -> list[str]:
    """What *text* claims and *ground* does not: numbers, prices, offers, days, links, handles.

    A single digit may stand ("3 reasons"), but not as an amount or a percentage: that the
    third of October is in the brief makes no price of three euros. Offers and deadlines in
    words are compared by what they promise; `pressroom.agents.offers` says how far.
    """
    text = text.translate(_LOOKALIKES)
    known = ways_to(links_in(ground))
    found = [link for link in links_in(text) if bare(link) not in known]
    handles = {name.rstrip(".").casefold() for name in _HANDLE.findall(ground)}
    named = (name.rstrip(".") for name in _HANDLE.findall(text))
    found += [f"@{name}" for name in named if name.casefold() not in handles]
    told = replace_links(text, lambda _: " ")
    found += unfounded(told, ground)
    amounts = {number for number, is_amount in _figures(ground) if is_amount}
    amounts |= amounts_in_words(ground)
    numbers = {number for number, _ in _figures(ground)}
    for number, is_amount in _figures(told):
        if number not in (amounts if is_amount else numbers) and (is_amount or len(number) > 1):
            found.append(number)
    return found


def foreign_links(text: str, ground: str) -> list[str]:
    """The links in *text* that lead elsewhere than those in *ground*."""
    known = ways_to(links_in(ground))
    return [link for link in links_in(text.translate(_LOOKALIKES)) if bare(link) not in known]


def _figures(text: str) -> list[tuple[str, bool]]:
    """The numbers in *text*, each with whether it is an amount of money or a percentage."""
    return [
        (
            match[0],
            _MONEY_AFTER.match(text, match.end()) is not None
            or _MONEY_BEFORE.search(text, max(0, match.start() - 5), match.start()) is not None,
        )
        for match in _NUMBER.finditer(text)
    ]


def without_links(text: str, allowed: str) -> str:
    """*text* without the links that *allowed* has anyway: they are added elsewhere."""
    known = ways_to(links_in(allowed))
    left = replace_links(text, lambda link: "" if bare(link) in known else link)
    return re.sub(r"[ \t]{2,}", " ", left).strip()
