"""What X's answers mean for a post: its statuses and the details of its 403s, as data.

Read from X's API documents and reports of real answers; checked 2026-11-22.
"""

from datetime import datetime

from pressroom.platforms.answers import Finding, Meaning, broken, objects_in
from pressroom.platforms.usage import x_regain
from pressroom.platforms.wire import Answer

STATUSES: dict[int, Meaning] = {
    400: Meaning("request", "Correct what the message names."),
    401: Meaning("token", "Sign in to X again and set the new access and refresh tokens."),
    402: Meaning("policy", "Buy API credits for the app in X's developer console."),
    404: Meaning("gone", "Check the id."),
    409: Meaning("unclear"),
    413: Meaning("request", "Make the picture smaller: under 5 MB."),
    415: Meaning("request", "Use a JPEG, PNG, GIF or WebP picture."),
    422: Meaning("request", "Correct what the message names."),
    429: Meaning("throttled"),
}

FORBIDDEN: tuple[tuple[str, Meaning], ...] = (
    ("duplicate content", Meaning("duplicate", "Change the text: X shows the same one already.")),
    (
        "reply to this conversation is not allowed",
        Meaning("policy", "X lets an app reply only to posts that mention or quote the account."),
    ),
    ("deleted or not visible", Meaning("gone", "Answer by hand if it is still needed.")),
    (
        "application-only is forbidden",
        Meaning("permission", "Set a user's access token, not the app's bearer token."),
    ),
    ("not permitted to perform this action", Meaning("permission")),
    ("suspended", Meaning("policy", "The account's owner must unlock it on x.com.")),
    ("locked", Meaning("policy", "The account's owner must unlock it on x.com.")),
)
"""A 403 is told by words in its detail, lower case; the first that fits counts."""

_OTHER_403 = Meaning("permission")


def classify_x(answer: Answer, now: datetime, scope: str = "") -> Finding:
    """What an answer of X that is no success means; *scope* is what the call needs."""
    status = answer.status or 0
    if answer.failure is not None or status >= 500 or status < 400 or not answer.body:
        wait = x_regain(answer.headers, now) if status == 429 else None
        if status == 429:
            return Finding("throttled", "X: too many requests.", answer, "429", "", wait)
        return broken(answer, "X")
    detail = problem_text(answer)
    meaning = STATUSES.get(status) if status != 403 else _forbidden(detail)
    if meaning is None:
        return broken(answer, "X")
    fix = meaning.fix
    if meaning.kind == "permission" and not fix:
        fix = f"Grant the app {scope} and sign in again." if scope else "Check the app's scopes."
    wait = x_regain(answer.headers, now) if meaning.kind == "throttled" else None
    return Finding(meaning.kind, f"X: {detail}", answer, str(status), fix, wait)


def problem_text(answer: Answer) -> str:
    """The words of a problem, wherever this answer keeps them."""
    body = answer.body
    first = next(iter(objects_in(body.get("errors"))), {})
    words = (
        first.get("detail"),
        first.get("message"),
        body.get("detail"),
        body.get("error_description"),
        body.get("title"),
        body.get("error"),
    )
    said = next((" ".join(str(w).split()) for w in words if w), f"HTTP {answer.status}")
    return said if len(said) <= 200 else said[:199] + "…"


def _forbidden(detail: str) -> Meaning:
    lowered = detail.lower()
    return next((meaning for words, meaning in FORBIDDEN if words in lowered), _OTHER_403)
