"""Where the database stands in its own history, so that an older copy is noticed."""

import sqlalchemy as sa
from alembic import op

from pressroom.storage.columns import UtcDateTime
from pressroom.storage.schema import OPTIONS

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; its one row is made by the first who needs it."""
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("origin", sa.String(32), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("claimed_at", UtcDateTime(), nullable=False),
        sa.Column("held_at", UtcDateTime(), nullable=True),
        sa.Column("restored_at", UtcDateTime(), nullable=True),
        sa.Column("copied_at", UtcDateTime(), nullable=True),
        **OPTIONS,
    )


def downgrade() -> None:
    """Drop the table: older copies are no longer noticed."""
    op.drop_table("history")
