"""Maibobo (脉搏波) RBP-9804 arm cuff on a table: the one serial cuff found that a host can start.

Cable: USB to serial (Prolific PL2303, 067b:23c3), 9600 8N1. Answers *connect*; *start* inflates, live
pressure follows, then a result or an error; *stop* vents at any time and is safe to send twice. Gives
systolic, diastolic and pulse; where the mean lies in the frame is unknown. Its own vent is what helps
when the cable is lost: see the hazard log. Proved: one published result frame and two public readers;
never tried on a real device.
"""

from peripherals.devices.product import Manner, Product, SerialLine, UsbId
from peripherals.events import Fault, Role
from peripherals.protocols import rbp9804
from peripherals.protocols.rbp9804 import ErrorCode, Op

PRODUCT = Product(
    name="rbp9804",
    title="Maibobo RBP-9804",
    role=Role.CUFF,
    manufacturer="Maibobo",
    model="RBP-9804",
    protocol="rbp9804",
    lines=(SerialLine(9600),),
    decoder=rbp9804.decoder,
    manner=Manner.INFLATE,
    bridges=(UsbId(0x067B, 0x23C3),),
    connect=rbp9804.command(Op.CONNECT),
    start=rbp9804.command(Op.START),
    stop=rbp9804.command(Op.STOP),
    unknown_fault=Fault.CUFF_ERROR,
    fault_codes={
        ErrorCode.OVERPRESSURE: Fault.OVERPRESSURE,
        ErrorCode.LEAK_OR_SIGNAL: Fault.CUFF_LEAK_OR_SIGNAL,
        ErrorCode.LEAK_OR_SIGNAL_2: Fault.CUFF_LEAK_OR_SIGNAL,
        ErrorCode.SENSOR: Fault.CUFF_SENSOR,
        ErrorCode.DEFLATION: Fault.CUFF_DEFLATION,
        ErrorCode.LEAK: Fault.CUFF_LEAK,
        ErrorCode.MOTOR: Fault.CUFF_MOTOR,
    },
)
