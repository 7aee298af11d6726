"""The shape of a language's courtesies."""

from dataclasses import dataclass
from functools import cache

from pressroom.domain.decision import ReplyKind
from pressroom.domain.reading import STOP, bare, read
from pressroom.domain.reply_policy import Tone


@dataclass(frozen=True, slots=True)
class Courtesy:
    """Whole sentences for each kind of answer, in one tone; any of a row will do."""

    praise: tuple[str, ...]
    praise_more: tuple[str, ...]
    """May follow, or not."""
    lead: tuple[str, ...]
    """Stands before a fact that answers."""
    close: tuple[str, ...]
    """May stand after it."""
    question: tuple[str, ...]
    """For a question that no fact answers: a person has seen it."""
    request: tuple[str, ...]
    complaint: tuple[str, ...]
    meanwhile: tuple[str, ...]
    """May follow one of the three above, or not."""
    other: tuple[str, ...]
    contact: str
    """How to reach a person, `{contact}`."""

    def sentences(self, kind: ReplyKind) -> list[str]:
        """Those that an answer of *kind* may be made of."""
        found = [*self.praise, *self.praise_more, *self.other]
        if kind != "praise":
            found += [*self.lead, *self.close, self.contact.replace("{contact}", "")]
        if kind in ("question", "request", "complaint"):
            found += [*getattr(self, kind), *self.meanwhile]
        return found


@dataclass(frozen=True)
class Kit:
    """A language's courtesies in both tones, and the words they are made of."""

    friendly: Courtesy
    formal: Courtesy
    more_words: str
    """Further words that thanks and help are made of: none that denies, promises or judges."""

    def in_tone(self, tone: Tone) -> Courtesy:
        """The courtesies in *tone*."""
        return self.formal if tone == "formal" else self.friendly

    @cache  # noqa: B019 - one for each language, for as long as the program runs
    def words(self, kind: ReplyKind) -> frozenset[str]:
        """The words that an answer of *kind* may use, in lower case and without accents."""
        told = [*self.friendly.sentences(kind), *self.formal.sentences(kind), self.more_words]
        return frozenset(
            bare(word.kept) for word in read("\n".join(told)).words if word.kept != STOP
        )
