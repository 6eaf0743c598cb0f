"""At each start, and when the profile changes: the rules made from it and loaded. Needs root.

Where no profile holds, the rules are those of a station that is still to be set up. What cannot be made (a
profile with a rule that is none) leaves the rules as they are, or at a start the strictest there are.
"""

import os
import pwd
import socket
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Final

import msgspec

from contract.lockdown_words import SYSLOG_TLS, Place, place
from contract.profile import Profile, open_profile
from contract.seal import SealError
from contract.syslog import To, rsyslog
from provisioning.lockdown import LockdownError, firewall, usb
from provisioning.lockdown.firewall import Address, Users
from provisioning.network.render import NOW
from provisioning.network.settings import Settings

RULES: Final = Path("/run/carepost-lockdown")
USB: Final = "usbguard.conf"
FIREWALL: Final = "nftables.conf"
LOGS, LOGS_CA = "rsyslog.conf", "rsyslog-ca.pem"
LOGS_WAIT: Final = "/var/lib/carepost-agent/logs"  # on the data partition: it outlives a start
SOFTWARE: Final = frozenset(  # virtio's card says, by kernel, who drives it or who drives its bus
    {"virtio_gpu", "virtio-pci", "bochs-drm", "simple-framebuffer", "cirrus-qemu", "ast", "mgag200"}
)
CARDS: Final = Path("/sys/class/drm")
DRAWING: Final = "graphics.env"
GRAPHICS: Final = "QT_QUICK_BACKEND=software\nWLR_RENDERER=pixman\n"


def profile_of(state: Path) -> Profile | None:
    """Return the profile of a state folder; None where there is none that holds."""
    try:
        return open_profile((state / "profile.signed").read_bytes(), (state / "root.pub").read_bytes())
    except (OSError, SealError, ValueError):
        return None


def users() -> Users:
    """Return the users whose traffic counts; LockdownError when the station's own are not there."""
    try:
        core, media = (pwd.getpwnam(f"carepost-{name}").pw_uid for name in ("core", "media"))
    except KeyError as error:
        raise LockdownError("the station's users are not there: install first") from error
    resolver = _user("systemd-resolve")
    asking = (resolver,) if resolver is not None else (core, media)
    time, network = _user("systemd-timesync") or 0, _user("systemd-network") or 0
    return Users(core, media, time, network, asking)


def look_up(wanted: Iterable[Place]) -> dict[str, list[Address]]:
    """Return the addresses of hosts; one that cannot be found is left out (and looked up again later)."""
    found: dict[str, list[Address]] = {}
    for host, port in wanted:
        with suppress(OSError):
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found[host] = [ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]
    return found


def made(profile: Profile | None, who: Users) -> dict[str, str]:
    """Return the rules' files; LockdownError when the profile has something that can be no rule."""
    here = at_site()
    if profile is None:
        return {
            USB: usb.without_profile(),
            FIREWALL: firewall.open_door(who, look_up(here.proxy), here),
            LOGS: "",
            LOGS_CA: "",
        }
    wanted = [place for places in (*firewall.places(profile).values(), *here) for place in places]
    return {
        USB: usb.rules(profile),
        FIREWALL: firewall.rules(profile, who, look_up(wanted), here),
        LOGS: logs(profile),
        LOGS_CA: profile.logs.ca,
        "words": last_words(profile),
    }


def at_site(place: Path = Path(NOW)) -> firewall.Here:
    """Return what a technician set here; nothing where that is nothing."""
    try:
        settings = msgspec.json.decode(place.read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError):
        return firewall.NOTHING
    return firewall.here(settings.proxy, settings.ntp)


def logs(profile: Profile) -> str:
    """Return rsyslog's configuration; empty: logs go nowhere."""
    if not profile.logs.syslog:
        return ""
    server = place(profile.logs.syslog, SYSLOG_TLS)
    return rsyslog(To(server, profile.logs.name, str(RULES / LOGS_CA), LOGS_WAIT))


def last_words(profile: Profile) -> str:
    """Return what stands on the screen when not even a picture can be shown."""
    phone = "".join(filter(str.isprintable, profile.site_phone))[:40]
    return f"""
        This station is out of service. Please call {phone}

        Esta estación está fuera de servicio. Llame al {phone}
"""


def apply(state: Path, folder: Path = RULES) -> list[str]:
    """Make the rules and load them; returns what changed."""
    profile = profile_of(state)
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    who = users()
    try:
        files = made(profile, who)
    except LockdownError:
        if not (folder / FIREWALL).exists():
            _load({USB: usb.without_profile(), FIREWALL: firewall.closed(who)}, folder)
        raise
    if software_only():
        files[DRAWING] = GRAPHICS
    else:  # its driver may have come after an earlier look
        (folder / DRAWING).unlink(missing_ok=True)
    if profile is not None and usb.lets_sticks_in(profile):  # else the module stays out (modprobe.d)
        subprocess.run(["modprobe", "--ignore-install", "usb-storage"], check=False)
    return _load(files, folder)


def _load(files: dict[str, str], folder: Path) -> list[str]:
    changed = [name for name, text in files.items() if _put(folder / name, text)]
    if FIREWALL in changed:
        subprocess.run(["nft", "-f", str(folder / FIREWALL)], check=True)
    if {LOGS, LOGS_CA} & set(changed):
        subprocess.run(["systemctl", "restart", "--no-block", "carepost-logs.service"], check=False)
    if USB in changed:
        subprocess.run(["systemctl", "try-restart", "--no-block", "usbguard.service"], check=False)
    return changed


def _put(path: Path, text: str) -> bool:
    if path.exists() and path.read_text() == text:
        return False
    mode = 0o600 if path.name in (USB, FIREWALL) else 0o644
    draft = path.with_name(f".{path.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    draft.replace(path)
    return True


def _user(name: str) -> int | None:
    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        return None


def software_only(cards: Path = CARDS) -> bool:
    """Is there no graphics hardware that draws by itself (a virtual machine, a server's)?"""
    drivers = {path.resolve().name for path in cards.glob("card*/device/driver")}
    return not drivers - SOFTWARE
