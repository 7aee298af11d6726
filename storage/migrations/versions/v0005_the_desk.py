"""The desk's book: what people did about comments, and what became of what was decided."""

import sqlalchemy as sa
from alembic import op

from pressroom.storage.columns import Prose, UtcDateTime, key_column
from pressroom.storage.schema import OPTIONS

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_LENGTHS = {"kind": 20, "language": 16}


def upgrade() -> None:
    """Add the book."""
    for name, usual in (("kind", "other"), ("language", "")):
        op.add_column(
            "handled_comments",
            sa.Column(name, key_column(_LENGTHS[name]), nullable=False, server_default=usual),
        )
    op.add_column(
        "handled_comments",
        # In brackets, as an expression, because MySQL takes no other default for a text.
        sa.Column("note", Prose(), nullable=False, server_default=sa.text("('')")),
    )
    op.create_table(
        "desk_actions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("comment_id", key_column(190), nullable=False),
        sa.Column("thread", key_column(190), nullable=False),
        sa.Column("verb", key_column(16), nullable=False),
        sa.Column("by", key_column(120), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("reason", Prose(), nullable=False),
        sa.Column("proposed", Prose(), nullable=False),
        sa.Column("final", Prose(), nullable=False),
        sa.Column("made_by", key_column(16), nullable=False),
        sa.Column("intent", key_column(20), nullable=False),
        sa.Column("language", key_column(16), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        **OPTIONS,
    )
    op.create_index(
        "ix_desk_actions_platform_comment_id", "desk_actions", ["platform", "comment_id"]
    )
    op.create_index("ix_desk_actions_at", "desk_actions", ["at"])


def downgrade() -> None:
    """Take it away again, and what is in it."""
    op.drop_table("desk_actions")
    with op.batch_alter_table("handled_comments") as handled:
        for name in ("note", "kind", "language"):
            handled.drop_column(name)
