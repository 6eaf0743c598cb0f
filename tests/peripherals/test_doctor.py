"""What the doctor concludes from what is known of a machine."""

from peripherals.devices.product import UsbId
from peripherals.discovery import Seen
from peripherals.doctor import Facts, Heard, UsbSeen, Weight, examine, explain
from peripherals.events import Fault
from peripherals.registry import PRODUCTS

V5, CUFF = PRODUCTS["contec-v5"], PRODUCTS["rbp9804"]
BRIDGE = UsbId(0x10C4, 0xEA60)
PORT = Seen("serial", "/dev/ttyUSB0", BRIDGE.vendor, BRIDGE.product, "", "1-1", "UART")


def problems(facts: Facts, product: object = V5) -> list[str]:
    found = examine(facts, product)  # type: ignore[arg-type]
    assert all(finding.todo for finding in found if finding.weight is Weight.PROBLEM)
    return [finding.text for finding in found if finding.weight is Weight.PROBLEM]


def test_not_plugged_in() -> None:
    [text] = problems(Facts())
    assert "not plugged in" in text and "10c4:ea60" in text


def test_plugged_in_without_a_driver_is_one_problem_not_two() -> None:
    [text] = problems(Facts(usb=[UsbSeen(BRIDGE, "CP2102", made=False)]))
    assert "no driver" in text and "CP2102" in text


def test_all_is_well() -> None:
    facts = Facts([PORT], [UsbSeen(BRIDGE, "CP2102", made=True)])
    assert problems(facts) == []
    assert [finding.weight for finding in examine(facts, V5)] == [Weight.OK]


def test_no_permission_and_held_by_another() -> None:
    [text] = problems(Facts([PORT], denied=frozenset({"/dev/ttyUSB0"})))
    assert "may not be opened" in text
    [text] = problems(Facts([PORT], held={"/dev/ttyUSB0": "minicom (process 5)"}))
    assert "minicom" in text


def test_what_gets_in_the_way_on_any_machine() -> None:
    [text] = problems(Facts([PORT], modem_manager=True))
    assert "ModemManager" in text
    notes = [f.text for f in examine(Facts([PORT], rules_installed=False), V5) if f.weight is Weight.NOTE]
    assert len(notes) == 1
    assert problems(Facts([PORT], bluetooth=False)) == []


def test_another_device_s_port_is_not_looked_at() -> None:
    assert problems(Facts([PORT], denied=frozenset({"/dev/ttyUSB0"})), CUFF) == [
        f"{CUFF.title} is not plugged in (looked for USB 067b:23c3)."
    ]


def test_what_talking_to_it_says() -> None:
    assert explain(Heard(None), V5).weight is Weight.OK
    assert "nothing comes" in explain(Heard(Fault.NO_DATA), V5).text
    assert CUFF.title in explain(Heard(Fault.NOT_UNDERSTOOD, (CUFF.title,)), V5).text
    assert "Something comes" in explain(Heard(Fault.NOT_UNDERSTOOD), V5).text
    assert "port-busy" in explain(Heard(Fault.PORT_BUSY), V5).text
