"""How the simulated model speaks of comments: a short answer, or what each of them means.

A model answers a question about a comment by what the comment says, so this reads the fenced
comments of the prompt and goes by their words; the same prompt gets the same answer.
"""

import json
import random
import re
from collections.abc import Sequence

from pressroom.simulator.gemini_reading import fenced, mood_of
from pressroom.simulator.wire import JsonObject

_THANKS: dict[str, tuple[str, ...]] = {
    "en": ("Thank you so much!", "That is lovely to read, thank you!", "You made our day!"),
    "de": ("Vielen Dank!", "Das freut uns sehr, danke!"),
    "fr": ("Merci beaucoup !", "Cela nous fait très plaisir, merci !"),
    "es": ("¡Muchas gracias!", "¡Nos alegra mucho leerlo, gracias!"),
    "it": ("Grazie mille!", "Ci fa molto piacere, grazie!"),
    "pt": ("Muito obrigado!", "Ficamos muito felizes, obrigado!"),
    "vi": ("Cảm ơn bạn rất nhiều!", "Chúng tôi rất vui, cảm ơn bạn!"),
}
_HEARD: dict[str, tuple[str, ...]] = {
    "en": ("Thank you for telling us. We are looking into it.", "Thanks, we are on it."),
    "de": ("Danke für den Hinweis. Wir sehen uns das an.",),
    "fr": ("Merci de nous l'avoir dit. Nous regardons cela.",),
    "es": ("Gracias por avisarnos. Lo estamos mirando.",),
    "it": ("Grazie per avercelo detto. Stiamo verificando.",),
    "pt": ("Obrigado por nos dizer. Estamos a ver isso.",),
    "vi": ("Cảm ơn bạn đã cho chúng tôi biết. Chúng tôi đang xem xét.",),
}
_LANGUAGE = re.compile(r"language with the code ([a-z]{2,3})\b")
_ASKED = re.compile(r"\bfact that answers it[^\n]*\n", re.IGNORECASE)
_GLAD_KINDS = ("kind words", "friendly word")


def reply_to_comment(prompt: str, instruction: str, dice: random.Random) -> str:
    """A short answer to the comment that the prompt fences off; empty if it fences none."""
    pieces = {tag.partition("-")[0]: inside for tag, inside in fenced(prompt)}
    if "comment" not in pieces:
        return ""
    asked = _LANGUAGE.search(instruction)
    language = asked[1] if asked else "en"
    fact = pieces.get("fact", "").strip().strip('"')
    if fact and _ASKED.search(prompt):
        return fact
    is_glad = any(kind in prompt for kind in _GLAD_KINDS)
    choices = (_THANKS if is_glad else _HEARD).get(language, _THANKS["en"])
    recent = pieces.get("recent", "")
    return dice.choice([one for one in choices if one not in recent] or list(choices))


def judge_comments(schema: JsonObject, prompt: str) -> JsonObject | None:
    """What each fenced comment means, where *schema* asks for just that; else None."""
    items = schema.get("properties", {}).get("comments", {}).get("items", {})
    if name := str(items.get("$ref", "")).rpartition("/")[2]:
        items = schema.get("$defs", {}).get(name, {})
    fields = items.get("properties", {})
    if set(schema.get("properties", {})) != {"comments"} or "number" not in fields:
        return None
    found = [_judged(number, text, fields) for number, text in _numbered(prompt)]
    return {"comments": found}


def _numbered(prompt: str) -> Sequence[tuple[int, str]]:
    for tag, inside in fenced(prompt):
        if tag.partition("-")[0] != "comments":
            continue
        try:
            listed = json.loads(inside)
        except ValueError:
            numbers = re.findall(r"number\W+(\d+)\W+text\W+(.+)", inside)
            return [(int(number), text) for number, text in numbers]
        return [(int(one["number"]), str(one["text"])) for one in listed]
    return []


def _judged(number: int, text: str, fields: JsonObject) -> JsonObject:
    mood, asks = mood_of(text), "?" in text
    feeling = "positive" if mood > 0 else "negative" if mood < 0 else "neutral"
    intent = "question" if asks else {"positive": "praise", "negative": "complaint"}.get(feeling)
    verdict: JsonObject = {
        "number": number,
        "sentiment": feeling,
        "intent": intent or "other",
        "is_toxic": False,
        "needs_reply": asks or feeling == "negative",
        "why": f"Its words sound {feeling}.",
    }
    return {name: value for name, value in verdict.items() if name in fields}
