"""What short texts are about: their keywords, in any of seven languages, without a model."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.analysis.stopwords import stopwords_for
from pressroom.analysis.tokens import LINK

_LINK = re.compile(r"https?://\S+|www\.\S+|(?<!\w)@\w[\w.]*")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_BREAK = re.compile(r"[.,;:!?…()\[\]{}\"“”„«»|/\\\n\r\t—–•·]+|\s[-+*&]\s")
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

    Phrases are the runs of words between stop words and punctuation, and those parts of them
    that several texts share. A word counts for more the longer the runs that it appears in
    (its degree), and a phrase for more the more texts it appears in: one person who repeats
    a word is one text. An unknown or empty
    *language* leaves out the stop words of all. Links and @names are no subjects.
    """
    stop = stopwords_for(language)
    runs = [list(_runs(text, stop)) for text in texts]
    degree: dict[str, float] = defaultdict(float)
    seen: Counter[str] = Counter()
    for run in (run for one in runs for run in one):
        for word in run:
            seen[word] += 1
            degree[word] += min(len(run), MOST_WORDS)
    spread = _spread(runs)
    raw = {
        phrase: count * sum(degree[word] / seen[word] for word in phrase.split()) ** 0.5
        for phrase, count in spread.items()
    }
    best = sorted(raw, key=lambda phrase: (-raw[phrase], phrase))
    top = raw[best[0]] if best else 1.0
    kept = _distinct(best, spread, limit)
    return [Keyword(text, round(raw[text] / top, 4), spread[text]) for text in kept]


def comment_keywords(tokens: Sequence[str], *, language: str = "", limit: int = 5) -> list[str]:
    """What one comment is about: its longest runs of words between stop words, first ones first.

    *tokens* are those of `tokens.tokenise`; links, accounts, numbers and marks end a run.
    """
    stop = stopwords_for(language)
    runs: list[list[str]] = [[]]
    for token in tokens:
        word = token.lstrip("#")
        if "'" in word:
            word = _without_elision(word)
        if len(word) < 2 or not word[0].isalpha() or word in stop or word == LINK:
            if runs[-1]:
                runs.append([])
        elif len(runs[-1]) < MOST_WORDS:
            runs[-1].append(word)
        else:
            runs.append([word])
    phrases = dict.fromkeys(" ".join(run) for run in runs if run)
    return sorted(phrases, key=lambda phrase: -phrase.count(" "))[:limit]


def _spread(runs: Sequence[Sequence[Sequence[str]]]) -> Counter[str]:
    """In how many texts each phrase is: whole runs, and the parts that several texts share."""
    whole = {" ".join(part) for one in runs for run in one for part in _cut(run)}
    parts = Counter(part for one in runs for part in {p for run in one for p in _parts(run)})
    return Counter({text: parts[text] for text in parts if text in whole or parts[text] > 1})


def _parts(run: Sequence[str]) -> Iterator[str]:
    for size in range(1, MOST_WORDS + 1):
        for at in range(len(run) - size + 1):
            yield " ".join(run[at : at + size])


def _distinct(best: Sequence[str], spread: Counter[str], limit: int) -> list[str]:
    """The first *limit* of *best* that are no part of a stronger phrase, nor built around a
    commoner one."""
    kept: list[str] = []
    for phrase in best:
        if len(kept) == limit:
            break
        part = any(f" {phrase} " in f" {o} " and spread[o] >= spread[phrase] for o in kept)
        around = any(f" {o} " in f" {phrase} " and spread[o] > spread[phrase] for o in kept)
        if not part and not around:
            kept.append(phrase)
    return kept


def _runs(text: str, stop: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The runs of words between stop words, numbers and punctuation."""
    plain = _LINK.sub(" | ", unicodedata.normalize("NFKC", text)).replace("#", " ")
    for stretch in _BREAK.split(plain):
        run: list[str] = []
        for word in [*_words(stretch), ""]:
            if len(word) > 1 and not word.isdigit() and word not in stop:
                run.append(word)
                continue
            if run:
                yield tuple(run)
            run = []


def _cut(run: Sequence[str]) -> Iterator[Sequence[str]]:
    """The run in pieces of bearable length."""
    for at in range(0, len(run), MOST_WORDS):
        yield run[at : at + MOST_WORDS]


def _words(stretch: str) -> list[str]:
    words = (word.casefold().replace("’", "'") for word in _WORD.findall(stretch))
    return [_without_elision(word) for word in words]


def _without_elision(word: str) -> str:
    """`l'école` as `école`, `dell'arte` as `arte`, `brand's` as `brand`."""
    before, mark, after = word.partition("'")
    if not mark:
        return word
    return before if len(after) <= 2 else after
