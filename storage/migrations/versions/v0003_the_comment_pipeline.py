"""The inbox, all that is known of a comment, what it means, and what is decided about it."""

import sqlalchemy as sa
from alembic import op

from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.schema import OPTIONS

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what comments are worked off with."""
    _widen_comments()
    # Nothing has ever written to these two: they are made anew in the shape they are used in.
    op.drop_table("handled_comments")
    op.drop_table("comment_analysis")
    _create_analyses()
    _create_handled()
    _create_inbox()
    op.create_index("ix_effects_platform_ref", "effects", ["platform_ref"])
    _create_table(
        "forgotten_users",
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("user_sha", key_column(64), nullable=False),
        sa.Column("forgotten_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "user_sha"),
    )
    _create_table(
        "threads_to_forget",
        sa.Column("thread_id", key_column(190), primary_key=True),
        sa.Column("noted_at", UtcDateTime(), nullable=False),
    )


def downgrade() -> None:
    """Take it away again, and what is in it."""
    op.drop_index("ix_effects_platform_ref", "effects")
    for table in (
        "threads_to_forget",
        "forgotten_users",
        "inbox",
        "handled_comments",
        "comment_analysis",
    ):
        op.drop_table(table)
    _create_old_analyses()
    _create_old_handled()
    for name in ("forget_due_at", "waits_since"):
        op.drop_index(f"ix_comments_{name}", "comments")
    for name in ("parent_id", "author_id"):
        op.drop_index(f"ix_comments_platform_{name}", "comments")
    with op.batch_alter_table("comments") as comments:
        for column in _columns():
            comments.drop_column(column.name)


def _columns() -> list[sa.Column[object]]:
    """What is new on a comment, with what it is for the comments that are there."""
    # In brackets, as an expression, because MySQL takes no other default for a text.
    nothing, unknown = sa.text("('')"), sa.text("'1970-01-01 00:00:00'")
    return [
        sa.Column("is_time_exact", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("place", key_column(16), nullable=False, server_default="comment"),
        sa.Column("edited_at", UtcDateTime(), nullable=True),
        sa.Column("is_hidden", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("is_ours", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("attachment", Prose(), nullable=False, server_default=nothing),
        # Below every stamp that is made of a time: whatever is heard next knows better.
        sa.Column("text_stamp", key_column(32), nullable=False, server_default="a"),
        sa.Column("author_stamp", key_column(32), nullable=False, server_default="a"),
        sa.Column("shown_stamp", key_column(32), nullable=False, server_default=""),
        sa.Column("fetched_at", UtcDateTime(), nullable=True),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.Column("heard_at", UtcDateTime(), nullable=False, server_default=unknown),
        sa.Column("heard_from", key_column(16), nullable=False, server_default="poll"),
        sa.Column("waits_since", UtcDateTime(), nullable=True),
        sa.Column("held_until", UtcDateTime(), nullable=True),
        sa.Column("forget_due_at", UtcDateTime(), nullable=True),
    ]


def _widen_comments() -> None:
    for column in _columns():
        op.add_column("comments", column)
    op.create_index("ix_comments_platform_author_id", "comments", ["platform", "author_id"])
    op.create_index("ix_comments_platform_parent_id", "comments", ["platform", "parent_id"])
    op.create_index("ix_comments_waits_since", "comments", ["waits_since"])
    op.create_index("ix_comments_forget_due_at", "comments", ["forget_due_at"])


def _create_table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, *parts, **OPTIONS)


def _of_comment(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("comment_id", key_column(190), nullable=False),
        sa.PrimaryKeyConstraint("platform", "comment_id"),
        sa.ForeignKeyConstraint(
            ["platform", "comment_id"],
            ["comments.platform", "comments.comment_id"],
            name=f"fk_{table}_platform",
        ),
    ]


def _create_analyses() -> None:
    _create_table(
        "comment_analysis",
        *_of_comment("comment_analysis"),
        sa.Column("sentiment", key_column(16), nullable=False),
        sa.Column("sentiment_score", sa.Double(), nullable=False),
        sa.Column("intent", key_column(20), nullable=False),
        sa.Column("is_toxic", sa.Boolean(), nullable=False),
        sa.Column("is_spam", sa.Boolean(), nullable=False),
        sa.Column("needs_reply", sa.Boolean(), nullable=False),
        sa.Column("language", key_column(16), nullable=False),
        sa.Column("keywords", PlainJson(), nullable=False),
        sa.Column("message_sha", key_column(64), nullable=False),
        sa.Column("analysis", PlainJson(), nullable=False),
        sa.Column("refinement", PlainJson(), nullable=True),
        sa.Column("analysed_at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_comment_analysis_sentiment", "comment_analysis", ["sentiment"])
    op.create_index("ix_comment_analysis_intent", "comment_analysis", ["intent"])


def _create_handled() -> None:
    _create_table(
        "handled_comments",
        *_of_comment("handled_comments"),
        sa.Column("thread", key_column(190), nullable=False),
        sa.Column("action", key_column(20), nullable=False),
        sa.Column("mode", key_column(10), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("answer_by", UtcDateTime(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("reasons", PlainJson(), nullable=False),
        sa.Column("status", key_column(12), nullable=False),
        sa.Column("draft", PlainJson(), nullable=True),
        sa.Column("response", Prose(), nullable=False),
        sa.Column("effect_key", key_column(190), nullable=False),
        sa.Column("message_sha", key_column(64), nullable=False),
        sa.Column("handled_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_handled_comments_thread", "handled_comments", ["thread"])
    op.create_index("ix_handled_comments_effect_key", "handled_comments", ["effect_key"])
    op.create_index(
        "ix_handled_comments_status_urgency_answer_by",
        "handled_comments",
        ["status", "urgency", "answer_by"],
    )


def _create_inbox() -> None:
    _create_table(
        "inbox",
        sa.Column("source", key_column(16), nullable=False),
        sa.Column("dedupe", key_column(64), nullable=False),
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("comment_id", key_column(190), nullable=False),
        sa.Column("author_id", key_column(190), nullable=False),
        sa.Column("verb", key_column(16), nullable=False),
        sa.Column("body", Prose(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("status", key_column(12), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("note", Prose(), nullable=False),
        sa.PrimaryKeyConstraint("source", "dedupe"),
    )
    op.create_index("ix_inbox_platform_author_id", "inbox", ["platform", "author_id"])
    op.create_index("ix_inbox_platform_comment_id", "inbox", ["platform", "comment_id"])
    op.create_index("ix_inbox_status_due_at", "inbox", ["status", "due_at"])


def _create_old_analyses() -> None:
    _create_table(
        "comment_analysis",
        *_of_comment("comment_analysis"),
        sa.Column("sentiment", key_column(16), nullable=False),
        sa.Column("sentiment_score", sa.Double(), nullable=False),
        sa.Column("is_toxic", sa.Boolean(), nullable=False),
        sa.Column("is_spam", sa.Boolean(), nullable=False),
        sa.Column("language", key_column(16), nullable=False),
        sa.Column("keywords", PlainJson(), nullable=False),
        sa.Column("provenance", PlainJson(), nullable=False),
        sa.Column("analysed_at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_comment_analysis_sentiment", "comment_analysis", ["sentiment"])


def _create_old_handled() -> None:
    _create_table(
        "handled_comments",
        *_of_comment("handled_comments"),
        sa.Column("action", key_column(20), nullable=False),
        sa.Column("response", Prose(), nullable=False),
        sa.Column("effect_key", key_column(190), nullable=False),
        sa.Column("provenance", PlainJson(), nullable=False),
        sa.Column("handled_at", UtcDateTime(), nullable=False),
    )
