"""Values that fit a schema and read like real copy: JSON Schema or Gemini's own subset."""

import re
from typing import Any

from pressroom.simulator.gemini_pattern import match_of
from pressroom.simulator.gemini_phrases import kind_of
from pressroom.simulator.gemini_text import Writer
from pressroom.simulator.wire import JsonObject

MAX_DEPTH = 8
PER_PLATFORM = ("cop", "caption", "post", "platform", "text", "draft")
"""Lists of these names have one item for each platform that is asked for."""
MARKS = ("label", "id", "key")
"""Fields that name an item and tell nothing of it."""
NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
}


def fill(schema: JsonObject, writer: Writer) -> object:
    """A value that *schema* accepts."""
    return _Filler(schema, writer).value(schema, "answer", 0, 0)


class _Filler:
    """One walk; remembers the root for references."""

    def __init__(self, root: JsonObject, writer: Writer) -> None:
        self.root = root
        self.writer = writer
        self.platform = ""
        """The platform of the object that is being filled."""

    def value(self, schema: JsonObject, name: str, index: int, depth: int) -> object:
        schema = self._resolved(schema)
        if "const" in schema:
            return schema["const"]
        if choices := schema.get("enum"):
            return self._choose(choices, name, index)
        for union in ("anyOf", "oneOf"):
            if options := schema.get(union):
                return self.value(self._option(options, depth), name, index, depth)
        if parts := schema.get("allOf"):
            merged: JsonObject = {**schema}
            del merged["allOf"]
            for part in parts:
                merged = _merge(merged, self._resolved(part))
            return self.value(merged, name, index, depth)
        return self._by_type(schema, name, index, depth)

    def _by_type(self, schema: JsonObject, name: str, index: int, depth: int) -> object:
        kind = _type_of(schema)
        if kind == "object":
            return self._object(schema, index, depth)
        if kind == "array":
            return self._array(schema, name, depth)
        if kind == "string":
            return self._string(schema, name, index)
        if kind in {"integer", "number"}:
            return self._number(schema, name, whole=kind == "integer")
        if kind == "boolean":
            return self._yes_or_no(name)
        return None

    def _object(self, schema: JsonObject, index: int, depth: int) -> JsonObject:
        required = schema.get("required", [])
        properties: JsonObject = schema.get("properties", {})
        order = schema.get("propertyOrdering") or list(properties)
        keys = [key for key in (*order, *properties) if key in properties]
        wanted = dict.fromkeys(key for key in keys if depth < MAX_DEPTH or key in required)
        found: JsonObject = dict(wanted)
        outer = self.platform
        # The platform first: it says how long the texts beside it may be. An alt text last: it
        # tells what the others say.
        for key in sorted(wanted, key=lambda name: (kind_of(name) == "alt", name != "platform")):
            found[key] = self.value(properties[key], key, index, depth + 1)
            if key == "platform" and isinstance(found[key], str):
                self.platform = found[key]
        self.platform = outer
        extra = schema.get("additionalProperties")
        if not properties and isinstance(extra, dict):
            for number, key in enumerate(
                self.writer.keywords[: max(1, int(schema.get("minProperties", 2)))]
            ):
                found[key] = self.value(extra, key, number, depth + 1)
        return found

    def _array(self, schema: JsonObject, name: str, depth: int) -> list[Any]:
        items = {**(schema.get("items") or {"type": "string"})}
        items.setdefault("description", schema.get("description", ""))
        if prefix := schema.get("prefixItems"):
            return [self.value(item, name, number, depth + 1) for number, item in enumerate(prefix)]
        count = self._count(schema, name) if depth < MAX_DEPTH else int(schema.get("minItems", 0))
        found: list[Any] = []
        for number in range(count * 4):
            item = self.value(items, _singular(name), number, depth + 1)
            if item not in found or (number >= count * 2 and not schema.get("uniqueItems")):
                found.append(item)
            if len(found) == count:
                break
        return self._variants(found)

    def _variants(self, items: list[Any]) -> list[Any]:
        """Items that say how they differ from the first then do so, in one thing each."""
        if len(items) < 2 or not isinstance(items[0], dict):
            return items
        says = next((key for key in items[0] if kind_of(key) == "difference"), None)
        if says is None:
            return items
        first, varied = items[0], [items[0]]
        for item in items[1:]:
            told = {key: value for key, value in item.items() if key in MARKS}
            fresh = [
                key
                for key, value in item.items()
                if key not in MARKS
                and kind_of(key) not in {"difference", "hypothesis"}
                and value
                and all(value != other[key] for other in varied)
            ]
            if not fresh:
                continue
            # What nobody has changed yet goes first: each variant asks another question.
            key = min(fresh, key=lambda name: (_changes(varied, name), _rank(name)))
            told[says], hypothesis = self.writer.change(key, item[key])
            told |= {name: hypothesis for name in item if kind_of(name) == "hypothesis"}
            varied.append({**first, key: item[key], **told})
        return varied

    def _count(self, schema: JsonObject, name: str) -> int:
        low, high = int(schema.get("minItems", 0)), int(schema.get("maxItems", 1000))
        said = re.search(
            rf"\b(\d{{1,2}}|{'|'.join(NUMBER_WORDS)})\s+(?:\w+\s+){{0,2}}{re.escape(_singular(name))}",
            f"{schema.get('description', '')} {self.writer.instruction} {self.writer.prompt}",
            re.IGNORECASE,
        )
        wanted = 3
        if any(part in name.lower() for part in PER_PLATFORM):
            wanted = len(self._platforms(schema)) or wanted
        if said:
            wanted = NUMBER_WORDS.get(said[1].lower()) or int(said[1])
        if "hashtag" in name.lower():
            wanted = min(wanted, len(self.writer.about.tags))
        return max(low, min(high, wanted, 20))

    def _platforms(self, schema: JsonObject) -> list[str]:
        """The platforms that the items can be for and the prompt asks for."""
        item = self._resolved(schema.get("items") or {})
        choices = self._resolved(item.get("properties", {}).get("platform", {})).get("enum", [])
        return self._asked([choice for choice in choices if choice is not None])

    def _asked(self, choices: list[Any]) -> list[Any]:
        for text in (self.writer.material, self.writer.prompt):
            found = [
                c for c in choices if re.search(rf"\b{re.escape(str(c))}\b", text, re.IGNORECASE)
            ]
            if found:
                return found
        return []

    def _string(self, schema: JsonObject, name: str, index: int) -> str:
        writer = self.writer
        longest = int(schema["maxLength"]) if "maxLength" in schema else None
        shortest = int(schema.get("minLength", 0))
        moment = writer.moment()
        by_format = {
            "date-time": moment.isoformat(),
            "date": moment.date().isoformat(),
            "time": moment.timetz().isoformat(),
            "uri": writer.url(),
            "url": writer.url(),
            "email": "press@example.com",
            "duration": "PT2H",
            "uuid": "12345678-1234-4234-8234-123456789abc",
        }
        if schema.get("format") in by_format:
            return by_format[schema["format"]]
        plain = name.lower()
        said = str(schema.get("description", ""))
        text = self._named(plain, index) or writer.text(
            name, said, longest, shortest, self.platform
        )
        if "without the #" in said.lower():
            text = text.removeprefix("#")
        pattern = schema.get("pattern")
        if pattern and not re.search(pattern, text):
            text = match_of(pattern, writer.dice)
        return _of_length(text, shortest, longest)

    def _named(self, name: str, index: int) -> str:
        if "hashtag" in name:
            return self.writer.hashtag(index)
        if name in {"url", "link", "uri", "href"}:
            return self.writer.url()
        if name.endswith("_at") or name in {"time", "when", "datetime", "publish_time"}:
            return self.writer.moment().isoformat()
        fixed = {
            "language": "en",
            "lang": "en",
            "locale": "en",
            "colour": "#1f4e79",
            "color": "#1f4e79",
            "timezone": "UTC",
            "tz": "UTC",
        }
        return fixed.get(name.rpartition("_")[2], "")

    def _number(self, schema: JsonObject, name: str, *, whole: bool) -> float | int:
        plain = name.lower()
        low, high = _bounds(schema, plain, whole=whole)
        share = 0.55 + 0.4 * self.writer.dice.random()
        if "sentiment" in plain or "polarity" in plain:
            share = (self.writer.mood() + 1) / 2
        if any(word in plain for word in ("risk", "severity", "toxic", "hostil", "urgency")):
            share = 0.75 if self.writer.mood() < 0 else 0.08
        if plain == "hour":
            return 17
        value = low + (high - low) * share
        if whole:
            step = int(schema.get("multipleOf", 1)) or 1
            return max(int(low), round(value / step) * step)
        return min(high, max(low, round(value, 2)))

    def _yes_or_no(self, name: str) -> bool:
        worrying = (
            "risk",
            "block",
            "spam",
            "toxic",
            "crisis",
            "unsafe",
            "escalat",
            "needs_",
            "offens",
            "hostile",
        )
        if any(word in name.lower() for word in worrying):
            return self.writer.mood() < -0.4
        return True

    def _choose(self, choices: list[Any], name: str, index: int) -> object:
        real = [choice for choice in choices if choice is not None] or choices
        real = self._offered(real, name) or real
        moods = [
            ("positive", "glad", "happy", "praise"),
            ("neutral", "plain", "question", "none"),
            ("negative", "complaint", "angry", "cross"),
        ]
        mood = self.writer.mood()
        wanted = moods[0] if mood > 0 else moods[2] if mood < 0 else moods[1]
        for choice in real:
            if str(choice).lower() in wanted:
                return choice
        if name.lower() == "platform":
            real = self._asked(real) or real
        return real[index % len(real)]

    def _offered(self, choices: list[Any], name: str) -> list[Any]:
        """The choices that the prompt offers, if it has a line that does."""
        line = re.search(
            rf"\b{re.escape(name)}s?\b[^.:\n]*:([^\n]+)", self.writer.prompt, re.IGNORECASE
        )
        words = re.findall(r"[\w-]+", line[1]) if line else []
        return [choice for choice in choices if str(choice) in words]

    def _option(self, options: list[JsonObject], depth: int) -> JsonObject:
        real = [option for option in options if _type_of(self._resolved(option)) != "null"]
        if not real or depth >= MAX_DEPTH:
            return options[-1] if not real else next((o for o in options if o not in real), real[0])
        return real[0]

    def _resolved(self, schema: JsonObject) -> JsonObject:
        seen = 0
        while "$ref" in schema and seen < 20:
            target: Any = self.root
            for part in str(schema["$ref"]).lstrip("#/").split("/"):
                target = (
                    target.get(part.replace("~1", "/").replace("~0", "~"), {}) if part else target
                )
            schema = {**target, **{k: v for k, v in schema.items() if k != "$ref"}}
            seen += 1
        return schema


def _changes(items: list[JsonObject], name: str) -> int:
    return sum(item[name] != items[0][name] for item in items)


def _rank(name: str) -> int:
    """What readers see first is varied first."""
    order = ("headline", "emphasis", "layout")
    return order.index(name) if name in order else len(order)


def _of_length(text: str, shortest: int, longest: int | None) -> str:
    """The text at exactly allowed length: cut hard, or filled up with its own words."""
    while len(text) < shortest:
        text = f"{text} {text or 'and so on'}"
    return text if longest is None else text[:longest]


def _type_of(schema: JsonObject) -> str:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((item for item in kind if str(item).lower() != "null"), "null")
    if kind is None:
        kind = "object" if "properties" in schema else "array" if "items" in schema else "string"
    return str(kind).lower()


def _bounds(schema: JsonObject, name: str, *, whole: bool) -> tuple[float, float]:
    unit = any(
        word in name
        for word in (
            "score",
            "confidence",
            "probability",
            "share",
            "weight",
            "relevance",
            "strength",
        )
    )
    usual_low = -1.0 if ("sentiment" in name or "polarity" in name) and not whole else 0.0
    low = _bound(schema, ("minimum", "exclusiveMinimum"), usual_low)
    usual_high = low + (10 if whole else 1 if unit or usual_low < 0 else 10)
    high = _bound(schema, ("maximum", "exclusiveMaximum"), max(usual_high, 1.0))
    margin = (1.0 if whole else (high - low) / 100) if high > low else 0.0
    if "exclusiveMinimum" in schema:
        low += margin
    if "exclusiveMaximum" in schema:
        high -= margin
    return low, max(low, high)


def _bound(schema: JsonObject, names: tuple[str, str], usual: float) -> float:
    found = next((schema[name] for name in names if schema.get(name) is not None), usual)
    return float(found)


def _merge(one: JsonObject, other: JsonObject) -> JsonObject:
    merged = {**one, **other}
    if "properties" in one and "properties" in other:
        merged["properties"] = {**one["properties"], **other["properties"]}
    if "required" in one and "required" in other:
        merged["required"] = [*one["required"], *other["required"]]
    return merged


def _singular(name: str) -> str:
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
