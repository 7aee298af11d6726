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
