"""Words of a profile from which rules for USB and the network are made: what each may look like. Pure.

A word that is none is refused here, with its place, by the hub before it signs a profile, by core before it
takes one (`profile_checks`), and once more where the rules are written (`provisioning.lockdown`): by these
same lines, so that nobody learns of it only at the station.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from contract.profile import LogsConfig, Profile, UsbAllowed

ID: Final = re.compile(r"[0-9a-f]{4}:[0-9a-f]{4}")
SOCKET: Final = re.compile(r"[0-9]+-[0-9]+(\.[0-9]+)*")
INTERFACE: Final = re.compile(r"[0-9a-f]{2}:(\*:\*|[0-9a-f]{2}:(\*|[0-9a-f]{2}))")
SERIAL: Final = re.compile(r"[A-Za-z0-9 ._:/+-]{1,128}")
HOST: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?")
PEM: Final = re.compile(r"\s*(-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+")
PEER: Final = re.compile(r"[A-Za-z0-9*]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
ACCOUNT: Final = re.compile(r"(?s).*@")
HTTPS: Final = 443
NTP: Final = 123
SYSLOG_TLS: Final = 6514  # RFC 5425
BY_SOCKET: Final = ("usb:", "hid:")  # of DeviceConfig.port: a USB device by its socket


class Place(NamedTuple):
    """A host (name or address) and a port."""

    host: str
    port: int


def place(text: str, port: int | None = None) -> Place:
    """Read "host:port" (or "host", where a port is given); ValueError when it is neither."""
    form = "host:port" if port is None else "host or host:port"
    refused = ValueError(f"{ACCOUNT.sub('…@', text)!r} is no {form}")  # a password is not said again
    try:
        found = urlsplit(f"//{text}")
        host, number = found.hostname or "", found.port or port
    except ValueError:
        raise refused from None
    bare = not (found.path or found.query or found.fragment or found.username)
    if not bare or number is None or not HOST.fullmatch(host):
        raise refused
    return Place(host, number)


def place_of(address: str) -> Place:
    """Return where an address ("https://…") leads; ValueError when that is no place."""
    return place(urlsplit(address).netloc.rpartition("@")[2], HTTPS)


def socket_of(port: str) -> str:
    """Return the USB socket a device's port names; empty: none."""
    return port.partition(":")[2] if port.startswith(BY_SOCKET) else ""


def usb_problems(profile: Profile) -> Iterator[str]:
    """Yield what can be no rule for USB, a line each, its place first."""
    for number, device in enumerate(profile.lockdown.usb):
        yield from _usb(device, f"lockdown.usb.{number}")
    for number, measuring in enumerate(profile.devices):
        if measuring.port.startswith(BY_SOCKET):
            yield from _like(
                SOCKET, socket_of(measuring.port), f"devices.{number}.port", "USB socket (like 1-2.4)"
            )


def place_problems(profile: Profile) -> Iterator[str]:
    """Yield what can be no rule for the network, a line each, its place first."""
    asked = profile.lockdown
    listed = (("relays", asked.relays, None), ("printers", asked.printers, None))
    for name, texts, port in (*listed, ("time_servers", asked.time_servers, NTP)):
        for number, text in enumerate(texts):
            try:
                place(text, port)
            except ValueError as error:
                yield f"lockdown.{name}.{number}: {error}"
    if profile.logs.syslog:
        yield from _logs(profile.logs)
    addresses = {"hub_url": profile.hub_url, "updates.url": profile.updates.url}
    if profile.paging.url.startswith("https:"):
        addresses["paging.url"] = profile.paging.url
    for name, address in addresses.items():
        try:
            if address:
                place_of(address)
        except ValueError:  # without the address: there may be a secret in it
            yield f"{name}: leads to no host"


def _logs(logs: LogsConfig) -> Iterator[str]:
    try:
        place(logs.syslog, SYSLOG_TLS)
    except ValueError as error:
        yield f"logs.syslog: {error}"
    if not PEM.fullmatch(logs.ca):
        yield "logs.ca: is no certificate (PEM) of whom the log server is believed by"
    if not PEER.fullmatch(logs.name):
        yield f"logs.name: {logs.name!r} is no name of a log server"


def problems(profile: Profile) -> Iterator[str]:
    """Yield all that can be no rule, a line each, its place first."""
    yield from usb_problems(profile)
    yield from place_problems(profile)


def _usb(device: UsbAllowed, where: str) -> Iterator[str]:
    yield from _like(ID, device.id, f"{where}.id", "USB id (like 046d:0825, in small letters)")
    if not device.interfaces:
        yield f"{where}.interfaces: none is named"
    for number, interface in enumerate(device.interfaces):
        yield from _like(
            INTERFACE, interface, f"{where}.interfaces.{number}", "USB interface (like 0e:01:00 or 0e:*:*)"
        )
    if device.serial:
        yield from _like(SERIAL, device.serial, f"{where}.serial", "serial number")
    if device.port:
        yield from _like(SOCKET, device.port, f"{where}.port", "USB socket (like 1-2.4)")


def _like(pattern: re.Pattern[str], text: str, where: str, what: str) -> Iterator[str]:
    if not pattern.fullmatch(text):
        yield f"{where}: {text!r} is no {what}"
