"""The roots of the tree, and the one error that every part may raise."""

from __future__ import annotations


class VerbatimError(Exception):
    """The root; `exit_code` is what the operator's door ends with."""

    exit_code = 1


class CallError(VerbatimError):
    """What was asked can't be done as asked."""

    exit_code = 2


class WorkError(VerbatimError):
    """What was asked was tried and failed."""


class SettingsError(CallError):
    """A setting is missing or wrong; the message names it and what it should be."""
