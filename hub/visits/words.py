"""English words of codes, for the console and for notes in FHIR."""

from typing import Final

from contract.measurement import OFF_SCALE, Act, Measurement, Reason

REASONS: Final[dict[Reason, str]] = {
    Reason.UNSTABLE: "the value did not settle",
    Reason.LOW_PERFUSION: "weak blood flow in the finger",
    Reason.ARTEFACT: "movement disturbed the signal",
    Reason.FINGER_OUT: "the finger was out of the clip",
    Reason.SEARCHING: "the device was still searching for a pulse",
    Reason.WEAK_SIGNAL: "weak signal",
    Reason.LOW_ACCURACY_RANGE: "in a range where the device is less accurate",
    Reason.OUT_OF_RANGE: "outside what is possible",
    Reason.ASK_AGAIN: "unusual value, to be repeated",
    Reason.REST_SHORTENED: "the rest time was shortened",
    Reason.NOT_RESTED: "no rest before measuring",
    Reason.PULSE_DISAGREES: "oximeter and cuff disagree on the pulse",
    Reason.READINGS_DIFFER: "the readings differ from each other",
    Reason.IRREGULAR_PULSE: "irregular pulse",
    Reason.MOVEMENT: "movement during measuring",
    Reason.ONE_READING_ONLY: "one reading only",
    Reason.DEVICE_FAULT: "the device reported a fault",
    Reason.CLOCK_UNSURE: "the time may be wrong",
    Reason.CUFF_SIZE: "the cuff does not fit the arm",
    Reason.BAD_POSITION: "the cuff was not at the height of the heart",
    Reason.LOOSE_CUFF: "the cuff was too loose",
    Reason.BATTERY_LOW: "the device's battery is low",
    Reason.CALIBRATION_DUE: "the device's calibration is due",
    Reason.ESTIMATED: "predicted by the device, not measured to the end",
    Reason.DEVICE_TEST: "the device was in demo or test mode",
    Reason.FROM_MEMORY: "from the device's memory",
}


FLAGS: Final = {
    "high": f"{OFF_SCALE['high']}, above what it can measure",
    "low": f"{OFF_SCALE['low']}, below what it can measure",
    "from-memory": "from its memory",
    "clock-unsure": "its clock may be wrong",
    "demo": "demo mode",
    "test": "test mode",
    "beep": "beat heard",
}


def flag_words(measurement: Measurement) -> list[str]:
    """Return in words what the device itself said and the reasons do not; most flags are words already."""
    said = [f for f in measurement.flags if f.replace("-", "_") not in measurement.quality.reasons]
    return [FLAGS.get(flag, flag.replace("-", " ")) for flag in said]


def reason_words(reason: Reason) -> str:
    """Return a quality reason in words."""
    return REASONS[reason]


OBSERVED: Final[dict[Act, dict[str, str]]] = {
    Act.ALERTNESS: {
        "A": "Alert",
        "C": "New confusion",
        "V": "Answers to the voice only",
        "P": "Answers to pain only",
        "U": "Unresponsive",
    },
    Act.OXYGEN_USE: {"air": "Room air", "oxygen": "On oxygen"},
    Act.PAIN: {
        "signs": "Watched, can't say",
        "sounds": "moans, cries or gasps",
        "words": "says that it hurts",
        "face": "frowns, winces or clenches the teeth",
        "guarding": "holds or guards a part of the body",
    },
}
SKIPS: Final = {
    "do-not-want": "the patient did not want it",
    "hurts": "it hurts",
    "cannot": "the patient can't do it",
    "cannot-stand": "the patient can't stand safely",
    "no-cuff-fits": "no cuff fits the arm",
    "arms-excluded": "no arm may have a cuff",
    "device-missing": "the device is missing or broken",
    "gave-up": "given up after a failed attempt",
    "unmeasurable": "two attempts failed",
    "not-measured-here": "this station can't measure it",
    "no-guardian": "a minor, and no parent or guardian has agreed",
    "private": "private parts are not photographed at this station",
    "other": "another reason",
}


def observed_words(measurement: Measurement) -> str:
    """Return in words what staff saw; empty: nothing of that kind."""
    known = OBSERVED.get(measurement.act, {})
    said = [known.get(code, code) for code in measurement.observed]
    if measurement.observed == ("signs",):
        said.append("no sign of pain")
    return ": ".join([said[0], ", ".join(said[1:])]) if len(said) > 1 else "".join(said)


def skip_words(reason: str) -> str:
    """Return why a measurement was not made, in words."""
    return SKIPS.get(reason, reason)
