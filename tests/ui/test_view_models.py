"""View models: QML hears of what changed and of nothing else; lists come as lists at every depth."""

from dataclasses import dataclass, replace
from typing import Any

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

from contract import instruments
from contract.measurement import Act
from kiosk.visit import events as e
from kiosk.visit.model import VISIT_ACTS
from kiosk.visit.parts import Fired
from kiosk.visit.rehearsal import Rehearsal
from kiosk.visit.summary import rows
from peripherals.events import Phase
from ui.app import App
from ui.gallery import SCENES
from ui.inputs import Live, Prefs
from ui.plan_pdf import page
from ui.viewmodels import pages
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


def shown(name: str, view: str, language: str = "en") -> Any:
    scene = SCENES[name](language)
    app = App(lambda: scene.visit.context)
    app.publish(scene.inputs(Prefs()))
    return app.views[view].props


def test_what_came_in_beside_is_shown_with_unit_site_and_no_meaning(qapp: QGuiApplication) -> None:
    rows = {row["id"]: row for row in shown("results_beside", "results").rows}
    said = {name: f"{row['name']} {row['value']} {row['unit']}".strip() for name, row in rows.items()}
    assert said["temperature"] == "Temperature 37.2 °C"
    assert said["weight"] == "Weight 72.5 kg"
    assert said["height"] == "Height 170 cm"
    assert said["glucose"] == "Blood sugar HI"
    assert said["heart-rate"] == "Heart rate 74 beats a minute"
    for name in ("temperature", "weight", "height", "glucose", "heart-rate"):
        assert rows[name]["meaning"] == "The provider will tell you what this means for you."
        assert rows[name]["reliable"]
    assert rows["temperature"]["details"][:2] == ("That is 99.0 °F.", "Taken in the mouth.")
    assert rows["weight"]["details"][0] == "That is 159.8 pounds."
    assert rows["glucose"]["details"][0] == "It is more than the device can measure."


def test_what_came_in_beside_is_on_the_page_to_take_home(qapp: QGuiApplication) -> None:
    scene = SCENES["results_beside"]("en")
    scene.visit.plan()
    printed = page(scene.inputs(Prefs()), rows(scene.visit.state, scene.visit.context))
    assert "Temperature: 37.2 °C. The provider will tell you" in printed
    assert "Blood sugar: HI. The provider will tell you" in printed


@pytest.mark.parametrize(
    ("name", "heading", "do"),
    [
        ("problem", "We could not find your pulse.", "Please rub your hands warm, then try again."),
        ("problem_unplugged", "The device was unplugged.", "Please plug its cable in."),
    ],
)
def test_a_problem_says_what_happened_and_what_to_do(
    qapp: QGuiApplication, name: str, heading: str, do: str
) -> None:
    page_shown = shown(name, "page")
    assert page_shown.heading == heading
    assert page_shown.lines[0] == do


def test_a_refused_wish_says_why_and_what_would_help(qapp: QGuiApplication) -> None:
    refused = shown("call_refused", "call").refusal
    assert refused == "The device was unplugged. Please plug its cable in."
    not_here = shown("call_not_here", "call").refusal
    assert not_here == ("The provider asks: may we measure your blood sugar? This station can't do that yet.")


def test_a_device_that_wants_something_says_so_and_measures_all_the_same(qapp: QGuiApplication) -> None:
    notes = [note["text"] for note in shown("oximeter_attention", "page").notes]
    assert notes[-2:] == ["The device's battery is low.", "It is time to have this device checked."]
    scene = SCENES["oximeter_attention"]("en")
    scene.visit.do(e.Continued)
    assert scene.visit.state.running is not None


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("act", VISIT_ACTS)
def test_every_phase_a_device_may_report_has_words(qapp: QGuiApplication, act: Act, phase: str) -> None:
    scene = SCENES["oximeter_searching" if act is Act.OXIMETRY else "cuff_measure"]("en")
    progress = instruments.Progress(act=act, phase=phase)
    app = App(lambda: scene.visit.context)
    app.publish(replace(scene, live=Live(None, progress)).inputs(Prefs()))
    assert app.views["measure"].props.quality
    assert app.views["measure"].props.instruction


def test_low_sugar_says_what_to_do_until_somebody_comes(qapp: QGuiApplication) -> None:
    scene = SCENES["offer_call"]("es")
    inputs = scene.inputs(Prefs(language="es"))
    assert "azúcar" not in repr(pages.derive(inputs).notes)
    state = msgspec.structs.replace(inputs.state, fired=(Fired("rf-21", "P", "", ""),))
    low = replace(inputs, state=state, context=scene.visit.context)
    said = [note["text"] for note in pages.derive(low).notes]
    assert "Media taza de jugo o refresco con azúcar, o 4 tabletas de glucosa." in said
    beside = [note["beside"] for note in pages.derive(low).notes]
    assert "Half a cup of juice or soda with sugar, or 4 sugar tablets." in beside  # nobody has reviewed it
    plain = [note["text"] for note in pages.derive(replace(low, prefs=Prefs(language="en"))).notes]
    assert len(plain) == len(set(plain))
