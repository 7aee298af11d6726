"""Copy about the subject of a prompt: seeded, plausible, of the asked length, and never clever."""

import hashlib
import random
import re
from collections import Counter
from datetime import UTC, datetime, timedelta

from pressroom.simulator.gemini_phrases import (
    CLOSERS,
    MIDDLES,
    OPENERS,
    TEMPLATES,
    TITLES,
    kind_of,
)
from pressroom.simulator.gemini_reading import (
    URL,
    cut,
    keywords_of,
    material_of,
    mood_of,
    said_limit,
    sentences_of,
    subject_of,
)

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")


class Writer:
    """Writes about what one prompt is about; the same prompt and seed give the same words."""

    def __init__(self, prompt: str, seed: int, now: float, instruction: str = "") -> None:
        self.prompt = prompt
        self.instruction = instruction
        self.now = now
        self.material = material_of(prompt)
        self.keywords = keywords_of(self.material)
        self.subject = subject_of(self.material, self.keywords)
        digest = hashlib.sha256(f"{seed}\n{instruction}\n{prompt}".encode()).digest()
        self.dice = random.Random(digest)  # noqa: S311 - chooses phrases, keeps no secret
        self._start = self.dice.randrange(1000)
        self._turns: Counter[str] = Counter()
        # What people wrote is answered, not repeated.
        self._sentences = [] if "<comment" in prompt else sentences_of(self.material)

    def text(self, name: str, description: str, longest: int | None, shortest: int = 0) -> str:
        """A text for a field of this name, at most *longest* and at least *shortest* characters."""
        kind = kind_of(name)
        limit = longest or said_limit(description)
        if kind == "body" or (kind == "" and (longest or 0) > 80):
            return self._body(
                limit or said_limit(f"{self.instruction}\n{self.prompt}") or 600, shortest
            )
        text = (
            self._keyword() if kind == "word" else self._phrase(TEMPLATES.get(kind, TITLES), kind)
        )
        while len(text) < shortest:
            text = f"{text} {self._phrase(MIDDLES, 'middle')}"
        return cut(text, limit or 300)

    def hashtag(self) -> str:
        """A hashtag made of one of the keywords."""
        word = re.sub(r"[^\w]", "", self._keyword().title())
        return f"#{word or 'News'}"

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

    def _turn(self, kind: str) -> int:
        self._turns[kind] += 1
        return self._start + self._turns[kind]

    def _keyword(self) -> str:
        return self.keywords[self._turn("keyword") % len(self.keywords)]

    def _phrase(self, choices: tuple[str, ...], kind: str) -> str:
        turn = self._turn(f"phrase {kind}")
        first = self.keywords[turn % len(self.keywords)]
        second = self.keywords[(turn + 1) % len(self.keywords)]
        subject = self.subject
        text = choices[turn % len(choices)].format(
            subject=subject, Subject=_capital(subject), a=first, b=second
        )
        return _capital(text)

    def _middle(self) -> str:
        """A sentence of the material, or a made-up one when it has none left to give."""
        turn = self._turn("sentence")
        if self._sentences and self._turns["sentence"] <= 3 * len(self._sentences):
            return self._sentences[turn % len(self._sentences)]
        return self._phrase(MIDDLES, "middle")

    def _body(self, limit: int, shortest: int) -> str:
        sentences = [self._phrase(OPENERS, "opener")]
        closer = self._phrase(CLOSERS, "closer")
        room = min(limit, max(shortest, 420))
        for _ in range(60 if shortest else 2):
            sentence = self._middle()
            enough = len(" ".join([*sentences, closer])) >= shortest
            if len(" ".join([*sentences, sentence, closer])) > room and enough:
                break
            if sentence not in sentences:
                sentences.append(sentence)
        whole = " ".join([*sentences, closer])
        while len(whole) > limit and len(sentences) > 1 and len(whole) > shortest:
            sentences.pop()
            whole = " ".join([*sentences, closer])
        return cut(whole, limit)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
