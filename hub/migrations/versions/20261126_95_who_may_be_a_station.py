"""who may be a station

A code may be bound to a machine and waits for an operator's look; a certificate is renewed while the old one
is still good. What stations say of themselves, and what operators want them to do. Tokens for figures only.

Revision ID: 20261126_95
Revises: 20261126_90
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT

revision = "20261126_95"
down_revision = "20261126_90"
branch_labels = None
depends_on = None

CODE = (
    "serial",
    "attended",
    "public",
    "machine",
    "network",
    "decided_at",
    "decided_by",
    "refused",
    "certificate",
)


def upgrade() -> None:
    op.add_column("station", sa.Column("next_certificate", sa.LargeBinary(), nullable=True))
    op.create_index("station_next_certificate", "station", ["next_certificate"], unique=True)
    for name in ("serial", "machine", "network", "decided_by"):
        op.add_column("enrol_code", sa.Column(name, TEXT, nullable=False, server_default=""))
    op.add_column("enrol_code", sa.Column("attended", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("enrol_code", sa.Column("refused", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("enrol_code", sa.Column("decided_at", sa.Double(), nullable=True))
    for name in ("public", "certificate"):
        op.add_column("enrol_code", sa.Column(name, sa.LargeBinary(), nullable=True))
    op.add_column("station", sa.Column("told", sa.JSON(), nullable=True))
    op.add_column("station", sa.Column("told_at", sa.Double(), nullable=True))
    op.add_column("token", sa.Column("use", TEXT, nullable=False, server_default="fhir"))
    op.create_table(
        "station_order",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("made_by", TEXT, nullable=False),
        sa.Column("made_at", sa.Double(), nullable=False),
        sa.Column("done_at", sa.Double(), nullable=True),
        sa.Column("ok", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("detail", TEXT, nullable=False, server_default=""),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "station_order_open",
        "station_order",
        ["station_id"],
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("station_order")
    op.drop_column("token", "use")
    op.drop_column("station", "told_at")
    op.drop_column("station", "told")
    for name in CODE:
        op.drop_column("enrol_code", name)
    op.drop_index("station_next_certificate", "station")
    op.drop_column("station", "next_certificate")
