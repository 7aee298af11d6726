"""People by their names: when two names as typed are one person's."""

import unicodedata

import regex  # type: ignore[import-untyped]  # it ships no types

# U+2800 is a braille cell without a dot: a symbol by its category, a blank to every eye.
_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\s\u2800]+")


def name_key(name: str) -> str:
    """What two ways to write one person's name have in common; empty where nobody is named.

    Case, width, styles of letters, accents in one code point or two, blanks and everything
    invisible make no difference (Unicode's NFKC_Casefold, and blanks). Compare by it, store
    what was typed. Letters of different alphabets that only look alike do make one: a name
    says who somebody claims to be, and proves nothing.
    """
    key, folded = "", name
    while key != folded:  # what is taken out or folded may bring others together
        key = folded
        folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", key)).casefold()
    return key
