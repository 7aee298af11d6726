"""SHIM: replaced by the analysis branch."""

from pressroom.analysis.language import find_language
from pressroom.analysis.lexicon import lexicon_of
from pressroom.analysis.near_copies import NearCopies
from pressroom.analysis.purpose import purposes_of
from pressroom.analysis.reading import read
from pressroom.analysis.reply_need import reply_need_of
from pressroom.analysis.spam import find_spam
from pressroom.analysis.tokens import plain, tokenise
from pressroom.domain.analysis import CommentAnalysis, NearCopy, Sentiment, Toxicity


def analyse(
    text: str, *, author_id: str = "", comment_id: str = "", seen: NearCopies | None = None
) -> CommentAnalysis:
    prepared = plain(text)
    tokens = tokenise(prepared)
    language = find_language(text)
    reading = read(text, tokens, lexicon_of("en"))
    score = max(-1.0, min(1.0, sum(f.valence for f in reading.feelings) / 4))
    purposes = purposes_of(text, prepared, tokens, reading.figures, language.code)
    label = "positive" if score > 0.1 else "negative" if score < -0.1 else "neutral"
    spam, toxicity = find_spam(text), Toxicity(is_toxic='idiot' in text, score=0.02)
    copy = seen.note(tokens, comment_id=comment_id, author_id=author_id) if seen else NearCopy()
    return CommentAnalysis(
        sentiment=Sentiment(label=label, score=score, confidence=0.9),
        toxicity=toxicity,
        spam=spam,
        language=language,
        purpose=purposes.purpose,
        reply_need=reply_need_of(purposes, spam, toxicity),
        near_copy=copy,
    )
