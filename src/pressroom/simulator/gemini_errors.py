"""Refusals of Gemini's API in Google's error format."""

from pressroom.simulator.wire import Answer, JsonObject, Refused

STATUS = {
    400: "INVALID_ARGUMENT",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}
USUAL = {
    500: "An internal error has occurred. Please retry or report in "
    "https://developers.generativeai.google/guide/troubleshooting",
    503: "This model is currently experiencing high demand. Spikes in demand are usually "
    "temporary. Please try again later.",
    504: "The request timed out. Please try again.",
}
SERVICE = "generativelanguage.googleapis.com"
PREFIX = "type.googleapis.com/google.rpc."


def api_error(
    code: int, message: str | None = None, details: list[JsonObject] | None = None
) -> Refused:
    """An error with Google's name for its code."""
    error: JsonObject = {
        "code": code,
        "message": message or USUAL.get(code, "The request was refused."),
        "status": STATUS.get(code, "UNKNOWN"),
    }
    if details:
        error["details"] = details
    return Refused(Answer(code, {"error": error}))


def bad_key() -> Refused:
    """400 for a key that opens nothing."""
    info = {
        "@type": f"{PREFIX}ErrorInfo",
        "reason": "API_KEY_INVALID",
        "domain": "googleapis.com",
        "metadata": {"service": "generativelanguage.googleapis.com"},
    }
    return api_error(400, "API key not valid. Please pass a valid API key.", [info])


def no_key() -> Refused:
    """403 for a call without a key."""
    return api_error(
        403,
        "Method doesn't allow unregistered callers (callers without established identity). "
        "Please use API Key or other form of API consumer identity to call this API.",
    )


def gone_model(model: str, verb: str) -> Refused:
    """404 for a model that is retired or never was."""
    return api_error(
        404,
        f"models/{model} is not found for API version v1beta, or is not supported "
        f"for {verb}. Call ListModels to see the list of available models and "
        "their supported methods.",
    )


def quota(model: str, wait: float, *, limit: int = 10, per_day: bool = False) -> Refused:
    """429 with the quota that is used up and the wait that Google advises."""
    span = "PerDay" if per_day else "PerMinute"
    failure = {
        "@type": f"{PREFIX}QuotaFailure",
        "violations": [
            {
                "quotaMetric": f"{SERVICE}/generate_content_free_tier_requests",
                "quotaId": f"GenerateRequests{span}PerProjectPerModel-FreeTier",
                "quotaDimensions": {"location": "global", "model": model},
                "quotaValue": str(limit),
            }
        ],
    }
    links = [
        {
            "description": "Learn more about Gemini API quotas",
            "url": "https://ai.google.dev/gemini-api/docs/rate-limits",
        }
    ]
    retry = {"@type": f"{PREFIX}RetryInfo", "retryDelay": f"{wait:g}s"}
    message = (
        "You exceeded your current quota, please check your plan and billing details. For more "
        "information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits. "
        f"Please retry in {wait:g}s."
    )
    return api_error(429, message, [failure, {"@type": f"{PREFIX}Help", "links": links}, retry])
