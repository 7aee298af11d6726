"""What each platform says when it misbehaves as planned: its own bodies for each misfortune."""

import json

from pressroom.simulator import gemini, stability
from pressroom.simulator.faults import Fault
from pressroom.simulator.gemini_errors import api_error, bad_key, gone_model, quota
from pressroom.simulator.graph_access import throttled
from pressroom.simulator.graph_errors import (
    INSTAGRAM,
    expired_token,
    graph_error,
    instagram_error,
    missing_object,
)
from pressroom.simulator.simulation import Operation, Simulation
from pressroom.simulator.stability_errors import RATE, refuse
from pressroom.simulator.wire import Answer, Call
from pressroom.simulator.x_problems import problem, too_many, unauthorized

HTML = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    "<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n"
)
BROKEN = '{"id": "1067'


def bad_gateway() -> Answer:
    """A proxy's page instead of an answer."""
    return Answer(502, HTML, {"Server": "nginx"}, "text/html")


def broken_body() -> Answer:
    """200, and then half a JSON document."""
    return Answer(200, BROKEN)


def misfortune(sim: Simulation, call: Call, operation: Operation, fault: Fault) -> Answer:
    """The body of a throttle, a 500, a lost object, a dead token or a refusal of choice."""
    by_system = {
        "facebook": _graph,
        "instagram": _graph,
        "x": _x,
        "gemini": _gemini,
        "stability": _stability,
    }
    return by_system[operation.system](sim, call, operation, fault)


def _graph(sim: Simulation, call: Call, operation: Operation, fault: Fault) -> Answer:
    if fault.action in {"throttle", "retry_info", "quota_day"}:
        return throttled(
            sim, operation.system, call, max(1, round(fault.seconds / 60)), fault.code
        ).answer
    if fault.action == "not_found":
        return missing_object(call.segments[-1], call.method.lower()).answer
    if fault.action == "token_expired":
        return expired_token(
            "Sunday, 22-Nov-26 10:00:00 PST", "Sunday, 22-Nov-26 10:20:00 PST"
        ).answer
    if fault.action == "refuse":
        if fault.subcode in INSTAGRAM and fault.code is None:
            return instagram_error(fault.subcode).answer
        return graph_error(
            fault.code or 100, fault.message, subcode=fault.subcode, status=fault.status
        ).answer
    return graph_error(
        fault.code or 2, fault.message, subcode=fault.subcode, status=fault.status
    ).answer


def _x(sim: Simulation, call: Call, operation: Operation, fault: Fault) -> Answer:
    del operation
    if fault.action in {"throttle", "retry_info", "quota_day"}:
        reset = str(int(sim.now() + fault.seconds))
        headers = {
            "x-rate-limit-limit": "100",
            "x-rate-limit-remaining": "0",
            "x-rate-limit-reset": reset,
        }
        return too_many(headers).answer
    if fault.action == "not_found":
        return problem(404, "Not Found", f"Could not find {call.path}.").answer
    if fault.action == "token_expired":
        return unauthorized().answer
    if fault.action == "refuse":
        return problem(fault.status or 403, "Forbidden", fault.message or "Forbidden").answer
    status = fault.status or 503
    return problem(status, "Service Unavailable", fault.message or "Service Unavailable").answer


def _gemini(sim: Simulation, call: Call, operation: Operation, fault: Fault) -> Answer:
    del sim, operation
    model = call.segments[-1].partition(":")[0]
    if fault.action in {"throttle", "retry_info"}:
        return quota(model, fault.seconds).answer
    if fault.action == "quota_day":
        return quota(model, fault.seconds, limit=250, per_day=True).answer
    if fault.action == "not_found":
        return gone_model(model, "generateContent").answer
    if fault.action == "token_expired":
        return bad_key().answer
    if fault.action == "refuse":
        return api_error(fault.status or fault.code or 400, fault.message).answer
    return api_error(fault.status or 503, fault.message).answer


def _stability(sim: Simulation, call: Call, operation: Operation, fault: Fault) -> Answer:
    del sim, operation
    table = {
        "throttle": (429, "rate_limit_exceeded", RATE),
        "retry_info": (429, "rate_limit_exceeded", RATE),
        "quota_day": (429, "rate_limit_exceeded", RATE),
        "not_found": (404, "not_found", "The specified engine was not found."),
        "token_expired": (401, "unauthorized", "Incorrect API key provided"),
        "refuse": (
            fault.status or 403,
            "content_moderation",
            fault.message or "Your request was flagged.",
        ),
    }
    usual = (
        fault.status or 500,
        "server_error",
        "An unexpected server error occurred, please try again.",
    )
    return refuse(call, *table.get(fault.action, usual)).answer


def bent(answer: Answer, operation: Operation, fault: Fault) -> Answer:
    """A good answer spoilt as the fault says: blocked, cut, empty, of another shape."""
    if operation.system == "stability" and fault.action == "content_filtered":
        return stability.filtered(answer)
    if (
        operation.system != "gemini"
        or not isinstance(answer.body, dict)
        or "candidates" not in answer.body
    ):
        return answer
    usage = answer.body.get("usageMetadata", {})
    if fault.action == "prompt_block":
        feedback = {
            "blockReason": fault.message or "SAFETY",
            "safetyRatings": gemini.ratings(high=True),
        }
        kept = {k: v for k, v in answer.body.items() if k != "candidates"}
        return Answer(200, {**kept, "promptFeedback": feedback})
    candidate = dict(answer.body["candidates"][0])
    parts = candidate.get("content", {}).get("parts", [])
    text = str(parts[0].get("text", "")) if parts else ""
    if fault.action == "safety_block":
        candidate.pop("content", None)
        candidate.update(
            finishReason=fault.message or "SAFETY", safetyRatings=gemini.ratings(high=True)
        )
    elif fault.action == "truncate":
        candidate["content"] = {
            "role": "model",
            "parts": [{"text": text[: max(1, len(text) // 2)]}],
        }
        candidate["finishReason"] = "MAX_TOKENS"
    elif fault.action == "empty":
        candidate["content"] = {"role": "model"}
    elif fault.action == "wrong_schema":
        wrong = json.dumps({"unexpected": True, "note": "not what was asked for"})
        candidate["content"] = {"role": "model", "parts": [{"text": wrong}]}
    return Answer(
        200, {**answer.body, "candidates": [candidate], "usageMetadata": usage}, answer.headers
    )
