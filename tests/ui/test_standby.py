"""What is behind the session's window: one moment, out of service with a number to call, not set up yet."""

import runpy
import shutil
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QFontMetrics, QGuiApplication

from contract.profile import Profile
from ui import standby

PROFILE = Profile(1, UUID(int=1), "n", "a", "+1 555 0100", "https://h:8443", languages=("en", "es", "ar"))


def test_each_language_says_it_in_its_own_words() -> None:
    for out, profile in ((False, PROFILE), (True, PROFILE), (False, None), (True, None)):
        said = [standby.said(language, profile, out) for language in standby.EVERY_LANGUAGE]
        assert len({one.heading for one in said}) == 3
        assert len({len(one.lines) for one in said}) == 1
        assert all("{" not in line for one in said for line in one.lines)


def test_a_frozen_station_says_it_in_each_language_too(tmp_path: Path) -> None:
    """PyInstaller puts the script that is started elsewhere than its package's files."""
    frozen = runpy.run_path(shutil.copy(standby.__file__, str(tmp_path)))
    assert len({frozen["words"](language, frozen["NEW"]) for language in standby.EVERY_LANGUAGE}) == 3
    assert list((frozen["HERE"] / "fonts").glob("*.ttf"))


def test_out_of_service_names_the_sites_phone_and_the_emergency_number() -> None:
    english = standby.said("en", PROFILE, out=True)
    assert english.heading == "This station is out of service."
    assert "+1 555 0100" in english.lines[0] and "911" in english.lines[1]
    assert not standby.said("en", PROFILE, out=False).lines


def test_a_profile_that_does_not_hold_is_none(tmp_path: Path) -> None:
    assert standby.known(None) is None
    assert standby.known(tmp_path) is None
    for name, content in (("root.pub", b"none"), ("profile.signed", b"none")):
        (tmp_path / name).write_bytes(content)
    assert standby.known(tmp_path) is None


def test_the_screen_follows_the_flag_and_takes_no_input(qapp: QGuiApplication, tmp_path: Path) -> None:
    flag = tmp_path / "out-of-service"
    window = standby.Standby(PROFILE, flag)
    window.resize(800, 450)
    window.show()
    qapp.processEvents()
    assert window.shown()[0].heading == "One moment, please."
    flag.touch()
    window.look()
    assert window.shown()[0].heading == "This station is out of service."
    flag.unlink()
    window.look()
    assert not window.out
    window.close()


@pytest.mark.parametrize("profile", [PROFILE, None])
def test_what_is_said_fits_on_a_small_screen(
    qapp: QGuiApplication, tmp_path: Path, profile: Profile | None
) -> None:
    flag = tmp_path / "flag"
    flag.touch()
    window = standby.Standby(profile, flag)
    window.resize(640, 360)
    rows = window.rows()
    assert all(QFontMetrics(font).horizontalAdvance(text) <= 640 for text, font, _, _ in rows)
    assert rows[0][2] >= 0 and rows[-1][2] + rows[-1][3] <= 360
    window.close()
