"""Graph API error codes and what each means for a post, as data.

Read from Meta's error-handling guide, the references of Page feed, Page photos and Instagram
publishing, and reports of real answers; checked 2026-11-22.
"""

from datetime import timedelta
from typing import Any

from pressroom.platforms.answers import Finding, Kind, Meaning, broken, look_up
from pressroom.platforms.usage import graph_regain
from pressroom.platforms.wire import Answer

_NEW_TOKEN = "Make a new token and set it again."  # noqa: S105 - advice, no credential
_LOOK = "A person must look at the account on the platform; do not post again before that."
_MINUTE = timedelta(minutes=1)

CODES: dict[int, Meaning] = {
    1: Meaning("transient"),
    2: Meaning("transient"),
    -1: Meaning("transient"),
    -2: Meaning("transient"),
    4: Meaning("throttled"),
    17: Meaning("throttled"),
    32: Meaning("throttled"),
    341: Meaning("throttled"),
    613: Meaning("throttled"),
    80001: Meaning("throttled"),
    80002: Meaning("throttled"),
    80006: Meaning("throttled"),
    9: Meaning("throttled", wait=timedelta(hours=1)),
    102: Meaning("token", _NEW_TOKEN),
    104: Meaning("token", "Set the account's token."),
    190: Meaning("token", _NEW_TOKEN),
    459: Meaning("token", "Log in to Facebook as the person behind the token; a check waits."),
    2500: Meaning("request", "Check the account's id and the API version."),
    3: Meaning("permission"),
    10: Meaning("permission"),
    283: Meaning("permission"),
    368: Meaning("policy", _LOOK),
    25: Meaning("policy", "The account's owner must lift the restriction in the app."),
    506: Meaning("duplicate", "Change the text, or wait: the same text went out a moment ago."),
    803: Meaning("gone", "Check the id."),
    12: Meaning("request", "The API version no longer has this; set a newer one."),
    100: Meaning("request", "Correct what the message names."),
    105: Meaning("request"),
    194: Meaning("request"),
    197: Meaning("request", "Give the post a text, a link or a picture."),
    324: Meaning("request", "Give the picture a file."),
    352: Meaning("request"),
    1500: Meaning("request", "Write the link as a whole address: https://example.org/page."),
    1609005: Meaning("request", "Facebook cannot read the linked page; check that it is public."),
    3001: Meaning("request"),
    5101: Meaning("request", "Make the picture smaller: under 4 MB."),
    9004: Meaning("request", "The picture's address must be public: check media.public_base_url."),
    24: Meaning("stale", wait=_MINUTE),
    9007: Meaning("not ready", wait=_MINUTE),
    10900: Meaning("duplicate", "The comment has its one private answer."),
    36000: Meaning("request", "Make the picture smaller: under 8 MiB."),
    36001: Meaning("request", "Convert the picture to JPEG."),
    36003: Meaning("request", "Crop or pad the picture to between 4:5 and 1.91:1."),
    36004: Meaning("request", "Shorten the caption: 2200 characters, 30 hashtags, 20 mentions."),
}

SUBCODES: dict[tuple[int, int], Meaning] = {
    (4, 2207051): Meaning("suspected", _LOOK),
    (10, 2018278): Meaning("policy", "A private answer goes out within 7 days of the comment."),
    (100, 33): Meaning("gone", "Check the id, and that the token belongs to this account."),
    (100, 1366046): Meaning("request", "Make the picture a JPEG or PNG under 4 MB."),
    (100, 1366051): Meaning("duplicate", "These pictures are part of a post already."),
    (100, 1609008): Meaning("request", "Facebook refuses links to itself; leave the link out."),
    (100, 2061006): Meaning("request", "Correct the link's address."),
    (100, 1363047): Meaning("transient"),
    (100, 1609010): Meaning("transient"),
    (100, 2207028): Meaning("request", "A carousel has 2 to 10 pictures."),
    (100, 2207040): Meaning("request", "Mention at most 20 accounts."),
    (190, 463): Meaning("token", "The token has expired. Make a new, long-lived one and set it."),
    (190, 458): Meaning("token", "The app was removed from the account: connect it again."),
    (190, 460): Meaning("token", "The password was changed. " + _NEW_TOKEN),
    (2500, 0): Meaning("request", "Check the account's id and the API version."),
}
"""Where the subcode says more than the code; subcode 0 is none."""

_MISSING_TOKEN = "active access token"  # noqa: S105 - words of an error message


def classify_graph(answer: Answer, platform: str, scope: str = "") -> Finding:
    """What an answer of the Graph API that is no success means; *scope* is what the call needs."""
    error = answer.body.get("error")
    if answer.failure is not None or not isinstance(error, dict):
        return broken(answer, platform)
    code, sub = _whole(error.get("code")), _whole(error.get("error_subcode"))
    label = f"{code}/{sub}" if sub else str(code)
    meaning = _meaning(code, sub, error, answer)
    message = str(error.get("error_user_msg") or error.get("message") or "no message")
    fix = meaning.fix
    if meaning.kind == "permission" and scope:
        fix = f"Grant {scope} and make a new token."
    wait = (graph_regain(answer.headers) or meaning.wait) if meaning.kind != "request" else None
    return Finding(meaning.kind, f"{platform}: {_short(message)}", answer, label, fix, wait)


def _meaning(code: int, sub: int, error: dict[str, Any], answer: Answer) -> Meaning:
    if code == 2500 and _MISSING_TOKEN in str(error.get("message")):
        return Meaning("token", "Set the account's token.")
    known = look_up(CODES, SUBCODES, code, sub)
    if known is not None:
        return known
    if 200 <= code <= 299:
        return Meaning("permission")
    kind: Kind = (
        "transient" if (answer.status or 0) >= 500 or error.get("is_transient") else "unclear"
    )
    return Meaning(kind)


def _whole(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0


def _short(message: str) -> str:
    line = " ".join(message.split())
    return line if len(line) <= 200 else line[:199] + "…"
