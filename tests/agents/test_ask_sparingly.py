"""Gemini is not asked while its quota, its circuit or our budget is shut, nor twice the same."""

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pressroom.agents.breaker import BreakerRule
from pressroom.clock import ManualClock
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.ports import Question
from pressroom.errors import ModelAnswerInvalid, ModelError, ModelUnavailable
from tests.agents.questions import Answer, ideas, question

from .conftest import NOON, Gemini, MakeModel, MemoryCache, WindowLimiter


async def test_a_days_quota_stops_the_day_and_not_the_next(
    gemini: Gemini, make_model: MakeModel, clock: ManualClock
) -> None:
    """Whatever delay stands beside it, a day's quota is back at midnight Pacific time."""
    gemini.fail("quota_day", times=1, seconds=5)
    model = make_model()
    with pytest.raises(ModelUnavailable) as first:
        await model.ask(question())
    with pytest.raises(ModelUnavailable) as second:
        await model.ask(question())
    assert (first.value.reason, second.value.reason) == ("quota-day", "quota-day")
    assert gemini.calls() == 1
    midnight = datetime(2026, 11, 25, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert first.value.retry_after == midnight - NOON
    clock.advance(midnight - NOON)
    assert (await model.ask(question())).attempts == 1
    assert model.circuit == "closed"


async def test_the_circuit_opens_after_failures_and_one_trial_closes_it(
    gemini: Gemini, make_model: MakeModel, clock: ManualClock
) -> None:
    """A service that is down is left alone, and found again when it is back."""
    rule = BreakerRule(failures=2, pause=timedelta(seconds=30))
    model = make_model(max_attempts=1, breaker=rule)
    gemini.fail("error_before", times=0)
    for _ in range(2):
        with pytest.raises(ModelUnavailable, match="503"):
            await model.ask(question())
    assert model.circuit == "open"
    with pytest.raises(ModelUnavailable) as refused:
        await model.ask(question())
    assert (refused.value.reason, refused.value.attempts) == ("breaker-open", 0)
    assert refused.value.retry_after == timedelta(seconds=30)
    assert gemini.calls() == 2

    clock.advance(timedelta(seconds=30))
    assert model.circuit == "half-open"
    with pytest.raises(ModelUnavailable, match="503"):
        await model.ask(question())
    clock.advance(timedelta(seconds=59))
    assert model.circuit == "open"  # a failed trial doubles the pause

    clock.advance(timedelta(seconds=1))
    gemini.recover()
    trial, other = await asyncio.gather(
        model.ask(question()), model.ask(question("other")), return_exceptions=True
    )
    assert not isinstance(trial, BaseException)
    assert isinstance(other, ModelUnavailable)
    assert other.reason == "breaker-open"
    assert model.circuit == "closed"


async def test_refusals_and_bad_answers_do_not_open_the_circuit(
    gemini: Gemini, make_model: MakeModel
) -> None:
    """One brief that Gemini will not touch says nothing about the next."""
    model = make_model(breaker=BreakerRule(failures=1))
    gemini.fail("safety_block", times=3)
    for _ in range(3):
        with pytest.raises(ModelError):
            await model.ask(question())
    assert model.circuit == "closed"


async def test_a_cancelled_trial_leaves_the_circuit_open_to_another(
    gemini: Gemini, make_model: MakeModel, clock: ManualClock
) -> None:
    """A run that is stopped during the trial must not keep Gemini shut for ever."""
    model = make_model(max_attempts=1, breaker=BreakerRule(failures=1))
    gemini.fail("error_before", times=1)
    with pytest.raises(ModelUnavailable):
        await model.ask(question())
    clock.advance(timedelta(seconds=30))
    gemini.fail("slow", times=1, seconds=3)
    trial = asyncio.create_task(model.ask(question()))
    while gemini.calls() < 2:
        await asyncio.to_thread(gemini.calls)
    trial.cancel()
    with pytest.raises(asyncio.CancelledError):
        await trial
    assert (await model.ask(question())).attempts == 1


async def test_our_own_budget_is_kept_before_gemini_complains(
    gemini: Gemini, make_model: MakeModel, clock: ManualClock
) -> None:
    """A short wait is waited, a long one is a reason to fall back."""
    limiter = WindowLimiter(clock)
    model = make_model(limiter, requests_per_minute=2)
    for _ in range(2):
        await model.ask(question())
    with pytest.raises(ModelUnavailable) as refused:
        await model.ask(question())
    assert (refused.value.reason, gemini.calls()) == ("rate-budget", 2)
    clock.advance(timedelta(seconds=50))
    await model.ask(question())
    assert clock.now() - NOON == timedelta(seconds=60)
    assert model.circuit == "closed"


async def test_a_throttle_is_told_to_everyone_on_the_same_budget(
    gemini: Gemini, make_model: MakeModel, clock: ManualClock
) -> None:
    """The process next door need not find out for itself."""
    limiter = WindowLimiter(clock)
    gemini.fail("retry_info", times=1, seconds=300)
    with pytest.raises(ModelUnavailable):
        await make_model(limiter).ask(question())
    with pytest.raises(ModelUnavailable) as other:
        await make_model(limiter).ask(question())
    assert (other.value.reason, gemini.calls()) == ("rate-budget", 1)


async def test_an_equal_question_is_answered_from_the_cache(
    gemini: Gemini, make_model: MakeModel, brief: Brief, brand: Brand
) -> None:
    """A run that is done again costs nothing and says the same, and says where from."""
    cache = MemoryCache()
    first = await ideas(make_model(cache=cache), brief, brand)
    again = await ideas(make_model(cache=cache), brief, brand)
    assert gemini.calls() == 1
    assert again.value == first.value
    assert (again.provenance.made_by, again.provenance.attempts) == ("cache", 0)
    assert again.provenance.prompt == first.provenance.prompt


@pytest.mark.parametrize(
    "other",
    [question("another"), question(temperature=0.9), question(max_output_tokens=99)],
    ids=["text", "temperature", "room"],
)
async def test_a_question_that_differs_in_anything_is_asked(
    gemini: Gemini, make_model: MakeModel, other: Question[Answer]
) -> None:
    """The wrong answer out of a cache is worse than none."""
    cache = MemoryCache()
    await make_model(cache=cache).ask(question())
    await make_model(cache=cache).ask(other)
    await make_model(cache=cache, model="gemini-3.5-flash").ask(question())
    assert gemini.calls() == 3


async def test_what_the_cache_holds_is_checked_like_any_answer(
    gemini: Gemini, make_model: MakeModel
) -> None:
    """A file that was tampered with, or written by an older version, is no answer."""
    cache = MemoryCache()
    await make_model(cache=cache).ask(question())
    [key] = cache.kept
    for kept in ('{"headline": 3}', "no json", 42, '{"headline": "x", "hashtags": []}'):
        cache.kept[key] = kept
        picky = question(accept=_refuse_x)
        reply = await make_model(cache=cache).ask(picky)
        assert not reply.from_cache
    assert gemini.calls() == 5


def _refuse_x(answer: Answer) -> Answer:
    if answer.headline == "x":
        raise ModelAnswerInvalid("x", reason="rule")
    return answer


async def test_the_cache_can_be_switched_off_and_forgets_in_time(make_model: MakeModel) -> None:
    """How long an answer may be told again is the operator's choice."""
    cache = MemoryCache()
    await make_model(cache=cache, cache_ttl=timedelta(0)).ask(question())
    assert cache.kept == {}
    await make_model(cache=cache, cache_ttl=timedelta(hours=2)).ask(question())
    assert list(cache.lifetimes.values()) == [timedelta(hours=2)]


async def test_failures_are_not_cached(gemini: Gemini, make_model: MakeModel) -> None:
    """A bad minute must not last a day."""
    cache = MemoryCache()
    gemini.fail("safety_block", times=1)
    with pytest.raises(ModelError):
        await make_model(cache=cache).ask(question())
    assert cache.kept == {}
    assert not (await make_model(cache=cache).ask(question())).from_cache
