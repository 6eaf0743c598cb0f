"""What a profile must be beyond its form; that no secret is in it; its schema and the commented example."""

import json
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from contract.profile import (
    DeviceConfig,
    LockdownConfig,
    MediaConfig,
    PagingConfig,
    Profile,
    Screen,
    Timing,
    UpdatesConfig,
    UsbAllowed,
    schema,
)
from contract.profile_checks import problems, secrets, unknown

DOCS = Path(__file__).resolve().parents[2] / "docs"
GOOD = Profile(1, UUID(int=1), "n", "a", "p", "https://hub:8443")
CUFF = DeviceConfig("cuff", "cuff", "auto", "auto")


def test_a_profile_as_shipped_has_no_problem() -> None:
    assert problems(GOOD) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"screen": Screen(width_mm=0)}, "screen.width_mm"),
        ({"timing": Timing(still_here_s=5)}, "timing.still_here_s"),
        ({"timing": Timing(rest_s=-1)}, "timing.rest_s"),
        ({"media": MediaConfig(fps=0)}, "media.fps"),
        ({"devices": (CUFF, CUFF)}, "devices"),
        ({"devices": (DeviceConfig("x", "toaster", "auto", "auto"),)}, "devices.0.role"),
        ({"devices": (DeviceConfig("x", "scanner", "auto", "auto", pattern="("),)}, "devices.0.pattern"),
        ({"languages": ()}, "languages"),
        ({"hub_url": "http://hub"}, "hub_url"),
        ({"keep_days": -1}, "keep_days"),
        ({"devices": (DeviceConfig("x", "cuff", "auto", "hid:;"),)}, "devices.0.port"),
        ({"lockdown": LockdownConfig(usb=(UsbAllowed("046D:0825", ("0e:*:*",)),))}, "lockdown.usb.0.id"),
        ({"lockdown": LockdownConfig(usb=(UsbAllowed("046d:0825", ()),))}, "lockdown.usb.0.interfaces"),
        (
            {"lockdown": LockdownConfig(usb=(UsbAllowed("046d:0825", ("0e:*:*", "*:*:*")),))},
            "lockdown.usb.0.interfaces.1",
        ),
        ({"lockdown": LockdownConfig(relays=("turn.example:3478", "turn.example"))}, "lockdown.relays.1"),
        ({"lockdown": LockdownConfig(printers=("u@h:631",))}, "lockdown.printers.0"),
        ({"lockdown": LockdownConfig(time_servers=("a b",))}, "lockdown.time_servers.0"),
        ({"hub_url": "https://"}, "hub_url"),
        ({"updates": UpdatesConfig(url="https://h;drop")}, "updates.url"),
    ],
)
def test_what_can_not_be_used_is_named_by_its_place(change: dict[str, object], place: str) -> None:
    [found] = problems(msgspec.structs.replace(GOOD, **change))
    assert found.startswith(place)


@pytest.mark.parametrize(
    "text",
    [
        "https://user:geheim@pager.example/call",
        "https://pager.example/call?api_key=abc",
        "Bearer abcdefghijkl",
        "-----BEGIN PRIVATE KEY-----\nMC4",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x",
    ],
)
def test_a_secret_is_found_wherever_it_is(text: str) -> None:
    profile = msgspec.structs.replace(GOOD, paging=PagingConfig(url=text))
    assert list(secrets(profile)) == ["paging.url"]
    assert problems(profile) == ["paging.url: holds a secret"]


@pytest.mark.parametrize(
    "text", ["https://pager.example/call?place=3", "-----BEGIN CERTIFICATE-----\nMI", "555 0100"]
)
def test_what_is_no_secret_is_none(text: str) -> None:
    assert not list(secrets(msgspec.structs.replace(GOOD, paging=PagingConfig(url=text))))


def test_names_that_a_profile_does_not_have_are_found_at_any_depth() -> None:
    told = {
        "timing": {"rest_sec": 5},
        "devices": [{"id": "a", "rolle": "cuff"}],
        "clinical": {"x": 1},
        "nmae": "",
    }
    assert list(unknown(told)) == ["timing.rest_sec", "devices.0.rolle", "nmae"]


def test_the_schema_in_the_docs_is_the_code_s() -> None:
    kept = json.loads((DOCS / "profile.schema.json").read_text())
    assert kept == json.loads(msgspec.json.encode(schema())), (
        "python -m hub profile schema > docs/profile.schema.json"
    )
    assert kept["$defs"]["Profile"]["additionalProperties"] is False
    assert kept["$defs"]["Profile"]["properties"]["clinical"]["additionalProperties"] == {"type": "number"}
