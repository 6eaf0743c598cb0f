"""What a visit sends to the hub: twelve documents, as a session says them in an ordinary visit."""

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from contract import documents
from contract.envelope import Lane
from contract.measurement import (
    Act,
    DeviceIdentity,
    Grade,
    Instant,
    Kind,
    Measurement,
    Quality,
    Reason,
    Value,
)

ENVELOPES: Final = 12
_BEGAN: Final = datetime(2026, 11, 26, 8, tzinfo=UTC)
_OXIMETER: Final = DeviceIdentity("Contec", "CMS50D+", "contec-v7", "serial:/dev/ttyUSB0")
_CUFF: Final = DeviceIdentity("Andon", "RBP-9804", "rbp9804", "serial:/dev/ttyUSB1", "B7", "1.2")
_THERMOMETER: Final = DeviceIdentity("A&D", "UT-201BLE", "ble-2a1c", "ble:C0:26:DA:01:02:03")
_GOOD: Final = Quality(Grade.GOOD)
_QUESTIONS: Final = ("chest pain", "breath", "fever", "cough", "medicines", "allergies")


def visit(number: int, boot: UUID) -> list[tuple[Lane, documents.Document]]:
    """Return the documents of one visit in their order, with the lane each goes by."""
    made = _Visit(number, boot)
    return [
        (Lane.DOCUMENT, made.opened()),
        (Lane.DOCUMENT, made.consent()),
        (Lane.DOCUMENT, made.identified()),
        (Lane.DOCUMENT, made.answers()),
        (Lane.READING, made.oximetry()),
        (Lane.READING, made.pressure(1)),
        (Lane.READING, made.pressure(2)),
        (Lane.READING, made.mean()),
        (Lane.READING, made.temperature()),
        (Lane.READING, made.no_weight()),
        (Lane.ALERT, made.alarm()),
        (Lane.DOCUMENT, made.closed()),
    ]


class _Visit:
    def __init__(self, number: int, boot: UUID) -> None:
        self._number = number
        self._id = uuid4()
        self._boot = str(boot)
        self._at = _BEGAN + timedelta(minutes=10 * number)
        self._cuff: list[UUID] = []

    def _now(self) -> Instant:
        """Return the next moment: half a minute later."""
        self._at += timedelta(seconds=30)
        passed = int((self._at - _BEGAN).total_seconds() * 1e9)
        return Instant(self._at.isoformat(timespec="milliseconds"), passed, self._boot, "synced")

    def opened(self) -> documents.Document:
        key = uuid4().bytes + uuid4().bytes
        return documents.VisitOpened(visit=self._id, at=self._now(), language="en", session_key=key)

    def consent(self) -> documents.Document:
        return documents.ConsentGiven(
            visit=self._id, at=self._now(), version="2026-11", language="en", given=True
        )

    def identified(self) -> documents.Document:
        born = f"{1940 + self._number % 70}-{1 + self._number % 12:02}-{1 + self._number % 28:02}"
        person = documents.Person(f"Maria {self._number}", f"Lopez {self._id.hex[:6]}", born)
        return documents.Identified(visit=self._id, at=self._now(), person=person)

    def answers(self) -> documents.Document:
        response = {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": "urn:carepost:questionnaire:intake",
            "status": "completed",
            "item": [
                {"linkId": str(at), "text": f"Do you have {what}?", "answer": [{"valueBoolean": at == 2}]}
                for at, what in enumerate(_QUESTIONS)
            ],
        }
        return documents.Answers(
            visit=self._id,
            at=self._now(),
            response=response,
            symptoms=("fever",),
            present=("alone",),
            reason="A cough for three days",
        )

    def _measured(
        self, act: Act, device: DeviceIdentity, values: tuple[Value, ...], *, quality: Quality = _GOOD,
        attempt: int = 1, site: str | None = None, derived_from: tuple[UUID, ...] = (), raw: bytes = b"",
    ) -> documents.Measured:  # fmt: skip
        at = self._now()
        position = "sitting" if act is Act.BLOOD_PRESSURE else None
        made = Measurement(
            uuid4(), act, values, at, device, quality, attempt, site, position,
            derived_from=derived_from, raw=raw,
        )  # fmt: skip
        return documents.Measured(visit=self._id, at=at, measurement=made)

    def oximetry(self) -> documents.Document:
        values = (Value(Kind.SPO2, 97.0, "%"), Value(Kind.PULSE_RATE, 71.0, "/min"))
        return self._measured(Act.OXIMETRY, _OXIMETER, values, site="finger", raw=bytes(540))

    def _pressures(self, systolic: float, diastolic: float) -> tuple[Value, ...]:
        return (
            Value(Kind.SYSTOLIC, systolic, "mm[Hg]"),
            Value(Kind.DIASTOLIC, diastolic, "mm[Hg]"),
            Value(Kind.PULSE_RATE, 72.0, "/min"),
        )

    def pressure(self, attempt: int) -> documents.Document:
        values = self._pressures(128.0 + attempt, 82.0)
        arm = "left-upper-arm"
        told = self._measured(
            Act.BLOOD_PRESSURE, _CUFF, values, attempt=attempt, site=arm, raw=bytes(range(40))
        )
        self._cuff.append(told.measurement.id)
        return told

    def mean(self) -> documents.Document:
        quality = Quality(Grade.USABLE, (Reason.REST_SHORTENED,))
        return self._measured(
            Act.BLOOD_PRESSURE, _CUFF, self._pressures(129.0, 82.0), quality=quality,
            site="left-upper-arm", derived_from=tuple(self._cuff),
        )  # fmt: skip

    def temperature(self) -> documents.Document:
        values = (Value(Kind.TEMPERATURE, 38.2, "Cel"),)
        return self._measured(Act.TEMPERATURE, _THERMOMETER, values, site="oral", raw=bytes(11))

    def no_weight(self) -> documents.Document:
        return documents.MeasureSkipped(visit=self._id, at=self._now(), act="weight", reason="no-device")

    def alarm(self) -> documents.Document:
        why = "Temperature 38.2 °C"
        return documents.AlarmRaised(
            visit=self._id, at=self._now(), alarm=uuid4(), rule="rf-12", level="P", why=why
        )

    def closed(self) -> documents.Document:
        return documents.VisitClosed(visit=self._id, at=self._now(), how="finished")
