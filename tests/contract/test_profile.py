"""The profile: devices of every kind, and what an older hub signed is still understood."""

from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import msgpack

from contract.profile import PROFILE, DeviceConfig, Profile, open_profile
from contract.seal import SealError, sign

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()
OLD: dict[str, Any] = {  # as the first version signed it, less what it left at its default
    "version": 3,
    "station": UUID(int=1),
    "name": "Front desk",
    "address": "1 Main St",
    "site_phone": "555-0100",
    "hub_url": "https://hub:8443",
    "devices": [{"id": "cuff", "role": "cuff", "driver": "rbp9804", "port": "/dev/ttyUSB1"}],
}


def test_a_profile_of_an_older_hub_is_understood() -> None:
    signed = sign(msgpack.encode(OLD), context=PROFILE, private=KEY)
    [cuff] = open_profile(msgpack.encode(signed), PUBLIC).devices
    assert cuff == DeviceConfig("cuff", "cuff", "rbp9804", "/dev/ttyUSB1")
    assert (cuff.personal, cuff.serial, cuff.calibrated_on, cuff.pattern) == (False, "", "", "")


def test_everything_about_a_device_travels() -> None:
    meter = DeviceConfig(
        "meter-2",
        "glucose-meter",
        "auto",
        "ble:C0:26:DA:01:02:03",
        personal=True,
        serial="C123",
        calibrated_on="2026-10-01",
        calibrated_by="J. Ortiz",
        calibration_due="2027-10-01",
    )
    scanner = DeviceConfig("badges", "scanner", "auto", "auto", pattern="CP[0-9]{6}")
    profile = Profile(1, UUID(int=1), "n", "a", "p", "https://hub", devices=(meter, scanner))
    signed = sign(msgpack.encode(profile), context=PROFILE, private=KEY)
    assert open_profile(msgpack.encode(signed), PUBLIC).devices == (meter, scanner)


def test_a_device_of_the_wrong_form_is_refused() -> None:
    wrong = OLD | {"devices": [{"id": "x", "role": "cuff", "driver": "auto", "port": "auto", "personal": 1}]}
    with pytest.raises(SealError):
        open_profile(msgpack.encode(sign(msgpack.encode(wrong), context=PROFILE, private=KEY)), PUBLIC)
