"""Who may call the Graph API: tokens, their proofs and scopes, and how much they have used."""

import hashlib
import hmac
import json
from datetime import UTC, datetime

from pressroom.simulator.graph_errors import expired_token, graph_error
from pressroom.simulator.simulation import Simulation, System
from pressroom.simulator.wire import Answer, Call, Refused

HOUR = 3600.0
WITHOUT_TOKEN = frozenset({"exchange_token"})


def token_of(call: Call) -> str | None:
    """The access token, from wherever the client put it."""
    return call.params.get("access_token") or call.bearer()


def admit(sim: Simulation, call: Call, name: str, scope: str | None, *, needs_page: bool) -> None:
    """Let a call with a good token pass.

    Raises:
        Refused: There is no token, or it is unknown, over, of another account, or too weak.
    """
    if name in WITHOUT_TOKEN:
        return
    token = token_of(call)
    if token is None:
        if call.segments[-1:] == ["me"]:
            raise graph_error(2500, status=400)
        raise graph_error(104, "An access token is required to request this resource.", status=400)
    accounts = sim.config.accounts
    state = sim.token_states.get(token, "ok")
    app_token = f"{accounts.app_id}|{accounts.app_secret}"
    if state == "revoked":
        raise graph_error(
            190, "Error validating access token: The session has been invalidated.", subcode=460
        )
    if state == "expired":
        now = sim.now()
        raise expired_token(_spoken(now - HOUR), _spoken(now))
    known = {accounts.page_token, accounts.user_token, accounts.instagram_token, app_token}
    if token not in known:
        raise graph_error(190)
    _check_proof(sim, call, token)
    if needs_page and token != accounts.page_token:
        raise graph_error(200)
    if scope is not None and token != app_token and scope not in accounts.page_scopes:
        code = 10 if scope.startswith("instagram") else 200
        raise graph_error(code, f"(#{code}) Missing permission: {scope}")


def usage_headers(sim: Simulation, call: Call, system: System) -> dict[str, str]:
    """Count the call and say how much of the limit is used.

    Raises:
        Refused: The limit is used up; the refusal has the headers too.
    """
    used = sim.meter.roll(f"graph:{token_of(call)}", sim.now(), HOUR)
    percent = used * 100 // sim.config.graph_calls_per_hour
    headers = usage(sim, system, percent)
    if percent >= 100:
        raise throttled(sim, system, call, minutes=60)
    return headers


def usage(sim: Simulation, system: System, percent: int, minutes: int = 0) -> dict[str, str]:
    """The two usage headers at this percentage."""
    accounts = sim.config.accounts
    kind, owner = (
        ("instagram", accounts.instagram_id)
        if system == "instagram"
        else ("pages", accounts.page_id)
    )
    shares = {"call_count": percent, "total_cputime": percent // 2, "total_time": percent // 2}
    business = {owner: [{"type": kind, **shares, "estimated_time_to_regain_access": minutes}]}
    return {
        "X-App-Usage": json.dumps(shares, separators=(",", ":")),
        "X-Business-Use-Case-Usage": json.dumps(business, separators=(",", ":")),
    }


def throttled(
    sim: Simulation, system: System, call: Call, minutes: int, code: int | None = None
) -> Refused:
    """The refusal of a caller over its limit, with the minutes to wait in its header."""
    by_page = token_of(call) == sim.config.accounts.page_token
    chosen = code or (80002 if system == "instagram" else 80001 if by_page else 4)
    refused = graph_error(chosen)
    headers = {**refused.answer.headers, **usage(sim, system, 100, minutes)}
    answer = refused.answer
    return Refused(Answer(answer.status, answer.body, headers, answer.media_type))


def _check_proof(sim: Simulation, call: Call, token: str) -> None:
    given = call.params.get("appsecret_proof")
    if given is None or not sim.config.verify_app_secret_proof:
        return
    secret = sim.config.accounts.app_secret.encode()
    right = hmac.new(secret, token.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(given, right):
        raise graph_error(
            100, "Invalid appsecret_proof provided in the API argument", kind="GraphMethodException"
        )


def _spoken(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%A, %d-%b-%y %H:%M:%S UTC")
