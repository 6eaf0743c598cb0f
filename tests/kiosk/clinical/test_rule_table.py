"""Every rule: where it fires, where it does not, and at its boundary. The rows read like the table."""

from typing import Any

import msgspec
import pytest

from kiosk.clinical import Action, Case, Outcome, default_rules, evaluate, parse_case

UNITS = {
    "spo2": "%",
    "perfusion_index": "%",
    "pulse_rate": "/min",
    "heart_rate": "/min",
    "respiratory_rate": "/min",
    "systolic": "mm[Hg]",
    "diastolic": "mm[Hg]",
    "mean_arterial": "mm[Hg]",
    "temperature": "Cel",
    "glucose": "mg/dL",
    "weight": "kg",
    "height": "cm",
}
Row = tuple[str, dict[str, Any], Action | None]


def r(name: str, value: float | str | None, **more: Any) -> dict[str, Any]:
    """One reading in the usual unit."""
    return {"name": name, "value": value, "unit": UNITS[name], **more}


def bp(systolic: float, diastolic: float) -> list[dict[str, Any]]:
    return [r("systolic", systolic), r("diastolic", diastolic)]


def rs(name: str, *values: float) -> dict[str, Any]:
    """A case with readings of one name."""
    return {"readings": [r(name, value) for value in values]}


def s(*symptoms: str, **more: Any) -> dict[str, Any]:
    return {"symptoms": list(symptoms), **more}


def with_news2(total: int) -> dict[str, Any]:
    """A case whose NEWS2 has this total: 6 without a single 3, 7 with respiratory rate 25."""
    rates = {4: 16, 5: 10, 6: 22, 7: 25}
    return {
        "oxygen": True,
        "consciousness": "A",
        "readings": [
            r("respiratory_rate", rates[total]),
            r("spo2", 92),
            r("systolic", 120),
            r("pulse_rate", 72),
            r("temperature", 36.8),
        ],
    }


def case_of(form: dict[str, Any]) -> Case:
    return parse_case(msgspec.json.encode({"age": 40, **form}))


def outcome_of(form: dict[str, Any]) -> Outcome:
    return evaluate(case_of(form), default_rules())


OLD = {"age": 15.9}
SCALE2 = {"spo2_scale": 2}
LTC = {"setting": "ltc"}
UNRELIABLE = {"reliable": False}

ROWS: list[Row] = [
    # rf-01 chest pain
    ("rf-01", s("chest_pain"), "E"),
    ("rf-01", s("chest_pain", age=6), "E"),
    ("rf-01", s("chest_pain", readings=[r("spo2", 99), *bp(120, 80)]), "E"),
    ("rf-01", s("back_pain"), None),
    # rf-02 stroke
    ("rf-02", s("face_droop"), "E"),
    ("rf-02", s("arm_weakness"), "E"),
    ("rf-02", s("speech_trouble"), "E"),
    ("rf-02", s("weakness"), None),
    # rf-03 very high pressure with symptoms: no wait
    ("rf-03", s("chest_pain", readings=bp(180, 80)), "E"),
    ("rf-03", s("vision_change", readings=bp(150, 120)), "E"),
    ("rf-03", s("breathless", age=10, readings=bp(180, 80)), "E"),
    ("rf-03", s("chest_pain", readings=bp(179, 119)), None),
    ("rf-03", s("fever", readings=bp(185, 125)), None),
    ("rf-03", {"readings": bp(185, 125)}, None),
    ("rf-03", s("numbness", readings=[*bp(185, 90), *bp(120, 80)]), "E"),
    ("rf-03", s("numbness", readings=[r("systolic", 185, **UNRELIABLE)]), None),
    # rf-04 the same without symptoms
    ("rf-04", {"readings": bp(180, 80)}, "R"),
    ("rf-04", {"readings": bp(150, 120)}, "R"),
    ("rf-04", {"readings": bp(179, 119)}, None),
    ("rf-04", {"readings": [*bp(185, 90), *bp(181, 90)]}, "P"),
    ("rf-04", {"readings": [*bp(185, 90), *bp(150, 121)]}, "P"),
    ("rf-04", {"readings": [*bp(185, 90), *bp(150, 85)]}, None),
    ("rf-04", {"readings": [*bp(185, 90), *bp(182, 90), *bp(150, 85)]}, "P"),
    ("rf-04", {"readings": [*bp(150, 90), *bp(182, 90)]}, "R"),
    ("rf-04", {"readings": [*bp(185, 90), r("systolic", 120, **UNRELIABLE)]}, "R"),
    ("rf-04", {"readings": [*bp(150, 125), r("systolic", 120), r("diastolic", None)]}, "R"),
    ("rf-04", rs("systolic", 185, 120), None),
    ("rf-04", s("headache", readings=bp(185, 90)), "R"),
    ("rf-04", s("chest_pain", readings=bp(185, 90)), None),
    ("rf-04", {**OLD, "readings": bp(185, 90)}, None),
    ("rf-04", {"age": 16, "readings": bp(185, 90)}, "R"),
    # rf-05 pregnant
    ("rf-05", {"pregnant": True, "readings": bp(160, 80)}, "E"),
    ("rf-05", {"pregnant": True, "readings": bp(120, 110)}, "E"),
    ("rf-05", {"pregnant": True, "readings": bp(159, 109)}, None),
    ("rf-05", {"pregnant": False, "readings": bp(170, 112)}, None),
    ("rf-05", {**OLD, "pregnant": True, "readings": bp(170, 112)}, None),
    # rf-06 low pressure
    ("rf-06", rs("systolic", 90), "R"),
    ("rf-06", rs("systolic", 91), None),
    ("rf-06", rs("systolic", 90, 88), "P"),
    ("rf-06", rs("systolic", 88, 110), None),
    ("rf-06", s("fainting", **rs("systolic", 90)), "E"),
    ("rf-06", s("weakness", **rs("systolic", 91)), None),
    ("rf-06", {"consciousness": "V", **rs("systolic", 85)}, "E"),
    ("rf-06", s("suicide_screen_yes", **rs("systolic", 90)), "R"),
    ("rf-06", {**OLD, **rs("systolic", 85)}, None),
    # rf-07 low oxygen
    ("rf-07", rs("spo2", 89), "R"),
    ("rf-07", rs("spo2", 90), None),
    ("rf-07", rs("spo2", 89, 88), "E"),
    ("rf-07", rs("spo2", 85, 96), None),
    ("rf-07", rs("spo2", 85, 96, 85), "E"),
    ("rf-07", {"readings": [r("spo2", 85), r("spo2", 97, **UNRELIABLE)]}, "R"),
    ("rf-07", {"readings": [r("spo2", 85), r("spo2", 85, **UNRELIABLE)]}, "R"),
    ("rf-07", {"readings": [r("spo2", 85, **UNRELIABLE)]}, None),
    ("rf-07", {"readings": [r("spo2", 85, flags=["low-perfusion"])]}, None),
    ("rf-07", {**SCALE2, **rs("spo2", 85)}, None),
    ("rf-07", {**OLD, **rs("spo2", 85)}, None),
    # rf-08 rather low oxygen
    ("rf-08", rs("spo2", 91), "R"),
    ("rf-08", rs("spo2", 90), "R"),
    ("rf-08", rs("spo2", 92), None),
    ("rf-08", rs("spo2", 89), None),
    ("rf-08", rs("spo2", 91, 90), "P"),
    ("rf-08", rs("spo2", 91, 88), "P"),
    ("rf-08", rs("spo2", 91, 95), None),
    ("rf-08", {**SCALE2, **rs("spo2", 91)}, None),
    ("rf-08", rs("spo2", 91, 92), None),
    ("rf-08", {**OLD, **rs("spo2", 91)}, None),
    # rf-09 scale 2
    ("rf-09", {**SCALE2, **rs("spo2", 87)}, "P"),
    ("rf-09", {**SCALE2, **rs("spo2", 88)}, None),
    ("rf-09", rs("spo2", 80), None),
    ("rf-09", {**SCALE2, **OLD, **rs("spo2", 85)}, None),
    # rf-10 breathing, at any age
    ("rf-10", s("stridor"), "E"),
    ("rf-10", s("blue_lips", age=2), "E"),
    ("rf-10", s("breathing_distress", **rs("spo2", 99)), "E"),
    ("rf-10", s("breathless"), None),
    # rf-11 pulse far out
    ("rf-11", rs("pulse_rate", 49), "R"),
    ("rf-11", rs("pulse_rate", 50), None),
    ("rf-11", rs("pulse_rate", 151), "R"),
    ("rf-11", rs("pulse_rate", 150), None),
    ("rf-11", rs("heart_rate", 155), "R"),
    ("rf-11", rs("pulse_rate", 155, 152), "P"),
    ("rf-11", s("fainting", **rs("pulse_rate", 155)), "R"),
    ("rf-11", s("fainting", **rs("pulse_rate", 155, 152)), "E"),
    ("rf-11", s("fainting", **rs("pulse_rate", 155, 90)), None),
    ("rf-11", {"readings": [r("pulse_rate", 155), r("heart_rate", 80)]}, "R"),
    ("rf-11", {**OLD, **rs("pulse_rate", 155)}, None),
    # rf-12 fast pulse
    ("rf-12", rs("pulse_rate", 131), "R"),
    ("rf-12", rs("pulse_rate", 130), None),
    ("rf-12", rs("pulse_rate", 150), "R"),
    ("rf-12", rs("pulse_rate", 151), None),
    ("rf-12", rs("heart_rate", 140, 135), "P"),
    ("rf-12", rs("pulse_rate", 140, 155), "P"),
    ("rf-12", rs("pulse_rate", 140, 100), None),
    ("rf-12", rs("pulse_rate", 140, 130), None),
    ("rf-12", {**OLD, **rs("pulse_rate", 140)}, None),
    # rf-13 breathing rate
    ("rf-13", rs("respiratory_rate", 9), "R"),
    ("rf-13", rs("respiratory_rate", 10), None),
    ("rf-13", rs("respiratory_rate", 30), None),
    ("rf-13", rs("respiratory_rate", 31), "R"),
    ("rf-13", rs("respiratory_rate", 31, 9), "P"),
    ("rf-13", rs("respiratory_rate", 31, 18), None),
    ("rf-13", {**OLD, **rs("respiratory_rate", 35)}, None),
    # rf-14 temperature
    ("rf-14", rs("temperature", 35.9), "R"),
    ("rf-14", rs("temperature", 36.0), None),
    ("rf-14", rs("temperature", 39.0), None),
    ("rf-14", rs("temperature", 39.1), "R"),
    ("rf-14", rs("temperature", 39.4, 39.2), "P"),
    ("rf-14", rs("temperature", 39.4, 37.9), None),
    ("rf-14", {"readings": [r("temperature", 102.2) | {"unit": "[degF]"}]}, None),
    ("rf-14", {"readings": [r("temperature", 102.4) | {"unit": "[degF]"}]}, "R"),
    ("rf-14", {**OLD, **rs("temperature", 39.5)}, None),
    # rf-15 NEWS2
    ("rf-15", with_news2(4), None),
    ("rf-15", with_news2(5), "P"),
    ("rf-15", with_news2(6), "P"),
    ("rf-15", with_news2(7), "E"),
    ("rf-15", {**with_news2(4), "oxygen": False, "consciousness": "C"}, "P"),
    ("rf-15", {**with_news2(7), "oxygen": None}, None),
    ("rf-15", {**with_news2(7), "age": 15}, None),
    ("rf-15", {**with_news2(7), "pregnant": True}, None),
    # rf-16 infection
    ("rf-16", s("infection", "confusion"), "E"),
    ("rf-16", s("infection", consciousness="C"), "E"),
    ("rf-16", s("infection", "mottled_skin"), "E"),
    ("rf-16", s("infection", "non_blanching_rash"), "E"),
    ("rf-16", s("infection", "no_urine_18h"), "E"),
    ("rf-16", s("infection", **rs("systolic", 89)), "E"),
    ("rf-16", s("infection", **rs("systolic", 90)), None),
    ("rf-16", s("infection"), None),
    ("rf-16", s("confusion", "mottled_skin"), None),
    # rf-17 not alert
    ("rf-17", s("not_alert"), "E"),
    ("rf-17", s("confusion"), "E"),
    *[("rf-17", {"consciousness": level}, "E") for level in "CVPU"],
    ("rf-17", {"consciousness": "A"}, None),
    ("rf-17", {}, None),
    # rf-18 seizure
    ("rf-18", s("seizure"), "E"),
    ("rf-18", s("fainting"), None),
    # rf-19 allergy
    ("rf-19", s("allergen", "throat_swelling"), "E"),
    ("rf-19", s("hives", "breathless"), "E"),
    ("rf-19", s("hives", "stridor"), "E"),
    ("rf-19", s("hives", "fainting"), "E"),
    ("rf-19", s("hives"), None),
    ("rf-19", s("allergen", "hives"), None),
    ("rf-19", s("throat_swelling", "fainting"), None),
    # rf-20 very low glucose
    ("rf-20", rs("glucose", 53), "P"),
    ("rf-20", rs("glucose", 54), None),
    ("rf-20", s("altered", **rs("glucose", 53)), "E"),
    ("rf-20", {"consciousness": "V", **rs("glucose", 53)}, "E"),
    ("rf-20", {"readings": [r("glucose", None, flags=["low"])]}, "P"),
    ("rf-20", {"readings": [r("glucose", "LO")]}, "P"),
    ("rf-20", s("altered", readings=[r("glucose", None, flags=["low"])]), "E"),
    ("rf-20", {"readings": [r("glucose", 2.9) | {"unit": "mmol/L"}]}, "P"),
    ("rf-20", {"readings": [r("glucose", 3.0) | {"unit": "mmol/L"}]}, None),
    ("rf-20", {"age": 8, **rs("glucose", 50)}, "P"),
    ("rf-20", {"readings": [r("glucose", 50, **UNRELIABLE)]}, None),
    # rf-21 low glucose
    ("rf-21", rs("glucose", 54), "P"),
    ("rf-21", rs("glucose", 69), "P"),
    ("rf-21", rs("glucose", 70), None),
    ("rf-21", rs("glucose", 53), None),
    ("rf-21", {"readings": [r("glucose", None, flags=["low"])]}, None),
    # rf-22 very high glucose
    ("rf-22", s("vomiting", **rs("glucose", 251)), "P"),
    ("rf-22", s("deep_breathing", **rs("glucose", 251)), "P"),
    ("rf-22", s("vomiting", **rs("glucose", 250)), None),
    ("rf-22", rs("glucose", 400), None),
    ("rf-22", {"readings": [r("glucose", None, flags=["high"])]}, "P"),
    ("rf-22", {"readings": [r("glucose", "HI")]}, "P"),
    ("rf-22", s("altered", readings=[r("glucose", None, flags=["high"])]), "E"),
    ("rf-22", s("altered", "vomiting", **rs("glucose", 300)), "E"),
    ("rf-22", s("vomiting", readings=[r("glucose", 14.0) | {"unit": "mmol/L"}]), "P"),
    # rf-23, rf-24
    ("rf-23", s("suicide_screen_yes"), "P"),
    ("rf-23", s("headache"), None),
    ("rf-24", s("suicidal_now"), "E"),
    ("rf-24", s("suicide_screen_yes"), None),
    # rf-25 bleeding
    ("rf-25", s("heavy_bleeding"), "E"),
    ("rf-25", s("bleeding"), None),
    # rf-26 pregnant with a danger sign
    *[
        ("rf-26", s(sign, pregnant=True), "E")
        for sign in (
            "bleeding",
            "heavy_bleeding",
            "severe_belly_pain",
            "severe_headache",
            "vision_change",
            "vision_loss_sudden",
        )
    ],
    ("rf-26", s("bleeding", pregnant=False), None),
    ("rf-26", s("headache", pregnant=True), None),
    # rf-27 two of four
    ("rf-27", s("stiff_neck", "fever"), "E"),
    ("rf-27", s("altered", "headache"), "E"),
    ("rf-27", s("stiff_neck", **rs("temperature", 38.0)), "E"),
    ("rf-27", s("stiff_neck", **rs("temperature", 37.9)), None),
    ("rf-27", s("stiff_neck", "severe_headache"), "E"),
    ("rf-27", s("headache", "severe_headache"), None),
    ("rf-27", s("fever"), None),
    # rf-28, rf-29
    ("rf-28", s("overdose"), "E"),
    ("rf-28", s("vomiting"), None),
    ("rf-29", s("eye_splash"), "E"),
    ("rf-29", s("vision_loss_sudden"), "E"),
    ("rf-29", s("vision_change"), None),
    # rf-30 a pair that differs
    ("rf-30", {"readings": [*bp(130, 80), *bp(120, 80)]}, "R"),
    ("rf-30", {"readings": [*bp(130, 80), *bp(121, 80)]}, None),
    ("rf-30", {"readings": [*bp(130, 80), *bp(130, 90)]}, "R"),
    ("rf-30", {"readings": [*bp(130, 80), *bp(110, 80), *bp(112, 80)]}, None),
    ("rf-30", {"readings": bp(130, 80)}, None),
    ("rf-30", {"readings": [*bp(130, 80), r("systolic", 110, **UNRELIABLE)]}, None),
    # rf-31 weak signal
    ("rf-31", rs("perfusion_index", 0.29), "R"),
    ("rf-31", rs("perfusion_index", 0.3), None),
    ("rf-31", rs("perfusion_index", 0.2, 1.1), None),
    *[
        ("rf-31", {"readings": [r("spo2", 97, flags=[f])]}, "R")
        for f in ("unstable", "low-perfusion", "artefact")
    ],
    ("rf-31", {"readings": [r("spo2", 97, flags=["beep"])]}, None),
    ("rf-31", {"readings": [r("weight", 70, flags=["unstable"])]}, None),
    # rf-unmeasurable
    ("rf-unmeasurable", {"readings": [r("spo2", 89, **UNRELIABLE)]}, "P"),
    ("rf-unmeasurable", {"readings": [r("spo2", 90, **UNRELIABLE)]}, None),
    ("rf-unmeasurable", {"readings": [r("spo2", 97, **UNRELIABLE)] * 2}, "P"),
    ("rf-unmeasurable", {"readings": [r("systolic", None)]}, None),
    ("rf-unmeasurable", {"readings": [r("systolic", None)] * 2}, "P"),
    ("rf-unmeasurable", {"readings": [r("systolic", None), r("diastolic", None)]}, None),
    ("rf-unmeasurable", {"readings": [r("spo2", None, flags=["finger-out"])] * 2}, "P"),
    ("rf-unmeasurable", rs("spo2", 49), "P"),
    ("rf-unmeasurable", rs("spo2", 50), None),
    ("rf-unmeasurable", rs("systolic", 301), "P"),
    ("rf-unmeasurable", {"readings": [r("systolic", 301, flags=["error-3"])]}, None),
    ("rf-unmeasurable", {"readings": bp(80, 80)}, "P"),
    ("rf-unmeasurable", {"readings": [*bp(120, 80), r("mean_arterial", 79)]}, "P"),
    ("rf-unmeasurable", {"readings": [*bp(120, 80), r("mean_arterial", 80)]}, None),
    ("rf-unmeasurable", {"readings": [r("spo2", 85, **UNRELIABLE), r("spo2", 97)]}, "P"),
    # rf-child
    ("rf-child", {"age": 15.99}, "P"),
    ("rf-child", {"age": 16}, None),
    ("rf-child", {"age": None}, None),
    ("rf-child", {"age": 5, **rs("spo2", 99)}, "P"),
    # rf-infant-fever
    ("rf-infant-fever", {"age": 0.24, **rs("temperature", 38.0)}, "E"),
    ("rf-infant-fever", {"age": 0.24, **rs("temperature", 37.9)}, None),
    ("rf-infant-fever", {"age": 0.25, **rs("temperature", 39.0)}, None),
    ("rf-infant-fever", {"age": 0.1, "readings": [r("temperature", 100.4) | {"unit": "[degF]"}]}, "E"),
    ("rf-infant-fever", {"age": None, **rs("temperature", 39.0)}, None),
    # rf-ltc-fever
    ("rf-ltc-fever", {**LTC, "readings": [r("temperature", 37.9, site="oral")]}, "P"),
    ("rf-ltc-fever", {**LTC, "readings": [r("temperature", 37.8, site="oral")]}, None),
    ("rf-ltc-fever", {**LTC, **rs("temperature", 37.9)}, "P"),
    ("rf-ltc-fever", {**LTC, "readings": [r("temperature", 37.9, site="rectal")]}, None),
    ("rf-ltc-fever", {**LTC, "baseline": {"temperature": 36.2}, **rs("temperature", 37.3)}, "P"),
    ("rf-ltc-fever", {**LTC, "baseline": {"temperature": 36.2}, **rs("temperature", 37.2)}, None),
    ("rf-ltc-fever", {**LTC, "baseline": {"temperature": 36.7}, **rs("temperature", 37.8)}, "P"),
    ("rf-ltc-fever", {"setting": "walk-in", **rs("temperature", 38.5)}, None),
    # rf-scale2-low
    ("rf-scale2-low", {**SCALE2, **rs("spo2", 83)}, "E"),
    ("rf-scale2-low", {**SCALE2, **rs("spo2", 84)}, None),
    ("rf-scale2-low", rs("spo2", 80), None),
]


@pytest.mark.parametrize(
    ("rule_id", "form", "action"), ROWS, ids=[f"{row[0]}-{i}" for i, row in enumerate(ROWS)]
)
def test_rule(rule_id: str, form: dict[str, Any], action: Action | None) -> None:
    fired = outcome_of(form).get(rule_id)

    assert (fired.action if fired else None) == action


@pytest.mark.parametrize("rule_id", [compiled.rule.id for compiled in default_rules().rules])
def test_each_rule_has_rows_that_fire_and_rows_that_do_not(rule_id: str) -> None:
    actions = {action for row_id, _, action in ROWS if row_id == rule_id}

    steps = {step.action for step in default_rules()[rule_id].steps}
    assert actions == steps | {None}
