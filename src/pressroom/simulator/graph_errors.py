"""Refusals of the Graph API, with the code, subcode, status and words of the wire."""

import hashlib

from pressroom.simulator.wire import Answer, JsonObject, Refused

TRANSIENT = frozenset({1, 2, 4, 17, 32, 341, 613, 80001, 80002, 80006})
DOCS = "https://developers.facebook.com/docs/graph-api"
USAGE_DOCS = f"{DOCS}/overview/rate-limiting"

MESSAGES: dict[int, tuple[int, str]] = {
    1: (500, "An unknown error occurred"),
    2: (500, "An unexpected error has occurred. Please retry your request later."),
    3: (400, "(#3) Application does not have the capability to make this API call."),
    4: (403, "(#4) Application request limit reached"),
    10: (403, "(#10) Application does not have permission for this action"),
    12: (400, "(#12) This edge is deprecated for versions v2.1 and higher"),
    17: (400, "(#17) User request limit reached"),
    32: (400, "(#32) Page request limit reached"),
    100: (400, "(#100) Invalid parameter"),
    102: (401, "Session key invalid or no longer valid"),
    105: (400, "(#105) The number of parameters exceeded the maximum for this operation"),
    190: (401, "Invalid OAuth access token - Cannot parse access token"),
    194: (400, "(#194) Missing at least one required parameter"),
    197: (400, "(#197) The post is empty. Please enter a message to share."),
    200: (
        403,
        "(#200) If posting to a page, requires both pages_read_engagement and pages_manage_posts "
        "as an admin with sufficient administrative permission",
    ),
    283: (400, "(#283) That action requires the extended permission pages_read_engagement"),
    324: (400, "(#324) Requires upload file"),
    341: (400, "(#341) Feed action request limit reached"),
    368: (400, "The action attempted has been deemed abusive or is otherwise disallowed"),
    506: (400, "(#506) Duplicate status message"),
    613: (400, "(#613) Calls to this api have exceeded the rate limit."),
    1500: (400, "(#1500) The url you supplied is invalid"),
    2500: (400, "An active access token must be used to query information about the current user."),
    3001: (400, "(#3001) Subject must be a valid object"),
    5101: (400, "(#5101) The file you selected is too large."),
    80001: (
        400,
        "(#80001) There have been too many calls to this Page account. Wait a bit and try again. "
        f"For more info, please refer to {USAGE_DOCS}.",
    ),
    80002: (
        400,
        "(#80002) There have been too many calls to this Instagram account. Wait a bit and try "
        f"again. For more info, please refer to {USAGE_DOCS}.",
    ),
    1609005: (400, "(#1609005) The link you posted could not be scraped."),
}

INSTAGRAM: dict[int, tuple[int, str, str]] = {
    2207001: (-1, "Instagram server error", ""),
    2207003: (-2, "Media download has timed out", "It takes too long to download the media."),
    2207004: (
        36000,
        "The image size is too large.",
        "The image is too large to download. It should be less than 8 MiB.",
    ),
    2207005: (
        36001,
        "The image format is not supported.",
        "The image format {found} is not supported. Supported formats are: JPEG.",
    ),
    2207006: (
        24,
        "The requested resource does not exist",
        "The media with {found} cannot be found",
    ),
    2207008: (
        24,
        "The requested resource does not exist",
        "The media builder with creation id = {found} does not exist or has been expired.",
    ),
    2207009: (
        36003,
        "The aspect ratio is not supported.",
        "The submitted image with aspect ratio {found} cannot be published. "
        "Please submit an image with a valid aspect ratio.",
    ),
    2207010: (
        36004,
        "The caption is too long.",
        "The submitted image's caption was {found} characters long. The maximum number of "
        "characters permitted for a caption is 2200. Please submit media with a shorter caption.",
    ),
    2207020: (
        -2,
        "Media expired",
        "The media you are trying to access has expired. Please try to upload again.",
    ),
    2207023: (100, "Invalid parameter", "The media type {found} is unknown."),
    2207027: (
        9007,
        "Media ID is not available",
        "The media is not ready for publishing, please wait for a moment",
    ),
    2207028: (
        100,
        "Invalid parameter",
        "Your post won't work as a carousel. Carousels need at least 2 photos/videos and no more "
        "than 10 photos/videos.",
    ),
    2207040: (100, "Invalid parameter", "Cannot use more than {found} tags per created media."),
    2207042: (
        9,
        "Application request limit reached",
        "You reached maximum number of posts that is allowed to be published by Content "
        "Publishing API.",
    ),
    2207050: (25, "The user is restricted", "The Instagram account is restricted."),
    2207051: (
        4,
        "Application request limit reached",
        "We restrict certain activity to protect our community. Tell us if you think we made "
        "a mistake.",
    ),
    2207052: (
        9004,
        "Only photo or video can be accepted as media type.",
        "The media could not be fetched from this uri: {found}",
    ),
}


def graph_error(
    code: int,
    message: str | None = None,
    *,
    subcode: int | None = None,
    status: int | None = None,
    kind: str = "OAuthException",
    title: str | None = None,
    user_message: str | None = None,
) -> Refused:
    """The refusal with this code; message and status are the usual ones unless given."""
    usual_status, usual_message = MESSAGES.get(code, (400, f"(#{code}) Request refused"))
    text = message or usual_message
    error: JsonObject = {"message": text, "type": kind}
    if code in TRANSIENT or user_message:
        error["is_transient"] = code in TRANSIENT and subcode != 2207051
    error["code"] = code
    if subcode is not None:
        error["error_subcode"] = subcode
    if user_message:
        error["error_user_title"] = title or text
        error["error_user_msg"] = user_message
    error["fbtrace_id"] = "A" + hashlib.sha256(f"{code}{subcode}{text}".encode()).hexdigest()[:22]
    headers = {"WWW-Authenticate": f'OAuth "Facebook Platform" "invalid_request" "{_plain(text)}"'}
    return Refused(Answer(status or usual_status, {"error": error}, headers))


def instagram_error(subcode: int, found: object = "") -> Refused:
    """The refusal of Instagram's publishing API with this subcode."""
    code, message, user_message = INSTAGRAM[subcode]
    return graph_error(
        code,
        message,
        subcode=subcode,
        status=400,
        user_message=user_message.replace("{found}", str(found)),
    )


def missing_object(object_id: str, verb: str = "get") -> Refused:
    """The refusal for an id that is not there, or not for this token."""
    return graph_error(
        100,
        f"Unsupported {verb} request. Object with ID '{object_id}' does not exist, cannot be "
        "loaded due to missing permissions, or does not support this operation. Please read the "
        f"Graph API documentation at {DOCS}",
        subcode=33,
        kind="GraphMethodException",
    )


def expired_token(since: str, now: str) -> Refused:
    """The refusal of a token whose time is over."""
    return graph_error(
        190,
        f"Error validating access token: Session has expired on {since}. "
        f"The current time is {now}.",
        subcode=463,
    )


def bad_parameter(message: str) -> Refused:
    """The refusal of one parameter, with code 100."""
    return graph_error(100, f"(#100) {message}")


def _plain(text: str) -> str:
    return text.encode("latin-1", "replace").decode("latin-1").replace('"', "'").replace("\n", " ")
