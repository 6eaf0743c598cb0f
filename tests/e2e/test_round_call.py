"""A call from a resident's bed with a real browser at its other end: the plan comes to the bed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rig import Rig
from round_rig import sign_in, to_bed

from demo.provider import Provider
from demo.world import Options

pytestmark = pytest.mark.e2e
RESIDENT = "Adler"
CALL_S = 60
PLAN = "Weigh her each morning."


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    made = Rig(Options(rest_s=1, between_s=1, facility=True, idle_s=600), tmp_path)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def provider(rig: Rig) -> Iterator[Provider]:
    with Provider(rig.world.console_url) as found:
        found.sign_in(rig.world.sign_in_code())
        found.on_call()
        yield found


def test_a_nurse_calls_from_the_bed_and_reads_the_plan_there(rig: Rig, provider: Provider) -> None:
    driver = rig.driver
    driver.on("welcome")
    sign_in(rig)
    to_bed(rig, RESIDENT)

    driver.tap("bed-call")
    driver.on("agree")
    driver.tap("agree-yes")
    driver.on("waiting")
    provider.open_first()
    provider.accept()
    driver.until(lambda s: s["call"] == "connected", "the call", CALL_S)
    seen = driver.state()["remote_frames"]
    driver.until(lambda s: s["remote_frames"] > seen + 5, "the provider's picture", CALL_S)
    assert "wristband" in provider.page.inner_text("main"), "how it was made sure who this is"
    provider.end_call()
    page = driver.on("plan_waiting")["page"]
    assert RESIDENT in page["why"]
    assert not {"leave", "take-away", "change"} & {each["name"] for each in page["buttons"]}
    driver.tap("next")
    driver.on("bedside")

    provider.plan(PLAN, warning="Breathless at rest", follow_up="In two days")
    driver.on("plan")
    driver.tap("next")
    driver.on("bedside")
    driver.tap("bed-plan")
    driver.on("plan")
    driver.tap("next")
    driver.on("bedside")
    driver.tap("bed-leave")
    driver.on("round")
    driver.tap("finish")
    driver.tap("leave-now")
    driver.connect()
    driver.on("welcome")
    assert provider.errors == []
