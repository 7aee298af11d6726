"""The `/_sim` endpoints: clock, faults, truth, log, people, webhooks, settings, reset.

| endpoint | body or query |
|---|---|
| GET /_sim, /_sim/health, /_sim/accounts | |
| GET, POST /_sim/clock | advance_seconds, freeze, speed |
| GET, POST, DELETE /_sim/faults | a fault; id to clear one |
| GET /_sim/truth | platform |
| GET /_sim/requests | limit, operation (a part of its name) |
| GET, POST /_sim/settings | list_lag_seconds, crowd_comments, x_credits |
| POST /_sim/tokens | token, state: ok, expired or revoked |
| POST /_sim/posts | platform, text, id, created_at, author_id, quote_of |
| POST /_sim/comments | platform, text, post_id, parent_id, author, author_id, id, created_at |
| GET /_sim/comments | platform |
| PATCH, DELETE /_sim/comments | id, text; id |
| POST /_sim/reactions | post_id, author, type, verb |
| GET, POST /_sim/webhooks | url, verify_token, fields, batch_size, duplicate, reorder, |
| | drop_every, hold; without url the settings of the hook change, url null ends it |
| POST /_sim/webhooks/flush, /_sim/reset | |
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, fields

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pressroom.simulator.faults import FaultError
from pressroom.simulator.front import Front
from pressroom.simulator.people import (
    PlanError,
    add_comment,
    add_post,
    add_reaction,
    comments_of,
    edit_comment,
    remove_comment,
)
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.truth import truth_of
from pressroom.simulator.webhooks import Courier, Hook, VerificationError
from pressroom.simulator.wire import JsonObject

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

Handler = Callable[[JsonObject], Awaitable[object]]


class Control:
    """Everything that a test or a demo may do to the world from outside."""

    def __init__(
        self, sim: Simulation, front: Front, courier: Courier, reset: Callable[[], None]
    ) -> None:
        self.sim = sim
        self.front = front
        self.courier = courier
        self._reset = reset

    def routes(self) -> list[Route]:
        """The routes of all control endpoints."""
        table: tuple[tuple[str, str, Handler], ...] = (
            ("GET", "/_sim", self.health),
            ("GET", "/_sim/health", self.health),
            ("GET", "/_sim/accounts", self.accounts),
            ("GET", "/_sim/clock", self.clock),
            ("POST", "/_sim/clock", self.set_clock),
            ("GET", "/_sim/faults", self.faults),
            ("POST", "/_sim/faults", self.plan_fault),
            ("DELETE", "/_sim/faults", self.clear_faults),
            ("GET", "/_sim/truth", self.truth),
            ("GET", "/_sim/requests", self.requests),
            ("GET", "/_sim/settings", self.settings),
            ("POST", "/_sim/settings", self.change_settings),
            ("POST", "/_sim/tokens", self.set_token),
            ("POST", "/_sim/posts", self.add_post),
            ("GET", "/_sim/comments", self.comments),
            ("POST", "/_sim/comments", self.add_comment),
            ("PATCH", "/_sim/comments", self.edit_comment),
            ("DELETE", "/_sim/comments", self.remove_comment),
            ("POST", "/_sim/reactions", self.add_reaction),
            ("GET", "/_sim/webhooks", self.webhooks),
            ("POST", "/_sim/webhooks", self.subscribe),
            ("POST", "/_sim/webhooks/flush", self.flush),
            ("POST", "/_sim/reset", self.reset),
        )
        known = [
            Route(path, self._endpoint(handler), methods=[method])
            for method, path, handler in table
        ]
        return [*known, Route("/_sim/{rest:path}", _nowhere, methods=METHODS)]

    def _endpoint(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            body = await request.body()
            try:
                wanted: JsonObject = {**request.query_params, **(json.loads(body) if body else {})}
                _refuse_halves(wanted)
                await self.front.pass_time()
                outcome = await handler(wanted)
                await self.front.pass_time()
            except (
                FaultError,
                PlanError,
                VerificationError,
                KeyError,
                TypeError,
                ValueError,
            ) as error:
                return JSONResponse({"error": f"{_named(error)}"}, 400)
            return JSONResponse(outcome)

        return endpoint

    async def health(self, _: JsonObject) -> object:
        """That the simulator is up, and what time it is there."""
        return {
            "ok": True,
            "now": self.sim.clock.moment().isoformat(),
            "requests": self.sim.request_count,
        }

    async def accounts(self, _: JsonObject) -> object:
        """The accounts with their tokens, which open nothing but this simulator."""
        return asdict(self.sim.config.accounts)

    async def clock(self, _: JsonObject) -> object:
        """Simulated time."""
        clock = self.sim.clock
        return {
            "now": clock.moment().isoformat(),
            "unix": clock.now(),
            "speed": clock.speed,
            "frozen": clock.frozen,
        }

    async def set_clock(self, wanted: JsonObject) -> object:
        """Freeze, let run, change speed, and jump forward."""
        if "freeze" in wanted:
            self.sim.clock.set_frozen(bool(wanted["freeze"]))
        if "speed" in wanted:
            self.sim.clock.set_speed(float(wanted["speed"]))
        self.sim.world.changed()
        if "advance_seconds" in wanted:
            self.sim.clock.advance(float(wanted["advance_seconds"]))
        return await self.clock({})

    async def faults(self, _: JsonObject) -> object:
        """The planned faults with their hits."""
        return {"faults": self.sim.faults.listed()}

    async def plan_fault(self, wanted: JsonObject) -> object:
        """Plan a fault."""
        return asdict(self.sim.faults.plan(wanted))

    async def clear_faults(self, wanted: JsonObject) -> object:
        """Forget one fault (id) or all."""
        return {"cleared": self.sim.faults.clear(int(wanted["id"]) if "id" in wanted else None)}

    async def truth(self, wanted: JsonObject) -> object:
        """Everything that was ever live, counted."""
        return truth_of(self.sim, str(wanted.get("platform", "")))

    async def requests(self, wanted: JsonObject) -> object:
        """The last requests, newest last."""
        limit = int(wanted.get("limit", self.sim.config.kept_requests))
        found = [
            entry
            for entry in self.sim.requests
            if str(wanted.get("operation", "")) in str(entry.get("operation"))
        ]
        return {"requests": found[-limit:] if limit else [], "total": self.sim.request_count}

    async def settings(self, _: JsonObject) -> object:
        """What can be changed while the world runs."""
        world = self.sim.world
        return {
            "list_lag_seconds": self.sim.list_lag,
            "crowd_comments": world.crowd,
            "x_credits": world.x_credits,
        }

    async def change_settings(self, wanted: JsonObject) -> object:
        """Change settings while the world runs."""
        for name, value in wanted.items():
            if name == "list_lag_seconds":
                self.sim.list_lag = float(value)
            elif name == "crowd_comments":
                self.sim.world.crowd = bool(value)
            elif name == "x_credits":
                self.sim.world.x_credits = None if value is None else float(value)
            else:
                raise PlanError(
                    f"{name}: no such setting; use list_lag_seconds, crowd_comments or x_credits"
                )
        self.sim.world.changed()
        return await self.settings({})

    async def set_token(self, wanted: JsonObject) -> object:
        """Let a token or key expire, be revoked, or be good again."""
        if wanted.get("state") not in {"ok", "expired", "revoked"}:
            raise PlanError("state: use ok, expired or revoked")
        self.sim.token_states[str(wanted["token"])] = wanted["state"]
        self.sim.world.changed()
        return {"state": wanted["state"]}

    async def add_post(self, wanted: JsonObject) -> object:
        """A post that was there before, without going over the wire."""
        return add_post(self.sim, wanted)

    async def comments(self, wanted: JsonObject) -> object:
        """Every comment and answer as it stands, and whether it is hidden or gone."""
        return {"comments": comments_of(self.sim, str(wanted.get("platform", "")))}

    async def add_comment(self, wanted: JsonObject) -> object:
        """A person comments."""
        return add_comment(self.sim, wanted)

    async def edit_comment(self, wanted: JsonObject) -> object:
        """A person edits a comment."""
        return edit_comment(self.sim, wanted)

    async def remove_comment(self, wanted: JsonObject) -> object:
        """A person takes a comment back."""
        return remove_comment(self.sim, wanted)

    async def add_reaction(self, wanted: JsonObject) -> object:
        """A person reacts, which only the webhook tells."""
        change = add_reaction(self.sim, wanted)
        self.courier.note(change)
        return {"noted": True}

    async def webhooks(self, _: JsonObject) -> object:
        """The hook and its deliveries."""
        return self.courier.described()

    async def subscribe(self, wanted: JsonObject) -> object:
        """Verify an address and deliver to it; an address of null ends it."""
        if wanted.get("url") is None and self.courier.hook is not None and "url" not in wanted:
            wanted = {**asdict(self.courier.hook), **wanted}
            self.courier.hook = Hook(**_checked(wanted))
        elif wanted.get("url") is None:
            self.courier.hook = None
        else:
            await self.courier.subscribe(Hook(**_checked(wanted)))
        return self.courier.described()

    async def flush(self, _: JsonObject) -> object:
        """Wait until everything is delivered."""
        return await self.courier.flush()

    async def reset(self, _: JsonObject) -> object:
        """Start the world anew."""
        self._reset()
        return {"reset": True}


async def _nowhere(request: Request) -> Response:
    return JSONResponse({"error": f"{request.method} {request.url.path}: no such endpoint"}, 404)


def _checked(wanted: JsonObject) -> JsonObject:
    known = {item.name for item in fields(Hook)}
    for name in wanted:
        if name not in known:
            raise PlanError(f"{name}: no such field; use {', '.join(sorted(known))}")
    return wanted


def _refuse_halves(wanted: JsonObject) -> None:
    """No wire carries half a character: what holds one could never be answered."""
    for name, value in wanted.items():
        try:
            json.dumps({name: value}, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            shown = name.encode("ascii", "backslashreplace").decode()
            raise PlanError(f"{shown}: holds half a character (a lone surrogate)") from None


def _named(error: Exception) -> str:
    return f"{error.args[0]}: is required" if isinstance(error, KeyError) else str(error)
