"""USBGuard's rules from a profile: what is let in, what is refused whole, and that they are rules."""

import shutil
import subprocess
from uuid import UUID

import pytest

from contract.profile import DeviceConfig, LockdownConfig, Profile, UsbAllowed
from provisioning.lockdown import LockdownError, usb

TOUCH = UsbAllowed("222a:0001", ("03:00:00",), serial="T 1", port="1-1.2")
CAMERA = UsbAllowed("046d:0825", ("0e:01:00", "0e:02:00", "01:*:*"))
DEVICES = (
    DeviceConfig("ox", "oximeter", "contec-v5", "/dev/ttyUSB0"),
    DeviceConfig("cuff", "cuff", "omron-790it", "hid:1-3"),
    DeviceConfig("card", "scanner", "scanner-hid", "evdev:/dev/input/event9"),
    DeviceConfig("any", "thermometer", "auto", "auto"),
)


def profile(*devices: DeviceConfig, usb: tuple[UsbAllowed, ...] = ()) -> Profile:
    return Profile(
        1, UUID(int=1), "n", "a", "p", "https://h:8443", devices=devices, lockdown=LockdownConfig(usb=usb)
    )


def test_what_the_profile_names_is_let_in_and_the_rest_refused() -> None:
    rules = usb.rules(profile(*DEVICES, usb=(TOUCH, CAMERA))).splitlines()
    assert 'allow id 222a:0001 serial "T 1" via-port "1-1.2" with-interface match-all { 03:00:00 }' in rules
    assert "allow id 046d:0825 with-interface match-all { 0e:01:00 0e:02:00 01:*:* }" in rules
    assert "allow id 10c4:ea60 with-interface match-all { ff:*:* 02:02:* 0a:00:00 }" in rules
    assert 'allow id 0590:0028 via-port "1-3" with-interface match-all { 03:00:00 }' in rules
    assert usb.TOUCH not in rules
    assert rules[-1] == "reject"
    assert all(rule.startswith(("allow ", "#")) for rule in rules[:-1])
    assert not any(" 08:" in rule for rule in rules)


def test_a_stick_comes_in_only_where_the_profile_names_one() -> None:
    stick = UsbAllowed("0951:1666", ("08:06:50",))
    named = profile(*DEVICES, usb=(TOUCH, stick))
    assert "allow id 0951:1666 with-interface match-all { 08:06:50 }" in usb.rules(named).splitlines()
    assert usb.lets_sticks_in(named) and not usb.lets_sticks_in(profile(*DEVICES, usb=(TOUCH, CAMERA)))


def test_only_a_scanner_may_be_a_boot_keyboard() -> None:
    rules = usb.rules(profile(*DEVICES, usb=(TOUCH, CAMERA))).splitlines()
    assert [rule for rule in rules if "03:01:01" in rule] == [
        "allow id 05e0:1200 with-interface match-all { 03:00:00 03:01:01 }"
    ]


def test_without_a_named_touch_screen_something_can_still_be_touched() -> None:
    assert usb.TOUCH in usb.rules(profile(usb=(CAMERA,))).splitlines()


def test_bluetooth_comes_with_a_device_that_needs_it() -> None:
    ble = DeviceConfig("b", "oximeter", "ble-2a5f", "ble:00:11:22:33:44:55")
    assert usb.BLUETOOTH in usb.rules(profile(ble)).splitlines()
    assert usb.BLUETOOTH not in usb.rules(profile(DEVICES[0])).splitlines()


@pytest.mark.parametrize(
    "bad",
    [
        UsbAllowed("046d:0825", ()),
        UsbAllowed("046d", ("03:00:00",)),
        UsbAllowed("046d:0825", ("03:00:00 } allow",)),
        UsbAllowed("046d:0825", ("*:*:*",)),
        UsbAllowed("046d:0825", ("03:00:00",), serial='x" allow'),
        UsbAllowed("046d:0825", ("03:00:00",), port="1-1\nallow"),
    ],
)
def test_what_is_no_rule_is_refused(bad: UsbAllowed) -> None:
    with pytest.raises(LockdownError):
        usb.rules(profile(usb=(bad,)))


def test_a_device_of_no_role_and_a_port_that_is_none_are_refused() -> None:
    for device in (
        DeviceConfig("x", "toaster", "auto", "auto"),
        DeviceConfig("x", "cuff", "omron-790it", "hid:;"),
    ):
        with pytest.raises(LockdownError):
            usb.rules(profile(device))


@pytest.mark.skipif(
    shutil.which("usbguard-rule-parser") is None, reason="Debian's package usbguard is not here"
)
def test_usbguard_understands_every_rule() -> None:
    text = usb.rules(profile(*DEVICES, usb=(TOUCH, CAMERA)))
    rules = [
        rule for rule in [*text.splitlines(), *usb.without_profile().splitlines()] if rule and rule[0] != "#"
    ]
    for rule in rules:
        assert "RuleParserError" not in _parsed(rule), rule
    assert "RuleParserError" in _parsed("allow with-interface no-such { 03:00:00 }")  # it exits 0 on errors


def _parsed(rule: str) -> str:
    done = subprocess.run(["usbguard-rule-parser", rule], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr
