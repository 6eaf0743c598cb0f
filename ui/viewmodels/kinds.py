"""The words and the picture of every kind of measurement (the kinds are rows of `kiosk/visit/kinds.py`).

A thermometer's depend on where it measures, as its profile says. Text is translated when it is shown (context
"Kinds").
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from contract.measurement import Act
from kiosk.visit.kinds import of_screen
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP


class Drawn(NamedTuple):
    """A picture and what it shows, for who can't see it."""

    name: str
    words: str


class KindWords(NamedTuple):
    """`step`: the measurement's name. `doing`: what to do now, and `signs`: one word, by Progress's phase.

    `cannot`: a button for who can't do this safely: the reason of model.SKIP_REASONS, and its words.
    """

    step: str
    heading: str
    lines: tuple[str, ...]
    why: str
    picture: Drawn
    doing: Mapping[str, str]
    signs: Mapping[str, str] = MappingProxyType({})
    start: str = QT_TRANSLATE_NOOP("Kinds", "Start")
    cannot: tuple[str, str] = ("", "")


MOUTH: Final = Drawn(
    "thermometer-mouth", QT_TRANSLATE_NOOP("Kinds", "A thermometer under the tongue, lips closed")
)
ARMPIT: Final = Drawn(
    "thermometer-armpit", QT_TRANSLATE_NOOP("Kinds", "A thermometer in the armpit, the arm pressed down")
)
EAR: Final = Drawn("thermometer-ear", QT_TRANSLATE_NOOP("Kinds", "A thermometer in the ear"))
FOREHEAD: Final = Drawn(
    "thermometer-forehead", QT_TRANSLATE_NOOP("Kinds", "A thermometer held before the forehead")
)
SOMEWHERE: Final = Drawn("thermometer", QT_TRANSLATE_NOOP("Kinds", "A thermometer with its display"))
THERMOMETERS: Final[dict[str, tuple[str, Drawn]]] = {
    "oral": (QT_TRANSLATE_NOOP("Kinds", "Put the thermometer under your tongue."), MOUTH),
    "axillary": (QT_TRANSLATE_NOOP("Kinds", "Put the thermometer in your armpit."), ARMPIT),
    "tympanic": (QT_TRANSLATE_NOOP("Kinds", "Put the thermometer in your ear."), EAR),
    "ear": (QT_TRANSLATE_NOOP("Kinds", "Put the thermometer in your ear."), EAR),
    "forehead": (QT_TRANSLATE_NOOP("Kinds", "Hold the thermometer to your forehead."), FOREHEAD),
}
WORDS: Final[dict[Act, KindWords]] = {
    Act.OXIMETRY: KindWords(
        QT_TRANSLATE_NOOP("Kinds", "Oxygen"),
        QT_TRANSLATE_NOOP("Kinds", "Put one finger into the clip."),
        (
            QT_TRANSLATE_NOOP("Kinds", "Use a warm hand. Nail polish makes it less exact."),
            QT_TRANSLATE_NOOP("Kinds", "Rest your hand on the table and keep still."),
        ),
        QT_TRANSLATE_NOOP("Kinds", "It shines light through your finger and does not hurt."),
        Drawn("finger-in-clip", QT_TRANSLATE_NOOP("Kinds", "A finger in the clip, nail up")),
        {},  # the oximeter has a screen of its own
    ),
    Act.BLOOD_PRESSURE: KindWords(
        QT_TRANSLATE_NOOP("Kinds", "Blood pressure"),
        "",  # the cuff has screens of its own
        (),
        "",
        Drawn("cuff-on-arm", QT_TRANSLATE_NOOP("Kinds", "A cuff on the upper arm, the tube pointing down")),
        {},
    ),
    Act.TEMPERATURE: KindWords(
        QT_TRANSLATE_NOOP("Kinds", "Temperature"),
        QT_TRANSLATE_NOOP("Kinds", "Take the thermometer."),
        (
            QT_TRANSLATE_NOOP("Kinds", "Put a new cover on it first, if it has one."),
            QT_TRANSLATE_NOOP("Kinds", "Hot or cold drinks change the number. Wait 15 minutes after one."),
        ),
        QT_TRANSLATE_NOOP("Kinds", "It tells us if you have a fever."),
        SOMEWHERE,
        {
            "use-device": QT_TRANSLATE_NOOP("Kinds", "Measure now. Wait until it beeps."),
            "settling": QT_TRANSLATE_NOOP("Kinds", "Very good. Keep still."),
            "hold-still": QT_TRANSLATE_NOOP("Kinds", "Please keep still. Don't talk."),
            "accepted": QT_TRANSLATE_NOOP("Kinds", "Done. You can put the thermometer back."),
        },
    ),
    Act.WEIGHT: KindWords(
        QT_TRANSLATE_NOOP("Kinds", "Weight"),
        QT_TRANSLATE_NOOP("Kinds", "Can you stand safely on your own?"),
        (
            QT_TRANSLATE_NOOP("Kinds", "Take off your shoes and your coat. Empty your pockets."),
            QT_TRANSLATE_NOOP("Kinds", "Then touch Start, and step on the scale."),
        ),
        QT_TRANSLATE_NOOP("Kinds", "Your weight shows if your body holds water."),
        Drawn(
            "on-the-scale", QT_TRANSLATE_NOOP("Kinds", "A person standing still on a scale, without shoes")
        ),
        {
            "no-finger": QT_TRANSLATE_NOOP("Kinds", "Please step on the scale now."),
            "searching": QT_TRANSLATE_NOOP("Kinds", "Please stand in the middle of the scale."),
            "use-device": QT_TRANSLATE_NOOP("Kinds", "Please step on the scale now."),
            "hold-still": QT_TRANSLATE_NOOP("Kinds", "Please stand still."),
            "settling": QT_TRANSLATE_NOOP("Kinds", "Very good. Stand still."),
            "accepted": QT_TRANSLATE_NOOP("Kinds", "Done. You can step off. Hold on if you need to."),
        },
        {"no-finger": QT_TRANSLATE_NOOP("Kinds", "Nobody on the scale")},
        cannot=("cannot-stand", QT_TRANSLATE_NOOP("Kinds", "No, I can't stand safely")),
    ),
    Act.GLUCOSE: KindWords(
        QT_TRANSLATE_NOOP("Kinds", "Blood sugar"),
        QT_TRANSLATE_NOOP("Kinds", "Wash your hands and dry them well."),
        (
            QT_TRANSLATE_NOOP("Kinds", "Take a new needle. Never use one that somebody has used."),
            QT_TRANSLATE_NOOP("Kinds", "Put a new test strip into the meter."),
            QT_TRANSLATE_NOOP("Kinds", "You can ask a person to do this for you."),
        ),
        QT_TRANSLATE_NOOP("Kinds", "One small drop of blood shows how much sugar is in it."),
        Drawn(
            "blood-sugar",
            QT_TRANSLATE_NOOP("Kinds", "A drop of blood on a fingertip, and a meter with a strip"),
        ),
        {
            "use-device": QT_TRANSLATE_NOOP(
                "Kinds", "Prick the side of a fingertip. Touch the drop with the strip."
            ),
            "settling": QT_TRANSLATE_NOOP("Kinds", "Very good. The meter is working."),
            "accepted": QT_TRANSLATE_NOOP("Kinds", "Done. Put the needle in the sharps box."),
        },
    ),
    Act.HEART_RATE: KindWords(
        QT_TRANSLATE_NOOP("Kinds", "Heart rate"),
        QT_TRANSLATE_NOOP("Kinds", "Put the strap around your chest, on your skin."),
        (
            QT_TRANSLATE_NOOP("Kinds", "Wet the two pads a little. The sensor goes in the middle."),
            QT_TRANSLATE_NOOP("Kinds", "Then sit still and breathe calmly."),
        ),
        QT_TRANSLATE_NOOP("Kinds", "It feels the beat of your heart. It does not hurt."),
        Drawn(
            "chest-strap", QT_TRANSLATE_NOOP("Kinds", "A strap around the chest, the sensor in the middle")
        ),
        {
            "no-finger": QT_TRANSLATE_NOOP("Kinds", "Please press the strap to your skin."),
            "searching": QT_TRANSLATE_NOOP("Kinds", "Please sit still and breathe calmly."),
            "hold-still": QT_TRANSLATE_NOOP("Kinds", "Please sit still and don't talk."),
            "use-device": QT_TRANSLATE_NOOP("Kinds", "Please measure with the device now."),
            "settling": QT_TRANSLATE_NOOP("Kinds", "Very good. Keep still."),
            "accepted": QT_TRANSLATE_NOOP("Kinds", "Done. You can take the strap off."),
        },
        {"no-finger": QT_TRANSLATE_NOOP("Kinds", "No heartbeat found")},
    ),
}


def tr(text: str) -> str:
    """Return a text of a kind in the screen's language."""
    return QCoreApplication.translate("Kinds", text) if text else ""


def of(inputs: Inputs, act: Act) -> KindWords:
    """Return a kind's words; a thermometer's by where it measures."""
    words = WORDS[act]
    device = inputs.state.device("thermometer") if act is Act.TEMPERATURE else None
    if device is None or device.site not in THERMOMETERS:
        return words
    heading, picture = THERMOMETERS[device.site]
    drink = words.lines[:2] if device.site == "oral" else words.lines[:1]
    return words._replace(heading=heading, picture=picture, lines=drink)


def on_screen(inputs: Inputs) -> Act | None:
    """Return the kind that any screen of measuring is for."""
    return of_screen(inputs.state)


def shown(inputs: Inputs) -> Act | None:
    """Return the kind that a guided screen is for."""
    item = inputs.state.item
    return Act(item) if item in tuple(Act) else None
