"""The relay: the configuration that is printed, what the hub gives of it, and what it lets nobody learn."""

import base64
import hashlib
import hmac
import ipaddress
import stat
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hub_process import Browser, HubProcess
from hub_station import StationClient, VisitAtStation

from contract import wire
from hub.__main__ import main
from hub.calls import ice, relay_config
from hub.calls.relay_config import RelayConfig

SECRET = "a secret of the relay's"
TURN = {"urls": ["turn:relay.test:3478?transport=udp"], "secret": SECRET, "life_s": 2}
SDP = (
    "v=0\r\no=- 1 1 IN IP4 10.0.0.5\r\nm=audio 5 UDP 111\r\nc=IN IP4 10.0.0.5\r\n"
    "a=candidate:1 1 udp 9 10.0.0.5 50 typ host\r\n"
    "a=candidate:2 1 udp 8 84.1.2.3 51 typ srflx raddr 10.0.0.5 rport 50\r\n"
    "a=candidate:3 1 udp 7 203.0.113.9 52 typ relay raddr 84.1.2.3 rport 51\r\na=mid:0\r\n"
)
HIDDEN = (
    "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\nm=audio 5 UDP 111\r\nc=IN IP4 0.0.0.0\r\n"
    "a=candidate:3 1 udp 7 203.0.113.9 52 typ relay raddr 0.0.0.0 rport 9\r\na=mid:0\r\n"
)


def test_the_printed_configuration_is_hardened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "secret"
    command = ["relay-config", "--name", "turn.example.org", "--secret-file", str(secret)]
    assert main([*command, "--allow", "10.7.0.0/16", "--cert", "c.pem", "--key", "k.pem"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert f"static-auth-secret={secret.read_text().strip()}" in lines
    for line in ("use-auth-secret", "no-cli", "no-tcp-relay", "no-multicast-peers", "tls-listening-port=443"):
        assert line in lines
    assert "denied-peer-ip=127.0.0.0-127.255.255.255" in lines
    assert "denied-peer-ip=::1-::1" in lines
    assert [line for line in lines if line.startswith("allowed")] == ["allowed-peer-ip=10.7.0.0-10.7.255.255"]
    assert main(command) == 0  # the same secret again; without a certificate no TLS
    again = capsys.readouterr().out.splitlines()
    assert f"static-auth-secret={secret.read_text().strip()}" in again
    assert "no-tls" in again


def test_a_short_secret_half_a_certificate_and_no_network_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hunter2")
    command = ["relay-config", "--name", "turn.example.org", "--secret-file", str(secret)]
    assert main(command) == 1
    assert "less than 20 characters" in capsys.readouterr().err
    secret.write_text("x" * 40)
    assert main([*command, "--cert", "c.pem"]) == 1
    assert main([*command, "--allow", "everything"]) == 1
    with pytest.raises(ValueError, match="one line"):
        relay_config.text(RelayConfig("turn\nno-auth", "x" * 40))


def test_no_private_or_special_address_is_left_out() -> None:
    for address in ("10.0.0.1", "172.31.255.1", "192.168.3.3", "127.9.9.9", "169.254.169.254", "100.64.0.1"):
        assert any(ipaddress.ip_address(address) in network for network in relay_config.DENIED)
    for address in ("fd00::1", "fe80::1", "::1", "::ffff:10.0.0.1", "2002:a00:1::"):
        assert any(ipaddress.ip_address(address) in network for network in relay_config.DENIED)
    assert not any(ipaddress.ip_address("185.1.2.3") in network for network in relay_config.DENIED)


def good(server: dict[str, Any]) -> bool:
    """Is this a credential the relay would take, and ends it soon?"""
    digest = hmac.new(SECRET.encode(), server["username"].encode(), hashlib.sha1).digest()
    return bool(server["credential"] == base64.b64encode(digest).decode())


def test_a_description_that_names_nothing_but_relays() -> None:
    assert ice.without_addresses(SDP) == HIDDEN
    assert ice.without_addresses(HIDDEN) == HIDDEN


def test_a_relay_only_call_gives_no_address_away_and_gets_fresh_credentials(tmp_path: Path) -> None:
    only = {"relay_only": True}
    with (
        HubProcess(tmp_path, turn=TURN, sweep_s=0.1) as hub,
        StationClient.enrolled(hub, "Elm", media=only) as at,
    ):
        visit = VisitAtStation(at)
        with at.socket() as station, Browser(hub, "ada") as browser, browser.socket() as console:
            station.until(wire.HubHello)
            browser.send("/api/on-call", {"on": True})
            station.send(wire.CallRequest(visit=visit.id, level="N", language="en"))
            station.until(wire.CallQueued)
            told = browser.send(f"/api/visits/{visit.id}/accept").json()
            call = UUID(told["call"])
            assert told["relay_only"] is True
            assert good(told["ice_servers"][0])
            first = station.until(wire.CallAccepted)
            station.send(wire.Signal(call=call, generation=1, kind="offer", sdp=SDP))
            offer = console.until("signal")
            assert (offer["sdp"], offer["relay_only"]) == (HIDDEN, True)
            assert good(offer["ice_servers"][0])
            console.send(type="signal", call=str(call), generation=1, kind="answer", sdp=SDP)
            assert station.until(wire.Signal).sdp == HIDDEN
            fresh = console.until("ways")
            assert (fresh["call"], fresh["relay_only"]) == (str(call), True)
            assert good(fresh["ice_servers"][0])
            assert fresh["ice_servers"][0]["username"] > told["ice_servers"][0]["username"]
            renewed = station.until(wire.CallAccepted)
            assert renewed.call == call
            assert renewed.ice_servers[0].username > first.ice_servers[0].username
            browser.send(f"/api/visits/{visit.id}/end-call")
            station.until(wire.CallEnded)
