"""What a technician sets of the network: what is refused and why, and the files it becomes."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from provisioning.__main__ import main, parser
from provisioning.commands.network import settings_of
from provisioning.network import checks, render
from provisioning.network.settings import Dot1x, Settings, problems

CA = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
STATIC = Settings(address="10.1.2.3/24", gateway="10.1.2.1", dns=("10.1.0.53",))
PEAP = Settings("enp1s0", dot1x=Dot1x("peap", "station7", CA, "radius.example.org"))
TLS = Settings("enp1s0", dot1x=Dot1x("tls", "station7", CA, "radius.example.org"))


def changed(**what: object) -> Settings:
    return msgspec.structs.replace(STATIC, **what)


@pytest.mark.parametrize(
    ("settings", "password"),
    [
        (Settings(), ""),
        (STATIC, ""),
        (changed(address="2001:db8::7/64", gateway="fe80::1", dns=("2001:db8::53",)), ""),
        (changed(dns=("fe80::53%enp1s0",)), ""),
        (changed(address="10.0.0.0/31", gateway="10.0.0.1"), ""),
        (Settings(ntp=("ntp.example.org", "10.1.0.1"), proxy="http://proxy.example.org:3128"), ""),
        (Settings(proxy="http://[2001:db8::8]:3128"), ""),
        (PEAP, 'a "quoted" pass}word'),
        (TLS, ""),
    ],
)
def test_what_can_be(settings: Settings, password: str) -> None:
    assert problems(settings, password) == []


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        (changed(address="10.1.2.3"), "lacks its prefix"),
        (changed(address="10.1.2.300/24"), "no address with a prefix"),
        (changed(address="10.1.2.0/24"), "network itself"),
        (changed(address="10.1.2.255/24"), "speaks to all"),
        (changed(address="127.0.0.1/8", gateway="127.0.0.2"), "can't be a station's"),
        (changed(gateway=""), "needs a gateway"),
        (changed(gateway="10.1.3.1"), "not in the station's network 10.1.2.0/24"),
        (changed(gateway="10.1.2.3"), "own address"),
        (changed(dns=()), "needs a DNS server"),
        (changed(dns=("dns.example.org",)), "give its address"),
        (changed(address="10.1.2.3/255.255.255.0"), "no address with a prefix"),  # networkd takes no mask
        (changed(address="fe80::7%e\nDHCP=yes/64"), "no address with a prefix"),
        (changed(gateway="fe80::1%e\nDHCP=yes"), "no address of a gateway"),
        (changed(dns=("fe80::53%e\nDHCP=yes",)), "give its address"),
        (Settings(ntp=("fe80::53%e\n[Match]",)), "no time server"),
        (Settings(proxy="http://pro\nxy:3128"), "written like"),
        (Settings(proxy="http://proxy:0"), "written like"),
        (Settings(gateway="10.1.2.1"), "By DHCP the network tells it"),
        (Settings("eth0\nDHCP=yes"), "no network card"),
        (Settings(ntp=("a b",)), "no time server"),
        (Settings(domains=("x\n[Match]",)), "no domain"),
        (Settings(proxy="proxy.example.org"), "written like"),
        (Settings(proxy="socks5://proxy:1080"), "written like"),
        (Settings(proxy="http://proxy:port"), "written like"),
        (Settings(proxy="http://proxy:3128/x"), "ends with its port"),
        (msgspec.structs.replace(TLS, interface=""), "network card"),
        (Settings("e", dot1x=Dot1x("tls", 'x"\n', CA, "r.example")), "no identity"),
        (Settings("e", dot1x=Dot1x("tls", "x", "", "r.example")), "CA"),
        (Settings("e", dot1x=Dot1x("tls", "x", CA, "")), "name of the network's own server"),
        (PEAP, "needs a password"),
    ],
)
def test_what_can_not_be_is_said_in_words(settings: Settings, word: str) -> None:
    [told] = problems(settings)
    assert word in told


def test_a_password_in_a_proxys_address_is_refused_and_not_said_again() -> None:
    [told] = problems(Settings(proxy="http://me:s3cret@proxy:3128"))
    assert "s3cret" not in told


@pytest.mark.parametrize("password", ["two\nlines", "x" * 257, "\udc80"])
def test_a_password_that_could_end_its_line_is_refused(password: str) -> None:
    assert len(problems(PEAP, password)) == 1


def test_nothing_set_leaves_the_machine_as_it_is() -> None:
    assert render.files(Settings()) == {}


def test_a_static_address_takes_nothing_from_dhcp() -> None:
    lines = render.network(changed(ntp=("10.1.0.1",), domains=("example.org",))).splitlines()
    assert {"Type=ether", "DHCP=no", "Address=10.1.2.3/24", "Gateway=10.1.2.1", "DNS=10.1.0.53"} <= {*lines}
    assert {"NTP=10.1.0.1", "Domains=example.org"} <= {*lines} and "[DHCPv4]" not in lines


def test_servers_of_ones_own_replace_those_that_dhcp_names() -> None:
    text = render.network(Settings("enp1s0", dns=("10.1.0.53",)))
    assert "Name=enp1s0" in text and "DHCP=yes" in text
    assert text.count("UseDNS=no") == 2 and text.count("UseNTP=yes") == 2
    made = render.files(Settings(ntp=("10.1.0.1",)))
    assert made[render.TIME].text == "[Time]\nNTP=10.1.0.1\nFallbackNTP=\n"


def test_the_password_is_in_one_file_that_only_root_reads_and_is_not_shown() -> None:
    made = render.files(PEAP, "s3cret")
    held = [path for path, file in made.items() if b"s3cret".hex() in file.text]
    assert held == [render.WPA] and made[render.WPA].mode == 0o600
    assert not any("s3cret" in file.text for file in made.values())
    shown = render.shown(made)
    assert b"s3cret".hex() not in shown and "password=(not shown)" in shown


def test_eap_tls_takes_the_stations_own_key_where_systemd_puts_it() -> None:
    assert f'private_key="{render.CREDENTIALS}/station-key.pem"' in render.files(TLS)[render.WPA].text
    sealed = render.files(TLS, sealed=True)[render.WPA].text
    assert f'private_key="{render.CREDENTIALS}/station-key"' in sealed and "password" not in sealed
    assert 'domain_suffix_match="radius.example.org"' in sealed and f'ca_cert="{render.CA}"' in sealed


def test_a_dry_run_prints_the_files_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    line = "network set --dry-run --address 10.1.2.3/24 --gateway 10.1.2.1 --dns 10.1.0.53"
    assert main([*line.split(), "--proxy", "http://proxy:3128"]) == 0
    shown = capsys.readouterr().out
    assert render.NETWORK in shown and "Address=10.1.2.3/24" in shown and "http://proxy:3128" in shown
    assert main(["network", "set", "--dry-run", "--address", "10.1.2.3"]) == 1
    assert "lacks its prefix" in capsys.readouterr().err


def test_a_private_key_beside_the_ca_is_left_where_it_is(tmp_path: Path) -> None:
    secret = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"
    (tmp_path / "ca.pem").write_text(f"subject=CN = x\n{CA}{secret}{CA}")
    line = f"network set --dry-run --interface enp1s0 --dot1x tls --identity x --ca {tmp_path / 'ca.pem'}"
    asked = parser().parse_args([*line.split(), "--server", "radius.example.org"])
    assert settings_of(asked).dot1x == Dot1x("tls", "x", CA + CA, "radius.example.org")
    assert problems(msgspec.structs.replace(TLS, dot1x=Dot1x("tls", "x", CA + secret, "r.example"))) != []


@pytest.fixture
def cable() -> Iterator[str]:
    """A card with a cable in a network of its own."""
    space = "carepost-dot1x"
    if (
        not shutil.which("wpa_supplicant")
        or subprocess.run(["ip", "netns", "add", space], check=False).returncode
    ):
        pytest.skip("no wpa_supplicant, or no network namespaces")
    pair = "link add enp1s0 type veth peer name other"
    try:
        for line in (pair, "link set enp1s0 up", "link set other up"):
            subprocess.run(["ip", "-n", space, *line.split()], check=True)
        yield space
    finally:
        subprocess.run(["ip", "netns", "del", space], check=True)


@pytest.mark.parametrize(("settings", "password"), [(PEAP, 'a "q" }x#'), (TLS, "")])
def test_wpa_supplicant_reads_its_file_and_asks_to_be_let_in(
    cable: str, settings: Settings, password: str, tmp_path: Path
) -> None:
    conf = tmp_path / "wpa.conf"
    conf.write_text(render.files(settings, password)[render.WPA].text)
    line = [
        "timeout",
        "3",
        "ip",
        "netns",
        "exec",
        cable,
        "wpa_supplicant",
        "-dd",
        "-D",
        "wired",
        "-i",
        "enp1s0",
    ]
    told = subprocess.run([*line, "-c", str(conf)], capture_output=True, text=True, check=False).stdout
    assert "Associated with 01:80:c2:00:00:03" in told and "Invalid configuration line" not in told
    assert "identity - hexdump_ascii(len=8):" in told and "Failed to" not in told.partition("Associated")[0]


def test_wpa_supplicant_is_asked_though_it_has_a_tmp_of_its_own(cable: str, tmp_path: Path) -> None:
    """As in its unit (PrivateTmp): wpa_cli waits for the answer in /tmp, unless it is told another place."""
    with tempfile.TemporaryDirectory(dir="/run") as run:
        conf = Path(run) / "wpa.conf"
        conf.write_text(render.files(PEAP, "s3cret")[render.WPA].text)
        inner = f"mount -t tmpfs none /tmp && exec wpa_supplicant -c {conf} -D wired -i enp1s0 -C {run}/ctrl"
        line = ["ip", "netns", "exec", cable, "unshare", "-m", "sh", "-c", inner]
        with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as supplicant:
            try:
                assert supplicant.stdout is not None
                told = iter(supplicant.stdout)
                assert any("Associated with" in each for each in told)
                assert "suppPortStatus=Unauthorized" in checks.status("enp1s0", f"{run}/ctrl", run)
            finally:
                supplicant.terminate()
