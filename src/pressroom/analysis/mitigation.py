"""What plainly takes the edge off a rude word: a quotation, a confession, praise.

Only where every rude word of the comment is covered; a doubtful case is left to the model.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pressroom.analysis.tokens import tokenise
from pressroom.analysis.toxic_words import Hit

_RUDE = frozenset(("insult", "profanity", "slur", "sexual", "threat", "harassment"))

_FILLERS = frozenset(
    "a an the such so just really being feeling like feel felt complete total bit of little old big "
    "real fucking fuckin damn goddamn dumb stupid fat lazy clumsy silly absolute huge kind sort "
    "un una tan muy une trop so'n ein eine voll total così proprio uma tão muito".split()
)
_I_AM = frozenset("i'm im soy sono sou".split())
_AM = frozenset("am was felt feel suis bin era".split())
_I = frozenset("i je ich io eu yo ive i've".split())
_UP = frozenset(("up", "ed"))
_BLUNDERED = frozenset("fucked fuck screwed messed".split())
_OWN_ASS = frozenset("ass arse butt self dumbass".split())

_SOFTENED = frozenset(
    "good great love loved loves loving lovely best awesome amazing amazin brilliant beautiful nice "
    "fun funny cool fantastic incredible perfect delicious tasty gorgeous hilarious happy proud legend "
    "legends genius excellent epic fire lit impressive wonderful adorable cute talented masterpiece "
    "banger yeah yes yess right thanks thank tasty insane sick wicked dope delightful stunning "
    "excited stoked glad lucky fresh unreal perfection phenomenal magical goals iconic".split()
)
_SPOILT = frozenset("not isn't isnt never no wasn't ain't aint less hardly".split())
_STEPS = frozenset("so really that this it is it's its was looks tastes sounds smells i my your the a".split())
_IDIOMS = frozenset(
    "kick ass|kicks ass|kicked ass|kickin ass|kicking ass|the shit|hell yeah|hell yes|fuck yeah|fuck yes|"
    "hell of|shit yeah|shit yes|my ass|damn straight|damn right|no shit|holy shit|holy fuck".split("|")
)

_QUOTED = re.compile("[\"“«„](?!@user)([^\"“”«»„]{1,400})[\"”»“]")
_REPORTS = frozenset(
    "call called calls calling say said says saying tell told tells telling shout shouted shouting "
    "scream screamed yell yelled write wrote writes posted tweeted messages words slur slurs "
    "dijo dicen llamó dit disent sagt sagte dice dicono disse dizem".split()
)
_CALLED = frozenset("call called calls calling".split())
_VICTIMS = frozenset("me us her him them people women men someone somebody anyone girls kids".split())
_CONDEMNED = frozenset(
    "racist racism sexist sexism homophobic homophobia transphobic bigoted bigotry hateful offensive "
    "unacceptable wrong misguided blocked condemn despicable shame ashamed bullying abuse vile "
    "don't dont stop never ok okay hurts cried appalling racista racismo raciste rassistisch "
    "razzista inaceptable inacceptable inaccettabile inaceitável".split()
)


def mitigation(prepared: str, tokens: Sequence[str], hits: Sequence[Hit]) -> str:
    """What covers every rude word in *tokens*, in words for a person; "" where one is left bare."""
    rude = [hit for hit in hits if hit.meaning.kind in _RUDE]
    strong = [hit for hit in rude if not hit.meaning.is_mild]
    if not strong or any(hit.meaning.kind == "threat" for hit in rude):
        return ""
    if _all_quoted(prepared, tokens, rude):
        return "quotes somebody else"
    if all(_is_reported(tokens, hit) for hit in rude) and _condemns(tokens, rude):
        return "speaks against such words"
    if any(hit.meaning.kind in ("harassment", "slur") for hit in strong):
        return ""
    if all(_is_confessed(tokens, hit) for hit in strong):
        return "speaks of oneself"
    if all(_is_praise(tokens, hit) or _is_confessed(tokens, hit) for hit in strong):
        return "swears in praise"
    return ""


def _is_confessed(tokens: Sequence[str], hit: Hit) -> bool:
    """`I'm such an idiot`, `my dumb ass forgot`, `I fucked up`."""
    at = hit.at - 1
    last = tokens[hit.at + hit.size - 1]
    if at >= 0 and tokens[at] in _I and tokens[hit.at] in _BLUNDERED:
        return tuple(tokens[hit.at + 1 : hit.at + 2]) == ("up",)
    while at >= 0 and tokens[at] in _FILLERS:
        at -= 1
    if at < 0:
        return False
    if tokens[at] == "my":
        return last in _OWN_ASS and hit.at + hit.size < len(tokens)
    if tokens[at] in _I_AM:
        return hit.meaning.kind == "insult"
    return hit.meaning.kind == "insult" and tokens[at] in _AM and at > 0 and tokens[at - 1] in _I


def _is_praise(tokens: Sequence[str], hit: Hit) -> bool:
    """`fucking brilliant`, `holy shit this is so good`, `you kick ass`."""
    if hit.meaning.kind != "profanity":
        return False
    if any(token in _SPOILT for token in tokens[max(0, hit.at - 3) : hit.at]):
        return False
    before = tokens[hit.at - 1] if hit.at else ""
    last = tokens[hit.at + hit.size - 1]
    following = tokens[hit.at + hit.size : hit.at + hit.size + 6]
    nearest = following[0] if following else ""
    if f"{before} {last}" in _IDIOMS or f"{last} {nearest}" in _IDIOMS:
        return before == "my" or not any(token in _SPOILT for token in following)
    for token in following:
        if token in _SOFTENED:
            return True
        if token not in _STEPS and token not in (",", "!", "!!"):
            return False
    return False


def _is_reported(tokens: Sequence[str], hit: Hit) -> bool:
    """`they called her a ...`: a word that somebody else used of somebody."""
    before = tokens[max(0, hit.at - 5) : hit.at]
    for at, token in enumerate(before[:-1]):
        if token in _CALLED and (before[at + 1] in _VICTIMS or "my" in before[at + 1 : at + 3]):
            return not (at and before[at - 1] in _I)
    return False


def _condemns(tokens: Sequence[str], rude: Sequence[Hit]) -> bool:
    """Whether the rest of the comment takes a stand, or the writer was the one called that."""
    inside = {at for hit in rude for at in range(hit.at, hit.at + hit.size)}
    rest = [token for at, token in enumerate(tokens) if at not in inside]
    told = any(a in _CALLED and b in ("me", "us", "my") for a, b in pairwise(rest))
    return told or not _CONDEMNED.isdisjoint(rest)


def _all_quoted(prepared: str, tokens: Sequence[str], rude: Sequence[Hit]) -> bool:
    """Whether every rude word stands in a quotation that is reported or condemned around it."""
    quoted = " ".join(_QUOTED.findall(prepared))
    if not quoted:
        return False
    outside = set(tokenise(_QUOTED.sub(" ", prepared)))
    words = {tokens[at] for hit in rude for at in range(hit.at, hit.at + hit.size)}
    speaks = not outside.isdisjoint(_REPORTS) or not outside.isdisjoint(_CONDEMNED)
    return speaks and outside.isdisjoint(words) and all(word in quoted for word in words)
