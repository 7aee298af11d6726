"""What a brand may say of its own accord when it answers: thanks, leads and ends, by language.

Nothing here states a fact, promises anything, admits anything or names anyone, so any of it fits
under any comment of its kind. The same words, and a few more, are all that an answer may use
beside the brand's facts if it is to go out by itself.
"""

from pressroom.agents.courtesy import de, en, es, fr, it, pt, vi
from pressroom.agents.courtesy.kit import Courtesy, Kit

KITS: dict[str, Kit] = {
    "en": en.KIT,
    "es": es.KIT,
    "fr": fr.KIT,
    "de": de.KIT,
    "it": it.KIT,
    "pt": pt.KIT,
    "vi": vi.KIT,
}
"""By two-letter language code."""

__all__ = ["KITS", "Courtesy", "Kit"]
