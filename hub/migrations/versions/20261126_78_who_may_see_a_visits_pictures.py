"""who may see a visit's pictures

The patient's word, for each guest of a call, on showing them pictures and sounds.

Revision ID: 20261126_78
Revises: 20261126_75
"""

import sqlalchemy as sa
from alembic import op

revision = "20261126_78"
down_revision = "20261126_75"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("guest", sa.Column("pictures", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("guest", "pictures")
