"""Calibration dates that a commissioning on this station's own screen has set, until a profile knows better.

The profile is the hub's to change; what a technician has just checked must count before the operator has
staged it, also with the hub off. A profile whose own date is as new, or newer, goes before.
"""

import logging
from pathlib import Path
from typing import Final

import msgspec

from contract.commissioning import Report, calibrations
from contract.profile import DeviceConfig, Profile
from kiosk.core.identity import keep

log = logging.getLogger(__name__)

FILE: Final = "calibrated.json"


class Dates(msgspec.Struct, frozen=True):
    """Of one device; ISO dates. `serial`: of the device that was checked, empty: the profile has none."""

    on: str
    by: str
    due: str
    serial: str = ""


class Calibrated:
    """What is in force here, by the device's id."""

    def __init__(self, state: Path) -> None:
        self._path = state / FILE
        self.dates: dict[str, Dates] = {}
        try:
            self.dates = msgspec.json.decode(self._path.read_bytes(), type=dict[str, Dates])
        except FileNotFoundError:
            return
        except (OSError, msgspec.DecodeError) as error:
            log.warning("the calibration dates set here can't be read: %s", error)

    def took(self, report: Report) -> dict[str, str]:
        """Note a report's dates durably; return them (device: due). OSError when they can't be kept."""
        serials = {result.subject: result.serial for result in report.results}
        found = {
            device: Dates(report.at[:10], report.technician, due, serials[device])
            for device, due in calibrations(report)
        }
        dates = {**self.dates, **found}
        keep(self._path, msgspec.json.encode(dates))
        self.dates = dates
        return {device: each.due for device, each in found.items()}

    def applied(self, profile: Profile) -> Profile:
        """Return the profile with these dates, where its own are older."""
        devices = tuple(self._dated(device) for device in profile.devices)
        return msgspec.structs.replace(profile, devices=devices)

    def _dated(self, device: DeviceConfig) -> DeviceConfig:
        ours = self.dates.get(device.id)
        if ours is None or ours.serial != device.serial or device.calibrated_on >= ours.on:
            return device
        return msgspec.structs.replace(
            device, calibrated_on=ours.on, calibrated_by=ours.by, calibration_due=ours.due
        )
