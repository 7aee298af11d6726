"""Where an Instagram post sends its readers, who can click no link in it."""

import re

from pressroom.agents import wording
from pressroom.agents.phrases import phrases_for
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.platform import Platform

_LINK = r"\b(?:link|links|enlace|lien|url|linktree)\b"
_FEW_WORDS = r"\W+(?:\w+\W+){0,3}?"
_POINTS = re.compile(rf"{_LINK}{_FEW_WORDS}(?:bio|biografía|profil\w*|perfil)\b", re.IGNORECASE)
_CLICKS = re.compile(
    rf"\b(?:click|tap|swipe up|pulsa|haz clic|cliquez|clique|klick\w*|tipp\w*|clicca)\b{_FEW_WORDS}"
    rf"(?:here|hier|aquí|ici|aqui|qui|{_LINK})"
    rf"|{_LINK}{_FEW_WORDS}(?:below|above|unten|oben|abajo|arriba|ci-dessous|sotto|abaixo)\b",
    re.IGNORECASE,
)
_MARKS = " →>👉:–—-.!…"


def bio_phrase(brief: Brief, brand: Brand) -> str:
    """What tells readers that the link is in the profile, in the post's language.

    Empty where there is no link to follow, where the brand wants it otherwise or bans one of
    the words, and in a language that we cannot write.
    """
    phrase = phrases_for(brief.language or brand.language).in_bio
    if brief.cta is None or brand.instagram_link != "bio":
        return ""
    return "" if wording.banned_in(phrase, brand.banned_words) else phrase


def link_in_text(platform: Platform, brief: Brief, brand: Brand) -> str:
    """The brief's link as it goes with the post on *platform*; empty where there is none.

    Instagram gets none where its text points to the bio, else the address to read and type.
    """
    if brief.cta is None:
        return ""
    if platform != "instagram":
        return str(brief.cta.url)
    if bio_phrase(brief, brand):
        return ""
    return re.sub(r"^https?://(?:www\.)?", "", str(brief.cta.url)).rstrip("/")


def call_to_action(cta: str, phrase: str) -> str:
    """The words of the call, and *phrase* behind them unless they say it already."""
    if not phrase or (cta and _POINTS.search(cta)):
        return cta
    return f"{cta}: {phrase}" if cta else _capital(phrase)


def room_for_pointer(brief: Brief, phrase: str) -> int:
    """What the longest form of the pointer weighs, where there is one to add."""
    return wording.weight(f"\n\n→ {brief.cta.text}: {phrase}") if brief.cta and phrase else 0


def pointing(text: str, brief: Brief, brand: Brand) -> str:
    """*text* for Instagram with the words that say where the link is, unless it has them."""
    phrase = bio_phrase(brief, brand)
    if not phrase or brief.cta is None or _POINTS.search(text):
        return text
    cta = brief.cta.text.strip(_MARKS)
    lines = text.split("\n")
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].strip(_MARKS).casefold() == cta.casefold():
            lines[at] = f"{lines[at].rstrip(_MARKS)}: {phrase}"
            return "\n".join(lines)
    pointer = f"→ {_capital(phrase)}" if wording.covers(text, cta) else f"→ {cta}: {phrase}"
    sign_off = brand.sign_off.strip()
    if sign_off and text.endswith(sign_off):
        return f"{text.removesuffix(sign_off).rstrip()}\n\n{pointer}\n\n{sign_off}"
    return f"{text}\n\n{pointer}"


def offers_click(text: str) -> str:
    """The words of *text* that offer a link to click, where it does not mean the profile's."""
    found = _CLICKS.search(text)
    return found[0] if found and not _POINTS.search(text) else ""


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
