"""The real image in a virtual machine: what its parts are connected to (`scripts/breakouts -k wired`).

Key and disk by a TPM (swtpm), a stick for the agent alone, and the word on whether a start is a good one.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from station_image import CLOSED, enrol, note
from station_vm import Machine, machine, missing, tpm

from contract.profile import LockdownConfig, UsbAllowed

STICK = UsbAllowed("46f4:0001", ("08:06:50",))  # as qemu's says who it is
SEAL = (
    "cd /var/lib/carepost && systemd-creds encrypt --with-key=tpm2 --name=station-key station-key.pem "
    "station-key.cred && rm station-key.pem && echo tpm2 >key-protection"
)
OPENED = "/run/credentials/carepost-core.service/station-key"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(missing()), reason=f"not here: {missing()}"),
    pytest.mark.skipif(not CLOSED.exists(), reason="no image: scripts/breakouts builds it"),
]


@pytest.fixture(scope="module")
def vm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    with machine(CLOSED) as made:
        enrol(made, tmp_path_factory.mktemp("state") / "station", lockdown=LockdownConfig(usb=(STICK,)))
        yield made


def test_without_a_tpm_it_says_that_its_disk_can_be_read(vm: Machine) -> None:
    assert vm.ask("cat /run/carepost/disk-lock") == "none"
    assert vm.ask("stat -c %a /run/carepost/disk-lock /efi/carepost-data.key").split() == ["644", "700"]
    assert "crypt" in vm.ask("lsblk -no TYPE $(findmnt -no SOURCE /var/lib/carepost | cut -d[ -f1)")


def test_a_start_is_good_when_the_agent_says_so(vm: Machine) -> None:
    vm.wait("grep -q '\"well\":true' /run/carepost/health.json", 120)
    assert vm.tried("/usr/lib/carepost/healthy")[0] == 0
    vm.ask("systemctl stop carepost-agent; rm /run/carepost/health.json")
    code, told = vm.tried("/opt/carepost/carepost-provisioning health --run /run/carepost --wait 1")
    note("a start without the agent's word", told=told)
    assert code == 1
    vm.ask("systemctl start carepost-agent")


def test_a_stick_that_the_profile_names_is_the_agents_alone(vm: Machine) -> None:
    path = vm.folder / "named"
    with path.open("wb") as file:
        file.truncate(8 << 20)
    subprocess.run(["mkfs.vfat", "-n", "UPDATES", str(path)], check=True, capture_output=True)
    subprocess.run(["mmd", "-i", str(path), "::carepost-updates"], check=True)
    vm.do(
        "blockdev-add",
        driver="raw",
        **{"node-name": "named", "file": {"driver": "file", "filename": str(path)}},
    )
    vm.plug("usb-storage", "stick", bus="usb.0", drive="named")
    vm.wait("findmnt -n /run/carepost-sticks/sda", 60)
    options = set(vm.ask("findmnt -no OPTIONS /run/carepost-sticks/sda").split(","))
    assert {"ro", "nosuid", "nodev", "noexec"} <= options
    seen = "ls -d /run/carepost-sticks/sda/carepost-updates"
    assert vm.tried(f"nsenter -m -t $(systemctl show -P MainPID carepost-agent) {seen}")[0] == 0
    for name in ("core", "media", "session", "guard"):
        assert vm.tried(f"runuser -u carepost-{name} -- {seen}")[0] != 0
    vm.unplug("stick")
    vm.wait("! findmnt -n /run/carepost-sticks/sda", 60)
    note("a stick that the profile names", options=sorted(options))


def test_with_a_tpm_a_taken_disk_is_of_no_use(tmp_path: Path) -> None:
    kept = tmp_path / "machine"
    kept.mkdir()
    with tpm(tmp_path / "tpm") as plugged, machine(CLOSED, *plugged, keep=kept) as made:
        assert made.ask("cat /run/carepost/disk-lock") == "tpm2"
        assert made.tried("ls /efi/carepost-data.key")[0] != 0
        enrol(made, tmp_path / "station", SEAL)
        assert made.tried(f"test -s {OPENED}")[0] == 0
        assert made.tried("grep -l PRIVATE /var/lib/carepost/*")[0] != 0
        made.ask("sync")
    with tpm(tmp_path / "tpm") as plugged, machine(CLOSED, *plugged, keep=kept) as made:
        made.running("core", "agent", seconds=240)
        note("with a TPM", lock=made.ask("cat /run/carepost/disk-lock"), second_start="opens by itself")
    with tpm(tmp_path / "other") as plugged, machine(CLOSED, *plugged, keep=kept) as made:
        made.wait("systemctl is-failed -q carepost-data", 400)
        assert made.tried("systemctl is-active -q carepost-core")[0] != 0
        assert made.tried("findmnt /var/lib/carepost")[0] != 0
        note("with a TPM", lock="the disk in another machine", second_start="stays shut")
