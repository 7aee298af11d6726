"""Everything that the rules and models make of one comment, without a network."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from pressroom.analysis.keywords import comment_keywords
from pressroom.analysis.language import UNKNOWN, language_of
from pressroom.analysis.lexicon import lexicon_of
from pressroom.analysis.near_copies import NearCopies
from pressroom.analysis.purpose import purposes_of
from pressroom.analysis.reading import read
from pressroom.analysis.reply_need import reply_need_of
from pressroom.analysis.sentiment import sentiment_of
from pressroom.analysis.sentiment_language import choose_language
from pressroom.analysis.spam import spam_of
from pressroom.analysis.tokens import plain, tokenise
from pressroom.analysis.toxicity import toxicity_of
from pressroom.domain.analysis import (
    CommentAnalysis,
    Language,
    NearCopy,
    Purpose,
    ReplyNeed,
    Sentiment,
    Spam,
    Toxicity,
)
from pressroom.domain.comment import as_read

RULES = "1"
"""Raised whenever a rule, a list or a threshold changes what is said of a comment."""


def analyse(
    text: str,
    *,
    comment_id: str = "",
    author_id: str = "",
    seen: NearCopies | None = None,
    own_hosts: Sequence[str] = (),
) -> CommentAnalysis:
    """What *text* says and wants; the same for the same text, apart from near copies.

    *seen* remembers the stream that the comment is part of: without it nothing is a copy.
    *own_hosts* are the brand's web hosts, links to which are no spam.
    """
    within = as_read(text)
    prepared = plain(within)
    tokens = tokenise(prepared)
    language = language_of(prepared, tokens)
    read_as = choose_language(tokens, language.code)
    reading = read(within, tokens, lexicon_of(read_as))
    toxicity = toxicity_of(within, prepared, tokens, language.code)
    spam = spam_of(prepared, tokens, within, own_hosts=own_hosts)
    purposes = purposes_of(within, prepared, tokens, reading.figures, language.code)
    copy = NearCopy()
    if seen is not None:
        copy = seen.note(tokens, comment_id=comment_id, author_id=author_id)
    return CommentAnalysis(
        sentiment=sentiment_of(within, tokens, reading, read_as),
        toxicity=toxicity,
        spam=spam,
        language=language,
        purpose=purposes.purpose,
        reply_need=reply_need_of(purposes, spam, toxicity),
        keywords=tuple(comment_keywords(tokens, language=language.code)),
        near_copy=copy,
        version=analysis_version(),
    )


def unread() -> CommentAnalysis:
    """What is said of a comment that could not be analysed: a person should look."""
    return CommentAnalysis(
        sentiment=Sentiment(label="unknown", score=0.0, confidence=0.0),
        toxicity=Toxicity(is_toxic=False, score=0.0),
        spam=Spam(is_spam=False, score=0.0),
        language=Language(code=UNKNOWN, confidence=0.0),
        purpose=Purpose(intent="question", confidence=0.0),
        reply_need=ReplyNeed(needed=True, confidence=0.0, why="It could not be analysed."),
        version=analysis_version(),
    )


@cache
def analysis_version() -> str:
    """Which rules and weights speak: `rules-1+weights-` and eight digits of the weights' hash."""
    digest = sha256()
    folder = files("pressroom.analysis").joinpath("weights")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        digest.update(file.read_bytes())
    return f"rules-{RULES}+weights-{digest.hexdigest()[:8]}"
