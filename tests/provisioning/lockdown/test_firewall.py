"""nftables' rules from a profile: who reaches what, and that nft takes them."""

import shutil
import subprocess
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from contract.lockdown_words import Place
from contract.profile import LockdownConfig, LogsConfig, MediaConfig, PagingConfig, Profile, UpdatesConfig
from provisioning.lockdown import LockdownError, apply, firewall
from provisioning.lockdown.firewall import Users

CA = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
USERS = Users(core=901, media=902, time=903, network=904, looking_up=(905,))
FOUND = {
    "hub.example": [ip_address("192.0.2.7"), ip_address("2001:db8::7")],
    "turn.example": [ip_address("192.0.2.9")],
}


def profile(
    relay_only: bool = False,
    hub: str = "https://hub.example:8443",
    updates: str = "",
    paging: str = "",
    **lockdown: Any,
) -> Profile:
    return Profile(
        1, UUID(int=1), "n", "a", "p", hub,
        updates=UpdatesConfig(url=updates), paging=PagingConfig(url=paging),
        media=MediaConfig(relay_only=relay_only), lockdown=LockdownConfig(**lockdown),
    )  # fmt: skip


def lines(*arguments: object, **named: object) -> list[str]:
    text = firewall.rules(profile(*arguments, **named), USERS, FOUND)  # type: ignore[arg-type]
    return [line.strip() for line in text.splitlines()]


def test_everything_is_shut_that_is_not_opened() -> None:
    found = lines()
    for hook in ("input", "forward", "output"):
        assert f"type filter hook {hook} priority filter; policy drop;" in found
    assert found[-3] == "counter reject with icmpx admin-prohibited"


def test_core_reaches_the_hub_and_nothing_else() -> None:
    found = [line for line in lines(relays=("turn.example:3478",)) if "901" in line]
    assert found == [
        "meta skuid 901 ip daddr { 192.0.2.7 } tcp dport 8443 accept",
        "meta skuid 901 ip6 daddr { 2001:db8::7 } tcp dport 8443 accept",
        "meta skuid { 901, 902 } ip daddr { 192.0.2.9 } tcp dport 3478 accept",
        "meta skuid { 901, 902 } ip daddr { 192.0.2.9 } udp dport 3478 accept",
    ]
    assert [line for line in lines() if "901" in line] == found[:2]


def test_the_sites_own_paging_is_reached_by_core_alone() -> None:
    found = [line for line in lines(paging="https://turn.example/nurses") if "192.0.2.9" in line]
    assert found == ["meta skuid 901 ip daddr { 192.0.2.9 } tcp dport 443 accept"]
    on_itself = lines(paging="http://localhost:8000/nurses")  # needs no rule: it does not leave the machine
    assert on_itself == lines()


def test_a_call_goes_straight_unless_the_profile_says_relay_only() -> None:
    straight = "meta skuid 902 udp dport 1024-65535 accept"
    assert straight in lines()
    assert straight not in lines(relay_only=True)
    assert "meta skuid 902 meta l4proto { tcp, udp } th dport { 443, 3478, 5349 } accept" in lines(
        relay_only=True
    )


def test_the_printer_the_clock_and_updates() -> None:
    found = lines(
        printers=("192.0.2.30:631",), time_servers=("192.0.2.40",), updates="https://turn.example/carepost"
    )
    assert "ip daddr { 192.0.2.30 } tcp dport 631 accept" in found
    assert "meta skuid 903 ip daddr { 192.0.2.40 } udp dport 123 accept" in found
    assert "meta skuid 0 ip daddr { 192.0.2.9 } tcp dport 443 accept" in found
    assert "meta skuid 903 udp dport 123 accept" not in found
    assert "meta skuid 903 udp dport 123 accept" in lines()


def test_a_hub_whose_name_cannot_be_found_is_shut_not_open() -> None:
    assert not [line for line in lines(hub="https://elsewhere.example:8443") if "901" in line]


@pytest.mark.parametrize("bad", ["", "h", "h:x", "h:1/p", "u@h:1", "h;drop:1", "h h:1", "{}:1", ":1"])
def test_what_is_no_place_is_refused(bad: str) -> None:
    with pytest.raises(LockdownError):
        firewall.rules(profile(relays=(bad,)), USERS, FOUND)


def test_the_hub_is_where_the_profile_says() -> None:
    assert firewall.places(profile())["hub"] == (Place("hub.example", 8443),)
    assert firewall.places(profile(hub="https://[2001:db8::1]"))["hub"] == (Place("2001:db8::1", 443),)


@pytest.mark.skipif(shutil.which("nft") is None, reason="Debian's package nftables is not here")
def test_nft_takes_the_rules(tmp_path: Path) -> None:
    made = {
        "all": firewall.rules(
            profile(relays=("turn.example:3478",), printers=("192.0.2.30:631",), hub="https://[2001:db8::1]"),
            USERS,
            FOUND,
        ),
        "open": firewall.open_door(USERS),
        "closed": firewall.closed(USERS),
        "broken": firewall.closed(USERS).replace("policy drop", "policy perhaps"),
    }
    for name, text in made.items():
        path = tmp_path / name
        path.write_text(text)
        done = subprocess.run(
            ["unshare", "--user", "--map-root-user", "--net", "nft", "-c", "-f", str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        if "Operation not" in done.stderr or "Protocol not supported" in done.stderr:
            pytest.skip(f"this kernel has no nftables: {done.stderr.splitlines()[0]}")
        assert (done.returncode == 0) == (name != "broken"), done.stderr


def test_a_sites_proxy_and_time_server_and_the_log_server_are_reached() -> None:
    at = firewall.here("http://proxy.example:3128", ("ntp.example", "2001:db8::123"))
    assert firewall.here("", ()) == firewall.NOTHING
    found = {
        **FOUND,
        "proxy.example": [ip_address("192.0.2.31")],
        "ntp.example": [ip_address("192.0.2.32")],
        "logs.example": [ip_address("192.0.2.33")],
    }
    told = msgspec.structs.replace(
        profile(time_servers=("192.0.2.1",)), logs=LogsConfig("logs.example", CA, "logs.example")
    )
    opened = [line.strip() for line in firewall.rules(told, USERS, found, at).splitlines()]
    assert "meta skuid { 0, 901 } ip daddr { 192.0.2.31 } tcp dport 3128 accept" in opened
    assert "meta skuid 903 ip daddr { 192.0.2.32 } udp dport 123 accept" in opened
    assert "meta skuid 903 ip6 daddr { 2001:db8::123 } udp dport 123 accept" in opened
    assert "meta skuid 0 ip daddr { 192.0.2.33 } tcp dport 6514 accept" in opened
    door = firewall.open_door(USERS, found, at)
    assert "meta skuid 0 ip daddr { 192.0.2.31 } tcp dport 3128 accept" in door, "to enrol through it"


def test_what_is_set_is_read_and_a_torn_file_opens_nothing(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    place.write_text('{"proxy": "http://192.0.2.31:3128"}')
    assert apply.at_site(place).proxy == (Place("192.0.2.31", 3128),)
    place.write_text("{")
    assert apply.at_site(place) == apply.at_site(tmp_path / "none") == firewall.NOTHING


def test_logs_are_sent_where_the_profile_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apply, "look_up", lambda _: FOUND)
    assert apply.made(profile(), USERS)[apply.LOGS] == ""
    told = msgspec.structs.replace(profile(), logs=LogsConfig("logs.example", CA, "logs.example"))
    made = apply.made(told, USERS)
    assert 'target="logs.example" port="6514"' in made[apply.LOGS] and made[apply.LOGS_CA] == CA
    assert f'CAFile="{apply.RULES / apply.LOGS_CA}"' in made[apply.LOGS]
