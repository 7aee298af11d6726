"""Captions and headlines out of the material's own sentences: a hook, a few more, an end."""

import random
import re
from collections.abc import Sequence

from pressroom.simulator.gemini_material import Material, repeats
from pressroom.simulator.gemini_phrases import phrases_for
from pressroom.simulator.gemini_reading import STOP, cut
from pressroom.simulator.weighted import weigh

LEANS = re.compile(
    r"(?:and|but|so|then|it|its|they|their|this|that|these|those|there|he|she|also|only|\w+ed"
    r"|und|aber|dann|es|sie|er|das|dies|dazu|auch|nó|chúng|còn|và|nhưng)\b",
    re.IGNORECASE,
)
"""How sentences begin that lean on the one before them."""


def caption(material: Material, platform: str, room: int, dice: random.Random) -> str:
    """A post about *material* for *platform* (empty is any), of at most *room* characters.

    Its facts are the material's own sentences, in their own order.
    """
    phrases = phrases_for(material.language)
    call = f"→ {material.call}" if material.call else ""
    if platform == "x":
        return _fit([_short(material)], [call or dice.choice(phrases.passes)], room, heavy=True)
    if platform == "instagram":
        hook, rest = _hook(material, _some(material.sentences, 5), dice)
        return _fit([[hook], *_paragraphs(rest, 2)], [dice.choice(phrases.keeps), call], room)
    told = _some(material.sentences, 6)
    opener = phrases.news.format(name=material.speaker) if material.speaker else ""
    known = told and repeats(told[0], material.title)
    first = dice.choice((opener, "", "")) if known else material.title
    return _fit([[first], *_paragraphs(told, 3)], [dice.choice(phrases.asks), call], room)


def headlines(material: Material, longest: int) -> list[str]:
    """What an idea may be called, best first: the title, a detail, then angles on it."""
    angles = [one.format(topic=material.topic) for one in phrases_for(material.language).angles]
    found = [material.title, *details(material, min(longest, 70)), *angles]
    return list(dict.fromkeys(shorten(one, longest) for one in found))


def overlays(material: Material, longest: int, most_words: int) -> list[str]:
    """What a picture may say, best first: few words, read at a glance."""
    title = material.title
    if len(title.split()) > most_words:
        clause = re.split(r"[:,;–]", title)[0]
        first = clause if len(clause.split()) <= most_words else title
        title = f"{shorten(' '.join(first.split()[: most_words - 1]), longest)}…"
        title = clause if clause == first else title
    whole = [one for one in material.sentences if not one.startswith("•")]
    tails = [one.partition(": ")[2].rstrip(".") for one in whole]
    told = [*details(material, longest), *(t[:1].upper() + t[1:] for t in tails if " " in t)]
    news = whole[0].rstrip(".") if whole else ""  # stands below the headline already
    short = [one for one in told if len(one.split()) <= most_words and len(one) <= longest]
    short = [one for one in short if one != news]
    others = [one for one in headlines(material, longest)[1:] if one != news]
    every = [shorten(title, longest), *short, *others]
    return list(dict.fromkeys(every))


def details(material: Material, longest: int) -> list[str]:
    """Sentences that can stand alone as a title, later ones first: the first is the news."""
    told = [one.rstrip(".…") for one in material.sentences if not one.startswith("•")]
    alone = [one for one in told if len(one) <= longest and not LEANS.match(one)]
    return [one for one in alone[::-1] if not repeats(one, material.title)]


def shorten(text: str, longest: int) -> str:
    """*text*, or its beginning up to the end of a clause or of a word that can end it."""
    if len(text) <= longest:
        return text
    clause = max(text.rfind(mark, 0, longest) for mark in (", ", ": ", "; ", " – ", ". "))
    if clause > longest // 3:
        return text[:clause].rstrip(" ,:;–.")
    words = cut(text, max(1, longest - 1)).split(" ")
    while len(words) > 2 and (len(words[-1]) < 3 or words[-1].lower() in STOP):
        words.pop()
    return f"{' '.join(words)}…"[:longest]


def _short(material: Material) -> list[str]:
    """The news and what is to stay in mind, in few words."""
    told = [one for one in material.sentences if not one.startswith("•")]
    title = _closed(material.title)
    lead = next((at for at, one in enumerate(told) if one[:40] == material.lead[:40]), 0)
    if told and lead == 0 and repeats(told[0], material.title):
        return told
    return [title, *told[lead:]]


def _some(told: Sequence[str], most: int) -> list[str]:
    """All of a short text; of a long one its beginning and its last word."""
    return list(told) if len(told) <= most else [*told[: most - 1], told[-1]]


def _hook(material: Material, told: list[str], dice: random.Random) -> tuple[str, list[str]]:
    """The line that stands alone, and what follows it."""
    if told and (repeats(told[0], material.title) or (len(told[0]) <= 60 and dice.random() < 0.5)):
        return told[0], told[1:]
    return material.title, told


def _paragraphs(told: Sequence[str], size: int) -> list[list[str]]:
    found: list[list[str]] = []
    for one in told:
        if found and (len(found[-1]) < size or one.startswith("•")):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _fit(body: list[list[str]], end: list[str], room: int, *, heavy: bool = False) -> str:
    """Paragraphs that fit: sentences leave from the back, then the end does."""
    measure = weigh if heavy else len
    body = [[one for one in paragraph if one] for paragraph in body]
    end = [one for one in end if one]

    def whole() -> str:
        told = [_joined(paragraph) for paragraph in body if paragraph]
        return "\n\n".join([*told, *end])

    while measure(whole()) > room:
        if sum(map(len, body)) > 1:
            body[-1].pop()
            body = [paragraph for paragraph in body if paragraph]
        elif end:
            end.pop(0)
        else:
            return shorten(whole(), max(1, room // 2 if heavy and weigh(whole()) > room else room))
    return whole()


def _joined(paragraph: Sequence[str]) -> str:
    out = ""
    for one in paragraph:
        out += f"{chr(10) if one.startswith('•') else ' '}{one}" if out else one
    return out


def _closed(text: str) -> str:
    return text if text[-1:] in "!?…." else f"{text}."
