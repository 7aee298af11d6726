"""The other parts of `pressroom eval run analysis`: abuse, spam, intent, copies, language …

Verdicts come from the whole analysis, as comments get it; so does the time.
"""

import importlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pressroom.analysis.comment_analysis import analyse
from pressroom.analysis.keywords import extract_keywords
from pressroom.analysis.near_copies import COPY_FROM, likeness
from pressroom.analysis.stopwords import stopwords_for
from pressroom.domain.analysis import CommentAnalysis
from pressroom.evals.labelled import Rows, labelled, own_cases
from pressroom.evals.measures import (
    Row,
    Table,
    agreement,
    best_times,
    calibration_error,
    correlation,
)
from pressroom.evals.references import quoted
from pressroom.evals.sentiment import reference_systems

Verdict = Callable[[CommentAnalysis], tuple[str, float | None]]
"""The label that an analysis gives, and how sure it is of it where it says so."""
Wanted = Callable[[dict[str, Any]], str]

_LEARNED = "the shipped weights were learned from texts of this set"
_TAUGHT = {
    *("toxicity_davidson", "toxicity_jigsaw", "toxicity_surge", "toxicity_hatecheck"),
}
_SPOKEN = ("en", "es", "fr", "de", "it", "pt", "vi")


def _yes(of: Callable[[CommentAnalysis], bool]) -> Verdict:
    return lambda analysis: ("yes" if of(analysis) else "no", None)


def _scored(is_it: Callable[[CommentAnalysis], tuple[bool, float]]) -> Verdict:
    """A yes or no with the probability of the yes."""

    def verdict(analysis: CommentAnalysis) -> tuple[str, float | None]:
        yes, score = is_it(analysis)
        return ("yes", score) if yes else ("no", 1 - score)

    return verdict


toxic = _scored(lambda a: (a.toxicity.is_toxic, a.toxicity.score))
spam = _scored(lambda a: (a.spam.is_spam, a.spam.score))
needs_reply = _yes(lambda a: a.reply_need.needed)
complains = _yes(lambda a: a.purpose.intent in ("complaint", "crisis_signal"))
asks = _yes(lambda a: a.purpose.intent in ("question", "request"))


def intent(analysis: CommentAnalysis) -> tuple[str, float | None]:
    """The intent in words."""
    return analysis.purpose.intent.replace("_", " "), analysis.purpose.confidence


def language(analysis: CommentAnalysis) -> tuple[str, float | None]:
    """The language, if it is one that pressroom knows more of than its name."""
    code = analysis.language.code
    return (code if code in _SPOKEN else "other"), None


def _labelled_one(row: dict[str, Any]) -> str:
    return "yes" if row["label"] in (1, "1", "yes", True) else "no"


def measure_toxicity(data: Path | None) -> list[Table]:
    """Abuse, on six sets; the kinds of abuse are not labelled alike and are left out."""
    names = ("olid", "davidson", "jigsaw", "surge", "hateval", "hatecheck")
    return [
        _own("toxicity", toxic),
        *_sets(data, "toxicity", [f"toxicity_{name}" for name in names], toxic, _labelled_one),
    ]


def measure_spam(data: Path | None) -> list[Table]:
    """Spam among comments, and among text messages, which are another world."""
    names = ["spam_youtube", "spam_sms"]
    return [_own("spam", spam), *_sets(data, "spam", names, spam, _labelled_one)]


def measure_intent(data: Path | None) -> list[Table]:
    """What a comment wants; labelled sets know complaints, questions and requests."""

    def asked(row: dict[str, Any]) -> str:
        return "yes" if row["label"] in ("QUE", "REQ") else "no"

    return [
        _own("intent", intent),
        *_sets(data, "intent", ["reply_complaints"], complains, _labelled_one, vader="complaint"),
        *_sets(data, "intent", ["reply_tweet_acts"], asks, asked),
    ]


def measure_reply_need(data: Path | None) -> list[Table]:
    """Whether somebody waits for an answer; no public set says so, these come nearest."""

    def unhappy(row: dict[str, Any]) -> str:
        return "yes" if row["label"] == "negative" else "no"

    names = ["sentiment_airline"]
    return [
        _own("reply-need", needs_reply),
        *_sets(
            data, "reply-need", ["reply_complaints"], needs_reply, _labelled_one, vader="complaint"
        ),
        *_sets(data, "reply-need", names, needs_reply, unhappy, vader="complaint"),
    ]


def measure_language(data: Path | None) -> list[Table]:
    """The language of tweets: those we read, and two that are told apart as others."""
    rows: Rows = []
    for code in ("es", "fr", "de", "it", "pt", "ar", "hi"):
        for row in labelled(data, f"sentiment_umsab_{code}"):
            rows.append({**row, "label": code if code in _SPOKEN else "other"})
    rows += [{**row, "label": "en"} for row in labelled(data, "sentiment_tweeteval")[:800]]
    tables = [_own("language", language)]
    if rows:
        tables.append(_table("language", "umsab + tweeteval", rows, language, _said))
    return tables


def measure_copies(data: Path | None) -> list[Table]:
    """Near copies: the same text again, and how alike two sentences are to people."""
    tables: list[Table] = []
    pairs = labelled(data, "dup_retweets")
    if pairs:
        wanted = [_labelled_one(row) for row in pairs]
        given = [
            "yes" if likeness(row["text"], row["text2"]) >= COPY_FROM else "no" for row in pairs
        ]
        ours = Row("pressroom", *agreement(wanted, given))
        rows = (ours, *quoted("dup_retweets"))
        tables.append(Table("copies", "dup_retweets", len(pairs), rows, "pairs"))
    pairs = labelled(data, "dup_sts_headlines_tweets")
    if pairs:
        found = [likeness(row["text"], row["text2"]) for row in pairs]
        r = correlation(found, [float(row["score"]) for row in pairs])
        rows = (Row("pressroom", correlation=r), *quoted("dup_sts_headlines_tweets"))
        note = "pairs; people judged meaning, we compare words"
        tables.append(Table("copies", "dup_sts_headlines_tweets", len(pairs), rows, note))
    return tables


def measure_scores(data: Path | None) -> list[Table]:
    """The sentiment score beside the mean of twenty people's."""
    tables: list[Table] = []
    for name in ("tweets", "amazon", "nyt"):
        rows = labelled(data, f"sentiment_score_vader_{name}")
        if not rows:
            continue
        people = [float(row["score"]) for row in rows]
        ours = [analyse(row["text"]).sentiment.score for row in rows]
        found = [Row("pressroom", correlation=correlation(ours, people))]
        if (score := _vader_score()) is not None:
            given = [score(row["text"]) for row in rows]
            found.append(Row("VADER", correlation=correlation(given, people)))
        found += quoted(f"sentiment_score_vader_{name}")
        tables.append(
            Table("scores", f"sentiment_score_vader_{name}", len(rows), tuple(found), _LEARNED)
        )
    return tables


def measure_keywords(data: Path | None) -> list[Table]:
    """Ten keywords of each text against people's: macro-F1 stands for F1 at 10."""
    tables: list[Table] = []
    for name in ("kpcrowd_en", "wikinews_fr", "bn_pt"):
        rows = labelled(data, f"keywords_{name}")
        if not rows:
            continue
        code = name[-2:]
        ours = [
            _f1([k.text for k in extract_keywords([row["text"]], language=code)], row["keywords"])
            for row in rows
        ]
        plain = [_f1(_frequent(row["text"], code), row["keywords"]) for row in rows]
        found = (
            Row("pressroom", macro_f1=100 * sum(ours) / len(ours)),
            Row("most frequent words", macro_f1=100 * sum(plain) / len(plain)),
            *quoted(f"keywords_{name}"),
        )
        tables.append(Table("keywords", f"keywords_{name}", len(rows), found, "F1 at 10"))
    return tables


def measure_whole(data: Path | None) -> list[Table]:
    """What the whole analysis of a comment costs, beside VADER's one verdict."""
    rows = labelled(data, "sentiment_tweeteval") or [
        row for part in ("toxicity", "spam", "intent", "reply-need") for row in own_cases(part)
    ]
    texts = [row["text"] for row in rows]
    analyse(texts[0])
    systems: dict[str, Callable[[str], object]] = {"pressroom": analyse, **_only_vader()}
    times = best_times(texts, systems)
    found = tuple(Row(name, microseconds=spent) for name, spent in times.items())
    return [Table("whole", "time of every part together", len(texts), found)]


def _own(part: str, verdict: Verdict) -> Table:
    return _table(part, "own cases", own_cases(part), verdict, _said)


def _said(row: dict[str, Any]) -> str:
    return str(row["label"])


def _sets(
    data: Path | None,
    part: str,
    names: Iterable[str],
    verdict: Verdict,
    wanted: Wanted,
    *,
    vader: str = "",
) -> list[Table]:
    found = ((name, labelled(data, name)) for name in names)
    return [_table(part, name, rows, verdict, wanted, vader) for name, rows in found if rows]


def _table(
    part: str,
    name: str,
    rows: Rows,
    verdict: Verdict,
    wanted: Wanted,
    vader: str = "",
) -> Table:
    texts, labels = [row["text"] for row in rows], [wanted(row) for row in rows]
    analyse(texts[0])  # reads weights and lists, which is no part of the time per text
    others = _only_vader() if vader else {}
    times = best_times(texts[:500], {"pressroom": analyse, **others})
    verdicts = [verdict(analyse(text)) for text in texts]
    sure = [
        (how_sure, given == label)
        for (given, how_sure), label in zip(verdicts, labels, strict=True)
        if how_sure is not None
    ]
    ours = Row(
        "pressroom",
        *agreement(labels, [given for given, _ in verdicts]),
        microseconds=times["pressroom"],
        calibration_error=calibration_error(sure) if sure else None,
    )
    found = [ours]
    for system, judge in others.items():
        given = ["yes" if judge(text) == "negative" else "no" for text in texts]
        found.append(Row(f"{system}, unhappy", *agreement(labels, given), times[system]))
    note = _LEARNED if name in _TAUGHT else ""
    known = () if name.startswith("sentiment_") else quoted(name)  # of another question
    return Table(part, name, len(rows), (*found, *known), note)


@cache
def _only_vader() -> dict[str, Callable[[str], str]]:
    return {name: judge for name, judge in reference_systems().items() if name == "VADER"}


def _vader_score() -> Callable[[str], float] | None:
    try:
        module = importlib.import_module("vaderSentiment.vaderSentiment")
    except ImportError:
        return None
    analyser = getattr(module, "SentimentIntensityAnalyzer")()  # noqa: B009 - it has no types
    return lambda text: float(analyser.polarity_scores(text)["compound"])


def _frequent(text: str, code: str) -> list[str]:
    stop = stopwords_for(code)
    words = [word for word in (w.strip(".,;:!?()\"'«»").lower() for w in text.split()) if word]
    return [word for word, _ in Counter(w for w in words if w not in stop).most_common(10)]


def _f1(given: Sequence[str], wanted: Sequence[str]) -> float:
    right = {" ".join(word.lower().split()) for word in wanted}
    hits = sum(1 for word in given[:10] if word.lower() in right)
    return 2 * hits / (min(len(given), 10) + len(right)) if right else 0.0
