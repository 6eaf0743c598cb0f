"""facilities, their staff and residents

Long-term care: badges, wristbands, shifts, whose visit it is, what staff note, readings filed anew.

Revision ID: 20261126_90
Revises: 20261126_86
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT, WHOLE

revision = "20261126_90"
down_revision = "20261126_86"
branch_labels = None
depends_on = None


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, TEXT, nullable=False)


def moment(name: str, *, maybe: bool = False) -> sa.Column[float]:
    return sa.Column(name, sa.Double(), nullable=maybe)


def identity(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=False)


def several(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "facility",
        identity("id"),
        text("name"),
        text("zone"),
        moment("created_at"),
        moment("staff_changed_at"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "staff_member",
        identity("id"),
        identity("facility_id"),
        text("name"),
        several("roles"),
        sa.Column("badge", sa.LargeBinary(), nullable=True),
        sa.Column("verifier", TEXT, nullable=True),
        moment("badge_at", maybe=True),
        moment("created_at"),
        moment("revoked_at", maybe=True),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("badge"),
    )
    op.create_index("ix_staff_member_facility_id", "staff_member", ["facility_id"])
    op.create_table(
        "resident",
        identity("id"),
        identity("facility_id"),
        *(text(name) for name in ("number", "given", "family", "birth_date", "called", "room", "language")),
        sa.Column("wristband", sa.LargeBinary(), nullable=True),
        sa.Column("photo", sa.LargeBinary(), nullable=False),
        *(text(name) for name in ("photo_taken", "code_status", "code_status_note")),
        *(several(name) for name in ("allergies", "diagnoses", "medicines", "conditions")),
        sa.Column("lacks_capacity", sa.Boolean(), nullable=False),
        sa.Column("representative", sa.JSON(), nullable=True),
        sa.Column("physician", sa.JSON(), nullable=True),
        several("schedule"),
        moment("created_at"),
        moment("updated_at"),
        moment("left_at", maybe=True),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("wristband"),
    )
    op.create_index("resident_number", "resident", ["facility_id", "number"], unique=True)
    op.create_table(
        "shift",
        identity("id"),
        identity("station_id"),
        identity("staff_id"),
        sa.Column("session_key", sa.LargeBinary(), nullable=False),
        moment("started_at"),
        moment("ends_at"),
        moment("over_at", maybe=True),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.ForeignKeyConstraint(["staff_id"], ["staff_member.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_shift_station_id", "shift", ["station_id"])
    op.create_table(
        "care_note",
        identity("id"),
        identity("visit_id"),
        text("kind"),
        sa.Column("seq", WHOLE, nullable=False),
        text("at"),
        several("body"),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_care_note_visit_id", "care_note", ["visit_id"])
    op.create_table(
        "refiled",
        identity("former"),
        identity("former_visit"),
        identity("reading"),
        identity("visit_id"),
        identity("by"),
        text("at"),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"]),
        sa.PrimaryKeyConstraint("former"),
    )
    op.create_index("ix_refiled_reading", "refiled", ["reading"])
    op.create_index("ix_refiled_visit_id", "refiled", ["visit_id"])
    op.add_column("station", sa.Column("facility_id", sa.Uuid(), nullable=True))
    op.add_column("station", sa.Column("staff_told", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("account", sa.Column("facility_id", sa.Uuid(), nullable=True))
    op.add_column("visit", sa.Column("resident_id", sa.Uuid(), nullable=True))
    op.add_column("visit", sa.Column("bound", sa.JSON(), nullable=True))
    op.add_column("visit", sa.Column("missed", TEXT, nullable=False, server_default=""))
    op.create_index("ix_visit_resident_id", "visit", ["resident_id"])


def downgrade() -> None:
    op.drop_index("ix_visit_resident_id", "visit")
    for table, columns in (
        ("visit", ("missed", "bound", "resident_id")),
        ("account", ("facility_id",)),
        ("station", ("staff_told", "facility_id")),
    ):
        for name in columns:
            op.drop_column(table, name)
    for table in ("refiled", "care_note", "shift", "resident", "staff_member", "facility"):
        op.drop_table(table)
