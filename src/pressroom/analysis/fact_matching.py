"""Which of the brand's own words answer a question, and how surely: deterministic, no model.

The score is strict on purpose. Every word of the question that carries meaning has to be met:
`Are you open on Christmas Day?` is not answered by the opening hours of the week.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from pressroom.analysis.question_topics import topics_of
from pressroom.analysis.stopwords import ALL_STOPWORDS
from pressroom.domain.brand import Brand
from pressroom.domain.decision import FactMatch
from pressroom.domain.reading import STOP, Reading, Word, bare, read
from pressroom.domain.reply_policy import Answer

_POLITE = """
    hi hello hey good morning evening afternoon please thanks thank thx guys team everyone know
    tell let ask question quick wondering wonder anyone sorry love loved great nice cool awesome
    ok okay also btw hola buenas buenos dias tardes noches favor gracias porfa saber quisiera
    quiero queria pregunta alguien bonjour bonsoir salut svp plait merci savoir voudrais question
    quelqu coucou hallo moin servus guten tag abend bitte danke frage wissen mal euch sagt möchte
    gerne gern jemand ciao buongiorno buonasera salve perfavore grazie sapere vorrei domanda
    scusate qualcuno ola bom boa dia tarde noite obrigado obrigada saber gostaria queria pergunta
    alguem oi xin chao cho hoi voi minh shop ad quan nhi nhe vay khong cam on muon biet do does
    did is are was can could would will may have has get got there when what which how who whose
    cuando como cual que quien hay tienen tiene teneis puedo puede pueden se quand comment quel
    quelle quels quelles est ce que avez vous puis peut faut existe wann wie was welche welcher
    welches habt hat gibt kann man ihr ist sind quando come quale quali che avete posso si puo
    fate quando como qual quais que tem voces posso pode fazem bao gio nhu nao gi co duoc may
    today now still usually normally currently exactly actually really just hoy ahora todavia
    normalmente aujourd hui maintenant encore normalement heute jetzt noch eigentlich oggi adesso
    ancora normalmente hoje agora ainda hom nay bay
"""
_LIGHT = frozenset(bare(word) for word in ALL_STOPWORDS) | frozenset(
    bare(word) for word in _POLITE.split()
)
_TIME_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays weekend weekends holiday holidays christmas easter tomorrow tonight
    night lunes martes miercoles jueves viernes sabado sabados domingo domingos mañana navidad
    festivos lundi mardi mercredi jeudi vendredi samedi dimanche demain noel feries week-end
    montag dienstag mittwoch donnerstag freitag samstag samstags sonntag sonntags morgen
    weihnachten feiertag feiertage wochenende lunedi martedi mercoledi giovedi venerdi sabato
    domenica domani natale festivi segunda terca quarta quinta sexta domingo amanha natal feriado
    feriados tet
    """
_TIMES = frozenset(bare(word) for word in _TIME_WORDS.split())
_WHY = frozenset({"why", "warum", "wieso", "pourquoi", "perche", "porque"})
_WHERE = frozenset({"where", "donde", "ou", "wo", "woher", "dove", "onde", "đâu"})
"""Asks for a place where nothing else is asked for."""
_AMOUNT = frozenset({"much", "cuanto", "combien", "viel", "quanto"})
_LINK = re.compile(r"https?://\S+|www\.\S+")
_QUESTION = re.compile(r"(?<![^.!?;…。！？\n])[^.!?;…。！？\n]++[?？]")
"""A sentence that ends with a question mark."""
_ENOUGH_LETTERS = 4
_SAME_INFLECTION = 3
"""By so many letters two inflections of a word may differ in length."""
_BRANDS_KEPT = 32


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that may be said, and the words they are known by."""

    text: str
    language: str
    words: "_Words"
    topics: frozenset[str]
    asked_as: tuple[frozenset[str], ...] = ()
    subject: str = ""
    """What a fact is about, its first word of meaning: a question about something else in it is
    not answered by it."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words, looked up in any inflection."""

    whole: frozenset[str]
    openings: frozenset[tuple[str, int]] = field(repr=False)
    """What each of them begins with, and how long it is."""

    def __contains__(self, word: str) -> bool:
        if word in self.whole:
            return True
        if len(word) < _ENOUGH_LETTERS or word.isdigit():
            return False
        stem = word[: max(_ENOUGH_LETTERS, len(word) - 2)]
        lengths = range(len(word) - _SAME_INFLECTION, len(word) + _SAME_INFLECTION + 1)
        return any((stem, length) in self.openings for length in lengths)


def _looked_up(words: frozenset[str]) -> _Words:
    openings = {
        (word[:length], len(word))
        for word in words
        for length in range(_ENOUGH_LETTERS, len(word) + 1)
    }
    return _Words(words, frozenset(openings))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, as far as it carries meaning."""

    words: _Words
    topics: dict[str, frozenset[str]]
    """What each of the words is about."""
    subjects: frozenset[str]
    """What all of it is about."""


def match_fact(question: str | Reading, brand: Brand, language: str = "") -> FactMatch | None:
    """The words of *brand* that best answer *question*; None where nothing comes near.

    *language* is the question's (two letters): an answer in it is preferred to the same one
    in the brand's own. The score goes from 0 to 1, and from about 0.75 on it may be trusted.
    """
    words = _asking(read(question))
    meaning = _meaningful(frozenset(words))
    if not meaning or _asks_why(words):
        return None
    topics = {word: topics_of(frozenset({word})) for word in meaning}
    asked = _Asked(_looked_up(meaning), topics, topics_of(frozenset(words)))
    best: tuple[float, _Candidate, list[str]] | None = None
    for candidate in _candidates(_sayings(brand), language.partition("-")[0]):
        score, met = _score(asked, candidate)
        if met and (best is None or score > best[0]):
            best = (score, candidate, met)
    if best is None or best[0] <= 0.0:
        return None
    score, candidate, met = best
    return FactMatch(
        text=candidate.text,
        language=candidate.language,
        score=score,
        why=", ".join(met),
        met=tuple(met),
    )


_Answer = tuple[tuple[str, ...], str, tuple[tuple[str, str], ...]]
_Sayings = tuple[str, tuple[_Answer, ...], tuple[str, ...]]
"""All of a brand that answers: its language, its answers, its facts."""


def _sayings(brand: Brand) -> _Sayings:
    answers = tuple(
        (one.about, one.text, tuple(one.translations.items())) for one in brand.replies.answers
    )
    return brand.language.partition("-")[0].lower(), answers, brand.facts


@lru_cache(maxsize=_BRANDS_KEPT)
def _candidates(sayings: _Sayings, language: str) -> tuple[_Candidate, ...]:
    """What may be said to a question in *language*: the same for all of a brand's comments."""
    own, answers, facts = sayings
    return (
        *(_of_answer(one, language, own) for one in answers),
        *(_of_fact(fact, own) for fact in facts),
    )


def _of_answer(answer: _Answer, language: str, own: str) -> _Candidate:
    about, text, translations = answer
    saying = Answer(about=about, text=text, translations=dict(translations))
    told = saying.in_language(language, own) if language else ""
    asked_as = tuple(words for one in about if (words := _meaning_of(one)))
    # What it is asked as counts; what the answer says beside it does not make it an answer.
    known = frozenset().union(*asked_as) | _meaning_of(text) | _meaning_of(told)
    topics = topics_of(frozenset(_plain_words(" ".join(about)))) | topics_of(
        frozenset(_plain_words(text))
    )
    return _Candidate(told or text, language if told else own, _looked_up(known), topics, asked_as)


def _of_fact(fact: str, own: str) -> _Candidate:
    inner = _plain_words(fact)
    words = _meaningful(frozenset(inner))
    subject = next((word for word in inner if word in words), "")
    return _Candidate(fact, own, _looked_up(words), topics_of(frozenset(inner)), subject=subject)


def _score(asked: _Asked, candidate: _Candidate) -> tuple[float, list[str]]:
    """How well *candidate* meets what is *asked*, and the words it meets."""
    words = asked.words.whole
    direct = {word for word in words if word in candidate.words}
    by_topic = {word for word in words - direct if candidate.topics & asked.topics[word]}
    met = direct | by_topic
    if not met:
        return 0.0, []
    coverage = len(met) / len(words)
    if any(word in _TIMES or word.isdigit() for word in words - met):
        coverage = min(coverage, 0.5)  # asked for a day or a number that the answer does not name
    if candidate.subject and candidate.subject not in asked.words:
        coverage = min(coverage, 0.5)
    whole = any(all(word in asked.words for word in form) for form in candidate.asked_as)
    if whole:
        strength = 1.0
    elif len(direct) >= 2:
        strength = 0.95
    elif direct and (by_topic or asked.subjects & candidate.topics):
        strength = 0.9
    elif by_topic and candidate.asked_as:
        strength = 0.85
    else:
        strength = 0.6
    return round(coverage * strength, 3), sorted(met)


def _meaning_of(text: str) -> frozenset[str]:
    return _meaningful(frozenset(_plain_words(text)))


def _meaningful(words: frozenset[str]) -> frozenset[str]:
    """Those of *words* that carry meaning, in lower case and without accents."""
    found = frozenset(word for word in words if word not in _LIGHT or word in _AMOUNT)
    return found or words & _WHERE


def _plain_words(text: str) -> list[str]:
    return [bare(word.kept) for word in _outside_links(read(text))]


def _asking(reading: Reading) -> list[str]:
    """The words of the sentences that ask, in their order; all where none has a question mark."""
    words = list(_outside_links(reading))
    asking = _spans(_QUESTION, reading.text)
    asked = [word for word in words if _within(word, asking)]
    return [bare(word.kept) for word in asked or words]


def _outside_links(reading: Reading) -> Iterator[Word]:
    """The words of *reading* that are no part of a web address."""
    links = _spans(_LINK, reading.text)
    return (word for word in reading.words if word.kept != STOP and not _within(word, links))


_Spans = tuple[list[int], list[int]]
"""Where each of several parts of a text begins, and where it ends, in their order."""


def _spans(pattern: re.Pattern[str], text: str) -> _Spans:
    found = [match.span() for match in pattern.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]


def _within(word: Word, spans: _Spans) -> bool:
    starts, ends = spans
    at = bisect_right(starts, word.start) - 1
    return at >= 0 and word.start < ends[at]


def _asks_why(words: list[str]) -> bool:
    """Whether it asks for a reason, which no fact of a list is."""
    return any(word in _WHY for word in words[:3]) or "por que" in " ".join(words[:4])
