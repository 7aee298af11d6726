"""Which of the brand's own words answer a question, and how surely: deterministic, no model.

The score is strict on purpose. Every word of the question that carries meaning has to be met:
`Are you open on Christmas Day?` is not answered by the opening hours of the week.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.analysis.question_topics import topics_of
from pressroom.analysis.stopwords import ALL_STOPWORDS
from pressroom.domain.brand import Brand
from pressroom.domain.decision import FactMatch
from pressroom.domain.reading import STOP, bare, read

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
_ENOUGH_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that may be said, and the words they are known by."""

    text: str
    language: str
    words: frozenset[str]
    topics: frozenset[str]
    asked_as: tuple[frozenset[str], ...] = ()
    subject: str = ""
    """What a fact is about, its first word of meaning: a question about something else in it is
    not answered by it."""


def match_fact(question: str, brand: Brand, language: str = "") -> FactMatch | None:
    """The words of *brand* that best answer *question*; None where nothing comes near.

    *language* is the question's (two letters): an answer in it is preferred to the same one
    in the brand's own. The score goes from 0 to 1, and from about 0.75 on it may be trusted.
    """
    asked = _meaningful(_question_in(question))
    if not asked or _asks_why(question):
        return None
    subjects = topics_of(_plain_words(_question_in(question)))
    best: tuple[float, _Candidate, list[str]] | None = None
    for candidate in _candidates(brand, language.partition("-")[0]):
        score, met = _score(asked, subjects, candidate)
        if met and (best is None or score > best[0]):
            best = (score, candidate, met)
    if best is None or best[0] <= 0.0:
        return None
    score, candidate, met = best
    return FactMatch(
        text=candidate.text, language=candidate.language, score=score, why=", ".join(met)
    )


def _candidates(brand: Brand, language: str) -> Iterator[_Candidate]:
    own = brand.language.partition("-")[0].lower()
    for answer in brand.replies.answers:
        told = answer.in_language(language, own) if language else ""
        code = language if told else own
        asked_as = tuple(words for one in answer.about if (words := _meaningful(one)))
        # What it is asked as counts; what the answer says beside it does not make it an answer.
        known = frozenset().union(*asked_as) | _meaningful(answer.text) | _meaningful(told)
        topics = topics_of(_plain_words(" ".join(answer.about))) | topics_of(
            _plain_words(answer.text)
        )
        yield _Candidate(told or answer.text, code, known, topics, asked_as)
    for fact in brand.facts:
        words = _meaningful(fact)
        inner = (bare(word.kept) for word in read(_LINK.sub(" ", fact)).words)
        subject = next((word for word in inner if word in words), "")
        yield _Candidate(fact, own, words, topics_of(_plain_words(fact)), subject=subject)


def _score(
    asked: frozenset[str], subjects: frozenset[str], candidate: _Candidate
) -> tuple[float, list[str]]:
    """How well *candidate* meets what is *asked*, and the words it meets."""
    direct = {word for word in asked if _in(word, candidate.words)}
    by_topic = {word for word in asked - direct if candidate.topics & topics_of(frozenset({word}))}
    met = direct | by_topic
    if not met:
        return 0.0, []
    coverage = len(met) / len(asked)
    if any(word in _TIMES or word.isdigit() for word in asked - met):
        coverage = min(coverage, 0.5)  # asked for a day or a number that the answer does not name
    if candidate.subject and not _in(candidate.subject, asked):
        coverage = min(coverage, 0.5)
    whole = any(all(_in(word, asked) for word in form) for form in candidate.asked_as)
    if whole:
        strength = 1.0
    elif len(direct) >= 2:
        strength = 0.95
    elif direct and (by_topic or subjects & candidate.topics):
        strength = 0.9
    elif by_topic and candidate.asked_as:
        strength = 0.85
    else:
        strength = 0.6
    return round(coverage * strength, 3), sorted(met)


def _meaningful(text: str) -> frozenset[str]:
    """The words of *text* that carry meaning, in lower case and without accents."""
    words = _plain_words(text)
    found = frozenset(word for word in words if word not in _LIGHT or word in _AMOUNT)
    return found or words & _WHERE


def _question_in(text: str) -> str:
    """The sentences of *text* that ask; all of it where none has a question mark."""
    asking = re.findall(r"[^.!?;…。！？\n]*[?？]", text)
    return " ".join(asking) if any(re.search(r"\w", one) for one in asking) else text


def _plain_words(text: str) -> frozenset[str]:
    reading = read(_LINK.sub(" ", text))
    return frozenset(bare(word.kept) for word in reading.words if word.kept != STOP)


def _in(word: str, words: frozenset[str]) -> bool:
    """Whether *word* is among *words*, in one inflection or another."""
    if word in words:
        return True
    if len(word) < _ENOUGH_LETTERS or word.isdigit():
        return False
    stem = word[: max(_ENOUGH_LETTERS, len(word) - 2)]
    return any(
        other.startswith(stem) and abs(len(other) - len(word)) <= 3
        for other in words
        if len(other) >= _ENOUGH_LETTERS
    )


def _asks_why(question: str) -> bool:
    """Whether it asks for a reason, which no fact of a list is."""
    words: Sequence[str] = re.findall(r"\w+", bare(question.casefold()))
    return any(word in _WHY for word in words[:3]) or "por que" in " ".join(words[:4])
