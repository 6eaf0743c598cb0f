"""The one mechanism all view models share.

A screen group declares a frozen dataclass of props (plain Python values) and a pure function that derives
them from the visit's state. `view_model` makes a QObject class with one Qt property a field; `publish`
compares and emits only what changed. Lists are tuples of dicts or strings and reach QML as JS arrays.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal

_QT_TYPES: Final[Mapping[Any, Any]] = {bool: bool, int: int, float: float, str: str}


class ViewModel(QObject):
    """Base of the made classes; `props` holds what QML sees now."""

    props_type: type[Any]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.props: Any = self.props_type()

    def publish(self, props: Any) -> tuple[str, ...]:
        """Show these props; returns the names that changed."""
        before, self.props = self.props, props
        changed = tuple(f.name for f in fields(props) if getattr(before, f.name) != getattr(props, f.name))
        for name in changed:
            getattr(self, f"{name}Changed").emit()
        return changed


def _to_qt(value: Any) -> Any:
    """Return what QML takes as an array or object, at every depth."""
    if isinstance(value, tuple | list):
        return [_to_qt(each) for each in value]
    if isinstance(value, dict):
        return {key: _to_qt(each) for key, each in value.items()}
    return value


def _reader(name: str) -> Any:
    def read(self: ViewModel) -> Any:
        return _to_qt(getattr(self.props, name))

    return read


def view_model(props_type: type[Any], base: type[ViewModel] = ViewModel) -> type[ViewModel]:
    """Return a QObject class that publishes `props_type`; every field needs a default."""
    space: dict[str, Any] = {"__module__": props_type.__module__, "props_type": props_type}
    for field in fields(props_type):
        signal = Signal()
        kind = _QT_TYPES.get(field.type, "QVariant")
        space[f"{field.name}Changed"] = signal
        space[field.name] = Property(kind, _reader(field.name), notify=signal)
    return type(props_type.__name__.removesuffix("Props") + "View", (base,), space)
