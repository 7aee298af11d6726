"""What a failed call of Gemini means: its reason, whether to ask again, and when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from pressroom.errors import ModelAnswerInvalid, ModelError, ModelRefused, ModelUnavailable

Reason = Literal[
    "model-off",  # no model was given, or it was switched off
    "no-key",
    "timeout",
    "rate-budget",  # our own budget of calls
    "rate-limited",  # Gemini's limit for a minute
    "quota-day",  # Gemini's limit for a day
    "unavailable",
    "network",
    "bad-key",
    "no-such-model",
    "bad-request",
    "blocked-prompt",
    "blocked-answer",
    "truncated",
    "malformed",  # no readable answer at all
    "schema",  # an answer in another form than agreed
    "rule",  # an answer in the right form that may not be used
    "breaker-open",
]
REASONS: tuple[Reason, ...] = get_args(Reason)

OUTAGES: frozenset[Reason] = frozenset({"timeout", "rate-limited", "unavailable", "network"})
"""Reasons that say that Gemini itself is in trouble: they open the circuit."""

BAD_ANSWERS: frozenset[Reason] = frozenset({"truncated", "malformed", "schema", "rule"})
"""Reasons for which one more try may bring a better answer, and a third is wasted."""

_QUOTA_DAY_ENDS_IN = ZoneInfo("America/Los_Angeles")  # daily quotas start again at midnight there
_DELAY = re.compile(r"^(\d+(?:\.\d+)?)s$")


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed attempt."""

    reason: Reason
    message: str
    again: bool = False
    """Whether asking again may help."""
    wait: timedelta | None = None
    """How long Gemini asked us to wait."""

    def error(self, attempts: int) -> ModelError:
        """The error that callers see once nothing more is tried."""
        if self.reason in BAD_ANSWERS:
            return ModelAnswerInvalid(self.message, reason=self.reason, attempts=attempts)
        if self.reason in ("blocked-prompt", "blocked-answer"):
            return ModelRefused(self.message, reason=self.reason, attempts=attempts)
        return ModelUnavailable(
            self.message, reason=self.reason, attempts=attempts, retry_after=self.wait
        )


def explain(err: Exception, now: datetime) -> Failure:
    """What *err*, raised by the client library, means."""
    api = _api_error(err)
    if api is not None:
        return _explain_status(*api, now)
    # By name: the library runs on httpx, its fork or aiohttp, whichever it finds installed.
    kinds = {kind.__name__ for kind in type(err).__mro__}
    if kinds & {"TimeoutError", "TimeoutException"}:
        return Failure("timeout", "No answer within the time allowed.", again=True)
    if kinds & {"TransportError", "ClientError", "OSError"}:
        return Failure("network", f"The call failed: {type(err).__name__}.", again=True)
    # Broken JSON, an object of another shape: the library raises what it stumbles over.
    return Failure("malformed", f"The reply was not readable: {type(err).__name__}.", again=True)


def explain_finish(metadata: dict[str, Any], text: str) -> Failure | None:
    """What is wrong with a reply that came whole, by its own account; None for nothing."""
    feedback = metadata.get("prompt_feedback") or {}
    block = _name(feedback.get("block_reason"))
    if block and block != "BLOCKED_REASON_UNSPECIFIED":
        return Failure("blocked-prompt", f"The prompt was blocked: {block}.")
    finish = _name(metadata.get("finish_reason"))
    if finish in _BLOCKS:
        return Failure("blocked-answer", f"The answer was blocked: {finish}.")
    if finish == "MAX_TOKENS":
        return Failure("truncated", "It reached the limit of output tokens.", again=True)
    if finish != "STOP":
        return Failure("malformed", f"It ended with {finish or 'no reason'}.", again=True)
    if not text.strip():
        return Failure("malformed", "It was empty.", again=True)
    return None


_BLOCKS = frozenset(
    {"SAFETY", "RECITATION", "PROHIBITED_CONTENT", "SPII", "BLOCKLIST", "LANGUAGE", "IMAGE_SAFETY"}
)


def _name(value: object) -> str:
    """A finish or block reason as its bare name, whether it came as text or as an enum."""
    return str(getattr(value, "name", value) or "").rpartition(".")[2].upper()


def _api_error(err: Exception) -> tuple[int, dict[str, Any]] | None:
    """Status and body of the HTTP error behind *err*; the library wraps some and not others."""
    for one in (err, err.__cause__):
        code = getattr(one, "code", None)
        if isinstance(code, int):
            body = getattr(one, "details", None)
            inner = body.get("error", body) if isinstance(body, dict) else {}
            return code, inner if isinstance(inner, dict) else {}
    return None


def _explain_status(code: int, body: dict[str, Any], now: datetime) -> Failure:
    said = f"HTTP {code} {body.get('status') or ''}".strip() + "."
    if code == 429:
        return _explain_throttle(said, body, now)
    if code in (401, 403) or (code == 400 and _is_key_error(body)):
        return Failure("bad-key", said)
    if code == 404:
        return Failure("no-such-model", said)
    if code in (408, 504):
        return Failure("timeout", said, again=True)
    if code >= 500:
        return Failure("unavailable", said, again=True)
    return Failure("bad-request", said)


def _explain_throttle(said: str, body: dict[str, Any], now: datetime) -> Failure:
    wait = None
    for detail in _details(body):
        for violation in detail.get("violations") or ():
            # Whatever delay is named beside it, a day's quota is not back in a minute.
            if isinstance(violation, dict) and "PerDay" in str(violation.get("quotaId")):
                return Failure("quota-day", said, wait=until_quota_day_ends(now))
        delay = _DELAY.match(str(detail.get("retryDelay", "")))
        if delay:
            wait = timedelta(seconds=float(delay[1]))
    return Failure("rate-limited", said, again=True, wait=wait)


def until_quota_day_ends(now: datetime) -> timedelta:
    """How long until daily quotas start again: midnight in Pacific time."""
    local = now.astimezone(_QUOTA_DAY_ENDS_IN)
    midnight = datetime(local.year, local.month, local.day, tzinfo=_QUOTA_DAY_ENDS_IN)
    tomorrow = (midnight + timedelta(days=1)).astimezone(now.tzinfo)
    return tomorrow - now


def _is_key_error(body: dict[str, Any]) -> bool:
    if any(detail.get("reason") == "API_KEY_INVALID" for detail in _details(body)):
        return True
    return "api key" in str(body.get("message", "")).lower()


def _details(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    details = body.get("details")
    for detail in details if isinstance(details, list) else ():
        if isinstance(detail, dict):
            yield detail
