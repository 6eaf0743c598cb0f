"""What the image must bring of Debian, judged by what our parts ask for."""

import re
import shutil
import subprocess
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

import pytest

from provisioning.commands.lockdown import NEEDED
from provisioning.image import rootfs
from provisioning.lockdown.plan import plan
from provisioning.lockdown.units import frozen

PLUGINS = ("platforms/libqwayland.so", "wayland-shell-integration/libxdg-shell.so")
EVERYWHERE = re.compile(r"(lib(c|m|dl|pthread|rt|stdc\+\+|gcc_s)|ld-linux-x86-64)\.so")


def package(soname: str) -> str:
    """Return Debian's package of a library: libwayland-cursor.so.0 is in libwayland-cursor0."""
    name, _, number = soname.partition(".so.")
    return f"{name}{number}".lower()


@pytest.mark.skipif(shutil.which("readelf") is None, reason="binutils is not here")
@pytest.mark.parametrize("plugin", PLUGINS)
def test_what_the_screen_links_to_is_in_the_image(plugin: str) -> None:
    found = find_spec("PySide6")
    assert found and found.origin
    qt = Path(found.origin).parent / "Qt"
    told = subprocess.run(
        ["readelf", "-d", str(qt / "plugins" / plugin)], capture_output=True, text=True, check=True
    ).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", told)
    outside = [name for name in needed if not (qt / "lib" / name).exists() and not EVERYWHERE.match(name)]
    assert any("wayland" in name for name in outside)
    for where in (rootfs.packages(), NEEDED):
        assert [name for name in outside if package(name) not in where] == []


def test_the_printer_s_folders_are_made_at_each_start() -> None:
    asked = re.findall(
        r"^(?:RequestRoot|TempDir) (\S+)$",
        (resources.files("provisioning") / "cups" / "cups-files.conf").read_text(),
        re.MULTILINE,
    )
    made = plan(frozen(Path("/opt/carepost"))).files["usr/lib/tmpfiles.d/carepost.conf"].content.decode()
    assert len(asked) == 2 and all(re.search(rf"^d {folder} ", made, re.MULTILINE) for folder in asked)
