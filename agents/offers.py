"""Offers, deadlines and days that a text puts into words, and which of them nobody made.

It knows the usual ways to say them in English, Spanish, French, German, Italian, Portuguese
and (a little) Vietnamese. It is a net and no proof: that something is free is compared, not
what it is; an unusual wording, another language, a deadline at an hour in words or a joke
slips through, and a person's review stays the only guard against those.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pressroom.agents import offer_words as in_words
from pressroom.analysis.numerals import SMALL_NUMBERS, fold, number_at_end


class Claim(NamedTuple):
    """Something that a text promises, the same in every language."""

    kind: str
    what: str = ""
    """The number, the day … that it is about."""
    is_denied: bool = False
    """`not free`: another claim, which something must say as well."""


_KINDS: tuple[tuple[Claim, Mapping[str, str]], ...] = (
    (Claim("free delivery"), in_words.FREE_DELIVERY),
    (Claim("money back"), in_words.MONEY_BACK),
    (Claim("prize"), in_words.PRIZE),
    (Claim("voucher"), in_words.VOUCHER),
    (Claim("percent", "50"), in_words.HALF_PRICE),
    (Claim("percent", "25"), in_words.QUARTER_OFF),
    (Claim("third off"), in_words.THIRD_OFF),
    (Claim("best price"), in_words.BEST_PRICE),
    (Claim("discount"), in_words.DISCOUNT),
    (Claim("limited time"), in_words.LIMITED_TIME),
    (Claim("scarce"), in_words.SCARCE),
    (Claim("last chance"), in_words.LAST_CHANCE),
    (Claim("free"), in_words.FREE),
)
"""Longer wordings before those that are a part of them."""
_PATTERNS = {kind: re.compile(rf"\b(?:{'|'.join(said.values())})(?!\w)") for kind, said in _KINDS}
_CHEAPER = frozenset({"percent", "third off"})
"""Whoever says how much cheaper may call it a discount."""

_N = rf"(\d{{1,2}}|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})"
_PAY_FOR = re.compile(
    rf"\b{_N} (?:for the price of|for|zum preis von|fur|por|al precio de|pour le prix d(?:e |')"
    rf"|pour|per|al prezzo di|pelo preco de) ?{_N}\b"
    rf"|\b(?:take|nimm|lleva|prenez|prendi|leve) {_N},? (?:and |und |y |et |e )?"
    rf"(?:pay|zahl|paga|payez|paghi|pague) {_N}\b"
    r"|\b([2-9]) ?x ?([1-8])\b"
)
"""So many for the price of so many."""
_GET_MORE = re.compile(
    rf"\b(?:buy|kauf|compra|achetez|acquista|compre|mua) {_N},? (?:and |und |y |et |e )?"
    rf"(?:get|bekomm|llevate|lleva|recevez|ricevi|leve|tang) (?:(?:an)?other|otr[oa]|outr[oa]|{_N})"
    r"(?: (?:for )?(?:free|gratis|de graca))?\b"
    rf"|\b{_N} (?:achete\w*|kaufen),? {_N} (?:offerte?s?|gratis|geschenkt|umsonst)\b"
)
"""So many bought, and more on top."""
_SECOND_FREE = re.compile(
    r"\b(?:bogof?|(?:second|2nd) (?:one )?(?:is )?free|segund[oa] (?:es |e )?gratis"
    r"|(?:deuxieme|second) (?:est )?(?:offert|gratuit)e?|zweite (?:ist )?(?:gratis|geschenkt)"
    r"|second[oa] (?:e )?(?:gratis|in omaggio)|mua (?:1|mot) tang (?:1|mot))\b"
)
_DAYS = "|".join(f"(?P<{day}>{said})" for day, said in in_words.DAYS.items())
_TIMES = "|".join(f"(?P<{time}>{said})" for time, said in in_words.TIMES.items())
_DAY = re.compile(rf"\b(?:{_DAYS})\b")
_ONLY = re.compile(
    rf"\b(?:{in_words.ONLY}|{in_words.ONLY_SO})(?: {in_words.SMALL}){{0,2}} (?:{_DAYS}|{_TIMES})\b"
)
_DAY_ONLY = re.compile(rf"\b(?:{_DAYS}|{_TIMES}) (?:{in_words.ONLY})\b")
_UNTIL = re.compile(rf"\b(?:{in_words.UNTIL})(?: {in_words.SMALL}){{0,2}} (?:{_DAYS}|{_TIMES})\b")
_SPANS = re.compile(
    rf"(?<!\w)(?:{in_words.UNTIL}|{in_words.RANGE}|{'|'.join(in_words.DAYS.values())})"
    rf"(?: {in_words.SMALL}){{0,2}} (?:{_DAYS}|{_TIMES})\b"
)
"""Where a brief's days end, however it says so."""
_EVERY_DAY = re.compile(rf"\b(?:{in_words.EVERY_DAY})\b")
_UNIT = re.compile(rf"\b(?:(?P<percent>{in_words.PERCENT})|(?P<money>{in_words.MONEY}))\b")
_FIGURE = r"(?<![\d.,])(\d++(?:[.,]\d++)*+)"
_PERCENTAGE = re.compile(rf"{_FIGURE} ?(?:%|(?:{in_words.PERCENT})\b)")
_SUM = re.compile(rf"[€$£] ?{_FIGURE}|{_FIGURE} ?(?:[€$£]|(?:{in_words.MONEY})\b)")
_CENTS = re.compile(r"[.,]0+$")
_NOT_FREE_OF = re.compile(
    r"\b(?:\w+-|(?:sugar|gluten|dairy|lactose|nut|meat|plastic|smoke|stress|hassle|risk|worry|cruelty"
    r"|alcohol|caffeine|carbon|ad|duty|tax|toll|hands|pain|trouble) )free\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.,;:!?\n]")
_BEFORE = 40


def unfounded(text: str, ground: str) -> list[str]:
    """The words in *text* that make an offer or set a time, and that *ground* does not say."""
    known = _widened({claim for claim, _ in _claims(_plain(ground), spans=True)})
    return [words for claim, words in _claims(_plain(text)) if claim not in known]


def amounts_in_words(text: str) -> set[str]:
    """Percentages and sums of money that *text* spells out, in digits."""
    found = {claim for claim, _ in _claims(_plain(text))}
    return {claim.what for claim in found if claim.kind in ("percent", "money")}


def _plain(text: str) -> str:
    """*text* as the word lists are written, a line a clause."""
    lines = (" ".join(line.split()) for line in _NOT_FREE_OF.sub(" ", text).splitlines())
    return fold(" ;\n".join(lines))


def _claims(text: str, *, spans: bool = False) -> Iterator[tuple[Claim, str]]:
    """What folded *text* claims, with its words; with *spans* as a brief sets days."""
    yield from _times(text, spans=spans)
    yield from _amounts(text)
    if spans:
        yield from _figures(text)
    rest = text
    for pattern in (_PAY_FOR, _GET_MORE, _SECOND_FREE):
        for found in pattern.finditer(rest):
            claim = _bundle(pattern, found)
            if claim is not None:
                yield claim, found[0]
        rest = pattern.sub(_blank, rest)
    for kind, pattern in _PATTERNS.items():
        for found in pattern.finditer(rest):
            yield kind._replace(is_denied=_is_denied(text, found.start())), found[0]
        rest = pattern.sub(_blank, rest)


def _blank(found: re.Match[str]) -> str:
    return "_" * len(found[0])


def _bundle(pattern: re.Pattern[str], found: re.Match[str]) -> Claim | None:
    """`2:1` for two that cost as much as one; None where it is no bargain (`one for one`)."""
    if pattern is _SECOND_FREE:
        return Claim("bundle", "2:1")
    numbers = [SMALL_NUMBERS.get(said) or int(said) for said in found.groups() if said]
    if pattern is _GET_MORE:
        bought, more = numbers[0], numbers[1] if len(numbers) > 1 else 1
        total = more if more > bought else bought + more
        return Claim("bundle", f"{total}:{bought}")
    total, paid = numbers
    return Claim("bundle", f"{total}:{paid}") if total > paid else None


def _figures(text: str) -> Iterator[tuple[Claim, str]]:
    """Percentages and sums in digits: what a brief says so may be told in words."""
    for kind, pattern in (("percent", _PERCENTAGE), ("money", _SUM)):
        for found in pattern.finditer(text):
            figure = next(said for said in found.groups() if said)
            yield Claim(kind, _CENTS.sub("", figure)), found[0]


def _amounts(text: str) -> Iterator[tuple[Claim, str]]:
    """Percentages and sums in words."""
    for unit in _UNIT.finditer(text):
        kind = unit.lastgroup or ""
        before = _clause_before(text, unit.start())
        number = number_at_end(before)
        if number is not None:
            yield Claim(kind, str(number)), f"{' '.join(before[-2:])} {unit[0]}"


def _times(text: str, *, spans: bool) -> Iterator[tuple[Claim, str]]:
    for pattern in (_ONLY, _DAY_ONLY):
        for found in pattern.finditer(text):
            yield Claim("only", found.lastgroup or ""), found[0]
    for found in (_SPANS if spans else _UNTIL).finditer(text):
        yield Claim("until", found.lastgroup or ""), found[0]
    for found in _DAY.finditer(text):
        yield Claim("day", found.lastgroup or ""), found[0]
    if spans and _EVERY_DAY.search(text):
        yield from ((Claim("day", day), day) for day in in_words.DAYS)


def _widened(known: set[Claim]) -> set[Claim]:
    """*known* and what says no more than that."""
    wider = set(known)
    if any(claim.kind in _CHEAPER and not claim.is_denied for claim in known):
        wider.add(Claim("discount"))
    for kind in ("day", "until", "only"):
        named = {claim.what for claim in known if claim.kind == kind}
        if "weekend" in named:
            wider |= {Claim(kind, "saturday"), Claim(kind, "sunday")}
        if named & {"saturday", "sunday"}:
            wider.add(Claim(kind, "weekend"))
    return wider


def _is_denied(text: str, start: int) -> bool:
    """Whether one of the few words before *start*, in the same clause, says no."""
    return not in_words.NO.isdisjoint(_clause_before(text, start)[-3:])


def _clause_before(text: str, at: int) -> list[str]:
    """The words just before *at*, as far as their clause goes."""
    return _CLAUSE.split(text[max(0, at - _BEFORE) : at])[-1].split()
