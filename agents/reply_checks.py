"""What keeps a proposed answer from going out by itself, whoever wrote it.

Each check names itself and the words it stumbled over. A finding is no verdict that the answer is
bad: a person may send it all the same, and sees why the machine would not.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from pressroom.agents import wording
from pressroom.agents.claim_words import CLAIM_WORDS
from pressroom.agents.grounding import ungrounded, without_told
from pressroom.agents.occasion import Occasion, words_of
from pressroom.agents.offers import unfounded
from pressroom.analysis.language import find_language
from pressroom.analysis.stopwords import ALL_STOPWORDS, STOPWORDS
from pressroom.domain.checks import BIDI, HASHTAG, MENTION, is_control, utf16_units
from pressroom.domain.comment import as_read
from pressroom.domain.decision import CheckFinding
from pressroom.domain.likeness import likeness
from pressroom.domain.lookalikes import LETTERS
from pressroom.domain.never_auto import find_never_auto
from pressroom.domain.personal_data import find_personal_data
from pressroom.domain.phrasebook import PhraseBook
from pressroom.domain.platform import TITLES, Platform
from pressroom.domain.reading import INVISIBLE, bare, read
from pressroom.domain.weighted_length import addresses_in, weighted_length

LIMITS: dict[Platform, int] = {"facebook": 8000, "instagram": 300, "x": 280}
"""Characters of a public answer, on X weighted. Instagram's figure is the one in Meta's reference
of comments; Meta gives none for Facebook, and 8,000 is what public tools observe."""
PRIVATE_LIMIT = 1000
"""Bytes of a private message, the smaller of Messenger's and Instagram's limits."""

_ECHO_WORDS = 3
_CLAIMS: dict[str, tuple[str, str]] = {
    "promises": ("promises", "It promises something, or offers it."),
    "dates": ("dates", "It names a day or a time that the brand's facts do not."),
    "human": ("human", "It says who or what is writing."),
    "leak": ("leak", "It speaks of instructions."),
    "liability": ("liability", "It may be read as admitting fault."),
    "claims": ("claims", "It claims, compares or judges."),
    "agreement": ("agreement", "It agrees, denies or takes a side."),
}
_SPELLED_LINK = re.compile(
    r"h[tx]{2}ps?\b|\b[\w-]+\s?(?:\(dot\)|\[dot\]|\[\.\]|\(\.\)|\sdot\s|\spunto\s|\spoint\s|\spunkt\s|\sponto\s)"
    r"\s?\w{2,}|\b\w+\s?\.\s\w{2,4}/\w|\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:bit\.ly|t\.me|wa\.me|tinyurl)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"```|`|</?[a-zA-Z]|\[[^\]]*\]\(|\*\*|__|\{|\}|<\||\|>|^\s*#{1,6}\s|^\s*[-*]\s|&#?\w+;|\\[nux]"
    r"|^\s*(?:system|assistant|user|human|reply|response|answer)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]{2,}[\"“”«»„]")
_EMOJI_JOINT = re.compile("(?<=[^\\w\\s])\u200d(?=[^\\w\\s])|\ufe0f")
_NUMBER_WORDS = frozenset(
    bare(word)
    for word in [
        *(
            "half",
            "double",
            "twice",
            "triple",
            "percent",
            "hundred",
            "thousand",
            "million",
            "dozen",
        ),
        *(
            "mitad",
            "doble",
            "cien",
            "mil",
            "millón",
            "moitié",
            "double",
            "cent",
            "mille",
            "million",
        ),
        *("hälfte", "doppelt", "hundert", "tausend", "prozent", "metà", "doppio", "cento", "mille"),
        *("metade", "dobro", "cem", "mil", "milhão", "euro", "euros", "dollar", "dollars", "bucks"),
    ]
)

Findings = Iterator[CheckFinding]
Check = Callable[[str, Occasion], Findings]


def check_reply(text: str, occasion: Occasion) -> tuple[CheckFinding, ...]:
    """Everything about *text* that a person should see first; empty where it may go out."""
    found = [finding for check in _CHECKS for finding in check(text, occasion)]
    return tuple({(one.check, one.words): one for one in found}.values())


def _finding(check: str, message: str, *words: str) -> CheckFinding:
    return CheckFinding(
        check=check, message=message, words=tuple(word[:80] for word in words if word)
    )


def _length(text: str, occasion: Occasion) -> Findings:
    if not any(char.isalpha() for char in text):
        yield _finding("empty", "It says nothing.")
        return
    platform = occasion.comment.platform
    if occasion.is_private:
        size, limit, unit = len(text.encode()), PRIVATE_LIMIT, "bytes"
    elif platform == "x":
        size, limit, unit = weighted_length(text), LIMITS["x"], "weighted characters"
    else:
        size, limit, unit = utf16_units(text), LIMITS[platform], "characters"
    if size > limit:
        told = f"It has {size} {unit}; {TITLES[platform]} takes {limit}."
        yield _finding("length", told)


def _characters(text: str, occasion: Occasion) -> Findings:
    del occasion
    visible = _EMOJI_JOINT.sub("", text)
    odd = [
        char for char in visible if is_control(char) or BIDI.match(char) or INVISIBLE.match(char)
    ]
    odd += [char for char in unicodedata.normalize("NFC", visible) if "\u0300" <= char <= "\u036f"]
    if odd:
        codes = sorted({f"U+{ord(char):04X}" for char in odd})
        yield _finding("characters", "It holds characters that nobody sees.", *codes)
    for word in re.findall(r"\w+", visible):
        mixed = any(char.isascii() and char.isalpha() for char in word) and any(
            ord(char) in LETTERS for char in word.lower()
        )
        if mixed or (not word.isascii() and unicodedata.normalize("NFKC", word) != word):
            yield _finding("characters", "It holds letters of another alphabet or font.", word)


def _links(text: str, occasion: Occasion) -> Findings:
    ground = occasion.brand.own_words
    found = wording.foreign_links(text, ground)
    known = [address.text.casefold() for address in addresses_in(ground)]
    for address in addresses_in(text):
        link = address.text.casefold().rstrip("/")
        if not any(one.rstrip("/") == link or one.startswith(f"{link}/") for one in known):
            found.append(address.text)
    found += [match[0] for match in _SPELLED_LINK.finditer(text) if match[0] not in ground]
    if found:
        told = "It leads to a page that the brand file does not allow."
        yield _finding("links", told, *dict.fromkeys(found))


def _handles(text: str, occasion: Occasion) -> Findings:
    ours = {f"@{handle}".casefold() for handle in occasion.brand.handles.values()}
    plain = unicodedata.normalize("NFKC", text)
    others = [one for one in MENTION.findall(plain) if one.rstrip(".").casefold() not in ours]
    if others:
        yield _finding("handles", "It names an account that is not the brand's.", *others)
    tags = {f"#{tag}".casefold() for tag in occasion.brand.hashtags}
    foreign = [one for one in HASHTAG.findall(plain) if one.casefold() not in tags]
    if foreign:
        yield _finding("hashtags", "It uses a hashtag that is not the brand's.", *foreign)


def _personal_data(text: str, occasion: Occasion) -> Findings:
    ours = occasion.brand.own_words.casefold()
    found = [one.text for one in find_personal_data(text) if one.text.casefold() not in ours]
    if found:
        yield _finding("personal_data", "It holds an address or number of somebody.", *found)


def _figures(text: str, occasion: Occasion) -> Findings:
    rest = without_told(text, occasion)
    found: list[str] = re.findall(r"\d+(?:[.,:]\d+)*\s?[%€$£¥₫]?", rest)
    numbers = _NUMBER_WORDS - _polite(occasion)  # Spanish gives a thousand thanks
    found += [word for word in re.findall(r"\w+", rest) if bare(word) in numbers]
    if found:
        told = "It names a figure or a price that the brand's facts do not."
        yield _finding("prices", told, *dict.fromkeys(one.strip() for one in found))
    if made_up := unfounded(rest, ""):  # what the brand says itself is no longer in it
        told = "It offers something, or sets a date, that the brand's facts do not."
        yield _finding("discounts", told, *made_up)


def _claims(text: str, occasion: Occasion) -> Findings:
    rest = read(without_told(text, occasion))
    for language in dict.fromkeys((occasion.language, "en")):
        book = _book(language)
        for found in book.find(rest) if book else ():
            if {bare(rest.words[at].kept) for at in found.places} <= _polite(occasion):
                continue  # a word that claims something in the one language thanks in the other
            check, message = _CLAIMS[found.label]
            yield _finding(check, message, rest.shown(found.first, found.last))
    if find_never_auto(as_read(occasion.comment.message)):
        sorry = [one for one in words_of(text) if one.startswith(_SORRY)]
        if sorry:
            told = "An apology in a matter like this may be read as admitting fault."
            yield _finding("liability", told, *sorry)


_SORRY: tuple[str, ...] = (
    *("sorry", "apolog", "disculp", "sentimos", "lament", "desole", "excus", "regrett", "leid"),
    *("entschuldig", "dispiac", "scus", "spiacent", "desculp", "tiếc", "lỗi"),
)


@cache
def _book(language: str) -> PhraseBook | None:
    words = CLAIM_WORDS.get(language)
    if words is None:
        return None
    book = PhraseBook(accents=language == "vi")
    book.add(words, {})
    return book


def _echo(text: str, occasion: Occasion) -> Findings:
    theirs, ours = words_of(as_read(occasion.comment.message)), words_of(text)
    light = _light(occasion)
    runs = {theirs[at : at + _ECHO_WORDS] for at in range(len(theirs) - _ECHO_WORDS + 1)}
    told = without_told(text, occasion)
    rest = words_of(told)
    for at in range(len(rest) - _ECHO_WORDS + 1):
        run = rest[at : at + _ECHO_WORDS]
        if run in runs and not set(run) <= light:
            yield _finding("echo", "It repeats what the comment says.", " ".join(run))
            return
    if len(ours) > 2 and likeness(text, as_read(occasion.comment.message)) >= 0.5:
        yield _finding("echo", "It says nearly the same as the comment.")
    quoted = [match[0] for match in _QUOTED.finditer(told)]
    if quoted:
        yield _finding("echo", "It quotes somebody.", *quoted)


def _name(text: str, occasion: Occasion) -> Findings:
    light = _light(occasion)
    parts = {
        word
        for word in words_of(occasion.comment.author_name)
        if len(word) > 2 and word not in light
    }
    named = [word for word in words_of(text) if word in parts]
    whole = "".join(words_of(occasion.comment.author_name))
    if len(whole) > 3 and whole in "".join(words_of(text)) and whole not in light:
        named.append(occasion.comment.author_name)
    if named:
        yield _finding("name", "It names the writer.", *named)


def _light(occasion: Occasion) -> frozenset[str]:
    """Words that say nothing of whose they are: courtesies, small words, the brand's own."""
    own = frozenset(word for sequence in occasion.told for word in sequence)
    return _polite(occasion) | own | _SMALL


def _polite(occasion: Occasion) -> frozenset[str]:
    return occasion.kit.words(occasion.decision.kind) if occasion.kit else frozenset()


_SMALL = frozenset(map(bare, ALL_STOPWORDS))


def _language(text: str, occasion: Occasion) -> Findings:
    rest = without_told(text, occasion)
    words = words_of(rest)
    kit = occasion.kit
    if not words or kit is None:
        return
    polite = kit.words("complaint") | kit.words("request") | kit.words("question")
    known = polite | frozenset(map(bare, STOPWORDS.get(occasion.language, ())))
    if sum(word in known for word in words) >= 0.6 * len(words):
        return
    found = find_language(rest)
    if found.code not in (occasion.language, "und") and found.confidence >= 0.6:
        told = f"It is written in {found.code}, not in {occasion.language}."
        yield _finding("language", told)


def _sameness(text: str, occasion: Occasion) -> Findings:
    bare_text = _unsigned(text, occasion)
    close = [one for one in occasion.recent if _close(bare_text, _unsigned(one, occasion))]
    if close:
        yield _finding("near_copy", "We said nearly the same a moment ago.", close[0])


def _close(one: str, other: str) -> bool:
    return wording.is_near_copy(one, [other])


def _unsigned(text: str, occasion: Occasion) -> str:
    """*text* without what every answer ends with, and without the brand's own words."""
    rest = without_told(text, occasion)
    return rest if words_of(rest) else text


def _manners(text: str, occasion: Occasion) -> Findings:
    if occasion.toxic is not None and occasion.toxic(text):
        yield _finding("toxic", "It sounds abusive.")
    banned = wording.banned_in(text, occasion.brand.banned_words)
    if banned:
        yield _finding("banned", "It uses words that the brand has banned.", *banned)
    letters = [char for char in text if char.isalpha()]
    if len(letters) > 8 and sum(char.isupper() for char in letters) > 0.6 * len(letters):
        yield _finding("shouting", "It is written in capitals.")
    marks = [match[0] for match in _MARKUP.finditer(without_told(text, occasion))]
    if marks:
        yield _finding("markup", "It holds markup, which people would see as it is.", *marks)


def _signed(text: str, occasion: Occasion) -> Findings:
    sign = occasion.brand.replies.sign_off.strip()
    if sign and not text.rstrip().endswith(sign):
        yield _finding("sign_off", f"It does not end with {sign!r}.")


def _grounded(text: str, occasion: Occasion) -> Findings:
    """Only of answers that no person reads first: nothing but courtesies and whole facts."""
    if not occasion.is_automatic:
        return
    stray = ungrounded(text, occasion)
    if stray:
        told = "It says more than thanks and the brand's own facts, word for word."
        yield _finding("grounding", told, *stray)


_CHECKS: tuple[Check, ...] = (
    _length,
    _characters,
    _links,
    _handles,
    _personal_data,
    _figures,
    _claims,
    _echo,
    _name,
    _language,
    _sameness,
    _manners,
    _signed,
    _grounded,
)
