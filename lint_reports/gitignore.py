"""What git ignores: `.gitignore` in every folder of a work tree, and `.git/info/exclude`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from lint_reports.cache import kept
from lint_reports.globs import Glob, decide, read_glob
from lint_reports.nearest import is_root, upwards


class _Patterns(NamedTuple):
    """The patterns of one file, as seen from a folder: `prefix` leads from where the file stands to that folder."""

    prefix: str
    globs: tuple[Glob, ...]


class Gitignore:
    """What is ignored in the folders of a walk. Files are read when their folder is looked at."""

    def __init__(self) -> None:
        self._chains: dict[str, tuple[_Patterns, ...] | None] = {}

    def within(self, folder: str) -> Callable[[str, bool], bool] | None:
        """Says of a name in a folder, and whether it is a folder, if git ignores it; `None` if it ignores nothing.

        Only the name itself is judged: who walks an ignored folder means to.
        """
        chain = self._chain(os.path.abspath(folder))
        if not chain:
            return None

        def ignored(name: str, is_folder: bool) -> bool:  # noqa: FBT001 - a judge of names, see `discovery.Sieve`
            end = "/" if is_folder else ""
            said = (decide(patterns.globs, f"{patterns.prefix}{name}{end}") for patterns in chain)
            return next((one for one in said if one is not None), False)

        return ignored

    def _chain(self, folder: str) -> tuple[_Patterns, ...] | None:
        """The patterns that hold in a folder, the nearest first; `None` outside a work tree."""
        unknown = []
        for above in upwards(folder):
            if above in self._chains:
                break
            unknown.append(above)
        for one in reversed(unknown):
            self._chains[one] = (
                _of_root(one) if is_root(one) else _extended(self._chains.get(os.path.dirname(one)), one)
            )
        return self._chains[folder]


def _of_root(folder: str) -> tuple[_Patterns, ...]:
    return (*_own(folder), *_patterns(_exclude_file(os.path.join(folder, ".git"))))


def _extended(chain: tuple[_Patterns, ...] | None, folder: str) -> tuple[_Patterns, ...] | None:
    if chain is None:
        return None
    name = os.path.basename(folder)
    return (*_own(folder), *(_Patterns(f"{above.prefix}{name}/", above.globs) for above in chain))


def _own(folder: str) -> tuple[_Patterns, ...]:
    return _patterns(os.path.join(folder, ".gitignore"))


def _patterns(file: str) -> tuple[_Patterns, ...]:
    try:
        with open(file, "rb") as stream:
            content = stream.read()
    except OSError:
        return ()
    globs = kept("ignore", content, lambda: _globs(content))
    return (_Patterns("", globs),) if globs else ()


def _globs(content: bytes) -> tuple[Glob, ...]:
    found = (_glob(line) for line in os.fsdecode(content.removeprefix(b"\xef\xbb\xbf")).split("\n"))
    return tuple(glob for glob in found if glob is not None)


def _glob(line: str) -> Glob | None:
    try:
        return read_glob(line.removesuffix("\r"))
    except ValueError:
        return None  # git passes over it, too


def _exclude_file(git: str) -> str:
    """The `info/exclude` of a repository. In a further work tree or a submodule, `.git` is a file that leads to it."""
    if os.path.isfile(git):
        git = os.path.join(os.path.dirname(git), _line(git).removeprefix("gitdir:").strip())
        git = os.path.join(git, _line(os.path.join(git, "commondir")))
    return os.path.join(git, "info", "exclude")


def _line(file: str) -> str:
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as stream:
            return stream.readline().strip()
    except OSError:
        return ""
