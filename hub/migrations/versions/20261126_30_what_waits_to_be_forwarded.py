"""what waits to be forwarded to other records

Revision ID: 20261126_30
Revises: 20261126_20
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT, WHOLE

revision = "20261126_30"
down_revision = "20261126_20"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "forward_target",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("auth", sa.JSON(), nullable=False),
        sa.Column("consents", sa.JSON(), nullable=False),
        sa.Column("from_start", sa.Boolean(), nullable=False),
        sa.Column("entries", WHOLE, nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("failures", WHOLE, nullable=False),
        sa.Column("next_at", sa.Double(), nullable=False),
        sa.Column("trouble", TEXT, nullable=False),
        sa.Column("ok_at", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "forward_change",
        sa.Column("row", WHOLE, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_table(
        "forward_visit",
        sa.Column("target", TEXT, nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("changes", WHOLE, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("since", sa.Double(), nullable=False),
        sa.Column("attempts", WHOLE, nullable=False),
        sa.Column("next_at", sa.Double(), nullable=False),
        sa.Column("trouble", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["target"], ["forward_target.name"]),
        sa.PrimaryKeyConstraint("target", "visit_id"),
    )
    waiting = sa.text("state = 'waiting'")
    columns = ["target", "attempts", "since"]
    op.create_index(
        "forward_waiting", "forward_visit", columns, sqlite_where=waiting, postgresql_where=waiting
    )
    op.create_table(
        "forward_item",
        sa.Column("target", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("version", WHOLE, nullable=False),
        sa.Column("remote", TEXT, nullable=True),
        sa.Column("refused_version", WHOLE, nullable=True),
        sa.Column("refused_status", WHOLE, nullable=True),
        sa.Column("refused_words", TEXT, nullable=False),
        sa.Column("refused_at", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["target"], ["forward_target.name"]),
        sa.PrimaryKeyConstraint("target", "type", "id"),
        sa.UniqueConstraint("key"),
    )
    refused = sa.text("refused_version IS NOT NULL")
    op.create_index(
        "forward_refused", "forward_item", ["target"], sqlite_where=refused, postgresql_where=refused
    )


def downgrade() -> None:
    op.drop_table("forward_item")
    op.drop_table("forward_visit")
    op.drop_table("forward_change")
    op.drop_table("forward_target")
