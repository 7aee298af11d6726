"""Refusals of Stability's API: one message in v1, a list of them in v2beta."""

import hashlib

from pressroom.simulator.wire import Answer, Call, JsonObject, Refused

RATE = (
    "You have exceeded the rate limit of 150 requests within a 10 second period, and have been "
    "timed out for 60 seconds."
)


def refuse(call: Call, status: int, name: str, message: str) -> Refused:
    """An error with the name that the version in the path gives it."""
    body: JsonObject = {
        "id": hashlib.sha256(f"{name}{message}".encode()).hexdigest()[:32],
        "name": name,
    }
    if call.path.startswith("/v2beta"):
        body["errors"] = [message]
    else:
        body["message"] = message
    return Refused(Answer(status, body))
