"""Which settings hold for a file: profiles, configuration files above it, overrides, and the command line.

Configuration files are looked for in the folder of each file and in those above, up to the root of the repository.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from lint_reports.configuration.folders import Folders, Layers, way
from lint_reports.globs import Glob, decide
from lint_reports.language import Lang
from lint_reports.linter import Linters
from lint_reports.nearest import folder_of
from lint_reports.settings import Settings

if TYPE_CHECKING:  # where nothing is configured, nothing of this is loaded
    from lint_reports.configuration.layers import Layer
    from lint_reports.configuration.merging import Effective


class Asked(NamedTuple):
    """What the command line says.

    Attributes:
        values: as in a configuration file, by key; what is not among them is left open.
        file: the one configuration file to use.
        alone: no configuration file is looked for.
    """

    values: Mapping[str, Any] = {}
    file: str | None = None
    alone: bool = False


Takes = Callable[[str], bool]
"""Says of a name in some folder, which ends in a slash if it is a folder, whether patterns take it."""


class _Near(NamedTuple):
    """What is configured in a folder.

    Attributes:
        layers: its configuration files.
        overrides: their overrides: the number of the configuration file, that in it, and which files it holds for.
    """

    layers: Layers
    overrides: tuple[tuple[int, int, Takes], ...]


class Configuration:
    """The settings of files, for one run; what is read is kept as long as this is.

    Args:
        asked: what the command line says.
        linters: where rules come from, to see that those that are named exist.
        first: the path, of a file or a folder, whose configuration decides what holds for the whole run: the language,
            and whether files that git ignores are left out of folders.

    Raises:
        UserError: as `settings` does.
    """

    def __init__(self, asked: Asked, linters: Linters, first: str = ".") -> None:
        self._asked = asked
        self._linters = linters
        self._folders = Folders(asked.file, alone=asked.alone)
        self._known: dict[tuple[int, tuple[tuple[int, int], ...]], Settings] = {}
        self._uniform: dict[str, Settings] = {}  # of folders where no override asks for names
        self._nears: dict[str, _Near] = {}
        self.lang: Lang = "zh"
        self.gitignore = True
        first = os.path.join(first, "") if os.path.isdir(first) else first
        if not self._says_nothing(self._near(first).layers):
            run = self.effective(first)
            self.lang, self.gitignore = run["lang"][0].value, run["gitignore"][0].value

    def settings(self, path: str) -> Settings:
        """What a file is checked with.

        Args:
            path: the path of the file, which need not exist; with a slash at its end, that of a folder.

        Raises:
            ConfigError: if a configuration has mistakes, or names what does not exist.
            UsageError: if the command line names a rule that does not exist.
            RuleFileError: if a rule file has mistakes.
        """
        folder = folder_of(path)
        if folder in self._uniform:
            return self._uniform[folder]
        near = self._near(path)
        key = id(near.layers), self._overrides(path)
        if key not in self._known:
            self._known[key] = self._settle(path)
        if not near.overrides:
            self._uniform[folder] = self._known[key]
        return self._known[key]

    def effective(self, path: str) -> Effective:
        """The same with the origin of each value, before the rules that it names are looked up."""
        from lint_reports.configuration.merging import merge, sources  # only where something is configured

        return merge(sources(self._near(path).layers, self._overrides(path), self._asked.values))

    def verify(self, path: str) -> None:
        """Looks for mistakes in the configuration files of a file, also in overrides that do not hold for it.

        Raises:
            UserError: as `settings` does.
        """
        from lint_reports.configuration.merging import merge, sources  # only to look for mistakes
        from lint_reports.configuration.settling import settle

        layers = self._near(path).layers
        overrides = [(at, n) for at, layer in enumerate(layers) for n in range(len(layer.values.get("overrides", ())))]
        for chosen in ((), *([override] for override in overrides)):
            settle(merge(sources(layers, chosen, self._asked.values)), self._linters)

    def files(self, path: str) -> Sequence[str]:
        """The configuration files that hold for a file, the outermost first."""
        return [layer.file for layer in self._near(path).layers]

    def within(self, folder: str) -> Callable[[str, bool], bool] | None:
        """Says of a name in a folder, and whether it is a folder, if it is excluded; `None` if nothing is."""
        absolute = os.path.abspath(folder)
        excluding = [layer for layer in self._folders.layers(absolute) if "exclude" in layer.values]
        if not excluding:
            return None
        takers = [_taking(layer, layer.values["exclude"], absolute) for layer in excluding]

        def judge(name: str, is_folder: bool) -> bool:  # noqa: FBT001 - a judge of names, see `discovery.Sieve`
            whole = f"{name}/" if is_folder else name
            return any(takes(whole) for takes in takers)

        return judge

    def _near(self, path: str) -> _Near:
        """What is configured in the folder of a file."""
        folder = folder_of(path)
        if folder not in self._nears:
            absolute = os.path.abspath(folder)
            layers = self._folders.layers(absolute)
            overrides = (
                (at, number, _taking(layer, override["paths"], absolute))
                for at, layer in enumerate(layers)
                for number, override in enumerate(layer.values.get("overrides", ()))
            )
            self._nears[folder] = _Near(layers, tuple(overrides))
        return self._nears[folder]

    def _overrides(self, path: str) -> tuple[tuple[int, int], ...]:
        """The overrides that hold for a file: the number of the configuration file, and that in it."""
        overrides = self._near(path).overrides
        name = os.path.basename(path)
        return tuple((at, number) for at, number, takes in overrides if takes(name))

    def _says_nothing(self, layers: Layers) -> bool:
        return not layers and not self._asked.values

    def _settle(self, path: str) -> Settings:
        if self._says_nothing(self._near(path).layers):
            return Settings(lang=self.lang)
        from lint_reports.configuration.settling import settle  # only where something is configured

        return settle(self.effective(path), self._linters)._replace(lang=self.lang)


def _taking(layer: Layer, patterns: Sequence[tuple[str, Glob]], folder: str) -> Takes:
    """Which names in a folder some patterns of a configuration take, as git ignores them.

    Args:
        layer: the configuration.
        patterns: of its fields, each as written and as it is matched.
        folder: an absolute path.
    """
    to = way(layer, os.path.join(folder, ""))
    if to is None:  # a configuration that was named, and stands elsewhere
        return lambda _: False
    globs = [glob for _, glob in patterns]
    parts = to.split("/")[:-1]
    if any(decide(globs, "/".join(parts[:number]) + "/") for number in range(1, len(parts) + 1)):
        return lambda _: True
    return lambda name: bool(decide(globs, f"{to}{name}"))
