"""Refusals of X's API, each with the title, detail, type and status that it has on the wire."""

from collections.abc import Mapping

from pressroom.simulator.wire import Answer, JsonObject, Refused

PROBLEMS = "https://api.x.com/2/problems"
PROBLEM_TYPE = "application/problem+json"

NOT_ENGAGED = (
    "Reply to this conversation is not allowed because you have not been mentioned or otherwise "
    "engaged by the author of the post you are replying to."
)
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
NOT_PERMITTED = "You are not permitted to perform this action."


def problem(
    status: int,
    title: str,
    detail: str,
    kind: str = "about:blank",
    *,
    extra: JsonObject | None = None,
    headers: Mapping[str, str] | None = None,
) -> Refused:
    """A refusal in X's problem format."""
    body: JsonObject = {
        **(extra or {}),
        "title": title,
        "detail": detail,
        "type": kind,
        "status": status,
    }
    return Refused(Answer(status, body, headers or {}, PROBLEM_TYPE))


def invalid(parameters: Mapping[str, object], message: str) -> Refused:
    """400 for a parameter that cannot be."""
    shown = {name: [str(value)] for name, value in parameters.items()}
    errors = [{"parameters": shown, "message": message}]
    body = {
        "errors": errors,
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": f"{PROBLEMS}/invalid-request",
    }
    return Refused(Answer(400, body, {}, PROBLEM_TYPE))


def unauthorized() -> Refused:
    """401 for a token that is missing, unknown or over."""
    return problem(401, "Unauthorized", "Unauthorized")


def forbidden(detail: str) -> Refused:
    """403 with its reason in the detail."""
    return problem(403, "Forbidden", detail)


def app_only() -> Refused:
    """403 for an app-only token that wants to write."""
    return problem(
        403,
        "Unsupported Authentication",
        "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint. Supported "
        "authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].",
        f"{PROBLEMS}/unsupported-authentication",
    )


def too_many(headers: Mapping[str, str] | None = None) -> Refused:
    """429; the headers say when to come back."""
    return problem(429, "Too Many Requests", "Too Many Requests", headers=headers)


def no_credits(account_id: str) -> Refused:
    """402 when the prepaid money is used up."""
    return problem(
        402,
        "CreditsDepleted",
        f"Your enrolled account [{account_id}] does not have any credits to fulfill this request.",
        "https://api.twitter.com/2/problems/credits",
        extra={"account_id": int(account_id)},
    )


def not_found(resource_id: str, parameter: str = "id", kind: str = "tweet") -> JsonObject:
    """The partial error of something that is not there."""
    return {
        "value": resource_id,
        "detail": f"Could not find {kind} with {parameter}: [{resource_id}].",
        "title": "Not Found Error",
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": resource_id,
        "type": f"{PROBLEMS}/resource-not-found",
    }


def field_not_authorized(resource_id: str, field: str) -> JsonObject:
    """The partial error of a field that this caller may not see."""
    return {
        "resource_id": resource_id,
        "parameter": field,
        "resource_type": "tweet",
        "section": "data",
        "title": "Field Authorization Error",
        "value": field,
        "detail": f"Sorry, you are not authorized to access '{field}' on the Tweet with id: "
        f"[{resource_id}].",
        "field": field,
        "type": f"{PROBLEMS}/not-authorized-for-field",
    }
