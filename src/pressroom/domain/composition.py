"""A caption, its hashtags and its link as one text, in the order that each platform expects."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pressroom.domain.checks import HASHTAG
from pressroom.domain.content import Caption
from pressroom.domain.platform import Platform


class Composed(NamedTuple):
    """The whole text of a post, and the link that is attached beside it."""

    text: str
    link: str


def compose(caption: Caption, *, link: str = "", has_media: bool = False) -> Composed:
    """What the platform is sent.

    X carries the link in the text. Facebook attaches a link of its own, but not to a post
    with photos, where it stands in the text. Instagram makes no link clickable: what is
    given stands in the text, for readers to copy.
    """
    platform: Platform = caption.platform
    tags = hashtag_line(caption.hashtags)
    attached = link if platform == "facebook" and link and not has_media else ""
    shown = "" if attached else link
    joint = "\n" if platform == "x" else "\n\n"
    parts = [caption.text.strip(), shown, tags]
    return Composed(text=joint.join(part for part in parts if part), link=attached)


def hashtag_line(tags: Iterable[str]) -> str:
    """The hashtags with their `#`, each once whatever its case, in the order given."""
    return " ".join(f"#{tag}" for tag in distinct_hashtags(tags))


def hashtags_in(text: str) -> Sequence[str]:
    """The hashtags that readers of *text* see, without their `#`, each once."""
    return distinct_hashtags(HASHTAG.findall(text))


def distinct_hashtags(tags: Iterable[str]) -> Sequence[str]:
    """Hashtags without `#`, blanks and repeats."""
    seen: dict[str, str] = {}
    for tag in tags:
        bare = "".join(tag.split()).lstrip("#")
        if bare:
            seen.setdefault(bare.casefold(), bare)
    return tuple(seen.values())
