"""A spare in the place of a broken device: of the same model, admitted by staff who are signed in, until the
next profile. On the disk: it holds with the hub off and across restarts.

The profile names a device by its serial number or its socket; a spare has others. So the device is then found
by its model alone, wherever it is plugged in. Which model that is, the station remembers from when it worked.
"""

import logging
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from contract.profile import DeviceConfig, Profile
from kiosk.core.identity import keep

log = logging.getLogger(__name__)

SPARE: Final = "spare-in-use"  # the trouble that tells the hub, again at each start of core
MEMORY: Final = "devices.json"  # what each device was the last time (peripherals.discovery)
UNFIT: Final = ("ble:", "evdev:")  # found by their addresses alone


class Spare(msgspec.Struct, frozen=True):
    """`driver`: the model's registered name; `by`: the staff member's opaque id; `at`: RFC 3339."""

    driver: str
    by: UUID
    at: str


class _Kept(msgspec.Struct, frozen=True):
    profile: int
    spares: dict[str, Spare] = {}


class _Was(msgspec.Struct, frozen=True):
    product: str


class Spares:
    """Those in force under this profile."""

    def __init__(self, state: Path, profile: Profile) -> None:
        self._path, self._memory = state / "spares.json", state / MEMORY
        self._profile = profile
        self.admitted: dict[str, Spare] = {}
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=_Kept)
        except FileNotFoundError:
            return
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            log.warning("the spares noted here can't be read: %s", error)
            return
        if kept.profile == profile.version:
            self.admitted = dict(kept.spares)

    def problem(self, device: str) -> str:
        """Return why no spare can take this device's place: "unknown", "model", "by-address" or nothing."""
        config = next((one for one in self._profile.devices if one.id == device), None)
        if config is None:
            return "unknown"
        if config.port.startswith(UNFIT):
            return "by-address"
        return "" if self._driver(config) else "model"

    def model(self, device: str) -> str:
        """Return the registered name of the model a device is, empty: nobody knows (any more)."""
        config = next((one for one in self._profile.devices if one.id == device), None)
        return self._driver(config) if config is not None else ""

    def admit(self, device: str, by: UUID, at: str) -> None:
        """Note it durably. ValueError when `problem` says something; OSError when it can't be kept."""
        config = next((one for one in self._profile.devices if one.id == device), None)
        if config is None or self.problem(device):
            raise ValueError(f"no spare can take the place of {device}")
        spares = {**self.admitted, device: Spare(self._driver(config), by, at)}
        keep(self._path, msgspec.json.encode(_Kept(self._profile.version, spares)))
        self.admitted = spares

    def words(self) -> str:
        """Return what the hub's audit is told: which, by whom, since when."""
        each = (f"{device}: a {one.driver} by {one.by} at {one.at}" for device, one in self.admitted.items())
        return "; ".join(each)

    def applied(self) -> Profile:
        """Return the profile with spares in their places."""
        devices = tuple(
            msgspec.structs.replace(one, port="auto", serial="", driver=self.admitted[one.id].driver)
            if one.id in self.admitted
            else one
            for one in self._profile.devices
        )
        return msgspec.structs.replace(self._profile, devices=devices)

    def _driver(self, config: DeviceConfig) -> str:
        """Return which model the device is: as the profile says, or as it was when it worked last."""
        if config.driver != "auto":
            return config.driver
        try:
            was = msgspec.json.decode(self._memory.read_bytes(), type=dict[str, _Was])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return ""
        known = was.get(config.id)
        return known.product if known is not None else ""
