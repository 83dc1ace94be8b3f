"""One configuration file: read, checked, and every value with its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from lint_reports.cache import kept

Path = tuple[str | int, ...]


class Origin(NamedTuple):
    """Where a value comes from: a file with line and column, from 1; or an option, or nowhere, with 0."""

    file: str
    line: int = 0
    column: int = 0


class Layer(NamedTuple):
    """What one configuration file says.

    Attributes:
        file: its path, as it is shown.
        folder: the absolute path of the folder that its paths begin in.
        values: what it says, by key; only what it says.
        places: line and column of everything in it, by the keys and numbers that lead there.
    """

    file: str
    folder: str
    values: Mapping[str, Any]
    places: Mapping[Path, tuple[int, int]]

    def origin(self, *path: str | int) -> Origin:
        """Where a value stands, or the nearest one above it that has a place."""
        while path and path not in self.places:
            path = path[:-1]
        return Origin(self.file, *self.places.get(path, (1, 1)))


def read_layer(file: str, content: bytes) -> Layer | None:
    """The configuration in a file, which may be called anything; `None` if a TOML file has none.

    Args:
        file: its path.
        content: its bytes.

    Raises:
        ConfigError: if it has mistakes.
    """
    path = os.path.abspath(file)
    toml = file.endswith(".toml")

    def make() -> Any:
        from lint_reports.configuration.reading import read_values  # 30 ms, and only for what is not kept

        return read_values(content, shown(path), toml=toml)

    read = kept("config-toml" if toml else "config", content, make)
    return Layer(shown(path), os.path.dirname(path), *read) if read else None


def shown(path: str) -> str:
    """A path as people like to read it: from the working folder if it is below."""
    try:
        near = os.path.relpath(path)
    except ValueError:
        return path  # on another drive
    return path if near.startswith(os.pardir) else near
