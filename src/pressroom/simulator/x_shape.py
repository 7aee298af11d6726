"""Which JSON bodies X takes: unknown keys, wrong types and impossible values are refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pressroom.simulator.wire import Call, JsonObject
from pressroom.simulator.x_problems import invalid

ID = re.compile(r"[0-9]{1,19}$")
REPLY_SETTINGS = ("following", "mentionedUsers", "subscribers", "verified")


@dataclass(frozen=True)
class Shape:
    """What a value of a body must be."""

    kind: Literal["text", "flag", "whole", "id", "list", "object", "any"]
    choices: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    of: "Shape | None" = None
    fields: Mapping[str, "Shape"] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    open: bool = False
    """Whether an object may have keys of other names."""


TEXT, FLAG, WHOLE, ID_ = Shape("text"), Shape("flag"), Shape("whole"), Shape("id")
ANY = Shape("any")

TWEET = Shape(
    "object",
    fields={
        "text": TEXT,
        "card_uri": TEXT,
        "community_id": ID_,
        "direct_message_deep_link": TEXT,
        "edit_options": Shape(
            "object", fields={"previous_post_id": ID_}, required=("previous_post_id",)
        ),
        "for_super_followers_only": FLAG,
        "geo": Shape("object", fields={"place_id": TEXT}, required=("place_id",)),
        "made_with_ai": FLAG,
        "media": Shape(
            "object",
            fields={
                "media_ids": Shape("list", low=1, high=4, of=ID_),
                "tagged_user_ids": Shape("list", high=10, of=ID_),
                "title": TEXT,
                "description": TEXT,
                "embeddable": FLAG,
                "preview_media_id": ID_,
                "call_to_actions": ANY,
            },
            required=("media_ids",),
        ),
        "nullcast": FLAG,
        "paid_partnership": FLAG,
        "poll": Shape(
            "object",
            fields={
                "options": Shape("list", low=2, high=4, of=Shape("text", low=1, high=25)),
                "duration_minutes": Shape("whole", low=5, high=10080),
                "reply_settings": Shape("text", choices=REPLY_SETTINGS),
            },
            required=("options", "duration_minutes"),
        ),
        "quote_tweet_id": ID_,
        "reply": Shape(
            "object",
            fields={
                "in_reply_to_tweet_id": ID_,
                "exclude_reply_user_ids": Shape("list", of=TEXT),
                "auto_populate_reply_metadata": FLAG,
            },
            required=("in_reply_to_tweet_id",),
        ),
        "reply_settings": Shape("text", choices=REPLY_SETTINGS),
        "share_with_followers": FLAG,
    },
)

HIDE = Shape("object", fields={"hidden": FLAG}, required=("hidden",))

CATEGORIES = (
    "tweet_image",
    "tweet_video",
    "tweet_gif",
    "dm_image",
    "dm_video",
    "dm_gif",
    "subtitles",
)

UPLOAD = Shape(
    "object",
    fields={
        "media": TEXT,
        "media_category": Shape("text", choices=CATEGORIES),
        "additional_owners": TEXT,
    },
    required=("media", "media_category"),
)

START = Shape(
    "object",
    fields={
        "media_type": TEXT,
        "total_bytes": Shape("whole", low=0, high=17_179_869_184),
        "media_category": Shape("text", choices=(*CATEGORIES, "amplify_video")),
        "additional_owners": Shape("list", of=ID_),
        "shared": FLAG,
    },
)

APPEND = Shape(
    "object",
    fields={"media": TEXT, "segment_index": Shape("whole", low=0, high=999)},
    required=("media", "segment_index"),
)

METADATA = Shape(
    "object",
    fields={
        "id": ID_,
        "metadata": Shape(
            "object",
            fields={
                "alt_text": Shape("object", fields={"text": Shape("text", high=1000)}, open=True)
            },
            open=True,
        ),
    },
    required=("id",),
    open=True,
)


def read_body(call: Call, shape: Shape) -> JsonObject:
    """The JSON body, checked.

    Raises:
        Refused: It is no JSON object, or not of this shape (400).
    """
    if call.broken_json or not isinstance(call.document, dict):
        raise invalid({}, "Request body is not a valid JSON object")
    check(call.document, shape, "$")
    return call.document


def check(value: object, shape: Shape, at: str) -> None:
    """Let a value of this shape pass.

    Raises:
        Refused: It is of another shape (400); the message says where.
    """
    name = at.removeprefix("$.")
    if shape.kind == "object":
        _check_object(value, shape, at)
    elif shape.kind == "list":
        _check_list(value, shape, at)
    elif shape.kind == "flag" and not isinstance(value, bool):
        raise invalid({name: value}, f"{at}: {_kind(value)} found, boolean expected")
    elif shape.kind == "whole":
        _check_whole(value, shape, at)
    elif shape.kind in {"text", "id"}:
        _check_text(value, shape, at)


def _check_object(value: object, shape: Shape, at: str) -> None:
    if not isinstance(value, dict):
        raise invalid(
            {at.removeprefix("$."): value}, f"{at}: {_kind(value)} found, object expected"
        )
    for key in shape.required:
        if key not in value:
            raise invalid({key: ""}, f"{at}.{key}: is missing but it is required")
    for key, item in value.items():
        if key in shape.fields:
            check(item, shape.fields[key], f"{at}.{key}")
        elif not shape.open:
            raise invalid(
                {key: item},
                f"{at}.{key}: is not defined in the schema and the schema does not allow "
                "additional properties",
            )


def _check_list(value: object, shape: Shape, at: str) -> None:
    name = at.removeprefix("$.")
    if not isinstance(value, list):
        raise invalid({name: value}, f"{at}: {_kind(value)} found, array expected")
    if shape.low is not None and len(value) < shape.low:
        raise invalid(
            {name: value}, f"{at}: there must be a minimum of {shape.low} items in the array"
        )
    if shape.high is not None and len(value) > shape.high:
        raise invalid(
            {name: value}, f"{at}: there must be a maximum of {shape.high} items in the array"
        )
    for index, item in enumerate(value):
        if shape.of is not None:
            check(item, shape.of, f"{at}[{index}]")


def _check_whole(value: object, shape: Shape, at: str) -> None:
    name = at.removeprefix("$.")
    if isinstance(value, bool) or not isinstance(value, int):
        raise invalid({name: value}, f"{at}: {_kind(value)} found, integer expected")
    if shape.low is not None and value < shape.low:
        raise invalid({name: value}, f"{at}: must have a minimum value of {shape.low}")
    if shape.high is not None and value > shape.high:
        raise invalid({name: value}, f"{at}: must have a maximum value of {shape.high}")


def _check_text(value: object, shape: Shape, at: str) -> None:
    name = at.removeprefix("$.")
    if not isinstance(value, str):
        raise invalid({name: value}, f"{at}: {_kind(value)} found, string expected")
    if shape.kind == "id" and not ID.match(value):
        raise invalid({name: value}, f"{at}: does not match the regex pattern ^[0-9]{{1,19}}$")
    if shape.choices and value not in shape.choices:
        raise invalid(
            {name: value}, f"{at}: does not have a value in the enumeration {list(shape.choices)}"
        )
    if shape.low is not None and len(value) < shape.low:
        raise invalid({name: value}, f"{at}: must be at least {shape.low} characters long")
    if shape.high is not None and len(value) > shape.high:
        raise invalid({name: value}, f"{at}: may only be {shape.high} characters long")


def _kind(value: object) -> str:
    kinds = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return "null" if value is None else kinds.get(type(value), "unknown")
