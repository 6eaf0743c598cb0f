"""A simulated Contour USB: the memory of `meters.py` behind ASTM frames in HID reports."""

from datetime import datetime

from peripherals.protocols import contour_usb as contour
from peripherals.protocols.conversation import Packet
from peripherals.simulators.meters import ABOVE, BELOW, Drop, Memory
from peripherals.simulators.scenarios import Scenario


class ContourUsbMeter:
    """Greets when it is woken, and goes through its memory at each ACK."""

    period_s = 0.1

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._memory = Memory(scenario, wall)
        self._serial = f"7390-{seed % 10**7:07d}"
        self._frames: list[bytes] = []
        self._at = -1  # the frame sent last; -1: greeted, nothing sent yet

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Answer each character of a report."""
        if len(data) < 4:
            return []
        said = b"".join(self._answer(character, t) for character in data[4 : 4 + data[3]])
        return [Packet(report) for report in contour.encode_reports(said)]

    def tick(self, t: float) -> list[Packet]:
        """Nothing by itself."""
        return []

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power."""
        return t

    def _answer(self, character: int, t: float) -> bytes:
        if character == contour.ACK:
            self._at += 1
            if self._at < len(self._frames):
                return self._frames[self._at]
            return bytes((contour.EOT,)) if self._at == len(self._frames) else b""
        if character == contour.NAK:
            sending = 0 <= self._at < len(self._frames)
            return self._frames[self._at] if sending else bytes((contour.EOT,))
        self._frames = self._all(t)
        self._at = -1
        return bytes((contour.EOT,)) + self._frames[0] + bytes((contour.ENQ,))

    def _all(self, t: float) -> list[bytes]:
        drops = self._memory.look(t)
        header = (
            rf"H|\^&||simula|Bayer7390^01.24\01.04\09.02.20^{self._serial}^7403-|A=1^C=63^G=1^I=0200^R=0^S=1"
            "^U=0^V=10600^X=070070070070180130150250^Y=360126090050099050300089^Z=1"
            f"|{len(drops)}||||||1|{self._memory.clock(t):%Y%m%d%H%M}"
        )
        results = [_result(number, drop) for number, drop in enumerate(reversed(drops), 1)]
        texts = [header, "P|1", *results, f"L|1||{'N' if drops else 'F'}"]
        ends = [contour.ETB] * (len(texts) - 1) + [contour.ETX]
        return [
            contour.encode_frame(number, text, end)
            for number, (text, end) in enumerate(zip(texts, ends, strict=True), 1)
        ]


def _result(number: int, drop: Drop) -> str:
    marks = {ABOVE: ">", BELOW: "<"}.get(drop.glucose, "B")
    return contour.encode_result(number, str(drop.glucose), "mg/dL", marks, drop.time)
