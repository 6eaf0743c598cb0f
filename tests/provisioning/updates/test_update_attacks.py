"""What a station refuses of updates, each attack beside the same done honestly: TUF's list and more."""

import datetime as dt
import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from releases import Lying, Releases
from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import DownloadError
from tuf.api.metadata import MetaFile
from tuf.ngclient._internal import trusted_metadata_set

from provisioning.release.repository import CHANNEL, ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from provisioning.updates import offers
from provisioning.updates.client import Trust
from provisioning.updates.errors import UpdateError
from provisioning.updates.sources import PATIENCE_S, FolderSource, HttpSource, checked, in_time

ROOT_IMAGE = "station/1.1/root.img.xz"


class Site:
    """A station that looks at releases through somebody who may lie."""

    def __init__(self, folder: Path) -> None:
        self.releases = Releases(folder / "releases")
        self.releases.release("1.1")
        self.line = Lying(self.releases.folder)
        self.trust = Trust(folder / "station", self.releases.root)

    def takes(self) -> bytes:
        """Look, and fetch the root image that is offered; its bytes."""
        trusted = self.trust.look(self.line)
        offer = trusted.channel("stable").station
        assert offer is not None
        return trusted.fetch(offers.station_files(offer)[1]).read_bytes()

    def why_not(self) -> str:
        """Look; say why nothing was taken."""
        with pytest.raises(UpdateError) as refused:
            self.takes()
        assert list(self.trust.inbox.glob("*.part")) == [] or refused.value.why in ("slow", "no-answer")
        return refused.value.why

    def place_of(self, target: str) -> str:
        metadata = self.releases.repository.published(TARGETS)
        assert metadata is not None
        return f"targets/{metadata.signed.targets[target].get_prefixed_paths()[0]}"

    def again(self) -> None:
        """Forget the lies; what is honest must be taken (the positive control)."""
        self.line.instead.clear()
        assert self.takes()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_changed_file_is_refused(site: Site) -> None:
    place = site.place_of(ROOT_IMAGE)
    honest = (site.releases.folder / place).read_bytes()
    site.line.instead[place] = honest[:-1] + bytes([honest[-1] ^ 1])
    assert site.why_not() == "altered"
    site.again()


def test_a_changed_word_is_refused(site: Site) -> None:
    for name in ("timestamp.json", "2.targets.json", "2.channel.json"):
        text = site.releases.metadata(name).read_text()
        site.line.instead[f"metadata/{name}"] = text.replace('"version": 2', '"version": 3', 1).encode()
        assert site.why_not() in ("not-signed", "altered"), name
        site.line.instead.clear()
    site.again()


def test_what_was_true_before_is_not_taken_again(site: Site) -> None:
    """Replay of everything as it was: an attack by who may answer in place of the hub."""
    old = site.releases.work / "old"
    shutil.copytree(site.releases.folder, old)
    site.again()
    site.releases.release("1.2")
    site.again()
    site.line.instead["metadata/timestamp.json"] = (old / "metadata" / "timestamp.json").read_bytes()
    assert site.why_not() == "older"
    site.again()


def test_nobody_can_hold_updates_back_for_longer_than_a_week(tmp_path: Path) -> None:
    """Freeze: the same word, honestly signed, again and again."""
    long_ago = dt.datetime.now(dt.UTC) - dt.timedelta(days=8)
    releases = Releases(tmp_path / "releases", long_ago)
    releases.release("1.1")
    trust = Trust(tmp_path / "station", releases.root)
    with pytest.raises(UpdateError) as refused:
        trust.look(FolderSource(releases.folder))
    assert refused.value.why == "expired"
    releases.at(None)
    releases.publish()
    trust.look(FolderSource(releases.folder)).channel("stable")


def test_a_clock_set_back_does_not_make_an_old_word_fresh(site: Site) -> None:
    site.again()
    back = Trust(site.trust.inbox.parent, site.releases.root, lambda: dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    with pytest.raises(UpdateError) as refused:
        back.look(site.line)
    assert refused.value.why == "clock"
    site.again()


def test_a_clock_that_ran_ahead_once_does_not_stop_updates_for_years(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty battery may give 2038 as well as 1970: nothing is fresh then, and nothing is learned by it."""

    class Ahead(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
            return dt.datetime(2038, 1, 20, tzinfo=tz)

    late = Trust(site.trust.inbox.parent, site.releases.root, lambda: Ahead.now(dt.UTC))
    with monkeypatch.context() as patch, pytest.raises(UpdateError) as refused:
        patch.setattr(trusted_metadata_set.datetime, "datetime", Ahead)
        late.look(site.line)
    assert refused.value.why == "expired"
    site.again()


def test_parts_of_two_moments_are_not_put_together(site: Site) -> None:
    """Mix and match: today's snapshot with yesterday's targets under today's name."""
    old = site.releases.metadata("2.targets.json").read_bytes()
    site.releases.release("1.2")
    site.line.instead["metadata/3.targets.json"] = old
    assert site.why_not() in ("altered", "older", "not-understood")
    site.again()


def test_who_has_the_online_key_can_not_bring_old_releases_back(site: Site) -> None:
    site.releases.release("1.2")
    site.again()

    def back(signed: Any) -> None:
        signed.version += 1
        signed.meta["targets.json"] = MetaFile(2)
        signed.meta["channel.json"] = MetaFile(2)

    site.line.instead["metadata/4.snapshot.json"] = site.releases.forge("3.snapshot.json", back, "online")

    def point(signed: Any) -> None:
        signed.version += 1
        signed.snapshot_meta = MetaFile(4)

    site.line.instead["metadata/timestamp.json"] = site.releases.forge("timestamp.json", point, "online")
    assert site.why_not() == "older"
    site.releases.release("1.3")
    site.releases.publish()  # beyond the numbers that the thief has used up
    site.again()


@pytest.mark.parametrize("thief", [("targets-1",), ("targets-1", "targets-1"), ("channel", "online")])
def test_fewer_keys_than_are_wanted_release_nothing(site: Site, thief: tuple[str, ...]) -> None:
    def grow(signed: Any) -> None:
        signed.version += 1
        signed.targets[ROOT_IMAGE].length += 1

    def online(signers: tuple[str, ...]) -> None:
        site.line.instead["metadata/3.targets.json"] = site.releases.forge("2.targets.json", grow, *signers)

        def snapshot(signed: Any) -> None:
            signed.version += 1
            signed.meta["targets.json"] = MetaFile(3)

        def timestamp(signed: Any) -> None:
            signed.version += 1
            signed.snapshot_meta = MetaFile(3)

        site.line.instead["metadata/3.snapshot.json"] = site.releases.forge(
            "2.snapshot.json", snapshot, "online"
        )
        site.line.instead["metadata/timestamp.json"] = site.releases.forge(
            "timestamp.json", timestamp, "online"
        )

    online(thief)
    assert site.why_not() == "not-signed"
    online(("targets-1", "targets-2"))  # the control: by both, the same change is believed
    assert site.trust.look(site.line).target(ROOT_IMAGE).length == 1 + _length(site)


def _length(site: Site) -> int:
    published = site.releases.repository.published(TARGETS)
    assert published is not None
    return int(published.signed.targets[ROOT_IMAGE].length)


def test_who_has_the_channels_key_can_only_choose_among_releases(site: Site) -> None:
    path = offers.CHANNEL.format("stable")
    file = site.releases.work / "evil.json"
    file.write_bytes(b'{"station": {"target": "station/6.6/image.json", "version": "6.6"}}')
    site.releases.repository.add_target(path, file)
    site.releases.repository.sign(CHANNEL, site.releases.keys["channel"])
    site.releases.publish()
    assert site.why_not() == "not-signed"
    offered = site.trust.look(site.line).channel("stable").station
    assert offered is not None and offered.version == "6.6"  # it was believed, and named nothing
    with pytest.raises(UpdateError):
        site.trust.look(site.line).target("channel/../station/1.1/root.img.xz")


def test_another_root_is_nobody(site: Site, tmp_path: Path) -> None:
    stranger = Releases(tmp_path / "stranger")
    stranger.release("9")
    for source, root in ((stranger, site.releases), (site.releases, stranger)):
        trust = Trust(tmp_path / f"fresh-{source is stranger}", root.root)
        with pytest.raises(UpdateError) as refused:
            trust.look(FolderSource(source.folder))
        assert refused.value.why == "not-signed"
    Trust(tmp_path / "fresh", stranger.root).look(FolderSource(stranger.folder))
    site.again()


def test_a_new_root_wants_enough_of_the_old_ones_holders(site: Site) -> None:
    new = CryptoSigner.generate_ed25519()
    site.releases.keys["root-4"] = new
    repository = site.releases.repository
    gone = site.releases.keys["root-1"].public_key.keyid
    repository.rotate(ROOT, add=(new.public_key,), remove=(gone[:8],), threshold=None)
    for name in ("root-2", "root-4"):  # two of the new holders, one of the old
        standing = repository.sign(ROOT, site.releases.keys[name])
    assert standing.missing == 1
    staged = (site.releases.folder / "staged" / "root.json").read_bytes()
    site.line.instead["metadata/2.root.json"] = staged
    assert site.why_not() == "not-signed"
    repository.sign(ROOT, site.releases.keys["root-1"])
    site.releases.publish()
    site.again()
    assert b'"version": 2' in (site.releases.folder / "metadata" / "2.root.json").read_bytes()


def test_a_stolen_key_is_worth_nothing_once_it_was_rotated(site: Site) -> None:
    site.again()
    old, new = site.releases.keys["targets-1"], CryptoSigner.generate_ed25519()
    site.releases.repository.rotate(
        TARGETS, add=(new.public_key,), remove=(old.public_key.keyid[:8],), threshold=None
    )
    site.releases.keys["targets-1"] = new
    site.releases.repository.renew(TARGETS)
    site.releases.sign_all()
    site.releases.publish()
    site.again()
    site.releases.keys["targets-1"] = old
    with pytest.raises(Exception, match="has no say in targets"):
        site.releases.release("1.2")


def test_numbers_wound_forward_by_a_thief_are_wound_back_by_a_new_key(site: Site) -> None:
    """Fast forward: the timestamp's version made as large as it goes, so that no honest one is newer."""

    def forward(signed: Any) -> None:
        signed.version = 2**31

    site.line.instead["metadata/timestamp.json"] = site.releases.forge("timestamp.json", forward, "online")
    assert site.takes()
    site.line.instead.clear()
    assert site.why_not() == "older"
    old, new = site.releases.keys["online"], CryptoSigner.generate_ed25519()
    for role in (SNAPSHOT, TIMESTAMP):
        site.releases.repository.rotate(
            role, add=(new.public_key,), remove=(old.public_key.keyid[:8],), threshold=None
        )
    site.releases.keys["online"] = new
    site.releases.sign_all()
    site.releases.publish()
    site.again()


def _endless() -> Iterator[bytes]:
    return itertools.repeat(b" " * 4096)


def test_what_never_ends_is_broken_off(site: Site) -> None:
    for path in ("metadata/timestamp.json", "metadata/2.root.json", site.place_of(ROOT_IMAGE)):
        site.line.instead[path] = _endless
        assert site.why_not() == "too-long", path
        site.line.instead.clear()
    site.again()


def test_what_trickles_is_broken_off(site: Site) -> None:
    seconds = itertools.count(0.0, 10.0)
    clock: Callable[[], float] = lambda: next(seconds)  # noqa: E731
    site.line.instead["metadata/timestamp.json"] = lambda: in_time(iter([b" "] * 100), clock)
    assert site.why_not() == "slow"
    fast = [b" " * 4096] * 100
    assert list(in_time(iter(fast), itertools.count(0.0, PATIENCE_S / 20).__next__)) == fast
    site.again()


def test_a_root_that_has_run_out_is_not_believed(tmp_path: Path) -> None:
    releases = Releases(tmp_path / "releases", dt.datetime.now(dt.UTC) - dt.timedelta(days=731))
    trust = Trust(tmp_path / "station", releases.root)
    with pytest.raises(UpdateError) as refused:
        trust.look(FolderSource(releases.folder))
    assert refused.value.why == "expired"
    releases.at(None)
    for role in (ROOT, TARGETS, CHANNEL):
        releases.repository.renew(role)
    releases.sign_all()
    releases.publish()
    trust.look(FolderSource(releases.folder))


@pytest.mark.parametrize(
    "path",
    [
        "metadata/../../etc/passwd",
        "/etc/passwd",
        "targets//x",
        "targets/.x",
        "other/x",
        "targets/a/b/c/d/e",
        "",
    ],
)
def test_no_name_leads_out_of_the_folder(site: Site, path: str) -> None:
    with pytest.raises(DownloadError):
        checked(path)
    assert checked("targets/station/1.1/0f.root.img.xz") and checked("metadata/1.root.json")


def test_a_stick_with_links_shows_nothing_of_this_machine(site: Site, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    shutil.copytree(site.releases.folder, stick)
    trust = Trust(tmp_path / "fresh", site.releases.root)
    trust.look(FolderSource(stick))
    (stick / "metadata" / "timestamp.json").unlink()
    (stick / "metadata" / "timestamp.json").symlink_to("/etc/passwd")
    with pytest.raises(UpdateError) as refused:
        trust.look(FolderSource(stick))
    assert refused.value.why == "no-answer"


class Breaking(Lying):
    """A line that breaks after so many bytes of a file."""

    def __init__(self, folder: Path, after: int) -> None:
        super().__init__(folder)
        self.after = after

    def read(self, path: str, offset: int = 0) -> Iterator[bytes]:
        whole = b"".join(super().read(path, offset))
        if not path.endswith(".xz"):
            return iter([whole])
        return self._some(whole)

    def _some(self, whole: bytes) -> Iterator[bytes]:
        yield whole[: self.after]
        if len(whole) > self.after:
            raise DownloadError("the line broke")


def test_what_broke_off_goes_on_where_it_was(site: Site) -> None:
    some = _length(site) // 3 + 1
    site.line = Breaking(site.releases.folder, some)
    assert [site.why_not(), site.why_not()] == ["no-answer", "no-answer"]
    assert site.takes()
    offsets = [offset for path, offset in site.line.asked if path.endswith(".xz")]
    assert offsets == [0, some, 2 * some]


def test_by_http_only_the_rest_is_asked_for_and_a_server_without_ranges_starts_over(site: Site) -> None:
    asked: list[str | None] = []
    ranges, cut = True, True

    def serve(request: httpx.Request) -> httpx.Response:
        place = site.releases.folder / request.url.path.lstrip("/")
        if not place.is_file():
            return httpx.Response(404)
        data, wanted = place.read_bytes(), request.headers.get("Range")
        if place.name.endswith(".xz"):
            asked.append(wanted)
            if cut:
                return httpx.Response(200, content=iter([data[:100]]))
        if wanted is None or not ranges:
            return httpx.Response(200, content=iter([data]))
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        told = {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"}
        return httpx.Response(206, content=iter([data[start:]]), headers=told)

    client = httpx.Client(transport=httpx.MockTransport(serve))
    source = HttpSource("https://hub.example", client)
    for ranges in (True, False):
        asked.clear()
        shutil.rmtree(site.trust.inbox, ignore_errors=True)
        cut = True
        with pytest.raises(UpdateError):
            site.trust.look(source).fetch(ROOT_IMAGE)
        cut = False
        assert site.trust.look(source).fetch(ROOT_IMAGE).stat().st_size == _length(site)
        assert asked == [None, "bytes=100-"] if ranges else [None, "bytes=100-", None]
