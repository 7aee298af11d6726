"""Gemini fails in many ways: each ends in a fallback, a reason, and as many calls as help."""

import asyncio
import traceback
from datetime import timedelta
from typing import Any

import pytest
from langchain_core.callbacks import AsyncCallbackHandler
from langchain_core.runnables import RunnableLambda
from langchain_core.tracers.langchain import wait_for_all_tracers
from langsmith.utils import get_env_var
from pydantic import SecretStr

from pressroom.agents.failures import REASONS
from pressroom.agents.propose import WORDS
from pressroom.clock import ManualClock
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.errors import ModelAnswerInvalid, ModelError, ModelOff, ModelUnavailable
from tests.agents.questions import Answer, ideas, question

from .conftest import KEY, NOON, Gemini, MakeModel


async def test_a_good_answer_is_used_and_accounted_for(
    gemini: Gemini, make_model: MakeModel, brief: Brief, brand: Brand
) -> None:
    """Who said it, with which prompt, for how many tokens and how much money."""
    made = await ideas(make_model(), brief, brand)
    told = made.provenance
    assert (told.made_by, told.reason, told.attempts) == ("gemini", "", 1)
    assert told.model == "gemini-3.8-flash"
    assert told.prompt.startswith("social_media/ideas@1+")
    assert told.input_tokens > 0
    assert told.cost_usd is not None
    assert told.cost_usd > 0
    assert gemini.calls() == 1


async def test_the_request_is_what_the_contract_asks_for(
    gemini: Gemini, make_model: MakeModel
) -> None:
    """Structured output, our system text, our limits, and the key in its header only."""
    await make_model().ask(question(temperature=0.3, max_output_tokens=777))
    [sent] = [one for one in gemini.requests() if one["operation"] == "gemini.generate"]
    config = sent["json"]["generationConfig"]
    assert config["responseMimeType"] == "application/json"
    assert set(config["responseJsonSchema"]["properties"]) == {"headline", "hashtags"}
    assert (config["temperature"], config["maxOutputTokens"]) == (0.3, 777)
    assert sent["json"]["systemInstruction"]["parts"][0]["text"] == "You write headlines."
    assert KEY not in str(sent)


TABLE: list[tuple[str, dict[str, Any], str, int]] = [
    ("throttle", {"seconds": 5}, "rate-limited", 3),
    ("retry_info", {"seconds": 600}, "rate-limited", 1),
    ("quota_day", {"seconds": 5}, "quota-day", 1),
    ("error_before", {}, "unavailable", 3),
    ("error_before", {"status": 500}, "unavailable", 3),
    ("error_after", {"status": 504}, "timeout", 3),
    ("bad_gateway_html", {}, "unavailable", 3),
    ("drop_before", {}, "network", 3),
    ("drop_after", {}, "network", 3),
    ("malformed", {}, "malformed", 2),
    ("empty", {}, "malformed", 2),
    ("truncate", {}, "truncated", 2),
    ("wrong_schema", {}, "schema", 2),
    ("safety_block", {}, "blocked-answer", 1),
    ("safety_block", {"message": "RECITATION"}, "blocked-answer", 1),
    ("prompt_block", {}, "blocked-prompt", 1),
    ("prompt_block", {"message": "OTHER"}, "blocked-prompt", 1),
    ("not_found", {}, "no-such-model", 1),
    ("token_expired", {}, "bad-key", 1),
    ("refuse", {"status": 403}, "bad-key", 1),
    ("refuse", {"status": 400}, "bad-request", 1),
]


@pytest.mark.parametrize(("action", "how", "reason", "calls"), TABLE)
async def test_every_fault_ends_in_a_fallback_with_its_reason(
    gemini: Gemini,
    make_model: MakeModel,
    brief: Brief,
    brand: Brand,
    *,
    action: str,
    how: dict[str, Any],
    reason: str,
    calls: int,
) -> None:
    """Retried where that may help, not where it cannot; never an exception, never a bare answer."""
    gemini.fail(action, times=0, **how)
    made = await ideas(make_model(), brief, brand)
    assert made.provenance.made_by == "fallback"
    assert made.provenance.reason == reason
    assert made.provenance.attempts == gemini.calls() == calls
    assert WORDS[reason] in made.provenance.why
    assert made.value == (await ideas(None, brief, brand)).value


@pytest.mark.parametrize(
    ("action", "how", "reason", "calls"),
    [
        row
        for row in TABLE
        if row[0] in ("retry_info", "bad_gateway_html", "drop_after", "malformed")
    ],
)
async def test_faults_mean_the_same_where_aiohttp_is_installed(
    gemini: Gemini,
    make_model: MakeModel,
    monkeypatch: pytest.MonkeyPatch,
    *,
    action: str,
    how: dict[str, Any],
    reason: str,
    calls: int,
) -> None:
    """Google's library then speaks through it, and raises other errors for the same faults."""
    monkeypatch.setattr("google.genai._api_client.has_aiohttp", True)
    gemini.fail(action, times=0, **how)
    with pytest.raises(ModelError) as err:
        await make_model().ask(question())
    assert (err.value.reason, gemini.calls()) == (reason, calls)


async def test_a_slow_answer_is_not_waited_for(
    gemini: Gemini, make_model: MakeModel, brief: Brief, brand: Brand
) -> None:
    """The person who waits for the pipeline waits for a bounded time."""
    gemini.fail("slow", times=0, seconds=20)
    made = await ideas(make_model(timeout=timedelta(seconds=1), max_attempts=2), brief, brand)
    assert (made.provenance.reason, gemini.calls()) == ("timeout", 2)


async def test_nobody_listening_is_a_network_failure(
    make_model: MakeModel, brief: Brief, brand: Brand
) -> None:
    """No network at all is the commonest fault of a laptop."""
    made = await ideas(make_model(base_url="http://127.0.0.1:9"), brief, brand)
    assert made.provenance.reason == "network"


@pytest.mark.parametrize(
    "action",
    ["throttle", "error_before", "drop_after", "malformed", "truncate", "wrong_schema", "empty"],
)
async def test_a_fault_that_passes_costs_an_attempt_and_nothing_else(
    gemini: Gemini, make_model: MakeModel, brief: Brief, brand: Brand, action: str
) -> None:
    """One hiccup must not turn a campaign into template text."""
    gemini.fail(action, times=1)
    made = await ideas(make_model(), brief, brand)
    assert (made.provenance.made_by, made.provenance.attempts) == ("gemini", 2)


async def test_a_cut_answer_is_asked_for_again_with_more_room(
    gemini: Gemini, make_model: MakeModel
) -> None:
    """Asking again with the same limit would be cut at the same place."""
    gemini.fail("truncate", times=1)
    await make_model().ask(question(max_output_tokens=500))
    sent = [one for one in gemini.requests() if one["operation"] == "gemini.generate"]
    room = [one["json"]["generationConfig"]["maxOutputTokens"] for one in sent]
    assert room == [500, 1000]


async def test_the_delay_that_gemini_names_is_kept(
    gemini: Gemini, make_model: MakeModel, clock: ManualClock
) -> None:
    """Asking earlier lengthens the ban; the library on its own would ask after a second."""
    gemini.fail("retry_info", times=1, seconds=36)
    reply = await make_model().ask(question())
    assert reply.attempts == 2
    assert clock.now() - NOON == timedelta(seconds=36)


async def test_pauses_grow_and_all_attempts_end_by_the_deadline(
    gemini: Gemini, make_model: MakeModel, clock: ManualClock
) -> None:
    """However many attempts are allowed, the deadline holds."""
    gemini.fail("error_before", times=0)
    deadline = timedelta(seconds=20)
    with pytest.raises(ModelUnavailable):
        await make_model(max_attempts=50, deadline=deadline).ask(question())
    assert gemini.calls() in (4, 5)  # after 1, 2, 4 and 8 seconds and up to a quarter more
    assert clock.now() - NOON <= deadline


async def test_an_answer_that_breaks_a_rule_is_asked_for_once_more(
    gemini: Gemini, make_model: MakeModel
) -> None:
    """Another roll of the dice may keep the rule; a third would be gambling."""

    def refuse(answer: Answer) -> Answer:
        raise ModelAnswerInvalid("never good enough", reason="rule")

    with pytest.raises(ModelAnswerInvalid) as err:
        await make_model().ask(question(accept=refuse))
    assert (err.value.reason, err.value.attempts, gemini.calls()) == ("rule", 2, 2)


async def test_without_a_key_nothing_is_called(
    gemini: Gemini, make_model: MakeModel, brief: Brief, brand: Brand
) -> None:
    """The reason says which setting is missing."""
    model = make_model(api_key=SecretStr(""))
    with pytest.raises(ModelOff, match="GOOGLE_API_KEY"):
        await model.ask(question())
    assert (await ideas(model, brief, brand)).provenance.reason == "no-key"
    assert gemini.requests() == []


async def test_the_key_is_in_no_repr_and_no_message(gemini: Gemini, make_model: MakeModel) -> None:
    """Errors are logged, pasted into tickets and shown on pages."""
    secret = "very-secret-key"
    model = make_model(api_key=SecretStr(secret))
    with pytest.raises(ModelUnavailable) as err:
        await model.ask(question())
    shown = "".join(traceback.format_exception(err.value)) + repr(model) + repr(vars(model))
    assert err.value.reason == "bad-key"
    assert secret not in shown


def test_one_model_may_be_used_in_one_loop_after_another(
    gemini: Gemini, make_model: MakeModel
) -> None:
    """A client of a closed loop fails; jobs and notebooks open a loop for each call."""
    model = make_model()

    async def once() -> int:
        reply = await model.ask(question())
        await model.aclose()
        return reply.attempts

    assert [asyncio.run(once()) for _ in range(3)] == [1, 1, 1]


async def test_it_can_be_asked_again_after_it_was_closed(make_model: MakeModel) -> None:
    """Closing frees connections and breaks nothing."""
    model = make_model()
    await model.ask(question())
    await model.aclose()
    await model.aclose()
    assert (await model.ask(question())).attempts == 1


async def test_nothing_is_traced_whatever_the_environment_says(
    gemini: Gemini, make_model: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Briefs and comments do not leave for a third party because a variable is set somewhere."""
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", f"{gemini.url}/langsmith")
    monkeypatch.setenv("LANGSMITH_API_KEY", "none")
    monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
    get_env_var.cache_clear()
    try:
        await make_model().ask(question())
        wait_for_all_tracers()
    finally:
        get_env_var.cache_clear()
    assert {one["operation"] for one in gemini.requests()} == {"gemini.generate"}


@pytest.mark.parametrize("name", ["GOOGLE_GENAI_USE_VERTEXAI", "GOOGLE_GENAI_USE_ENTERPRISE"])
async def test_the_environment_does_not_send_it_elsewhere(
    gemini: Gemini, make_model: MakeModel, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A variable that is set for another program must not move our prompts to another service."""
    monkeypatch.setenv(name, "true")
    await make_model().ask(question())
    [sent] = gemini.requests()
    assert sent["path"].startswith("/v1beta/models/gemini-3.8-flash")


async def test_a_graph_around_it_does_not_see_the_prompt(make_model: MakeModel) -> None:
    """A host's callbacks follow its own runs; ours holds other people's words."""

    class Spy(AsyncCallbackHandler):
        seen = 0

        async def on_chat_model_start(self, *_args: Any, **_kwargs: Any) -> None:
            Spy.seen += 1

    async def node(_: int) -> int:
        return (await make_model().ask(question())).attempts

    assert await RunnableLambda(node).ainvoke(0, config={"callbacks": [Spy()]}) == 1
    assert Spy.seen == 0


def test_every_reason_has_words() -> None:
    """A code alone tells a communications person nothing."""
    assert set(WORDS) == set(REASONS)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"headline": "half of', "malformed"),
        ('```json\n{"headline": "h", "hashtags": []}\n```', ""),
        ('{"headline": "h"}', "schema"),
        ('[{"headline": "h", "hashtags": []}]', "schema"),
        ('{"headline": "h", "hashtags": []} trailing', "malformed"),
    ],
)
def test_answers_are_read_strictly(text: str, reason: str) -> None:
    """The library would close a cut answer's brackets and call half a sentence an answer."""
    from pressroom.agents.ask import read_answer

    read = read_answer(question(), text)
    assert getattr(read, "reason", "") == reason
