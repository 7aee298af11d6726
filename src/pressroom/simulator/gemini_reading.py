"""What a prompt is about: its material, the words it uses most, its subject and its limits."""

import re
from collections import Counter

DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
STOP = DAYS | frozenset(
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
        "been",
        "being",
        "were",
        "null",
        "true",
        "false",
        "none",
    ]
)
NAMES = "title|name|campaign|topic|subject|headline|summary|product|brief|idea"
LABELLED = re.compile(
    rf"^[\s\"'*-]*(?:{NAMES})[\"'*]*\s*[:=]\s*[\"']?(.{{3,160}}?)[\"',]*\s*$",
    re.IGNORECASE | re.MULTILINE,
)
QUOTED = re.compile(rf"[\"'](?:{NAMES})[\"']\s*:\s*\"([^\"]{{3,160}})\"", re.IGNORECASE)
LABEL = re.compile(r"^[ \t\"'*-]*[A-Za-z][\w ]{1,20}[\"'*]*\s*[:=]\s*", re.MULTILINE)
FENCED = re.compile(
    r"<([A-Za-z_][\w-]*)[^>]*>\s*(.*?)\s*</\1>|```\w*\n(.*?)```|\"\"\"(.*?)\"\"\"", re.DOTALL
)
ABOUT = ("brief", "idea", "entry", "comment", "campaign", "topic", "subject", "material", "post")
BESIDE = ("brand", "voice", "rules", "format", "example", "schema", "trend", "limits", "history")
URL = re.compile(r"https?://[^\s<>\"')\]]+")
SAID_LIMIT = re.compile(
    r"(?:at most|max(?:imum)?\.?(?: of)?|up to|under|no more than|not exceed|within|"
    r"limit(?: of)?|<=|≤)\s*:?\s*(\d[\d,.]*)\s*(?:weighted\s+)?(?:characters|chars)",
    re.IGNORECASE,
)
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
        "wonderful",
        "best",
    ]
)
CROSS = frozenset(
    [
        "bad",
        "broke",
        "broken",
        "disappointed",
        "disappointing",
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
        "sick",
        "poison",
        "fraud",
    ]
)


def material_of(prompt: str) -> str:
    """What the prompt is about: its fenced material, or all of it when nothing is fenced."""
    found: list[tuple[str, str]] = []
    for match in FENCED.finditer(prompt):
        inside = next(part for part in match.groups()[1:] if part is not None)
        if inside.strip():
            found.append(((match[1] or "").lower(), inside))
    first = [text for tag, text in found if any(word in tag for word in ABOUT)]
    others = [text for tag, text in found if not any(word in tag for word in BESIDE)]
    return "\n".join(first or others or [text for _, text in found]) or prompt


def keywords_of(material: str) -> list[str]:
    """The words that the material uses most, as it writes them; at least two."""
    plain = URL.sub(" ", LABEL.sub("", material))
    words = [word for word in re.findall(r"[^\W\d_][\w-]{3,24}", plain) if word.lower() not in STOP]
    counted = Counter(word.lower() for word in words)
    # A capital in the middle of a sentence belongs to the word; at its beginning it does not.
    names = {name.lower(): name for name in re.findall(r"(?<=[a-z,] )[A-Z][\w-]{3,24}", plain)}
    found = [names.get(word, word) for word, _ in counted.most_common(6)]
    return found + ["the details", "the people behind it"][: max(0, 2 - len(found))]


def sentences_of(material: str) -> list[str]:
    """The whole sentences of the material, without labels, addresses and marks."""
    quoted = re.findall(r"[\"'][\w ]+[\"']\s*:\s*\"((?:[^\"\\]|\\.){20,})\"", material)
    text = "\n".join(quoted) or LABEL.sub("", material)
    plain = re.sub(r"[{}\[\]\"#*<>`_|]", " ", URL.sub(" ", text.replace("\\n", " ")))
    pieces = re.split(r"(?<=[.!?])\s+|[\n;]+", plain)
    whole = [" ".join(piece.split()) for piece in pieces]
    return [piece.rstrip(".!?") + "." for piece in whole if 4 <= len(piece.split()) <= 30]


def subject_of(material: str, keywords: list[str]) -> str:
    """What the material is about, in a few words."""
    labelled = LABELLED.search(material) or QUOTED.search(material)
    if labelled:
        return cut(labelled[1].strip().rstrip(".!?"), 60)
    for line in material.splitlines():
        plain = re.sub(r"[{}\[\]\"#*<>`_|]|^[\w ]{2,16}:", " ", line).strip()
        if len(plain.split()) >= 2:
            sentence = re.split(r"(?<=[.!?])\s", plain)[0]
            return cut(" ".join(sentence.split()[:8]).rstrip(".!?,:;"), 60)
    return " ".join(keywords[:2])


def mood_of(material: str) -> float:
    """How glad the material sounds, from -1 to 1."""
    words = re.findall(r"\w+", material.lower())
    score = sum(word in GLAD for word in words) - sum(word in CROSS for word in words)
    return max(-1.0, min(1.0, score / 2))


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
    whole_word = text[limit : limit + 1].isspace()
    if " " in short.strip() and not whole_word:
        short = short[: short.rstrip().rfind(" ")]
    return short.rstrip(" ,;:-") or text[:limit]
