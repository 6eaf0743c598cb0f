"""The health characteristics of Bluetooth LE, and the slots of an Omron memory."""

import random
from datetime import datetime, timedelta

from wire_streams import Format, Sent, Values

from peripherals.protocols import (
    ble_blood_pressure,
    ble_glucose,
    ble_heart_rate,
    ble_plx,
    ble_thermometer,
    ble_weight,
    omron_ble,
)

UNUSED = b""  # messages stand alone: nothing is put between them


def _when(rng: random.Random) -> datetime:
    return datetime(2000, 1, 1) + timedelta(seconds=rng.randrange(60 * 365 * 86400))


def _maybe_status(rng: random.Random, bits: tuple[tuple[int, str], ...]) -> tuple[str, ...] | None:
    names = tuple(dict.fromkeys(name for _, name in bits))
    return rng.choice((None, (), tuple(rng.sample(names, rng.randrange(1, 4)))))


def plx_continuous(rng: random.Random) -> Sent:
    spo2, pulse = rng.randrange(1, 101), rng.randrange(1, 400)
    perfusion = rng.choice((None, rng.randrange(1, 2000) / 100))
    extra = {bit: rng.randbytes(4) for bit in (0, 1) if rng.randrange(2)}
    values: Values = {"spo2": spo2, "pulse_rate": pulse}
    if perfusion is not None:
        values["perfusion_index"] = perfusion
    data = ble_plx.encode_continuous(
        spo2,
        pulse,
        perfusion=perfusion,
        measurement=_maybe_status(rng, ble_plx.MEASUREMENT),
        sensor=_maybe_status(rng, ble_plx.SENSOR),
        extra=extra,
    )
    return Sent(data, (values,))


def plx_spot_check(rng: random.Random) -> Sent:
    spo2, pulse = rng.randrange(1, 101), rng.randrange(1, 400)
    data = ble_plx.encode_spot_check(
        spo2,
        pulse,
        when=rng.choice((None, _when(rng))),
        has_clock=rng.randrange(3) > 0,
        perfusion=rng.choice((None, 4.1)),
        measurement=_maybe_status(rng, ble_plx.MEASUREMENT),
        sensor=_maybe_status(rng, ble_plx.SENSOR),
    )
    values: Values = {"spo2": spo2, "pulse_rate": pulse}
    return Sent(data, (values | ({"perfusion_index": 4.1} if data[0] & 8 else {}),))


def blood_pressure(rng: random.Random) -> Sent:
    kilopascal = rng.randrange(4) == 0
    scale = 10 if kilopascal else 1
    diastolic = rng.randrange(40, 120) / scale
    systolic = diastolic + rng.randrange(1, 120) / scale
    if kilopascal:
        systolic = round(systolic, 1)
    if rng.randrange(4) == 0:
        data = ble_blood_pressure.encode_pressure(systolic, kilopascal=kilopascal)
        return Sent(data, ({"cuff_pressure": systolic},))
    mean = rng.choice((None, diastolic))
    pulse = rng.choice((None, rng.randrange(30, 220)))
    data = ble_blood_pressure.encode(
        systolic,
        diastolic,
        mean,
        pulse=pulse,
        when=rng.choice((None, _when(rng))),
        has_clock=rng.randrange(3) > 0,
        user=rng.choice((None, 1, 255)),
        status=_maybe_status(rng, ble_blood_pressure.STATUS),
        kilopascal=kilopascal,
    )
    values: Values = {"systolic": systolic, "diastolic": diastolic}
    values |= {} if mean is None else {"mean_arterial": mean}
    return Sent(data, (values | ({} if pulse is None else {"pulse_rate": pulse}),))


def thermometer(rng: random.Random) -> Sent:
    exponent = rng.choice((-1, -2))
    fahrenheit = rng.randrange(3) == 0
    whole = rng.randrange(9500, 10800) if fahrenheit else rng.randrange(3400, 4300)
    temperature = whole / 100 if exponent == -2 else round(whole / 10) / 10
    data = ble_thermometer.encode(
        temperature,
        exponent=exponent,
        fahrenheit=fahrenheit,
        when=rng.choice((None, _when(rng))),
        has_clock=rng.randrange(3) > 0,
        site=rng.choice((None, *ble_thermometer.SITES.values())),
    )
    return Sent(data, ({"temperature": temperature},))


def weight(rng: random.Random) -> Sent:
    imperial = rng.randrange(3) == 0
    kilograms = rng.randrange(1, 60_000) * (1 if imperial else 5) / (100 if imperial else 1000)
    height = rng.choice((None, rng.randrange(1, 2500) / 10))
    data = ble_weight.encode(
        kilograms,
        height=height,
        bmi=23.4,
        imperial=imperial,
        when=rng.choice((None, _when(rng))),
        has_clock=rng.randrange(3) > 0,
        user=rng.choice((None, 3, 255)),
    )
    values: Values = {"weight": kilograms}
    return Sent(data, (values | ({} if height is None else {"height": height}),))


def glucose(rng: random.Random) -> Sent:
    sequence = rng.randrange(0x10000)
    molar = rng.randrange(2) == 0
    value = rng.randrange(10, 333) / 10 if molar else rng.randrange(10, 800)
    status = rng.choice(((), (), (ble_glucose.Status.BATTERY_LOW,), (ble_glucose.Status.TOO_HIGH,)))
    data = ble_glucose.encode(
        sequence,
        rng.choice((None, _when(rng))),
        value,
        molar=molar,
        offset=rng.choice((None, 0, -90, 720)),
        status=status,
    )
    values: Values = {"sequence": sequence}
    return Sent(data, (values | ({} if ble_glucose.Status.TOO_HIGH in status else {"glucose": value}),))


def heart_rate(rng: random.Random) -> Sent:
    rate = rng.choice((rng.randrange(30, 256), rng.randrange(256, 400)))
    intervals = [rng.randrange(200, 2000) for _ in range(rng.randrange(9))]
    data = ble_heart_rate.encode(
        rate, intervals, contact=rng.choice((None, True, False)), energy=rng.choice((None, 1234))
    )
    values: Values = {"heart_rate": rate}
    in_ms = tuple(interval * 1000 / 1024 for interval in intervals)
    return Sent(data, (values | ({"rr_interval": in_ms} if intervals else {}),))


def omron_slot(rng: random.Random) -> Sent:
    diastolic = rng.randrange(30, 150)
    systolic, pulse = diastolic + rng.randrange(1, 100), rng.randrange(30, 200)
    when = datetime(2000, 1, 1) + timedelta(seconds=rng.randrange(60 * 365 * 86400))
    data = omron_ble.encode(
        systolic,
        diastolic,
        pulse,
        rng.choice((None, when)),
        number=rng.randrange(0x10000),
        irregular=rng.randrange(2) == 0,
        movement=rng.randrange(2) == 0,
        fitted=rng.randrange(2) == 0,
    )
    return Sent(data, ({"systolic": systolic, "diastolic": diastolic, "pulse_rate": pulse},))


FORMATS = {
    "ble-2a5f": Format(plx_continuous, UNUSED),
    "ble-2a5e": Format(plx_spot_check, UNUSED),
    "ble-2a35": Format(blood_pressure, UNUSED),
    "ble-2a1c": Format(thermometer, UNUSED),
    "ble-2a9d": Format(weight, UNUSED),
    "ble-2a18": Format(glucose, UNUSED),
    "ble-2a37": Format(heart_rate, UNUSED),
    "omron-ble-14": Format(omron_slot, UNUSED),
}
