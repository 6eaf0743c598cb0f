"""`scripts/demo`: a whole Carepost on this machine. With --auto it plays a visit and fills demo-output/."""

import argparse
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from demo import house
from demo.driver import Driver
from demo.provider import Provider
from demo.report import Report, expect
from demo.visit import Visit, today
from demo.world import CHECKOUT, Options, World
from peripherals.devices.product import Manner, Product
from peripherals.events import Role
from peripherals.registry import products_for

LEAST_FRAMES = 60  # decoded while it is watched, at either end: a busy machine shows few a second
LEAST_S = 10.0  # of moving picture


def parser() -> argparse.ArgumentParser:
    """Return the demo's command line."""
    result = argparse.ArgumentParser(
        prog="scripts/demo",
        description="Run a hub, an enrolled station and simulated devices on this machine. With a display "
        "the station opens in a window; open the printed address in a browser to be the provider.",
    )
    result.add_argument(
        "--auto",
        action="store_true",
        help="play a whole visit with a headless Chromium as the provider and fill demo-output/ "
        "(chosen by itself when there is no display)",
    )
    result.add_argument("--output", type=Path, default=CHECKOUT / "demo-output", help="folder for the report")
    for role, standard in ((Role.OXIMETER, "contec-v5"), (Role.CUFF, "rbp9804")):
        names = [
            product.name for product in products_for(role, "auto") if role is Role.CUFF or _streams(product)
        ]
        result.add_argument(
            f"--{role}",
            default=standard,
            metavar="NAME",
            choices=names,
            help=f"which simulated {role} (default {standard}): {', '.join(names)}",
        )
    result.add_argument(
        "--scenario", default="healthy", help="the devices' story (python -m peripherals simulate)"
    )
    result.add_argument("--portrait", action="store_true", help="an upright screen")
    result.add_argument(
        "--facility", action="store_true", help="a cart of a small nursing home, with staff and residents"
    )
    result.add_argument("--station", type=Path, help="a frozen station's launcher instead of this checkout's")
    return result


def _streams(product: Product) -> bool:
    """The oximeter's screen is played with one that shows a wave."""
    return product.manner is Manner.STREAM


def play(visit: Visit, report: Report) -> None:
    """Play all steps; stops at the first that fails."""
    steps: list[tuple[str, Callable[[list[str]], None]]] = [
        ("welcome and consent", lambda words: visit.welcome_and_consent()),
        ("who are you", lambda words: visit.identity()),
        ("questions", lambda words: words.append(f"{visit.questions()} questions")),
        ("oxygen and pulse", lambda words: _oxygen(visit, words)),
        ("blood pressure", lambda words: words.append(f"mean {visit.blood_pressure()} mmHg")),
        ("results, saved and sent", lambda words: words.append(str(visit.results()))),
        ("the call, two-way video", lambda words: _call(visit, words)),
        ("core and media do not know the name", lambda words: _unknown(visit, words)),
        ("text both ways", lambda words: visit.chat()),
        ("wire, screen, console and FHIR agree", lambda words: words.append(str(visit.compare()))),
        (
            "the plan on screen and paper",
            lambda words: words.append(str(visit.the_plan().stat().st_size) + " B"),
        ),
        ("taken home: the link opens", lambda words: words.append(f"{visit.take_home()} resources")),
        ("leaving: the wipe", lambda words: visit.leave()),
        ("nothing of the patient is left", lambda words: _nothing_left(visit, words)),
    ]
    for name, work in steps:
        with report.step(name) as words:
            try:
                work(words)
            except Exception:
                _last_pictures(visit)
                raise


def _last_pictures(visit: Visit) -> None:
    for take in (visit.picture, visit.console_picture):
        try:
            take("failed")
        except Exception as error:
            print(f"    (no picture: {type(error).__name__})")


def _oxygen(visit: Visit, words: list[str]) -> None:
    measure = visit.oxygen()
    words.append(f"SpO2 {measure['spo2']} %, pulse {measure['pulse']} /min")


def _call(visit: Visit, words: list[str]) -> None:
    seen = visit.call()
    words.append(
        f"{seen['moved']:.1f} s: {seen['frames']:.0f} frames to Chromium "
        f"at {seen['width']:.0f} x {seen['height']:.0f}, "
        f"{seen['remote_frames']:.0f} to the station, {seen['different']:.0f} different pictures"
    )
    expect(seen["moved"] >= LEAST_S, "the picture stood still")
    expect(seen["frames"] >= LEAST_FRAMES, "too few frames reached the browser")
    expect(seen["remote_frames"] >= LEAST_FRAMES, "too few frames reached the station")
    expect(seen["different"] > 5, "the picture does not move")
    expect(seen["darkest"] > 10, "the picture is black")


def _unknown(visit: Visit, words: list[str]) -> None:
    found = visit.name_in("core", "media", "guard")
    expect(not found, f"the patient's name is in {found}")
    inside = visit.name_in("session")
    expect(inside, "the search finds nothing in the session either: it proves nothing")
    words.append(f"the session has it in {len(inside)} places, the others in none")


def _nothing_left(visit: Visit, words: list[str]) -> None:
    count, found = visit.nothing_left()
    expect(not found, f"the patient's name is still in {found}")
    words.append(f"searched {count} processes and all files of the station (UTF-8, UTF-16)")


def auto(options: argparse.Namespace) -> int:
    """Play a visit by itself; 0 when every step held."""
    report = Report(options.output)
    print(f"Carepost demo, {today()}: one whole visit")
    world = World(replace(_options(options, offscreen=True), clean_s=3))
    driver = Driver(world.driver_socket)
    try:
        with report.step("hub, enrolment, devices"):
            world.make_hub()
            world.start_devices()
        with report.step("station"):
            world.start_station()
            driver.connect()
        with Provider(world.console_url) as provider:
            with report.step("the provider signs in"):
                provider.sign_in(
                    world.module("hub", "sign-in-code", "--data", str(world.folder / "hub"), "amara").split()[
                        -1
                    ]
                )
                provider.on_call()
            play(Visit(world, driver, provider, report), report)
            with report.step("the console had no errors"):
                expect(not provider.errors, f"errors in the console: {provider.errors}")
    except KeyboardInterrupt:
        print("Stopped.")
        return 130
    except Exception as error:
        print(f"\nThe demo stopped: {type(error).__name__}. Its report is {options.output}/report.html")
        print(world.log_of("station")[-3000:] if (world.folder / "station.log").exists() else "")
    finally:
        driver.close()
        world.close()
        report.write()
    print(f"\n{'All steps held.' if report.ok else 'Some steps FAILED.'} See {options.output}/report.html")
    return 0 if report.ok else 1


def by_hand(options: argparse.Namespace) -> int:
    """Open the station in a window and wait."""
    world = World(_options(options, offscreen=False))
    try:
        print("Starting hub, devices and station …")
        world.make_hub()
        world.start_devices()
        code = world.sign_in_code()
        world.start_station(driver=False)
        print(f"\nThe provider's console (sign-in works once): {world.console_url}/#code={code}")
        print(f"Codes to phones are written to {world.phone}")
        print("Go on call there, then touch the station's window. Ctrl-C ends everything.\n")
        if world.house is not None:
            _told(world, world.house)
        while world.processes["station"].poll() is None:
            if not _scanned(world):
                time.sleep(0.3)
        print(world.log_of("station")[-3000:])
    except KeyboardInterrupt:
        print("\nEnding …")
    finally:
        world.close()
    return 0


def _told(world: World, made: house.House) -> None:
    manager = world.sign_in_code(house.MANAGER)
    print(f"The facility's page (sign-in works once): {world.console_url}/#code={manager}")
    print(made.told())
    print("Type a short name here (b1, w3) to hold it before the scanner.\n")


def _scanned(world: World) -> bool:
    """Hold before the scanner what was typed, if something was; waits 0.3 s for it where that is possible."""
    if world.house is None or world.scanner is None or not sys.stdin.isatty():
        return False
    if select.select([sys.stdin], [], [], 0.3)[0]:
        typed = sys.stdin.readline().strip()
        for short, whose, token in world.house.cards():
            if typed == short:
                world.scanner.scan(token)
                print(f"Scanned: {whose}")
    return True


def _options(options: argparse.Namespace, *, offscreen: bool) -> Options:
    return Options(
        oximeter=options.oximeter,
        cuff=options.cuff,
        oximeter_scenario=options.scenario,
        cuff_scenario=options.scenario,
        offscreen=offscreen,
        orientation="portrait" if options.portrait else "landscape",
        station_program=options.station,
        facility=options.facility,
    )


def main(argv: list[str] | None = None) -> int:
    """Run the demo; returns the exit code."""
    options = parser().parse_args(argv)
    for number in (signal.SIGINT, signal.SIGTERM):  # also where a shell started us with Ctrl-C ignored
        signal.signal(number, signal.default_int_handler)
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if options.auto or not display:
        return auto(options)
    return by_hand(options)


if __name__ == "__main__":
    sys.exit(main())
