"""Every answer has one meaning, read from its code; what is not understood is never a no."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pressroom.domain.effects import NotSent, Refused, Unknown
from pressroom.errors import ChannelRefused, ChannelUnavailable
from pressroom.platforms.answers import Finding
from pressroom.platforms.graph_codes import CODES, SUBCODES, classify_graph
from pressroom.platforms.wire import Answer
from pressroom.platforms.x_codes import classify_x

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
NO_REPLY = "Reply to this conversation is not allowed because you have not been mentioned."


def graph(code: int, sub: int = 0, *, status: int = 400, **more: Any) -> Finding:
    error = {"message": f"(#{code}) words", "code": code, **more}
    if sub:
        error["error_subcode"] = sub
    answer = Answer("facebook.feed", status, {"error": error}, more.pop("headers", {}))
    return classify_graph(answer, "Facebook", "pages_manage_posts")


def on_x(status: int, detail: str = "", headers: dict[str, str] | None = None) -> Finding:
    body = {"title": "words", "detail": detail, "status": status} if detail else {}
    return classify_x(Answer("x.post", status, body, headers or {}), NOON, "tweet.write")


@pytest.mark.parametrize("code", [4, 17, 32, 341, 613, 80001, 80002, 80006])
@pytest.mark.parametrize("status", [400, 403, 500])
def test_a_throttle_is_certain_whatever_the_http_status(code: int, status: int) -> None:
    """Graph throttles with 403 or 400, and says `is_transient`: only the code counts."""
    outcome = graph(code, status=status, is_transient=True).outcome("visible")

    assert isinstance(outcome, NotSent)


@pytest.mark.parametrize(
    ("code", "sub"),
    [(1, 0), (2, 0), (-1, 2207001), (-2, 2207003), (4, 2207051), (506, 0), (100, 1366051)],
)
def test_codes_that_come_although_the_post_is_live_are_unknown(code: int, sub: int) -> None:
    """Transient errors, spam suspicion and duplicates are settled by reading, not by a retry."""
    assert isinstance(graph(code, sub).outcome("visible"), Unknown)


@pytest.mark.parametrize("code", [190, 102, 104, 3, 10, 200, 210, 299, 283, 368, 100, 197, 1500])
def test_a_refusal_says_what_to_do(code: int) -> None:
    """Token, scope, policy or request: nothing is live, and a person learns what helps."""
    outcome = graph(code).outcome("visible")

    assert isinstance(outcome, Refused)
    assert outcome.fix
    assert outcome.trace.platform_code == str(code)


def test_a_missing_scope_is_named() -> None:
    """The fix for a permission error names the permission."""
    assert "pages_manage_posts" in graph(200).fix
    assert "tweet.write" in on_x(403, "You are not permitted to perform this action.").fix


@pytest.mark.parametrize("code", [9, 24, 9007])
def test_not_ready_and_used_up_are_certain_and_may_be_tried_again(code: int) -> None:
    """Instagram refuses a container that is not ready or gone without publishing anything."""
    outcome = graph(code).outcome("visible")

    assert isinstance(outcome, NotSent)
    assert outcome.retry_after


def test_a_code_nobody_knows_is_unknown_where_it_could_be_seen() -> None:
    """A new code of the platform must not become a second post, nor a lost one."""
    assert isinstance(graph(987654).outcome("visible"), Unknown)
    assert isinstance(graph(987654).outcome("invisible"), NotSent)


def test_an_error_inside_a_success_is_an_error() -> None:
    """Graph may answer 200 with an error in the body."""
    assert isinstance(graph(190, status=200).outcome("visible"), Refused)


def test_the_wait_is_the_one_that_the_header_asks_for() -> None:
    """Minutes in X-Business-Use-Case-Usage; calling on would lengthen the block."""
    usage = '{"1":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":19}]}'
    answer = Answer(
        "facebook.feed",
        400,
        {"error": {"code": 80001, "message": "too many"}},
        {"x-business-use-case-usage": usage},
    )

    finding = classify_graph(answer, "Facebook")

    assert finding.retry_after == timedelta(minutes=19)


@pytest.mark.parametrize(
    ("status", "detail", "expected"),
    [
        (400, "One or more parameters to your request was invalid.", Refused),
        (401, "Unauthorized", Refused),
        (402, "does not have any credits to fulfill this request.", Refused),
        (403, DUPLICATE, Unknown),
        (403, NO_REPLY, Refused),
        (403, "You are not permitted to perform this action.", Refused),
        (403, "words that are new", Refused),
        (403, "", Unknown),
        (404, "Not Found", Refused),
        (418, "words", Unknown),
        (429, "Too Many Requests", NotSent),
        (429, "", NotSent),
        (500, "Internal", Unknown),
        (503, "", Unknown),
        (200, "", Unknown),
        (302, "", Unknown),
    ],
)
def test_x_answers_mean(status: int, detail: str, expected: type) -> None:
    """X tells its refusals apart by status, and its 403s by their words."""
    assert isinstance(on_x(status, detail).outcome("visible"), expected)


def test_x_says_when_the_window_opens_again() -> None:
    """The reset of the rate limit is unix seconds."""
    reset = str(int(NOON.timestamp()) + 300)
    headers = {
        "x-rate-limit-limit": "100",
        "x-rate-limit-remaining": "0",
        "x-rate-limit-reset": reset,
    }

    assert on_x(429, "Too Many Requests", headers).retry_after == timedelta(minutes=5)


@pytest.mark.parametrize("classify", [classify_graph, lambda a, _: classify_x(a, NOON)])
@pytest.mark.parametrize(
    ("failure", "visible", "invisible"),
    [("never left", NotSent, NotSent), ("lost", Unknown, NotSent)],
)
def test_a_broken_exchange_is_unknown_only_where_it_may_have_acted(
    classify: Any, failure: Any, visible: type, invisible: type
) -> None:
    """No connection means nothing happened; no answer means nobody knows."""
    finding = classify(Answer("a.b", failure=failure, excerpt="ReadTimeout"), "Facebook")

    assert isinstance(finding.outcome("visible"), visible)
    assert isinstance(finding.outcome("invisible"), invisible)


def test_questions_raise_for_who_acts() -> None:
    """Reading raises `ChannelUnavailable` to ask again, `ChannelRefused` for a person."""
    assert isinstance(graph(4).error(), ChannelUnavailable)
    assert isinstance(graph(2, status=500).error(), ChannelUnavailable)
    assert isinstance(graph(190).error(), ChannelRefused)


def test_every_refusal_in_the_table_has_a_fix_or_a_scope() -> None:
    """A refusal without advice leaves its reader alone; plain request errors name the field."""
    silent = {105, 194, 352, 3001}
    for key, meaning in {**CODES, **SUBCODES}.items():
        if meaning.kind in {"token", "policy", "gone", "duplicate", "suspected"}:
            assert meaning.fix, key
        if meaning.kind == "request" and key not in silent:
            assert meaning.fix, key
