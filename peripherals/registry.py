"""The table of products: the one place where a device is made known.

A product named here must also have a simulator (`simulators.SIMULATORS`), vectors
(tests/vectors/NAME/), a page (docs/devices/NAME.md), a row in docs/devices/index.md, a udev rule, and its
name in `contract.drivers`, by which the hub knows it.
"""

from typing import Final

from peripherals.devices import (
    and_scale,
    berry_bci,
    beurer_bm55,
    ble_2a1c,
    ble_2a5e,
    ble_2a5f,
    ble_2a9d,
    ble_2a18,
    ble_2a35,
    ble_2a37,
    contec_08a,
    contec_eb,
    contec_v5,
    contec_v7,
    contour_usb,
    detecto,
    dymo,
    ieee11073,
    ieee11073_bp,
    ieee11073_glucose,
    ieee11073_scale,
    ieee11073_thermometer,
    lifescan_ultraeasy,
    microlife,
    nonin_df2,
    nonin_df7,
    nonin_df8,
    nonin_df13,
    omron_790it,
    omron_ble_14,
    rbp9804,
    scanner_hid,
    scanner_serial,
    suretemp,
    taidoc,
    tanita,
    toledo,
)
from peripherals.devices.product import Product
from peripherals.events import Role

PRODUCTS: Final[dict[str, Product]] = {
    product.name: product
    for product in (
        contec_v5.PRODUCT,
        berry_bci.PRODUCT,
        contec_v7.PRODUCT,
        contec_eb.PRODUCT,
        nonin_df2.PRODUCT,
        nonin_df7.PRODUCT,
        nonin_df8.PRODUCT,
        nonin_df13.PRODUCT,
        rbp9804.PRODUCT,
        taidoc.PRODUCT,
        lifescan_ultraeasy.PRODUCT,
        suretemp.PRODUCT,
        detecto.PRODUCT,
        tanita.PRODUCT,
        toledo.PRODUCT,
        and_scale.PRODUCT,
        dymo.PRODUCT,
        omron_790it.PRODUCT,
        contour_usb.PRODUCT,
        contec_08a.PRODUCT,
        ieee11073.PRODUCT,
        ieee11073_bp.PRODUCT,
        ieee11073_scale.PRODUCT,
        ieee11073_thermometer.PRODUCT,
        ieee11073_glucose.PRODUCT,
        beurer_bm55.PRODUCT,
        ble_2a5f.PRODUCT,
        ble_2a5e.PRODUCT,
        ble_2a35.PRODUCT,
        omron_ble_14.PRODUCT,
        ble_2a1c.PRODUCT,
        ble_2a9d.PRODUCT,
        ble_2a18.PRODUCT,
        ble_2a37.PRODUCT,
        microlife.PRODUCT,
        scanner_serial.PRODUCT,
        scanner_hid.PRODUCT,
    )
}


def products_for(role: Role, driver: str) -> tuple[Product, ...]:
    """Return the products to try for a device: the named one, or all of the role for "auto"."""
    if driver == "auto":
        return tuple(product for product in PRODUCTS.values() if product.role is role)
    product = PRODUCTS.get(driver)
    return (product,) if product is not None and product.role is role else ()
