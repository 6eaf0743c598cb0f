"""What bleak and BlueZ raise, as faults that the screen has words for."""

from typing import Final

from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakDBusError,
    BleakDeviceNotFoundError,
    BleakError,
    BleakGATTProtocolError,
)
from bleak.exc import BleakGATTProtocolErrorCode as Code

from peripherals.events import Fault
from peripherals.transport.link import PortError

_DENIED: Final = frozenset(
    {
        BleakBluetoothNotAvailableReason.DENIED_BY_USER,
        BleakBluetoothNotAvailableReason.DENIED_BY_SYSTEM,
        BleakBluetoothNotAvailableReason.DENIED_BY_UNKNOWN,
    }
)
NOT_PAIRED: Final = frozenset(
    {
        Code.INSUFFICIENT_AUTHENTICATION,
        Code.INSUFFICIENT_AUTHORIZATION,
        Code.INSUFFICIENT_ENCRYPTION,
        Code.INSUFFICIENT_ENCRYPTION_KEY_SIZE,
    }
)
_BUS: Final = {
    "org.bluez.Error.NotReady": Fault.NO_BLUETOOTH,  # the adapter is switched off
    "org.freedesktop.DBus.Error.ServiceUnknown": Fault.NO_BLUETOOTH,  # bluetoothd does not run
    "org.freedesktop.DBus.Error.NameHasNoOwner": Fault.NO_BLUETOOTH,
    "org.freedesktop.DBus.Error.AccessDenied": Fault.PORT_DENIED,
    "org.bluez.Error.AuthenticationFailed": Fault.PORT_DENIED,
    "org.bluez.Error.AuthenticationCanceled": Fault.PORT_DENIED,
    "org.bluez.Error.AuthenticationRejected": Fault.PORT_DENIED,
    "org.bluez.Error.AuthenticationTimeout": Fault.PORT_DENIED,
    "org.bluez.Error.NotPermitted": Fault.PORT_DENIED,
    "org.bluez.Error.NotAuthorized": Fault.PORT_DENIED,
    "org.bluez.Error.InProgress": Fault.PORT_BUSY,
}


def port_error(place: str, error: Exception) -> PortError:
    """Explain an error. What is none of these: the device was on the air and is gone, as they come and go."""
    if isinstance(error, PortError):
        return error
    return PortError(_fault(error), f"{place}: {str(error) or type(error).__name__}")


def _fault(error: Exception) -> Fault:
    match error:
        case BleakBluetoothNotAvailableError():
            return Fault.PORT_DENIED if error.reason in _DENIED else Fault.NO_BLUETOOTH
        case BleakDBusError():
            return _BUS.get(error.dbus_error, Fault.UNPLUGGED)
        case BleakGATTProtocolError():
            return Fault.PORT_DENIED if error.code in NOT_PAIRED else Fault.PORT_ERROR
        case BleakDeviceNotFoundError():
            return Fault.NOT_CONNECTED
        case BleakError() | TimeoutError() | EOFError():
            return Fault.UNPLUGGED
        case PermissionError():
            return Fault.PORT_DENIED
        case OSError():
            return Fault.NO_BLUETOOTH  # no system bus
        case _:
            return Fault.PORT_ERROR
