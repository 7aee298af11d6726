"""Copy about the subject of a prompt: seeded, of the asked length, in the subject's own words."""

import hashlib
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from pressroom.simulator.gemini_comments import reply_to_comment
from pressroom.simulator.gemini_copy import caption, details, headlines, overlays, shorten
from pressroom.simulator.gemini_material import read_material
from pressroom.simulator.gemini_phrases import (
    ANGLES,
    HYPOTHESES,
    ONE_CHANGE,
    PLATFORM_REASONS,
    REASONS,
    REPLIES,
    SCENES,
    kind_of,
    phrases_for,
)
from pressroom.simulator.gemini_reading import (
    URL,
    cut,
    keywords_of,
    material_of,
    mood_of,
    said_limit,
)

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
ROOM = {"x": 270, "twitter": 270, "instagram": 2200}
"""Characters that a text for these platforms has where the prompt does not say."""
USUAL_ROOM = 600
WORDS_IN_A_PICTURE = 8


class Writer:
    """Writes about what one prompt is about; the same prompt and seed give the same words."""

    def __init__(self, prompt: str, seed: int, now: float, instruction: str = "") -> None:
        self.prompt = prompt
        self.instruction = instruction
        self.now = now
        self.material = material_of(prompt)
        self.keywords = keywords_of(self.material)
        self.about = read_material(prompt, instruction)
        digest = hashlib.sha256(f"{seed}\n{instruction}\n{prompt}".encode()).digest()
        self.dice = random.Random(digest)  # noqa: S311 - chooses phrases, keeps no secret
        self._start = self.dice.randrange(1000)
        self._turns: Counter[str] = Counter()
        # The news itself comes first, the other ways to tell it in any order.
        others = [way for way in range(1, len(ANGLES)) if way > 1 or details(self.about, 70)]
        self._ways = [0, *self.dice.sample(others, len(others))]
        self._shown: dict[str, str] = {}

    def text(
        self,
        name: str,
        description: str,
        longest: int | None,
        shortest: int = 0,
        platform: str = "",
    ) -> str:
        """A text for a field of this name, at most *longest* and at least *shortest* characters."""
        kind = kind_of(name)
        limit = longest or said_limit(description)
        if kind == "body" and (
            answer := reply_to_comment(self.prompt, self.instruction, self.dice)
        ):
            return cut(answer, limit or 300)
        if kind == "body" or (kind == "" and (longest or 0) > 80):
            room = self._room(platform)
            return caption(self.about, platform, min(limit or room, room), self.dice)
        text = self._of_kind(kind, limit or 300, platform, may_be_empty=shortest == 0)
        if kind in {"headline", "subline", "call"}:
            self._shown.setdefault(kind, text)  # what the first picture shows, its alt text tells
        return cut(text, limit or 300)

    def change(self, field: str, value: object) -> tuple[str, str]:
        """How a variant differs that has another *value* in *field*, and what that may show."""
        return f"{field}: {value or 'none'}", HYPOTHESES.get(field, ONE_CHANGE)

    def hashtag(self, index: int) -> str:
        """A hashtag made of the material's own words, the most telling first."""
        return f"#{self.about.tags[index % len(self.about.tags)]}"

    def url(self) -> str:
        """An address that the prompt has, or a made-up one that leads nowhere."""
        found = URL.search(self.prompt)
        return found.group().rstrip(".,") if found else "https://example.com/news"

    def moment(self) -> datetime:
        """The latest time still to come that the prompt names, or tomorrow evening."""
        named = [datetime.fromisoformat(match.group()) for match in MOMENT.finditer(self.prompt)]
        aware = [moment if moment.tzinfo else moment.replace(tzinfo=UTC) for moment in named]
        now = datetime.fromtimestamp(self.now, UTC)
        coming = [moment for moment in aware if moment > now]
        if coming:
            return max(coming)
        day = max([now, *aware]) + timedelta(days=1)
        return day.astimezone(UTC).replace(hour=17, minute=30, second=0, microsecond=0)

    def mood(self) -> float:
        """How glad the material sounds, from -1 to 1."""
        return mood_of(self.material)

    def _of_kind(self, kind: str, limit: int, platform: str, *, may_be_empty: bool) -> str:
        usual = phrases_for(self.about.language).call
        makers: dict[str, Callable[[], str]] = {
            "alt": lambda: self._alt_text(limit),
            "difference": lambda: "" if may_be_empty else ONE_CHANGE,
            "hypothesis": lambda: "" if may_be_empty else ONE_CHANGE,
            "trend": self._trend,
            "word": lambda: self._next(kind, self.keywords),
            "call": lambda: self.about.call or ("" if may_be_empty else usual),
            "angle": lambda: ANGLES[self._way(kind)],
            "reason": lambda: PLATFORM_REASONS.get(platform) or REASONS[self._way(kind)],
            "takeaway": self._takeaway,
            "subline": lambda: self._subline(limit),
            "scene": lambda: self._next(kind, SCENES).format(title=self.about.title),
            "reply": lambda: self._next(kind, REPLIES),
            "headline": lambda: self._headline(limit),
        }
        return makers.get(kind, lambda: self._title(limit))()

    def _way(self, kind: str) -> int:
        """Which way of telling it is due: titles, angles and reasons go through them in step."""
        self._turns[kind] += 1
        return self._ways[(self._turns[kind] - 1) % len(self._ways)]

    def _next(self, kind: str, choices: Sequence[str]) -> str:
        self._turns[kind] += 1
        return choices[(self._start + self._turns[kind]) % len(choices)]

    def _headline(self, limit: int) -> str:
        """The words of a picture, or a title where no other field has one: read at a glance."""
        found = overlays(self.about, limit, WORDS_IN_A_PICTURE)
        self._turns["headline"] += 1
        return found[(self._turns["headline"] - 1) % len(found)]

    def _title(self, limit: int) -> str:
        found, way = headlines(self.about, limit), self._way("title")
        if way == 0:
            return found[0]
        if way == 1:
            return shorten(details(self.about, 70)[0], limit)
        pattern = phrases_for(self.about.language).angles[way - 2]
        return shorten(pattern.format(topic=self.about.topic), limit)

    def _takeaway(self) -> str:
        told = self.about.sentences or (f"{self.about.title}.",)
        found = details(self.about, 70) if self._way("takeaway") == 1 else []
        return next((one for one in told if found and one.startswith(found[0])), told[0])

    def _subline(self, limit: int) -> str:
        """A sentence of the material that the headline does not say already."""
        shown = self._shown.get("headline", self.about.title)
        told = [one.removeprefix("• ").rstrip(".") for one in self.about.sentences]
        fresh = [one for one in told if one != shown and len(one) <= limit]
        self._turns["subline"] += 1
        return fresh[(self._turns["subline"] - 1) % len(fresh)] if fresh else ""

    def _alt_text(self, limit: int) -> str:
        """What the first picture shows, in words."""
        phrases, shown = phrases_for(self.about.language), self._shown
        parts = [phrases.graphic.format(headline=shown.get("headline", self.about.title))]
        if subline := shown.get("subline"):
            parts.append(phrases.below.format(subline=subline))
        if button := shown.get("call"):
            parts.append(phrases.button.format(button=button))
        while len(" ".join(parts)) > limit and len(parts) > 1:
            parts.pop()
        return " ".join(parts)

    def _trend(self) -> str:
        own = {word.lower() for word in re.findall(r"\w{4,}", self.about.title)}
        for topic in self.about.trends:
            if own & {word.lower() for word in re.findall(r"\w{4,}", topic)}:
                return topic
        return ""

    def _room(self, platform: str) -> int:
        """The characters that the prompt gives this platform, or that it usually has."""
        usual = ROOM.get(platform, USUAL_ROOM)
        asked = f"{self.instruction}\n{self.prompt}"
        if platform:
            line = re.search(rf"^[^\n]*\b{re.escape(platform)}\b[^\n]*$", asked, re.MULTILINE)
            lines = re.findall(rf"^\W*{re.escape(platform)}\W[^\n]*$", asked, re.MULTILINE)
            for one in (*lines, *([line.group()] if line else [])):
                if said := said_limit(one):
                    return min(said, usual) if platform in {"x", "twitter"} else said
        return min(said_limit(asked) or usual, usual)
