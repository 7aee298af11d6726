"""What each comment means: the whole analysis, and beside it the columns that lists look by."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.analysis import AnalysisRecord, CommentAnalysis, Refinement
from pressroom.domain.comment import CommentRef
from pressroom.storage.columns import PlainJson, UtcDateTime, key_column
from pressroom.storage.comment_rows import of_comment
from pressroom.storage.comments import load_states
from pressroom.storage.dialects import insert_or_replace
from pressroom.storage.refs import CHUNK, among, chunks
from pressroom.storage.schema import OPTIONS, Base


class CommentAnalysisRow(Base):
    """What a comment means, and who says so."""

    __tablename__ = "comment_analysis"
    __table_args__ = (of_comment(), OPTIONS)

    platform: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    comment_id: Mapped[str] = mapped_column(key_column(), primary_key=True)
    sentiment: Mapped[str] = mapped_column(key_column(16), index=True)
    sentiment_score: Mapped[float] = mapped_column(sa.Double)
    intent: Mapped[str] = mapped_column(key_column(20), index=True)
    is_toxic: Mapped[bool] = mapped_column(sa.Boolean)
    is_spam: Mapped[bool] = mapped_column(sa.Boolean)
    needs_reply: Mapped[bool] = mapped_column(sa.Boolean)
    language: Mapped[str] = mapped_column(key_column(16))
    keywords: Mapped[list[str]] = mapped_column(PlainJson)
    message_sha: Mapped[str] = mapped_column(key_column(64))
    analysis: Mapped[dict[str, Any]] = mapped_column(PlainJson)
    refinement: Mapped[dict[str, Any] | None] = mapped_column(PlainJson)
    analysed_at: Mapped[datetime] = mapped_column(UtcDateTime)


ANALYSES: sa.Table = CommentAnalysisRow.__table__  # type: ignore[assignment]


async def save_analyses(
    session: AsyncSession, records: Mapping[CommentRef, AnalysisRecord]
) -> list[CommentRef]:
    """Those of *records* that are kept; a later one replaces an earlier one of its comment.

    What was made of a comment that is gone, or that says something else by now, is not kept.
    """
    states = await load_states(session, records, lock=True)
    kept = [
        ref
        for ref in sorted(records)
        if ref in states
        and states[ref].has_text
        and states[ref].message_sha == records[ref].message_sha
    ]
    for start in range(0, len(kept), CHUNK):
        rows = [_values(ref, records[ref]) for ref in kept[start : start + CHUNK]]
        await insert_or_replace(session, ANALYSES, rows)
    return kept


async def analyses_of(
    session: AsyncSession, refs: Iterable[CommentRef]
) -> dict[CommentRef, AnalysisRecord]:
    """What is on record about those of *refs* that were analysed."""
    found: dict[CommentRef, AnalysisRecord] = {}
    for platform, ids in chunks(refs):
        statement = sa.select(ANALYSES).where(among(ANALYSES, platform, ids))
        for row in (await session.execute(statement)).mappings():
            found[CommentRef(platform, row["comment_id"])] = _record(row)
    return found


def _values(ref: CommentRef, record: AnalysisRecord) -> dict[str, Any]:
    analysis, refinement = record.analysis, record.refinement
    return {
        "platform": ref.platform,
        "comment_id": ref.comment_id,
        "sentiment": analysis.sentiment.label,
        "sentiment_score": analysis.sentiment.score,
        "intent": analysis.purpose.intent,
        "is_toxic": analysis.toxicity.is_toxic,
        "is_spam": analysis.spam.is_spam,
        "needs_reply": analysis.reply_need.needed,
        "language": analysis.language.code,
        "keywords": list(analysis.keywords),
        "message_sha": record.message_sha,
        "analysis": analysis.model_dump(mode="json"),
        "refinement": refinement.model_dump(mode="json") if refinement else None,
        "analysed_at": record.analysed_at,
    }


def _record(row: sa.RowMapping) -> AnalysisRecord:
    refinement = row["refinement"]
    return AnalysisRecord(
        analysis=CommentAnalysis.model_validate(row["analysis"]),
        refinement=Refinement.model_validate(refinement) if refinement else None,
        message_sha=row["message_sha"],
        analysed_at=row["analysed_at"],
    )
