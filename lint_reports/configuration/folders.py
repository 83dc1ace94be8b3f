"""Which configuration files hold in a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lint_reports.errors import ConfigError
from lint_reports.language import Say
from lint_reports.nearest import upwards

if TYPE_CHECKING:
    from lint_reports.configuration.layers import Layer  # where there is no configuration, none is loaded

YAML = "lint-reports.yaml"
TOML = "pyproject.toml"
_MENTION = b"lint-reports"

Layers = tuple["Layer", ...]
"""The outermost first."""


class Folders:
    """The configuration files above each folder, read once.

    Args:
        fixed: the one that holds everywhere instead.
        alone: none is looked for.
    """

    def __init__(self, fixed: str | None = None, *, alone: bool = False) -> None:
        self._fixed: Layers | None = () if alone else None
        if fixed is not None:
            self._fixed = tuple(filter(None, [_layer(fixed)]))
        self._layers: dict[str, Layers] = {}

    def layers(self, folder: str) -> Layers:
        """The configuration files of a folder, given by its absolute path. Where none is added, the same tuple.

        Raises:
            ConfigError: if one of them has mistakes.
        """
        if self._fixed is not None:
            return self._fixed
        unknown: list[str] = []
        holding: Layers = ()
        for above in upwards(folder):  # a repository means the same wherever it is checked out
            if above in self._layers:
                holding = self._layers[above]
                break
            unknown.append(above)
        for one in reversed(unknown):
            found = _found(one)
            if found is not None:
                holding = (found,) if found.values.get("root") else (*holding, found)
            self._layers[one] = holding
        return self._layers[folder]


def _found(folder: str) -> Layer | None:
    """The configuration in a folder."""
    yaml = os.path.join(folder, YAML)
    toml = os.path.join(folder, TOML)
    here = _layer(yaml) if os.path.isfile(yaml) else None
    there = _layer(toml) if os.path.isfile(toml) else None
    if here and there:
        zh = f"{here.file} 和 {there.file} 的 [tool.lint-reports] 都是配置，请只留一个。"
        raise ConfigError(Say(zh, f"{here.file} and [tool.lint-reports] in {there.file}: keep one of them"))
    return here or there


def _layer(file: str) -> Layer | None:
    try:
        with open(file, "rb") as stream:
            content = stream.read()
    except OSError as error:
        reason = error.strerror or str(error)
        zh, en = f"{file}：读不了配置文件：{reason}。", f"{file}: the configuration cannot be read: {reason}"
        raise ConfigError(Say(zh, en)) from None
    if file.endswith(".toml") and _MENTION not in content:
        return None
    from lint_reports.configuration.layers import read_layer  # only where there is a configuration

    return read_layer(file, content)


def way(layer: Layer, path: str) -> str | None:
    """An absolute path as seen from the folder of a configuration, with `/`; `None` if it is not below."""
    base = layer.folder if layer.folder.endswith(os.sep) else layer.folder + os.sep
    return path[len(base) :].replace(os.sep, "/") if path.startswith(base) else None
