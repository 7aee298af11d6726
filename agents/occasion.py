"""What an answer is written for, and held against."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from pressroom.agents.courtesy import KITS, Kit
from pressroom.domain.brand import Brand
from pressroom.domain.comment import Comment
from pressroom.domain.decision import Decision, FactMatch
from pressroom.domain.reading import STOP, bare, read


@dataclass(frozen=True)
class Occasion:
    """A comment that is to be answered, with everything an answer may rest on."""

    comment: Comment
    decision: Decision
    brand: Brand
    answer: FactMatch | None = None
    """The brand's own words that answer it, if any do."""
    post: str = ""
    """The text of the post it stands under."""
    recent: tuple[str, ...] = ()
    """Our latest answers under the post and within the hour, the newest first."""
    toxic: Callable[[str], bool] | None = field(default=None, compare=False)
    """Whether a text would be called abusive; without it only the lists here tell."""

    @property
    def is_private(self) -> bool:
        """Whether the answer goes to the writer alone."""
        return self.decision.action == "private_reply"

    @property
    def is_automatic(self) -> bool:
        """Whether no person looks at it before it goes out, or would not if it went."""
        return self.decision.mode in ("auto", "shadow")

    @property
    def language(self) -> str:
        """The two-letter code of the language to answer in."""
        return self.decision.language or self.brand.spoken[0]

    @property
    def kit(self) -> Kit | None:
        """The courtesies of that language, where there are any."""
        return KITS.get(self.language)

    @property
    def told(self) -> "Sequences":
        """Everything about the brand that may be said in public, each piece as its words."""
        reach = self.kit.in_tone(self.brand.replies.tone).contact if self.kit else ""
        return sequences_of(f"{self.brand.own_words}\n{reach.replace('{contact}', '')}")

    @property
    def statements(self) -> "Sequences":
        """What of it says something: facts, answers, how to reach people, the signature.

        A name, a link or a handle alone is no answer.
        """
        replies = self.brand.replies
        answers = [
            text for one in replies.answers for text in (one.text, *one.translations.values())
        ]
        matched = [self.answer.text] if self.answer else []
        ends = [replies.sign_off, replies.contact]
        return sequences_of("\n".join([*self.brand.facts, *answers, *matched, *ends]))


Sequences = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=64)
def sequences_of(lines: str) -> Sequences:
    """Each line of *lines* as its words; empty lines left out."""
    return tuple(words for line in lines.split("\n") if (words := words_of(line)))


def words_of(text: str) -> tuple[str, ...]:
    """The words of *text* in lower case and without accents, marks left out."""
    return tuple(bare(word.kept) for word in read(text).words if word.kept != STOP)
