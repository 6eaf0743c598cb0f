"""Debian's packages, the frozen station and our own files become the folder that is the image's root."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Final

from provisioning.image import ImageError
from provisioning.image.tools import run
from provisioning.lockdown.plan import Plan, plan
from provisioning.lockdown.units import frozen, wanted_by

HERE: Final = resources.files("provisioning.image")
APP: Final = Path("opt/carepost")
LEFT_OUT: Final = ("/usr/share/doc/*", "/usr/share/man/*", "/usr/share/info/*", "/usr/share/lintian/*")
LOCALES: Final = ("/usr/share/locale/*",)
DEBIANS: Final = tuple(
    f"{name}.service"
    for name in ("systemd-networkd", "systemd-resolved", "systemd-timesyncd", "usbguard", "seatd", "cups")
)
SOURCES: Final = (Path("/etc/apt/sources.list"), Path("/etc/apt/sources.list.d"))
WRITTEN_LATER: Final = ("var/lib/apt/lists", "var/cache/apt", "var/log")


def packages() -> list[str]:
    """Return Debian's packages of a station."""
    lines = (HERE / "packages.txt").read_text().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def base(suite: str, mirror: str | None, cache: Path, epoch: int) -> Path:
    """Return an archive of Debian's part; made once for each list of packages."""
    mark = hashlib.sha256("\n".join((suite, mirror or "", *packages())).encode()).hexdigest()[:12]
    archive = cache / f"debian-{suite}-{mark}.tar"
    if archive.exists():
        return archive
    cache.mkdir(parents=True, exist_ok=True)
    draft = archive.with_suffix(".new.tar")
    excluded = [f"--dpkgopt=path-exclude={path}" for path in (*LEFT_OUT, *LOCALES)]
    run(
        "mmdebstrap",
        *("--variant=minbase", "--mode=root", "--format=tar", f"--include={','.join(packages())}"),
        *('--aptopt=Apt::Install-Recommends "false"', *excluded, suite, str(draft)),
        *([mirror] if mirror else _own_sources()),
        env={"SOURCE_DATE_EPOCH": str(epoch)},
    )
    draft.replace(archive)
    return archive


def _own_sources() -> list[str]:
    """Return this machine's own lists of where packages come from."""
    found = [SOURCES[0]] if SOURCES[0].is_file() and SOURCES[0].read_text().strip() else []
    found += sorted([*SOURCES[1].glob("debian*.sources"), *SOURCES[1].glob("debian*.list")])
    if not found:
        raise ImageError("where Debian's packages come from is not known here: give --mirror")
    return [str(path) for path in found]


def fill(root: Path, archive: Path, app: Path, version: str, extra: Iterable[Path]) -> None:
    """Unpack Debian's part into a new folder and put the station into it."""
    if not (app / "carepost-session").exists():
        raise ImageError(f"{app} is no frozen station: run scripts/freeze first")
    if root.exists():
        shutil.rmtree(root)
    root.mkdir(parents=True)
    run("tar", "--extract", "--file", archive, "--directory", root, "--numeric-owner", "--same-permissions")
    shutil.copytree(app, root / APP, symlinks=True)
    run("chown", "-R", "0:0", root / APP)
    put(root, plan(frozen(Path("/") / APP)))
    with resources.as_file(HERE / "tree") as tree:
        _lay_over(root, tree)
    for folder in extra:
        _lay_over(root, folder)
    _enable(root)
    _name(root, version)
    run("systemd-sysusers", f"--root={root}")
    for made in ("efi", "var/lib/carepost", "var/lib/carepost-agent"):
        (root / made).mkdir(parents=True, exist_ok=True)
    run("chroot", root, "update-initramfs", "-c", "-k", kernel(root))
    _clean(root)


def read_fonts(root: Path) -> None:
    """Have all fonts read once, so that no session reads them anew: its folder is read-only."""
    run("chroot", root, "fc-cache", "--system-only", "--force")


def put(root: Path, wanted: Plan) -> None:
    """Write a plan's files and links."""
    for path, file in wanted.files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        target.chmod(file.mode)
    for path, to in wanted.links.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.symlink_to(to)


def kernel(root: Path) -> str:
    """Return the one kernel's version."""
    found = sorted(path.name for path in (root / "lib" / "modules").iterdir())
    if len(found) != 1:
        raise ImageError(f"one kernel is wanted, there are {len(found)}")
    return found[0]


def _lay_over(root: Path, tree: Path) -> None:
    for source in sorted(tree.rglob("*")):
        target = root / source.relative_to(tree)
        if source.is_symlink():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            target.symlink_to(source.readlink())
        elif source.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif source.stat().st_size == 0 and source.name.startswith(".wh."):
            (root / source.relative_to(tree).with_name(source.name.removeprefix(".wh."))).unlink(
                missing_ok=True
            )
        else:
            if target.is_symlink():
                target.unlink()
            shutil.copyfile(source, target)
            target.chmod(0o755 if os.access(source, os.X_OK) else target.stat().st_mode & 0o666 | 0o644)


def _enable(root: Path) -> None:
    """Make the links that the image's own units ask for, and Debian's that we use."""
    system = root / "etc/systemd/system"
    for unit in sorted(system.glob("*.service")):
        if unit.is_symlink():
            continue
        for target, kind in wanted_by(unit.read_text()):
            _link(system / f"{target}.{kind}" / unit.name, f"/etc/systemd/system/{unit.name}")
    for name in DEBIANS:
        if (root / f"lib/systemd/system/{name}").exists():
            _link(system / "multi-user.target.wants" / name, f"/lib/systemd/system/{name}")
    wait = "systemd-networkd-wait-online.service"
    _link(system / "network-online.target.wants" / wait, f"/lib/systemd/system/{wait}")
    _link(root / "etc/resolv.conf", "/run/systemd/resolve/stub-resolv.conf")


def _link(path: Path, to: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(to)


def _name(root: Path, version: str) -> None:
    told = root / "usr/lib/os-release"
    lines = [
        line for line in told.read_text().splitlines() if not line.startswith(("PRETTY_NAME=", "VERSION_ID="))
    ]
    ours = [
        'PRETTY_NAME="Carepost station"',
        "IMAGE_ID=carepost",
        f"IMAGE_VERSION={version}",
        f"VERSION_ID={version}",
    ]
    told.write_text("\n".join([*lines, *ours, ""]))
    shadow = root / "etc/shadow"
    shadow.write_text("".join(_locked(line) for line in shadow.read_text().splitlines(keepends=True)))
    (root / "etc/machine-id").write_text("")  # each machine has its own, in memory
    for name in ("issue", "issue.net", "motd"):
        (root / "etc" / name).write_text("")


def _locked(line: str) -> str:
    """Return a line of shadow(5) that no password opens."""
    user, _, rest = line.partition(":")
    return f"{user}:!*:{rest.partition(':')[2]}"


def _clean(root: Path) -> None:
    for folder in WRITTEN_LATER:
        for path in (root / folder).rglob("*"):
            if path.is_file() or path.is_symlink():
                path.unlink()
    shutil.rmtree(root / "etc/apt", ignore_errors=True)
    for name in ("usr/bin/apt", "usr/bin/apt-get"):  # a station is updated as a whole
        (root / name).unlink(missing_ok=True)
