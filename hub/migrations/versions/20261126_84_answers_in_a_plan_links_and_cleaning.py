"""answers in a plan, links to take home, and whether the station was wiped clean

Medicines, refills and the referral's address in a plan; SMART Health Links that patients took home, of which
the hub keeps what it publishes (encrypted) and no key.

Revision ID: 20261126_84
Revises: 20261126_82
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT, WHOLE

revision = "20261126_84"
down_revision = "20261126_82"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("medicines", "refills"):
        op.add_column("plan", sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    for name in ("referral_address", "referral_phone"):
        op.add_column("plan", sa.Column(name, TEXT, nullable=False, server_default=""))
    op.add_column("visit", sa.Column("cleaned", TEXT, nullable=False, server_default=""))
    op.add_column("visit", sa.Column("cleaned_at", TEXT, nullable=True))
    op.create_table(
        "health_link",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("envelope_id", sa.Uuid(), nullable=False),
        sa.Column("passcode", TEXT, nullable=False),
        sa.Column("expires_at", sa.Double(), nullable=False),
        sa.Column("tries_left", WHOLE, nullable=False),
        sa.Column("shut", TEXT, nullable=False),
        sa.Column("shut_at", sa.Double(), nullable=True),
        sa.Column("jwe", TEXT, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("built_at", sa.Double(), nullable=True),
        sa.Column("opened", WHOLE, nullable=False),
        sa.Column("opened_at", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"]),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index("ix_health_link_visit_id", "health_link", ["visit_id"], unique=True)
    op.create_index("ix_health_link_expires_at", "health_link", ["expires_at"])


def downgrade() -> None:
    op.drop_table("health_link")
    for name in ("cleaned_at", "cleaned"):
        op.drop_column("visit", name)
    for name in ("referral_phone", "referral_address", "refills", "medicines"):
        op.drop_column("plan", name)
