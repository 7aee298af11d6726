"""What a comment's rude words are about: whom they are aimed at, and what takes the edge off them.

The same word attacks in `you idiot`, confesses in `I'm such an idiot`, praises in `fucking
brilliant` and accuses in `they called her a bitch`. These signs are the features that the
toxicity model has beside the words, and what its verdicts name as evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.analysis.disguise import undisguised
from pressroom.analysis.tokens import tokenise
from pressroom.analysis.toxic_words import Hit, Meaning, words_for

_YOU = frozenset(
    "you u ya your ur you're youre your're ure yours yourself urself yall y'all you've you'll thou "
    "@user tu te ti toi vous vos votre ton ta tes du dich dir ihr euch dein deine euer eure vos vosotros "
    "ustedes usted eres sois você vc vocês tua seu sei siete voi tuo tua mày mi bọn chúng jij je jullie "
    "ty sen siz ты тебя вы вас твой ваш".split()
)
_I = frozenset(
    "i im i'm i've me my myself mine am yo soy mi je j'ai suis moi ich bin mein mich mir io sono mio "
    "eu sou meu tôi mình ik ben".split()
)
_OTHERS = frozenset("he she they he's she's they're theyre them him her these those this that".split())
_ARE = frozenset("is are was were be being am s 're".split())
_NOT = frozenset(
    "not no never don't dont isn't isnt aren't arent wasn't doesn't doesnt didn't can't cant won't nor "
    "without stop".split()
)
_REPORTS = frozenset(
    "say says said saying call calls called calling tell tells told telling think thinks thinking "
    "word words term slur slurs slurred tweet tweeting shouting yelling yelled chanting quote "
    "sentences comments joke jokes using messages".split()
)
_OBJECTS = frozenset(
    "racism racist racists sexism sexist misogyny misogynistic homophobia homophobic transphobia "
    "transphobic bigotry bigot bigots antisemitism antisemitic islamophobia hateful offensive "
    "unacceptable wrong misguided ignorant block blocked ban banned report reported condemn stop "
    "disgrace disgusting despicable shame ashamed bullying bullied abuse harassment harassed toxic "
    "vile not".split()
)
_PRAISE = frozenset(
    "good great love loved loving best awesome amazing brilliant beautiful nice fun funny cool fantastic "
    "incredible perfect delicious tasty gorgeous hilarious happy proud legend genius hero king queen "
    "excellent epic fire lit impressive wonderful fine glad right true yes yeah hot cute pretty lucky "
    "thank thanks congrats congratulations well hell-yeah strong talented smart crazy cold tired hungry "
    "masterpiece banger slaps rocks wins won works excited stoked hype".split()
)
_DOUBTFUL_THREAT, _THREAT = Meaning("threat", is_mild=True), Meaning("threat")
_WILLING = frozenset(
    "i'll i'm im ill we'll we're will gonna going should someone somebody hope must let's lets ima imma i'd "
    "wanna want need needs deserve deserves ought".split()
)
_SPARED = frozenset("not won't wont don't never wouldn't he they she it this that".split())
_QUOTES = "\"“”„«»‘’"

EXTRAS = (
    "insult", "mild insult", "profanity", "mild profanity", "slur", "sexual", "mild sexual",
    "threat", "harassment", "group", "group degraded", "aimed at you", "profanity at you",
    "of oneself", "of others", "quoted", "reported", "objected to", "negated", "with praise",
    "exclaimed", "you", "share of words", "rude alone", "nothing rude",
)  # fmt: skip
"""The features beside the words, in the order in which the model has their weights."""


@dataclass(slots=True)
class Signs:
    """What was found in one comment."""

    tokens: list[str]
    """Its tokens with hidden spellings written out."""
    hits: list[Hit]
    extras: list[float]
    """One value for each of `EXTRAS`."""
    spelled: dict[str, str]
    """How words that were hidden stand in the comment."""

    def has(self, extra: str) -> bool:
        """Whether the sign named *extra* was found."""
        return self.extras[_AT[extra]] > 0


_AT = {name: at for at, name in enumerate(EXTRAS)}


def toxicity_signs(prepared: str, language: str) -> Signs:
    """The signs in a comment as `tokens.plain` left it, read with the lists for *language*."""
    table = words_for(language)
    open_text, spelled = undisguised(prepared, table.is_strong, table.wildcards)
    tokens = [table.read(token)[1] for token in tokenise(open_text)]
    hits = [_as_meant(hit, tokens) for hit in table.hits(tokens)]
    extras = [0.0] * len(EXTRAS)
    if "!" in prepared:
        extras[_AT["exclaimed"]] = min(prepared.count("!"), 3) / 3
    extras[_AT["you"]] = min(sum(token in _YOU for token in tokens), 3) / 3
    if hits:
        _weigh(open_text, tokens, hits, extras)
    else:
        extras[_AT["nothing rude"]] = 1.0
    return Signs(tokens, hits, extras, spelled)


def _as_meant(hit: Hit, tokens: Sequence[str]) -> Hit:
    """A doubtful threat as one where somebody will, should or is hoped to carry it out."""
    if hit.meaning != _DOUBTFUL_THREAT:
        return hit
    before = tokens[max(0, hit.at - 4) : hit.at]
    willing = not hit.at or not _WILLING.isdisjoint(before)
    return hit._replace(meaning=_THREAT) if willing and _SPARED.isdisjoint(before) else hit


def _weigh(prepared: str, tokens: Sequence[str], hits: Sequence[Hit], extras: list[float]) -> None:
    """Fill in *extras* what only the rude words and those around them tell."""
    rude = 0
    groups = [hit for hit in hits if hit.meaning.kind == "group"]
    for hit in hits:
        kind, mild = hit.meaning
        if kind == "group":
            continue
        near = tokens[max(0, hit.at - 6) : hit.at + hit.size + 6]
        if groups and any(abs(group.at - hit.at) <= 6 for group in groups):
            _add(extras, "group degraded")
        if kind == "degrading":
            continue
        rude += hit.size
        _add(extras, f"mild {kind}" if mild else kind)
        _aim(kind, mild, tokens, hit, extras)
        if any(token in _REPORTS for token in near):
            _add(extras, "reported")
        if any(token in _OBJECTS for token in near if token != tokens[hit.at]):
            _add(extras, "objected to")
        if any(token in _PRAISE for token in tokens[hit.at + 1 : hit.at + 4]):
            _add(extras, "with praise")
    if groups:
        _add(extras, "group")
    if rude and any(mark in prepared for mark in _QUOTES) and _is_quoted(prepared, tokens, hits):
        _add(extras, "quoted")
    if rude:
        extras[_AT["share of words"]] = min(rude / len(tokens), 0.5) * 2
        extras[_AT["rude alone"]] = float(rude >= len(tokens) - 2)
    else:
        extras[_AT["nothing rude"]] = 1.0


def _aim(kind: str, mild: bool, tokens: Sequence[str], hit: Hit, extras: list[float]) -> None:
    before = tokens[max(0, hit.at - 4) : hit.at]
    after = tokens[hit.at + hit.size : hit.at + hit.size + 2]
    at_you = any(token in _YOU for token in before) or any(token in _YOU for token in after)
    if kind in ("insult", "slur") and at_you:
        extras[_AT["aimed at you"]] = max(extras[_AT["aimed at you"]], 0.5 if mild else 1.0)
    elif at_you:
        _add(extras, "profanity at you")
    if any(token in _I for token in before):
        _add(extras, "of oneself")
    if any(token in _OTHERS for token in before) and any(token in _ARE for token in before):
        _add(extras, "of others")
    if any(token in _NOT for token in before):
        _add(extras, "negated")


def _is_quoted(prepared: str, tokens: Sequence[str], hits: Sequence[Hit]) -> bool:
    """Whether the first rude word stands between quotation marks."""
    first = next(hit for hit in hits if hit.meaning.kind not in ("group", "degrading"))
    before, _, after = prepared.partition(tokens[first.at])
    opened = sum(before.count(mark) for mark in _QUOTES)
    return opened % 2 == 1 and any(mark in after for mark in _QUOTES)


def _add(extras: list[float], name: str) -> None:
    extras[_AT[name]] = min(1.0, extras[_AT[name]] + 0.5)
