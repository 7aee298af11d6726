"""The one door of the simulator: finds the operation, lets faults happen, answers or hangs up."""

import asyncio
from collections.abc import Callable

from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope, Send

from pressroom.simulator import gemini, graph, stability, x
from pressroom.simulator.fault_answers import bad_gateway, bent, broken_body, misfortune
from pressroom.simulator.faults import Fault
from pressroom.simulator.simulation import Late, Operation, Simulation
from pressroom.simulator.wire import Answer, Call, Refused, read_call

HANG_UP = "pressroom.hang_up"
"""The name of the server's extension that closes the connection without an answer."""

PREFIXES = frozenset({"facebook", "instagram", "x", "gemini", "stability"})
BEFORE = frozenset(
    {"throttle", "error_before", "not_found", "token_expired", "refuse", "quota_day", "retry_info"}
)


class Front:
    """An ASGI app that answers for all platforms."""

    def __init__(self, sim: Simulation, after: Callable[[], None]) -> None:
        self.sim = sim
        self._after = after
        self._tasks: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        try:
            call = await read_call(Request(scope, receive))
        except ClientDisconnect:
            return
        answer = await self.serve(call)
        if answer is None and HANG_UP in scope.get("extensions", {}):
            await scope["extensions"][HANG_UP]()
            return
        response = (answer or Answer(500, {"error": "hung up"})).response()
        await response(scope, receive, send)

    async def close(self) -> None:
        """Give up what was still to happen later."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def serve(self, call: Call) -> Answer | None:
        """The answer to a call; None when the connection is to be closed without one."""
        sim = self.sim
        entry = sim.remember(call.described())
        await self.pass_time()
        operation = find_operation(sim, call)
        fault = sim.faults.take(operation.system, operation.name)
        entry["operation"] = f"{operation.system}.{operation.name}"
        entry["fault"] = fault.action if fault else None
        answer = (
            await run(operation) if fault is None else await self._misbehave(call, operation, fault)
        )
        entry["status"] = answer.status if answer else None
        self._after()
        return answer

    async def pass_time(self) -> None:
        """Let everything happen that simulated time has brought about."""
        now = self.sim.now()
        due = [late for late in self.sim.late if late.due <= now]
        self.sim.late = [late for late in self.sim.late if late.due > now]
        for late in due:
            await run(late.operation)
        self.sim.world.tick(now)
        self._after()

    async def _misbehave(self, call: Call, operation: Operation, fault: Fault) -> Answer | None:
        if fault.action == "late":
            self._act_later(operation, fault)
            return None
        if fault.action in {"drop_before", "bad_gateway_html"}:
            return None if fault.action == "drop_before" else bad_gateway()
        if fault.action in BEFORE:
            return misfortune(self.sim, call, operation, fault)
        answer = await run(operation)
        if fault.action == "slow":
            self._after()
            await asyncio.sleep(fault.seconds)
            return answer
        spoilt: dict[str, Callable[[], Answer | None]] = {
            "drop_after": lambda: None,
            "error_after": lambda: misfortune(self.sim, call, operation, fault),
            "malformed": broken_body,
        }
        return spoilt.get(fault.action, lambda: bent(answer, operation, fault))()

    def _act_later(self, operation: Operation, fault: Fault) -> None:
        if fault.simulated:
            self.sim.late.append(Late(operation, self.sim.now() + fault.seconds))
            return

        async def act() -> None:
            await asyncio.sleep(fault.seconds)
            await run(operation)
            self._after()

        task = asyncio.get_running_loop().create_task(act())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def find_operation(sim: Simulation, call: Call) -> Operation:
    """The operation that a path means, on whichever platform's ground it lies."""
    if call.segments and call.segments[0] in PREFIXES and len(call.segments) > 1:
        call.prefix = call.segments.pop(0)
    first = call.segments[0] if call.segments else ""
    if call.prefix == "x" or first in {"2", "1.1"}:
        return x.route(sim, call)
    if call.prefix == "gemini" or first == "v1beta" or call.segments[:2] == ["v1", "models"]:
        return gemini.route(sim, call)
    if call.prefix == "stability" or first in {"v1", "v2beta"}:
        return stability.route(sim, call)
    return graph.route(sim, call)


async def run(operation: Operation) -> Answer:
    """Act, and answer a refusal as an answer."""
    try:
        return await operation.act()
    except Refused as refused:
        return refused.answer
