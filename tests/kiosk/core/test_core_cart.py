"""A cart's battery and network, read from what the kernel shows."""

from pathlib import Path

import pytest

from contract.staff import CartIs
from kiosk.core.cart import MOVING_S, Cart, battery, way

ROUTES = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n"


def supply(root: Path, name: str, **files: str) -> None:
    folder = root / "sys/class/power_supply" / name
    folder.mkdir(parents=True)
    for file, text in files.items():
        (folder / file).write_text(text + "\n")


def route(root: Path, *names: str) -> None:
    (root / "proc/net").mkdir(parents=True, exist_ok=True)
    lines = [
        f"{name}\t00000000\t0101A8C0\t0003\t0\t0\t{n}\t00000000\t0\t0\t0\n" for n, name in enumerate(names)
    ]
    (root / "proc/net/route").write_text(ROUTES + "".join(lines))


def wireless(root: Path, quality: str) -> None:
    (root / "sys/class/net/wlan0/phy80211").mkdir(parents=True, exist_ok=True)
    (root / "proc/net/wireless").write_text(
        f"head\nhead\n wlan0: 0000   {quality}  -40.  -256  0 0 0 0 0 0\n"
    )


def test_the_emptiest_of_the_carts_own_batteries_counts(tmp_path: Path) -> None:
    assert battery(tmp_path) == (None, False)
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "mouse", type="Battery", scope="Device", capacity="3", status="Discharging")
    supply(tmp_path, "BAT0", type="Battery", capacity="81", status="Charging")
    supply(tmp_path, "BAT1", type="Battery", capacity="40", status="Discharging")
    supply(tmp_path, "BAT2", type="Battery", capacity="what", status="Unknown")
    assert battery(tmp_path) == (40, False)


@pytest.mark.parametrize(("quality", "percent"), [("35.", 50), ("70.", 100), ("0.", 0), ("x", None)])
def test_a_wireless_way_says_how_strong_it_is(tmp_path: Path, quality: str, percent: int | None) -> None:
    route(tmp_path, "wlan0", "eth0")
    wireless(tmp_path, quality)
    assert way(tmp_path) == ("wireless", percent)


def test_other_ways(tmp_path: Path) -> None:
    assert way(tmp_path) == ("none", None)
    route(tmp_path, "eth0")
    assert way(tmp_path) == ("other", None)
    (tmp_path / "sys/class/net/eth0/device").mkdir(parents=True)
    assert way(tmp_path) == ("wired", None)


def test_it_says_what_changes_and_that_it_moves_for_a_while(tmp_path: Path) -> None:
    said: list[CartIs] = []
    now = [100.0]
    cart = Cart(said.append, root=tmp_path, monotonic=lambda: now[0])
    route(tmp_path, "wlan0")
    wireless(tmp_path, "70.")
    cart.look()
    cart.look()
    route(tmp_path)
    cart.look()
    now[0] += MOVING_S
    cart.look()
    assert [(each.way, each.moving) for each in said] == [
        ("wireless", False),
        ("none", True),
        ("none", False),
    ]
    cart.moved()
    assert said[-1].moving
    cart.session_came()
    assert said[-1] == said[-2]
