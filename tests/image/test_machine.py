"""The real image in a virtual machine: breakouts, the crash ladder (docs/security/breakouts.md).

    scripts/breakouts          builds the images (with the tests' probe) and runs this

Each attempt has its negative control: the same on an image that lets everybody out must be caught.
"""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from station_image import CLOSED, OPEN, PICTURES, enrol, note
from station_vm import Machine, machine, missing

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(missing()), reason=f"not here: {missing()}"),
    pytest.mark.skipif(not CLOSED.exists(), reason="no image: scripts/breakouts builds it"),
]
UNITS = ("screen", "guard", "core", "media", "session")
SCORES = {**dict.fromkeys((*UNITS, "speech"), 15), "session": 10, "agent": 16}
SHELLS = "ps -eo comm= | grep -xE 'agetty|login|sulogin|getty|sh|dash|rbash|zsh' | xargs"
APART, FOREIGN = 24, 0.01


def pid(vm: Machine, unit: str) -> str:
    return vm.ask(f"systemctl show -P MainPID carepost-{unit}")


def picture(vm: Machine, name: str = "") -> bytes:
    """Return what is on the glass once it stands still."""
    before = b""
    for _ in range(20):
        now = vm.picture(PICTURES / f"{name}.png" if name else None)
        if now == before:
            break
        before = now
        time.sleep(0.4)
    return now


def fresh(vm: Machine) -> bytes:
    """Return the first screen as a new session shows it: nobody has touched or scrolled it."""
    vm.ask("systemctl restart --no-block carepost-session")
    vm.rest(1).running("session", "media", seconds=240)
    return picture(vm)


def other(vm: Machine, than: bytes, least: float) -> float:
    """Wait until the glass shows something else; return what share of it does (tiny: nothing came)."""
    deadline = time.monotonic() + 15
    while (share := foreign(vm.picture(), than)) <= least and time.monotonic() < deadline:
        time.sleep(0.1)
    return share


def killed(vm: Machine, unit: str) -> None:
    """Kill a unit's process, if it has one, and wait until systemd knows."""
    was = pid(vm, unit)
    if was != "0":
        vm.ask(f"kill -9 {was}")
        vm.wait(f"[ $(systemctl show -P MainPID carepost-{unit}) != {was} ]", 30)


def foreign(seen: bytes, meant: bytes) -> float:
    """Return the share of bytes that differ by more than a shade (a hundredth of them is looked at)."""
    if len(seen) != len(meant):
        return 1.0
    looked = range(64, len(seen), 101)
    return sum(abs(seen[at] - meant[at]) > APART for at in looked) / len(looked)


class Before:
    """How it was before an attempt, to be compared with how it is after."""

    def __init__(self, vm: Machine) -> None:
        self.vm = vm
        self.facts = self._facts()
        self.picture = picture(vm)

    def _facts(self) -> dict[str, str]:
        lines = self.vm.ask(
            "cat /proc/sys/kernel/random/boot_id /sys/class/tty/tty0/active; "
            "systemctl show -P MainPID carepost-session carepost-screen carepost-core | xargs; "
            f"{SHELLS}; ls /sys/block | grep -c '^sd'; ls /sys/class/net | xargs; "
            "ls /dev/ttyUSB* 2>/dev/null | xargs"
        ).splitlines()
        names = ("boot", "terminal", "processes", "shells", "disks", "networks", "serial lines")
        return dict(zip(names, lines, strict=False))

    def escapes(self) -> list[str]:
        """Return what shows that somebody got out."""
        try:
            now = self._facts()
        except (RuntimeError, TimeoutError) as error:
            return [str(error)]
        found = [f"{name}: {now.get(name)}" for name, was in self.facts.items() if now.get(name) != was]
        share = foreign(picture(self.vm), self.picture)
        return [*found, *([f"{share:.0%} of the glass is other"] if share > FOREIGN else [])]


def with_alt(vm: Machine, *keys: str) -> Machine:
    for key in keys:
        vm.keys("alt", "sysrq", key)
    return vm


def again(vm: Machine, times: int, *keys: str) -> Machine:
    for _ in range(times):
        vm.keys(*keys)
    return vm


def plugged(driver: str, **more: str) -> Callable[[Machine], None]:
    def attempt(vm: Machine) -> None:
        vm.plug(driver, "guest", bus="usb.0", **more)

    return attempt


def storage(vm: Machine) -> None:
    """A stick with a file system that is none: the kernel must not even look at it."""
    path = vm.folder / "stick"
    path.write_bytes(os.urandom(1 << 20))
    vm.do(
        "blockdev-add",
        driver="raw",
        **{"node-name": "stick", "file": {"driver": "file", "filename": str(path)}},
    )
    vm.plug("usb-storage", "guest", bus="usb.0", drive="stick")


def serial(vm: Machine) -> None:
    vm.do("chardev-add", id="wire", backend={"type": "null", "data": {}})
    vm.plug("usb-serial", "guest", bus="usb.0", chardev="wire", **{"always-plugged": True})


def ethernet(vm: Machine) -> None:
    vm.do("netdev_add", type="user", id="wire2")
    vm.plug("usb-net", "guest", bus="usb.0", netdev="wire2")


ATTEMPTS: dict[str, Callable[[Machine], object]] = {
    "1 Ctrl+Alt+F1 to F12": lambda vm: [vm.keys("ctrl", "alt", f"f{n}") for n in (2, 3, 4, 6, 7, 12, 1, 2)],
    "2 Alt+arrows": lambda vm: [vm.keys("alt", key) for key in ("left", "right", "right")],
    "3 SysRq r k f e i": lambda vm: with_alt(vm, "r", "k", "f", "e", "i"),
    "3 SysRq b": lambda vm: with_alt(vm, "b").rest(4),
    "4 Ctrl+Alt+Del, seven times": lambda vm: again(vm, 7, "ctrl", "alt", "delete").rest(6),
    "25 keyboard": plugged("usb-kbd"),
    "25 mouse": plugged("usb-mouse"),
    "25 serial line": serial,
    "25 network": ethernet,
    "25, 26 storage, malformed": storage,
}
USB = {name for name in ATTEMPTS if name.startswith("25") and name not in ("25 serial line", "25 network")}


@pytest.fixture(scope="module")
def vm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    PICTURES.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with machine(CLOSED) as made:
        note("start until the probe answers", seconds=round(time.monotonic() - started, 1))
        picture(made, "not-set-up")
        enrol(made, tmp_path_factory.mktemp("state") / "station")
        note("kernel and user space", told=made.ask("systemd-analyze time | head -1"))
        picture(made, "welcome")
        yield made


def test_it_is_what_it_should_be_inside(vm: Machine) -> None:
    facts = {
        "sysrq": vm.ask("cat /proc/sys/kernel/sysrq"),
        "swap": vm.ask("tail -n +2 /proc/swaps"),
        "cores": vm.ask("cat /proc/sys/kernel/core_pattern"),
        "root": vm.ask("findmnt -no OPTIONS / | cut -d, -f1"),
        "verity": vm.ask("dmsetup status root | cut -d' ' -f3-"),
        "verified": vm.ask("touch /etc/x 2>&1 | grep -c 'Read-only file system'"),
        "gettys": vm.ask("systemctl list-units --state=active --no-legend '*getty*' | xargs"),
        "shells": vm.ask(SHELLS),
        "failed": vm.ask("systemctl --failed --no-legend --plain | cut -d' ' -f1 | xargs"),
        "lock": vm.ask("cat /run/carepost/disk-lock"),
        "firewall": vm.ask("nft list ruleset | grep -c 'policy drop'"),
        "listening": vm.ask("ss -Hltnu | grep -v '127.0.0.5[34]\\|%lo\\|:68 ' | xargs"),
        "passwords": vm.ask("grep -vc ':!\\*:' /etc/shadow"),
        "session": vm.ask(
            "p=$(systemctl show -P MainPID carepost-session); grep -h '^CapEff\\|^Seccomp:\\|^NoNewPrivs' "
            "/proc/$p/status | xargs; nsenter -t $p -n ip -br link | cut -d' ' -f1 | xargs"
        ),
    }
    note("inside", **facts)
    assert facts["sysrq"] == "0" and facts["swap"] == "" and facts["cores"] == "|/bin/false"
    assert facts["root"] == "ro" and facts["verified"] == "1" and facts["verity"].startswith("verity V")
    assert facts["gettys"] == "" and facts["shells"] == "" and facts["failed"] == ""
    assert facts["firewall"] == "3" and facts["listening"] == "" and facts["passwords"] == "0"
    assert "CapEff: 0000000000000000" in facts["session"] and "Seccomp: 2" in facts["session"]
    assert facts["session"].endswith("\nlo")


def test_the_units_are_as_hard_inside(vm: Machine) -> None:
    for name, most in SCORES.items():
        code, told = vm.tried(
            f"systemd-analyze security --no-pager --threshold={most} carepost-{name} | tail -1"
        )
        note("exposure", unit=name, told=told)
        assert code == 0, told


def test_a_key_arrives(vm: Machine) -> None:
    """The positive control: what the screen must show."""
    before = picture(vm)
    vm.keys("tab")
    share = other(vm, before, 0.0005)
    note("positive control: Tab", share=share)
    assert share > 0.0005
    vm.keys("esc")


@pytest.mark.parametrize("name", ATTEMPTS)
def test_nobody_gets_out(vm: Machine, name: str) -> None:
    before = Before(vm)
    ATTEMPTS[name](vm)
    found = before.escapes()
    if name in USB or "25" in name:
        let_in = vm.ask("grep -lx 1 /sys/bus/usb/devices/*-*/authorized 2>/dev/null | grep -v ':' | xargs")
        found += [f"let in: {let_in}"] if let_in and "mouse" not in name else []
        vm.unplug("guest")
    note(name, image="closed", found=found)
    assert found == []


LADDER = {
    "session": "kill -9 {pid}",
    "session, SEGV": "kill -SEGV {pid}",
    "session, stopped": "kill -STOP {pid}",
    "media": "kill -9 {pid}",
    "core": "kill -9 {pid}",
    "guard": "kill -9 {pid}",
    "screen": "kill -9 {pid}",
    "screen, stopped": "kill -STOP $(pgrep -x cage)",
    "seatd": "kill -9 $(pgrep -x seatd)",
}


@pytest.mark.parametrize("name", LADDER)
def test_what_dies_comes_back(vm: Machine, name: str) -> None:
    unit = name.split(",", maxsplit=1)[0]
    vm.ask("systemctl reset-failed 'carepost-*'")
    meant = fresh(vm)
    shown = unit if unit != "seatd" else "screen"
    was = pid(vm, shown)
    started = time.monotonic()
    vm.ask(LADDER[name].format(pid=was))
    if unit != "seatd":
        vm.wait(f"[ $(systemctl show -P MainPID carepost-{shown}) != {was} ]", 40)
    vm.running(shown, "session", seconds=60)
    seconds = round(time.monotonic() - started, 1)
    while foreign(vm.picture(), meant) > FOREIGN and time.monotonic() - started < 90:
        time.sleep(0.2)
    screen_s = round(time.monotonic() - started, 1)
    note("ladder", killed=name, active_s=seconds, same_picture_s=screen_s)
    assert foreign(vm.picture(), meant) <= FOREIGN
    assert vm.ask(SHELLS) == ""


def test_five_in_a_minute_end_in_a_plain_screen(vm: Machine) -> None:
    vm.ask("systemctl reset-failed 'carepost-*'")
    welcome = picture(vm)
    for _ in range(5):
        vm.wait("systemctl is-active -q carepost-session", 30)
        killed(vm, "session")
    vm.wait("systemctl is-active -q carepost-out-of-service && [ -e /run/carepost/out-of-service ]", 30)
    assert other(vm, welcome, FOREIGN) > FOREIGN
    shown = picture(vm, "out-of-service")
    assert vm.ask(SHELLS) == ""
    vm.keys("ctrl", "alt", "f2")
    assert picture(vm) == shown
    vm.ask("systemctl stop carepost-out-of-service")  # ten minutes are over
    vm.wait("systemctl is-active -q carepost-session && [ ! -e /run/carepost/out-of-service ]", 60)
    note("five crashes of the session", ended="out of service, and back")


def test_five_of_the_compositor_end_in_plain_text(vm: Machine) -> None:
    vm.ask("systemctl reset-failed 'carepost-*'")
    welcome = picture(vm)
    for _ in range(5):
        vm.wait("systemctl is-active -q carepost-screen || systemctl is-failed -q carepost-screen", 60)
        killed(vm, "screen")
    vm.wait("systemctl is-failed -q carepost-screen && pgrep -f 'sleep 600'", 60)
    assert other(vm, welcome, FOREIGN) > FOREIGN
    picture(vm, "last-words")
    assert vm.ask(SHELLS) == ""
    note("five crashes of the compositor", ended="plain text")


# What must be so for the way out to be open: the keyboard's own switching is the text terminal's.
FIRST: dict[str, Callable[[Machine], object]] = {
    "2 Alt+arrows": lambda vm: vm.keys("ctrl", "alt", "f2").rest(3)
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    if not OPEN.exists():
        pytest.skip("no open image: scripts/breakouts builds it")
    yield tmp_path_factory.mktemp("open") / "station"


@pytest.mark.parametrize("name", ATTEMPTS)
def test_each_attempt_is_caught_where_the_way_out_is_open(opened: Path, name: str) -> None:
    """The negative control: a machine of its own each time, for some attempts end it."""
    with machine(OPEN) as vm:
        vm.wait("systemctl is-active -q carepost-screen", 240)
        time.sleep(10)
        FIRST.get(name, picture)(vm)
        before = Before(vm)
        ATTEMPTS[name](vm)
        found = before.escapes()
        if "25" in name and not found:
            found = [vm.ask("grep -lx 1 /sys/bus/usb/devices/*-*/authorized | grep -v ':' | xargs")]
        note(name, image="open", found=found)
        assert found and all(found)


@pytest.mark.parametrize("year", [1970, 2038])
def test_a_wrong_clock_still_starts(year: int) -> None:
    day = "1970-01-02" if year == 1970 else "2038-01-20"
    with machine(CLOSED, "-rtc", f"base={day}T00:00:00") as vm:
        vm.wait("systemctl is-active -q carepost-screen", 120)
        note("clock", year=year, date=vm.ask("date -u +%F"), screen="up")


def test_keys_at_the_boot_loader_change_nothing() -> None:
    with machine(CLOSED, wait=False) as vm:
        for _ in range(60):
            vm.keys("e")
            vm.keys("spc")
        vm.up()
        assert "init=" not in vm.ask("cat /proc/cmdline")
        words = vm.ask("cat /proc/cmdline")
        note("28 keys at the boot loader", cmdline=words[:80])
        assert words.startswith("ro quiet")


def test_a_changed_root_does_not_start(tmp_path: Path) -> None:
    """One byte in the middle of slot a: the machine starts again and again, and never comes up with it."""
    disk = tmp_path / "changed.img"
    subprocess.run(["cp", "--sparse=always", str(CLOSED), str(disk)], check=True)
    with disk.open("r+b") as file:  # slot a begins at 513 MiB: its superblock's free count
        file.seek((513 << 20) + 1024 + 12)
        was = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([was[0] ^ 1]))
    with machine(disk, wait=False) as vm, pytest.raises(TimeoutError):
        vm.up(90)
    note("one byte of the root changed", ended="never came up")
