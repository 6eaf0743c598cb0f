"""A simulated Omron HEM-790IT: asleep until woken, NO when it is hurried, OFF after END. No I/O here."""

from datetime import datetime

from peripherals.protocols import omron_790it as omron
from peripherals.protocols.base import xor
from peripherals.protocols.conversation import Packet
from peripherals.simulators.log_cuffs import Logbook
from peripherals.simulators.scenarios import Scenario

VERSION = b"M7080IT 207"
ZEROS_WAKE = 12
HURRIED_S = 0.08  # asked for a measurement so soon after an answer it says NO
EVER_BEFORE = 15  # measurements made and cleared before the story
BUSY = b"\x08\x60\0\0\0\0\0\0"
LENGTHS = {b"VER": 5, b"PRF": 5, b"SRL": 5, b"GCL": 5, b"END": 5, b"GDC": 8, b"GME": 8}
KEPT_MOST = 84


class OmronCuff:
    """Answers what the traces show; user B's bank is empty. Wrong commands get NO."""

    period_s = 0.25

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._book = Logbook(scenario, seed, wall)
        self._heard = b""
        self._zeros = 0
        self._awake = False
        self._busy = False
        self._filler = bytes(omron.IN_REPORT)
        self._answered_t = 0.0

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Obey and answer."""
        if channel == "feature":
            self._awake, self._zeros, self._heard = False, 0, b""
            self._busy = data[1:2] != b"\x01"  # information is there at once
            return []
        if not data or not data[0] <= omron.IN_REPORT:
            return []
        said = data[1 : 1 + data[0]]
        if not self._heard and not any(said):
            return self._wake(len(said), short=data[0] < omron.IN_REPORT)
        self._heard += said
        length = LENGTHS.get(self._heard[:3], len(self._heard))
        if not self._awake or len(self._heard) < min(length, 3) or len(self._heard) < length:
            return []
        command, self._heard = self._heard, b""
        return self._reports(self._obey(command, t))

    def tick(self, t: float) -> list[Packet]:
        """Time passes; it says nothing unasked."""
        self._book.settle(t)
        return []

    def measuring_for(self, t: float) -> float:
        """Seconds since the person started it."""
        return self._book.measuring_for(t)

    def _wake(self, zeros: int, *, short: bool) -> list[Packet]:
        self._zeros += zeros
        if not short or self._zeros < ZEROS_WAKE:
            return []
        self._zeros = 0
        if self._busy:
            self._busy = False
            return [Packet(BUSY)]
        self._awake = True
        return self._reports(omron.OK)

    def _obey(self, command: bytes, t: float) -> bytes:
        name, parameters = command[:3], command[3:]
        if name == b"END":
            self._awake = False
            return omron.OK + omron.OFF
        hurried = name == b"GME" and t - self._answered_t < HURRIED_S
        self._answered_t = t
        if name not in LENGTHS or xor(parameters) != 0 or hurried:
            return omron.NO
        return self._tell(name, parameters, t)

    def _tell(self, name: bytes, parameters: bytes, t: float) -> bytes:
        match name:
            case b"VER":
                return omron.encode_answer(VERSION)
            case b"PRF":
                return omron.encode_answer(b"0010100000")
            case b"SRL":
                return omron.encode_answer(b"\x06" + bytes(6))
            case b"GCL":
                return omron.encode_answer(omron.encode_time(self._book.clock(t)))
            case b"GDC":
                return omron.encode_answer(bytes(4) if parameters[1] else self._counts(t))
        return omron.NO if parameters[1] else self._measurement(parameters[3])

    def _counts(self, t: float) -> bytes:
        self._book.looked(t)
        kept = len(self._book.kept)
        return (EVER_BEFORE + kept).to_bytes(2, "big") + min(kept, KEPT_MOST).to_bytes(2, "big")

    def _measurement(self, index: int) -> bytes:
        kept = self._book.kept[-KEPT_MOST:]
        if index >= len(kept):
            return omron.NO
        if index == 0:
            self._book.seen()
        one = kept[-1 - index]
        return omron.encode_answer(
            omron.encode_record(one.when, one.systolic, one.diastolic, one.pulse, one.flags)
        )

    def _reports(self, said: bytes) -> list[Packet]:
        """Cut an answer into reports, each filled with what was in the one before."""
        parts = [omron.OK, omron.OFF] if said == omron.OK + omron.OFF else [said]
        result = []
        for part in parts:
            for report in omron.reports(part, filler=self._filler):
                self._filler = report[1:]
                result.append(Packet(report))
        return result
