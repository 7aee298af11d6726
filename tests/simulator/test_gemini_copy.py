"""Gemini: copy that tells the brief, for each platform and variant in its own words."""

import json
import re
from typing import Any

import pytest

from pressroom.simulator.gemini_schema import fill
from pressroom.simulator.gemini_text import Writer
from tests.simulator.gemini_asking import PROMPT

COPY: dict[str, Any] = {
    "type": "object",
    "properties": {
        "captions": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "platform": {"enum": ["facebook", "instagram", "x"]},
                    "text": {"type": "string"},
                    "hashtags": {
                        "type": "array",
                        "items": {"type": "string"},
                        "description": "Without the # sign.",
                    },
                },
                "required": ["platform", "text", "hashtags"],
            },
        }
    },
}
BRIEFS = [
    (
        "The autumn blend is here",
        "Our autumn blend is back: hazelnut and cocoa. Roasted here.",
        "en",
    ),
    ("Half-price refills for travel cups", "Bring your cup. Every refill costs half.", "en"),
    (
        "Unser Hofladen öffnet wieder",
        "Ab dem 3. Mai ist er da. Es gibt z. B. Spargel und Brot.",
        "de",
    ),
    ("Ra mắt cà phê phin mùa thu", "Cà phê phin mùa thu đã có mặt. Mời bạn ghé thử một ly.", "vi"),
    ("Join us for the night market!", "It opens on Friday at six: 40 stalls, live music.", "en"),
    ("Sale", "Sale", "en"),
]


def copy_for(title: str, message: str, language: str) -> dict[str, Any]:
    brief = json.dumps({"title": title, "text": message}, ensure_ascii=False)
    prompt = (
        "Write 3 captions:\n- facebook: at most 900 characters\n"
        "- instagram: at most 900 characters\n- x: at most 200 characters\n"
        f"<brief-1a>\n{brief}\n</brief-1a>"
    )
    said = f"Write in the language with the code {language}."
    found = fill(COPY, Writer(prompt, 7, 1_795_000_000.0, said))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(("title", "message", "language"), BRIEFS)
def test_a_caption_tells_the_brief_in_its_own_sentences(
    title: str, message: str, language: str
) -> None:
    """A demo must not claim what nobody said, nor break a title in the middle of a sentence."""
    for caption in copy_for(title, message, language)["captions"]:
        own = {title, f"{title}.", *(line.strip() for line in re.split(r"(?<=[.!?])\s", message))}
        lines = caption["text"].split("\n\n")

        assert any(lines[0].startswith(one) for one in own), lines
        assert all(line.count(title) <= 1 for line in lines)
        assert title not in caption["text"] or re.search(
            rf"(?:^|\n|[.!?] ){re.escape(title.rstrip('!'))}(?:[.!?\n]|$)", caption["text"]
        )


def test_each_platform_gets_its_own_text() -> None:
    """Three equal posts would look like a machine's."""
    captions = copy_for(*BRIEFS[0])["captions"]

    assert [one["platform"] for one in captions] == ["facebook", "instagram", "x"]
    assert len({one["text"] for one in captions}) == 3


@pytest.mark.parametrize(
    ("brief", "tags"),
    [
        (BRIEFS[0], ["AutumnBlend"]),
        (BRIEFS[1], ["HalfPriceRefills", "TravelCups"]),
        (BRIEFS[2], ["Hofladen"]),
        (BRIEFS[3], ["CàPhêPhinMùaThu"]),
        (BRIEFS[4], ["NightMarket"]),
    ],
)
def test_hashtags_are_what_the_title_names(brief: tuple[str, str, str], tags: list[str]) -> None:
    """#First and #Changes tell nobody anything."""
    for caption in copy_for(*brief)["captions"]:
        assert caption["hashtags"] == tags


def test_variants_say_and_do_one_change() -> None:
    """A test of two pictures that differ in everything would teach nothing."""
    text = {"type": "string", "maxLength": 80}
    one = {
        "label": {"enum": ["A", "B", "C"]},
        "headline": text,
        "emphasis": {"enum": ["primary", "accent", "light"]},
        "differs_by": text,
    }
    item = {"type": "object", "properties": one, "required": list(one)}
    variants = {"type": "array", "items": item, "minItems": 3, "maxItems": 3}
    schema = {
        "type": "object",
        "properties": {"alt_text": {"type": "string"}, "variants": variants},
        "required": ["alt_text", "variants"],
    }

    found = fill(schema, Writer(PROMPT, 7, 1_795_000_000.0))

    assert isinstance(found, dict)
    first, *others = found["variants"]
    assert first["differs_by"] == ""
    assert [variant["differs_by"].partition(":")[0] for variant in others] == [
        "headline",
        "emphasis",
    ]
    for variant, part in zip(others, ("headline", "emphasis"), strict=True):
        same = {"headline", "emphasis"} - {part}
        assert variant[part] != first[part]
        assert all(variant[name] == first[name] for name in same)
    assert f"“{first['headline']}”" in found["alt_text"]
