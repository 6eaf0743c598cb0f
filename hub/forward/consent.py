"""Which of a visit's resources may go to another record. Pure.

A visit goes when its newest consent was given, and to words that say so: the target names the versions of
the consent whose words tell people that their data goes there. A "no" after that stops everything but the
consent itself, which the other record should know of.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from hub.fhir.terms import OURS, Json

VERSION: Final = OURS + "consent:"


def newest(resources: list[Json]) -> Json | None:
    """Return the newest of the Consents; of two of the same moment the one filed last."""
    consents = [one for one in resources if one["resourceType"] == "Consent"]
    return max(consents, key=lambda one: (_moment(one["dateTime"]), one["meta"]["lastUpdated"]), default=None)


def _moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def may_go(resources: list[Json], versions: Collection[str], *, there_already: bool) -> list[Json]:
    """Return what of a visit may go; `there_already`: the target has some of it."""
    consent = newest(resources)
    if consent is None:
        return []
    version = next((p["uri"].removeprefix(VERSION) for p in consent["policy"]), "")
    if consent["status"] == "active" and version in versions:
        return resources
    return [one for one in resources if one["resourceType"] == "Consent"] if there_already else []
