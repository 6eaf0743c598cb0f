"""Marks texts for Qt Linguist: see `contract.mark`, which the lists of the contract use as well."""

from contract.mark import QT_TRANSLATE_NOOP

__all__ = ("QT_TRANSLATE_NOOP",)
