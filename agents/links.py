"""Web addresses in a text, as X would link them; the time it takes grows only with its length."""

import re
from collections.abc import Callable, Iterable, Iterator

from pressroom.domain.top_domains import COUNTRY_CODES, GENERIC_DOMAINS

_REST = r"[^\s<>\"“”„«»]"
_WITH_SCHEME = re.compile(rf"(?:https?://|(?<![\w.-])www\.){_REST}+", re.IGNORECASE)
# Names parted by dots, whole: which of them ends an address is looked at afterwards. A pattern
# that lists a thousand endings looks at each for every beginning there could be.
_DOTTED = re.compile(r"(?<![\w-])-*+(?P<host>\w[\w-]*+(?:\.[\w-]++)++)")
_PATH = re.compile(rf"/{_REST}*")
# A small word run onto a full stop ("open.So") is a name only in one case.
_ENDINGS = frozenset(form for one in COUNTRY_CODES | GENERIC_DOMAINS for form in (one, one.upper()))
_AFTER = "/.,;:!?)'"
_MOST_STEPS = 30
"""Steps of a path that are told apart; nobody writes more."""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses in *text* begin and end, in their order."""
    done = 0
    for found in _WITH_SCHEME.finditer(text):
        yield from _plain_spans(text, done, found.start())
        yield found.span()
        done = found.end()
    yield from _plain_spans(text, done, len(text))


def _plain_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The addresses without a scheme between *start* and *end*."""
    while found := _DOTTED.search(text, start, end):
        start = found.end()
        labels, begin = found["host"].split("."), found.start("host")
        last = next((n for n in range(len(labels) - 1, 0, -1) if _ends(labels[n])), 0)
        name = ".".join([*labels[:last], labels[last].partition("-")[0]])
        after = begin + len(name)
        if last == 0 or text[after : after + 1] == "@":
            continue
        if name == found["host"] and (path := _PATH.match(text, after, end)):
            start = after = path.end()
        yield begin, after


def _ends(label: str) -> bool:
    return label.partition("-")[0] in _ENDINGS


def replace_links(text: str, by: Callable[[str], str]) -> str:
    """*text* with each address replaced by what *by* makes of it."""
    parts: list[str] = []
    done = 0
    for start, end in spans(text):
        parts += [text[done:start], by(text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def links_in(text: str) -> list[str]:
    """The addresses in *text*, in their order."""
    return [text[start:end] for start, end in spans(text)]


def bare(link: str) -> str:
    """*link* without what does not change where it leads."""
    whole = link.casefold().rstrip(_AFTER)
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", whole)


def ways_to(links: Iterable[str]) -> set[str]:
    """How *links* may be written, bare: whole, or only their beginning up to a slash."""
    ways: set[str] = set()
    for link in {bare(one) for one in links}:
        ways.add(link)
        steps = link.split("/", _MOST_STEPS)
        ways.update("/".join(steps[:n]) for n in range(1, len(steps)))
    return ways
