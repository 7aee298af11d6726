"""Text from outside may be as long and as odd as somebody likes: reading it stays linear."""

import ast
import importlib
import re
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from pressroom.agents import wording
from pressroom.agents.links import links_in
from pressroom.analysis.keywords import extract_keywords
from pressroom.analysis.numbered import read_items
from pressroom.domain.weighted_length import weighted_length
from pressroom.domain.wording import bare_addresses
from pressroom.tools.event_text import read_description
from pressroom.tools.trends import plain
from tests.regex_steps import CountingMatcher, TooMany
from tests.test_architecture import MODULES, room_of

ROOMS = {"agents", "analysis", "domain", "graphs", "platforms", "prompts", "storage", "tools"}
"""Rooms in which somebody else's text is read."""
OF_COMMENTS = {
    *("analysis.spam", "analysis.tokens", "analysis.disguise", "analysis.fact_matching"),
    *("domain.reading", "domain.cautions", "agents.reply_checks"),
}
"""What these read is a comment or an answer: `domain.comment.as_read` caps it at 10,000 characters,
and no platform takes a longer answer."""
OF_OUR_OWN_FILES = {"prompts.loader"}
"""What these read comes with the package."""


def patterns() -> Iterator[tuple[str, int]]:
    """Every regular expression of those rooms, with its flags: named ones, and those in calls."""
    for dotted, file in MODULES:
        if room_of(dotted) not in ROOMS or "migrations" in dotted:
            continue
        if dotted in OF_OUR_OWN_FILES | OF_COMMENTS:
            continue
        for value in vars(importlib.import_module(f"pressroom.{dotted}")).values():
            for one in value.values() if isinstance(value, dict) else (value,):
                if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                    yield one.pattern, one.flags & ~re.UNICODE
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called.startswith("re.") and node.args:
                written = getattr(node.args[0], "value", None)
                if isinstance(written, str):
                    yield written, 0


PATTERNS = sorted(set(patterns()))
ATOMS = (
    "a", "1", " ", "\n", ".", "!", "#", "-", "_", "<", "(", "/", "@",
    "a.", "a-", "#a ", "1,", '!"', "<a ", "a: ", " - ", "http://", "a.com/", "://a:", "link ",
    "two ",
)  # fmt: skip
AROUND = (("", ""), ("", "\x00"), ("a: x", " !"))
LENGTH = 24


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS, ids=[ascii(p)[:60] for p, _ in PATTERNS])
def test_four_times_the_text_takes_no_square_of_the_steps(pattern: str, flags: int) -> None:
    """About four times is right; sixteen lets one comment or feed stop the whole house."""
    for atom, (start, end) in product(ATOMS, AROUND):
        short, long = (
            steps(pattern, flags, f"{start}{atom * (length // len(atom))}{end}")
            for length in (LENGTH, 4 * LENGTH)
        )
        around = f"{start!r} + {atom!r} × n + {end!r}"
        assert long <= 8 * short, f"{around}: {short} → {long} steps"


def steps(pattern: str, flags: int, text: str) -> int:
    """How many steps it takes to find all matches in *text*."""
    matcher = CountingMatcher(pattern, flags)
    try:
        found = matcher.spans(text)
    except TooMany:
        return matcher.steps
    real = [match.span() for match in re.compile(pattern, flags).finditer(text)]
    assert found == real, "the counting matcher does not do what Python's does"
    return matcher.steps


N = 100_000
NAMES = " ".join(f"word{number}" for number in range(N // 8))
"""So many different words that each pair of them is too many pairs."""


@pytest.mark.parametrize(
    ("read", "text", "result"),
    [
        (wording.sentences, "!" * N, ["!" * N]),
        (lambda text: wording.fit(wording.sentences(text), N), "So. " * (N // 4), None),
        (lambda text: wording.shorten(text, 9), "a" * N, "aaaaaaa…"),
        (lambda text: wording.split_hashtags(text)[0], "Come. " + "#a " * N, "Come."),
        (lambda text: wording.split_hashtags(text)[0][-5:], "#a " * N + "!", "a a !"),
        (links_in, "a." * N, []),
        (links_in, "a." * N + "com", ["a." * N + "com"]),
        (lambda text: wording.without_links(text, text), "a.com " * N, ""),
        (lambda text: len(wording.invented(text, "b.com")), "a.com " * N, N),
        (lambda text: len(extract_keywords([text, text])), NAMES, 10),
        (read_items, "a" + " " * N + "b", ["a b"]),
        (lambda text: read_description(text)[1][:9], "<br>" + "<a " * N, "<a <a <a "),
        (lambda text: read_description(text)[0], "cta: Go" + " " * N + "x", None),
        (lambda text: plain(text, 5), "<" * N, "<<<<…"),
        (bare_addresses, "a." * N + "1", "a." * N + "1"),
        (bare_addresses, "see https://www.Example.com/ " * 2, "see example.com see example.com"),
        (weighted_length, "\U0001f469\u200d" * N, None),
    ],
)
def test_the_oddest_text_is_read_to_its_end(
    read: Callable[[str], object], text: str, result: object
) -> None:
    """Nothing is looked at again for each thing that came before it: else these never end."""
    found = read(text)

    assert found == result if result is not None else found
