"""Personal data in a text: addresses to write to, numbers to call, cards and accounts."""

import re
from dataclasses import dataclass
from typing import Literal

DataKind = Literal["email", "phone", "card", "account", "identity number", "address"]

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]+(?:[@＠]|\s?[(\[]\s?at\s?[)\]]\s?)[\w-]+(?:(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?)[\w-]+){0,6}"
    r"(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?)[A-Za-z]{2,24}\b"
    r"|(?<![\w.+-])[\w.+-]+(?:\sdot\s[\w-]+)*\sat\s[\w-]+\sdot\s[a-z]{2,}\b"
    r"|(?<![\w.+-])[\w.+-]+\s(?:arroba|chiocciola|arobase)\s[\w-]+(?:\.|\s(?:punto|ponto|point)\s)[a-z]{2,}\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?<![\w#.,/:-])(?:\+|00)?\(?\d(?:[ ().\-–]{0,3}\d|/\d){6,18}(?![\w%€$£]|[.,]\d)"
)
_CALLED = re.compile(
    r"(?:\b(?:call|phone|tel\w*|mobile|cell|whats\s?app|wa|sms|text|number|ring|llam\w*|número|numéro"
    r"|numero|móvil|appel\w*|portable|ruf\w*|anruf\w*|nummer|handy|chiam\w*|cellulare|lig\w+|zap"
    r"|gọi|sđt|sdt|đt|zalo)\W{0,3}(?:\w+\W{1,2}){0,3})$",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\d[.,]\d{2}(?!\d)")
_NOT_A_NUMBER_TO_CALL = re.compile(
    r"(?:#|\bno\.?|\bnr\.?|n[º°]|order|pedido|commande|bestell\w*|ordine|encomenda|tracking|sku|ean"
    r"|invoice|factura|facture|rechnung\w*|fattura|fatura|mã|đơn|model|lot|batch|ref\w*)\W{0,3}\s*"
    r"(?:number|num|id|nummer|número|numéro|numero|hàng|is|es|ist|est|è|é)?\W{0,3}$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}"
    r"|(?:19|20)\d{2}\s?[-–]?\s?(?:19|20)\d{2})(?!\d)"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b")
_IDENTITY = re.compile(
    r"\b\d{3}-\d{2}-\d{4}\b|\b\d{3}\.\d{3}\.\d{3}-\d{2}\b|\b\d{8}[A-HJ-NP-TV-Z]\b"
    r"|\b[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]\b"
)
"""US social security, Brazilian CPF, Spanish DNI, Italian codice fiscale."""
_ADDRESS = re.compile(
    r"\b\d{1,5}[a-z]?,?\s(?:[A-Z][\w'’]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close"
    r"|Way|Terrace|Crescent|Boulevard|Blvd|Square)\b"
    r"|\b(?:[Cc]alle|[Aa]venida|[Aa]vda\.?|[Pp]laza|[Rr]ua|[Tt]ravessa|[Vv]ia|[Vv]iale|[Cc]orso|[Pp]iazza)"
    r"\s(?:(?:d[aeio]s?|del|della|la|los?)\s)?[A-ZÀ-Þ][\w'’]+(?:\s[\w'’]+){0,3},?\s(?:n[ºo°]\s?)?\d{1,5}\b"
    r"|\b\d{1,4},?\s(?:bis\s|ter\s)?(?:rue|avenue|boulevard|chemin|impasse|allée|place)\s[\w'’]+"
    r"|\b[A-ZÄÖÜ]\w+(?:straße|strasse|str\.|weg|platz|allee|gasse)\s\d{1,4}[a-z]?\b"
)


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One piece of it as it stands in the text."""

    kind: DataKind
    text: str


def find_personal_data(text: str) -> list[PersonalData]:
    """The personal data in *text*, in the order of its kinds.

    A row of seven digits or more counts as a phone number where it is written like one (in groups,
    with a plus or a zero before it) or the words before it say so; not where they say that it is
    the number of an order or the like.
    """
    found = [PersonalData("email", match[0]) for match in _EMAIL.finditer(text)]
    found += [PersonalData("address", match[0]) for match in _ADDRESS.finditer(text)]
    found += [PersonalData("identity number", match[0]) for match in _IDENTITY.finditer(text)]
    found += [PersonalData("account", match[0]) for match in _IBAN.finditer(text)]
    known = [one.text for one in found]
    for match in _DIGITS.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if any(match[0].strip() in one for one in known) or _DATE.fullmatch(match[0].strip()):
            continue
        if 13 <= len(digits) <= 19 and _passes_luhn(digits):
            found.append(PersonalData("card", match[0]))
        elif 7 <= len(digits) <= 15 and _is_callable(match, text, digits):
            found.append(PersonalData("phone", match[0]))
    return found


def _is_callable(match: re.Match[str], text: str, digits: str) -> bool:
    before, written = text[: match.start()], match[0].strip()
    if _NOT_A_NUMBER_TO_CALL.search(before):
        return False
    if written.startswith(("+", "00")) or _CALLED.search(before):
        return True
    return not _DATE.search(written) and _looks_callable(written, digits)


def _looks_callable(written: str, digits: str) -> bool:
    if digits.startswith("0"):
        return len(digits) >= 9
    groups = re.findall(r"\d+", written)
    # Amounts are written in groups as well.
    if len(groups) == 1 or "/" in written or _PRICE.search(written):
        return False
    in_thousands = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    is_spanish = " " in written and len(groups) == 3 and len(digits) == 9
    return is_spanish or not in_thousands


def _passes_luhn(digits: str) -> bool:
    total = 0
    for place, char in enumerate(reversed(digits)):
        number = int(char) * (2 if place % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10 == 0
