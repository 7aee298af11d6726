"""`pressroom eval`: figures that anyone can print again."""

import json
from pathlib import Path

import pytest

from pressroom.cli import run

ROWS = [
    {"text": "I love this, thank you!", "label": "positive"},
    {"text": "What a terrible delay, I want my money back", "label": "negative"},
    {"text": "When does the shop open on Monday?", "label": "neutral"},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    lines = "\n".join(json.dumps(row) for row in ROWS)
    (tmp_path / "sentiment_airline.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_a_labelled_set_is_measured(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Quality, time, calibration and the share without an answer, for scripts too."""
    code = run(["eval", "run", "analysis", "--part", "sentiment", "--data", str(data), "--json"])

    tables = {table["data"]: table for table in json.loads(capsys.readouterr().out)}
    ours = tables["airline"]["rows"][0]
    assert code == 0
    assert (ours["system"], ours["macro_recall"], ours["unknown"]) == ("pressroom", 100, 0)
    assert ours["microseconds"] > 0
    assert 0 <= ours["calibration_error"] <= 100
    assert tables["own cases"]["texts"] >= 150


def test_without_data_our_own_cases_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """Someone who has no labelled set still sees figures."""
    code = run(["eval", "run", "analysis", "--part", "sentiment"])

    assert code == 0
    assert "all families" in capsys.readouterr().out


def test_a_folder_without_sets_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what is missing and what to do."""
    code = run(["eval", "run", "analysis", "--data", str(tmp_path)])

    said = capsys.readouterr().err
    assert code == 2
    assert said.count("\n") == 1
    assert "--data" in said
    assert "sentiment_airline.jsonl" in said


def test_an_unknown_part_or_eval_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    """A typing slip is answered with the choice."""
    assert run(["eval", "run", "analysis", "--part", "feelings"]) == 2
    assert "sentiment" in capsys.readouterr().err
    assert run(["eval", "run", "everything"]) == 2
    assert "analysis" in capsys.readouterr().err


def test_what_can_be_measured_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """The list is the way in."""
    assert run(["eval", "list"]) == 0
    assert "analysis" in capsys.readouterr().out


PARTS = ("toxicity", "spam", "intent", "reply-need", "language")


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_measured_on_cases_of_our_own(
    part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And does well there: they are ordinary comments, in several languages."""
    assert run(["eval", "run", "analysis", "--part", part, "--json"]) == 0

    [table] = json.loads(capsys.readouterr().out)
    assert (table["part"], table["data"]) == (part, "own cases")
    assert table["rows"][0]["macro_f1"] >= 85


def test_every_part_is_measured_where_there_is_a_set_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ours, what others reach where that is known, and the time."""
    sets = {
        "toxicity_olid": [{"text": "You idiots", "label": 1}, {"text": "Good day", "label": 0}],
        "spam_sms": [
            {"text": "WIN cash now!!! http://a.example", "label": 1},
            {"text": "Hi", "label": 0},
        ],
        "reply_complaints": [
            {"text": "It broke. I want a refund", "label": 1},
            {"text": "Ok", "label": 0},
        ],
        "reply_tweet_acts": [
            {"text": "When do you open?", "label": "QUE"},
            {"text": "Ok", "label": "STM"},
        ],
        "sentiment_umsab_es": [{"text": "¿Dónde está la tienda más cercana?", "label": "neutral"}],
        "dup_retweets": [
            {"text": "The shop is open today", "text2": "RT the shop is open today", "label": 1},
            {"text": "The shop is open today", "text2": "It rains in Paris", "label": 0},
        ],
        "dup_sts_headlines_tweets": [
            {"text": "The shop is open today", "text2": "The shop is open", "score": 4.0},
            {"text": "The shop is open today", "text2": "It rains in Paris", "score": 0.0},
        ],
        "sentiment_score_vader_nyt": [
            {"text": "A wonderful evening", "score": 2.0},
            {"text": "A horrible mess", "score": -2.0},
        ],
        "keywords_kpcrowd_en": [{"text": "Tulips bloom. Tulips sell.", "keywords": ["tulips"]}],
    }
    for name, rows in sets.items():
        text = "\n".join(json.dumps(row) for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")

    assert run(["eval", "run", "analysis", "--data", str(tmp_path), "--json"]) == 0

    tables = json.loads(capsys.readouterr().out)
    by_data = {table["data"]: table for table in tables}
    assert {table["part"] for table in tables} == {
        *PARTS, "sentiment", "copies", "scores", "keywords", "whole",
    }  # fmt: skip
    assert by_data["dup_retweets"]["rows"][0]["macro_f1"] == 100
    assert by_data["dup_sts_headlines_tweets"]["rows"][0]["correlation"] == pytest.approx(1)
    assert by_data["toxicity_olid"]["rows"][-1]["system"] == "classical (quoted)"
    assert by_data["time of every part together"]["rows"][0]["microseconds"] > 0


def test_a_broken_line_of_a_set_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not a traceback from the middle of a long run."""
    (tmp_path / "spam_sms.jsonl").write_text('{"text": "Hi", "label": 0}\n{"label": 1}\n')

    assert run(["eval", "run", "analysis", "--part", "spam", "--data", str(tmp_path)]) == 2

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "line 2 of spam_sms.jsonl" in said


def test_a_part_that_needs_sets_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty answer would look like a good one."""
    assert run(["eval", "run", "analysis", "--part", "copies"]) == 2
    assert "--data" in capsys.readouterr().err


def test_a_line_fits_an_ordinary_terminal(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "run", "analysis", "--data", str(data)]) == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("pressroom")]
    assert rows
    assert all(len(line.expandtabs(9)) <= 80 for line in rows)
