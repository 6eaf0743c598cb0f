"""A changed profile's way in: the hub's, ours, and one that can be used; else the last good one stays."""

import asyncio
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from station_state import StationState

from contract import station
from contract.profile import PROFILE, LockdownConfig, Profile
from contract.seal import sign
from kiosk.core.identity import Identity
from kiosk.core.profiles import Profiles
from offline_queue import Unreachable


class Site:
    """A station's core as far as profiles go; `answers` is what the hub gives, in turn."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = StationState(folder)
        self.identity = Identity(folder)
        self.answers: list[bytes | Exception] = []
        self.told: list[station.ToSession] = []
        self.troubles: list[tuple[str, str]] = []
        self.profiles = Profiles(
            self.identity, self.fetch, self.told.append, lambda *t: self.troubles.append(t)
        )

    async def fetch(self) -> bytes:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def signed(self, profile: Profile, by: Ed25519PrivateKey | None = None) -> bytes:
        key = by or self.state.root
        return msgspec.msgpack.encode(sign(msgspec.msgpack.encode(profile), context=PROFILE, private=key))

    def newer(self, by: Ed25519PrivateKey | None = None, **changes: object) -> bytes:
        mine = self.identity.profile
        return self.signed(msgspec.structs.replace(mine, **{"version": mine.version + 1, **changes}), by)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_good_one_is_kept_and_the_next_start_knows_it(site: Site) -> None:
    encoded = site.newer(clinical={"rf-07.spo2_below": 88.0})
    site.profiles.came(encoded)
    assert site.told == [station.ProfileOffered(profile=encoded)]
    before = site.identity.profile.version
    assert Identity(site.folder).profile.version == before  # not before it was judged
    site.profiles.judged(station.ProfileJudged(version=before + 1))
    assert Identity(site.folder).profile.version == site.identity.profile.version == before + 1
    assert site.identity.profile.clinical == {"rf-07.spo2_below": 88.0}
    assert not site.troubles


def test_of_a_bad_one_the_last_good_stays_and_a_technician_hears_why(site: Site) -> None:
    kept, encoded = (site.folder / "profile.signed").read_bytes(), site.newer(questions=b"x")
    site.profiles.came(encoded)
    version = site.identity.profile.version + 1
    site.profiles.judged(station.ProfileJudged(version=version, problem="visit.json: " + "x" * 500))
    assert (site.folder / "profile.signed").read_bytes() == kept == site.identity.profile_bytes
    assert [kind for kind, _ in site.troubles] == ["profile-refused"]
    assert (
        site.troubles[0][1].startswith(f"version {version}: visit.json: x")
        and len(site.troubles[0][1]) == 200
    )
    site.profiles.came(encoded)  # the hub gives the same one again
    assert len(site.told) == 1


def test_one_from_which_no_rules_can_be_made_is_refused_before_the_session_sees_it(site: Site) -> None:
    site.profiles.came(site.newer(lockdown=LockdownConfig(printers=("10.1.4.20",))))
    assert not site.told
    [(kind, why)] = site.troubles
    assert kind == "profile-refused" and "lockdown.printers.0: '10.1.4.20' is no host:port" in why


def test_what_is_not_ours_is_not_even_offered(site: Site) -> None:
    site.profiles.came(site.newer(by=Ed25519PrivateKey.generate()))
    site.profiles.came(site.newer(station=uuid4()))
    site.profiles.came(site.newer(version=site.identity.profile.version))
    site.profiles.came(b"x")
    assert not site.told


def test_a_new_session_is_asked_again_and_a_stale_word_counts_for_nothing(site: Site) -> None:
    site.profiles.judged(station.ProfileJudged(version=9))
    site.profiles.came(site.newer())
    site.profiles.judged(station.ProfileJudged(version=9))
    site.profiles.session_came()
    assert len(site.told) == 2


def test_a_disk_that_can_not_keep_it_changes_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space")

    version = site.identity.profile.version
    site.profiles.came(site.newer())
    monkeypatch.setattr("kiosk.core.identity.keep", full)
    site.profiles.judged(station.ProfileJudged(version=version + 1))
    assert site.identity.profile.version == version


async def test_the_hub_is_asked_after_each_connection(site: Site) -> None:
    site.answers = [Unreachable("away"), site.newer()]
    task = asyncio.create_task(site.profiles.run())
    site.profiles.hub_is(False)
    for left in (1, 0):
        site.profiles.hub_is(True)
        for _ in range(20):  # a few turns of the loop are enough, as nothing waits for anything outside
            await asyncio.sleep(0)
        assert len(site.answers) == left
    assert len(site.told) == 1
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
