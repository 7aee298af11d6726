"""What a prompt is about: its material, the words it uses most, its subject and its limits."""

import re
from collections import Counter

DAYS = frozenset(
    re.findall(
        r"\w+",
        """
    monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december
    """,
    )
)
STOP = DAYS | frozenset(
    re.findall(
        r"\w+",
        """
    about above after again also and answer any are at brief but can caption character
    characters content could data each every facebook field fields for from give given have here
    how instagram into instruction its json just like long make material many more most must
    never not only other our out over platform please post posts prompt return short should
    social some such text than that the their them then there these they this three title two
    under use used using very was what when where which while who why will with without words
    write you your been being were null true false none
    """,
    )
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
ORDER = re.compile(
    r"(?:please |now )?(?:write|give|return|answer|judge|propose|plan|make|create|list|describe"
    r"|draft)\b",
    re.IGNORECASE,
)
"""How sentences begin that tell the writer what to do, and readers nothing."""
ORDERED = re.compile(rf"{ORDER.pattern}[^.:\n]*?\b(?:about|on|for)\s+(?:the\s+)?", re.IGNORECASE)
"""The part of such a sentence before what is to be written about."""
SHORT_FORM = re.compile(
    r"(?:^|[\s(])(?:\d{1,2}|[A-Za-zÄÖÜ]|Dr|Mrs?|Ms|St|Prof|Nr|No|bzw|ca|etc|vs|approx|z\.\s?B|d\.\s?h|TP)\.$"
)
BULLET = re.compile(r"^[-*•–·]\s+")
GERMAN = frozenset(
    re.findall(
        r"\w+", "der die das und ist sind mit für wir nicht ein eine auf bei zum zur ihr euch"
    )
)
SAID_LIMIT = re.compile(
    r"(?:at most|max(?:imum)?\.?(?: of)?|up to|under|no more than|not exceed|within|"
    r"limit(?: of)?|<=|≤)\s*:?\s*(\d[\d,.]*)\s*(?:weighted\s+)?(?:characters|chars)",
    re.IGNORECASE,
)
GLAD = frozenset(
    re.findall(
        r"\w+",
        """
    love great thank thanks beautiful good bravo super toll bellissimo encanta amazing happy
    nice wonderful best
    """,
    )
)
CROSS = frozenset(
    re.findall(
        r"\w+",
        """
    bad broke broken disappointed disappointing expensive hate late never nobody refund scam
    terrible worst angry awful wrong danger dangerous injured lawsuit recall sick poison fraud
    """,
    )
)


def fenced(prompt: str) -> list[tuple[str, str]]:
    """The pieces that the prompt fences off, each with the name of its tag, if it has one."""
    found: list[tuple[str, str]] = []
    for match in FENCED.finditer(prompt):
        inside = next(part for part in match.groups()[1:] if part is not None)
        if inside.strip():
            found.append(((match[1] or "").lower(), inside))
    return found


def material_of(prompt: str) -> str:
    """What the prompt is about: its fenced material, or all of it when nothing is fenced."""
    found = fenced(prompt)
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
    """The whole sentences of the material, without labels, addresses, marks and orders to write."""
    quoted = re.findall(r"[\"'][\w ]+[\"']\s*:\s*\"((?:[^\"\\]|\\.){20,})\"", material)
    text = "\n".join(quoted) or LABEL.sub("", material)
    plain = re.sub(r"[{}\[\]\"#*<>`_|]", " ", URL.sub(" ", text.replace("\\n", "\n")))
    found = split_sentences(plain)
    return [one for one in found if 4 <= len(one.split()) <= 40 and not ORDER.match(one)]


def split_sentences(text: str) -> list[str]:
    """The sentences of *text* in order, each with the mark it ends in; a line break ends one."""
    found: list[str] = []
    for line in text.splitlines():
        held = ""
        for piece in re.split(r"(?<=[.!?…])\s+", line.strip()):
            held = f"{held} {piece}".strip()
            if not SHORT_FORM.search(held):
                found.append(held)
                held = ""
        found.append(held)
    whole = [BULLET.sub("• ", " ".join(one.split())) for one in found if re.search(r"\w", one)]
    return [one if one[-1] in ".!?…:" or one.startswith("•") else f"{one}." for one in whole]


def language_of(instruction: str, text: str) -> str:
    """The language that is asked for, or the one that *text* looks like."""
    asked = re.search(r"\blanguage (?:with the )?code:? [\"']?([a-z]{2,3})\b", instruction)
    if asked:
        return asked[1]
    if re.search(r"[ăđơưạảấầẩậắằẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỷỹ]", text.lower()):
        return "vi"
    words = set(re.findall(r"\w+", text.lower()))
    return "de" if len(words & GERMAN) >= 2 else "en"


def subject_of(material: str, keywords: list[str]) -> str:
    """What the material is about, in a few words."""
    labelled = LABELLED.search(material) or QUOTED.search(material)
    if labelled:
        return cut(labelled[1].strip().rstrip(".!?"), 60)
    for line in material.splitlines():
        plain = re.sub(r"[{}\[\]\"#*<>`_|]|^[\w ]{2,16}:", " ", line).strip()
        plain = ORDERED.sub("", plain)
        if len(plain.split()) >= 2:
            sentence = re.split(r"(?<=[.!?])\s", plain)[0]
            found = cut(" ".join(sentence.split()[:8]).rstrip(".!?,:;"), 60)
            return found[:1].upper() + found[1:]
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
