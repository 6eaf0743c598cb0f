"""View models: QML hears of what changed and of nothing else; lists come as lists at every depth."""

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from contract.measurement import Act
from kiosk.visit.rehearsal import Rehearsal
from ui.app import App
from ui.gallery import SCENES
from ui.inputs import Prefs
from ui.viewmodels.base import view_model


@dataclass(frozen=True)
class TeaProps:
    name: str = ""
    hot: bool = False
    leaves: tuple[dict[str, Any], ...] = ()


TeaView = view_model(TeaProps)


def test_only_what_changed_is_told(qapp: QGuiApplication) -> None:
    view: Any = TeaView()
    told: list[str] = []
    for name in ("name", "hot", "leaves"):
        getattr(view, f"{name}Changed").connect(lambda name=name: told.append(name))
    assert view.publish(TeaProps("green", leaves=({"n": (1, 2)},))) == ("name", "leaves")
    assert told == ["name", "leaves"]
    assert view.publish(TeaProps("green", leaves=({"n": (1, 2)},))) == ()
    assert told == ["name", "leaves"]
    assert view.property("leaves") == [{"n": [1, 2]}]


@pytest.mark.parametrize("name", sorted(SCENES))
def test_the_same_state_twice_changes_nothing(qapp: QGuiApplication, name: str) -> None:
    scene = SCENES[name]("en")
    app = App(lambda: scene.visit.context)
    app.publish(scene.inputs(Prefs()))
    told: list[str] = []
    for view in app.views.values():
        for field in vars(view.props):
            getattr(view, f"{field}Changed").connect(lambda field=field: told.append(field))
    app.publish(scene.inputs(Prefs()))
    assert not told


def test_a_moving_number_moves_only_the_measuring(qapp: QGuiApplication) -> None:
    before, after = SCENES["oximeter_settling"]("en"), SCENES["oximeter_hold_still"]("en")
    app = App(lambda: before.visit.context)
    app.publish(before.inputs(Prefs()))
    props = {name: view.props for name, view in app.views.items()}
    app.publish(after.inputs(Prefs()))
    assert {name for name, view in app.views.items() if view.props != props[name]} == {"measure"}


def test_nothing_of_the_visit_is_shown_before_the_privacy_check(qapp: QGuiApplication) -> None:
    for name in ("results", "plan", "question_many", "stored_callback", "name", "call_chat"):
        scene = SCENES[name]("en")
        visit: Rehearsal = scene.visit
        assert visit.state.visit is not None
        visit.resume()
        app = App(lambda visit=visit: visit.context)  # type: ignore[misc]
        app.publish(scene.inputs(Prefs()))
        shown = repr([vars(view.props) for view in app.views.values()])
        for secret in ("Ana", "Ruiz", "1950", "122/78", "555 0199", "Drink enough", "Since yesterday"):
            assert secret not in shown, (name, secret)


def test_a_reading_that_is_not_good_enough_is_not_called_usual(qapp: QGuiApplication) -> None:
    scene = SCENES["results_mixed"]("en")
    app = App(lambda: scene.visit.context)
    app.publish(scene.inputs(Prefs()))
    rows = {row["id"]: row for row in app.views["results"].props.rows}
    poor = rows["blood-pressure"]
    assert not poor["reliable"]
    assert (poor["tone"], poor["meaning"]) == ("muted", "Not measured well. Don't rely on this number.")
    assert rows["oxygen"]["reliable"]
    assert Act.BLOOD_PRESSURE not in scene.visit.state.to_measure


def test_every_reading_says_when_and_with_what(qapp: QGuiApplication) -> None:
    scene = SCENES["results"]("en")
    app = App(lambda: scene.visit.context)
    app.publish(scene.inputs(Prefs()))
    for row in app.views["results"].props.rows:
        assert any("Measured at" in line for line in row["details"])
        assert row["unit"]
        assert row["meaning"] == "In the usual range for adults."
