"""Where the rules that come with the program are."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def builtin_rules() -> str:
    """The folder of the shipped packs: in the wheel inside the package, in a checkout beside it."""
    packaged = os.path.join(_PACKAGE, "rules")
    return packaged if os.path.isdir(packaged) else os.path.join(os.path.dirname(_PACKAGE), "rules")


def builtin_packs() -> list[str]:
    """The files of the shipped packs, sorted."""
    folder = builtin_rules()
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".yaml"))
