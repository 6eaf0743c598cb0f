"""What a weak line costs, in words: the worse direction; no sound before a fault, nothing of a good line."""

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

from contract.control import MediaState
from kiosk.visit.parts import Call
from ui.viewmodels.call import status
from ui.viewmodels.line import STEPS, cost

GOOD = MediaState(camera="on", microphone="on", speaker="on", call="connected")


def told(**changes: str) -> str:
    media = msgspec.structs.replace(GOOD, **changes)
    return status(Call(state="connected", wanted=True, camera=True, media=media), hub_online=True)


@pytest.mark.parametrize("step", STEPS[1:])
def test_each_step_has_words_of_its_own_for_each_direction(qapp: QGuiApplication, step: str) -> None:
    going, coming = told(step_out=step), told(step_in=step)
    assert going
    assert coming
    assert going != coming
    assert told(step_out=step, step_in=step) == coming


def test_the_worse_direction_is_said_and_nothing_of_a_good_line(qapp: QGuiApplication) -> None:
    assert told() == ""
    assert told(step_out="text", step_in="smaller") == told(step_out="text")
    assert told(step_out="a step of a newer media") == ""
    assert cost(None) == ("", False)
    assert cost(msgspec.structs.replace(GOOD, call="lost", step_out="text")) == ("", False)


def test_no_sound_matters_more_than_a_fault_and_a_smaller_picture_less(qapp: QGuiApplication) -> None:
    fault = told(fault="camera-failed")
    assert told(fault="camera-failed", step_in="text") == told(step_in="text")
    assert told(fault="camera-failed", step_in="smaller") == fault
