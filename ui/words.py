"""Words for ids and codes: faults, reasons, meanings, mistakes. Every id has a sentence a patient can read.

Texts are marked for Qt Linguist here and translated when they are shown (context "Words").
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.measurement import OFF_SCALE, Act, Kind, Reason
from kiosk.visit import summary
from ui.mark import QT_TRANSLATE_NOOP

MISTAKES: Final = {
    "number-wrong": QT_TRANSLATE_NOOP("Words", "Please type a number."),
    "missing": QT_TRANSLATE_NOOP("Words", "Please fill this in."),
    "month-wrong": QT_TRANSLATE_NOOP("Words", "The month is a number from 1 to 12."),
    "day-wrong": QT_TRANSLATE_NOOP("Words", "This month does not have that day."),
    "year-wrong": QT_TRANSLATE_NOOP("Words", "The year has four digits, like 1948."),
    "name-missing": QT_TRANSLATE_NOOP("Words", "Please type your first or last name."),
    "name-too-long": QT_TRANSLATE_NOOP("Words", "This name is too long for us. Please shorten it."),
    "date-unreadable": QT_TRANSLATE_NOOP("Words", "We can't read this date. Please check it."),
    "date-in-future": QT_TRANSLATE_NOOP("Words", "This day is still to come. Please check the year."),
    "date-too-long-ago": QT_TRANSLATE_NOOP("Words", "This is too long ago. Please check the year."),
    "age-unreadable": QT_TRANSLATE_NOOP("Words", "Please type your age in years, like 67."),
    "arm-excluded": QT_TRANSLATE_NOOP("Words", "Your answers say: not this arm. Please take the other one."),
    "answer-not-taken": QT_TRANSLATE_NOOP("Words", "We can't use this answer. Please check it."),
    "value-impossible": QT_TRANSLATE_NOOP("Words", "This number can't be right. Please check it."),
    "one-unit-only": QT_TRANSLATE_NOOP("Words", "Please fill in one of the two: you choose the unit."),
    "upper-not-above-lower": QT_TRANSLATE_NOOP("Words", "The upper number must be more than the lower one."),
    "look-again": QT_TRANSLATE_NOOP("Words", "This is unusual. If it is right, touch Next once more."),
    "count-again": QT_TRANSLATE_NOOP("Words", "This count can't be right. Please count again."),
    "phone-unreadable": QT_TRANSLATE_NOOP("Words", "Please type a phone number with its area code."),
    "card-not-ours": QT_TRANSLATE_NOOP("Words", "This is not a Carepost card. Please try another one."),
    "card-not-matching": QT_TRANSLATE_NOOP("Words", "Card and birth date do not match. Please try again."),
    "code-unreadable": QT_TRANSLATE_NOOP("Words", "The code has six digits."),
    "phone-new": QT_TRANSLATE_NOOP("Words", "We found no earlier visit. Please type your name."),
    "proof-too-many": QT_TRANSLATE_NOOP("Words", "That did not match too often. Please type your name."),
    "could-not-look": QT_TRANSLATE_NOOP("Words", "We can't look that up now. Please type your name."),
    "badge-not-ours": QT_TRANSLATE_NOOP("Words", "This is not a staff badge. Please try another one."),
    "badge-not-the-same": QT_TRANSLATE_NOOP("Words", "This is not the badge that signed in."),
    "another-wristband": QT_TRANSLATE_NOOP(
        "Words", "This is another resident's wristband. Leave this one first."
    ),
    "band-unknown": QT_TRANSLATE_NOOP("Words", "Nobody on your list wears this. Please look for the name."),
    "the-same-resident": QT_TRANSLATE_NOOP("Words", "They are filed for this resident already."),
    "two-identifiers": QT_TRANSLATE_NOOP("Words", "Please check two things. The room is not one of them."),
    "still-saving": QT_TRANSLATE_NOOP("Words", "The picture is being saved. Please wait a moment."),
    "not-agreed": QT_TRANSLATE_NOOP("Words", "They did not agree. It was noted."),
    "not-matching": QT_TRANSLATE_NOOP("Words", "This does not match. Please try again, or start over."),
}
FAULTS: Final = {
    "not-connected": QT_TRANSLATE_NOOP("Words", "The device is not plugged in."),
    "unplugged": QT_TRANSLATE_NOOP("Words", "The device was unplugged."),
    "port-busy": QT_TRANSLATE_NOOP("Words", "Something else is using the device."),
    "port-denied": QT_TRANSLATE_NOOP("Words", "The station may not use the device yet."),
    "port-error": QT_TRANSLATE_NOOP("Words", "The device's cable does not work right."),
    "no-data": QT_TRANSLATE_NOOP("Words", "The device is silent."),
    "not-understood": QT_TRANSLATE_NOOP("Words", "We can't understand the device."),
    "unknown-product": QT_TRANSLATE_NOOP("Words", "The station does not know this device."),
    "two-alike": QT_TRANSLATE_NOOP(
        "Words", "Two devices look the same. The station must be told which to use."
    ),
    "no-bluetooth": QT_TRANSLATE_NOOP("Words", "The station's wireless link is switched off."),
    "busy": QT_TRANSLATE_NOOP("Words", "The device is not ready yet."),
    "stopped": QT_TRANSLATE_NOOP("Words", "You stopped the measurement. That is fine."),
    "no-finger": QT_TRANSLATE_NOOP("Words", "We saw no finger in the clip."),
    "probe-unplugged": QT_TRANSLATE_NOOP("Words", "The finger clip is not plugged in."),
    "no-signal": QT_TRANSLATE_NOOP("Words", "We could not find your pulse."),
    "no-result": QT_TRANSLATE_NOOP("Words", "No result came from the device."),
    "moved": QT_TRANSLATE_NOOP("Words", "You moved while it measured."),
    "battery": QT_TRANSLATE_NOOP("Words", "The device's battery is too weak to measure."),
    "overload": QT_TRANSLATE_NOOP("Words", "This is more than the scale can weigh."),
    "underload": QT_TRANSLATE_NOOP("Words", "The scale felt no weight on it."),
    "device-range": QT_TRANSLATE_NOOP("Words", "The value is too high or too low for this device."),
    "device-sensor": QT_TRANSLATE_NOOP("Words", "The device's sensor is missing or does not work."),
    "device-temperature": QT_TRANSLATE_NOOP("Words", "The device is too warm or too cold to work."),
    "test-strip": QT_TRANSLATE_NOOP("Words", "The test strip could not be read."),
    "device-error": QT_TRANSLATE_NOOP("Words", "The device reported a fault."),
    "no-answer": QT_TRANSLATE_NOOP("Words", "The device did not answer."),
    "overpressure": QT_TRANSLATE_NOOP("Words", "The pressure got too high, so the cuff let go."),
    "cuff-leak-or-signal": QT_TRANSLATE_NOOP("Words", "The cuff sits too loosely, or lets air out."),
    "cuff-sensor": QT_TRANSLATE_NOOP("Words", "The cuff's sensor does not work."),
    "cuff-deflation": QT_TRANSLATE_NOOP(
        "Words", "The cuff did not let its air out right. Please take it off."
    ),
    "cuff-leak": QT_TRANSLATE_NOOP("Words", "The cuff lets air out."),
    "cuff-motor": QT_TRANSLATE_NOOP("Words", "The cuff's pump does not work."),
    "cuff-error": QT_TRANSLATE_NOOP("Words", "The cuff reported a fault."),
    "cuff-implausible": QT_TRANSLATE_NOOP("Words", "The cuff gave a result that can't be right."),
    "cuff-timeout": QT_TRANSLATE_NOOP("Words", "The measurement took too long, so we stopped it."),
    "cuff-must-rest": QT_TRANSLATE_NOOP("Words", "Your arm needs a rest of ten minutes."),
    "cuff-holds": QT_TRANSLATE_NOOP("Words", "The cuff keeps its air. Open it by hand now."),
    "cuff-pressure-limit": QT_TRANSLATE_NOOP("Words", "The pressure got too high, so we stopped."),
    "station-restarted": QT_TRANSLATE_NOOP("Words", "The station had to start again. Nothing was lost."),
    "core-lost": QT_TRANSLATE_NOOP("Words", "A part of the station stopped. It is starting again."),
    "unmeasurable": QT_TRANSLATE_NOOP("Words", "We tried twice, and could not measure it well."),
    "not-measured-here": QT_TRANSLATE_NOOP("Words", "This station can't do that yet."),
    "not-reliable": QT_TRANSLATE_NOOP("Words", "The reading was not good enough."),
    "camera-missing": QT_TRANSLATE_NOOP("Words", "The camera is not connected. They can still hear you."),
    "camera-failed": QT_TRANSLATE_NOOP("Words", "The camera does not work. They can still hear you."),
    "microphone-missing": QT_TRANSLATE_NOOP(
        "Words", "The microphone is not connected. You can write to the provider."
    ),
    "microphone-failed": QT_TRANSLATE_NOOP(
        "Words", "The microphone does not work. You can write to the provider."
    ),
    "microphone-silent": QT_TRANSLATE_NOOP(
        "Words", "The microphone hears nothing. Is it switched off? You can write to the provider."
    ),
    "microphone-clipping": QT_TRANSLATE_NOOP(
        "Words", "You are too loud for the microphone. Please sit back a little."
    ),
    "microphone-hum": QT_TRANSLATE_NOOP(
        "Words", "The microphone hums. You can still talk. Please tell a person here."
    ),
    "stethoscope-missing": QT_TRANSLATE_NOOP(
        "Words", "This station has no stethoscope, or it is not plugged in."
    ),
    "stethoscope-failed": QT_TRANSLATE_NOOP("Words", "The stethoscope does not work. Is it plugged in?"),
    "no-room": QT_TRANSLATE_NOOP(
        "Words", "The station's memory is full. It can take no pictures or sounds now."
    ),
    "no-guardian": QT_TRANSLATE_NOOP(
        "Words", "We take pictures of a minor only if a parent or guardian says yes. Is one with you?"
    ),
    "no-picture": QT_TRANSLATE_NOOP("Words", "The camera gave no picture. Please try again."),
    "camera-busy": QT_TRANSLATE_NOOP("Words", "A picture is being taken already."),
    "clip-too-short": QT_TRANSLATE_NOOP("Words", "That was too short. Please film again."),
    "sound-too-short": QT_TRANSLATE_NOOP("Words", "That was too short. Please record again."),
    "sound-busy": QT_TRANSLATE_NOOP("Words", "A sound is being recorded already."),
    "media-restarted": QT_TRANSLATE_NOOP("Words", "A part of the station started again. Please try again."),
    "not-handed-over": QT_TRANSLATE_NOOP("Words", "That went wrong here. Please try again."),
    "aim-over": QT_TRANSLATE_NOOP("Words", "The recording was stopped."),
    "speaker-missing": QT_TRANSLATE_NOOP(
        "Words", "The speaker is not connected. The provider can write to you."
    ),
    "speaker-failed": QT_TRANSLATE_NOOP("Words", "The speaker does not work. The provider can write to you."),
    "call-refused": QT_TRANSLATE_NOOP("Words", "The call could not start. We are trying again."),
    "call-failed": QT_TRANSLATE_NOOP("Words", "No way to the provider was found. We are trying again."),
    "no-relay": QT_TRANSLATE_NOOP("Words", "The network here blocks the call. We are trying again."),
    "call-lost": QT_TRANSLATE_NOOP("Words", "The connection broke. We are calling again."),
    "journal-full": QT_TRANSLATE_NOOP("Words", "This visit has become too long for the station."),
}
REMEDIES: Final = {
    "plug-in": QT_TRANSLATE_NOOP("Words", "Please plug its cable in."),
    "check-cable": QT_TRANSLATE_NOOP("Words", "Please check that its cable sits tight."),
    "switch-on": QT_TRANSLATE_NOOP("Words", "Please switch the device on."),
    "call-technician": QT_TRANSLATE_NOOP(
        "Words", "You can't mend this yourself. Please ask somebody to help."
    ),
    "put-finger-in": QT_TRANSLATE_NOOP("Words", "Please put your finger in the clip."),
    "hold-still": QT_TRANSLATE_NOOP("Words", "Please hold still and don't talk."),
    "warm-hand": QT_TRANSLATE_NOOP("Words", "Please rub your hands warm, then try again."),
    "refit-cuff": QT_TRANSLATE_NOOP("Words", "Please put the cuff on again, snugly."),
    "wait": QT_TRANSLATE_NOOP("Words", "Please wait, then try again."),
    "try-again": QT_TRANSLATE_NOOP("Words", "Please try again."),
    "charge": QT_TRANSLATE_NOOP("Words", "Please charge the device, or change its battery."),
    "use-device": QT_TRANSLATE_NOOP("Words", "Please measure with the device. Then wait for its result."),
    "step-off-and-on": QT_TRANSLATE_NOOP("Words", "Please step off the scale, wait, and step on again."),
    "new-strip": QT_TRANSLATE_NOOP("Words", "Please take a new test strip."),
    "open-cuff": QT_TRANSLATE_NOOP("Words", "Please open the cuff by hand and take it off."),
}
REASONS: Final[dict[Reason, str]] = {
    Reason.UNSTABLE: QT_TRANSLATE_NOOP("Words", "The value kept changing."),
    Reason.LOW_PERFUSION: QT_TRANSLATE_NOOP("Words", "Little blood flows in the finger. Warm your hand."),
    Reason.ARTEFACT: QT_TRANSLATE_NOOP("Words", "Movement disturbed the reading."),
    Reason.FINGER_OUT: QT_TRANSLATE_NOOP("Words", "The finger was not in the clip."),
    Reason.SEARCHING: QT_TRANSLATE_NOOP("Words", "The pulse was hard to find."),
    Reason.WEAK_SIGNAL: QT_TRANSLATE_NOOP("Words", "The signal was weak."),
    Reason.LOW_ACCURACY_RANGE: QT_TRANSLATE_NOOP("Words", "This clip is less exact at such low values."),
    Reason.OUT_OF_RANGE: QT_TRANSLATE_NOOP("Words", "The value can't be right."),
    Reason.ASK_AGAIN: QT_TRANSLATE_NOOP("Words", "The value is unusual. It should be measured again."),
    Reason.REST_SHORTENED: QT_TRANSLATE_NOOP("Words", "The rest before was short."),
    Reason.NOT_RESTED: QT_TRANSLATE_NOOP("Words", "You did not rest before. It may be too high."),
    Reason.PULSE_DISAGREES: QT_TRANSLATE_NOOP("Words", "Clip and cuff counted different pulses."),
    Reason.READINGS_DIFFER: QT_TRANSLATE_NOOP("Words", "The readings differ from each other."),
    Reason.IRREGULAR_PULSE: QT_TRANSLATE_NOOP("Words", "The pulse was not even."),
    Reason.MOVEMENT: QT_TRANSLATE_NOOP("Words", "Movement disturbed the reading."),
    Reason.ONE_READING_ONLY: QT_TRANSLATE_NOOP("Words", "This is from one reading only."),
    Reason.DEVICE_FAULT: QT_TRANSLATE_NOOP("Words", "The device reported a fault."),
    Reason.CLOCK_UNSURE: QT_TRANSLATE_NOOP("Words", "The time may be wrong."),
    Reason.CUFF_SIZE: QT_TRANSLATE_NOOP("Words", "The cuff does not fit this arm."),
    Reason.BAD_POSITION: QT_TRANSLATE_NOOP("Words", "The cuff was not as high as your heart."),
    Reason.LOOSE_CUFF: QT_TRANSLATE_NOOP("Words", "The cuff was too loose."),
    Reason.BATTERY_LOW: QT_TRANSLATE_NOOP("Words", "The device's battery is low."),
    Reason.CALIBRATION_DUE: QT_TRANSLATE_NOOP("Words", "It is time to have this device checked."),
    Reason.ESTIMATED: QT_TRANSLATE_NOOP("Words", "The device worked out the value before it was sure."),
    Reason.DEVICE_TEST: QT_TRANSLATE_NOOP("Words", "The device was in test mode. This is no real value."),
    Reason.FROM_MEMORY: QT_TRANSLATE_NOOP("Words", "The device had stored this before."),
}
MEANINGS: Final = {
    summary.VERY_LOW: QT_TRANSLATE_NOOP("Words", "Very low. Somebody should check you now."),
    summary.LOW: QT_TRANSLATE_NOOP("Words", "Low. Talk to a provider about it."),
    summary.A_LITTLE_LOW: QT_TRANSLATE_NOOP("Words", "A little low. Ask the provider."),
    summary.IN_RANGE: QT_TRANSLATE_NOOP("Words", "In the usual range for adults."),
    summary.A_LITTLE_HIGH: QT_TRANSLATE_NOOP("Words", "A little high. Ask the provider."),
    summary.HIGH: QT_TRANSLATE_NOOP("Words", "High. Talk to a provider about it."),
    summary.VERY_HIGH: QT_TRANSLATE_NOOP("Words", "Very high. Somebody should check you now."),
    summary.ASK_PROVIDER: QT_TRANSLATE_NOOP("Words", "The provider will tell you what this means for you."),
    summary.NO_MEANING: QT_TRANSLATE_NOOP("Words", "Not measured well. Don't rely on this number."),
    summary.NOT_MEASURED: QT_TRANSLATE_NOOP("Words", "Not measured."),
}
NAMES: Final = {
    "oxygen": QT_TRANSLATE_NOOP("Words", "Oxygen (SpO2)"),
    "pulse": QT_TRANSLATE_NOOP("Words", "Pulse"),
    "blood-pressure": QT_TRANSLATE_NOOP("Words", "Blood pressure"),
    "temperature": QT_TRANSLATE_NOOP("Words", "Temperature"),
    "weight": QT_TRANSLATE_NOOP("Words", "Weight"),
    "height": QT_TRANSLATE_NOOP("Words", "Height"),
    "glucose": QT_TRANSLATE_NOOP("Words", "Blood sugar"),
    "heart-rate": QT_TRANSLATE_NOOP("Words", "Heart rate"),
    "breathing": QT_TRANSLATE_NOOP("Words", "Breathing"),
    "pain": QT_TRANSLATE_NOOP("Words", "Pain"),
    "alertness": QT_TRANSLATE_NOOP("Words", "How awake you are"),
    "oxygen-use": QT_TRANSLATE_NOOP("Words", "Air or oxygen"),
}
SKIPPED: Final = {  # why there is no number, beside the results
    "do-not-want": QT_TRANSLATE_NOOP("Words", "You did not want it."),
    "hurts": QT_TRANSLATE_NOOP("Words", "It hurts."),
    "cannot": QT_TRANSLATE_NOOP("Words", "You could not do it."),
    "cannot-stand": QT_TRANSLATE_NOOP("Words", "You can't stand safely."),
    "no-cuff-fits": QT_TRANSLATE_NOOP("Words", "No cuff fits your arm."),
    "arms-excluded": QT_TRANSLATE_NOOP("Words", "A cuff should not go on either arm."),
    "device-missing": QT_TRANSLATE_NOOP("Words", "The device did not work. The staff know."),
    "gave-up": QT_TRANSLATE_NOOP("Words", "It did not work, and you went on."),
    "unmeasurable": QT_TRANSLATE_NOOP("Words", "We tried twice, and could not measure it well."),
}
STAFF: Final = {
    "nurse": QT_TRANSLATE_NOOP("Words", "Nurse"),
    "aide": QT_TRANSLATE_NOOP("Words", "Aide"),
    "physician": QT_TRANSLATE_NOOP("Words", "Doctor"),
    "pharmacist": QT_TRANSLATE_NOOP("Words", "Pharmacist"),
    "other-staff": QT_TRANSLATE_NOOP("Words", "Other staff"),
}
OBSERVED: Final[dict[Act, dict[str, str]]] = {
    Act.ALERTNESS: {
        "A": QT_TRANSLATE_NOOP("Words", "Awake and clear"),
        "C": QT_TRANSLATE_NOOP("Words", "Newly confused"),
        "V": QT_TRANSLATE_NOOP("Words", "Answers only when spoken to"),
        "P": QT_TRANSLATE_NOOP("Words", "Answers only to pain"),
        "U": QT_TRANSLATE_NOOP("Words", "Does not answer at all"),
    },
    Act.OXYGEN_USE: {
        "air": QT_TRANSLATE_NOOP("Words", "Breathes air"),
        "oxygen": QT_TRANSLATE_NOOP("Words", "Gets oxygen"),
    },
    Act.PAIN: {
        "sounds": QT_TRANSLATE_NOOP("Words", "Moans, cries or gasps"),
        "words": QT_TRANSLATE_NOOP("Words", "Says that it hurts"),
        "face": QT_TRANSLATE_NOOP("Words", "Frowns, winces or clenches the teeth"),
        "guarding": QT_TRANSLATE_NOOP("Words", "Holds or guards a part of the body"),
    },
}
SITES: Final = {  # of temperatures: the number means nothing without it
    "oral": QT_TRANSLATE_NOOP("Words", "Taken in the mouth."),
    "axillary": QT_TRANSLATE_NOOP("Words", "Taken under the arm."),
    "rectal": QT_TRANSLATE_NOOP("Words", "Taken in the bottom."),
    "tympanic": QT_TRANSLATE_NOOP("Words", "Taken in the ear."),
    "ear": QT_TRANSLATE_NOOP("Words", "Taken in the ear."),
    "forehead": QT_TRANSLATE_NOOP("Words", "Taken on the forehead."),
    "finger": QT_TRANSLATE_NOOP("Words", "Taken on a finger."),
    "toe": QT_TRANSLATE_NOOP("Words", "Taken on a toe."),
    "body": QT_TRANSLATE_NOOP("Words", "Taken on the skin."),
}
OFF_SCALES: Final = {
    "high": QT_TRANSLATE_NOOP("Words", "It is more than the device can measure."),
    "low": QT_TRANSLATE_NOOP("Words", "It is less than the device can measure."),
}
ATTENTIONS: Final = {  # what a device that works wants somebody to see to
    "battery-low": QT_TRANSLATE_NOOP("Words", "The device's battery is low."),
    "clock-wrong": QT_TRANSLATE_NOOP("Words", "The device's clock is wrong."),
    "calibration-due": QT_TRANSLATE_NOOP("Words", "It is time to have this device checked."),
}
ARMS: Final = {
    "left-upper-arm": QT_TRANSLATE_NOOP("Words", "Left arm"),
    "right-upper-arm": QT_TRANSLATE_NOOP("Words", "Right arm"),
}
SIZES: Final = {
    "small-adult": QT_TRANSLATE_NOOP("Words", "Small"),
    "adult": QT_TRANSLATE_NOOP("Words", "Medium"),
    "large": QT_TRANSLATE_NOOP("Words", "Large"),
    "extra-large": QT_TRANSLATE_NOOP("Words", "Extra large"),
}
DISPOSITIONS: Final = {
    "self-care": QT_TRANSLATE_NOOP("Words", "You can care for yourself at home."),
    "in-person": QT_TRANSLATE_NOOP("Words", "Please go and see somebody in person."),
    "follow-up": QT_TRANSLATE_NOOP("Words", "Please come back for a check."),
}


def say(table: "dict[str, str] | dict[Reason, str]", key: str, fallback: str = "") -> str:
    """Return an id's words in the language of the screen; without words of its own, the fallback's."""
    text = table.get(key) or fallback  # type: ignore[call-overload]
    return QCoreApplication.translate("Words", text) if text else ""


def fault(name: str) -> str:
    """Return a fault's words."""
    return say(FAULTS, name, QT_TRANSLATE_NOOP("Words", "The device reported a fault."))


def helps(fault_words: str, remedy: str) -> str:
    """Return a fault's words with what to do about it, where there is something."""
    return " ".join(text for text in (fault_words, say(REMEDIES, remedy)) if text)


def unit(code: str, kind: Kind | None = None) -> str:
    """Return a UCUM unit as people read it."""
    beats = QCoreApplication.translate("Words", "beats a minute")
    breaths = QCoreApplication.translate("Words", "breaths a minute")
    of_ten = QCoreApplication.translate("Words", "of 10")
    each = {
        "mm[Hg]": "mmHg",
        "/min": breaths if kind is Kind.RESPIRATORY_RATE else beats,
        "Cel": "°C",
        "[degF]": "°F",
        "[lb_av]": "lb",
        "[in_i]": "in",
        "{score}": of_ten,
    }
    return each.get(code, code)


def observed(act: Act, codes: tuple[str, ...]) -> str:
    """Return what staff saw, in words."""
    known = OBSERVED.get(act, {})
    seen = [say(known, code) for code in codes if code in known]
    if act is Act.PAIN and not seen:
        return QCoreApplication.translate("Words", "No sign of pain")
    return ", ".join(seen)


def staff(by: str) -> str:
    """Return who entered something: the role in words, and the name as it was given."""
    role, _, name = by.partition(", ")
    return f"{say(STAFF, role, role)}, {name}" if name else by


def off_scale(code: str) -> str:
    """Return what a meter shows in the place of a number."""
    return OFF_SCALE.get(code, "")
