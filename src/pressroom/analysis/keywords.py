"""What short texts are about: their keywords, in any of seven languages, without a model."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.analysis.stopwords import stopwords_for

_LINK = re.compile(r"https?://\S+|www\.\S+|(?<!\w)@\w[\w.]*")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_BREAK = re.compile(r"[.,;:!?…()\[\]{}\"“”„«»|/\\\n\r\t—–•·]+|\s[-+*&]\s")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
MOST_WORDS = 3
"""Longer runs are sentences, not subjects."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word or phrase and how much of the texts it is about."""

    text: str
    """In lower case, as a reader would write it."""
    score: float
    """From 0.0 to 1.0, where 1.0 is the strongest keyword of these texts."""
    count: int
    """In how many of the texts it is."""


def extract_keywords(texts: Sequence[str], *, language: str = "", limit: int = 10) -> list[Keyword]:
    """The strongest keywords of *texts*, best first; equal input gives equal output.

    Phrases are the runs of words between stop words and punctuation. A word counts for more
    the longer the phrases that it appears in (its degree), and a phrase for more the more
    texts it appears in: one person who repeats a word is one text. An unknown or empty
    *language* leaves out the stop words of all. Links and @names are no subjects.
    """
    stop = stopwords_for(language)
    phrases = [list(_phrases(text, stop)) for text in texts]
    degree: dict[str, float] = defaultdict(float)
    seen: Counter[str] = Counter()
    for runs in phrases:
        for run in runs:
            for word in run:
                seen[word] += 1
                degree[word] += len(run)
    spread = Counter(phrase for runs in phrases for phrase in {" ".join(run) for run in runs})
    raw = {
        phrase: count * sum(degree[word] / seen[word] for word in phrase.split()) ** 0.5
        for phrase, count in spread.items()
    }
    best = sorted(raw, key=lambda phrase: (-raw[phrase], phrase))
    top = raw[best[0]] if best else 1.0
    kept = _without_parts(best, spread)
    return [Keyword(text, round(raw[text] / top, 4), spread[text]) for text in kept[:limit]]


def _without_parts(best: Sequence[str], spread: Counter[str]) -> list[str]:
    """*best* without phrases that only appear inside a stronger one."""
    kept: list[str] = []
    for phrase in best:
        inside = [other for other in kept if f" {phrase} " in f" {other} "]
        if not any(spread[other] >= spread[phrase] for other in inside):
            kept.append(phrase)
    return kept


def _phrases(text: str, stop: frozenset[str]) -> Iterator[tuple[str, ...]]:
    plain = _LINK.sub(" | ", unicodedata.normalize("NFKC", text)).replace("#", " ")
    for stretch in _BREAK.split(plain):
        run: list[str] = []
        for word in [*_words(stretch), ""]:
            if word and word not in stop:
                run.append(word)
                continue
            yield from _cut(run)
            run = []


def _words(stretch: str) -> list[str]:
    words = (word.casefold().replace("’", "'") for word in _WORD.findall(stretch))
    return [_stem_elision(word) for word in words]


def _stem_elision(word: str) -> str:
    """`l'école` as `école`, `dell'arte` as `arte`, `brand's` as `brand`."""
    before, mark, after = word.partition("'")
    if not mark:
        return word
    return before if len(after) <= 2 else after


def _cut(run: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The run as phrases of bearable length; words that are numbers or single letters end one."""
    part: list[str] = []
    for word in [*run, ""]:
        wordy = len(word) > 1 or _UNSPACED.search(word) is not None
        if wordy and not word.isdigit():
            part.append(word)
            if len(part) < MOST_WORDS:
                continue
        if part:
            yield tuple(part)
        part = []
