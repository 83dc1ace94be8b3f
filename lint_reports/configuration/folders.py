"""Which configuration files hold in a folder."""

from __future__ import annotations

import os

from lint_reports.configuration.layers import Layer, find_layer

Layers = tuple[Layer, ...]
"""The outermost first."""


class Folders:
    """The configuration files above each folder, read once.

    Args:
        fixed: those that hold everywhere instead; `None` to look for them.
    """

    def __init__(self, fixed: Layers | None = None) -> None:
        self._fixed = fixed
        self._layers: dict[str, Layers] = {}

    def layers(self, folder: str) -> Layers:
        """The configuration files of a folder, given by its absolute path. Where none is added, the same tuple.

        Raises:
            ConfigError: if one of them has mistakes.
        """
        if self._fixed is not None:
            return self._fixed
        unknown = []
        above = folder
        while above not in self._layers:
            unknown.append(above)
            if os.path.dirname(above) == above or os.path.lexists(os.path.join(above, ".git")):
                break  # a repository means the same wherever it is checked out
            above = os.path.dirname(above)
        holding = self._layers.get(above, ())
        for one in reversed(unknown):
            found = find_layer(one)
            if found is not None:
                holding = (found,) if found.values.get("root") else (*holding, found)
            self._layers[one] = holding
        return self._layers[folder]


def way(layer: Layer, path: str) -> str | None:
    """An absolute path as seen from the folder of a configuration, with `/`; `None` if it is not below."""
    base = layer.folder if layer.folder.endswith(os.sep) else layer.folder + os.sep
    return path[len(base) :].replace(os.sep, "/") if path.startswith(base) else None
