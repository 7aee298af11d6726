"""What simulated copy is made of: title, sentences, call to action and names, out of a prompt."""

import json
import re
from dataclasses import dataclass

from pressroom.simulator.gemini_reading import (
    STOP,
    fenced,
    keywords_of,
    language_of,
    material_of,
    sentences_of,
    split_sentences,
    subject_of,
)
from pressroom.simulator.wire import JsonObject

TITLES = ("title", "name", "headline", "subject", "topic", "campaign", "product")
TEXTS = ("text", "message", "body", "description", "content", "details", "summary")
CALLS = ("call to action", "call_to_action", "cta")
LINE = re.compile(r"^\s*([A-Za-z][A-Za-z _]{1,20}):\s*(.*)$")
# A title that is a sentence is about what stands before its verb.
VERB = re.compile(
    r"\s(?:is|are|was|were|has|have|will|can|now|returns?|opens?|starts?|begins?|comes?|arrives?|goes"
    r"|turns?|gets?|becomes?|welcomes?|ist|sind|wird|werden|kommt|kommen|startet|öffnet|öffnen|beginnt"
    r"|hat|haben|geht|feiert|đã|sẽ|đang|trở lại|ra mắt|khai trương|bắt đầu|est|sont|arrive|revient"
    r"|está|llega|vuelve|è|arriva|torna|chega|volta)\s",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"\s(?:for|at|in|on|with|from|to|of|by|and|&|–|-|für|am|im|in|mit|von|aus|bei|zum|zur|und|cho|tại|ở"
    r"|với|từ|và|pour|avec|au|aux|et|para|con|en|y|per|e|com|no|na)\s|[:,;!?()–]",
    re.IGNORECASE,
)
ARTICLE = re.compile(
    r"^(?:the|a|an|our|your|my|this|these|der|die|das|den|dem|ein|eine|unser|unsere|le|la|les|l'|un|une"
    r"|notre|nos|el|los|las|una|il|lo|gli|i|o|os|as|um|uma)\s+",
    re.IGNORECASE,
)
SPEAKERS = re.compile(
    r"(?:we|you|i|it|they|join|bring|come|meet|see|try|get|wir|ihr|sie|chúng|ta)\b", re.IGNORECASE
)
"""A title that begins with one of these has no noun to speak of."""
CALLED = re.compile(
    r"(?:join us (?:for|at)|come to|meet|visit|discover|introducing|announcing|ra mắt|khai trương"
    r"|giới thiệu|willkommen (?:zum|zur|beim)|découvrez|descubre|scoprite)\s+(.{3,})$",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"(?:first|last|back|changes?|next|half|free|open|new|every|many|much|days?|today|week|time|people"
    r"|wieder|things?|news|here|years?|months?|best|good|great|more|less|\w+(?:ly|ed|ing))$",
    re.IGNORECASE,
)
"""Words that make no hashtag alone."""


@dataclass(frozen=True)
class Material:
    """What a prompt is about."""

    title: str
    """Without a full stop at its end."""
    topic: str
    """The title, or of a sentence only what it is about: reads well after a colon."""
    sentences: tuple[str, ...]
    """The material's own, in order; the title is not among them."""
    lead: str
    """The sentence that is to stay in mind, if the prompt names one."""
    call: str
    """What readers are asked to do; empty when nothing is asked."""
    speaker: str
    """Who speaks; empty when nobody is named."""
    tags: tuple[str, ...]
    """Hashtags without their sign."""
    trends: tuple[str, ...]
    language: str


def read_material(prompt: str, instruction: str) -> Material:
    """What *prompt* is about, as far as it says so."""
    plain = material_of(prompt)
    parts = {tag.partition("-")[0]: _fields(inside) for tag, inside in fenced(prompt)}
    brief = next((parts[name] for name in ("brief", "entry", "campaign") if name in parts), None)
    if brief is None:
        brief = _fields(plain)
    title = _first(brief, TITLES) or subject_of(plain, keywords_of(plain))
    title = " ".join(title.split()).rstrip(".。")
    text = _first(brief, TEXTS)
    told = split_sentences(text) if text else sentences_of(plain)
    sentences = tuple(one for one in dict.fromkeys(told) if _bare(one) != _bare(title))
    if "<comment" in prompt:  # what people wrote is answered, not repeated
        sentences = ()
    asked = [str(word) for word in _list(brief.get("keywords"))]
    language = language_of(instruction, f"{title} {' '.join(sentences)}")
    return Material(
        title=title,
        topic=topic_of(title),
        sentences=sentences,
        lead=_first(parts.get("idea", {}), ("key_message",)),
        call=_first(brief, CALLS).rstrip("."),
        speaker=_first(parts.get("brand", {}), ("name",)),
        tags=tags_of(title, asked, language),
        trends=tuple(_topics(prompt)),
        language=language,
    )


def topic_of(title: str) -> str:
    """What *title* is about, fit to stand after a colon."""
    title = title.partition(": ")[0] if ": " in title else title
    if called := CALLED.match(title):
        return called[1].rstrip("!?. ")
    found = VERB.search(title)
    head = title[: found.start()].strip(" ,:–") if found else ""
    if 2 <= len(head.split()) <= 6 and not SPEAKERS.match(head):
        return head[:1].lower() + head[1:] if ARTICLE.match(head) else head
    return title


def tags_of(title: str, asked: list[str], language: str) -> tuple[str, ...]:
    """Hashtags: the words asked for, then what the title names, in its own words."""
    most_words = 6 if language == "vi" else 3  # a word is written in several pieces there
    chunks = [ARTICLE.sub("", chunk.strip()) for chunk in JOINT.split(topic_of(title)[:90])]
    found: dict[str, str] = {}
    for chunk in (*asked, *(one for one in chunks if _names(one, most_words))):
        parts = re.findall(r"\w+", chunk)
        tag = "".join(part[:1].upper() + part[1:] for part in parts)
        if 3 < len(tag) <= 30 and not tag.isdigit() and all(tag.lower() not in t for t in found):
            found[tag.lower()] = tag
    if not found:
        parts = re.findall(r"\w+", topic_of(title))[:4]
        return ("".join(part[:1].upper() + part[1:] for part in parts)[:30] or "News",)
    return tuple(found.values())


def repeats(sentence: str, title: str) -> bool:
    """Whether *sentence* says most of what *title* says."""
    wanted = {_root(word) for word in re.findall(r"\w{4,}", title) if word.lower() not in STOP}
    said = {_root(word) for word in re.findall(r"\w{4,}", sentence)}
    return bool(wanted) and len(wanted & said) >= 0.6 * len(wanted)


def _names(chunk: str, most_words: int) -> bool:
    """Whether *chunk* can stand alone as a hashtag."""
    words = chunk.split()
    if not 1 <= len(words) <= most_words or SPEAKERS.match(chunk):
        return False
    return not VAGUE.match(words[-1]) and not any(word.lower() in STOP for word in words)


def _root(word: str) -> str:
    lower = word.lower()
    return lower[: max(4, len(lower) - 2)]


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _fields(inside: str) -> JsonObject:
    """The fields of a piece of material: JSON, or lines with labels and the text below them."""
    try:
        value = json.loads(inside)
    except ValueError:
        value = None
    if isinstance(value, dict):
        return {str(key).lower(): part for key, part in value.items()}
    fields: JsonObject = {}
    rest = []
    for line in inside.splitlines():
        found = LINE.match(line)
        if found and found[1].lower() in (*TITLES, *TEXTS, *CALLS, "key_message"):
            fields[found[1].lower()] = found[2].strip(" \"'")
        else:
            rest.append(line)
    if fields and "".join(rest).strip() and not _first(fields, TEXTS):
        fields["text"] = "\n".join(rest).strip()
    return fields


def _first(fields: JsonObject, names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, dict):
            value = value.get("text") or value.get("name")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _topics(prompt: str) -> list[str]:
    found = []
    for tag, inside in fenced(prompt):
        if tag.startswith("trend"):
            found += re.findall(r"\"topic\"\s*:\s*\"([^\"]+)\"", inside)
    return found
