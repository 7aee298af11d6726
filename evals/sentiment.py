"""The sentiment part of `pressroom eval run analysis`: ours beside VADER, AFINN and TextBlob."""

import importlib
import json
from collections.abc import Callable, Sequence
from functools import partial
from importlib import resources
from pathlib import Path

from pressroom.analysis.sentiment import analyse_sentiment
from pressroom.domain.analysis import Sentiment
from pressroom.evals.labelled import labelled
from pressroom.evals.measures import Row, Table, agreement, best_times, calibration_error
from pressroom.evals.references import quoted

Judge = Callable[[str], str]

SETS = {
    "tweeteval": "en",
    "semeval_train": "en",
    "airline": "en",
    "brands_sxsw": "en",
    "goemotions": "en",
    "s140": "en",
    "umsab_es": "es",
    "umsab_fr": "fr",
    "umsab_de": "de",
    "umsab_it": "it",
    "umsab_pt": "pt",
}
"""The labelled sets, `sentiment_NAME.jsonl` each, and their language."""
_LEARNED = {"goemotions": "the shipped weights were learned from texts of this set's dev file"}


def measure_sentiment(data: Path | None) -> list[Table]:
    """One table for the cases of our own, and one for each set that is in *data*."""
    tables = [_own_cases()]
    if data is None:
        return tables
    others = reference_systems()
    for name, language in SETS.items():
        rows = labelled(data, f"sentiment_{name}")
        if rows:
            note = _LEARNED.get(name, "")
            tables.append(
                _table(name, rows, partial(analyse_sentiment, language=language), others, note)
            )
    return tables


def _read(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines() if line]


def _table(
    name: str,
    rows: Sequence[dict[str, str]],
    ours: Callable[[str], Sentiment],
    others: dict[str, Judge],
    note: str,
) -> Table:
    texts, wanted = [row["text"] for row in rows], [row["label"] for row in rows]
    ours(texts[0])  # reads weights and lexicon, which is no part of the time per text
    times = best_times(texts, {"pressroom": ours, **others})
    verdicts = [ours(text) for text in texts]
    found = [_ours("pressroom", wanted, verdicts, times["pressroom"])]
    for system, judge in others.items():
        given = [judge(text) for text in texts]
        found.append(Row(system, *agreement(wanted, given), times[system]))
    found += quoted(f"sentiment_{name}")
    return Table("sentiment", name, len(rows), tuple(found), note)


def _ours(
    system: str, wanted: Sequence[str], verdicts: Sequence[Sentiment], time: float | None
) -> Row:
    given = [three_way(verdict) for verdict in verdicts]
    said = [
        (verdict.confidence, verdict.label == want)
        for verdict, want in zip(verdicts, wanted, strict=True)
        if verdict.label not in ("unknown", "mixed")
    ]
    unknown = 100 * sum(1 for verdict in verdicts if verdict.label == "unknown")
    return Row(
        system,
        *agreement(wanted, given),
        microseconds=time,
        calibration_error=calibration_error(said),
        unknown=unknown / max(len(verdicts), 1),
    )


def three_way(verdict: Sentiment) -> str:
    """The label for sets that know three: a mixed text goes where its score points.

    An unknown one stays unknown, and so counts as wrong.
    """
    if verdict.label != "mixed":
        return verdict.label
    return "positive" if verdict.score > 0 else "negative"


def own_cases() -> list[dict[str, str]]:
    """The cases written for pressroom: `text`, `label`, `family` and `language` each."""
    file = resources.files("pressroom.evals").joinpath("sentiment_cases.jsonl")
    return _read(file.read_text("utf-8"))


def _own_cases() -> Table:
    """By family: the share that is right, all five labels counted."""
    families: dict[str, list[bool]] = {}
    cases = own_cases()
    for case in cases:
        verdict = analyse_sentiment(case["text"], case["language"])
        for family in (case["family"], "all families"):
            families.setdefault(family, []).append(verdict.label == case["label"])
    rows = [
        Row(family, share, share, share)
        for family, right in families.items()
        for share in [100 * sum(right) / len(right)]
    ]
    rows.sort(key=lambda row: row.system == "all families")
    return Table(
        "sentiment", "own cases", len(cases), tuple(rows), "share of each family that is right"
    )


def reference_systems() -> dict[str, Judge]:
    """The well-known word-list systems that are installed here, at their usual thresholds."""
    makers = {
        "VADER": ("vaderSentiment.vaderSentiment", _vader),
        "AFINN": ("afinn", _afinn),
        "TextBlob": ("textblob", _textblob),
    }
    found: dict[str, Judge] = {}
    for name, (module, make) in makers.items():
        try:
            found[name] = make(importlib.import_module(module))
        except ImportError:
            continue
    return found


def _sign(score: float, threshold: float) -> str:
    if score >= threshold:
        return "positive"
    return "negative" if score <= -threshold else "neutral"


def _vader(module: object) -> Judge:
    analyser = getattr(module, "SentimentIntensityAnalyzer")()  # noqa: B009 - it has no types
    return lambda text: _sign(analyser.polarity_scores(text)["compound"], 0.05)


def _afinn(module: object) -> Judge:
    afinn = getattr(module, "Afinn")(emoticons=True)  # noqa: B009
    return lambda text: _sign(afinn.score(text), 1.0)


def _textblob(module: object) -> Judge:
    blob = getattr(module, "TextBlob")  # noqa: B009
    return lambda text: _sign(blob(text).sentiment.polarity, 1e-9)
