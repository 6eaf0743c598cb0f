"""What a technician can set of the network, and what each word may look like. Pure."""

import re
from collections.abc import Iterator
from ipaddress import IPv4Interface, IPv6Interface, ip_address, ip_interface
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

from contract.lockdown_words import HOST

INTERFACE: Final = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}")
NAME: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
IDENTITY: Final = re.compile(r"[A-Za-z0-9@._/\\+-]{1,128}")
ADDRESS: Final = re.compile(r"[0-9A-Fa-f.:]{2,45}(%[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14})?")  # Python's own takes
# anything after the "%" of a link's own address, a line's end too
PREFIXED: Final = re.compile(ADDRESS.pattern + r"/[0-9]{1,3}")  # and networkd takes no mask
URL: Final = re.compile(r"[!-~]+")  # urlsplit leaves line ends out, and the file would not
CERTIFICATE: Final = re.compile(r"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----")
LONGEST_PASSWORD: Final = 256  # bytes


class Dot1x(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """802.1X on the cable: EAP-TLS with the station's own certificate, or PEAP (MSCHAPv2) with a password.

    `ca`: PEM of whom the network's own server is believed by; `server`: its name's end. Both are needed:
    without them anybody who pulls out the cable could be that server. The password is never in here.
    """

    method: Literal["tls", "peap"]
    identity: str
    ca: str
    server: str


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`interface` empty: any cable. `address` empty: by DHCP, else "10.1.2.3/24".

    `proxy`: "http://host:port", for all that goes to the hub; empty: none.
    """

    interface: str = ""
    address: str = ""
    gateway: str = ""
    dns: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    ntp: tuple[str, ...] = ()
    proxy: str = ""
    dot1x: Dot1x | None = None


def certificates(pem: str) -> str:
    """Return the certificates of a PEM file, and nothing else: there may be a private key beside them."""
    return "".join(f"{one}\n" for one in CERTIFICATE.findall(pem))


def problems(settings: Settings, password: str = "") -> list[str]:
    """Return what can't be, a line each in words; nothing: it can."""
    return [
        *_address(settings),
        *_servers(settings),
        *_proxy(settings.proxy),
        *(_dot1x(settings, settings.dot1x, password) if settings.dot1x else ()),
    ]


def _address(settings: Settings) -> Iterator[str]:
    if settings.interface and not INTERFACE.fullmatch(settings.interface):
        yield f"{settings.interface!r} is no network card. `networkctl` lists them."
    if not settings.address:
        if settings.gateway:
            yield "A gateway goes with a static address. By DHCP the network tells it."
        return
    if "/" not in settings.address:
        yield f"{settings.address!r} lacks its prefix: write it like 10.1.2.3/24."
        return
    try:
        own = ip_interface(_like(PREFIXED, settings.address))
    except ValueError:
        yield f"{settings.address!r} is no address with a prefix, like 10.1.2.3/24."
        return
    yield from _usable(own)
    if not settings.gateway:
        yield "A static address needs a gateway: the way out of this network."
        return
    if not settings.dns:
        yield "A static address needs a DNS server: nobody tells the station one."
    try:
        way = ip_address(_like(ADDRESS, settings.gateway))
    except ValueError:
        yield f"{settings.gateway!r} is no address of a gateway."
        return
    if way not in own.network and not way.is_link_local:
        yield f"The gateway {way} is not in the station's network {own.network}. Is the prefix right?"
    elif way == own.ip:
        yield "The gateway has the station's own address."


def _usable(own: IPv4Interface | IPv6Interface) -> Iterator[str]:
    address, network = own.ip, own.network
    if address.is_loopback or address.is_multicast or address.is_unspecified:
        yield f"{address} can't be a station's address."
    elif network.num_addresses > 2 and address == network.network_address:
        yield f"{address} is the network itself, not a machine in it."
    elif own.version == 4 and network.num_addresses > 2 and address == network.broadcast_address:
        yield f"{address} speaks to all machines of the network; it can't be one."


def _servers(settings: Settings) -> Iterator[str]:
    for text in settings.dns:
        try:
            ip_address(_like(ADDRESS, text))
        except ValueError:
            yield f"DNS server {text!r}: give its address; a name could not be looked up without it."
    for text in settings.ntp:
        if not _is_host(text):
            yield f"{text!r} is no time server's name or address."
    for text in settings.domains:
        if not NAME.fullmatch(text):
            yield f"{text!r} is no domain."


def _is_host(text: str) -> bool:
    try:
        ip_address(_like(ADDRESS, text))
    except ValueError:
        return bool(NAME.fullmatch(text))
    return True


def _like(pattern: re.Pattern[str], text: str) -> str:
    if pattern.fullmatch(text):
        return text
    raise ValueError(text)


def _proxy(text: str) -> Iterator[str]:
    if not text:
        return
    try:
        parts = urlsplit(_like(URL, text))
        host, port, account = parts.hostname or "", parts.port, parts.username or parts.password
    except ValueError:
        host, port, account, parts = "", None, None, urlsplit("")
    if account is not None:  # it is not said again: there may be a password in it
        yield "A proxy that asks for a password can't be used. Ask for an exception for this station."
    elif parts.scheme not in {"http", "https"} or not HOST.fullmatch(host) or not port:
        yield "A proxy is written like http://proxy.example.org:3128."
    elif parts.path not in {"", "/"} or parts.query or parts.fragment:
        yield "A proxy's address ends with its port."


def _dot1x(settings: Settings, asked: Dot1x, password: str) -> Iterator[str]:
    if not settings.interface:
        yield "802.1X needs to know the network card (--interface; `networkctl` lists them)."
    if not IDENTITY.fullmatch(asked.identity):
        yield f"{asked.identity!r} is no identity for 802.1X."
    if not asked.ca or certificates(asked.ca) != asked.ca:
        yield "802.1X needs the CA of the network's own server (--ca FILE), as PEM."
    if not NAME.fullmatch(asked.server):
        yield "802.1X needs the name of the network's own server (--server radius.example.org)."
    if asked.method == "peap" and not password:
        yield "PEAP needs a password: typed when asked, or by --password-fd."
    if asked.method == "tls" and password:
        yield "EAP-TLS takes the station's certificate, and no password."
    if not password.isprintable() or len(password.encode()) > LONGEST_PASSWORD:
        yield "This password has characters no network takes, or is too long."
