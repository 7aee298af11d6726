"""Which language a comment is written in, or that it does not tell.

The script decides where it can. For Latin script each word is as likely in a language as its
everyday words and its runs of three letters make it; the languages that pressroom does not
speak are there too, so that they are called by their name instead of taken for one that it does.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from pressroom.analysis.stopwords import STOPWORDS
from pressroom.analysis.tokens import plain, tokenise
from pressroom.domain.analysis import Language

UNKNOWN = "und"

_SCRIPTS = {
    "ru": "\u0400-\u052f",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "he": "\u0590-\u05ff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
    "hy": "\u0530-\u058f",
    "ja": "\u3041-\u30ff\uff66-\uff9f",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f",
}
_SCRIPT = {code: re.compile(f"[{ranges}]") for code, ranges in _SCRIPTS.items()}
_ANY_SCRIPT = re.compile(f"[{''.join(_SCRIPTS.values())}]")
_LATIN = re.compile("[a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_LATIN_WORD = re.compile("[a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff']+")

_TELLING_LETTERS = {
    "ru": (("uk", "іїєґ"), ("be", "ў"), ("sr", "ђћџљњј"), ("bg", "ъщ")),
    "ar": (("ur", "ٹڈڑےں"), ("fa", "پچژگ")),
}
"""Letters that one language of a script has and its best-known one has not."""
_BULGARIAN = re.compile(r"\b(?:и|на|се|да|за|не|от|съм|са|ще|какво|много|този|това|как)\b")
_UKRAINIAN = re.compile(r"\b(?:це|дуже|дякую|що|як|чому|коли|де|будь|добре|гарно|так|ні|та)\b")
_RUSSIAN_ONLY = re.compile("[ыэё]")

_KIN = re.compile(r"^kin: (\w\w)$", re.MULTILINE)
_MOST_WORDS = 40
"""Forty words tell a language; a thousand tell it no better."""
_CACHED = 20_000
_SURE_ENOUGH = 0.6
_FEWEST_LETTERS = 4
_WORD_SHARE = 0.6
"""How much the everyday words count beside the runs of letters."""
_LETTER_SHARE = 1 - _WORD_SHARE
_CLEAR_VOTES = 2.0
"""So many everyday words of one language alone, and few of others, and the letters need no look."""
_TEMPER = 0.5
"""Runs of letters are not independent, so their evidence is worth about half of its sum."""
_RARER = 2.0
"""By how much (natural log) the languages beside stopwords.py's are rarer among comments."""
_STRANGEST = -3.35
"""Mean log-probability of a letter below which a text is none of these languages."""


_Everyday = dict[str, tuple[tuple[str, float], ...]]
"""For a word the languages it is common in, each with its share of the word's vote."""


def find_language(text: str) -> Language:
    """The language of *text* as an ISO 639-1 code; `und` where it does not tell."""
    prepared = plain(text)
    return language_of(prepared, tokenise(prepared))


def language_of(prepared: str, tokens: Sequence[str]) -> Language:
    """The language of a comment as `plain` and `tokenise` left it."""
    if not prepared.isascii():
        foreign = len(_ANY_SCRIPT.findall(prepared))
        if foreign and foreign * 2 > len(_LATIN.findall(prepared)) - 8 * prepared.count("@user"):
            return _by_script(prepared, foreign)
    clear = _by_votes(tokens, _languages().everyday)
    if clear:
        return clear
    words = list(_latin_words(tokens))[:_MOST_WORDS]
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return Language(code=UNKNOWN, confidence=0.0)
    return _by_letters(words, _languages())


def _latin_words(tokens: Sequence[str]) -> Iterator[str]:
    """The tokens that are plain words: no link, account, subject sign, number or mark."""
    for token in tokens:
        if token != "http" and _LATIN_WORD.fullmatch(token) and token not in _LAUGHTER:  # noqa: S105
            yield token


_LAUGHTER = frozenset(
    [
        "haha",
        "hahaha",
        "lol",
        "lmao",
        "xd",
        "ok",
        "okay",
        "wow",
        "oh",
        "omg",
        "hihi",
        "hehe",
        "k",
        "kk",
        "no",
    ]
)
"""Said everywhere: they tell nothing."""


def _by_script(prepared: str, foreign: int) -> Language:
    counts = {
        code: len(found)
        for code, pattern in _SCRIPT.items()
        if (found := pattern.findall(prepared))
    }
    code = max(counts, key=lambda one: counts[one])
    if code == "zh" and counts.get("ja", 0) * 10 >= foreign:
        code = "ja"  # Japanese mixes kana into its Chinese characters
    share = counts[code] / foreign if code != "ja" else 1.0
    told = next(
        (c for c, letters in _TELLING_LETTERS.get(code, ()) if _has(prepared, letters)), code
    )
    if told == "ru" and _UKRAINIAN.search(prepared):
        told = "uk"
    if told == "bg" and (_RUSSIAN_ONLY.search(prepared) or not _BULGARIAN.search(prepared)):
        told = "ru"  # both write ъ and щ
    sure = min(0.99, share * (1 - 0.5 ** min(foreign, 12)))
    return Language(code=told, confidence=round(sure, 4))


def _has(prepared: str, letters: str) -> bool:
    return any(letter in prepared for letter in letters)


def _by_votes(tokens: Sequence[str], everyday: _Everyday) -> Language | None:
    """The language whose everyday words are there, and hardly another's; None if none is clear."""
    votes: dict[str, float] = {}
    for token in tokens:
        if token in everyday:
            for code, vote in everyday[token]:
                votes[code] = votes.get(code, 0.0) + vote
    if not votes:
        return None
    first = max(votes, key=votes.__getitem__)
    most = votes.pop(first)
    second = max(votes.values(), default=0.0)
    if most < _CLEAR_VOTES or second > most / 3:
        return None
    return Language(code=first, confidence=round(1 - 0.05 * second / most, 4))


def _by_letters(words: Sequence[str], languages: "_Languages") -> Language:
    """The language that makes *words* likeliest, both as everyday words and letter by letter."""
    sums = list(map(sum, zip(*map(languages.likely, words), strict=True)))
    scores = [_TEMPER * a + b for a, b in zip(sums, languages.rarity, strict=True)]
    top = max(scores)
    at = scores.index(top)
    confidence = 1 / sum(math.exp(score - top) for score in scores)
    letters = sum(map(len, words)) + len(words)
    if confidence < _SURE_ENOUGH:
        kin = languages.kin.get(languages.codes[at], ())
        confidence += sum(confidence * math.exp(scores[other] - top) for other in kin)
    if confidence < _SURE_ENOUGH or sums[at] / letters < _STRANGEST:
        return Language(code=UNKNOWN, confidence=round(max(1 - confidence, 0.0), 4))
    return Language(code=languages.codes[at], confidence=round(min(confidence, 1.0), 4))


class _Profile:
    """What one language's everyday words and sentences say of how likely letters are in it."""

    def __init__(self, block: str) -> None:
        self.code = block[:2]
        self.words = _counted(block)
        self.total = sum(self.words.values())
        self._runs: Counter[str] = Counter()
        for word, count in self.words.items():
            for run in _padded_runs(word):
                for part in (run, run[:2], run[2], run[1:] + "*", run[1] + "**"):
                    self._runs[part] += count
        self._letters = sum(count for run, count in self._runs.items() if len(run) == 1)

    def log_of_run(self, run: str) -> float:
        """The log-probability of the last letter of *run* after its first two."""
        runs = self._runs
        three = runs[run] / (runs[run[:2]] + 3)
        two = runs[run[1:] + "*"] / (runs[run[1] + "**"] + 2)
        return math.log(0.55 * three + 0.3 * two + 0.14 * runs[run[2]] / self._letters + 3e-4)


def _padded_runs(word: str) -> Iterator[str]:
    padded = f"  {word} "
    for at in range(len(word) + 1):
        yield padded[at : at + 3]


class _Languages:
    """The profiles of the languages in Latin script, and what was worked out from them lately."""

    def __init__(self) -> None:
        source = files("pressroom.analysis").joinpath("lexicons/languages.txt")
        blocks = source.read_text(encoding="utf-8").split("\n[")[1:]
        self._profiles = [_Profile(block) for block in blocks]
        self.codes = [profile.code for profile in self._profiles]
        self.rarity = [0.0 if code in STOPWORDS else -_RARER for code in self.codes]
        self.kin = self._kin(blocks)
        self.everyday = self._everyday()
        self._runs: dict[str, tuple[float, ...]] = {}
        self._words: dict[str, tuple[float, ...]] = {}

    def _kin(self, blocks: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """For a language the places of those so like it that either name will do."""
        found: dict[str, list[int]] = {}
        for block in blocks:
            match = _KIN.search(block)
            if match:
                found.setdefault(block[:2], []).append(self.codes.index(match[1]))
                found.setdefault(match[1], []).append(self.codes.index(block[:2]))
        return {code: tuple(sorted(set(places))) for code, places in found.items()}

    def _everyday(self) -> _Everyday:
        """Each everyday word with its languages: the fewer they are, the more it tells."""
        homes: dict[str, list[str]] = {}
        for profile in self._profiles:
            for word in profile.words.keys() - _LAUGHTER:
                homes.setdefault(word, []).append(profile.code)
        return {
            word: tuple((code, 1 / len(codes)) for code in codes) for word, codes in homes.items()
        }

    def likely(self, word: str) -> tuple[float, ...]:
        """The log-probability of *word* in each language."""
        known = self._words.get(word)
        if known is None:
            letters = map(sum, zip(*map(self._likely_run, _padded_runs(word[:24])), strict=True))
            known = tuple(
                math.log(
                    _WORD_SHARE * profile.words[word] / profile.total
                    + math.exp(log) * _LETTER_SHARE
                )
                if word in profile.words
                else log + math.log(_LETTER_SHARE)
                for log, profile in zip(letters, self._profiles, strict=True)
            )
            if len(self._words) >= _CACHED:
                self._words.clear()
            self._words[word] = known
        return known

    def _likely_run(self, run: str) -> tuple[float, ...]:
        known = self._runs.get(run)
        if known is None:
            known = tuple(profile.log_of_run(run) for profile in self._profiles)
            if len(self._runs) >= _CACHED:
                self._runs.clear()
            self._runs[run] = known
        return known


@cache
def _languages() -> _Languages:
    return _Languages()


def _counted(block: str) -> Counter[str]:
    """How often each word is in a language's block: its list, its sentences, its stop words."""
    counts: Counter[str] = Counter()
    for line in block.splitlines():
        kind, _, rest = line.partition(": ")
        if kind == "words":
            counts.update(dict.fromkeys(rest.split(), 3))
        elif kind == "text":
            counts.update(w for w in tokenise(plain(rest)) if _LATIN_WORD.fullmatch(w))
    counts.update({w: 2 for words in STOPWORDS.get(block[:2], ()) for w in words.split()})
    return counts
