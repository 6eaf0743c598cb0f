"""The visit that plays itself: a patient at the screen, a provider in a browser, and a check at each step."""

import json
import time
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import httpx
from joserfc import jwe
from joserfc.jwk import OctKey

from contract import health_link
from demo.driver import Driver
from demo.memory import family, in_files, in_process, needles
from demo.provider import Provider
from demo.report import Report, expect
from demo.wire import decoded
from demo.world import World

GIVEN: Final = "Zephyrine"
FAMILY: Final = "Quillfeather"
NAMES: Final = ("ephyrine", "uillfeather")  # whatever case the first letter has
PLAN: Final = "Drink enough, rest, and take your blood pressure once a day. We look at it together next week."
WARNING: Final = "You have chest pain or trouble breathing."
FOLLOW_UP: Final = "In one week, at this station."
HELLO: Final = "Good morning, I am Dr. Osei. How do you feel?"
CALL_S: Final = 12.0  # of moving picture at the provider's end


class Visit:
    """One patient's way through the station, with the provider at the other end."""

    def __init__(self, world: World, driver: Driver, provider: Provider, report: Report) -> None:
        self.world = world
        self.driver = driver
        self.provider = provider
        self.report = report
        self.shown: dict[str, str] = {}
        self.visit = ""
        self.pictures = 0

    def picture(self, name: str) -> None:
        """Take a screenshot of the station's screen."""
        self.pictures += 1
        self.driver.picture(self.report.folder / "screens" / f"{self.pictures:02}-{name}.png")

    def console_picture(self, name: str) -> None:
        """Take a screenshot of the console."""
        self.pictures += 1
        self.provider.picture(self.report.folder / "console" / f"{self.pictures:02}-{name}.png")

    # ---- the patient

    def welcome_and_consent(self) -> None:
        """Language, consent."""
        self.driver.on("welcome")
        self.picture("welcome")
        self.driver.tap("language-en")
        self.driver.on("consent")
        self.picture("consent")
        self.driver.tap("next")
        self.driver.on("who")

    def identity(self) -> None:
        """Name and birth date on our own keyboard."""
        self.driver.tap("give-name")
        self.driver.on("name")
        self.driver.type(GIVEN)
        self.driver.tap("family")
        self.driver.type(FAMILY)
        self.picture("name")
        self.driver.tap("next")
        self.driver.on("birth_date")
        for field, text in (("month", "7"), ("day", "21"), ("year", "1948")):
            self.driver.tap(field)
            self.driver.type(text)
        self.picture("birth-date")
        self.driver.tap("next")
        self.visit = self.driver.state()["visit"]

    def questions(self) -> int:
        """Answer every question: no emergency, a blood pressure check."""
        wanted = {"reason": "blood-pressure", "about": "somebody", "present": "family"}
        asked = 0
        while (state := self.driver.state())["screen"] in ("question", "about"):
            self.picture(f"question-{state['item']}")
            self._answer(state, wanted)
            asked += 1
            item = state["item"]
            self.driver.until(lambda s, i=item: s["item"] != i, "the next question")  # type: ignore[misc]
        return asked

    def _answer(self, state: dict[str, Any], wanted: dict[str, str]) -> None:
        groups = state["page"]["groups"]
        if not groups:
            self.driver.type("2" if state["page"]["fields"][0]["keyboard"] == "digits" else "check up")
        else:
            names = [choice["name"] for choice in groups[0]["choices"]]
            given = wanted.get(state["item"])
            choice = next((n for n in (given, "no", "none-of-these") if n in names), names[0])
            self.driver.tap(f"answer-{choice}")
            if not groups[0]["many"] or choice == "none-of-these":
                return  # one touch said it
        self.driver.tap("next")

    def oxygen(self) -> dict[str, Any]:
        """Finger in the clip until the quality gate accepts the value."""
        self.driver.on("oximeter_prepare")
        self.picture("oximeter-prepare")
        self.driver.tap("next")
        self.driver.until(lambda s: s["measure"]["fraction"] > 0.3, "a settling value", 90)
        self.picture("oximeter")
        state = self.driver.until(lambda s: s["measure"].get("accepted"), "an accepted value", 90)
        self.picture("oximeter-accepted")
        measure: dict[str, Any] = state["measure"]
        self.driver.tap("next")
        return measure

    def blood_pressure(self) -> str:
        """Questions, arm, posture, rest, and the repeats."""
        self.cuff_on()
        self.driver.tap("next")
        self.driver.on("cuff_rest")
        self.picture("cuff-rest")
        self.driver.until(_begun, "pressure, or a cuff that waits for its button", 60)
        self.picture("cuff-measure")
        self.driver.until(lambda s: s["screen"] != "cuff_measure", "the end of the first reading", 120)
        self.driver.on("cuff_between", 5)  # a cuff that failed leads elsewhere
        self.picture("cuff-between")
        state = self.driver.on("results", 240)
        return str(next(row["value"] for row in state["results"] if row["id"] == "blood-pressure"))

    def cuff_on(self) -> None:
        """What is asked before the cuff, which arm and cuff, and how to sit."""
        self.driver.on("cuff_question")
        while (state := self.driver.state())["screen"] == "cuff_question":
            self.picture(f"cuff-{state['item']}")
            self._answer(state, {})
            item = state["item"]
            self.driver.until(
                lambda s, i=item: (s["screen"], s["item"]) != ("cuff_question", i),  # type: ignore[misc]
                "the next question",
            )
        self.driver.on("cuff_arm")
        self.driver.tap("answer-left")
        self.picture("cuff-arm")
        self.driver.tap("answer-adult")
        self.driver.on("cuff_posture")
        self.picture("cuff-posture")

    def results(self) -> dict[str, str]:
        """What the screen says was measured; saved and sent."""
        self.driver.until(lambda s: "sent" in s["saved"], "saved and sent")
        state = self.driver.state()
        self.picture("results")
        self.shown = {row["id"]: row["value"] for row in state["results"]}
        return self.shown

    # ---- both

    def call(self) -> dict[str, float]:
        """Ask, wait, be answered, see and hear each other, write."""
        self.driver.tap("next")
        self.driver.on("offer_call")
        self.picture("offer-call")
        self.driver.tap("next")
        self.driver.on("waiting")
        self.picture("waiting")
        self.provider.part("row").first.wait_for()
        self.console_picture("worklist")
        self.provider.open_first()
        self.provider.accept()
        self.driver.until(lambda s: s["screen"] == "call" and s["call"] == "connected", "the call", 40)
        before = self.driver.state()
        seen = self.provider.watch(CALL_S)
        self.picture("call")
        self.console_picture("call")
        after = self.driver.state()
        seen["remote_frames"] = after["remote_frames"] - before["remote_frames"]
        return seen

    def chat(self) -> None:
        """Text both ways."""
        self.provider.write(HELLO)
        self.driver.until(lambda s: any(line["text"] == HELLO for line in s["chat"]), "the provider's line")
        self.driver.tap("write")
        self.driver.type("fine")
        self.picture("call-chat")
        self.driver.tap("send")
        said = self.provider.part("chat-log")
        end = time.monotonic() + 20
        while "fine" not in said.inner_text().lower():
            expect(time.monotonic() < end, "the patient's line did not reach the console")
            self.provider.page.wait_for_timeout(100)

    def the_plan(self) -> Path:
        """The provider writes and signs; the patient reads it on the screen and takes it home."""
        self.provider.plan(PLAN, warning=WARNING, follow_up=FOLLOW_UP)
        self.console_picture("plan-signed")
        self.provider.end_call()
        self.driver.on("keep_text", 40)
        self.picture("keep-text")
        self.driver.tap("keep-text")
        state = self.driver.on("plan", 40)
        expect(state["plan"]["text"] == PLAN, f"the plan on the screen reads {state['plan']['text']!r}")
        self.picture("plan")
        target = self.report.folder / "plan.pdf"
        target.write_bytes(self.driver.plan_pdf())
        return target

    def take_home(self) -> int:
        """The link is on the screen at once and works soon; how many resources a reader of it finds."""
        self.driver.tap("next")
        self.driver.on("take_away")
        state = self.driver.until(lambda s: any(n["tone"] == "good" for n in s["take"]["works"]), "the link")
        self.picture("take-away")
        bundle = opened(state["link"], state["take"]["numbers"].replace(" ", ""))
        expect(PLAN in _pretty(bundle), "the plan is not behind the link")
        return len(bundle["entry"])

    def leave(self) -> None:
        """Finish: the wipe, the cleaning step, and a fresh welcome."""
        self.driver.tap("next")
        self.driver.on("goodbye")
        self.picture("goodbye")
        before = self.world.station_pids()
        self.driver.connect()
        if self.world.options.clean_s:
            self.driver.on("cleaning")
            self.picture("cleaning")
            self.driver.until(lambda s: s["cleaning"]["buttons"], "the end of the touch lock")
            self.driver.tap("cleaned")
        self.driver.on("welcome")
        self.picture("welcome-again")
        end = time.monotonic() + 20
        while any(self.world.station_pids()[name] == before[name] for name in ("session", "media")):
            expect(time.monotonic() < end, "session or media was not replaced by the wipe")
            time.sleep(0.1)

    # ---- checks

    def compare(self) -> dict[str, Any]:
        """The bytes on the wire, the screen, the console and the FHIR store say the same."""
        folder = self.world.folder
        device = self.world.options.oximeter
        oxygen = {
            f["values"]["spo2"] for f in decoded(folder / "oximeter.jsonl", device) if "spo2" in f["values"]
        }
        frames = decoded(folder / "cuff.jsonl", self.world.options.cuff)
        cuff = [frame["values"] for frame in frames if "systolic" in frame["values"]]
        bundle = self.provider.fetch(f"/fhir/R4/Encounter/{self.visit}/$everything")
        (self.report.folder / "fhir-bundle.json").write_text(_pretty(bundle))
        stored = _pressures(bundle)
        on_wire = [(int(v["systolic"]), int(v["diastolic"])) for v in cuff]
        expect(int(self.shown["oxygen"]) in oxygen, f"SpO2 {self.shown['oxygen']} is not among {oxygen}")
        expect(_saturations(bundle) <= oxygen, f"FHIR's SpO2 {_saturations(bundle)} is not on the wire")
        if not self.world.inflates:  # it goes on measuring for itself; what was asked for is in FHIR
            on_wire = [pair for pair in on_wire if pair in stored]
            expect(on_wire, f"nothing that was on the wire is in FHIR: {stored}")
        for pair in on_wire:
            expect(pair in stored, f"{pair} was on the wire and is not in FHIR: {stored}")
        text = " ".join(self.provider.readings())
        for systolic, diastolic in on_wire:
            expect(
                str(systolic) in text and str(diastolic) in text,
                f"{systolic}/{diastolic} is not on the console",
            )
        expect(self.shown["oxygen"] in text, "the oxygen value is not on the console")
        return {"oxygen": sorted(oxygen), "pressures on the wire": on_wire, "pressures in FHIR": stored}

    def name_in(self, *processes: str) -> list[str]:
        """Search the memory of station processes, with their children, for the patient's name."""
        found = []
        pids = self.world.station_pids()
        for name in processes:
            for pid in family(pids[name]):
                found += [f"{name}: {where}" for where in in_process(pid, needles(*NAMES))]
        return found

    def nothing_left(self) -> tuple[int, list[str]]:
        """After the wipe: the memory of every station process and every file the station wrote."""
        launcher = self.world.processes["station"].pid
        pids = family(launcher)
        found = [where for pid in pids for where in in_process(pid, needles(*NAMES))]
        for folder in (self.world.station_state, self.world.run):
            found += in_files(folder, needles(*NAMES))
        found += in_files_of_log(self.world)
        return len(pids), found


def opened(link: str, passcode: str) -> dict[str, Any]:
    """Open a SMART Health Link as a reader on somebody's phone does."""
    told = health_link.read(link)
    wish = {"recipient": "The demo", "passcode": passcode}
    [file] = httpx.post(told.url, json=wish, timeout=30).raise_for_status().json()["files"]
    key = OctKey.import_key(health_link.secret(told.key))
    found: dict[str, Any] = json.loads(jwe.decrypt_compact(file["embedded"], key).plaintext or b"{}")
    return found


def in_files_of_log(world: World) -> list[str]:
    """Search what the station's processes said."""
    text = world.log_of("station").encode()
    return ["station.log" for needle in needles(*NAMES) if needle in text]


def _pretty(bundle: Any) -> str:
    return json.dumps(bundle, indent=1, ensure_ascii=False) + "\n"


def _observations(bundle: Any) -> list[Any]:
    return [
        entry["resource"]
        for entry in bundle.get("entry", [])
        if entry["resource"]["resourceType"] == "Observation"
    ]


def _codes(thing: Any) -> set[str]:
    return {coding.get("code", "") for coding in thing["code"].get("coding", [])}


def _saturations(bundle: Any) -> set[int]:
    return {
        int(each["valueQuantity"]["value"])
        for each in _observations(bundle)
        if "59408-5" in _codes(each) and "valueQuantity" in each
    }


def _pressures(bundle: Any) -> list[tuple[int, int]]:
    found = []
    for each in _observations(bundle):
        parts = {
            code: int(part["valueQuantity"]["value"])
            for part in each.get("component", [])
            for code in _codes(part)
            if "valueQuantity" in part
        }
        if "8480-6" in parts and "8462-4" in parts:
            found.append((parts["8480-6"], parts["8462-4"]))
    return found


def _begun(state: dict[str, Any]) -> bool:
    measure = state["measure"]
    waits = state["screen"] == "cuff_measure" and measure.get("own_button")
    return bool(waits) or measure.get("pressure", "–") not in ("–", "0")


def today() -> str:
    """Return now, for the report."""
    return f"{datetime.now().astimezone():%Y-%m-%d %H:%M %Z}"
