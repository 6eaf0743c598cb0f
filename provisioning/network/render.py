"""Settings as the files of systemd-networkd, -resolved, -timesyncd, wpa_supplicant, and ours. Pure.

All below /run: they are made anew at each start. Before files were validated nothing gets here (`problems`).
"""

from typing import Final, NamedTuple

import msgspec

from contract.proxy import PROXY
from provisioning.network.settings import Dot1x, Settings

OURS: Final = PROXY.parent
NETWORK: Final = "/run/systemd/network/70-carepost.network"  # before the image's 80-carepost.network
TIME: Final = "/run/systemd/timesyncd.conf.d/carepost.conf"
WPA: Final = f"{OURS}/wpa.conf"
CARD: Final = f"{OURS}/card.env"
CA: Final = f"{OURS}/radius-ca.pem"
NOW: Final = f"{OURS}/settings.json"
ALL: Final = (NETWORK, TIME, WPA, CARD, CA, str(PROXY), NOW)
CTRL: Final = f"{OURS}/ctrl"  # wpa_supplicant's, as its unit says
CREDENTIALS: Final = "/run/credentials/carepost-dot1x.service"
SECRET, PLAIN = 0o600, 0o644


class File(NamedTuple):
    """A file's text, and who may read it."""

    text: str
    mode: int = PLAIN


def files(settings: Settings, password: str = "", *, sealed: bool = False) -> dict[str, File]:
    """Return every file by its path, none where nothing is set.

    `sealed`: the station's key is opened by systemd for the unit.
    """
    if settings == Settings():  # as the image (or its own Debian) is by itself
        return {}
    made = {NETWORK: File(network(settings)), NOW: File(msgspec.json.encode(settings).decode() + "\n")}
    if settings.ntp:
        made[TIME] = File(f"[Time]\nNTP={' '.join(settings.ntp)}\nFallbackNTP=\n")
    if settings.proxy:
        made[str(PROXY)] = File(settings.proxy + "\n")
    if settings.dot1x:
        made[WPA] = File(supplicant(settings.dot1x, password, sealed=sealed), SECRET)
        made[CARD] = File(f"CARD={settings.interface}\n")
        made[CA] = File(settings.dot1x.ca.strip() + "\n")
    return made


def network(settings: Settings) -> str:
    """Return systemd.network(5)."""
    match = f"Name={settings.interface}" if settings.interface else "Type=ether"
    lines = ["[Match]", match, "", "[Network]", "LLMNR=no", "MulticastDNS=no"]
    if settings.address:
        lines += ["DHCP=no", f"Address={settings.address}", f"Gateway={settings.gateway}"]
    else:
        lines += ["DHCP=yes"]
    lines += [f"DNS={server}" for server in settings.dns]
    if settings.domains:
        lines += [f"Domains={' '.join(settings.domains)}"]
    lines += [f"NTP={server}" for server in settings.ntp]
    if not settings.address:
        for kind in ("DHCPv4", "DHCPv6"):
            lines += ["", f"[{kind}]"]
            lines += ["ClientIdentifier=mac", "UseHostname=no"] if kind == "DHCPv4" else []
            lines += [f"UseDNS={_yes(not settings.dns)}", f"UseNTP={_yes(not settings.ntp)}"]
    return "\n".join([*lines, ""])


def supplicant(asked: Dot1x, password: str, *, sealed: bool = False) -> str:
    """Return wpa_supplicant.conf(5). The password is in hexadecimal: nothing in it can end its line."""
    lines = [
        "key_mgmt=IEEE8021X",
        "eapol_flags=0",
        f"eap={asked.method.upper()}",
        f"identity={asked.identity.encode().hex()}",
        f'ca_cert="{CA}"',
        f'domain_suffix_match="{asked.server}"',
    ]
    if asked.method == "tls":
        key = "station-key" if sealed else "station-key.pem"
        lines += [
            f'client_cert="{CREDENTIALS}/station-cert.pem"',
            f'private_key="{CREDENTIALS}/{key}"',
        ]
    else:
        lines += ['phase1="peaplabel=0"', 'phase2="auth=MSCHAPV2"', f"password={password.encode().hex()}"]
    body = "\n".join(f"  {line}" for line in lines)
    return f"eapol_version=2\nap_scan=0\nnetwork={{\n{body}\n}}\n"


def shown(made: dict[str, File]) -> str:
    """Return the files for a person to read, without any secret."""
    parts = []
    for path, file in made.items():
        text = "\n".join(
            "  password=(not shown)" if line.lstrip().startswith("password=") else line
            for line in file.text.splitlines()
        )
        parts.append(f"==> {path} (mode {file.mode:o})\n{text}\n")
    return "\n".join(parts)


def _yes(yes: bool) -> str:
    return "yes" if yes else "no"
