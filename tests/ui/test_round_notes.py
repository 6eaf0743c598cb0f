"""What the round's screens say of a clock that is not sure, and of notes made at the wrong bed."""

from dataclasses import replace
from datetime import UTC, datetime

import msgspec

from kiosk.rounds.clock import RoundClock
from ui.gallery import SCENES
from ui.inputs import Prefs
from ui.viewmodels import round as round_list


def test_a_clock_that_nothing_vouches_for_is_said_and_the_hubs_is_used_where_it_is_known() -> None:
    inputs = replace(SCENES["round_list"]("en").inputs(Prefs()), now=0.0, now_ns=0)
    wrong = round_list.derive(replace(inputs, clock=RoundClock("boot")))
    assert "clock here may be wrong" in wrong.notes[0]["text"] and "1970" in wrong.notes[0]["text"]
    assert "by this clock" in wrong.heading or "to see" in wrong.heading
    right = datetime(2026, 11, 24, 9, 30, tzinfo=UTC).timestamp()
    told = round_list.derive(replace(inputs, clock=RoundClock("boot", hub_at=right)))
    assert "clock" not in str(told.notes)
    assert told.parts == round_list.derive(replace(inputs, now=right)).parts != wrong.parts


def test_notes_of_the_wrong_bed_are_said_not_to_come_along() -> None:
    duty = SCENES["refiled"]("en")
    said = "Notes and pictures did not come along"
    inputs = duty.inputs(Prefs())
    assert said not in str(round_list.derive(inputs).notes)
    assert inputs.duty.undo is not None
    undo = msgspec.structs.replace(inputs.duty.undo, noted=True)
    noted = replace(inputs, duty=msgspec.structs.replace(inputs.duty, undo=undo))
    assert said in str(round_list.derive(noted).notes)
