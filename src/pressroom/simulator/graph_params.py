"""Which parameters each Graph edge takes, and of what type: anything else is refused."""

import json
from typing import Literal

from pressroom.simulator.graph_errors import bad_parameter
from pressroom.simulator.graph_fields import read_time
from pressroom.simulator.wire import Call, JsonObject

Kind = Literal["text", "flag", "whole", "time", "list", "object"]

EVERYWHERE = frozenset(
    [
        "access_token",
        "appsecret_proof",
        "format",
        "method",
        "locale",
        "pretty",
        "suppress_http_code",
        "debug",
        "metadata",
        "include_headers",
        "fields",
        "summary",
        "limit",
        "after",
        "before",
        "offset",
        "since",
        "until",
        "date_format",
        "ids",
    ]
)

_MESSAGE: dict[str, Kind] = {
    "message": "text",
    "attachment_id": "text",
    "attachment_url": "text",
    "attachment_share_url": "text",
}
_READ_COMMENTS: dict[str, Kind] = {"filter": "text", "live_filter": "text", "order": "text"}
_INSIGHTS: dict[str, Kind] = {
    "metric": "list",
    "period": "text",
    "date_preset": "text",
    "breakdown": "list",
    "metric_type": "text",
    "timeframe": "text",
    "show_description_from_api_doc": "flag",
}
_READ_POSTS: dict[str, Kind] = {
    "include_hidden": "flag",
    "show_expired": "flag",
    "with": "text",
    "q": "text",
}

TAKES: dict[str, dict[str, Kind]] = {
    "create_post": {
        "message": "text",
        "link": "text",
        "attached_media": "list",
        "published": "flag",
        "scheduled_publish_time": "time",
        "unpublished_content_type": "text",
        "targeting": "object",
        "feed_targeting": "object",
        "backdated_time": "time",
        "backdated_time_granularity": "text",
        "call_to_action": "object",
        "child_attachments": "list",
        "name": "text",
        "caption": "text",
        "description": "text",
        "picture": "text",
        "place": "text",
        "tags": "list",
        "privacy": "text",
        "formatting": "text",
        "multi_share_optimized": "flag",
        "multi_share_end_card": "flag",
        "object_attachment": "text",
        "client_mutation_id": "text",
        "is_explicit_location": "flag",
        "text_format_preset_id": "text",
    },
    "upload_photo": {
        "url": "text",
        "caption": "text",
        "message": "text",
        "name": "text",
        "published": "flag",
        "temporary": "flag",
        "no_story": "flag",
        "alt_text_custom": "text",
        "scheduled_publish_time": "time",
        "unpublished_content_type": "text",
        "targeting": "object",
        "feed_targeting": "object",
        "place": "text",
        "tags": "list",
        "privacy": "text",
        "backdated_time": "time",
        "vault_image_id": "text",
        "user_selected_tags": "flag",
        "attempt": "whole",
    },
    "update_post": {
        "message": "text",
        "is_published": "flag",
        "is_hidden": "flag",
        "is_pinned": "flag",
        "scheduled_publish_time": "time",
        "attached_media": "list",
        "privacy": "text",
        "place": "text",
        "tags": "list",
        "timeline_visibility": "text",
        "feed_story_visibility": "text",
        "backdated_time": "time",
    },
    "create_comment": {
        **_MESSAGE,
        "parent_comment_id": "text",
        "comment_privacy_value": "text",
        "tracking": "text",
    },
    "update_comment": {**_MESSAGE, "is_hidden": "flag"},
    "private_reply": {
        "recipient": "object",
        "message": "object",
        "messaging_type": "text",
        "notification_type": "text",
        "tag": "text",
        "sender_action": "text",
        "payload": "text",
    },
    "subscribe_app": {"subscribed_fields": "list"},
    "list_comments": _READ_COMMENTS,
    "read_insights": _INSIGHTS,
    "read_page_insights": _INSIGHTS,
    "read_account_insights": _INSIGHTS,
    "list_feed": _READ_POSTS,
    "list_posts": _READ_POSTS,
    "list_published": _READ_POSTS,
    "list_scheduled": _READ_POSTS,
    "list_visitors": _READ_POSTS,
    "batch": {"batch": "list"},
    "debug_token": {"input_token": "text"},
    "exchange_token": {
        "grant_type": "text",
        "client_id": "text",
        "client_secret": "text",
        "fb_exchange_token": "text",
    },
    "create_container": {
        "image_url": "text",
        "video_url": "text",
        "media_type": "text",
        "caption": "text",
        "children": "list",
        "is_carousel_item": "flag",
        "alt_text": "text",
        "is_ai_generated": "flag",
        "user_tags": "list",
        "product_tags": "list",
        "location_id": "text",
        "collaborators": "list",
        "cover_url": "text",
        "thumb_offset": "text",
        "share_to_feed": "flag",
        "audio_name": "text",
        "upload_type": "text",
        "trial_params": "object",
    },
    "publish_container": {"creation_id": "whole"},
    "comment_on_media": {"message": "text", "ad_id": "text"},
    "answer_comment": {"message": "text"},
    "hide_comment": {"hide": "flag", "ad_id": "text"},
    "update_media": {"comment_enabled": "flag"},
    "mention": {"media_id": "text", "comment_id": "text", "message": "text"},
}


def check_params(call: Call, edge: str) -> None:
    """Let only known parameters of the right type pass.

    Raises:
        Refused: One is unknown or of another type (code 100).
    """
    takes = TAKES.get(edge, {})
    for name, text in call.params.items():
        plain, _, index = name.partition("[")
        if index and takes.get(plain) == "list":
            continue
        if name in takes:
            _check_kind(name, text, takes[name])
        elif name not in EVERYWHERE:
            raise bad_parameter(f"Invalid parameter: {name} is not a parameter of this edge.")


def flag(call: Call, name: str, default: bool) -> bool:
    """A yes-or-no parameter."""
    text = call.params.get(name)
    return default if text is None else text.lower() in {"true", "1", "yes"}


def text_list(text: str) -> list[str]:
    """A list given as JSON text or with commas."""
    if text.lstrip().startswith("["):
        return [str(item) for item in json.loads(text)]
    return [item.strip() for item in text.split(",") if item.strip()]


def objects(call: Call, name: str) -> list[JsonObject]:
    """A list of objects, given as JSON text or as name[0], name[1] and so on.

    Raises:
        Refused: It is not a list of objects (code 100).
    """
    texts = [value for key, value in call.params.items() if key.startswith(f"{name}[")]
    whole = call.params.get(name)
    try:
        found = json.loads(whole) if whole else [json.loads(text) for text in texts]
    except ValueError:
        raise bad_parameter(f"Param {name} must be an array.") from None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise bad_parameter(f"Param {name} must be an array of objects.")
    return found


def _check_kind(name: str, text: str, kind: Kind) -> None:
    if kind == "flag" and text.lower() not in {"true", "false", "1", "0", "yes", "no"}:
        raise bad_parameter(f"Param {name} must be a boolean.")
    if kind == "whole" and not text.isdecimal():
        raise bad_parameter(f"Param {name} must be an integer.")
    if kind == "time":
        read_time(text, name)
    if kind == "object" and not _is_json(text, dict):
        raise bad_parameter(f"Param {name} must be a JSON object.")
    if kind == "list" and text.lstrip()[:1] in {"[", "{"} and not _is_json(text, list):
        raise bad_parameter(f"Param {name} must be an array.")


def _is_json(text: str, kind: type) -> bool:
    try:
        return isinstance(json.loads(text), kind)
    except ValueError:
        return False
