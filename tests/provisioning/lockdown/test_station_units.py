"""The units: as hard as they are said to be, whole, and of one mind with the launcher about the wipe."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from contract import keyfile
from kiosk.launcher import WITH_THE_VISIT
from provisioning.lockdown.plan import MASKED, plan
from provisioning.lockdown.units import frozen, units, wanted_by

PROGRAMS = frozen(Path("/opt/carepost"))
MADE = units(PROGRAMS)
PROCESSES = ("session", "core", "media", "guard", "speech", "screen")
# The agent writes slots and boot partition and restarts the machine: root, without any capability.
# 802.1X sets up the card; logs read the whole journal: root as well, with next to nothing else.
SCORES = {**dict.fromkeys(PROCESSES, 1.5), "session": 1.0, "agent": 1.6, "dot1x": 2.5, "logs": 1.9}
KEYED = ("core", "agent", "dot1x")  # who speaks with the hub, or is let in by the station's certificate

needs_analyze = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")


def words_of(unit: str, key: str) -> list[str]:
    return re.findall(rf"^{key}=(.*)$", MADE[f"carepost-{unit}.service"], re.MULTILINE)


@needs_analyze
def test_units_are_as_hard_as_they_are_said_to_be(tmp_path: Path) -> None:
    for name in SCORES:
        (tmp_path / f"carepost-{name}.service").write_text(MADE[f"carepost-{name}.service"])
    for name, most in SCORES.items():
        done = subprocess.run(
            [
                *("systemd-analyze", "security", "--offline=true", f"--threshold={round(most * 10)}"),
                *("--no-pager", str(tmp_path / f"carepost-{name}.service")),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        told = re.search(r"Overall exposure level.*?: ([0-9.]+)", done.stdout)
        assert done.returncode == 0 and told and float(told[1]) <= most, f"{name}: {told and told[1]}"


def test_no_placeholder_is_left_and_every_include_is_taken() -> None:
    for name, text in MADE.items():
        assert not re.search(r"@[A-Z]+@|@include", text), name
    assert all("CapabilityBoundingSet=" in MADE[f"carepost-{name}.service"] for name in SCORES)


def test_what_dies_comes_back_and_ends_in_a_screen_after_five_times() -> None:
    for name in PROCESSES:
        assert words_of(name, "StartLimitBurst") == ["5"] and words_of(name, "StartLimitIntervalSec") == [
            "60"
        ]
        assert words_of(name, "Restart") == ["on-failure" if name == "session" else "always"]
        if name != "speech":  # a station without a voice is still one
            end = "carepost-last-words.service" if name == "screen" else "carepost-out-of-service.service"
            assert words_of(name, "OnFailure") == [end] and words_of(name, "WatchdogSec")


def test_the_wipe_is_the_launchers() -> None:
    assert words_of("session", "OnSuccess") == ["carepost-wipe.service"]
    stopped, cancelled, _, started = words_of("wipe", "ExecStart")
    replaced = {f"carepost-{name}.service" for name in WITH_THE_VISIT}
    assert set(stopped.split()[2:]) == replaced
    assert set(started.split()[1:]) == {*replaced, "carepost-session.service"}
    assert cancelled.endswith("/usr/bin/cancel -u carepost -a -x")


def test_a_wipe_starts_no_session_while_the_station_is_out_of_service(tmp_path: Path) -> None:
    """What it starts conflicts with "out of service": the two would take turns for ever."""
    tool = tmp_path / "systemctl"
    for state, started in (
        ("active", ""),
        ("activating", ""),
        ("inactive", "x.service"),
        ("failed", "x.service"),
    ):
        tool.write_text(
            f"#!/bin/sh\ncase $1 in show) echo {state} ;; start) shift 2; echo $@ >{tmp_path}/said ;; esac\n"
        )
        tool.chmod(0o755)
        (tmp_path / "said").write_text("")
        script = plan(PROGRAMS).files["usr/lib/carepost/after-wipe"]
        line = ["sh", "-c", script.content.decode(), "after-wipe", "x.service"]
        subprocess.run(line, env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, check=True)
        assert (tmp_path / "said").read_text().strip() == started and script.mode == 0o755
    assert words_of("wipe", "ExecStart")[-1].startswith("/usr/lib/carepost/after-wipe ")


@pytest.mark.parametrize(
    ("state", "job", "over"),
    [
        ("inactive", "", True),
        ("failed", "", True),
        ("inactive", "812", False),
        ("activating", "", False),
        ("active", "", False),
        ("deactivating", "", False),
    ],
)
def test_a_session_on_its_way_back_after_a_crash_is_not_wiped(
    tmp_path: Path, state: str, job: str, over: bool
) -> None:
    """Seen in the image: systemd 252 starts OnSuccess between a crash and the start after it."""
    tool = tmp_path / "systemctl"
    tool.write_text(f"#!/bin/sh\ncase $3 in ActiveState) echo {state} ;; Job) echo {job} ;; esac\n")
    tool.chmod(0o755)
    script = plan(PROGRAMS).files["usr/lib/carepost/visit-over"]
    line = ["sh", "-c", script.content.decode()]
    done = subprocess.run(line, env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, check=False)
    assert (done.returncode == 0) is over and script.mode == 0o755
    assert words_of("wipe", "ExecCondition") == ["/usr/lib/carepost/visit-over"]


def test_a_screen_that_is_started_again_on_purpose_restarts_no_machine() -> None:
    """Seen in the image: enrolment restarted the screen, ten minutes later the machine restarted itself."""
    assert words_of("last-words", "ExecCondition") == [
        "/usr/bin/systemctl is-failed --quiet carepost-screen.service"
    ]
    assert words_of("last-words", "ExecStart")[-1].endswith("reboot")


def test_the_session_has_no_network_and_only_the_card_that_draws() -> None:
    assert words_of("session", "PrivateNetwork") == ["yes"]
    assert words_of("session", "RestrictAddressFamilies") == ["AF_UNIX"]
    assert words_of("session", "DeviceAllow") == ["char-drm rw"]
    assert "--driver" not in words_of("session", "ExecStart")[0]
    assert not words_of("session", "ReadWritePaths")


def test_a_sealed_key_is_opened_for_those_who_speak_with_the_hub_and_nobody_else() -> None:
    sealed = f"{keyfile.CREDENTIAL}:/var/lib/carepost/{keyfile.SEALED}"
    for name in SCORES:
        assert words_of(name, "LoadCredentialEncrypted") == ([sealed] if name in KEYED else [])
        assert any(keyfile.FILE in word for word in words_of(name, "LoadCredential")) is (
            name in {"agent", "dot1x"}
        )


def test_a_station_starts_with_a_sealed_key_as_with_a_file() -> None:
    for name in ("core", "media", "session", "speech", "agent"):
        asked = {word for word in words_of(name, "ConditionPathExists") if keyfile.CREDENTIAL in word}
        assert asked == {f"|/var/lib/carepost/{file}" for file in (keyfile.FILE, keyfile.SEALED)}
    healthy = plan(PROGRAMS).files["usr/lib/carepost/healthy"].content.decode()
    assert keyfile.FILE in healthy and keyfile.SEALED in healthy
    assert "/opt/carepost/carepost-provisioning health --run /run/carepost" in healthy


def test_the_agent_sees_of_cores_folder_what_it_is_given() -> None:
    line = " ".join(MADE["carepost-agent.service"].split())
    assert "agent --state /var/lib/carepost-agent --trust %d" in line
    assert words_of("agent", "StateDirectory") == ["carepost-agent"]
    assert "/var/lib/carepost" not in " ".join(words_of("agent", "ReadWritePaths"))
    given = {word.partition(":")[0] for word in words_of("agent", "LoadCredential")}
    assert given == {"root.pub", "profile.signed", "ca.pem", "station-cert.pem", "station-key.pem"}
    again = MADE["carepost-lockdown-again.service"], MADE["carepost-lockdown-again.path"]
    assert "try-restart --no-block carepost-agent.service" in again[0]
    assert "profile.signed" in again[1] and "station-cert.pem" in again[1]


def test_a_stick_is_read_by_the_agent_alone_and_nothing_on_it_counts() -> None:
    stick = MADE["carepost-stick@.service"]
    (mount,) = re.findall(r"^ExecStart=(.*)$", stick, re.MULTILINE)
    assert mount.startswith("/usr/bin/mount -t vfat -o ") and mount.endswith("/run/carepost-sticks/%i")
    options = set(mount.split()[4].split(","))
    assert {"ro", "nosuid", "nodev", "noexec", "nosymfollow", "uid=0", "gid=0", "umask=0077"} <= options
    assert "BindsTo=dev-%i.device" in stick
    assert "--sticks /run/carepost-sticks" in MADE["carepost-agent.service"]
    rules = plan(PROGRAMS).files["usr/lib/udev/rules.d/90-carepost-sticks.rules"].content.decode()
    assert 'ENV{ID_BUS}=="usb"' in rules and "carepost-stick@%k.service" in rules
    folder = plan(PROGRAMS).files["usr/lib/tmpfiles.d/carepost.conf"].content.decode()
    assert "d /run/carepost-sticks 0700 root root" in folder.splitlines()


def test_no_console_no_shell_and_no_switching_of_terminals() -> None:
    made = plan(PROGRAMS)
    for unit in ("getty@.service", "serial-getty@.service", "autovt@.service", "debug-shell.service"):
        assert made.links[f"etc/systemd/system/{unit}"] == "/dev/null"
    assert "ctrl-alt-del.target" in MASKED
    for unit in ("emergency", "rescue"):
        assert "sulogin" not in made.files[f"etc/systemd/system/{unit}.service"].content.decode()
    assert " -s" not in words_of("screen", "ExecStart")[0]
    sysctl = made.files["etc/sysctl.d/60-carepost.conf"].content.decode()
    assert re.search(r"^kernel.sysrq = 0$", sysctl, re.MULTILINE)
    assert made.files["etc/usbguard/usbguard-daemon.conf"].mode == 0o600


def test_somebodys_own_debian_keeps_its_consoles() -> None:
    made = plan(PROGRAMS, appliance=False)
    assert not any(to == "/dev/null" for to in made.links.values())
    assert "etc/systemd/system/emergency.service" not in made.files
    assert "etc/systemd/system/carepost-core.service" in made.files


def test_every_unit_is_pulled_in_by_a_link() -> None:
    made = plan(PROGRAMS)
    for name, text in MADE.items():
        for target, kind in wanted_by(text):
            assert made.links[f"etc/systemd/system/{target}.{kind}/{name}"].endswith(name)
    assert json.dumps(sorted(made.links))


@needs_analyze
def test_systemd_reads_them_without_complaint(tmp_path: Path) -> None:
    system = tmp_path / "etc/systemd/system"
    system.mkdir(parents=True)
    for name, text in MADE.items():
        (system / name).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--generators=no", *map(str, system.glob("carepost*"))],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [
        line
        for line in done.stderr.splitlines()
        if re.search(r"Unknown|unknown|Failed to parse|Invalid|ignoring", line) and "carepost" in line
    ]
    assert not ours
