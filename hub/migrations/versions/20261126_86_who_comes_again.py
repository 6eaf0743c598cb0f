"""who comes again

Cards and phones that bring a patient back, codes to phones, a minor's guardian.

Revision ID: 20261126_86
Revises: 20261126_84
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT, WHOLE

revision = "20261126_86"
down_revision = "20261126_84"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("visit", sa.Column("person_id", sa.Uuid(), nullable=True))
    op.add_column("visit", sa.Column("known_by", TEXT, nullable=False, server_default=""))
    op.add_column("visit", sa.Column("guardian", sa.JSON(), nullable=True))
    op.add_column("visit", sa.Column("attended", TEXT, nullable=False, server_default=""))
    op.create_index("ix_visit_person_id", "visit", ["person_id"])
    op.create_table(
        "known_key",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("made_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "person_id"),
    )
    op.create_table(
        "phone_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.Double(), nullable=False),
        sa.Column("tries", WHOLE, nullable=False),
        sa.Column("proven", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_phone_code_visit_id", "phone_code", ["visit_id"])


def downgrade() -> None:
    op.drop_table("phone_code")
    op.drop_table("known_key")
    op.drop_index("ix_visit_person_id", "visit")
    for name in ("attended", "guardian", "known_by", "person_id"):
        op.drop_column("visit", name)
