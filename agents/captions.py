"""A caption composed from the brief's and the brand's own words, fitted to its platform."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.agents import wording
from pressroom.agents.bio_link import bio_phrase, call_to_action
from pressroom.agents.phrases import phrases_for
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.content import Caption, Idea
from pressroom.domain.likeness import likeness
from pressroom.domain.platform import Platform

X_LIMIT = 280
X_LINK = 24
"""A link on X counts 23 whatever its length, and the space before it one."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a post is told on one platform."""

    room: int
    """Weighted characters for text, hashtags and link together; well under the limit."""
    hashtags: int
    """How many we use; what the brief asks for goes first."""
    most_hashtags: int
    """How many we use where the brief itself asks for more."""
    words: str
    """What the writer is told, and the editor."""


MANNERS: dict[Platform, Manner] = {
    "x": Manner(X_LIMIT, 2, 3, "One thought, said at once; no preamble."),
    "instagram": Manner(1800, 5, 5, "A first line that stands alone, short paragraphs below."),
    "facebook": Manner(4500, 2, 3, "The story with its details, and an invitation to talk."),
}

_LEADING = frozenset(
    {"at", "on", "via", "here", "visit", "see", "under", "to", "from", "in", "a", "en", "em"}
    | {"su", "da", "sur", "à", "sous", "unter", "auf", "bei", "über", "hier", "zu", "tại", "ở"}
    | {"aquí", "aqui", "ici", "qui"}
)
"""Words that lead to a link, and say nothing without it."""
_LEADING_MARKS = " \t\n:→>(–—-"
_CLOSING_MARKS = ".!?…)"


def hashtags_for(
    platform: Platform, brief: Brief, brand: Brand, more: Sequence[str] = ()
) -> list[str]:
    """The hashtags for *platform*: the brief's, then *more*, the brand's, the keywords."""
    manner = MANNERS[platform]
    asked = _clean_tags(brief.hashtags, brand)[: manner.most_hashtags]
    rest = _clean_tags([*more, *brand.hashtags, *brief.keywords], brand)
    have = {tag.casefold() for tag in asked}
    extra = [tag for tag in rest if tag.casefold() not in have]
    tags = asked + extra[: max(0, manner.hashtags - len(asked))]
    while platform == "x" and _tags_weight(tags) > X_LIMIT // 3:
        tags.pop()
    return tags


def _clean_tags(texts: Sequence[str], brand: Brand) -> list[str]:
    tags: dict[str, str] = {}
    for tag in map(wording.hashtag, texts):
        if tag and not wording.banned_in(tag, brand.banned_words):
            tags.setdefault(tag.casefold(), tag)
    return list(tags.values())


def _tags_weight(tags: Sequence[str]) -> int:
    return sum(wording.weight(tag) + 2 for tag in tags)


def room_for(platform: Platform, brief: Brief, tags: Sequence[str]) -> int:
    """What the text may weigh so that link and hashtags still fit beside it."""
    link = X_LINK if platform == "x" and brief.cta else 0
    return MANNERS[platform].room - link - _tags_weight(tags)


def compose_caption(
    platform: Platform, brief: Brief, brand: Brand, idea: Idea, recent: Sequence[str] = ()
) -> Caption:
    """A caption that states only what brief and brand state; equal input, equal caption.

    A draft that says again what a recent post said gives way to one that begins elsewhere;
    where all do, the least alike is taken.
    """
    tags = hashtags_for(platform, brief, brand)
    room = room_for(platform, brief, tags)
    source = _Source.of(brief, brand, idea)
    drafts = [_draft(platform, source, turn, room) for turn in range(4)]
    fresh = (text for text in drafts if not wording.is_near_copy(text, recent))
    text = next(fresh, None) or min(drafts, key=lambda one: _closest(one, recent))
    why = f"{MANNERS[platform].words} {_left_out(brief, brand)}".strip()
    return Caption(platform=platform, text=text, hashtags=tags, why=why)


def _left_out(brief: Brief, brand: Brand) -> str:
    """What an editor must know: a sentence of the brief that the brand's own rules keep out."""
    banned = (
        (word, one)
        for one in wording.sentences(brief.message)
        for word in wording.banned_in(one, brand.banned_words)
    )
    word, one = next(banned, ("", ""))
    return f"Left out, for the banned word {word[:30]!r}: {one[:120]}" if word else ""


def _closest(text: str, recent: Sequence[str]) -> float:
    return max((likeness(text, other) for other in recent), default=0.0)


@dataclass(frozen=True, slots=True)
class _Source:
    """What there is to tell with: cleaned of links, hashtags and banned words."""

    title: str
    body: tuple[str, ...]
    lead: int
    """Which sentence carries the idea."""
    fact: str
    cta: str
    cta_in_bio: str
    """The call as it ends a post in which no link can be clicked."""
    sign_off: str
    news: str
    ask_us: str
    keep: str

    @staticmethod
    def of(brief: Brief, brand: Brand, idea: Idea) -> "_Source":
        language = brief.language or brand.language
        phrases, banned = phrases_for(language), brand.banned_words

        def clean(text: str) -> str:
            return wording.without(text, banned)

        body = _body(brief, brand)
        cta = clean(_unlinked(brief.cta.text)).rstrip(" .:→") if brief.cta else ""
        title = re.sub(r"([!?])[!?]+", r"\1", clean(_unlinked(brief.title)).rstrip(" .:"))
        return _Source(
            title=title,
            body=body,
            lead=_lead(body, idea.key_message),
            fact=_fact(brief, brand, body) if _same(language, brand.language) else "",
            cta=cta,
            cta_in_bio=call_to_action(cta, bio_phrase(brief, brand)),
            sign_off=clean(_unlinked(brand.sign_off)),
            news=clean(phrases.news_from.format(brand=_unlinked(brand.name))),
            ask_us=clean(phrases.ask_us),
            keep=clean(phrases.keep),
        )


def _same(one: str, other: str) -> bool:
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


def _unlinked(text: str) -> str:
    """*text* without links and hashtag signs, and without the `at` that led to the link."""
    bare = wording.split_hashtags(text)[0] or text.replace("#", "")
    cut = wording.without_links(bare, bare)
    if cut == bare.strip():
        return cut
    rest = _undangled(cut).strip()
    return rest if len(rest.split()) > 2 else ""  # "More at" is nothing without its link


def _undangled(text: str) -> str:
    """*text* without the words at its end that led to a link."""
    end = len(text.rstrip(_CLOSING_MARKS))
    marks = text[end:]
    while True:
        while end and text[end - 1] in _LEADING_MARKS:
            end -= 1
        at = end
        while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
            at -= 1
        if text[at:end].casefold() not in _LEADING:
            return f"{text[:end]}{marks}"
        end = at


def _body(brief: Brief, brand: Brand) -> tuple[str, ...]:
    told = [_unlinked(one) for one in wording.sentences(brief.message)]
    told = [wording.closed(one) for one in told if re.search(r"\w", one)]
    allowed = [one for one in told if not wording.banned_in(one, brand.banned_words)]
    if allowed:
        return tuple(allowed)
    # Every sentence has a banned word: what is left of them, or the least that can be said.
    rest = [
        wording.without(text, brand.banned_words)
        for text in (*told, *map(_unlinked, (brief.title, brand.name)))
    ]
    return (next((text for text in rest if re.search(r"\w", text)), "…"),)


def _lead(body: Sequence[str], message: str) -> int:
    alike = [likeness(one, message) for one in body]
    best = max(range(len(body)), key=lambda at: alike[at])
    return best if alike[best] >= 0.5 else 0


def _fact(brief: Brief, brand: Brand, body: Sequence[str]) -> str:
    """The brand fact that has most to do with the brief and is not in it already."""
    wanted = wording.words(f"{brief.title} {brief.message} {' '.join(brief.keywords)}")
    wanted -= wording.words(brand.name)  # every fact of a brand's names the brand
    whole = " ".join(body)
    usable = [
        fact.strip()
        for fact in brand.facts
        if not wording.banned_in(fact, brand.banned_words)
        and not wording.covers(whole, fact)
        and wanted & wording.words(fact)
    ]
    best = max(usable, key=lambda fact: len(wanted & wording.words(fact)), default="")
    return wording.closed(_unlinked(best))


def _draft(platform: Platform, source: _Source, turn: int, room: int) -> str:
    if platform == "x":
        return _draft_x(source, turn, room)
    paragraphs = (
        _draft_instagram(source, turn) if platform == "instagram" else _draft_facebook(source, turn)
    )
    return _trim(paragraphs, room)


def _draft_x(source: _Source, turn: int, room: int) -> str:
    at = (source.lead + turn) % len(source.body)
    told = list(source.body[at:])
    # Away from its beginning a sentence may say "it": the title says what.
    if (at > 0 or turn % 2) and source.title and not wording.covers(told[0], source.title):
        mark = "" if source.title.endswith(("!", "?", "…")) else ":"
        gap = "\n" if told[0].startswith(wording.BULLETS) else " "
        told[0] = f"{source.title}{mark}{gap}{told[0]}"
    end = f"\n\n→ {source.cta}" if source.cta else ""
    if wording.weight(end) > room // 2:
        end = f"\n\n→ {wording.shorten(source.cta, room // 2 - 4)}"
    sign = f"\n{source.sign_off}" if source.sign_off else ""
    if wording.weight(end + sign) > room // 2:
        sign = ""
    return wording.fit(told, room - wording.weight(end + sign)) + end + sign


def _draft_instagram(source: _Source, turn: int) -> list[str]:
    at = (source.lead + turn // 2) % len(source.body) if turn else 0
    told = list(source.body[at:])
    if (turn % 2 == 0 or at) and source.title and not wording.covers(told[0], source.title):
        first = [source.title]
    else:
        first = [told.pop(0)] if len(told) > 1 else []
    return [
        *first,
        *_in_paragraphs(told, 2),
        source.keep if turn < 2 else "",
        f"→ {source.cta_in_bio}" if source.cta_in_bio else "",
        source.sign_off,
    ]


def _draft_facebook(source: _Source, turn: int) -> list[str]:
    told = list(source.body)
    first = source.title if not wording.covers(told[0], source.title) else source.news
    if turn == 1:
        first = source.news if first == source.title else source.title
    at = (source.lead + turn - 1) % len(told) if turn > 1 else 0
    told = told[at:]
    return [
        first,
        *_in_paragraphs(told, 3),
        source.fact,
        f"→ {source.cta}" if source.cta else "",
        source.ask_us if turn % 2 == 0 else "",
        source.sign_off,
    ]


def _in_paragraphs(told: Sequence[str], size: int) -> list[str]:
    """The sentences in paragraphs of *size*; a list stays with the sentence above it."""
    paragraphs: list[list[str]] = []
    for one in told:
        if paragraphs and (len(paragraphs[-1]) < size or one.startswith(wording.BULLETS)):
            paragraphs[-1].append(one)
        else:
            paragraphs.append([one])
    return [wording.join(paragraph) for paragraph in paragraphs]


def _trim(paragraphs: Sequence[str], room: int) -> str:
    """The paragraphs with a line between them, the middle ones left out where room ends.

    The first one stays, shortened where it must be, and so does what the reader is to do.
    """
    first, *rest = [one for one in paragraphs if one]
    while wording.weight("\n\n".join([first, *rest])) > room:
        may_go = [at for at, one in enumerate(rest) if not one.startswith("→ ")]
        if not may_go:
            break
        rest.pop(may_go[len(may_go) // 2])
    end = "".join(f"\n\n{one}" for one in rest)
    room -= wording.weight(end)
    if wording.weight(first) > room:
        first = wording.fit(wording.sentences(first), room)
    return first + end
