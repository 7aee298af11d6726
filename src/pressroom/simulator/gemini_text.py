"""Copy about the subject of a prompt: seeded, plausible, within the asked length, and never clever."""

import hashlib
import random
import re
from collections import Counter
from datetime import UTC, datetime, timedelta

STOP = frozenset(
    [
        "about",
        "above",
        "after",
        "again",
        "also",
        "and",
        "answer",
        "any",
        "are",
        "at",
        "brief",
        "but",
        "can",
        "caption",
        "character",
        "characters",
        "content",
        "could",
        "data",
        "each",
        "every",
        "facebook",
        "field",
        "fields",
        "for",
        "from",
        "give",
        "given",
        "have",
        "here",
        "how",
        "instagram",
        "into",
        "instruction",
        "its",
        "json",
        "just",
        "like",
        "long",
        "make",
        "material",
        "many",
        "more",
        "most",
        "must",
        "never",
        "not",
        "only",
        "other",
        "our",
        "out",
        "over",
        "platform",
        "please",
        "post",
        "posts",
        "prompt",
        "return",
        "short",
        "should",
        "social",
        "some",
        "such",
        "text",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "three",
        "title",
        "two",
        "under",
        "use",
        "used",
        "using",
        "very",
        "was",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "why",
        "will",
        "with",
        "without",
        "words",
        "write",
        "you",
        "your",
    ]
)
LABELLED = re.compile(
    r"^[\s\"'*-]*(?:title|name|campaign|topic|subject|headline|summary|product|brief|idea)[\"'*]*\s*[:=]\s*[\"']?(.{3,160}?)[\"',]*\s*$",
    re.IGNORECASE | re.MULTILINE,
)
FENCED = re.compile(
    r"<([A-Za-z_][\w-]*)[^>]*>\s*(.*?)\s*</\1>|```\w*\n(.*?)```|\"\"\"(.*?)\"\"\"", re.DOTALL
)
URL = re.compile(r"https?://[^\s<>\"')\]]+")
SAID_LIMIT = re.compile(
    r"(?:at most|max(?:imum)?\.?(?: of)?|up to|under|no more than|not exceed|within|limit(?: of)?|<=|≤)\s*:?\s*"
    r"(\d[\d,.]*)\s*(?:weighted\s+)?(?:characters|chars)",
    re.IGNORECASE,
)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
GLAD = frozenset(
    [
        "love",
        "great",
        "thank",
        "thanks",
        "beautiful",
        "good",
        "bravo",
        "super",
        "toll",
        "bellissimo",
        "encanta",
        "amazing",
        "happy",
        "nice",
    ]
)
CROSS = frozenset(
    [
        "bad",
        "broke",
        "broken",
        "disappointed",
        "expensive",
        "hate",
        "late",
        "never",
        "nobody",
        "refund",
        "scam",
        "terrible",
        "worst",
        "angry",
        "awful",
        "wrong",
        "danger",
        "dangerous",
        "injured",
        "lawsuit",
        "recall",
    ]
)

OPENERS = (
    "{Subject} is here.",
    "We have news: {subject}.",
    "Meet {subject}.",
    "Some things are worth the wait. {Subject} is one of them.",
    "You asked, we listened: {subject}.",
    "This week is all about {subject}.",
)
MIDDLES = (
    "Behind it are months of work on {a} and {b}.",
    "It brings {a} and {b} together in one place.",
    "If {a} matters to you, this is for you.",
    "We kept it simple: {a}, {b}, and nothing you do not need.",
    "Our team put {a} first and never lost sight of {b}.",
    "You will notice the difference in {a} from the first day.",
)
CLOSERS = (
    "What would you like to see next?",
    "Tell us what you think.",
    "See you there?",
    "Have a look and share it with a friend who cares about {a}.",
    "Which part speaks to you most?",
)
TITLES = (
    "{Subject}, in one minute",
    "What {subject} changes for you",
    "Meet {subject}",
    "Why {subject} matters now",
    "Behind the scenes of {subject}",
    "{Subject}: three things to know",
)
ANGLES = (
    "Show the people behind {subject} and let them speak about {a}",
    "Answer the one question that everyone asks about {a}",
    "Before and after: what {subject} changes in an ordinary day",
    "A number that surprises, taken from the work on {b}",
    "Invite the audience to choose between {a} and {b}",
    "A quiet close-up of {a}, with one plain sentence",
)
REASONS = (
    "It names {a} plainly and gives people a reason to answer.",
    "Posts about {a} did well lately, and this one adds {b}.",
    "It is concrete, fits the voice, and asks for one thing only.",
    "It connects {subject} with what the audience already talks about.",
)
SCENES = (
    "A bright photograph of {a} in everyday use, with {b} in the background",
    "Two people looking at {a} on a wooden table, warm daylight",
    "A clean flat illustration of {subject} in the brand colours",
    "A close-up of hands holding {a}, soft light, plenty of space on the left",
)
REPLIES = (
    "Thank you for writing to us! We are happy to help with {a}: send us a message and we will look into it.",
    "Thanks for your comment. You will find everything about {a} on our page, and we gladly answer here too.",
    "We hear you, and we are sorry about that. Please send us a message so that we can put it right.",
)
CALLS = ("Find out more", "See the details", "Join us", "Have a look today", "Save your place")

KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("alt", ("alt_text", "alttext", "alt", "image_description")),
    ("reply", ("reply", "response", "answer")),
    (
        "reason",
        (
            "why",
            "reason",
            "rationale",
            "explanation",
            "justification",
            "because",
            "note",
            "evidence",
        ),
    ),
    ("angle", ("angle", "concept", "idea", "approach", "insight")),
    (
        "scene",
        (
            "scene",
            "visual",
            "image_prompt",
            "prompt",
            "shows",
            "what_to_show",
            "picture",
            "description",
            "style",
        ),
    ),
    ("call", ("cta", "call_to_action", "button")),
    (
        "title",
        ("headline", "title", "name", "hook", "label", "overlay", "slogan", "theme", "subject"),
    ),
    ("word", ("keyword", "topic", "tag", "trend", "term", "interest", "entity", "audience")),
    (
        "body",
        (
            "caption",
            "text",
            "body",
            "copy",
            "message",
            "post",
            "content",
            "draft",
            "summary",
            "statement",
        ),
    ),
)
TEMPLATES = {
    "title": TITLES,
    "angle": ANGLES,
    "reason": REASONS,
    "scene": SCENES,
    "alt": SCENES,
    "reply": REPLIES,
    "call": CALLS,
}


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
        self.dice = random.Random(digest)  # noqa: S311 - chooses phrases
        self.turn = self.dice.randrange(1000)

    def text(self, name: str, description: str, longest: int | None, shortest: int = 0) -> str:
        """A text for a field of this name, at most *longest* and at least *shortest* characters."""
        kind = kind_of(name)
        limit = longest or said_limit(description)
        if kind == "word":
            text = self._keyword()
        elif kind == "body" or (kind == "" and (longest or 0) > 80):
            return self._body(limit or self._asked_limit() or 600, shortest)
        else:
            text = self._phrase(TEMPLATES.get(kind, TITLES))
        while len(text) < shortest:
            text = f"{text} {self._phrase(MIDDLES)}"
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
        """A time that the prompt names, or tomorrow evening."""
        found = MOMENT.search(self.prompt)
        if found:
            moment = datetime.fromisoformat(found.group().replace("Z", "+00:00"))
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        day = datetime.fromtimestamp(self.now, UTC) + timedelta(days=1)
        return day.replace(hour=17, minute=30, second=0, microsecond=0)

    def mood(self) -> float:
        """How glad the material sounds, from -1 to 1."""
        words = re.findall(r"\w+", self.material.lower())
        score = sum(word in GLAD for word in words) - sum(word in CROSS for word in words)
        return max(-1.0, min(1.0, score / 2))

    def _keyword(self) -> str:
        self.turn += 1
        return self.keywords[self.turn % len(self.keywords)]

    def _phrase(self, choices: tuple[str, ...]) -> str:
        self.turn += 1
        template = choices[self.turn % len(choices)]
        first = self.keywords[self.turn % len(self.keywords)]
        second = self.keywords[(self.turn + 1) % len(self.keywords)]
        text = template.format(
            subject=self.subject, Subject=_capital(self.subject), a=first, b=second
        )
        return _capital(text)

    def _body(self, limit: int, shortest: int) -> str:
        sentences = [self._phrase(OPENERS)]
        closer = self._phrase(CLOSERS)
        room = min(limit, max(shortest, 420))
        for _ in range(2 if not shortest else 60):
            sentence = self._phrase(MIDDLES)
            if (
                len(" ".join([*sentences, sentence, closer])) > room
                and len(" ".join(sentences)) >= shortest
            ):
                break
            sentences.append(sentence)
        whole = " ".join([*sentences, closer])
        while len(whole) > limit and len(sentences) > 1 and len(whole) > shortest:
            sentences.pop()
            whole = " ".join([*sentences, closer])
        return cut(whole, limit)

    def _asked_limit(self) -> int | None:
        return said_limit(self.instruction + "\n" + self.prompt)


def kind_of(name: str) -> str:
    """Which kind of text a field of this name holds; empty when the name says nothing."""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    for kind, names in KINDS:
        if plain in names:
            return kind
    for kind, names in KINDS:
        if any(part in plain for part in names if len(part) > 3):
            return kind
    return ""


def material_of(prompt: str) -> str:
    """What the prompt is about: its fenced material, or all of it when nothing is fenced."""
    pieces = [
        next(part for part in match.groups()[1:] if part is not None)
        for match in FENCED.finditer(prompt)
    ]
    inside = "\n".join(piece for piece in pieces if piece.strip())
    return inside or prompt


def keywords_of(material: str) -> list[str]:
    """The words that the material uses most, at least two of them."""
    plain = URL.sub(" ", material)
    words = re.findall(r"[^\W\d_][\w-]{3,}", plain)
    counted = Counter(word.lower() for word in words if word.lower() not in STOP and len(word) < 25)
    found = [word for word, _ in counted.most_common(6)]
    return found + ["the details", "the people behind it"][: max(0, 2 - len(found))]


def subject_of(material: str, keywords: list[str]) -> str:
    """What the material is about, in a few words."""
    labelled = LABELLED.search(material)
    if labelled:
        return cut(labelled[1].strip().rstrip(".!?"), 60)
    for line in material.splitlines():
        plain = re.sub(r"[{}\[\]\"#*<>`_|]|^[\w ]{2,16}:", " ", line).strip()
        words = plain.split()
        if len(words) >= 2:
            sentence = re.split(r"(?<=[.!?])\s", plain)[0]
            return cut(" ".join(sentence.split()[:8]).rstrip(".!?,:;"), 60)
    return " ".join(keywords[:2])


def said_limit(text: str) -> int | None:
    """The smallest character limit that a text names."""
    found = [int(re.sub(r"[,.]", "", match[1])) for match in SAID_LIMIT.finditer(text)]
    usable = [limit for limit in found if limit >= 10]
    return min(usable) if usable else None


def cut(text: str, limit: int) -> str:
    """The text up to *limit* characters, ended at a word."""
    if len(text) <= limit:
        return text
    short = text[:limit]
    if " " in short.strip():
        short = (
            short[: short.rstrip().rfind(" ")] if not text[limit : limit + 1].isspace() else short
        )
    return short.rstrip(" ,;:-") or text[:limit]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
