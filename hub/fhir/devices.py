"""Device resources: what a reading was made with, and who has checked it."""

from uuid import UUID

from contract.measurement import DeviceIdentity
from hub.fhir.terms import OURS, Json, concept, identifier, named, reference


def device_id(device: DeviceIdentity, station: UUID) -> UUID:
    """Return a device's id: by maker, model and serial number; without one it is the station's own."""
    return named(f"device/{device.manufacturer}/{device.model}/{device.serial or station}")


def device(identity: DeviceIdentity, station: UUID) -> Json:
    """Return the Device a value came from.

    R4 keeps a calibration only in DeviceMetric, and not who made it: it is a note with author and date for
    people, and an extension for programs.
    """
    resource: Json = {
        "resourceType": "Device",
        "id": str(device_id(identity, station)),
        "identifier": [identifier(device_id(identity, station))],
        "status": "active",
        "manufacturer": identity.manufacturer,
        "deviceName": [{"name": f"{identity.manufacturer} {identity.model}", "type": "model-name"}],
        "modelNumber": identity.model,
        "property": [
            {"type": concept(text="protocol"), "valueCode": [concept(text=identity.protocol)]},
            {"type": concept(text="transport"), "valueCode": [concept(text=_scheme(identity.transport))]},
        ],
        "parent": reference("Device", station),
    }
    if identity.serial:
        resource["serialNumber"] = identity.serial
    if identity.firmware:
        resource["version"] = [{"type": concept(text="firmware"), "value": identity.firmware}]
    return resource | _calibration(identity)


def _scheme(transport: str) -> str:
    """Return the kind of line: its place may be another one each day, and does not make another device."""
    return transport.partition(":")[0]


def _calibration(identity: DeviceIdentity) -> Json:
    told = {
        "on": identity.calibrated_on,
        "by": identity.checked_by,
        "due": identity.calibration_due,
    }
    if not any(told.values()):
        return {}
    words = ["Calibration checked"]
    words += [f"on {identity.calibrated_on}"] if identity.calibrated_on else []
    words += [f"by {identity.checked_by}"] if identity.checked_by else []
    text = " ".join(words) if len(words) > 1 else "Calibration not recorded"
    text += f", due on {identity.calibration_due}." if identity.calibration_due else "."
    note: Json = {"text": text}
    if identity.checked_by:
        note["authorString"] = identity.checked_by
    if identity.calibrated_on:
        note["time"] = identity.calibrated_on
    parts = [{"url": name, "valueString": value} for name, value in told.items() if value]
    return {"note": [note], "extension": [{"url": OURS + "calibration", "extension": parts}]}
