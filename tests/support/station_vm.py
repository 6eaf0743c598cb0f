"""A station's image in qemu: keys and plugs from outside (QMP), questions inside (the tests' probe).

CAREPOST_ACCEL     what qemu runs it by (default: emulation; kvm where it can run firmware)
CAREPOST_BOOT      "kernel": start kernel and command line of the image without firmware and boot loader
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

QEMU: Final = "qemu-system-x86_64"
CODE: Final = Path("/usr/share/OVMF/OVMF_CODE_4M.fd")
VARS: Final = Path("/usr/share/OVMF/OVMF_VARS_4M.fd")
UP_S: Final = 900.0
# Emulated, string instructions are slow and a fifth level of pages costs without a use.
CPU: Final = "max,arch-capabilities=off,la57=off,erms=off,fsrm=off"
ASK_S: Final = 90.0
USB_S: Final = 20.0
# A device that USBGuard rejects leaves /sys at once: the kernel's messages say that it was seen, and left.
USB_CAME: Final = "dmesg | grep -c 'usb [0-9]-.*New USB device found'"
USB_LEFT: Final = "dmesg | grep -c 'usb .*USB disconnect'"
CONNECT_S: Final = 20.0


def missing() -> list[str]:
    """Return what is not here (Debian: qemu-system-x86, ovmf, qemu-utils)."""
    return [name for name in (QEMU, "qemu-img") if shutil.which(name) is None] + (
        [] if CODE.exists() else ["OVMF"]
    )


class Machine:
    """One virtual machine that runs."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self.process = process
        self._qmp = _connect(folder / "qmp")
        self._lines = self._qmp.makefile("rwb")
        self._lines.readline()
        self.do("qmp_capabilities")
        self._probe = _connect(folder / "probe")
        self._told = self._probe.makefile("rb")

    # ---- from outside

    def do(self, what: str, **arguments: Any) -> Any:
        """Say a QMP command; its answer. RuntimeError when qemu refuses."""
        self._lines.write(json.dumps({"execute": what, "arguments": arguments}).encode() + b"\n")
        self._lines.flush()
        while True:
            answer = json.loads(self._lines.readline())
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise RuntimeError(f"{what}: {answer['error']['desc']}")

    def keys(self, *names: str) -> Self:
        """Press keys together ("ctrl", "alt", "f2"), as qemu calls them."""
        self.do("send-key", keys=[{"type": "qcode", "data": name} for name in names])
        return self.rest(0.25)

    def rest(self, seconds: float) -> Self:
        """Give it time."""
        time.sleep(seconds)
        return self

    def plug(self, driver: str, name: str, **more: Any) -> None:
        """Plug something into USB; returns once the kernel inside has seen it and has done what follows."""
        before = int(self.ask(USB_CAME))
        self.do("device_add", driver=driver, id=name, **more)
        self._usb_is(USB_CAME, before + 1)

    def unplug(self, name: str) -> None:
        """Pull it out; returns as `plug` does."""
        self.do("device_del", id=name)
        self._usb_is(USB_LEFT, int(self.ask(USB_CAME)))

    def _usb_is(self, count: str, least: int) -> None:
        self.wait(f"[ $({count}) -ge {least} ]", USB_S)
        self.ask("udevadm settle")

    def picture(self, path: Path | None = None) -> bytes:
        """Return (and keep) what is on the screen, PPM."""
        target = self.folder / "screen.ppm"
        self.do("screendump", filename=str(target))
        held = target.read_bytes()
        if path is not None:
            with path.open("wb") as drawn:
                subprocess.run(["pnmtopng", str(target)], stdout=drawn, check=False)
        return held

    def console(self) -> str:
        """Return what came out of the serial line."""
        return (self.folder / "serial").read_text(errors="replace")

    # ---- inside

    def up(self, seconds: float = UP_S) -> None:
        """Wait until the probe of this start says that it is there."""
        self._until("<<up>>", seconds)

    def ask(self, line: str, seconds: float = ASK_S) -> str:
        """Run a line inside as root; what it printed."""
        return self.tried(line, seconds)[1]

    def tried(self, line: str, seconds: float = ASK_S) -> tuple[int, str]:
        """Run a line inside as root; its exit code and what it printed."""
        self._probe.sendall(line.encode() + b"\n")
        said = self._until("<<", seconds)
        *rest, last = said.strip().splitlines()
        if last == "<<up>>":
            raise RuntimeError("the machine has started again")
        return int(last.strip("<>")), "\n".join(rest).strip()

    def wait(self, line: str, seconds: float = 60.0) -> float:
        """Ask until it succeeds; returns how many seconds that took."""
        started = time.monotonic()
        while self.tried(line)[0]:
            if time.monotonic() - started > seconds:
                raise TimeoutError(f"{line!r} did not succeed within {seconds:.0f} s")
            time.sleep(0.1)
        return time.monotonic() - started

    def running(self, *units: str, seconds: float = 60.0) -> float:
        """Wait until all of these are active (`systemctl is-active` is content with one); seconds it took."""
        each = " && ".join(f"systemctl is-active -q carepost-{unit}" for unit in units)
        return self.wait(each, seconds)

    def _until(self, mark: str, seconds: float) -> str:
        self._probe.settimeout(seconds)
        said = ""
        while True:
            line = self._told.readline().decode(errors="replace")
            if not line:
                raise RuntimeError("the machine is gone")
            said += line
            if line.startswith(mark) and line.rstrip().endswith(">>"):
                return said

    def close(self) -> None:
        """Switch it off at the wall."""
        self._lines.close()
        self._qmp.close()
        self._told.close()
        self._probe.close()
        self.process.kill()
        self.process.wait()


def started_directly(disk: Path, folder: Path) -> list[str]:
    """Return how qemu starts the image's own kernel, files and command line without firmware."""
    for section, name in ((".linux", "vmlinuz"), (".initrd", "initrd"), (".cmdline", "cmdline")):
        line = ["objcopy", "-O", "binary", "--dump-section", f"{section}={folder / name}"]
        subprocess.run([*line, str(disk.with_name("carepost.efi")), "/dev/null"], check=True)
    words = (folder / "cmdline").read_text().strip("\0\n ")
    return ["-kernel", str(folder / "vmlinuz"), "-initrd", str(folder / "initrd"), "-append", words]


def firmware(folder: Path) -> list[str]:
    """Return how qemu starts a disk by UEFI, with variables of its own."""
    kept = folder / "vars.fd"
    if not kept.exists():
        shutil.copyfile(VARS, kept)
    flash = "if=pflash,format=raw"
    return ["-drive", f"{flash},readonly=on,file={CODE}", "-drive", f"{flash},file={kept}"]


@contextmanager
def tpm(folder: Path) -> Iterator[list[str]]:
    """Run a TPM in software (swtpm) whose state stays in the folder; yields what qemu must be told."""
    folder.mkdir(exist_ok=True)
    control = folder / "control"
    line = [
        "swtpm",
        "socket",
        "--tpm2",
        "--tpmstate",
        f"dir={folder}",
        "--ctrl",
        f"type=unixio,path={control}",
    ]
    process = subprocess.Popen([*line, "--flags", "startup-clear"])
    try:
        deadline = time.monotonic() + CONNECT_S
        while not control.exists():
            if time.monotonic() > deadline:
                raise TimeoutError("swtpm does not listen")
            time.sleep(0.05)
        yield [
            *("-chardev", f"socket,id=tpm,path={control}"),
            *("-tpmdev", "emulator,id=tpm0,chardev=tpm", "-device", "tpm-tis,tpmdev=tpm0"),
        ]
    finally:
        process.kill()
        process.wait()


@contextmanager
def machine(disk: Path, *more: str, keep: Path | None = None, wait: bool = True) -> Iterator[Machine]:
    """Start a disk's copy (thin, thrown away; `keep`: its folder, which stays) until the probe is there."""
    folder = keep or Path(tempfile.mkdtemp(prefix="vm-", dir="/tmp"))
    overlay = folder / "disk.qcow2"
    if not overlay.exists():
        backing = ["-b", str(disk.resolve()), "-F", "raw"]
        subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", *backing, str(overlay)], check=True)
    direct = os.environ.get("CAREPOST_BOOT") == "kernel"
    start = started_directly(disk, folder) if direct else firmware(folder)
    acceleration = os.environ.get("CAREPOST_ACCEL", "tcg,thread=multi")  # kvm where it can run firmware
    with (folder / "qemu.log").open("wb") as log:
        process = subprocess.Popen(
            [
                *(
                    QEMU,
                    "-name",
                    "station",
                    "-machine",
                    "q35",
                    "-accel",
                    acceleration,
                    "-cpu",
                    CPU,
                    "-smp",
                    "2",
                ),
                *(
                    "-m",
                    "2048",
                    "-display",
                    "none",
                    "-vga",
                    "none",
                    "-device",
                    "virtio-vga,xres=1280,yres=720",
                ),
                *start,
                *("-action", "watchdog=none"),  # emulated, half a minute is no sign of anything
                *("-drive", f"file={overlay},if=virtio,cache=unsafe"),
                *(
                    "-device",
                    "pcie-root-port,id=port1,slot=1",
                    "-device",
                    "qemu-xhci,id=usb",
                    "-rtc",
                    "base=utc",
                ),
                *(
                    "-device",
                    "virtio-serial",
                    "-chardev",
                    f"socket,id=probe,path={folder}/probe,server=on,wait=off",
                ),
                *("-device", "virtserialport,chardev=probe,name=carepost.probe"),
                *("-serial", f"file:{folder}/serial", "-qmp", f"unix:{folder}/qmp,server=on,wait=off"),
                *("-nic", "user,model=virtio-net-pci", *more),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
    try:
        made = Machine(folder, process)
    except BaseException:
        process.kill()
        process.wait()
        raise
    try:
        if wait:
            made.up()
        yield made
    finally:
        made.close()
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)


def _connect(path: Path) -> socket.socket:
    deadline = time.monotonic() + CONNECT_S
    while True:
        made = socket.socket(socket.AF_UNIX)
        try:
            made.connect(str(path))
            return made
        except OSError:
            made.close()
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
