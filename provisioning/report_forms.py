"""A commissioning report as it is kept beside the signed original: FHIR R4, and lines for paper. Pure."""

import base64
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from contract.commissioning import PASSED, Report, Result
from contract.profile import Profile

SYSTEM: Final = "urn:ietf:rfc:3986"


def fhir(report: Report, profile: Profile, seal: bytes) -> dict[str, Any]:
    """Return a Bundle: station and devices (Device), their checks (DeviceMetric), who signed (Provenance)."""
    station = f"urn:uuid:{report.station}"
    entries = [_entry(station, _station(report, profile))]
    devices = {device.id: device for device in profile.devices}
    for result in report.results:
        device = devices.get(result.subject)
        if device is None:
            continue
        at = _urn(report, f"device/{result.subject}")
        entries.append(_entry(at, _device(result, device.role, station)))
        entries.append(_entry(_urn(report, f"metric/{result.subject}"), _metric(report, result, at)))
    entries.append(_entry(_urn(report, "provenance"), _provenance(report, entries, station, seal)))
    return {"resourceType": "Bundle", "type": "collection", "timestamp": report.at, "entry": entries}


def _urn(report: Report, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{report.station}/{report.at}/{name}')}"


def _entry(url: str, resource: dict[str, Any]) -> dict[str, Any]:
    return {"fullUrl": url, "resource": resource}


def _station(report: Report, profile: Profile) -> dict[str, Any]:
    looked = [r for r in report.results if r.subject not in {device.id for device in profile.devices}]
    return {
        "resourceType": "Device",
        "identifier": [{"system": SYSTEM, "value": f"urn:uuid:{report.station}"}],
        "status": "active",
        "deviceName": [{"name": report.name, "type": "user-friendly-name"}],
        "type": {"text": "telehealth station"},
        "note": [{"text": f"{r.what} {r.outcome}. {r.note}".strip()} for r in looked]
        + [{"text": line} for line in (report.network, *report.readiness) if line],
    }


def _device(result: Result, role: str, station: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "resourceType": "Device",
        "identifier": [{"value": result.subject}],
        "status": "active",
        "deviceName": [{"name": result.subject, "type": "user-friendly-name"}],
        "type": {"text": role},
        "parent": {"reference": station},
    }
    return made | ({"serialNumber": result.serial} if result.serial else {})


def _metric(report: Report, result: Result, device: str) -> dict[str, Any]:
    words = f"{result.what}: {result.outcome}"
    if result.shown is not None and result.reference is not None:
        words += f", {result.shown:g} beside {result.reference:g} {result.unit}, {result.allowed:g} allowed"
    state = {"passed": "calibrated", "failed": "calibration-required"}.get(result.outcome, "not-calibrated")
    return {
        "resourceType": "DeviceMetric",
        "type": {"text": words},
        "source": {"reference": device},
        "operationalStatus": "on" if result.outcome == PASSED else "off",
        "category": "measurement",
        "calibration": [{"type": "unspecified", "state": state, "time": report.at}],
    }


def _provenance(report: Report, entries: list[dict[str, Any]], station: str, seal: bytes) -> dict[str, Any]:
    return {
        "resourceType": "Provenance",
        "target": [{"reference": entry["fullUrl"]} for entry in entries],
        "recorded": report.at,
        "agent": [{"who": {"display": report.technician}}],
        "signature": [
            {
                "type": [{"system": "urn:iso-astm:E1762-95:2013", "code": "1.2.840.10065.1.12.1.5"}],
                "when": report.at,
                "who": {"reference": station},
                "sigFormat": "application/msgpack",
                "data": base64.b64encode(seal).decode(),
            }
        ],
    }


def lines(report: Report, fingerprint: str) -> list[str]:
    """Return the report as lines of text; `fingerprint` of the station's key that signed it."""
    made = [
        "CAREPOST: COMMISSIONING REPORT",
        "",
        f"Station     {report.name}, {report.address}",
        f"            {report.station}",
        f"Technician  {report.technician}",
        f"At          {report.at}",
        f"Outcome     {'all checks passed' if report.passed else 'NOT all checks passed'}",
        "",
    ]
    for result in report.results:
        serial = f" (serial {result.serial})" if result.serial else ""
        made.append(f"[{result.outcome}] {result.subject}{serial}: {result.what}")
        if result.shown is not None and result.reference is not None:
            figures = f"shown {result.shown:g}, reference {result.reference:g} {result.unit}"
            made.append(f"    {figures}; may be off by {result.allowed:g} {result.unit}")
        if result.next_due:
            made.append(f"    next check due {result.next_due}")
        if result.note:
            made.append(f"    {result.note}")
    if report.network:
        made += ["", "Network", *(f"    {line}" for line in report.network.splitlines() if line)]
    if report.readiness:
        made += ["", "Readiness", *(f"    {line}" for line in report.readiness)]
    return [
        *made,
        "",
        f"Signed by the station's key {fingerprint}; the signed original is commissioning.signed.",
    ]
