"""what a person decides, and whose clock it was

Conflicts and other things in quarantine are settled by a person, with a note; a station's boots, keys and
moments of its clock are known, so that times are put right and two machines with one identity show; what
comes late says so.

Revision ID: 20261126_10
Revises: 20261124_02
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT, WHOLE

revision = "20261126_10"
down_revision = "20261124_02"
branch_labels = None
depends_on = None

OPEN = sa.text("settled_at IS NULL")
UNSURE = sa.text("clock = 'unsure'")
ADDED: dict[str, tuple[sa.Column[Any], ...]] = {
    "envelope": (
        sa.Column("released", TEXT, nullable=False, server_default=""),
        sa.Column("boot_id", TEXT, nullable=True),
        sa.Column("at", sa.Double(), nullable=True),
        sa.Column("clock", TEXT, nullable=False, server_default=""),
    ),
    "quarantine": (
        sa.Column("code", TEXT, nullable=False, server_default=""),
        sa.Column("settled_by", TEXT, nullable=True),
        sa.Column("settled_how", TEXT, nullable=True),
        sa.Column("note", TEXT, nullable=True),
    ),
    "reading": (
        sa.Column("received_at", sa.Double(), nullable=True),
        sa.Column("clock", TEXT, nullable=False, server_default=""),
        sa.Column("clock_why", TEXT, nullable=False, server_default=""),
        sa.Column("twin", sa.Uuid(), nullable=True),
    ),
    "visit": (
        sa.Column("identities", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("after_closing", sa.Double(), nullable=True),
        sa.Column("news_at", sa.Double(), nullable=True),
    ),
}


def upgrade() -> None:
    for table, columns in ADDED.items():
        for column in columns:
            op.add_column(table, column)
    op.create_index(
        "envelope_unsure",
        "envelope",
        ["station_id", "boot_id"],
        sqlite_where=UNSURE,
        postgresql_where=UNSURE,
    )
    op.create_index("quarantine_envelope", "quarantine", ["envelope_id"])
    op.create_table(
        "station_key",
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.PrimaryKeyConstraint("public"),
    )
    op.create_index("ix_station_key_station_id", "station_key", ["station_id"])
    op.execute(
        "INSERT INTO station_key (public, station_id, since) "
        "SELECT public, id, COALESCE(enrolled_at, created_at) FROM station WHERE public IS NOT NULL"
    )
    op.create_table(
        "station_boot",
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("boot_id", TEXT, nullable=False),
        sa.Column("first_at", sa.Double(), nullable=False),
        sa.Column("hello_at", sa.Double(), nullable=True),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.PrimaryKeyConstraint("station_id", "boot_id"),
    )
    op.create_table(
        "clock_anchor",
        sa.Column("row", WHOLE, nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("boot_id", TEXT, nullable=False),
        sa.Column("monotonic_ns", WHOLE, nullable=False),
        sa.Column("hub_at", sa.Double(), nullable=False),
        sa.Column("error_s", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("clock_anchor_of", "clock_anchor", ["station_id", "boot_id", "monotonic_ns"])
    op.create_table(
        "station_alarm",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("since", sa.Double(), nullable=False),
        sa.Column("last_at", sa.Double(), nullable=False),
        sa.Column("settled_at", sa.Double(), nullable=True),
        sa.Column("settled_by", TEXT, nullable=True),
        sa.Column("note", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "station_alarm_open", "station_alarm", ["station_id"], sqlite_where=OPEN, postgresql_where=OPEN
    )


def downgrade() -> None:
    for table in ("station_alarm", "clock_anchor", "station_boot", "station_key"):
        op.drop_table(table)
    op.drop_index("quarantine_envelope", "quarantine")
    op.drop_index("envelope_unsure", "envelope")
    for table, columns in ADDED.items():
        for column in columns:
            op.drop_column(table, column.name)
