"""nftables' rules from a profile: nothing comes in, and out goes what each process is there for. Pure.

Rules are by process, each of which is a user of its own: core reaches the hub, media the calls' ways, the
rest nothing. Names were looked up before (`apply`), because nftables knows addresses only.
"""

from collections.abc import Iterable, Mapping, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from types import MappingProxyType
from typing import Final, NamedTuple

from contract.lockdown_words import HTTPS, NTP, SYSLOG_TLS, Place, place, place_of, place_problems
from contract.profile import Profile
from provisioning.lockdown import refuse

RELAY_PORTS: Final = (443, 3478, 5349)
MEDIA_PORTS: Final = "1024-65535"

Address = IPv4Address | IPv6Address


class Users(NamedTuple):
    """Numbers of the users whose traffic is let out. `looking_up`: who asks the DNS, by their numbers."""

    core: int
    media: int
    time: int
    network: int
    looking_up: tuple[int, ...]
    root: int = 0


class Here(NamedTuple):
    """What a technician set at the site (provisioning.network), beside what the profile names."""

    proxy: tuple[Place, ...] = ()
    time: tuple[Place, ...] = ()


NOTHING: Final = Here()


def here(proxy: str, time_servers: Iterable[str]) -> Here:
    """Return it from the words that were set."""
    return Here((place_of(proxy),) if proxy else (), tuple(_time_server(text) for text in time_servers))


def _time_server(text: str) -> Place:
    return Place(text, NTP) if _literal(text) else place(text, NTP)


def places(profile: Profile) -> dict[str, tuple[Place, ...]]:
    """Return what must be looked up, by what it is for; LockdownError when a word is no place."""
    refuse(place_problems(profile))
    asked = profile.lockdown
    return {
        "hub": (place_of(profile.hub_url),),
        "relay": tuple(place(text) for text in asked.relays),
        "printer": tuple(place(text) for text in asked.printers),
        "update": (place_of(profile.updates.url or profile.hub_url),),
        "time": tuple(place(text, NTP) for text in asked.time_servers),
        "paging": (place_of(profile.paging.url),) if profile.paging.url.startswith("https:") else (),
        "logs": (place(profile.logs.syslog, SYSLOG_TLS),) if profile.logs.syslog else (),
    }


def rules(profile: Profile, users: Users, found: Mapping[str, Sequence[Address]], at: Here = NOTHING) -> str:
    """Return the rules for an enrolled station; `found`: the addresses of each host of `places` and `at`."""
    wanted = places(profile)
    out: list[str] = []
    out += _to(wanted["hub"], f"meta skuid {users.core}", "tcp", found)
    out += _to(wanted["paging"], f"meta skuid {users.core}", "tcp", found)  # an emergency calls the site
    out += _to(wanted["update"], f"meta skuid {users.root}", "tcp", found)
    out += _to(wanted["logs"], f"meta skuid {users.root}", "tcp", found)
    through = f"meta skuid {{ {users.root}, {users.core} }}"
    out += _to(at.proxy, through, "tcp", found)
    out += _to(at.time, f"meta skuid {users.time}", "udp", found)
    out += _to(wanted["printer"], "", "tcp", found)
    both = f"meta skuid {{ {users.core}, {users.media} }}"  # core's test of the network asks the relays, too
    if wanted["relay"]:
        out += [*_to(wanted["relay"], both, "tcp", found), *_to(wanted["relay"], both, "udp", found)]
    else:
        ports = ", ".join(map(str, RELAY_PORTS))
        out += [f"meta skuid {users.media} meta l4proto {{ tcp, udp }} th dport {{ {ports} }} accept"]
    if not profile.media.relay_only:
        out.append(f"meta skuid {users.media} udp dport {MEDIA_PORTS} accept")
    if wanted["time"]:
        out += _to(wanted["time"], f"meta skuid {users.time}", "udp", found)
    else:
        out.append(f"meta skuid {users.time} udp dport {NTP} accept")
    return _table(users, out)


def open_door(
    users: Users,
    found: Mapping[str, Sequence[Address]] = MappingProxyType({}),
    at: Here = NOTHING,
    port: int = 8443,
) -> str:
    """Return the rules of a station that is still to be enrolled: the technician's tool reaches a hub."""
    return _table(
        users,
        [
            f"meta skuid {users.root} tcp dport {{ {HTTPS}, {port} }} accept",
            *_to(at.proxy, f"meta skuid {users.root}", "tcp", found),
            f"meta skuid {users.time} udp dport {NTP} accept",
        ],
    )


def closed(users: Users) -> str:
    """Return the rules of a station whose profile cannot be made into any: names and address only."""
    return _table(users, [])


def _to(
    wanted: Iterable[Place], who: str, protocol: str, found: Mapping[str, Sequence[Address]]
) -> list[str]:
    lines: list[str] = []
    for host, port in wanted:
        addresses = [literal] if (literal := _literal(host)) else list(found.get(host, ()))
        for kind, family in ((IPv4Address, "ip"), (IPv6Address, "ip6")):
            if these := sorted({str(address) for address in addresses if isinstance(address, kind)}):
                line = f"{who} {family} daddr {{ {', '.join(these)} }} {protocol} dport {port} accept"
                lines.append(line.strip())
    return lines


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _table(users: Users, out: Sequence[str]) -> str:
    asking = ", ".join(map(str, sorted({users.root, *users.looking_up})))
    body = "\n".join(f"    {line}" for line in out)
    return f"""\
# From the station's signed profile; made anew at each start. Change the profile, not this.
table inet carepost {{}}
delete table inet carepost
table inet carepost {{
  chain input {{
    type filter hook input priority filter; policy drop;
    iif lo accept
    ct state established,related accept
    icmpv6 type {{ nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert }} ip6 hoplimit 255 accept
    udp sport 67 udp dport 68 accept
    ip6 saddr fe80::/10 udp sport 547 udp dport 546 accept
  }}
  chain forward {{
    type filter hook forward priority filter; policy drop;
  }}
  chain output {{
    type filter hook output priority filter; policy drop;
    oif lo accept
    ct state established,related accept
    icmpv6 type {{ nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert, mld2-listener-report }} accept
    meta skuid {{ {users.root}, {users.network} }} udp sport 68 udp dport 67 accept
    meta skuid {{ {users.root}, {users.network} }} udp sport 546 udp dport 547 accept
    meta skuid {{ {asking} }} meta l4proto {{ tcp, udp }} th dport {{ 53, 853 }} accept
{body}
    counter reject with icmpx admin-prohibited
  }}
}}
"""
