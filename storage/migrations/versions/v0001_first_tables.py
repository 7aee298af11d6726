"""Every table of the first release."""

import sqlalchemy as sa
from alembic import op

from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.schema import OPTIONS

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, those that others point to first."""
    _create_campaigns_and_media()
    _create_posts()
    _create_platform_posts()
    _create_readings()
    _create_comments()
    _create_what_comments_led_to()
    _create_ab_tests()
    _create_runs()
    _create_effects()
    _create_audit()


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for table in (
        "approvals",
        "effect_attempts",
        "effects",
        "schedule_fires",
        "run_waits",
        "runs",
        "ab_test_variants",
        "ab_tests",
        "handled_comments",
        "comment_analysis",
        "comments",
        "tracking",
        "engagements",
        "platform_post_media",
        "platform_posts",
        "posts",
        "media",
        "campaigns",
    ):
        op.drop_table(table)


def _create_table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, *parts, **OPTIONS)


def _create_campaigns_and_media() -> None:
    _create_table(
        "campaigns",
        sa.Column("id", key_column(36), primary_key=True),
        sa.Column("name", key_column(200), nullable=False),
        sa.Column("budget", sa.Double(), nullable=True),
        sa.UniqueConstraint("name", name="uq_campaigns_name"),
    )
    _create_table(
        "media",
        sa.Column("sha256", key_column(64), primary_key=True),
        sa.Column("media_type", key_column(32), nullable=False),
        sa.Column("width_px", sa.Integer(), nullable=False),
        sa.Column("height_px", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
    )


def _create_posts() -> None:
    _create_table(
        "posts",
        sa.Column("id", key_column(36), primary_key=True),
        sa.Column("title", Prose(), nullable=False),
        sa.Column("content", Prose(), nullable=False),
        sa.Column("status", key_column(20), nullable=False),
        sa.Column("campaign_id", key_column(36), nullable=True),
        sa.Column("cta_text", Prose(), nullable=False),
        sa.Column("cta_url", Prose(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("run_id", key_column(190), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name="fk_posts_campaign_id"),
    )
    op.create_index("ix_posts_campaign_id", "posts", ["campaign_id"])
    op.create_index("ix_posts_created_at", "posts", ["created_at"])
    op.create_index("ix_posts_run_id", "posts", ["run_id"])
    op.create_index("ix_posts_status", "posts", ["status"])


def _create_platform_posts() -> None:
    _create_table(
        "platform_posts",
        sa.Column("id", key_column(36), primary_key=True),
        sa.Column("post_id", key_column(36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("account", key_column(190), nullable=False),
        sa.Column("text", Prose(), nullable=False),
        sa.Column("link", Prose(), nullable=False),
        sa.Column("hashtags", PlainJson(), nullable=False),
        sa.Column("variant", key_column(16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", key_column(20), nullable=False),
        sa.Column("publish_at", UtcDateTime(), nullable=True),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("platform_post_id", key_column(190), nullable=False),
        sa.Column("permalink", Prose(), nullable=False),
        sa.Column("note", Prose(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_platform_posts_post_id"),
    )
    op.create_index("ix_platform_posts_platform", "platform_posts", ["platform"])
    op.create_index("ix_platform_posts_platform_post_id", "platform_posts", ["platform_post_id"])
    op.create_index("ix_platform_posts_post_id", "platform_posts", ["post_id"])
    op.create_index(
        "ix_platform_posts_status_publish_at", "platform_posts", ["status", "publish_at"]
    )
    _create_table(
        "platform_post_media",
        sa.Column("platform_post_id", key_column(36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("sha256", key_column(64), nullable=False),
        sa.Column("path", Prose(), nullable=False),
        sa.Column("alt_text", Prose(), nullable=False),
        sa.Column("ai_generated", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("platform_post_id", "position"),
        sa.ForeignKeyConstraint(
            ["platform_post_id"],
            ["platform_posts.id"],
            name="fk_platform_post_media_platform_post_id",
        ),
        sa.ForeignKeyConstraint(["sha256"], ["media.sha256"], name="fk_platform_post_media_sha256"),
    )
    op.create_index("ix_platform_post_media_sha256", "platform_post_media", ["sha256"])


def _create_readings() -> None:
    _create_table(
        "engagements",
        sa.Column("platform_post_id", key_column(36), nullable=False),
        sa.Column("fetched_at", UtcDateTime(), nullable=False),
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("likes", sa.BigInteger(), nullable=True),
        sa.Column("comments", sa.BigInteger(), nullable=True),
        sa.Column("shares", sa.BigInteger(), nullable=True),
        sa.Column("saves", sa.BigInteger(), nullable=True),
        sa.Column("views", sa.BigInteger(), nullable=True),
        sa.Column("reach", sa.BigInteger(), nullable=True),
        sa.Column("clicks", sa.BigInteger(), nullable=True),
        sa.Column("interactions", sa.BigInteger(), nullable=True),
        sa.Column("engagement_rate", sa.Double(), nullable=True),
        sa.Column("missing", PlainJson(), nullable=False),
        sa.PrimaryKeyConstraint("platform_post_id", "fetched_at"),
        sa.ForeignKeyConstraint(
            ["platform_post_id"], ["platform_posts.id"], name="fk_engagements_platform_post_id"
        ),
    )
    _create_table(
        "tracking",
        sa.Column("platform_post_id", key_column(36), primary_key=True),
        sa.Column("next_fetch_at", UtcDateTime(), nullable=True),
        sa.Column("last_fetched_at", UtcDateTime(), nullable=True),
        sa.Column("tier", key_column(16), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("note", Prose(), nullable=False),
        sa.ForeignKeyConstraint(
            ["platform_post_id"], ["platform_posts.id"], name="fk_tracking_platform_post_id"
        ),
    )
    op.create_index("ix_tracking_next_fetch_at", "tracking", ["next_fetch_at"])


def _create_comments() -> None:
    _create_table(
        "comments",
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("comment_id", key_column(190), nullable=False),
        sa.Column("account", key_column(190), nullable=False),
        sa.Column("platform_post_id", key_column(190), nullable=False),
        sa.Column("parent_id", key_column(190), nullable=False),
        sa.Column("author_id", key_column(190), nullable=False),
        sa.Column("author_name", Prose(), nullable=False),
        sa.Column("message", Prose(), nullable=False),
        sa.Column("permalink", Prose(), nullable=False),
        sa.Column("likes", sa.BigInteger(), nullable=True),
        sa.Column("created_time", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "comment_id"),
    )
    op.create_index("ix_comments_created_time", "comments", ["created_time"])
    op.create_index(
        "ix_comments_platform_platform_post_id", "comments", ["platform", "platform_post_id"]
    )


def _create_what_comments_led_to() -> None:
    _create_table(
        "comment_analysis",
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("comment_id", key_column(190), nullable=False),
        sa.Column("sentiment", key_column(16), nullable=False),
        sa.Column("sentiment_score", sa.Double(), nullable=False),
        sa.Column("is_toxic", sa.Boolean(), nullable=False),
        sa.Column("is_spam", sa.Boolean(), nullable=False),
        sa.Column("language", key_column(16), nullable=False),
        sa.Column("keywords", PlainJson(), nullable=False),
        sa.Column("provenance", PlainJson(), nullable=False),
        sa.Column("analysed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "comment_id"),
        sa.ForeignKeyConstraint(
            ["platform", "comment_id"],
            ["comments.platform", "comments.comment_id"],
            name="fk_comment_analysis_platform",
        ),
    )
    op.create_index("ix_comment_analysis_sentiment", "comment_analysis", ["sentiment"])
    _create_table(
        "handled_comments",
        sa.Column("platform", key_column(16), nullable=False),
        sa.Column("comment_id", key_column(190), nullable=False),
        sa.Column("action", key_column(20), nullable=False),
        sa.Column("response", Prose(), nullable=False),
        sa.Column("effect_key", key_column(190), nullable=False),
        sa.Column("provenance", PlainJson(), nullable=False),
        sa.Column("handled_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "comment_id"),
        sa.ForeignKeyConstraint(
            ["platform", "comment_id"],
            ["comments.platform", "comments.comment_id"],
            name="fk_handled_comments_platform",
        ),
    )


def _create_ab_tests() -> None:
    _create_table(
        "ab_tests",
        sa.Column("id", key_column(36), primary_key=True),
        sa.Column("post_id", key_column(36), nullable=False),
        sa.Column("name", Prose(), nullable=False),
        sa.Column("type", key_column(32), nullable=False),
        sa.Column("status", key_column(20), nullable=False),
        sa.Column("best_variant_id", key_column(16), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_ab_tests_post_id"),
    )
    op.create_index("ix_ab_tests_post_id", "ab_tests", ["post_id"])
    op.create_index("ix_ab_tests_status", "ab_tests", ["status"])
    _create_table(
        "ab_test_variants",
        sa.Column("ab_test_id", key_column(36), nullable=False),
        sa.Column("label", key_column(16), nullable=False),
        sa.Column("media", PlainJson(), nullable=False),
        sa.Column("hypothesis", Prose(), nullable=False),
        sa.Column("differs_by", Prose(), nullable=False),
        sa.Column("platform_post_id", key_column(36), nullable=True),
        sa.PrimaryKeyConstraint("ab_test_id", "label"),
        sa.ForeignKeyConstraint(
            ["ab_test_id"], ["ab_tests.id"], name="fk_ab_test_variants_ab_test_id"
        ),
        sa.ForeignKeyConstraint(
            ["platform_post_id"], ["platform_posts.id"], name="fk_ab_test_variants_platform_post_id"
        ),
    )
    op.create_index(
        "ix_ab_test_variants_platform_post_id", "ab_test_variants", ["platform_post_id"]
    )


def _create_runs() -> None:
    _create_table(
        "runs",
        sa.Column("thread_id", key_column(190), primary_key=True),
        sa.Column("graph", key_column(64), nullable=False),
        sa.Column("input", PlainJson(), nullable=False),
        sa.Column("status", key_column(20), nullable=False),
        sa.Column("error", Prose(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("wake_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_runs_created_at", "runs", ["created_at"])
    op.create_index("ix_runs_status_wake_at", "runs", ["status", "wake_at"])
    _create_table(
        "run_waits",
        sa.Column("thread_id", key_column(190), nullable=False),
        sa.Column("token", key_column(255), nullable=False),
        sa.PrimaryKeyConstraint("thread_id", "token"),
        sa.ForeignKeyConstraint(["thread_id"], ["runs.thread_id"], name="fk_run_waits_thread_id"),
    )
    op.create_index("ix_run_waits_token", "run_waits", ["token"])
    _create_table(
        "schedule_fires",
        sa.Column("name", key_column(190), nullable=False),
        sa.Column("slot", UtcDateTime(), nullable=False),
        sa.Column("fired_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", "slot"),
    )


def _create_effects() -> None:
    _create_table(
        "effects",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("key", key_column(190), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("account", key_column(100), nullable=False),
        sa.Column("ordering_key", key_column(190), nullable=True),
        sa.Column("payload", PlainJson(), nullable=False),
        sa.Column("payload_sha", sa.String(64), nullable=False),
        sa.Column("material", PlainJson(), nullable=False),
        sa.Column("requires_approval", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("not_before", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("attempt_limit", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("first_try_at", UtcDateTime(), nullable=True),
        sa.Column("settles_at", UtcDateTime(), nullable=True),
        sa.Column("absent_reads", sa.Integer(), nullable=False),
        sa.Column("last_read_at", UtcDateTime(), nullable=True),
        sa.Column("asked_again", sa.Boolean(), nullable=False),
        sa.Column("draft", PlainJson(), nullable=False),
        sa.Column("platform_ref", key_column(190), nullable=True),
        sa.Column("permalink", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("run_id", key_column(64), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.UniqueConstraint("key", name="uq_effects_key"),
        sa.UniqueConstraint(
            "platform", "account", "platform_ref", name="uq_effects_platform_account_platform_ref"
        ),
        sa.CheckConstraint(
            "status IN ('ready', 'sending', 'unknown', 'sent', 'failed', 'review', 'cancelled')",
            name=op.f("ck_effects_status"),
        ),
    )
    op.create_index("ix_effects_ordering_key", "effects", ["ordering_key"])
    op.create_index("ix_effects_run_id", "effects", ["run_id"])
    op.create_index("ix_effects_status_not_before", "effects", ["status", "not_before"])


def _create_audit() -> None:
    _create_table(
        "effect_attempts",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("effect_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(12), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("platform_code", sa.String(64), nullable=False),
        sa.Column("excerpt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["effect_id"], ["effects.id"], name="fk_effect_attempts_effect_id"),
        sa.CheckConstraint(
            "phase IN ('prepare', 'publish', 'find')", name=op.f("ck_effect_attempts_phase")
        ),
    )
    op.create_index("ix_effect_attempts_effect_id", "effect_attempts", ["effect_id"])
    _create_table(
        "approvals",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("effect_key", key_column(190), nullable=False),
        sa.Column("payload_sha", sa.String(64), nullable=False),
        sa.Column("decision", sa.String(10), nullable=False),
        sa.Column("decided_by", key_column(120), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.Column("author", key_column(120), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.UniqueConstraint(
            "effect_key", "payload_sha", name="uq_approvals_effect_key_payload_sha"
        ),
        sa.CheckConstraint(
            "decision IN ('approved', 'rejected')", name=op.f("ck_approvals_decision")
        ),
        sa.CheckConstraint("decided_by <> author", name=op.f("ck_approvals_four_eyes")),
    )
