"""Gemini, asked: the only place that calls it, with every way it can fail turned into a reason."""

import asyncio
import contextvars
import hashlib
import json
import logging
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from pydantic import BaseModel, SecretStr, ValidationError

from pressroom.agents.breaker import Breaker, BreakerRule, CircuitState
from pressroom.agents.failures import BAD_ANSWERS, OUTAGES, Failure, explain, explain_finish
from pressroom.clock import Clock
from pressroom.domain.ports import Cache, Limiter, ModelReply, Question, Rate
from pressroom.errors import ModelAnswerInvalid, ModelError, ModelOff, ModelUnavailable

if TYPE_CHECKING:  # importing it takes three seconds; `pressroom --help` must not pay them
    from langchain_google_genai import ChatGoogleGenerativeAI

T = TypeVar("T", bound=BaseModel)

log = logging.getLogger(__name__)

DEFAULT_MODEL = "gemini-3.8-flash"
PUBLIC_URL = "https://generativelanguage.googleapis.com"


@dataclass(frozen=True, slots=True)
class GeminiConfig:
    """How Gemini is asked."""

    api_key: SecretStr = field(default_factory=lambda: SecretStr(""))
    model: str = DEFAULT_MODEL
    base_url: str = PUBLIC_URL
    """Always given to the client, which would otherwise let LANGSMITH_GATEWAY choose."""
    timeout: timedelta = timedelta(seconds=30)
    """For one attempt, from the first byte sent to the last received."""
    max_attempts: int = 3
    deadline: timedelta = timedelta(seconds=75)
    """For all attempts of one question and the pauses between them."""
    first_pause: timedelta = timedelta(seconds=1)
    """Before the second attempt where Gemini names no delay; it doubles from there."""
    requests_per_minute: int = 60
    longest_budget_wait: timedelta = timedelta(seconds=15)
    """How long a question waits for our own rate budget before the fallback answers."""
    breaker: BreakerRule = field(default_factory=BreakerRule)
    cache_ttl: timedelta = timedelta(hours=24)
    """Zero keeps no answers."""


@dataclass(slots=True)
class _Seat:
    """The client of one event loop: a client used in two loops fails every second time."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    chat: "ChatGoogleGenerativeAI | None" = None


@dataclass(slots=True)
class _Tally:
    """What one question has cost so far."""

    attempts: int = 0
    bad_answers: int = 0
    input_tokens: int = 0
    output_tokens: int = 0


class GeminiModel:
    """Gemini as a `Model`: typed answers, or a `ModelError` with a reason of `failures.Reason`.

    Nothing is imported or opened before the first question. One object may be used from
    several event loops; the circuit breaker is shared by all of them. Tracing to LangSmith
    is off for these calls whatever the environment says: briefs and comments stay here.
    """

    def __init__(
        self,
        config: GeminiConfig,
        *,
        clock: Clock,
        limiter: Limiter | None = None,
        cache: Cache | None = None,
        rng: random.Random | None = None,
    ) -> None:
        self._config = config
        self._clock = clock
        self._limiter = limiter
        self._cache = cache
        self._rng = rng or random.Random()  # noqa: S311 - spreads retries, guards nothing
        self._breaker = Breaker(config.breaker)
        self._seats: WeakKeyDictionary[asyncio.AbstractEventLoop, _Seat] = WeakKeyDictionary()

    @property
    def circuit(self) -> CircuitState:
        """Where the circuit breaker stands now."""
        return self._breaker.state(self._clock.now())

    async def ask(self, question: Question[T]) -> ModelReply[T]:
        """One checked answer; retries that make sense are already made.

        Raises:
            ModelError: No usable answer; `reason` says why, in one of the fixed codes.
        """
        if not self._config.api_key.get_secret_value():
            raise ModelOff("No Gemini key is set.", reason="no-key", fix="Set GOOGLE_API_KEY.")
        key = self._cache_key(question)
        kept = await self._recall(key, question)
        if kept is not None:
            return kept
        self._enter_circuit()
        try:
            reply = await self._ask_with_retries(question)
        except ModelError as err:
            self._note_failure(err)
            raise
        except BaseException:
            self._breaker.withdraw()
            raise
        self._breaker.succeed()
        await self._keep(key, reply, question.about)
        return reply

    async def aclose(self) -> None:
        """Close what was opened in the running event loop; asking again opens it anew."""
        seat = self._seats.pop(asyncio.get_running_loop(), None)
        if seat is not None and seat.chat is not None:
            await seat.chat.aclose()
            if seat.chat.client is not None:
                await seat.chat.client.aio.aclose()

    def _enter_circuit(self) -> None:
        now = self._clock.now()
        if self._breaker.admit(now):
            return
        wait = self._breaker.opens_in(now)
        cause = self._breaker.cause
        raise ModelUnavailable(
            f"Not asked: the circuit is {self._breaker.state(now)} because of {cause}.",
            reason="quota-day" if cause == "quota-day" else "breaker-open",
            retry_after=wait,
        )

    def _note_failure(self, err: ModelError) -> None:
        now = self._clock.now()
        if isinstance(err, ModelUnavailable) and err.reason == "quota-day":
            self._breaker.open_for(now, err.retry_after or timedelta(hours=1), err.reason)
        elif err.reason in OUTAGES:
            self._breaker.fail(now, err.reason)
        elif err.reason == "rate-budget":
            self._breaker.withdraw()
        else:
            self._breaker.succeed()  # it answered, if not as we wished

    async def _ask_with_retries(self, question: Question[T]) -> ModelReply[T]:
        started = self._clock.now()
        deadline = started + self._config.deadline
        tally = _Tally()
        while True:
            await self._take_permit(deadline, tally.attempts)
            tally.attempts += 1
            answer = await self._ask_once(question, tally)
            if not isinstance(answer, Failure):
                return self._reply(answer, tally, started)
            log.info("%s, attempt %d: %s", question.prompt, tally.attempts, answer.reason)
            pause = self._pause(answer, tally)
            await self._tell_limiter(answer)
            if pause is None or self._clock.now() + pause > deadline:
                raise answer.error(tally.attempts)
            await self._clock.sleep(pause)

    def _pause(self, failure: Failure, tally: _Tally) -> timedelta | None:
        """How long to wait before the next attempt; None for no further attempt."""
        if not failure.again or tally.attempts >= self._config.max_attempts:
            return None
        if failure.reason in BAD_ANSWERS:
            tally.bad_answers += 1
            return timedelta(0) if tally.bad_answers == 1 else None
        if failure.wait is not None:
            return failure.wait
        grown = self._config.first_pause * 2.0 ** (tally.attempts - 1)
        return grown * (1.0 + 0.25 * self._rng.random())

    async def _take_permit(self, deadline: datetime, attempts: int) -> None:
        if self._limiter is None:
            return
        rates = [Rate(self._config.requests_per_minute, timedelta(minutes=1))]
        latest = min(deadline, self._clock.now() + self._config.longest_budget_wait)
        while (wait := await self._limiter.take(self._limit_key, rates)) is not None:
            if self._clock.now() + wait > latest:
                raise ModelUnavailable(
                    f"The budget of {self._config.requests_per_minute} calls a minute is used up.",
                    reason="rate-budget",
                    attempts=attempts,
                    retry_after=wait,
                )
            await self._clock.sleep(wait)

    async def _tell_limiter(self, failure: Failure) -> None:
        """Let other processes on the same budget know that Gemini asked us to wait."""
        if self._limiter is not None and failure.wait is not None:
            await self._limiter.close_until(self._limit_key, failure.wait)

    @property
    def _limit_key(self) -> str:
        return f"gemini:{self._config.model}"

    async def _ask_once(self, question: Question[T], tally: _Tally) -> T | Failure:
        seat = self._seats.setdefault(asyncio.get_running_loop(), _Seat())
        try:
            # An empty context: no callback or tracer of a surrounding graph sees the prompt.
            task = asyncio.create_task(
                self._call(seat, question, 1 + tally.bad_answers), context=contextvars.Context()
            )
            raw = await task
        except Exception as err:  # noqa: BLE001 - the client lets through whatever it stumbles over
            return explain(err, self._clock.now())
        usage: Mapping[str, Any] = getattr(raw, "usage_metadata", None) or {}
        tally.input_tokens += int(usage.get("input_tokens") or 0)
        tally.output_tokens += int(usage.get("output_tokens") or 0)
        text = str(raw.text)
        return explain_finish(raw.response_metadata, text) or read_answer(question, text)

    async def _call(self, seat: _Seat, question: Question[T], budget: int) -> Any:
        """The raw message; *budget* multiplies the output tokens allowed."""
        async with seat.lock:
            if seat.chat is None:
                seat.chat = await asyncio.to_thread(self._connect)
        from langsmith import tracing_context  # noqa: PLC0415 - quick now: `_connect` imported it

        chat = seat.chat.model_copy(
            update={
                "temperature": question.temperature,
                "max_output_tokens": question.max_output_tokens * budget,
            }
        )
        asking = chat.with_structured_output(
            question.answer, method="json_schema", include_raw=True
        )
        with tracing_context(enabled=False):
            async with asyncio.timeout(self._config.timeout.total_seconds()):
                out = await asking.ainvoke([("system", question.system), ("human", question.user)])
        return out["raw"]  # type: ignore[index]  # include_raw gives a dict; the stub says either

    def _connect(self) -> "ChatGoogleGenerativeAI":
        # Three seconds of imports: in a thread, and only once something is asked.
        from google.genai import Client  # noqa: PLC0415
        from google.genai.types import HttpOptions  # noqa: PLC0415
        from langchain_google_genai import ChatGoogleGenerativeAI  # noqa: PLC0415

        key, url = self._config.api_key, self._config.base_url
        chat = ChatGoogleGenerativeAI(
            model=self._config.model,
            api_key=key,
            base_url=url,
            vertexai=False,
            timeout=self._config.timeout.total_seconds(),
            max_retries=1,
        )
        if chat.client is not None and chat.client.vertexai:
            # GOOGLE_GENAI_USE_VERTEXAI is set: the client obeys it whatever its wrapper was told.
            chat.client = Client(
                vertexai=False,
                api_key=key.get_secret_value(),
                http_options=HttpOptions(base_url=url),
            )
        return chat

    def _reply(self, answer: T, tally: _Tally, started: datetime) -> ModelReply[T]:
        return ModelReply(
            value=answer,
            model=self._config.model,
            attempts=tally.attempts,
            input_tokens=tally.input_tokens,
            output_tokens=tally.output_tokens,
            seconds=(self._clock.now() - started).total_seconds(),
        )

    def _cache_key(self, question: Question[T]) -> str:
        asked = [
            question.prompt,
            question.system,
            question.user,
            self._config.model,
            question.temperature,
            question.max_output_tokens,
            question.answer.model_json_schema(),
        ]
        text = json.dumps(asked, sort_keys=True, ensure_ascii=False)
        return "gemini:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()

    async def _recall(self, key: str, question: Question[T]) -> ModelReply[T] | None:
        """The kept answer to an equal question, if there is one that still passes."""
        if self._cache is None or not self._config.cache_ttl:
            return None
        entry = await self._cache.get(key)
        kept = entry.get("answer") if isinstance(entry, dict) else entry
        if not isinstance(kept, str):
            return None
        answer = read_answer(question, kept)
        if isinstance(answer, Failure):
            return None
        return ModelReply(answer, self._config.model, 0, 0, 0, 0.0, from_cache=True)

    async def _keep(self, key: str, reply: ModelReply[T], about: Sequence[str]) -> None:
        if self._cache is not None and self._config.cache_ttl:
            # An answer to somebody need not repeat a word of theirs: only this tells whose it is.
            entry = {"answer": reply.value.model_dump_json(), "about": list(about)}
            await self._cache.put(key, entry, self._config.cache_ttl)


def read_answer(question: Question[T], text: str) -> T | Failure:
    """The answer that *text* holds. Strictly: a repaired half sentence is no answer."""
    bare = text.strip().removeprefix("```json").removeprefix("```").removesuffix("```").strip()
    try:
        plain = json.loads(bare)
    except ValueError:
        return Failure("malformed", "It was no JSON.", again=True)
    try:
        answer = question.answer.model_validate(plain)
        return answer if question.accept is None else question.accept(answer)
    except ValidationError as err:
        first = err.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        return Failure("schema", f"{where}: {first['msg']}.", again=True)
    except ModelAnswerInvalid as err:
        return Failure("rule", err.message, again=True)
