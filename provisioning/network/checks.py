"""What of the network works now, in words, from the cable to the hub. The edge; it changes nothing."""

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from contract.lockdown_words import place_of
from provisioning.network.render import CTRL, OURS
from provisioning.network.settings import Settings

PATIENCE_S: Final = 5.0
CARDS: Final = Path("/sys/class/net")
NO_CABLE: Final = "no cable: nothing is plugged in, or the other end is off"
NO_CARD: Final = "there is no such network card"
NOT_LET_IN: Final = "802.1X: the network has not let the station in: wrong name, password or certificate?"
NO_ADDRESS: Final = "no address came by DHCP: wrong socket in the wall, or the network asks for a static one"
NO_WAY: Final = "no way out: nothing knows a gateway"
NO_NAME: Final = "the name was not found: are the DNS servers right?"
NO_HUB: Final = "the hub does not answer: a firewall, or a proxy that has to be set"
NO_PROXY: Final = "the proxy does not answer"
PROXY_SAYS_NO: Final = "the proxy does not let the station through to the hub"


def failures(settings: Settings, hub: str, cards: Path = CARDS) -> Iterator[str]:
    """Yield what does not work, the first one first; nothing: the hub can be reached. `hub`: "https://…"."""
    card = settings.interface
    if card and not (cards / card).exists():
        yield NO_CARD
        return
    if not carrier(card, cards):
        yield NO_CABLE
        return
    if settings.dot1x and not let_in(card):
        yield NOT_LET_IN
        return
    if not settings.address and not _told("ip", "-o", "address", "show", "scope", "global"):
        yield NO_ADDRESS
        return
    if not _told("ip", "route", "show", "default") and not _told("ip", "-6", "route", "show", "default"):
        yield NO_WAY
        return
    if hub:
        yield from reached(settings.proxy, hub)


def carrier(card: str, cards: Path = CARDS) -> bool:
    """Is a cable in (any card's, where none is named)?"""
    for path in (cards / card,) if card else cards.iterdir():
        try:
            if path.name != "lo" and (path / "carrier").read_text().strip() == "1":
                return True
        except OSError:  # a card that is down says nothing
            continue
    return False


def let_in(card: str, ctrl: str = CTRL) -> bool:
    """Has the network let us in, as wpa_supplicant says?"""
    return "suppPortStatus=Authorized" in status(card, ctrl, str(OURS))


def status(card: str, ctrl: str, answers: str) -> str:
    """Ask wpa_supplicant how it stands; empty: no answer. `answers`: a folder that it sees as we do.

    wpa_cli's own choice is /tmp, and the unit has a /tmp of its own: the answer would never come.
    """
    return _told("wpa_cli", "-s", answers, "-p", ctrl, "-i", card, "status")


def reached(proxy: str, hub: str) -> Iterator[str]:
    """Yield why the hub is not reached, directly or through a proxy (CONNECT)."""
    host, port = place_of(hub)
    try:
        first = (urlsplit(proxy).hostname or "", urlsplit(proxy).port or 0) if proxy else (host, port)
        with socket.create_connection(first, PATIENCE_S) as way:
            if proxy.startswith("http:"):
                way.settimeout(PATIENCE_S)
                way.sendall(f"CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
                if b" 200" not in way.recv(512).split(b"\r\n")[0]:
                    yield PROXY_SAYS_NO
    except socket.gaierror:
        yield NO_NAME
    except OSError:
        yield NO_PROXY if proxy else NO_HUB


def until_well(settings: Settings, hub: str, seconds: float) -> list[str]:
    """Look again until nothing is wrong, for so long at most; what is wrong then."""
    end = time.monotonic() + seconds
    while (found := list(failures(settings, hub))) and time.monotonic() < end:
        time.sleep(1)
    return found


def _told(*line: str) -> str:
    try:
        return subprocess.run(line, capture_output=True, text=True, check=False, timeout=PATIENCE_S).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
