"""Who may call X: OAuth 2.0 and 1.0a user tokens, app-only tokens, refreshing, limits."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from pressroom.simulator.oauth1 import fields_of, is_signed
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call, Refused
from pressroom.simulator.x_problems import app_only, too_many, unauthorized

WINDOW = 900.0
DAY = 86400.0
SCOPES = "tweet.read tweet.write users.read media.write tweet.moderate.write offline.access"

LIMITS: dict[str, int] = {
    "create_tweet": 100,
    "delete_tweet": 50,
    "read_tweet": 900,
    "read_tweets": 5000,
    "mentions": 300,
    "user_tweets": 900,
    "me": 75,
    "quote_tweets": 75,
    "usage": 50,
    "search": 300,
    "hide_reply": 50,
    "upload_media": 500,
    "media_status": 1000,
    "init_media": 1875,
    "append_media": 1875,
    "finalize_media": 1875,
    "media_metadata": 500,
    "upload_media_v1": 500,
    "metadata_v1": 500,
}
"""Calls of one user in a quarter of an hour, as docs.x.com listed them in November 2026."""

PER_DAY: dict[str, int] = {"create_tweet": 10_000, "upload_media": 50_000}


@dataclass(frozen=True)
class Caller:
    """Who calls, and in whose name."""

    kind: Literal["user", "app"]
    user_id: str


def identify(sim: Simulation, call: Call) -> Caller:
    """The caller behind the Authorization header.

    Raises:
        Refused: Nobody, somebody unknown, or a token that is over (401).
    """
    accounts = sim.config.accounts
    header = call.headers.get("authorization", "")
    if header.lower().startswith("oauth "):
        return _identify_signer(sim, call, fields_of(header))
    token = call.bearer() or ""
    if sim.token_states.get(token, "ok") != "ok":
        raise unauthorized()
    if token == accounts.x_access_token or token in sim.world.x_tokens:
        return Caller("user", accounts.x_user_id)
    if token == accounts.x_bearer_token:
        return Caller("app", accounts.x_user_id)
    raise unauthorized()


def _identify_signer(sim: Simulation, call: Call, fields: dict[str, str]) -> Caller:
    accounts = sim.config.accounts
    token = fields.get("oauth_token", "")
    known = (
        token == accounts.x_oauth1_token
        and fields.get("oauth_consumer_key") == accounts.x_consumer_key
        and bool(fields.get("oauth_signature"))
        and sim.token_states.get(token, "ok") == "ok"
    )
    secrets = (accounts.x_consumer_secret, accounts.x_oauth1_secret)
    is_checked = sim.config.verify_oauth1_signature
    if not known or (
        is_checked and not (is_signed(call, fields, secrets) and sim.nonces.take(fields))
    ):
        raise unauthorized()
    return Caller("user", accounts.x_user_id)


def need_user(caller: Caller) -> None:
    """Let only user tokens pass.

    Raises:
        Refused: The token is app-only (403).
    """
    if caller.kind == "app":
        raise app_only()


def limit_headers(sim: Simulation, caller: Caller, name: str) -> dict[str, str]:
    """Count the call and give the three limit headers.

    Raises:
        Refused: The window is full (429, with the same headers).
    """
    limit = max(1, int(LIMITS.get(name, 900) * sim.config.x_limit_scale))
    window = sim.meter.fixed(f"x:{caller.kind}:{name}", sim.now(), WINDOW, limit)
    headers = {
        "x-rate-limit-limit": str(window.limit),
        "x-rate-limit-remaining": str(window.remaining),
        "x-rate-limit-reset": str(window.reset_at),
        "x-access-level": "read-write" if caller.kind == "user" else "read",
    }
    if not window.allowed:
        raise too_many(headers)
    if name in PER_DAY:
        day = sim.meter.fixed(f"x:day:{name}", sim.now(), DAY, PER_DAY[name])
        headers["x-app-limit-24hour-limit"] = str(day.limit)
        headers["x-app-limit-24hour-remaining"] = str(day.remaining)
        headers["x-app-limit-24hour-reset"] = str(day.reset_at)
        if not day.allowed:
            raise too_many(headers)
    return headers


def refresh(sim: Simulation, call: Call) -> Answer:
    """POST /2/oauth2/token: a new pair of tokens for a refresh token, which is good once."""
    params, world, accounts = call.params, sim.world, sim.config.accounts
    if params.get("grant_type") != "refresh_token":
        raise _oauth_error("unsupported_grant_type", "Only refresh_token is supported here.")
    basic = call.headers.get("authorization", "").lower().startswith("basic ")
    if params.get("client_id") != accounts.x_client_id and not basic:
        raise _oauth_error("invalid_client", "Missing or unknown client_id.", 401)
    given = params.get("refresh_token", "")
    if given not in world.x_refresh_tokens:
        raise _oauth_error("invalid_request", "Value passed for the token was invalid.")
    world.x_refresh_tokens.remove(given)
    salt = hashlib.sha256(f"{sim.config.seed}:{world.number()}:{given}".encode()).hexdigest()
    access, renewed = f"sim-x-token-{salt[:16]}", f"sim-x-refresh-{salt[16:32]}"
    world.x_tokens[access] = renewed
    world.x_refresh_tokens.append(renewed)
    world.changed()
    body = {
        "token_type": "bearer",
        "expires_in": 7200,
        "access_token": access,
        "scope": SCOPES,
        "refresh_token": renewed,
    }
    return Answer(body=body)


def _oauth_error(code: str, description: str, status: int = 400) -> Refused:
    return Refused(Answer(status, {"error": code, "error_description": description}))
