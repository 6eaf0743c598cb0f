"""A release from the first key to a station's look at it, by the command line alone."""

from pathlib import Path

import pytest
from releases import image

from kiosk.clinical.library import shipped_files
from kiosk.clinical.pack import pack
from provisioning.release.__main__ import main


@pytest.fixture
def ceremony(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with everybody's keys and a first, published root."""
    monkeypatch.setenv("CAREPOST_KEY_PASSPHRASE", "correct horse")
    for name in ("root-1", "root-2", "root-3", "targets-1", "targets-2", "channel"):
        assert main(["new-key", name, "--folder", str(tmp_path)]) == 0
    assert main(["new-key", "online", "--folder", str(tmp_path), "--bare"]) == 0
    pubs = {role: [str(tmp_path / f"{role}-{n}.pub") for n in (1, 2, 3)] for role in ("root", "targets")}
    done = main(
        [
            *("new-root", str(tmp_path / "repo"), "--root", *pubs["root"]),
            *("--targets", *pubs["targets"][:2], "--channel", str(tmp_path / "channel.pub")),
            *("--online", str(tmp_path / "online.pub")),
        ]
    )
    assert done == 0
    return tmp_path


def run(folder: Path, command: str, *more: str) -> int:
    return main([command, str(folder / "repo"), *more])


def sign(folder: Path, role: str, *names: str) -> None:
    for name in names:
        assert run(folder, "sign", role, "--key", str(folder / f"{name}.key")) == 0


def test_from_the_first_key_to_a_stations_look(ceremony: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sign(ceremony, "root", "root-1")
    assert run(ceremony, "publish", "--key", str(ceremony / "online.key")) == 1
    assert "root wants 1 more signature" in capsys.readouterr().err
    sign(ceremony, "root", "root-3")
    sign(ceremony, "targets", "targets-1", "targets-2")
    sign(ceremony, "channel", "channel")
    assert run(ceremony, "publish", "--key", str(ceremony / "online.key")) == 0

    image(ceremony / "image", "1.2", b"a root" * 1000)
    changed = shipped_files()["visit.json"].replace(b"\n", b" \n", 1)
    (ceremony / "seven.pack").write_bytes(pack({"visit.json": changed}))
    assert run(ceremony, "add-station", str(ceremony / "image")) == 0
    assert run(ceremony, "add-content", "7", str(ceremony / "seven.pack")) == 0
    offer = ("--station", "1.2", "--minimum-station", "1.1", "--content", "7", "--percent", "25")
    assert run(ceremony, "offer", *offer) == 0
    sign(ceremony, "targets", "targets-1", "targets-2")
    sign(ceremony, "channel", "channel")
    assert run(ceremony, "publish", "--key", str(ceremony / "online.key")) == 0
    capsys.readouterr()

    root = ceremony / "repo" / "metadata" / "1.root.json"
    assert run(ceremony, "check", "--root", str(root)) == 0
    told = capsys.readouterr().out
    assert "station 1.2: 25 of 100" in told and "content 7: 25 of 100" in told
    assert told.count("proven") == 4
    assert run(ceremony, "status") == 0
    assert "targets    version 2" in capsys.readouterr().out


def test_what_can_not_be_done_says_why(ceremony: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fails(words: str, command: str, *more: str) -> None:
        assert run(ceremony, command, *more) == 1
        assert words in capsys.readouterr().err

    fails("has no say in root", "sign", "root", "--key", str(ceremony / "channel.key"))
    fails("was never released", "offer", "--station", "9")
    fails("can't be opened", "sign", "root", "--key", str(ceremony / "root-1.pub"))
    fails("no public key", "rotate", "root", "--add", str(ceremony / "root-1.key"))
    sign(ceremony, "root", "root-1", "root-2")
    sign(ceremony, "targets", "targets-1", "targets-2")
    sign(ceremony, "channel", "channel")
    fails("not that of snapshot", "publish", "--key", str(ceremony / "channel.key"))


def test_a_wrong_passphrase_opens_nothing(
    ceremony: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CAREPOST_KEY_PASSPHRASE", "wrong")
    assert run(ceremony, "sign", "root", "--key", str(ceremony / "root-1.key")) == 1
    assert "can't be opened" in capsys.readouterr().err
    assert b"ENCRYPTED" in (ceremony / "root-1.key").read_bytes()
    assert (ceremony / "root-1.key").stat().st_mode & 0o077 == 0


def test_a_version_is_released_once(ceremony: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sign(ceremony, "root", "root-1", "root-2")
    sign(ceremony, "targets", "targets-1", "targets-2")
    sign(ceremony, "channel", "channel")
    assert run(ceremony, "publish", "--key", str(ceremony / "online.key")) == 0
    for content, code in ((b"one", 0), (b"one", 0), (b"two", 1)):
        image(ceremony / "image", "1.2", content * 100)
        assert run(ceremony, "add-station", str(ceremony / "image")) == code
    assert "give it a new version" in capsys.readouterr().err
    (ceremony / "image" / "root.img").write_bytes(b"something else")
    assert run(ceremony, "add-station", str(ceremony / "image")) == 1
    assert "is not what image.json says" in capsys.readouterr().err
