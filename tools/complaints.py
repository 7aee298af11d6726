"""What is wrong with data that a person wrote, in one line: the field, the fault and the fix."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pressroom.domain.platform import PLATFORMS
from pressroom.errors import InputError
from pressroom.tools.documents import one_line


@dataclass(frozen=True, slots=True)
class Complaint:
    """One fault: where it is, what it is, and what would put it right."""

    field: str
    message: str
    fix: str = ""

    def as_error(self, kind: type[InputError], where: str) -> InputError:
        """The error to raise for it; *where* names the file and the entry in it."""
        return kind(f"{where}: {self.message}", field=self.field, fix=self.fix)


_OTHER_WORDS = {
    other: field
    for field, others in {
        "media": "image images picture pictures photo photos visual visuals attachments",
        "message": "text body content copy description caption",
        "title": "name headline subject summary",
        "platforms": "platform channel channels network networks",
        "publish_at": "date time when at schedule scheduled_at start",
        "hashtags": "tag tags hashtag",
        "cta": "link url call_to_action",
        "external_id": "id uid key",
        "alt_text": "alt alternative",
    }.items()
    for other in others.split()
}
"""What people write for the fields of a brief; `Did you mean` knows it beside misspellings."""


def suggest(word: str, known: Iterable[str]) -> str:
    """`Did you mean ...?` where one of the *known* words is near, else the known ones."""
    words = sorted(known)
    meant = _OTHER_WORDS.get(word.lower())
    if meant in words:
        return f"Did you mean {meant!r}?"
    near = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(words)}."


def complain(
    err: ValidationError, model: type[BaseModel], also_known: Iterable[str] = ()
) -> Complaint:
    """The first thing to put right among what pydantic found, with the others counted.

    Unknown keys come first: a field that is missing is often one that was misspelt.
    *also_known* are keys that may stand beside the fields of *model*.
    """
    # A stable sort: apart from that the order is that of the fields.
    found = sorted(err.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden")
    first = _translate(found[0], _keys_at(model, found[0]["loc"][:-1], also_known))
    # One bad item of a list is told twice: as itself, and as the list that lacks it.
    others = len({one["loc"][:1] for one in found}) - 1
    if others == 0:
        return first
    more = "1 more problem" if others == 1 else f"{others} more problems"
    return Complaint(first.field, first.message, f"{first.fix} ({more} in it.)".strip())


def _keys_at(
    model: type[BaseModel], path: Sequence[str | int], also_known: Iterable[str]
) -> list[str]:
    """The keys that may stand where *path* leads within *model*."""
    keys = [*model.model_fields, *also_known]
    for part in path:
        if isinstance(part, int):  # an item of a list has the keys of the list's type
            continue
        field = model.model_fields.get(str(part))
        choices = (field.annotation, *get_args(field.annotation)) if field else ()
        inner = [one for one in choices if isinstance(one, type) and issubclass(one, BaseModel)]
        if not inner:
            return []
        model = inner[0]
        keys = list(model.model_fields)
    return keys


def _translate(detail: ErrorDetails, known: list[str]) -> Complaint:
    field = ".".join(part for part in detail["loc"] if isinstance(part, str)) or "file"
    items = [part + 1 for part in detail["loc"] if isinstance(part, int)]
    place = f"{field}, item {items[0]}," if items else field
    shown = one_line(repr(detail["input"]), 60)
    if detail["type"] == "extra_forbidden":
        *outer, key = (str(part) for part in detail["loc"] if isinstance(part, str))
        inside = f" in {'.'.join(outer)}" if outer else ""
        inside += f", item {items[0]}" if items else ""
        fix = suggest(key, known) if known else "Remove it."
        return Complaint(field, f"unknown key {one_line(key, 40)!r}{inside}.", fix)
    if detail["type"] == "missing":
        return Complaint(
            field,
            f"{field} is missing or empty.",
            f"Add `{field}:`; text that begins with # must be in quotes.",
        )
    if detail["input"] is None:
        return Complaint(field, f"{place} is empty.", "Text that begins with # must be in quotes.")
    if detail["type"] == "value_error":
        return Complaint(field, f"{field}: {one_line(detail['ctx']['error'])}")
    message, fix = _fault(detail, shown)
    return Complaint(field, f"{place} {message}", fix)


def _fault(detail: ErrorDetails, shown: str) -> tuple[str, str]:
    """What is wrong with one value, beginning with a verb, and the fix."""
    kind, limits = detail["type"], detail.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return _pattern_fault(detail, shown)
    if kind in _EMPTY:
        return _EMPTY_FAULTS.get(
            detail["loc"][-1:], ("is empty.", "Write something, or remove it.")
        )
    if kind in _LONG:
        return f"is too long: at most {limits.get('max_length')} characters.", "Shorten it."
    if kind.startswith("url"):
        return f"is no web address: {shown}.", "Write it in full, like https://example.com/page."
    wanted = _KINDS.get(kind) or _bounds(limits)
    if wanted:
        fix = "Put it in quotes." if kind == "string_type" else "Correct it."
        return f"must be {wanted}, not {shown}.", fix
    return f"{shown} is not taken: {one_line(detail['msg'])}.", ""


_EMPTY = frozenset({"string_too_short", "too_short"})
_EMPTY_FAULTS: dict[tuple[str | int, ...], tuple[str, str]] = {
    ("platforms",): (
        "names no platform.",
        f"Name some of {', '.join(PLATFORMS)}; without the field it is all that are set up.",
    ),
}
_LONG = frozenset({"string_too_long", "too_long"})
_KINDS = {
    "string_type": "text",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of fields",
    "model_type": "a mapping of fields",
    "model_attributes_type": "a mapping of fields",
    "path_type": "a path",
}


def _pattern_fault(detail: ErrorDetails, shown: str) -> tuple[str, str]:
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    if last == "language" or {"languages", "translations"} & set(detail["loc"]):
        return f"is no language code: {shown}.", "Use one like en, vi or pt-BR."
    if last in {"primary", "accent", "background", "text"}:
        return f"is no colour: {shown}.", 'Write it as "#rrggbb", in quotes.'
    return f"has not the right form: {shown}.", "Correct it."


def _bounds(limits: dict[str, Any]) -> str:
    words = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    return " and ".join(f"{words[name]} {limits[name]}" for name in words if name in limits)
