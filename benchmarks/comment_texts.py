"""Made-up comments in any number: templates filled from word lists, the same for the same seed."""

import random
from collections.abc import Iterator

_MIX: tuple[tuple[int, tuple[str, ...]], ...] = (
    (
        40,
        (
            "{glad} {thing}, {extra}!",
            "Thank you so much, {extra} {smile}",
            "The {thing} was {fine}, {extra}. We will come again",
            "{glad} your {place}. {extra} {smile}",
            "Best {thing} in {town}, {fine} as always {smile}",
        ),
    ),
    (
        22,
        (
            "What time do you open on {day}?",
            "How much is the {thing} in the {place}?",
            "When do you open {extra}?",
            "Do you have {thing} for {people}, {extra}?",
            "Is the {place} in {town} open on {day}?",
        ),
    ),
    (
        18,
        (
            "I ordered {thing} on {day} and it never arrived, {extra}",
            "The {thing} broke after {number} days. {bad}",
            "{number} weeks and no answer from the {place} in {town}. {bad}",
            "{bad}. The {thing} was cold and {extra}",
        ),
    ),
    (
        15,
        (
            "@{name} look at this {thing} {extra}",
            "We were in {town} on {day}, {extra}",
            "{number} years ago there was another {place} in {town}",
            "My {people} talk about {thing} all {day}",
        ),
    ),
    (
        3,
        (
            "Earn ${number}00 a day from home, {name}, message me on WhatsApp now!!!",
            "FREE followers, {number}00 for $3, link in my bio {name}",
        ),
    ),
    (2, ("You are a bunch of {rude}, {name}", "Shut up, {rude}, nobody wants your {thing}")),
)
"""How many in a hundred, and how they are written."""
_WORDS = {
    "glad": ("Love the", "I adore", "So happy with", "Really enjoyed", "We love"),
    "thing": (
        "coffee", "carrot cake", "soup", "market", "concert", "lantern", "travel cup", "tickets",
        "bread", "cheese stall", "workshop", "blue jacket", "new app", "delivery", "gift box",
    ),
    "fine": ("wonderful", "great", "lovely", "amazing", "perfect", "very good"),
    "bad": ("Very disappointed", "This is unacceptable", "Never again", "What a shame", "Awful"),
    "place": ("shop", "stall", "counter", "hall", "cafe", "website", "harbour kiosk"),
    "people": ("children", "neighbours", "two of us", "parents", "a school class"),
    "town": ("Leeds", "Harbour Lane", "Porto", "Mill Street", "the old town", "Lyon"),
    "day": ("Monday", "Tuesday", "Friday", "Saturday", "Sunday", "the holiday"),
    "smile": ("😍", ":)", "❤️", "👏", "", "", ""),
    "name": ("anna", "ben", "chidi", "dora", "emil", "fatima", "george", "hana"),
    "rude": ("idiots", "morons", "clowns"),
    "number": ("2", "3", "4", "5", "6", "7", "8", "9"),
}  # fmt: skip
_PARTS = (
    ("all in all", "as ever", "by the way", "this time", "with friends", "after work", "again"),
    ("near the bridge", "next to the station", "under the trees", "at the back", "in the rain"),
    ("said my sister", "said my uncle", "as I told you", "I think", "we all agree", "to be fair"),
)


def comments(count: int, seed: int = 1) -> Iterator[str]:
    """*count* comments as people write below a shop's posts; most of them differ."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    shares = [share for share, _ in _MIX]
    kinds = [templates for _, templates in _MIX]
    for _ in range(count):
        template = chance.choice(chance.choices(kinds, shares)[0])
        words = {name: chance.choice(choices) for name, choices in _WORDS.items()}
        yield template.format(extra=" ".join(chance.choice(part) for part in _PARTS), **words)
