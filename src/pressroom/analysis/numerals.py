"""Numbers written in words, from one to a hundred, in six languages.

Words come as `fold` leaves them: in lower case, without accents, hyphens read as blanks.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

_EN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ES = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis"
    " diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro"
    " veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_FR = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix_sept dix_huit dix_neuf"
)
_FR_TENS = "vingt trente quarante cinquante soixante"
_DE = (
    "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn"
    " sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig"
_IT = (
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
    " quindici sedici diciassette diciotto diciannove"
)
_IT_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"
_PT = (
    "um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis"
    " dezessete dezoito dezenove"
)
_PT_TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"
_OTHERWISE = {
    "quatorze": 14, "dezasseis": 16, "dezassete": 17, "dezanove": 19, "duas": 2, "una": 1,
    "une": 1, "uma": 1, "eins": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1,
    "quatre vingts": 80, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    "hundred": 100, "a hundred": 100,
    "one hundred": 100, "cien": 100, "ciento": 100, "cent": 100, "hundert": 100, "einhundert": 100,
    "cento": 100, "cem": 100,
}  # fmt: skip
_MOST_WORDS = 4
"""`quatre vingt dix neuf`."""
_HYPHEN = re.compile(r"(?<=\w)[-‐‑–—](?=\w)")


def fold(text: str) -> str:
    """*text* in lower case without accents and invisible characters, hyphens as blanks."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf"))
    return _HYPHEN.sub(" ", kept.replace("đ", "d").replace("’", "'"))


def number_at_end(words: Sequence[str]) -> int | None:
    """The number that the last of *words* spell, as many of them as belong to it; else None."""
    table = _table()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        found = table.get(" ".join(words[-count:]))
        if found is not None:
            return found
    return None


@cache
def _table() -> dict[str, int]:
    table = dict(_OTHERWISE)
    for spelt, number in _all():
        table[spelt] = number
        if "funf" in spelt or "zwolf" in spelt:
            table[spelt.replace("funf", "fuenf").replace("zwolf", "zwoelf")] = number
    return table


def _all() -> Iterator[tuple[str, int]]:
    for ones in (_EN, _ES, _FR, _DE, _IT, _PT):
        for number, word in enumerate(ones.split(), 1):
            yield word.replace("_", " "), number
    yield from _joined(_EN, _EN_TENS, 20, "{ten} {one}")
    yield from _joined(_ES, _ES_TENS, 30, "{ten} y {one}")
    yield from _joined(_DE, _DE_TENS, 20, "{one}und{ten}")
    yield from _joined(_PT, _PT_TENS, 20, "{ten} e {one}")
    for spelt, number in _joined(_IT, _IT_TENS, 20, "{ten}{one}"):
        yield (
            spelt.replace("iu", "u").replace("au", "u").replace("io", "o").replace("ao", "o"),
            number,
        )
    yield from _french()


def _joined(ones: str, tens: str, first: int, form: str) -> Iterator[tuple[str, int]]:
    for number, ten in zip(range(first, 100, 10), tens.split(), strict=True):
        yield ten, number
        for one, word in enumerate(ones.split()[:9], 1):
            yield form.format(ten=ten, one=word), number + one


def _french() -> Iterator[tuple[str, int]]:
    ones = [word.replace("_", " ") for word in _FR.split()]
    tens = dict(zip(range(20, 70, 10), _FR_TENS.split(), strict=True))
    for number, ten in tens.items():
        yield ten, number
        upto = 19 if number == 60 else 9
        for one, word in enumerate(ones[:upto], 1):
            joint = " et " if one in (1, 11) else " "
            yield f"{ten}{joint}{word}", number + one
    yield "quatre vingt", 80
    for one, word in enumerate(ones, 1):
        yield f"quatre vingt {word}", 80 + one


SMALL_NUMBERS = {spelt: n for spelt, n in _table().items() if n <= 10 and " " not in spelt}
"""The words of all six languages for one to ten."""
