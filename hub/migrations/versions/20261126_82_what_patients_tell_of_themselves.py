"""what patients tell of themselves

Illnesses, medicines, allergies and the like, as the console shows them.

Revision ID: 20261126_82
Revises: 20261126_80
"""

import sqlalchemy as sa
from alembic import op

revision = "20261126_82"
down_revision = "20261126_80"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("visit", sa.Column("about", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("visit", "about")
