"""where pictures go

Targets of another kind (a picture archive), and how large a file may be that goes to one.

Revision ID: 20261126_62
Revises: 20261126_61
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT, WHOLE

revision = "20261126_62"
down_revision = "20261126_61"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("forward_target", sa.Column("kind", TEXT, nullable=False, server_default="fhir"))
    op.add_column("forward_target", sa.Column("largest", WHOLE, nullable=False, server_default=str(64 << 20)))


def downgrade() -> None:
    op.drop_column("forward_target", "largest")
    op.drop_column("forward_target", "kind")
