"""Finding the dialect: which product is on a line, by trying, and how long that takes."""

import time

import pytest
from stations import simulate

from peripherals.devices.product import SerialLine
from peripherals.discovery import candidates
from peripherals.events import Fault, Role
from peripherals.probing import QUICK_S, Candidate, find
from peripherals.registry import PRODUCTS
from peripherals.transport.link import PortError

WITHIN_S = 3.0
SERIAL = [role for role in Role if candidates(role, "auto", "serial")]


@pytest.mark.parametrize("role", SERIAL)
def test_each_speed_has_had_its_turn_within_three_seconds(role: Role) -> None:
    """By count, not by the clock: a device that speaks at once is found in its line's first turn."""
    lines = dict.fromkeys(candidate.line for candidate in candidates(role, "auto", "serial"))
    assert len(lines) * QUICK_S <= WITHIN_S


@pytest.mark.parametrize("name", ["contec-v5", "contec-v7", "nonin-df2", "toledo", "and-scale", "suretemp"])
async def test_a_dialect_is_found_among_all_of_its_role(name: str) -> None:
    product = PRODUCTS[name]
    others = [c for c in candidates(product.role, "auto", "serial") if not c.product.silent]
    # A pseudo-terminal knows no speed: those that would understand each other's bytes are told apart by it.
    them = [c for c in others if c.product.protocol not in _ALIKE.get(name, ())]
    with simulate(name) as device:
        began = time.monotonic()
        found = await find(device.port, them)
        print(f"{name}: {time.monotonic() - began:.2f} s")
        await found.opened.close()
    assert found.product is product


_ALIKE = {
    "contec-v5": ("berry-bci", "nonin-df8"),
    "contec-v7": (),
    "nonin-df2": ("contec-v5", "berry-bci"),
}


async def test_nothing_and_nonsense_are_told_apart() -> None:
    them = candidates(Role.OXIMETER, "contec-v5", "serial")
    with simulate("contec-v5", "silent") as device:
        with pytest.raises(PortError) as error:
            await find(device.port, them)
        assert error.value.fault is Fault.NO_DATA
    with simulate("toledo") as device:
        with pytest.raises(PortError) as error:
            await find(device.port, them)
        assert error.value.fault is Fault.NOT_UNDERSTOOD
        assert "contec-v5" in str(error.value)


async def test_a_port_that_cannot_be_opened_is_not_tried_again_with_other_settings() -> None:
    them = candidates(Role.OXIMETER, "auto", "serial")
    with pytest.raises(PortError) as error:
        await find("/dev/no-such-port", them)
    assert error.value.fault is Fault.NOT_CONNECTED


async def test_one_that_is_silent_until_used_is_taken_at_its_name() -> None:
    silent = next(p for p in PRODUCTS.values() if p.silent and isinstance(p.lines[0], SerialLine))
    with simulate(silent.name, "silent") as device:
        found = await find(device.port, [Candidate(silent, silent.lines[0])])
        await found.opened.close()
    assert found.product is silent
