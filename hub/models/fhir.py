"""FHIR resources, and what they are found by."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base


class Resource(Base):
    """A FHIR R4 resource as JSON text's object."""

    __tablename__ = "fhir_resource"
    __table_args__ = (Index("fhir_updated", "type", "updated_at", "id"),)
    type: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    updated_at: Mapped[float]
    body: Mapped[dict[str, Any]]


class IndexEntry(Base):
    """A searchable value of a resource: text for tokens, references and strings, low/high for dates."""

    __tablename__ = "fhir_index"
    __table_args__ = (
        Index("fhir_index_text", "type", "param", "text", "id"),
        Index("fhir_index_date", "type", "param", "low", "high", "id"),
        Index("fhir_index_of", "type", "id"),
    )
    row: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    id: Mapped[str]
    param: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    low: Mapped[float | None]
    high: Mapped[float | None]
